"""The one place where consoles are made: colour, width and what may reach a terminal."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 120
NARROWEST = 20
COLOR_CHOICES = ("auto", "always", "never")

_CONTROLS: dict[int, int] = {
    **{code: 0x2400 + code for code in range(0x20)},  # ␀ ␁ ␂ …: one sign for one character
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    # Orders of writing direction make a line read as what it does not say; a BOM hides.
    **dict.fromkeys([0x061C, 0x200E, 0x200F, 0xFEFF, *range(0x202A, 0x202F)], 0xFFFD),
    **dict.fromkeys(range(0x2066, 0x206A), 0xFFFD),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
    0x2028: 0x20,
    0x2029: 0x20,
}
_VISIBLE = {code: sign for code, sign in _CONTROLS.items() if code not in (0x09, 0x0A)}
_VISIBLE[0x09] = 0x20  # a tab has no width that a table could count with
_LINE_END = re.compile("\r\n")


def clean(text: str) -> str:
    r"""Take out of `text` whatever could steer a terminal.

    Control characters become their pictures, orders of writing direction and stray surrogates
    become the replacement character, tabs become spaces. Line feeds stay, CRLF becomes LF;
    everything else is replaced one for one, so offsets into a line stay true.

    >>> clean("Shelling\x1b[31m of Orikhiv")
    'Shelling␛[31m of Orikhiv'
    """
    return _LINE_END.sub("\n", text).translate(_VISIBLE)


def count_cells(text: str) -> int:
    """Count the columns a text takes: East Asian signs take two, combining ones none.

    >>> count_cells("Зоря"), count_cells("基辅")
    (4, 4)
    """
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def wants_color(color: str, *, tty: bool, environ: Mapping[str, str]) -> bool:
    """Whether to send any ANSI at all: `--color` wins, then TERM=dumb, NO_COLOR, FORCE_COLOR.

    >>> wants_color("auto", tty=False, environ={"FORCE_COLOR": "1", "NO_COLOR": "1"})
    False
    """
    if color != "auto":
        return color == "always"
    if environ.get("TERM") == "dumb" or environ.get("NO_COLOR"):
        return False
    if forced := environ.get("FORCE_COLOR"):
        return forced not in ("0", "false")
    return tty


def choose_width(width: int | None, *, tty: bool, environ: Mapping[str, str]) -> int | None:
    """Choose the number of columns to fill; None: ask the terminal.

    >>> choose_width(None, tty=False, environ={})
    120
    """
    if width is not None:
        return max(width, NARROWEST)
    columns = environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return max(int(columns), NARROWEST)
    return None if tty else PIPED_WIDTH


def fold(line: str, width: int | None, indent: int = 0) -> list[str]:
    """Fold a line that is too long for `width` columns between words; what goes over is indented
    by as much as the line and `indent` more. None: it stays as it is.

    >>> fold("stance  denies: it is so", 16, 8)
    ['stance  denies:', '        it is so']
    """
    if width is None or len(line) <= width:
        return [line]
    from textwrap import wrap  # noqa: PLC0415 start-up stays quick

    over = " " * (len(line) - len(line.lstrip()) + indent)
    return wrap(line, width, subsequent_indent=over, break_on_hyphens=False, break_long_words=False)


def _color_system(environ: Mapping[str, str]) -> Literal["standard", "256", "truecolor"]:
    """Read off the environment alone what can be shown, so that pipes get the same."""
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "truecolor"
    return "256" if "256" in environ.get("TERM", "") else "standard"


def _is_tty(stream: Any) -> bool:
    try:
        return bool(stream.isatty())
    except (AttributeError, ValueError):
        return False


def _speak_utf8(stream: Any) -> None:
    """Output is UTF-8 whatever the locale says: half the names here are not ASCII."""
    encoding = (getattr(stream, "encoding", None) or "utf-8").lower().replace("_", "-")
    if encoding not in ("utf-8", "utf8") and hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _make(stream: Any, color: str, width: int | None, *, stderr: bool) -> Console:
    from rich.console import Console  # noqa: PLC0415

    _speak_utf8(stream)
    tty = _is_tty(stream)
    styled = wants_color(color, tty=tty, environ=os.environ)
    return Console(
        stderr=stderr,
        width=choose_width(width, tty=tty, environ=os.environ),
        force_terminal=styled,
        color_system=_color_system(os.environ) if styled else None,
        no_color=False,  # decided above: rich would still send bold under NO_COLOR
        markup=False,  # "[red]" in an article is words, not an order
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def make_consoles(color: str = "auto", width: int | None = None) -> tuple[Console, Console]:
    """Make the consoles for standard output and standard error.

    `color` is "auto", "always" or "never"; `width` overrides `COLUMNS` and the terminal. Without
    colour no ANSI is sent at all. Neither console reads markup: style with `rich.text.Text`.

    >>> out, err = make_consoles(color="never", width=80)
    >>> out.width
    80
    """
    if color not in COLOR_CHOICES:
        raise ValueError(f"color is {color!r}: use one of {', '.join(COLOR_CHOICES)}")
    return (
        _make(sys.stdout, color, width, stderr=False),
        _make(sys.stderr, color, width, stderr=True),
    )
