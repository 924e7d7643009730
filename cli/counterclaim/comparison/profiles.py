"""Classes of claims that say the same: all that the axes read of a claim, and nothing else.

Claims of one class stand in the same relations, but for how two of them meet (days, voices,
words). So classes are related, not claims, and relations of claims follow from them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from counterclaim.comparison.axes.numbers import read_figures
from counterclaim.comparison.gates import is_aimed
from counterclaim.comparison.settings import place_key
from counterclaim.comparison.subjects import Subject
from counterclaim.comparison.types import World
from counterclaim.records import Place

READ_ROLES = frozenset(
    "extent degree inside success outcome status stage state condition valence topic object_hit "
    "category item object goal cumulative kind".split()
)


def profile_of(subject: Subject, world: World) -> Hashable:
    """Give all that the gates and axes read of one claim, except who meets whom.

    >>> profile_of(moscow_took_it, world) == profile_of(moscow_took_it_too, world)
    True
    """
    claim, window = subject.claim, subject.window
    actor = claim.event.initiator
    limits = world.rules.thresholds
    return (
        *(subject.kind, subject.real, subject.negative, claim.hedged),
        *(subject.doubted, claim.stance == "predicts", claim.event.type),
        *(subject.speaker, subject.author, subject.sufferer, actor and actor.name),
        # True, 1 and "1" are equal keys in Python, but not the same answer.
        tuple((k, type(v), v) for k, v in claim.event.roles if k in READ_ROLES),
        subject.value(read_figures, limits),
        bool(claim.quantities),
        where_of(subject),
        window is None,
        window is not None and window.stated and window.last - window.first,
        subject.epoch,
        is_aimed(subject),
    )


def where_of(subject: Subject) -> Hashable:
    """Give what decides where a claim may meet others: without a place or a date, in its article
    alone.
    """
    setting = subject.entry.setting
    bound = not setting.around or subject.window is None
    places = setting.how, _spots(setting.places), _spots(setting.around)
    return *places, subject.entry.article.id if bound else None


def _spots(places: Iterable[Place]) -> Hashable:
    return tuple((place_key(p), p.relation, p.precision) for p in places)


@dataclass(eq=False, slots=True)
class Group:
    """Claims of one class, by id."""

    members: list[Subject]
    number: int = 0

    @property
    def model(self) -> Subject:
        """The claim that stands for all."""
        return self.members[0]


def group_subjects(subjects: Sequence[Subject], world: World) -> list[Group]:
    """Put claims of one profile together, in the order of their smallest ids."""
    found: dict[Hashable, list[Subject]] = defaultdict(list)
    for subject in sorted(subjects, key=lambda s: s.id):
        found[profile_of(subject, world)].append(subject)
    return [Group(members, number) for number, members in enumerate(found.values())]
