"""Forms that the tree tells better than the tagger."""

from __future__ import annotations

from counterclaim.language.agreed import with_agreed_forms
from counterclaim.language.parser import parse_text
from counterclaim.language.tree import Word


def word(i: int, text: str, tag: str, dep: str, head: int) -> Word:
    return Word(i, text, text.lower(), tag, dep, head, 0, len(text), 0)


def test_what_has_a_subject_is_a_past_tense() -> None:
    words = [
        word(0, "Rebels", "NNS", "nsubj", 1),
        word(1, "seized", "VBN", "root", 1),
        word(2, "Lyman", "NNP", "obj", 1),
    ]
    assert [w.tag for w in with_agreed_forms(words)] == ["NNS", "VBD", "NNP"]
    helped = [*words, word(3, "had", "VBD", "aux", 1)]
    assert with_agreed_forms(helped)[1].tag == "VBN"


def test_what_stands_behind_a_preposition_is_a_noun() -> None:
    words = [
        word(0, "said", "VBN", "root", 0),
        word(1, "by", "IN", "case", 2),
        word(2, "aides", "VBZ", "obl", 0),
    ]
    assert with_agreed_forms(words)[2].tag == "NNS"


def test_an_infinitive_that_is_never_a_noun_is_a_verb() -> None:
    words = parse_text("The abbot went so far as to accuse the hussars of arson.").words
    assert next(w for w in words if w.text == "accuse").is_base


def test_what_has_an_auxiliary_is_a_verb() -> None:
    words = {
        w.text: w for w in parse_text("The abbot held that hussars did not down a kite.").words
    }
    assert words["down"].is_base
    words = {w.text: w for w in parse_text("Russian forces have vacated Toretsk,").words}
    assert (words["vacated"].dep, words["Toretsk"].dep) == ("root", "obj")


def test_a_form_that_can_only_be_past_tells_whatever_its_tag() -> None:
    words = [
        word(0, "Rebels", "NNS", "nsubj", 1),
        word(1, "overran", "FW", "root", 1),
        word(2, "Lyman", "NNP", "obj", 1),
    ]
    assert with_agreed_forms(words)[1].tag == "VBD"


def test_a_plural_that_is_never_a_verb_is_joined_to_the_noun_before_it() -> None:
    words = parse_text("The guild has documented 24 drone and airstrikes in May.").words
    told = next(w for w in words if w.text == "airstrikes")
    assert told.is_noun
    assert words[told.head].text in ("drone", "documented")
