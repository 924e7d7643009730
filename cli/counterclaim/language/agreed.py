"""Forms that the tree tells better than the tagger: what has a subject is a verb, what is a subject
is a noun."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.language.draft import Draft
from counterclaim.language.lemmas import HAVE, is_only_noun, is_past_form
from counterclaim.language.tree import Word

_PHRASES = frozenset({"obl", "nmod"})
_OF_VERBS = ("nsubj", "aux", "ccomp", "mark", "compound")
"""What hangs on verbs, not on nouns; a compound, too: "posted by Indian media shows damage"."""
_DO = frozenset({"do", "does", "did"})
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
    draft = Draft(words)
    _mend_nouns(draft)
    _mend_compounds(draft)
    _mend_owners(draft)
    _mend_citations(draft)
    _mend_helped(draft)
    _mend_told(draft)
    return draft.words


def _mend_nouns(draft: Draft) -> None:
    """A plural that is never a verb is a noun, joined to the noun before its "and": `recorded drone
    and airstrikes`."""
    for word in draft.words[:]:
        if not (word.is_verb and is_only_noun(word.lower)):
            continue
        joint = draft.previous(word)
        noun = draft.previous(joint) if joint is not None and joint.rel == "cc" else None
        draft.label(word, tag="NNS")
        if noun is not None and noun.is_noun and word.rel == "conj":
            draft.hang(word, noun, "conj")


def _mend_told(draft: Draft) -> None:
    """A past form with a subject of its own is the past tense; what tells behind it, its subject;
    a verb that governs nothing as verbs do, a noun in the plural."""
    told, tellers = _told(draft), _tellers(draft)
    clausal = draft.heads(*_OF_VERBS, "obj", "xcomp")
    marked = {w.head for w in draft if w.rel == "case" and w.lower not in _LIKE}
    for w in draft.words[:]:
        if w.i in told:
            draft.label(w, tag="VBD")
        elif w.i in tellers:
            draft.label(w, "nsubj")
        elif w.i not in clausal and _is_plural(w, marked):
            draft.label(w, tag="NNS")


def _told(draft: Draft) -> set[int]:
    """The past forms with a subject of their own; of a fragment, those that govern something."""
    told = set()
    for w in draft:
        verb = draft.head(w)
        if w.dep == "nsubj" and w.i < verb.i and _may_tell(verb) and verb.dep in _CLAUSES:
            told.add(verb.i)
    told -= draft.heads("aux", "cop", "nsubj:pass")
    ends = bool(draft.words) and draft.words[-1].text == "."
    return told if ends else told & draft.heads("obj", "ccomp", "xcomp")


def _mend_owners(draft: Draft) -> None:
    """A name with "'s" that was taken for the subject of the noun behind it is its owner: `the
    governor's fear that rebels will come`."""
    ends = {w.head for w in draft if w.tag == "POS"}
    ends |= {w.head for w in draft if w.i in ends and w.dep == "flat"}
    for w in draft.words[:]:
        if w.i in ends and w.dep == "nsubj" and draft.head(w).is_noun:
            draft.label(w, "nmod:poss")


def _mend_helped(draft: Draft) -> None:
    """What has an auxiliary is a verb: `did not down a plane`; `have left Lor`, read as a Lor that
    is left."""
    helpers = {w.head: w.lower for w in draft if w.dep == "aux"}
    for verb in draft.words[:]:
        helper = helpers.get(verb.i)
        if helper in _DO and not verb.is_verb:
            draft.label(verb, tag="VB")
        elif helper in HAVE and verb.tag == "VBN" and verb.rel == "amod" and verb.i < verb.head:
            noun = draft.head(verb)
            draft.hang(verb, None if noun.head == noun.i else draft.head(noun), noun.dep)
            draft.hang(noun, verb, "obj")


def _mend_citations(draft: Draft) -> None:
    """Whoever something is "according to" hangs on its verb, not on the noun before him: `Rebels,
    according to the army, fled` are not rebels of the army."""
    cited = {w.head for w in draft if w.dep == "case" and w.lower == "according"}
    for w in [w for w in draft if w.i in cited and w.dep == "nmod"]:
        verb = draft.head(w)
        while not verb.is_verb and verb.head != verb.i:
            verb = draft.head(verb)
        if verb.is_verb:
            draft.hang(w, verb, "obl")


def _mend_compounds(draft: Draft) -> None:
    """A past form between a hyphen and the noun that was taken for its object is an adjective:
    `strikes against Iran-backed rebels` are against rebels."""
    for at in range(2, len(draft.words)):
        name, _, verb = draft.words[at - 2 : at + 1]
        if verb.tag not in {"VBD", "VBN"} or not _is_bound(draft.words, at):
            continue
        noun = next((w for w in draft.children(verb) if w.dep == "obj" and w.i > at), None)
        if noun is not None:
            _describe(draft, name, verb, noun)


def _describe(draft: Draft, name: Word, verb: Word, noun: Word) -> None:
    """Read `name-verb` as an adjective of `noun`, which stands where `name` stood."""
    for word in (*draft.children(name), *draft.children(verb)):
        if word.head == name.i or not word.is_hyphen:
            draft.hang(word, noun)
    if name.head in (name.i, verb.i):
        draft.hang(noun, draft.head(verb) if verb.head != verb.i else None, verb.dep)
    else:
        draft.hang(noun, draft.head(name), name.dep)
    draft.hang(verb, noun, "amod", tag="VBN")
    draft.hang(name, verb, "compound")


def _is_bound(words: Sequence[Word], at: int) -> bool:
    """Whether a hyphen ties a word to the name before it, without a blank on either side."""
    name, mark, word = words[at - 2 : at + 1]
    return mark.is_hyphen and name.end == mark.start and mark.end == word.start and name.is_noun


def _tellers(draft: Draft) -> set[int]:
    """The nouns behind a past tense without a subject that has its clause before it: who tells
    stands behind it, whatever the parser takes him for (`Jets hit the port, said the worker`)."""
    before = {w.head for w in draft if w.rel == "ccomp" and w.i < w.head}
    before -= draft.heads("nsubj", "expl")
    behind: dict[int, int] = {}
    for w in draft:
        verb = draft.head(w)
        noun = w.rel in {"xcomp", "obj"} and w.is_noun and w.i > verb.i
        if noun and verb.tag == "VBD" and verb.i in before:
            behind.setdefault(verb.i, w.i)
    return set(behind.values())


def _may_tell(word: Word) -> bool:
    """Whether a word is a past form, whatever the tagger takes it for ("withdrew", "overran")."""
    return word.tag == "VBN" or (not word.is_verb and is_past_form(word.lower))


def _is_plural(word: Word, marked: set[int]) -> bool:
    """Whether a word that governs nothing as verbs do is the plural that it is told as."""
    noun = word.rel == "nsubj" or (word.rel in _PHRASES and word.i in marked)
    return noun and word.tag == "VBZ" and word.lower.endswith("s")
