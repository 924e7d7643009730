"""What stands below a line that announces it: `The staff said in its update:` and then a paragraph,
or a list, of what it said."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.attribution.making import make, source_left
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.grammar.spans import trim, unit_bounds
from counterclaim.language.paragraphs import is_bullet
from counterclaim.language.segments import Layout, Segment
from counterclaim.language.span_index import SpanIndex
from counterclaim.language.tree import Parse


def attribute_announced(
    parse: Parse, layout: Layout, cues: list[Cue], found: list[Attribution]
) -> list[Attribution]:
    """The attributions of the paragraph below a cue whose sentence ends in a colon, or of the items
    of the list below it; quotations there have rules of their own."""
    out: list[Attribution] = []
    used = SpanIndex(found, lambda a: [a.cue] if a.cue is not None else [])
    told = SpanIndex(found, lambda a: a.content)
    for cue in cues:
        if not _announces(layout, cue) or used.touching((cue.word.start, cue.word.end)):
            continue
        source, clause = source_left(parse, cue, cue.word.end)
        for segment in _below(layout, cue.word.sentence) if source is not None else ():
            content = trim(parse.text, segment.start, segment.end)
            if content is None or told.touching(content):
                break
            unit = unit_bounds(parse, cue.word)
            made = make(parse, cue, (content,), source, "announced", unit, clause=clause)
            out += [made] if made is not None else []
    return out


def _announces(layout: Layout, cue: Cue) -> bool:
    """Whether a verb of saying ends its sentence with a colon, and that its paragraph."""
    unit = cue.word.sentence
    here, behind = layout.segments[unit], layout.segments[unit + 1 : unit + 2]
    ends = layout.text[here.end - 1] == ":" and bool(behind)
    speaks = cue.entry.speech and not cue.passive and bool(cue.entry.frames & {"ccomp", "quote"})
    return speaks and ends and behind[0].paragraph != here.paragraph


def _below(layout: Layout, unit: int) -> Iterator[Segment]:
    """The sentences of the next paragraph, or of the items of a list that begins there."""
    behind = layout.segments[unit + 1 :]
    first = behind[0]
    plain = takewhile(lambda s: s.quotation is None and not s.headline, behind)
    if not _is_item(layout, first):
        return takewhile(lambda s: s.paragraph == first.paragraph, plain)
    return takewhile(lambda s: _is_item(layout, s) or s.paragraph == first.paragraph, plain)


def _is_item(layout: Layout, segment: Segment) -> bool:
    """Whether a sentence stands in a line that begins as an item of a list."""
    start = layout.text.rfind("\n", 0, segment.start) + 1
    line = layout.text[start : segment.start + 1]
    return is_bullet(layout.text, start + len(line) - len(line.lstrip()))
