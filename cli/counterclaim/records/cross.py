"""What a schema cannot say: spans and words, ids, dates, places, numbers."""

from __future__ import annotations

import calendar
import hashlib
import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches

from counterclaim.records.model import NARRATOR, Claim, Mention, Record, Span
from counterclaim.records.positions import Path
from counterclaim.records.schema import Finding

JOINER = " … "
_ID_END = re.compile(r"-[0-9a-f]{8}\Z")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

KnownPlace = Callable[[str], bool]


def find_cross_errors(
    record: Record,
    article_text: str | None,
    known_place: KnownPlace | None = None,
    event_types: frozenset[str] | None = None,
    file_id: str | None = None,
) -> Iterator[Finding]:
    """Compare a record with itself, its article and what is known; None: not checked."""
    yield from _article(record, article_text)
    if file_id is not None and file_id != record.article.id:
        message = f"the file is named for {file_id}"
        yield Finding(("article", "id"), "CC041", message)
    yield from _ids(record)
    yield from _responses(record)
    for index, claim in enumerate(record.events):
        path: Path = ("events", index)
        yield from _source(claim, path)
        yield from _dates(claim, path)
        yield from _numbers(claim, path)
        if article_text is not None:
            yield from _words(claim, path, article_text)
        if known_place is not None:
            yield from _places(claim, path, known_place)
        if event_types is not None:
            yield from _type(claim, path, event_types)


def _article(record: Record, text: str | None) -> Iterator[Finding]:
    info = record.article
    if text is not None and hashlib.sha256(text.encode("utf-8")).hexdigest() != info.sha256:
        message = "the text in articles/ is not the one that was ingested"
        yield Finding(("article", "sha256"), "CC036", message)
    if _ID_END.search(info.id) and not info.id.endswith(info.sha256[:8]):
        message = f"the id does not end in the first 8 digits of the sha256, {info.sha256[:8]}"
        yield Finding(("article", "id"), "CC036", message, "ids are made by `ingest`")
    if info.published and not _exists(info.published):
        yield _no_such_day(("article", "published"), info.published)


def _ids(record: Record) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for index, claim in enumerate(record.events):
        path: Path = ("events", index, "id")
        first = seen.setdefault(claim.id, index)
        if first != index:
            message = f"{claim.id} is the id of event {first + 1} already"
            yield Finding(path, "CC032", message)
        if not claim.id.startswith(f"{record.article.id}#"):
            message = f"{claim.id} does not begin with the id of the article"
            yield Finding(path, "CC033", message, f"it begins with {record.article.id}#")


def _responses(record: Record) -> Iterator[Finding]:
    known = {claim.id for claim in record.events}
    for index, claim in enumerate(record.events):
        target = claim.responds_to
        if target is not None and (target not in known or target == claim.id):
            message = f"{target} is no other record of this article"
            yield Finding(("events", index, "responds_to"), "CC043", message)


def _source(claim: Claim, path: Path) -> Iterator[Finding]:
    source = claim.source
    if (source.name == NARRATOR) != (source.kind == NARRATOR):
        message = f"{source.name} has the kind {source.kind}"
        yield Finding((*path, "source", "kind"), "CC038", message)


def _dates(claim: Claim, path: Path) -> Iterator[Finding]:
    time = claim.time
    stated: list[tuple[Path, str | None]] = [
        (("time", "earliest"), time.earliest),
        (("time", "latest"), time.latest),
        (("time", "said"), time.said),
        (("review", "date"), claim.review.date),
    ]
    for keys, value in stated:
        if value and not _exists(value):
            yield _no_such_day((*path, *keys), value)
    if time.earliest and time.latest:
        # A prefix stands for all it holds: 2023-01-25 lies within 2023-01.
        length = min(len(time.earliest), len(time.latest), len("2023-01-25T22:30"))
        if time.earliest[:length] > time.latest[:length]:
            message = f"earliest {time.earliest} is after latest {time.latest}"
            yield Finding((*path, "time", "earliest"), "CC034", message)


def _exists(value: str) -> bool:
    found = _DATE.match(value)
    if not found:
        return True  # the schema has said so
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    return year > 0 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _no_such_day(path: Path, value: str) -> Finding:
    return Finding(path, "CC026", f"there is no {value}")


