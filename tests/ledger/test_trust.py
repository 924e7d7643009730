"""A ledger may come from anybody, and from a run that was killed: what is touched, what is kept."""

import os
from dataclasses import replace

import pytest
from made_records import ACCEPTED, TEXT, make, printed, rewrite, the_record

from counterclaim.ledger import adopt, read_ledger, same_text, tidy, write_article, write_record
from counterclaim.ledger.lookup import read_named
from counterclaim.ledger.read import find_lone_texts
from counterclaim.records import Record


def names(ledger):
    return sorted(path.name for path in ledger.rglob("*") if path.is_file())


# --- whose record it is ---


@pytest.mark.parametrize("inside", ["../../outside", "/etc/passwd", "2023-03-14-another-fcc75bd9"])
def test_the_name_of_a_file_says_whose_record_it_is(tmp_path, inside):
    record = make()
    write_record(tmp_path, record, TEXT)
    path = tmp_path / "events" / f"{record.article.id}.yaml"
    path.write_text(path.read_text().replace(f"  id: {record.article.id}", f"  id: {inside}", 1))
    records, (problem,) = read_ledger(tmp_path)
    assert records == []
    assert (problem.code, problem.line, problem.column) == ("CC041", 3, 7)
    assert same_text(tmp_path, record.article.sha256) == []


def test_a_record_named_for_another_article_is_told_and_left_alone(tmp_path):
    write_record(tmp_path, make(), TEXT)
    stray = tmp_path / "events" / f"copy-{make().article.sha256[:8]}.yaml"
    stray.write_bytes((tmp_path / "events" / f"{make().article.id}.yaml").read_bytes())
    written = write_record(tmp_path, make(published="2023-03-15"), TEXT)
    assert [problem.code for problem in written.problems] == ["CC041"]
    assert stray.exists()


@pytest.mark.parametrize("folder", ["articles", "events"])
def test_a_link_that_leads_out_is_not_followed(tmp_path, folder):
    outside = tmp_path / "outside"
    outside.mkdir()
    ledger = tmp_path / "case"
    ledger.mkdir()
    (ledger / folder).symlink_to(outside)
    with pytest.raises(PermissionError, match="leads out of"):
        write_record(ledger, make(), TEXT)
    assert names(outside) == []


def test_a_link_within_the_ledger_and_the_mode_of_a_file_are_kept(tmp_path):
    record = make()
    write_record(tmp_path, record, TEXT)
    path = tmp_path / "events" / f"{record.article.id}.yaml"
    path.chmod(0o640)
    kept = tmp_path / "events" / "kept"
    path.rename(kept)
    path.symlink_to("kept")
    write_record(tmp_path, make(events=("shelling",)), TEXT)
    assert path.is_symlink()
    assert kept.stat().st_mode & 0o777 == 0o640
    assert len(the_record(tmp_path).events) == 1


# --- by hand ---


@pytest.mark.parametrize(
    ("fact", "value"), [("title", "Orikhiv convoy"), ("language", "uk"), ("file", "wire-7.txt")]
)
def test_a_fact_corrected_by_hand_is_kept_until_another_is_stated(fact, value):
    known = replace(printed("a.txt"), **{fact: value})
    assert getattr(adopt(printed("a.txt"), [known]), fact) == value
    assert adopt(printed("a.txt"), [known]).id == known.id
    if fact != "file":
        stated = adopt(printed("a.txt"), [known], {fact})
        assert getattr(stated, fact) == getattr(printed("a.txt"), fact)


def test_a_fact_that_another_takes_the_place_of_is_kept_aside(tmp_path):
    by_hand = replace(make(), article=replace(make().article, title="My title"))
    write_record(tmp_path, by_hand, TEXT)
    (aside,) = write_record(tmp_path, make(), TEXT).aside
    assert "My title" in aside.read_text()


def test_a_day_changed_by_hand_is_kept_aside(tmp_path):
    write_record(tmp_path, make(), TEXT)
    path = tmp_path / "events" / f"{make().article.id}.yaml"
    path.write_text(path.read_text().replace("published: '2023-03-14'", "published: '2022-01-01'"))
    (aside,) = write_record(tmp_path, make(), TEXT).aside
    assert "2022-01-01" in aside.read_text()


