"""The relations of many claims: classes are related once, pairs of claims only when asked for.

Work grows with the classes of claims under one question, not with the pairs of claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations_with_replacement

from counterclaim.comparison.axes import axes_of
from counterclaim.comparison.graph.clusters import (
    at_odds_in_words,
    bucket_groups,
    doubts_nearby,
    on_one_wording,
)
from counterclaim.comparison.incidents.admission import Ways
from counterclaim.comparison.incidents.candidates import find_candidates
from counterclaim.comparison.incidents.relating import settle
from counterclaim.comparison.pairs.denials import find_answer
from counterclaim.comparison.pairs.gates import meet, meet_places, meet_times, same_span
from counterclaim.comparison.pairs.judging import REPRINT, ask_all, judge, name
from counterclaim.comparison.pairs.origins import alike_wordings, same_utterance
from counterclaim.comparison.pairs.profiles import Group, common_axes, group_claims, meet_on
from counterclaim.comparison.prepared.claim import Finding, Ground, Meeting, Pair, PreparedClaim
from counterclaim.comparison.prepared.wordings import Alike
from counterclaim.comparison.types import Relation, World

Couple = tuple[Group, Group]


class ClassRelations:
    """Which claims stand in which relation, by classes.

    >>> related = ClassRelations(subjects, world)
    >>> related.relation(kyiv_holds_it, moscow_took_it).relation
    'contradicts'
    """

    def __init__(
        self, subjects: Sequence[PreparedClaim], world: World, alike: Alike | None = None
    ) -> None:
        self.world = world
        self.subjects = subjects
        self.groups = group_claims(subjects, world)
        self.by_id = {s.id: s for s in subjects}
        self.group_of = {s.id: group for group in self.groups for s in group.members}
        self.roots = {s.id: s.entry.article.id for s in subjects}
        self.alike = alike_wordings(subjects, world.rules.thresholds) if alike is None else alike
        self._grounds: dict[tuple[int, int], Ground | None] = {}
        self._special: list[Relation] | None = None
        self._levels: dict[tuple[str, str], list[Relation]] | None = None
        self._found: dict[tuple[int, int, Meeting], Finding | None] = {}
        self._couples: list[Couple] | None = None
        self._judged: dict[tuple[int, int, Ground, Meeting], Finding | None] = {}
        self._ways = Ways(lambda a, b, _: self.ground(a, b), self._judge)

    def voice(self, subject: PreparedClaim) -> tuple[str, str]:
        """Name who speaks; of a reprint, who spoke first."""
        return self.by_id.get(subject.origin, subject).source

    def gather(self, subjects: Sequence[PreparedClaim]) -> list[Group]:
        """Put some of the claims together by class, as `groups` has all of them."""
        found: dict[Group, list[PreparedClaim]] = defaultdict(list)
        for subject in subjects:
            found[self.group_of[subject.id]].append(subject)
        return [replace(group, members=members) for group, members in found.items()]

    def couples(self) -> list[Couple]:
        """Give the classes that may have a common axis, each two of them once."""
        if self._couples is None:
            found: dict[tuple[int, int], Couple] = {}
            for bucket in bucket_groups(self.groups, self.world):
                for x, y in combinations_with_replacement(bucket, 2):
                    known = (x.number, y.number) in found
                    if not known and meet_on(x, y) and self.ground(x.model, y.model):
                        found[x.number, y.number] = x, y
            self._couples = list(found.values())
        return self._couples

    def finding(self, x: Group, y: Group, meeting: Meeting) -> Finding | None:
        """Say how claims of two classes that meet so stand to each other."""
        key = (x.number, y.number, meeting)
        if key not in self._found:
            # Claims in the same words are set against each other whatever the axes read of them.
            axes = axes_of(x.model) if meeting.same_words else common_axes(x, y)
            ground = self.ground(x.model, y.model)
            pair = Pair(x.model, y.model, self.world, ground or Ground(), meeting)
            self._found[key] = judge(pair, axes) if ground else None
        return self._found[key]

    def _judge(self, pair: Pair) -> Finding | None:
        """Ask all axes of two claims as once for their classes that meet so, and there."""
        x, y = self.group_of[pair.a.id].number, self.group_of[pair.b.id].number
        key = x, y, pair.ground, pair.meeting
        if key not in self._judged:
            self._judged[key] = ask_all(pair)
        return self._judged[key]

    def relation(self, a: PreparedClaim, b: PreparedClaim) -> Relation | None:
        """Relate two claims of classes that may be related."""
        if a.id == b.id:
            return None
        if a.id > b.id:
            a, b = b, a
        found = self.between(a, b)
        return name(found, a.id, b.id) if found else None

    def between(self, a: PreparedClaim, b: PreparedClaim) -> Finding | None:
        """Say how two claims of such classes stand, the smaller id first."""
        if answer := find_answer(a, b):
            return answer
        if same_utterance(a, b):
            return REPRINT
        return settle(a, b, self.world, self._by_class(a, b), self._ways)

    def _by_class(self, a: PreparedClaim, b: PreparedClaim) -> Finding | None:
        """Say how two claims stand by what their classes say."""
        overlap = meet_times(a, b)
        x, y = self.group_of[a.id], self.group_of[b.id]
        alike = not x.clusters.isdisjoint(y.clusters) or same_span(a, b)
        if overlap is None or a.real != b.real or not alike:
            return None
        return self.finding(x, y, meet(a, b, self.world, overlap=overlap))

    def ground(self, a: PreparedClaim, b: PreparedClaim) -> Ground | None:
        """Say where two claims meet; None: they are about different places."""
        key = self.group_of[a.id].where, self.group_of[b.id].where
        if key not in self._grounds:
            self._grounds[key] = meet_places(a, b, self.world)
        return self._grounds[key]

    def pair(self, a: PreparedClaim, b: PreparedClaim, meeting: Meeting) -> Pair | None:
        """Pair two claims, the smaller id first, as if they met so; None: not at one place."""
        a, b = (a, b) if a.id <= b.id else (b, a)
        ground = self.ground(a, b)
        return Pair(a, b, self.world, ground, meeting) if ground else None

    def special(self) -> list[Relation]:
        """Relate the few claims that meet by their words: an answer and what it answers, a denial
        of the very words, a doubt cast on what stands beside it, one wording said and denied.
        """
        if self._special is None:
            found = {}
            for a, b in self._special_pairs():
                if relation := self.relation(a, b):
                    found[relation.a, relation.b] = relation
            found.update({(r.a, r.b): r for r in self._answered()})
            self._special = [found[key] for key in sorted(found)]
        return self._special

    def _answered(self) -> Iterator[Relation]:
        answers = ((s, self.by_id[s.responds_to]) for s in self.subjects if s.responds_to)
        yield from (r for a, b in answers if (r := self.relation(a, b)))

    def _special_pairs(self) -> Iterator[tuple[PreparedClaim, PreparedClaim]]:
        subjects, limits = self.subjects, self.world.rules.thresholds
        yield from on_one_wording(subjects)
        yield from doubts_nearby(subjects, limits)
        yield from at_odds_in_words(subjects, self.alike, limits)
        yield from find_candidates(subjects, self.world)

    def special_at(self, level: tuple[str, str]) -> list[Relation]:
        """Give those of one relation and strength."""
        if self._levels is None:
            self._levels = defaultdict(list)
            for relation in self.special():
                self._levels[relation.relation, relation.strength].append(relation)
        return self._levels.get(level, [])
