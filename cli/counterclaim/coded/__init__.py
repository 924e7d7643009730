"""Coded rows: what a dataset of events, or a table of casualties, says beside the articles.

They are one more voice in a comparison: never truth, and never a part of the ledger.
"""

from counterclaim.coded.rows import Coded, NotCodedError, read_coded

__all__ = ["Coded", "NotCodedError", "read_coded"]
