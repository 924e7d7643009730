"""What the documents say is what the program does."""

from __future__ import annotations

import re
import shlex
import shutil

import pytest

from counterclaim.app import COMMANDS
from regenerate_docs import BLOCK, PAGE, regenerate

CONSOLE = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
PROGRAMS = {"counterclaim": [], "ingest": ["ingest"], "compare": ["compare"]}


def test_help_texts_in_the_docs_are_those_of_the_program():
    page = PAGE.read_text("utf-8")
    assert regenerate(page) == page, "run make docs"


def test_every_command_is_in_the_docs():
    page = PAGE.read_text("utf-8")
    assert [m["command"] for m in BLOCK.finditer(page)] == ["", *COMMANDS]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_has_a_help_text(command):
    import typer

    from counterclaim.app import build_app

    for parameter in typer.main.get_command(build_app()).commands[command].params:
        assert getattr(parameter, "help", None), f"{command}: {parameter.name} is not explained"


def test_every_make_target_is_explained(root):
    targets = re.findall(r"^([a-z][a-z-]*):(.*)$", (root / "Makefile").read_text("utf-8"), re.M)
    assert {"demo", "test", "check", "gate", "bench", "data", "model"} <= {t for t, _ in targets}
    assert not [target for target, rest in targets if "##" not in rest]


def test_make_help_lists_the_targets(root):
    if not shutil.which("make"):
        pytest.skip("no make here")
    import subprocess

    listed = subprocess.run(
        ["make", "-s", "help"], cwd=root, capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert "make demo " in listed
    assert "make bench-speed " in listed


def test_links_in_the_docs_lead_somewhere(root):
    pages = [*sorted(root.glob("*.md")), *sorted((root / "docs").rglob("*.md"))]
    for page in pages:
        text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
        for target in re.findall(r"\]\(([^)#\s]+)", text):
            if "://" not in target and not target.startswith("mailto:"):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_output_shown_in_the_readme_is_real(root, python, tmp_path):
    """Commands of ours in ``console`` blocks are run in order, beside a copy of the samples, and
    must print what stands below them. A line of three dots stands for any number of lines."""
    shutil.copytree(root / "data" / "articles", tmp_path / "data" / "articles")
    for command, shown in _commands((root / "README.md").read_text("utf-8")):
        environment, arguments = _split(command)
        if arguments is None:
            assert not shown, f"the output of {command!r} cannot be checked"
            continue
        done = python("-m", "counterclaim", *arguments, env=environment, cwd=tmp_path)
        printed = [line.rstrip() for line in done.stdout.splitlines()]
        assert _same(shown, printed), f"{command}\n" + "\n".join(printed)


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a", "..."], ["a", "b", "c"], True),
        (["...", "c"], ["a", "b", "c"], True),
        (["a"], ["a", "b"], False),
        (["a", "...", "d"], ["a", "b", "c"], False),
    ],
)
def test_three_dots_stand_for_any_lines(shown, printed, same):
    assert _same(shown, printed) is same


def _commands(page):
    """(command, lines shown below it) for every ``$`` line of the console blocks."""
    for block in CONSOLE.findall(page):
        command, shown = None, []
        for line in [*block.splitlines(), "$ "]:
            if line.startswith("$ "):
                if command:
                    yield command, shown
                command, shown = line[2:], []
            else:
                shown.append(line.rstrip())


def _split(command):
    """(environment, arguments) of a command of ours; arguments is None for any other command."""
    words = shlex.split(command)
    environment = {}
    while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
        name, _, value = words.pop(0).partition("=")
        environment[name] = value
    if not words or words[0] not in PROGRAMS:
        return environment, None
    return environment, PROGRAMS[words[0]] + words[1:]


def _same(shown, printed):
    pattern = "".join("(?:.*\n)*?" if s == "..." else re.escape(s) + "\n" for s in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None
