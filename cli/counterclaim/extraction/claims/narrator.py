"""The article's own claims: facts about the conflict told without attribution.

One for each distinct fact: a main clause, a clause joined to it, or a relative clause, when it
speaks of an event or state of the war. Background without one (a river's course, a biography)
is left out, and so is everything inside somebody's speech.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from counterclaim.extraction.claims.clauses import RELATIVE, Clause, Region
from counterclaim.extraction.claims.context import outside
from counterclaim.extraction.claims.judge import EventType, Judge
from counterclaim.extraction.claims.plain_facts import tells_plainly
from counterclaim.extraction.claims.propositions import find_propositions
from counterclaim.extraction.claims.silence import stays_open, tells_of_silence
from counterclaim.extraction.grammar.clauses import head_predicate
from counterclaim.extraction.grammar.spans import trim_clause
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.predicates import FALLBACK, family
from counterclaim.language.segments import Layout
from counterclaim.language.span_index import SpanIndex
from counterclaim.language.tree import Parse
from counterclaim.records.model import Span


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
    voices = OtherVoices([*taken, *tails])
    found: list[Region] = [(tail,) for tail in tails]
    for index, segment in enumerate(layout.segments):
        if segment.quotation is not None or segment.headline:
            continue
        if parse.text[segment.end - 1] == "?":
            continue  # who asks asserts nothing
        facts = _facts(parse, index, voices, event_type)
        found += [f for f in facts if not _is_others(parse, f)]
    typed = [(region, event_type(region)) for region in sorted(set(found))]
    arms = war or any(kind in family("arms") for _, kind in typed)
    ignored = family("comment") if arms else family("comment") | family("peaceful")
    return [
        r
        for r, kind in typed
        if kind not in ignored
        or tells_of_silence(parse, r)
        or stays_open(parse, r)
        or (arms and kind == FALLBACK and tells_plainly(parse, r))
    ]


def _is_others(parse: Parse, region: Region) -> bool:
    """Whether words are nobody's or somebody else's, though no voice was found for them."""
    spoken = _goes_on_speaking(parse, region) or _is_saying(parse, region)
    return spoken or any(_reports(parse, span) for span in region)


def _is_saying(parse: Parse, region: Region) -> bool:
    """Whether a sentence is somebody's saying with what is said, where no rule found its bounds:
    `The governor told those who had fled the raid that rebels held the bridge`."""
    head = head_predicate(parse, region)
    cue = load_cues().verb(head.lemma) if head is not None and head.is_verb else None
    if head is None or cue is None or not cue.speech or not {"ccomp", "quote"} <= cue.frames:
        return False
    behind = [w for span in region for w in parse.within(*span) if w.i > head.i]
    return any(w.lower == "that" and w.rel == "mark" for w in behind)


def _goes_on_speaking(parse: Parse, region: Region) -> bool:
    """Whether a clause without a subject tells what its speaker says or does besides: `Kyiv denied
    the raid, pointing to a buildup of troops`."""
    head = head_predicate(parse, region)
    if head is None or head.rel not in ("advcl", "conj") or not head.is_verb:
        return False
    cue = load_cues().verb(head.lemma)
    return cue is not None and cue.speech and parse.child(head.i, "nsubj", "expl") is None


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


def _facts(parse: Parse, unit: int, voices: OtherVoices, event_type: EventType) -> Iterator[Region]:
    """The clauses of a sentence that can each be a fact of the narrator's."""
    bounds = parse.sentences[unit]
    free = voices.without((bounds.start, bounds.end))
    yield from _silences(parse, free[1:])
    if sum(len(parse.within(*span)) for span in free) < limits().clause_words:
        return
    judge = _NarratorsJudge(parse, event_type, voices=voices)
    sentence = trim_clause(parse, bounds.start, bounds.end)
    for region in [] if sentence is None else find_propositions(parse, sentence, judge):
        long = sum(len(parse.within(*span)) for span in region) >= limits().proposition_words
        if long and voices.share(region) <= limits().voiced_share:
            yield region


def _silences(parse: Parse, free: list[Span]) -> Iterator[Region]:
    """What notes add of silence behind somebody's words: `…; no word from the mayor`."""
    pieces = (trim_clause(parse, *span) for span in free)
    yield from ((p,) for p in pieces if p is not None and tells_of_silence(parse, (p,)))


@dataclass(slots=True)
class _NarratorsJudge(Judge):
    """In the narrator's sentences a clause of another voice is always apart, and so is a relative
    clause behind a comma, which is background where it tells no event."""

    voices: OtherVoices = field(default_factory=lambda: OtherVoices([]))

    def accepts(self, clause: Clause, rest: Region, part: Region) -> bool:
        most = limits().voiced_share
        if (self.voices.share(part) > most) != (self.voices.share(rest) > most):
            return True
        if clause.kind == RELATIVE and clause.apart:
            return _size(part) <= limits().relative_share * (_size(part) + _size(rest))
        return Judge.accepts(self, clause, rest, part)


def _size(region: Region) -> int:
    return sum(end - start for start, end in region)


class OtherVoices:
    """The spans that other voices cover."""

    def __init__(self, taken: list[Span]) -> None:
        self._taken = SpanIndex(taken, lambda span: [span])

    def without(self, span: Span) -> list[Span]:
        """What is left of a span without what others say."""
        return outside(span, self._taken.touching(span))

    def share(self, region: Region) -> float:
        """The share of some words that others say."""
        free = (piece for span in region for piece in self.without(span))
        return 1 - sum(end - start for start, end in free) / max(_size(region), 1)
