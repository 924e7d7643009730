"""Places of texts: what is one, which one, how the event lies to it, what only looks like one."""

from __future__ import annotations

import pytest

from counterclaim.extraction.places import annotate_places, find_toponyms, places_in


def named(text: str) -> list[tuple[str, str]]:
    """Mentions with the names of their places."""
    return [(t.text, t.entry.name) for t in find_toponyms(text) if t.entry]


def events(text: str) -> list[str]:
    return [place.name for place in places_in(((0, len(text)),), find_toponyms(text))]


def test_mentions_keep_their_spelling_and_their_offsets() -> None:
    text = "Shelling near Vougledar (Ugledar) went on, said officers in Bachmout."
    toponyms = find_toponyms(text)
    assert [(t.text, t.entry.name if t.entry else None) for t in toponyms] == [
        ("Vougledar", "Vuhledar"),
        ("Ugledar", "Vuhledar"),
        ("Bachmout", "Bakhmut"),
    ]
    assert all(text[t.start : t.end] == t.text for t in toponyms)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Drones struck the Kherson region overnight.", "Kherson Oblast"),
        ("Drones struck Kherson overnight.", "Kherson"),
        ("Fighting spread across the Zaporizhzhia region.", "Zaporizhzhia Oblast"),
        ("Troops entered villages in the Donetsk People's Republic.", "Donetsk Oblast"),
        ("Heavy rain fell in eastern Ukraine.", "eastern Ukraine"),
        ("Tents burned in southern Gaza.", "Gaza Strip"),
        ("Another Ukrainian village near Lyman burned.", "Lyman"),
        ("Rebels still held east Aleppo.", "East Aleppo"),
        (
            "A mine went off near the Zaporizhzhia nuclear plant.",
            "Zaporizhzhia Nuclear Power Plant",
        ),
        ("Boats crossed the Dnipro at night.", "Dnipro River"),
    ],
)
def test_cities_regions_parts_and_objects(text: str, name: str) -> None:
    assert events(text) == [name]


def test_the_end_of_a_longer_name_is_no_place() -> None:
    assert named("Fighters ambushed a patrol near Barqa al-Shaab.") == []
    assert named("A drone fell into the Bay of Haifa.") == []
    assert named("Shelling shook northern al-Bab and Deir al-Balah.") == [
        ("al-Bab", "al-Bab"),
        ("Deir al-Balah", "Deir al-Balah"),
    ]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Tanks massed near Lyman.", "near"),
        ("Fighting reached the outskirts of Toretsk.", "outskirts"),
        ("Attacks on Bakhmut and its surroundings were repelled.", "surroundings"),
        ("A depot burned north-west of Tokmak.", "north-west of"),
        ("The column stopped outside Kupiansk.", "outside"),
        ("Shells landed in Toretsk.", None),
    ],
)
def test_relations_are_kept(text: str, relation: str | None) -> None:
    toponym = find_toponyms(text)[0]
    assert (toponym.relation, toponym.event_place) == (relation, True)


def test_who_speaks_under_a_place_name_is_no_place_of_an_event() -> None:
    text = (
        "Moscow said Ukraine's army had left Siversk, which Kyiv denied. Russia claimed the town."
    )
    parts = {t.text: t.event_place for t in find_toponyms(text)}
    assert parts == {
        "Moscow": False, "Ukraine": False, "Siversk": True, "Kyiv": False, "Russia": False,
        "the town": True,
    }  # fmt: skip
    assert events("Explosions were heard in Moscow.") == ["Moscow"]
    assert events("The war in Sudan began in 2023.") == ["Sudan"]
    assert events("The governor of Kherson spoke of a quiet night.") == []
    assert events("US-led talks and Kyiv-based analysts") == []
    assert events("Weapons from the US reached the Kharkiv regional administration.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Mr Paris refused to comment.",
        "Sydney Smith and Jordan Baker, both nurses, were unhurt.",
        "The Washington Post and the Kyiv Independent reported it.",
        "According to the Institute for the Study of War, nothing changed.",
        "Police Chief Lincoln Howard, 52, said March had been quiet.",
        "Reading the report took an hour. Most of it was old.",
        "The Russian and Ukrainian officers met.",
    ],
)
def test_people_outlets_and_ordinary_words_are_no_places(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    "dateline", ["KYIV, Ukraine (Agency) - ", "Odesa (Agency) — ", "KYIV, March 3 (Agency) – "]
)
def test_where_a_report_was_filed_is_no_place_of_an_event(dateline: str) -> None:
    assert events(f"{dateline}Shells fell on Nikopol.") == ["Nikopol"]
    assert len(annotate_places(f"{dateline}Shells fell on Nikopol.")) >= 2


def test_a_surname_stays_a_surname() -> None:
    text = "Kate London, 40, runs the clinic. Later London thanked the drivers."
    assert named(text) == []


def test_the_text_decides_between_places_of_one_name() -> None:
    assert find_toponyms("The fair opened in Oxford, Ohio.")[0].entry.admin1 == "Ohio"  # type: ignore[union-attr]
    assert find_toponyms("The fair opened in Oxford.")[0].entry.country == "GB"  # type: ignore[union-attr]
    syria = "Buses left Madaya for Damascus and Aleppo, Syrian state television said."
    assert {t.entry.country for t in find_toponyms(syria) if t.entry} == {"SY"}
    georgia = "Troops left Tbilisi and Gori. Georgia protested."
    assert [t.entry.kind for t in find_toponyms(georgia) if t.entry][-1] == "country"
    atlanta = "Police in Atlanta, Macon and Savannah said Georgia had seen no such storm."
    assert [t.entry.kind for t in find_toponyms(atlanta) if t.entry][-1] == "region"


