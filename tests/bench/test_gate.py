"""The gate itself: its labels are sound, its figures mean what they say, its floors hold."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from gate import FOLDER, below_floor, figures, repin
from gate_grounds import score_grounds
from gate_layers import score_attributions, score_places, score_times
from gate_scores import (
    Score,
    pair_claims,
    same_interval,
    same_name,
    score_claims,
    unsupported,
)
from gate_sets import FLOORS, fingerprint, labelled_files, read_articles
from gate_speakers import is_right, score_speakers
from gate_spellings import is_meant, score_spellings, spellings
from gate_values import score_intervals, score_quantities

from counterclaim.extraction.times import Timex
from counterclaim.knowledge.gazetteer import PlaceEntry
from counterclaim.knowledge.load import read_yaml
from counterclaim.records.model import (
    ArticleInfo,
    Claim,
    Event,
    Place,
    Quantity,
    Record,
    Relay,
    Source,
    Time,
)
from counterclaim.resources import schema_path

ARTICLE = """\
set: claims
published: 2023-01-25
text: The army said it took Terny on Monday. Kyiv denied it.
claims:
- words: it took Terny on Monday
  source: Army of Nowhere
  side: [russia, unknown]
  event: capture
  places: [Terny]
  time: 2023-01-23
- words: Kyiv denied it
  optional: true
"""


INFO = ArticleInfo(id="a", sha256="0" * 64, file="a.txt")
QUANTITIES = """\
set: quantities
published: 2023-01-25
sentences:
- text: Shells killed 12 civilians.
  quantities:
  - {words: "12 civilians", what: killed, low: 12, high: 12, counted: civilians}
"""
GROUNDS = """\
set: grounds
published: 2023-01-25
text: The army said it took Terny on Monday.
claims:
- words: it took Terny on Monday
  side: russia
  places: [Terny]
  time: 2023-01-23
