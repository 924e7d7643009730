"""Every row of data/attribution/frames.yaml reads its own example; what reports nothing."""

from __future__ import annotations

import pytest

from attributed import attributions
from counterclaim.extraction.attribution import Attribution, find_attributions
from counterclaim.extraction.attribution.makers import maker_of
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.frames import load_frames
from counterclaim.knowledge.load import read_yaml
from counterclaim.language.parser import parse_text
from counterclaim.language.segments import lay_out
from counterclaim.resources import data_path

FRAMES = load_frames()
DATA = read_yaml(data_path("attribution", "frames.yaml"))
ROWS = [*DATA["frames"], *DATA["carriers"]]


def read(text: str) -> list[Attribution]:
    layout = lay_out(text)
    return find_attributions(parse_text(text, layout.units()), layout)


@pytest.mark.parametrize("example", [r["example"] for r in ROWS], ids=[r["id"] for r in ROWS])
def test_a_row_reads_its_example(example: list[str]) -> None:
    text, source, content, stance = example
    found = [
        (text[slice(*a.source)], text[a.start : a.end], a.stance)
        for a in read(text)
        if a.source is not None
    ]
    assert (source, content.removeprefix("that "), stance) in found


def test_a_document_belongs_to_its_maker() -> None:
    text, maker = DATA["makers"]["example"]
    parse = parse_text(text, lay_out(text).units())
    subject = next(w for w in parse.words if w.rel == "nsubj")
    assert text[slice(*maker_of(parse, (subject.start, subject.end)))] == maker


def test_an_adjective_that_looks_like_a_verb_has_its_own_rows() -> None:
    text = "The abbess was concerned that hussars had burned the inn."
    assert attributions(text) == ["The abbess | concerned | hussars had burned the inn"]


@pytest.mark.parametrize(
    "text",
    [
        "The regent did not make plain that his guards had fled.",
        "The bishop may be sure that gunmen had burned the chapel.",
        "The abbot should have gone on to say that hussars had burned the inn.",
        "The abbess never went on to say that hussars had burned the inn.",
    ],
)
def test_what_is_withheld_reports_nothing(text: str) -> None:
    assert attributions(text) == []


def test_every_frame_of_a_cue_is_read() -> None:
    """What adjectives.yaml and nouns.yaml say of a word, a row asks for."""
    cues = load_cues()
    for part, words in (("adjective", cues.adjectives), ("noun", cues.nouns)):
        for cue in words:
            triggered = len(FRAMES.of(part, cue.lemma))
            assert triggered >= len(cue.frames), f"{cue.lemma}: {sorted(cue.frames)}"


def test_rows_have_names_of_their_own() -> None:
    names = [row["id"] for row in ROWS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The ministry counts 40 monks killed.", "The ministry", "40 monks killed"),
        ("The teacher described guards storming it.", "The teacher", "guards storming it"),
        ("Farmers gave accounts of soldiers torching huts.", "Farmers", "soldiers torching huts"),
        ("The council mentioned shelling of the quay.", "The council", "shelling of the quay"),
        ("The baron let slip that his men had fled.", "The baron", "his men had fled"),
        ("The council raised its toll to 57 dead.", "The council", "its toll to 57 dead"),
    ],
)  # fmt: skip
def test_what_people_are_told_to_do_or_suffer_is_said(text: str, source: str, content: str) -> None:
    found = [(text[slice(*a.source)], text[a.start : a.end]) for a in read(text) if a.source]
    assert (source, content) in [(s, c.removeprefix("that ")) for s, c in found]


@pytest.mark.parametrize(
    "text",
    [
        "The army recalled hussars guarding the border.",
        "The abbot welcomed 300 people fleeing Lor.",
        "The guard pinned the hussars on the hill.",
        "The abbey registered the mill while shelling went on.",
        "The abbey has 40 beds destroyed by water.",
        "The army cleared the road of mines.",
        "The army published a list of its bases.",
        "Officials knew of the massacre in Lor.",
        "The general declared war on rebels.",
        "The rebels made a raid on Lor.",
    ],
)
def test_what_is_done_to_somebody_is_not_said(text: str) -> None:
    assert attributions(text) == []
