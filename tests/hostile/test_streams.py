"""Standard input, pipes, and folders that somebody takes away: one clear line, never a fault."""

import json
import sys
import threading

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell")

TEXT = "Mill shelled\n\nThe mill in Orikhiv was shelled, Kyiv said.\n"
_SHELL = ["sh", "-c"]
HALF = "\\ud83d"


@pytest.mark.parametrize(
    "command", [["place", "-"], ["annotate", "times", "-"], ["ingest", "-", "-n"]], ids=" ".join
)
def test_a_closed_standard_input_is_said(run_anew, command):
    said = run_anew(*command, prefix=[*_SHELL, 'exec "$0" "$@" <&-'])
    assert said.code == 2
    assert " CC001 cannot be read: it is closed" in said.lines[0]


def test_names_without_an_end_are_refused(run):
    said = run("place", "-", stdin=b"Kyiv\n" * 5_000_000)
    assert said.code == 1
    assert "<stdin>: CC004" in said.err
    assert said.out == ""


@pytest.mark.parametrize("name", ["pipe", "./pipe", "sub/../pipe", "sub//pipe2"])
def test_a_pipe_may_be_named_in_any_way(run, here, fifo, name):
    (here / "sub").mkdir()
    fifo("sub/pipe2" if name.endswith("2") else "pipe")
    threading.Thread(target=lambda: (here / name).write_text(TEXT), daemon=True).start()
    said = run("ingest", name, "-n", "--format", "json")
    assert json.loads(said.out)["article"]["title"] == "Mill shelled"


@pytest.mark.parametrize("command", [["compare"], ["check"], ["show", "mill"], ["explain", "a#1"]])
def test_a_folder_that_is_gone_holds_no_ledger(run_anew, here, command):
    (here / "gone").mkdir()
    said = run_anew(*command, prefix=[*_SHELL, 'cd gone && rmdir ../gone && exec "$0" "$@"'])
    assert said.code == 2
    assert "data: CC042 has no events/ folder" in said.out + said.err


@pytest.mark.parametrize("command", [["compare"], ["check"], ["show", "mill"], ["explain", "a#1"]])
def test_a_folder_further_up_that_nobody_may_enter_is_no_ledger(run_powerless, here, command):
    (here / "data").mkdir()
    (here / "data").chmod(0)
    try:
        said = run_powerless(*command)
    finally:
        (here / "data").chmod(0o755)
    assert said.code == 2
    assert "data/events: CC001 cannot be read" in said.out + said.err


@pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN"])
def test_a_number_that_json_has_not_costs_only_its_line(run, here, number):
    lines = f'{{"text": "Kyiv said", "x": {number}}}\n{{"text": "Kyiv said", "x": 1.5}}\n'
    (here / "lines.jsonl").write_text(lines)
    said = run("annotate", "times", "lines.jsonl")
    assert said.code == 1
    assert said.lines[0] == f"lines.jsonl:1:1: CC070 is not JSON: {number} is no number"
    assert json.loads(said.out)["x"] == 1.5


def test_half_a_character_costs_only_its_line(run, here):
    (here / "lines.jsonl").write_text(f'{{"text": "Kyiv {HALF} said"}}\n{{"text": "Kyiv said"}}\n')
    said = run("annotate", "attributions", "lines.jsonl")
    assert said.code == 1
    assert said.lines[0] == "lines.jsonl:1:1: CC071 has half a character in its text: U+D83D"
    assert json.loads(said.out)["text"] == "Kyiv said"


def test_an_outlet_is_one_line_of_text_or_none(run, here, known, records):
    run("ingest", "known.txt", "-q", "--outlet", " The\nHerald\x1b[31m ", "--ledger", "out")
    assert "outlet: The Herald [31m\n" in records("out")[0].read_text()
    run("ingest", "known.txt", "-q", "--outlet", "  ", "--ledger", "none")
    assert "outlet:" not in records("none")[0].read_text()


def test_a_name_with_a_line_feed_makes_no_second_line(run, known, ledger):
    said = run("ingest", "known.txt", "--ledger", "case\nnew")
    assert any(line.startswith("new: 1 claim in case␊new/events/") for line in said.lines)
    assert "in case␊new" in run("compare", "--place", "Odesa", "--ledger", "case\nnew").err