"""
INTERVALS = """\
set: intervals
sentences:
- {text: The mill burned on Tuesday., dct: 2023-01-25, times: [[Tuesday, "2023-01-24"]]}
"""


@pytest.mark.parametrize("path", labelled_files(FOLDER), ids=lambda p: p.stem)
def test_labels_follow_their_schema(path):
    import jsonschema

    schema = json.loads(schema_path("gate.schema.json").read_text("utf-8"))
    jsonschema.validate(read_yaml(path), schema)


def test_sizes_of_the_labelled_sets():
    claims = [c for a in read_articles(FOLDER) for c in a.claims if not c.optional]
    assert len(claims) >= 60
    for name in ("grounds", "grounds-held"):
        assert sum(len(a.claims) for a in read_articles(FOLDER, name)) >= 80
    assert len(read_yaml(FOLDER / "times.yaml")["sentences"]) >= 30
    assert len(read_yaml(FOLDER / "intervals.yaml")["sentences"]) >= 100
    assert len(read_yaml(FOLDER / "intervals-held.yaml")["sentences"]) >= 100
    assert len(read_yaml(FOLDER / "quantities.yaml")["sentences"]) >= 50
    assert len(read_yaml(FOLDER / "quantities-held.yaml")["sentences"]) >= 50
    assert len(read_yaml(FOLDER / "places.yaml")["sentences"]) >= 20
    assert len(read_yaml(FOLDER / "attributions.yaml")["texts"]) >= 25
    assert len(read_yaml(FOLDER / "speakers.yaml")["texts"]) >= 110
    halves = [place["half"] for place, _, _ in spellings(FOLDER)]
    assert min(halves.count("development"), halves.count("measurement")) >= 500


def test_all_labelled_words_stand_in_their_texts():
    nothing = {
        "attributions": score_attributions(FOLDER, lambda text: []),
        "times": score_times(FOLDER, lambda text, dct: []),
        "places": score_places(FOLDER, lambda text: []),
        "intervals": score_intervals(FOLDER / "intervals.yaml", lambda text, dct: []),
        "intervals-held": score_intervals(FOLDER / "intervals-held.yaml", lambda text, dct: []),
    }
    assert set(figures(nothing).values()) == {0.0}
    assert score_speakers(FOLDER, lambda text: [])["name"].right == 0
    assert all(score.expected > 20 for scores in nothing.values() for score in scores.values())


TERNY = {"place": "Terny", "country": "UA", "kind": "settlement", "lat": "49.1", "lon": "37.9"}


@pytest.mark.parametrize(
    ("change", "meant"),
    [
        ({}, True),
        ({"country": "RU"}, False),
        ({"kind": "region"}, False),
        ({"lat": 49.5}, False),
        ({"lat": None}, False),
    ],
)
def test_a_spelling_is_right_when_its_place_is_meant(change, meant):
    entry = replace(PlaceEntry("cc:terny", "Terny", "UA", lat=49.09, lon=37.96), **change)
    assert is_meant(TERNY, entry) is meant


def test_no_answer_is_not_right_and_not_wrong():
    scores = score_spellings(FOLDER, lambda spelling: [])
    assert {key: score.f1 for key, score in scores.items()} == {
        "development_right": 0.0,
        "development_not_wrong": 100.0,
        "measurement_right": 0.0,
        "measurement_not_wrong": 100.0,
    }


def test_words_that_do_not_stand_in_the_text_are_an_error(tmp_path):
    (tmp_path / "claims").mkdir()
    file = tmp_path / "claims" / "a.yaml"
    file.write_text(ARTICLE.replace("words: it took", "words: they took"), "utf-8")
    with pytest.raises(ValueError, match="exactly once: 'they took Terny on Monday'"):
        read_articles(tmp_path)


def test_a_right_claim_scores_in_every_field(labels):
    scores = _scores(labels, _claim())
    fields = ("found", "attributed", "source", "side", "stance", "event", "places", "time")
    assert [scores[f].f1 for f in fields] == [100.0] * len(fields)
    assert scores["supported"].f1 == 100.0


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("source", {"source": Source("Navy of Nowhere", "organisation", "russia")}),
        ("side", {"source": Source("Army of Nowhere", "organisation", "ukraine")}),
        ("stance", {"stance": "denies"}),
        ("quotation", {"quotation": "direct"}),
        ("hedged", {"hedged": True}),
        ("event", {"event": Event("shelling")}),
        ("places", {"places": (Place("Yampil", "Yampil", (22, 27)),)}),
        ("time", {"time": Time(earliest="2023-01-16", latest="2023-01-16")}),
        ("quantities", {"quantities": (Quantity("men", "three", (0, 5), 3, 3, 3),)}),
    ],
)
def test_a_wrong_field_is_counted_where_it_is_wrong(labels, field, change):
    scores = _scores(labels, _claim(**change))
    assert scores["found"].f1 == 100.0
    assert scores[field].right == 0
    assert scores[field].found == 1


@pytest.mark.parametrize(
    "change",
    [
        {"places": (Place("Terny", "Terny", (22, 27)), Place("Yampil", "it", (13, 15)))},
        {"source": Source("Army of Nowhere", "organisation", "ukraine")},
    ],
)
def test_what_nothing_supports_is_counted(labels, change):
    assert _scores(labels, _claim(**change))["supported"].f1 == 0.0


def test_a_wrong_date_a_wrong_side_and_a_homonym_are_unsupported(labels):
    label = replace(labels[0], places=(("Terny, UA", "Terny, Donetsk"),))
    here = Place("Terny", "Terny", (22, 27), country="UA")
    assert unsupported(label, _claim(places=(here,))) == []
    wrong = {
        "places": _claim(places=(replace(here, country="RU"),)),
        "time": _claim(places=(), time=Time(earliest="2023-01-24", latest="2023-01-24")),
        "side": _claim(places=(), source=Source("Army of Nowhere", "organisation", "ukraine")),
    }
    assert {field: unsupported(label, claim) for field, claim in wrong.items()} == {
        field: [field] for field in wrong
    }
    nothing = _claim(places=(), time=Time(), source=Source("Army of Nowhere", "organisation"))
    assert unsupported(label, nothing) == []


def test_grounds_count_by_field(tmp_path, labels):
    file = tmp_path / "grounds" / "a.yaml"
    file.parent.mkdir()
    file.write_text(GROUNDS, "utf-8")
    claim = _claim(time=Time(earliest="2023-01-24", latest="2023-01-24"))
    scores = score_grounds(tmp_path, "grounds", lambda article: Record(INFO, (claim,)))
    got = {field: (s.right, s.found, s.expected) for field, s in scores.items()}
    assert got == {
        "found": (1, 1, 1),
        "places": (1, 1, 1),
        "time": (0, 1, 1),
        "side": (1, 1, 1),
        "supported": (0, 1, 1),
        "supported_places": (1, 1, 1),
        "supported_time": (0, 1, 1),
        "supported_side": (1, 1, 1),
    }


def test_optional_claims_count_for_nothing(labels):
    extra = _claim(spans=((39, 53),), text="Kyiv denied it")
    scores = _scores(labels, _claim(), extra)
    assert (scores["found"].found, scores["found"].expected) == (1, 1)


def test_a_claim_nobody_expected_costs_precision(labels):
    scores = _scores(labels, _claim(), _claim(spans=((0, 8),), text="The army"))
    assert (scores["found"].precision, scores["found"].recall) == (50.0, 100.0)
    assert scores["event"].precision == 50.0


def test_the_source_decides_between_two_claims_on_the_same_words(labels):
    claims = [_claim(source=Source("Navy", "organisation")), _claim()]
    assert pair_claims(labels, claims) == [(0, 1)]


@pytest.mark.parametrize(
    ("expected", "earliest", "latest", "same"),
    [
        ("2023-01-23", "2023-01-23", "2023-01-23", True),
        ("2023-01", "2023-01-01", "2023-01-20", True),
        ("2023-01", "2023-01-01", "2023-01-10", False),
        ("2022-09/..", "2022-09-01", None, True),
        ("2022", "2023", "2023", False),
    ],
)
def test_intervals_that_share_half_are_the_same(expected, earliest, latest, same):
    assert same_interval(expected, earliest, latest) is same


def test_names_match_by_words():
    assert same_name("General Staff", "the General Staff of Ukraine")
    assert not same_name("General Staff", "General Ivanov")


@pytest.mark.parametrize(
    ("earliest", "latest", "right", "found"),
    [
        ("2023-01-24", "2023-01-24", 1, 1),
        ("2023-01-17", "2023-01-17", 0, 1),
        (None, None, 0, 0),
    ],
)
def test_a_date_counts_by_the_days_it_covers(tmp_path, earliest, latest, right, found):
    file = tmp_path / "intervals.yaml"
    file.write_text(INTERVALS, "utf-8")
    timex = Timex(18, 25, "Tuesday", "DATE", "?", earliest, latest)
    (score,) = score_intervals(file, lambda text, dct: [timex]).values()
    assert (score.right, score.found, score.expected) == (right, found, 1)


def test_a_date_that_nobody_expected_is_counted(tmp_path):
    file = tmp_path / "intervals.yaml"
    file.write_text(INTERVALS, "utf-8")
    day = "2023-01-24"
    timexes = [Timex(s, s + 3, "", "DATE", day, day, day) for s in (0, 18)]
    (score,) = score_intervals(file, lambda text, dct: timexes).values()
    assert (score.right, score.found) == (1, 2)


def test_a_quantity_counts_by_its_interval_and_by_what_else_it_says(tmp_path):
    file = tmp_path / "quantities.yaml"
    file.write_text(QUANTITIES, "utf-8")
    right = Quantity("killed", "12 civilians", (14, 26), 12, 12, 12, counted="civilians")
    wrong = replace(right, low=11, counted="soldiers", side="russia")
    for quantity, number, counted, side in ((right, 1, 1, 0), (wrong, 0, 0, 1)):
        scores = score_quantities(file, lambda text, dct, q=quantity: [q])
        assert (scores["number"].right, scores["counted"].right) == (number, counted)
        assert (scores["side"].found, scores["side"].expected) == (side, 0)


@pytest.mark.parametrize("name", ["quantities", "quantities-held"])
def test_the_words_of_labelled_quantities_stand_in_their_texts(name):
    scores = score_quantities(FOLDER / f"{name}.yaml", lambda text, dct: [])
    assert scores["number"].expected >= 60
    assert all(score.expected for score in scores.values())


def test_f1_is_cut_and_never_rounded_up():
    assert figures({"claims": {"found": Score(right=2, found=3, expected=3)}}) == {
        "claims.found": 66.6
    }


def test_a_fall_below_the_floor_fails():
    floors = {"claims.found": 80.0, "claims.side": 90.0, "relations.kind": 70.0}
    floors |= {"relations-held.kind": 70.0, "times.value": 70.0}
    reached = {"claims.found": 79.5, "claims.side": 88.0, "relations.kind": 68.0}
    assert below_floor(reached | {"relations-held.kind": 66.0}, floors) == [
        "claims.side: 88.0 is below its floor 90.0",
        "relations-held.kind: 66.0 is below its floor 70.0",
        "times.value: no longer measured (floor 70.0)",
    ]


def test_floors_are_raised_but_not_lowered_without_a_reason():
    pinned = {"sha256": "old", "floors": {"claims.found": 80.0}, "lowered": []}
    raised = repin(pinned, {"claims.found": 82.5}, "new", None)
    assert raised == {"sha256": "new", "floors": {"claims.found": 82.5}, "lowered": []}
    with pytest.raises(ValueError, match=r"would lower claims\.found"):
        repin(pinned, {"claims.found": 70.0}, "new", None)
    lowered = repin(pinned, {"claims.found": 70.0}, "new", "harder texts were added")
    assert lowered["floors"] == {"claims.found": 70.0}
    assert lowered["lowered"] == ["harder texts were added"]


def test_floors_are_those_of_the_labels_as_they_are():
    assert read_yaml(FOLDER / FLOORS)["sha256"] == fingerprint(FOLDER), "run make repin"


@pytest.fixture
def labels(tmp_path):
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text(ARTICLE, "utf-8")
    return read_articles(tmp_path)[0].claims


def _claim(**change):
    right = {
        "id": "a#01",
        "text": "it took Terny on Monday",
        "spans": ((14, 37),),
        "quotation": "indirect",
        "stance": "asserts",
        "source": Source("Army of Nowhere", "organisation", "russia"),
        "event": Event("capture"),
        "places": (Place("Terny", "Terny", (22, 27)),),
        "time": Time(earliest="2023-01-23", latest="2023-01-23"),
    }
    return Claim(**{**right, **change})


def _scores(labels, *claims):
    scores = {}
    score_claims(labels, claims, scores)
    return scores


@pytest.mark.parametrize(
    ("label", "right"),
    [
        ({"name": "Olena Koval"}, True),
        ({"name": ["the mayor", "Olena KOVAL"]}, True),
        ({"name": "Koval"}, False),
        ({"name": "Olena Koval", "relay": ["Reuters"]}, True),
        ({"name": "Olena Koval", "relay": []}, False),
        ({"name": "Olena Koval", "side": "independent"}, False),
    ],
)
def test_a_speaker_is_right_by_whole_name_side_and_relay(label, right):
    source = Source("Olena Koval", "person", "ukraine", relay=(Relay("Reuters", None),))
    assert all(is_right(label, source, field) for field in label) == right
