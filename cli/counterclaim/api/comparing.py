"""Claims compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from counterclaim import comparison, records
from counterclaim.api.ledgers import Ledger
from counterclaim.commands._places import Atlas, take_about
from counterclaim.comparison import World, compare_claims
from counterclaim.comparison.selection import Wanted
from counterclaim.comparison.views.showing import show_only
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.sides import load_sides
from counterclaim.ledger.index.shelf import Shelf, WholeShelf, take_down


class UnknownPlaceError(LookupError):
    """No place has the name that is asked for; `suggestions` are spelled much alike."""

    def __init__(self, place: str, suggestions: list[str]) -> None:
        near = f": did you mean {', '.join(suggestions)}?" if suggestions else ""
        super().__init__(f"no place is known as “{place}”{near}")
        self.suggestions = suggestions


@dataclass(frozen=True, slots=True)
class Comparison(comparison.Comparison):
    """Competing claims: `questions` with a verdict each, and the `relations` of every pair."""

    def to_dict(self) -> dict[str, Any]:
        """What `compare --format json` prints (`schemas/compare_output.schema.json`)."""
        from counterclaim.presentation.compare.as_json import to_object  # noqa: PLC0415

        return to_object(self)

    def to_dicts(self) -> list[dict[str, Any]]:
        """One flat row for each claim under each question, with its verdict."""
        from counterclaim.presentation.compare.flat import to_rows  # noqa: PLC0415

        return to_rows(self)

    def _repr_html_(self) -> str:
        from counterclaim.presentation.notebook import comparison_html  # noqa: PLC0415

        return comparison_html(self, load_sides().side_name)


def compare(
    claims: Ledger | Iterable[records.Record],
    place: str | None = None,
    *,
    near: float | None = None,
    topic: str | None = None,
    sides: Iterable[str] = (),
    sources: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
    reviewed: bool = False,
) -> Comparison:
    """Compare claims about a place in any spelling; without one, all of the ledger or records.

    Verdicts rest on all claims of the place and the days, also those that `topic`, `sides` (their
    ids) and `sources` do not show. `near` is in km. Raises `UnknownPlaceError`.

    >>> compare(open_ledger("case"), place="bakhmut").questions[0].verdict
    'disputed'
    """
    wanted = Wanted(None, near, topic, frozenset(sides), tuple(sources), since, until)
    if isinstance(claims, Ledger):
        return take_down(claims.path, lambda shelf: _compare(shelf, place, wanted, reviewed))[0]
    ordered = sorted(claims, key=lambda record: record.article.id)
    return _compare(WholeShelf(ordered), place, wanted, reviewed)


def _compare(shelf: Shelf, place: str | None, wanted: Wanted, reviewed: bool) -> Comparison:
    atlas = Atlas()
    world = World(load_rules(), load_sides(), atlas)
    asked = None
    if place is None:
        found = shelf.records()
    else:
        asked, found = take_about(shelf, place, wanted, world, atlas)
        if asked is None:
            raise UnknownPlaceError(place, atlas.suggest(place))
    atlas.learn(found)
    made = compare_claims(
        found,
        world,
        place=asked,
        near=wanted.near,
        since=wanted.since,
        until=wanted.until,
        reviewed=reviewed,
    )
    shown = show_only(made, wanted)
    return Comparison(*(getattr(shown, field.name) for field in fields(shown)))
