"""Classes of claims that say the same: all that the axes read of a claim, and nothing else.

Claims of one class stand in the same relations, but for how two of them meet (days, voices,
words). So classes are related, not claims, and relations of claims follow from them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from counterclaim.comparison.axes import AIMS, FACTS, Axis, Reading, axes_of
from counterclaim.comparison.axes.figures import read_figures
from counterclaim.comparison.pairs.gates import is_aimed
from counterclaim.comparison.pairs.questions import QUESTION_ROLES, clusters_of
from counterclaim.comparison.prepared.claim import PreparedClaim
from counterclaim.comparison.prepared.whereabouts import place_key
from counterclaim.comparison.prepared.words import of_the_rest
from counterclaim.comparison.types import World
from counterclaim.records import Place

READ_ROLES = QUESTION_ROLES.union(*(axis.roles for axis in (*FACTS, *AIMS)))
"""The roles that tell classes apart: what axes and questions declare. Whose interest a claim serves
is noted of each claim, not of its class, so the roles of interest.yaml are none of them.
"""


def profile_of(subject: PreparedClaim, world: World) -> Hashable:
    """Give all that the gates and axes read of one claim, except who meets whom.

    >>> profile_of(moscow_took_it, world) == profile_of(moscow_took_it_too, world)
    True
    """
    claim, window = subject.claim, subject.window
    actor = claim.event.initiator or claim.event.target
    return (
        *(subject.kind, subject.real, subject.negative, claim.hedged),
        *(subject.doubted, claim.stance == "predicts", claim.event.type),
        *(subject.speaker, subject.author, subject.sufferer, actor and actor.name),
        # True, 1 and "1" are equal keys in Python, but not the same answer.
        tuple((k, type(v), v) for k, v in claim.event.roles if k in READ_ROLES),
        subject.value(read_figures, world.rules),
        bool(claim.quantities),
        where_of(subject),
        window and (window.stated, window.last - window.first),
        subject.epoch,
        is_aimed(subject),
        (subject.negative or subject.doubted) and subject.value(of_the_rest, world.rules),
    )


def where_of(subject: PreparedClaim) -> Hashable:
    """Give what decides where a claim may meet others: without a place or a date, in its article
    alone.
    """
    whereabouts = subject.entry.whereabouts
    bound = not whereabouts.around or subject.window is None
    places = whereabouts.how, _spots(whereabouts.places), _spots(whereabouts.around)
    units = (subject.speaker, tuple(sorted(subject.units))) if subject.units else None
    return *places, units, subject.entry.article.id if bound else None


def _spots(places: Iterable[Place]) -> Hashable:
    return tuple((place_key(p), p.relation, p.precision) for p in places)


@dataclass(eq=False, slots=True)
class Group:
    """Claims of one class, by id: what each axis reads of them (if it reads anything), the groups
    of event types they belong to, and where they may meet others: claims of one `where` meet the
    same ones.
    """

    members: list[PreparedClaim]
    number: int
    readings: dict[Axis, Reading]
    clusters: frozenset[str]
    where: int

    @property
    def model(self) -> PreparedClaim:
        """The claim that stands for all."""
        return self.members[0]


def group_claims(subjects: Sequence[PreparedClaim], world: World) -> list[Group]:
    """Put claims of one profile together, in the order of their smallest ids."""
    found: dict[Hashable, list[PreparedClaim]] = defaultdict(list)
    for subject in sorted(subjects, key=lambda s: s.id):
        found[profile_of(subject, world)].append(subject)
    wheres: dict[Hashable, int] = {}
    return [
        Group(
            members,
            number,
            _readings(members[0], world),
            frozenset(clusters_of(members[0], world)),
            wheres.setdefault(where_of(members[0]), len(wheres)),
        )
        for number, members in enumerate(found.values())
    ]


def _readings(subject: PreparedClaim, world: World) -> dict[Axis, Reading]:
    read = ((axis, axis.reads(subject, world.rules)) for axis in axes_of(subject))
    return {axis: found for axis, found in read if found}


def common_axes(x: Group, y: Group) -> list[Axis]:
    """Give the axes on which claims of two classes can meet: those that read one block of both."""
    ours, theirs = x.readings, y.readings
    return [axis for axis in ours if axis in theirs and ours[axis][0] == theirs[axis][0]]


def meet_on(x: Group, y: Group) -> bool:
    """Tell whether claims of two classes can meet: on an axis or, of two of which one is denied or
    doubted, by their words.
    """
    a, b = x.model, y.model
    return bool(common_axes(x, y)) or a.negative != b.negative or a.doubted != b.doubted
