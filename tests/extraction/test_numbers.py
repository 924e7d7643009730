"""Numbers in digits and words."""

import pytest

from counterclaim.extraction.grammar.numbers import parse_number, parse_ordinal


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7", 7),
        ("1,200", 1200),
        ("473 400", 473400),
        ("30000", 30000),
        ("2.5 million", 2_500_000),
        ("12", 12),
        ("twelve", 12),
        ("sixty-four", 64),
        ("two hundred", 200),
        ("two hundred and five", 205),
        ("three thousand", 3000),
        ("one hundred and twenty thousand", 120_000),
        ("hundred", 100),
        ("many", None),
        ("12 tanks", None),
        ("", None),
    ],
)
def test_a_cardinal_has_its_value(words, value):
    assert parse_number(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("first", 1),
        ("336th", 336),
        ("twenty-first", 21),
        ("fortieth", 40),
        ("3", 3),
        ("seventh heaven", None),
        ("last", None),
    ],
)
def test_an_ordinal_has_its_value(words, value):
    assert parse_ordinal(words) == value


@pytest.mark.parametrize("words", ["1" * 400, "9" * 16, "1" * 13 + " billion"])
def test_digits_run_together_count_nothing(words):
    assert parse_number(words) is None
