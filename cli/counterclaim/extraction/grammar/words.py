"""What several rules ask of words: what opens a phrase, negations, the marks that set one off."""

from __future__ import annotations

from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.entries import role_words
from counterclaim.knowledge.lexicon import listed, word_class
from counterclaim.language.tree import Word

DASHES = ("-", "–", "—")
PAUSES = (",", *DASHES)
CITING = listed("citing")
OPENING = ("“", '"', "«", "''", "``", "‘")  # marks of quotation
CLOSING = (*PAUSES, ":", ";", ")", "]")
_NOMINAL = ("DET", "PRON", "NUM", "ADJ", "NOUN", "PROPN")


def opens_noun_phrase(word: Word) -> bool:
    """Whether a noun phrase may begin with a word: `the`, `they`, `three`, `heavy`, `troops`."""
    return word.pos in _NOMINAL and not word.is_relative


def opens_new_phrase(word: Word) -> bool:
    """Whether a noun phrase begins with a word that never goes on with one: `the`, `they`."""
    return word.pos in ("DET", "PRON") and not word.is_relative


def in_noun_phrase(word: Word) -> bool:
    """Whether a word may stand anywhere in a noun phrase with its prepositions."""
    return word.pos in _NOMINAL or word.is_preposition or word.is_genitive or word.is_hyphen


def in_name(word: Word) -> bool:
    """Whether a word may stand in a noun phrase without prepositions: `Kyiv's two teams`."""
    joins = word.is_conjunction or word.is_genitive or word.is_hyphen
    return joins or (word.pos in _NOMINAL and word.pos != "PRON")


def is_lone_name(before: list[Word]) -> bool:
    """`Kyiv denied reports`: an unknown name that opens a sentence is easily taken for an
    adjective; real ones (`Russian reported losses`) show by their endings."""
    if len(before) != 1 or not before[0].is_adjective or not before[0].text[:1].isupper():
        return False
    return not before[0].lower.endswith(tuple(word_class("adjective_endings")))


def is_of_people(word: Word) -> bool:
    """Whether a word with a capital is of a people and names nobody: `Russian`, `Turkish`."""
    return word.text[:1].isupper() and word.lower.endswith(tuple(word_class("people_endings")))


def is_pointer(word: Word) -> bool:
    """Whether a word alone names nothing: `this`, `three`, `which`, `there`."""
    return word.is_determiner or word.is_number or word.is_relative or word.is_expletive


def is_mention(word: Word) -> bool:
    """Whether a word names by itself: a word of a name, or "they"."""
    return word.is_proper or word.is_pronoun


def is_somebody(word: Word) -> bool:
    """Whether a word stands for people or a body: a name, "she", "the commander", "residents"."""
    return is_mention(word) or word.lemma in cue_words("voices") | role_words()


def opens_adjunct(word: Word) -> bool:
    """Whether when, where or how may begin with a word: `on Sunday`, `later`."""
    return word.is_preposition or word.is_adverb


def is_that(word: Word) -> bool:
    """Whether a word is the "that" of a clause, and points at nothing."""
    opens = word.is_preposition or word.is_relative or word.rel == "mark"
    return word.lower == "that" and opens


def leads_phrase(word: Word) -> bool:
    """Whether a word before a noun phrase is none of it: a preposition, "and", an adverb, a mark
    that is no bracket."""
    links = word.is_preposition or word.is_conjunction or word.is_genitive or word.is_adverb
    asks = word.is_wh and not word.is_relative
    return links or asks or (word.pos == "PUNCT" and word.text not in "([" and not word.is_hyphen)
