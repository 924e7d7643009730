"""A file of settings: what may stand in it, and where it is wrong."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from counterclaim.records.positions import Mark, SourceText, file_problem
from counterclaim.records.problem import Problem

PATH, WORD, NUMBER, FLAG = "path", str, int, bool
KINDS: dict[str, Any] = {
    "ledger": PATH,
    "knowledge": PATH,
    "admiralty": PATH,
    "format": WORD,
    "color": WORD,
    "width": NUMBER,
    "jobs": NUMBER,
    "port": NUMBER,
    "quiet": FLAG,
    "verbose": FLAG,
    "evidence": FLAG,
    "reviewed": FLAG,
    "reviewer": WORD,
    "text-column": WORD,
    "date-column": WORD,
}
"""Every setting by its option, and what its value is."""

_AT = re.compile(r" \(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True, slots=True)
class Setting:
    """One value, where it is from, and the command that it is for; None: all that have it."""

    name: str
    value: Any
    origin: str
    command: str | None = None


class SettingsError(Exception):
    """A file of settings that cannot be used; its argument is the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def command_names() -> list[str]:
    """The names of the commands: each has a module of that name here."""
    import pkgutil  # noqa: PLC0415 most people have no such file

    from counterclaim import commands  # noqa: PLC0415

    names = (module.name for module in pkgutil.iter_modules(commands.__path__))
    return sorted(name.rstrip("_") for name in names if name[0] != "_")


def read_settings(path: Path, within: Path | None = None) -> list[Setting]:
    """The settings of one file. Raises `SettingsError`."""
    import tomllib  # noqa: PLC0415 most people have no such file

    try:
        text = path.read_text("utf-8")
        values = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(file_problem("CC090", str(path), f"cannot be read: {error}")) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(_no_toml(path, text, str(error))) from error
    except RecursionError as error:
        raise SettingsError(_no_toml(path, text, "it is nested too deeply")) from error
    file = _File(path, text, within)
    return [*_settings(file, values, command_names())]


def _no_toml(path: Path, text: str, message: str) -> Problem:
    at = _AT.search(message)
    source, what = SourceText(str(path), text), _AT.sub("", message)
    mark = Mark(int(at[1]), int(at[2])) if at else Mark(1, 1)
    return source.problem("CC090", f"it is not TOML: {what}", mark)


@dataclass(frozen=True, slots=True)
class _File:
    """A file of settings; one within a folder may name nothing outside of it: it may have come with
    that folder from anywhere."""

    path: Path
    text: str
    within: Path | None

    def refuse(self, key: str, message: str) -> SettingsError:
        """The error that points at a key."""
        source = SourceText(str(self.path), self.text)
        found = re.search(rf"(?m)^[ \t]*\[?[\"']?({re.escape(key)})\b", self.text)
        mark = replace(source.mark(found.start(1)), width=len(key)) if found else Mark(1, 1)
        return SettingsError(source.problem("CC090", message, mark))


def _settings(
    file: _File, values: Mapping[str, Any], commands: Collection[str]
) -> Iterator[Setting]:
    for key, value in values.items():
        if isinstance(value, dict) and key in commands:
            for inner, given in value.items():
                yield Setting(inner, _checked(file, inner, given), str(file.path), key)
        elif isinstance(value, dict):
            raise file.refuse(key, f"`{key}` is no command{_near(key, commands)}")
        else:
            yield Setting(key, _checked(file, key, value), str(file.path))


def _near(key: str, known: Collection[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 only for a name that is not there

    near = get_close_matches(key, known, n=1)
    return f": did you mean `{near[0]}`?" if near else ""


def _checked(file: _File, key: str, value: Any) -> Any:
    kind = KINDS.get(key)
    if isinstance(value, str) and "\0" in value:
        raise file.refuse(key, f"`{key}` holds a NUL")
    if kind is None:
        raise file.refuse(key, f"`{key}` is no setting{_near(key, KINDS)}")
    wanted = str if kind is PATH else kind
    if type(value) is not wanted:
        words = {str: "a text", int: "a number", bool: "true or false"}
        raise file.refuse(key, f"`{key}` is {words[wanted]}")
    return _path(file, key, value) if kind is PATH else value


def _path(file: _File, key: str, value: str) -> str:
    if file.within is None:
        return str(Path(value).expanduser())
    named = file.within / value
    inside = Path(os.path.realpath(named)).is_relative_to(os.path.realpath(file.within))
    if not value.strip() or not inside:
        raise file.refuse(key, f"`{key}` leads out of the folder of this file")
    with suppress(ValueError):
        return str(named.relative_to(Path.cwd()))
    return str(named)
