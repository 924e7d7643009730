"""Verdicts on claims whose clause has no "that": `The army denied claims its men had fled`. Few
trees tell such a clause from a second verb of saying, so it is read from the words."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from counterclaim.extraction.attribution.boundaries import content_end
from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.attribution.making import make
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.attribution.word_order import phrase_on_the_left
from counterclaim.extraction.grammar.mood import is_negated
from counterclaim.extraction.grammar.spans import noun_phrase, trim_clause, unit_bounds
from counterclaim.extraction.grammar.words import (
    in_name,
    is_lone_name,
    opens_new_phrase,
    opens_noun_phrase,
)
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import VerbCue, load_cues
from counterclaim.knowledge.frames import load_frames
from counterclaim.language.lemmas import verb_in_third_person
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_AWAY = cue_words("set_aside")
_VERDICTS = ("denies", "doubts", "confirms")
_BEFORE, _BEHIND = 5, 12  # words between a verdict and its noun, from a noun to its clause's verb


def attribute_bare_claims(
    parse: Parse, cues: list[Cue]
) -> tuple[list[Attribution], frozenset[Span | None]]:
    """The attributions of verdicts on bare clauses, and the words that can be no other cue.

    Example:
        `Kyiv rejected allegations its drones had hit the plant.` gives Kyiv's denial that its
        drones had hit the plant; nobody alleges it here.
    """
    found, used = [], set()
    for noun in parse.words:
        verdict = _verdict_on(parse, noun)
        start = _clause_start(parse, noun, verdict) if verdict is not None else None
        if verdict is None or start is None:
            continue
        cue = _cue(parse, verdict, cues)
        used |= {(noun.start, noun.end), (verdict.start, verdict.end)}
        made = _attribute(parse, cue, cues, start)
        found += [made] if made is not None else []
    return found, frozenset(used)


def _verdict_on(parse: Parse, noun: Word) -> Word | None:
    """The verb that denies, doubts or confirms what a noun of saying claims: right before its
    phrase."""
    stem = noun.lemma if noun.is_noun else noun.lower.removesuffix("s")
    claim = load_cues().noun(stem)
    if claim is None or (claim.document and stem not in cue_words("report_nouns")):
        return None
    for word in reversed(parse.before(noun)[-_BEFORE:]):
        if _verdict(parse, word) is not None:
            return word
        if not (in_name(word) or word.is_adverb or word.lower in _AWAY):
            return None
    return None


def _verdict(parse: Parse, word: Word) -> VerbCue | None:
    """What is known of a past or finite verb that gives a verdict on its object, alone or with a
    particle (`brushed aside`); a parser may take one for a plural (`The navy denies …`)."""
    lemma = verb_in_third_person(word.lower) if word.is_plural else word.lemma
    if lemma is None or not (word.is_plural or word.is_verb) or word.is_base:
        return None
    behind = parse.words[word.i + 1].lower if word.i + 1 < len(parse.words) else ""
    if behind in _AWAY and lemma in load_frames().classes["brushing"]:
        return VerbCue(lemma, stance="denies", frames=frozenset({"obj"}))
    entry = load_cues().verb(lemma)
    if lemma in cue_words("naming_verbs") and _is_untrue(behind):
        return VerbCue(lemma, stance="denies", frames=frozenset({"obj"}))
    if entry is None or not entry.speech or entry.documents or "obj" not in entry.frames:
        return None
    stance = entry.stance_in("obj")
    return entry if stance == "denies" or (stance in _VERDICTS and word.is_verb) else None


def _is_untrue(word: str) -> bool:
    """`The army called false a report that …`."""
    return word == "false" or word in load_frames().classes["untruth"]


def _cue(parse: Parse, verdict: Word, cues: list[Cue]) -> Cue:
    entry = _verdict(parse, verdict) or VerbCue(verdict.lemma)
    known = next((c for c in cues if c.word.i == verdict.i), None)
    if known is not None:
        return replace(known, entry=entry)
    before = parse.before(verdict)
    phrase = phrase_on_the_left(parse, verdict)
    if phrase is None and is_lone_name(before):
        phrase = before[0].start, before[0].end
    return Cue(verdict, entry, None, False, None, is_negated(parse, verdict), phrase)


def _clause_start(parse: Parse, noun: Word, verdict: Word) -> int | None:
    """Where a clause with a subject begins right behind a noun of saying, or behind its agent; one
    with "that" only where no other rule knows the verdict."""
    if _is_untrue(parse.words[verdict.i + 1].lower):
        return next((w.end for w in parse.behind(noun)[:_BEFORE] if w.lower == "that"), None)
    behind = [*takewhile(lambda w: w.text not in ",;:." and _may_open(w), parse.behind(noun))]
    if behind and behind[0].lower in ("by", "from"):
        agent = next((k for k, w in enumerate(behind) if k > 1 and opens_new_phrase(w)), 0)
        behind = behind[agent:]
    told = next((k for k, w in enumerate(behind[:_BEHIND]) if w.is_finite), 0)
    if not told or not opens_noun_phrase(behind[0]):
        return None
    return None if _is_made(behind[told:]) else behind[0].start


def _may_open(word: Word) -> bool:
    """Whether a word may stand in the subject of a bare clause."""
    return not (word.is_relative or word.is_wh or word.is_to or word.lower == "that")


def _is_made(words: list[Word]) -> bool:
    """`the claims the army made`: what is said of the claims themselves."""
    verb = next((w for w in words if w.is_verb and w.pos == "VERB"), words[0])
    classes = load_frames().classes
    return verb.lemma in classes["making"] | classes["giving"] or verb is words[-1] is words[0]


def _attribute(parse: Parse, cue: Cue, cues: list[Cue], start: int) -> Attribution | None:
    source = cue.phrase or (noun_phrase(parse, cue.subject, cue.word) if cue.subject else None)
    if source is None or cue.passive:
        return None
    unit = unit_bounds(parse, cue.word)
    content = trim_clause(parse, start, content_end(parse, cue, cues, start, unit))
    content = None if content is None else _without_name_given(parse, content)
    if content is None:
        return None
    return make(parse, cue, (content,), source, "frame bare-claim", unit)


def _without_name_given(parse: Parse, content: Span) -> Span:
    """The words without what the claim is called: `… it was behind the raid | as nonsense`."""
    words = parse.within(*content)
    last = next((w for w in reversed(words) if w.lower == "as"), None)
    behind = [w for w in words if last is not None and w.i > last.i]
    called = {w.lemma for w in behind} & load_frames().classes["untruth"]
    cut = trim_clause(parse, content[0], last.start) if last is not None and called else None
    return cut or content
