"""By which version a record was made, and whether anybody has changed it since.

A record carries a digest of what the program wrote, reviews aside: these are kept anyway.
"""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

from counterclaim.records.convert import record_to_dict
from counterclaim.records.model import Record, Review
from counterclaim.version import __version__

_DIGITS = 8


def stamp(record: Record) -> Record:
    """A record as this version of the program writes it.

    >>> stamp(record).article.made_by
    'counterclaim 0.2.0 5f0c61a7'
    """
    made_by = f"counterclaim {__version__} {_digest(record)}"
    return replace(record, article=replace(record.article, made_by=made_by))


def is_untouched(record: Record) -> bool:
    """Tell whether a record is, reviews aside, what the program has written."""
    return (record.article.made_by or "").rpartition(" ")[2] == _digest(record)


def _digest(record: Record) -> str:
    bare = tuple(replace(claim, review=Review()) for claim in record.events)
    plain = record_to_dict(Record(replace(record.article, made_by=None), bare))
    return sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()[:_DIGITS]
