"""The words of a claim, weighed by how much they tell: a refinery binds two claims, an attack does
not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.comparison.prepared.claim import UNNAMED, PreparedClaim, sides_of
from counterclaim.comparison.prepared.denied import NOBODY
from counterclaim.comparison.prepared.whereabouts import place_key
from counterclaim.knowledge.comparison import Rules
from counterclaim.records import Claim, Record

_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTRY = "country"
_DIGITS = 3
_PART = 4  # letters of a side's name by which words of it are known: "russia", "Russian"


@dataclass(frozen=True, slots=True)
class Common:
    """What two claims have in common in words: the forms, their weight, which share it is of the
    weight of the claim that says less, and whether one of them is a rare one.
    """

    words: tuple[str, ...] = ()
    weight: float = 0.0
    share: float = 0.0
    rare: bool = False


_NOTHING = Common()


def read_words(subject: PreparedClaim, rules: Rules) -> Mapping[str, float]:
    """Read the words of a claim that tell of its event, by form, with their weights. Names of
    its places tell where, not what; those of the parties tell little.

    >>> read_words(struck_the_refinery, rules)
    {'drone': 0.5, 'struck': 0.5, 'refiner': 1.5}
    """
    sides = _sides(subject)
    common = rules.vocabulary.common_weight
    return {
        form: common if sides and word.startswith(sides) else _weight(form, rules)
        for word, form in _forms(subject.claim, rules)
    }


def _weight(form: str, rules: Rules) -> float:
    """Weigh a form; that a figure of three digits or more is the same is no chance."""
    exact = form.isdecimal() and len(form) >= _DIGITS and not _YEAR.fullmatch(form)
    return rules.vocabulary.rare_weight * 2 if exact else rules.vocabulary.weight(form)


def _forms(claim: Claim, rules: Rules) -> list[tuple[str, str]]:
    """Give the telling words of a claim, as written and by form."""
    places = {w for p in claim.places for w in _words(f"{p.mention} {p.name}")}
    days = {w for w in _words(claim.time.mention or "") if w.isdecimal()}
    speaker = set(_words(f"{claim.source.name} {claim.source.role or ''}"))
    skipped = places | days | speaker | rules.vocabulary.empty
    words = (w for w in _words(claim.text) if w not in skipped and len(w) > 1)
    return [(word, rules.vocabulary.form(word)) for word in words]


def read_story(record: Record, rules: Rules) -> frozenset[str]:
    """Read what an article is about: the rare words that its claims come back to, and places.

    >>> sorted(read_story(two_reports_of_one_blast, rules))
    ['bus', 'convoy', 'geonames:170063']
    """
    sides = _parts(side for claim in record.events for side in sides_of(claim))
    number: Counter[str] = Counter()
    for claim in record.events:
        found = {p for p in _forms(claim, rules) if not (sides and p[0].startswith(sides))}
        number.update({form for _, form in found if _is_rare(form, rules)})
        number.update({place_key(p) for p in claim.places if p.precision != _COUNTRY})
    return frozenset(form for form, times in number.items() if times > 1)


def one_story(a: PreparedClaim, b: PreparedClaim, rules: Rules) -> bool:
    """Tell whether two articles come back to the same words and places."""
    x, y = a.entry.story, b.entry.story
    least, limits = min(len(x), len(y)), rules.thresholds
    common = len(x & y)
    return common >= limits.story_least and common >= limits.story_share * least


def find_common(a: PreparedClaim, b: PreparedClaim, rules: Rules) -> Common:
    """Find what two claims have in common in words.

    >>> find_common(kyiv_struck_it, moscow_saw_drones_at_it, rules).words
    ('drone', 'refiner')
    """
    x, y = a.value(read_words, rules), b.value(read_words, rules)
    both = x.keys() & y.keys()
    if not both:
        return _NOTHING
    shared = sorted(both)
    weights = [min(x[form], y[form]) for form in shared]
    weight = sum(weights)
    least = min(a.value(_total, rules), b.value(_total, rules))
    rare = max(weights) > rules.vocabulary.common_weight
    return Common(tuple(shared), weight, weight / least if least else 0.0, rare)


def spell_common(common: Common, a: PreparedClaim, b: PreparedClaim, rules: Rules) -> str:
    """Spell what two claims have in common as they do, each word as short as it stands there.

    >>> spell_common(common, kyiv_struck_it, moscow_saw_drones_at_it, rules)
    'drones, refinery'
    """
    x, y = a.value(_spelled, rules), b.value(_spelled, rules)
    return ", ".join(min(x[form], y[form], key=_shortest) for form in common.words)


def _spelled(subject: PreparedClaim, rules: Rules) -> dict[str, str]:
    """The words of a claim by form, of one form the shortest."""
    spelled: dict[str, str] = {}
    for word, form in _forms(subject.claim, rules):
        spelled[form] = min(spelled.get(form, word), word, key=_shortest)
    return spelled


def _shortest(word: str) -> tuple[int, str]:
    return len(word), word


def _total(subject: PreparedClaim, rules: Rules) -> float:
    return sum(subject.value(read_words, rules).values())


def begins(subject: PreparedClaim, rules: Rules) -> bool:
    """Tell whether a claim says who began or broke a peace: "opened fire first"."""
    return not rules.vocabulary.beginnings.isdisjoint(_words(subject.claim.text))


def says_little(subject: PreparedClaim, rules: Rules) -> bool:
    """Tell whether a denial or doubt names nothing of its own: "any violations", "his account"; no
    proposition ("the factory was civilian")."""
    if subject.value(read_predicated, rules):
        return False
    return subject.value(_total, rules) <= rules.thresholds.blank_weight


def read_predicated(subject: PreparedClaim, rules: Rules) -> frozenset[str]:
    """Read what a claim says of a thing that it names, by form; nothing of words that are no such
    proposition, or one of "any" thing, which denies all that is told of it.

    >>> sorted(read_predicated(the_factory_was_civilian, rules))
    ['civilian']
    """
    told, words = rules.vocabulary, _words(subject.claim.text)
    full = [word not in told.empty and word not in told.tellings for word in words]
    for at, word in enumerate(words):
        if word in told.predicating and any(full[:at]) and told.any.isdisjoint(words[:at]):
            said = zip(words[at + 1 :], full[at + 1 :], strict=True)
            return frozenset(told.form(word) for word, tells in said if tells)
    return frozenset()


def of_the_rest(subject: PreparedClaim, rules: Rules) -> bool:
    """Tell whether a denial or doubt is of others than those told of ("whether other officers were
    dead"); other sources are none.
    """
    told = rules.vocabulary
    words = (*_words(subject.claim.text), "")
    return any(word in told.rest and then not in told.empty for word, then in pairwise(words))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _sides(subject: PreparedClaim) -> tuple[str, ...]:
    parties = (subject.speaker, subject.author, subject.sufferer)
    return _parts(party.strip(UNNAMED) for party in parties if party)


def names_side(subject: PreparedClaim, side: str | None) -> bool:
    """Tell whether the words of a claim name a side: "Rwandan soldiers", of rwanda."""
    parts = _parts([side]) if side else ()
    return bool(parts) and any(word.startswith(parts) for word in _words(subject.claim.text))


def _parts(sides: Iterable[str]) -> tuple[str, ...]:
    """Give the beginnings of words that name sides: "russi" of "russia" and "Russian"."""
    parts = {part for side in sides for part in side.split("_") if side not in NOBODY}
    return tuple(sorted(part[:-1] for part in parts if len(part) > _PART))


def _is_rare(form: str, rules: Rules) -> bool:
    return rules.vocabulary.weight(form) > rules.vocabulary.common_weight


def rare_words(subject: PreparedClaim, rules: Rules) -> list[str]:
    """Give the forms of a claim's rare words, in order."""
    words = subject.value(read_words, rules)
    return sorted(form for form, weight in words.items() if weight > rules.vocabulary.common_weight)
