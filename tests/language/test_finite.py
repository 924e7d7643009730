"""Sentences whose past tense looks like a participle, and the verb they are read with."""

from __future__ import annotations

import pytest

from counterclaim.language.parser import parse_text
from counterclaim.language.tree import Word


def verb_and_subject(text: str) -> tuple[str, str | None]:
    parse = parse_text(text)
    root = next(w for w in parse.words if w.dep == "root")
    subject = parse.child(root.i, "nsubj")
    assert [w.i for w in parse.words] == list(range(len(parse.words)))
    assert all(text[w.start : w.end] == w.text and w.text for w in parse.words)
    return root.text, subject.text if subject is not None else None


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "The Harbour Lawyers, a group that documents abuses, accused both sides of crimes.",
            "accused",
            "Lawyers",
        ),
        ("A senior Sudanese official dismissed reports of progress.", "dismissed", "official"),
        (
            "In Bukavu, the governor of South Kivu, Marc Baraka, called on young men to enlist.",
            "called",
            "governor",
        ),
        ("In a communiqué, the FARDC claim to have shot down a drone.", "claim", "FARDC"),
        ("Rwanda denies supporting the group.", "denies", "Rwanda"),
        ("The mayor said the bridge was mined.", "said", "mayor"),
    ],
)
def test_a_sentence_has_its_verb(text: str, verb: str, subject: str) -> None:
    assert verb_and_subject(text) == (verb, subject)


def test_the_lost_verb_is_finite() -> None:
    parse = parse_text("A senior Sudanese official dismissed reports of progress.")
    assert next(w for w in parse.words if w.dep == "root").tag == "VBD"


@pytest.mark.parametrize("text", ["Troops seen in Goma", "A village held by rebels"])
def test_a_headline_needs_no_verb(text: str) -> None:
    assert not next(w for w in parse_text(text).words if w.dep == "root").is_verb


@pytest.mark.parametrize("name", ["ECOWAS", "SANA", "UNIFIL", "ZQXW"])
def test_an_acronym_is_read_as_a_name_whatever_its_letters(name: str) -> None:
    words: list[Word] = parse_text(f"{name} said its lorries were hit.").words
    assert (words[0].text, words[0].lemma, words[0].tag) == (name, name.lower(), "NNP")
    assert words[0].dep == "nsubj"
