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
