"""What Python programs may rely on: articles read, ledgers opened, claims compared."""

from counterclaim.api.comparing import Comparison, UnknownPlaceError, compare
from counterclaim.api.ledgers import Ledger, open_ledger
from counterclaim.api.reading import NotReadError, Record, read

__all__ = [
    "Comparison",
    "Ledger",
    "NotReadError",
    "Record",
    "UnknownPlaceError",
    "compare",
    "open_ledger",
    "read",
]
