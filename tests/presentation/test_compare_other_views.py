"""The other views: over time, sources against sources, what is left out, numbers on one scale."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from rich.console import Console

from comparison.small_world import article, claim, make_world, number
from counterclaim.comparison import Asked, compare_claims
from counterclaim.comparison.selection import Wanted
from counterclaim.comparison.views.excluded import find_excluded
from counterclaim.comparison.views.matrix import make_matrix
from counterclaim.comparison.views.model import Views
from counterclaim.comparison.views.number_scales import ScaleEntry, find_scales_once
from counterclaim.comparison.views.timeline import make_timelines
from counterclaim.presentation.compare.as_html import to_html
from counterclaim.presentation.compare.as_json import to_object
from counterclaim.presentation.compare.flat import to_csv, to_markdown
from counterclaim.presentation.compare.page import print_comparison
from counterclaim.presentation.compare.scale import (
    ASCII,
    LINES,
    choose_pen,
    draw_bar,
    said_words,
)

VELYKA = Asked("Velyka", "Velyka", "settlement", "North Oblast", "Ukraine")
NAMES = {"russia": "Russia", "ukraine": "Ukraine", "independent": "Independent"}


def name(side):
    return NAMES.get(side, side)


@pytest.fixture
def march():
    """A town is held, then taken, then given up; the dead are counted twice."""
    return [
        article(
            claim("Kyiv", "control", "our troops hold the town", by="Ukraine", said="2023-03-01"),
            name="gazette",
            published="2023-03-02",
        ),
        article(
            claim("Moscow", "capture", "the whole town is taken", by="Russia"),
            claim("Moscow", "casualties", "up to 90 enemy troops were killed", on="Ukraine",
                  numbers=[number("killed", None, 90, "up to 90")]),
            claim("Kyiv", "casualties", "at least 120 of our troops were killed", on="Ukraine",
                  numbers=[number("killed", 120, None, "at least 120")]),
            name="herald",
            published="2023-03-08",
        ),
        article(
            claim("Kyiv", "withdrawal", "we have left the town", by="Ukraine", said="2023-03-09"),
            name="kurier",
            published="2023-03-10",
        ),
        article(
            claim("Moscow", "advance", "our units go forward", by="Russia"),
            name="undated",
            published=None,
        ),
    ]  # fmt: skip


def found(records, **options):
    return compare_claims(records, make_world(), place=VELYKA, **options)


def draw(comparison, width, views):
    stream = io.StringIO()
    console = Console(file=stream, width=width, markup=False, highlight=False, _environ={})
    print_comparison(console, comparison, name, views=views)
    return stream.getvalue()


def over_time(records, **options):
    comparison = found(records, **options)
    return comparison, Views(timelines=make_timelines(comparison))


def test_days_are_rows_on_a_wide_terminal(march):
    comparison, views = over_time(march, topic="territory")
    assert draw(comparison, 100, views) == TABLE


TABLE = """\
Velyka  settlement, North Oblast, Ukraine
4 articles · shown: 4 of 6 claims (topic territory) by 2 sources · said 1–9 Mar 2023

1 WHO HOLDS OR GAINS GROUND?                                                                DISPUTED

 When             Russia                                    Ukraine
 ──────────────────────────────────────────────────────────────────────────────────────────────────
 1 Mar            ·                                         General Staff of the Armed Forces of
                                                            Ukraine
                                                            “our troops hold the town” ▲

 by 8 Mar         Russian Ministry of Defence               ·
                  “the whole town is taken” ▲

 9 Mar            ·                                         General Staff of the Armed Forces of
                                                            Ukraine
                                                            “we have left the town” ▼
                                                            Δ was “our troops hold the town”
                                                            (General Staff of the Armed Forces of
                                                            Ukraine, 1 Mar)

 not dated        Russian Ministry of Defence               ·
                  “our units go forward” ▲

 Now              last word by 8 Mar                        “we have left the town”, since 9 Mar;
                                                            was “our troops hold the town”

Δ has changed its word  ▼ against its own interest  ▲ serves its own side  · says nothing
More: --evidence (with IDs) · --matrix · --excluded · --format json, csv, md, html · show ID
explain ID
"""


def test_days_follow_each_other_on_a_narrow_terminal(march):
    comparison, views = over_time(march, topic="territory")
    assert draw(comparison, 60, views) == STACKED


STACKED = """\
Velyka  settlement, North Oblast, Ukraine
4 articles · shown: 4 of 6 claims (topic territory) by 2
sources · said 1–9 Mar 2023

