"""The agency whose report an article prints: credited in its dateline, its byline or at its end."""

from __future__ import annotations

import re
from functools import cache

from counterclaim.knowledge.inputs import input_data
from counterclaim.knowledge.registry import load_registry

_HEAD, _TAIL = 6, 8  # lines
_WIDEST = 600  # code points of a line at the end that may carry a credit
_EDGES = " \t*_#>|•·.()[]"
_BETWEEN = re.compile(r"(?:,| and|/|, and| &) ?")


def find_wire(text: str, *credited: str | None) -> str | None:
    r"""The agencies that an article credits, by their names in the registry; `credited` is what its
    form says of author and outlet.

    >>> find_wire("KYIV, May 7 (Reuters) - Shells fell.\n\nThe AP contributed to this report.")
    'Reuters, Associated Press'
    """
    lines = [line.strip(_EDGES) for line in text.splitlines() if line.strip(_EDGES)]
    found: dict[str, None] = {}
    for names in filter(None, credited):
        found.update(dict.fromkeys(_agencies(names)))
    for key, some in (("head", lines[:_HEAD]), ("tail", lines[_HEAD:][-_TAIL:] or lines[1:])):
        for line in some:
            for pattern in _patterns(key):
                if named := pattern.fullmatch(line[-_WIDEST:]):
                    found.update(dict.fromkeys(_agencies(named["agency"])))
    return ", ".join(found) or None


def _agencies(names: str) -> list[str]:
    """Which agencies some words name."""
    entries = [load_registry().find(name.strip()) for name in _BETWEEN.split(names) if name.strip()]
    return [e.name for e in entries if e and e.id in input_data("credits")["agencies"]]


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    names = sorted(_spellings(), key=len, reverse=True)
    one = rf"(?:the )?(?:{'|'.join(map(re.escape, names))})"
    several = rf"(?P<agency>{one}(?:(?:,? and |, ?|/| & ){one}){{0,3}})"
    rows = input_data("credits")[key]
    return tuple(re.compile(row.replace("{agency}", several), re.I | re.S) for row in rows)


def _spellings() -> set[str]:
    known = load_registry().entries
    entries = [known[i] for i in input_data("credits")["agencies"] if i in known]
    return {name for e in entries for name in (e.name, *e.names)}
