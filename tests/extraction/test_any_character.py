"""Whatever character stands in a text: it is read, spans lead to words, and characters that nobody
sees change nothing."""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.extraction.annotate import (
    annotate_attributions,
    annotate_places,
    annotate_times,
)
from counterclaim.extraction.pipeline import extract
from counterclaim.records.model import ArticleInfo

INFO = ArticleInfo("x", "0" * 64, "x.txt", published="2024-06-14")
SENTENCES = [
    "According to the mayor of Orikhiv, two people were killed on Tuesday.",
    "The village fell on 12 June, according to Ruslan Holub, the commander of the 3rd Brigade.",
    "“We hold the road to Lyman,” said Olena Koval, the governor of Donetsk region.",
    "Moscow denied that its troops had left Soledar, while Kyiv said 1,200 soldiers had fled.",
    "Shells hit Nikopol overnight, the army’s General Staff reported: “Nobody was hurt.”",
    "The ministry rejected reports that Izium had been encircled.",
    "Hamas, which the army said had lost the town of Rafah, did not confirm this.",
    "About 300 people, officials told the Okno newspaper, have left Kupiansk since May.",
]
BLANKS = "\t\u00a0\u1680\u2002\u2007\u2009\u200a\u202f\u205f\u2800\u3000"
UNSEEN = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f"
UNSEEN += "\u202a\u202e\u2060\u2066\u2069\ufe0f\ufeff\U000e0101"
NOT_VERBATIM = {"text", "mention", "span", "spans", "cue", "stance_cues"}


def seen(text):
    """The records without their words and offsets: what a reader must get all the same."""
    return [told(claim) for claim in extract(text, INFO).events]


def told(value):
    if isinstance(value, tuple):
        return tuple(told(v) for v in value)
    if not is_dataclass(value):
        return value
    return {
        f.name: told(getattr(value, f.name)) for f in fields(value) if f.name not in NOT_VERBATIM
    }


def parts(value):
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item)
    elif is_dataclass(value):
        yield value
        for f in fields(value):
            yield from parts(getattr(value, f.name))


def assert_sound(text):
    record = extract(text, INFO)
    for part in parts(record.events):
        if getattr(part, "span", None) is not None:
            words = part.mention if hasattr(part, "mention") else part.text
            assert text[slice(*part.span)] == words
        if hasattr(part, "spans"):
            assert part.text == " … ".join(text[a:b] for a, b in part.spans)
        for name in ("name", "role", "organisation"):
            value = getattr(part, name, None)
            if isinstance(value, str):
                assert value == " ".join(value.split())
                assert any(c.isalnum() for c in value)


CHARACTERS = st.one_of(
    st.characters(categories=["Z", "Cc", "Cf", "Cn", "Co", "M", "P", "S"]),
    st.characters(max_codepoint=sys.maxunicode, exclude_categories=["Cs"]),
    st.sampled_from([*BLANKS, *UNSEEN, *"\u2028\u2029\x0b\x0c\x85\r\n\ufffd\x92💥İŉ²①"]),
)


@settings(derandomize=True, deadline=None, max_examples=160, database=None)
@given(
    st.sampled_from(SENTENCES),
    st.lists(st.tuples(st.floats(0, 1), CHARACTERS), min_size=1, max_size=3),
)
def test_no_character_anywhere_costs_an_article_or_a_span(sentence, inserted):
    text = sentence
    for place, character in inserted:
        at = round(place * len(text))
        text = text[:at] + character + text[at:]
    assert_sound(text)


@settings(derandomize=True, deadline=None, max_examples=80, database=None)
@given(st.sampled_from(SENTENCES), st.data())
def test_blanks_of_any_kind_are_blanks(sentence, data):
    blanks = [i for i, c in enumerate(sentence) if c == " "]
    at = data.draw(st.sampled_from(blanks))
    odd = data.draw(st.text(alphabet=BLANKS, min_size=1, max_size=3))
    kept = data.draw(st.sampled_from(["", " "]))
    text = sentence[:at] + odd + kept + sentence[at + 1 :]
    assert_sound(text)
    assert seen(text) == seen(sentence)


@settings(derandomize=True, deadline=None, max_examples=80, database=None)
@given(st.sampled_from(SENTENCES), st.data())
def test_characters_that_nobody_sees_change_nothing(sentence, data):
    at = data.draw(st.integers(0, len(sentence)))
    text = (
        sentence[:at] + data.draw(st.text(alphabet=UNSEEN, min_size=1, max_size=3)) + sentence[at:]
    )
    assert_sound(text)
    assert seen(text) == seen(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "According to\u00a0the mayor of Orikhiv, two people were killed on Tuesday.",
        "According to [the mayor of Orikhiv](/orikhiv), two people were **killed** on Tuesday.",
        "According to the mayor[3] of Orikhiv, two people were killed on Tuesday.[a]",
        "> According to the  mayor of Orikhiv,\u200b two people were&nbsp;killed on Tues\u00adday.",
        "According to the mayor of Orikhiv, two people were\r\nkilled on Tuesday.",
    ],
)
def test_marks_between_the_words_change_nothing(text):
    assert_sound(text)
    assert seen(text) == seen(SENTENCES[0]) != []


def test_a_footnote_parts_two_sentences_as_their_stop_does():
    text = "Ruslan Holub said his men had left the town.[51] He denied that it was lost.¹"
    first, second = extract(text, INFO).events
    assert (first.text, first.stance) == ("his men had left the town", "asserts")
    assert (second.source.name, second.text, second.stance) == (
        "Ruslan Holub",
        "it was lost",
        "denies",
    )


def test_names_come_from_the_copy_and_words_from_the_text():
    text = "Ole\u00adna\u00a0\u00a0Koval, the\u202fgovernor of Kher\u200bson, said "
    text += "Ly\u200bman was shelled."
    (claim,) = extract(text, INFO).events
    assert (claim.source.name, claim.source.role) == ("Olena Koval", "governor of Kherson")
    assert claim.source.mention.text.startswith("Ole\u00adna\u00a0\u00a0Koval")
    assert (claim.places[0].name, claim.places[0].mention) == ("Lyman", "Ly\u200bman")
    assert claim.text == "Ly\u200bman was shelled"


@pytest.mark.parametrize("signs", [".", "…", "\u200b.", "- -"])
def test_signs_name_nobody(signs):
    text = f"Shells fell on Lyman. “We hold the town of Lyman,” {signs} said."
    for claim in extract(text, INFO).events:
        assert any(c.isalnum() for c in claim.source.name)


def test_a_layer_is_annotated_over_the_stored_text():
    text = "\ufeffShells hit Ni\u00adkopol on\u00a0Tuesday,[2] the  mayor said."
    (place,) = annotate_places(text)
    assert (place["text"], text[place["start"] : place["end"]]) == (
        "Ni\u00adkopol",
        "Ni\u00adkopol",
    )
    (time,) = annotate_times(text, "2024-06-14")
    assert text[time["start"] : time["end"]] == "Tuesday"
    (found,) = annotate_attributions(text)
    assert [text[a:b] for a, b in found["source"]] == ["the  mayor"]
    assert [text[a:b] for a, b in found["content"]] == ["Shells hit Ni\u00adkopol on\u00a0Tuesday"]
