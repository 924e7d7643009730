"""The manual pages of the program, made of its help: one of the whole, one of each command."""

from __future__ import annotations

import re
from typing import Any

import typer

from counterclaim import __version__
from counterclaim.app import COMMANDS, build_app

NAME = "counterclaim"


def man_pages() -> dict[str, str]:
    """All pages by the names of their files."""
    app: Any = typer.main.get_command(build_app())
    pages = {f"{NAME}.1": _overview(app.help)}
    for name in COMMANDS:
        pages[f"{NAME}-{name}.1"] = _command(name, app.commands[name])
    return pages


def _overview(text: str) -> str:
    listed = [line for name in COMMANDS for line in _entry(f"{NAME}-{name}(1)", COMMANDS[name])]
    return _page(
        NAME,
        _first(text),
        f"{NAME} COMMAND ...",
        _paragraphs(text),
        [".SH COMMANDS", *listed],
    )


def _command(name: str, command: Any) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    shape = " ".join([f"{NAME} {name}", "[OPTIONS]", *(_metavar(p) for p in arguments)])
    further: list[str] = []
    for heading, parameters in (("ARGUMENTS", arguments), ("OPTIONS", options)):
        if parameters:
            further += [f".SH {heading}", *(line for p in parameters for line in _parameter(p))]
    summary = COMMANDS[name]
    return _page(f"{NAME}-{name}", summary, shape, _paragraphs(command.help), further)


def _page(name: str, summary: str, shape: str, text: list[str], further: list[str]) -> str:
    head = f'.TH "{name.upper()}" "1" "" "{NAME} {__version__}" "User Commands"'
    lines = [head, ".SH NAME", f"{_plain(name)} \\- {_plain(summary.rstrip('.'))}"]
    lines += [".SH SYNOPSIS", _plain(shape), ".SH DESCRIPTION", *text, *further]
    lines += [".SH EXIT STATUS"]
    for code, meaning in STATUS:
        lines += _entry(code, meaning)
    others = [other for other in (NAME, f"{NAME}-ingest", f"{NAME}-compare") if other != name]
    lines += [".SH SEE ALSO", _plain(", ".join(f"{other}(1)" for other in others))]
    return "\n".join(lines) + "\n"


STATUS = (
    ("0", "Done."),
    ("1", "The data has problems."),
    ("2", "Wrong usage, or an input that cannot be read."),
    ("3", "A fault of the program."),
    ("130", "Interrupted."),
)


def _first(text: str) -> str:
    return text.split("\n\n", maxsplit=1)[0].replace("\n", " ").strip()


def _paragraphs(text: str) -> list[str]:
    """A help text in paragraphs; what it does not fold stays as it is."""
    lines: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        if paragraph.lstrip().startswith("\b"):
            kept = paragraph.replace("\b", "").strip("\n").splitlines()
            lines += [".PP", ".nf", *map(_plain, kept), ".fi"]
        else:
            lines += [".PP", _plain(" ".join(paragraph.split()))]
    return lines


def _parameter(parameter: Any) -> list[str]:
    if parameter.param_type_name == "argument":
        return _entry(_metavar(parameter), parameter.help)
    names = ", ".join([*parameter.opts, *parameter.secondary_opts])
    value = "" if parameter.is_flag else f" {_metavar(parameter)}"
    variable = f" Variable: {parameter.envvar}." if parameter.envvar else ""
    default = parameter.default
    shown = default is not None and default is not False and not callable(default)
    usual = f" Default: {getattr(default, 'value', default)}." if shown else ""
    return _entry(f"{names}{value}", f"{parameter.help}{usual}{variable}")


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _entry(term: str, text: str) -> list[str]:
    return [".TP", rf"\fB{_plain(term)}\fR", _plain(text)]


def _plain(text: str) -> str:
    """Words as they are in roff: a hyphen is one, and no line begins an order."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{escaped}" if escaped[:1] in (".", "'") else escaped
