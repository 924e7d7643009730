"""S: what goes where, and how it looks there."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

PLACE = ("compare", "--place", "bakhmut")
POSIX = pytest.mark.skipif(os.name == "nt", reason="has no such signals or terminals")


def test_s1_records_go_to_standard_output_and_all_else_to_standard_error(cli, sample):
    done = cli("ingest", sample, "-n", "--format", "yaml")
    assert yaml.safe_load(done.stdout)["events"]
    assert "no publication date" in done.stderr


def test_s2_a_hyphen_reads_standard_input_which_can_be_named(cli):
    text = "Shells fell on Orikhiv, the governor said."
    done = cli("ingest", "-", "-n", "--format", "json", "--source-name", "wire.txt", stdin=text)
    record = json.loads(done.stdout)
    assert record["article"]["file"] == "wire.txt"
    assert record["events"][0]["source"]["mention"]["text"] == "the governor"


@POSIX
def test_s3_a_terminal_is_never_waited_for_in_silence():
    import pty

    own, other = pty.openpty()
    command = [sys.executable, "-m", "counterclaim", "ingest"]
    done = subprocess.run(command, stdin=other, capture_output=True, timeout=20, check=False)
    os.close(own)
    assert done.returncode == 2
    assert b"Usage" in done.stdout + done.stderr


@pytest.mark.parametrize(
    "command", [PLACE, ("list", "places"), ("find", "troops"), ("stats",), ("show", "bakhmout")]
)
def test_s4_json_is_one_word_and_an_unknown_form_names_the_others(ask, command):
    assert json.loads(ask(*command, "--json").stdout)
    done = ask(*command, "--format", "pdf")
    assert done.returncode == 2
    assert "json" in done.stderr


def test_s5_json_has_other_scripts_as_they_are_and_empty_is_still_json(ask):
    assert "“" in ask(*PLACE, "--json").stdout
    assert json.loads(ask("find", "nothingofthekind", "--json").stdout) == []
    assert json.loads(ask("compare", "--place", "nowhereville", "--json").stdout)["questions"] == []
    lines = ask(*PLACE, "--format", "jsonl").stdout.splitlines()
    assert {len(json.loads(line)) for line in lines} == {len(json.loads(lines[0]))}


def test_s6_csv_has_one_claim_a_line(ask):
    text = ask(*PLACE, "--format", "csv").stdout
    rows = list(csv.reader(io.StringIO(text)))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) == text.count("\n")
    assert "\r" not in text


def test_s7_nothing_steers_what_is_no_terminal(ask):
    assert "\x1b" not in ask(*PLACE).stdout


def test_s8_the_width_is_that_of_columns_or_of_the_option(ask):
    def widest(*options, **env):
        return max(map(len, ask(*PLACE, *options, env=env).stdout.splitlines()))

    assert widest("--width", "60") <= 60 < widest(COLUMNS="160") <= 160


@pytest.mark.parametrize(
    ("options", "env", "colored"),
    [
        ((), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ((), {"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
        ((), {"TERM": "dumb", "FORCE_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_s9_colour_is_as_one_asks(ask, options, env, colored):
    assert ("\x1b[" in ask(*PLACE, *options, env={"TERM": "xterm", **env}).stdout) is colored


def test_s10_colour_never_says_anything_alone(ask):
    assert re.search("Russia|Ukraine", ask(*PLACE, "--color", "never").stdout)


def test_s11_progress_is_for_terminals(cli, sample, tmp_path):
    done = cli("ingest", sample, sample, "--ledger", str(tmp_path / "case"))
    assert "\r" not in done.stdout + done.stderr


def test_s12_quiet_and_verbose_stand_after_the_command(cli, sample, tmp_path):
    quiet = cli(
        "ingest", sample, "-q", "--published", "2023-01-25", "--ledger", str(tmp_path / "a")
    )
    assert quiet.stdout + quiet.stderr == ""
    plain, more = (cli("ingest", sample, "-n", *options).stdout for options in ((), ("-v",)))
    assert len(more) > len(plain)


@POSIX
def test_s13_a_closed_pipe_ends_quietly(ledger):
    command = [sys.executable, "-m", "counterclaim", *PLACE, "--format", "json", "--ledger", ledger]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.stderr == b""


@POSIX
def test_s14_an_interrupt_is_130_and_leaves_no_half_file(sample, tmp_path):
    for number in range(30):
        text = Path(sample).read_text("utf-8")
        (tmp_path / f"{number}.txt").write_text(f"{number}\n\n{text}", "utf-8")
    command = [sys.executable, "-m", "counterclaim", "ingest", str(tmp_path), "--ledger"]
    run = subprocess.Popen(
        [*command, str(tmp_path / "case")], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    while not list(tmp_path.glob("case/events/*.yaml")) and run.poll() is None:
        time.sleep(0.05)
    run.send_signal(signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert run.returncode == 130
    assert b"Traceback" not in told
    assert not list(tmp_path.glob("case/*/.*.tmp"))


def test_s15_text_is_utf_8_whatever_the_locale(program, sample):
    env = {"LC_ALL": "C", "PYTHONUTF8": "0"}
    assert "“" in program("ingest", sample, "-n", "--format", "json", env=env).stdout


def test_s16_errors_have_no_boxes(cli):
    assert not set("╭─│╰") & set(cli("ingst").stderr + cli("compare", "--nothing").stderr)
