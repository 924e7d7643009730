"""What words say of themselves: the part of speech and form behind each tag of the treebank."""

from __future__ import annotations

import pytest

from counterclaim.language.parser import parse_text
from counterclaim.language.tags import FINITE, MEANINGS, meaning
from counterclaim.language.tree import Word

UNIVERSAL = set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SYM VERB X".split())
FORMS = sorted(name for name in dir(Word) if name.startswith("is_"))


def forms_of(tag: str) -> set[str]:
    """What a word with a tag says it is."""
    word = Word(0, "word", "word", tag, "root", 0, 0, 4, 0)
    return {name.removeprefix("is_") for name in FORMS if getattr(word, name)}


@pytest.mark.parametrize(
    ("tag", "pos", "forms"),
    [
        ("VBD", "VERB", "verb finite past"),
        ("VBZ", "VERB", "verb finite singular"),
        ("VBP", "VERB", "verb finite"),
        ("VB", "VERB", "verb base"),
        ("VBG", "VERB", "verb present_participle"),
        ("VBN", "VERB", "verb past past_participle"),
        ("MD", "AUX", "verb finite modal"),
        ("NN", "NOUN", "noun common singular"),
        ("NNS", "NOUN", "noun common plural"),
        ("NNP", "PROPN", "noun proper singular"),
        ("NNPS", "PROPN", "noun proper plural"),
        ("PRP", "PRON", "pronoun"),
        ("PRP$", "PRON", "pronoun owner"),
        ("EX", "PRON", "expletive"),
        ("WDT", "PRON", "relative wh"),
        ("WP$", "PRON", "relative wh"),
        ("WRB", "ADV", "wh"),
        ("DT", "DET", "determiner"),
        ("CD", "NUM", "number"),
        ("JJR", "ADJ", "adjective"),
        ("RB", "ADV", "adverb"),
        ("RBR", "ADV", ""),
        ("IN", "ADP", "preposition"),
        ("RP", "ADP", ""),
        ("TO", "PART", "preposition to"),
        ("POS", "PART", "genitive"),
        ("CC", "CCONJ", "conjunction"),
        ("HYPH", "PUNCT", "hyphen"),
        (",", "PUNCT", ""),
    ],
)
def test_what_a_tag_means(tag, pos, forms):
    assert meaning(tag)[0] == pos
    assert forms_of(tag) == set(forms.split())


def test_every_part_of_speech_is_universal():
    assert {meaning(tag)[0] for tag in MEANINGS} <= UNIVERSAL


def test_every_form_is_some_words():
    found = set().union(*map(forms_of, MEANINGS))
    assert found == {name.removeprefix("is_") for name in FORMS}


def test_a_word_may_be_read_as_a_finite_verb():
    parse = parse_text("The mayor left the town closed by the army.")
    closed = next(w for w in parse.words if w.text == "closed")
    assert closed.is_past_participle
    for tense in FINITE:
        assert closed.as_finite(tense, dep="root").is_finite
    assert closed.as_finite("past").has_form_of(parse.words[2])
