"""The tables of the registry, a line for each: states, armed groups, people, outlets, wars.

They are turned into rows of the form that `data/actors/*.yaml` and `data/sides.yaml` have, so that
everything behind them reads one form. Several values of a cell are parted by `;`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from counterclaim.knowledge.load import read_tsv
from counterclaim.knowledge.names import POSSESSIVE, fold
from counterclaim.resources import data_path

Row = dict[str, Any]
_PLAIN = ("type", "since", "until")
_NO_STATE = ("independent", "unknown")
_FIGHT = ("armed_group", "military")


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell: ``values("AA; ULA") == ("AA", "ULA")``."""
    return tuple(value.strip() for value in cell.split(";") if value.strip())


def slug(name: str) -> str:
    """A name as an id: ``slug("Côte d'Ivoire") == "cote-divoire"``."""
    return "-".join(key for key in fold(name) if key != POSSESSIVE).lower()


def own_side(row: dict[str, str]) -> str:
    """The side of a state where it fights: what its line says, else its name.

    >>> own_side({"name": "South Sudan", "side": "independent", "party": ""})
    'south_sudan'
    """
    if row["party"]:
        return row["party"]
    return row["side"] if row["side"] not in _NO_STATE else slug(row["name"]).replace("-", "_")


@cache
def country_rows() -> tuple[dict[str, str], ...]:
    """The lines of data/actors/countries.tsv."""
    return tuple(read_tsv(data_path("actors", "countries.tsv")))


def state_rows() -> Iterator[Row]:
    """Every state as an organisation that acts."""
    for row in country_rows():
        yield {
            "id": slug(row["name"]),
            "name": row["name"],
            "kind": "organisation",
            "type": "state",
            "side": row["side"],
            "country": row["iso2"],
        }


def _dated(cell: str) -> str | list[dict[str, str]]:
    """A side, or several with their dates: `a@..2024-12-08; b@2024-12-08..`."""
    periods = []
    for value in values(cell):
        side, _, dates = value.partition("@")
        since, _, until = dates.partition("..")
        bounds = {"since": since, "until": until}
        periods.append({"side": side} | {k: v for k, v in bounds.items() if v})
    return cell if "@" not in cell else periods


def _common(line: dict[str, str]) -> Row:
    row: Row = {key: line[key] for key in _PLAIN if line.get(key)}
    row |= {key: list(values(line[key])) for key in ("names", "weak") if line.get(key)}
    return row


@cache
def group_rows() -> tuple[Row, ...]:
    """The armed groups of data/actors/groups.tsv. One without a side is a side of its own."""
    return tuple(_groups())


def _groups() -> Iterator[Row]:
    sides = {row["iso2"]: row["side"] for row in country_rows()}
    for line in read_tsv(data_path("actors", "groups.tsv")):
        row = {"kind": "organisation", "type": "armed_group", **_common(line)}
        row |= {"id": line["id"], "name": line["name"], "country": line["country"] or None}
        row["force"] = row["type"] in _FIGHT
        side = sides[line["country"]] if line["side"] == "state" else line["side"]
        yield row | {"side": _dated(side or line["id"].replace("-", "_"))}


def outlet_rows(states: dict[str, str]) -> Iterator[Row]:
    """The media, monitors and bodies of data/sources/world.tsv: third parties, but for those of a
    state, which are its own. `states`: the ids of the states by country (ISO 2)."""
    sides = {row["iso2"]: row["side"] for row in country_rows()}
    for line in read_tsv(data_path("sources", "world.tsv")):
        row = {"kind": "organisation", "type": "outlet", **_common(line)}
        row |= {"id": line["id"], "name": line["name"], "country": line["country"] or None}
        owned = line["side"] == "state"
        side = sides[line["country"]] if owned else line["side"]
        if owner := states[line["country"]] if owned else line["owner"]:
            row["owner"] = owner
        yield row | {"side": _dated(side or _NO_STATE[0])}


def state_ids(bodies: dict[str, Row]) -> dict[str, str]:
    """The id of each state by its country (ISO 2), among the rows of a registry."""
    of_name = {row["name"]: row["id"] for row in bodies.values() if row["type"] == "state"}
    known = ((row["iso2"], of_name.get(row["name"])) for row in country_rows())
    return {iso2: ident for iso2, ident in known if ident}