def _numbers(claim: Claim, path: Path) -> Iterator[Finding]:
    for index, quantity in enumerate(claim.quantities):
        given = [n for n in (quantity.low, quantity.best, quantity.high) if n is not None]
        if given != sorted(given):
            numbers = ", ".join(f"{number:g}" for number in given)
            at: Path = (*path, "quantities", index)
            yield Finding(at, "CC037", f"{quantity.mention!r} gives {numbers}")


def _places(claim: Claim, path: Path, known: KnownPlace) -> Iterator[Finding]:
    for index, place in enumerate(claim.places):
        at: Path = (*path, "places", index)
        named = [((*at, "candidates", n), one) for n, one in enumerate(place.candidates)]
        for where, one in (*named, *([((*at, "id"), place.id)] if place.id else [])):
            if not known(one):
                message = f"{one} ({place.name}) is not in the gazetteer"
                yield Finding(where, "CC035", message)


def _type(claim: Claim, path: Path, types: frozenset[str]) -> Iterator[Finding]:
    named: list[tuple[Path, str]] = [(("event", "type"), claim.event.type)]
    named += [(("also", i, "type"), further.event.type) for i, further in enumerate(claim.also)]
    for keys, name in named:
        if name not in types:
            near = get_close_matches(name, sorted(types), n=1)
            hint = f"did you mean `{near[0]}`?" if near else ""
            yield Finding((*path, *keys), "CC039", f"{name} is not a predicate", hint)


def _words(claim: Claim, path: Path, article: str) -> Iterator[Finding]:
    """Every span of a claim cuts exactly its words out of the article."""
    bad = [
        finding
        for index, span in enumerate(claim.spans)
        for finding in _outside(span, (*path, "spans", index), article)
    ]
    yield from bad
    if claim.spans and not bad:
        found = JOINER.join(article[start:end] for start, end in claim.spans)
        yield from _same(claim.text, found, (*path, "text"), article)
    for index, further in enumerate(claim.also):
        yield from _outside(further.words, (*path, "also", index, "words"), article)
    for keys, mention in _mentions(claim):
        at: Path = (*path, *keys)
        outside = list(_outside(mention.span, (*at, "span"), article))
        yield from outside
        if not outside:
            start, end = mention.span
            yield from _same(mention.text, article[start:end], (*at, "span"), article)


def _mentions(claim: Claim) -> Iterator[tuple[Path, Mention]]:
    source = claim.source
    if source.mention:
        yield ("source", "mention"), source.mention
    if source.cue:
        yield ("source", "cue"), source.cue
    for index, relay in enumerate(source.relay):
        if relay.mention:
            yield ("source", "relay", index, "mention"), relay.mention
    for index, cue in enumerate(claim.stance_cues):
        yield ("stance_cues", index), cue
    if claim.subject:
        yield ("subject",), Mention(claim.subject.text, claim.subject.span)
    for index, place in enumerate(claim.places):
        yield ("places", index), Mention(place.mention, place.span)
    for index, quantity in enumerate(claim.quantities):
        yield ("quantities", index), Mention(quantity.mention, quantity.span)
    if claim.time.mention is not None and claim.time.span is not None:
        yield ("time",), Mention(claim.time.mention, claim.time.span)


def _outside(span: Span, path: Path, article: str) -> Iterator[Finding]:
    start, end = span
    if start >= end:
        yield Finding(path, "CC031", f"[{start}, {end}] ends where it begins, or before")
    elif end > len(article):
        yield Finding(path, "CC031", f"[{start}, {end}] ends after the article, at {len(article)}")


def _same(words: str, found: str, path: Path, article: str) -> Iterator[Finding]:
    if words == found:
        return
    at = article.find(words)
    hint = f"the words stand at [{at}, {at + len(words)}]" if at >= 0 else ""
    yield Finding(
        path, "CC030", f"the article has {_short(found)} there, not {_short(words)}", hint
    )


def _short(words: str) -> str:
    return f"“{words}”" if len(words) <= 60 else f"“{words[:59]}…”"
