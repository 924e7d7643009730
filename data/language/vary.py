"""Copies of treebank sentences as headlines, capitals, careless typing and wire copy have them.

A share of the sentences (`SHARES`) is trained a second time, changed in one way; which sentence and
which way follow from a fixed seed, so that the same treebanks always give the same corpus. A row is
the list of the ten cells of a CoNLL-U word. Only words on which nothing depends are left out, so
that every tree stays a tree.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator

Rows = list[list[str]]
Spaces = dict[int, bool]
Vary = Callable[[Rows, random.Random], Rows]

ID, FORM, LEMMA, UPOS, XPOS, HEAD, DEPREL = 0, 1, 2, 3, 4, 6, 7
MARKS = {'"', "'", "``", "''", ",", ".", ";", ":", "-", "--"}
QUOTES = {'"', "'", "``", "''"}
DASHES = ("-", "--")
SMALL = {"a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "and", "as", "with", "from"}
ACRONYM = "NATO"
"""The parser is shown this in the place of any acronym (counterclaim.language.parser)."""


def drop(rows: Rows, unwanted: Callable[[list[str]], bool]) -> Rows:
    """The rows without the unwanted leaves, numbered anew."""
    heads = {row[HEAD] for row in rows}
    kept = [row for row in rows if row[ID] in heads or row[HEAD] == "0" or not unwanted(row)]
    number = {row[ID]: str(i) for i, row in enumerate(kept, 1)} | {"0": "0"}
    return [[number[r[ID]], *r[1:HEAD], number[r[HEAD]], *r[HEAD + 1 :]] for r in kept]


def respell(rows: Rows, spell: Callable[[str, list[str]], str]) -> Rows:
    """The rows with form and lemma spelt by `spell(word, row)`."""
    return [[row[ID], spell(row[FORM], row), spell(row[LEMMA], row), *row[UPOS:]] for row in rows]


def lower(rows: Rows, _: random.Random) -> Rows:
    return respell(rows, lambda word, _: word.lower())


def upper(rows: Rows, _: random.Random) -> Rows:
    return respell(rows, lambda word, _: word.upper())


def headline(rows: Rows, rng: random.Random) -> Rows:
    """Capitals at the head of words, no full stop; half of them without articles and helpers."""
    brief = rng.random() < 0.5
    small = rng.random() < 0.5

    def unwanted(row: list[str]) -> bool:
        if row[FORM] == ".":
            return True
        return brief and (row[LEMMA] in {"a", "an", "the"} or row[DEPREL] in {"aux:pass", "cop"})

    rows = drop(rows, unwanted)

    def spell(word: str, row: list[str]) -> str:
        keeps = row[ID] != "1" and ((small and word in SMALL) or word.startswith(("'", "n'")))
        return word if keeps else word[:1].upper() + word[1:]

    return respell(rows, spell)


def without_quotes(rows: Rows, _: random.Random) -> Rows:
    return drop(rows, lambda row: row[UPOS] == "PUNCT" and row[FORM] in QUOTES)


def single_quotes(rows: Rows, _: random.Random) -> Rows:
    return respell(rows, lambda word, _: "'" if word in QUOTES else word)


def without_stop(rows: Rows, _: random.Random) -> Rows:
    return drop(rows, lambda row: row[FORM] == "." and row[ID] == rows[-1][ID])


def without_marks(rows: Rows, _: random.Random) -> Rows:
    return drop(rows, lambda row: row[UPOS] == "PUNCT" and row[FORM] in MARKS)


def without_commas(rows: Rows, _: random.Random) -> Rows:
    return drop(rows, lambda row: row[UPOS] == "PUNCT" and row[FORM] == ",")


def other_dash(rows: Rows, rng: random.Random) -> Rows:
    """Dashes of another length, and hyphens left out ("re election")."""
    if any(row[XPOS] == "HYPH" for row in rows) and rng.random() < 0.5:
        return drop(rows, lambda row: row[XPOS] == "HYPH")
    other = dict(zip(DASHES, reversed(DASHES), strict=True))
    return respell(rows, lambda word, row: other.get(word, word) if row[XPOS] == ":" else word)


class Names:
    """Invented names, each the head of one name and the tail of another, to teach that names are
    known by where they stand."""

    def __init__(self, sentences: Iterable[Rows]) -> None:
        forms = {row[FORM] for rows in sentences for row in rows if _is_name(row)}
        self.heads = sorted({form[: len(form) // 2] for form in forms})
        self.tails = sorted({form[len(form) // 2 :] for form in forms})

    def __call__(self, rows: Rows, rng: random.Random) -> Rows:
        out = []
        for row in rows:
            if _is_name(row):
                name = rng.choice(self.heads) + rng.choice(self.tails)
                row = [row[ID], name, name, *row[UPOS:]]  # noqa: PLW2901
            out.append(row)
        return out


def _is_name(row: list[str]) -> bool:
    form = row[FORM]
    return row[XPOS] == "NNP" and len(form) > 3 and form.isalpha() and form.istitle()


def as_read(rows: Rows) -> Rows:
    """The rows with acronyms as the parser is shown them, unless all is in capitals."""
    if " ".join(row[FORM] for row in rows).isupper():
        return rows
    return [
        [row[ID], ACRONYM, ACRONYM, *row[UPOS:]]
        if row[XPOS] == "NNP" and 3 <= len(row[FORM]) <= 8 and _is_acronym(row[FORM])
        else row
        for row in rows
    ]


def _is_acronym(form: str) -> bool:
    return form.isascii() and form.isalpha() and form.isupper()


SHARES: dict[str, float] = {
    "lower": 0.04,
    "upper": 0.04,
    "headline": 0.08,
    "without_quotes": 0.02,
    "single_quotes": 0.01,
    "without_stop": 0.03,
    "without_marks": 0.03,
    "without_commas": 0.03,
    "other_dash": 0.02,
    "names": 0.08,
}


def ways(sentences: Iterable[Rows]) -> dict[str, Vary]:
    """Every way to change a sentence, by name."""
    plain = (
        lower, upper, headline, without_quotes, single_quotes,
        without_stop, without_marks, without_commas, other_dash,
    )  # fmt: skip
    return {way.__name__: way for way in plain} | {"names": Names(sentences)}


def varied(
    sentences: list[tuple[Rows, Spaces]], rng: random.Random
) -> Iterator[tuple[Rows, Spaces]]:
    """Changed copies of a share of the sentences."""
    by_name = ways(rows for rows, _ in sentences)
    for rows, _ in sentences:
        for name, share in SHARES.items():
            if rng.random() < share:
                changed = by_name[name](rows, rng)
                if changed and [r[1:] for r in changed] != [r[1:] for r in rows]:
                    yield changed, {}
