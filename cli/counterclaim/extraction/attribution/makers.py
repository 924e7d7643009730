"""Whose a document is that speaks: `A video posted by the marines shows …`."""

from __future__ import annotations

from functools import cache

from counterclaim.extraction.grammar.paths import Path, compile_path, first
from counterclaim.extraction.grammar.spans import noun_phrase
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.frames import load_frames
from counterclaim.language.tree import Parse
from counterclaim.records.model import Span


@cache
def _paths() -> tuple[Path, ...]:
    frames = load_frames()
    return tuple(compile_path(path, frames.classes) for path in frames.makers)


def maker_of(parse: Parse, source: Span) -> Span:
    """Who made the document that a source is, where its phrase says so; any other source itself."""
    head = parse.top(*source)
    if head is None or head.lemma not in cue_words(*load_frames().made):
        return source
    maker = first(parse, head, _paths())
    speaks = head.lemma in cue_words("channel_nouns", "voices")  # `Gaza's civil defence agency`
    if maker is not None and maker.dep == "nmod:poss" and speaks:
        return source
    return source if maker is None else _without_mark(parse, noun_phrase(parse, maker))


def _without_mark(parse: Parse, span: Span) -> Span:
    """An owner without the "'s" that ties it to what it owns."""
    words = parse.within(*span)
    return (span[0], words[-2].end) if len(words) > 1 and words[-1].is_genitive else span
