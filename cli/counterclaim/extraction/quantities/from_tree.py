"""Numbers that only the tree gives: of nouns that no list has, of people without a figure.

    >>> tree_quantities(parse_text("Jets struck six hangars, and a guard was killed."))

gives six of "hangar" and one killed. What word lists read already is not among them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from counterclaim.extraction.grammar.spans import overlap
from counterclaim.extraction.quantities.counting import read_interval
from counterclaim.extraction.quantities.harm import find_harm
from counterclaim.extraction.quantities.lexicon import lexicon, lowered
from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.tree import Parse
from counterclaim.records.model import Quantity, Span


def tree_quantities(parse: Parse) -> tuple[Quantity, ...]:
    """The harm and the counted nouns of a text, in text order."""
    found = [*_harmed(parse), *_things(parse)]
    return tuple(sorted(found, key=lambda q: q.span))


def _harmed(parse: Parse) -> Iterator[Quantity]:
    for harm in find_harm(parse):
        if harm.told and (harm.low or harm.high):
            yield _quantity(parse, harm.harm, harm.span, (harm.low, harm.high), harm.category)


def _things(parse: Parse) -> Iterator[Quantity]:
    """Plural nouns with a number before them: "six hangars"; no times, no names."""
    for noun in parse.words:
        number = parse.child(noun.i, "nummod")
        if number is None or not noun.is_plural or noun.is_proper or number.i > noun.i:
            continue
        if noun.lower in lexicon().nouns or noun.lemma.lower() in word_class("uncounted"):
            continue
        case = parse.child(noun.i, "case")
        part = parse.words[case.i - 1] if case is not None and case.i else noun
        if part.is_number:  # "144 of the country's 330 townships" are 144
            span = (part.start, noun.end)
        else:
            words = [w for w in parse.subtree(noun.i, without=_OUTSIDE) if w.i <= noun.i]
            span = (words[0].start, noun.end)
        floor = parse.sentences[noun.sentence].start
        got = read_interval(lowered(parse.text), *span, floor)
        if got is not None:
            span = (got.span[0], noun.end)
            yield _quantity(parse, noun.lemma.lower(), span, (got.low, got.high), None)


_OUTSIDE = ("acl", "appos", "case", "cc", "conj", "det", "nmod", "parataxis", "punct")


_place = attrgetter("span")


def _quantity(
    parse: Parse,
    what: str,
    span: Span,
    interval: tuple[float | None, float | None],
    counted: str | None,
) -> Quantity:
    low, high = (int(x) if x is not None and x == int(x) else x for x in interval)
    best = low if low == high else None
    return Quantity(what, parse.text[slice(*span)], span, low, best, high, counted=counted)


def added(
    found: Iterable[Quantity], further: Sequence[Quantity], spans: Iterable[Span]
) -> list[Quantity]:
    """The quantities found, and those further ones (in text order) within `spans` whose words none
    of them has."""
    out = list(found)
    for start, end in spans:
        first, last = (bisect_left(further, at, key=_place) for at in ((start, 0), (end, 0)))
        for q in further[first:last]:
            if q.span[1] <= end and not any(overlap(q.span, o.span) for o in out):
                out.append(q)
    return sorted(out, key=lambda q: q.span)
