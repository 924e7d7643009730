"""What the documents say is what the program does."""

from __future__ import annotations

import re
import shutil

import pytest

from counterclaim.app import COMMANDS
from man_pages import man_pages
from regenerate_docs import DEMO, MAN, MARKED, PAGES, SAMPLE, regenerate


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_the_documents_show_is_what_the_program_prints(page):
    text = page.read_text("utf-8")
    assert regenerate(text) == text, "run make docs"


def test_the_manual_pages_are_made_of_the_help_of_today():
    assert {path.name: path.read_text("utf-8") for path in MAN.iterdir()} == man_pages()


@pytest.mark.parametrize("page", sorted(MAN.iterdir()), ids=lambda page: page.name)
def test_a_manual_page_is_set_without_a_warning(page):
    if not shutil.which("groff"):
        pytest.skip("groff is not here")
    import subprocess

    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z", str(page)],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_every_command_is_in_the_docs():
    marked = MARKED.finditer(PAGES[1].read_text("utf-8"))
    assert [m[2] or "" for m in marked] == ["", *COMMANDS]


def test_the_demo_shown_is_the_demo_that_make_runs(root):
    makefile = (root / "Makefile").read_text("utf-8")
    recipe = re.search(r"^demo:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)[1]
    values = dict(re.findall(r"^(\w+) \?= (.*)$", makefile, re.MULTILINE))
    run = re.sub(r"\$\((\w+)\)", lambda m: values.get(m[1], m[0]), recipe)
    assert [line.strip() for line in run.splitlines()] == [f"$(BIN)/{line}" for line in DEMO]
    assert (root / SAMPLE).exists()


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


def test_the_site_has_every_page(root):
    nav = re.findall(r": ([\w-]+\.md)$", (root / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert sorted(nav) == sorted(page.name for page in (root / "docs").glob("*.md"))


@pytest.mark.parametrize("page", ["README.md", "docs/first-minutes.md", "docs/recipes.md"])
def test_commands_and_options_that_the_documents_name_are_there(root, page):
    import typer

    from counterclaim.app import build_app

    known = typer.main.get_command(build_app()).commands
    line = r"^(?: {4}|\$ )(?:.*\| )?(?:counterclaim )?(ingest|compare|(?<=counterclaim )\w+) ?(.*)$"
    for command, rest in re.findall(line, (root / page).read_text("utf-8"), re.MULTILINE):
        options = {option for p in known[command].params for option in p.opts}
        told = re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest.partition(" #")[0].partition(" |")[0])
        assert set(told) <= options, f"{page}: {command} {rest}"


def test_the_site_is_built_without_a_warning(root, tmp_path):
    pytest.importorskip("material", reason="mkdocs-material is not installed")
    import subprocess
    import sys

    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(tmp_path)]
    subprocess.run(build, cwd=root, check=True)
    assert (tmp_path / "first-minutes.html").is_file()
