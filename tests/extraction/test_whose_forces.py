"""Whose forces are meant by words that name nobody: by owner, by the text before, by who speaks."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records import ArticleInfo


def initiator(text: str, published: str) -> str | None:
    info = ArticleInfo("test", "0" * 64, "test.txt", published=published)
    actor = extract(f"Report\n\n{text}", info).events[-1].event.initiator
    return None if actor is None else actor.side


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        # the owner stands beside them, or is whom a pronoun or "the group" points back at
        ("2024-05-15", "RSF militants shelled a camp.", "rsf"),
        ("2024-06-29", "Hamas fled, the IDF said. The group's fighters shelled a base.", "hamas"),
        ("2024-05-15", "Russian forces held Kupiansk. Its troops shelled a mill.", "russia"),
        ("2024-05-15", "Vladimir Putin came to Minsk. His troops shelled a mill.", "russia"),
        ("2024-06-29", "Hamas has fled. The army lost the hill to its fighters.", "hamas"),
        ("2024-05-15", "His troops shelled a mill, Oleksandr Syrskyi said.", "ukraine"),
        # who stands behind fighters is not who fights
        ("2019-10-15", "The SDF fled. Turkish-backed fighters shelled it.", "syria_opposition"),
        ("2024-12-22", "The US struck. Iran-backed militias shelled a base.", "unknown"),
        # what an army calls its own men, what a party calls its enemies
        ("2024-06-29", "Hamas fled. The IDF said troops had shelled a launcher.", "israel"),
        ("2024-06-29", "Hamas fled. The IDF said terrorists had shelled a tank.", "hamas"),
        ("2024-06-29", "Hamas fled. Residents said troops had shelled a launcher.", "unknown"),
        # two may be meant
        ("2024-05-15", "Russia and Ukraine fought on. Its troops shelled a mill.", "unknown"),
    ],
)
def test_whose_forces_act(published: str, text: str, expected: str) -> None:
    assert initiator(text, published) == expected
