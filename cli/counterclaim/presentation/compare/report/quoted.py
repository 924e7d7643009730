"""The words of a claim as its article has them: in quotation marks only as far as it quotes."""

from __future__ import annotations

import re

from counterclaim.presentation.compare.words import bracketed_subject, one_line, quote
from counterclaim.records import Claim

_STRAIGHT = re.compile('"([^"]*)"')


def said_as_written(claim: Claim) -> str:
    """Give a claim's words, in quotation marks only as far as they stand so in the article.

    >>> said_as_written(claim)     # said indirectly, with one phrase quoted
    'its forces controlled “more than 80%” of Orikhiv'
    """
    if claim.quotation == "direct":
        return bracketed_subject(claim) + quote(claim.text)
    return bracketed_subject(claim) + marks_kept(claim.text)


def marks_kept(words: str) -> str:
    """Give words with the quotation marks that they have, the straight ones curled; a quotation
    that begins before the words, or goes on behind them, is closed.

    >>> marks_kept('more than "80%"'), marks_kept("it “made it possible")
    ('more than “80%”', 'it “made it possible”')
    """
    curled = _STRAIGHT.sub(r"“\1”", one_line(words))
    first, last = curled.find("”"), curled.rfind("“")
    opened = "“" if first >= 0 and "“" not in curled[:first] else ""  # quoted from before them on
    closed = "”" if last >= 0 and "”" not in curled[last:] else ""
    return f"{opened}{curled}{closed}"
