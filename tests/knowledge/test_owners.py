"""Whose a body is: the owner that stands before a name decides, not who else bears the name."""

from __future__ import annotations

from itertools import product

import pytest

from counterclaim.knowledge.classify import classify_mention
from counterclaim.knowledge.mentions import scan_actors
from counterclaim.knowledge.registry import load_registry

DAY = "2024-05-14"

# Bodies that the registry knows, bare or nearly so, as one country's.
BODIES = {
    "Prime Minister's Office": "IL",
    "prime minister's office": "IL",
    "Home Front Command": "IL",
    "National News Agency": "LB",
    "Revolutionary Guards": "IR",
    "Revolutionary Guard": "IR",
    "Federal Security Service": "RU",
    "Federation Council": "RU",
    "State Department": "US",
    "Congress": "US",
    "General Staff": "UA",
    "Defence Forces": "UA",
    "State Emergency Service": "UA",
    "Main Directorate of Intelligence": "UA",
    "National Defence Forces": "SY",
    "Border Security Force": "IN",
    "presidential leadership council": "YE",
}
OWNERS = {
    "the Thai": "independent",
    "Thailand's": "independent",
    "the Ethiopian": "ethiopia",
    "Armenia's": "armenia",
    "the Turkish": "turkey",
    "the Libyan": "unknown",
    "the Houthi": "houthis",
    "Hamas's": "hamas",
}


@pytest.mark.parametrize("conflict", [None, "ukraine", "israel-lebanon"])
@pytest.mark.parametrize(("owner", "body"), list(product(OWNERS, BODIES)))
def test_a_body_is_its_owners_whoever_else_has_one_of_that_name(
    owner: str, body: str, conflict: str | None
) -> None:
    registry = load_registry()
    found = classify_mention(registry, f"{owner} {body}", DAY, conflict)
    assert found.entry is None or found.entry.country != BODIES[body]
    # A third country's side is independent; of a body that may be private nothing is said.
    assert found.side in {OWNERS[owner], "independent", "unknown"}
    text = f"On Tuesday {owner} {body} spoke of a quiet night."
    taken = {m.entry_id for m in scan_actors(text, DAY, conflict)} - {"houthis"}
    theirs = {entry.id for entry in registry.entries.values() if entry.country == BODIES[body]}
    assert taken.isdisjoint(theirs)


@pytest.mark.parametrize(
    ("mention", "name", "side"),
    [
        ("the Thai prime minister's office", "Thai Prime Minister's Office", "independent"),
        ("the Ethiopian defence ministry", "Ethiopian Ministry of Defence", "ethiopia"),
        ("Armenia's general staff", "General Staff of the Armed Forces of Armenia", "armenia"),
        ("the Lebanese army", "Lebanese Armed Forces", "lebanon"),
        ("Thai military", "Thai military", "independent"),
        ("the Turkish foreign ministry", "Turkish Ministry of Foreign Affairs", "turkey"),
        ("the Libyan police", "Libyan police", "unknown"),
        ("the Haitian police", "Haitian police", "haiti"),
        # nobody knows this country: the name is as it stands
        ("the Ruritanian defence ministry", "Ruritanian defence ministry", "unknown"),
        # the owner's own body stays its own, in any wording
        ("Israel's Prime Minister's Office", "Israeli Prime Minister's Office", "israel"),
        ("the Israeli Home Front Command", "Home Front Command", "israel"),
        ("Iran's Revolutionary Guards", "Islamic Revolutionary Guard Corps", "iran"),
        ("Lebanon's National News Agency", "National News Agency", "lebanon"),
        ("the US State Department", "US State Department", "independent"),
        ("Lebanon's Hezbollah movement", "Hezbollah", "hezbollah"),
    ],
)
def test_the_name_and_side_of_a_body_behind_its_owner(mention: str, name: str, side: str) -> None:
    found = classify_mention(load_registry(), mention, DAY)
    assert (found.name, found.side) == (name, side)


@pytest.mark.parametrize(
    ("conflict", "name"),
    [("israel-lebanon", "Israeli Prime Minister's Office"), ("ukraine", "Prime Minister's Office")],
)
def test_a_bare_name_that_many_bear_is_only_meant_in_its_war(conflict: str, name: str) -> None:
    assert (
        classify_mention(load_registry(), "the Prime Minister's Office", DAY, conflict).name == name
    )


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("In Lebanon Hezbollah fired forty rockets.", "Hezbollah"),
        ("Talks on the Iran-Hezbollah axis went on.", "Hezbollah"),
        ("From Syria Home Front Command heard of two drones.", "Home Front Command"),
        ("Thai workers, Home Front Command said, were safe.", "Home Front Command"),
        ("An American IDF soldier was hurt.", "Israel Defense Forces"),
        ("The Israeli Home Front Command lifted the limits.", "Home Front Command"),
    ],
)
def test_a_country_that_owns_nothing_takes_no_name_away(text: str, actor: str) -> None:
    assert actor in {found.name for found in scan_actors(text, DAY)}
