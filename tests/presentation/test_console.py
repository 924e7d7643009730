"""What reaches a terminal, a pipe, a log."""

import io
import sys

import pytest
from rich.table import Table
from rich.text import Text

from counterclaim.presentation.console import choose_width, clean, make_consoles, wants_color

VARIABLES = ("NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM", "COLUMNS", "CLICOLOR_FORCE")


class Stream(io.StringIO):
    """A stand-in for a terminal or a pipe."""

    def __init__(self, *, tty: bool) -> None:
        super().__init__()
        self.tty = tty

    def isatty(self) -> bool:
        return self.tty


@pytest.fixture
def say(monkeypatch):
    """Print a bold red word to a terminal or a pipe and give back what arrived."""

    def run(*, tty: bool, color: str = "auto", **environ: str) -> str:
        for name in VARIABLES:
            monkeypatch.delenv(name, raising=False)
        for name, value in {"TERM": "xterm-256color", **environ}.items():
            monkeypatch.setenv(name, value)
        stream = Stream(tty=tty)
        monkeypatch.setattr(sys, "stdout", stream)
        out, _ = make_consoles(color)
        out.print(Text("DISPUTED", style="bold red"))
        return stream.getvalue()

    return run


def test_a_terminal_gets_colour(say):
    assert say(tty=True) == "\x1b[1;31mDISPUTED\x1b[0m\n"


@pytest.mark.parametrize(
    ("tty", "color", "environ"),
    [
        (False, "auto", {}),
        (True, "never", {}),
        (True, "never", {"FORCE_COLOR": "1"}),
        (True, "auto", {"NO_COLOR": "1"}),
        (True, "auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}),
        (True, "auto", {"TERM": "dumb"}),
        (True, "auto", {"TERM": "dumb", "FORCE_COLOR": "1"}),
        (True, "auto", {"FORCE_COLOR": "0"}),
    ],
)
def test_no_ansi_at_all(say, tty, color, environ):
    assert say(tty=tty, color=color, **environ) == "DISPUTED\n"


@pytest.mark.parametrize(
    ("tty", "color", "environ"),
    [
        (False, "always", {}),
        (False, "always", {"NO_COLOR": "1"}),
        (False, "always", {"TERM": "dumb"}),
        (False, "auto", {"FORCE_COLOR": "1"}),
        (True, "auto", {"NO_COLOR": ""}),
    ],
)
def test_ansi_where_it_was_asked_for(say, tty, color, environ):
    assert "\x1b[1;31m" in say(tty=tty, color=color, **environ)


def test_color_choices_are_told():
    with pytest.raises(ValueError, match="auto, always, never"):
        make_consoles("sometimes")


@pytest.mark.parametrize(
    ("width", "tty", "environ", "expected"),
    [
        (None, False, {}, 120),
        (None, True, {}, None),
        (None, False, {"COLUMNS": "160"}, 160),
        (None, True, {"COLUMNS": "160"}, 160),
        (None, False, {"COLUMNS": "wide"}, 120),
        (None, False, {"COLUMNS": "0"}, 120),
        (90, False, {"COLUMNS": "160"}, 90),
        (3, True, {}, 20),
    ],
)
def test_width(width, tty, environ, expected):
    assert choose_width(width, tty=tty, environ=environ) == expected


def test_wants_color_takes_the_option_first():
    assert wants_color("always", tty=False, environ={"NO_COLOR": "1", "TERM": "dumb"})
    assert not wants_color("never", tty=True, environ={"FORCE_COLOR": "1"})


def test_words_of_an_article_are_not_markup(capsys):
    out, _ = make_consoles("never", 60)
    table = Table(box=None)
    table.add_column("[bold]words[/bold]")
    table.add_row("[red]Lyman[/red] :smile: fell")
    out.print(table)
    out.print("[link=x]said[/link]")
    assert [line.strip() for line in capsys.readouterr().out.splitlines()] == [
        "[bold]words[/bold]",
        "[red]Lyman[/red] :smile: fell",
        "[link=x]said[/link]",
    ]


def test_errors_go_to_standard_error(capsys):
    _, err = make_consoles("never")
    err.print("wrote 12 records")
    assert capsys.readouterr() == ("", "wrote 12 records\n")


def test_utf8_whatever_the_locale(monkeypatch):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    out, _ = make_consoles("never")
    out.print("“Харків”")
    stream.flush()
    assert raw.getvalue().decode("utf-8") == "“Харків”\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain “words”, Харків, 東京 and 💥", "plain “words”, Харків, 東京 and 💥"),
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("a\x00b\x7fc\x9bd", "a␀b␡c�d"),
        ("user\u202egnp.exe", "user�gnp.exe"),
        ("\u2066isolated\u2069", "�isolated�"),
        ("two\r\nlines\rhere\n", "two\nlines␍here\n"),
        ("tab\tstop", "tab stop"),
        ("\udcff.txt", "�.txt"),
    ],
)
def test_clean(text, expected):
    assert clean(text) == expected
