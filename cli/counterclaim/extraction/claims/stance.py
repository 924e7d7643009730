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
from counterclaim.extraction.claims.silence import stays_open, tells_of_silence
from counterclaim.extraction.grammar.arguments import subject
from counterclaim.extraction.grammar.clauses import head_predicate, is_predicate
from counterclaim.extraction.grammar.mood import negations
from counterclaim.extraction.grammar.voice import is_passive
from counterclaim.knowledge.cue_words import cue_words, mood
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.lexicon import any_of, word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Event, Source, Span

_FIRST_PERSON = word_class("first_person")
_OWN_FORCE = re.compile(rf"\bour {any_of('own_forces')}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stance:
    """The stance, whether it is hedged, and the words that gave the two (`cues`)."""

    stance: str
    hedged: bool
    cues: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Stretches of the article read as one text, and the way back to its offsets."""

    article: str
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        return " ".join(self.article[a:b] for a, b in self.spans)

    def locate(self, start: int, end: int) -> Span:
        """The article's span of `text[start:end]`."""
        at, found = 0, []
        for a, b in self.spans:
            lo, hi = max(start, at), min(end, at + b - a)
            if lo < hi:
                found.append((a + lo - at, a + hi - at))
            at += b - a + 1
        return found[0][0], found[-1][1]


def read_stance(
    parse: Parse, content: tuple[Span, ...], attribution: Attribution | None, own: bool
) -> Stance:
    """The stance of one claim. `own` says that the content's subject is the source itself (`its
    troops`, `we`, Wagner's leader speaking of Wagner).

    Example:
        `“We will hold Siversk,” he said.` intends, because of `will`; `Kyiv said the enemy would
        probably attack.` predicts, hedged (`would probably`, `probably`); `Moscow denied the
        strike.` denies, because of `denied`.
    """
    if attribution is None and (tells_of_silence(parse, content) or stays_open(parse, content)):
        return Stance("doubts", hedged=False)
    base = _base(parse, content, attribution)
    words = _Pieces(parse.text, content)
    hedges = [words.locate(*hedge) for hedge in load_cues().hedges(words.text)]
    cue = _cue_words(parse, attribution)
    if base not in ("asserts", "predicts"):
        hedges = hedges if base not in ("denies", "doubts") else []
        hedged = bool(hedges) or (base not in ("denies", "doubts") and _is_hedged(attribution))
        return Stance(base, hedged, _in_order([*cue, *hedges]))
    hedged = bool(hedges) or _is_hedged(attribution)
    given = cue if base != "asserts" or _is_hedged(attribution) else []
    if base == "asserts":
        head = head_predicate(parse, content)
        own = own or _is_its_own(parse, content, attribution, head)
        own = (own and not (head is not None and is_passive(parse, head))) or _speaks_of_self(
            parse, words.text, head
        )
        clause = attribution is not None and attribution.rule == "clause"
        shifted = _mood(parse, words, None if clause and _is_astray(parse, head) else head, own)
        if shifted is not None:
            base = shifted[0]
            given = [*given, shifted[1]]
    return Stance(base, hedged, _in_order([*given, *hedges]))


def _base(parse: Parse, content: tuple[Span, ...], attribution: Attribution | None) -> str:
    """The stance of the cue; an oath on what has been asserts it: `swore that guards shot him`."""
    if attribution is None:
        return "asserts"
    head = head_predicate(parse, content)
    oath = attribution.lemma in cue_words("oaths") and attribution.rule == "clause"
    been = (
        head is not None
        and head.is_past
        and not any(w.is_modal for w in parse.children(head.i, "aux"))
    )
    return "asserts" if oath and been and attribution.stance == "intends" else attribution.stance


def _is_hedged(attribution: Attribution | None) -> bool:
    return attribution is not None and attribution.hedged


def _in_order(spans: list[Span]) -> tuple[Span, ...]:
    """In text order, without those that lie inside another."""
    kept = [s for s in spans if not any(t != s and t[0] <= s[0] and s[1] <= t[1] for t in spans)]
    return tuple(sorted(set(kept)))


def _cue_words(parse: Parse, attribution: Attribution | None) -> list[Span]:
    """The cue, with the negation and the auxiliaries that turn it round: `could not verify`."""
    if attribution is None or attribution.cue is None:
        return []
    start, end = attribution.cue
    if attribution.cue_word is not None:
        verb = parse.words[attribution.cue_word]
        above = parse.head(verb)
        if above is not None and above.lower in word_class("abilities"):
            start = min(start, above.start)
            verb = above
        denying = negations(parse, verb)
        if denying:
            start = min(start, *(w.start for w in (*denying, *parse.children(verb.i, "aux"))))
    return [(start, end)]


def speaks_for_itself(source: Source, event: Event) -> bool:
    """Whether the event's initiator is the source or its side: then `will` is an intention."""
    initiator = event.initiator
    if initiator is None:
        return False
    if initiator.name in (source.name, source.organisation):
        return True
    return initiator.side == source.side and source.side not in (UNKNOWN, INDEPENDENT)


def _mood(parse: Parse, words: _Pieces, head: Word | None, own: bool) -> tuple[str, Span] | None:
    """The stance that the content's own mood gives, and its words."""
    main = _main_clause(parse, words.spans, head) or words
    for name, pieces, stance in (
        ("unknown", words, "doubts"),
        ("unaware", main, "doubts"),
        ("goal", words, "intends"),
        ("plan", main, "intends"),
        ("own_plan", main, "intends" if own else None),
        ("expected", main, "predicts"),
        ("predicted", main, "intends" if own else "predicts"),
        ("demand", main, None if own else "demands"),
    ):
        found = mood(name).search(pieces.text)
        if found is not None and stance is not None:
            return stance, pieces.locate(*found.span())
    return None


def _is_astray(parse: Parse, head: Word | None) -> bool:
    """Whether a tree went astray: no predicate leads what should be a clause."""
    return head is not None and not is_predicate(parse, head)


def _main_clause(parse: Parse, content: tuple[Span, ...], head: Word | None) -> _Pieces | None:
    """The words of a content's main clause: the head with its auxiliaries and what stands right
    around it."""
    if head is None:
        return None
    keep = parse.subtree(
        head.i, without=("advcl", "acl:relcl", "acl", "ccomp", "conj", "parataxis")
    )
    inside = (w for w in keep if any(a <= w.start < b for a, b in content))
    return _Pieces(parse.text, tuple((w.start, w.end) for w in inside))


def _is_its_own(
    parse: Parse, content: tuple[Span, ...], attribution: Attribution | None, head: Word | None
) -> bool:
    """Whether "it" or "they" that opens what somebody is told to say is who says it: `The ministry
    said it would send men`."""
    if attribution is None or attribution.speech or attribution.rule != "clause" or head is None:
        return False
    first, doer = parse.within(*content[0])[0], subject(parse, head)
    return doer is not None and doer.i == first.i and first.is_pronoun and not first.is_expletive


def _speaks_of_self(parse: Parse, words: str, head: Word | None) -> bool:
    if head is None:
        return False
    doer = subject(parse, head)
    if doer is None:
        return False
    inside = {w.lower for w in parse.subtree(doer.i)}
    return bool(inside & _FIRST_PERSON) or bool(_OWN_FORCE.search(words[: limits().subject_reach]))
