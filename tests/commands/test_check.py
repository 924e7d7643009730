"""`counterclaim check` as a person or a script calls it."""

import hashlib
import json
import re
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from counterclaim.app import build_app

ARTICLE = "Convoy halted\n\nThe governor said shells fell on Orikhiv on Tuesday.\n"
SHA = hashlib.sha256(ARTICLE.encode()).hexdigest()
ID = f"2023-03-14-convoy-halted-{SHA[:8]}"
RECORD = f"""\
schema: counterclaim/1
article:
  id: {ID}
  sha256: {SHA}
  file: convoy.txt
  title: Convoy halted
  published: '2023-03-14'
events:
- id: {ID}#01
  text: shells fell on Orikhiv
  spans: [[33, 55]]
  quotation: indirect
  stance: asserts
  source:
    name: Governor
    kind: person
  event:
    type: shelling
"""


@pytest.fixture
def cli(monkeypatch):
    """The program, run in this process: the quick way."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "COUNTERCLAIM_LEDGER"):
        monkeypatch.delenv(name, raising=False)
    app = build_app()

    def run(*words, cwd=None):
        if cwd is not None:
            monkeypatch.chdir(cwd)
        done = CliRunner().invoke(app, words, catch_exceptions=False)
        return SimpleNamespace(returncode=done.exit_code, stdout=done.stdout, stderr=done.stderr)

    return run


@pytest.fixture
def ledger(tmp_path):
    """A ledger with one good record."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "data" / "events").mkdir()
    (tmp_path / "data" / "articles" / f"{ID}.txt").write_text(ARTICLE)
    (tmp_path / "data" / "events" / f"{ID}.yaml").write_text(RECORD)
    return tmp_path / "data"


def spoil(ledger, old="stance: asserts", new="stance: assert"):
    path = ledger / "events" / f"{ID}.yaml"
    path.write_text(RECORD.replace(old, new))
    return path


def test_a_good_ledger(cli, ledger):
    run = cli("check", str(ledger))
    assert (run.returncode, run.stdout) == (0, "")
    assert run.stderr == "1 file checked, no problems\n"


def test_the_nearest_ledger_is_checked_without_a_name(cli, ledger):
    spoil(ledger)
    run = cli("check", cwd=ledger.parent)
    assert run.returncode == 1
    assert run.stdout.startswith(f"data/events/{ID}.yaml:13:11: CC024 ")


def test_a_problem_has_place_code_line_caret_and_help(cli, ledger):
    path = spoil(ledger)
    run = cli("check", path.name, cwd=path.parent)
    assert run.returncode == 1
    assert run.stdout == (
        f'{ID}.yaml:13:11: CC024 `stance` cannot be "assert"\n'
        "      stance: assert\n"
        "              ~~~~~^\n"
        "help: did you mean `asserts`?\n"
    )
    assert run.stderr == "1 file checked, 1 problem in 1\n"


def test_a_file_of_a_ledger_is_compared_with_its_article(cli, ledger):
    path = spoil(ledger, "[[33, 55]]", "[[32, 54]]")
    assert ":10:9: CC030 " in cli("check", str(path)).stdout
    alone = ledger.parent / "alone.yaml"
    alone.write_text(path.read_text())
    assert cli("check", str(alone)).returncode == 0


def test_places_and_predicates_are_looked_up(cli, ledger):
    path = spoil(ledger, "type: shelling", "type: sheling")
    place = "  places:\n  - {name: X, mention: Orikhiv, span: [48, 55], id: 'geonames:1'}\n"
    path.write_text(path.read_text() + place)
    codes = re.findall(r" (CC\d{3}) ", cli("check", str(path)).stdout)
    assert codes == ["CC039", "CC035"]


def test_json(cli, ledger):
    path = spoil(ledger)
    run = cli("check", "--format", "json", "-q", str(path))
    assert (run.returncode, run.stderr) == (1, "")
    assert json.loads(run.stdout) == [
        {
            "file": str(path),
            "line": 13,
            "col": 11,
            "code": "CC024",
            "message": '`stance` cannot be "assert"',
            "help": "did you mean `asserts`?",
        }
    ]


def test_json_of_nothing(cli, ledger):
    run = cli("check", "--format", "json", str(ledger))
    assert (run.returncode, run.stdout) == (0, "[]\n")


def test_all_problems_of_all_files_are_told(cli, ledger):
    spoil(ledger)
    (ledger / "events" / "0.yaml").write_bytes(b"\xff\xfe")
    (ledger / "articles" / "0.txt").write_text("x")
    run = cli("check", str(ledger), "missing.yaml")
    codes = re.findall(r": (CC\d{3}) ", run.stdout)
    assert sorted(codes) == ["CC001", "CC002", "CC024"]
    assert run.returncode == 2


@pytest.mark.parametrize("name", ["missing.yaml", "empty"])
def test_what_cannot_be_read_at_all(cli, tmp_path, name):
    (tmp_path / "empty").mkdir()
    run = cli("check", name, cwd=tmp_path)
    assert run.returncode == 2
    assert run.stdout.startswith(f"{name}: CC0")


@pytest.mark.parametrize("option", ["--format", "--color"])
def test_a_choice_that_is_none(cli, ledger, option):
    run = cli("check", str(ledger), option, "xml")
    assert run.returncode == 2
    assert "choose from" in run.stderr


def test_colour_only_where_it_is_asked_for(cli, ledger):
    spoil(ledger)
    assert "\x1b" not in cli("check", str(ledger)).stdout
    assert "\x1b[1;31mCC024" in cli("check", str(ledger), "--color", "always").stdout


def test_hostile_words_do_not_reach_the_terminal(cli, ledger):
    path = spoil(ledger, "kind: person", "kind: '[red]\u202ex'")
    (ledger / "events" / "a\x1b[2Jb.yaml").write_text("a: 1\na: 2\n")
    run = cli("check", str(ledger), "--color", "always")
    assert "\x1b[2J" not in run.stdout
    assert "\u202e" not in run.stdout
    assert "[red]" in run.stdout
    assert path.name in run.stdout
