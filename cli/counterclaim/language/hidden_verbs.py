"""Past tenses that the parser reads as participles before a noun: `Guns fell silent after the army
left the hill` as if a hill were left, though somebody is told to have left it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.language.draft import Draft
from counterclaim.language.lemmas import is_past_form, verb_in_third_person
from counterclaim.language.tree import Word

_CLAUSES = {"cc": "conj", "mark": "advcl", "case": "advcl"}
"""What a clause is to the verb above it, by the word that opens it."""
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
    draft = Draft(words)
    for found in list(_find(draft)):
        _mend(draft, found)
    _mend_root(draft)
    for word in words:
        if _governs_in_note(draft, word):
            draft.label(word, tag="VBZ")
    return draft.words


def _governs_in_note(draft: Draft, word: Word) -> bool:
    """Whether a noun behind a semicolon has an object, so that it is a verb: `; claims a hit`."""
    before = draft.previous(word)
    named = word.tag == "NNS" and word.dep in _PREDICATES and before and before.text == ";"
    if not named or verb_in_third_person(word.lower) is None:
        return False
    return any(w.i > word.i for w in draft.children(word, "obj"))


def _find(draft: Draft) -> Iterator[_Hidden]:
    for verb in draft:
        if verb.rel not in ("amod", "conj") or not is_past_form(verb.lower):
            continue
        subject = next((s for s in draft.children(verb, "nsubj") if s.i < verb.i), None)
        noun, deed = draft.head(verb), None
        if subject is None or verb.rel == "conj":
            noun, deed = _accused(draft, verb) or (noun, None)
        if noun.i <= verb.i or (subject is None) == (deed is None):
            continue
        start = verb if subject is None else _leftmost(draft, subject)
        opener = draft.previous(start)
        if opener is None or opener.rel not in _CLAUSES or opener.head not in (noun.i, verb.i):
            continue
        above = _predicate(draft, draft.head(verb))
        if above is not None and above.i < opener.i and above.i != verb.head:
            yield _Hidden(verb, noun, opener, above, deed)


def _mend_root(draft: Draft) -> None:
    """`Lor published letters showing it.`: what has a subject and stands before the root is the
    sentence's verb, and the root its object."""
    noun = draft.root()
    verb = next(
        (w for w in draft if noun is not None and w.head == noun.i and _acts(draft, w)), None
    )
    if noun is None or verb is None or not noun.tag.startswith("N"):
        return
    kept = {"det", "amod", "compound", "nmod", "nummod", "acl", "acl:relcl", "appos", "conj", "cc"}
    for word in draft.children(noun):
        if word.i < verb.i or word.rel not in kept:
            draft.hang(word, verb)
    draft.hang(verb, None, "root", tag="VBD")
    draft.hang(noun, verb, "obj")


def _acts(draft: Draft, word: Word) -> bool:
    """Whether a past form read as a participle before its noun has a subject right before it."""
    subject = draft.child(word, "nsubj")
    read = word.rel == "amod" and is_past_form(word.lower) and word.i < word.head
    return read and subject is not None and subject.i == word.i - 1


def _accused(draft: Draft, verb: Word) -> tuple[Word, Word] | None:
    """Who stands behind a verb, and behind "of" what he does: `and accused the groups of staging
    it`."""
    behind = draft.words[verb.i + 1 :]
    for noun, of, deed in zip(behind, behind[1:], behind[2:], strict=False):
        if of.lower == "of" and deed.tag == "VBG" and deed.rel in ("acl", "advcl"):
            return (noun, deed) if noun.tag.startswith("N") else None
        if not noun.tag.startswith(_PHRASE):
            return None
    return None


def _leftmost(draft: Draft, word: Word) -> Word:
    """The first word of a phrase."""
    below = {word.i}
    while len(more := {w.i for w in draft if w.head in below} | below) > len(below):
        below = more
    return draft.words[min(below)]


def _predicate(draft: Draft, noun: Word) -> Word | None:
    """The verb that a noun hangs on, through other nouns."""
    while noun.dep != "root":
        noun = draft.head(noun)
        if noun.tag.startswith("V") and noun.dep in _PREDICATES:
            return noun
    return None


def _mend(draft: Draft, found: _Hidden) -> None:
    verb, noun, opener = found.verb, found.noun, found.opener
    for word in draft.children(noun):
        if word.i < opener.i:
            draft.hang(word, verb)
    if found.deed is not None:
        draft.hang(found.deed, verb, "advcl")
    draft.hang(opener, verb, "cc" if opener.rel == "cc" else "mark")
    draft.hang(noun, verb, "obj", tag="" if noun.tag.startswith("N") else "NNS")
    relation = _CLAUSES[opener.rel]
    helped = relation == "conj" and found.deed is not None and found.above.tag == "VBN"
    tag = "VBN" if helped else "VBD"  # "has denied it and accused"
    draft.hang(verb, found.above, relation, tag)
