"""Names that the parser takes for common nouns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.language.bare_names import with_names
from counterclaim.language.tree import Word

TOOK = [
    ("Rebels", "NNS", "nsubj", 1),
    ("took", "VBD", "root", 1),
    ("Lyman", "NN", "obj", 1),
    (".", ".", "punct", 1),
]
ARTICLE = [*TOOK[:2], ("the", "DT", "det", 3), ("Governor", "NN", "obj", 1)]
LONGER = [*TOOK[:2], ("Governor", "NN", "obj", 1), ("Holub", "NNP", "flat", 2)]
START = [("Snow", "NN", "nsubj", 1), ("fell", "VBD", "root", 1)]
QUOTED = [("said", "VBD", "root", 0), ('"', "``", "punct", 2), ("Peace", "NN", "obj", 0)]
HEADLINE = [("Rebels", "NNS", "nsubj", 1), ("Take", "VBP", "root", 1), ("Town", "NN", "obj", 1)]
FRAGMENT = [("Road", "NN", "root", 0), ("to", "IN", "case", 2), ("Peace", "NN", "nmod", 0)]


def _words(rows):
    found, at = [], 0
    for i, (text, tag, dep, head) in enumerate(rows):
        found.append(Word(i, text, text.lower(), tag, dep, head, at, at + len(text), 0))
        at += len(text) + 1
    return found


def test_a_bare_noun_with_a_capital_is_a_name():
    words = _words(TOOK)
    assert with_names(words) == [*words[:2], replace(words[2], tag="NNP"), words[3]]


@pytest.mark.parametrize("rows", [ARTICLE, LONGER, START, QUOTED, HEADLINE, FRAGMENT])
def test_other_capitals_make_no_name(rows):
    words = _words(rows)
    assert with_names(words) == words


def test_a_first_name_that_opens_a_sentence_is_a_name():
    rows = [("Ibrahim", "RB", "nsubj", 2), ("Adwan", "NNP", "flat", 0), ("left", "VBD", "root", 2)]
    assert [w.tag for w in with_names(_words(rows))] == ["NNP", "NNP", "VBD"]


@pytest.mark.parametrize(
    ("text", "tag"), [("Oskavets", "DT"), ("Oskavets", "NN"), ("Pridvor", "RB")]
)
def test_what_opens_a_sentence_and_is_no_word_is_a_name(text, tag):
    rows = [
        (text, tag, "nsubj:pass", 2),
        ("was", "VBD", "aux:pass", 2),
        ("taken", "VBN", "root", 2),
    ]
    assert with_names(_words(rows))[0].tag == "NNP"


def test_a_word_that_opens_a_sentence_stays_what_it_is():
    rows = [("That", "DT", "nsubj", 1), ("failed", "VBD", "root", 1)]
    assert [w.tag for w in with_names(_words(rows))] == ["DT", "VBD"]
