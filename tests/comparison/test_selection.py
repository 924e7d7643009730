"""Which claims are asked for: by distance, by source, by day; and why the others are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparison.small_world import article, claim, make_world, place
from counterclaim.comparison import Asked, compare_claims
from counterclaim.comparison.selection import Wanted, distance_km, speaks
from counterclaim.comparison.views.excluded import find_excluded
from counterclaim.records import Mention, Place, Review, Source

VELYKA = Asked("Velyka", "Velyka", "settlement", lat=48.0, lon=38.0)
# One degree of latitude is 111 km.
NEAR = Place("Mala", "Mala", (0, 4), id="Mala", lat=48.1, lon=38.0, precision="settlement")
FAR = Place("Dalnia", "Dalnia", (0, 6), id="Dalnia", lat=49.0, lon=38.0, precision="settlement")
WIDE = Place("North", "North", (0, 5), id="North", lat=48.0, lon=38.0, precision="oblast")


def excluded(*records, **options):
    world, wanted = make_world(), Wanted(**options)
    kept = {key: options[key] for key in options}
    found = compare_claims(records, world, **kept)
    return find_excluded(records, world, wanted, found)


def test_claims_nearby_are_marked_with_place_and_distance(compare):
    record = article(
        claim("Moscow", "capture", at="Velyka"),
        claim("Moscow", "capture", at=NEAR),
        claim("Moscow", "capture", at=FAR),
        claim("Moscow", "capture", at=WIDE),
    )
    found = compare_claims([record], make_world(), place=VELYKA, near=25)
    entries = found.questions[0].positions[0].entries
    assert {e.claim.id: e.where for e in entries} == {
        "gazette#01": None,
        "gazette#02": "Mala, 11 km",
    }
    assert compare_claims([record], make_world(), place=VELYKA, near=5).claims == 1


def test_the_way_between_two_points():
    assert distance_km((48.0, 38.0), (48.0, 38.0)) == 0
    assert distance_km((0, 0), (0, 180)) == pytest.approx(20015, abs=1)
    assert distance_km((52.52, 13.40), (48.86, 2.35)) == pytest.approx(878, abs=2)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("general staff", True),
        ("GENERAL  STAFF of the", True),
        ("Kyiv's command", True),
        ("staff officers", False),
        ("gener", False),
        ("article", False),
    ],
)
def test_a_source_is_meant_by_whole_words_of_its_name_or_mention(asked, meant):
    staff = Source("General Staff of the Armed Forces", "organisation", "ukraine",
                   Mention("Kyiv’s command".replace("’", "'"), (0, 14)))  # fmt: skip
    assert speaks(staff, asked) is meant


@pytest.mark.parametrize(
    ("name", "asked", "meant"),
    [
        ("Institute for the Study of War", "isw", True),
        ("Rapid Support Forces", "RSF", True),
        ("Rapid Support Forces", "rs", False),
        ("Hamas", "h", False),
        ("medics", "m", False),
    ],
)
def test_a_source_is_meant_by_the_first_letters_of_its_name(name, asked, meant):
    assert speaks(Source(name, "organisation", "unknown"), asked) is meant


def test_the_articles_own_voice_is_asked_for_by_that_name():
    narrator = Source("narrator", "narrator", "independent")
    assert speaks(narrator, "the article")
    assert not speaks(narrator, "General Staff")


def test_what_is_left_out_has_a_reason():
    record = article(
        claim("Moscow", "capture", at="Velyka", when="2023-03-01"),
        claim("Kyiv", "control", at="Velyka", when="2023-03-01"),
        claim("Kyiv", "control", at="Velyka", when="2022-01-01"),
        claim("Kyiv", "shelling", at="Velyka", when="2023-03-01"),
        claim("Kyiv", "control", at="Mala", when="2023-03-01"),
        name="gazette",
    )
    undated = article(claim("Kyiv", "control", at="Velyka"), name="herald", published=None)
    found = excluded(
        record, undated, place=VELYKA, topic="territory", sides=("ukraine",), since="2023"
    )
    assert {left.reason: [e.claim.id for e in left.entries] for left in found.claims} == {
        "about another place": ["gazette#05"],
        "answering another question": ["gazette#04"],
        "not dated": ["herald#01"],
        "of another side": ["gazette#01"],
        "on other days": ["gazette#03"],
    }
    assert (found.total, found.kept) == (6, 1)


def test_what_a_person_rejected_and_what_has_no_place():
    said = claim("Moscow", "capture", at="Velyka")
    rejected = article(said, name="herald")
    rejected = type(rejected)(rejected.article, tuple(
        type(c)(**{**{f: getattr(c, f) for f in c.__slots__}, "review": Review("rejected")})
        for c in rejected.events
    ))  # fmt: skip
    far = claim("analysts", "shelling", at="Mala")
    placeless = article(claim("Kyiv", "control", at=None), said, far, name="gazette")
    found = excluded(rejected, placeless, place=VELYKA)
    assert {left.reason: len(left.entries) for left in found.claims} == {
        "rejected in review": 1,
        "no place stated": 1,
        "about another place": 1,
    }


def test_an_article_that_speaks_of_one_place_only_is_about_it():
    record = article(
        claim("Moscow", "capture", at="Velyka"),
        claim("analysts", "shelling", at="Zarichne"),  # a district of Velyka
        claim("Kyiv", "control", at=None),
    )
    found = compare_claims([record], make_world(), place=VELYKA)
    where = {e.claim.id: e.where for q in found.questions for p in q.positions for e in p.entries}
    assert where == {
        "gazette#01": None,
        "gazette#02": "in Zarichne",
        "gazette#03": "place from context",
    }


def test_a_place_from_context_is_marked_as_such():
    record = article(
        claim("Moscow", "capture", at="Velyka"),
        claim("Kyiv", "fighting", at="Mala"),
        claim("locals", "shelling", at=replace(place("Velyka"), basis="context")),
    )
    found = compare_claims([record], make_world(), place=VELYKA)
    where = {e.claim.id: e.where for q in found.questions for p in q.positions for e in p.entries}
    assert where == {"gazette#01": None, "gazette#03": "place from context"}


def test_pairs_that_no_gate_lets_through_are_counted_by_reason():
    record = article(
        claim("Moscow", "capture", by="Russia", at="Velyka"),
        claim("Kyiv", "control", by="Ukraine", at="Velyka"),
    )
    said = claim("Kyiv", "control", "It holds", by="Ukraine", at="Velyka")
    undated = article(said, name="herald", published=None)
    found = excluded(record, undated, place=VELYKA)
    assert (found.tried, found.related) == (3, 1)
    assert {r.reason: [(a.claim.id, b.claim.id) for a, b in r.pairs] for r in found.pairs} == {
        "time: not dated": [("gazette#01", "herald#01"), ("gazette#02", "herald#01")]
    }
