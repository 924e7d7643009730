"""Who a name or a noun phrase means, on which side, in which office on which day."""

from __future__ import annotations

import pytest

from counterclaim.knowledge.classify import classify_mention
from counterclaim.knowledge.entries import load_bodies, load_countries, read_entries
from counterclaim.knowledge.mentions import scan_actors
from counterclaim.knowledge.names import fold
from counterclaim.knowledge.registry import load_registry
from counterclaim.knowledge.sides import load_sides

REGISTRY = load_registry()


def who(
    mention: str, on: str | None = "2023-03-04", conflict: str | None = None
) -> tuple[str, ...]:
    found = classify_mention(REGISTRY, mention, on, conflict)
    return found.name, found.kind, found.side


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("Russia's Defense Ministry", "russia-ministry-of-defence"),
        ("the Russian defence ministry", "russia-ministry-of-defence"),
        ("Ministry of Defence of the Russian Federation", "russia-ministry-of-defence"),
        ("the British Ministry of Defense", "uk-ministry-of-defence"),
        ("UK intelligence", "uk-ministry-of-defence"),
        ("Ukraine’s General Staff", "ukraine-general-staff"),
        ("the General Staff of the Ukrainian Armed Forces", "ukraine-general-staff"),
        ("Kyiv", "ukraine"),
        ("Kiev", "ukraine"),
        ("ISW", "isw"),
        ("the Hamas-run health ministry", "gaza-health-ministry"),
        ("the UN's nuclear watchdog", "iaea"),
        ("the UN refugee agency", "unhcr"),
        ("Volodymyr Zelenskyy", "volodymyr-zelensky"),
        ("Vladimir Zelenskiy", "volodymyr-zelensky"),
        ("Col Gen Aleksandr Syrsky", "oleksandr-syrskyi"),
        ("Evgeny Prigozhin", "yevgeny-prigozhin"),
        ("the WHO", "who"),
        ("the US State Department", "us-state-department"),
    ],
)
def test_spellings_of_one_name_find_one_entry(name: str, entry: str) -> None:
    found = REGISTRY.find(name)
    assert found is not None
    assert found.id == entry


@pytest.mark.parametrize("name", ["who", "us", "the man", "Olena Prigozhin", "Kyiv Zoo"])
def test_other_words_are_nobody_of_the_registry(name: str) -> None:
    assert REGISTRY.find(name) is None


def test_bodies_that_no_list_names_are_composed_from_country_and_form() -> None:
    found = REGISTRY.find("Estonia's Ministry of Foreign Affairs")
    assert found is not None
    assert (found.name, REGISTRY.side(found)) == (
        "Estonian Ministry of Foreign Affairs",
        "independent",
    )


def test_a_surname_means_a_person_only_when_one_bears_it() -> None:
    pushilin = REGISTRY.surname("Mr Pushilin")
    assert pushilin is not None
    assert pushilin.name == "Denis Pushilin"
    assert REGISTRY.surname("Fedorov") is None
    assert who("Melitopol mayor Fedorov") == ("Ivan Fedorov", "person", "ukraine")


def test_an_office_is_held_on_a_day() -> None:
    def holder(role: str, organisation: str, on: str | None) -> str | None:
        entry = REGISTRY.holder(role, organisation, on)
        return entry.name if entry else None

    assert holder("boss", "Wagner Group", "2023-03-04") == "Yevgeny Prigozhin"
    assert holder("boss", "Wagner Group", "2024-03-04") is None
    assert holder("boss", "Wagner Group", None) is None
    assert holder("defence minister", "Russian Ministry of Defence", "2023-01") == "Sergei Shoigu"
    assert holder("minister of defence", "Russian Ministry of Defence", "2025") == "Andrei Belousov"
    assert holder("mayor", "Melitopol", "2023-05-07") == "Ivan Fedorov"
    assert holder("gardener", "Wagner Group", "2023-03-04") is None


