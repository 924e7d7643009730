"""Verdicts on claims: `said the claim that the bridge had fallen was false` denies that it had."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.grammar.clauses import head_predicate
from counterclaim.extraction.grammar.mood import is_negated
from counterclaim.extraction.grammar.spans import trim_clause
from counterclaim.knowledge.cue_words import cue_words, mood
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.frames import load_frames
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_NEAR = 4  # words from a cue to the clause of a noun of saying: "the latest report that"


def judge_claims(parse: Parse, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions, those that call a claim false or true with what it claims as what they deny
    or confirm.

    Example:
        `The army said reports of a raid on Lor were made up.` gives the denial of a raid on Lor.
    """
    return [_judged(parse, a) for a in attributions]


def _judged(parse: Parse, a: Attribution) -> Attribution:
    if a.stance != "asserts" or a.noun or len(a.content) > 1:
        return a
    untrue = mood("no_truth").match(parse.text, a.start)
    if untrue is not None and untrue.end() < a.end:
        content = trim_clause(parse, untrue.end(), a.end)
        return a if content is None else replace(a, content=(content,), stance="denies")
    words = _with_noun(parse, a)
    leader = head_predicate(parse, a.content)
    for verdict in (w for w in (leader, words[-1]) if w is not None and w.i != a.cue_word):
        stance = _verdict(parse, verdict)
        claimed = _claimed(parse, words, verdict) if stance is not None else None
        if stance is not None and claimed is not None:
            return replace(a, content=(claimed,), stance=stance, speech=False)
        if stance == "denies" and _is_of_claim(parse, verdict):
            return replace(a, stance=stance)
    return a


def _with_noun(parse: Parse, a: Attribution) -> list[Word]:
    """The words of a content, with a noun of saying right behind the cue that was left out of them:
    `said the report | that rebels had left was false`."""
    start, end = a.content[0]
    behind = a.cue[1] if a.cue is not None and a.cue[1] < start else start
    between = parse.within(behind, start)
    claims = any(w.is_noun and load_cues().noun(w.lemma) for w in between)
    return parse.within(behind if claims and len(between) <= _NEAR else start, end)


def _verdict(parse: Parse, word: Word) -> str | None:
    """How a predicate judges a claim: "is false" denies, "was accurate" confirms."""
    true = bool(_so().fullmatch(word.lower))
    false = {word.lower, word.lemma} & load_frames().classes["untruth"] or word.lower == "false"
    if not (true or false):
        return None
    return "confirms" if true != is_negated(parse, word) else "denies"


def _is_of_claim(parse: Parse, verdict: Word) -> bool:
    """Whether a verdict is on a claim that is named and not repeated: `the claim is false`."""
    subject = parse.child(verdict.i, "nsubj")
    if subject is None or not subject.is_noun:
        return False
    return bool(load_cues().noun(subject.lemma)) or subject.lemma in cue_words("informants")


@cache
def _so() -> re.Pattern[str]:
    return mood("so")


def _claimed(parse: Parse, words: list[Word], verdict: Word) -> Span | None:
    """What the noun of saying that opens some words claims, up to the verdict on it: `the claim (by
    rebels) that …`."""
    noun = next((w for w in words if w.is_verb or load_cues().noun(w.lemma)), words[0])
    opens = noun.is_noun or (noun is words[0] and load_cues().noun(noun.lemma))
    if not opens or noun.i >= verdict.i:
        return None
    judging = next((w for w in reversed(words) if w.i < verdict.i and w.lemma == "be"), None)
    end = verdict.start if judging is None else judging.start
    between = parse.within(noun.end, end)
    opener = next((w for w in between if _opens(parse, w, noun)), None)
    return None if opener is None else trim_clause(parse, opener.end, end)


def _opens(parse: Parse, word: Word, noun: Word) -> bool:
    """Whether what a noun of saying claims begins behind a word."""
    if word.lower == "that" and not word.is_determiner:
        return True
    of = word.lower in ("of", "about") and parse.words[word.head].head == noun.i
    return of and noun.lemma in cue_words("report_nouns")
