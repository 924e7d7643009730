"""Nouns in -ing that the parser takes for verbs."""

from __future__ import annotations

import pytest

from counterclaim.language.parser import parse_text


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("Clerks said by letter that shelling lasted for hours.", "shelling", "lasted"),
        ("The guild said that fighting continued near Lor.", "fighting", "continued"),
        ("Clerks said shelling damaged nine houses.", "shelling", "damaged"),
    ],
)
def test_a_noun_in_ing_is_the_subject_of_what_it_did(text: str, noun: str, verb: str) -> None:
    parse = parse_text(text)
    words = {w.text: w for w in parse.words}
    assert (words[noun].dep, parse.words[words[noun].head].text) == ("nsubj", verb)
    assert (words[verb].dep, parse.words[words[verb].head].text) == ("ccomp", "said")


def test_what_somebody_saw_stays_what_he_saw() -> None:
    parse = parse_text("The monitor reported seeing wounded soldiers.")
    assert next(w.dep for w in parse.words if w.text == "wounded") == "amod"