def test_a_contested_place_has_the_governor_of_the_side_that_is_meant() -> None:
    ukrainian = REGISTRY.holder("governor", "Kherson", "2023-05-01", "ukraine")
    russian = REGISTRY.holder("head", "Kherson", "2023-05-01", "russia")
    assert ukrainian is not None
    assert russian is not None
    assert (ukrainian.name, russian.name) == ("Oleksandr Prokudin", "Vladimir Saldo")
    assert REGISTRY.holder("head", "Kherson", "2023-05-01") is None


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        (
            "Denis Pushilin, leader of the Russian occupation of the Donetsk region",
            ("Denis Pushilin", "person", "russia"),
        ),
        ("Melitopol’s exiled mayor, Ivan Fedorov", ("Ivan Fedorov", "person", "ukraine")),
        (
            "the Moscow-backed governor Yevgeny Balitsky",
            ("Yevgeny Balitsky", "person", "russia"),
        ),
        (
            "Kyrylo Budanov, who heads the intelligence of Ukraine's defence ministry",
            ("Kyrylo Budanov", "person", "ukraine"),
        ),
        ("US Secretary of State Antony Blinken", ("Antony Blinken", "person", "independent")),
        ("the Kremlin spokesman", ("Dmitry Peskov", "person", "russia")),
        ("Ukraine's defence minister", ("Oleksiy Reznikov", "person", "ukraine")),
        ("Ukraine's commander-in-chief", ("Valery Zaluzhnyi", "person", "ukraine")),
        ("the Wagner chief", ("Yevgeny Prigozhin", "person", "russia")),
        ("Observatory chief Rami Abdel Rahman", ("Rami Abdel Rahman", "person", "independent")),
    ],
)
def test_a_listed_person_is_found_inside_a_phrase(mention: str, expected: tuple[str, ...]) -> None:
    assert who(mention) == expected


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("the UNHCR's Marta Lindqvist", ("Marta Lindqvist", "person", "independent")),
        ("Ivo Brandt, a UNICEF spokesman", ("Ivo Brandt", "person", "independent")),
        ("Ukrainian army captain Taras Holub", ("Taras Holub", "person", "ukraine")),
        ("Russian-installed official Gleb Orlik", ("Gleb Orlik", "person", "russia")),
        ("Lina Haddad, a displaced mother of three", ("Lina Haddad", "person", "unknown")),
        ("Ukrainian military analyst Roman Sych", ("Roman Sych", "person", "unknown")),
        ("Russian opposition politician Ilya Zorin", ("Ilya Zorin", "person", "unknown")),
        ("his wife Olena", ("Olena", "person", "unknown")),
    ],
)
def test_an_unlisted_person_takes_the_side_of_the_words_around(
    mention: str, expected: tuple[str, ...]
) -> None:
    assert who(mention) == expected


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("a Russian occupation official", ("Russian occupation official", "unnamed", "russia")),
        ("a senior US official", ("senior US official", "unnamed", "independent")),
        ("Ukrainian military bloggers", ("Ukrainian military bloggers", "unnamed", "ukraine")),
        ("Ukraine's army leaders", ("Ukrainian army leaders", "unnamed", "ukraine")),
        ("local officials", ("local officials", "unnamed", "unknown")),
        ("Residents in Izium", ("residents", "unnamed", "unknown")),
        ("one displaced man", ("displaced man", "unnamed", "unknown")),
        ("a resident of Russian-occupied Mariupol", ("resident", "unnamed", "unknown")),
        ("Ukrainian refugees", ("Ukrainian refugees", "unnamed", "unknown")),
        ("Ukraine's allies", ("Ukrainian allies", "unnamed", "unknown")),
        ("a former US diplomat", ("former US diplomat", "unnamed", "unknown")),
        ("pro-Damascus media", ("pro-Damascus media", "organisation", "syria_government")),
        ("US-backed forces", ("US-backed forces", "organisation", "unknown")),
        ("Ukrainian media", ("Ukrainian media", "organisation", "independent")),
        ("Russian state media", ("Russian state media", "organisation", "russia")),
        ("Ukraine's military", ("Ukrainian military", "organisation", "ukraine")),
        ("aid workers", ("aid workers", "unnamed", "independent")),
        ("the mayor of Lisbon", ("mayor", "person", "independent")),
    ],
)
def test_an_unnamed_source_has_a_side_only_when_its_words_give_one(
    mention: str, expected: tuple[str, ...]
) -> None:
    assert who(mention) == expected


def test_the_mayor_whom_russia_appointed_is_not_the_elected_one() -> None:
    assert who("the Russian-appointed mayor of Enerhodar")[0] != "Dmytro Orlov"
    assert who("the Russian-appointed mayor of Enerhodar")[2] == "russia"


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        (
            "the Syrian Observatory for Human Rights, a monitor",
            "Syrian Observatory for Human Rights",
        ),
        ("The British-based Observatory", "Syrian Observatory for Human Rights"),
        ("the Hamas-run Civil Defence authority", "Gaza Civil Defence"),
        ("the Iran-backed Houthis", "Houthis"),
        ("Lebanon's Hezbollah movement", "Hezbollah"),
        ("the Palestinian group Hamas", "Hamas"),
        ("the Ukrainian Red Cross", "Ukrainian Red Cross"),
        ("Ukrainian state nuclear company Energoatom", "Energoatom"),
        (
            "the Institute for the Study of War (ISW), a US-based think tank",
            "Institute for the Study of War",
        ),
    ],
)
def test_generic_words_around_an_organisation_drop_off(mention: str, name: str) -> None:
    found = classify_mention(REGISTRY, mention)
    assert (found.name, found.kind) == (name, "organisation")


