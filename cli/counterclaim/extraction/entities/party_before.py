"""Which party "its", "his" or "the group's" points back at, where an article tells of one's forces.

Russian forces held the town. Its last troops survive.      its: Russia's
The RSF fled, the army said. The group's fighters ...       the group: the RSF
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.knowledge.people import kinds_called
from counterclaim.knowledge.registry import load_registry
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN
from counterclaim.language.tree import Parse, Word

_NOBODY = (None, UNKNOWN, INDEPENDENT)
_BESIDE = ("amod", "compound", "nmod:poss", "conj")


def party_before(
    parse: Parse, mentions: Sequence[ActorMention], starts: Sequence[int], word: Word
) -> ActorMention | None:
    """The party meant by an owner that names nobody: the subject of the same sentence before it,
    else the one of the sentence before; None where two sides may be meant.

    `mentions` are in text order, `starts` their offsets.
    """
    kinds = kinds_called(word.lemma)
    if not kinds and not word.is_pronoun:
        return None
    for back in range(limits().owner_back + 1):
        unit = word.sentence - back
        near = [m for m in _before(parse, mentions, starts, word, unit) if _fits(m, kinds)]
        acting = [m for m in near if _is_subject(parse, m)] if not kinds else near
        found = acting or (near if back == 0 else [])
        if found:
            return found[-1] if len({m.side for m in found}) == 1 else None
    return None


def _before(
    parse: Parse, mentions: Sequence[ActorMention], starts: Sequence[int], word: Word, unit: int
) -> Iterator[ActorMention]:
    """The mentions before a word in one sentence, in text order."""
    if unit < 0:
        return
    first, last = parse.sentences[unit].start, min(parse.sentences[unit].end, word.start)
    for k in range(bisect_right(starts, first - 1), len(starts)):
        if starts[k] >= last:
            return
        yield mentions[k]


def _fits(mention: ActorMention, kinds: frozenset[str]) -> bool:
    if mention.side in _NOBODY or mention.relative is not None:
        return False
    entry = load_registry().entries.get(mention.entry_id or "")
    return not kinds or (entry is not None and entry.type in kinds)


def _is_subject(parse: Parse, mention: ActorMention) -> bool:
    """Whether who is named does something: `Kyiv`, `the Kyiv government`, `Kyiv's forces`."""
    words = parse.within(mention.start, mention.end)
    head = words[-1] if words else None
    above = parse.head(head) if head is not None else None
    beside = head is not None and above is not None and head.rel in _BESIDE
    return head is not None and (
        head.rel == "nsubj" or (beside and above is not None and above.rel == "nsubj")
    )
