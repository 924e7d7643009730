"""Who is of a country and who speaks for it."""

from __future__ import annotations

import pytest

from counterclaim.knowledge.classify import classify_mention
from counterclaim.knowledge.registry import load_registry


@pytest.mark.parametrize(
    ("mention", "conflict", "name", "side"),
    [
        # who only comes from a country speaks for himself
        (
            "the Russian rights group Memorial",
            "ukraine",
            "Russian rights group Memorial",
            "unknown",
        ),
        ("an Israeli hospital", "israel-lebanon", "Israeli hospital", "unknown"),
        ("the Kyiv School of Economics", "ukraine", "Kyiv School of Economics", "unknown"),
        ("a Syrian from Homs", "syria", "Syrian", "unknown"),
        ("a Ukrainian state company", "ukraine", "Ukrainian state company", "ukraine"),
        # an embassy is not of the country that it stands in, nor a branch
        ("the Chinese embassy in Kyiv", "ukraine", "Chinese embassy", "independent"),
        ("the Russian embassy in London", "ukraine", "Russian embassy", "russia"),
        ("the Ukraine office of Human Rights Watch", "ukraine", "Ukraine office", "independent"),
        # the war does not tell whose a rival government is
        ("Kurdish authorities", "syria", "Kurdish authorities", "unknown"),
        ("the rival government", "sudan", "rival government", "unknown"),
        ("the Lebanese Forces party", "israel-lebanon", "Lebanese Forces", "unknown"),
        ("whose people", "israel-lebanon", "whose people", "unknown"),
    ],
)
def test_who_is_of_a_country_and_who_speaks_for_it(
    mention: str, conflict: str, name: str, side: str
) -> None:
    found = classify_mention(load_registry(), mention, "2024-11-28", conflict)
    assert (found.name, found.side) == (name, side)
