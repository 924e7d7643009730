"""Which clauses are claims of their own: what each tells, beside what the rest tells.

One record has one event, one mood and one toll: where a clause differs in these it is cut off.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counterclaim.extraction.claims.clauses import (
    BESIDE,
    BOUND,
    DATED,
    JOINED,
    PARTICIPLE,
    RELATIVE,
    SHARED,
    Clause,
    Region,
)
from counterclaim.extraction.claims.context import says_where
from counterclaim.extraction.grammar.clauses import head_predicate, is_finite_clause
from counterclaim.extraction.grammar.mood import is_future, is_negated, modals
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.predicates import FALLBACK, family, load_words
from counterclaim.language.tree import Parse, Word

EventType = Callable[[Region], str]


@dataclass(slots=True)
class Judge:
    """Whether a clause is a claim of its own: what it tells, beside what the rest tells."""

    parse: Parse
    event_type: EventType
    quoted: bool = False

    def accepts(self, clause: Clause, rest: Region, part: Region) -> bool:
        """Whether `part`, which is the clause, is no part of what `rest` tells."""
        own = clause.kind in (JOINED, BESIDE)
        if is_too_short(self.parse, rest, part, own=own) or self._is_one_plan(rest, part):
            return False
        kinds = self.event_type(rest), self.event_type(part)
        if self._is_one_toll(clause, kinds) and not self._are_of_two_places(rest, part):
            return False
        if self.quoted or self._stands_in_marks(clause, rest):
            return clause.kind in (JOINED, SHARED) and self._are_two_thoughts(
                clause, rest, part, kinds
            )
        if clause.kind == JOINED:
            return True
        if clause.kind == SHARED:
            return self._are_two(clause, rest, part, kinds)
        return self._is_news(clause, kinds)

    def _stands_in_marks(self, clause: Clause, rest: Region) -> bool:
        """Whether a clause goes on with what is quoted from the rest: `the “collapse of lines,
        leaving many dead”`."""
        before = self.parse.text[rest[0][0] : clause.span[0]]
        inside = before.count("“") > before.count("”") or before.count('"') % 2 == 1
        return inside and clause.kind != SHARED

    def _is_news(self, clause: Clause, kinds: tuple[str, str]) -> bool:
        """Whether a clause below another adds an event to it."""
        if clause.kind == PARTICIPLE:
            return self._adds(clause, kinds)
        if clause.kind == RELATIVE:
            return self._tells_news(clause, kinds)
        if clause.kind == DATED:
            return self._dates_by_deed(clause, kinds)
        return clause.kind != BOUND and kinds[1] != FALLBACK

    def _are_two_thoughts(
        self, clause: Clause, rest: Region, part: Region, kinds: tuple[str, str]
    ) -> bool:
        """Whether two clauses of one quotation are two claims: two deeds of war, a fact and a plan
        (`They shot at us and we will answer`), or one set against the other. Else they are one
        thought."""
        heads = [head_predicate(self.parse, region) for region in (rest, part)]
        plans = [head is not None and _is_plan(self.parse, head) for head in heads]
        joint = self.parse.child(clause.verb.i, "cc")
        against = joint is not None and joint.lower in word_class("contrasts_whole")
        return _are_two_of_arms(kinds) or (
            clause.kind == JOINED and (against or plans[0] != plans[1])
        )

    def _is_one_plan(self, rest: Region, part: Region) -> bool:
        heads = [head_predicate(self.parse, region) for region in (rest, part)]
        return all(head is not None and _is_plan(self.parse, head) for head in heads)

    def _are_two(self, clause: Clause, rest: Region, part: Region, kinds: tuple[str, str]) -> bool:
        """Whether two halves with one subject tell of two events: of a deed and a plan, of two
        kinds, or of two places (`hit a depot in Saratov and struck a refinery in Engels`). What did
        not come of the first is no second (`attacked but did not advance`)."""
        finite = is_finite_clause(self.parse, clause.verb)
        if (kinds[0] in family("plan")) != (kinds[1] in family("plan")):
            return finite
        if FALLBACK in kinds or is_negated(self.parse, clause.verb):
            return False
        if kinds[1] in family("toll") and _length(self.parse, part) == limits().proposition_words:
            return False  # a bare toll stays with what caused it: "and killed eight patients"
        return kinds[0] != kinds[1] or all(
            _names_place(self.parse, region) for region in (rest, part)
        )

    def _is_one_toll(self, clause: Clause, kinds: tuple[str, str]) -> bool:
        """`nine monks were killed and over 40 hurt`, `two died and three others were
        hurt`: one toll, told in two verbs."""
        if clause.kind == SHARED or not all(kind in family("toll") for kind in kinds):
            return False
        subject = self.parse.child(clause.verb.i, "nsubj")
        counted = [] if subject is None else self.parse.subtree(subject.i)
        of_same = any(w.lower in word_class("of_the_same_count") for w in counted)
        return of_same or clause.kind == JOINED

    def _are_of_two_places(self, rest: Region, part: Region) -> bool:
        """`three were hurt in Mocha and a girl was killed in Hodeidah`: each has a place."""
        return all(any(says_where(self.parse, span) for span in half) for half in (rest, part))

    def _adds(self, clause: Clause, kinds: tuple[str, str]) -> bool:
        """Whether a participle adds an event: `took the hill, cutting the road to the port`."""
        told = kinds[0] != kinds[1] and not {FALLBACK, *family("plan")} & {*kinds}
        return told or _sums_up(self.parse, clause.verb)

    def _tells_news(self, clause: Clause, kinds: tuple[str, str]) -> bool:
        """Whether a relative clause adds an event rather than saying which one is meant."""
        first = self.parse.within(*clause.span)[0]
        if clause.apart and first.lower in word_class("place_clauses"):
            told = kinds[1] != FALLBACK if first.lower == "where" else kinds[1] in _deeds()
            return told and kinds[0] != kinds[1]
        adds = (
            first.is_preposition if clause.apart else first.lower in word_class("adding_relatives")
        )
        return adds and FALLBACK not in kinds

    def _dates_by_deed(self, clause: Clause, kinds: tuple[str, str]) -> bool:
        """Whether a clause that tells when tells of another deed: `fled when rebels took the town`;
        what a toll came of stays with it (`died when a bomb went off`), and what only came later
        (`The raid comes a week after two men died`) has nothing else to tell."""
        later = self.parse.words[clause.verb.head].lemma in word_class("sequel_verbs")
        caused = kinds[0] in family("toll") and kinds[1] in family("deadly") | family("damaging")
        told = kinds[0] != kinds[1] and kinds[1] not in family("comment")
        return told and not caused and not later


def _are_two_of_arms(kinds: tuple[str, str]) -> bool:
    """Whether two clauses of one quotation tell of two deeds of war; else they are one thought."""
    return kinds[0] != kinds[1] and _deeds() >= {*kinds}


def _deeds() -> frozenset[str]:
    """What is done or suffered in arms."""
    return family("ground") | family("strike") | family("violence") | family("toll")


def _length(parse: Parse, region: Region) -> int:
    return sum(len(parse.within(*span)) for span in region)


def is_too_short(parse: Parse, rest: Region, part: Region, *, own: bool) -> bool:
    """Whether a half is too short for a proposition; with a subject of its own it needs less."""
    least = limits().proposition_words - own
    return min(_length(parse, rest), _length(parse, part)) < least


def _names_place(parse: Parse, region: Region) -> bool:
    """Whether a half says where, or whom or what by name."""
    words = [w for span in region for w in parse.within(*span)]
    acted_on = any(w.is_proper and w.rel == "obj" for w in words)
    return acted_on or any(says_where(parse, span) for span in region)


def _sums_up(parse: Parse, verb: Word) -> bool:
    """`…, bringing the toll to 532`: a total is a figure of its own."""
    sets = load_words().sets
    totals = [w for w in parse.children(verb.i, "obj") if w.lemma in sets["totals"]]
    return verb.lemma in sets["totalling"] and bool(totals)


def _is_plan(parse: Parse, verb: Word) -> bool:
    """`will be sent … and … will destroy`: two halves of one plan or forecast stay together."""
    return is_future(parse, verb) or any(w.lower == "would" for w in modals(parse, verb))
