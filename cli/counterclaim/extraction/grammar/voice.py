"""Voice: whether a verb happens to its subject, and who does it then."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.knowledge.predicates import load_words
from counterclaim.language.tree import Parse, Word


def is_misread_verb(parse: Parse, word: Word) -> bool:
    """Tell whether the verb was read as a participle of its subject: "The UN called on ..."."""
    if word.dep != "acl" or not word.is_past or word.i == 0:
        return False
    above = parse.words[word.head]
    return above.head == above.i == word.i - 1 and above.is_proper


def is_passive(parse: Parse, verb: Word) -> bool:
    """Tell "was attacked", "attacked by" from "attacked"."""
    helping = {w.lemma for w in parse.children(verb.i, "aux", "cop")}
    if is_misread_verb(parse, verb):
        return False
    if "have" in helping and not helping & {"be", "get"}:
        return False  # parsers mistake the voice more often than the auxiliary
    if parse.child(verb.i, "nsubj:pass", "aux:pass"):
        return True
    if verb.is_past_participle and parse.child(verb.i, "nsubj") and not parse.child(verb.i, "obj"):
        return bool(helping & {"be", "get"})
    bare = verb.rel in ("acl", "amod") and verb.is_past_participle
    # "Three people injured when ...": without an object such a verb has befallen its subject.
    bare = bare or (verb.is_past and verb.lemma in load_words().sets["befalling"])
    return (
        bare
        and not parse.child(verb.i, "obj")
        and (verb.rel not in ("acl", "amod") or not parse.child(verb.i, "nsubj"))
    )


def case_of(parse: Parse, word: Word) -> str:
    """The preposition of a noun: "on" for "positions" in "on Russian positions"."""
    mark = parse.child(word.i, "case")
    return mark.lower if mark else ""


def agent_of(parse: Parse, verb: Word, *beside: Word) -> Word | None:
    """The noun behind "by": "rebels" of "was taken by rebels". It may hang on a verb `beside`, as
    in "was quoted as saying by Interfax"."""
    verbs: Sequence[Word] = (verb, *beside)
    nouns = (noun for v in verbs for noun in parse.children(v.i, "obl"))
    return next((noun for noun in nouns if case_of(parse, noun) == "by"), None)
