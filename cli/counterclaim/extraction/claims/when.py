"""When the event of a claim was: the words that may tell, the nearest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.claims.context import (
    antecedent_event,
    governing_clauses,
    main_clause,
    runs_of,
)
from counterclaim.extraction.grammar.clauses import head_predicate
from counterclaim.extraction.times import Timex, event_time
from counterclaim.language.span_index import touching
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span, Time

_OTHER_CLAUSES = ("advcl", "acl", "ccomp", "parataxis")
_WHOLE_DAY = len("2023-10-07")


def time_of_event(
    parse: Parse, times: list[Timex], content: tuple[Span, ...], attribution: Attribution | None
) -> Time:
    """The time of the event told in a content.

    "During March rebels moved south, reaching Kaya on March 25" is dated by its own verb: March.
    """
    for spans in _where_told(parse, times, content, attribution):
        told = event_time(parse.text, times, spans)
        if told.mention:
            return told
    named = event_time(parse.text, times, antecedent_event(parse, content))
    opened = named.precision == "open" and len(named.earliest or "") == _WHOLE_DAY
    return replace(named, latest=named.earliest, precision="day") if opened else named


def _where_told(
    parse: Parse, times: list[Timex], content: tuple[Span, ...], attribution: Attribution | None
) -> Iterator[tuple[Span, ...]]:
    """The words that may date a content, the nearest first."""
    if touching(times, content[0][0], content[-1][1]):
        yield _own_clause(parse, content)
        yield main_clause(parse, content)
        yield main_clause(parse, content, causes=True)
    yield from governing_clauses(parse, content, attribution.cue_word if attribution else None)
    yield _opening(parse, content)


def _own_clause(parse: Parse, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words of a content that belong to its verb alone, if it has one."""
    head = head_predicate(parse, content)
    if head is None or not head.is_verb:
        return ()
    own, stack = [head], [head.i]
    while stack:
        below = [w for w in parse.children(stack.pop()) if w.rel not in _OTHER_CLAUSES]
        own += below
        stack += [w.i for w in below]
    told = [w for w in own if any(a <= w.start < b for a, b in content)]
    return runs_of(sorted(told, key=lambda w: w.i))


def _opening(parse: Parse, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The phrase that opens a sentence, for a joined clause with a subject of its own: "in
    Monday's clashes" in "In Monday's clashes, rebels shelled Kaya and the army bombed Bodu"."""
    head = head_predicate(parse, content)
    first = head
    while first is not None and first.rel == "conj":
        first = parse.head(first)
    if head is None or first is None or first is head or not first.is_verb:
        return ()
    subject = parse.child(first.i, "nsubj", "nsubj:pass")
    opening = [w for w in parse.children(first.i, "obl", "advmod") if _opens(w, subject)]
    return runs_of([w for phrase in opening for w in parse.subtree(phrase.i)])


def _opens(word: Word, subject: Word | None) -> bool:
    return subject is not None and word.i < subject.i
