"""A corrected article: ids, reviews and the earlier version stay."""

import pytest

from counterclaim.ledger import read_ledger
from counterclaim.ledger import write as writing

FIRST = """---
title: Convoy halted near Orikhiv
published: 2023-03-14
outlet: The Herald
---

Shells fell on Orikhiv overnight, the governor said. Nobody slept in
the town, he said, and the road stayed closed.

The army said it had repelled an attack near Lyman. Seven soldiers were killed there, it added.
"""
SECOND = FIRST.replace("Seven soldiers", "Nine soldiers").replace(
    "Shells fell", "According to early reports, shells fell"
)


@pytest.fixture
def ingest(cli, tmp_path):
    def run(text, name="convoy.md", *options):
        (tmp_path / name).write_text(text)
        return cli("ingest", str(tmp_path / name), "--ledger", str(tmp_path / "case"), *options)

    return run


@pytest.fixture
def ledger(tmp_path):
    return tmp_path / "case"


def record(ledger):
    ((found,), problems) = read_ledger(ledger)
    assert problems == []
    return found


def numbers(found):
    return {claim.text: claim.id.rpartition("#")[2] for claim in found.events}


def tree(ledger):
    return {p.relative_to(ledger).as_posix(): p.read_bytes() for p in ledger.rglob("*.*")}


def test_claims_in_the_same_words_keep_their_numbers(ingest, ledger, cli):
    ingest(FIRST)
    before = record(ledger)
    done = ingest(SECOND)
    after = record(ledger)
    assert f"a correction of {before.article.id}, kept in earlier/" in done.stderr
    assert after.article.replaces == before.article.id
    same = numbers(before).keys() & numbers(after).keys()
    assert same
    assert {w: numbers(before)[w] for w in same} == {w: numbers(after)[w] for w in same}
    fresh = {n for w, n in numbers(after).items() if w not in same}
    assert fresh.isdisjoint(numbers(before).values())
    assert cli("check", str(ledger)).returncode == 0


def test_the_earlier_version_is_kept_and_comes_to_no_harm(ingest, ledger):
    ingest(FIRST)
    old = record(ledger).article.id
    stored = {n.partition("/")[2]: d for n, d in tree(ledger).items()}
    ingest(SECOND)
    assert (ledger / "earlier" / f"{old}.txt").read_bytes() == stored[f"{old}.txt"]
    assert (ledger / "earlier" / f"{old}.yaml").read_bytes() == stored[f"{old}.yaml"]
    now = tree(ledger)
    assert ingest(SECOND).stderr.startswith("unchanged")
    done = ingest(FIRST)
    assert "superseded" in done.stderr
    assert tree(ledger) == now


def test_what_a_person_said_goes_with_the_words(ingest, ledger, cli):
    ingest(FIRST)
    (path,) = (ledger / "events").iterdir()
    last = record(ledger).events[-1]
    gone = next(claim for claim in record(ledger).events if "Seven" in claim.text)
    kept = next(claim for claim in record(ledger).events if "repelled" in claim.text)
    assert last.id
    lines = path.read_text().splitlines()
    for claim in (gone, kept):
        at = next(n for n, line in enumerate(lines) if line == f"- id: {claim.id}")
        lines.insert(at + 1, "  review: {status: accepted, reviewer: jo}")
    path.write_text("\n".join(lines) + "\n")
    done = ingest(SECOND)
    assert f"{gone.id} was reviewed, and its words are gone" in done.stderr
    found = next(claim for claim in record(ledger).events if claim.text == kept.text)
    assert (found.review.reviewer, found.id[-2:]) == ("jo", kept.id[-2:])
    assert cli("check", str(ledger)).returncode == 0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (SECOND, "another.md"),  # another file, and nothing says it is the same page
        (SECOND.replace("The Herald", "The Gazette"), "convoy.md"),
        (SECOND.replace("2023-03-14", "2023-03-15"), "convoy.md"),
        (FIRST.partition("Shells")[0] + "Talks began in Geneva, Kyiv said.\n", "convoy.md"),
    ],
)
def test_another_article_is_no_correction(ingest, ledger, text, name):
    ingest(FIRST)
    assert ingest(text, name).stderr.count("correction") == 0
    assert len(read_ledger(ledger)[0]) == 2


def test_one_address_is_one_article(ingest, ledger):
    ingest(FIRST, "a.md", "--url", "https://example.org/convoy")
    ingest(SECOND, "b.md", "--url", "https://example.org/convoy")
    assert record(ledger).article.replaces


def test_a_move_that_was_cut_short_is_finished(ingest, ledger, monkeypatch):
    ingest(FIRST)
    with monkeypatch.context() as patch:
        patch.setattr(writing, "finish_correction", lambda *_: None)
        ingest(SECOND)
    assert len(read_ledger(ledger)[0]) == 2
    ingest(SECOND)
    assert record(ledger).article.replaces
    assert len(list((ledger / "earlier").iterdir())) == 2


def test_a_record_replaces_no_article_that_is_another(ingest, ledger):
    ingest(FIRST)
    ingest("Talks began in Geneva, Kyiv said on Monday.\n", "talks.md")
    talks, convoy = sorted((ledger / "events").iterdir(), key=lambda p: "talks" not in p.name)
    words = f"  replaces: {talks.stem}\n  language: en"
    convoy.write_text(convoy.read_text().replace("  language: en", words))
    ingest(FIRST)
    assert talks.exists()
    assert not (ledger / "earlier").exists()


def test_what_a_record_says_it_replaces_chooses_no_file_elsewhere(ingest, ledger, tmp_path):
    ingest(FIRST)
    (path,) = (ledger / "events").iterdir()
    (tmp_path / "notes.txt").write_text("mine")
    words = "  replaces: ../../notes\n  language: en"
    path.write_text(path.read_text().replace("  language: en", words))
    ingest(FIRST)
    assert (tmp_path / "notes.txt").read_text() == "mine"
