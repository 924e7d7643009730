"""Sources against sources: pairs of utterances counted, reprints once."""

from __future__ import annotations

from comparison.small_world import article, claim
from counterclaim.comparison.views.matrix import make_matrix


def tallies(matrix):
    """Each tally as {(a, b): {kind: count}}, zeros aside."""
    names = [v.entry.claim.source.name if v.entry else v.side for v in matrix.voices]
    kinds = ("agree", "contradict", "tension", "differ")
    return {
        (names[t.a], names[t.b]): {k: getattr(t, k) for k in kinds if getattr(t, k)}
        for t in matrix.tallies
    }


MOSCOW, KYIV = "Russian Ministry of Defence", "General Staff of the Armed Forces of Ukraine"
TAKEN = "our paratroopers have taken the whole of the town"


def test_two_sources_at_odds(compare):
    found = compare(
        article(
            claim("Moscow", "capture", by="Russia"),
            claim("Kyiv", "control", by="Ukraine"),
            claim("Kyiv", "supply_line", access="open"),
            claim("Moscow", "supply_line", access="open"),
        )
    )
    assert tallies(make_matrix(found)) == {(MOSCOW, KYIV): {"agree": 1, "contradict": 1}}


def test_a_reprint_counts_once(compare):
    found = compare(
        article(claim("Moscow", "capture", TAKEN, by="Russia"), name="a"),
        article(claim("Moscow", "capture", TAKEN, by="Russia"), name="b"),
        article(claim("Kyiv", "control", by="Ukraine"), name="c"),
    )
    assert tallies(make_matrix(found)) == {(MOSCOW, KYIV): {"contradict": 1}}
    assert [voice.claims for voice in make_matrix(found).voices] == [1, 1]


def test_of_many_sources_the_sides_are_shown(compare):
    found = compare(
        article(
            claim("Moscow", "capture", by="Russia"),
            claim("Kyiv", "control", by="Ukraine"),
            claim("analysts", "control", by="Ukraine"),
            claim("locals", "control", by="Ukraine"),
        )
    )
    assert make_matrix(found, 4).of == "sources"
    sides = make_matrix(found, 3)
    assert sides.of == "sides"
    assert tallies(sides)["russia", "ukraine"] == {"contradict": 1}
    assert tallies(sides)["independent", "unknown"] == {"agree": 1}
    assert make_matrix(found, None).of == "sources"


def test_a_source_is_not_set_against_itself(compare):
    found = compare(
        article(claim("Moscow", "capture", by="Russia"), name="a", published="2023-03-01"),
        article(claim("Moscow", "control", by="Russia"), name="b", published="2023-03-02"),
    )
    assert make_matrix(found).tallies == ()
    assert make_matrix(found).voices == ()
