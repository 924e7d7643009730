"""Who acts, in running text: states, forces, groups and people of the registry, longest first."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.knowledge.conflicts import Conflict
from counterclaim.knowledge.entries import Entry, load_offices
from counterclaim.knowledge.names import POSSESSIVE, Key, longest, tokenise
from counterclaim.knowledge.overlay import kept
from counterclaim.knowledge.owners import is_anothers
from counterclaim.knowledge.phrases import words
from counterclaim.knowledge.registry import Registry, load_registry
from counterclaim.knowledge.sides import UNKNOWN, Sides, load_sides

_MODIFIERS = 3
_HYPHENS = ("-", "‑", "–")
_FIGHTERS = ("rebel", "state", "armed")
_OF_STATES = frozenset({"state", "ministry", "military", "official"})


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor named in a text (offsets in code points, half open).

    `side` is None when only the speaker or the conflict can tell ("the enemy", "rebels" without a
    country); `relative` is then "enemy" or "own" where the words say so. `force`: it fights;
    `state`: the country (ISO 2) it is an organ of, `body` which of data/offices.yaml.
    """

    start: int
    end: int
    text: str
    name: str
    side: str | None
    entry_id: str | None = None
    force: bool = False
    relative: str | None = None
    state: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    size: int
    name: str
    side: str | None
    entry: Entry | None = None
    force: bool = False
    relative: str | None = None


def scan_actors(
    text: str, on: str | None = None, conflict: str | None = None
) -> list[ActorMention]:
    """The actors named in `text`, left to right, never overlapping.

    >>> [(m.text, m.side) for m in scan_actors("Russian ground troops shelled the enemy.")]
    [('Russian ground troops', 'russia'), ('the enemy', None)]

    Adjectives inside other names ("Russian news agencies") and countries as places ("in Ukraine")
    are no actors. `on` and `conflict` as in `classify_mention`.
    """
    scanner = _Scanner(text, on, conflict)
    found, i = [], 0
    while i < len(scanner.tokens):
        hit = scanner.at(i) if scanner.keys[i] in scanner.reach.any else None
        if hit is not None:
            found.append(scanner.mention(i, hit))
        i += hit.size if hit is not None else 1
    return found


