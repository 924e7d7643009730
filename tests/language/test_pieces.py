"""Sentences without end: the text, then the pieces it is read in."""

import re

from counterclaim.language import parser
from counterclaim.language.parser import parse_text
from counterclaim.language.pieces import LONGEST_SENTENCE, MOST_PIECES
from counterclaim.language.quotes import find_quotations
from counterclaim.language.segments import lay_out
from counterclaim.language.sentences import split_sentences

HELD = "the army held Izium"


def marks(text):
    return len(re.findall(r"\w+|[^\w\s]", text))


def test_an_ordinary_sentence_is_read_whole():
    text = ", ".join([HELD] * 50) + "."
    (sentence,) = split_sentences(text)
    assert (sentence.start, sentence.end, sentence.piece) == (0, len(text), 0)


def test_a_list_is_read_in_pieces_that_end_at_commas():
    text = ", ".join([HELD] * 200)
    pieces = split_sentences(text)
    assert [p.piece for p in pieces] == list(range(1, len(pieces) + 1))
    words = [text[p.start : p.end] for p in pieces]
    assert all(marks(piece) <= LONGEST_SENTENCE for piece in words)
    assert all(piece.endswith(",") for piece in words[:-1])
    assert " ".join(words) == text


def test_a_semicolon_is_a_better_end_than_a_comma():
    clause = ", ".join([HELD] * 20)
    text = "; ".join([clause] * 10)
    assert all(text[p.start : p.end].endswith(";") for p in split_sentences(text)[:-1])


def test_marks_without_a_blank_are_cut_where_they_are():
    pieces = split_sentences("a" + "(" * 1000)
    assert [p.end - p.start for p in pieces] == [300, 300, 300, 101]


def test_one_word_is_one_word_however_long():
    assert len(split_sentences("Kyiv said " + "a" * 40_000 + " held.")) == 1


def test_of_a_sentence_without_end_the_rest_is_unread():
    text = ", ".join([HELD] * 3000)
    *read, rest = split_sentences(text)
    assert len(read) == MOST_PIECES
    assert not any(s.unread for s in read)
    assert rest.unread
    assert rest.end == len(text)
    assert all(segment.end <= rest.start for segment in lay_out(text).segments)


def test_quotations_in_quotations_are_kept_two_deep():
    (quotation,) = find_quotations("“Go ‘on " * 1000 + "now’ now” " * 1000)[-1:]
    assert all(not inner.inner for inner in quotation.inner)


def test_a_line_drawn_with_quotation_marks_quotes_nothing():
    assert find_quotations("“‘" * 3000 + "Go" + "’”" * 3000) == []
    assert [q.words for q in find_quotations('"' * 40 + " “We held,” he said.")] == [2]


def counted(monkeypatch):
    """The texts that the parser is given, in batches."""
    batches = []
    read = parser._read_batch

    def count(nlp, batch):
        batches.append(batch)
        return read(nlp, batch)

    monkeypatch.setattr(parser, "_read_batch", count)
    return batches


def test_the_same_sentence_is_parsed_once(monkeypatch):
    batches = counted(monkeypatch)
    text = "The army held. " * 50 + "It fell. " * 50
    layout = lay_out(text)
    parse = parse_text(text, layout.units())
    assert batches == [["The army held.", "It fell."]]
    assert [w.text for w in parse.words] == ["The", "army", "held", "."] * 50 + [
        "It",
        "fell",
        ".",
    ] * 50
    assert all(text[w.start : w.end] == w.text for w in parse.words)
    assert [w.i for w in parse.words] == list(range(len(parse.words)))


def test_marks_without_words_are_never_parsed(monkeypatch):
    batches = counted(monkeypatch)
    text = "It fell.\n\n" + "— " * 500 + "\n\n" + '"" ' * 500
    parse_text(text, lay_out(text).units())
    assert batches == [["It fell."]]


def test_a_long_text_is_parsed_in_batches_of_bounded_size(monkeypatch):
    batches = counted(monkeypatch)
    parse_text("\n\n".join(f"Unit {i} held its line at the river bank." for i in range(2000)))
    assert len(batches) > 1
    assert all(sum(map(len, batch)) <= parser._BATCH for batch in batches)
