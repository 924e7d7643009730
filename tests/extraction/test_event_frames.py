"""Each frame of an event reads its own example, and what only looks like it is read otherwise."""

from __future__ import annotations

from collections import Counter

import pytest

from counterclaim.extraction.events.coding import code_event
from counterclaim.knowledge.event_frames import load_event_frames
from counterclaim.knowledge.lexicon import noun_classes
from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.mentions import scan_actors
from counterclaim.knowledge.predicates import load_predicates
from counterclaim.language.parser import parse_text
from counterclaim.resources import data_path

EXAMPLES = {
    row["id"]: row["example"] for row in read_yaml(data_path("predicates", "frames.yaml"))["frames"]
}


def coded(text: str) -> str:
    return code_event(parse_text(text), ((0, len(text)),), actors=scan_actors(text)).type


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_a_row_reads_its_example(example: list[str]) -> None:
    assert coded(example[0]) == example[1]


def test_rows_have_names_of_their_own_and_name_what_is_there() -> None:
    rows = load_event_frames().rows
    assert [name for name, times in Counter(row.id for row in rows).items() if times > 1] == []
    known = {kind for kinds in noun_classes("events").values() for kind in kinds}
    known |= {"name", "number", "state"}
    for row in rows:
        assert row.gives is None or row.gives in load_predicates(), row.id
        asked = row.object | row.no_object | row.subject | row.no_subject | row.present | row.absent
        assert asked <= known, (row.id, asked - known)


@pytest.mark.parametrize(
    ("text", "initiator", "target", "negated"),
    [
        # what is lost is the loser's
        ("Ukraine lost three tanks near the lake.", None, "Ukraine", None),
        # what failed is told by its type alone, and by whom it failed
        ("M23 failed to take the town.", None, "M23", None),
        ("The Houthis' attack on the fort failed.", None, "Houthis", None),
        ("M23 refrained from attacking the town.", "M23", None, True),
        # who does what a weapon is the means of
        ("Drone attacks by Hezbollah continued.", "Hezbollah", None, None),
        # nobody is meant by "terrorists" whom the text does not name
        ("The Israeli army killed 20 terrorists.", "Israel Defense Forces", "terrorists", None),
    ],
)
def test_who_gains_and_who_loses(
    text: str, initiator: str | None, target: str | None, negated: bool | None
) -> None:
    event = code_event(parse_text(text), ((0, len(text)),), actors=scan_actors(text))
    parties = [None if who is None else who.name for who in (event.initiator, event.target)]
    assert (parties, event.role("negated")) == ([initiator, target], negated)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        # the same aim in every tense and voice
        ("M23 intends to attack Bukavu.", "intent"),
        ("M23 had been intending to attack Bukavu.", "intent"),
        ("An attack on Bukavu was intended by M23.", "intent"),
        ("M23 is said to be planning to attack Bukavu.", "intent"),
        ("The army abandoned the idea of storming the camp.", "intent"),
        # what did not come to be is no event
        ("M23 would have attacked Bukavu.", "assessment"),
        ("M23 came close to taking Bukavu.", "assessment"),
        # a weapon that nobody fires is no strike
        ("The plant makes a series of ballistic missiles.", "statement"),
    ],
)
def test_what_a_clause_does_not_assert(text: str, event_type: str) -> None:
    assert coded(text) == event_type
