"""`compare --with FILE`: coded rows are one more voice, and never more."""

from __future__ import annotations

import json

import pytest

RECORDS = """\
schema: counterclaim/1
article: {{id: mill-1, sha256: "{sha}", file: mill.txt, published: 2023-03-03}}
events:
- id: "mill-1#01"
  text: Russian forces have captured Orikhiv
  spans: [[0, 36]]
  quotation: indirect
  stance: asserts
  source: {{name: Russian Ministry of Defence, kind: organisation, side: russia}}
  event: {{type: capture, initiator: {{name: Russian Armed Forces, side: russia}}}}
  places: [{place}]
- id: "mill-1#02"
  text: 9 people were killed in shelling of Orikhiv
  spans: [[40, 83]]
  quotation: indirect
  stance: asserts
  source: {{name: mayor, kind: unnamed, side: unknown}}
  event: {{type: casualties, harm: killed}}
  also: [{{type: shelling, words: [64, 72]}}]
  places: [{place}]
  time:
    {{mention: Wednesday, span: [84, 93], earliest: 2023-03-01, latest: 2023-03-01, precision: day}}
  quantities: [{{what: killed, low: 9, best: 9, high: 9, mention: 9 people, span: [40, 48]}}]
"""
PLACE = (
    "{name: Orikhiv, mention: Orikhiv, span: [29, 36], id: 'cc:orikhiv-x', country: UA, "
    "precision: settlement}"
)
HEAD = (
    "event_id_cnty,event_date,time_precision,sub_event_type,actor1,inter1,actor2,inter2,"
    "country,admin1,location,latitude,longitude,geo_precision,source,fatalities\n"
)
FORCES = (
    "Military Forces of Russia (2000-),External/Other forces,"
    "Military Forces of Ukraine (2019-),State forces"
)
PLACED = "Ukraine,Zaporizhia,Orikhiv,47.5675,35.7858,1,Evening Courier"


@pytest.fixture
def ledger(tmp_path):
    from counterclaim.knowledge.place_search import find_places

    (tmp_path / "events").mkdir()
    id_ = find_places("Orikhiv")[0].entry.id
    text = RECORDS.format(sha="0" * 64, place=PLACE.replace("cc:orikhiv-x", id_))
    (tmp_path / "events" / "mill-1.yaml").write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def compare(cli, ledger, tmp_path):
    def run(*rows, head=HEAD, options=()):
        path = tmp_path / "acled.csv"
        path.write_text(head + "".join(f"{row}\n" for row in rows), "utf-8")
        return cli("compare", "orikhiv", "--with", str(path), "--ledger", str(ledger), *options)

    return run


def row(kind, dead="0", day="2023-03-01"):
    return f"UKR1,{day},1,{kind},{FORCES},{PLACED},{dead}"


def verdicts(done):
    return {q["topic"]: q["verdict"] for q in json.loads(done.stdout)["questions"]}


def test_a_row_stands_in_a_column_of_its_own_under_the_name_of_its_dataset(compare):
    done = compare(row("Armed clash"))
    assert "Coded rows" in done.stdout
    assert "ACLED, 1 Mar, coded from Evening Courier [2]" in done.stdout
    assert "1 article · 2 claims by 2 sources · said 3 Mar 2023 · 1 coded row" in done.stdout
    assert "[2] ACLED: coded rows of acled.csv" in done.stdout
    assert done.stderr == f"with {done.args[3]}: 1 row of ACLED\n"


def test_a_row_collides_as_a_claim_does_and_is_called_coded(compare):
    done = compare(row("Government regains territory", day="2023-03-03"))
    assert (
        verdicts(
            compare(row("Government regains territory", day="2023-03-03"), options=["--json"])
        )["territory"]
        == "disputed"
    )
    assert "ACLED (coded): Government regains territory in Orikhiv" in done.stdout


def test_numbers_of_one_event_are_compared(compare):
    done = compare(row("Shelling/artillery/missile attack", dead="4"), options=["--json"])
    assert verdicts(done)["casualties"] == "numbers differ"


def test_what_another_deed_cost_is_another_number(compare):
    done = compare(row("Arrests", dead="4"), options=["--json"])
    assert verdicts(done)["casualties"] == "compatible"


def test_a_row_agrees_with_nobody(compare):
    done = compare(row("Shelling/artillery/missile attack", dead="9"), options=["--json"])
    assert verdicts(done)["casualties"] == "compatible"


def test_rows_of_other_years_are_left_aside(compare):
    assert "coded row" not in compare(row("Armed clash", day="2014-03-01")).stdout


@pytest.mark.parametrize("form", ["html", "md", "csv", "jsonl", "table"])
def test_every_form_has_the_rows(compare, form):
    done = compare(row("Armed clash"), options=["--format", form])
    assert done.returncode == 0
    assert "Armed clash in Orikhiv" in done.stdout


@pytest.mark.parametrize(
    "view", ["--timeline", "--matrix", "--excluded", "--evidence", "--reviewed"]
)
def test_every_view_takes_them(compare, view):
    assert compare(row("Armed clash"), options=[view]).returncode == 0


def test_another_file_is_refused_in_one_line(compare):
    done = compare("a,b", head="title,text\n")
    assert done.returncode == 2
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("Error")]
    assert "is no table of coded events: it needs the columns of ACLED (event_date," in line
    assert done.stdout == ""
