"""Sentences that who speaks interrupts."""

from __future__ import annotations

import pytest

from counterclaim.language.parser import parse_text


@pytest.mark.parametrize(
    ("text", "doer", "verb", "teller", "cue"),
    [
        ("Rebels, the abbot said, had burned the mill.", "Rebels", "burned", "abbot", "said"),
        (
            "Rebels, Abbot Anna Holub denied, shot down nine drones over Lor.",
            "Rebels",
            "shot",
            "Holub",
            "denied",
        ),
        (
            "The blast, the guild said on Monday, killed five monks.",
            "blast",
            "killed",
            "guild",
            "said",
        ),
        ("The fire, Holub wrote on a poster, gutted a school.", "fire", "gutted", "Holub", "wrote"),
        (
            "The cart, clerks said, was hit near Lor, killing three guides.",
            "cart",
            "hit",
            "clerks",
            "said",
        ),
    ],
)
def test_what_is_said_stands_below_who_says_it(
    text: str, doer: str, verb: str, teller: str, cue: str
) -> None:
    parse = parse_text(text)
    words = {w.text: w for w in parse.words}
    said = parse.words[words[verb].head]
    assert (said.text, words[verb].dep) == (cue, "ccomp")
    subjects = {parse.words[c.i].text for c in parse.children(words[verb].i, "nsubj")}
    assert subjects == {doer}
    tellers = {
        w
        for c in parse.children(words[cue].i, "nsubj")
        for w in parse.text[slice(*parse.span(c.i))].split()
    }
    assert teller in tellers


@pytest.mark.parametrize(
    "text",
    [
        "Rebels, who say they hold Lor, burned the mill.",
        "Hussars, the guild that holds Lor, burned the mill.",
        "The fire, the third this week, gutted a school.",
        "Anna, the prior, said hussars had fled.",
    ],
)
def test_other_words_between_commas_interrupt_nobody(text: str) -> None:
    parse = parse_text(text)
    root = next(w for w in parse.words if w.dep == "root")
    assert root.text in {"burned", "gutted", "said"}
    assert parse.children(root.i, "nsubj")[0].i < root.i


def test_who_is_cited_is_no_part_of_the_noun_before() -> None:
    parse = parse_text("Hussars, according to the guild, burned the mill.")
    guild = next(w for w in parse.words if w.text == "guild")
    assert (guild.dep, parse.words[guild.head].text) == ("obl", "burned")
