"""The parts all verb rules share: the source of a cue, and the attribution made of it."""

from __future__ import annotations

from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.grammar.spans import noun_phrase, unit_bounds
from counterclaim.extraction.grammar.voice import case_of
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

PREPOSITIONS = ("as", "of", "on", "for", "about", "against", "to")
_FRAME_OF = {"infinitive": "xcomp", "object": "obj", "relative object": "obj"} | {
    f"{p} phrase": p for p in PREPOSITIONS
}


def source_left(parse: Parse, cue: Cue, content_start: int) -> tuple[Span | None, Span]:
    """The source of a cue with its content to the right, and the span of the cue clause."""
    unit = unit_bounds(parse, cue.word)
    clause = (unit[0], content_start)
    if cue.passive:
        if cue.agent is not None:
            return _without_joint(parse, noun_phrase(parse, cue.agent)), clause
        return _document_source(parse, cue), clause
    if cue.subject is None or cue.phrase is not None:
        return cue.phrase, clause
    return _without_joint(parse, noun_phrase(parse, cue.subject, cue.word)), clause


def _without_joint(parse: Parse, span: Span) -> Span:
    """A phrase without what leads on from it: `accused by aides | of theft`, `a video | purporting
    to show`."""
    words = parse.within(*span)
    while len(words) > 1 and (words[-1].is_preposition or words[-1].is_present_participle):
        words.pop()
    return span[0], words[-1].end


def _document_source(parse: Parse, cue: Cue) -> Span | None:
    """`In the report of the General Staff, it was said that …`: whose document it is, or the
    document."""
    for w in parse.children(cue.word.i, "obl"):
        if w.lemma in cue_words("document_nouns") and case_of(parse, w) in ("in", "by", "from"):
            owner = next(
                (
                    c
                    for c in parse.children(w.i, "nmod")
                    if case_of(parse, c) in ("of", "by", "from")
                ),
                None,
            )
            return noun_phrase(parse, owner or w)
    return None


def make(
    parse: Parse,
    cue: Cue,
    content: tuple[Span, ...],
    source: Span | None,
    rule: str,
    unit: Span,
    *,
    clause: Span | None = None,
    relays: tuple[Span, ...] = (),
    noun: bool = False,
) -> Attribution | None:
    """The attribution of a cue. The stance is the verb's in this frame; under negation another one
    (`could not verify` doubts), or none, and then nothing is reported."""
    stance = cue.entry.stance_in(_FRAME_OF.get(rule, "ccomp"))
    if cue.negated:
        if cue.entry.negated is None:
            return None
        stance = cue.entry.negated
    if (
        rule == "infinitive"
        and stance == "asserts"
        and "addressee" in cue.entry.frames
        and not cue.passive
    ):
        stance = "demands"
    return Attribution(
        content=content,
        cue=(cue.word.start, cue.word.end),
        source=source,
        lemma=cue.lemma,
        rule=rule,
        unit=cue.word.sentence,
        cue_word=cue.word.i,
        noun=noun,
        stance=stance,
        hedged=cue.entry.hedged,
        clause=clause or unit,
        relays=relays,
        pronoun=relative_pronoun(parse, cue.word, source),
    )


def relative_pronoun(parse: Parse, verb: Word, source: Span | None) -> Span | None:
    """`the mayor, who later said …`: the pronoun between a source and its cue."""
    if source is None:
        return None
    for w in reversed(parse.within(source[1], verb.start)):
        if w.i >= verb.i or w.is_adverb or w.is_verb:
            continue
        return (w.start, w.end) if w.is_relative and w.lower != "what" else None
    return None
