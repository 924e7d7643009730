"""Questions to a tree: the words, then what they are answered and how often they are worked out."""

from dataclasses import replace

from counterclaim.language import parser
from counterclaim.language.parser import parse_text
from counterclaim.language.tree import asked_once

TEXT = "Gunmen held Toumba, and the mayor fled to Ruweng."


def test_a_question_about_a_word_is_worked_out_once():
    asked = []

    @asked_once
    def depth(parse, word, *, least=0):
        asked.append(word.text)
        return max(least, sum(1 for _ in parse.ancestors(word)))

    parse = parse_text(TEXT)
    held, fled = (next(w for w in parse.words if w.text == verb) for verb in ("held", "fled"))
    assert [depth(parse, held), depth(parse, fled), depth(parse, fled)] == [0, 1, 1]
    assert asked == ["held", "fled"]
    assert depth(parse, fled, least=4) == 4
    assert depth(parse_text(TEXT), fled) == 1
    assert asked == ["held", "fled", "fled", "fled"]


def test_a_word_that_is_read_otherwise_is_another_word():
    @asked_once
    def tense(_, word):
        return "past" if word.is_past else "present"

    parse = parse_text(TEXT)
    held = next(w for w in parse.words if w.text == "held")
    assert [tense(parse, held), tense(parse, held.as_finite("present"))] == ["past", "present"]
    assert tense(parse, replace(held)) == "past"


def test_words_that_the_pipeline_forgets_are_read_as_those_that_it_keeps(monkeypatch):
    kept = parse_text(TEXT)
    monkeypatch.setattr(parser, "_KNOWN_WORDS", 0)
    assert parse_text(TEXT) == kept
