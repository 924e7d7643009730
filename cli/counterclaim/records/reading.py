"""Plain mappings to records: absent keys take their defaults, wrong ones are named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from counterclaim.records.model import (
    SCHEMA,
    Actor,
    ArticleInfo,
    Claim,
    Event,
    FurtherEvent,
    Mention,
    Place,
    Quantity,
    Record,
    Relay,
    Review,
    Source,
    Span,
    Subject,
    Time,
)

T = TypeVar("T")
Plain = dict[str, Any]
_EVENT_KEYS = ("type", "initiator", "target")


class RecordShapeError(ValueError):
    """A mapping is not a record; the message names the key."""


@dataclass(frozen=True, slots=True)
class _Node:
    """A mapping and its path, read key by key; null, absent and, of what need not be there, an
    empty text are the same."""

    plain: Plain
    path: str

    def at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def get(self, key: str, kind: type[T] | tuple[type[T], ...], what: str) -> T | None:
        value = self.plain.get(key)
        odd_boolean = isinstance(value, bool) and kind is not bool
        if value is not None and (odd_boolean or not isinstance(value, kind)):
            raise RecordShapeError(f"{self.at(key)} is not {what}")
        return value

    def text(self, key: str) -> str:
        value = self.get(key, str, "a text")
        if value is None:
            raise RecordShapeError(f"{self.at(key)} is missing")
        return value

    def text_or_none(self, key: str) -> str | None:
        return self.get(key, str, "a text") or None

    def number(self, key: str) -> float | None:
        return self.get(key, (int, float), "a number")

    def flag(self, key: str) -> bool:
        return bool(self.get(key, bool, "true or false"))

    def flag_or_none(self, key: str) -> bool | None:
        return None if self.plain.get(key) is None else self.flag(key)

    def items(self, key: str) -> list[Any]:
        return self.get(key, list, "a list") or []

    def texts(self, key: str) -> list[str]:
        found = self.items(key)
        if not all(isinstance(item, str) for item in found):
            raise RecordShapeError(f"{self.at(key)} is not a list of texts")
        return found

    def span(self, key: str) -> Span:
        return _span(self.plain.get(key), self.at(key))

    def span_or_none(self, key: str) -> Span | None:
        return None if self.plain.get(key) is None else self.span(key)

    def node(self, key: str) -> _Node | None:
        value = self.get(key, dict, "a mapping")
        return None if value is None else _Node(value, self.at(key))

    def required(self, key: str) -> _Node:
        node = self.node(key)
        if node is None:
            raise RecordShapeError(f"{self.at(key)} is missing")
        return node

    def each(self, key: str, read: Callable[[_Node], T]) -> tuple[T, ...]:
        return tuple(read(node) for node in self._nodes(key))

    def _nodes(self, key: str) -> Iterable[_Node]:
        for index, item in enumerate(self.items(key)):
            if not isinstance(item, dict):
                raise RecordShapeError(f"{self.at(key)}[{index}] is not a mapping")
            yield _Node(item, f"{self.at(key)}[{index}]")


def record_from_dict(plain: Any) -> Record:
    """A record from what `record_to_dict` gives; absent keys take their defaults, keys that no
    record has are left out. Raises `RecordShapeError` with the name of the key that is wrong.
    """
    if not isinstance(plain, dict):
        raise RecordShapeError("the file is not a mapping")
    root = _Node(plain, "")
    if (schema := root.text("schema")) != SCHEMA:
        raise RecordShapeError(f"schema is {schema!r}, not {SCHEMA!r}")
    return Record(_article(root.required("article")), root.each("events", _claim))


def _span(value: Any, path: str) -> Span:
    if isinstance(value, list) and len(value) == 2 and all(type(n) is int for n in value):
        return (value[0], value[1])
    raise RecordShapeError(f"{path} is not a span: [start, end]")


def _article(node: _Node) -> ArticleInfo:
    return ArticleInfo(
        id=node.text("id"),
        sha256=node.text("sha256"),
        file=node.text("file"),
        title=node.text_or_none("title"),
        outlet=node.text_or_none("outlet"),
        author=node.text_or_none("author"),
        url=node.text_or_none("url"),
        published=node.text_or_none("published"),
        published_from=node.text_or_none("published_from"),
        language=node.text_or_none("language") or "en",
        raw_sha256=node.text_or_none("raw_sha256"),
        reader=node.text_or_none("reader"),
        wire=node.text_or_none("wire"),
        replaces=node.text_or_none("replaces"),
        made_by=node.text_or_none("made_by"),
    )


def _claim(node: _Node) -> Claim:
    spans = enumerate(node.items("spans"))
    return Claim(
        id=node.text("id"),
        text=node.text("text"),
        spans=tuple(_span(span, f"{node.at('spans')}[{index}]") for index, span in spans),
        quotation=node.text("quotation"),
        stance=node.text("stance"),
        source=_source(node.required("source")),
        event=_event(node.required("event")),
        also=node.each("also", _further),
        hedged=node.flag("hedged"),
        stance_cues=node.each("stance_cues", _words),
        responds_to=node.text_or_none("responds_to"),
        subject=_subject(node.node("subject")),
        places=node.each("places", _place),
        time=_time(node.node("time")),
        quantities=node.each("quantities", _quantity),
        review=_review(node.node("review")),
    )


def _words(node: _Node) -> Mention:
    return Mention(node.text("text"), node.span("span"))


def _mention(node: _Node | None) -> Mention | None:
    return _words(node) if node else None


def _subject(node: _Node | None) -> Subject | None:
    return Subject(node.text("name"), node.text("text"), node.span("span")) if node else None


def _source(node: _Node) -> Source:
    return Source(
        name=node.text("name"),
        kind=node.text("kind"),
        side=node.text_or_none("side") or "unknown",
        mention=_mention(node.node("mention")),
        role=node.text_or_none("role"),
        organisation=node.text_or_none("organisation"),
        cue=_mention(node.node("cue")),
        relay=node.each("relay", lambda r: Relay(r.text("name"), _mention(r.node("mention")))),
    )


def _event(node: _Node) -> Event:
    roles = [(key, value) for key, value in node.plain.items() if key not in _EVENT_KEYS]
    for key, value in roles:
        if isinstance(value, (dict, list)):
            raise RecordShapeError(f"{node.at(key)} is not a text, number, true or false")
    return Event(
        type=node.text("type"),
        initiator=_actor(node.node("initiator")),
        target=_actor(node.node("target")),
        roles=tuple((key, value) for key, value in roles if value is not None),
    )


def _further(node: _Node) -> FurtherEvent:
    plain = {key: value for key, value in node.plain.items() if key != "words"}
    return FurtherEvent(_event(_Node(plain, node.path)), node.span("words"))


def _actor(node: _Node | None) -> Actor | None:
    return Actor(node.text("name"), node.text_or_none("side") or "unknown") if node else None


def _place(node: _Node) -> Place:
    return Place(
        name=node.text("name"),
        mention=node.text("mention"),
        span=node.span("span"),
        id=node.text_or_none("id"),
        country=node.text_or_none("country"),
        admin1=node.text_or_none("admin1"),
        lat=node.number("lat"),
        lon=node.number("lon"),
        precision=node.text_or_none("precision"),
        relation=node.text_or_none("relation"),
        basis=node.text_or_none("basis") or "stated",
        candidates=tuple(node.texts("candidates")),
    )


def _time(node: _Node | None) -> Time:
    if node is None:
        return Time()
    return Time(
        mention=node.text_or_none("mention"),
        span=node.span_or_none("span"),
        earliest=node.text_or_none("earliest"),
        latest=node.text_or_none("latest"),
        precision=node.text_or_none("precision"),
        said=node.text_or_none("said"),
    )


def _quantity(node: _Node) -> Quantity:
    return Quantity(
        what=node.text("what"),
        mention=node.text("mention"),
        span=node.span("span"),
        low=node.number("low"),
        best=node.number("best"),
        high=node.number("high"),
        unit=node.text_or_none("unit"),
        approximate=node.flag("approximate"),
        counted=node.text_or_none("counted"),
        fate=node.text_or_none("fate"),
        side=node.text_or_none("side"),
        window=node.text_or_none("window"),
        cumulative=node.flag_or_none("cumulative"),
    )


def _review(node: _Node | None) -> Review:
    if node is None:
        return Review()
    return Review(
        status=node.text_or_none("status") or "unreviewed",
        reviewer=node.text_or_none("reviewer"),
        date=node.text_or_none("date"),
        note=node.text_or_none("note"),
    )
