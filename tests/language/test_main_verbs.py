"""Main verbs that the parser has put below a clause of their subject."""

from __future__ import annotations

import pytest

from counterclaim.language.parser import parse_text


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Suspicion that the guards shelled Lor led to protests.", "Suspicion", "led"),
        ("Hopes that the guards would retake Lor faded.", "Hopes", "faded"),
        ("Concern that hussars will enter Lor has grown among monks.", "Concern", "grown"),
        ("Reports that hussars took Lor sparked panic.", "Reports", "sparked"),
        ("The abbot's fear that hussars retook Lor drew no reply.", "fear", "drew"),
        ("The hussars that took the inn fled.", "hussars", "fled"),
        ("Monks who had left the cave returned.", "Monks", "returned"),
    ],
)
def test_a_noun_with_a_clause_has_the_verb_behind_the_clause(
    text: str, subject: str, verb: str
) -> None:
    parse = parse_text(text)
    root = next(w for w in parse.words if w.dep == "root")
    found = parse.child(root.i, "nsubj")
    assert (root.text, found and found.text) == (verb, subject)


def test_what_the_clause_governs_is_no_subject_of_the_main_verb() -> None:
    parse = parse_text("The abbot's fear that hussars retook Lor drew no reply.")
    town = next(w for w in parse.words if w.text == "Lor")
    assert (parse.words[town.head].text, town.dep) == ("retook", "obj")


def test_an_owner_is_no_subject() -> None:
    parse = parse_text("Governor Olena Marchuk's fear that hussars retook Lor drew no reply.")
    assert next(w.dep for w in parse.words if w.text == "Olena") == "nmod:poss"
