"""Write what the program prints into the documents: ``make docs``.

The text around is written by hand; what stands between a pair of marks is replaced:

    <!-- help: compare -->      <!-- demo -->       <!-- record: words of the claim -->
    ...                         ...                 ...
    <!-- /help -->              <!-- /demo -->      <!-- /record -->

`demo` is what ``make demo`` prints; `record` is the record of the sample that has these words, or
its first one; `rows: quantities/harm.yaml` documents each row of a file of data, `columns: claims`
those of a table that `export` writes. In a `session` the lines after `$` are run, one after
another, in a folder with the files that its page shows (`<!-- file: reports/kyiv.md -->`).
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from counterclaim.knowledge.load import read_yaml
from counterclaim.presentation.export.tables import TABLES
from man_pages import man_pages

ROOT = Path(__file__).resolve().parents[1]
PAGE_NAMES = ("commands", "constructions", "exports", "first-minutes", "concepts", "coded")
PAGES = (
    ROOT / "README.md",
    *(ROOT / "docs" / f"{name}.md" for name in PAGE_NAMES),
)
MAN = ROOT / "docs" / "man"
MARKED = re.compile(
    r"<!-- (help|demo|record|rows|columns|session)(?:: ?(.*?))? ?-->\n(.*?)<!-- /\1 -->", re.DOTALL
)
FILE = re.compile(r"<!-- file: (.+?) -->\n```\w+\n(.*?)```\n<!-- /file -->", re.DOTALL)
PROGRAMS = {"ingest": ("ingest",), "compare": ("compare",), "counterclaim": ()}

SAMPLE = "data/articles/bakhmut.txt"
DEMO = (
    f"counterclaim ingest {SAMPLE} --published 2023-01-25 --ledger demo",
    "counterclaim compare --place bakhmut --ledger demo",
)


def regenerate(page: str) -> str:
    """Return the page with every marked block as the program prints it today."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in FILE.findall(page):
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return MARKED.sub(lambda match: _replace(match, Path(folder)), page)


def _replace(match: re.Match[str], folder: Path) -> str:
    kind, argument = match[1], match[2] or ""
    mark = f"{kind}: {argument}" if argument else kind
    writers: dict[str, Callable[[str], str]] = {
        "help": help_text,
        "demo": demo,
        "record": record,
        "rows": rows,
        "columns": columns,
        "session": lambda _: session(match[3], folder),
    }
    return f"<!-- {mark} -->\n{writers[kind](argument)}<!-- /{kind} -->"


def help_text(command: str) -> str:
    """Return what ``counterclaim COMMAND --help`` prints at 80 columns."""
    return _fenced("text", _run(*command.split(), "--help", columns=80))


def demo(_: str = "") -> str:
    """Return what ``make demo`` prints at 100 columns, from an empty ledger."""
    with _scratch() as folder:
        printed = [f"$ {line}\n{_run(*line.split()[1:], cwd=Path(folder))}" for line in DEMO]
    return _fenced("console", "\n".join(printed))


def session(shown: str, folder: Path) -> str:
    """Return the commands of a block, each with what it prints in `folder`."""
    printed = []
    for line in re.findall(r"^\$ (.*)$", shown, re.MULTILINE):
        program, *arguments = shlex.split(line)
        printed.append(f"$ {line}\n{_run(*PROGRAMS[program], *arguments, cwd=folder)}")
    return _fenced("console", "\n".join(printed))


def record(words: str) -> str:
    """Return the record of the sample whose words contain `words`, as it stands in its file."""
    with _scratch() as folder:
        _run(*DEMO[0].split()[1:], cwd=Path(folder))
        (file,) = Path(folder, "demo", "events").glob("*.yaml")
        _, *records = re.split(r"^(?=- id:)", file.read_text("utf-8"), flags=re.MULTILINE)
    flat = {" ".join(text.split()): text for text in records}
    return _fenced("yaml", next(text for key, text in flat.items() if words in key))


def rows(path: str) -> str:
    """Return a section for each row of a file of data: its words, its paths, what its example
    gives."""
    data = read_yaml(ROOT / "data" / path)
    lists = (group for group in data.values() if isinstance(group, list))
    return "".join(_row(row) for group in lists for row in group if "example" in row)


def columns(name: str) -> str:
    """Return the columns of a table of `export`, each with what it says."""
    table = TABLES[name]
    lines = [f"### {name}", "", table.says, "", "| column | what it says |", "|---|---|"]
    lines += [f"| `{column.name}` | {column.says} |" for column in table.columns]
    return "\n".join(lines) + "\n"


def _row(row: dict[str, Any]) -> str:
    example, *gives = [row["example"]] if isinstance(row["example"], str) else row["example"]
    lines = [f"### `{row['id']}`", "", f"> {example}", "", "→ " + " · ".join(gives), ""]
    told = {key: value for key, value in row.items() if key not in ("id", "example")}
    lines += [f"- {key}: {_in_words(value)}" for key, value in told.items()]
    return "\n".join(lines) + "\n\n"


def _in_words(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key} {_in_words(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(_in_words(item) for item in value)
    return f"`{value}`"


def _run(*arguments: str, columns: int = 100, cwd: Path = ROOT) -> str:
    """Return what the program prints on both streams, without spaces at the ends of lines."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("COUNTERCLAIM_")}
    done = subprocess.run(
        [sys.executable, "-m", "counterclaim", *arguments],
        env={**kept, "COLUMNS": str(columns), "NO_COLOR": "1", "PYTHONUNBUFFERED": "1"},
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
        encoding="utf-8",
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def _scratch() -> tempfile.TemporaryDirectory[str]:
    """Return a folder that looks like the checkout to the demo's commands."""
    folder = tempfile.TemporaryDirectory()
    target = Path(folder.name, SAMPLE)
    target.parent.mkdir(parents=True)
    shutil.copy(ROOT / SAMPLE, target)
    return folder


def _fenced(language: str, text: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```\n"


def main() -> None:
    """Rewrite the marked blocks of all pages, and the manual pages."""
    for page in PAGES:
        text = page.read_text("utf-8")
        if (new := regenerate(text)) != text:
            page.write_text(new, "utf-8")
            print(f"wrote {page.relative_to(ROOT)}")
    for name, text in man_pages().items():
        (MAN / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
