"""What the words of a noun phrase say of a side: ties, countries, organisations, kinds of heads."""

from __future__ import annotations

from itertools import pairwise

from counterclaim.knowledge.bodies import Bodies
from counterclaim.knowledge.entries import Entry
from counterclaim.knowledge.names import POSSESSIVE
from counterclaim.knowledge.organs import serves_state
from counterclaim.knowledge.phrases import (
    Part,
    contains,
    head,
    head_end,
    head_token,
    is_media,
    part_of,
    words,
)
from counterclaim.knowledge.registry import bare
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN

_NEUTRAL_TYPES = frozenset(
    {"think_tank", "monitor", "ngo", "international", "outlet", "agency", "news_agency"}
)

_OF = (("of",), ("for",))
_EMPLOYED = (("of",), ("from",), ("with",), ("at",))


class Evidence(Bodies):
    """Sides and organisations named by words, on a day, seen from one conflict (or none)."""

    def first_named(self, part: Part) -> tuple[str, str | None] | None:
        """Side and organisation of the first party that the words name."""
        i = 0
        while i < len(part.tokens):
            found = self.organisation_at(part, i)
            term = self._term_at(part, i)
            if found and found[1] >= (term[1] if term else 0):
                entry = self._owned(part, i, found)
                if entry.type != "state" or term is None:
                    return self.registry.side(entry, self.on, self.conflict), entry.name
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
        """The listed body that an adjective begins: "Russian Defence Ministry official"; a force
        only where it is whose somebody is: "a Thai army spokesman"."""
        for last in range(len(part.tokens), first + term[1], -1):
            entry = self.registry.find(part.slice(first, last))
            if entry and entry.body and (not entry.force or last < head_end(part)):
                return entry
        return None

    def of_phrase(self, part: Part) -> tuple[str, str | None]:
        """Side and organisation of somebody unnamed: "a senior US official", "residents"."""
        noun = head(part)
        untied, tied = self.tie(part)
        if tied:
            return tied, None
        named = self._whole(part, noun)
        named = named or self.first_named(part_of(part.slice(untied, len(part.tokens))))
        own = self.first_named(part_of(part.slice(untied, max(untied, head_end(part)))))
        if own is None and (side := self._of_outsiders(part, noun)):
            return side, None
        nobodys = named is None or named[0] in {INDEPENDENT, UNKNOWN}
        nobodys = nobodys and noun not in words("state_offices")  # "the humanitarian minister"
        if contains(part, "neutral") and (nobodys or noun in words("relief_societies")):
            return INDEPENDENT, named[1] if named else None
        if self._stands_apart(part, noun, named):
            return UNKNOWN, None
        if fighters := self._of_fighters(part, named):
            return fighters, None
        if is_media(part):
            return self._of_media(part, named, noun), None
        if noun in words("impartial") and self._is_nobodys(part, named):
            return INDEPENDENT, named[1] if named else None
        if noun in words("civilians") and noun not in words("officials"):
            return self._of_employee(noun, named)
        if named and self._speaks_for(part, noun):
            return named
        return (self._bare(part) or UNKNOWN) if named is None else UNKNOWN, None

    def _of_outsiders(self, part: Part, noun: str) -> str | None:
        """The side of a body that only one side has in this war, of who is of a group of countries
        ("Western officials") or a guest ("a diplomat in Tehran", who is not Iran's)."""
        if (side := self._by_organs(part)) and noun not in words("civilians"):
            return side
        blocs = [key for key in part.keys[: head_end(part)] if key in self.sides.blocs]
        if blocs and self._speaks_for(part, noun):
            return self.sides.of_bloc(blocs[0], self.conflict)
        return UNKNOWN if noun in words("guests") and "of" not in part.keys else None

    def _stands_apart(self, part: Part, noun: str, named: tuple[str, str | None] | None) -> bool:
        """Whether words cut the tie: "a former minister", "Kurdish officials", "the mayor of Fano",
        which must be a town of that name; and whether a body is only from a country."""
        if named and self._is_private(part, noun, named):
            return True
        if self._outside_names(part) & words("past", "apart"):
            return True
        return noun in words("local_offices") and self._of_group(part)

    def _of_fighters(self, part: Part, named: tuple[str, str | None] | None) -> str | None:
        """The side of fighters of whom only the country is told: in a war inside it those of the
        rebels ("Congolese rebels"), else nobody knows; None for words of no fighters."""
        if named is None or named[1] is not None:
            return None
        side, told = named[0], set(part.keys[: head_end(part)])
        rebels, others = told & words("bare_rebel"), told & words("outlaws")
        war = self.sides.conflict(self.conflict)
        if rebels and war is not None and side == war.state:
            return war.rebels_on(self.on) or UNKNOWN
        torn = side == INDEPENDENT or (war is not None and side == war.state)
        return UNKNOWN if rebels or (others and torn) else None

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
        return private and not (set(part.keys) & official or serves_state(part))

    def _speaks_for(self, part: Part, noun: str) -> bool:
        """Whether the head noun is one whose words count for its country or organisation."""
        if noun in {"source", "sources"}:
            return True
        if head_token(part).capital:
            state = "state" in part.keys or serves_state(part)
            return state or noun not in words("private_bodies")
        if noun in words("anonymous"):
            return False
        known = words(
            "officials", "tails", "organisation_words", "bare_state", "bare_rebel", "branches"
        )
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
        if body := self._works_for(part, last):
            return body
        others = [p for p in parts if p is not part]
        for words_about in (before, after, *others):
            if not words_about.tokens:
                continue
            side, organisation = self.of_phrase(words_about)
            if side != UNKNOWN or organisation:
                return side, organisation
        return UNKNOWN, None

    def _works_for(self, part: Part, last: int) -> tuple[str, str] | None:
        """Side and name of the body that follows a name: "Ana Lim of Human Rights Watch"."""
        if part.keys[last : last + 1] not in _EMPLOYED:
            return None
        first = last + 1 + (part.keys[last + 1 : last + 2] == ("the",))
        found = self.organisation_at(part, first) if first < len(part.tokens) else None
        if found is None or found[0].type == "state":
            return None
        return self.registry.side(found[0], self.on, self.conflict), found[0].name

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
