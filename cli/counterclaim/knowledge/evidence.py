"""What the words of a noun phrase say of a side: ties, countries, organisations, kinds of heads."""

from __future__ import annotations

from itertools import pairwise

from counterclaim.knowledge.entries import Entry
from counterclaim.knowledge.names import POSSESSIVE, fold
from counterclaim.knowledge.organs import may_be_a_states
from counterclaim.knowledge.owners import is_anothers
from counterclaim.knowledge.phrase_names import noun_phrase
from counterclaim.knowledge.phrases import (
    Part,
    contains,
    has_phrase,
    head,
    head_end,
    head_token,
    is_media,
    part_of,
    words,
)
from counterclaim.knowledge.registry import Registry, bare
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN, load_sides

_NEUTRAL_TYPES = frozenset({"think_tank", "monitor", "ngo", "international", "outlet", "agency"})

_OF = (("of",), ("for",))
_TO = (("to",), ("with",))


class Evidence:
    """Sides and organisations named by words, on a day, seen from one conflict (or none)."""

    def __init__(self, registry: Registry, on: str | None, conflict: str | None) -> None:
        self.registry, self.on, self.conflict = registry, on, conflict
        self.sides = load_sides()

    def organisation_at(
        self, part: Part, first: int, last: int | None = None
    ) -> tuple[Entry, int] | None:
        """The longest listed organisation whose name begins at `first`, and its length."""
        last = len(part.tokens) if last is None else last
        for size in range(min(self.registry.longest_name, last - first), 0, -1):
            entry = self.registry.strong.get(part.keys[first : first + size])
            if entry is None or entry.kind == "person" or entry.medium:
                continue
            if not self._is_anothers(entry, part, first, first + size):
                return entry, size
        return None

    def _is_anothers(self, entry: Entry, part: Part, first: int, last: int) -> bool:
        return is_anothers(self.registry, entry, part.text, part.tokens, first, last)

    def named_length(self, part: Part, first: int, last: int) -> int:
        """How many words at `first` name a country or an organisation (0: none)."""
        found = self.organisation_at(part, first, last)
        term = self._term_at(part, first)
        return max(found[1] if found else 0, term[1] if term else 0)

    def _term_at(self, part: Part, first: int) -> tuple[str, int] | None:
        return self.sides.term_at(part.keys, first)

    def tie(self, part: Part) -> tuple[int, str | None]:
        """Where "Russian-installed", "Hamas-run" or "pro-Kremlin" ends (0: there is none), and the
        side behind it, None for a third party's ("US-backed").
        """
        keys = part.keys
        for i, key in enumerate(keys):
            if key in self.sides.tied_with and i + 1 < len(keys):
                return i + 2, self._side_at(part, i + 1)
            behind = key in self.sides.ties and keys[i + 1 : i + 2] == ("by",)
            behind = behind or (key in words("close_to") and keys[i + 1 : i + 2] in _TO)
            if behind and i + 2 < len(keys):
                return i + 3, self._side_at(part, i + 2)
            if key in self.sides.ties and i:
                for first in range(max(0, i - 3), i):
                    term = self._term_at(part, first)
                    if term and first + term[1] == i:
                        return i + 1, self.sides.of_tie(term[0], key, self.conflict)
                    found = self.organisation_at(part, first, i)
                    if found and first + found[1] == i:
                        return i + 1, self._belligerent(found[0])
                if keys[i - 1] in words("bare_rebel", "bare_state"):
                    return i + 1, self._bare(part_of(part.slice(i - 1, i)))
        return 0, None

    def _belligerent(self, entry: Entry) -> str | None:
        side = self.registry.side(entry, self.on, self.conflict)
        return None if side in {INDEPENDENT, UNKNOWN} else side

    def _side_at(self, part: Part, first: int) -> str | None:
        if found := self.organisation_at(part, first):
            return self._belligerent(found[0])
        term = self._term_at(part, first)
        return self.sides.of_country(term[0], self.conflict) if term else self._bare(part)

    def first_named(self, part: Part) -> tuple[str, str | None] | None:
        """Side and organisation of the first party that the words name."""
        i = 0
        while i < len(part.tokens):
            found = self.organisation_at(part, i)
            term = self._term_at(part, i)
            if found and found[1] >= (term[1] if term else 0):
                entry = found[0]
                name = None if entry.type == "state" and term else entry.name
                return self.registry.side(entry, self.on, self.conflict), name
            if term:
                body = self._body_after(part, i, term)
                side = self.sides.of_country(term[0], self.conflict)
                return side, body.name if body else None
            person = self._person_at(part, i)
            if person:
                return self.registry.side(person, self.on, self.conflict), None
            i += 1
        return None

    def names_party(self, part: Part) -> bool:
        """Whether the words name a country, a body or a tie to one: "pro-Damascus media"."""
        return self.tie(part)[0] > 0 or self.first_named(part) is not None

    def _body_after(self, part: Part, first: int, term: tuple[str, int]) -> Entry | None:
        """The listed body that an adjective begins: "Russian Defence Ministry official"."""
        for last in range(len(part.tokens), first + term[1], -1):
            entry = self.registry.find(part.slice(first, last))
            if entry and entry.body and not entry.force:
                return entry
        return None

    def _person_at(self, part: Part, first: int) -> Entry | None:
        token = part.tokens[first]
        for size in (3, 2):
            entry = self.registry.strong.get(part.keys[first : first + size])
            if entry and entry.kind == "person":
                return entry
        other = (
            first and first + 1 == len(part.tokens) and part.keys[first - 1] in words("indefinite")
        )
        return self.registry.surname(token.text) if token.capital and not other else None

    def _bare(self, part: Part) -> str | None:
        """The side that bare words have in the conflict at hand: "police", "rebel commander"."""
        conflict = self.sides.conflict(self.conflict)
        if conflict is None:
            return None
        for side, organs in sorted(conflict.organs.items()):
            if has_phrase(part, frozenset(map(fold, organs))):
                return side
        if (rebels := conflict.rebels_on(self.on)) and contains(part, "bare_rebel"):
            return rebels
        return conflict.state if may_be_a_states(self.registry, part) else None

    def of_phrase(self, part: Part) -> tuple[str, str | None]:
        """Side and organisation of somebody unnamed: "a senior US official", "residents"."""
        noun = head(part)
        untied, tied = self.tie(part)
        if tied:
            return tied, None
        named = self._whole(part, noun)
        named = named or self.first_named(part_of(part.slice(untied, len(part.tokens))))
        blocs = [key for key in part.keys[: head_end(part)] if key in self.sides.blocs]
        own = self.first_named(part_of(part.slice(untied, max(untied, head_end(part)))))
        if blocs and own is None and self._speaks_for(part, noun):
            return self.sides.of_bloc(blocs[0], self.conflict), None
        if own is None and noun in words("guests") and "of" not in part.keys:
            return UNKNOWN, None  # a diplomat in Tehran is not Iran's
        if contains(part, "neutral") and (named is None or named[0] in {INDEPENDENT, UNKNOWN}):
            return INDEPENDENT, named[1] if named else None
        if self._stands_apart(part, noun) or (named and self._is_private(part, noun, named)):
            return UNKNOWN, None
        if is_media(part):
            return self._of_media(part, named, noun), None
        if noun in words("impartial") and self._is_nobodys(part, named):
            return INDEPENDENT, named[1] if named else None
        if noun in words("civilians") and noun not in words("officials"):
            return self._of_employee(noun, named)
        if named and self._speaks_for(part, noun):
            return named
        return (self._bare(part) or UNKNOWN) if named is None else UNKNOWN, None

    def _stands_apart(self, part: Part, noun: str) -> bool:
        """Whether words cut the tie: "a former minister", "Kurdish officials", "the mayor of Fano",
        which must be a town of that name."""
        if self._outside_names(part) & words("past", "apart"):
            return True
        return noun in words("local_offices") and self._of_group(part)

    def _of_group(self, part: Part) -> bool:
        """Whether what the head noun is "of" would be an armed group."""
        first = head_end(part) + 1
        found = self.organisation_at(part, first) if first < len(part.tokens) else None
        return part.keys[first - 1 : first] == ("of",) and bool(
            found and found[0].type == "armed_group"
        )

    def _outside_names(self, part: Part) -> set[str]:
        """The words of a phrase that are in no name: "a commander" of "a Gulf Clan commander"."""
        outside, i = set(), 0
        while i < len(part.tokens):
            found = self.organisation_at(part, i)
            outside |= set() if found else {part.keys[i]}
            i += found[1] if found else 1
        return outside

    def _whole(self, part: Part, noun: str) -> tuple[str, str | None] | None:
        """The body that a branch is of ("the Ukraine office of Human Rights Watch"), or the state
        that an idiom means."""
        core = tuple(k for k in part.keys[: head_end(part)] if k not in words("determiners"))
        if iso2 := self.sides.idioms.get(core):
            return self.sides.of_country(iso2, self.conflict), None
        first = head_end(part) + 1
        if noun not in words("branches") or part.keys[first - 1 : first] not in _OF:
            return None
        first += part.keys[first : first + 1] == ("the",)
        found = self.organisation_at(part, first) if first < len(part.tokens) else None
        if found is None:
            return None
        return self.registry.side(found[0], self.on, self.conflict), found[0].name

    @staticmethod
    def _is_private(part: Part, noun: str, named: tuple[str, str | None]) -> bool:
        """Whether a body is only from a country and speaks for itself: "the Russian rights group
        Memorial", "an Israeli hospital"; not "a state company", "a Hamas charity"."""
        if named[1] is not None or named[0] in {INDEPENDENT, UNKNOWN}:
            return False
        official = words("officials", "bare_state", "bare_rebel") | {"state"}
        private = noun in words("private_bodies") or contains(part, "neutral")
        return private and not set(part.keys) & official

    def _speaks_for(self, part: Part, noun: str) -> bool:
        """Whether the head noun is one whose words count for its country or organisation."""
        if noun in {"source", "sources"}:
            return True
        if head_token(part).capital:
            return noun not in words("private_bodies")
        if noun in words("anonymous"):
            return False
        known = words("officials", "tails", "organisation_words", "bare_state", "bare_rebel")
        return noun in known or self._names_force(part)

    def _names_force(self, part: Part) -> bool:
        end = head_end(part)
        bodies = (self.registry.forms.get(part.keys[i:end]) for i in range(end))
        return any(bodies)

    @staticmethod
    def _is_nobodys(part: Part, named: tuple[str, str | None] | None) -> bool:
        """Whether no party is said to employ somebody, nor a group that is not named."""
        behind = set(part.keys[head_end(part) :]) & words("tails", "organisation_words")
        return named[0] == INDEPENDENT if named else not behind

    def _of_media(self, part: Part, named: tuple[str, str | None] | None, noun: str) -> str:
        """A state's own media speak for it, the press of a country for itself, a channel of a group
        for the group; others leave it open."""
        if named is None:
            whose = UNKNOWN if contains(part, "state_media") else INDEPENDENT
            return self._bare(part) or whose
        third = named[0] == INDEPENDENT
        if third or contains(part, "state_media") or self._is_mouthpiece(part, named):
            return named[0]
        press = noun in words("press") or ("news", "agency") in pairwise(part.keys)
        return INDEPENDENT if press and named[1] is None else UNKNOWN

    @staticmethod
    def _is_mouthpiece(part: Part, named: tuple[str, str | None]) -> bool:
        """Whether a channel is of a party: "a Wagner channel", "Russian Telegram channels"."""
        return named[1] is not None or contains(part, "posting_media")

    def _of_employee(
        self, noun: str, named: tuple[str, str | None] | None
    ) -> tuple[str, str | None]:
        """Experts and doctors count for a third party that employs them, never for a country."""
        if named and named[1] and named[0] == INDEPENDENT and noun in words("employed"):
            return named
        return UNKNOWN, None

    def of_person(
        self, parts: list[Part], part: Part, first: int, last: int
    ) -> tuple[str, str | None]:
        """Side and organisation of a named person, from the words around the name."""
        before, after = part_of(part.slice(0, first)), part_of(part.slice(last, len(part.tokens)))
        others = [p for p in parts if p is not part]
        for words_about in (before, after, *others):
            if not words_about.tokens:
                continue
            side, organisation = self.of_phrase(words_about)
            if side != UNKNOWN or organisation:
                return side, organisation
        return UNKNOWN, None

    def core(self, part: Part) -> Entry | None:
        """The organisation left when generic words drop off: "the Wagner private army"."""
        if found := self._core(part):
            return found
        last = self.tie(part)[0]
        if last > head_end(part):  # "an account linked to the RSF" is not the RSF
            return None
        untied = part_of(part.slice(last, len(part.tokens)))
        if untied.tokens != part.tokens and untied.tokens:
            return self._core(untied)
        return self._core_of_country(part)

    def _core_of_country(self, part: Part) -> Entry | None:
        """The core behind the country it belongs to: "Lebanon's Hezbollah movement"."""
        first = 1 if part.tokens[0].key == "the" and len(part.tokens) > 1 else 0
        term = self._term_at(part, first)
        if term is None:
            return None
        rest = first + term[1]
        rest += part.keys[rest : rest + 1] == (POSSESSIVE,)
        found = self._core(part, rest) if rest < len(part.tokens) else None
        theirs = found and (found.country == term[0] or not part.tokens[rest].capital)
        return found if theirs else None

    def _core(self, part: Part, start: int = 0) -> Entry | None:
        end = head_end(part)
        for last in range(len(part.tokens), start, -1):
            if last < end and part.tokens[last].key not in words("tails"):
                break
            for first in range(start, last):
                if first > start and not self._introduces(part, first, start):
                    continue
                entry = self.registry.find(part.slice(first, last))
                if entry is None or entry.kind == "person" or entry.medium:
                    continue
                if self._is_anothers(entry, part, first, last):
                    continue
                if self._fits(part, entry, first, last, start):
                    return entry
        return None

    def _introduces(self, part: Part, first: int, start: int) -> bool:
        """Whether the words before a name only say what it is: "nuclear company Energoatom"."""
        generic = words("fronts", "tails", "organisation_words")
        before = part.tokens[first - 1]
        if part.tokens[first].capital and not before.capital and before.key in generic:
            return first <= head_end(part)
        return all(key in generic for key in part.keys[start:first])

    def _fits(self, part: Part, entry: Entry, first: int, last: int, start: int) -> bool:
        """A state is not the core of "Russian military bloggers"."""
        dropped = part.keys[start:first] + part.keys[last:]
        return entry.type != "state" or not dropped or set(dropped) <= {"the", "so", "called"}

    def holder(self, part: Part) -> Entry | None:
        """Who holds the office that the phrase names, by the registry."""
        first, last = self._role_at(part)
        if last == 0 or set(part.keys[:first]) & {"deputy", "vice", "assistant"}:
            return None
        untied, tied = self.tie(part)
        owners = (part.slice(untied, first), part.slice(last + 1, len(part.tokens)))
        for owner in filter(None, owners):
            entry = self._office(part.slice(first, last), part_of(owner), tied)
            if entry:
                return None if tied and tied != self._belligerent(entry) else entry
        return None

    def _role_at(self, part: Part) -> tuple[int, int]:
        """The longest office that ends the core of the phrase, as (first, past the last)."""
        for first in range(len(part.tokens)):
            for last in range(len(part.tokens), first, -1):
                ends = last == len(part.tokens) or part.tokens[last].key in words("linking")
                if ends and bare(part.keys[first:last]) in self.registry.roles:
                    return first, last
            if part.tokens[first].key in words("linking"):
                break
        return 0, 0

    def _office(self, role: str, owner: Part, side: str | None) -> Entry | None:
        keys = tuple(key for key in owner.keys if key not in {POSSESSIVE, "the"})
        iso2 = self.sides.terms.get(keys)
        if iso2:
            return self.registry.country_holder(role, iso2, self.on)
        text = owner.slice(0, len(owner.tokens)).removesuffix("'s").removesuffix("’s")
        organisation = self.registry.find(text) or self.core(owner) or self.registry.surname(text)
        if organisation is None:
            candidates = self.registry.candidates(text, self.on, self.conflict)
            organisation = candidates[0] if len(candidates) == 1 else None
        if organisation is not None and organisation.kind == "person":
            return self._of_principal(role, organisation)
        return self.registry.holder(role, organisation or text, self.on, side)

    def _of_principal(self, role: str, person: Entry) -> Entry | None:
        """Who holds an office under somebody: "Putin's spokesman" is the Kremlin's."""
        bodies = {a.organisation for a in person.affiliations if a.organisation}
        holders = (self.registry.holder(role, body, self.on) for body in sorted(bodies))
        found = {holder.id: holder for holder in holders if holder and holder is not person}
        return next(iter(found.values())) if len(found) == 1 else None

    def force_name(self, part: Part, entry: Entry) -> str | None:
        """The words of the text for a force: "Ukraine's military" is "Ukrainian military"."""
        if not (entry.force and entry.body) or fold(part.text) in self.registry.strong:
            return None
        return noun_phrase(self.registry, part)
