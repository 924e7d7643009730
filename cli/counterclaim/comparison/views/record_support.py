"""What one record rests on: the words of the article behind each of its parts, and its answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.comparison.gathering import find_entries, prepare
from counterclaim.comparison.prepared.claim import prepare_claims
from counterclaim.comparison.types import World
from counterclaim.comparison.verdicts.interest import find_interest
from counterclaim.knowledge.precision import Codes, precision_codes
from counterclaim.knowledge.predicates import Predicate, load_predicates
from counterclaim.records import ArticleInfo, Claim, Mention, Place, Record, Span

_GAP = " … "


@dataclass(frozen=True, slots=True)
class Support:
    """A stretch of the article (code points), the words it must hold, and what they gave the
    record: "claim", "source", "cue", "relay", "stance", "hedge", "subject", "place", "time",
    "quantity".
    """

    parts: tuple[str, ...]
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class RecordSupport:
    """One record with all that it rests on. `means` is the predicate its event type names, None
    for a type nobody described; `places` have the codes of event coders; `interest` is "against",
    "self_serving" or None; `answers` is the record it denies, doubts or confirms.
    """

    article: ArticleInfo
    claim: Claim
    footings: tuple[Support, ...]
    means: Predicate | None
    places: tuple[tuple[Place, Codes], ...]
    interest: str | None
    answers: Claim | None
    answered_by: tuple[Claim, ...]


def find_support(records: Sequence[Record], id_: str, world: World) -> RecordSupport:
    """Find what the record with an id rests on.

    >>> find_support(records, "kyiv-post#02", world).answers.id     # "Kyiv has denied this"
    'kyiv-post#01'
    """
    entries = [e for record in records for e in find_entries(record, world)]
    by_id = {s.id: s for s in prepare(prepare_claims(entries, world), world)}
    subject = by_id[id_]
    claim, answers = subject.claim, by_id.get(subject.responds_to or "")
    return RecordSupport(
        subject.entry.article,
        claim,
        find_footings(claim),
        load_predicates().get(claim.event.type),
        tuple((p, precision_codes(p.precision or "", p.relation)) for p in claim.places),
        find_interest(subject, world),
        answers.claim if answers else None,
        tuple(s.claim for s in by_id.values() if s.responds_to == id_),
    )


def find_footings(claim: Claim) -> tuple[Support, ...]:
    """Find the words behind a record, in the order of the text; words that give two of its parts
    are there once.

    >>> [(f.parts, f.words) for f in find_footings(kyiv_denies)][1]
    (('cue', 'stance'), 'denied')
    """
    parts: dict[tuple[Span, str], list[str]] = {}
    for part, mention in _mentions(claim):
        found = parts.setdefault((mention.span, mention.text), [])
        if part not in found:
            found.append(part)
    return tuple(
        Support(tuple(found), words, span) for (span, words), found in sorted(parts.items())
    )


def _mentions(claim: Claim) -> Iterator[tuple[str, Mention]]:
    yield from (("claim", mention) for mention in _pieces(claim))
    source = claim.source
    yield from (("source", mention) for mention in _given(source.mention))
    yield from (("cue", mention) for mention in _given(source.cue))
    yield from (("relay", mention) for relay in source.relay for mention in _given(relay.mention))
    yield from ((_stance_part(claim), mention) for mention in claim.stance_cues)
    if claim.subject:
        yield "subject", Mention(claim.subject.text, claim.subject.span)
    yield from (("place", Mention(p.mention, p.span)) for p in claim.places)
    if claim.time.mention and claim.time.span:
        yield "time", Mention(claim.time.mention, claim.time.span)
    yield from (("quantity", Mention(q.mention, q.span)) for q in claim.quantities)


def _pieces(claim: Claim) -> Iterable[Mention]:
    words = claim.text.split(_GAP)
    if len(words) != len(claim.spans):  # the claim itself holds a "…": which piece is which?
        words = [""] * len(claim.spans)
    return map(Mention, words, claim.spans)


def _given(mention: Mention | None) -> Iterable[Mention]:
    return (mention,) if mention else ()


def _stance_part(claim: Claim) -> str:
    """Name what the words of the stance gave: they may have made the claim uncertain alone."""
    if not claim.hedged:
        return "stance"
    return "hedge" if claim.stance == "asserts" else "stance or hedge"
