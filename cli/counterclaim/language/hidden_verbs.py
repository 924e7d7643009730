"""Past tenses that the parser reads as participles before a noun: `Guns fell silent after the army
left the hill` as if a hill were left, though somebody is told to have left it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.language.lemmas import is_past_form, verb_in_third_person, verb_of
from counterclaim.language.tree import Word

_OPENERS = frozenset({"cc", "mark", "case"})
_CLAUSES = {"cc": "conj", "mark": "advcl", "case": "advcl"}
_PHRASE = ("N", "J", "DT", "PRP$", "CD", "VBN", "POS", "HYPH", ",")
_PREDICATES = frozenset({"root", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "conj"})


@dataclass(frozen=True, slots=True)
class _Hidden:
    """A verb, the noun that it was taken to be of, the word that opens its clause, and the verb
    above that clause."""

    verb: Word
    noun: Word
    opener: Word
    above: Word
    deed: Word | None = None
    """What somebody is accused of, where the verb accuses."""


def with_hidden_verbs(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a sentence, a participle before a noun as the verb of its own clause where it
    has a subject (`…, and the army left the hill`) or, joined to another verb, goes on with what
    somebody is accused of (`denied it and accused rebel groups of staging it`).

    Example:
        "left" is joined to the verb before it, "hill" is its object.
    """
    for found in list(_find(words)):
        words = [_rehung(w, found) for w in words]
    return [_as_present(w) if _governs_in_note(words, w) else w for w in words]


def _governs_in_note(words: Sequence[Word], word: Word) -> bool:
    """Whether a noun behind a semicolon has an object, so that it is a verb: `; claims a hit`."""
    before = words[word.i - words[0].i - 1].text if word.i > words[0].i else ""
    named = word.tag == "NNS" and word.dep in _PREDICATES and before == ";"
    return named and any(w.head == word.i and w.rel == "obj" and w.i > word.i for w in words)


def _as_present(word: Word) -> Word:
    verb = verb_in_third_person(word.lower)
    return word if verb is None else replace(word, tag="VBZ", lemma=verb)


def _find(words: Sequence[Word]) -> Iterator[_Hidden]:
    first = words[0].i if words else 0
    for w in words:
        if w.rel not in ("amod", "conj") or not is_past_form(w.lower):
            continue
        noun, subject, deed = words[w.head - first], _subject(words, w), None
        if subject is None or w.rel == "conj":
            noun, deed = _accused(words, w) or (noun, None)
        if noun.i <= w.i or (subject is None) == (deed is None):
            continue
        start = w if subject is None else _leftmost(words, subject)
        opener = words[start.i - first - 1] if start.i > first else None
        if opener is None or opener.rel not in _OPENERS or opener.head not in (noun.i, w.i):
            continue
        above = _predicate(words, words[w.head - first])
        if above is not None and above.i < opener.i and above.i != w.head:
            yield _Hidden(w, noun, opener, above, deed)


def _subject(words: Sequence[Word], verb: Word) -> Word | None:
    return next((s for s in words if s.head == verb.i and s.rel == "nsubj" and s.i < verb.i), None)


def _accused(words: Sequence[Word], verb: Word) -> tuple[Word, Word] | None:
    """Who stands behind a verb, and behind "of" what he does: `and accused the groups of staging
    it`."""
    behind = words[verb.i - words[0].i + 1 :]
    for noun, of, deed in zip(behind, behind[1:], behind[2:], strict=False):
        if of.lower == "of" and deed.tag == "VBG" and deed.rel in ("acl", "advcl"):
            return (noun, deed) if noun.tag.startswith("N") else None
        if not noun.tag.startswith(_PHRASE):
            return None
    return None


def _leftmost(words: Sequence[Word], word: Word) -> Word:
    """The first word of a phrase."""
    below = {word.i}
    while len(more := {w.i for w in words if w.head in below} | below) > len(below):
        below = more
    return words[min(below) - words[0].i]


def _predicate(words: Sequence[Word], noun: Word) -> Word | None:
    """The verb that a noun hangs on, through other nouns."""
    first, seen = words[0].i, set()
    while noun.i not in seen:
        seen.add(noun.i)
        noun = words[noun.head - first]
        if noun.tag.startswith("V") and noun.dep in _PREDICATES:
            return noun
    return None


def _rehung(word: Word, found: _Hidden) -> Word:
    verb, noun, opener = found.verb, found.noun, found.opener
    if word.i == verb.i:
        relation = _CLAUSES[opener.rel]
        helped = relation == "conj" and found.deed is not None and found.above.tag == "VBN"
        tag = "VBN" if helped else "VBD"  # "has denied it and accused"
        lemma = verb_of(word.lower, tag) or word.lemma
        return replace(word, dep=relation, head=found.above.i, tag=tag, lemma=lemma)
    if word.i == noun.i:
        tag = word.tag if word.tag.startswith("N") else "NNS"
        return replace(word, dep="obj", head=verb.i, tag=tag)
    if word.i == opener.i:
        return replace(word, dep="cc" if opener.rel == "cc" else "mark", head=verb.i)
    if found.deed is not None and word.i == found.deed.i:
        return replace(word, dep="advcl", head=verb.i)
    if word.head == noun.i and word.i < opener.i:
        return replace(word, head=verb.i)
    return word
