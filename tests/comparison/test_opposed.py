"""Words of which two claims of one happening cannot both be right."""

from __future__ import annotations

import pytest

from comparison.small_world import article, claim
from counterclaim.comparison.gathering import find_entries
from counterclaim.comparison.incidents.opposed import read_opposites
from counterclaim.comparison.prepared.claim import make_subject

BY = {"by": "Russia"}


def label(found):
    return found and (found.relation, found.axis, found.reason)


@pytest.mark.parametrize(
    ("ours", "theirs", "reason"),
    [
        (
            ("offensive", "the operation is drawing to a close"),
            ("fighting", "intense fighting in the orchards"),
            "over or going on: drawing to a close ⇄ intense",
        ),
        (
            ("assessment", "the evacuation was voluntary"),
            ("displacement", "families were expelled from the valley"),
            "willing or forced: expelled ⇄ voluntary",
        ),
        (
            ("air_strike", "jets bombed a barracks"),
            ("air_strike", "bombs fell on a wedding"),
            "military or civilian: barracks ⇄ wedding",
        ),
        (
            ("air_strike", "an air strike on the clinic killed two"),
            ("humanitarian", "the clinic was intact"),
            "hit or unharmed: intact ⇄ strike on",
        ),
        (
            ("statement", "the pumps stopped for technical reasons"),
            ("statement", "the pumps are used as a weapon"),
            "accident or intent: technical ⇄ weapon",
        ),
        (
            ("explosion", "falling debris set the depot ablaze"),
            ("drone_attack", "drones struck the depot"),
            "debris or a hit: debris ⇄ struck",
        ),
        (
            ("supply_line", "lorries are free to pass"),
            ("supply_line", "soldiers are blocking all lorries"),
            "let through or held up: blocking ⇄ free to",
        ),
        (
            ("withdrawal", "the tanks have pulled back from the ridge"),
            ("deployment", "the tanks were still on the ridge"),
            "gone or still there: pulled back ⇄ were still",
        ),
        (
            ("supply_line", "the pass is open to all"),
            ("mine", "the pass has been mined"),
            "open or closed: is open ⇄ mined",
        ),
        (
            ("casualties", "the bodies of forty villagers lay in the street"),
            ("statement", "the pictures of bodies in the street were a provocation"),
            "real or staged: a provocation ⇄ bodies",
        ),
        (
            ("casualties", "the rebel leader died in crossfire"),
            ("casualties", "the rebel leader was shot at close range"),
            "in battle or in cold blood: close range ⇄ crossfire",
        ),
        (
            ("casualties", "eleven militants were killed"),
            ("casualties", "eleven villagers were killed"),
            "fighters or civilians: militants ⇄ villagers",
        ),
    ],
)
def test_opposed_words_strain(relation, ours, theirs, reason):
    found = relation(claim("Moscow", *ours, **BY), claim("Kyiv", *theirs, **BY))
    assert label(found) == ("tension", "words", reason)
    assert found.strength == "weak"


def test_rockets_are_shot_down_or_reach_what_they_are_fired_at(relation):
    down = claim("Kyiv", "air_defence", "most of the rockets were shot down", by="Ukraine")
    hit = claim("Moscow", "missile_strike", "all targets were struck", by="Russia")
    assert label(relation(down, hit)) == (
        "tension",
        "words",
        "intercepted or got through: all targets ⇄ shot down",
    )


def test_what_was_retaken_by_some_is_not_held_by_others_still(relation):
    retaken = claim("locals", "capture", "gunmen have retaken the dam", by="gunmen")
    held = claim("Moscow", "control", "it still held the dam", by="Russia")
    assert label(relation(retaken, held)) == (
        "tension",
        "words",
        "taken or still held: retaken ⇄ still held",
    )


def test_two_claims_of_one_side_are_not_set_against_each_other(relation):
    ours = claim("Moscow", "offensive", "the operation is drawing to a close", **BY)
    theirs = claim("Moscow", "fighting", "intense fighting in the orchards", **BY)
    assert label(relation(ours, theirs))[1] != "words"


def test_strikes_of_two_armies_are_two_strikes(relation):
    ours = claim("Moscow", "air_strike", "jets bombed a barracks", by="Russia")
    theirs = claim("Kyiv", "air_strike", "bombs fell on a wedding", by="Ukraine")
    found = relation(ours, theirs)
    assert found is None or found.axis != "words"


def test_who_died_is_asked_of_tolls_alone(relation):
    ours = claim("Moscow", "casualties", "eleven militants were killed", **BY)
    theirs = claim("Kyiv", "displacement", "villagers left their fields", **BY)
    found = relation(ours, theirs)
    assert found is None or found.axis != "words"


def test_a_doubt_stands_on_no_side(relation):
    ours = claim("Moscow", "statement", "the pumps stopped for technical reasons", **BY)
    theirs = claim("Kyiv", "statement", "the pumps are a weapon", stance="doubts", **BY)
    found = relation(ours, theirs)
    assert found is None or found.axis != "words"


def test_what_was_hit_is_asked_of_strikes_alone(relation):
    ours = claim("Moscow", "deployment", "reserves came to the barracks", **BY)
    theirs = claim("Kyiv", "displacement", "a school took in the people", **BY)
    found = relation(ours, theirs)
    assert found is None or found.axis != "words"


@pytest.mark.parametrize(
    ("text", "negated", "expected"),
    [
        ("fierce fighting goes on", False, {"over or going on": (False, "fierce")}),
        ("the battle is over", True, {"over or going on": (False, "is over")}),
        ("the fierce battle ended", False, {}),  # both
        ("they fought to advance on the mill", False, {}),  # who means to has not
        (
            "they managed to advance on the mill",
            False,
            {"beaten back or going forward": (False, "managed to advance")},
        ),
        ("they tried to capture the mill", False, {}),  # neither
        (
            "an attempt to enter the mill was repelled",
            False,
            {"beaten back or going forward": (True, "repelled")},
        ),
        ("no fighters were in the silo", False, {"armed men there or none": (True, "no fighters")}),
        ("fighters slept in the silo", False, {"armed men there or none": (False, "fighters")}),
    ],
)
def test_what_the_words_of_a_claim_stand_for(world, text, negated, expected):
    roles = {"negated": True} if negated else {}
    entry = find_entries(article(claim("Kyiv", "fighting", text, **roles)), world)[0]
    found = read_opposites(make_subject(entry, world), world.rules)
    rows = ("over or going on", "beaten back or going forward", "armed men there or none")
    assert {name: stand for name, stand in found.items() if name in rows} == expected


def test_a_word_said_and_denied_far_apart_may_be_of_two_things(relation):
    ours = claim("Moscow", "advance", "the division is not advancing", negated=True, by="Russia")
    theirs = claim("analysts", "advance", "its men advanced", by="Russia", at="Mala")
    found = relation(ours, theirs)
    assert found is None or found.axis != "words"


def test_whom_a_deed_hit_is_so_on_any_day(relation):
    ours = claim("Moscow", "air_strike", "jets bombed a barracks", **BY)
    theirs = claim("Kyiv", "air_strike", "bombs fell on a wedding", **BY)
    days = ("2023-03-02", "2023-03-03")
    assert relation(ours, theirs, apart=True, published=days).relation == "tension"


def test_who_did_it_is_no_target(relation):
    ours = claim(
        "Kyiv",
        "casualties",
        "at least 9 civilians were killed by militants fighters",
        by="militants",
    )
    theirs = claim("analysts", "casualties", "houses in a camp were burned")
    found = relation(ours, theirs)
    assert found is None or found.axis != "words"
