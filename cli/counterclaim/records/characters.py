"""Characters that steer what shows a text instead of being read: controls and writing direction.

They come in with articles, ledgers, paths and options. A terminal obeys them, so none may reach
one as it is: tables show a sign in their place (`presentation.console.clean`), JSON and YAML
write their number, which means the same to every reader of the format.
"""

from __future__ import annotations

import json
import re
from typing import Any

C0 = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F)
"""ASCII controls but for the tab and the line breaks."""

C1 = tuple(range(0x80, 0xA0))
"""The controls of 8-bit terminals: U+009B begins an escape sequence by itself."""

DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Orders of writing direction (Unicode Technical Report 36): a line reads as it does not stand."""

BREAKS = (0x2028, 0x2029)
"""Line breaks that few programs count, so that rows and columns go wrong."""

SURROGATES = range(0xD800, 0xE000)
"""Halves of characters. They stand for bytes of a name that is not UTF-8."""

BYTE_ORDER_MARK = 0xFEFF
"""Has no width and no meaning inside a text: it only hides."""

_NUMBERED = (0x7F, *C1, *DIRECTION, *BREAKS, *SURROGATES, BYTE_ORDER_MARK)
_NUMBERABLE = re.compile(f"[{''.join(map(chr, _NUMBERED))}]")
_STEERING = re.compile(f"[{''.join(map(chr, (*C0, *_NUMBERED)))}]")


def steers(text: str) -> bool:
    r"""Whether a text has a character that a terminal would obey or hide.

    >>> steers("Shelling of Orikhiv"), steers("Shelling\x9b31m of Orikhiv")
    (False, True)
    """
    return _STEERING.search(text) is not None


def number(text: str) -> str:
    r"""Write the steering characters of a text as ``\uXXXX``. The text is one in which that stands
    for the character: JSON, or YAML that has such characters only between double quotes.

    >>> number('{"title": "Orikhiv\x9b"}')
    '{"title": "Orikhiv\\u009b"}'
    """
    return _NUMBERABLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def dump_json(value: Any, indent: int | None = None) -> str:
    r"""Write a value as JSON in which nothing steers a terminal; other scripts stand as they are.

    >>> dump_json({"name": "Оріхів", "note": "\u202e"})
    '{"name": "Оріхів", "note": "\\u202e"}'
    """
    return number(json.dumps(value, ensure_ascii=False, indent=indent))
