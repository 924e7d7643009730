"""`compare` from the outside: a ledger in, words and exit codes out."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import pytest

from counterclaim.resources import schema_path

RECORDS = """\
schema: counterclaim/1
article:
  id: 2023-01-25-russian-troops-advance-ff879654
  sha256: "{sha}"
  file: bakhmut.txt
  title: 'Ukraine: Russian troops advance to Bakhmout'
  outlet: null
  published: 2023-01-25
  published_from: option
  language: en
events:
- id: 2023-01-25-russian-troops-advance-ff879654#01
  text: advances into Bakhmout
  spans: [[169, 191]]
  quotation: indirect
  stance: asserts
  source: {{name: Denis Pushilin, kind: person, side: russia}}
  event:
    type: advance
    initiator: {{name: Russian Armed Forces, side: russia}}
    inside: true
  places:
  - {{name: Bakhmut, mention: Bakhmout, span: [183, 191], id: 'geonames:713174', country: UA,
     admin1: Donetsk, lat: 48.59419, lon: 37.99886, precision: settlement}}
- id: 2023-01-25-russian-troops-advance-ff879654#02
  text: Rather tough hostilities continue in (Bachmout)
  spans: [[292, 339]]
  quotation: direct
  stance: asserts
  source:
    name: Denis Pushilin
    kind: person
    side: russia
    relay: [{{name: Russian news agencies}}]
  event: {{type: fighting}}
  places:
  - {{name: Bakhmut, mention: Bachmout, span: [330, 338], id: 'geonames:713174', country: UA,
     admin1: Donetsk, lat: 48.59419, lon: 37.99886, precision: settlement}}
- id: 2023-01-25-russian-troops-advance-ff879654#03
  text: they have so far failed to breach Ukraine’s defences
  spans: [[851, 903]]
  quotation: indirect
  stance: asserts
  source: {{name: narrator, kind: narrator, side: independent}}
  event:
    type: breach
    initiator: {{name: Russian Armed Forces, side: russia}}
    success: false
  places:
  - {{name: Bakhmut, mention: Bakhmout, span: [718, 726], id: 'geonames:713174', country: UA,
     admin1: Donetsk, lat: 48.59419, lon: 37.99886, precision: settlement}}
- id: 2023-01-25-russian-troops-advance-ff879654#04
  text: Russian attacks on Bachmout and its surroundings
  spans: [[1884, 1932]]
  quotation: indirect
  stance: confirms
  source:
    name: General Staff of the Armed Forces of Ukraine
    mention: {{text: The Ukrainian General Staff, span: [1846, 1873]}}
    kind: organisation
    side: ukraine
  event:
    type: attack
    initiator: {{name: Russian Armed Forces, side: russia}}
  places:
  - {{name: Bakhmut, mention: Bachmout, span: [1903, 1911], id: 'geonames:713174', country: UA,
     admin1: Donetsk, lat: 48.59419, lon: 37.99886, precision: settlement}}
  time: {{said: 2023-01-25}}
- id: 2023-01-25-russian-troops-advance-ff879654#05
  text: Russian forces have made marginal territorial gains in Bakhmout.
  spans: [[2047, 2111]]
  quotation: direct
  stance: asserts
  source:
    name: Institute for the Study of War
    mention: {{text: the Institute for the Study of War (ISW), span: [1947, 1987]}}
    kind: organisation
    side: independent
  event:
    type: advance
    initiator: {{name: Russian Armed Forces, side: russia}}
    degree: marginal
    inside: true
  places:
  - {{name: Bakhmut, mention: Bakhmout, span: [2102, 2110], id: 'geonames:713174', country: UA,
     admin1: Donetsk, lat: 48.59419, lon: 37.99886, precision: settlement}}
