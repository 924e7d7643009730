"""Numbers that stand alone for what was named before: "Six were pulled out", "over 60 of these".

    >>> [(q.what, q.low) for q in bare_numbers(parse_text("Two vans fled. One of them was hit."))]
    [('vehicles', 1)]

What is counted is named behind "of", else by the last counted noun before the number, of this
sentence or the two before it. A bare number that did or suffered something and goes back to nothing
counts people.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extraction.grammar.conditions import CONDITIONS
from counterclaim.extraction.grammar.numbers import parse_number
from counterclaim.extraction.grammar.voice import case_of
from counterclaim.extraction.quantities.counting import made, read_interval
from counterclaim.extraction.quantities.lexicon import lexicon, lowered
from counterclaim.extraction.quantities.outcomes import toll_named
from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Quantity

_SENTENCES_BACK = 2
"""How far back a bare number points: as far as a pronoun does."""

_YEARS = range(1900, 2100)


def bare_numbers(parse: Parse) -> Iterator[Quantity]:
    """The numbers of a text that have no noun of their own, in text order."""
    for word in parse.words:
        if not _is_bare(parse, word):
            continue
        what = _counted(parse, word)
        floor = parse.sentences[word.sentence].start
        got = read_interval(lowered(parse.text), word.start, word.end, floor) if what else None
        if what is None or got is None:
            continue
        yield made(parse.text, what, (got.span[0], word.end), (got.low, got.high))


def _is_bare(parse: Parse, word: Word) -> bool:
    """Whether a number takes part in what a verb tells, or says how large a figure is; no years,
    no shares ("one in five")."""
    value = parse_number(word.lower)
    if value is None or parse.child(word.i, "nummod", "compound", "amod", "appos"):
        return False
    of = parse.child(word.i, "nmod")
    if of is not None and (case_of(parse, of) != "of" or _is_best_of(parse, of)):
        return False
    if (value == 1 or value in _YEARS) and of is None:
        return False
    head = parse.head(word)
    if head is None:
        return False
    if word.rel == "nsubj":
        return True
    if word.rel == "obj":
        return of is not None
    figure = word_class("setting_a_figure") if word.rel == "obl" else word_class("figures_of")
    return (
        word.rel in ("obl", "nmod")
        and head.lemma in figure
        and case_of(parse, word) in ("at", "of")
    )


def _is_best_of(parse: Parse, of: Word) -> bool:
    """`one of the worst sieges`: a word of praise or blame that counts nothing."""
    return any(CONDITIONS["superlative"](parse, w) for w in parse.children(of.i, "amod"))


def _counted(parse: Parse, word: Word) -> str | None:
    """What a number is filed under, None where nothing says what it counts. A number without "of"
    behind things just named may count these or people."""
    of = parse.child(word.i, "nmod")
    if of is not None and of.is_noun:
        return lexicon().nouns.get(of.lower, of.lemma.lower()) if of.is_plural else None
    if word.rel == "obl":
        return toll_named(lowered(parse.text), _reach(parse, word), word.start)
    if of is not None and of.lower in word_class("counted_before"):
        told = None if of.is_relative else _named_before(parse, word, told=True)
        return told or _named_before(parse, word)
    before = _named_before(parse, word, counted=word.rel == "nmod")
    if before is not None and before not in lexicon().people_keys:
        return None
    return "people" if word.rel == "nsubj" else before


def _named_before(
    parse: Parse, word: Word, *, counted: bool = False, told: bool = False
) -> str | None:
    """What the last noun of people or things before a number is filed under, if `counted` the last
    that has a number, too, if `told` the last that a verb tells of: the raids in "claimed raids in
    two provinces"."""
    for noun in reversed(parse.within(_reach(parse, word), word.start)):
        what = lexicon().nouns.get(noun.lower)
        if counted and parse.child(noun.i, "nummod") is None:
            continue
        if told and noun.rel not in ("nsubj", "obj"):
            continue
        if noun.is_noun and noun.is_plural and what is not None:
            return what
    return None


def _reach(parse: Parse, word: Word) -> int:
    return parse.sentences[max(0, word.sentence - _SENTENCES_BACK)].start
