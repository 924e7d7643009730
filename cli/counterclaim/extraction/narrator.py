"""The article's own claims: facts about the conflict told without attribution.

One for each distinct fact: a main clause, a clause joined to it, or a relative clause, when it
speaks of an event or state of the war. Background without one (a river's course, a biography)
is left out, and so is everything inside somebody's speech.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from counterclaim.extraction.attribution.spans import trim, trim_clause
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_SPEECHLESS = frozenset({"statement", "intent", "appeal", "accusation", "assessment", "other"})
_SHORT = 4

EventType = Callable[[tuple[Span, ...]], str]


def find_narrator_claims(
    parse: Parse, layout: Layout, taken: list[Span], tails: list[Span], event_type: EventType
) -> list[tuple[Span, ...]]:
    """Contents of the narrator's claims, in text order.

    `taken` is what other voices cover; `tails` are clauses behind their words that are the
    narrator's.

    Example:
        `Orikhiv, which had 14,000 inhabitants, has been shelled since March.` gives two: the
        inhabitants and the shelling.
    """
    out: list[tuple[Span, ...]] = [(t,) for t in tails if event_type((t,)) not in _SPEECHLESS]
    for index, segment in enumerate(layout.segments):
        if segment.quotation is not None or segment.headline:
            continue
        for span in _clauses(parse, index):
            if not _overlaps(span, [*taken, *tails]) and event_type((span,)) not in _SPEECHLESS:
                out.append((span,))
    return sorted(set(out))


def _overlaps(span: Span, taken: list[Span]) -> bool:
    return any(
        max(0, min(span[1], b) - max(span[0], a)) > 0.3 * (span[1] - span[0]) for a, b in taken
    )


def _clauses(parse: Parse, unit: int) -> Iterator[Span]:
    """The clauses of a sentence that can each be a fact: relative clauses, joined main clauses and
    what remains of the main clause."""
    bounds = parse.sentences[unit]
    words = parse.sentence_words(unit)
    root = next((w for w in words if w.rel == "root"), None)
    if root is None or len(words) < _SHORT:
        return
    start, end = bounds.start, bounds.end
    holes = [
        s
        for s in (_relative(parse, w) for w in words if w.dep == "acl:relcl" and w.is_verb)
        if s is not None
    ]
    cuts = sorted(
        {
            c
            for c in (_joined(parse, w) for w in parse.children(root.i, "conj", "parataxis"))
            if c is not None
        }
    )
    edges = [start, *(c for c in cuts if start < c < end), end]
    for a, b in pairwise(edges):
        inner = [h for h in holes if a <= h[0] and h[1] <= b]
        yield from _around_holes(parse, a, b, inner)


def _around_holes(parse: Parse, a: int, b: int, holes: list[Span]) -> Iterator[Span]:
    """A clause without its relative clauses: the longest stretch that is left, and the holes."""
    for hole in holes:
        if hole[1] - hole[0] > 0.8 * (b - a):
            continue
        yield hole
    outer = [h for h in holes if h[1] - h[0] <= 0.8 * (b - a)]
    points = [a, *(x for h in sorted(outer) for x in h), b]
    stretches = [trim_clause(parse, points[k], points[k + 1]) for k in range(0, len(points), 2)]
    kept = [s for s in stretches if s is not None and len(parse.within(*s)) >= _SHORT]
    if kept:
        yield max(kept, key=lambda s: s[1] - s[0])


def _relative(parse: Parse, verb: Word) -> Span | None:
    """`which Russia captured in February`: a relative clause set off by a comma."""
    words = parse.subtree(verb.i)
    while words and words[0].rel == "punct":
        words = words[1:]
    first = words[0]
    before = parse.words[first.i - 1] if first.i else None
    if before is None or before.text not in (",", "-", "–", "—") or len(words) < _SHORT:
        return None
    return trim(parse.text, first.start, words[-1].end)


def _joined(parse: Parse, verb: Word) -> int | None:
    """The offset where a second main clause with a subject of its own begins."""
    if (
        not (verb.is_verb or parse.child(verb.i, "cop"))
        or parse.child(verb.i, "nsubj", "expl") is None
    ):
        return None
    return min(w.start for w in parse.subtree(verb.i, without=("conj",)))
