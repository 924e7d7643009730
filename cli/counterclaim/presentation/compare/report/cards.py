"""One claim as a card: who, when, how; the words as the article has them; its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from counterclaim.comparison import Entry
from counterclaim.presentation.compare.numbering import trace_words
from counterclaim.presentation.compare.report.desk import Chapter
from counterclaim.presentation.compare.report.marked import find_context
from counterclaim.presentation.compare.report.parts import Card
from counterclaim.presentation.compare.report.quoted import said_as_written
from counterclaim.presentation.compare.short_names import short_name
from counterclaim.presentation.compare.telling import accusing
from counterclaim.presentation.compare.words import (
    NARRATOR,
    days_again,
    make_line,
    one_line,
)
from counterclaim.presentation.show import short_id
from counterclaim.records import Claim
from counterclaim.records.model import DATASET

_STANCES = {
    "denies": "denies",
    "confirms": "confirms",
    "doubts": "doubts",
    "intends": "an aim",
    "predicts": "a forecast",
    "demands": "a demand",
}
_INTERESTS = {"against": "against its own side’s interest", "self_serving": "serves its own side"}


def make_card(group: Sequence[Entry], copies: Iterable[Entry], place: Chapter, anchor: str) -> Card:
    """Make one card of claims in the same words by one source, and of their reprints."""
    entry, claim = group[0], group[0].claim
    told = [*group, *copies]
    first = place.told.get(claim.id, "")
    if not first:
        place.told.update({e.claim.id: anchor for e in told})
    line = make_line(entry, (), place.style)
    names = ", ".join(part for part in (line.who or "the article", line.when) if part)
    place.names.update({e.claim.id: names for e in told})
    refs = sorted({place.desk.articles[e.article.id][0] for e in told})
    stances = [word] if (word := _STANCES.get(claim.stance, "")) else []
    return Card(
        anchor="" if first else anchor,
        first=first,
        side=place.desk.colours[entry.group],
        who=_who(entry),
        role=_role(entry, place),
        when=line.when,
        stances=(*stances, *(["hedged"] if claim.hedged else [])),
        denied=claim.stance in ("denies", "doubts"),
        words=accusing(entry, place.style) + said_as_written(claim),
        notes=tuple(_notes(group, place)),
        refs=tuple(refs),
        context=() if first else tuple(find_context(entry, place.desk)),
        page=place.desk.links.claim(claim),
        trace="" if first else _trace(claim),
    )


def _who(entry: Entry) -> str:
    source = entry.claim.source
    if entry.group == NARRATOR:
        return one_line(entry.article.outlet or "The article")
    return one_line(short_name(source) if source.kind == "unnamed" else source.name)


def _role(entry: Entry, place: Chapter) -> str:
    """Say who somebody is, once in a section."""
    source = entry.claim.source
    if entry.group == NARRATOR:
        return "in its own words"
    if source.name in place.introduced:
        return ""
    place.introduced.add(source.name)
    known = (source.role, source.organisation if source.kind == "person" else None)
    return ", ".join(one_line(part).replace("_", " ") for part in known if part)


def _notes(group: Sequence[Entry], place: Chapter) -> Iterator[str]:
    """Say what is to be noted: where, through whom, how often, in whose interest."""
    entry = group[0]
    line = make_line(entry, (), place.style)
    asked = place.comparison.place
    near = entry.where is not None and (entry.where == "near" or entry.where.endswith(" of"))
    where = f"{entry.where} {one_line(asked.name)}" if near and asked else line.where
    where = "a part of it" if where == "part" else where
    yield from filter(None, (where, days_again(group, place.style), line.relay))
    answered = place.style.answered.get(entry.claim.id)
    if answered is not None:
        whose = make_line(answered, (), place.style).head or "the article"
        yield f"an answer to {whose}"
    if entry.interest in _INTERESTS:
        yield _INTERESTS[entry.interest]
    if grade := place.style.grades.get(entry.claim.id):
        yield f"graded {grade}"
    if entry.claim.review.status != "unreviewed":
        yield f"{entry.claim.review.status} by a reader"


def _trace(claim: Claim) -> str:
    if claim.source.kind == DATASET:
        return trace_words(claim)
    return f"{trace_words(claim)} · counterclaim show {one_line(short_id(claim))}"
