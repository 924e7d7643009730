"""Settings: what options are when nobody gives them, from the environment and from two files.

An option that is given comes first, then a variable `COUNTERCLAIM_…`, then the nearest
`counterclaim.toml` here or further up, then the file of the user. They say how the program reads
and prints; what is asked for, and what is told of an article, is never a setting.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from counterclaim.commands._settings_file import KINDS, Setting, read_settings

PROJECT = "counterclaim.toml"


def find_settings(folder: Path, environ: Mapping[str, str]) -> list[Setting]:
    """All settings that there are, those that win first. Raises `SettingsError`.

    >>> find_settings(Path("/case"), {"COUNTERCLAIM_FORMAT": "json"})[0].origin
    'COUNTERCLAIM_FORMAT'
    """
    found = [
        Setting(name, value, variable)
        for name in KINDS
        if (value := environ.get(variable := f"COUNTERCLAIM_{name.upper().replace('-', '_')}"))
    ]
    for near in (folder, *folder.parents):
        if os.path.isfile(near / PROJECT):  # noqa: PTH113 a Path raises where it may not look
            found += read_settings(near / PROJECT, within=near)
            break
    own = user_file(environ)
    if own is not None and os.path.isfile(own):  # noqa: PTH113
        found += read_settings(own)
    return found


def here() -> Path:
    """The current folder; nobody's where somebody has removed it."""
    try:
        return Path.cwd()
    except OSError:
        return Path(os.sep)


def user_file(environ: Mapping[str, str]) -> Path | None:
    """The file of the user; a relative folder in the variable does not count."""
    folder = environ.get("XDG_CONFIG_HOME", "")
    if os.path.isabs(folder):  # noqa: PTH117
        return Path(folder) / "counterclaim" / "config.toml"
    home = environ.get("HOME") or environ.get("USERPROFILE")
    return Path(home) / ".config" / "counterclaim" / "config.toml" if home else None


def pick(settings: list[Setting], name: str, command: str) -> Setting | None:
    """The setting that counts for an option of a command: of one file its own comes first."""
    fit = [s for s in settings if s.name == name and s.command in (None, command)]
    if not fit:
        return None
    return max((s for s in fit if s.origin == fit[0].origin), key=lambda s: s.command is not None)


def defaults(command: Any, name: str, settings: list[Setting]) -> dict[str, Any]:
    """The settings as Click takes them, for a command or for each of a group."""
    if hasattr(command, "commands"):
        return {sub: defaults(inner, sub, settings) for sub, inner in command.commands.items()}
    made: dict[str, Any] = {}
    if name == "config":  # it tells what is set, and must do so whatever is
        return made
    for parameter in command.params:
        for option in parameter.opts:
            chosen = pick(settings, option.lstrip("-"), name)
            if chosen is not None and option.startswith("--"):
                made[parameter.name] = chosen.value
    return made
