"""Invented nonsense: claims, pairs of claims and whole ledgers that no reader would write."""

from __future__ import annotations

from dataclasses import replace

from comparison.small_world import article, claim, number
from counterclaim.comparison.gathering import find_entries
from counterclaim.comparison.prepared.claim import make_subject

KINDS = [
    *("control", "capture", "advance", "breach", "withdrawal", "fighting", "attack", "shelling"),
    *("attack_repelled", "encirclement", "supply_line", "offensive", "air_defence", "casualties"),
    *("equipment_loss", "force_condition", "ceasefire", "negotiation", "intent", "accusation"),
    *("assessment", "displacement", "deployment", "unheard_of"),
]
STANCES = ["asserts", "confirms", "denies", "doubts", "intends", "predicts", "demands"]
ROLES = {
    "extent": ["full", "most", "part", "outskirts", "none", "surroundings", "odd", 3],
    "degree": ["marginal", "full", "huge", None],
    "inside": [True, False, "yes"],
    "success": [True, False],
    "outcome": ["success", "partial", "repelled", ""],
    "state": ["cut", "open", "threatened", "present"],
    "status": ["in force", "agreed", "refused", "broken"],
    "stage": ["announced", "done"],
    "negated": [True, False],
    "wrapped": ["capture", "shelling", ""],
    "goal": ["take", "destroy"],
    "cumulative": [True],
    "valence": ["positive", "negative"],
    "condition": ["good", "poor"],
    "topic": ["situation", "morale"],
    "object_hit": ["military", "civilian"],
    "object": ["plant", "station"],
    "item": ["tank", "drone"],
    "category": ["child", "soldier"],
    "harm": ["killed", "wounded"],
    "kind": ["allegation", "report"],
}


def any_claim(rng):
    """One claim that says whatever chance says."""
    low = rng.choice([None, 0, 3, 19, 40])
    high = rng.choice([None, low, 60])
    roles = {name: rng.choice(values) for name, values in ROLES.items() if rng.random() < 0.3}
    return claim(
        rng.choice(["Moscow", "Minsk", "Kyiv", "analysts", "locals", "narrator"]),
        rng.choice(KINDS),
        rng.choice(["it was so", "the town was taken by storm", ""]),
        by=rng.choice([None, "Russia", "Ukraine", "Belarus"]),
        on=rng.choice([None, "Russia", "Ukraine"]),
        at=rng.choice([None, "Velyka", "Zarichne", ("Velyka", "North Oblast"), "Ukraine"]),
        when=rng.choice([None, "2023-03-01", "2023-02", "2022/2023-03-01", "2023-02-31"]),
        said=rng.choice([None, "2023-03-01", "2023-01"]),
        stance=rng.choice(
            ["asserts", "confirms", "denies", "doubts", "intends", "predicts", "demands"]
        ),
        hedged=rng.random() < 0.2,
        numbers=[number("killed", low, high)] * rng.choice([0, 1, 2]),
        spans=rng.choice([None, ((0, 20),)]),
        **roles,
    )


def any_records(rng, articles=6):
    """A ledger of short articles, some of them undated."""
    days = [None, "2023-03-02", "2023-03-03"]
    return [
        article(*(any_claim(rng) for _ in range(8)), name=f"a{i:05}", published=rng.choice(days))
        for i in range(articles)
    ]


def any_pairs(rng, pairs, world):
    """Pairs of claims: of every four, two are of one article and two of two articles."""
    for round_ in range(pairs // 4):
        published = rng.choice([None, "2023-03-02"])
        record = article(*(any_claim(rng) for _ in range(3)), name=f"a{round_}")
        other = article(any_claim(rng), name=f"b{round_}", published=published)
        a, b, c, d = (
            make_subject(e, world) for r in (record, other) for e in find_entries(r, world)
        )
        yield from ((a, b), (b, c), (a, d), (c, d))


def shuffled(records, rng):
    """The same ledger in another order: articles, and claims in them."""
    turned = [replace(r, events=tuple(rng.sample(r.events, len(r.events)))) for r in records]
    return rng.sample(turned, len(turned))
