"""The other views of a comparison: over time, sources against sources, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.comparison.views.excluded import Excluded
from counterclaim.comparison.views.matrix import Matrix
from counterclaim.comparison.views.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Views:
    """The views asked for; None: not asked for."""

    timelines: tuple[Timeline, ...] | None = None
    matrix: Matrix | None = None
    excluded: Excluded | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """Name the options that ask for these views."""
        views = {
            "--timeline": self.timelines,
            "--matrix": self.matrix,
            "--excluded": self.excluded,
        }
        return tuple(option for option, view in views.items() if view is not None)

    def __bool__(self) -> bool:
        """Tell whether any view is asked for."""
        return bool(self.options)


NO_VIEWS = Views()
