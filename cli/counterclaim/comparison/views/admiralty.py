"""Admiralty grades, where the user asks for them: a letter of theirs, a number by rule."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from counterclaim.comparison.graph.relations import relations_among
from counterclaim.comparison.types import CONFLICTS, NO_PARTY, Comparison, Entry
from counterclaim.comparison.verdicts.verdict import voice
from counterclaim.knowledge.admiralty import Ratings, credibility

_AGREEING = ("agrees", "concedes")


def grade(comparison: Comparison, registry: Ratings) -> Comparison:
    """Grade every claim of a comparison, like "B2": the reliability of its source as the registry
    has it, and the credibility by the origins that say the same or collide.

    >>> grade(comparison, registry).grades["kyiv-post#02"]
    'C4'
    """
    entries = {e.claim.id: e for q in comparison.questions for p in q.positions for e in p.entries}
    agree: dict[str, set[object]] = defaultdict(set)
    conflict: dict[str, set[object]] = defaultdict(set)
    for r in relations_among(comparison.relations, entries, (*_AGREEING, *CONFLICTS)):
        found = agree if r.relation in _AGREEING else conflict
        a, b = entries[r.a], entries[r.b]
        x, y = origin(a), origin(b)
        if x != y and (found is conflict or not (a.coded or b.coded)):
            found[r.a].add(y)
            found[r.b].add(x)
    grades = {
        id_: registry.reliability(e.claim.source)
        + credibility(len(agree[id_]), len(conflict[id_] - agree[id_]))
        for id_, e in sorted(entries.items())
    }
    return replace(comparison, grades=grades)


def origin(entry: Entry) -> object:
    """Say for whom a claim counts: all speakers of one side are one origin."""
    return voice(entry) if entry.group in NO_PARTY else entry.group
