"""Figures that somebody sets: `a police source put the toll at 27`, `the toll was put at 27 by`."""

from __future__ import annotations

from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.attribution.subjects import find_subject
from counterclaim.extraction.grammar.spans import noun_phrase, trim_clause, unit_bounds
from counterclaim.extraction.grammar.voice import agent_of, case_of
from counterclaim.extraction.grammar.words import is_pointer
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_REACHED = ("at", "to", "as")
_SIDE_CLAUSES = ("advcl", "parataxis", "acl:relcl", "ccomp")


def attribute_tallies(parse: Parse) -> list[Attribution]:
    """The figures that a body or person gives as their own count.

    Example:
        `The army lost 15 men, while the governor put the number of dead at 27.` gives one: source
        `the governor`, cue `put`, content `the number of dead at 27`. What only makes a toll grow
        (`the strike put the toll at 27`) gives none.
    """
    verbs = (w for w in parse.words if w.is_verb and w.lemma in cue_words("counting_verbs"))
    return [made for made in (_tally(parse, verb) for verb in verbs) if made is not None]


def _tally(parse: Parse, verb: Word) -> Attribution | None:
    subject, passive = find_subject(parse, verb)
    what = subject if passive else parse.child(verb.i, "obj")
    who = agent_of(parse, verb) if passive else subject
    if what is None or who is None or not _is_count(what):
        return None
    if not _is_voice(who) or (verb.i > what.i) != passive:
        return None
    content = _content(parse, verb, what, passive=passive)
    if content is None or not _sets_number(parse, verb, what):
        return None
    return Attribution(
        content=content,
        cue=(verb.start, verb.end),
        source=noun_phrase(parse, who, None if passive else verb),
        lemma=verb.lemma,
        rule="tally",
        unit=verb.sentence,
        cue_word=verb.i,
        clause=unit_bounds(parse, verb),
    )


def _is_voice(word: Word) -> bool:
    """Whether a word can stand for somebody who counts: no death, strike or other count."""
    silent = word.lemma in cue_words("events", "counts") and not word.is_proper
    return not silent and not is_pointer(word)


def _is_count(word: Word) -> bool:
    """A count, or whom it counts (`the dead`), or `it` that goes back to one: `residents put it at
    40`."""
    counted = word.lemma in cue_words("counts") or word.lower in cue_words("counted")
    return counted or (word.is_pronoun and word.lower == "it")


def _sets_number(parse: Parse, verb: Word, what: Word) -> bool:
    """Whether `at` or `to` a number follows, be it that the parser hung it on the count: `put the
    number of rebels killed at 50`. Behind `it` only `at` says that a count is meant."""
    behind = (verb, *(w for w in parse.subtree(what.i) if w.i > verb.i))
    cases = _REACHED[:1] if what.is_pronoun else _REACHED
    obliques = (o for w in behind for o in parse.children(w.i, "obl", "nmod", "advcl"))
    reached = (w for w in obliques if _case(parse, w) in cases)
    return any(
        w.is_number or any(c.is_number for c in parse.children(w.i, "nummod")) for w in reached
    )


def _case(parse: Parse, word: Word) -> str:
    """The preposition of a phrase, which may hang on its number: `to 57 dead`."""
    beside = (case_of(parse, w) for w in (word, *parse.children(word.i, "nummod")))
    return next((case for case in beside if case), "")


def _clause(parse: Parse, verb: Word) -> list[Word]:
    """The words of a clause without those beside it; a number taken for one is none."""
    aside = parse.children(verb.i, *_SIDE_CLAUSES, "conj:verb")
    without = {w.i for c in aside if not _case(parse, c) for w in parse.subtree(c.i)}
    return [w for w in parse.subtree(verb.i) if w.i not in without]


def _content(parse: Parse, verb: Word, what: Word, *, passive: bool) -> tuple[Span, ...] | None:
    """The count and its number: in one piece, or on both sides of a passive."""
    clause = _clause(parse, verb)
    held = parse.subtree(what.i, without=_SIDE_CLAUSES)
    agent = agent_of(parse, verb)
    beside = [c for c in parse.children(verb.i, "conj", "cc") if c.i > verb.i]
    after = min((w.i for c in beside for w in parse.subtree(c.i)), default=len(parse.words))
    whose = {w.i for w in parse.subtree(agent.i)} if passive and agent is not None else set()
    tail = [w for w in clause if verb.i < w.i < after and w.rel != "punct" and w.i not in whose]
    if not tail or not held:
        return None
    right = trim_clause(parse, tail[0].start, tail[-1].end)
    left = trim_clause(parse, held[0].start, held[-1].end) if passive else None
    pieces = tuple(span for span in (left, right) if span is not None)
    return pieces if len(pieces) == 1 + passive else None
