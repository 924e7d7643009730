"""How a place's name stands in its sentence: what a verb acts on, a noun's owner, behind a
preposition. The tree says it, `data/gazetteer/standing.yaml` whether it is where it happens.
"""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.extraction.grammar.voice import is_passive
from counterclaim.knowledge.gazetteer import PlaceEntry
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.place_context import PlaceContext
from counterclaim.knowledge.standings import COUNTRIES, TOWNS, StandingRow, load_standings
from counterclaim.language.tree import Parse, Word

_WAYS = {"obj": "object", "obl": "adjunct", "nmod": "modifier"}
_PARTS = ("of", "including")
_LINKS = 8  # steps from a name up to the word that its list or description hangs on


@dataclass(frozen=True, slots=True)
class Standing:
    """How a name hangs (`way`, behind the preposition `case`) on the word `head`."""

    way: str
    case: str
    head: Word


class Standings:
    """How the names of one text stand, asked by the words that name a place.

    `Rebels stormed Kyiv`: an object of `storm`, so it is where it happens, though Kyiv may also
    be a government.
    """

    def __init__(self, parse: Parse, context: PlaceContext) -> None:
        self._parse = parse
        self._kinds = context.kinds.keys() | context.anaphors.keys()

    def is_here(self, start: int, end: int, entry: PlaceEntry) -> bool | None:
        """Whether what is told happens at the place named at start..end; None: nothing says so."""
        if entry.kind == "continent":
            return None
        row = self.row(start, end, COUNTRIES if entry.kind == "country" else TOWNS)
        return None if row is None else row.here

    def is_marked(self, start: int, end: int) -> bool:
        """Whether a name stands where no name of a person would: "Rebels entered Suarez"."""
        row = self.row(start, end, TOWNS)
        return (row is not None and row.marks) or self._is_listed(start, end)

    def _is_listed(self, start: int, end: int) -> bool:
        """Whether a name stands in a list of places: "over Jammu, Samba and Pathankot"."""
        word = self._parse.top(start, end)
        if word is None or word.rel != "conj":
            return False
        first = self._whole(word)
        case = self._parse.child(first.i, "case")
        return first.is_proper and case is not None and case.lower in word_class("before_lists")

    def row(self, start: int, end: int, only: str) -> StandingRow | None:
        """The first row that fits how a name stands, if it is of "towns" or of "countries"."""
        word = self._parse.top(start, end)
        standing = None if word is None else self._standing(word)
        if standing is None:
            return None
        return next((r for r in load_standings() if self._fits(r, standing, only)), None)

    def _fits(self, row: StandingRow, standing: Standing, only: str) -> bool:
        return (
            standing.way in row.ways
            and row.only in ("", only)
            and (not row.cases or standing.case in row.cases)
            and (not row.of or standing.head.lemma.lower() in row.of)
            and (not row.befalls or self._befallen(standing.head, row.befalls))
        )

    def _standing(self, word: Word) -> Standing | None:
        word = self._whole(word)
        head = self._parse.head(word)
        if head is None:
            return None
        case = self._parse.child(word.i, "case")
        if word.rel == "nmod" and case is not None and case.is_genitive:
            called = head.rel == "appos" or any(  # "Aden, Yemen's second-largest city"
                w.is_superlative for w in self._parse.children(head.i, "amod")
            )
            return None if head.is_proper or called else Standing("owner", "", head)
        if word.rel == "nsubj":
            return Standing("passive", "", head) if is_passive(self._parse, head) else None
        way = _WAYS.get(word.rel)
        if way == "adjunct" and case is None and self._parse.child(head.i, "obj") is None:
            way = "object"  # "seized Ed Daein", misread
        if way is None or (case is None) != (way == "object"):
            return None
        return Standing(way, case.lower if case else "", head)

    def _whole(self, word: Word) -> Word:
        """The word that stands for a name in its sentence: the first of a list, the noun that it
        tells more of ("the town of X", "the X camp", "X, a town")."""
        for _ in range(_LINKS):
            head = self._parse.head(word)
            if head is None or not self._stands_for(word, head):
                return word
            word = head
        return word

    def _stands_for(self, word: Word, head: Word) -> bool:
        case = self._parse.child(word.i, "case")
        noun = head.lemma.lower() in self._kinds
        if word.rel == "conj":
            joined = self._parse.child(word.i, "cc")
            return case is None and head.is_noun and (joined is None or joined.lower != "but")
        if word.rel == "nmod":
            names = self._parse.children(head.i, "compound", "amod")
            named = any(w.text[0].isupper() for w in names)
            return noun and not named and case is not None and case.lower in _PARTS
        return word.rel == "flat" or (word.rel in ("compound", "appos") and noun)

    def _befallen(self, noun: Word, suffering: frozenset[str]) -> bool:
        """Whether something befalls somebody: "residents were killed", "residents died", "civilians
        were killed, including residents"."""
        head, case = self._parse.head(noun), self._parse.child(noun.i, "case")
        if head is None:
            return False
        if noun.rel == "nsubj":
            return is_passive(self._parse, head) or head.lemma.lower() in suffering
        part = noun.rel == "nmod" and case is not None and case.lower == "including"
        return noun.rel == "obj" or (part and self._befallen(head, suffering))
