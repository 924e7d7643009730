"""`counterclaim reingest`: a ledger read again by other rules; ids and what people did stay."""

from dataclasses import replace

import pytest
import yaml

from counterclaim.commands import _reingest
from counterclaim.extraction.pipeline import extract
from counterclaim.ledger import read_ledger


@pytest.fixture
def ledger(convoy):
    return convoy


@pytest.fixture
def reingest(cli, ledger):
    return lambda *options: cli("reingest", *options, "--ledger", str(ledger))


def record_file(ledger):
    (path,) = (ledger / "events").glob("*.yaml")
    return path


def record(ledger):
    ((found,), problems) = read_ledger(ledger)
    assert problems == []
    return found


def with_rules(monkeypatch, change):
    """Another version of the program, which reads each claim a little differently."""

    def read(text, info):
        found = extract(text, info)
        return replace(found, events=change(found.events))

    monkeypatch.setattr(_reingest, "extract", read)


def doubted(events):
    return tuple(replace(claim, hedged=True) for claim in events)


def test_the_same_rules_change_nothing(reingest, ledger):
    before = record_file(ledger).read_bytes()
    done = reingest()
    assert (done.returncode, done.stdout) == (0, "")
    assert "1 articles: 1 the same" in done.stderr
    assert record_file(ledger).read_bytes() == before


def test_a_dry_run_shows_and_writes_nothing(reingest, ledger, monkeypatch):
    before = record_file(ledger).read_bytes()
    with_rules(monkeypatch, doubted)
    done = reingest("--dry-run")
    assert "~ #01" in done.stdout
    assert "hedged: · → true" in done.stdout
    assert "nothing is written" in done.stderr
    assert record_file(ledger).read_bytes() == before


def test_an_untouched_record_is_replaced_without_a_copy(reingest, ledger, monkeypatch):
    with_rules(monkeypatch, doubted)
    assert reingest().returncode == 0
    assert all(claim.hedged for claim in record(ledger).events)
    assert [p.name for p in record_file(ledger).parent.iterdir()] == [record_file(ledger).name]
    assert "1 the same" in reingest().stderr


def test_ids_stay_when_a_claim_is_no_longer_found(reingest, ledger, monkeypatch):
    ids = [claim.id for claim in record(ledger).events]
    with_rules(monkeypatch, lambda events: events[1:])
    assert f"- #{ids[0][-2:]}" in reingest().stdout
    assert [claim.id for claim in record(ledger).events] == ids[1:]


def test_an_edited_record_stays_and_both_readings_are_shown(reingest, ledger, monkeypatch):
    path = record_file(ledger)
    path.write_text(path.read_text().replace("stance: asserts", "stance: doubts", 1))
    edited = path.read_bytes()
    done = reingest()
    assert done.returncode == 1
    assert "stance: doubts | asserts" in done.stdout
    assert "1 in conflict" in done.stderr
    assert path.read_bytes() == edited
    done = reingest("--replace")
    assert record(ledger).events[0].stance == "asserts"
    assert path.with_name(f"{path.name}.orig").read_bytes() == edited


def test_what_was_reviewed_stays_and_the_rest_is_read_anew(reingest, ledger, monkeypatch):
    path = record_file(ledger)
    plain = yaml.safe_load(path.read_text())
    plain["events"][0]["review"] = {"status": "accepted", "reviewer": "jo"}
    path.write_text(yaml.safe_dump(plain, sort_keys=False, allow_unicode=True))
    with_rules(monkeypatch, doubted)
    assert reingest("--replace").returncode in (0, 1)
    first, *rest = record(ledger).events
    assert (first.review.reviewer, first.hedged) == ("jo", False)
    assert all(claim.hedged for claim in rest)


def test_one_that_cannot_be_read_costs_nothing_else(reingest, ledger):
    (ledger / "events" / "broken.yaml").write_text("schema: [")
    done = reingest()
    assert done.returncode == 1
    assert "1 not read, 1 the same" in done.stderr


def test_a_text_changed_by_hand_is_not_read_by_the_offsets_of_another(reingest, ledger):
    (text,) = (ledger / "articles").iterdir()
    text.write_text("Other words.\n")
    done = reingest()
    assert (done.returncode, "CC036" in done.stderr) == (1, True)


def test_an_unknown_article_is_told(reingest):
    assert reingest("no-such-article").returncode == 2
