"""Every error has a code, an input that causes it, a golden output and a paragraph in the docs.

A folder `CC011/` holds `command` (what a person types there), its input, and `expected.txt`.
"""

import re
import shutil
import sys
from pathlib import Path

import pytest

from counterclaim.articles import read_articles
from counterclaim.articles.lines import read_lines
from counterclaim.commands._check import CheckOptions, check_paths
from counterclaim.commands._settings import find_settings
from counterclaim.commands._settings_file import SettingsError
from counterclaim.commands._show import ShowOptions, show_name
from counterclaim.presentation.problems import render_problem
from counterclaim.records.codes import CODES

HERE = Path(__file__).parent
FOLDERS = sorted(folder for folder in HERE.glob("CC*"))


@pytest.fixture
def type_in(tmp_path, monkeypatch, capsys):
    """Type the command of a folder in a copy of it; give back what is printed and the exit code."""

    def run(folder: Path) -> tuple[str, int]:
        work = tmp_path / folder.name
        shutil.copytree(folder, work)
        if folder.name == "CC004":  # nobody wants 20 MB in a repository
            with (work / "large.yaml").open("wb") as file:
                file.truncate(20_500_000)
        if folder.name == "CC066":  # as where the package is not installed
            monkeypatch.setitem(sys.modules, "trafilatura", None)
        monkeypatch.chdir(work)
        command, *words = (work / "command").read_text().split()
        if command == "check":
            code = check_paths(CheckOptions(words, color="never", width=80))
            return capsys.readouterr().out, code
        if command == "show":
            code = show_name(ShowOptions(words[0], words[-1], color="never", width=80))
            return capsys.readouterr().err, code
        if command == "config":
            return told_of_settings(), 2
        # The other two load the parser once they have read their input; here only that is read.
        items = read_articles(words) if command == "ingest" else read_lines(words[-1])
        return "".join(render_problem(item, 80) + "\n" for item in items), 2

    return run


def told_of_settings():
    with pytest.raises(SettingsError) as told:
        find_settings(Path(), {})
    return render_problem(told.value.problem, 80) + "\n"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_an_error_is_told_like_this(folder, type_in):
    printed, code = type_in(folder)
    assert printed == (folder / "expected.txt").read_text()
    assert f" {folder.name} " in printed
    unreadable = folder.name in {"CC001", "CC020", "CC042", "CC082", "CC090"}
    unreadable = unreadable or "CC060" <= folder.name < "CC080"
    assert code == (2 if unreadable else 1)


def test_every_code_has_an_input():
    assert [folder.name for folder in FOLDERS] == list(CODES)


def test_every_code_has_its_paragraph(root):
    page = (root / "docs" / "errors.md").read_text()
    headings = re.findall(r"^### (CC\d{3}) (.+)$", page, re.MULTILINE)
    assert headings == [(code.code, code.title) for code in CODES.values()]
    paragraphs = re.split(r"^### .+$", page, flags=re.MULTILINE)[1:]
    for code, paragraph in zip(CODES, paragraphs, strict=True):
        for part in ("What", "Why", "What to do"):
            assert f"**{part}.**" in paragraph, (code, part)


@pytest.mark.parametrize(
    "path", sorted(Path(HERE.parents[1], "cli").rglob("*.py")), ids=lambda path: path.name
)
def test_no_code_is_used_that_is_not_explained(path):
    assert set(re.findall(r'"(CC\d{3})"', path.read_text())) <= set(CODES)
