"""F: what happens to files, and what runs again."""

import os
import re
from pathlib import Path

import pytest

DAY = ("--published", "2023-01-25")


@pytest.fixture
def ingest(cli, sample, tmp_path):
    """Ingest the sample into a ledger of one's own; gives its record file."""

    def run(*options, **settings):
        home = tmp_path / "case"
        done = cli("ingest", sample, *DAY, "--ledger", str(home), *options, **settings)
        assert done.returncode == 0, done.stderr
        return next((home / "events").glob("*.yaml"), None), done

    return run


def test_f1_the_same_input_gives_the_same_bytes(program, sample):
    runs = [
        program(
            "ingest",
            sample,
            *DAY,
            "-n",
            "--format",
            "yaml",
            env={"PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "Asia/Tokyo"), ("2", "UTC"))
    ]
    assert runs[0] == runs[1] != ""


def test_f2_a_second_run_writes_nothing_and_says_so(ingest):
    file, _ = ingest()
    before = file.stat().st_mtime_ns
    file, done = ingest()
    assert "unchanged" in done.stdout + done.stderr
    assert file.stat().st_mtime_ns == before


def test_f3_what_a_person_has_written_stays(ingest):
    file, _ = ingest()
    text = file.read_text("utf-8")
    review = "  review: {status: accepted, reviewer: me}\n"
    file.write_text(re.sub(r"(  stance: \w+\n)", rf"\1{review}", text, count=1), "utf-8")
    file, _ = ingest()
    assert "reviewer: me" in file.read_text("utf-8")


def test_f4_a_dry_run_says_what_would_change_and_touches_nothing(ingest, cli, sample, tmp_path):
    asked = ("ingest", sample, *DAY, "-n", "--ledger", str(tmp_path / "case"))
    assert "would be new: " in cli(*asked).stderr
    assert list(tmp_path.iterdir()) == []
    file, _ = ingest()
    assert "would be unchanged: " in cli(*asked).stderr
    before = file.read_bytes() + b"# mine\n"
    file.write_bytes(before)
    told = cli(*asked).stderr
    assert "would be updated: " in told
    assert "would be kept as .orig" in told
    assert file.read_bytes() == before
    assert len(list(file.parent.iterdir())) == 1


def test_f5_a_write_that_fails_leaves_the_old_file_whole(tmp_path, monkeypatch):
    from counterclaim.ledger.files import write_atomically

    file = tmp_path / "a.yaml"
    write_atomically(file, b"old")

    def fail(*_):
        raise OSError("full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="full"):
        write_atomically(file, b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_f6_fmt_changes_nothing_twice_and_loses_no_comment(ingest, cli):
    file, _ = ingest()
    file.write_text("# mine\n" + file.read_text("utf-8").replace("stance: ", "stance:   "), "utf-8")
    assert cli("fmt", "--check", str(file)).returncode == 1
    cli("fmt", str(file))
    assert cli("fmt", "--check", str(file)).returncode == 0
    assert "# mine" in file.read_text("utf-8")


def test_f7_an_option_wins_over_a_variable_and_config_tells_the_origin(ask, cli):
    arguments = ("compare", "--place", "bakhmut")
    env = {"COUNTERCLAIM_FORMAT": "json"}
    assert ask(*arguments, env=env).stdout.startswith("{")
    assert ask(*arguments, "--format", "csv", env=env).stdout.startswith("topic,")
    assert "COUNTERCLAIM_FORMAT" in cli("config", env=env).stdout


def test_f8_nothing_is_written_into_the_home_folder(ingest, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    ingest(env={"HOME": str(home), "XDG_CONFIG_HOME": "relative"})
    assert list(home.rglob("*")) == []


def test_f9_no_socket_is_opened(ingest, ask, monkeypatch):
    import socket

    def refuse(*_, **__):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    ingest()
    assert ask("compare", "--place", "bakhmut").returncode == 0


def test_f10_the_version_loads_nothing_heavy(python):
    code = "import sys; sys.argv = ['counterclaim', '--version']; from counterclaim.app import main"
    loaded = python("-c", f"{code}; main(); print(*sys.modules, file=sys.stderr)").stderr.split()
    assert not {"typer", "rich", "yaml", "jsonschema", "spacy", "dateutil"} & set(loaded)


def test_f11_it_installs_clean(root):
    """The installations themselves are made in tests/test_packaging.py."""
    assert "share/man/man1" in (root / "pyproject.toml").read_text("utf-8")
    assert Path(root / "tests" / "test_packaging.py").is_file()


def test_f12_oldest_and_newest_versions_are_tried(root):
    """By `make check-oldest` and `make check-newest`, in environments that are thrown away."""
    makefile = (root / "Makefile").read_text("utf-8")
    assert {"check-oldest", "check-newest"} <= set(re.findall(r"^([a-z-]+):", makefile, re.M))
