"""What the shell offers after TAB, asked by the shells themselves where they are here."""

import os
import shutil
import subprocess
import sys

import pytest

from counterclaim.commands._completion import offer

STARTS = {"counterclaim": "main", "ingest": "ingest_main", "compare": "compare_main"}


@pytest.fixture
def shell(tmp_path, convoy):
    """Run a script in a shell in which the three programs can be called, beside a ledger."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, start in STARTS.items():
        code = f"import sys; sys.argv[0] = '{name}'; from counterclaim.app import {start} as f; f()"
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{code}" "$@"\n')
        (programs / name).chmod(0o755)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    paths = os.pathsep.join(filter(None, sys.path))
    home = {"HOME": str(tmp_path), "PATH": path, "PYTHONPATH": paths}

    def run(name, script):
        if not shutil.which(name):
            pytest.skip(f"{name} is not here")
        done = subprocess.run(
            [name, "-c", script],
            env={**os.environ, **home, "COUNTERCLAIM_LEDGER": str(convoy)},
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            check=False,
        )
        return done.stdout.splitlines()

    return run


def typed(words):
    """What bash calls when TAB is pressed after some words."""
    program = words.split()[0]
    last = len(words.split()) - 1 if words[-1] != " " else len(words.split())
    quoted = " ".join(f"'{word}'" for word in words.split()) + (" ''" if words[-1] == " " else "")
    return (
        f'eval "$({program} --show-completion bash)"; COMP_WORDS=({quoted}); COMP_CWORD={last}; '
        f"_{program}_completion {program}; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("compare --place or", ["orikhiv"]),
        ("counterclaim compare --side rus", ["russia"]),
        ("counterclaim compare --topic ter", ["territory"]),
        ("counterclaim list pl", ["places"]),
        ("ingest a.txt --format js", ["json", "jsonl"]),
        ("counterclaim export --to geo", ["geojson"]),
        ("counterclaim explain CC011", ["CC011"]),
        ("compare --place $(touch", [""]),
    ],
)
def test_bash_offers_values(shell, words, offered):
    assert shell("bash", typed(words)) == offered


def test_fish_offers_values(shell):
    script = "counterclaim --show-completion fish | source; complete -C 'counterclaim {}'"
    assert shell("fish", script.format("compare --place Or")) == ["Orikhiv"]
    assert shell("fish", script.format("show ")) != []


def test_zsh_offers_values(shell):
    script = (
        "compdef() {{ }}; _arguments() {{ print -r -- $1 }}; words=({0}); CURRENT={1}; "
        'eval "$({2} --show-completion zsh)"; _{2}_completion'
    )
    (line,) = shell("zsh", script.format("compare --place Or", 3, "compare"))
    assert '"Orikhiv"' in line


def test_records_are_offered_one_article_at_a_time(shell, convoy):
    (article,) = (path.stem for path in (convoy / "events").iterdir())
    assert shell("bash", typed(f"counterclaim show {article[:9]}")) == [article]
    assert shell("bash", typed(f"counterclaim show {article}#")) == [
        f"{article}#01",
        f"{article}#02",
    ]


def test_nothing_that_a_shell_would_run_is_offered(monkeypatch):
    names = ["`x`", "$(x)", "a;b", "a\nb", "a'b", 'a"b', "a\\b", "a*", "-rf", "El Fasher"]
    assert offer(names, "") == ["El Fasher"]
    monkeypatch.setenv("_COMPARE_COMPLETE", "complete_bash")
    assert offer(names, "el") == ["el\\ Fasher"]


def test_without_a_ledger_nothing_is_said(shell, convoy):
    shutil.rmtree(convoy)
    assert shell("bash", typed("compare --place or") + " 2>&1") == [""]
