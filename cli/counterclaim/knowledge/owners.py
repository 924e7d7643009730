"""Whose a body is: behind another owner a name of the registry is that other's ("the Thai Prime
Minister's Office" is not Israel's).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.knowledge.country_terms import country_terms
from counterclaim.knowledge.entries import Entry
from counterclaim.knowledge.names import POSSESSIVE, Key, Token
from counterclaim.knowledge.people import is_given_name
from counterclaim.knowledge.phrases import words
from counterclaim.knowledge.registry import Registry
from counterclaim.knowledge.sides import load_sides

_REACH = 4  # words that the name of an owner has at most
_HYPHENS = ("-", "‑")
_PARTIES = frozenset({"armed_group", "state"})


def is_anothers(
    registry: Registry, entry: Entry, text: str, tokens: Sequence[Token], first: int, last: int
) -> bool:
    """Tell whether the words before the name of an entry give it to another country or party.

    >>> part = part_of("Armenia's Home Front Command")     # that of Israel has the bare name
    >>> is_anothers(registry, israels, part.text, part.tokens, 2, 5)
    True

    Names that say themselves whose they are, and proper names of one word ("Wagner"), are nobody
    else's; nor are those of people and channels.
    """
    start = max(0, first - 3 * _REACH)
    tokens, first, last = tokens[start:last], first - start, last - start
    keys = tuple(token.key for token in tokens)
    if first + 1 == last and first and _is_persons(text, tokens[first - 1], tokens[first]):
        return True
    if not _may_be_anybodys(entry, keys[first:]):
        return False
    at = first
    for end in _ends_before(text, tokens, first):
        genitive = keys[end:at] == (POSSESSIVE,)
        if owner := _country(keys, end, genitive=genitive):
            return owner != entry.country
        if owners := _party(registry, keys[:end], genitive=genitive):
            return owners.isdisjoint(side.side for side in entry.sides)
        at = end
    return False


def _is_persons(text: str, before: Token, name: Token) -> bool:
    """Whether a name of one word behind this one is a surname: "Klaus Wagner", "another Wagner";
    not what opens the next sentence ("…, medics said. Wagner …")."""
    given = before.capital and is_given_name(before.key)
    tied = text[name.end : name.end + 1] in _HYPHENS  # "another Wagner-linked channel"
    joined = not tied and not text[before.end : name.start].strip()
    return joined and (given or before.key in words("namesakes"))


def _ends_before(text: str, tokens: Sequence[Token], first: int) -> Iterator[int]:
    """Where the name of an owner may end: before the name, a possessive ending, and capitalised
    words of a longer name ("the Thai National Defence Forces"). Nothing parts them, neither a comma
    nor the hyphen of "the Iran-Hezbollah axis".
    """
    end = first
    for _ in range(_REACH):
        if end == 0 or text[tokens[end - 1].end : tokens[end].start].strip(" \n"):
            return
        if tokens[end - 1].key != POSSESSIVE:
            yield end
        if not (tokens[end - 1].capital or tokens[end - 1].key == POSSESSIVE):
            return
        end -= 1


def _may_be_anybodys(entry: Entry, name: Key) -> bool:
    owned = entry.country is not None or entry.type == "international"
    if entry.kind == "person" or entry.medium or not owned or country_terms(name):
        return False
    return len(name) > 1 or name[0] in words("organisation_words", "bare_state")


def _country(keys: Key, end: int, *, genitive: bool) -> str | None:
    """The country whose name ends at `end`, unless it only says where something is."""
    sides = load_sides()
    for first in range(max(0, end - _REACH), end):
        iso2, size = sides.term_at(keys, first) or (None, 0)
        if iso2 and first + size == end:
            before = keys[first - 1] if first else ""
            belongs = genitive or keys[first:end] in sides.adjectives
            where = before in words("linking", "complement", "place_before")
            return iso2 if belongs or not where else None
    return None


def _party(registry: Registry, keys: Key, *, genitive: bool) -> frozenset[str]:
    """The sides of the party to a war that the words end with, none where there is none."""
    for first in range(max(0, len(keys) - _REACH), len(keys)):
        owner = registry.strong.get(keys[first:])
        if owner and owner.type in _PARTIES and (genitive or owner.type == "armed_group"):
            return frozenset(side.side for side in owner.sides)
    return frozenset()
