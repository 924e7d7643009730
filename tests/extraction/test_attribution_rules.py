"""Where a tree may err the words decide: the text, then source | cue | content."""

from __future__ import annotations

import pytest

from attributed import attributions
from counterclaim.extraction.annotate import annotate_attributions
from counterclaim.knowledge.cue_words import mood


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an act of war with "that" behind it is none
        (
            "Bishop Rook charged that raiders had burned the mill.",
            "Bishop Rook | charged | raiders had burned the mill",
        ),
        # what is feared or expected has not happened: it is theirs who think so
        ("The villagers feared a raid on the mill.", "The villagers | feared | a raid on the mill"),
        (
            "The abbot anticipates an attack on the mill.",
            "The abbot | anticipates | an attack on the mill",
        ),
        # what somebody is convinced of is his, whichever word class the tagger sees in it
        (
            "The officer was convinced that the town would hold.",
            "The officer | convinced | the town would hold",
        ),
        # a source between a subject and its verb, and one behind its verb
        (
            "The rebels, the mayor warned on Sunday, would take the town.",
            "the mayor | warned | The rebels … would take the town",
        ),
        (
            "The abbot accused the rebels of trying to seize the mill.",
            "The abbot | accused | the rebels of trying to seize the mill",
        ),
        (
            "The abbot accused the rebels of planning to burn the mill.",
            "The abbot | accused | the rebels of planning to burn the mill",
        ),
        (
            "Ivan Lys, a bandit leader known as the Lion, claimed that his men held the mill.",
            "Ivan Lys, a bandit leader | claimed | his men held the mill",
        ),
        (
            "The abbot said two inns had burned, a claim the guild did not address.",
            "The abbot | said | two inns had burned",
        ),
        (
            "The abbot said the mill had burned, though he cautioned that fires went on.",
            "The abbot | said | the mill had burned",
        ),
        (
            "Rebels, according to the guild, burned the mill.",
            "the guild | according to | Rebels … burned the mill",
        ),
        (
            "The mill, guild officials told the gazette, had burned.",
            "guild officials | told | The mill … had burned",
        ),
        (
            "Rebels vacated the mill, blustered Abbot Ivan Lys.",
            "Abbot Ivan Lys | blustered | Rebels vacated the mill",
        ),
        # the source on the left, with what stands between commas
        (
            "Halyna Bilous, a former aide to the mayor, said the crossing had been mined.",
            "Halyna Bilous, a former aide to the mayor | said | the crossing had been mined",
        ),
        (
            "Others, however, say a withdrawal is overdue.",
            "Others | say | a withdrawal is overdue",
        ),
        (
            "But rescue workers in Lviv say that by Monday the road will be open.",
            "rescue workers in Lviv | say | by Monday the road will be open",
        ),
        (
            "ECOWAS, from which Mali withdrew in January, said both armies must cooperate.",
            "ECOWAS | said | both armies must cooperate",
        ),
        # the clause begins with its subject, not behind it
        (
            "The ministry said a clash that left one officer dead took place on Friday.",
            "The ministry | said | a clash that left one officer dead took place on Friday",
        ),
        # what there is does not speak
        (
            "Israel denies there is hunger in Gaza and accuses Hamas of hiding food.",
            "Israel | accuses | Hamas of hiding food",
        ),
        # a participle shares the voice of its own sentence
        (
            "The mayor said the dam was mined. Washington has distanced itself from the raid, "
            "saying it had no part in it.",
            "Washington | saying | it had no part in it",
        ),
        # an inverted source at the end, whatever stands before
        (
            "The convoy turned back at the river, and a lorry burned, said one driver in the town.",
            "one driver in the town | said | "
            "The convoy turned back at the river, and a lorry burned",
        ),
        (
            "The bridge could open this week, said Ihor Panko, an engineer who oversees the work.",
            "Ihor Panko, an engineer | said | The bridge could open this week",
        ),
        # a participle shares the voice of its sentence
        (
            "The army withdrew its column, saying the road was mined.",
            "The army | saying | the road was mined",
        ),
        # the content ends where the main clause begins
        (
            "While Kyiv said the town had held for days, the enemy moved north.",
            "Kyiv | said | the town had held for days",
        ),
        # an addressee, then a bare clause
        (
            "The driver told the agency he had seen four tanks.",
            "The driver | told | he had seen four tanks",
        ),
        # naming, and what bears witness
        (
            "The governor called the strike a war crime.",
            "The governor | called | the strike a war crime",
        ),
        (
            "Satellite images show burnt vehicles at the base.",
            "Satellite images | show | burnt vehicles at the base",
        ),
        # translated copy: a dash before an inverted cue, a present tense taken for a plural
        (
            "The road to the village is cut - reports the mayor.",
            "the mayor | reports | The road to the village is cut",
        ),
        (
            "In its bulletin, the British ministry forecasts that the losses will grow.",
            "the British ministry | forecasts | the losses will grow",
        ),
        # a speaker left out is who spoke last
        (
            "The ministry announced heavy rain.\n\n“The river will rise” - assessed in the update.",
            "The ministry | assessed | The river will rise",
        ),
        # copy that lost its marks still says "I"
        (
            "There is no fuel left, one driver told the agency. I filled up two days ago.",
            "one driver |  | I filled up two days ago",
        ),
        (
            "Ukraine's army leaders have conceded the enemy has had some success.",
            "Ukraine's army leaders | conceded | the enemy has had some success",
        ),
        # whatever the verb, a colon before a quotation gives its subject the word
        (
            "The ministry issued this statement: “We have lost the bridge.”",
            "The ministry | issued | We have lost the bridge",
        ),
        (
            "“I trust the crew,” he said, but “where mines lie, nobody is safe.”",
            "he | said | I trust the crew … where mines lie, nobody is safe",
        ),
        # a quotation goes on from a sentence that quotes a part
        (
            "The road “is gone”, the driver said. “We have no water.”",
            "the driver | said | The road “is gone” … We have no water",
        ),
        (
            "The governor said the town was “under fire”. “We have no water.”",
            "The governor |  | We have no water",
        ),
        # a reporting noun with its agent or its maker
        (
            "The mayor repeated Moscow's claim that the depot had exploded.",
            "Moscow | claim | the depot had exploded",
        ),
    ],
)
def test_the_words_decide(text: str, expected: str) -> None:
    assert expected in attributions(text)


