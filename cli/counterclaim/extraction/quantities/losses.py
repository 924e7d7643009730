"""Single things that were lost: "a drone", "Pakistani fighter jet" where somebody downed them.

    >>> [(q.what, q.low) for q in single_losses(parse_text("Gunners downed a drone near Gao."))]
    [('drones', 1)]

What has no number counts one where its word tells so: "a drone", and "drone" in a headline; "the
drone" was counted before.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.extraction.grammar.paths import compile_path
from counterclaim.extraction.quantities.harm import is_told, joined, phrase_of
from counterclaim.extraction.quantities.lexicon import lexicon
from counterclaim.knowledge.harm import load_harm
from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Quantity

_OBJECT = compile_path(".object", {})


def single_losses(parse: Parse) -> Iterator[Quantity]:
    """One of each thing that is said to have been downed, destroyed or lost."""
    for verb in parse.words:
        if verb.lemma not in word_class("downing") or not is_told(parse, verb):
            continue
        if verb.lemma == "shoot" and not any(w.lower == "down" for w in parse.children(verb.i)):
            continue
        lost = _OBJECT.words(parse, verb)
        if parse.child(verb.i, "obj") is None:  # "Drone shot down near Gao"
            lost = [*lost, *parse.children(verb.i, "nsubj")]
        for first in lost:
            for noun in (first, *joined(parse, first)):
                if _is_one(parse, noun):
                    words = [w for w in phrase_of(parse, noun) if w.i <= noun.i]
                    span = (words[0].start, noun.end)
                    what = lexicon().nouns[noun.lower]
                    yield Quantity(what, parse.text[slice(*span)], span, 1, 1, 1)


def _is_one(parse: Parse, noun: Word) -> bool:
    """Whether a noun is one piece of equipment that was not counted before."""
    if lexicon().nouns.get(noun.lower) not in word_class("equipment") or noun.is_plural:
        return False
    pointing = parse.child(noun.i, "det", "nmod:poss", "nummod")
    return pointing is None or pointing.lower in load_harm().lists["one"]
