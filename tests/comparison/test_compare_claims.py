"""Articles in, questions with verdicts out."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from comparison.small_world import article, claim, make_world, number, place
from counterclaim.comparison import compare_claims, count_places
from counterclaim.records import Review


def verdicts(found):
    return {question.topic: question.verdict for question in found.questions}


def shown(found):
    return [e for q in found.questions for p in q.positions for e in p.entries]


def row(found, topic):
    return next(question for question in found.questions if question.topic == topic)


@pytest.fixture
def gazette():
    """An invented report."""
    return article(
        claim(
            "Moscow",
            "advance",
            "its units entered Velyka from the east",
            by="Russia",
            inside=True,
            at=place("Velyka", mention="Velikaya"),
            relay=("a state agency",),
        ),
        claim("Kyiv", "attack", "attacks on it", by="Russia", stance="confirms", said="2023-03-01"),
        claim("narrator", "breach", "they failed to breach", by="Russia", success=False),
        claim("Moscow", "fighting", "hostilities continue", at=None),
        claim("Moscow", "intent", "will take the whole town", by="Russia", stance="intends"),
        claim("analysts", "fighting", "fighting in the streets of Zarichne", at="Zarichne"),
        claim("Kyiv", "shelling", "shells hit Mala", by="Russia", at="Mala"),
    )


def test_a_report_becomes_questions(compare, gazette):
    found = compare(gazette)
    assert verdicts(found) == {
        "territory": "tension",
        "combat": "conceded",
        "goals": "one side only",
    }
    assert [q.topic for q in found.questions] == ["territory", "combat", "goals"]
    assert row(found, "territory").text == "Who holds or gains ground in Velyka?"
    assert row(found, "territory").reason == "gains inside ⇄ defences not breached"
    assert row(found, "combat").reason == "both sides say so"


def test_positions_stand_under_their_sides(compare, gazette):
    sides = [position.side for position in row(compare(gazette), "combat").positions]
    assert sides == ["russia", "ukraine", "independent"]


def test_the_answer_is_verbatim(compare, gazette):
    russia = row(compare(gazette), "territory").positions[0]
    assert russia.answer == "“its units entered Velyka from the east”"


def test_claims_of_elsewhere_are_left_out(compare, gazette):
    found = compare(gazette)
    assert found.claims == 6
    assert not any(
        "#07" in e.claim.id for q in found.questions for p in q.positions for e in p.entries
    )


def test_districts_and_context_are_marked(compare, gazette):
    where = {entry.claim.id: entry.where for entry in shown(compare(gazette))}
    assert where["gazette#06"] == "in Zarichne"
    assert where["gazette#04"] == "place from context"
    assert where["gazette#01"] is None


def test_the_head_counts(compare, gazette):
    found = compare(gazette)
    assert (found.articles, found.claims, found.sources) == (1, 6, 4)
    assert found.spellings == ("Velikaya",)
    assert found.said == ("2023-03-01", "2023-03-02")


def test_one_topic_brings_its_relations_alone(compare, gazette):
    found = compare(gazette, topic="territory")
    assert verdicts(found) == {"territory": "tension"}
    ids = {entry.claim.id for entry in shown(found)}
    assert all({r.a, r.b} <= ids for r in found.relations)
    assert found.claims == len(ids)


def test_one_side_alone_is_shown_with_the_verdict_on_all(compare, gazette):
    found = compare(gazette, sides={"ukraine"})
    assert verdicts(found) == {"combat": "conceded"}
    assert {entry.group for entry in shown(found)} == {"ukraine"}
    assert found.filters == ("side ukraine",)
    assert (found.claims, found.compared) == (1, compare(gazette).claims)


@pytest.mark.parametrize(
    "filters",
    [
        {"sides": ("ukraine",)},
        {"sides": ("russia",)},
        {
            "sides": (
                "narrator",
                "independent",
            )
        },
        {"sources": ["Ministry of Defence"]},
        {"sources": ["general staff"]},
        {"topic": "territory"},
        {"topic": "combat", "sides": ("russia",)},
    ],
    ids=str,
)
def test_no_filter_changes_a_verdict_or_its_reason(compare, gazette, filters):
    herald = article(
        claim("Moscow", "capture", "the town is ours", by="Russia", when="2023-03-01"),
        claim("Kyiv", "control", "the town is held", by="Ukraine", when="2023-03-01"),
        claim("analysts", "advance", "a kilometre was gained", by="Russia", when="2023-03-01"),
        name="herald",
    )
    whole, found = compare(gazette, herald), compare(gazette, herald, **filters)
    assert found.questions
    full = {q.topic: (q.verdict, q.reason, q.lead, q.agreement) for q in whole.questions}
    for question in found.questions:
        row = question.verdict, question.reason, question.lead, question.agreement
        assert row == full[question.topic]
    assert found.claims < found.compared == whole.claims


def test_a_window_of_days_is_a_question_of_its_own(compare):
    told = article(
        claim("Moscow", "capture", "ours", by="Russia", when="2023-03-01"),
        claim("Kyiv", "control", "held", by="Ukraine", when="2023-03-01"),
        claim("Kyiv", "control", "held on", by="Ukraine", when="2023-05-01"),
    )
    assert verdicts(compare(told)) == {"territory": "disputed"}
    late = compare(told, since="2023-05")
    assert verdicts(late) == {"territory": "one side only"}
    assert (late.claims, late.compared, late.filters) == (1, 1, ())


def test_a_claim_behind_the_verdict_is_kept_though_it_is_not_shown(compare):
    told = article(
        claim("Moscow", "capture", "ours", by="Russia", when="2023-03-01"),
        claim("Kyiv", "control", "held", by="Ukraine", when="2023-03-01"),
    )
    (question,) = compare(told, sides={"ukraine"}).questions
    assert [entry.claim.id for entry in question.behind] == ["gazette#01"]
    assert compare(told).questions[0].behind == ()


def test_claims_about_no_known_place_are_a_group_of_their_own(world):
    told = article(
        claim("Moscow", "casualties", "hundreds were lost", at=(), numbers=[number("losses", 300)]),
        claim("Kyiv", "capture", "taken", at="Velyka"),
        claim("Kyiv", "capture", "taken too", at="Mala"),
        claim("analysts", "shelling", "an attack on Zubrykanda was heard", at=()),
    )
    nowhere = compare_claims([told], world, placeless=True)
    assert {entry.claim.id for entry in shown(nowhere)} == {"gazette#01", "gazette#04"}
    assert nowhere.placeless
    assert nowhere.place is None


def test_since_and_until_ask_for_the_event(compare):
    report = article(
        claim("Kyiv", "shelling", "shells in January", by="Russia", when="2023-01-10"),
        claim("Kyiv", "shelling", "shells in March", by="Russia", when="2023-03-01"),
    )
    assert compare(report, since="2023-03").claims == 1
    assert compare(report, until="2023-01").claims == 1
    assert compare(report, since="2023-01-10", until="2023-03-01").claims == 2


def test_what_a_person_rejected_is_left_out(compare):
    record = article(claim("Kyiv", "fighting", "battles go on"))
    rejected = replace(record.events[0], review=Review("rejected"))
    assert compare(replace(record, events=(rejected,))).claims == 0


def test_a_repelled_attack_is_shown_beside_the_gains_it_collides_with(compare):
    found = compare(
        article(
            claim("Moscow", "advance", "we gained ground", by="Russia", inside=True),
            claim("Kyiv", "attack_repelled", "attacks were repelled", by="Ukraine", on="Russia"),
        )
    )
    assert verdicts(found)["territory"] == "tension"
    assert {p.side for p in row(found, "territory").positions} == {"russia", "ukraine"}


def test_a_reprint_counts_once(compare):
    words = "the road to Velyka is closed and nothing moves on it"
    found = compare(
        article(claim("analysts", "supply_line", words, state="cut"), name="gazette"),
        article(claim("analysts", "supply_line", words, state="cut"), name="herald"),
    )
    supply = row(found, "supply")
    assert supply.verdict == "one voice"
    assert supply.positions[0].answer == f"“{words}”"
    assert [e.copy_of for e in supply.positions[0].entries] == [None, "gazette#01"]


def test_two_numbers(compare):
    found = compare(
        article(
            claim(
                "analysts", "casualties", "19 were killed", numbers=[number("killed", 19, 19, "19")]
            ),
            claim(
                "locals", "casualties", "40 were killed", numbers=[number("killed", 40, 40, "40")]
            ),
        )
    )
    assert (row(found, "casualties").verdict, row(found, "casualties").reason) == (
        "numbers differ",
        "19 ⇄ 40",
    )


def test_open_numbers_both_hold_and_that_is_said_once(compare):
    told = {"analysts": (2900, "at least 2,900"), "locals": (2000, "over 2,000")}
    both = [
        claim(who, "casualties", f"{w} were killed", numbers=[number("killed", low, None, w)])
        for who, (low, w) in told.items()
    ]
    reason = row(compare(article(*both)), "casualties").reason
    assert (reason.count("both can hold"), reason) == (1, reason.removesuffix(")"))


def test_no_figure(compare):
    found = compare(article(claim("narrator", "casualties", "heavy casualties on both sides")))
    assert row(found, "casualties").reason == "no figure given"


def test_the_whole_ledger_has_no_place(compare, gazette):
    found = compare(gazette, about=None)
    assert found.place is None
    assert found.claims == 7
    assert row(found, "territory").text == "Who holds or gains ground?"


def test_order_of_articles_and_claims_changes_nothing(gazette):
    other = article(
        claim("Kyiv", "control", "we hold all of Velyka", by="Ukraine", extent="full"),
        claim("Minsk", "capture", "Velyka has fallen", by="Russia"),
        name="herald",
    )
    expected = compare_claims([gazette, other], make_world())
    rng = random.Random(3)
    for _ in range(5):
        records = [
            replace(r, events=tuple(rng.sample(r.events, len(r.events)))) for r in (other, gazette)
        ]
        assert compare_claims(records, make_world()) == expected


def test_places_are_counted_most_first_and_areas_last(gazette):
    counted = [(p.name, n) for p, n in count_places([gazette])]
    assert counted == [("Velyka", 4), ("Mala", 1), ("Zarichne", 1)]


def test_every_claim_of_the_ledger_stands_under_one_question_at_least(compare, gazette):
    found = compare(gazette, about=None)
    assert {entry.claim.id for entry in shown(found)} == {c.id for c in gazette.events}
