"""Whether the files of a registry fit together: what a schema of one file cannot say."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from counterclaim.knowledge.names import Key, fold
from counterclaim.records.positions import Path
from counterclaim.records.schema import Finding

_NEEDED = ("kind", "type", "side")


@dataclass(slots=True)
class Known:
    """The ids that may be referred to, and the shipped rows; `seen` and `names` grow: ids with
    their file, names with their id."""

    sides: frozenset[str]
    bodies: frozenset[str]
    shipped: Mapping[str, Mapping[str, Any]]
    entries: frozenset[str]
    seen: dict[str, str] = field(default_factory=dict)
    names: dict[Key, str] = field(default_factory=dict)


def find_entry_errors(content: Mapping[str, Any], file: str, known: Known) -> Iterator[Finding]:
    """What does not fit in one file of actors or sources: ids and names given twice, sides,
    organisations and bodies that nobody defines, dates out of order or off the calendar."""
    defaults = content.get("defaults", {})
    yield from _row(defaults, ("defaults",), known)
    for index, row in enumerate(content["entries"]):
        path: Path = ("entries", index)
        whole = {**known.shipped.get(row["id"], {}), **defaults, **row}
        for key in _NEEDED:
            if key not in whole:
                yield Finding(path, "CC021", f"`{key}` is missing: {row['id']} is new", at_key=True)
        if row["id"] in known.seen:
            message = f"id {row['id']} is given twice, first in {known.seen[row['id']]}"
            yield Finding((*path, "id"), "CC032", message, "keep one of the two")
        known.seen.setdefault(row["id"], file)
        yield from _row(row, path, known)
        yield from _names(row, path, known)


def find_side_errors(content: Mapping[str, Any], known: Known) -> Iterator[Finding]:
    """What does not fit in a file of sides: sides that are in no list, dates out of order."""
    for index, war in enumerate(content.get("conflicts", ())):
        path: Path = ("conflicts", index)
        for key in ("state", "rebels"):
            yield from _side(war.get(key), (*path, key), known)
            if war.get(key) and war[key] not in war["parties"]:
                message = f"`{key}` is no party: {war[key]}"
                yield Finding((*path, key), "CC080", message, "add it to `parties`")
        for iso2, side in war["countries"].items():
            yield from _side(side, (*path, "countries", iso2), known)
        for place, side in enumerate(war["parties"]):
            yield from _side(side, (*path, "parties", place), known)
        yield from _dates(war, path)
    for key in ("opposed", "allied"):
        for index, row in enumerate(content.get(key, ())):
            for place, side in enumerate(row["pair"]):
                yield from _side(side, (key, index, "pair", place), known)
            yield from _dates(row, (key, index))
    for index, row in enumerate(content.get("patrons", ())):
        yield from _side(row["side"], ("patrons", index, "side"), known)


def find_word_errors(value: Any, path: Path = ()) -> Iterator[Finding]:
    """Words of a file of offices that no text can be compared with: "—", "of the"."""
    if isinstance(value, dict):
        for key in value:
            yield from find_word_errors(value[key], (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from find_word_errors(item, (*path, index))
    elif isinstance(value, str) and not fold(value):
        yield _wordless(path, value)


def _row(row: Mapping[str, Any], path: Path, known: Known) -> Iterator[Finding]:
    side = row.get("side")
    if isinstance(side, str):
        yield from _side(side, (*path, "side"), known)
    for index, period in enumerate(side if isinstance(side, list) else ()):
        yield from _side(period["side"], (*path, "side", index, "side"), known)
        yield from _dates(period, (*path, "side", index))
    for index, office in enumerate(row.get("affiliations", ())):
        at: Path = (*path, "affiliations", index)
        yield from _defined(office.get("organisation"), (*at, "organisation"), known.entries)
        yield from _dates(office, at)
    yield from _defined(row.get("owner"), (*path, "owner"), known.entries)
    yield from _defined(row.get("body"), (*path, "body"), known.bodies)
    yield from _dates(row, path)


def _names(row: Mapping[str, Any], path: Path, known: Known) -> Iterator[Finding]:
    places: list[tuple[Path, str]] = [((*path, "name"), row["name"])]
    places += [((*path, "names", i), name) for i, name in enumerate(row.get("names", ()))]
    for at, name in places:
        key = fold(name)
        if not key:
            yield _wordless(at, name)
        elif known.names.setdefault(key, row["id"]) != row["id"]:
            message = f"`{name}` is also a name of {known.names[key]}"
            yield Finding(at, "CC081", message)
    for index, name in enumerate(row.get("weak", ())):
        if not fold(name):
            yield _wordless((*path, "weak", index), name)


def _wordless(path: Path, name: str) -> Finding:
    return Finding(path, "CC025", f"no letter or digit in `{name}`", "write a word")


def _side(side: str | None, path: Path, known: Known) -> Iterator[Finding]:
    yield from _defined(side, path, known.sides)


def _defined(name: str | None, path: Path, names: frozenset[str]) -> Iterator[Finding]:
    if name is None or name in names:
        return
    what = path[-1] if path[-1] in ("organisation", "body", "owner") else "side"
    near = get_close_matches(name, sorted(names), n=1)
    hint = f"did you mean `{near[0]}`?" if near else ""
    yield Finding(path, "CC080", f"no {what} has the id {name}", hint)


def _dates(row: Mapping[str, Any], path: Path) -> Iterator[Finding]:
    for key in ("since", "until", "rebels_until"):
        if key in row and not _exists(row[key]):
            yield Finding((*path, key), "CC026", f"there is no {row[key]}")
    since, until = row.get("since"), row.get("until")
    if since and until and since > until:
        message = f"ends on {until}, before it begins on {since}"
        yield Finding((*path, "until"), "CC034", message, "exchange since and until")


def _exists(date: str) -> bool:
    """Whether there is such a year, month or day: ``_exists("2023-02-29")`` is False."""
    year, month, day = (int(part) for part in (date + "-01-01")[:10].split("-"))
    return year > 0 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
