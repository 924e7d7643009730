"""Voice: whether a verb happens to its subject, and who does it then."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.knowledge.predicates import load_words
from counterclaim.language.tree import Parse, Word, asked_once


def is_misread_verb(parse: Parse, word: Word) -> bool:
    """Tell whether the verb was read as a participle of its subject: "The UN called on ..."."""
    if word.dep != "acl" or not word.is_past or word.i == 0:
        return False
    above = parse.words[word.head]
    return above.head == above.i == word.i - 1 and above.is_proper


@asked_once
def is_passive(parse: Parse, verb: Word) -> bool:
    """Tell "was attacked", "attacked by" from "attacked"."""
    if is_misread_verb(parse, verb) or _is_perfect(parse, verb):
        return False
    return _has_passive_helper(parse, verb) or _is_bare_passive(parse, verb)


def _is_perfect(parse: Parse, verb: Word) -> bool:
    """Whether "have" helps alone: parsers mistake the voice more often than the auxiliary."""
    helping = {w.lemma for w in parse.children(verb.i, "aux", "cop")}
    return "have" in helping and not helping & {"be", "get"}


def _has_passive_helper(parse: Parse, verb: Word) -> bool:
    """Tell "was attacked", "got attacked" from a bare "attacked", which may be either voice."""
    if parse.child(verb.i, "nsubj:pass", "aux:pass"):
        return True
    helped = any(w.lemma in ("be", "get") for w in parse.children(verb.i, "aux", "cop"))
    takes = parse.child(verb.i, "nsubj") is not None and parse.child(verb.i, "obj") is None
    return verb.is_past_participle and helped and takes


def _is_bare_passive(parse: Parse, verb: Word) -> bool:
    """Whether a past form without helper and object befalls its noun: `the men held there`, or,
    of some verbs, its subject: `Three people injured when …`."""
    if not verb.is_past or parse.child(verb.i, "obj") is not None:
        return False
    describes = verb.rel in ("acl", "amod")
    befalls = verb.lemma in load_words().sets["befalling"]
    if parse.child(verb.i, "nsubj") is not None:
        headed = verb.is_finite or (verb.rel == "root" and parse.child(verb.i, "aux") is None)
        return (befalls and headed and not describes) or _shares_helper(parse, verb)
    return befalls or (describes and verb.is_past_participle)


def _shares_helper(parse: Parse, verb: Word) -> bool:
    """Whether a participle goes on with the helper of the verb before: `One was killed and six
    others wounded`."""
    above = parse.head(verb)
    bare = verb.is_past_participle and parse.child(verb.i, "aux", "cop") is None
    return bare and verb.rel == "conj" and above is not None and is_passive(parse, above)


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
