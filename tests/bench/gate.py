"""The quality gate: measure the labelled sets of data/gate, fail when a figure falls.

    python tests/bench/gate.py                        measure and compare with the floors
    python tests/bench/gate.py --repin                raise the floors to what was reached
    python tests/bench/gate.py --repin --allow-lower "reason"    lower some, and say why

All labelled texts are invented for this purpose. The floors (F1 in per cent) stand in
data/gate/floors.yaml with the sha256 of the labels they were measured on.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import sys
from pathlib import Path
from typing import Any

import yaml
from gate_grounds import score_grounds, unsupported_line, wrong_grounds
from gate_layers import score_attributions, score_places, score_times
from gate_relations import Judged, judge_pairs, read_clusters, score_relations, wrong_relations
from gate_scores import Scores, pair_claims, score_claims, wrong_fields
from gate_sets import FLOORS, LabelledArticle, fingerprint, read_articles
from gate_speakers import score_speakers, wrong_speakers
from gate_spellings import is_meant, score_spellings, spellings
from gate_values import score_intervals, score_quantities
from gate_variation import score_variation

from counterclaim.knowledge.load import read_yaml
from counterclaim.records.model import ArticleInfo, Claim, Quantity, Record

FOLDER = Path(__file__).resolve().parents[2] / "data" / "gate"
SLACK = 1.0
"""Processors round differently and a parse may change here and there; a claim is 1 per cent."""
SLACK_OF_PAIRS = 3.0
"""A pair stands on two claims, and is 1 to 4 per cent; so is one of the sentences changed in one
way, where one parse more or less may be read otherwise."""
COARSE = ("relations", "variation-by")

Figures = dict[str, float]


def measure(folder: Path) -> dict[str, Scores]:
    """The scores of every set, by set and field."""
    from counterclaim.extraction.annotate import (
        annotate_attributions,
        annotate_places,
        annotate_times,
    )
    from counterclaim.extraction.times import find_times
    from counterclaim.knowledge.place_search import find_places

    claims: Scores = {}
    for article in read_articles(folder):
        score_claims(article.claims, run_pipeline(article).events, claims)
    alike, changed = score_variation(folder / "variation.yaml", claims_of)
    return {
        "claims": claims,
        "grounds": score_grounds(folder, "grounds", run_pipeline),
        "grounds-held": score_grounds(folder, "grounds-held", run_pipeline),
        "speakers": score_speakers(folder, claims_of),
        "attributions": score_attributions(folder, annotate_attributions),
        "times": score_times(folder, annotate_times),
        "places": score_places(folder, annotate_places),
        "spellings": score_spellings(folder, find_places),
        "intervals": score_intervals(folder / "intervals.yaml", find_times),
        "intervals-held": score_intervals(folder / "intervals-held.yaml", find_times),
        "quantities": score_quantities(folder / "quantities.yaml", quantities_of),
        "quantities-held": score_quantities(folder / "quantities-held.yaml", quantities_of),
        "relations": score_relations(relations_of(folder, held=False)),
        "relations-held": score_relations(relations_of(folder, held=True)),
        "variation": alike,
        "variation-by": changed,
    }


def relations_of(folder: Path, *, held: bool) -> list[Judged]:
    """What the program says of the labelled pairs of claims of one half."""
    from counterclaim.commands._places import Atlas
    from counterclaim.comparison import World
    from counterclaim.knowledge.comparison import load_rules
    from counterclaim.knowledge.sides import load_sides

    world = World(load_rules(), load_sides(), Atlas())
    return judge_pairs(read_clusters(folder, held=held), run_pipeline, world)


def quantities_of(text: str, published: str | None) -> tuple[Quantity, ...]:
    """The quantities that the program finds in a text that names no place."""
    from counterclaim.extraction.entities.parties import find_parties
    from counterclaim.extraction.quantities import find_quantities
    from counterclaim.extraction.times import find_times
    from counterclaim.language.parser import parse_text

    _, actors = find_parties(text, published, [], parse_text(text))
    return find_quantities(text, None, find_times(text, published), actors)


def run_pipeline(article: LabelledArticle) -> Record:
    """The records that the program finds in a labelled article."""
    from counterclaim.extraction.pipeline import extract

    info = ArticleInfo(
        id=article.name,
        sha256=hashlib.sha256(article.text.encode()).hexdigest(),
        file=f"{article.name}.txt",
        title=article.text.splitlines()[0],
        published=article.published,
        published_from="option" if article.published else None,
    )
    return extract(article.text, info)


def claims_of(text: str) -> tuple[Claim, ...]:
    """The claims that the program finds in a short text without a headline."""
    return run_pipeline(LabelledArticle("text", text, None, ())).events


def figures(sets: dict[str, Scores]) -> Figures:
    """One figure a field: its F1, cut (never rounded up) to one decimal."""
    return {
        f"{name}.{field}": math.floor(score.f1 * 10) / 10
        for name, scores in sets.items()
        for field, score in scores.items()
    }


def below_floor(reached: Figures, floors: Figures) -> list[str]:
    """A line for each figure that fell below its floor, or that is no longer measured."""
    lines = []
    for field, floor in sorted(floors.items()):
        now = reached.get(field)
        if now is None:
            lines.append(f"{field}: no longer measured (floor {floor})")
        elif now < floor - (SLACK_OF_PAIRS if field.startswith(COARSE) else SLACK):
            lines.append(f"{field}: {now} is below its floor {floor}")
    return lines


def repin(
    pinned: dict[str, Any], reached: Figures, sha256: str, reason: str | None
) -> dict[str, Any]:
    """The new content of floors.yaml. Without a reason no floor is lowered."""
    floors: Figures = dict(pinned.get("floors", {}))
    lowered = {f: v for f, v in floors.items() if reached.get(f, 0.0) < v}
    if lowered and reason is None:
        raise ValueError(f"would lower {', '.join(sorted(lowered))}: --allow-lower needs a reason")
    reasons = [*pinned.get("lowered", []), *([reason] if lowered and reason else [])]
    return {"sha256": sha256, "floors": dict(sorted(reached.items())), "lowered": reasons}


def print_table(sets: dict[str, Scores], floors: Figures) -> None:
    """Print precision, recall, F1 and floor of every field."""
    print(f"{'':36}{'P':>7}{'R':>7}{'F1':>7}{'floor':>7}{'n':>6}")
    for name, scores in sets.items():
        for field, score in scores.items():
            key = f"{name}.{field}"
            cells = f"{score.precision:7.1f}{score.recall:7.1f}{score.f1:7.1f}"
            print(f"{key:36}{cells}{floors.get(key, math.nan):7.1f}{score.expected:6}")
    for name in ("grounds", "grounds-held"):
        print(unsupported_line(name, sets[name]))


def print_errors(folder: Path) -> None:
    """Print the claims that were missed, found wrong in some field, or expected by nobody."""
    for article in read_articles(folder):
        events = run_pipeline(article).events
        pairs = pair_claims(article.claims, events)
        missed = set(range(len(article.claims))) - {i for i, _ in pairs}
        extra = set(range(len(events))) - {j for _, j in pairs}
        for i in sorted(missed):
            start, end = article.claims[i].span
            print(f"{article.name}: missed {article.claims[i].source}: {article.text[start:end]}")
        for i, j in pairs:
            wrong = wrong_fields(article.claims[i], events[j])
            if wrong and not article.claims[i].optional:
                print(f"{article.name}: wrong {'; '.join(wrong)}: {events[j].text}")
        for j in sorted(extra):
            print(f"{article.name}: extra {events[j].source.name}: {events[j].text}")
    print(*wrong_grounds(folder, "grounds", run_pipeline), sep="\n")
    print(*wrong_speakers(folder, claims_of), sep="\n")
    print(*wrong_relations(relations_of(folder, held=False)), sep="\n")


def print_spellings(folder: Path) -> None:
    """Print the spellings of the development half that give nothing, or another place."""
    from counterclaim.knowledge.place_search import find_places

    for place, language, spelling in spellings(folder):
        found = find_places(spelling)
        if place["half"] == "measurement" or (found and is_meant(place, found[0].entry)):
            continue
        given = f"{found[0].entry.name} ({found[0].why})" if found else "nothing"
        print(f"spellings: {language} {spelling} ({place['place']}): {given}")


def main(arguments: list[str] | None = None) -> int:
    """Run the gate; 0 when every figure holds."""
    parser = argparse.ArgumentParser(description="Measure the labelled sets of data/gate.")
    parser.add_argument("--repin", action="store_true", help="raise the floors to what is reached")
    parser.add_argument("--allow-lower", metavar="REASON", help="lower floors too, and say why")
    parser.add_argument(
        "--errors", action="store_true", help="also list what is missed, wrong or extra"
    )
    parser.add_argument("--folder", type=Path, default=FOLDER, help="the labelled sets")
    options = parser.parse_args(arguments)
    path = options.folder / FLOORS
    pinned = _read_floors(path)
    sets = measure(options.folder)
    reached = figures(sets)
    print_table(sets, pinned["floors"])
    if options.errors:
        print_errors(options.folder)
        print_spellings(options.folder)
    sha256 = fingerprint(options.folder)
    try:
        if options.repin:
            _write_floors(path, repin(pinned, reached, sha256, options.allow_lower))
            return 0
    except ValueError as error:
        print(f"gate: {error}", file=sys.stderr)
        return 1
    problems = below_floor(reached, pinned["floors"])
    if pinned["sha256"] != sha256:
        problems.append("the labels changed since the floors were pinned: run make repin")
    for problem in problems:
        print(f"gate: {problem}", file=sys.stderr)
    return 1 if problems else 0


def _read_floors(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {"sha256": None, "floors": {}, "lowered": []}
    data = read_yaml(path)
    data["floors"] = {field: float(value) for field, value in data["floors"].items()}
    return dict(data)


def _write_floors(path: Path, content: dict[str, Any]) -> None:
    head = (
        "# Written by make repin. F1 in per cent; `lowered` tells why a floor was ever lowered.\n"
    )
    body = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)
    path.write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