def test_small_villages_need_support() -> None:
    assert named("They met in Verbove.") == []
    supported = named("They met in Verbove, in the Zaporizhzhia region of Ukraine.")
    assert supported[0] == ("Verbove", "Verbove")


def test_the_city_and_the_plant_take_up_what_was_named() -> None:
    text = (
        "Guns fell silent at the Zaporizhzhia nuclear plant. Engineers left the plant for "
        "Enerhodar, and the city was dark. The besieged town waited."
    )
    anaphors = [(t.text, t.entry.name) for t in find_toponyms(text) if t.anaphor and t.entry]
    assert anaphors == [
        ("the plant", "Zaporizhzhia Nuclear Power Plant"),
        ("the city", "Enerhodar"),
        ("The besieged town", "Enerhodar"),
    ]


def test_the_city_of_names_a_city_itself() -> None:
    assert named("Bakhmut was quiet, and so was the city of Lyman.") == [
        ("Bakhmut", "Bakhmut"),
        ("Lyman", "Lyman"),
    ]
    assert named("The city was quiet.") == []


def test_places_of_a_claim_come_once_and_in_order() -> None:
    text = "Kyiv said: fighting went on in Lyman and Siversk; the shelling of Lyman did not stop."
    start = text.index("fighting")
    places = places_in(((start, len(text)),), find_toponyms(text))
    assert [(p.name, p.mention, text[slice(*p.span)]) for p in places] == [
        ("Lyman", "Lyman", "Lyman"),
        ("Siversk", "Siversk", "Siversk"),
    ]
    assert (places[0].id, places[0].country, places[0].admin1) == (
        "geonames:704204",
        "UA",
        "Donetsk",
    )
    assert places_in((), find_toponyms(text)) == ()


def test_annotation_counts_metonyms_but_neither_peoples_nor_the_city() -> None:
    text = "Moscow said Russian troops held Idlib province, and the city of Douma. The city slept."
    lines = annotate_places(text)
    assert [line["text"] for line in lines] == ["Moscow", "Idlib", "Douma"]
    assert lines[0]["geonameid"] == 524901
    assert all(text[line["start"] : line["end"]] == line["text"] for line in lines)
    assert [x["text"] for x in annotate_places(text, demonyms=True)][1] == "Russian"


def test_a_county_has_no_point_of_its_own() -> None:
    text = "Deputies in Walker County, Texas, drove to Huntsville."
    county = next(t for t in find_toponyms(text) if t.text == "Walker County")
    assert county.entry is not None
    assert county.entry.lat is None
    line = next(x for x in annotate_places(text) if x["text"] == "Walker County")
    assert round(line["lat"]) == 31  # the neighbours' point


@pytest.mark.parametrize("text", ["", " ", "\n", ".", "’s", "A", "-Kyiv-", "Kyiv" * 300, "St. "])
def test_odd_texts_do_no_harm(text: str) -> None:
    for toponym in find_toponyms(text):
        assert text[toponym.start : toponym.end] == toponym.text


def test_words_that_begin_another_phrase_are_no_part_of_the_town():
    text = "Izium fell. The army said that the town held."
    places = places_in(((12, len(text)),), find_toponyms(text))
    assert [place.mention for place in places] == ["the town"]
    text = "He met the governor in Arizona. The secretary of state denied it."
    assert places_in(((32, len(text)),), find_toponyms(text)) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kyiv blamed Moscow for the blast in Izium.", ["Izium"]),
        ("The strike on Izium was condemned by Moscow.", ["Izium"]),
        ("Officials urged Kyiv to leave Izium.", ["Izium"]),
        ("A drone hit Moscow at night.", ["Moscow"]),
        ("The mayor was killed by a shell in Kyiv.", ["Kyiv"]),
    ],
)
def test_a_capital_that_is_blamed_or_addressed_is_not_where_it_happened(text, names):
    assert events(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A blast in Beirut, Lebanon, killed two.", "Beirut, Lebanon"),
        ("A blast rocked Goma, Congo said.", "Goma"),
        ("A drone hit Bathinda, Punjab.", "Bathinda, Punjab"),
        ("Clashes went on in Sake, a town 25 km west of Goma.", "Sake, Goma"),
        ("Clashes went on in Madaya, a town near Damascus.", "Madaya"),
        ("Shells fell along the Sloviansk-Kramatorsk line.", "Sloviansk, Kramatorsk"),
        ("Missiles hit the tanker Odesa off the coast.", ""),
        ("A drone struck the M/V Baltimore Star in Hodeidah.", "Hodeidah"),
        ("Shells fell in the Thai town.", ""),
        ("BEIRUT, Lebanon: A blast killed two people in Tyre.", "Tyre"),
    ],
)  # fmt: skip
def test_containers_and_names_of_other_things(text: str, names: str) -> None:
    assert ", ".join(events(text)) == names


def test_the_area_behind_a_place_is_the_one_that_it_lies_in() -> None:
    places = places_in(((0, 30),), find_toponyms("A drone hit Bathinda, Punjab."))
    assert [place.country for place in places] == ["IN", "IN"]


@pytest.mark.parametrize(
    "text",
    [
        "New Delhi did not immediately address the claim.",
        "New Delhi has not commented.",
        "Islamabad did not respond.",
    ],
)
def test_a_capital_that_keeps_silent_is_a_government(text):
    assert [t.event_place for t in find_toponyms(text)] == [False]
