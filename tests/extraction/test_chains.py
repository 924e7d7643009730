"""Who and what the mentions of a text mean: its chains, as the words of their mentions."""

from __future__ import annotations

import pytest

from counterclaim.extraction.annotate import annotate_coreference


def chains(text: str) -> list[list[str]]:
    return [[text[a:b] for a, b in chain] for chain in annotate_coreference(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # names: again, by surname, behind a title, inside a longer one
        ("Olena Koval left. Koval slept.", ["Olena Koval", "Koval"]),
        ("The Lod Water Board met. The board voted.", ["Lod Water Board", "The board"]),
        # pronouns: gender, number, the subject first, no object that is its own subject
        ("Olena Koval met Ivan Duda. She wept.", ["Olena Koval", "She"]),
        ("Olena Koval met Ivan Duda. He wept.", ["Ivan Duda", "He"]),
        ("Ivan Duda said Oleh Sych saw him.", ["Ivan Duda", "him"]),
        ("Olena Koval lost her purse.", ["Olena Koval", "her"]),
        ("The miners left. They slept.", ["The miners", "They"]),
        # descriptions: the same noun, the last of its kind, what stands in apposition
        ("A mill burned. The mill was old.", ["A mill", "The mill"]),
        ("Shells hit Kharkiv. The city burned.", ["Kharkiv", "The city"]),
        ("Ivan Duda, the mayor, left.", ["Ivan Duda", "the mayor"]),
        # what somebody is said to be; a place under its other name; the country, not the city
        ("Ivan Duda is a miner. He slept.", ["Ivan Duda", "a miner", "He"]),
        ("He left the United States. The U.S. is big.", ["United States", "U.S."]),
        ("Poland lost Kielce. The country wept.", ["Poland", "The country"]),
        # what the registry knows under two names; whose "its" is that the subject may own
        ("The Israeli military struck. Later the IDF left.", ["The Israeli military", "IDF"]),
        ("Shells hit Lod. The Water Board lost its tanks.", ["Water Board", "its"]),
        # the narrator's "he" is nobody of whom only a quotation speaks
        ("Ivan Duda spoke. “Oleh Sych has left.” He wept.", ["Ivan Duda", "He"]),
    ],
)
def test_mentions_of_one_are_a_chain(text: str, expected: list[str]) -> None:
    assert expected in chains(text)


@pytest.mark.parametrize(
    "text",
    [
        "Olena Koval left. He slept.",
        "France wavered. Paris burned.",
        "It rained. Ivan Duda left.",
        "A mill burned. A mill stood.",
        "The mayor of Lod met the mayor of Ramla.",
        "Mr Koval left. Mrs Koval slept.",
        "Olena Koval left. The Koval Bridge burned.",
        "Ivan Duda is no miner. The books fell. They burned.",
        "",
    ],
)
def test_what_nothing_joins_is_no_chain(text: str) -> None:
    assert chains(text) == []
