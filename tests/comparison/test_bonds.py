"""What binds two claims to one happening, and what speaks against it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparison.small_world import article, claim, number, place
from counterclaim.comparison.gathering import find_entries, prepare
from counterclaim.comparison.incidents.admission import PLACE, TIME, find_incident
from counterclaim.comparison.incidents.bonds import find_bonds, place_bond
from counterclaim.comparison.prepared.claim import prepare_claims
from counterclaim.comparison.prepared.words import find_common, spell_common
from counterclaim.records import Event, FurtherEvent


def pair_of(world, *records):
    entries = [entry for record in records for entry in find_entries(record, world)]
    return prepare(prepare_claims(entries, world), world)[:2]


def bonds_of(world, *records):
    a, b = pair_of(world, *records)
    place_ = place_bond(a, b, world)
    return find_bonds(a, b, find_common(a, b, world.rules), place_, world)


def test_what_is_common_is_spelled_as_people_do(world):
    ours = claim("Kyiv", "shelling", "shells hit the cities and a factory")
    theirs = claim("locals", "explosion", "the city and its factories burn")
    a, b = pair_of(world, article(ours, theirs))
    common = find_common(a, b, world.rules)
    assert spell_common(common, a, b, world.rules) == "city, factory"
    assert spell_common(common, b, a, world.rules) == "city, factory"


def test_each_bond_is_named(world):
    ours = claim("Kyiv", "shelling", "a shell hit the silo", by="Russia", when="2023-03-01")
    theirs = claim("locals", "explosion", "the silo burns", by="Russia", when="2023-03-01")
    found = bonds_of(world, article(ours, theirs))
    assert set(found.names) == {
        *("place_stated", "one_article", "near", "one_day"),
        *("kin_type", "one_party", "words"),
    }
    assert found.names[0] == "place_stated"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Velyka", "Velyka", "place_stated"),
        ("Velyka", "Mala", "place_apart"),
        ("Velyka", "North Oblast", "place_within"),
        ("Velyka", "Ukraine", "place_wide"),
        ("Velyka", None, "place_supposed"),
        (("Velyka", "Mala"), "Mala", "place_stated"),
        (place("Zubrykanda"), place("Velyka"), "place_apart"),
    ],
)
def test_how_two_places_stand(world, first, second, expected):
    ours, theirs = claim("Kyiv", "shelling", at=first), claim("Moscow", "shelling", at=second)
    assert place_bond(*pair_of(world, article(ours, theirs)), world) == expected


def test_a_place_named_beside_is_no_other_place(world):
    near = place("Velyka", relation="near")
    camp = claim("Kyiv", "attack_repelled", "beaten off at the camp", at=("Mala", near))
    town = claim("locals", "advance", "they went into the town", at="Velyka")
    assert place_bond(*pair_of(world, article(camp, town)), world) == "place_near"


def test_one_number_in_one_article_outweighs_two_names_of_a_place(world):
    dead = number("killed", 37, 37, "37 people")
    ours = claim("Kyiv", "casualties", "37 were killed in the orchard", numbers=[dead])
    theirs = claim(
        "locals", "casualties", "the 37 killed in the orchard", at="Mala", numbers=[dead]
    )
    assert find_incident(*pair_of(world, article(ours, theirs)), world) != PLACE
    apart = (article(ours), article(theirs, name="herald"))
    assert find_incident(*pair_of(world, *apart), world) == PLACE


def test_two_days_that_are_stated_part_two_strikes(world):
    ours = claim("Kyiv", "shelling", "shells fell", when="2023-02-27")
    theirs = claim("locals", "shelling", "shells fell", when="2023-02-28")
    assert find_incident(*pair_of(world, article(ours, theirs)), world) == TIME
    undated = claim("locals", "shelling", "shells fell")
    assert find_incident(*pair_of(world, article(ours, undated)), world) != TIME


def test_what_is_told_beside_the_main_event_binds_too(world):
    strike = claim("Kyiv", "air_strike", "a strike left people dead", by="Russia")
    dead = FurtherEvent(Event("displacement"), (0, 4))
    strike = replace(strike, also=(dead,))
    fled = claim("locals", "displacement", "everybody fled")
    assert "kin_type" in bonds_of(world, article(strike, fled)).names
    assert "kin_type" not in bonds_of(world, article(replace(strike, also=()), fled)).names


def test_a_judgement_binds_by_what_it_judges(world):
    judged = claim("Kyiv", "assessment", "the raid is a disaster", wrapped="attack")
    beaten = claim("Moscow", "attack_repelled", "it was beaten off")
    assert "kin_type" in bonds_of(world, article(judged, beaten)).names


def test_one_source_that_speaks_twice_tells_of_two_things(world):
    ours = claim("Kyiv", "attack_repelled", "one attack was beaten off", at=None)
    theirs = claim("Kyiv", "attack_repelled", "another attack was beaten off", at="Mala")
    assert "one_voice" in bonds_of(world, article(ours, theirs)).names
