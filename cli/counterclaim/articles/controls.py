"""Control characters and halves of characters in a text: a few are dirt and are replaced, many mean
that it is no text."""

from __future__ import annotations

import re

from counterclaim.records.characters import C0, C1, SURROGATES
from counterclaim.records.positions import SourceText
from counterclaim.records.problem import Problem

_PAGE_BREAK, _NEXT_LINE = 0x0C, 0x85  # they stand between the lines of real texts
_CODES = [code for code in (*C0, *C1, *SURROGATES) if code not in (_PAGE_BREAK, _NEXT_LINE)]
_CONTROL = re.compile(f"[{''.join(map(chr, _CODES))}]")
_FEW = 20  # a page saved badly has some
_SHARE = 0.01  # of all characters; in a picture or an archive a third are controls


def replace_controls(text: str, file: str) -> tuple[str, Problem | None] | Problem:
    r"""The text with a sign in the place of each control character, and a warning that tells of
    them; a problem when there are so many that it is no text. Offsets stay what they are.

    What Windows-1252 has in that place is taken for it, as browsers do (WHATWG HTML, 13.2.5.80):
    copy that was decoded wrongly on its way keeps its quotation marks. Else the sign is U+FFFD.

    >>> replace_controls("\x93We held,\x94 he said.\x07", "a.txt")[0]
    '“We held,” he said.\ufffd'
    """
    found = _CONTROL.findall(text)
    if not found:
        return text, None
    source, first = SourceText(file, text), _CONTROL.search(text)
    mark = source.mark(first.start() if first else 0)
    name = f"U+{ord(found[0]):04X}"
    if len(found) > max(_FEW, _SHARE * len(text)):
        return source.problem("CC003", f"control character {name}: is it a text?", mark)
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    message = f"control character {name} is replaced{more}"
    warning = source.problem("CC003", message, mark, "look at the text that is stored")
    return _CONTROL.sub(lambda control: _sign(control[0]), text), warning


def _sign(control: str) -> str:
    return (
        bytes([ord(control)]).decode("cp1252", "replace")
        if "\x80" <= control <= "\x9f"
        else "\ufffd"
    )