1 WHO HOLDS OR GAINS GROUND?                        DISPUTED
  1 Mar
    Ukraine General Staff of the Armed Forces of Ukraine:
            “our troops hold the town” ▲
  by 8 Mar
    Russia  Russian Ministry of Defence: “the whole town is
            taken” ▲
  9 Mar
    Ukraine General Staff of the Armed Forces of Ukraine:
            “we have left the town” ▼ [Δ was “our troops
            hold the town” (General Staff of the Armed
            Forces of Ukraine, 1 Mar)]
  not dated
    Russia  Russian Ministry of Defence: “our units go
            forward” ▲
  Now
    Russia  last word by 8 Mar
    Ukraine “we have left the town”, since 9 Mar; was “our
            troops hold the town”

Δ has changed its word  ▼ against its own interest
▲ serves its own side
More: --evidence (with IDs) · --matrix · --excluded
--format json, csv, md, html · show ID · explain ID
"""


def test_sources_against_sources(march):
    comparison = found(march)
    page = draw(comparison, 90, Views(matrix=make_matrix(comparison)))
    assert page == MATRIX


MATRIX = """\
Velyka  settlement, North Oblast, Ukraine
4 articles · 6 claims by 2 sources · said 1–9 Mar 2023

Sources against sources

                                                                 1          2
 ────────────────────────────────────────────────────────────────────────────────
 1   Russian Ministry of Defence (Russia)                        ·       =1 ⇄1 ≠1
 2   General Staff of the Armed Forces of Ukraine (Ukraine)   =1 ⇄1 ≠1      ·

= agree  ⇄ contradict each other  ~ in tension  ≠ numbers differ
Pairs of utterances, reprints counted once; no count says who is right.
More: --evidence (with IDs) · --timeline · --excluded · --format json, csv, md, html
show ID · explain ID
"""


def test_a_narrow_matrix_is_a_list(march):
    comparison = found(march)
    page = draw(comparison, 50, Views(matrix=make_matrix(comparison)))
    assert "contradict each other" in page
    assert max(map(len, page.splitlines())) <= 50


def test_nothing_to_set_against_each_other():
    comparison = found([article(claim("Kyiv", "control", by="Ukraine"))])
    page = draw(comparison, 80, Views(matrix=make_matrix(comparison)))
    assert "No two of them speak of the same thing" in page


def test_what_is_left_out_and_why(march):
    wanted = Wanted(place=VELYKA, sides=("ukraine",), since="2023-03-05")
    comparison = found(march, sides=("ukraine",), since="2023-03-05")
    excluded = find_excluded(march, make_world(), wanted, comparison)
    assert draw(comparison, 90, Views(excluded=excluded)) == EXCLUDED


EXCLUDED = """\
Velyka  settlement, North Oblast, Ukraine
2 articles · shown: 2 of 4 claims (side ukraine) by 1 source · said 8–9 Mar 2023

