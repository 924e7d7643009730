"""Who claims what, since when, through whom, and where do the claims collide?

What Python programs may rely on is named here; `docs/python.md` promises it. Nothing is loaded
before it is used, so that `import counterclaim` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from counterclaim.version import __version__

if TYPE_CHECKING:
    from counterclaim.api import (
        Comparison,
        Ledger,
        NotReadError,
        Record,
        UnknownPlaceError,
        compare,
        open_ledger,
        read,
    )

__all__ = [
    "Comparison",
    "Ledger",
    "NotReadError",
    "Record",
    "UnknownPlaceError",
    "__version__",
    "compare",
    "open_ledger",
    "read",
]


def __getattr__(name: str) -> Any:
    """What `counterclaim.api` has, loaded when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 only when asked for

    return getattr(import_module("counterclaim.api"), name)


def __dir__() -> list[str]:
    """The names that are promised, for completion."""
    return list(__all__)
