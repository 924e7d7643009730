"""Small articles whose records are ready: nothing is parsed, so that ends fall on the writing."""

from __future__ import annotations

import sys
from pathlib import Path

from counterclaim.records import ArticleInfo, Claim, Event, Mention, Place, Record, Source

TEXTS = {
    "bell.txt": "Bell tower hit\n\nThe bell tower of Izium was shelled, Kyiv said.\n",
    "depot.txt": (
        "Depot near Rafah\n\nThe army said it struck a depot in Rafah, a claim Hamas denied.\n"
    ),
    "mill.txt": "Mill taken\n\nRussian forces captured the mill near Orikhiv, Kyiv said.\n",
}
_CLAIMS = (
    ("The bell tower of Izium was shelled", "shelling", "asserts", "Kyiv", "Izium"),
    ("it struck a depot in Rafah", "attack", "asserts", "army", "Rafah"),
    ("it struck a depot in Rafah", "attack", "denies", "Hamas", "Rafah"),
    ("Russian forces captured the mill near Orikhiv", "capture", "asserts", "Kyiv", "Orikhiv"),
)


def write_texts(folder: Path, names: tuple[str, ...] = tuple(TEXTS)) -> None:
    """Write articles into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(TEXTS[name])


def write_many(folder: Path, count: int) -> None:
    """Write so many articles, each with words of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = tuple(TEXTS.values())
    for number in range(count):
        text = f"{texts[number % len(texts)]}\nThe news reached desk {number}.\n"
        (folder / f"{number:05}.txt").write_text(text)


def ready_record(text: str, info: ArticleInfo) -> Record:
    """The record of one of the articles, as extraction would give it."""
    claims: list[Claim] = []
    for words, kind, stance, source, place in _CLAIMS:
        if words in text:
            number = len(claims) + 1
            against = f"{info.id}#{number - 1:02}" if stance == "denies" else None
            claims.append(
                Claim(
                    id=f"{info.id}#{number:02}",
                    text=words,
                    spans=(_span(text, words),),
                    quotation="indirect",
                    stance=stance,
                    source=Source(source, "organisation", mention=_mention(text, source)),
                    event=Event(kind),
                    responds_to=against,
                    places=(Place(place, place, _span(text, place)),),
                )
            )
    return Record(info, tuple(claims))


def use_ready_records() -> None:
    """Let the commands take ready records instead of parsing, in this process and for good."""
    import counterclaim.commands._ingest
    from counterclaim.extraction.pipeline import extract

    del counterclaim
    for module in list(sys.modules.values()):
        if module.__name__.startswith("counterclaim."):
            for name, value in list(vars(module).items()):
                if value is extract:
                    setattr(module, name, ready_record)


def _span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _mention(text: str, words: str) -> Mention:
    return Mention(words, _span(text, words))
