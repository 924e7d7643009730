"""`counterclaim show`: an article with its claims marked, one record in full."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest
import yaml
from typer.testing import CliRunner

from counterclaim.app import build_app
from counterclaim.ledger import article_id, text_sha256, write_record
from counterclaim.records import (
    ArticleInfo,
    Claim,
    Event,
    Mention,
    Place,
    Record,
    Relay,
    Review,
    Source,
    Time,
)

TEXT = (
    "Convoy [red]halted[/red]\r\n\r\n"
    "“Shells fell on Orikhiv,” the governor told a radio station, “and nobody slept.”\r\n\r\n"
    "The army denied it.\r\n"
)


def span(words):
    start = TEXT.index(words)
    return (start, start + len(words))


def mention(words):
    return Mention(words, span(words))


def make(text=TEXT, title="Convoy [red]halted[/red]", published="2023-03-14"):
    sha256 = text_sha256(text)
    name = article_id(title, published, sha256)
    info = ArticleInfo(name, sha256, "convoy.txt", title, "The Post", published=published)
    governor = Source(
        "Governor",
        "person",
        "ukraine",
        mention("the governor"),
        cue=mention("told"),
        relay=(Relay("radio", mention("a radio station")),),
    )
    claims = (
        Claim(
            id=f"{name}#01",
            text="Shells fell on Orikhiv, … and nobody slept.",
            spans=(span("Shells fell on Orikhiv,"), span("and nobody slept.")),
            quotation="direct",
            stance="asserts",
            source=governor,
            event=Event("shelling"),
            places=(Place("Orikhiv", "Orikhiv", span("Orikhiv")),),
            time=Time(earliest="2023-03-14", latest="2023-03-14"),
        ),
        Claim(
            id=f"{name}#02",
            text="fell on Orikhiv",
            spans=(span("fell on Orikhiv"),),
            quotation="indirect",
            stance="denies",
            hedged=True,
            source=Source("Army", "organisation", "russia", mention("The army")),
            event=Event("shelling"),
            review=Review("accepted", "anna"),
        ),
    )
    return Record(info, claims)


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
    """A ledger with one article."""
    write_record(tmp_path, make(), TEXT)
    return tmp_path


@pytest.fixture
def show(cli, ledger):
    return lambda *words, **options: cli("show", *words, "--ledger", str(ledger), **options)


def test_an_article_with_its_claims_marked(show):
    run = show("convoy.txt", "--width", "200")
    assert run.returncode == 0
    assert run.stderr == ""
    lines = run.stdout.splitlines()
    assert lines[:3] == [
        "Convoy [red]halted[/red]",
        "The Post · 14 Mar 2023 · 2 claims",
        make().article.id,
    ]
    assert (
        "“[1]‹Shells [2]‹fell on Orikhiv›,›” the governor told a radio station, "
        "“[1…]‹and nobody slept.›”"
    ) in lines
    short = make().article.id[-8:]
    assert lines[-3:] == [
        "[1] Governor, Ukraine, asserts: shelling · Orikhiv · 14 Mar 2023",
        "[2] Army, Russia, denies (hedged): shelling · accepted",
        f"More: counterclaim show {short}#1 · counterclaim explain {short}#1",
    ]
    assert show(f"{short}#1").stdout.endswith(f"\nMore: counterclaim explain {short}#1\n")


def test_with_colour_words_are_underlined_instead(show):
    out = show("convoy", "--color", "always", "--width", "200").stdout
    assert "‹" not in out
    assert "\x1b[4;34m" in out
    assert "Convoy [red]halted[/red]" in out


def test_one_record_in_full(show):
    run = show("convoy#1", "--width", "200")
    assert run.returncode == 0
    assert (
        "“‹Shells fell on Orikhiv,›” «the governor» {told} <a radio station>, “‹and nobody slept.›”"
    ) in run.stdout
    assert "‹claim›  «source»  {cue}  <relay>" in run.stdout
    assert "The army denied it." not in run.stdout
    assert "stance: asserts\n" in run.stdout
    assert "  cue: {text: told, span: [" in run.stdout


@pytest.mark.parametrize(
    "name",
    ["ID#02", "ID#2", "2023-03-14-convoy#2", "convoy.txt#2", "convoy#002", "halted#2", "#2"],
)
def test_many_names_for_one_record(show, name):
    run = show(name.replace("ID", make().article.id), "--format", "json")
    assert json.loads(run.stdout)["id"] == f"{make().article.id}#02"


def test_yaml_and_json(show, ledger):
    stored = (ledger / "events" / f"{make().article.id}.yaml").read_text()
    assert show("convoy", "--format", "yaml").stdout == stored
    assert json.loads(show("convoy", "--format", "json").stdout) == yaml.safe_load(stored)
    record = show("convoy#1", "--format", "yaml").stdout
    assert yaml.safe_load(record) == yaml.safe_load(stored)["events"][0]


def test_a_name_that_means_nothing(show):
    run = show("convy")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == f"no article or record is named convy\n  {make().article.id}\n"


def test_a_number_that_is_not_there(show):
    run = show(f"{make().article.id}#9")
    assert run.returncode == 2
    assert "has other numbers" in run.stderr


def test_a_name_that_can_mean_two(show, ledger):
    other = TEXT + "More."
    write_record(ledger, make(other, "Convoy freed"), other)
    run = show("convoy#1")
    assert run.returncode == 2
    assert run.stderr.splitlines()[0] == "convoy#1 can mean 2:"
    assert len(run.stderr.splitlines()) == 3
    assert show("freed#1").returncode == 0


def test_an_article_without_claims(show, ledger):
    for file in (ledger / "events").iterdir():
        file.unlink()  # else what was reviewed would be kept
    write_record(ledger, replace(make(), events=()), TEXT)
    assert "no claims found" in show("convoy").stdout


def test_a_missing_text(show, ledger):
    (ledger / "articles" / f"{make().article.id}.txt").unlink()
    assert show("convoy").returncode == 2
    run = show("convoy#1")
    assert run.returncode == 1
    assert "stance: asserts" in run.stdout
    assert "cannot be read" in run.stderr


def test_no_ledger(cli, tmp_path):
    run = cli("show", "convoy", "--ledger", str(tmp_path / "none"))
    assert run.returncode == 2
    assert "CC042" in run.stderr


def test_the_parser_is_never_loaded(python, ledger):
    code = (
        "import sys; from counterclaim.commands._show import ShowOptions, show_name; "
        f"show_name(ShowOptions('convoy', {str(ledger)!r})); "
        "print(sorted({'spacy', 'jsonschema', 'dateutil'} & set(sys.modules)), file=sys.stderr)"
    )
    assert python("-c", code).stderr == "[]\n"


@pytest.mark.parametrize("width", ["40", "80", "200"])
def test_lines_fit(show, width):
    out = show("convoy", "--width", width).stdout
    text = [line for line in out.splitlines() if make().article.id not in line]
    assert max(map(len, text)) <= int(width)


def test_whom_an_article_speaks_of_and_in_which_words(cli, convoy):
    page = cli("show", "convoy", "--entities", "--ledger", str(convoy)).stdout
    assert page.splitlines()[0].split() == ["who", "side", "kind", "claims", "told", "of", "called"]
    assert "governor" in page
    assert "place  " in page
    assert "Orikhiv" in page


def test_whom_an_article_speaks_of_as_json(cli, convoy):
    done = cli("show", "convoy", "--entities", "--format", "json", "--ledger", str(convoy))
    found = json.loads(done.stdout)
    assert {who["claims"] for who in found["who"] if who["kind"] != "party"} == {1}
    assert [place["name"] for place in found["places"]] == ["Lyman", "Orikhiv"]
