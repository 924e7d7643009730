"""Reprints: which claims are one utterance, however many articles carry it.

A claim is a reprint of one in another article when the same source says it with the same stance,
and
- in the same words, within days, or
- in words of which most are the same, or mean the same, about the same place, within days, though
  one of them names only a spokesman, or the body that he speaks for, or
- in a quotation of which one holds the other, cut or whole, within weeks, or
- the same event with the same figures reaches both through one agency, within days, or
- in like words, where the two articles have most of their copy in common.

Other numbers make another utterance, in however like words: a toll that has risen is news.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from counterclaim.comparison.axes.figures import read_figures
from counterclaim.comparison.pairs.wordings import find_reworded
from counterclaim.comparison.prepared.claim import PreparedClaim
from counterclaim.comparison.prepared.windows import first_day
from counterclaim.comparison.prepared.wordings import Alike, Words, find_alike
from counterclaim.comparison.types import World
from counterclaim.knowledge.comparison import Rules, Thresholds

Link = tuple[
    PreparedClaim, PreparedClaim, float
]  # two claims and the share of words they have in common
_QUOTED = ("direct", "mixed")


def find_origins(
    subjects: Sequence[PreparedClaim], world: World, alike: Alike | None = None
) -> list[PreparedClaim]:
    """Name the utterance behind every claim: the smallest id of all its reprints. `alike` are
    their wordings, where those have been compared already.

    >>> [s.origin for s in find_origins([in_gazette, in_herald, another], world)]
    ['gazette#01', 'gazette#01', 'herald#07']
    """
    roots = {s.id: s.id for s in subjects}
    alike = alike_wordings(subjects, world.rules.thresholds) if alike is None else alike
    for a, b in (*_reprints(subjects, alike, world.rules), *find_reworded(subjects, world)):
        if _other_numbers(a, b):
            continue
        x, y = sorted((_root(a.id, roots), _root(b.id, roots)))
        roots[y] = x
    found = ((s, _root(s.id, roots)) for s in subjects)
    return [replace(s, origin=root) if root != s.origin else s for s, root in found]


def alike_wordings(subjects: Iterable[PreparedClaim], limits: Thresholds) -> Alike:
    """Find which claims are in like words, as far as any rule asks.

    >>> alike_wordings([in_gazette, in_herald], limits)[in_gazette.words][in_herald.words]
    0.9
    """
    share = min(limits.copy_share, limits.same_share)
    return find_alike((s.words for s in subjects), share, limits.alike_most)


def same_utterance(a: PreparedClaim, b: PreparedClaim) -> bool:
    """Gate 1: tell whether two claims are one utterance, printed in two articles."""
    return a.origin == b.origin and a.entry.article.id != b.entry.article.id


def _other_numbers(a: PreparedClaim, b: PreparedClaim) -> bool:
    """Tell whether each of two claims has a number that the other lacks; a cut copy lacks some."""
    x, y = _numbers(a), _numbers(b)
    return not (x <= y or y <= x)


def _numbers(subject: PreparedClaim) -> frozenset[float]:
    stated = (n for q in subject.claim.quantities for n in (q.low, q.best, q.high))
    written = (float(word) for word in subject.words if word.isdecimal())
    return frozenset((*(float(n) for n in stated if n is not None), *written))


def _root(id_: str, roots: dict[str, str]) -> str:
    while roots[id_] != id_:
        roots[id_] = roots[roots[id_]]
        id_ = roots[id_]
    return id_


def _reprints(
    subjects: Sequence[PreparedClaim], alike: Alike, rules: Rules
) -> Iterator[tuple[PreparedClaim, PreparedClaim]]:
    limits = rules.thresholds
    voices: dict[tuple[str, str], list[PreparedClaim]] = defaultdict(list)
    for subject in subjects:
        voices[subject.claim.source.name, subject.claim.stance].append(subject)
    links = [link for group in voices.values() for link in _in_like_words(group, alike, limits)]
    yield from ((a, b) for a, b, share in links if share >= limits.same_share)
    for group in voices.values():
        yield from _quoted(group, limits)
        yield from _relayed(group, rules)
    yield from _copied(subjects, links, limits)


def _in_like_words(
    group: Sequence[PreparedClaim], alike: Alike, limits: Thresholds
) -> Iterator[Link]:
    """Link what one source says in like words in two articles, each claim to the next alone."""
    by_words: dict[Words, list[PreparedClaim]] = defaultdict(list)
    for subject in sorted(group, key=lambda s: (first_day(s.day) or 0, s.id)):
        by_words[subject.words].append(subject)
    long = {words for words in by_words if len(set(words)) >= limits.same_least}
    for words, same in by_words.items():
        for i, a in enumerate(same, start=1):
            if words and (b := _next_apart(a, islice(same, i, None), limits.reprint_days)):
                yield a, b, 1.0
        for other, share in alike.get(words, {}).items() if words in long else ():
            if other in long and share >= limits.copy_share and other >= words:
                for a in same:
                    if b := _next_apart(a, by_words[other], limits.reprint_days):
                        yield a, b, share


def _quoted(
    group: Sequence[PreparedClaim], limits: Thresholds
) -> Iterator[tuple[PreparedClaim, PreparedClaim]]:
    """Link quotations of which one holds the other's words, in their order."""
    direct = [s for s in group if s.claim.quotation in _QUOTED]
    long = [s for s in direct if len(set(s.words)) >= limits.quote_least]
    by_start: dict[Words, list[PreparedClaim]] = defaultdict(list)
    for subject in long:
        for i in range(len(subject.words) - limits.quote_least + 1):
            by_start[subject.words[i : i + limits.quote_least]].append(subject)
    for a in long:
        start = a.words[: limits.quote_least]
        held = [b for b in by_start[start] if b.id != a.id and _holds(b.words, a.words)]
        if b := _next_apart(a, held, limits.quote_days):
            yield a, b


