"""Small reports that were once read wrongly, each one example of a kind: what each must give."""

from __future__ import annotations

import pytest

from counterclaim.articles.dates import line_day
from counterclaim.articles.forms.kinds import tell_form
from counterclaim.extraction.pipeline import extract
from counterclaim.records import ArticleInfo, Claim


def read(text: str, published: str) -> tuple[Claim, ...]:
    info = ArticleInfo("test", "0" * 64, "test.txt", published=published)
    return tuple(extract(text, info).events)


def told(claim: Claim) -> str:
    """Who says what: `Rapid Support Forces (rsf) denies capture: it took Kutum`."""
    source, doubt = claim.source, "?" if claim.hedged else ""
    words = " ".join(claim.text.split())
    event = f"no {claim.event.type}" if claim.event.role("negated") else claim.event.type
    return f"{source.name} ({source.side}) {claim.stance}{doubt} {event}: {words}"


def facts(claim: Claim) -> str:
    """Who does it to whom, where, when, how many: `Rwanda > M23; Sake; 2025-01-28; killed 2-2`."""
    event, time = claim.event, claim.time
    acting, befallen = (a.name if a else "-" for a in (event.initiator, event.target))
    where = ", ".join(place.name for place in claim.places) or "-"
    when = "-" if time.earliest is None else f"{time.earliest}..{time.latest}"
    counts = ", ".join(f"{q.what} {q.low}-{q.high}" for q in claim.quantities) or "-"
    return f"{acting} > {befallen}; {where}; {when}; {counts}"


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        # wrong party: place spelt like an acronym
        (
            "2024-09-27",
            "SAF-RSF clashes were also reported from El Fao in eastern Sudan.",
            [
                (
                    "narrator (independent) asserts fighting: SAF-RSF clashes were also "
                    "reported from El Fao in eastern Sudan",
                    "Sudanese Armed Forces > -; El Fao, eastern Sudan; -; -",
                ),
            ],
        ),
        # wrong party: Iran-backed
        (
            "2024-12-22",
            "US forces conducted strikes against Iran-backed Houthis in Yemen.",
            [
                (
                    "narrator (independent) asserts air_strike: US forces conducted "
                    "strikes against Iran-backed Houthis in Yemen",
                    "US Armed Forces > Houthis; Yemen; -; -",
                ),
            ],
        ),
        # wrong side: belligerent unknown
        (
            "2024-02-14",
            "The Arakan Army said its troops seized the junta base at Minbya. The junta denied it.",
            [
                (
                    "Arakan Army (arakan_army) asserts capture: its troops seized the "
                    "junta base at Minbya",
                    "Arakan Army > -; Minbya; -; -",
                ),
                (
                    "State Administration Council (myanmar_military) denies capture: its "
                    "troops seized the junta base at Minbya",
                    "Arakan Army > -; Minbya; -; -",
                ),
            ],
        ),
        # wrong side: Iran-backed group
        (
            "2024-07-31",
            "Report\n\nIsrael blamed Hezbollah for a rocket attack on Majdal Shams. The "
            "Iran-backed group has denied being behind the attack.",
            [
                (
                    "Israel (israel) asserts shelling: Hezbollah for a rocket attack on "
                    "Majdal Shams",
                    "Hezbollah > -; Majdal Shams; -; -",
                ),
                (
                    "Hezbollah (hezbollah) denies attack: being behind the attack",
                    "- > -; Majdal Shams; -; -",
                ),
            ],
        ),
        # wrong speaker: office of another country
        (
            "2025-07-24",
            "The Lao prime minister's office said a rocket hit a barn near Pakse, wounding "
            "two farmers.",
            [
                (
                    "Laotian Prime Minister's Office (independent) asserts shelling: a "
                    "rocket hit a barn near Pakse",
                    "- > -; Pakse; -; -",
                ),
                (
                    "Laotian Prime Minister's Office (independent) asserts casualties: "
                    "wounding two farmers",
                    "- > -; Pakse; -; wounded 2-2",
                ),
            ],
        ),
        # wrong speaker: relay
        (
            "2025-04-20",
            "Sudanese media reports the RSF says it took control of Burush on Saturday.",
            [
                (
                    "Rapid Support Forces (rsf) asserts capture: it took control of Burush "
                    "on Saturday",
                    "Rapid Support Forces > -; Burush; 2025-04-19..2025-04-19; -",
                ),
            ],
        ),
        # wrong speaker: they
        (
            "2024-06-25",
            'Report\n\n"Most people are hiding," a Kyaukme resident told AFP.\n\n"The '
            'rebels have closed the road to Kyaukme," they said.',
            [
                (
                    "Kyaukme resident (unknown) asserts humanitarian: Most people are hiding",
                    "- > -; -; -; -",
                ),
                (
                    "Kyaukme resident (unknown) asserts statement: The rebels have closed "
                    "the road to Kyaukme",
                    "- > -; Kyaukme; -; -",
                ),
            ],
        ),
        # missed claim: denial
        (
            "2020-09-27",
            "Armenia said two Azerbaijani helicopters were shot down, but Azerbaijan's "
            "defence ministry has rejected that claim.",
            [
                (
                    "Armenia (armenia) asserts equipment_loss: two Azerbaijani helicopters "
                    "were shot down",
                    "- > Azerbaijani Air Force; -; -; helicopters 2-2",
                ),
                (
                    "Azerbaijani Ministry of Defence (azerbaijan) denies equipment_loss: two "
                    "Azerbaijani helicopters were shot down",
                    "- > Azerbaijani Air Force; -; -; helicopters 2-2",
                ),
            ],
        ),
        # wrong polarity: has not commented
        (
            "2024-07-30",
            "Neither the Defence Ministry nor the Kremlin has commented on the deaths of "
            "dozens of Russian fighters in Kidal.",
            [
                (
                    "narrator (independent) asserts casualties: Neither the Defence "
                    "Ministry nor the Kremlin has commented on the deaths of dozens of "
                    "Russian fighters in Kidal",
                    "- > Russian Armed Forces; Kidal; -; killed 24-99",
                ),
            ],
        ),
        # claim that is none
        (
            "2023-09-27",
            "The Armenian government did not officially disclose its losses in the battles "
            "near Martuni.",
            [],
        ),
        # claim merged badly: while
        (
            "2024-07-27",
            "Battlegroup Yug gained better ground, and Kiev lost up to 540 servicemen, "
            "while Battlegroup Sever repelled two counterattacks and Ukraine lost up to "
            "165 soldiers, the Russian Defence Ministry said.",
            [
                (
                    "Russian Ministry of Defence (russia) asserts advance: Battlegroup Yug "
                    "gained better ground",
                    "Battlegroup South > -; -; -; -",
                ),
                (
                    "Russian Ministry of Defence (russia) asserts casualties: Kiev lost up "
                    "to 540 servicemen",
                    "- > Ukraine; -; -; killed_or_wounded None-540",
                ),
                (
                    "Russian Ministry of Defence (russia) asserts attack_repelled: "
                    "Battlegroup Sever repelled two counterattacks",
                    "Battlegroup North > -; -; -; attacks 2-2",
                ),
                (
                    "Russian Ministry of Defence (russia) asserts casualties: Ukraine lost "
                    "up to 165 soldiers",
                    "- > Ukraine; -; -; killed_or_wounded None-165",
                ),
            ],
        ),
        # claim merged badly: footnote mark
        (
            "2026-02-26",
            "Report\n\nThe prosecutor's office reported on February 25 that a drone "
            "reached the outskirts of Kharkiv for the first time.[51] Defence adviser "
            "Serhii Bezruk said these drones will threaten the city.[52]",
            [
                (
                    "prosecutor's office (unknown) asserts drone_attack: a drone reached "
                    "the outskirts of Kharkiv for the first time",
                    "- > -; Kharkiv; -; -",
                ),
                (
                    "Serhii Bezruk (unknown) predicts intent: these drones will threaten the city",
                    "- > -; Kharkiv; -; -",
                ),
            ],
        ),
        # wrong event: parenthesis
        (
            "2023-09-19",
            "The prosecutor's office of Azerbaijan said a resident of Shusha was killed "
            "(this city was returned to Azerbaijani control in 2020).",
            [
                (
                    "prosecutor's office (azerbaijan) asserts casualties: a resident of "
                    "Shusha was killed",
                    "- > -; Shusha; -; killed 1-1",
                ),
            ],
        ),
        # number attached to the wrong thing: day of month
        (
            "2026-01-07",
            "Drone strikes on 3 January reportedly caused civilian casualties in Mellit, "
            "the spokesman said.",
            [
                (
                    "spokesman (unknown) asserts? casualties: Drone strikes on 3 January "
                    "reportedly caused civilian casualties in Mellit",
                    "- > -; Mellit; 2026-01-03..2026-01-03; -",
                ),
            ],
        ),
        # number attached to the wrong thing
        (
            "2022-04-25",
            "At least five people were killed and 18 injured when rockets fell on "
            "Zhmerynka station on Monday.",
            [
                (
                    "narrator (independent) asserts casualties: At least five people were killed "
                    "and 18 injured when rockets fell on Zhmerynka station on Monday",
                    "- > -; Zhmerynka; 2022-04-25..2022-04-25; killed 5-None, wounded 18-18",
                ),
            ],
        ),
        # number attached to the wrong thing: killed
        (
            "2024-09-27",
            "Fierce fighting for El Obeid left dozens of people dead and injured. The army "
            "said it held the city.",
            [
                (
                    "narrator (independent) asserts fighting: Fierce fighting for El Obeid "
                    "left dozens of people dead and injured",
                    "- > -; El Obeid; -; killed_or_wounded 24-99",
                ),
                (
                    "army (unknown) asserts control: it held the city",
                    "- > -; El Obeid; -; -",
                ),
            ],
        ),
        # wrong place: "region"
        (
            "2024-12-22",
            "US strikes in Yemen\n\nThe strikes represent a sharp escalation in the US "
            "response to Houthi threats in the Red Sea region.",
            [
                (
                    "narrator (independent) asserts assessment: The strikes represent a "
                    "sharp escalation in the US response to Houthi threats in the Red Sea "
                    "region",
                    "- > -; Red Sea; -; -",
                ),
            ],
        ),
        # wrong hedge: adjunct
        (
            "2025-01-28",
            "M23 rebels, reportedly backed by Rwandan troops, have entered Sake.",
            [
                (
                    "narrator (independent) asserts advance: M23 rebels … have entered Sake",
                    "M23 > -; Sake; -; -",
                ),
                (
                    "narrator (independent) asserts? arms_supply: reportedly backed by "
                    "Rwandan troops",
                    "Rwanda Defence Force > M23; Sake; -; -",
                ),
            ],
        ),
        # input file: short hard-wrapped text
        (
            "2025-03-12",
            "Title\n\nThe General Staff said on Tuesday that Russian forces shelled\n"
            "Nikopol and killed three people in the city, adding that a\nhospital had "
            "burned down and that two drones had hit it.\n",
            [
                (
                    "General Staff of the Armed Forces of Ukraine (ukraine) asserts "
                    "shelling: Russian forces shelled Nikopol",
                    "Russian Armed Forces > -; Nikopol; -; -",
                ),
                (
                    "General Staff of the Armed Forces of Ukraine (ukraine) asserts "
                    "casualties: killed three people in the city",
                    "Russian Armed Forces > -; Nikopol; -; killed 3-3",
                ),
                (
                    "General Staff of the Armed Forces of Ukraine (ukraine) asserts "
                    "infrastructure_damage: a hospital had burned down",
                    "- > -; -; -; -",
                ),
                (
                    "General Staff of the Armed Forces of Ukraine (ukraine) asserts "
                    "drone_attack: two drones had hit it",
                    "- > -; -; -; drones 2-2",
                ),
            ],
        ),
        # missing place: a front-line town with small namesakes
        (
            "2023-05-26",
            "Strikes\n\nRussian forces shelled Huliaipole on Friday, the governor said.",
            [
                (
                    "governor (ukraine) asserts shelling: Russian forces shelled "
                    "Huliaipole on Friday",
                    "Russian Armed Forces > -; Huliaipole; 2023-05-26..2023-05-26; -",
                ),
            ],
        ),
        # wrong polarity: no success
        (
            "2022-05-07",
            "The General Staff said the enemy was advancing towards Nova Haleshchyna but "
            "had no success.",
            [
                (
                    "General Staff (unknown) asserts attack_repelled: the enemy was "
                    "advancing towards Nova Haleshchyna but had no success",
                    "- > enemy; Nova Haleshchyna; -; -",
                ),
            ],
        ),
    ],
)
def test_who_says_what(published: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(told(c), facts(c)) for c in read(text, published)] == expected


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        # media only hear it, whatever they are and whatever "they" do then
        (
            "2024-05-15",
            '"Most people are hiding," a resident told the BBC.\n\n'
            '"Rebels have captured Kyaukme," they added.',
            ["resident", "resident"],
        ),
        # "According to" is no clause in front of a verb that may report
        (
            "2024-05-15",
            "According to the General Staff of Ukraine, the enemy attacked near Zolote.",
            ["General Staff of the Armed Forces of Ukraine"],
        ),
        ("2024-05-15", "Media report the army says it left Goma on Saturday.", ["army"]),
    ],
)
def test_who_speaks(published: str, text: str, expected: list[str]) -> None:
    assert [c.source.name for c in read(text, published)] == expected


