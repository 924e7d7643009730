"""From degrees to the sheet: windows, cuts at the edge, names that cover nothing."""

from __future__ import annotations

import pytest

from counterclaim.presentation.compare.report.drawn import Mark
from counterclaim.presentation.compare.report.labels import place_labels
from counterclaim.presentation.compare.report.places import apart
from counterclaim.presentation.compare.report.projection import (
    bends,
    coarsen,
    cut_line,
    cut_ring,
    make_window,
    path,
)


def test_a_window_shows_all_points_and_no_less_than_asked_for():
    alone = make_window([(38.0, 48.6)], 560, 370, 140)
    assert alone.place((38.0, 48.6)) == (280.0, 185.0)
    assert round(alone.km(140)) == 560
    wide = make_window([(30.5, 50.4), (38.0, 48.6)], 560, 370, 140)
    for point in ((30.5, 50.4), (38.0, 48.6)):
        x, y = wide.place(point)
        assert 0 < x < 560
        assert 0 < y < 370


def test_distances():
    assert round(apart((37.99886, 48.59419), (38.08722, 48.68333))) == 12
    assert apart((38.0, 48.0), (38.0, 48.0)) == 0


@pytest.mark.parametrize(
    ("ring", "cut"),
    [
        ([(-1, -1), (3, -1), (3, 3), (-1, 3)], {(0, 0), (2, 0), (2, 2), (0, 2)}),
        ([(0.5, 0.5), (1, 0.5), (1, 1)], {(0.5, 0.5), (1, 0.5), (1, 1)}),
        ([(5, 5), (6, 5), (6, 6)], set()),
    ],
)
def test_a_ring_is_cut_to_the_box(ring, cut):
    assert set(cut_ring(ring, (0, 0, 2, 2))) == cut


def test_a_line_is_followed_to_its_next_point_outside():
    line = [(-9, 1), (1, 1), (9, 1), (19, 1), (1, 0)]
    assert cut_line(line, (0, 0, 2, 2)) == [[(-9, 1), (1, 1), (9, 1)], [(19, 1), (1, 0)]]
    assert cut_line([(5, 5), (6, 6)], (0, 0, 2, 2)) == []


def test_what_no_eye_tells_apart_is_one():
    points = [(0.0, 0.0), (0.2, 0.3), (4.0, 0.0), (4.1, 0.0)]
    assert coarsen(points) == [(0.0, 0.0), (4.0, 0.0), (4.1, 0.0)]
    assert coarsen([]) == []


def test_paths():
    assert path([[(0, 0), (2.5, 1), (2.5, 1), (0, 1)]]) == "M0 0L2.5 1L0 1Z"
    back = [(0, 0), (9, 0), (0, 0), (0, 9)]  # along an edge of the box and back
    assert path([back]) == "M0 0L9 0L0 0L0 9Z"
    assert bends([[(0, 0), (2, 0), (2, 2)], [(0, 0), (1, 1)]]) == "M0 0Q2 0 2 2M0 0L1 1"


def test_names_give_way_to_one_another():
    marks = [Mark(50.0, 50.0, 5.0, "claimed", ""), Mark(75.0, 50.0, 5.0, "claimed", "")]
    spots = {"Lyman": (50.0, 50.0), "Mala": (75.0, 50.0)}
    found = list(place_labels(spots, marks, [("Staryi Lyman", (78.0, 52.0))], 480, 320))
    assert [(label.name, label.anchor) for label in found][:2] == [
        ("Lyman", "end"),
        ("Mala", "start"),
    ]
    assert not [label for label in found if label.name == "Staryi Lyman" and label.y == 57.0]
