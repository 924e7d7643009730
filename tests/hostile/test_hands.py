"""What people have changed, and what two of them do at once: nothing is lost without a word."""

import re

import pytest

DENIED = (
    "Army says it hit depot near Rafah\n\n"
    "The Israeli army said its aircraft attacked a weapons depot in Rafah, a claim Hamas denied.\n"
)
WIRE = "Mill shelled\n\nThe mill in Orikhiv was shelled on Monday, Kyiv said.\n"


def test_wire_copy_by_two_at_once_is_two_records(run_together, here, records):
    for name in ("one", "two"):
        (here / f"{name}.txt").write_text(WIRE)
    for number in range(3):
        ledger = f"ledger{number}"
        common = ("-q", "--published", "2023-03-14", "--ledger", ledger)
        both = run_together(
            ["ingest", "one.txt", *common, "--outlet", "Gazette"],
            ["ingest", "two.txt", *common, "--outlet", "Herald"],
        )
        assert [said.code for said in both] == [0, 0]
        assert len(records(ledger)) == 2


def test_a_reviewed_denial_keeps_what_it_denies_when_the_day_is_corrected(run, here, records):
    (here / "a.txt").write_text(DENIED)
    run("ingest", "a.txt", "-q", "--published", "2024-09-10", "--ledger", "case")
    (record,) = records("case")
    written = record.read_text()
    assert "responds_to:" in written
    record.write_text(_reviewed(written))
    run("ingest", "a.txt", "-q", "--published", "2024-09-11", "--ledger", "case")
    said = run("check", "case")
    assert said.code == 0, said.out
    (record,) = records("case")
    assert record.read_text().count("reviewer: Olena") == written.count("\n- id: ")


@pytest.mark.parametrize("key", ["title", "language", "file"])
def test_facts_corrected_by_hand_are_kept(run, known, records, key):
    run("ingest", "known.txt", "-q", "--ledger", "case")
    (record,) = records("case")
    line = f"  {key}: {'fr' if key == 'language' else 'by-hand'}\n"
    record.write_text(re.sub(rf"(?m)^  {key}: .*\n", line, record.read_text()))
    said = run("ingest", "known.txt", "-q", "--ledger", "case")
    kept = [path for path in record.parent.iterdir() if line in path.read_text()]
    assert kept
    assert record in kept or kept[0].name in said.err


def test_a_text_changed_by_hand_is_kept(run, known, here):
    run("ingest", "known.txt", "-q", "--ledger", "case")
    (text,) = (here / "case" / "articles").iterdir()
    text.write_text(text.read_text() + "Words by hand.\n")
    said = run("ingest", "known.txt", "-q", "--ledger", "case")
    kept = [path for path in (here / "case").rglob("*") if _says(path, "Words by hand.")]
    assert kept
    assert text in kept or kept[0].name in said.err


def _reviewed(record):
    """A record file in which a person has accepted every claim."""
    head, *claims = record.split("\n- id: ")
    review = "\n  review: {status: accepted, reviewer: Olena}"
    return "\n- id: ".join([head, *(claim.rstrip("\n") + review for claim in claims)]) + "\n"


def _says(path, words):
    return path.is_file() and words in path.read_text()


def test_files_of_one_name_in_two_folders_are_two_printings(run, here, records):
    for outlet in ("Gazette", "Herald"):
        path = here / "in" / outlet / "wire.md"
        path.parent.mkdir(parents=True)
        path.write_text(f"---\noutlet: {outlet}\npublished: 2023-03-14\n---\n{WIRE}")
    assert run("ingest", "in", "--ledger", "case").lines[-1] == "2 articles: 2 new; 2 claims"
    first = {path.name: path.read_bytes() for path in (here / "case").rglob("*.*")}
    files = [re.search("file: (.*)", path.read_text())[1] for path in records("case")]
    assert files == ["wire.md", "Herald/wire.md"]
    for words in (["in"], ["in/Herald", "in/Gazette"], ["in/Herald/wire.md"]):
        assert run("ingest", *words, "-q", "--ledger", "case").err == ""
        assert {path.name: path.read_bytes() for path in (here / "case").rglob("*.*")} == first
    assert "Herald" in run("show", "Herald/wire.md", "--ledger", "case").out


def test_what_ingest_says_of_a_file_is_what_stands_there(run, here, records):
    (here / "a.txt").write_text(WIRE)
    run("ingest", "a.txt", "-q", "--ledger", "case")
    (record,) = records("case")
    extra = record.read_text().partition("events:\n")[2].replace("#01", "#09")
    record.write_text(
        record.read_text() + extra.replace("[[", "[[1").rstrip("\n") + "\n  review: {note: mine}\n"
    )
    said = run("ingest", "a.txt", "--ledger", "case")
    assert " 1 claim in " in said.err  # the second is damaged, and set aside as it stood
    assert "note: mine" in record.with_name(f"{record.name}.orig").read_text()
    assert run("ingest", "a.txt", "--ledger", "case", "--format", "yaml").out == record.read_text()


@pytest.mark.parametrize("ends", [("2023-01-xx", "2023-01-yy"), ("2023-01-²5", "2023-01-26")])
def test_a_day_that_is_none_is_shown_as_it_stands(run, ledger, ends):
    events = ledger() / "events"
    (path,) = events.iterdir()
    time = f"  time: {{earliest: {ends[0]}, latest: {ends[1]}}}\n"
    path.write_text(path.read_text() + time)
    for words in (["show", "orikhiv"], ["compare"], ["compare", "--timeline"]):
        assert run(*words, "--ledger", "case").code == 0
