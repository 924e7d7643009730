"""What start-up may cost: the heavy libraries are only loaded by the commands that need them."""

from __future__ import annotations

import pytest

HEAVY = ("spacy", "thinc", "numpy", "jsonschema", "dateutil", "rich.table", "sqlite3")
RUN = """
import sys
sys.argv = ["counterclaim", *{arguments!r}]
from counterclaim.app import main
try:
    main()
except SystemExit:
    pass
print("loaded:", *sorted(sys.modules), file=sys.stderr)
"""


def test_version_loads_next_to_nothing(python):
    loaded = _loaded(python, "--version")
    assert not loaded & {"typer", "rich", "yaml", "click", *HEAVY}


def test_importing_the_package_loads_next_to_nothing(python):
    names = "print(*sorted(sys.modules), file=sys.stderr)"
    loaded = python("-c", f"import sys, counterclaim; {names}").stderr.split()
    assert [name for name in loaded if name.startswith("counterclaim")] == [
        "counterclaim",
        "counterclaim.version",
    ]
    assert not {"typer", "rich", "yaml", *HEAVY} & set(loaded)


def test_comparing_records_never_loads_the_parser(python):
    run = "import sys, counterclaim; counterclaim.compare([]); print(*sys.modules, file=sys.stderr)"
    done = python("-c", run)
    assert done.returncode == 0, done.stderr
    assert not {"spacy", "thinc", "numpy", "typer"} & set(done.stderr.split())


def test_help_loads_nothing_heavy(python):
    assert not _loaded(python, "compare", "--help") & set(HEAVY)


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", "--place", "bakhmut"),
        ("compare", "--place", "bakhmut", "--format", "json"),
        ("check", "."),
        ("show", "no-such-article"),
        ("place", "bakhmut"),
    ],
    ids=" ".join,
)
def test_only_ingest_and_annotate_load_the_parser(python, arguments, tmp_path):
    loaded = _loaded(python, *arguments, cwd=tmp_path)
    assert f"counterclaim.commands.{arguments[0]}" in loaded
    assert not loaded & {"spacy", "thinc", "numpy", "dateutil"}


def test_the_package_never_imports_click(root):
    """Typer brings its own copy; the separate package may not be installed."""
    for path in sorted((root / "cli").rglob("*.py")):
        assert "import click" not in path.read_text("utf-8"), path


def _loaded(python, *arguments, **options):
    done = python("-c", RUN.format(arguments=list(arguments)), **options)
    *_, last = done.stderr.splitlines()
    head, *names = last.split()
    assert head == "loaded:", done.stderr
    return set(names)
