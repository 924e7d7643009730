"""What people type who know other programs is understood, or answered with what to type."""

from __future__ import annotations

import json

import pytest

from counterclaim.app import COMMANDS
from counterclaim.commands._typed import as_meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("--ledger case compare goma", "compare goma --ledger case"),
        ("compare goma --csv", "compare goma --format csv"),
        ("compare goma --to html", "compare goma --format html"),
        ("export --jsonl", "export --to jsonl"),
        ("export --format=geojson", "export --to=geojson"),
        ("ingest a.txt --date 2025-01-27", "ingest a.txt --published 2025-01-27"),
        ("reingest -n", "reingest --dry-run"),
        ("show goma --no-color", "show goma --color never"),
        ("list place --side m23", "list places --side m23"),
        ("find --json -- --csv", "find --format json -- --csv"),
        ("--help", "--help"),
        ("compare place", "compare place"),
    ],
)
def test_other_spellings(typed, meant):
    assert as_meant(typed.split(), COMMANDS) == meant.split()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("search drones", "type counterclaim find drones"),
        ("places", "type counterclaim list places"),
        ("rm goma", "delete its two files in the ledger: articles/ID.txt and events/ID.yaml"),
    ],
)
def test_commands_of_other_programs_are_answered(cli, typed, answer):
    done = cli(*typed.split())
    assert done.returncode == 2
    assert answer in done.stderr


def test_a_ledger_may_stand_without_its_option(cli, convoy):
    assert cli("stats", str(convoy)).stdout == cli("stats", "--ledger", str(convoy)).stdout


@pytest.mark.parametrize("typed", [["csv"], ["--to", "csv"], ["--csv"], ["--format", "csv"]])
def test_a_format_of_export_may_stand_without_its_option(cli, convoy, typed):
    done = cli("export", *typed, "--ledger", str(convoy))
    assert done.stdout.startswith("id,article,")


def test_the_ending_of_a_file_tells_the_format_of_an_export(cli, convoy, tmp_path):
    file = tmp_path / "claims.geojson"
    assert cli("export", "-o", str(file), "--ledger", str(convoy)).returncode == 0
    assert json.loads(file.read_text())["type"] == "FeatureCollection"


@pytest.mark.parametrize("day", ["2023-03-14", "14 March 2023", "March 14, 2023", "14.03.2023"])
def test_days_are_read_as_people_write_them(cli, tmp_path, day):
    (tmp_path / "a.txt").write_text("Night\n\nShells fell on Orikhiv on Monday, the army said.\n")
    done = cli("ingest", str(tmp_path / "a.txt"), "--date", day, "-n", "--json")
    assert '"published": "2023-03-14"' in done.stdout


def test_a_month_may_be_named(cli, convoy):
    done = cli("list", "articles", "--since", "Jan 2023", "--ledger", str(convoy))
    assert done.returncode == 0


def test_a_day_that_may_be_two_is_asked_again(cli, convoy):
    done = cli("compare", "orikhiv", "--since", "01/02/2023", "--ledger", str(convoy))
    assert done.returncode == 2
    assert "'01/02/2023' may be two days: write 2023-01-25" in done.stderr


def test_places_with_a_comma_between_them_are_two(cli, convoy):
    done = cli("compare", "orikhiv,lyman", "--ledger", str(convoy))
    assert "Orikhiv" in done.stdout
    assert "Lyman" in done.stdout


def test_a_name_that_is_mistyped_is_first_sought_in_the_ledger(cli, convoy):
    done = cli("compare", "orikhvi", "--ledger", str(convoy))
    assert "did you mean Orikhiv" in done.stderr
