"""Sentences that the parser reads without a finite verb, and the verb they have lost.

English past tenses and past participles look alike, and after an apposition the parser takes the
one for the other: in "Unifil, the peacekeeping force, accused the army of firing." it sees a
force that is accused, and a sentence about nothing. A full sentence has a finite verb; so where
none is found, each participle is tried with the auxiliary that makes it one ("had accused").
Verbs that are nouns too ("the rebels claim to have", "Rwanda denies") are found the same way. What
stands before "that" and was taken for a name or a noun ("Koval echoed that …", "officials caution
that …") is tried as the verb that goes with "that" most: "said", "say".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.language.lemmas import (
    HAVE,
    is_only_verb,
    is_past_form,
    verb_in_third_person,
    verb_of,
)
from counterclaim.language.tree import Word

_OPENING = {"DT", "CD", "PRP$", "PRP", "NN", "NNS", "NNP", "JJ"}
_FEWEST = 5
_TRIES = 3
_PAST, _MANY, _ONE = "had", "do", "now"
_TAGS = {_PAST: "VBD", _MANY: "VBP", _ONE: "VBZ", "said": "VBD", "say": "VBP", "says": "VBZ"}
_CLAUSE = frozenset({"that", "whether", "how", "why"})
_ENDS = frozenset({".", ","})
"""How a full sentence ends, and one that is quoted before who says it; of the latter a participle
may be the verb where it has an object, for a fragment is quoted as well."""
_SPEAKERS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})


@dataclass(frozen=True, slots=True)
class Lost:
    """A word that may be the finite verb of its sentence, and the helper that would show it, or,
    of one that the parser cannot take for a verb, a verb in its place."""

    position: int
    helper: str
    replaced: bool = False

    @property
    def tag(self) -> str:
        """The tag of the verb without its helper."""
        return _TAGS[self.helper]

    @property
    def shown(self) -> int:
        """Where the verb stands in the sentence that is tried."""
        return self.position + (not self.replaced)


def lost_verbs(words: Sequence[Word]) -> list[Lost]:
    """What may be the verb of a sentence without one: its participles (at most three), or its
    main noun where an infinitive follows (`the rebels claim to have …`) or another noun stands
    before a plural (`Rwanda denies …`, `the envoy, Ana Lys, calls for …`), whatever is no verb
    before a "that", and a noun before an adjective and another noun (`the rebels shot dead a
    guard`). Nothing for a sentence that has its verb; of headlines and fragments, which end without
    a full stop, only the last of these.

    Example:
        `[Lost(3, "had")]` if "The mayor, Holub, accused the army." is read as "Holub whom the army
        accused".
    """
    root = next((w for w in words if w.dep == "root"), None)
    if len(words) < _FEWEST or root is None:
        return []
    if words[-1].text not in _ENDS:
        return [] if _has_verb(words, root) else _in_headline(words, root)
    at, said = root.i - words[0].i, _before_that(words)
    if _has_verb(words, root):
        opened = (
            said is not None and words[said.position + 1].head == root.i > words[said.position].i
        )
        return [said] if said is not None and (opened or root.lower in HAVE) else []
    whole = words[-1].text == "."
    governs = {w.head for w in words if w.dep == "obj"}
    participles = [
        Lost(k, _PAST)
        for k, w in enumerate(words)
        if k
        and w.tag in {"VBN", "VBD"}
        and w.dep in {"amod", "acl", "conj"}
        and (whole or w.i in governs)
        and not any(c.head == w.i and c.rel in {"aux", "mark"} for c in words)
    ]
    nouns = [said] if said is not None else []
    if at > 0 and is_only_verb(root.text) and words[at - 1].tag in {"NNS", "NNPS"}:
        nouns.append(Lost(at, "say", replaced=True))
    elif root.tag == "NN" and at > 0 and words[at + 1].tag == "TO":
        nouns.append(Lost(at, _MANY))
    elif root.tag == "NNS" and at > 0 and words[at - 1].tag.startswith("NN"):
        nouns.append(Lost(at, _ONE))
    return [
        *nouns,
        *_behind_apposition(words, root),
        *_before_adjective(words),
        *participles[:_TRIES],
    ]


def _in_headline(words: Sequence[Word], root: Word) -> list[Lost]:
    """What may be the verb of a headline without one: nouns before adjectives, and a plural between
    a name and a number or an article (`Canada sanctions 8 officials`)."""
    at = root.i - words[0].i
    behind = words[at + 1 : at + 2]
    plural = root.tag == "NNS" and at > 0 and words[at - 1].tag in {"NNP", "NN"}
    opened = bool(behind) and behind[0].tag in {"CD", "DT", "PRP$"}
    told = [Lost(at, "says", replaced=True)] if plural and opened else []
    return [*told, *_before_adjective(words)]


def _behind_apposition(words: Sequence[Word], root: Word) -> list[Lost]:
    """A present tense behind the comma that ends an apposition of the one it would stand beside, be
    it taken for a plural: "The envoy, Ana Lys, calls for calm"."""
    if root.tag not in {"NN", "NNP"} or not any(w.rel == "appos" for w in words):
        return []
    return [
        Lost(k, "says", replaced=True)
        for k, w in enumerate(words)
        if w.tag in {"NNS", "VBZ"}
        and w.head == root.i < w.i
        and words[k - 1].text == ","
        and verb_in_third_person(w.lower) is not None
    ]


def _before_adjective(words: Sequence[Word]) -> list[Lost]:
    """Nouns before an adjective that belongs to what follows or to nothing: they may be verbs
    ("Rebels shot dead a guard", "cut short the talks")."""
    threes = zip(words, words[1:], words[2:], strict=False)
    return [
        Lost(k, _PAST)
        for k, (noun, adjective, behind) in enumerate(threes)
        if k and noun.tag == "NN" and adjective.tag == "JJ" and behind.tag in _OPENING
    ]


def _before_that(words: Sequence[Word]) -> Lost | None:
    """The first word before a clause, if it is no verb but may be one: behind a noun or "has"."""
    at = next((k for k, w in enumerate(words[2:-2], 2) if w.lower in _CLAUSE), 0) - 1
    if (
        at < 1
        or words[at].is_verb
        or words[at].text != words[at].lower
        or not words[at].text.isalpha()
    ):
        return None
    verb, before = words[at].lower, words[at - 1]
    if is_past_form(verb):
        told = before.tag in {*_SPEAKERS, "JJ"} or before.lower in HAVE
        return Lost(at, "said", replaced=True) if told else None
    if verb.endswith("s") and before.tag in {"NN", "NNP"}:
        return Lost(at, "says", replaced=True)
    return Lost(at, "say", replaced=True) if before.tag in {"NNS", "NNPS"} else None


def _has_verb(words: Sequence[Word], root: Word) -> bool:
    """Whether the root is a verb or has one (`Torske is ours.`)."""
    below = [w for w in words if w.head == root.i and w.i != root.i]
    return root.is_verb or any(w.rel in {"cop", "aux", "expl"} for w in below)


def is_verb_of(words: Sequence[Word], position: int) -> bool:
    """Whether the word at `position` is read as the sentence's verb, with a subject."""
    verb = words[position]
    return verb.dep == "root" and any(w.head == verb.i and w.rel == "nsubj" for w in words)


def without_helper(words: Sequence[Word], read: Sequence[Word], lost: Lost) -> list[Word]:
    """The words as they were `read` again but for the helper before the lost verb, which is finite
    without it, or for what stood in its place."""
    gone = -1 if lost.replaced else read[lost.position].i

    def moved(i: int) -> int:
        return i - (0 <= gone < i)

    kept = [replace(w, i=moved(w.i), head=moved(w.head)) for w in read if w.i != gone]
    verb = words[lost.position].lower
    shown = kept[lost.position]
    perfect = replace(shown, lemma=verb_of(verb, "VBN") or verb)
    told = replace(shown, tag=lost.tag, lemma=verb_of(verb, lost.tag) or verb)
    kept[lost.position] = perfect if lost.replaced and shown.tag == "VBN" else told
    return kept
