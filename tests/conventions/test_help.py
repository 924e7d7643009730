"""H: what newcomers find out by asking."""

import re
import shutil
import subprocess

import pytest

from counterclaim.app import COMMANDS


def test_h1_without_arguments_there_is_help_and_exit_2(cli):
    done = cli()
    assert done.returncode == 2
    assert "Usage" in done.stdout + done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_h2_help_is_short_or_long_and_goes_to_standard_output(cli, command):
    for asked in ("-h", "--help"):
        done = cli(command, asked)
        assert (done.returncode, done.stderr) == (0, "")
        assert "Usage" in done.stdout
    assert cli("help", command).stdout == done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_h3_help_says_what_it_does_and_has_an_example_before_the_options(cli, command):
    text = cli(command, "--help").stdout
    example = re.search(r"Example: counterclaim (\w+)", text)
    assert example
    assert example[1] == command
    assert example.start() < text.index("Options:")


def test_h4_the_version_is_one_line(cli):
    for asked in ("--version", "-V"):
        assert re.fullmatch(r"counterclaim \d+\.\d+\.\d+\n", cli(asked).stdout)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["ingst"], "ingest"),
        (["lst"], "list"),
        (["exprot"], "export"),
        (["hlep"], "Usage"),
        (["compare", "--plcae", "x"], "--place"),
        (["list", "plcaes"], "places"),
        (["export", "--to", "cvs"], "csv"),
    ],
)
def test_h5_what_is_mistyped_is_answered_with_what_is_likely(cli, typed, meant):
    done = cli(*typed)
    assert done.returncode == 2
    assert meant in done.stderr


def test_h6_every_command_and_option_is_in_the_documents(cli, root):
    page = (root / "docs" / "commands.md").read_text("utf-8")
    for command in COMMANDS:
        options = re.findall(r"^  (?:-\w, )?(--[a-z-]+)", cli(command, "-h").stdout, re.MULTILINE)
        assert [option for option in options if option not in page] == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_h7_the_shell_completes(program, shell):
    done = program("--show-completion", shell)
    assert done.returncode == 0, done.stderr
    assert "complet" in done.stdout
    assert "counterclaim" in done.stdout


def test_h8_there_is_a_manual_page(root):
    page = root / "docs" / "man" / "counterclaim.1"
    assert page.read_text("utf-8").startswith('.TH "COUNTERCLAIM" "1"')
    if shutil.which("man"):
        done = subprocess.run(["man", "-l", str(page)], capture_output=True, check=False)
        assert b"counterclaim-compare(1)" in done.stdout or b"man" in done.stderr


def test_h9_the_module_is_the_same_program(program):
    assert program("--version").stdout.startswith("counterclaim ")
