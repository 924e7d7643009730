"""Which states an article says strike or are struck, whatever the files say of the war.

An article on a war may tell of strikes by a state that no file expects in it: there it is a side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counterclaim.extraction.grammar.voice import case_of
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.knowledge.predicates import compiled, cues_from, family
from counterclaim.knowledge.registry import load_registry
from counterclaim.language.tree import Parse, Word

_STRUCK = word_class("against", "by_whom")
_CUE = 24  # code points behind its first word that a cue may have
_BESIDE = ("amod", "compound", "nmod:poss")


def striking_states(
    parse: Parse, actors: Iterable[ActorMention], *, defending: bool = True
) -> Iterator[str]:
    """The states (ISO 2) that the words say strike or are struck, once for each time they do; those
    that only ward off what flies at somebody else unless not `defending`.

    Example:
        `Polish jets downed a drone`, `strikes on Poland` and `Poland shelled a village` each give
        PL; `Poland condemned the strikes` gives none, nor does a headline of a menu.
    """
    entries = load_registry().entries
    for actor in actors:
        entry = entries.get(actor.entry_id or "")
        person = entry is not None and entry.kind == "person"
        words = parse.within(actor.start, actor.end) if actor.state and not person else []
        listed = bool(words) and parse.sentences[words[0].sentence].headline
        kinds = family("deadly") if defending else family("deadly") - family("defended")
        if (
            words
            and (not listed or words[0].sentence == 0)
            and any(_is_violent(parse, deed, kinds) for deed in _deeds(parse, words[-1]))
        ):
            yield actor.state or ""


def _deeds(parse: Parse, word: Word) -> Iterator[Word]:
    """What a state does or suffers by the words around its name."""
    above = parse.head(word)
    if above is None:
        return
    if word.rel in _BESIDE:
        yield above
        if above.rel in ("nsubj", "obj"):
            yield from _deeds(parse, above)
    elif word.rel in ("nsubj", "obj") or case_of(parse, word) in _STRUCK:
        yield above


def _is_violent(parse: Parse, word: Word, kinds: frozenset[str]) -> bool:
    """Whether a cue of a deadly event of some kinds begins at a word: "strike", "shot down"."""
    here = parse.text[word.start : word.end + _CUE].lower()
    found = (c for c in cues_from(word.lower) if c.predicate in kinds)
    return any(compiled(cue.pattern).match(here) for cue in found)
