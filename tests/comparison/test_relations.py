"""How two claims stand to each other. Velyka is a town, Zarichne one of its districts."""

from __future__ import annotations

import random

import pytest

from comparison.nonsense import any_pairs
from comparison.small_world import article, claim, number, place
from counterclaim.comparison.incidents.relating import relate
from counterclaim.comparison.types import RELATIONS


def label(found):
    return found and found.relation


def test_both_sides_say_they_hold_the_town(relation):
    found = relation(
        claim("Moscow", "control", "Velyka is under our control", by="Russia"),
        claim("Kyiv", "control", "our troops hold Velyka", by="Ukraine"),
    )
    assert (found.relation, found.axis, found.strength) == ("contradicts", "territory", "strong")
    assert found.reason == "control by Russian forces ⇄ control by Ukrainian forces"


def test_a_captured_town_is_not_fought_over(relation):
    taken = claim("Moscow", "capture", "the town was liberated", by="Russia")
    assert label(relation(taken, claim("Kyiv", "fighting", "battles in the town"))) == "contradicts"


def test_fighting_near_a_captured_town_can_be(relation):
    taken = claim("Moscow", "capture", "the town was liberated", by="Russia")
    near = claim("Kyiv", "fighting", "battles near it", at=place("Velyka", relation="near"))
    assert label(relation(taken, near)) != "contradicts"


@pytest.mark.parametrize(
    ("extent", "expected"),
    [
        ("part", "compatible"),
        ("most", "compatible"),
        ("operational", "compatible"),
        ("full", "contradicts"),
        ("none", "contradicts"),
    ],
)
def test_shares_of_a_town_under_attack(relation, extent, expected):
    """Fighting goes on while one side holds a part; not when one has all of it, or nothing."""
    held = claim("Moscow", "control", "control of it", by="Russia", extent=extent)
    found = relation(held, claim("analysts", "fighting", "street battles"))
    assert label(found) == expected


def test_a_district_taken_and_the_town_contested_can_both_be(relation):
    district = claim("Moscow", "capture", "the district is ours", by="Russia", at="Zarichne")
    found = relation(district, claim("Kyiv", "fighting", "battles for the town"))
    assert label(found) == "concedes"


def test_the_whole_town_taken_and_a_district_contested_cannot(relation):
    taken = claim("Moscow", "capture", "the town is ours", by="Russia")
    found = relation(taken, claim("Kyiv", "fighting", "battles in the district", at="Zarichne"))
    assert label(found) == "contradicts"


def test_a_village_taken_somewhere_in_the_oblast_says_nothing_of_the_oblast(relation):
    village = claim("Moscow", "capture", "a village was taken", by="Russia", at="North Oblast")
    held = claim("Kyiv", "control", "we hold the oblast", by="Ukraine", at="North Oblast")
    assert label(relation(village, held)) != "contradicts"


def test_a_later_state_is_an_update(relation):
    found = relation(
        claim("Kyiv", "control", "we hold the town", by="Ukraine", when="2023-01-10"),
        claim("Moscow", "capture", "we took the town", by="Russia", when="2023-03-01"),
    )
    assert (found.relation, found.axis) == ("update", "territory")


def test_gains_inside_against_defences_not_breached(relation):
    found = relation(
        claim("Moscow", "advance", "advances into Velyka", by="Russia", inside=True),
        claim("narrator", "breach", "they failed to breach them", by="Russia", success=False),
    )
    assert (found.relation, found.reason) == ("tension", "gains inside ⇄ defences not breached")


def test_a_part_taken_against_defences_not_breached(relation):
    found = relation(
        claim("Moscow", "capture", "they took a few streets", by="Russia", extent="part"),
        claim("narrator", "breach", "they failed to breach them", by="Russia", success=False),
    )
    assert (found.relation, found.reason) == ("tension", "a part taken ⇄ defences not breached")


def test_breached_against_not_breached(relation):
    found = relation(
        claim("Moscow", "breach", "our troops broke through", by="Russia", success=True),
        claim("Kyiv", "breach", "nobody broke through", by="Russia", success=False, negated=True),
    )
    assert label(found) == "contradicts"