"""


@pytest.fixture
def ledger(tmp_path):
    events = tmp_path / "ledger" / "events"
    events.mkdir(parents=True)
    text = RECORDS.format(sha="f" * 64)
    (events / "2023-01-25-russian-troops-advance-ff879654.yaml").write_text(text, "utf-8")
    return tmp_path / "ledger"


@pytest.fixture
def compare(cli, ledger):
    def run(*arguments, **options):
        return cli("compare", "--ledger", str(ledger), *arguments, **options)

    return run


def questions(done):
    return {q["topic"]: q for q in json.loads(done.stdout)["questions"]}


def test_the_sample_shows_gains_in_tension_and_attacks_conceded(compare):
    done = compare("--place", "bakhmut", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    rows = questions(done)
    assert rows["territory"]["verdict"] in ("disputed", "tension")
    assert rows["territory"]["reason"] == "gains inside ⇄ defences not breached"
    assert rows["combat"]["verdict"] == "conceded"
    assert [p["side"] for p in rows["combat"]["positions"]] == ["russia", "ukraine"]


def test_json_has_the_shape_of_its_schema(compare):
    schema = json.loads(schema_path("compare_output.schema.json").read_text("utf-8"))
    views = ["--timeline", "--matrix", "--excluded"]
    for arguments in (
        ["--place", "bakhmut"], [], ["--place", "qqqq"], ["--place", "odesa"],
        ["--place", "bakhmut", *views], views,
    ):  # fmt: skip
        jsonschema.validate(json.loads(compare("--format", "json", *arguments).stdout), schema)


@pytest.mark.parametrize(
    "spelling", ["bakhmut", "BACHMUT", "Bakhmout", "Бахмут", "Artemivsk", "باخموت", "בבחמוט"]
)
def test_any_spelling_finds_the_place(compare, spelling):
    place = json.loads(compare("--place", spelling, "--format", "json").stdout)["place"]
    assert place == {
        "name": "Bakhmut",
        "id": "geonames:713174",
        "spellings": ["Bachmout", "Bakhmout"],
    }


def test_an_unknown_spelling_gives_near_ones_and_an_empty_result(compare):
    done = compare("--place", "Bakhmud", "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "place": None,
        "questions": [],
        "relations": [],
        "answers": [],
    }
    assert "did you mean Bakhmut" in done.stderr
    assert compare("--place", "Bakhmud").stdout == ""


def test_a_place_nobody_speaks_of(compare):
    done = compare("--place", "Odesa")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no such claim about Odesa" in done.stderr


def test_a_pipe_gets_plain_words(compare):
    done = compare("--place", "bakhmut", "--width", "120")
    assert "\x1b" not in done.stdout
    assert done.stdout.startswith("Bakhmut  settlement, Donetsk, Ukraine · spelled Bachmout")
    assert "ISW, by 25 Jan" in done.stdout


def test_colour_when_it_is_asked_for(compare):
    done = compare("--place", "bakhmut", "--color", "always")
    assert "\x1b[1;35mTENSION" in done.stdout


def test_without_a_place_every_place_is_shown(compare):
    done = compare("--width", "80")
    assert done.stdout.startswith("Bakhmut  settlement")
    found = json.loads(compare("--format", "json").stdout)
    assert found["place"] is None
    assert len(found["relations"]) >= 4


def test_csv_and_markdown(compare):
    rows = list(csv.DictReader(io.StringIO(compare("--format", "csv").stdout)))
    assert {row["id"][-2:] for row in rows} == {"01", "02", "03", "04", "05"}
    page = compare("--place", "bakhmut", "--format", "md").stdout
    assert page.startswith("## Bakhmut\n")
    assert "| Is it under attack? |" in page


def test_one_topic_one_side(compare):
    done = compare(
        "--place", "bakhmut", "--format", "json", "--topic", "combat", "--side", "Ukraine"
    )
    rows = questions(done)
    assert list(rows) == ["combat"]
    assert [p["side"] for p in rows["combat"]["positions"]] == ["ukraine"]


def test_several_sides_and_the_article_itself(compare):
    rows = questions(compare("--format", "json", "--side", "russia,article"))
    assert {p["side"] for row in rows.values() for p in row["positions"]} == {"russia", "narrator"}


def test_since_and_until(compare):
    assert questions(compare("--format", "json", "--since", "2023-02")) == {}
    assert questions(compare("--format", "json", "--until", "2023-01-25"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "pdf"], "'pdf' is not one of table, json, jsonl, csv, md, html"),
        (["--topic", "weather"], "'weather' is not one of territory, combat"),
        (["--side", "mars"], "'mars' is not one of russia, ukraine"),
        (["--side", "mars"], "more; `counterclaim list sides` names yours"),
        (["--output", "page.pdf"], "does not tell the form: name it .html, .md"),
        (["--since", "2023-13"], "'2023-13' is no date"),
        (["--until", "yesterday"], "'yesterday' is no date"),
        (["--since", "2024", "--until", "2023"], "2024 lies after --until 2023"),
        (["--color", "pink"], "'pink' is not one of auto, always, never"),
        (["--width", "3"], "'--width'"),
        (["--near", "25km"], "tell the place with --place"),
        (["--place", "bakhmut", "--near", "far"], "'far' is no distance"),
        (["--place", "bakhmut", "--near", "-5"], "'-5' is no distance"),
        (["--format", "csv", "--timeline", "--matrix"], "choose one of --timeline, --matrix"),
    ],
)
def test_wrong_options_are_told(compare, arguments, message):
    done = compare(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in " ".join(done.stderr.split())


def test_a_folder_that_is_no_ledger(cli, tmp_path):
    done = cli("compare", "--ledger", str(tmp_path))
    assert done.returncode == 2
    assert "CC042 has no events/ folder: not a ledger" in done.stderr


def test_no_ledger_yet(cli, tmp_path):
    done = cli("compare", "--place", "bakhmut", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "help: ingest an article first, or name the folder with --ledger" in done.stderr


def test_a_damaged_file_costs_only_itself(compare, ledger):
    (ledger / "events" / "damaged.yaml").write_text("events: [", "utf-8")
    done = compare("--place", "bakhmut", "--format", "json")
    assert done.returncode == 1
    assert "damaged.yaml" in done.stderr
    assert questions(done)["combat"]["verdict"] == "conceded"


def test_two_runs_are_the_same(program, ledger):
    asked = ("compare", "--ledger", str(ledger), "--place", "bakhmut")
    runs = {
        program(*asked, env={"PYTHONHASHSEED": seed, "TZ": zone}).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(runs) == 1


def test_one_source(compare):
    rows = questions(compare("--format", "json", "--source", "general staff"))
    assert list(rows) == ["combat"]
    done = compare("--source", "Pushlin")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no source is known as “Pushlin”: did you mean Denis Pushilin?" in done.stderr
    assert "no source is known as “foo”\n" in compare("--source", "foo").stderr  # not "for"


def test_a_topic_without_a_place_finds_the_places_that_have_it(compare):
    done = compare("--topic", "combat", "--side", "ukraine", "--width", "80")
    assert done.stdout.startswith("Bakhmut  settlement")
    assert "Ukrainian General Staff, 25 Jan, CONFIRMS" in done.stdout


NOWHERE = """\
schema: counterclaim/1
article:
  id: 2023-01-26-losses-mount-0a1b2c3d
  sha256: "{sha}"
  file: losses.txt
  title: Losses mount
  published: 2023-01-26
  published_from: option
  language: en
