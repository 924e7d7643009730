"""Short texts, and who their last claim comes from: name | side, then role and organisation."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records import ArticleInfo
from counterclaim.records.model import Source


def sources(text: str) -> list[Source]:
    info = ArticleInfo("test", "0" * 64, "test.txt", published="2024-05-15")
    return [claim.source for claim in extract(text, info).events]


def last(text: str) -> str:
    source = sources(text)[-1]
    return f"{source.name} | {source.side}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who governs the place that the sentence, or the one before, is about
        (
            "Shelling in Mykolaiv, Ukraine, hit a mill. The mayor, Ihor Panko, said two men died.",
            "Ihor Panko | ukraine",
        ),
        (
            "In Russia's Tver region, a fire broke out after Ukraine attacked, governor Pavel Lys"
            " said.",
            "Pavel Lys | russia",
        ),
        (
            "Russia and Ukraine fight on. In Melitopol a mill burned. The mayor said two men died.",
            "mayor | unknown",
        ),
        (
            "Ukraine hit Belgorod and lost Kharkiv. The mayor said two men died.",
            "mayor | unknown",
        ),
        (
            "Russian troops left Balta in Ukraine. A milblogger said the mill was lost.",
            "milblogger | russia",
        ),
        # gender decides, then subject before object, then nearness
        ("Olena Sych met Ivan Duda. He said the mill was shelled.", "Ivan Duda | unknown"),
        ("Olena Sych met Ivan Duda. She said the mill was shelled.", "Olena Sych | unknown"),
        ("Oleh Sych met Ivan Duda. He said the mill was shelled.", "Oleh Sych | unknown"),
        (
            "Ivan Duda left at dawn. Oleh Sych stayed. He said the mill was shelled.",
            "Oleh Sych | unknown",
        ),
        # two who are named together: nothing decides, and the pronoun stays
        ("Oleh Sych and Ivan Duda stayed. He said the mill was shelled.", "He | unknown"),
        ("A shell hit the mill. He said two men were killed.", "He | unknown"),
        # bodies and groups
        ("Hezbollah fired on Safed. It said a depot was hit.", "Hezbollah | hezbollah"),
        ("Villagers fled at night. They said the mill was shelled.", "villagers | unknown"),
        (
            "The Institute for the Study of War drew a new map. He said the town was shelled.",
            "Institute for the Study of War | independent",
        ),
    ],
)
def test_pronouns(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hamas rejected the truce. The group said a school was hit.", "Hamas | hamas"),
        (
            "The IAEA withdrew two inspectors. The agency said a pump was hit by shelling.",
            "International Atomic Energy Agency | independent",
        ),
        ("Colonel Ivan Duda came. The colonel said the mill was shelled.", "Ivan Duda | unknown"),
        (
            "Ivan Duda, who governs the region, came. The governor said the mill was shelled.",
            "Ivan Duda | unknown",
        ),
        # nobody of that office has been named
        ("The mill burned. The governor said it was shelled.", "governor | unknown"),
        (
            "The UK Ministry of Defence wrote again. The update said Russia lost 900 soldiers.",
            "UK Ministry of Defence | independent",
        ),
        (
            "The mill was shelled, a Russian officer said. According to the same source, two men "
            "were killed.",
            "Russian officer | russia",
        ),
    ],
)
def test_descriptions(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivan Duda stayed. Gen. Duda said the mill was shelled.", "Ivan Duda | unknown"),
        (
            "The Free Highland Front (FHF) broke the truce. The FHF said it shelled the mill.",
            "Free Highland Front | unknown",
        ),
        (
            "The FHF (Free Highland Front) broke the truce. The FHF said it shelled the mill.",
            "Free Highland Front | unknown",
        ),
        (
            "Israel blamed Hezbollah for the raid. The Iran-backed group said a base was hit.",
            "Hezbollah | hezbollah",
        ),
        ("Putin was in Sochi. Putin's spokesman said a drone was hit.", "Dmitry Peskov | russia"),
    ],
)
def test_names_said_again(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        # one state at war: its organs, and who holds its offices; land it does not govern is not
        ("2024-07-15", "Hamas fired rockets. The army said a tank was hit.", "israel"),
        (
            "2024-07-15",
            "Hamas fired rockets. Officials said an Israeli strike on Rafah killed 30 people.",
            "unknown",
        ),
        ("2024-05-15", "RSF fighters left. The health ministry said 12 people died.", "sudan_army"),
        (
            "2024-05-15",
            "RSF fighters left. Defence Minister Karim Abbas said the mill was lost.",
            "sudan_army",
        ),
        # several: who governs the place, or whose media cite them; not who attacked
        ("2024-05-15", "Russian shells hit Kharkiv, Ukraine, police said.", "ukraine"),
        (
            "2024-05-15",
            "Ukraine fights on. Russia launched 40 drones overnight, the army said.",
            "unknown",
        ),
        (
            "2025-05-10",
            "India and Pakistan fight. Pakistani shells hit a mill in India-administered Kashmir,"
            " officials said.",
            "india",
        ),
        (
            "2025-05-10",
            "India and Pakistan fight. Indian outlet Dost, citing defence forces, said a mill was"
            " hit.",
            "india",
        ),
        (
            "2025-06-16",
            "Iran and Israel fight. Iran fired missiles on Israel as emergency services reported"
            " five people killed.",
            "israel",
        ),
        # an idiom of one state; the spelling of an official's name; bodies that one party has
        (
            "2024-01-05",
            "US jets hit Houthi missiles. A senior administration official said two were left.",
            "united_states",
        ),
        (
            "2024-05-15",
            "Russia and Ukraine fight. Serhiy Lys, the mayor of Huliaipole, said shells hit it.",
            "ukraine",
        ),
        ("2024-05-15", "Russia hit Ukraine. The air force said 40 drones flew.", "ukraine"),
        ("2024-07-07", "Israel hit Gaza. Hamas civil defence agency said two men died.", "hamas"),
        # an organ with an owner of its own
        (
            "2024-07-15",
            "Israel hit Gaza. Gaza's Ministry of Interior said the strike killed ten.",
            "unknown",
        ),
        # a headline names the body
        (
            "2025-06-16",
            "Israel's military strikes Iran\n\nThe military said its jets hit a mill in Tehran.",
            "israel",
        ),
    ],
)
def test_whose_an_organ_is_that_bare_words_name(published: str, text: str, expected: str) -> None:
    info = ArticleInfo("test", "0" * 64, "test.txt", published=published)
    assert extract(text, info).events[-1].source.side == expected


WAR = "Russian forces fought Ukrainian troops. "


@pytest.mark.parametrize(
    ("speaker", "side"),
    [
        # who installed or commands somebody
        ("Gleb Orlov, deputy head of the administration installed by Moscow", "russia"),
        ("Gleb Orlov, who commands a Ukrainian brigade", "ukraine"),
        ("the occupation authorities in Melitopol", "russia"),
        ("the regional military administration", "ukraine"),
        # officials of a place, where no one else claims to govern it
        ("the mayor of Kharkiv", "ukraine"),
        ("the governor of the Belgorod region", "russia"),
        ("the mayor of Skadovsk", "unknown"),
        ("a resident of Kharkiv", "unknown"),
        # third parties are classified, not left over
        ("Western officials", "independent"),
        ("French police", "independent"),
        ("a spokesman for the 9th brigade", "unknown"),
        ("the commander", "unknown"),
    ],
)
def test_the_side_comes_from_words_or_from_the_registry(speaker: str, side: str) -> None:
    claim = f"{speaker[0].upper()}{speaker[1:]}, said the depot was hit by a missile."
    if "," not in speaker:
        claim = claim.replace(", said", " said")
    assert sources(WAR + claim)[-1].side == side


def test_officials_of_the_west_are_no_third_party_where_a_western_state_fights() -> None:
    text = "The Houthis fired on Eilat. Western officials said the airfield was hit."
    assert last(text) == "Western officials | unknown"


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("A source in the general staff", "source in the general staff"),
        ("A person briefed on the talks", "person briefed on the talks"),
        ("Two senior officers", "senior officers"),
        ("Local media", "local media"),
    ],
)
def test_unnamed_sources_keep_their_type(speaker: str, name: str) -> None:
    source = sources(f"{speaker} said the depot was hit by a missile.")[-1]
    assert (source.name, source.kind) == (name, "unnamed")


def test_roles_are_verbatim() -> None:
    (source,) = sources("The Border Watch Institute, a Vilnius-based think tank, said Kyiv lost.")
    assert (source.role, source.side) == ("Vilnius-based think tank", "independent")
    (source,) = sources("Col. Ivan Duda, head of the garrison, said the mill was shelled.")
    assert source.role == "head of the garrison"


def test_what_happens_does_not_speak() -> None:
    text = "The attack suggested that the rebels had new rockets."
    assert "attack" not in [source.name for source in sources(text)]


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        (
            "2025-01-29",
            "M23 rebels entered Goma. Congolese troops fled. “The city is ours,” said Colonel "
            "Didier Mosi, a military spokesman of the movement.",
            "Didier Mosi | m23",
        ),
        (
            "2025-01-29",
            "Congolese troops left Goma. “We hold the hills,” said Colonel Didier Mosi, a military "
            "spokesman of the movement.",
            "Didier Mosi | unknown",
        ),
        (
            "2025-08-14",
            "Gaza's civil defence agency said Israeli strikes killed nine. Agency spokesman Nael "
            "Rajab said a house was hit.",
            "Nael Rajab | hamas",
        ),
        (
            "2025-06-03",
            "Wagner fighters left Mali. JNIM fighters attacked the Malian army in Timbuktu. "
            "Lassina Weber, an analyst with the group, said the raids were planned.",
            "Lassina Weber | unknown",
        ),
        (
            "2024-12-05",
            "Syrian rebels attacked Hama. SANA, quoting a military source, said the army held. The "
            "source said the rebels fled.",
            "military source | syria_government",
        ),
        (
            "2025-02-17",
            "M23 rebels entered Bukavu. Congolese troops fled. Burundi's army has started to pull "
            "back, two officers said.",
            "officers | unknown",
        ),
        (
            "2025-02-17",
            "M23 rebels entered Bukavu. Congolese troops have started to pull back, two officers "
            "said.",
            "officers | dr_congo",
        ),
        # the bare General Staff is that of the war told, or nobody's
        (
            "2025-06-03",
            "JNIM fighters attacked the Malian army. The General Staff said the camp was held.",
            "Malian General Staff | mali",
        ),
        (
            "2024-10-22",
            "Israel struck Hezbollah in Tyre. The General Staff said the village was shelled.",
            "General Staff | unknown",
        ),
        (
            "2024-05-15",
            "Ukrainian troops left Bakhmut, Russia's General Staff said. The General Staff said "
            "the village was shelled.",
            "General Staff of the Armed Forces of Russia | russia",
        ),
    ],
)
def test_whose_body_somebody_speaks_for(published: str, text: str, expected: str) -> None:
    info = ArticleInfo("test", "0" * 64, "test.txt", published=published)
    source = extract(text, info).events[-1].source
    assert f"{source.name} | {source.side}" == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russian forces moved on Izium. Poland sent up jets, its army said.",
            "Polish army | independent",
        ),
        (
            "Residents left Izium. The regional council met, its president, Lev Panko, said.",
            "Lev Panko | unknown",
        ),
        (
            "Russian troops shelled Izium. The Ukrainian army said it had taken Terny. Hezbollah "
            "did not comment. Two tanks had burned, it added.",
            "Ukrainian army | ukraine",
        ),
        (
            "Russian soldiers were in Izium. A UN report said 4,000 of them had been there.",
            "UN report | independent",
        ),
    ],
)
def test_its_army_and_it_are_those_of_who_acts_and_speaks(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a document has the words of who made it, not those of where it came from
        (
            "A report by the Institute for the Study of War said the mill was lost.",
            "Institute for the Study of War | independent",
        ),
        ("A statement from Hamas said the mill was hit.", "Hamas | hamas"),
        ("Data from ACLED shows 20 people were killed.", "ACLED | independent"),
        ("Reports from Khartoum say the army shelled a mill.", "reports | unknown"),
        ("A report of looting in Goma said shops were burnt.", "report | independent"),
        (
            "Kyiv doubts a report by the Institute for the Study of War that the raid cost"
            " 300 men.",
            "Institute for the Study of War | independent",
        ),
        # a body nobody knows goes on speaking, though a known one is named in between
        (
            "The Coordination of Valley Committees confirmed the attack by Hamas. The organisation"
            " said two men were killed.",
            "Coordination of Valley Committees | unknown",
        ),
    ],
)
def test_whose_words_they_are(text: str, expected: str) -> None:
    assert last(text) == expected


def test_a_ministry_is_the_one_that_the_article_names_later() -> None:
    later = "The Russian defence ministry said the mill was hit."
    first, second = sources(f"The defence ministry said the bridge was lost. {later}")
    assert (first.name, first.side) == (second.name, second.side)
    other = "The Ukrainian defence ministry denied it."
    first, *_ = sources(f"The defence ministry said the bridge was lost. {later} {other}")
    assert (first.name, first.side) == ("defence ministry", "unknown")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the article spells a name otherwise than the registry does
        (
            "Civil defence spokesman Mahmud Bassal said a school was hit. The Israeli army said it"
            " hit a base. Bassal said two men were killed.",
            "Mahmoud Basal | hamas",
        ),
        # no thing is a "who"
        (
            "The fall of Sake was a setback for Congolese forces who said they had held the town.",
            "Congolese forces | dr_congo",
        ),
        # copy that lost a space behind its dateline
        (
            "KINSHASA (Reuters) -The Congolese army said it had taken back Kalembe.",
            "Armed Forces of the Democratic Republic of the Congo | dr_congo",
        ),
        (
            "The raid killed 20 people, according to an AFP tally based on official figures.",
            "Agence France-Presse | independent",
        ),
    ],
)
def test_sources_in_careless_copy(text: str, expected: str) -> None:
    assert last(text) == expected


def test_its_ministry_is_of_whom_its_points_at():
    text = (
        "Myanmar's junta has struck Sagaing. The National Unity Government said 12 villagers died. "
        "Its defence ministry said troops had shelled the village."
    )
    source = extract(text, ArticleInfo("a", "0" * 64, "a.txt")).events[-1].source
    assert (source.name, source.side) == ("defence ministry", "nug")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a plural is no "it", and a body's name is no name of its spokesman
        (
            "Mercy Corps blamed the weather. Russian troops hold the mill, it said.",
            "Mercy Corps | independent",
        ),
        (
            "IDF spokesman Daniel Hagari spoke at noon. The IDF said a mill was hit.",
            "Israel Defense Forces | israel",
        ),
        # one spelling or word order and another
        (
            "Armenia and Azerbaijan fight on. Azerbaijan's Defence Ministry said a post was "
            "shelled. The Ministry of Defense said a mill was hit.",
            "Azerbaijani Ministry of Defence | azerbaijan",
        ),
        # who made the document, on whatever day
        (
            "Israel and Hezbollah fight on. The Israeli military is small. A mill was hit, "
            "according to a statement from the military on Monday.",
            "Israel Defense Forces | israel",
        ),
        # several that spoke together are meant together, and each alone
        (
            "Israel bombed Rafah, hospital officials and Gaza's Civil Defence said. A mill burned, "
            "the officials said.",
            "hospital officials and Gaza's Civil Defence | unknown",
        ),
        (
            "Israel bombed Rafah, hospital officials and Gaza's Civil Defence said. A mill burned, "
            "hospital officials said.",
            "hospital officials | unknown",
        ),
        # "we" of an author is none of those named
        (
            "The Ukrainian army holds on. We condemn the shelling of the mill.",
            "unattributed | unknown",
        ),
        # words that a parser took for a noun of the phrase
        ("Indian military claims to have hit a mill in Lahore.", "Indian Armed Forces | india"),
        (
            "Before the raid regional leaders had warned that a mill was hit.",
            "regional leaders | unknown",
        ),
        ("At least one report says that a mill was hit. UN sources agree.", "report | independent"),
        ("UN sources said a mill was hit.", "UN sources | independent"),
        # whose country's, which state has just spoken, and which body has been named
        (
            "Armenia and Azerbaijan fight on. Azerbaijan lost a post. The country's Ministry of "
            "Health said two men died.",
            "Azerbaijani Ministry of Health | azerbaijan",
        ),
        (
            "Ukraine shelled Russia. Russia said a depot had burned. The defence ministry said two "
            "men died.",
            "Russian Ministry of Defence | russia",
        ),
        (
            "Armenia's Defence Ministry said a post was lost to Azerbaijan. A mill was hit, "
            "according to data from the ministry.",
            "Armenian Ministry of Defence | armenia",
        ),
        # channels are of the party that runs them, by name or by country
        (
            "Russia shelled Ukraine. Several Russian Telegram channels said a mill was hit.",
            "Russian Telegram channels | russia",
        ),
        ("A Hamas radio station said a mill was hit.", "Hamas radio station | hamas"),
        (
            "A Telegram account associated with Hamas said a mill was hit.",
            "Telegram account | hamas",
        ),
        ("A newspaper close to Hezbollah said a mill was hit.", "newspaper | hezbollah"),
        (
            "Israel bombed Tyre. The Israeli news agency Orbit said a mill was hit.",
            "Israeli news agency Orbit | independent",
        ),
        (
            "Volodymyr Zelensky left. His commander in chief, Oleksandr Syrskyi, said a mill was "
            "hit.",
            "Oleksandr Syrskyi | ukraine",
        ),
    ],
)
def test_who_is_meant_is_whom_the_words_can_mean(text: str, expected: str) -> None:
    assert last(text) == expected


def test_an_official_is_not_the_minister_named_later() -> None:
    told = sources(
        "Israel bombed Tyre.\n\nFog lay.\n\nAn Israeli defence official said a mill was hit. "
        "Rockets hit a barn, Israeli Defence Minister Yoav Gallant said."
    )
    assert [s.name for s in told][-2:] == ["Israeli defence official", "Yoav Gallant"]


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        (
            "2025-05-06",
            "Houthi leader Mahdi al-Mashat vowed a reply. The group said it downed a drone.",
            "Houthis | houthis",
        ),
        (
            "2025-01-28",
            "MONUSCO said it had opened its gates. A spokesperson said 90 people had come in.",
            "spokesperson | independent",
        ),
        (
            "2025-05-07",
            "The Houthis said six men died. US Central Command said it struck no mill in Yemen.",
            "US Central Command | united_states",
        ),
    ],
)
def test_whose_group_whose_spokesman_and_a_war_just_over(
    published: str, text: str, expected: str
) -> None:
    info = ArticleInfo("test", "0" * 64, "test.txt", published=published)
    source = extract(text, info).events[-1].source
    assert f"{source.name} | {source.side}" == expected


@pytest.mark.parametrize("name", ["Hassan", "Dr Hassan", "Colonel Hassan", "Abu Hassan"])
def test_a_villager_is_no_head_of_another_state_by_a_given_name(name: str) -> None:
    source = sources(f"Shells fell on Orikhiv. {name} said two men died.")[-1]
    assert (source.name.endswith("Suluhu Hassan"), source.side) == (False, "unknown")


def test_the_civil_defence_of_gaza_is_not_israels() -> None:
    info = ArticleInfo("test", "0" * 64, "test.txt", published="2025-06-30")
    text = (
        "Israeli tank fire killed 27 people north of Khan Younis on Monday, according to the civil "
        "defence. The military said it was examining the reports.\n"
    )
    assert extract(text, info).events[0].source.side != "israel"
