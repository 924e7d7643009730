"""`counterclaim explain`: one name in, its words out; two names in, gates and axes out."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from counterclaim.app import build_app
from counterclaim.records.codes import CODES

ROW = """schema: counterclaim/1
article: {id: road-1, sha256: "%s", file: road.txt, published: 2023-03-02}
events:
- {id: "road-1#01", text: the road is cut, spans: [[0, 15]], quotation: indirect, stance: asserts,
   source: {name: residents, kind: unnamed, side: unknown}, event: {type: supply_line, state: cut}}
- {id: "road-1#02", text: the road is open, spans: [[20, 36]], quotation: indirect, stance: asserts,
   source: {name: officials, kind: unnamed, side: unknown}, event: {type: supply_line, state: open}}
"""


@pytest.fixture
def run(tmp_path):
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "road-1.yaml").write_text(ROW % ("0" * 64), "utf-8")

    def invoke(*names):
        return CliRunner().invoke(build_app(), ["explain", *names, "--ledger", str(tmp_path)])

    return invoke


def test_two_states_of_one_road(run):
    found = json.loads(run("road-1#1", "road-1#2", "--format", "json").stdout)
    assert found["relation"]["axis"] == "access"
    assert [gate["open"] for gate in found["gates"]] == [True] * 5


TEXT = """Residents of Orikhiv say the road is cut.

The governor, writing on Telegram, denied this.
"""


def at(words):
    start = TEXT.index(words)
    return f"{{text: {words}, span: [{start}, {start + len(words)}]}}"


DENIED = f"""schema: counterclaim/1
article: {{id: post-1, sha256: "{"0" * 64}", file: post.txt, title: The road}}
events:
- id: "post-1#01"
  text: the road is cut
  spans: [[25, 40]]
  quotation: indirect
  stance: asserts
  source: {{name: residents, kind: unnamed, side: unknown, mention: {at("Residents of Orikhiv")},
    cue: {at("say")}}}
  event: {{type: supply_line, state: cut}}
- id: "post-1#02"
  text: the road is cut
  spans: [[25, 40]]
  quotation: indirect
  stance: denies
  stance_cues: [{at("denied")}]
  responds_to: "post-1#01"
  source: {{name: Governor, kind: person, side: ukraine, mention: {at("The governor")},
    cue: {at("denied")}, relay: [{{name: Telegram, mention: {at("Telegram")}}}]}}
  event: {{type: supply_line, state: cut}}
  places: [{{name: Orikhiv, mention: Orikhiv, span: [13, 20], id: "geonames:698148",
    precision: settlement, relation: near}}]
  time: {{said: 2023-03-02}}
"""


@pytest.fixture
def explain(tmp_path):
    for folder in ("events", "articles"):
        (tmp_path / folder).mkdir()
    (tmp_path / "events" / "post-1.yaml").write_text(DENIED, "utf-8")
    (tmp_path / "articles" / "post-1.txt").write_text(TEXT, "utf-8")

    def invoke(*names):
        return CliRunner().invoke(build_app(), ["explain", *names, "--ledger", str(tmp_path)])

    return invoke


def test_what_a_denial_rests_on(explain):
    assert (
        explain("post-1#2").stdout
        == """\
post-1#02
The road · post.txt

   1  Residents of Orikhiv say the road is cut.
                   ^^^^^^^ place
                               ^^^^^^^^^^^^^^^ claim
   3  The governor, writing on Telegram, denied this.
      ^^^^^^^^^^^^ source
                               ^^^^^^^^ relay
                                         ^^^^^^ cue, stance

source     Governor · person · side: ukraine
relay      Telegram
stance     denies: “denied”
quotation  indirect
event      supply line
meaning    A route or supply line to P is cut, under fire or open.
PLOVER     COERCE-withhold or ASSAULT-destroy
CAMEO      191 Impose blockade, restrict movement
ACLED      Strategic developments / Disrupted weapons use
state      cut
place      Orikhiv (“Orikhiv”) · near · settlement · geonames:698148 · ACLED geo_precision 2 · UCDP
           where_prec 2
said       2023-03-02
answers    post-1#01 residents: “the road is cut”
"""
    )


def test_a_plain_assertion_and_who_answers_it(explain):
    lines = explain("post-1#1").stdout.splitlines()
    assert "stance     asserts: a plain assertion" in lines
    assert "answered   post-1#02 Governor denies: “the road is cut”" in lines


def test_one_record_as_json(explain):
    found = json.loads(explain("post-1#2", "--format", "json").stdout)
    assert found["record"]["stance"] == "denies"
    assert found["words"][-1] == {
        "parts": ["cue", "stance"],
        "text": "denied",
        "span": [78, 84],
        "stands": True,
    }
    assert found["event_type"]["cameo"] == "191 Impose blockade, restrict movement"
    assert found["event_type"]["definition"].startswith("A route or supply line")
    assert (found["answers"], found["answered_by"]) == ("post-1#01", [])
    assert found["places"] == [{"name": "Orikhiv", "acled_geo_precision": 2, "ucdp_where_prec": 2}]


def test_without_the_article_the_words_of_the_record_speak(explain, tmp_path):
    (tmp_path / "articles" / "post-1.txt").unlink()
    answer = explain("post-1#2")
    assert answer.exit_code == 1
    assert "the text of the article cannot be read" in answer.stdout
    assert "  cue/stance   “denied” (characters 78-84)" in answer.stdout
    assert "the text of post-1 cannot be read: No such file" in answer.stderr


def test_words_that_have_moved_are_told(explain, tmp_path):
    (tmp_path / "articles" / "post-1.txt").write_text(TEXT.replace("denied", "DENIED"), "utf-8")
    assert "not where the record says: cue/stance “denied”" in explain("post-1#2").stdout


def test_a_name_that_means_nothing_is_wrong_usage(run):
    answer = run("road-1#1", "road-1#9")
    assert answer.exit_code == 2
    assert run("road-1#1", "road-1#2", "--format", "xml").exit_code == 2


def test_a_name_that_will_not_do_says_which_would(run, tmp_path):
    answer = run("road-1#1", "road-1#9")
    assert "no article or record is named road-1#9; road-1 has other numbers" in answer.stderr
    assert "road-1 is an article: name one of its records" in run("road-1").stderr
    other = (tmp_path / "events" / "road-1.yaml").read_text("utf-8").replace("road-1", "road-2")
    (tmp_path / "events" / "road-2.yaml").write_text(other, "utf-8")
    assert "oad#1 can mean 2:\n  road-1#01\n  road-2#01\n" in run("oad#1").stderr
    assert run("oad").stderr.startswith("oad can mean 2:")


def test_without_a_ledger_that_is_said():
    answer = CliRunner().invoke(build_app(), ["explain", "x#1", "--ledger", "nowhere"])
    assert (answer.exit_code, "CC042" in answer.stderr) == (2, True)


def test_an_error_is_explained_by_its_code(cli):
    done = cli("explain", "cc024")
    assert done.stdout.startswith("CC024 value not allowed\n\nWhat: ")
    assert "What to do: " in done.stdout
    assert json.loads(cli("explain", "CC024", "--format", "json").stdout)["code"] == "CC024"


def test_every_code_is_listed_and_explained(cli):
    codes = cli("explain", "--list").stdout.split()
    assert codes == list(CODES)
    for code in codes:
        assert "What to do:" in cli("explain", code).stdout


def test_a_code_that_there_is_not_and_no_name_at_all(cli):
    assert "there is no CC999" in cli("explain", "CC999").stderr
    assert cli("explain", "--format", "json").returncode == 2
