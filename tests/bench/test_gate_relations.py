"""The gate's relations: the labels are sound, and the figures count what they say."""

from __future__ import annotations

import pytest
from gate import FOLDER
from gate_relations import Judged, judge_pairs, read_clusters, score_relations, wrong_relations

from comparison.small_world import make_world
from counterclaim.records.model import Actor, ArticleInfo, Claim, Event, Place, Record, Source

CLUSTER = """\
set: relations
articles:
- name: moscow
  published: 2024-03-05
  text: Our troops took Terny, the ministry said.
- name: kyiv
  published: 2024-03-05
  text: Terny has not been taken, the army said. It rained.
claims:
  taken: [moscow, took Terny]
  held: [kyiv, Terny has not been taken]
  rain: [kyiv, It rained]
pairs:
- [taken, held, [contradicts, tension], strong]
- [taken, rain, unrelated]
"""


@pytest.mark.parametrize("held", [False, True])
def test_each_half_is_large_and_full_of_pairs_that_are_none(held):
    clusters = read_clusters(FOLDER, held=held)
    labels = [label for cluster in clusters for _, _, label, _ in cluster.pairs]
    assert len(clusters) >= 5
    assert len(labels) >= 80
    assert labels.count(("unrelated",)) >= 35


@pytest.mark.parametrize("held", [False, True])
def test_pairs_are_of_claims_that_are_labelled_and_no_pair_stands_twice(held):
    for cluster in read_clusters(FOLDER, held=held):
        named = [frozenset((a, b)) for a, b, _, _ in cluster.pairs]
        assert {key for pair in named for key in pair} <= set(cluster.claims)
        assert len(set(named)) == len(named)


def test_a_pair_is_judged_by_the_claims_that_hold_its_words(tmp_path):
    clusters = _clusters(tmp_path)
    judged = judge_pairs(clusters, lambda article: RECORDS[article.name], make_world())
    assert [(pair.found, pair.right) for pair in judged] == [("contradicts", True), (None, False)]
    assert wrong_relations(judged) == [
        "relations: unrelated, found no such claim: took Terny | It rained"
    ]


@pytest.mark.parametrize(
    ("accepted", "found", "right", "exact"),
    [
        ("contradicts", "contradicts", True, True),
        ("contradicts", "tension", True, False),
        ("agrees", "concedes", True, False),
        ("unrelated", "compatible", True, True),
        ("unrelated", "agrees", False, False),
        ("update", "differs_in_number", False, False),
        ("agrees", None, False, False),
    ],
)
def test_a_relation_is_right_by_its_kind_and_exact_by_its_name(accepted, found, right, exact):
    pair = Judged(("a", "b"), (accepted,), strong=False, found=found)
    assert (pair.right, pair.exact) == (right, exact)


@pytest.mark.parametrize(
    ("accepted", "found", "score"),
    [
        ("contradicts", "tension", (1, 1, 1)),
        ("contradicts", "unrelated", (0, 0, 1)),
        ("contradicts", None, (0, 0, 1)),
        ("unrelated", "contradicts", (0, 1, 0)),
        ("tension/unrelated", "tension", (1, 1, 1)),
        ("tension/unrelated", "unrelated", (0, 0, 0)),
    ],
)
def test_what_counts_as_a_contradiction_found_and_meant(accepted, found, score):
    pair = Judged(("a", "b"), tuple(accepted.split("/")), strong=False, found=found)
    counted = score_relations([pair])["contradiction"]
    assert (counted.right, counted.found, counted.expected) == score


@pytest.mark.parametrize(
    ("found", "right", "number"),
    [("compatible", 1, 1), ("agrees", 1, 1), ("differs_in_number", 0, 1), (None, 0, 0)],
)
def test_a_number_set_against_another_without_reason_is_a_false_alarm(found, right, number):
    counted = score_relations([Judged(("a", "b"), ("unrelated",), strong=True, found=found)])
    alarm = counted["no_false_alarm"]
    assert (alarm.right, alarm.found) == (right, number)


def _clusters(tmp_path):
    (tmp_path / "relations").mkdir()
    (tmp_path / "relations" / "terny.yaml").write_text(CLUSTER, "utf-8")
    (tmp_path / "relations" / "other-held.yaml").write_text("set: [not read", "utf-8")
    return read_clusters(tmp_path, held=False)


def _record(name, side, text, span, stance):
    info = ArticleInfo(id=name, sha256="0" * 64, file="a.txt", published="2024-03-05")
    claim = Claim(
        id=f"{name}#01",
        text=text,
        spans=(span,),
        quotation="indirect",
        stance=stance,
        source=Source(name, "organisation", side),
        event=Event("capture", Actor("Armed Forces of Russia", "russia")),
        places=(Place("Terny", "Terny", (0, 5), id="geonames:1", precision="settlement"),),
    )
    return Record(info, (claim,))


RECORDS = {
    "moscow": _record("moscow", "russia", "Our troops took Terny", (0, 21), "asserts"),
    "kyiv": _record("kyiv", "ukraine", "Terny has not been taken", (0, 24), "denies"),
}
