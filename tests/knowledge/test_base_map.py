"""What lies under a map: water as it is written in data/map, and towns by their people."""

from __future__ import annotations

import runpy

import pytest

from counterclaim.knowledge.base_map import read_points, towns_within, water_within
from counterclaim.resources import data_path


def test_what_is_written_is_read_again():
    write = runpy.run_path(str(data_path("map", "build.py")))["write_points"]
    points = [(30.5, 50.4), (30.505, 50.4), (-179.995, -12.0), (0.0, 0.0)]
    assert read_points(write(points)) == points
    assert write([(0.0, 0.0), (0.005, -0.01)]) == "??AB"


@pytest.mark.parametrize(
    ("box", "kinds"),
    [
        ((36.0, 44.8, 38.0, 47.0), {"land", "river"}),  # the Sea of Azov
        ((28.9, -2.0, 29.4, -1.5), {"land", "lake"}),  # Lake Kivu at Goma
        ((36.0, 45.8, 36.6, 46.2), {"land"}),  # the open sea, within the box of a continent
    ],
)
def test_water_of_a_box(box, kinds):
    assert {kind for kind, _ in water_within(box)} == kinds


def test_a_drained_reservoir_is_not_drawn():
    lakes = [ring for kind, ring in water_within((34.2, 47.3, 34.8, 47.6)) if kind == "lake"]
    assert not lakes


def test_towns_come_by_their_people():
    towns = [name for name, _ in towns_within((37.0, 48.3, 38.6, 49.1), 4)]
    assert towns[0] == "Kramatorsk"
    assert "Bakhmut" in [name for name, _ in towns_within((37.9, 48.5, 38.1, 48.7), 1)]
    assert [name for name, _ in towns_within((15.2, -4.4, 15.4, -4.2), 1)] == ["Kinshasa"]
    assert "Kampala" in [name for name, _ in towns_within((32.0, -0.5, 33.0, 0.5), 3)]
    assert towns_within((-40.0, 20.0, -39.0, 21.0), 3) == []