events:
"""
TOLL = """\
- id: 2023-01-26-losses-mount-0a1b2c3d#{n:02}
  text: lost {n}00 men in a day
  spans: [[{n}0, {n}9]]
  quotation: indirect
  stance: asserts
  source: {{name: Ukrainian General Staff, kind: organisation, side: ukraine}}
  event: {{type: casualties}}
  quantities: [{{what: killed, mention: {n}00 men, span: [{n}1, {n}8], low: {n}00, best: {n}00,
     high: {n}00, unit: null}}]
"""


@pytest.fixture
def nowhere(ledger):
    """Claims without a place, in an article that names none."""
    text = NOWHERE.format(sha="e" * 64) + "".join(TOLL.format(n=n) for n in range(1, 6))
    (ledger / "events" / "2023-01-26-losses-mount-0a1b2c3d.yaml").write_text(text, "utf-8")


@pytest.mark.usefixtures("nowhere")
def test_claims_about_no_known_place_come_last(compare):
    pages = compare("--width", "80").stdout
    assert pages.index("Bakhmut  settlement") < pages.index("No place known\n1 article · 5 claims")
    alone = compare("--topic", "casualties", "--source", "general staff", "--width", "80")
    assert alone.stdout.startswith("No place known\n1 article · shown: 5 of 5 claims")
    assert "lost 100 men" in alone.stdout
    assert compare("--place", "bakhmut", "--topic", "casualties").stdout == ""
    found = json.loads(compare("--topic", "casualties", "--format", "json").stdout)
    assert found["place"] is None
    assert len(found["questions"][0]["positions"][0]["events"]) == 5
    assert "## No place known" in compare("--format", "md").stdout
    assert "No place known" in compare("--format", "html").stdout


@pytest.mark.usefixtures("nowhere")
def test_what_is_cut_off_can_be_opened(compare):
    for width in ("80", "120"):
        cut = compare("--topic", "casualties", "--width", width).stdout
        assert "+2 more" in cut
        assert "+2 more: --topic casualties --all" in cut
        whole = compare("--topic", "casualties", "--width", width, "--all").stdout
        assert all(f"lost {n}00 men in a day" in whole for n in range(1, 6))
        assert "more" not in whole.replace("More:", "")
    assert "+2 more" in compare("--topic", "casualties", "--format", "md").stdout
    assert "+2 more" not in compare("--topic", "casualties", "--format", "md", "--all").stdout


@pytest.mark.parametrize(
    "filters",
    [("--side", "ukraine"), ("--side", "russia"), ("--source", "pushilin"), ("--topic", "combat")],
    ids=" ".join,
)
def test_what_is_shown_changes_no_verdict(compare, filters):
    whole = questions(compare("--place", "bakhmut", "--format", "json"))
    part = questions(compare("--place", "bakhmut", "--format", "json", *filters))
    assert part
    assert {t: q["verdict"] for t, q in part.items()} == {t: whole[t]["verdict"] for t in part}


def test_the_head_says_what_is_not_shown(compare):
    page = compare("--place", "bakhmut", "--side", "ukraine", "--width", "100").stdout
    assert "1 article · shown: 1 of 5 claims (side ukraine) by 1 source" in page
    assert "CONCEDED" in page


def test_grades_rest_on_all_claims(compare, tmp_path):
    graded = tmp_path / "mine.yaml"
    graded.write_text("sources:\n- {name: Denis Pushilin, reliability: D}\n", "utf-8")

    def grades(*more):
        done = compare("--format", "json", "--admiralty", str(graded), *more)
        return json.loads(done.stdout)["admiralty"]

    whole, part = grades(), grades("--side", "ukraine")
    assert part == {id_: whole[id_] for id_ in part}
    assert 0 < len(part) < len(whole)


def test_claims_near_a_place(compare):
    near = questions(compare("--place", "Chasiv Yar", "--near", "25km", "--format", "json"))
    assert sum(len(p["events"]) for row in near.values() for p in row["positions"]) == 5
    page = compare("--place", "Chasiv Yar", "--near", "25", "--width", "80").stdout
    assert "(Bakhmut, 12 km)" in page
    assert page.splitlines()[0].endswith("and 25 km around")
    assert compare("--place", "Chasiv Yar", "--near", "3km").stdout == ""


def test_over_time(compare):
    page = compare("--place", "bakhmut", "--timeline", "--width", "100").stdout
    assert "by 25 Jan" in page
    assert "--matrix · --excluded" in page
    rows = list(csv.DictReader(io.StringIO(compare("--timeline", "--format", "csv").stdout)))
    assert {row["dated_by"] for row in rows} == {"said", "published"}


def test_sources_against_sources(compare):
    page = compare("--matrix").stdout
    assert "Sources against sources" in page
    assert "Pushilin (Russia)" in page
    rows = list(csv.DictReader(io.StringIO(compare("--matrix", "--format", "csv").stdout)))
    assert ("Denis Pushilin", "Institute for the Study of War") in {
        (row["a"], row["b"]) for row in rows
    }


def test_what_is_left_out(compare):
    page = compare("--place", "bakhmut", "--side", "russia", "--excluded").stdout
    assert "Left out: 3 of 5 claims" in page
    assert "of another side" in page
    everywhere = compare("--place", "Odesa", "--excluded").stdout
    assert "Left out: 5 of 5 claims" in everywhere


def test_a_report_has_the_table_and_the_views(compare):
    options = ("--place", "bakhmut", "--timeline", "--matrix", "--excluded")
    page = compare(*options, "--format", "md").stdout
    heads = [line for line in page.splitlines() if line.startswith("#")]
    assert heads[0] == "## Bakhmut"
    assert "### Over time: Is it under attack?" in heads
    assert "### Sources against sources" in heads
    assert "### Left out: 0 of 5 claims" in heads
    html = compare(*options, "--format", "html").stdout
    assert "<h2>Sources against sources</h2>" in html


def test_places_need_no_option(compare):
    named = compare("--place", "bakhmut", "--width", "100").stdout
    assert compare("bakhmut", "--width", "100").stdout == named
    assert compare("bakhmut", "--place", "bakhmut", "--width", "100").stdout == named


def test_several_places_make_several_comparisons(compare):
    page = compare("bakhmut", "odesa", "bachmut", "--format", "html")
    assert page.stdout.count("<h1>") == 2
    assert "no such claim about Odesa" in page.stderr
    refused = compare("bakhmut", "odesa", "--format", "json")
    assert (refused.returncode, "one place: ask for one" in refused.stderr) == (2, True)


@pytest.mark.parametrize(
    ("name", "begins"),
    [("b.html", "<!DOCTYPE html>"), ("b.json", "{"), ("b.csv", "topic,"), ("b.md", "## Bakhmut"),
     ("b.txt", "Bakhmut  settlement")],
)  # fmt: skip
def test_the_name_of_a_file_tells_its_form(compare, tmp_path, name, begins):
    done = compare("bakhmut", "-o", str(tmp_path / name))
    assert (done.returncode, done.stdout) == (0, "")
    assert f"{name} (" in done.stderr
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_a_file_has_what_would_be_printed(compare, tmp_path):
    page = compare("bakhmut", "--format", "html").stdout
    compare("bakhmut", "--output", str(tmp_path / "page"), "--format", "html")
    assert (tmp_path / "page").read_text("utf-8") == page
    assert compare("bakhmut", "-o", "-", "--format", "html").stdout == page


def test_a_file_that_does_not_do_is_refused(compare, tmp_path):
    odd = compare("bakhmut", "-o", str(tmp_path / "page.pdf"))
    assert (odd.returncode, "does not tell the form" in odd.stderr) == (2, True)
    (tmp_path / "taken.html").mkdir()
    there = compare("bakhmut", "-o", str(tmp_path / "taken.html"))
    assert (there.returncode, "cannot be written" in there.stderr) == (2, True)


def test_a_mistyped_choice_is_answered_with_the_likely_one(compare):
    done = compare("--side", "ukrane")
    assert (done.returncode, "(did you mean ukraine?)" in done.stderr) == (2, True)
    assert "did you mean" not in compare("--topic", "zzz").stderr


def test_a_source_whose_claims_name_no_place_is_shown_where_its_article_is(cli, tmp_path):
    (tmp_path / "a.txt").write_text(
        "Shells hit Orikhiv\n\nEight people were killed by shells in Orikhiv, Mayor Ivan Koval "
        "said. The World Food Programme doubted the number of dead.\n"
    )
    assert cli("ingest", str(tmp_path / "a.txt"), "--ledger", str(tmp_path)).returncode == 0
    done = cli("compare", "--source", "wfp", "--ledger", str(tmp_path))
    assert (done.stdout.partition(" ")[0], "DOUBTS" in done.stdout) == ("Orikhiv", True)


@pytest.mark.usefixtures("nowhere")
def test_a_page_about_nothing_takes_the_place_of_no_other(compare, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("a good page", "utf-8")
    done = compare("--place", "atlantis", "-o", str(page))
    assert done.returncode == 0
    assert "nothing is written to" in done.stderr
    assert page.read_text("utf-8") == "a good page"


def test_a_name_of_two_places_says_what_was_taken(cli, tmp_path):
    text = (
        "Donetsk under fire\n\nShells fell on the city of Donetsk on Monday, the mayor said.\n\n"
        "Fighting continues in Donetsk region, the General Staff of Ukraine said.\n"
    )
    (tmp_path / "a.txt").write_text(text)
    case = str(tmp_path / "case")
    cli("ingest", str(tmp_path / "a.txt"), "--published", "2023-02-01", "--ledger", case, "-q")
    done = cli("compare", "donetsk", "--ledger", case)
    assert (
        "note: Donetsk is taken for the settlement; it is also the region, Ukraine" in done.stderr
    )
    assert "compare 'Donetsk Oblast'" in done.stderr
    assert "it is also" not in cli("compare", "Donetsk Oblast", "--ledger", case).stderr
