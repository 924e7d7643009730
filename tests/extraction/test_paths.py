"""Paths over the tree: where each leads from a word of a sentence."""

from __future__ import annotations

import pytest

from counterclaim.extraction.grammar.paths import compile_path, first
from counterclaim.language.parser import parse_text
from counterclaim.language.segments import lay_out

CLASSES = {"giving": frozenset({"issue"})}
DENIAL = "The council issued a denial that its men had burned the mill."
RAID = "The raid was described by the mayor as a crime."


@pytest.mark.parametrize(
    ("text", "start", "path", "expected"),
    [
        (DENIAL, "denial", "^obj", ["issued"]),
        (DENIAL, "denial", "^nsubj", []),
        (DENIAL, "denial", "^obj{giving} .subject", ["council"]),
        (DENIAL, "denial", "^obj{refuse} .subject", []),
        (DENIAL, "denial", "^obj?told", ["issued"]),
        (DENIAL, "denial", "^obj?!told", []),
        (DENIAL, "issued", ">nsubj,obj", ["council", "denial"]),
        (DENIAL, "issued", ">obj?voice >det", ["a"]),
        (DENIAL, "issued", "?verb", ["issued"]),
        (DENIAL, "issued", "?noun", []),
        (RAID, "described", ">obl[by]", ["mayor"]),
        (RAID, "described", ">obl[as]?event", []),
        (RAID, "described", ">nsubj?event", ["raid"]),
        (RAID, "described", ".agent", ["mayor"]),
        (RAID, "described", ".subject", []),
        (RAID, "described", ">obj | >obl[as]", ["crime"]),
        (RAID, "raid", "^nsubj:pass", ["described"]),
    ],
)
def test_a_path_leads_to(text: str, start: str, path: str, expected: list[str]) -> None:
    parse = parse_text(text, lay_out(text).units())
    word = next(w for w in parse.words if w.text == start)
    assert [w.text for w in compile_path(path, CLASSES).words(parse, word)] == expected


def test_the_first_path_with_an_answer_is_taken() -> None:
    parse = parse_text(RAID, lay_out(RAID).units())
    word = next(w for w in parse.words if w.text == "described")
    paths = [compile_path(p) for p in (">obj", ">obl[by]", ">nsubj")]
    found = first(parse, word, paths)
    assert found is not None
    assert found.text == "mayor"


@pytest.mark.parametrize("path", ["obj", ".object-of", ">obj?brave", ">obj[by", "", ">obj{a} x"])
def test_a_misspelt_path_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match=r"path|question"):
        compile_path(path)
