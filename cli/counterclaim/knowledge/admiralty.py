"""The user's own grading of sources, and the rule by which claims are graded (Admiralty code)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.overlay_files import read_checked
from counterclaim.records import Problem, Source
from counterclaim.resources import data_path

NOT_JUDGED = "F"


@dataclass(frozen=True, slots=True)
class Ratings:
    """Letters A to F by the name, the side and the kind of a source, as the user gives them."""

    sources: Mapping[str, str]
    sides: Mapping[str, str]
    kinds: Mapping[str, str]

    def reliability(self, source: Source) -> str:
        """Give the letter of a source: its own, else its side's, else its kind's, else F.

        >>> Ratings({}, {"russia": "D"}, {}).reliability(Source("TASS", "organisation", "russia"))
        'D'
        """
        named = self.sources.get(source.name.casefold())
        side = self.sides.get(source.side.casefold()) if source.kind != "narrator" else None
        return named or side or self.kinds.get(source.kind, NOT_JUDGED)


def read_registry(path: Path) -> tuple[Ratings, list[Problem]]:
    """Read a registry of sources; its mistakes are told with line and column."""
    content, problems = read_checked(path, "admiralty")
    given = content if isinstance(content, dict) and not problems else {}
    return Ratings(*(_letters(given.get(key)) for key in ("sources", "sides", "kinds"))), problems


@cache
def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = read_yaml(data_path("comparison", "admiralty.yaml"))
    return rows


def credibility(agree: int, conflict: int) -> str:
    """Grade a claim by the number of other origins that say the same, or collide with it.

    >>> credibility(2, 0), credibility(0, 1), credibility(0, 0)
    ('1', '4', '6')
    """
    return next(
        str(row["credibility"])
        for row in _rows()
        if _fits(row["agree"], agree) and _fits(row["conflict"], conflict)
    )


def _fits(limits: Mapping[str, str], number: int) -> bool:
    return int(limits.get("at_least", number)) <= number <= int(limits.get("at_most", number))


def _letters(rows: list[dict[str, str]] | None) -> dict[str, str]:
    return {row["name"].casefold(): row["reliability"] for row in rows or ()}
