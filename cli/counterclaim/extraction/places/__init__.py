"""Places of a text: which words name one, which one it is, and whether the event was there."""

from counterclaim.extraction.places.anaphors import anaphor_pattern, is_facility
from counterclaim.extraction.places.finding import (
    annotate_places,
    find_toponyms,
    from_context,
    places_in,
)
from counterclaim.extraction.places.regions import turns_from

__all__ = [
    "anaphor_pattern",
    "annotate_places",
    "find_toponyms",
    "from_context",
    "is_facility",
    "places_in",
    "turns_from",
]