@pytest.mark.parametrize(
    "text",
    [
        "If Moscow says it has taken Lyman, the talks are over.",  # a condition
        "A report released last year describes the mines.",  # released: no cue
        "The council called an emergency meeting.",
        "The war, which has seen villages burn, goes on.",
    ],
)
def test_nothing_is_reported(text: str) -> None:
    assert attributions(text) == []


def test_a_relative_pronoun_is_the_local_mention() -> None:
    text = "The unit is led by Taras Holub, who said the hill was lost."
    (found,) = annotate_attributions(text)
    assert [text[a:b] for a, b in found["source"]] == ["who"]
    assert attributions(text) == ["Taras Holub | said | the hill was lost"]


def test_speech_inside_brackets() -> None:
    assert attributions("The crew left. (“We had no fuel left,” said one sailor.)") == [
        "one sailor | said | We had no fuel left"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The enemy says it has left the town,” the mayor said.",
            ["the mayor | said | The enemy says it has left the town"],
        ),
        (
            "Kyiv said its observers had reported that two bridges were down.",
            ["Kyiv | said | its observers had reported that two bridges were down"],
        ),
        (
            "The governor said the gang had robbed drivers after claiming that the port was mined.",
            [
                "The governor | said | the gang had robbed drivers after claiming that the port was"
                " mined"
            ],
        ),
        # what somebody thinks or means is no claim that holds another
        (
            "Closed roads mean the observers cannot verify the tolls provided by the army.",
            [
                "the observers | verify | the tolls provided by the army",
                "Closed roads | mean | the observers cannot verify the tolls provided by the army",
            ],
        ),
    ],
)
def test_what_a_source_tells_of_others_is_its_own_claim(text: str, expected: list[str]) -> None:
    assert sorted(attributions(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose relative clause it is
        (
            "The mayor lined up with Petrenko, who has said he does not trust the truce.",
            ["Petrenko | said | he does not trust the truce"],
        ),
        # the participle of the second main clause
        (
            "Residents complained, and the union has sued the city, saying the shelter is unsafe.",
            ["the union | saying | the shelter is unsafe"],
        ),
        # a second source between dashes
        (
            "Residents — and some soldiers — say that the bridge outlasts any raid.",
            ["Residents — and some soldiers | say | the bridge outlasts any raid"],
        ),
        # who is asked does not speak, nor does a risk; a participle in front has no main clause
        ("“Who knows?” he said when asked whether the road was open.", ["he | said | Who knows?"]),
        ("The council weighed the risk of telling drivers that the road was open.", []),
        (
            "Responding to the raid, Kyiv said the road was open.",
            ["Kyiv | said | the road was open"],
        ),
        # one cue hands over to its like
        (
            "One in three said the army was too slow and one in four said it had no plan.",
            ["One in three | said | the army was too slow", "one in four | said | it had no plan"],
        ),
        # what is given a name is no content before its cue
        (
            "Even those who backed the truce sounded wary: General Ada Brook called it a risk.",
            ["General Ada Brook | called | it a risk"],
        ),
        # a day behind the cue is no subject, and a clause may be cut after its subject
        (
            "The drones will stay until the mayor arrives later this month, officials said Monday.",
            [
                "officials | said | The drones will stay until the mayor arrives later this month",
            ],
        ),
        ("This war, he says, is different.", ["he | says | This war … is different"]),
        (
            "It will hold for now, said Ada Brook, an engineer whose house has burned down.",
            ["Ada Brook, an engineer | said | It will hold for now"],
        ),
        # a closing mark before the participle that takes over
        (
            "The senator said the army was “corrupt,” noting that it sold its own fuel.",
            [
                "The senator | said | the army was “corrupt,”",
                "The senator | noting | it sold its own fuel",
            ],
        ),
        # voices are cited, and reasons
        (
            "Two bridges were hit, the agency reported, citing local residents.",
            ["local residents | citing | Two bridges were hit"],
        ),
        (
            "The mayor said the road was closed, citing low traffic and rising costs.",
            ["The mayor | said | the road was closed"],
        ),
        ("The army halted its offensive, citing a lack of shells.", []),
        # whose reckoning it is, wherever that stands
        (
            "Nearly all the monks - 90 people, by the abbot's estimate - have fled since May.",
            ["the abbot | estimate | Nearly all the monks - 90 people … have fled since May"],
        ),
        (
            "Rebels lost 500 men at Lor, on the junta's reckoning.",
            ["the junta | reckoning | Rebels lost 500 men at Lor"],
        ),
        (
            "In the telling of the monks, hussars burned the inn.",
            ["the monks | In the telling of | hussars burned the inn"],
        ),
        # a thought is not gone on with
        (
            "Many hope the truce will hold. To the north stands the old “house of bread”.",
            ["Many | hope | the truce will hold"],
        ),
        # the cue behind a quotation, whatever announces it
        (
            "The mayor declared the need for calm: “Stay where you are,” she said.",
            ["she | said | Stay where you are"],
        ),
    ],
)
def test_who_speaks_and_how_far(text: str, expected: list[str]) -> None:
    assert attributions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hussars charged that hill.",
        "The abbot expected more guests from the valley.",
    ],
)
def test_what_is_charged_or_expected_may_be_a_thing(text: str) -> None:
    assert attributions(text) == []


def test_what_is_expected_is_a_prediction() -> None:
    found = mood("expected").search("A raid on the mill is widely expected on Friday.")
    assert found is not None
    assert mood("expected").search("The abbot was expected to have left") is not None
    assert mood("expected").search("Guests are feared dead") is None
