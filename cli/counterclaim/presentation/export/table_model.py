"""What a column of a table is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the type of its values, what it says, and where it is from. A `date` is
    given in its ISO form."""

    name: str
    kind: type
    says: str
    of: Callable[..., Any]


def text(name: str, says: str, of: Callable[..., Any]) -> Column:
    """A column of words; what is empty is not said."""
    return Column(name, str, says, lambda *item: of(*item) or None)


def day(name: str, says: str, of: Callable[..., Any]) -> Column:
    """A column of whole days, 2023-01-25."""
    return Column(name, date, f"{says}, YYYY-MM-DD", of)


def number(name: str, says: str, of: Callable[..., Any]) -> Column:
    """A column of numbers."""
    return Column(name, float, says, lambda *item: _float(of(*item)))


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)


def flag(name: str, says: str, of: Callable[..., Any]) -> Column:
    """A column of true and false."""
    return Column(name, bool, says, of)
