"""What `config` does: look where settings may stand, print what counts."""

from __future__ import annotations

import os

from counterclaim.commands._claims import FORMATS
from counterclaim.commands._compare_options import one_of
from counterclaim.commands._lines import print_rows
from counterclaim.commands._settings import find_settings, here, pick
from counterclaim.commands._settings_file import KINDS, command_names

HEADS = ("setting", "value", "from")
USUAL = "not set"


def list_settings(command: str | None, output: str, width: int | None) -> None:
    """Print all settings as one command has them, or those that are for all."""
    one_of("--format", output, FORMATS)
    if command is not None:
        one_of("COMMAND", command, command_names())
    settings = find_settings(here(), os.environ)
    chosen = {name: pick(settings, name, command or "") for name in KINDS}
    rows = [(n, str(s.value), s.origin) if s else (n, None, USUAL) for n, s in chosen.items()]
    print_rows(HEADS, rows, output, width)
