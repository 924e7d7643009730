"""One claim, one proposition: a content cut into its sentences, and these at the bounds of clauses
that tell something of their own."""

from __future__ import annotations

import re
from itertools import pairwise

from counterclaim.extraction.claims.clauses import (
    ABSOLUTE,
    BESIDE,
    DATED,
    Clause,
    Region,
    find_clauses,
)
from counterclaim.extraction.claims.context import outside
from counterclaim.extraction.claims.counted_lists import split_counts
from counterclaim.extraction.claims.judge import EventType, Judge, is_too_short
from counterclaim.extraction.grammar.spans import trim, trim_clause
from counterclaim.extraction.grammar.words import is_pointer
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_ASIDE = re.compile(r"[.\s]*\(([^()]+)\)\W*\Z")
_ADDRESS = re.compile(r"[\w-]+\.\S+")
_STOPS = (".", "!", "?", "…")


def split_content(
    parse: Parse, content: Region, event_type: EventType, *, quoted: bool = False
) -> list[Region]:
    """The propositions of a content. A quotation of three sentences gives three; `that A and that
    B` gives two; verbs that share a subject are split only where they speak of different events
    (`blocked the road and took control of the heights`). What is `quoted` is one thought, unless
    its clauses tell of two events.
    """
    judge = Judge(parse, event_type, quoted)
    if len(content) > 1 and not _separate(parse, content):
        return divide(parse, content, judge)
    return [
        part
        for span in content
        for sentence in _sentences(parse, span)
        for part in find_propositions(parse, sentence, judge)
    ] or [content]


def find_propositions(parse: Parse, sentence: Span, judge: Judge) -> list[Region]:
    """The propositions of a sentence, in text order, as `judge` tells them apart."""
    led = _without_aside(parse, _without_lead(parse, sentence))
    parts = [part for half in _halves(parse, led) for part in divide(parse, (half,), judge)]
    if judge.quoted:
        return parts
    return [
        item
        for part in parts
        for item in (split_counts(parse, part[0]) if len(part) == 1 else [part])
    ]


def _without_lead(parse: Parse, sentence: Span) -> Span:
    """The words without those that only tie them to the sentence before: `This comes after rebels
    took the hill`, `The raid comes days after they left`."""
    top = parse.top(*sentence)
    if top is None or top.lemma not in word_class("sequel_verbs"):
        return sentence
    leader = parse.child(top.i, "nsubj", "expl")
    marks = word_class("afterwards", "beside")
    for word in parse.children(top.i, "advcl") if _points_back(parse, leader) else ():
        mark = parse.child(word.i, "mark")
        if mark is not None and mark.lower in marks:
            return trim_clause(parse, mark.end, sentence[1]) or sentence
    return sentence


def _without_aside(parse: Parse, sentence: Span) -> Span:
    """The words without a bracket at their end that has a clause or an address of its own: `was
    killed (the town fell in 2020)`."""
    found = _ASIDE.search(parse.text, *sentence)
    if found is None:
        return sentence
    inside = parse.within(*found.span(1))
    apart = any(_is_clause(parse, w) for w in inside) or _ADDRESS.fullmatch(found[1])
    kept = trim_clause(parse, sentence[0], found.start()) if apart else None
    return kept or sentence


def _points_back(parse: Parse, word: Word | None) -> bool:
    """Whether a subject stands for what was told before: "it", "this", "the raid"."""
    if word is None or is_pointer(word) or word.lower in word_class("it"):
        return word is not None
    defined = parse.child(word.i, "det")
    return defined is not None and defined.lower in word_class("told_before")


def _separate(parse: Parse, content: tuple[Span, ...]) -> bool:
    """Whether the pieces are sentences of their own rather than halves of one: each ends with its
    sentence, or that of the cue behind it ends before the next."""
    return all(
        parse.text[b : b + 1] in _STOPS or parse.text[b - 1] in _STOPS or _cue_ends(parse, b, a)
        for (_, b), (a, _) in pairwise(content)
    )


