"""A ledger packed into one file of Parquet answers as the ledger does."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from made_records import TEXT, make, rewrite

from counterclaim.ledger import packed
from counterclaim.ledger.index.shelf import WholeShelf, take_down
from counterclaim.records import Place, Record

pytest.importorskip("pyarrow", reason="pip install 'counterclaim[parquet]'")

TOWNS = {"Orikhiv": "geonames:698428", "Lyman": "geonames:702320", "Zubrykanda": None}


def records() -> list[Record]:
    """Ten articles, each about one of three towns, the last without claims."""
    found = []
    for number in range(10):
        town = list(TOWNS)[number % 3]
        place = Place(town, town, (0, 5), TOWNS[town], "UA" if TOWNS[town] else None)
        text = f"{TEXT}Number {number}."
        found.append(rewrite(make(text=text), 0, text=f"Shells fell on {town}", places=(place,)))
    found[-1] = replace(found[-1], events=())
    return sorted(found, key=lambda record: record.article.id)


def towns(record: Record) -> set[str]:
    return {place.name for claim in record.events for place in claim.places}


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setattr(packed, "_GROUP", 2)
    packed.write_packed(records(), tmp_path / "case.parquet")
    return tmp_path / "case.parquet"


def test_nothing_is_lost(file):
    assert take_down(file, lambda shelf: shelf.records()) == (records(), [])
    assert take_down(file, lambda shelf: shelf.count())[0] == 10


def test_places_are_those_of_the_ledger(file):
    found, _ = take_down(file, lambda shelf: shelf.places())
    assert sorted(found, key=str) == sorted(WholeShelf(records()).places(), key=str)


def test_only_what_speaks_of_a_place_is_unpacked(file):
    found, _ = take_down(file, lambda shelf: shelf.about({"geonames:702320"}))
    assert found == [record for record in records() if "Lyman" in towns(record)]


def test_words_are_found_whatever_their_endings(file):
    found, _ = take_down(file, lambda shelf: shelf.about((), "Zubrykandá"))
    assert found == [record for record in records() if "Zubrykanda" in towns(record)]


def test_articles_are_found_by_their_ids(file):
    wanted = records()[3]
    assert take_down(file, lambda shelf: shelf.named({wanted.article.id}))[0] == [wanted]
    ids = [record.article.id for record in records()]
    assert [i.id for i in take_down(file, lambda shelf: shelf.articles())[0]] == ids


def test_the_same_records_give_the_same_bytes(file, tmp_path):
    shuffled = records()
    random.Random(3).shuffle(shuffled)
    packed.write_packed(shuffled, tmp_path / "again.parquet")
    assert (tmp_path / "again.parquet").read_bytes() == file.read_bytes()


@pytest.mark.parametrize("content", [b"PAR1", b"PAR1 and more PAR1"])
def test_another_file_is_no_ledger(tmp_path, content):
    (tmp_path / "x.parquet").write_bytes(content)
    found, (problem,) = take_down(tmp_path / "x.parquet", lambda shelf: shelf.count())
    assert (found, problem.code) == (0, "CC042")
    assert "is no packed ledger" in problem.message


def test_parquet_of_another_program_is_no_ledger(tmp_path):
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"article": ["a"], "x": [1]}), tmp_path / "x.parquet")
    found, (problem,) = take_down(tmp_path / "x.parquet", lambda shelf: shelf.records())
    assert (found, problem.code) == ([], "CC042")


def test_compare_says_of_a_packed_ledger_what_it_says_of_the_ledger(cli, tmp_path):
    (tmp_path / "in").mkdir()
    for n in (2, 3):
        said = f"Mayor Oleh Synko said {n} people had been killed in Orikhiv on 3 May."
        (tmp_path / "in" / f"{n}.txt").write_text(f"Orikhiv {n}\n\n{said}\n")
    cli("ingest", "in", "--shard", "1/1", "-q", cwd=tmp_path)
    done = cli("merge", "parts", "--ledger", "case", "--parquet", "case.parquet", cwd=tmp_path)
    assert done.returncode == 0
    whole, one = (
        cli("compare", "orikhiv", "--ledger", name, "--format", "json", cwd=tmp_path).stdout
        for name in ("case", "case.parquet")
    )
    assert whole == one
    assert "Orikhiv" in one
