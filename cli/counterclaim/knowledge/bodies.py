"""Which bodies the words of a noun phrase name: listed names, what is left of longer ones, owners
and patrons.
"""

from __future__ import annotations

from counterclaim.knowledge.entries import Entry
from counterclaim.knowledge.names import POSSESSIVE, fold
from counterclaim.knowledge.organs import may_be_a_states
from counterclaim.knowledge.owners import is_anothers
from counterclaim.knowledge.phrase_names import noun_phrase
from counterclaim.knowledge.phrases import Part, contains, has_phrase, head_end, part_of, words
from counterclaim.knowledge.registry import Registry
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN, load_sides

_TO = (("to",), ("with",))


class Bodies:
    """The bodies that words name, on a day, seen from one conflict (or none)."""

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
        acronym = self._acronym(part.tokens[first].text) if first < last else None
        return (acronym, 1) if acronym is not None else None

    def _acronym(self, word: str) -> Entry | None:
        """The party of the conflict at hand that an acronym means in it: "a PDF fighter"."""
        if self.conflict is None or not word.isupper() or len(word) < 2:
            return None
        found = self.registry.candidates(word, self.on, self.conflict)
        return found[0] if len(found) == 1 and found[0].force else None

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
            if key in self.sides.ties and i and not self._in_name(part, i):
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

    def _in_name(self, part: Part, i: int) -> bool:
        """Whether word `i` is inside the name of a body: "the Saudi-led coalition"."""
        found = ((first, self.organisation_at(part, first)) for first in range(max(0, i - 3), i))
        return any(body and first + body[1] > i for first, body in found)

    def _belligerent(self, entry: Entry) -> str | None:
        side = self.registry.side(entry, self.on, self.conflict)
        return None if side in {INDEPENDENT, UNKNOWN} else side

    def _side_at(self, part: Part, first: int) -> str | None:
        if found := self.organisation_at(part, first):
            return self._belligerent(found[0])
        if term := self._term_at(part, first):
            return self.sides.of_country(term[0], self.conflict)
        person = self._person_at(part, first)
        return self._belligerent(person) if person is not None else self._bare(part)

    def _owned(self, part: Part, first: int, found: tuple[Entry, int]) -> Entry:
        """The body that one body owns: of "Islamic Jihad's Al-Quds Brigades" the brigades."""
        last = first + found[1]
        if part.keys[last : last + 1] == (POSSESSIVE,):
            inner = self.organisation_at(part, last + 1)
            return inner[0] if inner and inner[0].type != "state" else found[0]
        return found[0]

    def _person_at(self, part: Part, first: int) -> Entry | None:
        token = part.tokens[first]
        for size in (3, 2):
            entry = self.registry.strong.get(part.keys[first : first + size])
            if entry and entry.kind == "person":
                return entry
        other = (
            first and first + 1 == len(part.tokens) and part.keys[first - 1] in words("indefinite")
        )
        titles = words("titles", "honorifics", "ranks", "officials")
        before = part.tokens[first - 1] if first else None
        named = before is not None and before.capital and before.key not in titles
        if other or not token.capital:
            return None
        bearers = self.registry.bearers(token.text)
        if named and before is not None:  # "Lod Putin" is a name of its own
            bearers = tuple(b for b in bearers if fold(b.name)[0][0] == before.key[0])
        sides = {self.registry.side(bearer, self.on, self.conflict) for bearer in bearers}
        return bearers[0] if len(sides) == 1 else None

    def _by_organs(self, part: Part) -> str | None:
        """The side whose bodies alone bear some words in the conflict at hand."""
        conflict = self.sides.conflict(self.conflict)
        for side, organs in sorted(conflict.organs.items() if conflict else ()):
            if has_phrase(part, frozenset(map(fold, organs))):
                return side
        return None

    def _bare(self, part: Part) -> str | None:
        """The side that bare words have in the conflict at hand: "police", "rebel commander"."""
        conflict = self.sides.conflict(self.conflict)
        if conflict is None:
            return None
        if side := self._by_organs(part):
            return side
        if (rebels := conflict.rebels_on(self.on)) and contains(part, "bare_rebel"):
            return rebels
        return conflict.state if may_be_a_states(self.registry, part) else None

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
        return self._core_of_country(part) or self._core_of_owner(part)

    def _core_of_owner(self, part: Part) -> Entry | None:
        """The body behind another that it is of: "the British navy's Maritime Trade Operations"."""
        end = head_end(part)
        ends = [i + 1 for i in range(end - 1) if part.tokens[i].key == POSSESSIVE]
        if not ends or not part.tokens[ends[-1]].capital:
            return None
        found = self.organisation_at(part, ends[-1])
        whole = found is not None and ends[-1] + found[1] == end and found[0].type != "state"
        return found[0] if found and whole else None

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

    def force_name(self, part: Part, entry: Entry) -> str | None:
        """The words of the text for a force: "Ukraine's military" is "Ukrainian military"."""
        if not (entry.force and entry.body) or fold(part.text) in self.registry.strong:
            return None
        return noun_phrase(self.registry, part)
