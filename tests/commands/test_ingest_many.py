"""Long runs of `ingest`: several processes, interruptions, one line a file, what is left out."""

from __future__ import annotations

import os
import signal
from multiprocessing import active_children

import pytest

from counterclaim.commands import _ingest
from counterclaim.commands._ingest import IngestOptions, ingest_articles
from counterclaim.commands._pace import Pace, pace_line
from counterclaim.commands._workers import Workers
from counterclaim.records import ArticleInfo

TEXT = "Orikhiv {n}\n\nMayor Oleh Synko said {n} people had been killed in Orikhiv on 3 May.\n"


@pytest.fixture
def ingest(tmp_path, capsys):
    """Ingest a folder of some articles into a ledger of its own."""
    folder = tmp_path / "texts"
    folder.mkdir()

    def run(number: int, ledger: str, **changes):
        for n in range(2, 2 + number):
            (folder / f"{n:03}.txt").write_text(TEXT.format(n=n), encoding="utf-8")
        given = {
            "paths": [str(folder)],
            "published": "2023-05-04",
            "outlet": None,
            "ledger": str(tmp_path / ledger),
            "dry_run": False,
            "output": "table",
            "quiet": False,
            "verbose": False,
            "color": "never",
            "width": 80,
        }
        code = ingest_articles(IngestOptions(**(given | changes)))
        out, err = capsys.readouterr()
        return code, out, err

    return run


def files(folder) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*.*"))}


def test_several_processes_write_the_same_bytes_and_say_the_same(ingest, tmp_path):
    code, out, err = ingest(5, "one")
    assert code == 0
    again = ingest(5, "two", jobs=2)
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert again == (code, out, err.replace("/one/", "/two/"))
    assert active_children() == []


def test_a_process_that_dies_costs_nothing(tmp_path):
    workers = Workers(1)
    info = ArticleInfo("a", "0" * 64, "a.txt")
    workers.ask(TEXT.format(n=2), info)()
    (worker,) = active_children()
    answer = workers.ask(TEXT.format(n=3), info)
    os.kill(worker.pid, signal.SIGKILL)
    record, _ = answer()
    assert [claim.source.name for claim in record.events] == ["Oleh Synko"]
    workers.close()
    assert active_children() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_finished_before_an_interruption_is_kept(ingest, tmp_path, monkeypatch, jobs):
    written = []

    def write(*given):
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(given)
        return real(*given)

    real = _ingest.write_article
    monkeypatch.setattr(_ingest, "write_article", write)
    code, _, err = ingest(4, "one", jobs=jobs)
    assert code == 130
    assert "interrupted: 2 of 4; what is finished is kept, run again to go on" in err
    monkeypatch.setattr(_ingest, "write_article", real)
    code, _, err = ingest(4, "one", jobs=jobs)
    assert code == 0
    assert "4 articles: 2 new, 2 unchanged; 4 claims" in err


def test_many_files_have_a_line_each_and_a_sum(ingest):
    _, out, err = ingest(21, "one")
    assert out == ""
    assert err.count("new: 1 claim in ") == 21
    assert err.endswith("21 articles: 21 new; 21 claims\n")


def test_what_is_left_out_of_a_folder_is_named(ingest, tmp_path):
    (tmp_path / "texts" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "texts" / "LICENSE").write_text("Shells fell.")
    (tmp_path / "texts" / "saved.php").write_text(
        "<!DOCTYPE html><p>The mayor said shells fell.</p>"
    )
    _, _, err = ingest(1, "one")
    assert "of no form that is read: LICENSE, photo.jpg\n" in err
    assert "2 articles: 2 new" in err


def test_the_pace_of_a_run():
    assert pace_line(0, 200, 0, 1.0) == "0 of 200 files, 0 claims"
    assert pace_line(50, 200, 1612, 10.0) == (
        "50 of 200 files, 1,612 claims, 5.0 files a second, 30 s left"
    )
    assert pace_line(1, 1000, 3, 1.0).endswith("17 min left")


def test_nothing_is_shown_where_no_terminal_is(capsys):
    pace = Pace(10, quiet=False)
    pace.show()
    pace.clear()
    assert capsys.readouterr().err == ""
