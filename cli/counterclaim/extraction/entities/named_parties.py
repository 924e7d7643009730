"""The parties an article names, by the words that name them, as one of its sources means them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.extraction.entities.model import Entities
from counterclaim.extraction.grammar.voice import case_of
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.knowledge.names import fold
from counterclaim.knowledge.people import kinds_called
from counterclaim.knowledge.phrases import words
from counterclaim.knowledge.predicates import load_words
from counterclaim.knowledge.registry import load_registry
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN, load_sides
from counterclaim.language.tree import Parse, Word

NO_SIDE = (None, UNKNOWN, INDEPENDENT)
_MODIFIERS = ("amod", "compound", "nmod:poss", "flat", "det", "nummod")
_CIVIL = frozenset({"civilians", "people"})
_ARMED = frozenset({"armed", "armed_people", "aircraft"})
_FIRST = word_class("of_us")
_THIRD = word_class("of_them")
_QUOTES = '“"‘«„'
_ITSELF = word_class("itself")
_MEDIA = frozenset({"news_agency", "outlet", "medium"})


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as the words of one claim mean it; `side` is settled for the claim's source; `media`
    tell what others do; `state`: it is a state or an organ of one."""

    name: str
    side: str
    force: bool = False
    media: bool = False
    state: bool = False


class Named:
    """The actors named in a text, in order, so that each word's is found at once; `torn` are the
    states that fight somebody named inside their own country. `entities` tell whom other words
    mean."""

    def __init__(self, mentions: Sequence[ActorMention], entities: Entities | None = None) -> None:
        self.entities = entities
        self.mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        self.starts = [m.start for m in self.mentions]
        self.sides = frozenset(m.side for m in self.mentions)
        # A state is on one side all through an article, whichever word names it.
        self.states = {m.state: m.side for m in self.mentions if m.state and m.side not in NO_SIDE}
        wars = load_sides().conflicts.values()
        inside = (war for war in wars if war.state and self.sides & {*war.parties} - {war.state})
        self.torn = frozenset(war.state for war in inside)