def _cue_ends(parse: Parse, start: int, end: int) -> bool:
    """Whether a sentence ends between two pieces: `“We left,” he said. “They stayed.”`"""
    return any(start < unit.end <= end for unit in parse.units(start, end)[:-1]) and any(
        mark in parse.text[start:end] for mark in _STOPS
    )


def _sentences(parse: Parse, span: Span) -> list[Span]:
    """The sentences of a span that touches several parser units."""
    out: list[Span] = []
    for unit in parse.units(*span):
        start, end = max(unit.start, span[0]), min(unit.end, span[1])
        if start >= end:
            continue
        piece = trim(parse.text, start, end)
        if piece is None:
            continue
        if out and len(parse.within(*piece)) < limits().sentence_words:
            out[-1] = (out[-1][0], piece[1])
        else:
            out.append(piece)
    return out


def _halves(parse: Parse, span: Span) -> list[Span]:
    """The parts of a sentence at a second "that" or a semicolon between two clauses."""
    at = _second_that(parse, span) or _second_sentence(parse, span)
    if at is None:
        return [span]
    left, right = trim_clause(parse, span[0], at), trim_clause(parse, at, span[1])
    if left is None or right is None or is_too_short(parse, (left,), (right,), own=True):
        return [span]
    return [left, *_halves(parse, right)]


def divide(
    parse: Parse, region: Region, judge: Judge, seen: set[int] | None = None
) -> list[Region]:
    """A region cut at the clauses in it that `judge` takes for claims of their own, in text order.

    A clause in the middle leaves the main one in two pieces.
    """
    seen = set() if seen is None else seen
    for clause in find_clauses(parse, region):
        if clause.verb.i in seen:
            continue
        seen.add(clause.verb.i)
        rest, part = cut_out(parse, region, clause)
        if rest and part and judge.accepts(clause, rest, part):
            halves = [*divide(parse, rest, judge, seen), *divide(parse, part, judge, seen)]
            return sorted(halves)
    return [region]


def cut_out(parse: Parse, region: Region, clause: Clause) -> tuple[Region, Region]:
    """What is left of a region without a clause, and the clause, without what joins the two."""
    reach = (clause.at, clause.span[1])
    left = [piece for span in region for piece in outside(span, [reach])]
    start = clause.span[0]
    if clause.kind in (BESIDE, ABSOLUTE, DATED):
        start = _behind_opener(parse, clause)
    within = [(max(a, start), min(b, reach[1])) for a, b in region]
    return _trimmed(parse, left), _trimmed(parse, [s for s in within if s[0] < s[1]])


def _behind_opener(parse: Parse, clause: Clause) -> int:
    """Where a clause begins without the words that hang it on the rest: "with", "shortly after"."""
    words = parse.within(*clause.span)
    openers = word_class("beside", "attending", "dating")
    for word in words[: limits().opener_words]:
        if word.lower in openers:
            return word.end
    return words[0].start


def _trimmed(parse: Parse, spans: list[Span]) -> Region:
    found = (trim_clause(parse, *span) for span in spans)
    return tuple(span for span in found if span is not None)


def _second_that(parse: Parse, span: Span) -> int | None:
    """`the enemy had advanced and that its own lines had moved`: the conjunction before a second
    "that"; a first one inside the span has clauses of its own."""
    words = parse.within(*span)
    for k, w in enumerate(words[1:-2], start=1):
        if w.lower == "that":
            return None
        second = words[k + 1]
        if w.is_conjunction and second.lower == "that" and second.rel == "mark":
            return w.start
    return None


def _second_sentence(parse: Parse, span: Span) -> int | None:
    """`the enemy shelled the port; our gunners destroyed two tanks`: the semicolon between two
    clauses that both have a subject; between the items of a list it parts nothing."""
    words = parse.within(*span)
    for k, word in enumerate(words):
        if word.text == ";" and all(
            any(_is_clause(parse, w) for w in half) for half in (words[:k], words[k:])
        ):
            return word.start
    return None


def _is_clause(parse: Parse, word: Word) -> bool:
    """Whether a word is the verb of a clause that says who or what."""
    return word.is_verb and parse.child(word.i, "nsubj") is not None
