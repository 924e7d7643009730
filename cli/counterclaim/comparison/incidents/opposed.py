"""Claims of one happening whose words are opposed: over or going on, beaten back or advancing, a
military object or a civilian one.
"""

from __future__ import annotations

import re
from functools import cache

from counterclaim.comparison.incidents.admission import Incident
from counterclaim.comparison.prepared.claim import Finding, Pair, PreparedClaim
from counterclaim.knowledge.comparison import Opposites, Rules
from counterclaim.knowledge.lexicon import nouns_of
from counterclaim.knowledge.predicates import family

_MILITARY, _CIVILIAN = "object:military", "object:civilian"
_BEGINNING = r"(?<![\w-])(?:{})"


def find_opposed(found: Incident) -> Finding | None:
    """Say on what the words of two claims are opposed; None: on nothing, or one voice speaks.

    >>> find_opposed(found).reason
    'over or going on: drawing to a close ⇄ intense'
    """
    if found.pair.one_voice:
        return None
    return _objects(found) or _words(found)


def _words(found: Incident) -> Finding | None:
    a, b = found.pair.a, found.pair.b
    rules = found.pair.world.rules
    x, y = a.value(read_opposites, rules), b.value(read_opposites, rules)
    for name, (ours, said) in sorted(x.items()):
        if name in y and y[name][0] != ours:
            reason = f"{name}: {' ⇄ '.join(sorted((said, y[name][1])))}"
            return Finding("tension", "words", reason, "weak")
    return None


def read_opposites(subject: PreparedClaim, rules: Rules) -> dict[str, tuple[str, str]]:
    """Read on which side of an opposition the words of a claim stand, and by which word.

    >>> read_opposites(fierce_fighting_goes_on, rules)
    {'over or going on': ('other', 'fierce')}
    """
    text = subject.claim.text.casefold()
    found = {}
    for row in rules.opposites:
        one, other = (pattern.search(text) for pattern in _patterns(row))
        if bool(one) != bool(other):
            side = "one" if (one is not None) != subject.negative else "other"
            found[row.name] = side, (one or other)[0]  # type: ignore[index]
    return found


@cache
def _patterns(row: Opposites) -> tuple[re.Pattern[str], re.Pattern[str]]:
    one, other = (
        re.compile(_BEGINNING.format("|".join(map(re.escape, words))) + r"\w*")
        for words in (row.one, row.other)
    )
    return one, other


def _objects(found: Incident) -> Finding | None:
    """Set a military object that was hit against a civilian one: who strikes names the one, who is
    struck the other.
    """
    pair = found.pair
    if not all(_is_strike(s, pair) for s in (pair.a, pair.b)) or not _may_differ(pair):
        return None
    x, y = (s.value(read_objects, pair.world.rules) for s in (pair.a, pair.b))
    if {x, y} != {_MILITARY, _CIVILIAN}:
        return None
    return Finding("tension", "object_hit", "what was hit: civilian ⇄ military", "weak")


def _may_differ(pair: Pair) -> bool:
    same_side = pair.a.speaker is not None and pair.a.speaker == pair.b.speaker
    return not same_side and not (pair.a.negative or pair.b.negative)


def _is_strike(subject: PreparedClaim, pair: Pair) -> bool:
    return any(kind in family("strike") or kind in family("hitting") for kind in subject.kinds)


def read_objects(subject: PreparedClaim, rules: Rules) -> str | None:
    """Say of what class the things are that the words of a claim name, if of one class alone.

    >>> read_objects(bombed_the_depot, rules)
    'object:military'
    """
    forms = {rules.vocabulary.form(w) for w in subject.words}
    military, civilian = (not forms.isdisjoint(_forms(name, rules)) for name in (_MILITARY, _CIVILIAN))
    if military == civilian:
        return None
    return _MILITARY if military else _CIVILIAN


def _forms(name: str, rules: Rules) -> frozenset[str]:
    key = name
    if key not in _KNOWN:
        _KNOWN[key] = frozenset(rules.vocabulary.form(noun) for noun in nouns_of("events", name))
    return _KNOWN[key]


_KNOWN: dict[str, frozenset[str]] = {}
