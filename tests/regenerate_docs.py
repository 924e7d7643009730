"""Write the help texts of all commands into docs/commands.md: ``make docs``.

The text around them is written by hand; what stands between a pair of marks is replaced:

    <!-- help: compare -->
    ...
    <!-- end -->
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
BLOCK = re.compile(r"<!-- help: ?(?P<command>[a-z]*) -->\n.*?<!-- end -->", re.DOTALL)


def regenerate(page: str) -> str:
    """Return the page with every help block as the program prints it today, at 80 columns."""
    return BLOCK.sub(lambda match: block(match["command"]), page)


def block(command: str) -> str:
    """Return one marked help block."""
    return f"<!-- help: {command} -->\n```text\n{help_text(command)}```\n<!-- end -->"


def help_text(command: str) -> str:
    """Return what ``counterclaim COMMAND --help`` prints."""
    arguments = [command] if command else []
    done = subprocess.run(
        [sys.executable, "-m", "counterclaim", *arguments, "--help"],
        env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


if __name__ == "__main__":
    PAGE.write_text(regenerate(PAGE.read_text("utf-8")), "utf-8")
