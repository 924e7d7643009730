"""The article's own claims: facts about the conflict told without attribution.

One for each distinct fact: a main clause, a clause joined to it, or a relative clause, when it
speaks of an event or state of the war. Background without one (a river's course, a biography)
is left out, and so is everything inside somebody's speech.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import pairwise

from counterclaim.extraction.grammar.clauses import is_predicate, is_relative_clause
from counterclaim.extraction.grammar.spans import trim, trim_clause
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.predicates import family
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

EventType = Callable[[tuple[Span, ...]], str]


def find_narrator_claims(
    parse: Parse,
    layout: Layout,
    taken: list[Span],
    tails: list[Span],
    event_type: EventType,
    *,
    war: bool = True,
) -> list[tuple[Span, ...]]:
    """Contents of the narrator's claims, in text order.

    `taken` is what other voices cover; `tails` are clauses behind their words that are the
    narrator's. Without a `war` in the article only events of arms count, not talks or flight.

    Example:
        `Orikhiv, which had 14,000 inhabitants, has been shelled since March.` gives two: the
        inhabitants and the shelling.
    """
    covered = sorted([*taken, *tails])
    spans = list(tails)
    for index, segment in enumerate(layout.segments):
        if segment.quotation is not None or segment.headline:
            continue
        if parse.text[segment.end - 1] == "?":
            continue  # who asks asserts nothing
        clauses = _clauses(parse, index)
        clauses = (c for c in clauses if not _overlaps(c, covered))
        spans += [c for c in clauses if not (_reports(parse, c) or _tells_of_silence(parse, c))]
    typed = [(span, event_type((span,))) for span in sorted(set(spans))]
    arms = war or any(kind in family("arms") for _, kind in typed)
    ignored = family("speech") if arms else family("speech") | family("peaceful")
    return [(span,) for span, kind in typed if kind not in ignored]


def _overlaps(span: Span, taken: list[Span]) -> bool:
    """Whether another voice covers a good part of a span; `taken` is sorted."""
    last = bisect_left(taken, (span[1], 0))
    for a, b in taken[max(0, last - limits().voices_back) : last]:
        if max(0, min(span[1], b) - max(span[0], a)) > limits().voiced_share * (span[1] - span[0]):
            return True
    return False


def _reports(parse: Parse, span: Span) -> bool:
    """Whether a clause reports somebody's words all the same (`…, residents said`, `… said that`),
    where no rule found whose: then it is not the narrator's."""
    words = [w for w in parse.within(*span) if w.text not in (".", ",")]
    for k, w in enumerate(words):
        cue = load_cues().verb(w.lemma) if (w.is_finite or w.is_past) else None
        if cue is None or not cue.speech or "ccomp" not in cue.frames:
            continue
        last = k == len(words) - 1
        if (
            k
            and (last or words[k + 1].lower == "that")
            and (words[k - 1].is_noun or words[k - 1].is_pronoun)
        ):
            return True
    return False


def _tells_of_silence(parse: Parse, span: Span) -> bool:
    """`There was no immediate comment from the army on the raid`: nobody claims the raid."""
    return any(
        w.lemma in cue_words("silence_nouns")
        and w.rel == "nsubj"
        and any(d.lower == "no" for d in parse.children(w.i, "det"))
        and parse.child(w.head, "expl") is not None
        for w in parse.within(*span)
    )


def _clauses(parse: Parse, unit: int) -> Iterator[Span]:
    """The clauses of a sentence that can each be a fact: relative clauses, joined main clauses and
    what remains of the main clause."""
    bounds = parse.sentences[unit]
    words = parse.sentence_words(unit)
    root = next((w for w in words if w.rel == "root"), None)
    if root is None or len(words) < limits().clause_words:
        return
    start, end = bounds.start, bounds.end
    holes = [
        s
        for s in (_relative(parse, w) for w in words if w.is_verb and is_relative_clause(parse, w))
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
    most = limits().relative_share * (b - a)
    outer = [hole for hole in holes if hole[1] - hole[0] <= most]
    yield from outer
    points = [a, *(x for h in sorted(outer) for x in h), b]
    stretches = [trim_clause(parse, points[k], points[k + 1]) for k in range(0, len(points), 2)]
    kept = [
        s for s in stretches if s is not None and len(parse.within(*s)) >= limits().clause_words
    ]
    if kept:
        yield max(kept, key=lambda s: s[1] - s[0])


def _relative(parse: Parse, verb: Word) -> Span | None:
    """`which Russia captured in February`: a relative clause set off by a comma."""
    words = [w for w in parse.subtree(verb.i) if w.rel != "punct" or w.i > verb.i]
    opener = next((w for w in words if w.is_wh), words[0])
    words = [w for w in words if w.i >= opener.i]
    before = parse.words[opener.i - 1] if opener.i else None
    if (
        before is None
        or before.text not in (",", "-", "–", "—")
        or len(words) < limits().clause_words
    ):
        return None
    return trim(parse.text, opener.start, words[-1].end)


def _joined(parse: Parse, verb: Word) -> int | None:
    """The offset where a second main clause with a subject of its own begins."""
    words = parse.subtree(verb.i, without=("conj",))
    own = any(w.rel in ("nsubj", "expl") and w.i < verb.i for w in words)
    if not is_predicate(parse, verb) or not own:
        return None
    return min(w.start for w in words)