class NamedParties:
    """The parties named in an article, by the words that name them, as one source means them."""

    def __init__(
        self,
        parse: Parse,
        named: Named,
        source_side: str | None = None,
        members: frozenset[int] | None = None,
        *,
        army: bool = False,
    ) -> None:
        """`named` are the actors; `source_side` settles "the enemy", "our troops" and "we"; of an
        `army` that speaks also "the troops".

        `members` are the words of the claim: outside them only the head of a phrase and its
        modifiers are looked at, for what follows belongs to other claims.
        """
        self._parse = parse
        self._members = members
        self._named = named
        self._own = None if source_side in NO_SIDE else source_side
        self._army = army

    def at(self, word: Word) -> Party | None:
        """The party that a word names or is a part of the name of."""
        # A mention rarely overlaps another; the last that begins before the word's end is it.
        last = bisect_left(self._named.starts, word.end) - 1
        for mention in self._named.mentions[max(0, last - 1) : last + 1][::-1]:
            if mention.start < word.end and mention.end > word.start:
                return self._settle(mention, acting=word.rel == "nsubj")
        return self._pronoun(word)

    def of(self, head: Word | None, depth: int = 2) -> Party | None:
        """The party a noun phrase names: its head, else a modifier, else what follows "of".

        "Russian positions", "units of the army" and "dozens of rebels" all name one.
        """
        if head is None:
            return None
        found = self.at(head)
        if found is not None and found.side == UNKNOWN:
            found = self._of_owner(head) or found
        if found is not None or depth == 0:
            return found
        kinds = load_words().classes.get(head.lemma, frozenset())
        for word in reversed(self._parse.children(head.i, *_MODIFIERS)):
            found = self.of(word, depth - 1)
            if found is None and (kinds & _ARMED or not kinds & _CIVIL):
                found = self._owner(word)
            if found is not None:
                return found
        for word in self._parse.children(head.i, "nmod") if self.hears(head) else ():
            if case_of(self._parse, word) in ("of", "among"):
                found = self.of(word, depth - 1)
                if found is not None:
                    return found
        return None

    def _of_owner(self, head: Word) -> Party | None:
        """Whose forces without a name of their own are: "its forces", as the speaker or the text
        before means them; "AA fighters", "the group's men"."""
        for word in reversed(self._parse.children(head.i, *_MODIFIERS)):
            found = self._pronoun(word) or self.at(word) or self.adjective(word)
            found = found or self._meant(word)
            if found is not None and found.side not in NO_SIDE:
                return found
        return None

    def _meant(self, word: Word) -> Party | None:
        """The party that an owner without a name points back at: "its", "his", "the group's"."""
        points = word.is_pronoun or kinds_called(word.lemma)
        meant = self._named.entities.party(word) if points and self._named.entities else None
        if meant is None:
            return None
        named = meant.kind == "organisation"
        return Party(meant.name if named else load_sides().side_name(meant.side), meant.side)

    def hears(self, word: Word) -> bool:
        """Tell whether a word belongs to the claim."""
        return self._members is None or word.i in self._members

    def adjective(self, word: Word) -> Party | None:
        """The party a bare adjective of country means: "Russian" in "Russian attacks"."""
        sides = load_sides()
        behind = self._parse.words[word.i + 1 : word.i + 3]
        tied = len(behind) == 2 and behind[0].is_hyphen and behind[1].lower in sides.ties
        if tied or not word.text[0].isupper():
            return None
        side = sides.of_word(word.text)
        if side is None:
            return None
        side = self._named.states.get(sides.terms[fold(word.text)], side)
        if side in NO_SIDE:
            country = load_registry().countries.get(sides.terms[fold(word.text)])
            return Party(country.name, side) if country else None
        return Party(sides.side_name(side), side)

    def _owner(self, word: Word) -> Party | None:
        """The party that an adjective makes the owner of a place or thing: "Ukrainian positions".

        In a war inside one country its adjective tells no party: "a Syrian convoy".
        """
        found = self.adjective(word)
        if found is None or found.side in NO_SIDE:
            return None
        return None if found.side in self._named.torn else found

    def _settle(self, mention: ActorMention, *, acting: bool = False) -> Party:
        side = mention.side
        if side is None and mention.relative is None:
            side = self._as_called(mention.name.lower(), acting=acting)
            if side is not None:
                return Party(load_sides().side_name(side), side, mention.force)
        if mention.relative:
            side = self._opponent() if mention.relative == "enemy" else self._own
            if side not in NO_SIDE and side is not None:
                return Party(load_sides().side_name(side), side, mention.force)
        entry = load_registry().entries.get(mention.entry_id or "")
        media = entry is not None and entry.type in _MEDIA
        state = mention.state is not None
        return Party(mention.name, side or UNKNOWN, mention.force, media, state)

    def _as_called(self, name: str, *, acting: bool) -> str | None:
        """The side of fighters without an owner by who speaks of them: "terrorists" are the enemy
        whom the text names, "the troops" that an army says act are its."""
        if name in words("called_enemies"):
            meant = self._opponent()
            return meant if meant in self._named.sides else None
        return self._own if self._army and acting and name in words("called_own") else None

    def _pronoun(self, word: Word) -> Party | None:
        """The source's own side: "we", "our", "its" of an army it speaks of ("its forces"), and the
        "it" or "they" that opens what it says ("it had struck a convoy")."""
        if self._own is None or not word.is_pronoun:
            return None
        owned = load_words().classes.get(self._parse.words[word.head].lemma, frozenset())
        hers = word.lower in _THIRD and word.is_owner and owned & _ARMED
        if word.lower in _FIRST or hers or self._opens(word):
            return Party(load_sides().side_name(self._own), self._own)
        return None

    def _opens(self, word: Word) -> bool:
        """Tell whether "it" or "they" is the first word of a claim and does what it tells of:
        nobody else has been named who could be meant. Of a quotation ("They come at night") it is
        somebody else."""
        if word.lower not in _ITSELF or word.dep != "nsubj" or not self._members:
            return False
        if self._parse.text[max(word.start - 1, 0)] in _QUOTES:
            return False
        before = (i for i in sorted(self._members) if i < word.i)
        return all(self._parse.words[i].lower == "that" for i in before)

    def _opponent(self) -> str | None:
        """Whom the source means by "the enemy": the one opposed side, or the one named."""
        if self._own is None:
            return None
        sides = load_sides()
        wars = [c.parties for c in sides.conflicts.values() if self._own in c.parties]
        # Of each war the first party on the other side: its allies come after it in the data.
        chief = [next(filter(self._is_opposed, parties), None) for parties in wars]
        found = set(chief) - {None}
        found = found & self._named.sides if len(found) > 1 else found
        return next(iter(found)) if len(found) == 1 else None

    def _is_opposed(self, side: str) -> bool:
        return self._own is not None and load_sides().opposed(self._own, side)
