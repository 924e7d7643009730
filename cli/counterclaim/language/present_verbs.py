"""Present tenses that the parser takes for plurals: "Minister Adan confesses that rebels fled" has
no kind of confession for its subject.

Headlines and transcripts tell in the present tense, of names that no parser has met. A plural at
the root of a sentence that may be a verb in the third person, with a clause behind it that says
what, and a name or noun before it that no article holds back, is the verb of that noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.language.draft import Draft
from counterclaim.language.lemmas import verb_in_third_person
from counterclaim.language.sentence_case import is_ordinary
from counterclaim.language.tree import Word

_CLAUSES = ("ccomp", "acl", "xcomp")
_BEFORE = ("nsubj", "compound", "amod")
_NO_VERB = ("det", "case", "nmod:poss", "nummod")
_THAT = "that"


def with_present_verbs(words: Sequence[Word]) -> list[Word]:
    """The words of a sentence, a plural that says something as the verb it must be.

    Example:
        In the sentence above "confesses" is `VBZ`, "Adan" its subject, "fled" what is confessed.
    """
    draft = Draft(words)
    for first, second in _split_names(draft):
        draft.hang(second, first, "flat")
    verb = draft.root()
    clause = verb and _told(draft, verb)
    if verb and clause:
        _mend(draft, verb, clause)
    return draft.words


def _split_names(draft: Draft) -> Iterator[tuple[Word, Word]]:
    """Two words of one name that are both taken for subjects of one verb."""
    for first in draft.words[:-1]:
        second = draft.words[first.i + 1]
        subjects = first.dep == second.dep == "nsubj" and first.head == second.head
        if subjects and first.is_proper and second.is_proper:
            yield first, second


def _told(draft: Draft, verb: Word) -> Word | None:
    """The clause of what a plural says, where it may be a verb; of an infinitive, a name must say
    so: "army plans to attack" are plans."""
    if verb.tag not in ("NNS", "NNPS") or verb_in_third_person(verb.lower) is None or not verb.i:
        return None
    before, opener = draft.words[verb.i - 1], draft.next(verb)
    named = before.text[0].isupper() and not is_ordinary(before.lower)
    if draft.children(verb, *_NO_VERB) or not (named or before.is_noun) or opener is None:
        return None
    clause = next((w for w in draft.children(verb, *_CLAUSES) if w.i > verb.i), None)
    if clause is None or opener.head != clause.i:
        return None
    says = opener.lower == _THAT and draft.child(clause, "nsubj") is not None
    return clause if says or (opener.is_to and named) else None


def _mend(draft: Draft, verb: Word, clause: Word) -> None:
    before = [w for w in draft.children(verb, *_BEFORE) if w.i < verb.i]
    if before:
        named = all(w.is_proper or w.text[0].isupper() for w in before)
        head, *rest = before if named else reversed(before)
        for word in rest:
            draft.hang(word, head, *(("flat", "NNP") if named else ("compound",)))
        draft.label(head, "nsubj")
    draft.label(verb, tag="VBZ")
    draft.label(clause, "xcomp" if clause.is_base else "ccomp")