class _Scanner:
    def __init__(self, text: str, on: str | None, conflict: str | None) -> None:
        self.text, self.on, self.conflict = text, on, conflict
        self.tokens = tokenise(text)
        self.keys = tuple(token.key for token in self.tokens)
        self.registry: Registry = load_registry()
        self.sides: Sides = load_sides()
        self.reach: _Reach = _reach()

    def at(self, i: int) -> _Found | None:
        """The longest actor that begins at word `i`, one with which some name begins."""
        options = (
            self._relative(i),
            self._force(i),
            self._organ(i),
            self._listed(i),
            self._fighters(i),
            self._tied(i),
        )
        hits = [hit for hit in options if hit and self._joined(i, hit.size)]
        return max(hits, key=lambda hit: hit.size, default=None)

    def mention(self, i: int, hit: _Found) -> ActorMention:
        first, last = self.tokens[i], self.tokens[i + hit.size - 1]
        text = self.text[first.start : last.end]
        entry = hit.entry
        ident = entry.id if entry else None
        organ = entry is not None and (entry.type in _OF_STATES or entry.body is not None)
        state = entry.country if entry and organ else None
        return ActorMention(
            first.start, last.end, text, hit.name, hit.side, ident, hit.force, hit.relative, state,
            entry.body if entry else None,
        )  # fmt: skip

    def _joined(self, i: int, size: int) -> bool:
        """Whether only spaces and hyphens part the words: no actor runs over a comma."""
        pairs = zip(self.tokens[i : i + size - 1], self.tokens[i + 1 : i + size], strict=True)
        return all(not self.text[a.end : b.start].strip(" \n-‑&") for a, b in pairs)

    def _relative(self, i: int) -> _Found | None:
        table = _collectives("relative")
        for size in self._sizes(self.reach.relative, i):
            meaning = table.get(self.keys[i : i + size])
            if meaning and not (size == 1 and self._in_compound(i)):
                force = True
                return _Found(size, self._words(i, size), None, None, force, meaning)
        return None

    def _sizes(self, reach: dict[str, int], i: int) -> range:
        """The lengths, longest first, of names that may begin at word `i`: mostly none."""
        most = reach.get(self.keys[i], 0) if i < len(self.keys) else 0
        return range(min(most, len(self.keys) - i), 0, -1)

    def _in_compound(self, i: int) -> bool:
        """Whether the enemy only owns what acts or is hit: "enemy positions"."""
        follows = self.keys[i + 1] if i + 1 < len(self.keys) else ""
        return follows in words("not_force_before", "civilians")

    def _force(self, i: int) -> _Found | None:
        """A country and a force: "Russian ground troops", "Kyiv's forces", "the Russians"."""
        owner = self._state(i)
        last = self._force_noun(owner[1]) if owner else None
        return self._force_hit(i, last, owner[0]) if owner and last else None

    def _state(self, i: int) -> tuple[str, int] | None:
        """The country that owns what follows word `i`, and where that begins."""
        term = self.sides.term_at(self.keys, i)
        if term is None or not self.tokens[i].capital:
            return None
        after = i + term[1]
        if self._ties(after):
            return None
        return term[0], after + (self.keys[after : after + 1] == (POSSESSIVE,))

    def _organ(self, i: int) -> _Found | None:
        """A country and a body that does not fight: "Thailand's foreign ministry"."""
        owner = self._state(i)
        if owner is None:
            return None
        for size in self._sizes(self.reach.bodies, owner[1]):
            last = owner[1] + size
            body = self.registry.forms.get(self.keys[owner[1] : last])
            if body and not (body.force or body.abroad or self._belongs(last)):
                return self._hit(last - i, self.registry.body(owner[0], body))
        return None

    def _tied(self, i: int) -> _Found | None:
        """Fighters whom somebody stands behind: "Turkish-backed fighters" are not Turkey's army."""
        term = self.sides.term_at(self.keys, i)
        if term is None or not self._ties(i + term[1]):
            return None
        behind = i + term[1] + 1
        last = self._force_noun(behind)
        named = any(self.keys[behind : behind + n] in self.registry.strong for n in (3, 2, 1))
        if last is None or named:  # "Iran-backed Houthi fighters" are the Houthis
            return None
        tie = self.keys[i + term[1]]
        side = self.sides.of_tie(term[0], tie, self.conflict)
        return _Found(last - i, self._words(i, last - i), side, force=True)

    def _ties(self, i: int) -> bool:
        """Whether word `i` ties what follows to the name before it: "Iran-backed", "pro-Iran"."""
        tie = i < len(self.keys) and self.keys[i] in self.sides.ties
        return tie and self.text[self.tokens[i - 1].end : self.tokens[i].start] in _HYPHENS

    def _force_noun(self, after: int) -> int | None:
        """Past the last word of the force noun that begins at `after`, modifiers allowed."""
        for skip in range(_MODIFIERS + 1):
            for size in (3, 2, 1):
                first, last = after + skip, after + skip + size
                body = self.registry.forms.get(self.keys[first:last])
                if last <= len(self.keys) and body and body.force and not self._belongs(last):
                    return last
            if after + skip >= len(self.keys) or not self._modifies(after + skip):
                return None
        return None

    def _modifies(self, i: int) -> bool:
        return self.keys[i] in words("force_modifiers")

    def _belongs(self, last: int) -> bool:
        """Whether the next word makes the force a mere modifier: "Russian artillery fire"."""
        return last < len(self.keys) and self.keys[last] in words("not_force_before")

    def _force_hit(self, i: int, last: int, iso2: str) -> _Found:
        body = next(
            b
            for first in range(i + 1, last)
            if (b := self.registry.forms.get(self.keys[first:last])) and b.force
        )
        entry = self.registry.body(iso2, body)
        side = self.registry.side(entry, self.on, self.conflict)
        return _Found(last - i, entry.name, side, entry, force=True)

    def _listed(self, i: int) -> _Found | None:
        """A name of the registry, or a listed surname, that acts."""
        if not (self.tokens[i].capital or self.tokens[i].text[0].isdigit()):
            return self._plain(i)
        for size in self._sizes(self.reach.names, i):
            entry = self.registry.strong.get(self.keys[i : i + size])
            if entry and not entry.medium and self._acts(i, size, entry):
                return self._own(i, size, entry)
            if entry := self._weak(self.keys[i : i + size]):
                return self._own(i, size, entry)
        if self.keys[i] not in self.registry.surnames:
            return None
        bearer = self.registry.surname(self.tokens[i].text, self.on, self.conflict)
        return self._hit(1, bearer) if bearer and not self._follows_name(i) else None

    def _own(self, i: int, size: int, entry: Entry) -> _Found | None:
        """The actor, unless the words before the name make it another's."""
        found = is_anothers(self.registry, entry, self.text, self.tokens, i, i + size)
        return None if found else self._hit(size, entry)

    def _plain(self, i: int) -> _Found | None:
        """A party of the conflict at hand that common words mean in it: "the junta", "bandits"."""
        for size in self._sizes(self.reach.plain, i):
            keys = self.keys[i : i + size]
            entry = self._weak(keys) if keys in self.registry.plain else None
            if entry and not self._in_compound(i + size - 1):
                return self._hit(size, entry)
        return None

    def _weak(self, keys: Key) -> Entry | None:
        """The party of the conflict at hand that a short name means in it: "ADF", "CSP"."""
        if self.conflict is None or keys not in self.registry.weak:
            return None
        found = self.registry.candidates(" ".join(keys), self.on, self.conflict)
        acts = len(found) == 1 and (found[0].force or found[0].type == "state")
        return found[0] if acts else None

    def _follows_name(self, i: int) -> bool:
        """Whether the word before makes another name of a surname: "Anna Putin"."""
        if not i or not self.tokens[i - 1].capital or not self._joined(i - 1, 2):
            return False
        return self.keys[i - 1] not in words("titles", "honorifics", "ranks")

    def _hit(self, size: int, entry: Entry) -> _Found:
        side = self.registry.side(entry, self.on, self.conflict)
        return _Found(size, entry.name, side, entry, force=entry.force)

    def _acts(self, i: int, size: int, entry: Entry) -> bool:
        """A country or capital that only says where something is does not act."""
        if entry.type != "state" or entry.kind == "person":
            return True
        if self._ties(i + size):
            return False
        before = self.keys[i - 1] if i else ""
        place = before in words("place_before") or (
            before == "the" and self.keys[i - 2 : i - 1] == ("in",)
        )
        after = self.keys[i + size] if i + size < len(self.keys) else ""
        if self.keys[i : i + size] in self.sides.adjectives and self._modifies_noun(after):
            return False
        return not place and after not in words("place_after")

    def _modifies_noun(self, after: str) -> bool:
        """Whether "US" or "UK" is an adjective here: "US officials"."""
        return after in words("officials", "civilians", "media", "not_force_before", "anonymous")

    def _fighters(self, i: int) -> _Found | None:
        """A fighting party without a country: "rebels", "regime forces", "Syrian rebels"."""
        iso2, size = self._country_before(i)
        if not self._sizes(self.reach.fighters, i + size):
            return None
        for kind in _FIGHTERS:
            table = _collectives("fighters", kind)
            for length in self._sizes(self.reach.fighters, i + size):
                last = i + size + length
                if self.keys[i + size : last] in table and not self._belongs(last):
                    return _Found(
                        size + length,
                        self._words(i, size + length),
                        self._party(kind, iso2),
                        force=True,
                    )
        return None

    def _country_before(self, i: int) -> tuple[str | None, int]:
        for size in self._sizes(self.reach.adjectives, i):
            if iso2 := self.sides.adjectives.get(self.keys[i : i + size]):
                return iso2, size
        return None, 0

    def _party(self, kind: str, iso2: str | None) -> str | None:
        """The side of rebels or regime forces in the conflict at hand, or in the only one of
        their country; None when neither tells.
        """
        if kind == "armed":
            return None
        at_hand = self.sides.conflict(self.conflict)
        wars: tuple[Conflict, ...] = (at_hand,) if at_hand else ()
        if iso2 and not (at_hand and iso2 in at_hand.countries):
            wars = self.sides.wars_inside(iso2, self.on)
        sides = {war.rebels_on(self.on) if kind == "rebel" else war.state for war in wars}
        sides -= {None, UNKNOWN}
        return sides.pop() if len(sides) == 1 else None

    def _words(self, i: int, size: int) -> str:
        first = i + 1 if size > 1 and self.keys[i] == "the" else i
        return self.text[self.tokens[first].start : self.tokens[i + size - 1].end]


@kept
def _collectives(group: str, kind: str | None = None) -> dict[Key, str]:
    """Folded collective names of data/offices.yaml with their kind."""
    lists = load_offices()[group]
    kinds = [kind] if kind else sorted(lists)
    return {tuple(t.key for t in tokenise(w)): k for k in kinds for w in lists[k]}


@dataclass(frozen=True, slots=True)
class _Reach:
    """How many words the names of each table have at most, by their first word."""

    relative: dict[str, int]
    adjectives: dict[str, int]
    names: dict[str, int]
    fighters: dict[str, int]
    plain: dict[str, int]
    bodies: dict[str, int]
    any: frozenset[str]


@kept
def _reach() -> _Reach:
    relative = longest(_collectives("relative"))
    adjectives = longest(load_sides().adjectives)
    names = longest([*load_registry().strong, *load_registry().weak])
    fighters = longest(key for kind in _FIGHTERS for key in _collectives("fighters", kind))
    every = frozenset(load_registry().surnames).union(
        relative, longest(load_sides().terms), adjectives, names, fighters
    )
    return _Reach(relative, adjectives, names, fighters, longest(load_registry().plain),
                  longest(load_registry().forms), every)  # fmt: skip
