"""Relations of events that are told in different words: sieges, movements, damage, wide areas."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparison.small_world import article, claim, number
from counterclaim.comparison import compare_claims

NEGATED = ("negated", True)
SIX, NINE = [number("killed", 6, 6, "6")], [number("killed", 9, 9, "9")]


def label(found):
    return found and (found.relation, found.axis)


def test_an_advance_and_a_siege_are_one_side_closing_in(relation):
    siege = claim("Moscow", "encirclement", "the town is nearly surrounded", degree="semi")
    gains = claim("analysts", "advance", "they have gained its suburbs", by="Russia")
    assert label(relation(siege, gains)) == ("agrees", "direction")
    other = claim("analysts", "advance", "Kyiv's troops gained ground", by="Ukraine")
    besieged = claim("Moscow", "encirclement", "we have surrounded it", by="Russia", degree="semi")
    assert label(relation(besieged, other)) != ("agrees", "direction")


def test_villages_in_a_wide_area_are_not_one_village(relation):
    ours = claim("Moscow", "capture", "a village was taken", by="Russia", at="North Oblast")
    theirs = claim("analysts", "capture", "Mala has fallen", by="Russia", at="Mala")
    assert label(relation(ours, theirs)) == ("agrees", "occurrence")
    assert relation(ours, theirs, apart=True).relation == "compatible"


def test_people_leave_one_place_for_another(relation):
    """Where they come from is told in one claim, where they go in the other."""
    leaving = claim("analysts", "displacement", "people are leaving Velyka", at="Velyka")
    going = claim("Kyiv", "displacement", "people are being taken to Mala", at="Mala")
    found = relation(leaving, going)
    assert (label(found), found.strength) == (("agrees", "occurrence"), "weak")
    assert relation(leaving, going, apart=True) is None
    assert relation(
        claim("analysts", "shelling", "shells on Velyka", at="Velyka"),
        claim("Kyiv", "shelling", "shells on Mala", at="Mala"),
    ) is None  # fmt: skip


def test_damage_is_counted_whatever_did_it(compare):
    found = compare(
        article(
            claim("analysts", "explosion", "four bridges hit", numbers=[number("bridges", 4, 4)]),
            claim(
                "locals",
                "infrastructure_damage",
                "two bridges damaged",
                numbers=[number("bridges", 2, 2)],
            ),
            claim("narrator", "population", "nine bridges", numbers=[number("bridges", 9, 9)]),
        )
    ).relations
    assert [(r.a[-2:], r.b[-2:], r.relation) for r in found] == [("01", "02", "differs_in_number")]


def test_a_siege_and_a_force_in_trouble_are_one_picture(relation):
    siege = claim("Moscow", "encirclement", "it is nearly surrounded", degree="semi")
    trouble = {"topic": "situation", "valence": "negative"}
    pressure = claim("analysts", "assessment", "the town is under severe pressure", **trouble)
    assert label(relation(siege, pressure)) == ("agrees", "valence")
    calm = {"topic": "situation", "valence": "positive"}
    control = claim("Kyiv", "assessment", "the situation is under control", **calm)
    assert label(relation(siege, control)) == ("tension", "valence")
    assert relation(siege, control).strength == "weak"
    role = claim("analysts", "assessment", "the town matters little", valence="negative")
    assert label(relation(siege, role)) != ("agrees", "valence")


def test_those_of_whom_none_were_there_were_not_hit(relation):
    strike = claim("Moscow", "air_strike", "militants hit", by="Russia", object_hit="military")
    nobody = claim("locals", "deployment", "no fighters here", negated=True, state="present")
    found = relation(strike, nobody)
    assert label(found) == ("tension", "object_hit")
    assert found.reason == "what was hit: military ⇄ nobody armed"
    present = claim("locals", "deployment", "there were fighters", state="present")
    assert relation(strike, present) is None
    unsent = claim("locals", "deployment", "no reserves were sent", negated=True)
    assert relation(strike, unsent) is None
    market = claim("Moscow", "air_strike", "a market hit", by="Russia", object_hit="civilian")
    assert relation(market, nobody) is None


def test_a_strike_by_any_name_has_one_author(relation):
    """In one article; across articles, or among soldiers, two strikes may be two."""
    hit = claim("Moscow", "missile_strike", "their missile hit the market", by="Ukraine")
    blast = claim("Kyiv", "explosion", "Russian forces blew it up", by="Russia")
    assert label(relation(hit, blast)) == ("mutual_blame", "agent")
    assert relation(hit, blast, apart=True) is None
    barracks = claim("Kyiv", "shelling", "barracks", by="Russia", object_hit="military")
    assert relation(hit, barracks) is None
    ours = claim("Moscow", "missile_strike", "troops hit", by="Russia", on="Ukraine")
    theirs = claim("Kyiv", "missile_strike", "invaders hit", by="Ukraine", on="Russia")
    assert label(relation(ours, theirs)) != ("mutual_blame", "agent")


def test_the_attack_that_each_blames_on_the_other(relation):
    ours = claim("Kyiv", "attack", "Russia for the attack", by="Russia", kind="blame")
    theirs = claim("Moscow", "attack", "Kyiv for the attack", by="Ukraine", kind="blame")
    strike = claim("Moscow", "air_strike", "Ukrainian jets did it", by="Ukraine")
    assert label(relation(ours, theirs)) == ("mutual_blame", "agent")
    assert label(relation(ours, strike)) == ("mutual_blame", "agent")
    advance = claim("Moscow", "attack", "Ukrainian forces attacked", by="Ukraine")
    assert label(relation(ours, advance)) != ("mutual_blame", "agent")


def test_the_accused_denies_a_strike_in_other_words(relation):
    hit = claim("Moscow", "missile_strike", "their missile hit the market", by="Ukraine")
    denial = claim("Kyiv", "explosion", "its missile had caused the blast", stance="denies")
    assert label(relation(hit, denial)) == ("tension", "occurrence")
    assert relation(hit, denial, apart=True) is None
    other = claim("Moscow", "explosion", "its mines had gone off", stance="denies")
    assert relation(hit, other) is None


def test_an_attack_laid_on_somebody_and_a_strike_by_somebody_unnamed_are_one(relation):
    blamed = claim("Kyiv", "attack", "the attack", by="militants", when="2023-03-01", kind="blame")
    bomb = claim("locals", "explosion", "extremists had blown it up", by="extremists")
    found = relation(blamed, bomb, apart=True)
    assert (label(found), found.reason) == (
        ("agrees", "agent"),
        "one attack, by extremists and militants",
    )
    undated = claim("Kyiv", "attack", "the attack", by="militants", kind="blame")
    assert relation(undated, bomb, apart=True) is None
    shelling = claim("Kyiv", "shelling", "militants shelled it", by="militants")
    assert relation(shelling, bomb) is None


@pytest.mark.parametrize(
    ("truce", "expected"),
    [
        ({"status": "in_force"}, ("tension", "activity")),
        ({"status": "violated", "negated": True}, ("tension", "activity")),  # "not violated"
        ({"status": "declared"}, ("tension", "activity")),
        ({"status": "declared", "negated": True}, None),
        ({"status": "proposed"}, None),
        ({"status": "violated"}, None),
    ],
)
def test_fighting_strains_a_truce_that_is_kept_or_promised(relation, truce, expected):
    ours = claim("Moscow", "ceasefire", "of the truce", by="Russia", **truce)
    attack = claim("Kyiv", "attack", "they attacked in the night", by="Russia")
    assert label(relation(ours, attack)) == expected


def test_a_truce_kept_and_broken(relation):
    kept = claim("Moscow", "ceasefire", "we honour the truce", by="Russia", status="in_force")
    broken = claim("Kyiv", "ceasefire", "they broke the truce", by="Russia", status="violated")
    by_kyiv = claim("Moscow", "ceasefire", "Kyiv broke it", by="Ukraine", status="violated")
    assert label(relation(kept, broken)) == ("contradicts", "stage")
    assert label(relation(broken, by_kyiv)) == ("mutual_blame", "agent")
    unbroken = replace(kept, event=replace(broken.event, roles=(*broken.event.roles, NEGATED)))
    assert label(relation(unbroken, kept)) != ("contradicts", "stage")


def test_who_has_not_left_still_holds_something(relation):
    stays = claim("Kyiv", "withdrawal", "we have not left", by="Ukraine", negated=True)
    taken = claim("Moscow", "control", "it is ours", by="Russia", extent="full")
    partly = claim("Moscow", "control", "most of it is ours", by="Russia", extent="most")
    assert label(relation(stays, taken)) == ("contradicts", "territory")
    assert label(relation(stays, partly)) != ("contradicts", "territory")


def test_a_denial_of_what_the_enemy_says_where_the_context_tells(world):
    """The place of the one claim is only supposed, but the parties and the deed are the same."""
    left = claim("Moscow", "withdrawal", "they have fled", by="Ukraine", at=None)
    taken = claim("Moscow", "control", "the north is ours", by="Russia", extent="part")
    stays = claim("Kyiv", "withdrawal", "we have not left it", by="Ukraine", negated=True)
    records = [article(taken, left, name="gazette"), article(stays, name="herald")]
    found = {(r.a, r.b): r.relation for r in compare_claims(records, world).relations}
    assert found["gazette#02", "herald#01"] == "tension"


def test_a_place_that_nobody_knows_is_not_the_one_spoken_of(relation):
    here = claim("Kyiv", "casualties", "nobody was hurt", negated=True)
    there = claim("locals", "casualties", "9 were killed in Zubrykanda", numbers=NINE, at=None)
    again = claim("analysts", "casualties", "6 were killed in Zubrykanda", numbers=SIX, at=None)
    assert relation(here, there) is None
    assert relation(there, again).relation == "differs_in_number"


@pytest.mark.parametrize(
    ("taken", "kept", "expected"),
    [
        ("plant", "plant", "contradicts"),
        ("plant", "station", None),
        ("plant", None, None),  # the plant taken, the town held: both can be
        (None, "station", "contradicts"),  # all of the town is the station, too
    ],
)
def test_one_thing_in_a_town_is_not_the_town(relation, taken, kept, expected):
    things = [{"object": thing} if thing else {} for thing in (taken, kept)]
    ours = claim("Moscow", "capture", "we have taken it", by="Russia", **things[0])
    theirs = claim("Kyiv", "control", "we hold it", by="Ukraine", **things[1])
    found = relation(ours, theirs)
    assert (found and found.relation) == expected


def test_a_thing_taken_is_no_agreement_on_another_and_no_full_success(relation):
    plant = claim("Moscow", "capture", "we took the plant", by="Russia", object="plant")
    station = claim("analysts", "capture", "the station fell", by="Russia", object="station")
    assert relation(plant, station) is None or relation(plant, station).relation == "compatible"
    repelled = claim("Kyiv", "attack_repelled", "we beat them off", by="Ukraine", on="Russia")
    assert label(relation(plant, repelled)) == ("tension", "outcome")


def test_two_authors_strain_only_where_one_of_them_is_accused(relation):
    ours = claim("Moscow", "explosion", "they blew up the sluice", by="Ukraine", when="2023-03-01")
    other = claim("analysts", "explosion", "it was blown up", by="Russia", when="2023-03-01")
    assert label(relation(ours, other)) == ("tension", "agent")
    told = claim("locals", "explosion", "they blew up a store", by="Ukraine", when="2023-03-01")
    assert relation(told, other) is None or relation(told, other).axis != "agent"