@pytest.mark.parametrize("outcome", ["success", "partial", "repelled"])
def test_an_attack_repelled_against_its_outcome(relation, outcome):
    found = relation(
        claim("Moscow", "attack", "the assault went on", by="Russia", outcome=outcome),
        claim("Kyiv", "attack_repelled", "the assault was beaten off", by="Ukraine", on="Russia"),
    )
    expected = {"success": "contradicts", "partial": "tension", "repelled": "concedes"}
    assert label(found) == expected[outcome]


def test_the_attacked_confirm_the_attack(relation):
    found = relation(
        claim("Kyiv", "attack", "enemy attacks on Velyka", by="Russia", stance="confirms"),
        claim("Moscow", "fighting", "hostilities go on in Velyka"),
    )
    assert (found.relation, found.axis) == ("concedes", "occurrence")


def test_allies_agree_and_do_not_concede(relation):
    found = relation(
        claim("Moscow", "advance", "Russian troops advance", by="Russia"),
        claim("Minsk", "advance", "the Russian army advances", by="Russia"),
    )
    assert label(found) == "agrees"


def test_a_denial_of_the_same_event_contradicts(relation):
    found = relation(
        claim("Moscow", "withdrawal", "Ukrainian troops left Velyka", by="Ukraine"),
        claim("Kyiv", "withdrawal", "its troops left Velyka", by="Ukraine", stance="denies"),
    )
    assert label(found) == "contradicts"


def test_not_in_control_contradicts_control(relation):
    found = relation(
        claim("Moscow", "control", "Russia holds the town", by="Russia"),
        claim("Kyiv", "control", "Russia was not yet in control", by="Russia", negated=True),
    )
    assert label(found) == "contradicts"


def test_a_denial_concerns_the_very_words_it_is_about(compare):
    """ "has denied this" stands on the words of the claim it denies, and of no other."""
    hit = claim("Kyiv", "shelling", "shells fell on the market", by="Russia", spans=((10, 40),))
    other = claim("locals", "shelling", "shells fell for hours", by="Russia", spans=((50, 80),))
    denied = claim(
        "Moscow", "shelling", "shells fell on the market", stance="denies", spans=((10, 40),)
    )
    relations = compare(article(hit, other, denied)).relations
    about = {(r.a[-2:], r.b[-2:]): r.relation for r in relations}
    assert about["01", "03"] == "contradicts"
    assert ("02", "03") not in about


def test_a_doubt_strains(relation):
    found = relation(
        claim("Kyiv", "displacement", "the convoy has left", by="Ukraine"),
        claim("narrator", "displacement", "it is unclear if it has left", stance="doubts"),
    )
    assert (found.relation, found.strength) == ("tension", "weak")


def test_a_hedge_lowers_a_contradiction(relation):
    found = relation(
        claim("locals", "control", "Russia may hold the town", by="Russia", hedged=True),
        claim("Kyiv", "control", "we hold the town", by="Ukraine"),
    )
    assert (found.relation, found.strength) == ("tension", "weak")
    assert found.reason.endswith("(hedged)")


def test_an_aim_never_meets_a_fact(relation):
    aim = claim("Moscow", "intent", "to take Velyka", stance="intends", wrapped="capture")
    assert relation(aim, claim("Kyiv", "control", "we hold it", by="Ukraine")) is None


def test_one_aim_after_another_is_a_shift(relation):
    first = claim(
        "Moscow", "intent", "to take it", stance="intends", goal="take", said="2023-01-02"
    )
    then = claim(
        "Moscow", "intent", "to wear them down", stance="intends", goal="destroy", said="2023-03-01"
    )
    assert label(relation(first, then)) == "shift"


def test_other_towns_are_not_compared(relation):
    ours = claim("Moscow", "control", "we hold it", by="Russia", at="Mala")
    assert relation(ours, claim("Kyiv", "control", "we hold it", by="Ukraine")) is None


def test_a_country_says_nothing_of_a_town(relation):
    wide = claim("Kyiv", "fighting", "fighting goes on", at="Ukraine")
    assert relation(wide, claim("Moscow", "fighting", "hostilities")) is None


