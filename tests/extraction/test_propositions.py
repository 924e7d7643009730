"""One content, several events: the text, then the words and the type of each of its records."""

from __future__ import annotations

import pytest

from counterclaim.extraction.claims.propositions import split_content
from counterclaim.extraction.events.coding import code_event
from counterclaim.language.parser import parse_text
from counterclaim.records.model import Span


def split(text: str) -> list[tuple[str, str]]:
    """The words and event types of the propositions of a text."""
    parse = parse_text(text)

    def event_type(content: tuple[Span, ...]) -> str:
        return code_event(parse, content).type

    pieces = split_content(parse, ((0, len(text)),), event_type)
    return [(" … ".join(text[a:b] for a, b in piece), event_type(piece)) for piece in pieces]


def test_two_events_of_one_actor_are_two_records() -> None:
    assert split("The army captured the village and shelled the town of Lyman.") == [
        ("The army captured the village", "capture"),
        ("shelled the town of Lyman", "shelling"),
    ]


def test_a_short_clause_with_a_subject_of_its_own_stands_alone() -> None:
    assert split("Kupiansk is ours, and the rebels withdrew on Monday.") == [
        ("Kupiansk is ours", "control"),
        ("the rebels withdrew on Monday", "withdrawal"),
    ]


def test_what_is_done_is_set_apart_from_what_is_meant() -> None:
    assert split("The army is pulling reserves to the ridge and intends to hold the town.") == [
        ("The army is pulling reserves to the ridge", "deployment"),
        ("intends to hold the town", "intent"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels attacked the post and raided the camp.",
        "The army plans to capture the ridge and to shell the town.",
        "The rebels moved reserves to the ridge in order to shell the town and burn the mill.",
        "The villages which lie behind the ridge were shelled.",
        "The rebels shelled the village as they left it.",
    ],
)
def test_one_event_or_one_plan_stays_whole(text: str) -> None:
    assert [words for words, _ in split(text)] == [text.removesuffix(".")]


def test_a_participle_with_an_event_of_its_own_is_set_apart() -> None:
    assert split("The brigade captured the hill, shelling the town of Lyman from the north.") == [
        ("The brigade captured the hill", "capture"),
        ("shelling the town of Lyman from the north", "shelling"),
    ]


