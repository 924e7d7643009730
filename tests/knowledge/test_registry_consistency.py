"""The registry as a whole: what its files say of each other fits together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from counterclaim.knowledge.classify import classify_mention
from counterclaim.knowledge.entries import Entry, load_bodies, load_countries, read_entries
from counterclaim.knowledge.names import fold
from counterclaim.knowledge.registry import load_registry
from counterclaim.knowledge.sides import load_sides

ENTRIES = tuple(read_entries())
SIDES = load_sides()


def test_no_id_is_given_twice() -> None:
    ids = [entry.id for entry in ENTRIES]
    assert sorted(ids) == sorted(set(ids))


def test_every_side_of_an_entry_is_known() -> None:
    assert {side.side for entry in ENTRIES for side in entry.sides} <= set(SIDES.names)


def test_every_side_is_somebodys_or_a_countrys() -> None:
    stood_on = {side.side for entry in ENTRIES for side in entry.sides}
    organs = {side for war in SIDES.conflicts.values() for side in war.countries.values()}
    states = {country.party for country in load_countries()}
    assert set(SIDES.names) <= stood_on | organs | states | {"nato_coalition", "libya_ntc"}


def test_every_party_to_a_conflict_has_an_opponent_in_it() -> None:
    alone = [
        (war.id, party)
        for war in SIDES.conflicts.values()
        for party in war.parties
        if party not in {"palestinian_authority", "lebanon", "belarus"}  # parties that do not fight
        if not any(SIDES.opposed(party, other) for other in war.parties)
    ]
    assert alone == []


def test_every_organisation_of_an_office_exists() -> None:
    ids = {entry.id for entry in ENTRIES}
    held = {office.organisation for entry in ENTRIES for office in entry.affiliations}
    assert held - {None} <= ids


def test_every_body_is_one_of_the_list() -> None:
    assert {e.body for e in ENTRIES} - {None} <= {body.body for body in load_bodies()}


def dated(entry: Entry) -> Iterator[tuple[str | None, str | None]]:
    yield entry.since, entry.until
    yield from ((side.since, side.until) for side in entry.sides)
    yield from ((office.since, office.until) for office in entry.affiliations)


def test_nothing_ends_before_it_begins() -> None:
    turned = [
        (entry.id, since, until)
        for entry in ENTRIES
        for since, until in dated(entry)
        if since and until and since > until
    ]
    assert turned == []


def test_nobody_stands_on_two_sides_on_one_day() -> None:
    """But for the day of a change, which belongs to both."""
    torn = [
        entry.id
        for entry in ENTRIES
        for a, b in combinations(entry.sides, 2)
        if not (a.until is not None and b.since is not None and a.until <= b.since)
    ]
    assert torn == []


def test_no_name_is_claimed_by_two_entries() -> None:
    claimed: dict[tuple[str, ...], set[str]] = {}
    for entry in ENTRIES:
        for name in (entry.name, *entry.names):
            claimed.setdefault(fold(name), set()).add(entry.id)
    assert {key: ids for key, ids in claimed.items() if len(ids) > 1} == {}
    assert () not in claimed


def test_one_body_of_a_country_is_one_entry() -> None:
    bodies = [(e.country, e.body) for e in ENTRIES if e.body]
    assert sorted(b for b in set(bodies) if bodies.count(b) > 1) == []


@pytest.mark.parametrize(
    ("name", "on", "conflict", "side"),
    [
        ("Hayat Tahrir al-Sham", "2024-11-30", "syria", "syria_opposition"),
        ("Hayat Tahrir al-Sham", "2025-03-10", "syria", "syria_government"),
        ("Wagner Group", "2023-06-22", "ukraine", "russia"),
        ("Wagner Group", "2023-06-24", "ukraine", "wagner"),
        ("Wagner Group", "2023-06-25", "ukraine", "russia"),
        ("Wagner Group", None, "ukraine", "russia"),
        ("Africa Corps", "2024-08-01", "mali", "russia"),
        ("Africa Corps", "1942-08-01", None, "unknown"),
        ("Sudan Shield Forces", "2024-03-01", "sudan", "rsf"),
        ("Sudan Shield Forces", "2024-11-01", "sudan", "sudan_army"),
        ("SPLM-N", "2024-03-01", "sudan", "splm_n"),
        ("SPLM-N", "2025-03-01", "sudan", "rsf"),
        ("Justice and Equality Movement", "2024-03-01", "sudan", "sudan_army"),
        ("SAMIDRC", "2025-01-28", "dr-congo", "samidrc"),
        ("MONUSCO", "2025-01-28", "dr-congo", "independent"),
        ("the Congolese army", "2025-01-28", "dr-congo", "dr_congo"),
        ("Rwanda-backed M23 rebels", "2025-01-28", "dr-congo", "m23"),
        ("the Revolutionary Guards", "2024-10-01", "israel-lebanon", "iran"),
        ("the Turkish army", "2023-01-25", "ukraine", "independent"),
        ("the Artsakh Defence Army", "2023-09-19", "armenia-azerbaijan", "artsakh"),
        ("the Azerbaijani Defence Ministry", "2020-10-04", "armenia-azerbaijan", "azerbaijan"),
    ],
)
def test_sides_pass_with_the_day_and_the_war(
    name: str, on: str | None, conflict: str | None, side: str
) -> None:
    assert classify_mention(load_registry(), name, on, conflict).side == side


@pytest.mark.parametrize(
    ("role", "organisation", "on", "holder"),
    [
        ("commander", "Islamic Revolutionary Guard Corps", "2024-04-14", "Hossein Salami"),
        ("commander", "Islamic Revolutionary Guard Corps", "2025-07-01", "Mohammad Pakpour"),
        (
            "foreign minister",
            "Armenian Ministry of Foreign Affairs",
            "2020-10-04",
            "Zohrab Mnatsakanyan",
        ),
        (
            "foreign minister",
            "Armenian Ministry of Foreign Affairs",
            "2023-09-19",
            "Ararat Mirzoyan",
        ),
        ("leader", "Republic of Artsakh", "2023-09-05", None),
        ("leader", "Republic of Artsakh", "2023-09-19", "Samvel Shahramanyan"),
        ("president", "Burkina Faso", "2022-06-01", "Paul-Henri Sandaogo Damiba"),
        ("president", "Niger", "2023-07-01", "Mohamed Bazoum"),
        ("leader", "Congo River Alliance", "2023-01-01", None),
    ],
)
def test_an_office_has_its_holder_of_the_day(
    role: str, organisation: str, on: str, holder: str | None
) -> None:
    found = load_registry().holder(role, organisation, on)
    assert (found and found.name) == holder


@pytest.mark.parametrize(
    ("votes", "on", "conflict"),
    [
        ({"m23": 5, "dr_congo": 3, "rwanda": 2}, "2025-01-28", "dr-congo"),
        ({"adf": 4, "dr_congo": 3, "uganda": 1}, "2024-06-10", "adf"),
        ({"jnim": 4, "burkina_faso": 2}, "2024-08-25", "burkina-faso"),
        ({"azawad": 4, "russia": 3, "mali": 2}, "2024-07-29", "mali"),
        ({"azerbaijan": 4, "armenia": 4}, "2020-10-04", "armenia-azerbaijan"),
        ({"israel": 4, "houthis": 4}, "2024-07-21", "red-sea"),
        ({"russia": 4, "ukraine": 4}, "2009-01-07", None),
        ({"turkey": 9}, "2024-03-31", None),
        ({"belarus": 3}, "2021-05-23", None),
        ({"isis": 3}, "2024-03-22", None),
        ({"sudan_army": 3}, "2024-03-22", "sudan"),
        ({"sudan_army": 3}, "2014-03-22", None),
    ],
)
def test_the_conflict_of_an_article_must_last_on_its_day(
    votes: dict[str, int], on: str, conflict: str | None
) -> None:
    assert SIDES.guess_conflict(votes, on) == conflict


def test_a_short_name_means_a_party_only_in_its_war() -> None:
    find = load_registry().candidates
    assert [entry.id for entry in find("ADF", "2024-06-10", "adf")] == ["adf"]
    assert find("ADF", "2024-06-10", None) == ()
    assert [entry.id for entry in find("the General Staff", "2023-11-25", "sudan")] == []


def test_rebels_who_govern_are_rebels_no_more() -> None:
    syria = SIDES.conflicts["syria"]
    assert syria.rebels_on("2024-12-01") == "syria_opposition"
    assert syria.rebels_on("2025-03-10") is None