Left out: 4 of 6 claims
     3 of another side
       Russian Ministry of Defence, by 8 Mar: “the whole town is taken” (herald#01)
       Russian Ministry of Defence, by 8 Mar: “up to 90 enemy troops were killed”
       (herald#02)
     1 on other days
       General Staff of the Armed Forces of Ukraine, 1 Mar: “our troops hold the town”
       (gazette#01)

Not comparable: 0 of 0 pairs that share a place and a question

More: --evidence (with IDs) · --timeline · --matrix · --format json, csv, md, html
show ID · explain ID
"""


def test_numbers_of_one_thing_stand_on_one_scale(march):
    page = draw(found(march, topic="casualties"), 90, Views())
    assert SCALE in page


SCALE = """\
  Killed, on one scale
  Russian Ministry of D…, by 8 Mar   ≤90  ◀─────────────┤          “up to 90 enemy troops…
  General Staff of the…, by 8 Mar   ≥120                     ├──▶  “at least 120 of our t…
                                          0                120
"""
NARROW_SCALE = """\
  Russian Ministry of Defence, by 8 Mar    ≤90  ◀─────┤
  General Staff of the Armed…, by 8 Mar   ≥120          ├──▶
"""


def test_on_a_narrow_terminal_the_day_stays_and_the_words_go(march):
    assert NARROW_SCALE in draw(found(march, topic="casualties"), 60, Views())


def test_a_scale_under_two_questions_is_drawn_once(march):
    comparison = found(march, topic="casualties")
    (row,) = comparison.questions
    twice = replace(comparison, questions=(row, replace(row, topic="strikes")))
    assert [len(scales) for scales in find_scales_once(twice).values()] == [1, 0]
    assert draw(twice, 90, Views()).count("Killed, on one scale") == 1
    assert to_markdown(twice, name).count("Killed, on one scale") == 1
    assert to_html([(twice, Views())], name).count("Killed, on one scale") == 1


@pytest.mark.parametrize(
    ("text", "mention", "words"),
    [
        ("thirteen guards were killed in the raid", "thirteen", "thirteen guards were killed in …"),
        ("at least 5 people died", "at least 5", "at least 5 people died"),
        ("the staff put the number of dead at 773", "773", "… number of dead at 773"),
        ("it was many", "dozens", "dozens"),
        ("five people died", "", ""),
    ],
)
def test_a_figure_stands_among_its_words(text, mention, words):
    toll = claim("Kyiv", "casualties", text, numbers=[number("killed", 5, 5, mention)])
    entry = found([article(toll)]).questions[0].positions[0].entries[0]
    assert said_words(ScaleEntry(entry, 5, 5, mention)) == f"“{words}”"


@pytest.mark.parametrize(
    ("low", "high", "bar"),
    [
        (0.0, 0.5, "|---|"),
        (0.5, 0.5, "    o"),
        (0.5, None, "    |------>"),
        (1.0, None, "        |-->"),
        (None, 0.5, "<---|"),
        (0.0, 0.0, "o"),
    ],
)
def test_bars(low, high, bar):
    assert draw_bar(low, high, 12, ASCII) == bar
    assert len(draw_bar(low, high, 12, LINES)) == len(bar)


def test_plain_signs_are_asked_for():
    assert choose_pen({}) is LINES
    assert choose_pen({"NO_UNICODE": "1"}) is ASCII
    assert choose_pen({"TERM": "dumb"}) is ASCII


def test_a_report_has_the_figures(march):
    comparison = found(march)
    page = to_markdown(comparison, name)
    assert "### Killed, on one scale" in page
    assert "| Who | Figure | Words |" in page
    assert "| ≥120 | “at least 120 of our troops were …” |" in page
    html = to_html([(comparison, Views())], name)
    assert '<rect class="bar open" x="92%" width="8%"' in html
    assert "Killed, on one scale" in html
    numbers = next(q for q in to_object(comparison)["questions"] if q["numbers"])["numbers"]
    assert numbers == [
        {
            "what": "killed",
            "figures": [
                {"event": "herald#02", "low": None, "high": 90, "words": "up to 90"},
                {"event": "herald#03", "low": 120, "high": None, "words": "at least 120"},
            ],
        }
    ]


def test_a_denial_stands_with_what_it_denies():
    comparison = found(
        [
            article(
                claim("Moscow", "shelling", "Kyiv shelled the market", by="Ukraine"),
                claim("Kyiv", "shelling", "Kyiv shelled the market", by="Ukraine", stance="denies"),
            )
        ]
    )
    page = draw(comparison, 70, Views())
    told = " ".join(page.split())
    denial = (
        "General Staff of the Armed Forces of Ukraine, by 2 Mar, DENIES Russian Ministry of Defence"
    )
    assert f"{denial} Kyiv shelled the market" in told
    assert (
        "Kyiv shelled the market. General Staff of the Armed Forces of Ukraine denies that." in told
    )


def test_in_whose_interest_a_claim_is():
    comparison = found([article(claim("Kyiv", "withdrawal", "we have left", by="Ukraine"))])
    assert "we have left (against its own interest)" in draw(comparison, 99, Views())


def test_a_timeline_as_a_sheet(march):
    rows = list(csv.DictReader(io.StringIO(to_csv(*over_time(march, topic="territory")))))
    assert [(r["day"], r["dated_by"], r["side"], r["change"], r["of"]) for r in rows] == [
        ("2023-03-01", "said", "ukraine", "adds", ""),
        ("2023-03-08", "published", "russia", "adds", ""),
        ("2023-03-09", "said", "ukraine", "changes", "gazette#01"),
        ("", "", "russia", "adds", ""),
    ]


def test_words_of_others_do_nothing(march):
    evil = "\x1b[31m[red]=HYPERLINK(1)|<i>"
    comparison = found(
        [
            article(claim("Moscow", "capture", evil, by="Russia"), title=evil),
            article(claim("Kyiv", "control", evil, by="Ukraine"), name="herald"),
        ]
    )
    excluded = find_excluded(march, make_world(), Wanted(place=VELYKA), comparison)
    views = Views(make_timelines(comparison), make_matrix(comparison), excluded)
    page = draw(comparison, 100, views)
    assert "\x1b" not in page
    assert "[red]" in page
    sheet = to_csv(comparison, Views(timelines=views.timelines))
    assert "\x1b" not in sheet
    assert "<i>" not in to_html([(comparison, views)], name)
    assert json.dumps(to_object(comparison, views))


def test_a_change_known_from_print_alone_may_be_older():
    held = claim("Kyiv", "control", "our troops hold the town", by="Ukraine")
    left = claim("Kyiv", "withdrawal", "we have left the town", by="Ukraine")
    days = ("2023-03-02", "2023-03-09", "2023-03-16")
    told = [
        article(c, name=f"post-{d}", published=d)
        for c, d in zip((held, left, left), days, strict=True)
    ]
    comparison = found(told, topic="territory")
    page = draw(comparison, 60, Views(timelines=make_timelines(comparison)))
    assert "since 9 Mar or before" in " ".join(page.split())