def test_a_person_who_only_modifies_is_not_the_speaker() -> None:
    assert who("an adviser to President Zelensky") == ("adviser", "unnamed", "ukraine")
    assert who("Volodymyr Zelensky's office")[0] != "Volodymyr Zelensky"
    assert who("El Fasher residents")[1:] == ("unnamed", "unknown")


def test_what_stands_beside_a_name_is_its_role() -> None:
    found = classify_mention(
        REGISTRY, "the Institute for the Study of War (ISW), a US-based think tank"
    )
    assert found.role == "US-based think tank"
    found = classify_mention(REGISTRY, "Gen Petro Sova, commander of a Ukrainian brigade,")
    assert found.role == "commander of a Ukrainian brigade"


def test_bare_words_have_a_side_only_in_a_conflict() -> None:
    assert who("police")[2] == "unknown"
    assert who("police", conflict="assam")[2] == "india"
    assert who("police", conflict="ukraine")[2] == "unknown"
    assert who("rebel commanders", conflict="syria")[2] == "syria_opposition"


def test_a_party_of_another_war_is_a_third_party() -> None:
    assert who("the Turkish foreign ministry")[2] == "turkey"
    assert who("the Turkish foreign ministry", conflict="ukraine")[2] == "independent"


def test_a_side_can_change_on_a_day() -> None:
    hts = REGISTRY.entries["hts"]
    assert REGISTRY.side(hts, "2020-01-01") == "syria_opposition"
    assert REGISTRY.side(hts, "2025-01-01") == "syria_government"
    assert REGISTRY.side(hts) == "unknown"


def test_actors_are_found_in_running_text() -> None:
    text = (
        "Kyiv's forces held while Russian ground troops and the Wagner Group pushed into Ukraine."
    )
    found = [(m.text, m.side, m.force) for m in scan_actors(text)]
    assert found == [
        ("Kyiv's forces", "ukraine", True),
        ("Russian ground troops", "russia", True),
        ("Wagner Group", "russia", True),
    ]
    assert all(text[m.start : m.end] == m.text for m in scan_actors(text))


def test_enemy_and_own_forces_are_left_to_the_speaker() -> None:
    found = scan_actors("Our forces repelled the enemy.")
    assert [(m.text, m.side, m.relative) for m in found] == [
        ("Our forces", None, "own"),
        ("the enemy", None, "enemy"),
    ]


def test_rebels_have_a_side_with_a_country_or_a_conflict() -> None:
    assert [m.side for m in scan_actors("Syrian rebels fled.")] == ["syria_opposition"]
    assert [m.side for m in scan_actors("Rebels fled.")] == [None]
    assert [m.side for m in scan_actors("Rebels fled.", conflict="syria")] == ["syria_opposition"]


def test_adjectives_inside_other_names_are_no_actors() -> None:
    assert (
        scan_actors("Russian news agencies and US officials spoke of Russian artillery fire.") == []
    )


ENTRIES = tuple(read_entries())


def test_ids_are_unique_and_references_resolve() -> None:
    ids = [entry.id for entry in ENTRIES]
    assert sorted(ids) == sorted(set(ids))
    organisations = {a.organisation for e in ENTRIES for a in e.affiliations if a.organisation}
    assert organisations <= set(ids)
    sides = {dated.side for entry in ENTRIES for dated in entry.sides}
    assert sides <= set(load_sides().names)
    countries = {entry.country for entry in ENTRIES if entry.country}
    assert countries <= {country.iso2 for country in load_countries()}
    assert {e.body for e in ENTRIES if e.body} <= {body.body for body in load_bodies()}


def test_no_strong_name_means_two_entries() -> None:
    bearers: dict[tuple[str, ...], set[str]] = {}
    for entry in ENTRIES:
        for name in (entry.name, *entry.names):
            bearers.setdefault(fold(name), set()).add(entry.id)
    assert {key: ids for key, ids in bearers.items() if len(ids) > 1} == {}


def test_the_war_in_ukraine_has_its_speakers() -> None:
    belligerents = [e for e in ENTRIES if {d.side for d in e.sides} & {"russia", "ukraine"}]
    assert len(belligerents) >= 220
    assert any(entry.medium for entry in ENTRIES)
