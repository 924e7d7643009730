"""What becomes of a question: a word, and the reason for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.comparison.graph.cells import Cells
from counterclaim.comparison.graph.class_relations import ClassRelations
from counterclaim.comparison.graph.partners import Partners
from counterclaim.comparison.prepared.claim import PreparedClaim, one_party
from counterclaim.comparison.types import NARRATOR_SIDE, NO_PARTY, RELATIONS, Entry, Relation
from counterclaim.knowledge.comparison import Axes

_WORD = {
    "contradicts": "disputed",
    "mutual_blame": "disputed",
    "tension": "tension",
    "differs_in_number": "numbers differ",
    "concedes": "conceded",
    "agrees": "agreed",
}
_LOWERED = {
    "disputed": "tension",
    "tension": "compatible",
    "numbers differ": "compatible",
    "conceded": "compatible",
    "agreed": "compatible",
}
_WHY = {
    "happening": "perhaps not one happening",
    "place": "the place is supposed",
    "time": "not dated",
    "bound": "both can hold",
    "party": "parties unclear",
    "unverified": "a third party could not verify it",
}
_TRIED = 200  # pairs looked at for one without a doubt, before one with a doubt is taken
_ALONE = "nobody else speaks of it"


@dataclass(frozen=True, slots=True)
class Standing:
    """The gravest relation between claims under one question, and the claims that stand so."""

    lead: Relation
    ids: frozenset[str]


def find_standing(
    related: ClassRelations, hosts: Cells, guests: Sequence[PreparedClaim] = ()
) -> Standing | None:
    """Find the gravest relation of claims under one question, to each other or to guests from
    other questions; None: nothing collides and nothing agrees.

    >>> find_standing(related, hosts).lead.relation
    'contradicts'
    """
    joins = Partners(related, hosts, [Cells(guests, related)])
    lead: Relation | None = None
    for relation in RELATIONS:
        if lead and _WORD.get(relation) != _WORD[lead.relation]:
            break
        for strength in ("strong", "weak") if relation in _WORD else ():
            more = joins.standing((relation, strength))
            lead = lead or _lead(related, (hosts.subjects, guests), more, (relation, strength))
    if lead is None:
        return None
    subjects = (*hosts.subjects, *guests)
    beside = _beside(related, lead, subjects) if lead.relation == "agrees" else joins.found
    return Standing(lead, frozenset(beside))


def _beside(
    related: ClassRelations, lead: Relation, subjects: Sequence[PreparedClaim]
) -> Iterator[str]:
    """The claims that agree with one of the two that lead: who agrees on another happening under
    the same question does not say so, too."""
    leading = [related.by_id[lead.a], related.by_id[lead.b]]
    yield from (lead.a, lead.b)
    for other in subjects:
        found = [related.relation(one, other) for one in leading if one.id != other.id]
        if any(r and (r.relation, r.strength) == (lead.relation, lead.strength) for r in found):
            yield other.id


def find_agreement(
    related: ClassRelations, hosts: Cells, guests: Sequence[PreparedClaim] = ()
) -> frozenset[str]:
    """Find the claims on which opposed sides say the same, whatever else they dispute: the ids.

    >>> sorted(find_agreement(related, hosts))     # both tell of fighting inside the town
    ['kyiv-post#02', 'tass#01']
    """
    if len({s.speaker for s in (*hosts.subjects, *guests)} - {None}) <= 1:
        return frozenset()
    joins = Partners(related, hosts, [Cells(guests, related)])
    for strength in ("strong", "weak"):
        joins.standing(("concedes", strength))
    return frozenset(joins.found)


def _lead(
    related: ClassRelations,
    sides: tuple[Sequence[PreparedClaim], Sequence[PreparedClaim]],
    ids: set[str],
    level: tuple[str, str],
) -> Relation | None:
    """Find the first pair of claims that stands so, one of them a host; of articles, if there is
    one."""
    hosts = {s.id for s in sides[0]}
    ordered = sorted((*sides[0], *sides[1]), key=_articles_first)
    first, tried = None, 0
    for one in sorted((related.by_id[id_] for id_ in ids), key=_articles_first):
        for other in ordered if one.id in hosts else sides[0]:
            found = related.relation(one, other)
            apart = _two_voices(related, one, other, level[0])
            if found and apart and (found.relation, found.strength) == level:
                if not found.doubt or tried > _TRIED:
                    return found
                first = first or found
            tried += first is not None
    return first


def _articles_first(subject: PreparedClaim) -> tuple[bool, str]:
    return subject.entry.coded, subject.id


def _two_voices(related: ClassRelations, a: PreparedClaim, b: PreparedClaim, relation: str) -> bool:
    """Tell whether two claims are of two voices, as a verdict asks: of two sides to agree. A coded
    row agrees with nobody: it may be coded from the very report."""
    if relation == "agrees" and (one_party(a, b) or a.entry.coded or b.entry.coded):
        return False
    return related.voice(a) != related.voice(b) or relation == "differs_in_number"


def give_verdict(
    entries: Sequence[Entry],
    standing: Standing | None,
    axes: Axes,
    agreement: Collection[str] = (),
) -> tuple[str, str, frozenset[str]]:
    """Give the verdict on one question, its reason, and the ids of the claims that decide it.

    >>> give_verdict(entries, standing, axes)[:2]
    ('disputed', 'taken by Russia ⇄ control by Ukraine')
    """
    if standing is None:
        return (*_without_relation(entries, axes), frozenset())
    word = lowered(standing.lead)
    reason = _reason(word, standing, entries)
    if agreement and word != "conceded":
        reason += f"; on another point both sides agree: {_shared(entries, agreement)}"
    return word, reason, standing.ids


def lowered(lead: Relation) -> str:
    """Give the word for a relation; where place, time or the happening are only supposed, a lower
    one.
    """
    word = _WORD[lead.relation]
    return _LOWERED[word] if lead.doubt in _WHY else word


def _shared(entries: Sequence[Entry], agreement: Collection[str]) -> str:
    """Name what opposed sides both tell of: the kinds of events that most of them do."""
    sides: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.claim.id in agreement:
            sides[entry.claim.event.type.replace("_", " ")].add(entry.group)
    common = [kind for kind in sorted(sides) if len(sides[kind]) > 1]
    return ", ".join(common or sorted(sides))


def _reason(word: str, standing: Standing, entries: Sequence[Entry]) -> str:
    if word == "conceded":
        own = {e.group for e in entries if e.interest == "against" and e.claim.id in standing.ids}
        return "both sides say so, one against its interest" if own else "both sides say so"
    if word == "agreed":
        first = (e for e in entries if e.claim.id in standing.ids and e.copy_of is None)
        voices = len({voice(e) for e in first})
        shared = standing.lead.reason
        return shared if voices <= 2 else f"{voices} sources{shared.removeprefix('both')}"
    lead = standing.lead
    why = _WHY.get(lead.doubt, "") if word != _WORD[lead.relation] else ""
    told = not why or lead.reason.endswith((")", why))
    return lead.reason if told else f"{lead.reason} ({why})"


def _without_relation(entries: Sequence[Entry], axes: Axes) -> tuple[str, str]:
    entries = [entry for entry in entries if entry.copy_of is None]
    groups = {entry.group for entry in entries}
    if len(groups) > 1:
        return "compatible", "nothing here collides"
    counted = all(axes.of("counted", e.claim.event.type) for e in entries)
    bare = counted and not any(e.claim.quantities for e in entries)
    reason = "no figure given" if bare else _ALONE
    if not groups <= set(NO_PARTY):
        return "one side only", reason
    if len({voice(entry) for entry in entries}) == 1:
        return "one voice", reason
    return "compatible", "nothing here collides"


def voice(entry: Entry) -> tuple[str, str]:
    """Say who speaks: the narrators of two articles are two voices, outlets and bodies of one owner
    are one."""
    narrator, source = entry.group == NARRATOR_SIDE, entry.claim.source
    owner = source.organisation if source.kind == "organisation" else None
    return owner or source.name, entry.article.id if narrator else ""
