"""Words of an article in Markdown: they stand for themselves, wherever in a line they are."""

from __future__ import annotations

import re

from counterclaim.presentation.compare.flat import escape

_MORE = re.compile(r"[$%=^&{}]")
_OPENING = re.compile(r"^([-+]|\d{1,9}(?=[.)]))")


def inert(words: str) -> str:
    r"""Make words stand for themselves: no mark, list, formula, comment or entity comes of them.

    >>> inert("- a [[link]] &lt;b>"), inert("1. $x$")
    ('\\- a \\[\\[link\\]\\] \\&lt;b\\>', '1\\. \\$x\\$')
    """
    escaped = _MORE.sub(r"\\\g<0>", escape(words))
    opening = _OPENING.match(escaped)
    if opening is None:
        return escaped
    at = opening.end() if opening[0].isdigit() else 0
    return f"{escaped[:at]}\\{escaped[at:]}"
