"""Through whom words came: the source of a sentence and its relays."""

from __future__ import annotations

import pytest

from counterclaim.extraction.attribution.channels import relay_name
from counterclaim.extraction.pipeline import extract
from counterclaim.records import ArticleInfo, Claim


def last(text: str) -> Claim:
    return extract(text, ArticleInfo("test", "0" * 64, "test.txt")).events[-1]


@pytest.mark.parametrize(
    ("text", "source", "relays"),
    [
        # who passes the words on
        ("The mill was shelled, Ivan Duda said, quoted by local agencies.", "Ivan Duda", 1),
        ("Local media quoted Ivan Duda as saying that the mill was shelled.", "Ivan Duda", 1),
        ("“We hit the mill,” his press service quoted Ivan Duda as saying.", "Ivan Duda", 1),
        ("Ivan Duda was quoted as saying by Interfax that the mill was shelled.", "Ivan Duda", 1),
        ("Interfax reported, citing Ivan Duda, that the mill was shelled.", "Ivan Duda", 1),
        ("“They have no proof,” Ivan Duda was quoted by Interfax as saying.", "Ivan Duda", 1),
        ("“They have no proof,” Ivan Duda was quoted as saying by Interfax.", "Ivan Duda", 1),
        ("A blogger, writing on Telegram, complained that the mill was shelled.", "blogger", 1),
        ("Ten died in the mill, according to a count established by Reuters.", "Reuters", 0),
        ("Ten died in the mill, according to figures provided by the army.", "army", 0),
        ("The mill was shelled, Ivan Duda said, according to local media.", "Ivan Duda", 1),
        ("According to local media, Ivan Duda said the mill was shelled.", "Ivan Duda", 1),
        # who has seen what a document says
        (
            "The mill was shelled, according to an internal email seen by Reuters.",
            "internal email",
            1,
        ),
        ("A letter obtained by Reuters says the mill was shelled.", "letter", 1),
        ("The mill was shelled, said a document reviewed by Reuters.", "document", 1),
        ("Officials cited by Interfax said the mill was shelled.", "officials", 1),
        ("The mill was shelled, according to a report published Monday.", "report", 0),
        # two who speak with one voice
        (
            "The mill was shelled at dawn, hospital and local staff said.",
            "hospital and local staff",
            0,
        ),
        ("Rebels shelled the mill, army and city officials said.", "army and city officials", 0),
        ("Through his spokesman, Ivan Duda said the mill was shelled.", "Ivan Duda", 1),
        ("Ivan Duda said via his press office that the mill was shelled.", "Ivan Duda", 1),
        # where they were said
        ("Ivan Duda told Reuters that the mill was shelled.", "Ivan Duda", 1),
        ("Ivan Duda told the Okno newspaper that the mill was shelled.", "Ivan Duda", 1),
        ("“The mill was shelled,” Ivan Duda told Okno, a local broadcaster.", "Ivan Duda", 1),
        ("Ivan Duda said on national television that the mill was shelled.", "Ivan Duda", 1),
        ("On his Telegram channel, Ivan Duda said the mill was shelled.", "Ivan Duda", 1),
        # who only hears them
        ("Ivan Duda told reporters that the mill was shelled.", "Ivan Duda", 0),
        ("Ivan Duda told the council that the mill was shelled.", "Ivan Duda", 0),
        ("Ivan Duda told a news conference that the mill was shelled.", "Ivan Duda", 0),
    ],
)
def test_sources_and_relays(text: str, source: str, relays: int) -> None:
    found = last(text).source
    assert (found.name, len(found.relay)) == (source, relays)


def test_the_words_that_name_a_relay_are_no_words_of_the_source() -> None:
    claim = last("The mill was shelled, Ivan Duda said, quoted by Interfax.")
    assert claim.text == "The mill was shelled"
    assert [r.name for r in claim.source.relay] == ["Interfax"]


def test_a_statement_that_was_carried_speaks_for_nobody_else() -> None:
    text = "According to a statement carried by Interfax, Ivan Duda said the mill was shelled."
    assert last(text).source.name == "Ivan Duda"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("his Telegram channel", "Telegram"),
        ("the Interfax news agency", "Interfax"),
        ("national television", "national television"),
    ],
)
def test_relays_have_the_name_of_what_they_are(words: str, name: str) -> None:
    assert relay_name(words) == name


def test_the_day_of_speaking_is_none_of_the_quoted_words() -> None:
    article = ArticleInfo("test", "0" * 64, "test.txt", published="2024-03-04")
    text = "Local media quoted Ivan Duda as saying on Friday that the mill was shelled."
    (claim,) = extract(text, article).events
    assert (claim.text, claim.time.earliest) == ("the mill was shelled", None)


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("Rebels had taken the town on Friday and were advancing on the port.", None),
        ("On Friday rebels had taken the town and were advancing on the port.", "2024-03-01"),
        ("Rebels attacked the town on Friday and killed two people.", "2024-03-01"),
        ("Rebels had taken the town on Friday and had killed two people.", "2024-03-01"),
    ],
)
def test_a_day_behind_a_verb_is_not_that_of_a_verb_of_another_tense(
    text: str, earliest: str | None
) -> None:
    article = ArticleInfo("test", "0" * 64, "test.txt", published="2024-03-04")
    assert extract(text, article).events[-1].time.earliest == earliest
