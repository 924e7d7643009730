"""What an inflected verb is a form of, by the spelling of English."""

from __future__ import annotations

import pytest

from counterclaim.language.lemmas import is_past_form, verb_of
from counterclaim.language.parser import parse_text


@pytest.mark.parametrize(
    ("forms", "tag", "verbs"),
    [
        (
            "blamed slammed rebutted refuted travelled repelled shelled installed added",
            "VBD",
            "blame slam rebut refute travel repel shell install add",
        ),
        (
            "certified died freed vetoed echoed struck swore accused focused",
            "VBN",
            "certify die free veto echo strike swear accuse focus",
        ),
        (
            "shelling making lying fleeing banging changing entering storing",
            "VBG",
            "shell make lie flee bang change enter store",
        ),
        ("denies confesses reaches says goes uses", "VBZ", "deny confess reach say go use"),
        (
            "mined treated quoted voted visited united conceded needed",
            "VBD",
            "mine treat quote vote visit unite concede need",
        ),
        (
            "settled failed compiled hired repaired explored entered",
            "VBD",
            "settle fail compile hire repair explore enter",
        ),
        ("blame are", "VBP", "blame be"),
    ],
)
def test_a_form_belongs_to_its_verb(forms: str, tag: str, verbs: str) -> None:
    assert [verb_of(form, tag) for form in forms.split()] == verbs.split()


def test_what_is_no_verb_has_none() -> None:
    assert verb_of("shells", "NNS") is None
    assert verb_of("’s", "VBZ") is None
    assert verb_of("a" * 500 + "ed", "VBD") is None


def test_a_past_form_is_no_present() -> None:
    assert all(is_past_form(form) for form in ("swore", "echoed", "rang", "sworn"))
    assert not any(is_past_form(form) for form in ("need", "found", "dies", "dying", "sacred"))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The abbot echoed that archers had burned the inn.", "echo"),
        ("The abbot has echoed that archers had burned the inn.", "echo"),
        ("Monks caution that archers have burned the inn.", "caution"),
        ("The abbess swore that archers had burned the inn.", "swear"),
        ("The abbot stresses that archers have burned the inn.", "stress"),
    ],
)
def test_what_stands_before_that_is_the_verb(text: str, verb: str) -> None:
    root = next(w for w in parse_text(text).words if w.dep == "root")
    assert (root.lemma, root.is_verb) == (verb, True)
