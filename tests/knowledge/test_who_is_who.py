"""Sources as reporters write them, over the wars since 2010: name, kind, organisation, side."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.knowledge.classify import classify_mention
from counterclaim.knowledge.load import read_tsv
from counterclaim.knowledge.registry import load_registry

ROWS = read_tsv(Path(__file__).with_name("who_is_who.tsv"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["mention"])
def test_a_source_is_known_by_the_words_of_a_report(row: dict[str, str]) -> None:
    found = classify_mention(load_registry(), row["mention"], row["day"], row["war"])
    assert (found.name, found.kind, found.side) == (row["name"], row["kind"], row["side"])
    if row["kind"] != "organisation":
        assert (found.organisation or "") == row["organisation"]
