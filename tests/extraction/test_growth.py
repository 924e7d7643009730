"""Four times the text takes four times the steps: nothing asks everything about everything."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from counterclaim.articles.read import LONGEST_ARTICLE
from counterclaim.extraction.notes import Note
from counterclaim.extraction.pipeline import extract, extract_with_notes
from counterclaim.extraction.places import choice, find_toponyms
from counterclaim.records import ArticleInfo

INFO = ArticleInfo("test", "0" * 64, "test.txt", published="2024-05-15")
TOWNS = "Kyiv Kharkiv Izium Kherson Sumy Poltava Odesa Lviv Soledar Lyman Nikopol Orikhiv".split()
NAMES = "Koval Bondar Lys Vovk Melnyk Holub Tkach Rudenko Sydorenko Hnatiuk Moroz Shvets".split()


def text_of(count: int, form: str) -> str:
    rows = ((TOWNS[i % 12], NAMES[(i // 12) % 12], 1 + i % 28) for i in range(count))
    texts = (form.format(i=i, town=t, name=n, day=d) for i, (t, n, d) in enumerate(rows))
    return "Fighting goes on in the east\n\n" + " ".join(texts)


def steps(work: Callable[[], Any]) -> int:
    """How many calls of Python functions some work takes."""
    called = 0

    def count(_frame: Any, event: str, _what: Any) -> None:
        nonlocal called
        called += event == "call"

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return called


FORMS = {
    "reports": "Russian forces shelled {town} on {day} May, killing {i} people, Olena {name} said.",
    "direct speech": "“We held our line at {town} on day {i},” Ivan {name}, the governor, said.",
    "quotations without a voice": "“Unit {i} held {town}.” House {i} burned.",
    "denials": "Kyiv denied reports of an attack on {town}. The army confirmed {i} claims.",
    "citations": "Unit {i} left {town}, a claim the army denied, according to Ivan {name}.",
    "the town": "{town} burned on {day} May. The town had been shelled {i} times, residents said.",
    "the ministry": "The ministry said that unit {i} had left. He said the group held {town}.",
    "figures": "At least {i} people died in {town}, {i} drones fell, and the army lost 3 tanks.",
    "dates": "On {day} May 2023 house {i} fell, and on {day} June it was seen by nobody at {town}.",
    "narrator": "Unit {i} captured {town}, which had 3,000 inhabitants, and shelled the port.",
    "headings": "Fighting in {town}, day {i}",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_steps_grow_like_the_text(form: str) -> None:
    small, large = (text_of(count, form) for count in (30, 120))
    extract(large, INFO)  # what is read once is read
    few, many = steps(lambda: extract(small, INFO)), steps(lambda: extract(large, INFO))
    assert many <= 4 * few


def test_distances_are_asked_once_for_each_place(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    measure = choice.kilometres

    def count(*points: float) -> float:
        nonlocal asked
        asked += 1
        return measure(*points)

    monkeypatch.setattr(choice, "kilometres", count)
    counts = []
    for times in (1, 50):
        asked = 0
        find_toponyms("Shells fell on Izium, Lyman, Kramatorsk and Sloviansk. " * times)
        counts.append(asked)
    assert counts[0] == counts[1] > 0


def test_what_is_read_in_pieces_is_noted() -> None:
    title, words = "A list\n\n", ", ".join(["drones hit Izium"] * 200)
    record, notes = extract_with_notes(title + words, INFO)
    assert notes == (Note(len(title), "a sentence of 600 words was read in pieces"),)
    assert record == extract(title + words, INFO)


def test_what_is_left_unread_is_noted() -> None:
    _, notes = extract_with_notes(", ".join(["drones hit Izium"] * 4000), INFO)
    told = "of a sentence of 12,000 words only the first 4,440 were read, in pieces"
    assert notes == (Note(0, told),)


def test_an_ordinary_article_has_no_notes() -> None:
    assert extract_with_notes(text_of(5, FORMS["reports"]), INFO)[1] == ()


def test_a_long_report_is_no_too_large_article() -> None:
    assert LONGEST_ARTICLE > 3 * 323_000
