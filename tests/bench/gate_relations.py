"""The gate's relations: clusters of invented reports, and how their claims stand to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gate_scores import Score, Scores, overlap
from gate_sets import LabelledArticle, find_words

from counterclaim.comparison import World, compare_claims
from counterclaim.comparison.types import RELATIONS
from counterclaim.knowledge.load import read_yaml
from counterclaim.records.model import Claim, Record, Span

HELD = "-held"
UNRELATED = "unrelated"
GROUPS = {
    "contradicts": "clash",
    "mutual_blame": "clash",
    "tension": "clash",
    "differs_in_number": "number",
    "concedes": "agreement",
    "agrees": "agreement",
    "shift": "change",
    "update": "change",
    "same_origin": "reprint",
    "compatible": "none",
    UNRELATED: "none",
}
ALARMS = {"clash", "number"}

Extract = Callable[[LabelledArticle], Record]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Reports on one subject; ``claims`` are words in them by key (the article, then the span),
    ``pairs`` two keys, the accepted relations and whether nobody could see it otherwise."""

    articles: tuple[LabelledArticle, ...]
    claims: dict[str, tuple[str, Span]]
    pairs: tuple[tuple[str, str, tuple[str, ...], bool], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled pair and what became of it; ``found`` is None where a claim was not found."""

    words: tuple[str, str]
    accepted: tuple[str, ...]
    strong: bool
    found: str | None

    @property
    def groups(self) -> set[str]:
        """What kinds of relation are right."""
        return {GROUPS[name] for name in self.accepted}

    @property
    def right(self) -> bool:
        """Whether a relation of the right kind was found."""
        return self.found is not None and GROUPS[self.found] in self.groups

    @property
    def exact(self) -> bool:
        """Whether the very relation was found."""
        return self.right and (GROUPS[self.found or ""] == "none" or self.found in self.accepted)


def read_clusters(folder: Path, *, held: bool) -> list[Cluster]:
    """The clusters of one half of ``data/gate/relations``: worked on, or left unread."""
    paths = sorted((folder / "relations").glob("*.yaml"))
    return [_cluster(read_yaml(p)) for p in paths if p.stem.endswith(HELD) == held]


def judge_pairs(clusters: Iterable[Cluster], extract: Extract, world: World) -> list[Judged]:
    """What the program says of every labelled pair."""
    return [judged for cluster in clusters for judged in _judge(cluster, extract, world)]


def score_relations(judged: Sequence[Judged]) -> Scores:
    """Relations of the right kind (of all pairs, of the strong ones), the very relations,
    contradictions and tensions, and unrelated claims in which nothing is seen.

    Precision is over the pairs whose claims were found, recall over all of them."""
    names = ("kind", "strong", "relation", "contradiction", "no_false_alarm")
    scores = {name: Score() for name in names}
    for pair in judged:
        known = pair.found is not None
        scores["kind"].add(pair.right, known, 1)
        scores["strong"].add(pair.right and pair.strong, known and pair.strong, pair.strong)
        scores["relation"].add(pair.exact, known, 1)
        clash = known and GROUPS[pair.found or ""] == "clash"
        meant = "clash" in pair.groups and (clash or pair.groups == {"clash"})
        scores["contradiction"].add(clash and meant, clash, meant)
        if known and pair.groups == {"none"}:
            scores["no_false_alarm"].add(GROUPS[pair.found or ""] not in ALARMS, 1, 1)
    return scores


def wrong_relations(judged: Iterable[Judged]) -> list[str]:
    """A line for each pair that is wrong."""
    return [
        f"relations: {'/'.join(j.accepted)}{' (strong)' if j.strong else ''}, found "
        f"{j.found or 'no such claim'}: {j.words[0]} | {j.words[1]}"
        for j in judged
        if not j.right
    ]


def _cluster(data: dict[str, Any]) -> Cluster:
    articles = [LabelledArticle(a["name"], a["text"], a["published"], ()) for a in data["articles"]]
    texts = {article.name: article.text for article in articles}
    claims = {k: (a, find_words(texts[a], words)) for k, (a, words) in data["claims"].items()}
    pairs = [(a, b, _several(label), bool(rest)) for a, b, label, *rest in data["pairs"]]
    return Cluster(tuple(articles), claims, tuple(pairs))


def _several(label: str | list[str]) -> tuple[str, ...]:
    return (label,) if isinstance(label, str) else tuple(label)


def _judge(cluster: Cluster, extract: Extract, world: World) -> Iterator[Judged]:
    records = {article.name: extract(article) for article in cluster.articles}
    relations = compare_claims(records.values(), world).relations
    found = {frozenset((r.a, r.b)): r.relation for r in relations}
    texts = {article.name: article.text for article in cluster.articles}
    for a, b, accepted, strong in cluster.pairs:
        ours, theirs = ([c.id for c in _at(records, *cluster.claims[key])] for key in (a, b))
        named = [found.get(frozenset((x, y)), UNRELATED) for x in ours for y in theirs]
        words = [texts[name][slice(*span)] for name, span in map(cluster.claims.get, (a, b))]
        yield Judged((words[0], words[1]), accepted, strong, min(named, key=_weight, default=None))


def _at(records: dict[str, Record], article: str, words: Span) -> list[Claim]:
    """The claims that hold most of the words: of several the shortest; what one clause gives
    beside each other is one claim to a reader."""
    length = words[1] - words[0]
    holding = [
        claim
        for claim in records[article].events
        if sum(max(0, min(e, words[1]) - max(s, words[0])) for s, e in claim.spans) * 2 > length
    ]
    best = max((overlap([words], claim.spans) for claim in holding), default=0.0)
    return [claim for claim in holding if overlap([words], claim.spans) == best]


def _weight(relation: str) -> int:
    return RELATIONS.index(relation) if relation in RELATIONS else len(RELATIONS)
