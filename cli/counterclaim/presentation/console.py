"""The one place where consoles are made: colour, width and what may reach a terminal."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from counterclaim.records.characters import (
    BREAKS,
    BYTE_ORDER_MARK,
    C0,
    C1,
    DIRECTION,
    SURROGATES,
    steers,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.segment import Segment

PIPED_WIDTH = 120
NARROWEST = 20
WIDEST = 2000  # wider than any screen or sheet; a table is laid out in that many columns
COLOR_CHOICES = ("auto", "always", "never")

_VISIBLE: dict[int, int] = {
    **{code: 0x2400 + code for code in C0 if code < 0x20},  # ␀ ␁ ␂ …: one sign for one character
    0x7F: 0x2421,
    **dict.fromkeys([*C1, *DIRECTION, BYTE_ORDER_MARK, *SURROGATES], 0xFFFD),
    **dict.fromkeys(BREAKS, 0x20),
    0x09: 0x20,  # a tab has no width that a table could count with
    0x0D: 0x240D,  # a lone one would go back to the beginning of the line
}
_COLUMNS = re.compile(r"[1-9][0-9]{0,8}")  # another number is not the width of anything
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


def clean_line(text: str) -> str:
    r"""Take out of `text` whatever could steer a terminal, line feeds too: a path may hold one.

    >>> clean_line("case\nnew: 9 claims")
    'case␊new: 9 claims'
    """
    return clean(text).replace("\n", "␊")


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
        return min(max(width, NARROWEST), WIDEST)
    if _COLUMNS.fullmatch(columns := environ.get("COLUMNS", "")):
        return min(max(int(columns), NARROWEST), WIDEST)
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


_terminals: set[Any] = set()


def keep_terminal() -> None:
    """Take standard output for a terminal from now on: what it prints goes to one, by a pager."""
    _terminals.add(sys.stdout)


def _is_tty(stream: Any) -> bool:
    try:
        return stream in _terminals or bool(stream.isatty())
    except (AttributeError, ValueError):
        return False


def _speak_utf8(stream: Any) -> None:
    """Output is UTF-8 whatever the locale says: half the names here are not ASCII."""
    encoding = (getattr(stream, "encoding", None) or "utf-8").lower().replace("_", "-")
    if encoding not in ("utf-8", "utf8") and hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@cache
def _safe_console() -> type[Console]:
    """The class of our consoles: whatever is printed, no text in it steers the terminal. Styles and
    orders of the layout travel apart from the text, so they are not touched."""
    from rich.console import Console  # noqa: PLC0415 start-up stays quick
    from rich.segment import Segment  # noqa: PLC0415

    class SafeConsole(Console):
        def render(self, *args: Any, **options: Any) -> Iterator[Segment]:
            for piece in super().render(*args, **options):
                safe = piece.control or not steers(piece.text)
                yield piece if safe else Segment(clean(piece.text), piece.style)

    return SafeConsole


def _make(stream: Any, color: str, width: int | None, *, stderr: bool) -> Console:
    _speak_utf8(stream)
    tty = _is_tty(stream)
    styled = wants_color(color, tty=tty, environ=os.environ)
    return _safe_console()(
        stderr=stderr,
        width=choose_width(width, tty=tty, environ=os.environ),
        force_terminal=styled,
        color_system=_color_system(os.environ) if styled else None,
        no_color=False,  # decided above: rich would still send bold under NO_COLOR
        markup=False,  # "[red]" in an article is words, not an order
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},  # what it says of colour and width is decided above, and it may say anything
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
