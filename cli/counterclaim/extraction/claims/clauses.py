"""Clauses in a stretch of words that may be claims of their own, and where each begins and ends.

The tree says where a clause is bounded; which of them is a claim is decided by what it tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.extraction.grammar.clauses import (
    is_finite_clause,
    is_predicate,
    is_relative_clause,
)
from counterclaim.extraction.grammar.mood import is_negated
from counterclaim.extraction.grammar.words import CLOSING, PAUSES
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

Region = tuple[Span, ...]
_JOINTS = (*PAUSES, ";", ":")

# Of its own subject behind "and", of a shared one; a relative clause; a participle behind a comma;
# with "while"; "with ten villages held"; "after rebels left"; any other, which tells how or why the
# rest is so.
JOINED, SHARED, RELATIVE, PARTICIPLE, BESIDE, ABSOLUTE, DATED, BOUND = (
    "joined", "shared", "relative", "participle", "beside", "absolute", "dated", "bound",
)  # fmt: skip
_ADDED = (PARTICIPLE, BESIDE, ABSOLUTE, DATED)
"""What a parser may hang on a verb before the region, that of saying, though it stands inside."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause below another predicate or beside it: its verb (or the noun of an item), how it is
    bound to the rest, whether a comma or a dash sets it off, and its words."""

    verb: Word
    kind: str
    apart: bool
    span: Span
    at: int


def find_clauses(parse: Parse, region: Region) -> list[Clause]:
    """The clauses in a region whose governor stands in it, too: first those with "and" and a
    subject, which a parser often hangs too low, then the others in text order.

    Example:
        In `The army took the hill, cutting the road, while rebels shelled the port` the participle
        and the clause with "while".
    """
    inside = {w.i: w for span in region for w in parse.within(*span)}
    found = list(_bounded(parse, inside))
    free = (c for c in found if c.kind not in (BOUND, DATED) and (c.apart or c.kind != RELATIVE))
    starts = sorted(clause.at for clause in free)
    end = region[-1][1]
    joined_first = sorted(found, key=lambda clause: clause.kind != JOINED)
    return [_to_the_next(clause, starts, end) for clause in joined_first]


def _to_the_next(clause: Clause, starts: list[int], end: int) -> Clause:
    """A joined clause with what follows it: a parser hangs it on either half."""
    if clause.kind not in (JOINED, SHARED):
        return clause
    last = next((at for at in starts if at >= clause.span[1]), end)
    return replace(clause, span=(clause.span[0], max(last, clause.span[1])))


def _bounded(parse: Parse, inside: dict[int, Word]) -> Iterator[Clause]:
    for word in inside.values():
        above = parse.head(word)
        if above is None:
            continue
        kind = _kind(parse, word, above)
        if (
            kind is None
            or (above.i not in inside and kind not in _ADDED)
            or (kind == SHARED and not _leads(parse, word, above, inside))
        ):
            continue
        clause = _reach(parse, word, kind, inside)
        if clause is not None:
            yield clause


def _kind(parse: Parse, word: Word, above: Word) -> str | None:
    """How a clause is bound to its governor; None for what is no clause."""
    if word.rel in ("conj", "parataxis") and word.i > above.i:
        return _coordination(parse, word, above)
    if word.rel in ("obl", "nmod"):
        return ABSOLUTE if _is_attended(parse, word) else None
    if word.rel not in ("advcl", "acl", "xcomp", "conj") or not is_predicate(parse, word):
        return None
    if _is_joined_too_low(parse, word):
        return JOINED
    if is_relative_clause(parse, word):
        return RELATIVE
    if _is_bare_participle(parse, word):
        return PARTICIPLE
    return _adverbial(parse, word) if word.rel in ("advcl", "acl") else None


def _is_joined_too_low(parse: Parse, word: Word) -> bool:
    """Whether a clause with "and" was hung on a noun before it: `near the border, and 14 fled`."""
    own = _subject(parse, word)
    if word.rel != "acl" or own is None or own.is_relative:
        return False
    return _before(parse, _opener(parse, word)).is_conjunction


def _adverbial(parse: Parse, word: Word) -> str:
    opener = _opener(parse, word)
    if opener.is_preposition and parse.words[opener.i + 1].is_relative:
        return RELATIVE
    if word.head > word.i and any(
        w.is_relative and w.i < word.i and _pauses(parse, w) for w in parse.subtree(word.i)
    ):  # `The army, whose men left, denied it`: read as if the army did the leaving
        return RELATIVE
    if opener.lower in word_class("beside") and is_finite_clause(parse, word):
        return BESIDE if word.rel == "advcl" and _tells_anew(parse, word) else BOUND
    if _is_dated(parse, word):
        return DATED
    attends = opener.lower in word_class("attending") and _pauses(parse, opener)
    return ABSOLUTE if attends and _has_subject(parse, word) else BOUND


def _is_dated(parse: Parse, word: Word) -> bool:
    """Whether a clause says when by what somebody else did: `after rebels left`; in `did not say
    when rebels left` it is what is asked."""
    mark, above = parse.child(word.i, "mark", "advmod"), parse.words[word.head]
    dated = mark is not None and mark.lower in word_class("dating")
    finite = word.rel == "advcl" and is_finite_clause(parse, word)
    cue = load_cues().verb(above.lemma)
    asked = cue is not None and cue.speech and is_negated(parse, above)
    return dated and finite and not asked and _tells_anew(parse, word)


def _leads(parse: Parse, second: Word, word: Word, inside: dict[int, Word]) -> bool:
    """Whether the predicate that a second one is joined to leads the region, right below its leader
    or beside: what is joined below "to", "whether", a noun or a purpose is told as one."""
    word = _first_of_joined(parse, word, inside)
    told = word.rel in ("xcomp", "ccomp") and not second.is_base
    below = told or _is_put_off(parse, word)
    if below and word.head in inside:
        word = _first_of_joined(parse, parse.words[word.head], inside)
    return word.head == word.i or word.head not in inside


def _is_put_off(parse: Parse, word: Word) -> bool:
    """Whether "it" announces an infinitive, which is then no purpose: `made it possible to`."""
    announced = parse.children(word.head, "obj", "expl") if word.rel == "advcl" else []
    return any(w.lower == "it" for w in announced)


def _first_of_joined(parse: Parse, word: Word, inside: dict[int, Word]) -> Word:
    while word.rel in ("conj", "parataxis") and word.head in inside and word.head != word.i:
        word = parse.words[word.head]
    return word


def _coordination(parse: Parse, word: Word, above: Word) -> str | None:
    if not is_predicate(parse, word):
        return None
    if _subject(parse, word) is not None:
        asked = _opener(parse, word).is_wh
        return JOINED if is_predicate(parse, above) and not asked else None
    if not is_predicate(parse, above):
        return None
    if word.rel == "parataxis":
        return SHARED if word.is_past and _before(parse, word).text == "," else None
    return SHARED


def _subject(parse: Parse, word: Word) -> Word | None:
    return parse.child(word.i, "nsubj", "expl", "csubj")


def _tells_anew(parse: Parse, word: Word) -> bool:
    """Whether a clause has a subject of its own: in `as they fled` it is that of the rest."""
    own = _subject(parse, word)
    return own is not None and not own.is_pronoun


def _is_bare_participle(parse: Parse, word: Word) -> bool:
    """Whether a participle stands behind a comma without a conjunction."""
    if not word.is_verb:
        return False
    before = _before(parse, word)
    while before.is_adverb or before.lower in word_class("participle_leads"):
        before = _before(parse, before)
    formed = word.is_present_participle or (word.rel == "acl" and word.is_past_participle)
    free = not parse.children(word.i, "mark", "case", "aux", "cop", "nsubj")
    return formed and free and _stops(before, parse.words[before.i + 1])


def _has_subject(parse: Parse, word: Word) -> bool:
    """Whether a clause with "with" says of whom it tells: `with ten villages still burning`."""
    before = (w for w in parse.children(word.i, "obl", "obj") if w.i < word.i)
    return _subject(parse, word) is not None or next(before, None) is not None


def _is_attended(parse: Parse, word: Word) -> bool:
    """Whether a noun behind "with" has what is so of it: `with ten villages held by the rebels`."""
    opener = parse.child(word.i, "case")
    if opener is None or opener.lower not in word_class("attending"):
        return False
    return _pauses(parse, opener) and any(
        w.i > word.i and (w.is_present_participle or w.is_past_participle)
        for w in parse.children(word.i, "acl", "amod")
    )


def _pauses(parse: Parse, word: Word) -> bool:
    return _stops(_before(parse, word), word)


def _stops(before: Word, word: Word) -> bool:
    """Whether a comma or a dash stands before a word; a hyphen inside a compound is none."""
    return before.text == "," or (before.text in PAUSES and before.end < word.start)


def _before(parse: Parse, word: Word) -> Word:
    return parse.words[max(word.i - 1, 0)]


def _opener(parse: Parse, word: Word) -> Word:
    below = parse.subtree(word.i, without=("conj", "punct", "cc"))
    return next((w for w in below if w.rel != "punct"), word)


def _reach(parse: Parse, word: Word, kind: str, inside: dict[int, Word]) -> Clause | None:
    """A clause with the words that its tree gives it, as far as they stand in the region."""
    without = ("cc",) if kind in (JOINED, SHARED) else ()
    below = [w for w in parse.subtree(word.i, without=without) if w.i in inside]
    if kind == RELATIVE:
        opener = next((w for w in below if w.is_wh), word)
        led = _before(parse, opener).is_preposition and _before(parse, opener) in below
        below = [w for w in below if w.i >= opener.i - led]
    below = _together(below, word, inside)
    if not below:  # a relative pronoun behind its verb: the tree was misread
        return None
    if kind == PARTICIPLE:
        below = _with_joined(parse, below, inside)
    first = next((w for w in below if w.text not in CLOSING), word)
    before = _before(parse, first)
    if kind in (JOINED, SHARED) and not (before.is_conjunction or before.text in _JOINTS):
        return None
    start = first.start
    conjunction = parse.child(word.i, "cc")
    if kind in (JOINED, SHARED) and conjunction is not None and conjunction.i < first.i:
        start = conjunction.start
    apart = _pauses(parse, first)
    return Clause(word, kind, apart, (first.start, below[-1].end), start)


def _with_joined(parse: Parse, below: list[Word], inside: dict[int, Word]) -> list[Word]:
    """A participle with the one that "and" joins to it, which a parser may hang higher: `, killing
    two and wounding five`."""
    joint, verb = (inside.get(below[-1].i + k) for k in (1, 2))
    if joint is None or verb is None or not joint.is_conjunction:
        return below
    if not verb.is_present_participle or verb.rel != "conj":
        return below
    return [*below, joint, *_together(parse.subtree(verb.i), verb, inside)]


def _together(below: list[Word], word: Word, inside: dict[int, Word]) -> list[Word]:
    """The words of a clause in one piece around its verb."""
    members = {w.i for w in below}
    first = last = word.i
    while first - 1 in members or (_is_mark(inside, first - 1) and first - 2 in members):
        first -= 1
    while last + 1 in members or (_is_mark(inside, last + 1) and last + 2 in members):
        last += 1
    return [w for w in below if first <= w.i <= last]


def _is_mark(inside: dict[int, Word], at: int) -> bool:
    """Whether a mark stands at a position: a parser hangs it on either side."""
    return at in inside and inside[at].rel == "punct"
