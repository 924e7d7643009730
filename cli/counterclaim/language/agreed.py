"""Forms that the tree tells better than the tagger: what has a subject is a verb, what is a subject
is a noun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.language.lemmas import is_past_form, verb_of
from counterclaim.language.tree import Word

_PHRASES = frozenset({"obl", "nmod"})
_OF_VERBS = frozenset({"nsubj", "aux", "ccomp", "mark", "compound"})
"""What hangs on verbs, not on nouns; a compound, too: "posted by Indian media shows damage"."""
_DO = frozenset({"do", "does", "did"})
_HAVE = frozenset({"has", "have", "had"})
_LIKE = frozenset({"as", "than"})
_CLAUSES = frozenset({"root", "ccomp", "conj", "parataxis", "advcl"})


def with_agreed_forms(words: Sequence[Word]) -> list[Word]:
    """The words of a sentence, a participle that has a subject of its own and no auxiliary as the
    past tense it must be (`Rebels seized the town.`), a present tense that is a subject or an
    object as the plural it must be (`said by aides`), a noun that tells as the subject it must be.

    Example:
        "seized" is `VBD` in "Rebels seized Lyman"; "hurt" stays a participle in "Three people hurt
        in a blast", of which they are what it befell, and in "The army was beaten and hurt".
    """
    words = _with_helped(_with_citations(_with_owners(_with_compounds(words))))
    first = words[0].i if words else 0
    told = set()
    for w in words:
        verb = words[w.head - first]
        if w.dep == "nsubj" and w.i < verb.i and _may_tell(verb) and verb.dep in _CLAUSES:
            told.add(verb.i)
    helped = {w.head for w in words if w.rel in {"aux", "cop"} or w.dep == "nsubj:pass"}
    governs = {w.head for w in words if w.rel in {"obj", "ccomp", "xcomp"}}
    ends = bool(words) and words[-1].text == "."
    told = {i for i in told - helped if ends or i in governs}
    clausal = {w.head for w in words if w.rel in _OF_VERBS} | governs
    marked = {w.head for w in words if w.rel == "case" and w.lower not in _LIKE}
    told_by = _inverted(words, first)
    return [
        _as_past(w)
        if w.i in told
        else replace(w, dep="nsubj")
        if w.i in told_by
        else _as_plural(w, marked)
        if w.i not in clausal
        else w
        for w in words
    ]


def _with_owners(words: Sequence[Word]) -> Sequence[Word]:
    """The words, a name with "'s" that was taken for the subject of the noun behind it as the owner
    that it is: `the governor's fear that rebels will come`."""
    first = words[0].i if words else 0
    ends = {w.head for w in words if w.tag == "POS"}
    marked = ends | {w.head for w in words if w.i in ends and w.dep == "flat"}
    return [
        replace(w, dep="nmod:poss")
        if w.i in marked and w.dep == "nsubj" and words[w.head - first].tag.startswith("NN")
        else w
        for w in words
    ]


def _with_helped(words: Sequence[Word]) -> Sequence[Word]:
    """The words, what has an auxiliary as the verb that it must be: `did not down a plane`; `have
    left Lor`, read as a Lor that is left."""
    first = words[0].i if words else 0
    helpers = {w.head: w.lower for w in words if w.dep == "aux"}
    out = list(words)
    for verb in words:
        helper = helpers.get(verb.i)
        if helper in _DO and not verb.is_verb:
            out[verb.i - first] = replace(verb, tag="VB", lemma=verb.lower)
        elif helper in _HAVE and verb.tag == "VBN" and verb.rel == "amod" and verb.i < verb.head:
            noun = words[verb.head - first]
            above = verb.i if noun.head == noun.i else noun.head
            out[verb.i - first] = replace(verb, dep=noun.dep, head=above)
            out[noun.i - first] = replace(noun, dep="obj", head=verb.i)
    return out


def _with_citations(words: Sequence[Word]) -> Sequence[Word]:
    """The words, whoever something is "according to" below its verb instead of the noun before him:
    `Rebels, according to the army, fled` are not rebels of the army."""
    first = words[0].i if words else 0
    cited = {w.head for w in words if w.dep == "case" and w.lower == "according"}

    def verb_above(word: Word) -> Word:
        above = words[word.head - first]
        return above if above.is_verb or above.i == word.i else verb_above(above)

    return [
        replace(w, dep="obl", head=verb_above(w).i)
        if w.i in cited and w.dep == "nmod" and verb_above(w).is_verb
        else w
        for w in words
    ]


def _with_compounds(words: Sequence[Word]) -> Sequence[Word]:
    """The words, a past form between a hyphen and the noun that was taken for its object as the
    adjective it is: `strikes against Iran-backed rebels` are against rebels."""
    for at in range(2, len(words)):
        verb, name = words[at], words[at - 2]
        if verb.tag not in {"VBD", "VBN"} or not _is_bound(words, at):
            continue
        noun = next((w for w in words[at + 1 :] if w.head == verb.i and w.dep == "obj"), None)
        if noun is None:
            continue
        words = [_rehung(w, name, verb, noun) for w in words]
    return words


def _is_bound(words: Sequence[Word], at: int) -> bool:
    """Whether a hyphen ties a word to the name before it, without a blank on either side."""
    name, mark, word = words[at - 2 : at + 1]
    return mark.is_hyphen and name.end == mark.start and mark.end == word.start and name.is_noun


def _rehung(word: Word, name: Word, verb: Word, noun: Word) -> Word:
    """A word of a sentence where `name-verb` is an adjective of `noun`, which stands for `name`."""
    if word.i == noun.i:
        own = name.head if name.head not in (name.i, verb.i) else verb.head
        return replace(word, head=own, dep=name.dep if own == name.head else verb.dep)
    if word.i == verb.i:
        return replace(word, tag="VBN", dep="amod", head=noun.i)
    if word.i == name.i:
        return replace(word, dep="compound", head=verb.i)
    belongs = word.head == name.i or (word.head == verb.i and not word.is_hyphen)
    return replace(word, head=noun.i) if belongs and word.i != word.head else word


def _inverted(words: Sequence[Word], first: int) -> set[int]:
    """The nouns behind a past tense without a subject that has its clause before it: who tells
    stands behind it, whatever the parser takes him for (`Jets hit the port, said the worker`)."""
    subjects = {w.head for w in words if w.rel in {"nsubj", "expl"}}
    before = {w.head for w in words if w.rel == "ccomp" and w.i < w.head}
    behind: dict[int, int] = {}
    for w in words:
        verb = words[w.head - first]
        noun = w.rel in {"xcomp", "obj"} and w.tag.startswith("NN") and w.i > verb.i
        if noun and verb.tag == "VBD" and verb.i in before - subjects:
            behind.setdefault(verb.i, w.i)
    return set(behind.values())


def _may_tell(word: Word) -> bool:
    """Whether a word is a past form, whatever the tagger takes it for ("withdrew", "overran")."""
    return word.tag == "VBN" or (not word.is_verb and is_past_form(word.lower))


def _as_past(word: Word) -> Word:
    return replace(word, tag="VBD", lemma=verb_of(word.lower, "VBD") or word.lemma)


def _as_plural(word: Word, marked: set[int]) -> Word:
    """A word that governs nothing as verbs do, as the plural that it is where it is told of."""
    noun = word.rel == "nsubj" or (word.rel in _PHRASES and word.i in marked)
    plural = noun and word.tag == "VBZ" and word.lower.endswith("s")
    return replace(word, tag="NNS") if plural else word
