"""The gate's variation: sentences by machine, and what must be read in them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from gate import FOLDER
from gate_english import Clause, Verbs, possessive
from gate_rows import rows
from gate_sentences import Expected
from gate_variation import judge, score_variation, variants, wrong_fields

from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.predicates import load_predicates
from counterclaim.records.model import Actor, Claim, Event, Place, Quantity, Source

PATH = FOLDER / "variation.yaml"


@pytest.fixture(scope="module")
def sentences():
    return variants(PATH)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("deny", ("denies", "denied", "denied", "denying")),
        ("say", ("says", "said", "said", "saying")),
        ("admit", ("admits", "admitted", "admitted", "admitting")),
        ("visit", ("visits", "visited", "visited", "visiting")),
        ("agree", ("agrees", "agreed", "agreed", "agreeing")),
        ("brag", ("brags", "bragged", "bragged", "bragging")),
        ("attack", ("attacks", "attacked", "attacked", "attacking")),
        ("fax", ("faxes", "faxed", "faxed", "faxing")),
        ("voice", ("voices", "voiced", "voiced", "voicing")),
    ],
)
def test_verbs_have_their_forms(verb, forms):
    data = read_yaml(PATH)
    assert Verbs(data["irregular"], data["doubling"]).forms(verb) == forms


@pytest.mark.parametrize(
    ("tense", "words"),
    [
        ("past", "rebels took over the village in May"),
        ("perfect", "rebels have taken over the village in May"),
        ("progressive", "rebels are taking over the village in May"),
        ("future", "rebels will take over the village in May"),
        ("not", "rebels did not take over the village in May"),
        ("passive", "the village was taken over by rebels in May"),
    ],
)
def test_a_clause_is_told_in_every_tense_and_voice(tense, words):
    verbs = Verbs(read_yaml(PATH)["irregular"], [])
    clause = Clause("rebels", True, "take over", "the village", False, "in May")
    assert " ".join(clause.told(verbs, tense)) == words


def test_possessives():
    assert [possessive(w) for w in ("officials", "Kyiv")] == ["officials'", "Kyiv's"]


def test_every_reporting_word_and_every_predicate_is_varied(sentences):
    """The words that no frame of the variation knows are few, and known."""
    tried = {(v.row.kind, word) for v in sentences for word in v.row.words}
    verbs = {f"{c.lemma} {c.particle or ''}".strip() for c in load_cues().verbs}
    left_out = {verb for verb in verbs if ("verb", verb) not in tried}
    assert len(left_out) < len(verbs) / 10, sorted(left_out)
    events = {v.expected.event for v in sentences if v.row.kind == "predicate"} - {None}
    wrapping = {"intent", "accusation", "appeal", "assessment", "statement"}
    assert events == set(load_predicates()) - wrapping


def test_one_sentence_is_made_once_and_always_the_same(sentences):
    texts = [v.text for v in sentences]
    assert len(set(texts)) == len(texts)
    assert [v.text for v in variants(PATH)] == texts
    assert 3000 < len(texts) < 9000


def test_every_change_is_made(sentences):
    made = {v.change for v in sentences}
    assert {change["name"] for change in read_yaml(PATH)["transformations"]} <= made


def test_about_half_of_the_rows_are_held():
    held = [row.held for row in rows(read_yaml(PATH))]
    assert 0.4 < sum(held) / len(held) < 0.6


@pytest.mark.parametrize(
    ("row", "change", "text"),
    [
        (
            "say",
            "as it stands",
            "Governor Olena Marchuk said that Russian forces captured Toretsk.",
        ),
        ("say", "headline in capitals", "GOVERNOR OLENA MARCHUK SAYS THAT RUSSIAN FORCES CAPTURED"),
        ("say", "source in the middle", "Russian forces, Governor Olena Marchuk said, captured"),
        ("say", "cue denied", "Governor Olena Marchuk did not say that Russian forces captured"),
        ("say", "pronoun", "Governor Olena Marchuk toured a school. She said that"),
        ("tell", "as it stands", "Governor Olena Marchuk told reporters that"),
        (
            "accuse",
            "as it stands",
            "Governor Olena Marchuk accused Ukrainian forces of an attack on",
        ),
    ],
)
def test_sentences_look_as_they_should(sentences, row, change, text):
    made = [v.text for v in sentences if v.row.name == row and v.change == change]
    assert any(sentence.startswith(text) for sentence in made), made


RIGHT = Claim(
    id="a#01",
    text="",
    spans=((0, 5),),
    quotation="indirect",
    stance="asserts",
    source=Source("Olena Marchuk", "person", "ukraine"),
    event=Event("capture", Actor("Russian Armed Forces", "russia")),
    places=(Place("Lyman", "Lyman", (0, 5)),),
    quantities=(Quantity("tanks", "7 tanks", (0, 7), 7, 7, 7),),
)
ASKED = Expected(
    source="Olena Marchuk",
    side="ukraine",
    stances=("asserts",),
    quotation="indirect",
    event="capture",
    initiator="russia",
    place="Lyman",
    number=7,
)


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({}, ()),
        ({"source": Source("narrator", "narrator", "ukraine")}, ("narrator", "source")),
        ({"source": Source("Olena Marchuk", "person")}, ("side",)),
        ({"stance": "denies"}, ("stance",)),
        ({"quotation": "direct"}, ("quotation",)),
        ({"event": Event("shelling", Actor("", "russia"))}, ("event",)),
        ({"event": Event("capture")}, ("party",)),
        ({"places": ()}, ("place",)),
        ({"quantities": ()}, ("number",)),
    ],
)
def test_what_is_read_otherwise_is_named(change, wrong):
    assert wrong_fields(ASKED, [replace(RIGHT, **change)]) == wrong


def test_the_nearest_claim_is_asked_and_none_is_missed():
    assert wrong_fields(ASKED, [replace(RIGHT, stance="denies", places=()), RIGHT]) == ()
    assert wrong_fields(ASKED, []) == ("missed",)


def test_what_nobody_said_must_not_be_told():
    asked = Expected(event="capture", denied=True)
    assert wrong_fields(asked, [RIGHT]) == ("told though it was not said",)
    assert wrong_fields(asked, [replace(RIGHT, stance="doubts")]) == ()
    assert wrong_fields(asked, []) == ()


def test_a_negated_event_must_say_so():
    asked = Expected(event="capture", negated=True)
    assert wrong_fields(asked, [RIGHT]) == ("negation",)
    said = replace(RIGHT, event=Event("capture", roles=(("negated", True),)))
    assert wrong_fields(asked, [said]) == ()


def test_claims_are_looked_for_in_their_own_paragraph(sentences):
    batch = [v for v in sentences if v.war == "ukraine" and not v.alone][:3]
    first = len(batch[0].text) + 2
    claim = replace(RIGHT, spans=((first, first + 5),))
    found = [wrong for _, wrong in judge(batch, lambda text: [claim])]
    assert [wrong == ("missed",) for wrong in found] == [True, False, True]


def test_shares_are_counted_by_half_and_by_change():
    totals, changes = score_variation(PATH, lambda text: [])
    assert sum(s.expected for s in totals.values()) == sum(s.expected for s in changes.values())
    assert min(s.expected for s in totals.values()) > 1000
    assert changes["passive"].right == 0
