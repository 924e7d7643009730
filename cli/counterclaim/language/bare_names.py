"""Names that the parser takes for other words: "Rebels took Lyman" is no kind of lime.

Inside a sentence a capital is a name's. Where a noun with a capital stands alone, without article,
adjective or possessive, and nothing around it has capitals for another reason (a headline, the
start of a quotation), it is told as the name it is; so is what was taken for an adverb or an
article ("Toretsk was taken") and, at the start of a sentence, a noun that nobody writes in small
letters.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.language.draft import Draft
from counterclaim.language.sentence_case import is_ordinary
from counterclaim.language.tree import Word

_PLACES = frozenset({"obj", "iobj", "nsubj", "obl", "nmod", "conj"})
_NOTHING_SAID = frozenset({"case", "punct", "cc", "conj", "appos", "advmod"})
_MISTAKEN = frozenset({"RB", "UH", "FW"})
"""What a first name nobody knows is taken for where it opens a sentence ("Ibrahim" for an adverb),
though other names are a part of it."""
_UNKNOWN = _MISTAKEN | {"NN", "DT", "IN", "WRB"}
"""What a name nobody knows may be taken for in the place of a noun."""
_OPENING = frozenset("\"'(:-[")


def with_names(words: Sequence[Word]) -> list[Word]:
    """The words of a sentence, a bare noun with a capital as a name.

    Example:
        "Lyman" is `NNP` in "Rebels took Lyman."; "Governor" stays a noun in "The Governor left."
    """
    draft = Draft(words)
    if _is_headline(words):
        return draft.words
    names = {w.head for w in words if w.dep == "flat" and w.tag == "NNP"}
    described = {w.head for w in words if w.rel not in _NOTHING_SAID}
    for at, w in enumerate(words):
        first = w.i in names and w.tag in _MISTAKEN and w.text[0].isupper()
        bare = w.rel in _PLACES and w.i not in described
        if first or (bare and (_is_alone(words, at) or _is_unknown(words, at))):
            draft.label(w, tag="NNP")
    return draft.words


def _is_alone(words: Sequence[Word], at: int) -> bool:
    """Whether a noun has a capital that only a name has."""
    return words[at].tag == "NN" and at > 0 and _stands_alone(words, at)


def _is_unknown(words: Sequence[Word], at: int) -> bool:
    """Whether a word is taken for what it cannot be: nobody writes it in small letters."""
    word = words[at]
    return word.tag in _UNKNOWN and _stands_alone(words, at) and not is_ordinary(word.lower)


def _stands_alone(words: Sequence[Word], at: int) -> bool:
    """Whether the word has a capital that neither its place nor a longer name gives it."""
    before = words[at - 1].text if at else "."
    behind = words[at + 1].text if at + 1 < len(words) else "."
    beside = before[0].isupper() or behind[0].isupper()
    return words[at].text[0].isupper() and before not in _OPENING and not beside


def _is_headline(words: Sequence[Word]) -> bool:
    """Whether it is no sentence (it has no verb) or has capitals for verbs, too."""
    verbs = [w for w in words if w.is_verb]
    return not verbs or any(w.text[0].isupper() for w in verbs if w is not words[0])
