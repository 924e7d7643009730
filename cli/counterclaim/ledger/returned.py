"""Corrections as they come back from Label Studio: what a person has left of each claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from counterclaim.records.cross import JOINER
from counterclaim.records.model import STANCES, Claim, Review, Span
from counterclaim.records.utf16 import Utf16

_PART = "claim"


@dataclass(frozen=True, slots=True)
class Task:
    """One article of an export: the claims that were sent out with it and the answer that counts,
    the last one that was not cancelled."""

    article: str
    claims: tuple[str, ...]
    results: tuple[dict[str, Any], ...]
    reviewer: str | None = None
    day: str | None = None


@dataclass(slots=True)
class Answer:
    """What a person has left of one claim: no spans, and it was taken out."""

    spans: list[Span] = field(default_factory=list)
    chosen: dict[str, str] = field(default_factory=dict)


def read_tasks(export: Any) -> Iterator[Task]:
    """The tasks of an export that somebody has answered. Raises `ValueError` where it is none."""
    if not isinstance(export, list):
        raise ValueError("it is no list of tasks")
    for task in export:
        try:
            data, answers = task["data"], task["annotations"]
            given = [a for a in answers if not a.get("was_cancelled")]
            if given:
                last = max(given, key=lambda answer: str(answer.get("updated_at") or ""))
                yield _task(data, last)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"a task lacks {error}") from error


def _task(data: dict[str, Any], answer: dict[str, Any]) -> Task:
    by = answer.get("completed_by")
    name = by.get("email") if isinstance(by, dict) else by
    day = str(answer.get("updated_at") or "")[:10]
    results = tuple(item for item in answer["result"] if isinstance(item.get("value"), dict))
    return Task(str(data["article"]), tuple(data["claims"]), results, name and str(name), _day(day))


def _day(words: str) -> str | None:
    """A day as a record may have it; None for what is none."""
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        return None


def read_answers(task: Task, claims: dict[str, Claim], text: str) -> tuple[dict[str, Answer], int]:
    """What is left of each claim that was sent out, and how many marked claims are of none.

    Raises `ValueError` where words are not those of the article.
    """
    answers = {claim: Answer() for claim in task.claims if claim in claims}
    firsts = {claims[claim].spans[:1]: claim for claim in answers}
    units, strange, owners = Utf16(text), 0, dict[str, str]()
    for item in task.results:
        if item.get("type") != "labels" or item["value"].get("labels") != [_PART]:
            continue
        span = _span(item["value"], units, text)
        region = str(item.get("id"))
        owner = region.partition("/")[0]
        owner = owner if owner in answers else firsts.get((span,), "")
        if owner:
            owners[region] = owner
            answers[owner].spans.append(span)
        else:
            strange += 1
    for item in task.results:
        owner, values = owners.get(str(item.get("id")), ""), item["value"].get("choices")
        if owner and values:
            answers[owner].chosen[str(item.get("from_name"))] = str(values[0])
    return answers, strange


def _span(value: dict[str, Any], units: Utf16, text: str) -> Span:
    given = [value["start"], value["end"]]
    if any(type(at) is not int for at in given):
        raise ValueError(f"{given[0]!r} to {given[1]!r} are no offsets")
    start, end = map(units.back, given)
    if start is None or end is None or start >= end:
        raise ValueError(f"{value['start']} to {value['end']} is no stretch of the article")
    words = value.get("text")
    if words is not None and str(words).split() != text[start:end].split():
        raise ValueError(f"“{words}” does not stand at {value['start']} to {value['end']}")
    return start, end


def corrected(claim: Claim, answer: Answer, text: str, task: Task, sides: set[str]) -> Claim:
    """The claim as a person has left it, with the review that says so. Raises `ValueError` for a
    stance or a side that nobody knows."""
    review = Review("rejected", task.reviewer, task.day, claim.review.note)
    if not answer.spans:
        return replace(claim, review=review)
    new = _chosen(claim, answer, sides)
    spans = tuple(sorted(answer.spans))
    if spans != claim.spans:
        new = replace(new, spans=spans, text=JOINER.join(text[a:b] for a, b in spans))
    return replace(new, review=replace(review, status="corrected" if new != claim else "accepted"))


def _chosen(claim: Claim, answer: Answer, sides: set[str]) -> Claim:
    stance = answer.chosen.get("stance", claim.stance)
    side = answer.chosen.get("side", claim.source.side)
    for value, known in ((stance, set(STANCES)), (side, sides)):
        if value not in known:
            raise ValueError(f"{value!r} is not one of {', '.join(sorted(known))}")
    hedged = answer.chosen.get("hedged", "hedged" if claim.hedged else "plain") == "hedged"
    return replace(claim, stance=stance, hedged=hedged, source=replace(claim.source, side=side))
