"""Positions over time: who said what when, and what has changed since."""

from __future__ import annotations

from comparison.small_world import article, claim, number
from counterclaim.comparison.views.timeline import make_timelines


def told(found, topic="territory"):
    """Each side's course as (claim, day, change, of)."""
    timeline = next(t for t in make_timelines(found) if t.question.topic == topic)
    return {
        course.side: [
            (m.entry.claim.id, m.day, m.change, m.of and m.of.claim.id) for m in course.moments
        ]
        for course in timeline.courses
    }


def course(found, side, topic="territory"):
    timeline = next(t for t in make_timelines(found) if t.question.topic == topic)
    return next(c for c in timeline.courses if c.side == side)


def test_a_side_that_gives_up_a_town_has_changed_its_word(compare):
    found = compare(
        article(claim("Kyiv", "control", by="Ukraine"), name="a", published="2023-03-01"),
        article(claim("Kyiv", "withdrawal", by="Ukraine"), name="b", published="2023-03-09"),
    )
    assert told(found)["ukraine"] == [
        ("a#01", "2023-03-01", "adds", None),
        ("b#01", "2023-03-09", "changes", "a#01"),
    ]
    ours = course(found, "ukraine")
    assert (ours.now.entry.claim.id, ours.was.claim.id) == ("b#01", "a#01")


def test_a_figure_is_revised(compare):
    found = compare(
        article(
            claim("Kyiv", "casualties", "40", on="Russia", numbers=[number("killed", 40, 40)]),
            name="a", published="2023-03-01",
        ),
        article(
            claim("Kyiv", "casualties", "90", on="Russia", numbers=[number("killed", 90, 90)]),
            name="b", published="2023-03-02",
        ),
    )  # fmt: skip
    assert [change for _, _, change, _ in told(found, "casualties")["ukraine"]] == [
        "adds",
        "changes",
    ]


def test_what_was_said_counts_before_what_was_printed_and_undated_comes_last(compare):
    found = compare(
        article(claim("Moscow", "capture", "One", by="Russia"), name="a", published="2023-03-05"),
        article(claim("Moscow", "advance", "Two", by="Russia"), name="b", published=None),
        article(claim("Moscow", "capture", "Three", by="Russia", said="2023-03-05"), name="c"),
        article(claim("Moscow", "advance", "Four", by="Russia", said="2023-02"), name="d"),
    )
    moments = course(found, "russia").moments
    assert [(m.entry.claim.id, m.day, m.said) for m in moments] == [
        ("d#01", "2023-02", True),
        ("c#01", "2023-03-05", True),
        ("a#01", "2023-03-05", False),
        ("b#01", None, False),
    ]


def test_one_day_is_no_change(compare):
    found = compare(
        article(claim("Kyiv", "control", by="Ukraine"), claim("Kyiv", "withdrawal", by="Ukraine"))
    )
    assert {m.change for m in course(found, "ukraine").moments} == {"adds"}


def test_two_think_tanks_are_not_one_side_that_changes(compare):
    found = compare(
        article(claim("analysts", "control", by="Ukraine"), name="a", published="2023-03-01"),
        article(claim("locals", "capture", by="Russia"), name="b", published="2023-03-02"),
        article(
            claim("analysts", "capture", "It fell", by="Russia"), name="c", published="2023-03-03"
        ),
    )
    assert told(found)["unknown"] == [("b#01", "2023-03-02", "adds", None)]
    assert told(found)["independent"][1] == ("c#01", "2023-03-03", "changes", "a#01")


def test_a_reprint_is_no_second_moment(compare):
    words = "our paratroopers have taken the whole of the town"
    found = compare(
        article(claim("Moscow", "capture", words, by="Russia"), name="a", published="2023-03-01"),
        article(claim("Moscow", "capture", words, by="Russia"), name="b", published="2023-03-02"),
    )
    assert [m.entry.claim.id for m in course(found, "russia").moments] == ["a#01"]