def test_events_of_different_days_are_not_compared(relation):
    monday = claim("Kyiv", "shelling", "shells on Monday", by="Russia", when="2023-02-27")
    tuesday = claim("locals", "shelling", "shells on Tuesday", by="Russia", when="2023-02-28")
    assert relation(monday, tuesday) is None


def test_undated_articles_are_not_compared_with_each_other(relation):
    ours = claim("Moscow", "control", "we hold it", by="Russia")
    theirs = claim("Kyiv", "control", "we hold it", by="Ukraine")
    assert relation(ours, theirs, apart=True, published=(None, "2023-03-02")) is None
    assert label(relation(ours, theirs)) == "contradicts"


def test_the_same_words_in_two_articles_count_once(relation):
    words = "The road is closed and nothing gets through it"
    ours = claim("analysts", "supply_line", words, state="cut")
    found = relation(
        ours, claim("analysts", "supply_line", words + " now", state="cut"), apart=True
    )
    assert label(found) == "same_origin"


def test_each_side_blames_the_other(relation):
    found = relation(
        claim("Moscow", "shelling", "Ukraine shelled the school", by="Ukraine", when="2023-03-01"),
        claim("Kyiv", "shelling", "Russia shelled the school", by="Russia", when="2023-03-01"),
    )
    assert (found.relation, found.axis) == ("mutual_blame", "agent")


def test_shelling_both_ways_over_weeks_is_two_events(relation):
    found = relation(
        claim(
            "Moscow", "shelling", "Ukraine shells it", by="Ukraine", when="2023-01-01/2023-03-01"
        ),
        claim("Kyiv", "shelling", "Russia shells it", by="Russia", when="2023-01-01/2023-03-01"),
    )
    assert found is None


def test_an_accusation_asserts_what_it_wraps(relation):
    found = relation(
        claim("Moscow", "accusation", "accused Kyiv", by="Ukraine", wrapped="explosion"),
        claim("Kyiv", "accusation", "blamed Moscow", by="Russia", wrapped="explosion"),
    )
    assert label(found) == "mutual_blame"


def test_a_market_or_a_depot(relation):
    found = relation(
        claim("Moscow", "missile_strike", "a depot was hit", by="Russia", object_hit="military"),
        claim("Kyiv", "missile_strike", "a market was hit", by="Russia", object_hit="civilian"),
    )
    assert (found.relation, found.axis) == ("tension", "object_hit")


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("cut", "open", "contradicts"),
        ("cut", "threatened", "tension"),
        ("open", "threatened", "compatible"),
        ("cut", "blocked", "concedes"),
    ],
)
def test_the_road(relation, ours, theirs, expected):
    found = relation(
        claim("Moscow", "supply_line", "the road", state=ours),
        claim("Kyiv", "supply_line", "the road", state=theirs),
    )
    assert label(found) == expected


def test_a_ceasefire_in_force_and_shells(relation):
    found = relation(
        claim("Moscow", "ceasefire", "the truce holds", status="in force"),
        claim("Kyiv", "shelling", "shells fell", by="Russia"),
    )
    assert (found.relation, found.axis) == ("tension", "activity")


def test_agreed_or_refused(relation):
    found = relation(
        claim("Moscow", "negotiation", "talks were agreed", status="agreed"),
        claim("Kyiv", "negotiation", "talks were refused", status="refused"),
    )
    assert (found.relation, found.axis) == ("contradicts", "stage")


def test_forward_and_back_at_once(relation):
    found = relation(
        claim("Moscow", "advance", "our troops go forward", by="Russia"),
        claim("Kyiv", "withdrawal", "Russian units pulled back", by="Russia", extent="part"),
    )
    assert (found.relation, found.axis) == ("tension", "direction")


def test_well_supplied_or_exhausted(relation):
    found = relation(
        claim("Moscow", "force_condition", "fit", by="Russia", condition="combat-ready"),
        claim("Kyiv", "force_condition", "worn out", by="Russia", condition="exhausted"),
    )
    assert (found.relation, found.axis) == ("tension", "condition")


def test_a_source_that_says_otherwise_later_has_changed_its_word(relation):
    found = relation(
        claim("Kyiv", "control", "we hold the town", by="Ukraine", said="2023-02-27"),
        claim("Kyiv", "control", "the enemy holds the town", by="Russia", said="2023-03-01"),
    )
    assert label(found) == "update"