def test_a_second_that_begins_a_proposition() -> None:
    text = "the enemy had shelled the bridge and that its own units had left the bank"
    assert [words for words, _ in split(text)] == [
        "the enemy had shelled the bridge",
        "its own units had left the bank",
    ]


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        (
            "The army hit a depot in Saratov and struck a refinery in Engels.",
            ["The army hit a depot in Saratov", "struck a refinery in Engels"],
        ),
        (
            "The enemy shelled the port; our gunners destroyed two tanks.",
            ["The enemy shelled the port", "our gunners destroyed two tanks"],
        ),
        (
            "Russian troops were advancing near Lyman, while Ukrainian forces shelled Horlivka.",
            [
                "Russian troops were advancing near Lyman",
                "Ukrainian forces shelled Horlivka",
            ],
        ),
        (
            "Another 16 soldiers had been killed, bringing the death toll to 532.",
            ["Another 16 soldiers had been killed", "bringing the death toll to 532"],
        ),
        (
            "The garrison killed six rebels, foiling their attack.",
            ["The garrison killed six rebels", "foiling their attack"],
        ),
        (
            "The rebels shelled the market, killing nine people and wounding 20.",
            ["The rebels shelled the market", "killing nine people and wounding 20"],
        ),
        (
            "The rebels captured three villages, with the bridge destroyed by shells.",
            ["The rebels captured three villages", "the bridge destroyed by shells"],
        ),
        (
            "Rebels captured the hill as army gunners shelled the town of Lyman.",
            ["Rebels captured the hill", "army gunners shelled the town of Lyman"],
        ),
        (
            "The enemy attacked near Lyman, during which the army lost 20 soldiers.",
            ["The enemy attacked near Lyman", "during which the army lost 20 soldiers"],
        ),
        # one toll, each half with its number
        (
            "Nine archers died and 30 were wounded when the mill burned.",
            ["Nine archers died and 30 were wounded when the mill burned"],
        ),
        # a bracket with a clause or an address of its own
        (
            "A resident of Lyman was killed (the town was captured in 2020).",
            ["A resident of Lyman was killed"],
        ),
        (
            "Rebels shelled the mill in Lyman. (example.org/news)",
            ["Rebels shelled the mill in Lyman"],
        ),
        (
            "The rebels (about 300 men) shelled Lyman.",
            ["The rebels (about 300 men) shelled Lyman"],
        ),
        # counts with places or meetings of their own; the later ones share the verb
        (
            "The enemy lost up to 130 men in battles with the rebels and 100 men in the south.",
            [
                "The enemy lost up to 130 men in battles with the rebels",
                "The enemy lost … 100 men in the south",
            ],
        ),
        (
            "Six people were killed in Izium, two in Lyman and one in Kupiansk.",
            [
                "Six people were killed in Izium",
                "people were killed … two in Lyman",
                "people were killed … one in Kupiansk",
            ],
        ),
        (
            "Rebels killed three men and two women in Lyman.",
            ["Rebels killed three men and two women in Lyman"],
        ),
        (
            "Rebels shelled Lyman, killing two men and wounding five others.",
            ["Rebels shelled Lyman", "killing two men and wounding five others"],
        ),
        (
            "The army planned to attack the town of Lyman and shell the cities of the coast.",
            ["The army planned to attack the town of Lyman and shell the cities of the coast"],
        ),
        (
            "This comes after they captured the town of Sake on Monday.",
            ["they captured the town of Sake on Monday"],
        ),
        (
            "Nine people were killed in the strike, while the town is under siege.",
            ["Nine people were killed in the strike", "the town is under siege"],
        ),
        (
            "The rebels shelled the market and killed nine people.",
            ["The rebels shelled the market and killed nine people"],
        ),
        (
            "The army shelled a depot in May and shelled a refinery in June.",
            ["The army shelled a depot in May and shelled a refinery in June"],
        ),
        (
            "Two soldiers were killed and three others were wounded in the raid.",
            ["Two soldiers were killed and three others were wounded in the raid"],
        ),
        (
            'The general regrets the "collapse of the front, leaving nine men dead".',
            ['The general regrets the "collapse of the front, leaving nine men dead"'],
        ),
        (
            "The rebels attacked the post near Tabuk but did not advance.",
            ["The rebels attacked the post near Tabuk but did not advance"],
        ),
    ],
)
def test_clauses_beside_each_other_are_told_apart(text: str, halves: list[str]) -> None:
    assert [words for words, _ in split(text)] == halves


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The road is open and the people are happy about the bridge.", 1),
        ("The army captured the village and we shelled the town of Lyman.", 2),
        ("This is a grave moment and we will answer in the coming days.", 2),
        ("The road is open, but nobody in the town trusts the soldiers.", 2),
    ],
)
def test_a_quotation_is_one_thought_unless_it_tells_two_deeds(text: str, kept: int) -> None:
    parse = parse_text(text)
    content = ((0, len(text) - 1),)
    found = split_content(parse, content, lambda spans: code_event(parse, spans).type, quoted=True)
    assert len(found) == kept


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        (
            "The family was fleeing on foot when the rebels captured the town of Tabuk.",
            ["The family was fleeing on foot", "the rebels captured the town of Tabuk"],
        ),
        (
            "After the army shelled the port for hours, the rebels withdrew from the island.",
            ["the army shelled the port for hours", "the rebels withdrew from the island"],
        ),
        (
            "Nine men died when a shell hit the market.",
            ["Nine men died when a shell hit the market"],
        ),
        (
            "The army withdrew from the island when it lost the port.",
            ["The army withdrew from the island when it lost the port"],
        ),
        (
            "The talks come a week after rebels shelled the port.",
            ["rebels shelled the port"],
        ),
    ],
)
def test_a_clause_that_tells_when_by_another_deed_is_a_claim(text: str, halves: list[str]) -> None:
    assert [words for words, _ in split(text)] == halves
