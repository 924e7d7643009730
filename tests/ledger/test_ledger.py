"""A ledger: where it is, what is written when, what survives."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from made_records import ACCEPTED, TEXT, make, printed, rewrite, the_record

from counterclaim.ledger import (
    Written,
    adopt,
    article_id,
    find_ledger,
    read_article,
    read_ledger,
    same_text,
    write_record,
)
from counterclaim.ledger.files import locked, write_atomically
from counterclaim.ledger.ids import slug
from counterclaim.ledger.merge import carry_over
from counterclaim.ledger.printings import same_printing
from counterclaim.ledger.read import read_records, record_files
from counterclaim.records import Record, Review, Source, Time

# --- names ---


@pytest.mark.parametrize(
    ("title", "published", "expected"),
    [
        ("Convoy halted at Orikhiv", "2023-03-14", "2023-03-14-convoy-halted-at-orikhiv-0a1b2c3d"),
        ("Kreminna’s “front” — 2 dead", None, "undated-kreminnas-front-2-dead-0a1b2c3d"),
        ("Łódź, Đakovo, Straße", None, "undated-lodz-dakovo-strasse-0a1b2c3d"),
        ("Бої під Лиманом", None, "undated-article-0a1b2c3d"),
        (None, None, "undated-article-0a1b2c3d"),
    ],
)
def test_article_ids(title, published, expected):
    assert article_id(title, published, "0a1b2c3d4e5f") == expected


def test_a_slug_is_cut_between_words():
    cut = slug("The convoy that was halted on the road to Orikhiv has been shelled all night")
    assert cut == "the-convoy-that-was-halted-on-the-road-to-orikhiv-has-been"
    assert slug("x" * 300) == "x" * 60


# --- where ---


def test_the_option_comes_first(monkeypatch, tmp_path):
    monkeypatch.setenv("COUNTERCLAIM_LEDGER", "elsewhere")
    assert find_ledger(tmp_path) == tmp_path


def test_then_the_variable(monkeypatch):
    monkeypatch.setenv("COUNTERCLAIM_LEDGER", "elsewhere")
    assert find_ledger(None) == Path("elsewhere")


def test_then_the_nearest_data_with_events(monkeypatch, tmp_path):
    monkeypatch.delenv("COUNTERCLAIM_LEDGER", raising=False)
    (tmp_path / "data" / "events").mkdir(parents=True)
    (tmp_path / "desk" / "data").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "desk")
    assert find_ledger(None) == tmp_path / "data"
    (tmp_path / "desk" / "data" / "events").mkdir()
    assert find_ledger(None) == Path("data")


def test_else_here(monkeypatch, tmp_path):
    monkeypatch.delenv("COUNTERCLAIM_LEDGER", raising=False)
    monkeypatch.chdir(tmp_path)
    assert find_ledger(None) == Path("data")


# --- writing ---


def test_new_then_unchanged_and_untouched(tmp_path):
    record = make()
    assert write_record(tmp_path, record, TEXT).outcome == "new"
    files = sorted(p for p in tmp_path.rglob("*") if p.is_file())
    assert [p.relative_to(tmp_path).as_posix() for p in files] == [
        f"articles/{record.article.id}.txt",
        f"events/{record.article.id}.yaml",
    ]
    for path in files:
        os.utime(path, (1, 1))
    assert write_record(tmp_path, record, TEXT).outcome == "unchanged"
    assert [path.stat().st_mtime for path in files] == [1, 1]
    assert sorted(p for p in tmp_path.rglob("*") if p.is_file()) == files


def test_the_text_is_kept_byte_for_byte(tmp_path):
    record = make()
    write_record(tmp_path, record, TEXT)
    stored = tmp_path / "articles" / f"{record.article.id}.txt"
    assert stored.read_bytes() == TEXT.encode()
    assert read_article(tmp_path, record.article.id) == TEXT
    assert the_record(tmp_path) == record


def test_another_reading_updates(tmp_path):
    write_record(tmp_path, make(), TEXT)
    assert write_record(tmp_path, make(events=("shelling",)), TEXT).outcome == "updated"
    assert len(the_record(tmp_path).events) == 1


def test_another_date_replaces_the_record(tmp_path):
    old, new = make(published=None), make(published="2023-03-15")
    write_record(tmp_path, old, TEXT)
    assert [info.id for info in same_text(tmp_path, old.article.sha256)] == [old.article.id]
    assert write_record(tmp_path, new, TEXT).outcome == "updated"
    assert the_record(tmp_path) == new
    assert [p.stem for p in (tmp_path / "articles").iterdir()] == [new.article.id]


def test_another_article_is_left_alone(tmp_path):
    write_record(tmp_path, make(), TEXT)
    assert write_record(tmp_path, make(text="Other words."), "Other words.").outcome == "new"
    assert len(read_ledger(tmp_path)[0]) == 2


def test_a_record_of_another_text_is_refused(tmp_path):
    with pytest.raises(ValueError, match="sha256"):
        write_record(tmp_path, make(), "Other words.")
    assert list(tmp_path.iterdir()) == []


def test_an_id_cannot_lead_out_of_the_ledger(tmp_path):
    record = make()
    bad = replace(record, article=replace(record.article, id="../../x"))
    with pytest.raises(ValueError, match="not the id"):
        write_record(tmp_path, bad, TEXT)
    with pytest.raises(FileNotFoundError):
        read_article(tmp_path, "../../etc/passwd")


# --- reviews ---


def test_a_review_survives(tmp_path):
    write_record(tmp_path, rewrite(make(), 1, review=ACCEPTED), TEXT)
    assert write_record(tmp_path, make(), TEXT).outcome == "unchanged"
    assert [claim.review for claim in the_record(tmp_path).events] == [Review(), ACCEPTED]


def test_a_corrected_record_stays_as_the_person_left_it(tmp_path):
    corrected = rewrite(
        make(),
        0,
        spans=((17, 28),),
        text="Shells fell",
        source=Source("Olha Marchenko", "person", "ukraine"),
        review=Review("corrected", "anna"),
    )
    write_record(tmp_path, corrected, TEXT)
    write_record(tmp_path, make(), TEXT)
    assert the_record(tmp_path) == corrected


def test_claims_keep_their_numbers_when_more_are_found(tmp_path):
    write_record(tmp_path, rewrite(make(), 1, review=ACCEPTED), TEXT)
    write_record(tmp_path, make(events=("casualties", "shelling", "fighting")), TEXT)
    assert [(c.id[-2:], c.event.type, c.review.status) for c in the_record(tmp_path).events] == [
        ("01", "shelling", "unreviewed"),
        ("02", "fighting", "accepted"),
        ("03", "casualties", "unreviewed"),
    ]


def test_a_number_is_never_given_to_another_claim():
    old = make(events=("shelling", "fighting", "advance"))
    less = rewrite(rewrite(make(), 0, event=old.events[0].event), 1, event=old.events[2].event)
    once = carry_over(less, old)
    assert [c.id[-2:] for c in once.events] == ["01", "03"]
    other = rewrite(
        make(events=("shelling", "advance", "strike")), 2, spans=((0, 6),), text="Convoy"
    )
    again = carry_over(other, once)
    assert [(c.id[-2:], c.event.type) for c in again.events] == [
        ("01", "shelling"),
        ("03", "advance"),
        ("04", "strike"),
    ]


def test_an_answer_follows_the_claim_that_it_answers():
    old = make(events=("shelling", "fighting"))
    new = make(events=("casualties", "shelling", "fighting"))
    new = rewrite(new, 2, responds_to=new.events[1].id, stance="denies")
    found = carry_over(new, old)
    assert [(c.id[-2:], (c.responds_to or "")[-2:]) for c in found.events] == [
        ("01", ""),
        ("02", "01"),
        ("03", ""),
    ]


def test_a_reviewed_claim_that_is_no_longer_found_is_kept(tmp_path):
    write_record(
        tmp_path,
        rewrite(make(), 1, review=ACCEPTED, spans=((0, 6),), text="Convoy"),
        TEXT,
    )
    new = make(events=("shelling",))
    assert write_record(tmp_path, new, TEXT).outcome == "unchanged"
    statuses = [claim.review.status for claim in the_record(tmp_path).events]
    assert statuses == ["unreviewed", "accepted"]
    assert write_record(tmp_path, new, TEXT).outcome == "unchanged"


def test_reviews_move_with_the_article_to_another_date(tmp_path):
    write_record(tmp_path, rewrite(make(published=None), 0, review=ACCEPTED), TEXT)
    new = make(published="2023-03-15")
    write_record(tmp_path, new, TEXT)
    claims = the_record(tmp_path).events
    assert [claim.id for claim in claims] == [claim.id for claim in new.events]
    assert claims[0].review == ACCEPTED


def test_a_damaged_record_is_kept_aside(tmp_path):
    record = make()
    write_record(tmp_path, record, TEXT)
    path = tmp_path / "events" / f"{record.article.id}.yaml"
    path.write_text("schema: counterclaim/1\nreview: [unclosed\n")
    assert write_record(tmp_path, record, TEXT).outcome == "updated"
    assert the_record(tmp_path) == record
    assert "unclosed" in path.with_name(f"{path.name}.orig").read_text()


def test_what_a_person_changed_without_a_review_is_kept_aside(tmp_path):
    changed = rewrite(make(), 0, source=Source("Olha Marchenko", "person", "ukraine"))
    write_record(tmp_path, changed, TEXT)
    path = tmp_path / "events" / f"{changed.article.id}.yaml"
    by_hand = path.read_bytes()
    written = write_record(tmp_path, make(), TEXT)
    assert written == Written("updated", (path.with_name(f"{path.name}.orig"),))
    assert written.aside[0].read_bytes() == by_hand
    path.write_bytes(by_hand.replace(b"Olha", b"Anna"))
    assert write_record(tmp_path, make(), TEXT).aside[0].name.endswith(".orig2")
    assert written.aside[0].read_bytes() == by_hand
    assert write_record(tmp_path, make(), TEXT) == Written("unchanged")


def test_a_comment_is_kept_aside_and_a_new_claim_loses_nothing(tmp_path):
    write_record(tmp_path, make(events=("shelling",)), TEXT)
    path = tmp_path / "events" / f"{make().article.id}.yaml"
    assert write_record(tmp_path, make(), TEXT) == Written("updated")
    path.write_text(f"{path.read_text()}# ask the mayor\n")
    (aside,) = write_record(tmp_path, make(), TEXT).aside
    assert "ask the mayor" in aside.read_text()


def test_another_date_alone_loses_nothing(tmp_path):
    write_record(tmp_path, make(published=None), TEXT)
    dated = rewrite(make(), 0, time=Time("overnight", (12, 21), "2023-03-13", "2023-03-14"))
    assert write_record(tmp_path, dated, TEXT) == Written("updated")


# --- printings ---


def test_wire_copy_of_two_outlets_is_two_articles(tmp_path):
    gazette, herald = printed("a.txt", "The Gazette"), printed("b.txt", "The Herald")
    for info in (gazette, herald, gazette, herald):
        named = adopt(info, same_text(tmp_path, info.sha256))
        write_record(tmp_path, Record(named, ()), TEXT)
    assert [(r.article.outlet, r.article.id) for r in read_ledger(tmp_path)[0]] == [
        ("The Gazette", "2023-03-14-convoy-halted-the-gazette-" + gazette.sha256[:8]),
        ("The Herald", "2023-03-14-convoy-halted-the-herald-" + gazette.sha256[:8]),
    ]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (printed("b.txt"), True),  # nothing else is said of it
        (printed("b.txt", published=None), True),
        (printed("a.txt", "The Herald", "2023-03-15"), True),  # the same file: a correction
        (printed("b.txt", "The Herald"), False),
        (printed("b.txt", "The Gazette", "2023-03-15"), False),
    ],
)
def test_which_printing(other, same):
    known = printed("a.txt", "The Gazette")
    assert same_printing(known, other) == same_printing(other, known) == same


def test_what_is_known_of_a_printing_stays_until_something_else_is_said():
    known = printed("a.txt", "The Gazette", "2023-03-15")
    silent = replace(printed("a.txt", published="2023-03-14"), published_from="dateline")
    assert adopt(silent, [known]) == known
    assert adopt(printed("a.txt", "The Herald"), [known]).outlet == "The Herald"


# --- reading ---


def test_one_damaged_file_costs_nothing_else(tmp_path):
    write_record(tmp_path, make(), TEXT)
    events = tmp_path / "events"
    (events / "0.yaml").write_text("a: 1\na: 2\n")
    (events / "1.yaml").write_bytes(b"\xff\xfe")
    (events / "2.yaml").write_text("schema: counterclaim/1\narticle: {id: x}\n")
    (events / "notes.txt").write_text("not a record")
    records, problems = read_ledger(tmp_path)
    assert len(records) == 1
    assert [(Path(p.file).name, p.code) for p in problems] == [
        ("0.yaml", "CC011"),
        ("1.yaml", "CC002"),
        ("2.yaml", "CC020"),
    ]
    assert "article.sha256 is missing" in problems[2].message


def test_a_file_that_is_gone_since_the_folder_was_listed_is_not_there(tmp_path):
    write_record(tmp_path, make(), TEXT)
    (file,) = record_files(tmp_path)
    assert read_records([file, file.with_name("gone.yaml")]) == ([make()], [])


def test_records_are_sorted(tmp_path):
    for day in ("2023-03-16", "2023-03-14", "2023-03-15"):
        text = f"Shells fell on {day}."
        write_record(tmp_path, make(published=day, text=text), text)
    days = [record.article.published for record in read_ledger(tmp_path)[0]]
    assert days == ["2023-03-14", "2023-03-15", "2023-03-16"]


def test_no_ledger(tmp_path):
    records, (problem,) = read_ledger(tmp_path / "none")
    assert (records, problem.code) == ([], "CC042")


# --- files ---


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "x.yaml"
    write_atomically(path, b"old")

    def fail(_):
        raise OSError("disk full")

    monkeypatch.setattr("counterclaim.ledger.files.os.fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["x.yaml"]


def test_the_article_is_there_before_its_records(tmp_path, monkeypatch):
    order = []

    def note(path, data):
        order.append(path.parent.name)
        return write_atomically(path, data)

    monkeypatch.setattr("counterclaim.ledger.write.write_atomically", note)
    write_record(tmp_path, make(), TEXT)
    assert order == ["articles", "events"]


def test_writers_wait_for_each_other(tmp_path):
    fcntl = pytest.importorskip("fcntl")
    handle = os.open(tmp_path, os.O_RDONLY)
    with locked(tmp_path), pytest.raises(BlockingIOError):
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(handle)
    assert list(tmp_path.iterdir()) == []
