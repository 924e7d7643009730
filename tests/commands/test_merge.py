"""Shares of a list read apart, and merged: the bytes of one run over all."""

from __future__ import annotations

import json
from importlib.util import find_spec

import pytest

from counterclaim.commands import _merge, _packing

TEXT = "Orikhiv {n}\n\nMayor Oleh Synko said {n} people had been killed in Orikhiv on 3 May.\n"
DAY = ("--published", "2023-05-04", "-q")


@pytest.fixture
def ingest(cli, tmp_path):
    """Ingest the folder `in` of some articles, or what is named, there."""
    (tmp_path / "in").mkdir()
    for n in (2, 3, 4, 5):
        (tmp_path / "in" / f"{n}.txt").write_text(TEXT.format(n=n))
    (tmp_path / "in" / "again.txt").write_text(TEXT.format(n=3))
    rows = "".join(f'"Orikhiv {n}","Mayor Oleh Synko said so on {n} May."\n' for n in (6, 7, 8))
    (tmp_path / "in" / "rows.csv").write_text(f"title,text\n{rows}")

    def run(*words, paths=("in",)):
        return cli("ingest", *paths, *DAY, *words, cwd=tmp_path)

    return run


@pytest.fixture
def merge(cli, tmp_path):
    return lambda *words: cli("merge", *words, cwd=tmp_path)


def files(folder) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*.*"))}


@pytest.mark.parametrize("of", [1, 3])
def test_a_merge_of_all_shares_is_one_run_over_all(ingest, merge, tmp_path, of):
    ingest("--ledger", "one")
    for index in range(of, 0, -1):
        assert ingest("--shard", f"{index}/{of}").returncode == 0
    done = merge("parts", "--ledger", "merged", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    assert files(tmp_path / "merged") == files(tmp_path / "one")
    again = merge("parts", "--ledger", "merged")
    assert "8 articles: 8 unchanged" in again.stderr
    assert files(tmp_path / "merged") == files(tmp_path / "one")


def test_fewer_files_than_shares_are_dealt_by_their_articles(ingest, merge, tmp_path):
    ingest("--ledger", "one", paths=("in/rows.csv",))
    for index in (1, 2, 3, 4):
        ingest("--shard", f"{index}/4", paths=("in/rows.csv",))
    kept = [json.loads(f.read_text())["articles"] for f in sorted(tmp_path.glob("parts/*.done"))]
    assert kept == [1, 1, 1, 0]
    merge("parts", "--ledger", "merged")
    assert files(tmp_path / "merged") == files(tmp_path / "one")


def test_a_share_is_always_the_same_file(ingest, tmp_path):
    ingest("--shard", "2/3")
    before = files(tmp_path / "parts")
    ingest("--shard", "2/3", "--jobs", "1")
    assert files(tmp_path / "parts") == before
    ending = "zst" if find_spec("zstandard") else "gz"
    assert sorted(before) == ["part-2.done", f"part-2.jsonl.{ending}"]


def test_without_the_extra_parts_are_gzip(ingest, merge, tmp_path, monkeypatch):
    monkeypatch.setattr(_packing, "find_spec", lambda _: None)
    ingest("--shard", "1/1")
    assert (tmp_path / "parts" / "part-1.jsonl.gz").is_file()
    assert merge("parts", "--ledger", "merged").returncode == 0
    assert len(list((tmp_path / "merged" / "events").iterdir())) == 7


def test_a_ledger_that_knows_an_article_keeps_what_it_knows(ingest, merge, tmp_path):
    ingest("--ledger", "case")
    ingest("--shard", "1/1")
    edited = next((tmp_path / "case" / "events").glob("*orikhiv-2-*"))
    edited.write_text(edited.read_text().replace("title: ", "title: By hand, ", 1))
    assert merge("parts", "--ledger", "case", "-q").returncode == 0
    assert "By hand, Orikhiv 2" in edited.read_text()


def test_a_part_that_is_missing_is_named(ingest, merge, tmp_path):
    for index in (1, 3):
        ingest("--shard", f"{index}/4")
    done = merge("parts", "--ledger", "merged")
    assert done.returncode == 2
    assert "parts: CC001 lacks the parts 2, 4 of 4, or they are not whole" in done.stderr
    assert "ingest … --shard 2/4" in done.stderr
    assert not (tmp_path / "merged").exists()


def test_a_part_that_was_changed_is_named(ingest, merge, tmp_path):
    ingest("--shard", "1/1")
    (part,) = (tmp_path / "parts").glob("*.jsonl.*")
    part.write_bytes(part.read_bytes()[:-9])
    done = merge("parts")
    assert done.returncode == 2
    assert "is not what its marker says" in done.stderr


def test_parts_of_two_lists_are_not_merged(ingest, merge):
    ingest("--shard", "1/2")
    ingest("--shard", "2/2", paths=("in/2.txt", "in/3.txt"))
    done = merge("parts")
    assert done.returncode == 2
    assert "is of another list of articles" in done.stderr


def test_parts_of_another_version_are_not_merged(ingest, merge, tmp_path):
    ingest("--shard", "1/1")
    marker = tmp_path / "parts" / "part-1.done"
    marker.write_text(marker.read_text().replace("counterclaim 0", "counterclaim 9"))
    assert "was made by counterclaim 9" in merge("parts").stderr


def test_no_parts(merge):
    done = merge("nowhere")
    assert done.returncode == 2
    assert "nowhere" in done.stderr


@pytest.mark.parametrize("words", ["0/3", "4/3", "3", "a/b", "1/0"])
def test_a_share_is_typed_as_two_numbers(ingest, words):
    done = ingest("--shard", words)
    assert done.returncode == 2
    assert "write it as 3/8" in done.stderr


def test_what_cannot_be_read_is_told_by_its_own_share(ingest, tmp_path):
    (tmp_path / "in" / "0.txt").write_text("")
    codes = [ingest("--shard", f"{index}/2").returncode for index in (1, 2)]
    assert codes == [2, 0]
    assert len(list((tmp_path / "parts").glob("*.done"))) == 2


def test_a_run_that_is_interrupted_leaves_no_part(ingest, tmp_path, monkeypatch):
    from counterclaim.commands._shards import Part

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Part, "add", interrupted)
    assert ingest("--shard", "1/1").returncode == 130
    assert list((tmp_path / "parts").iterdir()) == []


def test_parts_that_cannot_be_written_are_told(ingest, tmp_path):
    (tmp_path / "parts").write_text("")
    done = ingest("--shard", "1/1")
    assert done.returncode == 2
    assert "parts: CC001 cannot be written" in done.stderr


def test_a_dry_run_of_a_share_writes_nothing(ingest, tmp_path):
    assert ingest("--shard", "1/1", "--dry-run").returncode == 0
    assert not (tmp_path / "parts").exists()


def test_parts_that_cannot_be_unpacked_say_what_is_missing(ingest, merge, monkeypatch):
    def missing(_):
        raise ImportError

    monkeypatch.setattr(_merge, "unpacked_lines", missing)
    ingest("--shard", "1/1")
    done = merge("parts")
    assert done.returncode == 2
    assert 'pip install "counterclaim[cluster]"' in done.stderr


def test_a_cluster_needs_its_extra(ingest):
    if find_spec("distributed"):
        pytest.skip("counterclaim[cluster] is installed: see test_cluster.py")
    done = ingest("--scheduler", "tcp://127.0.0.1:1")
    assert done.returncode == 2
    assert 'pip install "counterclaim[cluster]"' in " ".join(done.stderr.split())
