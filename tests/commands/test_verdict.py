"""`compare PLACE N` shows one question, `explain PLACE N` says why it has its verdict."""

from __future__ import annotations

import json

import pytest

RECORDS = """\
schema: counterclaim/1
article: {id: mill-1, sha256: "%s", file: mill.txt, published: 2023-03-03}
events:
- {id: "mill-1#01", text: Russian forces have taken Lyman, spans: [[0, 31]], quotation: indirect,
   stance: asserts, source: {name: Ivan Petrenko, kind: person, side: russia},
   event: {type: capture, initiator: {name: Russian Armed Forces, side: russia}},
   places: [PLACE]}
- {id: "mill-1#02", text: Ukrainian troops hold Lyman, spans: [[40, 67]], quotation: indirect,
   stance: asserts, source: {name: General Staff, kind: organisation, side: ukraine},
   event: {type: control, initiator: {name: Armed Forces of Ukraine, side: ukraine}},
   places: [PLACE]}
- {id: "mill-1#03", text: 7 people were wounded in Lyman, spans: [[80, 110]], quotation: indirect,
   stance: asserts, source: {name: General Staff, kind: organisation, side: ukraine},
   event: {type: casualties, harm: wounded}, places: [PLACE],
   quantities: [{what: wounded, low: 7, best: 7, high: 7, mention: 7 people, span: [80, 88]}]}
"""
PLACE = (
    "{name: Lyman, mention: Lyman, span: [26, 31], id: 'ID', country: UA, precision: settlement}"
)


@pytest.fixture
def typed(cli, tmp_path):
    from counterclaim.knowledge.place_search import find_places

    place = PLACE.replace("ID", find_places("Lyman")[0].entry.id)
    (tmp_path / "events").mkdir()
    text = (RECORDS % ("0" * 64)).replace("PLACE", place)
    (tmp_path / "events" / "mill-1.yaml").write_text(text, "utf-8")
    return lambda *words: cli(*words, "--ledger", str(tmp_path))


def test_a_question_is_asked_by_its_number_and_keeps_it(typed):
    page = typed("compare", "lyman", "2").stdout
    assert "2 AT WHAT COST?" in page
    assert "1 WHO HOLDS" not in page
    assert "shown: 1 of 3 claims (question 2)" in page
    assert "2 AT WHAT COST?" in typed("compare", "lyman", "--topic", "casualties").stdout


def test_a_number_without_a_place_is_none(typed):
    done = typed("compare", "2")
    assert done.returncode == 2
    assert "name its place before it, as in bakhmut 2" in done.stderr


def test_a_question_that_is_not_there(typed):
    for command in ("compare", "explain"):
        done = typed(command, "lyman", "9")
        assert done.returncode == 2
        assert "Lyman has 2 questions; there is no 9" in done.stderr


def test_a_verdict_is_explained_by_the_claims_it_rests_on(typed):
    page = typed("explain", "lyman", "1").stdout
    assert page.startswith("1 Who holds or gains ground in Lyman?\nDISPUTED: Petrenko (Russia): ")
    assert "a  mill-1#01\n" in page
    assert "b  mill-1#02\n" in page
    assert "= contradicts (strong), territory" in page
    assert "All of them: counterclaim compare Lyman 1 --all" in page


def test_a_verdict_that_rests_on_no_two_claims(typed):
    page = typed("explain", "lyman", "2").stdout
    assert "ONE SIDE ONLY: Nobody else speaks of it." in page
    assert "1 claim of 1 side; no two of them meet." in page


def test_a_verdict_as_json(typed):
    found = json.loads(typed("explain", "lyman", "1", "--format", "json").stdout)
    assert found["verdict"] == "disputed"
    assert found["pair"]["relation"]["relation"] == "contradicts"
    assert found["relations"] == {"contradicts": 1}


def test_a_place_alone_names_its_questions(typed):
    done = typed("explain", "lyman")
    assert done.returncode == 2
    assert "  1 Who holds or gains ground?  disputed\n" in done.stderr


def test_a_place_of_which_nothing_is_claimed(typed):
    done = typed("explain", "kyiv", "1")
    assert done.returncode == 2
    assert "nothing is claimed about kyiv" in done.stderr
