"""The claims of a ledger that are about a place, made ready, and what they are to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.comparison.graph.clusters import find_answers
from counterclaim.comparison.pairs.denials import link_answers
from counterclaim.comparison.pairs.origins import find_origins
from counterclaim.comparison.prepared.claim import PreparedClaim
from counterclaim.comparison.prepared.whereabouts import find_whereabouts
from counterclaim.comparison.prepared.windows import find_told
from counterclaim.comparison.prepared.wordings import Alike
from counterclaim.comparison.prepared.words import read_story
from counterclaim.comparison.selection import EVERYTHING, Wanted, find_where, refuse_review
from counterclaim.comparison.types import Entry, World
from counterclaim.records import Record


def find_entries(record: Record, world: World, wanted: Wanted = EVERYTHING) -> list[Entry]:
    """Take the claims of one article that are about the place wanted, rejected ones aside."""
    whereabouts = find_whereabouts(record, world)
    story = read_story(record, world.rules)
    told = find_told(record, world.rules.thresholds)
    entries = (
        Entry(claim, record.article, whereabouts[claim.id], story=story, told=told.get(claim.id))
        for claim in record.events
        if refuse_review(claim, wanted) is None
    )
    placed = ((entry, find_where(entry, wanted, world)) for entry in entries)
    return [replace(e, where=where) if where else e for e, where in placed if where is not None]


def prepare(
    subjects: Sequence[PreparedClaim], world: World, alike: Alike | None = None
) -> list[PreparedClaim]:
    """Note in claims, sorted by id, what they are to each other: one utterance, or an answer.

    >>> [s.responds_to for s in prepare(prepare_claims(entries, world), world)]
    ['tass#01', None]
    """
    return link_answers(find_origins(find_answers(subjects), world, alike), world)
