"""What a text says of a person beside a name: an apposition, who does what, who is what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from counterclaim.extraction.grammar.spans import noun_phrase
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.people import office_by_verb
from counterclaim.knowledge.phrases import words as listed
from counterclaim.knowledge.sides import load_sides
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_ENDS = frozenset(",;:.()-–—")
_BODIES = ("organisation_words", "bare_state", "bare_rebel", "tails", "local_offices", "officials",
           "private_bodies", "branches")  # fmt: skip


def told_of(parse: Parse, span: Span) -> Iterator[tuple[str, Span]]:
    """What is said of somebody at a mention, as words that may stand behind the name, with where
    they stand.

    Example:
        Of `Koval` in `Koval, who commands a battalion of marines, said` it gives `commander of a
        battalion of marines`; so it does in `Koval commands a battalion of marines`, and in `The
        mayor, Koval, said` it gives `The mayor`.
    """
    words = parse.within(*span)
    yield from _behind(parse, words[-1])
    head = parse.top(*span)
    if head is None:
        return
    above = parse.head(head)
    if above is None or above.sentence != head.sentence:
        return
    if head.rel == "appos" and above.end <= span[0]:
        yield _before(parse, above, span[0])
    elif head.rel == "nsubj" and above.is_noun and parse.child(above.i, "cop"):
        start, end = noun_phrase(parse, above, head)
        yield parse.text[start:end], (start, end)
    elif head.rel == "nsubj" and above.is_verb:
        yield from _by_verb(parse, above, parse.behind(above))


def _behind(parse: Parse, last: Word) -> Iterator[tuple[str, Span]]:
    """`installed by Moscow`, `who was installed by Moscow`, `who heads the council`, `whose brigade
    holds the town`."""
    rest = parse.behind(last)
    rest = rest[1:] if rest and rest[0].text == "," else rest
    if not rest:
        return
    clause = rest[0].lower in word_class("of_somebody")
    rest = rest[1:] if clause else rest
    while clause and rest and (rest[0].rel in ("aux", "aux:pass", "cop") or rest[0].is_adverb):
        rest = rest[1:]
    tied = load_sides().ties | listed("close_to", "breaks") - word_class("clause_openers")
    if rest and rest[0].lower in tied:
        yield _until_end(parse, "", rest)
    elif clause and rest:
        yield from _by_verb(parse, rest[0], rest[1:])


def _by_verb(parse: Parse, verb: Word, rest: list[Word]) -> Iterator[tuple[str, Span]]:
    """The office of who does this, with the body it is an office of: `serves in a drone unit`, not
    `leads an attack`."""
    office = office_by_verb(verb.lemma)
    if office is None or not rest:
        return
    before = f"{office} of "
    if rest[0].is_preposition:
        if rest[0].lower not in word_class("in_office"):
            return
        before, rest = "" if rest[0].lower == "as" else before, rest[1:]
    words, where = _until_end(parse, before, rest) if rest else ("", (0, 0))
    head = parse.top(*where) if words else None
    if head is not None and (head.is_proper or {head.lower, head.lemma} & listed(*_BODIES)):
        yield words, where


def _before(parse: Parse, noun: Word, name: int) -> tuple[str, Span]:
    """What stands before a name in apposition: `The mayor of Lod` of `The mayor of Lod, Koval`,
    though a parser may hang the name on the town."""
    while noun.rel == "nmod" and (above := parse.head(noun)) is not None and above.i < noun.i:
        noun = above
    start, _ = noun_phrase(parse, noun)
    end = parse.words_before(name)[-1].end
    text = parse.text[start:end].rstrip(" ,")
    return text, (start, start + len(text))


def _until_end(parse: Parse, before: str, words: list[Word]) -> tuple[str, Span]:
    """The words up to the end of their clause, behind others."""
    last = words[-1]
    for word, following in pairwise(words):
        if following.text in _ENDS or following.is_finite:
            last = word
            break
    span = (words[0].start, last.end)
    return before + parse.text[slice(*span)], span
