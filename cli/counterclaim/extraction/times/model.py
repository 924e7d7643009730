"""What a time expression is and what it means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression of the text. Offsets are code points, half open.

    `value` follows TIMEX3 ("2023-01-24TEV", "2022-SU", "P3W", "PRESENT_REF"); what could not be
    resolved keeps X digits there. `earliest` and `latest` are ISO 8601 prefixes at day resolution,
    None where the text leaves that end open or unresolved.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    earliest: str | None = None
    latest: str | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """A resolved expression before it is tied to its words."""

    type: str
    value: str
    earliest: str | None = None
    latest: str | None = None
    precision: str | None = None
    end: int | None = None
    """Where the words end, when a rule takes fewer words than its pattern matched."""