def test_a_text_changed_by_hand_is_kept_aside(tmp_path):
    write_record(tmp_path, make(), TEXT)
    text = tmp_path / "articles" / f"{make().article.id}.txt"
    text.write_text(f"{TEXT}my words\n")
    (aside,) = write_record(tmp_path, make(), TEXT).aside
    assert aside.name == f"{text.name}.orig"
    assert aside.read_text().endswith("my words\n")
    assert text.read_bytes() == TEXT.encode()


def test_a_reviewed_answer_still_answers_when_the_day_is_corrected(tmp_path):
    def answering(record, **changes):
        return rewrite(record, 1, responds_to=record.events[0].id, **changes)

    write_record(tmp_path, answering(make(), review=ACCEPTED), TEXT)
    new = answering(make(published="2023-03-15"))
    write_record(tmp_path, new, TEXT)
    claims = the_record(tmp_path).events
    assert claims[1].review == ACCEPTED
    assert claims[1].responds_to == claims[0].id == new.events[0].id


def test_two_reviewed_claims_with_one_id_are_both_kept(tmp_path):
    record = make()
    first = record.events[0].id
    twice = rewrite(rewrite(record, 0, review=ACCEPTED), 1, review=ACCEPTED, id=first)
    write_record(tmp_path, twice, TEXT)
    write_record(tmp_path, make(), TEXT)
    claims = the_record(tmp_path).events
    assert [(c.event.type, c.review) for c in claims] == [
        ("shelling", ACCEPTED),
        ("fighting", ACCEPTED),
    ]


# --- printings ---


def test_ids_do_not_depend_on_the_order_of_printings(tmp_path):
    infos = [printed(f"{n}.txt", f"The {n}") for n in ("Alpha", "Beta", "Gamma")]
    for ledger, order in ((tmp_path / "a", infos), (tmp_path / "b", infos[::-1])):
        for info in order:
            write_article(ledger, info, TEXT, lambda known: Record(known, ()))
    assert names(tmp_path / "a") == names(tmp_path / "b")
    assert len(names(tmp_path / "a")) == 6


def test_outlets_in_any_script_have_ids_of_their_own():
    ids = {adopt(printed("a.txt", outlet), []).id for outlet in ("Вісник", "Голос", "The Herald")}
    assert len(ids) == 3


def test_an_article_is_read_again_when_somebody_else_writes_its_text_meanwhile(tmp_path):
    """Two at once: the second learns the day of the first only after it has read its own."""
    dated, silent = printed("a.txt"), replace(printed("b.txt", published=None), published_from=None)
    read = []

    def slowly(known):
        if not read:
            write_article(tmp_path, dated, TEXT, lambda info: Record(info, ()))
        read.append(known.published)
        return Record(known, ())

    record, _ = write_article(tmp_path, silent, TEXT, slowly)
    assert read == [None, "2023-03-14"]
    assert record.article.published == "2023-03-14"
    assert len(read_ledger(tmp_path)[0]) == 1


# --- after a kill ---


def test_half_files_of_a_killed_run_are_removed_and_others_are_not(tmp_path):
    write_record(tmp_path, make(), TEXT)
    before = names(tmp_path)
    for folder in ("articles", "events"):
        (tmp_path / folder / ".2023-x-0a1b2c3d.txt.4711.tmp").write_text("ha")
        (tmp_path / folder / ".notes.tmp").write_text("mine")
    tidy(tmp_path)
    assert names(tmp_path) == sorted([*before, ".notes.tmp", ".notes.tmp"])


def test_a_text_left_by_a_killed_run_goes_when_the_article_comes_under_another_id(tmp_path):
    old, new = make(published=None), make()
    write_record(tmp_path, old, TEXT)
    (tmp_path / "events" / f"{old.article.id}.yaml").unlink()
    assert [problem.code for problem in find_lone_texts(tmp_path)] == ["CC044"]
    write_record(tmp_path, new, TEXT)
    assert names(tmp_path) == [f"{new.article.id}.txt", f"{new.article.id}.yaml"]


def test_a_lone_text_with_other_words_stays(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "events").mkdir()
    lone = tmp_path / "articles" / f"mine-{make().article.sha256[:8]}.txt"
    lone.write_text("Other words.")
    write_record(tmp_path, make(), TEXT)
    assert lone.read_text() == "Other words."


# --- reading little ---


def test_one_article_is_looked_up_without_reading_the_others(tmp_path):
    write_record(tmp_path, make(), TEXT)
    other = make(text="Shells fell.")
    write_record(tmp_path, other, "Shells fell.")
    damaged = tmp_path / "events" / f"{make().article.id}.yaml"
    damaged.write_text("a: [")
    short = other.article.sha256[:8]
    for name in (
        other.article.id,
        f"{other.article.id}#1",
        f"events/{other.article.id}.yaml",
        short,
    ):
        records, problems = read_named(tmp_path, name)
        assert ([record.article.id for record in records], problems) == ([other.article.id], [])
    assert len(read_named(tmp_path, "convoy")[1]) == 1


