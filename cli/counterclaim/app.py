"""The command line: registers the commands and keeps the promises common to all of them.

Exit codes: 0 done, 1 the data has problems, 2 wrong usage or unreadable input, 3 our bug,
130 interrupted. Typer answers 2 and 130 itself; this module adds 3.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from counterclaim.version import __version__

if TYPE_CHECKING:
    import typer

    from counterclaim.commands._settings_file import Setting

COMMANDS = {
    "ingest": "Articles in, event records out.",
    "compare": "Competing claims, side by side.",
    "check": "What is wrong with records, and where.",
    "show": "An article with its claims, or one record.",
    "explain": "Why two records compare as they do.",
    "list": "Places, articles, sources, sides or topics.",
    "find": "Claims by their words.",
    "stats": "How much a ledger holds.",
    "serve": "A ledger in the browser, on this machine.",
    "export": "Claims for other programs, in their formats.",
    "import": "Corrections that come back from another program.",
    "review": "Claims accepted, corrected or rejected, one by one.",
    "fmt": "Record files in order, comments kept.",
    "reingest": "All articles read again, after an upgrade.",
    "merge": "Shares that were read apart into one ledger.",
    "place": "Which place a spelling means.",
    "config": "Settings, their values and where each is from.",
    "annotate": "One layer over lines of any text.",
}
"""The commands in the order in which a newcomer meets them, each with its line in the overview."""

BARE = ("compare", "check", "stats", "serve", "reingest", "fmt", "review", "config")
"""Those of them that do something without an argument."""

_OVERVIEW = """\
Who claims what about a place at war, since when, through whom, and where the claims collide.

\b
Example:
  counterclaim ingest article.txt --published 2023-01-25
  counterclaim compare --place bakhmut

