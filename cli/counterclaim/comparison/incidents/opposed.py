"""Claims of one happening whose words are opposed: over or going on, beaten back or advancing, a
military object or a civilian one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from counterclaim.comparison.incidents.admission import Incident
from counterclaim.comparison.prepared.claim import (
    Finding,
    Pair,
    PreparedClaim,
    one_party,
)
from counterclaim.knowledge.comparison import Opposites, Rules
from counterclaim.knowledge.predicates import family

_WORDS = re.compile(r"[\w’']+")
_BEGINNING = r"(?<![\w-])(?:{})\w*"
_NO = ("no ", "not ")
_NEVER = "\0"
_START = 2  # letters, of the shortest words that are asked for
Stand = tuple[bool, str]  # on the side of `one`, and by which word


def find_opposed(found: Incident) -> Finding | None:
    """Say on what the words of two claims are opposed; None: on nothing, or one side speaks.

    >>> find_opposed(found).reason
    'over or going on: drawing to a close ⇄ intense'
    """
    pair = found.pair
    a, b, rules = pair.a, pair.b, pair.world.rules
    doubted = a.doubted or b.doubted
    if pair.one_voice or one_party(a, b) or pair.crossed or doubted or not pair.overlap:
        return None
    x, y = a.value(read_opposites, rules), b.value(read_opposites, rules)
    for row in rules.opposites if x.keys() & y.keys() else ():
        if (
            row.name in x
            and row.name in y
            and x[row.name][0] != y[row.name][0]
            and _asked(row, pair)
            and ("near" in found.bonds or not _one_word(x[row.name][1], y[row.name][1], rules))
        ):
            said = " ⇄ ".join(sorted((x[row.name][1], y[row.name][1])))
            opposed = Finding("tension", "words", f"{row.name}: {said}", "weak")
            # What a deed was, or whom it hit, is so on any day.
            return opposed if row.of else _at_one_time(opposed, pair)
    return _said_or_not(found)


def _one_word(ours: str, theirs: str, rules: Rules) -> bool:
    """Tell whether one says and the other denies a word: "advanced", and "is not advancing"; far
    from each other they may speak of two things.
    """
    return rules.vocabulary.form(ours) == rules.vocabulary.form(theirs)


def _said_or_not(found: Incident) -> Finding | None:
    """Set what merely is said, and said not to be, side by side, where both speak of one thing."""
    a, b, rules = found.pair.a, found.pair.b, found.pair.world.rules
    spoken = any(rules.axes.of(name, s.kind) for s in (a, b) for name in ("judged", "speech"))
    if not spoken or not found.common.rare or "near" not in found.bonds:
        return None
    x, y = (_says_not(s, rules) for s in (a, b))
    if (a.negative, a.doubted) != (b.negative, b.doubted) or bool(x) == bool(y):
        return None
    return Finding("tension", "words", f"{found.spelled}: said ⇄ {x or y}", "weak", "happening")


def _says_not(subject: PreparedClaim, rules: Rules) -> str | None:
    found = (w for w in _WORDS.findall(subject.claim.text.casefold()) if rules.vocabulary.denies(w))
    return next(found, None)


def _at_one_time(finding: Finding, pair: Pair) -> Finding:
    """What two articles of different days tell of a state, without a day, is news, not dispute."""
    dated = all(s.window and s.window.stated for s in (pair.a, pair.b))
    if pair.one_article or dated or pair.a.day == pair.b.day:
        return finding
    return replace(finding, relation="update", reason=f"{finding.reason}: at different times")


def _asked(row: Opposites, pair: Pair) -> bool:
    """Tell whether the row is asked of two claims: of the same parties, or of a strike and of those
    who were there.
    """
    told = [row.of is None or not s.kinds.isdisjoint(family(row.of)) for s in (pair.a, pair.b)]
    met = all(told) if row.each else any(told)
    return met and (pair.same_actors or not all(told))


def read_opposites(subject: PreparedClaim, rules: Rules) -> dict[str, Stand]:
    """Read on which side of an opposition the words of a claim stand, and by which word.

    >>> read_opposites(fierce_fighting_goes_on, rules)
    {'over or going on': (False, 'fierce')}
    """
    text = _without_doer(subject)
    starts = {word[:_START] for word in subject.words}
    rows = (row for row in rules.opposites if not starts.isdisjoint(_starts(row)))
    read = ((row.name, _stand(row, text)) for row in rows)
    return {name: (_turned(s, subject.negative), s[1]) for name, s in read if s}


def _without_doer(subject: PreparedClaim) -> str:
    """The words of a claim without those of who did it: "by Lor fighters" tells of no target."""
    text, doer = subject.claim.text.casefold(), subject.claim.event.initiator
    if doer is None:
        return text
    return re.sub(rf"\b{re.escape(doer.name.casefold())}(?: \w+)?", " ", text)


def _turned(stand: Stand, negative: bool) -> bool:
    """Turn to the other side what a claim denies; "no fighters" is no denial of no fighters."""
    one, words = stand
    return one != (negative and not words.startswith(_NO))


def _stand(row: Opposites, text: str) -> Stand | None:
    one, other, none = ([m.span() for m in p.finditer(text)] for p in _patterns(row))
    ours, theirs = _alone(one, [*other, *none]), _alone(other, [*one, *none])
    if bool(ours) == bool(theirs) and not (ours and row.both):
        return None
    start, end = (ours or theirs)[0]
    if ours and theirs:
        return row.both == "one", text[start:end]
    return bool(ours), text[start:end]


def _alone(spans: list[tuple[int, int]], others: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out what lies in a longer phrase of the other side: "no fighters" names no fighters."""
    return [s for s in spans if not any(o[0] <= s[0] and s[1] <= o[1] and o != s for o in others)]


@cache
def _starts(row: Opposites) -> frozenset[str]:
    """Give how the words begin that the row asks for, to pass over claims that have none."""
    return frozenset(words[:_START] for words in (*row.one, *row.other))


@cache
def _patterns(row: Opposites) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(_BEGINNING.format("|".join(map(re.escape, sorted(words, key=_longest)))))
        for words in (row.one, row.other, row.neither or (_NEVER,))
    )


def _longest(words: str) -> tuple[int, str]:
    return -len(words), words
