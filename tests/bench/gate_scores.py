"""Expected against found: how many right, how many found, how many expected, field by field."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gate_sets import ANY, Labelled

from counterclaim.records.model import NARRATOR, Claim, Place, Span

_ARTICLES = {"the", "a", "an", "of", "s", "mr", "mrs", "ms", "al"}
VALUES = ("source", "side", "stance", "quotation", "hedged", "event")


@dataclass(slots=True)
class Score:
    """Right, found and expected things of one field; ``f1`` in per cent."""

    right: int = 0
    found: int = 0
    expected: int = 0

    def add(self, right: int, found: int, expected: int) -> None:
        """Count some more."""
        self.right += right
        self.found += found
        self.expected += expected

    @property
    def precision(self) -> float:
        """The share of the found that is right, in per cent."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the expected that was found and right, in per cent."""
        return 100 * self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.found + self.expected
        return 200 * self.right / both if both else 0.0


Scores = dict[str, Score]


def overlap(left: Iterable[Span], right: Iterable[Span]) -> float:
    """The F1 of the characters in two lists of spans: 1 for the same, 0 for nothing in common."""
    a = {i for start, end in left for i in range(start, end)}
    b = {i for start, end in right for i in range(start, end)}
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def same_name(left: str, right: str) -> bool:
    """Whether one name's words contain the other's, whatever the case and accents.

    >>> same_name("Médecins Sans Frontières", "medecins sans frontieres")
    True
    """
    a, b = name_words(left), name_words(right)
    return bool(a and b) and (a <= b or b <= a)


def same_interval(expected: str, earliest: str | None, latest: str | None) -> bool:
    """Whether two intervals share at least half of the longer; ``2023-01`` is the whole month.

    >>> same_interval("2023-01-25", "2023-01-25", "2023-01-25")
    True
    """
    first, _, last = expected.partition("/")
    a, b = _day(first), _day(last or first, end=True)
    c, d = _day(earliest), _day(latest, end=True)
    shared = (min(b, d) - max(a, c)).days + 1
    return shared > 0 and 2 * shared >= max((b - a).days, (d - c).days) + 1


def pair_claims(expected: Sequence[Labelled], found: Sequence[Claim]) -> list[tuple[int, int]]:
    """Pair expected and found claims one to one by their words; the source breaks a tie."""
    scored = [
        (overlap([label.span], claim.spans) + 0.01 * _same_source(label, claim), i, j)
        for i, label in enumerate(expected)
        for j, claim in enumerate(found)
    ]
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = set(), set()
    for value, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if value >= 0.5 and i not in taken[0] and j not in taken[1]:
            pairs.append((i, j))
            taken[0].add(i)
            taken[1].add(j)
    return pairs


def score_claims(expected: Sequence[Labelled], found: Sequence[Claim], scores: Scores) -> None:
    """Add one article to the scores of the claim set."""
    pairs = pair_claims(expected, found)
    free = {j for i, j in pairs if expected[i].optional}
    judged = [(expected[i], found[j]) for i, j in pairs if not expected[i].optional]
    labels = [label for label in expected if not label.optional]
    claims = [claim for j, claim in enumerate(found) if j not in free]
    _add(scores, "found", len(judged), len(claims), len(labels))
    _add(
        scores,
        "attributed",
        sum(not _narrated(a) and c.source.kind != NARRATOR for a, c in judged),
        sum(claim.source.kind != NARRATOR for claim in claims),
        sum(not _narrated(label) for label in labels),
    )
    unpaired = len(claims) - len(judged)
    _score_values(judged, unpaired, [a for a in labels if a not in [x for x, _ in judged]], scores)
    _score_items(judged, scores)


def wrong_fields(label: Labelled, claim: Claim) -> list[str]:
    """The fields in which a paired claim is not as expected, each with what was found."""
    wrong = [
        f"{field} {_value(claim, field)}"
        for field in VALUES
        if ANY not in _accepted(label, field) and not _right(label, claim, field)
    ]
    if made_up := unsupported(label, claim):
        given = f"{[p.name for p in claim.places]} {claim.time.earliest} {claim.source.side}"
        wrong.append(f"unsupported {', '.join(made_up)}: {given}")
    return wrong


def _value(claim: Claim, field: str) -> object:
    inner = {"source": claim.source.name, "side": claim.source.side, "event": claim.event.type}
    return inner[field] if field in inner else getattr(claim, field)


def _score_values(
    judged: list[tuple[Labelled, Claim]], unpaired: int, missed: list[Labelled], scores: Scores
) -> None:
    """The fields that every claim has. Those labelled ``any`` are left out on both sides."""
    for field in VALUES:
        pairs = [(a, c) for a, c in judged if ANY not in _accepted(a, field)]
        lost = sum(ANY not in _accepted(a, field) for a in missed)
        right = sum(_right(a, c, field) for a, c in pairs)
        _add(scores, field, right, len(pairs) + unpaired, len(pairs) + lost)