--version or -V prints the version, help COMMAND what --help does. With any command --debug shows
the traceback of an internal error; --json, --csv and --html are short for --format json and so on.
Long answers on a terminal go through $PAGER; --no-pager prints them.
"""

_SETTINGS = {"help_option_names": ["-h", "--help"]}
_COMPARE_NOTE = (
    "ImageMagick also has a program named compare: where that one answers, "
    "type `counterclaim compare`, which always works."
)


def main() -> None:
    """The program ``counterclaim``: ``counterclaim compare --place bakhmut``."""
    _run("counterclaim", build_app)


def ingest_main() -> None:
    """The program ``ingest``: ``ingest article.txt`` is ``counterclaim ingest article.txt``."""
    _run("ingest", lambda: _single("ingest"))


def compare_main() -> None:
    """The program ``compare``: ``compare --place bakhmut``."""
    _run("compare", lambda: _single("compare"))


def build_app() -> typer.Typer:
    """The Typer app with every command."""
    app = _new_app()
    app.callback(help=_OVERVIEW)(_no_options)
    for name in COMMANDS:
        _register(app, name)
    return app


def _single(name: str) -> typer.Typer:
    """An app with one command, which Typer runs without asking for its name."""
    app = _new_app()
    _register(app, name)
    return app


def _new_app() -> typer.Typer:
    import typer  # noqa: PLC0415 `--version` must not pay for it

    return typer.Typer(
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=_SETTINGS,
        add_completion=True,
    )


def _register(app: typer.Typer, name: str) -> None:
    """Add one command. Those that cannot do anything without an argument answer with their help."""
    epilog = _COMPARE_NOTE if name == "compare" else None
    bare_is_help = name not in BARE
    app.command(name, short_help=COMMANDS[name], epilog=epilog, no_args_is_help=bare_is_help)(
        _command(name)
    )


def _command(name: str) -> Callable[..., None]:
    """The function behind a command, which lives in a module of the same name; Python keeps some
    names for itself."""
    from importlib import import_module  # noqa: PLC0415 `--version` must not pay for it
    from keyword import iskeyword  # noqa: PLC0415

    own = f"{name}_" if iskeyword(name) else name
    function: Callable[..., None] = getattr(import_module(f"counterclaim.commands.{own}"), own)
    return function


def _no_options() -> None:
    """The program itself has only options that are taken care of before Typer: see `_run`."""


def _run(name: str, build: Callable[[], typer.Typer]) -> None:
    """Run an app under the rules for all: UTF-8, quiet pipes, every failure in one line."""
    given, paged = _take_no_pager(_take_debug(sys.argv[1:]))
    arguments = _in_full(given, name)
    if arguments[:1] == ["--show-completion"] and len(arguments) == 2:
        os.environ[f"_{name.upper()}_COMPLETE"] = f"source_{arguments[1]}"
    _prepare_streams()
    code = 0
    try:
        if arguments[:1] in (["--version"], ["-V"]):
            print(f"counterclaim {__version__}")
        else:
            code = _paged(build(), arguments, name) if paged else _answer(build(), arguments, name)
        if sys.stdout is not None:  # None: it was closed before we began
            sys.stdout.flush()
    except KeyboardInterrupt:
        code = 130
    except Exception as error:
        from counterclaim.commands._reporting import (  # noqa: PLC0415 start-up stays quick
            is_output_error,
            say_failure,
        )

        code = _say_unwritable(error) if is_output_error(error) else say_failure(error)
    if code:
        sys.exit(code)


def _paged(app: typer.Typer, arguments: list[str], name: str) -> int:
    """Run a command; on a terminal a pager shows what is longer than that."""
    from counterclaim.commands._pager import paging  # noqa: PLC0415 `--version` must not pay for it

    with paging(arguments if name == "counterclaim" else [name, *arguments]):
        return _answer(app, arguments, name)


def _answer(app: typer.Typer, arguments: list[str], name: str) -> int:
    """Run a command. Wrong usage is told as Click tells it, but without what steers a terminal."""
    import typer  # noqa: PLC0415 `--version` must not pay for it

    # Releases of typer differ in whose Click they use, so its errors are found from one of them.
    wrong_usage: Any = typer.BadParameter.__base__.__base__  # type: ignore[union-attr]
    settings = _settings()
    if isinstance(settings, int):
        return settings
    try:
        code = app(
            args=arguments,
            prog_name=name,
            standalone_mode=False,
            default_map=_defaults(app, name, settings),
        )
    except typer.Abort:
        return 130
    except wrong_usage as error:
        _say_usage(error, arguments, settings)
        return int(error.exit_code)
    return code if isinstance(code, int) else 0


def _settings() -> list[Setting] | int:
    """The settings that there are, or the exit code where they cannot be used."""
    from counterclaim.commands._settings import find_settings, here  # noqa: PLC0415
    from counterclaim.commands._settings_file import SettingsError  # noqa: PLC0415

    try:
        return find_settings(here(), os.environ)
    except SettingsError as error:
        from counterclaim.commands._reporting import say_problems  # noqa: PLC0415

        return say_problems([error.problem])


def _defaults(app: typer.Typer, name: str, settings: list[Setting]) -> dict[str, Any] | None:
    if not settings:
        return None
    import typer  # noqa: PLC0415

    from counterclaim.commands._settings import defaults  # noqa: PLC0415

    return defaults(typer.main.get_command(app), name, settings)


def _say_usage(error: Any, arguments: list[str], settings: list[Setting]) -> None:
    """Tell what was wrong, and where a value is from that nobody has typed."""
    from io import StringIO  # noqa: PLC0415

    from counterclaim.presentation.console import clean  # noqa: PLC0415

    told = StringIO()
    error.show(told)
    sys.stderr.write(clean(told.getvalue()))
    if hint := _called_otherwise(arguments):
        sys.stderr.write(clean(hint))
    option = str(getattr(error, "param_hint", "") or "").strip("'\"")
    typed = any(argument.partition("=")[0] == option for argument in arguments)
    chosen = [s.origin for s in settings if option == f"--{s.name}"]
    if chosen and not typed:
        sys.stderr.write(clean(f"note: {option} is set by {chosen[0]}\n"))


def _called_otherwise(arguments: list[str]) -> str:
    """Name the command that is meant by one of another program."""
    from counterclaim.commands._typed import HOW_TO_REMOVE, OTHERWISE, REMOVE  # noqa: PLC0415

    word = arguments[0] if arguments else ""
    if word in REMOVE:
        return f"help: {HOW_TO_REMOVE}\n"
    meant = OTHERWISE.get(word)
    return f"help: type counterclaim {' '.join([meant, *arguments[1:]])}\n" if meant else ""


def _say_unwritable(error: Exception) -> int:
    """Say that standard output takes nothing more, and keep Python from trying again at the end."""
    reason = getattr(error, "strerror", None) or str(error)
    print(f"counterclaim: cannot write standard output: {reason}", file=sys.stderr)
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 2


def _take_debug(arguments: list[str]) -> list[str]:
    """Take ``--debug`` out wherever it stands, so that it can be added to any failed command."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    kept = [a for a in arguments[:end] if a != "--debug"] + arguments[end:]
    if len(kept) < len(arguments):
        os.environ["COUNTERCLAIM_DEBUG"] = "1"
    return kept


def _take_no_pager(arguments: list[str]) -> tuple[list[str], bool]:
    """Take ``--no-pager`` out wherever it stands; gives whether there may be one."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    kept = [a for a in arguments[:end] if a != "--no-pager"] + arguments[end:]
    return kept, len(kept) == len(arguments)


def _in_full(arguments: list[str], name: str) -> list[str]:
    """What is short for something else, or called so elsewhere, written out: ``help compare``,
    ``--json``.
    """
    if arguments[:1] == ["help"] and name == "counterclaim":
        return [*arguments[1:2], "--help"]
    if not arguments or arguments[0] in ("-V", "--version"):
        return arguments
    from counterclaim.commands._typed import as_meant  # noqa: PLC0415 start-up stays quick

    if name == "counterclaim":
        return as_meant(arguments, COMMANDS)
    return as_meant([name, *arguments], COMMANDS)[1:]


def _prepare_streams() -> None:
    """UTF-8 whatever the locale says; a closed pipe (``… | head``) ends us without a word."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream, errors in (
        (sys.stdin, "surrogateescape"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        reconfigure = getattr(stream, "reconfigure", None)  # absent when a test replaced the stream
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors)
