"""Reports in clauses that only tell more of what somebody else claims: `The army shelled the camp,
where residents said nobody was left`: the army's claim, and that of the residents."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.claims.context import outside
from counterclaim.extraction.grammar.clauses import is_relative_clause
from counterclaim.extraction.grammar.spans import trim_clause
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits
from counterclaim.language.span_index import SpanIndex
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span


def set_reports_apart(parse: Parse, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions, each without the clauses in it that report something by themselves.

    Example:
        `Kyiv said it had hit a base from which, it claimed, drones were launched` keeps `it had hit
        a base`.
    """
    cued = [a for a in attributions if a.cue is not None and a.cue_word is not None]
    cues = SpanIndex(cued, lambda a: [a.cue or a.content[0]])
    return [_without_reports(parse, a, cues.touching((a.start, a.end))) for a in attributions]


def _without_reports(parse: Parse, a: Attribution, within: list[Attribution]) -> Attribution:
    if a.speech:
        return a
    holes = [hole for b in within if b is not a and (hole := _clause(parse, a, b)) is not None]
    pieces = [piece for span in a.content for piece in outside(span, holes)]
    kept = tuple(p for span in pieces if (p := trim_clause(parse, *span)) is not None)
    if not holes or sum(len(parse.within(*p)) for p in kept) < limits().proposition_words:
        return a
    return replace(a, content=kept)


def _clause(parse: Parse, outer: Attribution, inner: Attribution) -> Span | None:
    """The clause of a report that stands behind the beginning of another's content: wherever the
    parser hangs it, its first word tells that it only adds something."""
    if inner.cue_word is None:
        return None
    verb = parse.words[inner.cue_word]
    while verb.rel in ("xcomp", "aux") and verb.head != verb.i:
        verb = parse.words[verb.head]
    start, end = parse.span(verb.i)
    piece = next((p for p in outer.content if p[0] < start < p[1]), None)
    told = all(start <= a and b <= end for a, b in inner.content)
    if piece is None or not told or not _only_adds(parse, verb):
        return None
    return start, min(end, piece[1])


def _only_adds(parse: Parse, verb: Word) -> bool:
    """Whether a clause is relative, says when or beside what the rest was so, or is thrown in."""
    opener = next((w for w in parse.subtree(verb.i) if w.rel != "punct"), verb)
    if opener.is_preposition and parse.words[opener.i + 1].is_relative:
        return True
    thrown_in = verb.rel == "parataxis" and parse.words[verb.head].i < verb.i
    return (
        thrown_in
        or is_relative_clause(parse, verb)
        or opener.lower in word_class("dating", "beside", "relative_words")
    )
