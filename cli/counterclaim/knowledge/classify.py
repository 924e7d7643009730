"""Who a noun phrase of an article means: a decision list from certain to weak evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from counterclaim.knowledge.entries import Entry, role_words
from counterclaim.knowledge.evidence import Evidence
from counterclaim.knowledge.names import POSSESSIVE
from counterclaim.knowledge.organs import may_be_a_states
from counterclaim.knowledge.people import is_given_name
from counterclaim.knowledge.phrase_names import noun_phrase
from counterclaim.knowledge.phrases import (
    Part,
    capital_runs,
    contains,
    head,
    head_end,
    head_token,
    is_acronym,
    is_complement,
    is_media,
    is_possessive,
    name_length,
    part_of,
    split_phrase,
    words,
)
from counterclaim.knowledge.registry import Registry
from counterclaim.knowledge.sides import UNKNOWN, load_sides

_ARTICLES = frozenset({"the", "a", "an"})
_PHRASE_END = re.compile(
    r"(?:,(?!\d)|[;:()\[\]\n])|\s[-–—]\s|\b(?:who|which|that|whose|speaking|citing)\b"
)


@dataclass(frozen=True, slots=True)
class Classified:
    """Who a mention means, as far as its words and the registry tell. `side` is "unknown" and
    `organisation`, `role`, `entry` are None when they do not tell.
    """

    name: str
    kind: str
    side: str
    organisation: str | None = None
    role: str | None = None
    entry: Entry | None = None


def classify_mention(
    registry: Registry, mention: str, on: str | None = None, conflict: str | None = None
) -> Classified:
    """Who speaks, from the whole noun phrase as it stands in the text.

    >>> from counterclaim.knowledge.registry import load_registry
    >>> of_balitsky = "the Moscow-backed governor Yevgeny Balitsky"
    >>> found = classify_mention(load_registry(), of_balitsky)
    >>> found.name, found.kind, found.side
    ('Yevgeny Balitsky', 'person', 'russia')

    The side is unknown when no word of the phrase and no entry gives it. `conflict` (an id of
    data/sides.yaml) settles what bare words mean ("the army") and who is a third party.
    """
    return _Phrase(registry, mention, on, conflict).classify()


def is_organ(registry: Registry, mention: str) -> bool:
    """Whether a mention means an organ of some state without telling of which.

    >>> from counterclaim.knowledge.registry import load_registry
    >>> [is_organ(load_registry(), m) for m in ("the health ministry", "Thai police", "a miner")]
    [True, False, False]
    """
    for part in split_phrase(mention)[:1]:
        apart = set(part.keys) & words("past", "apart")
        owned = Evidence(registry, None, None).names_party(part)
        return not apart and not owned and may_be_a_states(registry, part)
    return False


class _Phrase:
    """One mention on its way through the decision list."""

    def __init__(
        self, registry: Registry, mention: str, on: str | None, conflict: str | None
    ) -> None:
        self.registry, self.on, self.conflict = registry, on, conflict
        self.whole = part_of(mention)
        self.parts = split_phrase(mention) or [self.whole]
        self.evidence = Evidence(registry, on, conflict)

    def classify(self) -> Classified:
        if not self.whole.tokens:
            return Classified(self.whole.text, "unnamed", "unknown")
        steps = (
            self._listed_person,
            self._surname,
            self._written_person,
            self._listed_organisation,
            self._holder,
            self._inner_organisation,
            self._weak_name,
        )
        for step in steps:
            if found := step():
                return found
        return self._phrase()

    def _from_entry(
        self, entry: Entry, name: str | None = None, role: str | None = None
    ) -> Classified:
        side = self.registry.side(entry, self.on, self.conflict)
        if entry.kind == "person":
            organisation = self.registry.organisation(entry, self.on)
        else:
            owner = self.registry.family(entry)
            organisation = owner.name if owner else None
        return Classified(name or entry.name, entry.kind, side, organisation, role, entry)

    def _listed_person(self) -> Classified | None:
        """A person of the registry by full name, in any part, unless he only modifies."""
        for part in self.parts:
            for first in range(len(part.tokens)):
                for size in range(name_length(part, first), 0, -1):
                    entry = self.registry.strong.get(part.keys[first : first + size])
                    if entry is None or entry.kind != "person" or not part.tokens[first].capital:
                        continue
                    if not (is_complement(part, first) or is_possessive(part, first + size)):
                        return self._from_entry(entry, role=self._role(part, first))
        return None

    def _surname(self) -> Classified | None:
        """A surname alone, with or without titles: "Mr Pushilin", "Mayor Fedorov"."""
        part = self.parts[0]
        if not part.tokens[-1].capital or (part.text.isupper() and len(part.tokens) > 1):
            return None
        bearers = self.registry.bearers(part.text) or self._after_office(part)
        if len(bearers) > 1:
            said = set(self.whole.keys)
            told = tuple(b for b in bearers if said & self.registry.office_words(b))
            here = self.registry.surname(part.tokens[-1].text, self.on, self.conflict)
            bearers = told or ((here,) if here in bearers else ())
        bearers = tuple(b for b in bearers if self._may_be(b, part))
        if len(bearers) == 1 and not self.registry.find(part.text):
            return self._from_entry(bearers[0], role=self._role(part, len(part.tokens) - 1))
        return None

    def _may_be(self, bearer: Entry, part: Part) -> bool:
        """Whether what else is said names nobody's side but that of a bearer of a surname: "Haq,
        spokesman for the MILF" is not the UN's."""
        others = (p for p in self.parts if p is not part)
        named = {found[0] for p in others if (found := self.evidence.first_named(p))}
        own = self.registry.side(bearer, self.on, self.conflict)
        titled = self.whole.tokens[-1].key
        given = all(t.key in words("honorifics", "ranks") for t in self.whole.tokens[:-1])
        if given and is_given_name(titled) and not self._is_of_the_war(bearer):
            return False
        return not named - {UNKNOWN} or own == UNKNOWN or own in named

    def _is_of_the_war(self, bearer: Entry) -> bool:
        """Whether a surname that is a given name, too, may mean somebody of the registry: one of a
        country or party of the war at hand; else it is a villager's ("Dr Hassan said")."""
        war = load_sides().conflict(self.conflict)
        own = {side.side for side in bearer.sides}
        return war is not None and bool(bearer.country in war.countries or own & {*war.parties})

    def _after_office(self, part: Part) -> tuple[Entry, ...]:
        """The bearers of a surname behind an office: "Kremlin spokesman Peskov"."""
        offices = words("titles", "honorifics", "ranks", "officials")
        last = len(part.tokens) - 1
        if last < 1 or part.tokens[last - 1].key not in offices or is_complement(part, last):
            return ()
        if (
            last > 1
            and part.tokens[last - 2].capital
            and part.keys[last - 1] in words("honorifics")
        ):
            return ()  # the second of three names: "Khalid Sheikh Mohammed"
        named = self.evidence.first_named(part_of(part.slice(0, len(part.tokens) - 1)))
        bearers = self.registry.bearers(part.tokens[-1].text)
        sides = {b.id: self.registry.side(b, self.on, self.conflict) for b in bearers}
        return tuple(b for b in bearers if named is None or named[0] in {sides[b.id], "unknown"})

    def _written_person(self) -> Classified | None:
        """A person who is not in the registry: two capitalised words that name nothing else."""
        for part in self.parts:
            if self.registry.find(part.text) or self._is_called_body(part):
                continue
            for first, last in capital_runs(part):
                start = self._name_start(part, first, last)
                if start is None and last - first == 1 and self._is_called(part, first):
                    start = first
                if start is None or is_possessive(part, last) or self._modifies(part, last):
                    continue
                name = part.slice(start, last)
                side, organisation = self.evidence.of_person(self.parts, part, start, last)
                return Classified(name, "person", side, organisation, self._role(part, start))
        return None

    def _is_called_body(self, part: Part) -> bool:
        """Whether the next part says that a name is a body's: "Conflict Ledger, a watchdog"."""
        at = self.parts.index(part) + 1
        if at >= len(self.parts) or self.parts[at].tokens[0].key not in _ARTICLES:
            return False
        noun = head(self.parts[at])
        bodies = noun in words("organisation_words", "tails", "media")
        return bodies and noun not in words("officials", "civilians")

    def _name_start(self, part: Part, first: int, last: int) -> int | None:
        """Where the personal name in a run of capitals begins, None when there is none."""
        titles = words("titles", "honorifics", "ranks")
        skipped = words("officials", "determiners") | {POSSESSIVE}
        start, titled = first, False
        while start < last:
            size = self.evidence.named_length(part, start, last)
            if size:
                start += size
            elif part.tokens[start].key in titles | skipped:
                titled = titled or part.tokens[start].key in words("honorifics", "ranks")
                start += 1
            else:
                break
        if start == first and is_complement(part, start):
            start += 1 if last - start > 2 else last - start
        if behind := self._behind_office(part, start, last):
            start, titled = behind, True
        run = part.tokens[start:last]
        if any((token.key,) in self.evidence.sides.adjectives for token in run[1:]):
            return None  # "Assessed Russian advances": no name holds the adjective of a country
        if any(token.key in words("organisation_words") for token in run):
            return None
        if any(is_acronym(token) for token in run) or (run and run[-1].key in role_words()):
            return None
        if any(token.text.isdigit() or token.key in words("civilians") for token in run):
            return None
        enough = len(run) >= 2 or (titled and len(run) == 1)
        return start if enough and len(run) <= 5 else None

    @staticmethod
    def _behind_office(part: Part, first: int, last: int) -> int | None:
        """Where the name behind the last office of a run begins: "Lod Mayor Ana Lim"."""
        offices = role_words() | words("ranks")
        found = (i for i in range(last - 2, first - 1, -1) if part.tokens[i].key in offices)
        return next((i + 1 for i in found), None)

    @staticmethod
    def _modifies(part: Part, last: int) -> bool:
        """Whether a noun follows that makes the run a mere modifier: "El Fasher residents"."""
        nouns = words("civilians", "officials", "media", "organisation_words", "tails")
        behind = part.keys[last : last + 2]
        if behind[:1] and behind[0] in words("common", "local_offices") - nouns:
            behind = behind[1:]  # "Sa Kaeo provincial authorities"
        return bool(behind) and behind[0] in nouns

    def _is_called(self, part: Part, first: int) -> bool:
        """Whether one capitalised word is a given name: "his wife Olena", "a resident, Olena"."""
        token = part.tokens[first]
        if token.text.isupper() or self.evidence.named_length(part, first, first + 1):
            return False
        if first:
            return part.tokens[first - 1].key in words("civilians")
        alone = len(part.tokens) == 1 and part is not self.parts[0]
        return alone and head(self.parts[0]) in words("civilians")

    def _listed_organisation(self) -> Classified | None:
        """A part that is the whole name of an organisation, state or force."""
        for part in (self.whole, *self.parts[: 1 if self._is_unnamed(self.parts[0]) else None]):
            entry = self.registry.find(part.text, self.on)
            if entry:
                others = [p for p in self.parts if p is not part and p.text not in part.text]
                role = next((self._plain(p) for p in others if self._describes(p)), None)
                return self._from_entry(entry, self.evidence.force_name(part, entry), role)
        return None

    def _describes(self, part: Part) -> bool:
        """Whether a part says what somebody is: no acronym, age or "reporting from"."""
        first = part.tokens[0]
        if first.text.isupper() or first.text[0].isdigit() or first.key.endswith("ing"):
            return False
        return self.registry.find(part.text) is None

    def _holder(self) -> Classified | None:
        """The holder of a definite office: "the boss of Wagner", "Observatory chief"."""
        part = self.parts[0]
        if part.tokens[0].key in words("indefinite") or set(part.keys) & words("past"):
            return None
        entry = self.evidence.holder(part)
        return self._from_entry(entry, role=self._plain(part)) if entry else None

    def _inner_organisation(self) -> Classified | None:
        """A name between generic words: "the so-called Observatory monitoring group"."""
        for part in self.parts[:1] if self._is_unnamed(self.parts[0]) else self.parts:
            if entry := self.evidence.core(part):
                found = self._from_entry(entry)
                tied = self.evidence.tie(part)[1] if found.side == UNKNOWN else None
                return replace(found, side=tied) if tied else found
        return None

    def _weak_name(self) -> Classified | None:
        """A short name that only one entry bears ("the Observatory"), written as a name if it is a
        single word."""
        part = self.parts[0]
        named = [token for token in part.tokens if token.key not in _ARTICLES]
        plain = tuple(token.key for token in named) in self.registry.plain
        if len(named) < 2 and not (plain or any(token.capital for token in named)):
            return None
        candidates = self.registry.candidates(part.text, self.on, self.conflict)
        return self._from_entry(candidates[0]) if len(candidates) == 1 else None

    def _is_unnamed(self, part: Part) -> bool:
        """Whether a phrase speaks of people without names: what follows are only examples."""
        noun = head_token(part)
        many = noun.key.endswith("s") and not any(token.capital for token in part.tokens[1:])
        return many or noun.key in words("civilians", "anonymous", "officials")

    def _phrase(self) -> Classified:
        """No name at all: the head noun phrase, with the side its words give."""
        part = self.parts[0]
        kind, name = self._kind(part), noun_phrase(self.registry, part)
        if kind == "person" and len(part.tokens) == 1:
            side, organisation = self.evidence.of_person(self.parts, part, 0, 1)
            return Classified(name, kind, side, organisation, self._role(part, 0))
        if self._is_compatriot(part):
            return Classified(name, "unnamed", "unknown")
        side, organisation = self.evidence.of_phrase(part)
        if kind == "unnamed" and head(part) in words("faceless"):
            return Classified(self._faceless(), kind, side, organisation)
        if kind != "organisation" or not head_token(part).capital:
            return Classified(name, kind, side, organisation)
        if side == UNKNOWN and len(self.parts) > 1:
            whole = len(part.tokens)
            side, organisation = self.evidence.of_person(self.parts, part, whole, whole)
        return Classified(name, kind, side, organisation, self._role(part, 0))

    @staticmethod
    def _is_compatriot(part: Part) -> bool:
        """Whether somebody is only of a country: "a Syrian from Homs", "two Ukrainians"."""
        counted = part.tokens[0].key in words("indefinite") or part.tokens[0].text.isdigit()
        return counted and (head(part),) in load_sides().terms

    def _faceless(self) -> str:
        """Sources and people whom only their whereabouts tell apart: "person briefed on the talks",
        "source in the General Staff"."""
        text = _PHRASE_END.split(self.whole.text, maxsplit=1)[0].strip()
        plain = part_of(text or self.whole.text)  # "whose people" begins with the end
        first = 0
        while first < len(plain.tokens) - 1 and plain.tokens[first].key in words("determiners"):
            first += 1
        name = plain.slice(first, len(plain.tokens))
        named = self.evidence.named_length(plain, first, len(plain.tokens)) > 0
        return name if first or named else name[:1].lower() + name[1:]

    def _kind(self, part: Part) -> str:
        noun = head(part)
        if is_media(part):
            several = noun.endswith("s") or noun == "media"
            whose = contains(part, "state_media") or self.evidence.names_party(part)
            return "unnamed" if several and not whose else "organisation"
        if self.registry.role(part.slice(0, head_end(part))) and noun not in words("civilians"):
            definite = part.tokens[0].key not in words("indefinite")
            return "person" if definite and not noun.endswith("s") else "unnamed"
        if noun in words("civilians", "anonymous"):
            return "unnamed"
        if noun in words("organisation_words", "tails", "bare_state"):
            return "unnamed" if noun in words("persons") else "organisation"
        if noun in words("officials"):
            return "unnamed"
        if part.tokens[-1].capital and len(part.tokens) == 1:
            return "organisation" if part.text.isupper() else "person"
        named = head_token(part).capital or head_token(part).text.isdigit()
        return "organisation" if named else "unnamed"

    def _role(self, part: Part, first: int) -> str | None:
        """What is said of a person: the words before the name, else the next part."""
        before = part_of(part.slice(0, first)).text
        office = part_of(before)
        if (
            office.tokens
            and office.tokens[-1].key != POSSESSIVE
            and before.lower() not in _ARTICLES
        ):
            ranked = all(token.key in words("ranks") for token in office.tokens)
            return (self._said_of(part) if ranked else None) or self._plain(office)
        return self._said_of(part)

    def _said_of(self, part: Part) -> str | None:
        others = [p for p in self.parts if p is not part and self._describes(p)]
        return self._plain(others[0]) if others else None

    @staticmethod
    def _plain(part: Part) -> str | None:
        """A part without its article; None for a bare honorific."""
        first = 1 if part.tokens and part.tokens[0].key in {"the", "a", "an"} else 0
        text = part.slice(first, len(part.tokens))
        honorific = all(token.key in words("honorifics") for token in part.tokens[first:])
        return None if not text or honorific else text
