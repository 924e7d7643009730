"""Which claim a denial answers: the record says so, or there is just one that it can mean."""

from __future__ import annotations

from dataclasses import replace

from comparison.small_world import article, claim, number
from counterclaim.presentation.compare.as_json import to_object
from counterclaim.records.model import Mention

TAKEN = claim("Moscow", "capture", "the town is ours", by="Russia", when="2023-03-01")
NOT_TAKEN = claim(
    "Kyiv", "capture", "the Russians took the town", by="Russia", when="2023-03-01", stance="denies"
)


def answers(found):
    return [(a.claim, a.to, a.stated) for a in found.answers]


def test_a_denial_answers_the_one_claim_of_the_other_side(compare):
    found = compare(article(TAKEN, name="tass"), article(NOT_TAKEN, name="post"))
    assert answers(found) == [("post#01", "tass#01", False)]
    (relation,) = found.relations
    assert (relation.relation, relation.axis) == ("contradicts", "occurrence")
    assert (relation.reason, relation.strength) == ("capture: said ⇄ denied in answer", "strong")
    assert found.questions[0].reason == "capture: said ⇄ denied in answer"
    assert to_object(found)["answers"] == [{"event": "post#01", "to": "tass#01", "by": "event"}]


def test_two_claims_that_fit_alike_leave_it_open(compare):
    again = replace(TAKEN, text="we have stormed it and hold every street")
    found = compare(
        article(TAKEN, name="tass"), article(again, name="ria"), article(NOT_TAKEN, name="post")
    )
    assert answers(found) == []
    assert {r.relation for r in found.relations if "post#01" in (r.a, r.b)} == {"contradicts"}


def test_of_two_the_one_in_its_own_article_is_meant(compare):
    again = replace(TAKEN, text="we have stormed it and hold every street")
    found = compare(article(TAKEN, name="tass"), article(again, NOT_TAKEN, name="post"))
    assert answers(found) == [("post#02", "post#01", False)]


def test_reprints_are_one_claim(compare):
    found = compare(
        article(TAKEN, name="tass"), article(TAKEN, name="ria"), article(NOT_TAKEN, name="post")
    )
    assert answers(found) == [("post#01", "ria#01", False)]


def test_a_filter_makes_no_claim_the_only_one(compare):
    again = replace(TAKEN, source=replace(TAKEN.source, name="TASS"), text="the flag is up")
    records = [article(TAKEN, again, name="tass"), article(NOT_TAKEN, name="post")]
    found = compare(*records, sources=("general staff", "ministry of defence"))
    assert (found.claims, answers(found)) == (2, [])


def test_another_place_another_day_or_another_actor_is_another_event(compare):
    for change in (
        {"places": claim("Moscow", "capture", at="Mala").places},
        {"places": claim("Moscow", "capture", at="North Oblast").places},
        {"places": ()},
        {"time": claim("Moscow", "capture", when="2023-02-11").time},
        {"event": claim("Moscow", "capture", by="militants").event},
        {"event": claim("Moscow", "advance", by="Russia").event},
        {"source": claim("analysts", "capture").source},
    ):
        other = replace(TAKEN, **change)
        found = compare(article(other, name="tass"), article(NOT_TAKEN, name="post"), about=None)
        assert answers(found) == [], change


def test_what_the_record_says_counts_whatever_the_words(compare):
    denial = claim("Kyiv", "statement", "“It never happened”", at=None, stance="denies")
    denial = replace(denial, responds_to="gazette#01")
    found = compare(article(TAKEN, denial), about=None)
    assert answers(found) == [("gazette#02", "gazette#01", True)]
    assert [(r.relation, r.reason) for r in found.relations] == [
        ("contradicts", "capture: said ⇄ denied in answer")
    ]


def test_hedges_and_doubts_only_strain(relation):
    for change in ({"hedged": True}, {"stance": "doubts"}):
        answer = replace(NOT_TAKEN, responds_to="gazette#01", **change)
        found = relation(TAKEN, answer)
        assert (found.relation, found.axis, found.strength) == ("tension", "occurrence", "weak")


def test_a_confirmation_is_linked_but_does_not_collide(compare):
    lost = claim("Kyiv", "capture", "the town was lost", by="Russia", stance="confirms")
    found = compare(article(TAKEN, replace(lost, responds_to="gazette#01")))
    assert answers(found) == [("gazette#02", "gazette#01", True)]
    assert [r.relation for r in found.relations] == ["concedes"]


def test_a_number_denied_is_linked_too(compare):
    dead = number("killed", 200, 200, "200 dead")
    told = claim("Moscow", "casualties", "200 dead", by="Russia", on="Ukraine", numbers=[dead])
    denial = replace(NOT_TAKEN, text="they lost 200", event=told.event, time=told.time)
    found = compare(article(told, name="tass"), article(denial, name="post"))
    assert answers(found) == [("post#01", "tass#01", False)]


SAID_OF_THE_MILL = claim("Moscow", "statement", "the mill was a military site")


def test_a_denial_that_says_something_of_a_thing_answers_no_other_remark_on_it(compare):
    denied = claim("Kyiv", "statement", "the mill was civilian", stance="denies")
    found = compare(article(SAID_OF_THE_MILL, name="post"), article(denied, name="wire"))
    assert {r.relation for r in found.relations} <= {"agrees", "compatible", "concedes"}


def test_it_answers_what_says_the_same_of_it(compare):
    denied = claim("Kyiv", "statement", "the mill was a military site", stance="denies")
    found = compare(article(SAID_OF_THE_MILL, name="post"), article(denied, name="wire"))
    assert {r.relation for r in found.relations} == {"contradicts"}


def test_a_denial_of_any_thing_of_a_kind_answers_what_is_told_of_one(compare):
    burned = claim("Moscow", "equipment_loss", "a Merkava tank burned at the mill")
    denied = claim("Kyiv", "statement", "any tank was lost at the mill", stance="denies")
    found = compare(article(burned, denied, name="post"))
    assert {r.relation for r in found.relations} <= {"contradicts", "tension"}


def test_such_a_denial_is_no_aside_on_a_toll_beside_it(compare):
    toll = claim("Moscow", "casualties", "the raid on the mill killed six men")
    denied = claim("Kyiv", "statement", "the mill was civilian", stance="denies")
    found = compare(article(toll, denied, name="post"))
    assert {r.relation for r in found.relations} <= {"agrees", "compatible", "concedes"}


def test_that_a_third_party_could_not_verify_a_claim_is_no_tension(compare):
    unsure = claim("analysts", "capture", TAKEN.text, by="Russia", stance="doubts")
    cue = Mention("could not verify", (0, 16))
    unsure = replace(unsure, stance_cues=(cue,), responds_to="post#01")
    found = compare(article(TAKEN, unsure, name="post"))
    assert [q.verdict for q in found.questions] == ["compatible"]
    assert found.questions[0].reason.endswith("(a third party could not verify it)")
