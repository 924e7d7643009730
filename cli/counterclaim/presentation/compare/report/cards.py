"""One claim as a card: who, when, how; the words as the article has them; its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from counterclaim.comparison import Entry
from counterclaim.presentation.compare.report.desk import Chapter, Desk
from counterclaim.presentation.compare.report.parts import Card, Piece
from counterclaim.presentation.compare.words import (
    NARRATOR,
    bracketed_subject,
    days_again,
    make_line,
    one_line,
    quote,
    short_name,
)
from counterclaim.presentation.show import short_id
from counterclaim.records import Claim
from counterclaim.records.model import Span

_FAR = 400  # characters: who is named farther off is not shown beside a claim
_LONGEST = 900  # of a sentence around a claim; of a longer one, what is near
_STANCES = {
    "denies": "denies",
    "confirms": "confirms",
    "doubts": "doubts",
    "intends": "an aim",
    "predicts": "a forecast",
    "demands": "a demand",
}
_INTERESTS = {"against": "against its own side’s interest", "self_serving": "serves its own side"}
_STRAIGHT = re.compile('"([^"]*)"')


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
    refs = sorted({place.desk.articles[e.article.id] for e in told})
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
        words=said_as_written(claim),
        notes=tuple(_notes(group, place)),
        refs=tuple(refs),
        context=() if first else tuple(find_context(entry, place.desk)),
        trace="" if first else _trace(claim),
    )


def said_as_written(claim: Claim) -> str:
    """Give a claim's words, in quotation marks only as far as they stand so in the article.

    >>> said_as_written(claim)     # said indirectly, with one phrase quoted
    'its forces controlled “more than 80%” of Orikhiv'
    """
    if claim.quotation == "direct":
        return bracketed_subject(claim) + quote(claim.text)
    return bracketed_subject(claim) + marks_kept(claim.text)


def marks_kept(words: str) -> str:
    """Give words with the quotation marks that they have, the straight ones curled; a quotation
    that begins before the words, or goes on behind them, is closed.

    >>> marks_kept('more than "80%"'), marks_kept("it “made it possible")
    ('more than “80%”', 'it “made it possible”')
    """
    curled = _STRAIGHT.sub(r"“\1”", one_line(words))
    first, last = curled.find("”"), curled.rfind("“")
    opened = "“" if first >= 0 and "“" not in curled[:first] else ""  # quoted from before them on
    closed = "”" if last >= 0 and "”" not in curled[last:] else ""
    return f"{opened}{curled}{closed}"


def _who(entry: Entry) -> str:
    source = entry.claim.source
    if entry.group == NARRATOR:
        return one_line(entry.article.outlet or entry.article.title or entry.article.file)
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
    spans = ", ".join(f"{start}–{end}" for start, end in claim.spans)
    return f"characters {spans} · counterclaim show {one_line(short_id(claim))}"


def find_context(entry: Entry, desk: Desk) -> Iterator[Piece]:
    """Give the sentences of the article that hold a claim, cut where its words begin and end.

    >>> [piece.text for piece in find_context(entry, desk) if piece.kind == "words"]
    ['its forces controlled "more than 80%" of Orikhiv']
    """
    claim = entry.claim
    text, sentences = desk.sentences(entry.article.id)
    if not text or any(end > len(text) for _, end in claim.spans):
        return
    source = claim.source
    near = [m.span for m in (source.mention, source.cue) if m and _is_near(m.span, claim.spans[0])]
    spans = [*claim.spans, *near]
    shown = [s for s in sentences if any(a < s[1] and s[0] < b for a, b in spans)]
    voice = [source.mention.span] if source.mention else []
    for at, (start, end) in enumerate(shown):
        if at:
            yield Piece(" " if start - shown[at - 1][1] < len("\n\n\n") else " … ")
        yield from _cut(text, _shortened((start, end), claim.spans), claim.spans, voice)


def _is_near(span: Span, other: Span) -> bool:
    return abs(span[0] - other[0]) < _FAR


def _shortened(sentence: Span, spans: Sequence[Span]) -> Span:
    """Of a sentence too long to be shown, take what is around the claim."""
    if sentence[1] - sentence[0] <= _LONGEST:
        return sentence
    inside = [s for s in spans if s[0] < sentence[1] and sentence[0] < s[1]] or [sentence]
    start, end = inside[0][0] - _FAR // 2, min(inside[-1][1], inside[0][0] + _LONGEST) + _FAR // 2
    return max(sentence[0], start), min(sentence[1], end)


def _cut(
    text: str, sentence: Span, words: Sequence[Span], voice: Sequence[Span]
) -> Iterator[Piece]:
    start, end = sentence
    edges = {start, end}
    for span in (*words, *voice):
        edges |= {min(max(edge, start), end) for edge in span}
    for left, right in pairwise(sorted(edges)):
        if any(a <= left and right <= b for a, b in words):
            kind = "words"
        else:
            kind = "voice" if any(a <= left and right <= b for a, b in voice) else ""
        yield Piece(text[left:right], kind)
