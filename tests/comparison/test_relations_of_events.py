"""Relations of events that are told in different words: sieges, movements, damage, wide areas."""

from __future__ import annotations

from comparison.small_world import article, claim, number


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
