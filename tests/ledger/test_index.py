"""The index of a ledger: the same answers with and without it, and never a wrong one."""

import os
import shutil
import sqlite3
from dataclasses import replace

import pytest
from made_records import TEXT, make, rewrite

from counterclaim.ledger import write_record
from counterclaim.ledger.index import folder, opening, refresh
from counterclaim.ledger.index.shelf import take_down
from counterclaim.records import Place, Source

TOWNS = {"Orikhiv": "geonames:698428", "Lyman": "geonames:702320", "Zubrykanda": None}


def place(town):
    return Place(town, town, (0, 5), TOWNS[town], "UA" if TOWNS[town] else None)


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    """Nine articles, each about one of three towns, with an index that is worth keeping."""
    monkeypatch.setattr(refresh, "WORTH_KEEPING", 1)
    for number in range(9):
        text = f"{TEXT}Number {number}."
        town = list(TOWNS)[number % 3]
        record = rewrite(
            make(text=text),
            0,
            text=f"Shells fell on {town}",
            places=(place(town),),
            spans=((17, 38),),
        )
        write_record(tmp_path / "case", record, text)
    return tmp_path / "case"


def ids(records):
    return [record.article.id for record in records]


def everything(ledger):
    records, problems = take_down(ledger, lambda s: s.records())
    return records, problems


def index_of(ledger):
    return folder.index_path(ledger)


def files(ledger):
    return sorted((ledger / "events").iterdir())


def without(ledger, monkeypatch, choose):
    with monkeypatch.context() as patch:
        patch.setattr(refresh, "WORTH_KEEPING", 10**9)
        return take_down(ledger, choose)


def test_what_is_asked_of_the_index_is_what_the_files_say(ledger, monkeypatch):
    for choose in (
        lambda s: s.records(),
        lambda s: s.count(),
        lambda s: sorted(map(repr, s.places())),
        lambda s: [(info.id, info.file) for info in s.articles()],
        lambda s: s.named({files(ledger)[2].stem}),
    ):
        assert take_down(ledger, choose) == without(ledger, monkeypatch, choose)
    assert index_of(ledger).exists()


def test_only_records_about_a_place_are_read(ledger):
    about, _ = take_down(ledger, lambda s: s.about({TOWNS["Lyman"]}))
    assert len(about) == 3
    assert {p.name for r in about for c in r.events for p in c.places} == {"Lyman"}
    assert take_down(ledger, lambda s: s.about({"zubrykanda"}))[0] != []
    assert len(take_down(ledger, lambda s: s.about(set(), "on Zubrykanda"))[0]) == 3
    assert take_down(ledger, lambda s: s.about(set(), 'on "Zubrykanda" OR'))[0] == []


def test_a_file_that_is_edited_added_or_removed_is_noticed(ledger):
    everything(ledger)
    first, second, third = files(ledger)[:3]
    first.write_text(first.read_text().replace("stance: asserts", "stance: doubts ", 1))
    second.unlink()
    third.rename(third.with_name(f".{third.name}"))
    write_record(ledger, make(text="Another."), "Another.")
    records, problems = everything(ledger)
    assert problems == []
    assert len(records) == 8
    changed = next(r for r in records if r.article.id == first.stem)
    assert changed.events[0].stance == "doubts"


def test_an_edit_that_keeps_size_and_time_is_noticed(ledger):
    everything(ledger)
    file = files(ledger)[0]
    before = file.stat()
    file.write_text(file.read_text().replace("Shells", "Bombs!"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert "Bombs!" in everything(ledger)[0][0].events[0].text


def test_what_cannot_be_read_is_told_each_time_and_costs_nothing_else(ledger):
    files(ledger)[0].write_text("schema: [")
    for _ in range(2):
        records, (problem,) = everything(ledger)
        assert (problem.code, len(records)) == ("CC010", 8)


@pytest.mark.parametrize("damage", ["gone", "empty", "no database", "cut", "another table", "row"])
def test_an_index_that_is_damaged_or_gone_is_made_anew(ledger, damage):
    before = everything(ledger)
    path = index_of(ledger)
    data = path.read_bytes()
    if damage == "row":
        with sqlite3.connect(path) as db:
            db.execute("UPDATE record SET data = x'00'")
    elif damage == "another table":
        path.unlink()
        with sqlite3.connect(path) as db:
            db.execute("CREATE TABLE file (x)")
    elif damage == "gone":
        shutil.rmtree(path.parent)
    else:
        path.write_bytes({"empty": b"", "no database": b"no " * 9000, "cut": data[:5000]}[damage])
    assert everything(ledger) == before
    assert everything(ledger) == before
    with sqlite3.connect(index_of(ledger)) as db:
        assert db.execute("SELECT count(*) FROM record").fetchone() == (9,)


def test_an_index_from_elsewhere_is_not_opened(ledger, tmp_path):
    everything(ledger)
    path = index_of(ledger)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE record SET data = (SELECT data FROM record LIMIT 1)")
    other = tmp_path / "copy"
    shutil.copytree(ledger, other)
    assert len(set(ids(everything(other)[0]))) == 9
    assert path.name not in os.listdir(other / folder.HIDDEN)


def test_a_link_for_a_folder_is_not_written_through(ledger, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (ledger / folder.HIDDEN).symlink_to(outside)
    assert len(everything(ledger)[0]) == 9
    assert os.listdir(outside) == []


def test_a_ledger_that_cannot_be_written_is_read_without(ledger, monkeypatch):
    def refuse(_):
        raise PermissionError("read-only")

    monkeypatch.setattr(opening, "make_room", refuse)
    assert len(everything(ledger)[0]) == 9
    assert not (ledger / folder.HIDDEN).exists()


def test_who_waits_too_long_for_another_reads_without_and_leaves_the_index(ledger, monkeypatch):
    everything(ledger)
    monkeypatch.setattr(opening, "PATIENCE", 0.01)
    write_record(ledger, make(text="Another."), "Another.")
    with sqlite3.connect(index_of(ledger), isolation_level=None) as db:
        db.execute("BEGIN EXCLUSIVE")
        assert len(everything(ledger)[0]) == 10
    assert len(everything(ledger)[0]) == 10


def test_odd_signs_do_no_harm(ledger):
    record = make(text="Odd.")
    odd = "a\\0'; DROP TABLE file; --"
    record = rewrite(record, 0, source=Source("Odd \x1b[31m", "person"), text="x\x1b[2J y")
    record = replace(record, article=replace(record.article, title="=1+1"))
    write_record(ledger, record, "Odd.")
    file = ledger / "events" / f"{record.article.id}.yaml"
    file.write_text(file.read_text().replace("type: fighting", f'type: "{odd}"'))
    assert len(everything(ledger)[0]) == 10
    assert len(everything(ledger)[0]) == 10


@pytest.mark.parametrize("name", ["orikhiv", "Zubrykanda", "ukraine", "lyman", "atlantis", "paris"])
def test_a_comparison_has_the_same_bytes_with_and_without(ledger, monkeypatch, cli, name):
    def compare(*options):
        done = cli("compare", "--place", name, "--ledger", str(ledger), *options)
        return done.returncode, done.stdout, done.stderr

    wishes = [("--format", "json"), ("--near", "300km", "--format", "csv"), ("--source", "nobody")]
    for options in wishes:
        found = compare(*options)
        with monkeypatch.context() as patch:
            patch.setattr(refresh, "WORTH_KEEPING", 10**9)
            assert compare(*options) == found
    assert index_of(ledger).exists()
