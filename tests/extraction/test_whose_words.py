"""Whose words they are where a note, an unknown name or a plain fact hides it."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records import ArticleInfo


def told(text: str) -> list[str]:
    record = extract(text, ArticleInfo("undated-whose-00000000", "0" * 64, "whose.txt"))
    return [f"{c.source.name} | {c.text}" for c in record.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what follows a semicolon goes on with the note, and is nobody else's report
        (
            "- The coast guard reports rebels shelled the pier at Lor; no losses reported.",
            ["coast guard | rebels shelled the pier at Lor"],
        ),
        (
            "Local media reports shots heard near Lor.",
            ["local media | shots heard near Lor"],
        ),
        # a name that no parser knows is a name
        (
            "“The shelling is worse,” said Rahel Desta Abay, a nurse. “Nobody leaves the cellar.”",
            [
                "Rahel Desta Abay | The shelling is worse",
                "Rahel Desta Abay | Nobody leaves the cellar",
            ],
        ),
        # the day behind a source is no part of it
        (
            "Jets hit the bridge at Lor, according to a statement from the army on Sunday morning.",
            ["army | Jets hit the bridge at Lor"],
        ),
        # a quotation that joins a fact and a plan is two claims
        (
            "“Rebels are behind this raid and we will act accordingly,” the general said.",
            ["general | Rebels are behind this raid", "general | we will act accordingly"],
        ),
        # a second half belongs to what is said, not to who says it, where its form tells so
        (
            "The army tells reporters it is not shelling Lor and is looking into the fire.",
            ["army | it is not shelling Lor and is looking into the fire"],
        ),
        (
            "The staff said the rebels had been shelled and had left the hill of Lor.",
            ["staff | the rebels had been shelled", "staff | had left the hill of Lor"],
        ),
        (
            "The group says it ambushed men advancing on Lor from Tem and destroyed two tanks.",
            [
                "group | it ambushed men advancing on Lor from Tem",
                "group | destroyed two tanks",
            ],
        ),
        (
            "Villagers told the agency that no cart had reached Lor since May and that bread was "
            "dearer than ever.",
            [
                "villagers | no cart had reached Lor since May",
                "villagers | bread was dearer than ever",
            ],
        ),
        # a present tense that looks like a plural
        ("Kyiv denies that it shelled the bridge.", ["Ukraine | it shelled the bridge"]),
        ("Kyiv denies it shelled the bridge.", ["Ukraine | it shelled the bridge"]),
        ("The abbey disputes having lost the mill.", ["abbey | having lost the mill"]),
        (
            "Sudan's military denies having fired on houses.",
            ["Sudanese Armed Forces | having fired on houses"],
        ),
        (
            "The Malian army posts on Facebook that two men were killed.",
            ["Malian Armed Forces | two men were killed"],
        ),
        (
            "Two men were killed, the Malian army posts on X. Rebels burned the depot.",
            ["Malian Armed Forces | Two men were killed", "narrator | Rebels burned the depot"],
        ),
        (
            "Army losses including two tanks were heavy.",
            ["narrator | Army losses including two tanks were heavy"],
        ),
        # who is faulted for a deed is faulted by somebody
        (
            "The minister slammed the rebels for killing nine men.",
            ["minister | the rebels for killing nine men"],
        ),
        # who hears is no part of what is said
        (
            "The duke told local leaders the town of Lor had fallen.",
            ["duke | the town of Lor had fallen"],
        ),
        (
            "The deputy told the news channel NBN “the rebels burned our port.”",
            ["deputy | the rebels burned our port"],
        ),
        (
            "The commander told residents of Sake, which lies on the lake, that rebels had left.",
            ["commander | rebels had left"],
        ),
        (
            "The group claimed through its radio to have killed ten men.",
            ["group | to have killed ten men"],
        ),
        ("The governor told villagers who had fled the raid that rebels held the bridge.", []),
        # what follows the colon of a statement is its maker's, sentence by sentence
        (
            "On Tuesday the navy issued a statement: Rebels burned the mill at Lor. The rebels "
            "also shelled the bridge.",
            ["navy | Rebels burned the mill at Lor", "navy | The rebels also shelled the bridge"],
        ),
        (
            "A statement by the navy read: rebels fired a missile.",
            ["navy | rebels fired a missile"],
        ),
        # inside the marks of a quotation nobody else adds anything
        (
            "The general said that “rebels hid in the mill, which let them take the town.”",
            ["general | rebels hid in the mill, which let them take the town"],
        ),
        # what cannot stand without the sentence before is its speaker's
        (
            "A drone hit a depot in Lor, the governor said. There were no casualties.",
            ["governor | A drone hit a depot in Lor", "governor | There were no casualties"],
        ),
        (
            "The army said a raid was beaten off. Two rebels were killed.",
            ["army | a raid was beaten off", "narrator | Two rebels were killed"],
        ),
        # a name behind a dash signs the quotation above it
        (
            "The duke spoke at noon.\n\n“Rebels burned the mill at Lor.”\n\n"
            "– Ivan Lys, head of the council\n\nNo more was heard.",
            ["Ivan Lys | Rebels burned the mill at Lor"],
        ),
    ],
)
def test_whose_words_they_are(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("sentence", "is_claim"),
    [
        ("The deadline passed on Sunday.", True),
        ("The situation on the front remains tense.", True),
        ("The commander visited the town of Lor.", True),
        ("We are watching the situation on the front.", False),
        ("Our newsletter appears on Sunday.", False),
        ("Commander in the town of Lor", False),
        ("The newspaper has said so.", False),
    ],
)
def test_plain_facts_of_a_war_are_the_narrators(sentence: str, is_claim: bool) -> None:
    shelled = "Rebels shelled the pier at dawn."
    claims = told(f"{shelled} {sentence}")
    narrated = [f"narrator | {sentence.rstrip('.')}"] if is_claim else []
    assert claims == ["narrator | Rebels shelled the pier at dawn", *narrated]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in the passive
        ("The strike was confirmed by the army.", ["army | The strike"]),
        ("The loss of the fort was announced by the rebels.", ["rebels | The loss of the fort"]),
        (
            "The militia has been accused of burning two mills near Lor.",
            ["unattributed | The militia … of burning two mills near Lor"],
        ),
        # between commas, with "as"
        (
            "The bridge, as officials noted, had been mined.",
            ["officials | The bridge … had been mined"],
        ),
        # behind a comma, taken for a noun
        (
            "Troops withdrew from the hill, warning that they would be back.",
            ["narrator | Troops withdrew from the hill", "troops | they would be back"],
        ),
        ("In Lor, the king vowed revenge for the attack.", ["king | revenge for the attack"]),
        # behind who is told, or how he knows
        (
            "The mayor confirmed to reporters that jets had hit a depot.",
            ["mayor | jets had hit a depot"],
        ),
        (
            "Two envoys briefed on the talks said shells had hit a depot.",
            ["envoys | shells had hit a depot"],
        ),
        ("The mayor ruled that out.", []),
        (
            "Gaza's Civil Defense said a block was hit, with clerks saying they saw two men.",
            ["Gaza Civil Defence | a block was hit, with clerks saying they saw two men"],
        ),
        (
            "Rebels had left the mill, Ivan Duda was quoted as saying by Interfax.",
            ["Ivan Duda | Rebels had left the mill"],
        ),
        (
            "The mayor guaranteed that rebels “would spare the mill.”",
            ["mayor | rebels “would spare the mill"],
        ),
        (
            "A letter read out in parliament said shells had hit a depot.",
            ["letter | shells had hit a depot"],
        ),
        (
            "The memo, dated March 3, says shells had hit a depot.",
            ["memo | shells had hit a depot"],
        ),
        ("Jets hit a depot, per local officials.", ["local officials | Jets hit a depot"]),
        (
            "A witness, who declined to give his name, told Interfax that guards shot at a crowd.",
            ["witness | guards shot at a crowd"],
        ),
        # whose statement it is; who denies it behind a semicolon
        (
            "The army's statement said its troops held the mill.",
            ["army | its troops held the mill"],
        ),
        (
            "The raid killed 12 people, officials say; rebels deny it.",
            ["officials | The raid killed 12 people", "rebels | The raid killed 12 people"],
        ),
        # taken up in the same sentence
        (
            "The rebels said Friday they had seized the port, a claim the army denied.",
            ["rebels | they had seized the port", "army | they had seized the port"],
        ),
        # behind a relative clause
        (
            "The duke accused the abbot, who was born in Lor, of arming rebels.",
            ["duke | the abbot, who was born in Lor, of arming rebels"],
        ),
        # at the end, behind the thoughts of others
        (
            "Farmers felt that the truce would not hold, said Ana Obradovic, a nurse.",
            ["Ana Obradovic | Farmers felt that the truce would not hold"],
        ),
        # of two who speak in one sentence, each has his own words
        (
            "The bishop said rebels had reached Lor, where shops were burning, images showed.",
            ["bishop | rebels had reached Lor", "images | where shops were burning"],
        ),
        (
            "A correspondent in Lor reported explosions at dawn.",
            ["correspondent | explosions at dawn"],
        ),
        (
            "Hundreds fled Lor, according to the mayor, after the shelling.",
            ["mayor | Hundreds fled Lor … after the shelling"],
        ),
        (
            "A guard was killed in Lor, the army announced Sunday, as the town kept a feast.",
            ["army | A guard was killed in Lor"],
        ),
        # a name and what its owner is, between commas, before a verb at the end
        (
            "Rebels hold the weir at Lor, Ivan Petrov, the deputy minister, said.",
            ["Ivan Petrov | Rebels hold the weir at Lor"],
        ),
        (
            "Hussars left Lor at dawn, Ana Groll, spokeswoman for the guild, told the Gazette.",
            ["Ana Groll | Hussars left Lor at dawn"],
        ),
        (
            "Hussars left Lor at dawn, Ana Groll, a former judge who now keeps an inn, has said.",
            ["Ana Groll | Hussars left Lor at dawn"],
        ),
        # behind whose words anybody may know what happened before, but not a reason or what is to
        # come; what stands before its speaker is his
        (
            "The abbot said archers had reached Lor, which rebels captured in May.",
            ["abbot | archers had reached Lor", "narrator | which rebels captured in May"],
        ),
        (
            "The abbot said nine monks had fled to Lor, where all schools will remain shut.",
            ["abbot | nine monks had fled to Lor", "abbot | where all schools will remain shut"],
        ),
        (
            "Shells fell on the inn at Lor, where rebels held nine men, the abbot said.",
            ["abbot | Shells fell on the inn at Lor", "abbot | where rebels held nine men"],
        ),
        # who only says something says it
        (
            "Asked about the mill, the abbot would only say that it had been damaged.",
            ["abbot | it had been damaged"],
        ),
        (
            "The rebels are said to have left Lor, although monks say they saw them.",
            ["unattributed | The rebels … to have left Lor", "monks | they saw them"],
        ),
        # a date in front is no part of the subject
        (
            "Rebels took the mill. On 5 March, Rwandan forces briefly entered Walikale.",
            [
                "narrator | Rebels took the mill",
                "narrator | On 5 March, Rwandan forces briefly entered Walikale",
            ],
        ),
        # deeds of arms and gifts are no words
        (
            "A company led by Ivo Saleh struck back at the rebels near Lor, who had burned a mill.",
            [
                "narrator | A company led by Ivo Saleh struck back at the rebels near Lor",
                "narrator | who had burned a mill",
            ],
        ),
        (
            "Rebels hold Lor. Hussars are threatening the town of Tiv.",
            ["narrator | Rebels hold Lor"],
        ),
        # things say nothing, nor do headings before a colon
        ("The town refused to surrender.", []),
        (
            "New positions: Footage shows gunmen shelling the pier at Lor.",
            ["footage | gunmen shelling the pier at Lor"],
        ),
        # what bears witness is nobody's name, and shows more than nouns
        ("Photographs show the bridge in ruins.", ["photographs | the bridge in ruins"]),
        ("Footage shows them shelling the town hall.", ["footage | them shelling the town hall"]),
        # the last of two verbs is that of the pictures
        (
            "Footage filmed the same day shows hussars shelling the mill at Lor.",
            ["footage | hussars shelling the mill at Lor"],
        ),
        (
            "Video posted by local media shows damage to the mill at Lor.",
            ["local media | damage to the mill at Lor"],
        ),
        (
            "Monks released pictures showing two barges ablaze.",
            ["Monks | two barges ablaze"],
        ),
        (
            "Documents show that the general ordered the raid.",
            ["documents | the general ordered the raid"],
        ),
    ],
)
def test_reports_in_many_orders(text: str, expected: list[str]) -> None:
    assert told(text) == expected
