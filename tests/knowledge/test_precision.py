"""Precision in the codes of event coders: the place itself, near it, its district, its country."""

from __future__ import annotations

import pytest

from counterclaim.knowledge.place_search import find_places
from counterclaim.knowledge.precision import Codes, precision_codes


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        ("Azovstal", Codes(1, 1)),
        ("Bakhmut", Codes(1, 1)),
        ("al-Mawasi", Codes(2, 3)),
        ("Kherson region", Codes(3, 4)),
        ("Donbas", Codes(3, 5)),
        ("Sudan", Codes(None, 6)),
        ("Black Sea", Codes(None, 7)),
        ("Europe", Codes(None, None)),
    ],
)
def test_a_place_has_the_codes_of_its_precision(place: str, codes: Codes) -> None:
    entry = find_places(place)[0].entry
    assert precision_codes(entry.precision, kind=entry.kind) == codes


@pytest.mark.parametrize(
    ("precision", "codes"),
    [("settlement", Codes(2, 2)), ("point", Codes(2, 2)), ("oblast", Codes(3, 4))],
)
def test_near_a_town_is_not_in_it(precision: str, codes: Codes) -> None:
    assert precision_codes(precision, "near") == codes


def test_an_unknown_precision_has_no_code() -> None:
    assert precision_codes("") == Codes(None, None)
