"""Figures side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparison.small_world import article, claim, number
from counterclaim.comparison.views.number_scales import Scale, ScaleEntry


def toll(who, low, high=None, *, what="killed", on="Ukraine", at="Velyka", **more):
    mention = more.pop("mention", f"{low or 'up to'}-{high or 'more'}")
    scope = {name: more.pop(name) for name in ("approximate", "counted", "side") if name in more}
    figure = number(what, low, high, mention, **scope)
    return claim(who, "casualties", f"{mention} {what}", on=on, at=at, numbers=[figure], **more)


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ((29, 29), (29, 29), "agrees"),
        ((25, 30), (29, 29), "agrees"),  # nearly 30
        ((29, None), (29, 29), "agrees"),  # at least 29
        ((9, 9), (300, 300), None),  # too far apart to be of one thing
        ((19, None), (40, None), "differs_in_number"),  # two counts, though both can hold
        ((465000, None), (473400, 473400), "differs_in_number"),
        ((490000, None), (473400, 473400), "differs_in_number"),
        ((300, None), (None, 400), "differs_in_number"),  # more than 300, up to 400
    ],
)
def test_figures(relation, ours, theirs, expected):
    found = relation(toll("analysts", *ours), toll("locals", *theirs))
    assert (found and found.relation) == expected


def test_what_is_launched_or_shot_down_is_not_the_sufferer_s(relation):
    ours = claim(
        "Moscow",
        "missile_strike",
        "we launched 100 missiles",
        by="Russia",
        on="Ukraine",
        numbers=[number("missiles", 100, 100, "100 missiles")],
    )
    theirs = claim(
        "Kyiv",
        "missile_strike",
        "370 missiles were launched",
        by="Russia",
        on="Ukraine",
        numbers=[number("missiles", 370, 370, "370 missiles", side="russia")],
    )
    assert relation(ours, theirs).relation == "differs_in_number"


def test_women_and_men_of_a_toll_are_its_dead(relation):
    parts = [number("women", 2, 2, "two women"), number("people", 3, 3, "three men")]
    ours = claim(
        "locals",
        "casualties",
        "two women and three men were killed",
        on="Ukraine",
        numbers=parts,
        harm="killed",
    )
    assert relation(ours, toll("analysts", 5, None)).relation == "agrees"


def test_of_who_agree_on_the_wounded_the_dead_are_minded(relation):
    def both(who, dead):
        hurt = [number("killed", dead, None, f"at least {dead}"), number("wounded", 3, 3, "three")]
        return claim(
            who, "casualties", "killed and wounded", on="Ukraine", when="2023-03-01", numbers=hurt
        )

    assert relation(both("analysts", 7), both("locals", 5)).relation == "differs_in_number"
    assert relation(both("analysts", 7), both("locals", 7)).relation == "agrees"


def test_two_lower_bounds_are_two_counts_only_of_one_event_beyond_doubt(relation):
    ours, theirs = toll("analysts", 7, None), toll("locals", 21, None)
    found = relation(ours, theirs)
    assert (found.relation, found.strength, found.doubt) == ("differs_in_number", "weak", "bound")
    assert found.reason == "7-more ⇄ 21-more: both can hold"
    assert relation(ours, theirs, apart=True).relation == "compatible"
    dated = [toll(who, n, None, when="2023-03-01") for who, n in (("analysts", 7), ("locals", 21))]
    assert relation(*dated, apart=True).doubt == "bound"


def test_what_can_both_hold_is_no_dispute(compare):
    found = compare(article(toll("analysts", 7, 7), toll("locals", 5, None)))
    assert [q.verdict for q in found.questions] == ["compatible"]


def test_a_near_figure_is_a_weak_difference(relation):
    assert relation(toll("analysts", 10, 10), toll("locals", 12, 12)).strength == "weak"
    assert relation(toll("analysts", 10, 10), toll("locals", 40, 40)).strength == "strong"


def test_about_twelve_hundred_agrees_with_1260(relation):
    about = toll("analysts", 1200, 1200, approximate=True)
    assert relation(about, toll("locals", 1260, 1260)).relation == "agrees"


def test_the_same_figure_from_both_sides_is_conceded(relation):
    found = relation(toll("Moscow", 5, 5), toll("Kyiv", 5, 5))
    assert (found.relation, found.axis) == ("concedes", "quantity")


def test_the_reason_shows_the_words(relation):
    ours = toll("analysts", 19, 19, mention="19 people")
    found = relation(ours, toll("locals", 40, None, mention="more than 40 bodies"))
    assert found.reason == "19 people ⇄ more than 40 bodies"


def test_killed_are_not_wounded(relation):
    assert relation(toll("analysts", 5, 5), toll("locals", 15, 15, what="wounded")) is None


def test_more_killed_than_casualties_cannot_be(relation):
    casualties = toll("locals", 10, 10, what="killed_or_wounded")
    assert relation(toll("analysts", 30, 30), casualties).relation == "differs_in_number"
    assert relation(toll("analysts", 8, 8), casualties) is None


def test_losses_of_different_armies_are_not_compared(relation):
    assert relation(toll("analysts", 30, 30), toll("locals", 50, 50, on="Russia")) is None


def test_civilians_are_not_soldiers(relation):
    soldiers = toll("analysts", 5, 5, category="military")
    assert relation(soldiers, toll("locals", 9, 9, category="civilian")) is None


def test_a_day_is_not_the_whole_war(relation):
    day = toll("analysts", 900, 900, what="killed", when="2023-03-01")
    assert relation(day, toll("locals", 1200, 1200, when="2022-02/2023-03-01")) is None


def test_a_daily_average_is_compared_with_a_day(relation):
    average = toll("analysts", 899, 899, what="killed_per_day")
    found = relation(average, toll("locals", 1260, 1260, when="2023-03-01"))
    assert found.relation == "differs_in_number"


def test_a_part_may_have_fewer_than_the_whole(relation):
    part = toll("analysts", 4, 4, at="Zarichne")
    assert relation(part, toll("locals", 9, 9)).relation == "compatible"
    assert (
        relation(toll("analysts", 12, 12, at="Zarichne"), toll("locals", 9, 9)).relation
        == "differs_in_number"
    )


def test_running_totals_of_two_days_differ(relation):
    before = toll("analysts", 100, 100, cumulative=True, when="2022-02/2022-06")
    after = toll("locals", 150, 150, cumulative=True, when="2022-02/2022-12")
    assert relation(before, after).relation == "differs_in_number"


def test_at_least_n_is_n_and_open_above(relation):
    """The records of "at least 29" have 29 as low and best, and no high."""
    at_least = number("killed", 29, None, "at least 29")
    at_least = replace(at_least, best=29)
    ours = claim("analysts", "casualties", "at least 29 killed", numbers=[at_least])
    found = relation(ours, toll("locals", None, 40, mention="up to 40"))
    assert (found.relation, found.doubt) == ("differs_in_number", "bound")


def test_the_dead_of_a_strike_are_compared_with_the_dead(relation):
    strike = claim("locals", "air_strike", "it killed 9", numbers=[number("killed", 9, 9, "9")])
    assert relation(strike, toll("analysts", 4, 4, on=None)).relation == "differs_in_number"


def test_nameless_fighters_may_be_the_same_people(relation):
    ours, theirs = toll("analysts", 29, 29, on="militants"), toll("locals", 29, 29, on="extremists")
    assert relation(ours, theirs).relation == "agrees"


def test_a_toll_is_not_a_day(relation):
    """The toll of one blast, told a day later, is no total of a war."""
    ours = toll("analysts", 112, 112, cumulative=True, when="2023-03-01")
    assert relation(ours, toll("locals", 98, 98, when="2023-03-01")).relation == "differs_in_number"


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ((12, "fighters"), (28, "people"), "compatible"),  # some of them and all
        ((12, "fighters"), (28, None), "compatible"),
        ((40, "fighters"), (28, "people"), "differs_in_number"),  # more than all
        ((12, "fighters"), (28, "soldiers"), None),  # who fought whom
        ((12, "fighters"), (28, "military"), "compatible"),
        ((12, "fighters"), (28, "civilians"), None),
        ((9, "children"), (28, "civilians"), "compatible"),
        ((9, "children"), (6, "women"), None),
        ((28, "fighters"), (28, "people"), "agrees"),
    ],
)
def test_a_number_of_some_people_is_no_other_number_of_all(relation, ours, theirs, expected):
    first, second = ([n, n, kind] for n, kind in (ours, theirs))
    a = toll("analysts", *first[:2], on=None, counted=first[2], mention="some")
    found = relation(a, toll("locals", *second[:2], on=None, counted=second[2], mention="all"))
    assert (found and found.relation) == expected


def test_soldiers_and_fighters_of_one_side_are_the_same_people(relation):
    ours = toll("analysts", 12, 12, counted="fighters")
    found = relation(ours, toll("locals", 28, 28, counted="soldiers"))
    assert found.relation == "differs_in_number"


def test_whose_people_are_counted_may_stand_with_the_number(relation):
    ours = toll("Moscow", 215, 215, on=None, side="ukraine")
    assert relation(ours, toll("Kyiv", 97, 97, on="Russia")) is None


def nobody(who, **more):
    return claim(who, "casualties", "no one was hurt", negated=True, **more)


@pytest.mark.parametrize(
    ("denied", "counted", "when", "expected"),
    [
        ({}, "people", "2023-03-01", ("contradicts", "strong")),
        ({"harm": "killed"}, "people", "2023-03-01", ("contradicts", "strong")),
        ({"harm": "wounded"}, "people", "2023-03-01", None),  # 3 were killed, nobody wounded
        ({"category": "civilians"}, "children", "2023-03-01", ("contradicts", "strong")),
        ({"category": "civilians"}, "people", "2023-03-01", ("tension", "weak")),
        ({"category": "civilians"}, "soldiers", "2023-03-01", None),
        ({}, "people", None, ("tension", "weak")),  # the two may be of different days
    ],
)
def test_nobody_harmed_is_a_nought_among_the_numbers(relation, denied, counted, when, expected):
    ours = nobody("Kyiv", when=when, **denied)
    found = relation(ours, toll("locals", 3, 3, on=None, counted=counted, when=when))
    assert (found and (found.relation, found.strength)) == expected


def test_nobody_harmed_in_a_part_says_nothing_of_the_whole(relation):
    quiet_district = nobody("Kyiv", at="Zarichne", when="2023-03-01")
    assert relation(quiet_district, toll("locals", 3, 3, when="2023-03-01")) is None
    quiet_town = nobody("Kyiv", when="2023-03-01")
    district = toll("locals", 3, 3, at="Zarichne", when="2023-03-01")
    assert relation(quiet_town, district).relation == "contradicts"


def test_nobody_killed_says_nothing_of_wounded_whom_nobody_counted(relation):
    wounded = claim("locals", "casualties", "several were wounded", harm="wounded")
    assert relation(nobody("Kyiv", harm="killed"), wounded) is None


def test_what_nobody_can_count_stands_at_the_edge_of_its_scale():
    scale = Scale("killed", (ScaleEntry(None, -5.0, 100.0, "-5 to 100"),))
    assert [scale.share(number) for number in (-5.0, 0.0, 100.0, 1e9)] == [0.0, 0.0, 1.0, 1.0]


def test_a_number_rounded_down_is_the_same_number(relation):
    assert relation(toll("analysts", 31, 31), toll("locals", 30, None)).relation == "agrees"
    assert relation(toll("analysts", 44, 44), toll("locals", 30, None)).relation != "agrees"


def test_a_vague_number_beside_an_exact_one_settles_nothing(relation):
    exact = number("killed", 50, 50, "50 marines")
    vague = number("killed", 24, 99, "dozens of bodies")
    ours = claim("Moscow", "casualties", "50 fell", on="Ukraine", numbers=[exact, vague])
    theirs = toll("Kyiv", None, 80, mention="as many as 80 marines")
    assert relation(ours, theirs).relation == "differs_in_number"


def test_people_in_a_toll_that_names_no_harm_are_its_losses(relation):
    ours = claim("Kyiv", "casualties", "30 to 35 dead", on="Russia",
                 numbers=[number("killed", 30, 35, "30 to 35 dead")])  # fmt: skip
    theirs = claim("Moscow", "casualties", "the loss of 11 men", on="Russia",
                   numbers=[number("soldiers", 11, 11, "11 men", counted="soldiers")])  # fmt: skip
    assert relation(ours, theirs).relation == "differs_in_number"


def test_one_dead_here_and_an_officer_dead_there_agree_by_chance_alone(relation):
    clerk = claim("Kyiv", "casualties", "a clerk died", harm="killed",
                  numbers=[number("killed", 1, 1, "a clerk")])  # fmt: skip
    officer = claim("Moscow", "casualties", "an officer died", harm="killed",
                    numbers=[number("killed", 1, 1, "an officer", counted="soldiers")])  # fmt: skip
    found = relation(clerk, officer)
    assert found is None or found.axis != "quantity"
