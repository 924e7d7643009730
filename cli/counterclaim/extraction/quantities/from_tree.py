"""Numbers that only the tree gives: of nouns that no list has, of people without a figure.

    >>> tree_quantities(parse_text("Jets struck six hangars, and a guard was killed."))

gives six of "hangar" and one killed. What word lists read already is not among them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter

from counterclaim.extraction.grammar.numbers import parse_number
from counterclaim.extraction.grammar.spans import overlap
from counterclaim.extraction.quantities.bare import bare_numbers
from counterclaim.extraction.quantities.counting import made, read_interval
from counterclaim.extraction.quantities.harm import Harm, find_harm
from counterclaim.extraction.quantities.lexicon import lexicon, lowered
from counterclaim.extraction.quantities.losses import single_losses
from counterclaim.knowledge.harm import load_harm
from counterclaim.knowledge.lexicon import any_of, word_class
from counterclaim.knowledge.patterns import pattern
from counterclaim.language.tree import Parse
from counterclaim.records.model import Quantity, Span


def tree_quantities(parse: Parse) -> tuple[Quantity, ...]:
    """The harm and the counted nouns of a text, in text order."""
    found = [*_harmed(parse), *_things(parse), *single_losses(parse), *_none(parse), *_times(parse)]
    found += bare_numbers(parse)
    return tuple(sorted(found, key=lambda q: q.span))


def _harmed(parse: Parse) -> Iterator[Quantity]:
    told = [h for h in find_harm(parse) if h.told and (h.low or h.high)]
    for harm in told:
        yield made(parse.text, harm.harm, harm.span, (harm.low, harm.high), harm.category)
    yield from _sums(parse, told)


def _none(parse: Parse) -> Iterator[Quantity]:
    """What is said to be nought: "no injuries were reported", "nobody was killed"; where there are
    "no reports of injuries" nobody says so."""
    nobody = load_harm().lists["nobody"]
    for harm in find_harm(parse):
        if parse.within(*harm.span)[0].lower in nobody:
            yield made(parse.text, harm.harm, harm.span, (0, 0), harm.category)
    for noun in parse.words:
        what = lexicon().nouns.get(noun.lower)
        none = parse.child(noun.i, "det")
        deed = noun.lemma.lower() in word_class("deeds_counted")
        if none is None or none.lower not in nobody or not (what in lexicon().outcomes or deed):
            continue
        verb = parse.head(noun)
        if verb is not None and verb.lemma in word_class("telling_of_none"):
            name = what or noun.lemma.lower()
            yield made(parse.text, name, (none.start, noun.end), (0, 0), None)


def _times(parse: Parse) -> Iterator[Quantity]:
    """How often something was done: "tried to advance 15 times"; no comparison ("three times as
    many")."""
    for noun in parse.words:
        number = parse.child(noun.i, "nummod")
        verb = parse.head(noun)
        if noun.lower != "times" or number is None or verb is None or not verb.is_verb:
            continue
        count = parse_number(number.lower)
        if count is not None and not _MORE.match(parse.text, noun.end):
            high = None if parse.child(number.i, "advmod") is not None else count
            yield made(parse.text, "times", (number.start, noun.end), (count, high), None)


_MORE = re.compile(rf" {any_of('multiples')}\b")


def _sums(parse: Parse, told: list[Harm]) -> Iterator[Quantity]:
    """The people of one harm who stand side by side, together: three of "two children and a woman
    were killed"."""
    for _, group in groupby(told, key=lambda h: (h.harm, h.word)):
        parts = list(group)
        exact = all(h.low is not None and h.low == h.high for h in parts)
        between = [parse.text[a.span[1] : b.span[0]] for a, b in pairwise(parts)]
        if len(parts) > 1 and exact and all(_JOINED.fullmatch(words) for words in between):
            span = (parts[0].span[0], parts[-1].span[1])
            total = sum(h.low or 0 for h in parts)
            yield made(parse.text, parts[0].harm, span, (total, total), None)


_JOINED = pattern("and_more_parts")


def _things(parse: Parse) -> Iterator[Quantity]:
    """Plural nouns with a number before them: "six hangars"; no times, no names."""
    for noun in parse.words:
        vague = (w for w in parse.children(noun.i, "amod") if w.lower in word_class("vague_counts"))
        number = parse.child(noun.i, "nummod") or next(vague, None)
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
            yield made(parse.text, noun.lemma.lower(), span, (got.low, got.high), None)


_OUTSIDE = ("acl", "appos", "case", "cc", "conj", "det", "nmod", "parataxis", "punct")


_place = attrgetter("span")


def added(
    found: Iterable[Quantity], further: Sequence[Quantity], spans: Iterable[Span]
) -> list[Quantity]:
    """The quantities found, and those further ones (in text order) within `spans` whose words none
    of them has."""
    out = list(found)
    sums = []
    for start, end in spans:
        first, last = (bisect_left(further, at, key=_place) for at in ((start, 0), (end, 0)))
        for q in (q for q in further[first:last] if q.span[1] <= end):
            if not any(overlap(q.span, o.span) for o in out):
                out.append(q)
            else:
                sums.append(q)
    for q in sums:
        parts = [o for o in out if overlap(q.span, o.span)]
        if _is_sum(q, parts):
            out = [_as_part(o, q) if o in parts else o for o in out] + [q]
    return sorted(out, key=lambda q: q.span)


def _is_sum(whole: Quantity, parts: list[Quantity]) -> bool:
    """Whether a number is that of several found ones together, and of people."""
    inside = all(whole.span[0] <= o.span[0] and o.span[1] <= whole.span[1] for o in parts)
    return len(parts) > 1 and inside and all(o.what == whole.what for o in parts)


def _as_part(part: Quantity, whole: Quantity) -> Quantity:
    """A part of a toll counts its people, as in "five died, two of them children"."""
    return replace(part, what=part.counted or "people", counted=None, fate=whole.what)