def test_media_do_not_do_what_they_report() -> None:
    text = "An AFP correspondent reported explosions in Kosti."
    assert [c.event.initiator for c in read(text, "2025-05-04")] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The General Staff said the enemy had no success near Zolote.",
        "The General Staff said the enemy attacked near Zolote but had no success.",
    ],
)
def test_a_cue_that_holds_a_no_is_not_denied_by_it(text: str) -> None:
    assert [(c.event.type, c.event.role("negated")) for c in read(text, "2022-05-07")] == [
        ("attack_repelled", None)
    ]


def test_a_line_of_publication_may_hold_marks_of_code() -> None:
    assert line_day("Published :`2024-07-31 06:35:44`") == "2024-07-31"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Russian forces attacked near Lyman on February 25 and 26.", ("2026-02-25", "2026-02-26")),
        ("Rebels shelled Goma on Monday and Tuesday.", ("2026-02-23", "2026-02-24")),
        ("Rebels shelled Goma on February 12 and 26.", ("2026-02-12", "2026-02-12")),
    ],
)
def test_two_days_in_a_row_are_a_stretch(text: str, days: tuple[str, str]) -> None:
    assert [(c.time.earliest, c.time.latest) for c in read(text, "2026-02-26")] == [days]


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("The army destroyed the rebels' offensive potential near Selydove.", False),
        ("The raid on a potential depot killed two people.", True),
    ],
)
def test_a_potential_is_no_doubt(text: str, hedged: bool) -> None:
    assert [c.hedged for c in read(text, "2024-07-30")] == [hedged]


def test_copy_that_begins_with_a_tag_is_a_page() -> None:
    copy = b"<p>Russian forces shelled <b>Marhanets</b> &amp; Nikopol.</p>\n<p>Two&nbsp;died.</p>"
    assert tell_form(copy, "a.txt") == "html"
    assert tell_form(b"<path> is what the shell said.", "a.txt") != "html"
