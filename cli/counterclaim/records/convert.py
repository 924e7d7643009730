"""Records to plain mappings in the order of the contract, and back."""

from __future__ import annotations

from counterclaim.records.reading import RecordShapeError, record_from_dict
from counterclaim.records.writing import article_to_dict, claim_to_dict, record_to_dict

__all__ = [
    "RecordShapeError",
    "article_to_dict",
    "claim_to_dict",
    "record_from_dict",
    "record_to_dict",
]
