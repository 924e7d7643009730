"""Sentences that give their source in the next one: `Two houses burned down. This was reported by
the mayor.`, `The mayor reported this on Telegram.`"""

from __future__ import annotations

from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.attribution.making import make, source_left
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.grammar.spans import trim_clause, unit_bounds
from counterclaim.language.segments import Layout
from counterclaim.language.span_index import SpanIndex
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span


def attribute_taken_up(
    parse: Parse, layout: Layout, cues: list[Cue], found: list[Attribution]
) -> list[Attribution]:
    """The attributions of the narrator's sentences that the sentence behind them takes up with
    "this"; a sentence that somebody says already is left alone."""
    out: list[Attribution] = []
    told = SpanIndex(found, lambda a: [*a.content, *([a.cue] if a.cue else [])])
    for cue in cues:
        if not _takes_up(parse, cue) or cue.negated or not cue.word.sentence:
            continue
        content = _sentence_before(parse, layout, cue.word.sentence, told)
        source, _ = source_left(parse, cue, cue.word.end)
        if content is None or source is None:
            continue
        made = make(parse, cue, (content,), source, "taken up", unit_bounds(parse, cue.word))
        if made is not None:
            out.append(made)
    return out


def _takes_up(parse: Parse, cue: Cue) -> bool:
    """Whether "this" is all that a verb of saying asserts."""
    if not cue.entry.speech or not cue.entry.frames & {"ccomp"} or cue.entry.stance != "asserts":
        return False
    if cue.passive:
        what: Word | None = parse.child(cue.word.i, "nsubj")
    else:
        what = parse.child(cue.word.i, "obj")
    return what is not None and what.lower == "this" and not parse.children(cue.word.i, "ccomp")


def _sentence_before(
    parse: Parse, layout: Layout, unit: int, told: SpanIndex[Attribution]
) -> Span | None:
    """The narrator's sentence right before a unit, when nobody else is said to say it."""
    before, here = layout.segments[unit - 1], layout.segments[unit]
    if before.quotation is not None or before.headline or here.paragraph - before.paragraph > 1:
        return None
    if told.touching((before.start, before.end)):
        return None
    return trim_clause(parse, before.start, before.end)
