"""The program as a whole, run as a user runs it: help, exit codes, streams."""

from __future__ import annotations

import re

import pytest

from counterclaim import __version__
from counterclaim.app import COMMANDS


def test_version_is_one_line(cli):
    done = cli("--version")
    assert (done.returncode, done.stdout) == (0, f"counterclaim {__version__}\n")


def test_module_is_the_same_program(python):
    assert python("-m", "counterclaim", "--version").stdout == f"counterclaim {__version__}\n"


@pytest.mark.parametrize("entry", ["ingest_main", "compare_main"])
def test_short_programs_answer_version_too(python, entry):
    code = (
        f"import sys; sys.argv[1:] = ['--version']; from counterclaim.app import {entry} as e; e()"
    )
    assert python("-c", code).stdout == f"counterclaim {__version__}\n"


def test_no_arguments_is_help_and_wrong_usage(cli):
    done = cli()
    assert done.returncode == 2
    assert "Usage: counterclaim" in done.stdout + done.stderr


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_short_and_long_help(cli, command, flag):
    done = cli(command, flag)
    assert done.returncode == 0
    assert f"Usage: counterclaim {command}" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(cli, command):
    assert re.search(r"(?i)example", cli(command, "--help").stdout)


def test_overview_names_every_command_in_a_whole_sentence(cli):
    _, _, overview = cli("--help").stdout.partition("Commands:\n")
    assert "..." not in overview
    for name, summary in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(summary)}$", overview, re.MULTILINE)


def test_compare_help_tells_of_the_other_compare(cli):
    words = " ".join(cli("compare", "--help").stdout.split())
    assert "ImageMagick" in words
    assert "`counterclaim compare`" in words


def test_mistyped_command_is_answered_with_the_likely_one(cli):
    done = cli("ingst")
    assert done.returncode == 2
    assert "'ingest'" in done.stderr


def test_errors_are_plain_text_without_boxes(cli):
    assert "╭" not in cli("ingst").stderr


def test_unknown_option_is_wrong_usage(cli):
    done = cli("compare", "--plaec", "bakhmut")
    assert done.returncode == 2
    assert "--place" in done.stderr


def test_a_bug_is_one_line_and_exit_3(python):
    done = python("-c", "import sys; sys.argv[1:] = ['check', 'x']\n" + _crash("'first\\nsecond'"))
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr == (
        "counterclaim: internal error: ValueError: first second"
        " (run again with --debug for the traceback)\n"
    )


@pytest.mark.parametrize("arguments", [["--debug", "check", "x"], ["check", "x", "--debug"]])
def test_debug_shows_the_traceback(python, arguments):
    done = python("-c", f"import sys; sys.argv[1:] = {arguments}\n" + _crash("'broken'"))
    assert done.returncode not in {0, 2}
    assert "Traceback" in done.stderr
    assert "ValueError: broken" in done.stderr


def test_debug_from_the_environment(python):
    code = "import sys; sys.argv[1:] = ['check', 'x']\n" + _crash("'broken'")
    assert "Traceback" in python("-c", code, env={"COUNTERCLAIM_DEBUG": "1"}).stderr
    assert "Traceback" not in python("-c", code, env={"COUNTERCLAIM_DEBUG": "0"}).stderr


def test_debug_after_two_dashes_is_an_argument(python):
    code = (
        "import os\n"
        "from counterclaim.app import _take_debug\n"
        "print(_take_debug(['show', '--', '--debug']), os.environ['COUNTERCLAIM_DEBUG'])\n"
        "print(_take_debug(['--debug', 'show']), os.environ['COUNTERCLAIM_DEBUG'])"
    )
    done = python("-c", code, env={"COUNTERCLAIM_DEBUG": ""})
    assert done.stdout == "['show', '--', '--debug'] \n['show'] 1\n"


def test_interrupt_is_exit_130_without_a_traceback(python):
    done = python(
        "-c", "import sys; sys.argv[1:] = ['check', 'x']\n" + _crash("", "KeyboardInterrupt")
    )
    assert done.returncode == 130
    assert "Traceback" not in done.stderr


def test_interrupt_while_starting_is_exit_130_too(python):
    code = (
        "import counterclaim.app as app, sys\n"
        "def stop(): raise KeyboardInterrupt\n"
        "app.build_app = stop; sys.argv[1:] = ['check']; app.main()"
    )
    done = python("-c", code)
    assert (done.returncode, done.stderr) == (130, "")


def test_output_is_utf8_whatever_the_locale(python):
    code = "import counterclaim.app as a; a._prepare_streams(); print('\\u0411\\u0443\\u0433')"
    done = python("-c", code, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert done.stdout == "Буг\n"


def test_a_closed_pipe_is_quiet(python):
    writer = "import counterclaim.app as a; a._prepare_streams()\nfor n in range(99999): print(n)"
    reader = (
        "import subprocess, sys\n"
        "p = subprocess.Popen([sys.executable, '-c', sys.argv[1]], stdout=-1, stderr=-1)\n"
        "p.stdout.readline(); p.stdout.close(); print('said:', p.stderr.read())"
    )
    assert python("-c", reader, writer).stdout == "said: b''\n"


def _crash(message: str, error: str = "ValueError") -> str:
    """A program whose `check` command fails in the given way."""
    return (
        "import counterclaim.app as app\n"
        "real = app._command\n"
        f"def check(path: str) -> None:\n    '''Example.'''\n    raise {error}({message})\n"
        "app._command = lambda name: check\n"
        "app.main()"
    )