def people_rows(bodies: dict[str, Row]) -> Iterator[Row]:
    """The people of data/actors/people.tsv, with every office of theirs; without a side of their
    own they are of that of their first office. `bodies`: the rows that `at` may name.

    `at` is an id, a country (ISO 2), or a place they govern (`=Kherson`).
    """
    states = {iso2: bodies[ident] for iso2, ident in state_ids(bodies).items()}
    of_country = {row["iso2"]: row for row in country_rows()}
    people: dict[str, Row] = {}
    for line in read_tsv(data_path("actors", "people.tsv")):
        state = states.get(line["at"])
        at = state["id"] if state else line["at"]
        body = state or bodies.get(at, {})
        person = people.setdefault(line["name"], {"kind": "person", **_common(line)})
        for key in ("since", "until"):
            person.pop(key, None)
        person.setdefault("id", slug(line["name"]))
        person.setdefault("name", line["name"])
        person.setdefault("country", line["country"] or body.get("country"))
        home = body or of_country.get(line["country"], {})
        person.setdefault("side", _dated(line["side"]) if line["side"] else home.get("side"))
        person.setdefault("type", "official" if state else _kind_of(body))
        if line["role"]:
            person.setdefault("affiliations", []).append(_office(line, at))
    yield from people.values()


def _kind_of(body: Row) -> str:
    kind = body.get("type", "official")
    return kind if kind in _FIGHT else "official"


def _office(line: dict[str, str], at: str) -> Row:
    where = {"place": at[1:]} if at.startswith("=") else {"organisation": at}
    dates = {key: line[key] for key in ("since", "until") if line[key]}
    return {"role": line["role"], **where, **dates}


def war_rows() -> Row:
    """What data/wars.tsv says, in the form of data/sides.yaml: sides, conflicts, opposed, allied.

    `fronts`: `a+b/c,d` sets a and b, who are allied, against c and d, who are not; several are
    parted by `;`, and one may have dates of its own (`a/b@2015..2019-03`).
    """
    out: Row = {"sides": [], "conflicts": [], "opposed": [], "allied": []}
    out["sides"] = [{"id": own_side(r), "name": r["name"]} for r in country_rows()]
    for row in group_rows():
        if row["side"] == row["id"].replace("-", "_"):
            out["sides"].append({"id": row["side"], "name": row["name"]})
    states = {own_side(row): row["iso2"] for row in country_rows()}
    home = {row["iso2"]: own_side(row) for row in country_rows()}
    for line in read_tsv(data_path("wars.tsv")):
        fronts = [_front(cell, line) for cell in values(line["fronts"])]
        parties = list(dict.fromkeys(s for front in fronts for camp in front[0] for s in camp))
        war: Row = {key: line[key] for key in ("id", "name")}
        war |= {key: line[key] for key in ("since", "until", "rebels") if line[key]}
        war |= {"parties": parties}
        war["countries"] = {states[s]: s for s in parties if s in states}
        war["countries"] |= dict(pair.split("=") for pair in values(line["of"]))
        if line["home"]:
            war["state"] = war["countries"].get(line["home"], home[line["home"]])
        war["contested"] = {iso2: [""] for iso2 in war["countries"]} | _contested(line["contested"])
        out["conflicts"].append(war)
        for camps, allies, dates in fronts:
            out["opposed"] += [{"pair": [a, b], **dates} for a in camps[0] for b in camps[1]]
            out["allied"] += [{"pair": list(pair), **dates} for pair in allies]
    return out


def _contested(cell: str) -> dict[str, list[str]]:
    """The regions of countries in which two sides have officials; all of one without any: `LY` is
    `{"LY": ["*"]}`, `SY:01+04` is `{"SY": ["01", "04"]}`."""
    pairs = (value.partition(":") for value in values(cell))
    return {iso2: codes.split("+") if codes else ["*"] for iso2, _, codes in pairs}


def _front(
    cell: str, war: dict[str, str]
) -> tuple[tuple[list[str], list[str]], list[tuple[str, str]], dict[str, str]]:
    """Both camps of a front, the pairs that are allied in them, and when it stood."""
    camps, _, dates = cell.partition("@")
    since, _, until = dates.partition("..")
    bounds = {"since": since or war["since"], "until": until or war["until"]}
    left, right = (camp.replace(" ", "") for camp in camps.split("/"))
    allies = []
    for group in ",".join((left, right)).split(","):
        together = group.split("+")
        allies += [(a, b) for i, a in enumerate(together) for b in together[i + 1 :]]
    sides = tuple(camp.replace("+", ",").split(",") for camp in (left, right))
    return (sides[0], sides[1]), allies, {key: value for key, value in bounds.items() if value}