def _holds(whole: Words, part: Words) -> bool:
    size = len(part)
    return any(whole[i : i + size] == part for i in range(len(whole) - size + 1))


def _relayed(
    group: Sequence[PreparedClaim], rules: Rules
) -> Iterator[tuple[PreparedClaim, PreparedClaim]]:
    """Link one event with the same figures that one agency passes on: a translation, or a cut."""
    by_event: dict[tuple[object, ...], list[PreparedClaim]] = defaultdict(list)
    for s in group:
        figures = tuple((f.what, f.low, f.high, f.bound) for f in s.value(read_figures, rules))
        places = tuple(sorted(p.id or p.name for p in s.claim.places))
        for relay in s.claim.source.relay if places else ():
            key = (relay.name, s.kind, s.negative, s.author, s.sufferer, places, figures)
            by_event[key].append(s)
    for same in by_event.values():
        for i, a in enumerate(same, start=1):
            if b := _next_apart(a, islice(same, i, None), rules.thresholds.reprint_days):
                yield a, b


def _copied(
    subjects: Sequence[PreparedClaim], links: Sequence[Link], limits: Thresholds
) -> Iterator[tuple[PreparedClaim, PreparedClaim]]:
    """Link claims in like words of articles that have most of their copy in common."""
    size = Counter(s.entry.article.id for s in subjects)
    by_articles: dict[frozenset[str], list[tuple[PreparedClaim, PreparedClaim]]] = defaultdict(list)
    for a, b, _ in links:
        by_articles[frozenset((a.entry.article.id, b.entry.article.id))].append((a, b))
    for articles, pairs in by_articles.items():
        shorter = min(size[article] for article in articles)
        if len(pairs) >= max(limits.copy_least, limits.copy_part * shorter):
            yield from ((a, b) for a, b in pairs if a.kind == b.kind)


def _next_apart(
    a: PreparedClaim, others: Iterable[PreparedClaim], days: int
) -> PreparedClaim | None:
    """Find the next claim in another article, said (if that is known) within some days."""
    x = first_day(a.day)
    for b in others:
        y = first_day(b.day)
        near = x is None or y is None or abs(x - y) <= days
        if near and b.entry.article.id != a.entry.article.id:
            return b
    return None
