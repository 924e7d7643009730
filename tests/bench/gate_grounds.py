"""Where, when and for whom: articles of which only places, times and sides are labelled.

The worst error of a record is a date, side or place that its text does not give. `supported` is
the share of records without one, in all and by field. What the text gives and the record lacks
costs recall in `places`, `time` and `side`, never support.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from gate_scores import (
    Score,
    Scores,
    is_at,
    pair_claims,
    score_places_of,
    score_time_of,
    unsupported,
)
from gate_sets import ANY, Labelled, LabelledArticle, read_articles

from counterclaim.records.model import Claim, Record

FIELDS = ("places", "time", "side")
Pipeline = Callable[[LabelledArticle], Record]


def score_grounds(folder: Path, name: str, pipeline: Pipeline) -> Scores:
    """The scores of one set, over the records that a labelled claim is paired with."""
    keys = ("found", *FIELDS, "supported", *(f"supported_{field}" for field in FIELDS))
    scores = {key: Score() for key in keys}
    for article in read_articles(folder, name):
        events = pipeline(article).events
        pairs = _judged(article.claims, events)
        wanted = sum(not label.optional for label in article.claims)
        scores["found"].add(len(pairs), len(pairs), wanted)
        for label, claim in pairs:
            _score(label, claim, scores)
    return scores


def wrong_grounds(folder: Path, name: str, pipeline: Pipeline) -> list[str]:
    """A line for each record with an unsupported, missing or other place, date or side."""
    lines = []
    for article in read_articles(folder, name):
        for label, claim in _judged(article.claims, pipeline(article).events):
            made_up, places = unsupported(label, claim), [p.name for p in claim.places]
            missing = sum(not any(is_at(a, p) for p in claim.places) for a in label.places)
            if made_up or missing:
                time = f"{claim.time.earliest}/{claim.time.latest}"
                given = f"{places} {time} {claim.source.name}: {claim.source.side}"
                lines.append(f"{article.name}: {made_up} {missing} missing: {given}: {claim.text}")
    return lines


def unsupported_line(name: str, scores: Scores) -> str:
    """How many records of a set say something that their text does not, in all and by field."""

    def wrong(field: str) -> int:
        return scores[field].expected - scores[field].right

    fields = ", ".join(f"{field} {wrong(f'supported_{field}')}" for field in FIELDS)
    return f"{name}: unsupported {wrong('supported')} of {scores['found'].found} ({fields})"


def _judged(labels: Sequence[Labelled], events: Sequence[Claim]) -> list[tuple[Labelled, Claim]]:
    pairs = [(labels[i], events[j]) for i, j in sorted(pair_claims(labels, events))]
    return [(label, claim) for label, claim in pairs if not label.optional]


def _score(label: Labelled, claim: Claim, scores: Scores) -> None:
    score_places_of(label, claim, scores)
    score_time_of(label, claim, scores)
    if ANY not in label.side:
        told = claim.source.side != "unknown"
        right = told and claim.source.side in label.side
        scores["side"].add(right, told, right or "unknown" not in label.side)
    made_up = unsupported(label, claim)
    scores["supported"].add(not made_up, 1, 1)
    for field in FIELDS:
        scores[f"supported_{field}"].add(field not in made_up, 1, 1)
