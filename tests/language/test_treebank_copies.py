"""Copies of treebank sentences as headlines and careless typing have them (language/vary.py)."""

import importlib.util
import random

import pytest

from counterclaim.resources import data_path

SPEC = importlib.util.spec_from_file_location("vary", data_path("language", "vary.py"))
vary = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(vary)

WORDS = [
    ('"', '"', "PUNCT", "``", 3, "punct"),
    ("We", "we", "PRON", "PRP", 3, "nsubj"),
    ("left", "leave", "VERB", "VBD", 0, "root"),
    ("the", "the", "DET", "DT", 7, "det"),
    ("half", "half", "NOUN", "NN", 7, "compound"),
    ("-", "-", "PUNCT", "HYPH", 5, "punct"),
    ("track", "track", "NOUN", "NN", 3, "obj"),
    (",", ",", "PUNCT", ",", 3, "punct"),
    ('"', '"', "PUNCT", "''", 3, "punct"),
    ("Orlenko", "Orlenko", "PROPN", "NNP", 11, "nsubj"),
    ("told", "tell", "VERB", "VBD", 3, "parataxis"),
    ("ABC", "ABC", "PROPN", "NNP", 11, "obj"),
    (".", ".", "PUNCT", ".", 3, "punct"),
]
ROWS = [
    [str(i), form, lemma, upos, tag, "_", str(head), rel, "_", "_"]
    for i, (form, lemma, upos, tag, head, rel) in enumerate(WORDS, 1)
]


def copy(name: str, seed: int = 1) -> list[list[str]]:
    return vary.ways([ROWS])[name](ROWS, random.Random(seed))


def text(rows: list[list[str]]) -> str:
    return " ".join(row[1] for row in rows)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("lower", '" we left the half - track , " orlenko told abc .'),
        ("upper", '" WE LEFT THE HALF - TRACK , " ORLENKO TOLD ABC .'),
        ("without_quotes", "We left the half - track , Orlenko told ABC ."),
        ("single_quotes", "' We left the half - track , ' Orlenko told ABC ."),
        ("without_stop", '" We left the half - track , " Orlenko told ABC'),
        ("without_commas", '" We left the half - track " Orlenko told ABC .'),
        ("without_marks", "We left the half track Orlenko told ABC"),
    ],
)
def test_a_copy_differs_in_one_way(name, expected):
    assert text(copy(name)) == expected


def test_headlines_have_capitals_and_no_stop_and_some_lack_articles():
    heads = {text(copy("headline", seed)) for seed in range(20)}
    assert '" We Left The Half - Track , " Orlenko Told ABC' in heads
    assert '" We Left the Half - Track , " Orlenko Told ABC' in heads
    assert '" We Left Half - Track , " Orlenko Told ABC' in heads


@pytest.mark.parametrize("name", sorted(vary.SHARES))
@pytest.mark.parametrize("seed", range(5))
def test_a_copy_is_a_tree_over_the_same_words(name, seed):
    rows = copy(name, seed)
    assert [row[0] for row in rows] == [str(i) for i in range(1, len(rows) + 1)]
    heads = {row[0]: row[6] for row in rows}
    assert list(heads.values()).count("0") == 1
    if name != "names":
        words = {row[0]: row[1].lower() for row in rows} | {"0": ""}
        pairs = [(words[row[0]], words[row[6]]) for row in rows if row[3] != "PUNCT"]
        names = {str(i): word[0].lower() for i, word in enumerate(WORDS, 1)} | {"0": ""}
        known = {(names[row[0]], names[row[6]]) for row in ROWS}
        assert set(pairs) <= known


def test_every_share_is_of_a_way_that_there_is_and_every_way_has_a_share():
    assert set(vary.SHARES) == set(vary.ways([ROWS]))


def test_names_are_invented_and_the_rest_stays():
    rows = [["1", "Halmen", "Halmen", "PROPN", "NNP", "_", "0", "root", "_", "_"], *ROWS[1:2]]
    made = {vary.ways([ROWS, rows])["names"](ROWS, random.Random(k))[9][1] for k in range(20)}
    assert made == {"Orlenko", "Orlmen", "Halmen", "Halenko"}


def test_acronyms_are_shown_as_the_parser_reads_them_unless_all_is_in_capitals():
    assert vary.as_read(ROWS)[11][1] == vary.ACRONYM
    assert vary.as_read(copy("upper")) == copy("upper")


def test_the_same_treebank_gives_the_same_copies():
    sentences = [(ROWS, {})] * 200
    first = list(vary.varied(sentences, random.Random(5)))
    assert first == list(vary.varied(sentences, random.Random(5)))
    assert len({text(rows) for rows, _ in first}) > len(vary.SHARES)