def test_any_two_claims_can_be_related_either_way_round(world):
    """Symmetric, total, and never an exception, on invented nonsense."""
    seen = set()
    for x, y in any_pairs(random.Random(7), 5000, world):
        found = relate(x, y, world)
        assert found == relate(y, x, world)
        if found:
            assert found.relation in RELATIONS
            assert found.a < found.b
            assert found.reason
            seen.add(found.relation)
    assert seen >= {"contradicts", "tension", "agrees", "concedes", "compatible", "update"}


def test_who_has_not_left_still_holds_it(relation):
    """A denial, and what says more than it, are one word of one side."""
    denial = claim("Kyiv", "withdrawal", "it has left the town", by="Ukraine", stance="denies")
    held = claim("Kyiv", "control", "it is in the north of the town", by="Ukraine")
    assert label(relation(denial, held)) == "agrees"
    left = claim("locals", "withdrawal", "the brigade was gone", by="Ukraine")
    assert label(relation(denial, left)) in ("contradicts", "tension")


def test_what_was_taken_from_somebody_he_does_not_hold(relation):
    ours = claim("Moscow", "capture", "the garrison was driven out", on="Ukraine")
    theirs = claim("Kyiv", "control", "our flag is over the town", by="Ukraine")
    found = relation(ours, theirs)
    assert (label(found), found.reason) == (
        "contradicts",
        "taken from Ukrainian forces ⇄ control by Ukrainian forces",
    )


def test_a_town_taken_whole_by_whomever_is_no_longer_fought_over(relation):
    whole = claim("analysts", "capture", "the town was taken completely", extent="full")
    found = relation(whole, claim("locals", "fighting", "street fights go on"))
    assert label(found) == "contradicts"
    bare = claim("analysts", "capture", "the centre was taken")
    found = relation(bare, claim("locals", "fighting", "street fights go on"))
    assert found is None or found.axis != "territory"


def test_half_a_town_taken_leaves_it_fought_over(relation):
    half = claim("Moscow", "capture", "half of the town is taken", by="Russia",
                 numbers=[number("share", 0.5, 0.5, "half")])  # fmt: skip
    found = relation(half, claim("locals", "fighting", "street fights go on"))
    assert found is None or found.relation not in ("contradicts", "tension")


@pytest.mark.parametrize("where", ["direction", "north of", "near"])
def test_fighting_before_a_town_is_not_fighting_in_it(relation, where):
    taken = claim("Moscow", "capture", "the town is taken", by="Russia")
    before = claim("locals", "fighting", "fighting goes on there", at=place("Velyka", where))
    found = relation(taken, before)
    assert found is None or found.axis != "territory"


def test_a_part_of_a_town_named_by_its_side_is_a_part(relation):
    west = claim(
        "Moscow", "capture", "the west is cleared", by="Russia", at=place("Velyka", "western")
    )
    found = relation(west, claim("locals", "fighting", "street fights go on"))
    assert found is None or found.relation != "contradicts"


def test_two_articles_differ_on_a_town_only_where_both_say_that_it_is_theirs(relation, compare):
    taken = article(claim("Moscow", "capture", "it is taken", by="Russia"), name="herald")
    spoken = claim("Kyiv", "control", "it is ours", by="Ukraine")
    loose = claim("Kyiv", "fighting", "five engagements remain active", at=None)
    found = compare(taken, article(spoken, loose)).relations
    told = {(r.a[-2:], r.relation) for r in found if r.b.startswith("herald")}
    assert ("01", "contradicts") in told
    assert not {("02", "contradicts"), ("02", "tension")} & told


def test_what_another_has_taken_from_who_holds_it_he_no_longer_holds(relation):
    held = claim("Minsk", "control", "our flag is over the town", by="militants")
    taken = claim("locals", "capture", "drove the militants out", by="extremists", on="militants")
    assert label(relation(held, taken)) == "contradicts"
    elsewhere = claim("locals", "capture", "took it", by="extremists")
    assert label(relation(held, elsewhere)) != "contradicts"
