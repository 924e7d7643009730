"""Past tenses that the parser reads as participles before a noun."""

from __future__ import annotations

import pytest

from counterclaim.language.parser import parse_text


@pytest.mark.parametrize(
    ("text", "verb", "relation", "thing"),
    [
        (
            "Rebels fired rockets and shells into Tabuk and the Malian military scrambled F-16 jets"
            " to strike back.",
            "scrambled",
            "conj",
            "jets",
        ),
        (
            "The reports come after Mali launched airstrikes in Niger in response.",
            "launched",
            "advcl",
            "airstrikes",
        ),
        (
            "The regent has vowed to hold on and accused Western powers of trying to burn it.",
            "accused",
            "conj",
            "powers",
        ),
    ],
)
def test_what_somebody_is_told_to_do_is_a_verb(
    text: str, verb: str, relation: str, thing: str
) -> None:
    parse = parse_text(text)
    found = next(w for w in parse.words if w.text == verb)
    governed = parse.child(found.i, "obj")
    assert (found.rel, governed and governed.text) == (relation, thing)


def test_a_participle_before_a_noun_stays_one() -> None:
    parse = parse_text("The army met hussars and armed men of the valley.")
    assert next(w.rel for w in parse.words if w.text == "armed") == "amod"