def _score_items(judged: list[tuple[Labelled, Claim]], scores: Scores) -> None:
    """The fields that a claim may lack, over the paired claims; and what nothing supports."""
    for label, claim in judged:
        if not isinstance(label.places, str):
            score_places_of(label, claim, scores)
        if not isinstance(label.quantities, str):
            bounds = {(q.low, q.high) for q in claim.quantities}
            _add(
                scores,
                "quantities",
                len(bounds & set(label.quantities)),
                len(bounds),
                len(label.quantities),
            )
        score_time_of(label, claim, scores)
        if label.said not in {ANY, None}:
            said = claim.time.said
            _add(scores, "said", said == label.said, said is not None, 1)
        _add(scores, "supported", not unsupported(label, claim), 1, 1)


def score_places_of(label: Labelled, claim: Claim, scores: Scores) -> None:
    """Count the places of one claim whose label names them."""
    if isinstance(label.places, str):
        return
    free = label.places_optional
    given = [
        p
        for p in claim.places
        if not is_at(free, p) or any(is_at(names, p) for names in label.places)
    ]
    right = sum(any(is_at(names, p) for p in given) for names in label.places)
    _add(scores, "places", right, len(given), len(label.places))


def score_time_of(label: Labelled, claim: Claim, scores: Scores) -> None:
    """Count the date of one claim whose label says something of it."""
    if label.time != ANY:
        dated = bool(claim.time.earliest or claim.time.latest)
        _add(scores, "time", _time_right(label, claim), dated, label.time is not None)


def unsupported(label: Labelled, claim: Claim) -> list[str]:
    """Which of ``places``, ``time``, ``side`` say something that the text does not: a place or
    party that the label does not allow, a date where there is none or another one.
    """
    checks = {"places": _extra_place, "time": _wrong_time, "side": _wrong_side}
    return [field for field, made_up in checks.items() if made_up(label, claim)]


def _extra_place(label: Labelled, claim: Claim) -> bool:
    if isinstance(label.places, str):
        return False
    accepted = [*label.places, label.places_optional]
    return any(not any(is_at(names, place) for names in accepted) for place in claim.places)


def _wrong_time(label: Labelled, claim: Claim) -> bool:
    dated = bool(claim.time.earliest or claim.time.latest)
    return dated and label.time != ANY and not _time_right(label, claim)


def _wrong_side(label: Labelled, claim: Claim) -> bool:
    return claim.source.side not in {"unknown", *label.side} and ANY not in label.side


def _time_right(label: Labelled, claim: Claim) -> bool:
    time = claim.time
    if label.time is None or not (time.earliest or time.latest):
        return False
    return same_interval(label.time, time.earliest, time.latest)


def _accepted(label: Labelled, field: str) -> tuple[object, ...]:
    value = getattr(label, field)
    return value if isinstance(value, tuple) else (value,)


def _right(label: Labelled, claim: Claim, field: str) -> bool:
    if field == "source":
        return _same_source(label, claim)
    if field == "side":
        return claim.source.side in label.side
    if field == "event":
        return claim.event.type in label.event
    return getattr(claim, field) in _accepted(label, field)


def _same_source(label: Labelled, claim: Claim) -> bool:
    if _narrated(label) or claim.source.kind == NARRATOR:
        return _narrated(label) and claim.source.kind == NARRATOR
    return _names(label.source, claim.source.name)


def _narrated(label: Labelled) -> bool:
    return label.source == (NARRATOR,)


def _names(accepted: Sequence[str], name: str) -> bool:
    return any(same_name(a, name) for a in accepted)


def is_at(accepted: Sequence[str], place: Place) -> bool:
    """Whether a place is one of those accepted, by its whole name or its words in the text:
    "Donetsk" is not "Donetsk Oblast"; "Tripoli, LB" is the one in that country or region.
    """
    given = [name_words(place.name), name_words(place.mention)]
    for label in accepted:
        name, _, within = label.partition(", ")
        if name_words(name) in given and within in {"", place.country, place.admin1}:
            return True
    return False


def name_words(name: str) -> set[str]:
    """The words of a name without case, accents, articles and titles.

    >>> sorted(name_words("the Médecins Sans Frontières"))
    ['frontieres', 'medecins', 'sans']
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return {w for w in re.findall(r"[a-z0-9]+", plain) if w not in _ARTICLES}


def _day(prefix: str | None, *, end: bool = False) -> datetime.date:
    """The first or last day of an ISO prefix; open ends lie far away."""
    if not prefix or prefix == "..":
        return datetime.date(2100 if end else 1900, 1, 1)
    year, month, day = ([int(n) for n in prefix[:10].split("-")] + [0, 0])[:3]
    if day:
        return datetime.date(year, month, day)
    if not end:
        return datetime.date(year, month or 1, 1)
    following = (
        datetime.date(year + 1, 1, 1) if month in {0, 12} else datetime.date(year, month + 1, 1)
    )
    return following - datetime.timedelta(days=1)


def _add(scores: Scores, field: str, right: int, found: int, expected: int) -> None:
    scores.setdefault(field, Score()).add(right, found, expected)
