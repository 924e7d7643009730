"""What the treebank's tags mean: a universal part of speech and features for each.

The one place that knows the tag set of the model. Rules ask words (`Word.pos`, `Word.is_finite`),
so that another language or another tagger changes this table and nothing else.
"""

from __future__ import annotations

MEANINGS = {
    "ADD": "X",
    "AFX": "X",
    "CC": "CCONJ",
    "CD": "NUM",
    "DT": "DET",
    "EX": "PRON Expletive",
    "FW": "X",
    "GW": "X",
    "HYPH": "PUNCT Hyphen",
    "IN": "ADP",
    "JJ": "ADJ",
    "JJR": "ADJ Comparative",
    "JJS": "ADJ Superlative",
    "LS": "X",
    "MD": "AUX Finite Modal",
    "NFP": "SYM",
    "NN": "NOUN Singular",
    "NNP": "PROPN Singular",
    "NNPS": "PROPN Plural",
    "NNS": "NOUN Plural",
    "PDT": "DET",
    "POS": "PART Possessive",
    "PRP": "PRON Personal",
    "PRP$": "PRON Personal Possessive",
    "RB": "ADV",
    "RBR": "ADV Comparative",
    "RBS": "ADV Superlative",
    "RP": "ADP Particle",
    "SYM": "SYM",
    "$": "SYM",
    "TO": "PART Infinitive",
    "UH": "INTJ",
    "VB": "VERB Base",
    "VBD": "VERB Finite Past",
    "VBG": "VERB Gerund",
    "VBN": "VERB Participle Past",
    "VBP": "VERB Finite Present",
    "VBZ": "VERB Finite Present Singular",
    "WDT": "PRON Relative",
    "WP": "PRON Relative",
    "WP$": "PRON Relative Possessive",
    "WRB": "ADV Relative",
}
"""Part of speech and features of each tag; every other tag is a mark."""

FINITE = {"past": "VBD", "present": "VBP", "present singular": "VBZ"}
"""The tags of finite verbs: "said", "say", "says"."""

PLURAL, NAME, GERUND, PAST_PARTICIPLE = "NNS", "NNP", "VBG", "VBN"
"""The tags of a noun in the plural, "claims", of a name, of a verb in -ing, and of "posted"."""


def _row(meaning: str) -> tuple[str, frozenset[str]]:
    pos, *features = meaning.split()
    return pos, frozenset(features)


_ROWS = {tag: _row(meaning) for tag, meaning in MEANINGS.items()}
_MARK = _row("PUNCT")


def meaning(tag: str) -> tuple[str, frozenset[str]]:
    """The universal part of speech and the features of a tag.

    ``meaning("VBD") == ("VERB", frozenset({"Finite", "Past"}))``
    """
    return _ROWS.get(tag, _MARK)
