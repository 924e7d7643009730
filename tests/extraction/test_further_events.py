"""Events that a claim tells beside its main one: the text, the main event, the others."""

from __future__ import annotations

import pytest

from counterclaim.extraction.events.coding import Coder
from counterclaim.knowledge.mentions import scan_actors
from counterclaim.language.parser import parse_text


def told(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The type of the main event, and each further one with the words that tell it."""
    coder, spans = Coder(parse_text(text), scan_actors(text)), ((0, len(text)),)
    main = coder.code(spans)
    further = coder.further(spans, main)
    return main.type, [(f.event.type, text[f.words[0] : f.words[1]]) for f in further]


@pytest.mark.parametrize(
    ("text", "main", "further"),
    [
        (
            "Two people were killed when rockets hit the market in Sumy.",
            "casualties",
            [("shelling", "rockets hit")],
        ),
        (
            "The army shelled the town, killing three civilians and destroying a school.",
            "shelling",
            [("casualties", "killing"), ("infrastructure_damage", "destroying")],
        ),
        (
            "Rebels attacked the village, and 400 families fled to Goma.",
            "attack",
            [("displacement", "fled")],
        ),
        (
            "An air strike on the camp killed 30 people.",
            "casualties",
            [("air_strike", "air strike")],
        ),
    ],
)
def test_what_else_the_words_tell_stands_beside_the_main_event(
    text: str, main: str, further: list[tuple[str, str]]
) -> None:
    assert told(text) == (main, further)


@pytest.mark.parametrize(
    "text",
    [
        "The army wants to shell the town to kill the rebels.",
        "Rebels attacked the village but killed nobody.",
        "The army shelled the town to destroy the depot.",
        "The army did not shell the town, killing nobody.",
    ],
)
def test_what_is_denied_or_only_meant_is_no_further_event(text: str) -> None:
    assert told(text)[1] == []
