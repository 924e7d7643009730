"""`counterclaim list`, `find` and `stats`: what a ledger holds, whoever made it."""

import csv
import io
import json
from dataclasses import replace

import pytest

from counterclaim.commands._find import read_query
from counterclaim.ledger import article_id, text_sha256, write_record
from counterclaim.ledger.index import refresh
from counterclaim.records import ArticleInfo, Claim, Event, Place, Record, Review, Source, Time

ORIKHIV = Place("Orikhiv", "Orikhiv", (0, 7), "geonames:698428", "UA", "Zaporizhzhia")
UKRAINE = Place("Ukraine", "Ukraine", (0, 7), "geonames:690791", "UA", precision="country")
GOVERNOR = Source("Governor", "person", "ukraine")
TASS = Source("TASS", "organisation", "russia")
PAPER = Source("narrator", "narrator", "independent")


def article(number, published, *claims, title="Convoy halted"):
    text = f"Report {number}. " + " ".join(words for words, *_ in claims)
    sha256 = text_sha256(text)
    name = article_id(title, published, sha256)
    events = tuple(
        Claim(
            id=f"{name}#{at:02}",
            text=words,
            spans=((text.index(words), text.index(words) + len(words)),),
            quotation="indirect",
            stance="asserts",
            source=source,
            event=Event(kind),
            places=tuple(replace(p, span=(0, 6), mention="Report") for p in places),
            time=Time(earliest=day, latest=day),
            review=Review(status),
        )
        for at, (words, source, kind, places, day, status) in enumerate(claims, 1)
    )
    return Record(ArticleInfo(name, sha256, "a.txt", title, published=published), events), text


@pytest.fixture(params=["kept", "made"])
def ledger(request, tmp_path, monkeypatch):
    """Two articles, once with an index on disk and once with one for the question alone."""
    monkeypatch.setattr(refresh, "WORTH_KEEPING", 1 if request.param == "kept" else 100)
    for record, text in (
        article(
            1,
            "2023-03-14",
            ("Shells fell on the bakery", GOVERNOR, "shelling", [ORIKHIV], None, "unreviewed"),
            ("supply routes were cut", TASS, "supply_line", [], "2023-03-01", "accepted"),
            ("drones hit the bakeries", TASS, "attack", [ORIKHIV], "2023", "rejected"),
        ),
        article(
            2,
            "2024-05-02",
            (
                "the army attacked the bakery",
                TASS,
                "attack",
                [ORIKHIV, UKRAINE],
                None,
                "unreviewed",
            ),
            ("it rained \x1b[31m", PAPER, "other", [], None, "unreviewed"),
            title="=cmd|' /C calc'!A0 \x1b[2J",
        ),
    ):
        write_record(tmp_path / "case", record, text)
    return tmp_path / "case"


@pytest.fixture
def ask(cli, ledger):
    def run(*arguments):
        return cli(*arguments, "--ledger", str(ledger))

    return run


def lines(done):
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def listed(ask, what, *options):
    rows = lines(ask("list", what, *options, "--format", "jsonl"))
    return [(next(iter(row.values())), row["claims"]) for row in rows]


def test_every_kind_is_listed_the_most_spoken_of_first(ask):
    assert listed(ask, "places") == [("Orikhiv", 2), ("Ukraine", 1)]
    assert listed(ask, "sources") == [("TASS", 2), ("Governor", 1), ("narrator", 1)]
    assert listed(ask, "sides") == [("russia", 2), ("narrator", 1), ("ukraine", 1)]
    assert [claims for _, claims in listed(ask, "articles")] == [2, 2]
    assert sum(claims for _, claims in listed(ask, "topics")) == 4


@pytest.mark.parametrize(
    ("options", "sources"),
    [
        (["--place", "ukraine"], ["Governor", "TASS"]),
        (["--place", "orikhiv", "--side", "russia"], ["TASS"]),
        (["--source", "gov"], []),
        (["--source", "governor"], ["Governor"]),
        (["--source", "article"], ["narrator"]),
        (["--since", "2024"], ["TASS", "narrator"]),
        (["--until", "2023-03-10"], ["TASS"]),
        (["--since", "2023-03-02", "--until", "2023"], ["Governor"]),
    ],
)
def test_claims_are_narrowed(ask, options, sources):
    assert sorted(name for name, _ in listed(ask, "sources", *options)) == sources


def test_words_are_found_in_any_form_the_rejected_left_out(ask):
    found = lines(ask("find", "bakeries", "--format", "jsonl"))
    assert sorted(row["text"] for row in found) == [
        "Shells fell on the bakery",
        "the army attacked the bakery",
    ]
    assert lines(ask("find", "routes", "supply", "--format", "jsonl"))[0]["review"] == "accepted"
    for words in (["routes supply"], ["routes", "--side", "ukraine"]):
        assert lines(ask("find", *words, "--format", "jsonl")) == []
    assert [row["source"] for row in lines(ask("find", "governor", "--format", "jsonl"))] == [
        "Governor"
    ]


def test_what_is_asked_is_words_and_no_orders():
    assert read_query(["bakery", "OR", "NEAR(a"]) == '"bakery" "OR" "NEAR(a"'
    assert read_query(["supply routes", "dron*"]) == '"supply routes" "dron" *'
    assert read_query(["—", '"']) == ""


@pytest.mark.parametrize("words", ["'; DROP TABLE file; --", 'a"b', "text:bakery", "^x", "(", "*x"])
def test_odd_words_do_no_harm(ask, words):
    assert ask("find", words, "--format", "jsonl").returncode in (0, 2)
    assert "internal error" not in ask("find", words).stderr
    assert len(listed(ask, "articles")) == 2


def test_nothing_in_a_ledger_steers_a_terminal_or_a_spreadsheet(ask):
    for arguments in (("list", "articles"), ("find", "rained")):
        for output in ("table", "csv", "jsonl"):
            assert "\x1b" not in ask(*arguments, "--format", output).stdout
    titles = [
        row["title"]
        for row in csv.DictReader(io.StringIO(ask("list", "articles", "--format", "csv").stdout))
    ]
    assert titles[1].startswith("'=cmd")


def test_stats_counts_what_there_is(ask, ledger):
    (ledger / "events" / "broken.yaml").write_text("schema: [")
    done = ask("stats", "--format", "json")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert (found["articles"], found["claims"], found["rejected"]) == (2, 5, 1)
    assert (found["first day"], found["last day"]) == ("2023-03-14", "2024-05-02")
    assert found["files that cannot be read"] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "things"),
        ("list", "places", "--format", "xml"),
        ("list", "places", "--side", "mars"),
        ("list", "places", "--since", "soon"),
        ("list", "places", "--place", "nowhereville"),
        ("find", "—"),
        ("stats", "--format", "csv"),
    ],
)
def test_wrong_usage_is_told_in_one_line(ask, arguments):
    done = ask(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""


def test_no_ledger_is_told(cli, tmp_path):
    for arguments in (("list", "places"), ("find", "bakery"), ("stats",)):
        done = cli(*arguments, "--ledger", str(tmp_path / "none"))
        assert (done.returncode, "CC042" in done.stderr) == (2, True)
