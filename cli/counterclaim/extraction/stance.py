"""What a source does with a proposition: asserts, confirms, denies, doubts, intends, predicts or
demands it, and whether it is hedged.

The cue carries a stance ("denied", "warned"); the content's own mood can shift a plain assertion:
`will` of one's own side is an intention, of anybody else a prediction; `must` is a demand. The
classes follow FactBank's cut of certainty and polarity, with the non-factual ones kept apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counterclaim.extraction.attribution.model import Attribution
from counterclaim.knowledge.cue_words import mood
from counterclaim.knowledge.cues import load_cues
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Event, Source, Span

_FIRST_PERSON = frozenset({"i", "we", "our", "us", "my"})
_OWN_FORCE = re.compile(
    r"\bour (?:forces|troops|army|soldiers|fighters|units|men)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stance:
    """The stance, whether hedged, and the words that gave each (`why`)."""

    stance: str
    hedged: bool
    why: tuple[str, ...] = ()


def read_stance(
    parse: Parse, content: tuple[Span, ...], attribution: Attribution | None, own: bool
) -> Stance:
    """The stance of one claim. `own` says that the content's subject is the source itself (`its
    troops`, `we`, Wagner's leader speaking of Wagner).

    Example:
        `“We will hold Siversk,” he said.` intends; `Kyiv said the enemy would probably attack.`
        predicts, hedged; `Moscow denied the strike.` denies.
    """
    base = attribution.stance if attribution is not None else "asserts"
    words = " ".join(parse.text[a:b] for a, b in content)
    hedges = load_cues().hedges(words)
    hedge_words = tuple(words[a:b] for a, b in hedges)
    hedged = bool(hedges) or (attribution is not None and attribution.hedged)
    if base not in ("asserts", "predicts"):
        return Stance(
            base,
            hedged and base not in ("denies", "doubts"),
            (attribution.lemma if attribution else "", *hedge_words),
        )
    head = main_verb(parse, content)
    own = (own and not _is_passive(parse, head)) or _speaks_of_self(parse, words, head)
    mood = _mood(parse, words, head, own)
    stance = base if base != "asserts" else mood or base
    return Stance(stance, hedged, hedge_words)


def speaks_for_itself(source: Source, event: Event) -> bool:
    """Whether the event's initiator is the source or its side: then `will` is an intention."""
    initiator = event.initiator
    if initiator is None:
        return False
    if initiator.name in (source.name, source.organisation):
        return True
    return initiator.side == source.side and source.side not in ("unknown", "independent")


def main_verb(parse: Parse, content: tuple[Span, ...]) -> Word | None:
    """The head of the content's main clause."""
    heads = [parse.top(*span) for span in content]
    verbs = [h for h in heads if h is not None]
    return next(
        (h for h in verbs if h.is_verb or parse.child(h.i, "nsubj")), next(iter(verbs), None)
    )


def _is_passive(parse: Parse, head: Word | None) -> bool:
    """`All units will be sent there`: what is foretold happens to somebody."""
    return head is not None and bool(parse.children(head.i, "aux:pass", "nsubj:pass"))


def _mood(parse: Parse, words: str, head: Word | None, own: bool) -> str | None:
    main = _main_clause(parse, head) or words
    if mood("goal").search(words):
        return "intends"
    if mood("plan").search(main):
        return "intends"
    if mood("expected").search(main):
        return "predicts"
    if mood("predicted").search(main):
        return "intends" if own else "predicts"
    if mood("demand").search(main) and not own:
        return "demands"
    return None


def _main_clause(parse: Parse, head: Word | None) -> str | None:
    """The words of the main clause: the head with its auxiliaries and what stands right around
    it."""
    if head is None:
        return None
    keep = parse.subtree(
        head.i, without=("advcl", "acl:relcl", "acl", "ccomp", "conj", "parataxis")
    )
    return " ".join(w.text for w in keep)


def _speaks_of_self(parse: Parse, words: str, head: Word | None) -> bool:
    if head is None:
        return False
    subject = parse.child(head.i, "nsubj")
    if subject is None:
        return False
    inside = {w.lower for w in parse.subtree(subject.i)}
    return bool(inside & _FIRST_PERSON) or bool(_OWN_FORCE.search(words[:60]))
