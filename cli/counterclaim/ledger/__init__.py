"""A folder of articles and records: atomic writes, ids, reading back."""

from counterclaim.ledger.corrections import Correction
from counterclaim.ledger.find import find_ledger
from counterclaim.ledger.ids import article_id, text_sha256
from counterclaim.ledger.printings import adopt
from counterclaim.ledger.read import read_article, read_ledger, read_record
from counterclaim.ledger.write import (
    Written,
    foresee_article,
    same_text,
    tidy,
    write_article,
    write_record,
)

__all__ = [
    "Correction",
    "Written",
    "adopt",
    "article_id",
    "find_ledger",
    "foresee_article",
    "read_article",
    "read_ledger",
    "read_record",
    "same_text",
    "text_sha256",
    "tidy",
    "write_article",
    "write_record",
]
