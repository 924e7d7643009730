"""`counterclaim place` as a user calls it."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from counterclaim.app import build_app


@pytest.fixture
def place(monkeypatch):
    def run(*names, columns=120):
        monkeypatch.setenv("COLUMNS", str(columns))
        return CliRunner().invoke(build_app(), ["place", *names])

    return run


def test_a_wide_terminal_gets_columns(place):
    head, row = (line for line in place("Bachmout").stdout.splitlines() if line.strip())
    assert head.split() == ["spelling", "place", "region", "country", "lat,", "lon", "id", "why"]
    assert row.split()[:4] == ["Bachmout", "Bakhmut", "Donetsk", "UA"]


def test_on_a_narrow_terminal_no_word_is_broken(place):
    page = place("Bachmout", "Донецьк", columns=60).stdout
    assert page.startswith(
        "Bachmout: Bakhmut, Donetsk, UA, 48.5942, 37.9989,\n"
        "    geonames:713174\n"
        "    a listed spelling of Bakhmut\n"
        "Донецьк: Donetsk, Donetsk, UA,"
    )
    assert "\nor Donetsk, Rostov, RU," in page
    assert max(map(len, page.splitlines())) <= 60


def test_an_unknown_name_gives_near_ones(place):
    answer = place("Gomaq")
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert "'Gomaq' is not in the gazetteer. Did you mean Goma" in answer.stderr
