"""E: how a problem is told."""

import json
import re

from counterclaim.records.codes import CODES


def test_e1_file_line_column_code_message_caret_help(cli, root):
    told = cli("check", str(root / "tests" / "errors" / "CC012")).stdout
    first, _, caret, *rest = told.splitlines()
    assert re.match(r"[^:]+:\d+:\d+: CC\d{3} ", first)
    assert re.fullmatch(r" +~*\^", caret)
    assert rest[0].startswith("help: ")


def test_e2_a_problem_of_valid_yaml_points_at_its_key(cli, root):
    told = cli("check", str(root / "tests" / "errors" / "CC024"), "--json").stdout
    (problem, *_) = json.loads(told)
    assert problem["line"] > 1
    assert problem["col"] > 1


def test_e3_all_problems_of_a_run_are_told(cli, root):
    files = sorted(map(str, (root / "tests" / "errors").glob("CC01*/*.yaml")))
    problems = json.loads(cli("check", *files, "--json").stdout)
    assert len({problem["file"] for problem in problems}) == len(files) > 1
    assert {"file", "line", "col", "code", "message"} <= set(problems[0])


def test_e4_every_code_is_explained(cli, root):
    assert cli("explain", "--list").stdout.split() == list(CODES)
    assert "What to do:" in cli("explain", "CC012").stdout


def test_e5_what_to_do_is_said(cli, sample):
    assert "--published" in cli("ingest", sample, "-n").stderr
