"""What an inflected verb is a form of, by the spelling of English.

The trained lemmatiser edits the ends of words, and of verbs that it never met it makes none:
"slammed" becomes "slamme", "blamed" "blam". Spelling tells better: irregular forms are listed, and
of the others the ending and what it did to the letter before it are taken back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from counterclaim.language.phrasing import read_words

HAVE = frozenset({"has", "have", "had"})
"""The auxiliary of a perfect, finite."""
_LONGEST = 30
_VERBS = frozenset({"VB", "VBP", "VBD", "VBN", "VBG", "VBZ"})
_ES = re.compile(r".*(?:ss|sh|ch|x|zz|[^aeiou]o)es")
_IES = re.compile(r".*[^aeiou]ies")


@dataclass(frozen=True, slots=True)
class _Inflections:
    irregular: dict[str, str]
    endings: tuple[tuple[str, re.Pattern[str]], ...]
    both: frozenset[str]
    like_past: frozenset[str]
    only_nouns: frozenset[str]
    only_verbs: frozenset[str]


@cache
def _inflections() -> _Inflections:
    data = read_words("inflections.yaml")
    return _Inflections(
        irregular={form: verb for verb, forms in data["verbs"].items() for form in forms},
        endings=tuple((how, re.compile(p)) for row in data["endings"] for how, p in row.items()),
        both=frozenset(data["both"]),
        like_past=frozenset(data["like_past"]),
        only_nouns=frozenset(data["only_nouns"]),
        only_verbs=frozenset(data["only_verbs"]),
    )


@lru_cache(maxsize=4096)
def verb_of(form: str, tag: str) -> str | None:
    """The verb of a form in small letters, by the treebank's tag; None for other words.

    Example:
        ``verb_of("blamed", "VBD") == "blame"``, ``verb_of("slamming", "VBG") == "slam"``,
        ``verb_of("struck", "VBN") == "strike"``, ``verb_of("blame", "NN") is None``.
    """
    if tag not in _VERBS or len(form) > _LONGEST or not form.isalpha():
        return None
    known = _inflections().irregular.get(form) if tag != "VB" else form
    if tag == "VBP":
        return known if form in ("am", "are") else form
    if known is not None:
        return known
    if tag == "VBZ":
        return _of_third_person(form)
    if tag == "VBG":
        return _of_rest(form, "ing")
    return form[:-3] + "y" if form.endswith("ied") else _of_rest(form, "ed")


def verb_in_third_person(form: str) -> str | None:
    """The verb that a word in small letters would be a present tense of: "deny" for "denies",
    whatever a tagger takes it for."""
    return verb_of(form, "VBZ")


def is_bare_form(form: str) -> bool:
    """Whether a word in small letters that ends in -ing is no participle: "bring", "sting"."""
    return form.endswith("ing") and not set(form.removesuffix("ing")) & set("aeiouy")


def is_only_noun(form: str) -> bool:
    """Whether a plural in small letters is never a verb: "airstrikes"."""
    return form in _inflections().only_nouns


def is_only_verb(form: str) -> bool:
    """Whether a bare form in small letters is never a noun: "speak", "insist"."""
    return form in _inflections().only_verbs


def is_past_form(form: str) -> bool:
    """Whether a word in small letters can be nothing but a past form: "swore", "echoed"."""
    inflections = _inflections()
    if form in inflections.irregular:
        return form not in inflections.both and form[-1] != "s" and form[-3:] != "ing"
    return form.endswith("ed") and form[-3:] != "eed" and form not in inflections.like_past


def _of_third_person(form: str) -> str | None:
    if _IES.fullmatch(form):
        return form[:-3] + "y"
    if _ES.fullmatch(form):
        return form[:-2]
    return form[:-1] if len(form) > 2 and form[-1] == "s" and form[-2].isalpha() else None


def _of_rest(form: str, ending: str) -> str | None:
    rest = form.removesuffix(ending)
    if rest == form or len(rest) < 2 or not rest.isalpha():
        return None
    if ending == "ing" and rest[-1] == "e":
        return rest  # "fleeing", "seeing"
    for how, pattern in _inflections().endings:
        if pattern.fullmatch(rest):
            return {"keep": rest, "add_e": rest + "e", "undouble": rest[:-1]}[how]
    return rest


def verb_of_participle(word: str) -> str | None:
    """The verb of what may be a past participle: "crippled" is of "cripple", "red" of none."""
    return verb_of(word, "VBN") if word.endswith("ed") else None
