"""A verdict in plain words, made from the two claims it rests on: who says what, who says other."""

from __future__ import annotations

from collections import Counter

from counterclaim.comparison import Comparison, Entry, Question
from counterclaim.comparison.types import NARRATOR_SIDE
from counterclaim.presentation.compare.report.desk import NEUTRAL, Chapter
from counterclaim.presentation.compare.telling import said_words, tell_verdict
from counterclaim.presentation.compare.words import (
    bracketed_subject,
    lead_entries,
    make_line,
    one_line,
    side_heading,
)

CLASHES = ("disputed", "tension", "numbers differ")
MEANINGS = {
    "disputed": "what two sides say cannot both be so",
    "tension": "what they say hardly goes together, or it is not sure that they speak of one thing",
    "numbers differ": "their figures for the same thing exclude each other",
    "conceded": "a side admits what the other one says, or both say so",
    "agreed": "sides that are at odds say the same",
    "compatible": "several speak, and nothing they say here collides",
    "one side only": "nobody but this side speaks of it in these articles",
    "one voice": "one source alone speaks of it in these articles",
}
_SHORT = 5  # letters: "Iran" and "Iraq" differ in the last one
_SAYS = {
    "asserts": "says",
    "confirms": "confirms",
    "denies": "denies",
    "doubts": "doubts",
    "intends": "states an aim",
    "predicts": "expects",
    "demands": "demands",
}


def verdict_sentence(question: Question, place: Chapter) -> str:
    """Say in plain words how a question stands.

    >>> verdict_sentence(question, place)
    'Defence Ministry (Russia): its forces hold Lyman. General Staff (Ukraine) denies that.'
    """
    pair = lead_entries(question)
    if question.verdict in CLASHES:
        return tell_verdict(question, place.style, place.desk.name)
    if question.verdict in ("conceded", "agreed") and len(pair) == 2:
        said = " ".join(_says(entry, question, place) for entry in pair)
        return said + _admission(question, place)
    sides = [side_heading(p.side, place.comparison, place.desk.name) for p in question.positions]
    if question.verdict == "one side only":
        return f"Only {sides[0]} speaks of this in these articles."
    if question.verdict == "one voice":
        return f"{speaker(question.positions[0].entries[0], place)} alone speaks of this."
    return "Nothing that is said here collides."


def _admission(question: Question, place: Chapter) -> str:
    """Say who speaks against the interest of its own side, of those on whom a verdict rests."""
    if question.verdict != "conceded":
        return ""
    told = (e for p in question.positions for e in p.entries if e.claim.id in question.lead)
    own = [e for e in told if e.interest == "against" and e.group not in NEUTRAL]
    if not own:
        return " Both sides say so."
    side = side_heading(own[0].group, place.comparison, place.desk.name)
    return f" {side} says so although it speaks against its own interest."


def _says(entry: Entry, question: Question, place: Chapter) -> str:
    claim = entry.claim
    says = _SAYS.get(claim.stance, "says") + (", hedged" if claim.hedged else "")
    words = bracketed_subject(claim) + said_words(entry, question.stems).rstrip(".")
    return f"{speaker(entry, place)} {says}: {words}."


def speaker(entry: Entry, place: Chapter) -> str:
    """Name who speaks, its side where the name does not tell it, and when.

    >>> speaker(entry, place)
    'Pushilin (Russia, by 25 Jan)'
    """
    line = make_line(entry, (), place.style)
    who = line.who or ("The article" if entry.group == NARRATOR_SIDE else entry.claim.source.name)
    side = "" if entry.group in NEUTRAL else place.desk.name(entry.group)
    known = _stem(side) in f"{who} {entry.claim.source.name}".casefold()
    more = ", ".join(part for part in ("" if known else side, line.when) if part)
    return one_line(f"{who} ({more})" if more else who)


def _stem(side: str) -> str:
    """What of a side's name stands in its adjective: "ukrain" in "Ukrainian"."""
    return side.casefold()[:-1] if len(side) > _SHORT else side.casefold()


def lead_words(comparison: Comparison) -> str:
    """Sum up a section: ``"Of 6 questions 1 is disputed and 1 conceded."``"""
    number = Counter(q.verdict for q in comparison.questions)
    listed = [f"{number[word]} {_is(word, number[word])}" for word in MEANINGS if number[word]]
    if not listed:
        return ""
    every = len(comparison.questions)
    questions = "On the one question that is spoken of" if every == 1 else f"Of {every} questions"
    told = f"{', '.join(listed[:-1])} and {listed[-1]}" if len(listed) > 1 else listed[0]
    return f"{questions}, {told}."


def _is(word: str, number: int) -> str:
    be = "is" if number == 1 else "are"
    return {
        "tension": f"{be} in tension",
        "numbers differ": f"{'has' if number == 1 else 'have'} figures that differ",
        "one side only": f"{be} spoken of by one side only",
        "one voice": f"{be} spoken of by one voice only",
        "compatible": f"{be} without a collision",
    }.get(word, f"{be} {word}")