def test_a_folder_that_cannot_be_listed_is_not_empty(tmp_path, monkeypatch):
    write_record(tmp_path, make(), TEXT)

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    records, (problem,) = read_ledger(tmp_path)
    assert (records, problem.code, problem.message) == (
        [],
        "CC001",
        "cannot be read: Permission denied",
    )


# --- what a person has typed ---


@pytest.mark.parametrize("day", ["soon", "25.1.2023", "2023-13-45", "../../x", "9999-12-31"])
def test_a_day_that_is_none_is_not_reckoned_with_and_kept_aside(tmp_path, day):
    record = make()
    write_record(tmp_path, record, TEXT)
    path = tmp_path / "events" / f"{record.article.id}.yaml"
    path.write_text(path.read_text().replace("published: '2023-03-14'", f"published: {day}"))
    about = adopt(make(published=None).article, same_text(tmp_path, record.article.sha256))
    assert about.published is None
    assert about.id == record.article.id
    written = write_record(tmp_path, make(published=None), TEXT)
    assert f"published: {day}" in written.aside[0].read_text()


def test_a_day_with_a_time_of_day_is_a_day(tmp_path):
    record = make()
    write_record(tmp_path, record, TEXT)
    path = tmp_path / "events" / f"{record.article.id}.yaml"
    path.write_text(path.read_text().replace("'2023-03-14'", "2023-03-14T22:30"))
    about = adopt(make(published=None).article, same_text(tmp_path, record.article.sha256))
    assert about.published == "2023-03-14"


@pytest.mark.parametrize("review", ["{note: look again}", "{status: unreviewed, reviewer: jo}"])
def test_a_review_block_of_any_kind_is_kept(tmp_path, review):
    record = make()
    write_record(tmp_path, record, TEXT)
    path = tmp_path / "events" / f"{record.article.id}.yaml"
    path.write_text(path.read_text() + f"  review: {review}\n")
    write_record(tmp_path, record, TEXT)
    assert the_record(tmp_path).events[-1].review.status == "unreviewed"
    assert review.partition(": ")[2].rpartition(" ")[2] in path.read_text()


def test_what_is_given_back_is_what_was_written(tmp_path):
    record = make()
    write_record(tmp_path, record, TEXT)
    path = tmp_path / "events" / f"{record.article.id}.yaml"
    path.write_text(path.read_text() + "  review: {status: accepted, reviewer: jo}\n")
    given, _ = write_article(tmp_path, record.article, TEXT, lambda info: Record(info, ()))
    assert given == the_record(tmp_path)
    assert [claim.review.reviewer for claim in given.events] == ["jo"]


# --- links and folders that are not what they seem ---


def test_a_text_that_is_a_link_to_itself_is_written_anew(tmp_path):
    record = make()
    write_record(tmp_path, record, TEXT)
    path = tmp_path / "articles" / f"{record.article.id}.txt"
    path.unlink()
    path.symlink_to(path.name)
    write_record(tmp_path, record, TEXT)
    assert path.read_bytes() == TEXT.encode()


def test_a_folder_that_is_a_link_to_itself_cannot_be_written(tmp_path):
    (tmp_path / "articles").symlink_to("articles")
    with pytest.raises(OSError, match="articles"):
        write_record(tmp_path, make(), TEXT)


def test_a_file_in_the_place_of_the_texts_is_told(tmp_path):
    write_record(tmp_path, make(), TEXT)
    for path in (tmp_path / "articles").iterdir():
        path.unlink()
    (tmp_path / "articles").rmdir()
    (tmp_path / "articles").write_text("")
    (problem,) = find_lone_texts(tmp_path)
    assert (problem.code, problem.message) == ("CC001", "cannot be read: Not a directory")


# --- printings ---


def test_of_two_printings_from_files_of_one_name_each_is_the_one_with_its_facts():
    here, there = (printed("wire.txt", outlet) for outlet in ("Gazette", "Herald"))
    named = [replace(here, title="in Gazette"), replace(there, title="in Herald")]
    for known in (named, named[::-1]):
        assert adopt(here, known).title == "in Gazette"
        assert adopt(there, known).title == "in Herald"
