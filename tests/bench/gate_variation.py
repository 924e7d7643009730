"""The gate's variation: what reports and what happens, changed by machine in one thing at a time.

    python tests/bench/gate_variation.py                  the shares read alike
    python tests/bench/gate_variation.py --show           the failures by class, most costly first
    python tests/bench/gate_variation.py --show passive   the sentences of classes with that word

A row of data/cues, a predicate or a relay gives a base sentence; data/gate/variation.yaml tells how
it is changed and what must be read in it. Half of the rows are held: they are counted, never shown.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from gate_rows import Data, Row, rows
from gate_scores import Score, Scores, same_name
from gate_sentences import Expected, Maker, Variant

from counterclaim.knowledge.load import read_yaml
from counterclaim.records.model import NARRATOR, Claim, Span

BATCH = 25
"""Sentences of one text: each is a paragraph, and all tell of one war. A headline stands alone, as
above an article it is a title, which is no claim; so does another name of a party, which may tell
of a place ("Moscow's forces")."""
FEW = 3
"""Every word of a class is tried in its first frame, and so many in the others; a reporting row is
tried in every third war."""
PLAIN, WORD = "as it stands", "another word"
Annotate = Callable[[str], Iterable[Claim]]


def score_variation(path: Path, annotate: Annotate) -> tuple[Scores, Scores]:
    """The shares read alike: of both halves, and by what was changed."""
    totals: Scores = {"development": Score(), "held": Score()}
    changes: Scores = {}
    for variant, wrong in judge(variants(path), annotate):
        totals["held" if variant.row.held else "development"].add(not wrong, 1, 1)
        name = variant.change.replace(" ", "_")
        changes.setdefault(name, Score()).add(not wrong, 1, 1)
    return totals, changes


def judge(
    all_variants: Iterable[Variant], annotate: Annotate
) -> Iterator[tuple[Variant, tuple[str, ...]]]:
    """Every variant with the fields that are read otherwise."""
    for batch in _batches(all_variants):
        text, spans = _article(batch)
        claims = sorted(annotate(text), key=lambda c: c.spans[0])
        for variant, (start, end) in zip(batch, spans, strict=True):
            inside = [c for c in claims if start <= c.spans[0][0] < end]
            yield variant, wrong_fields(variant.expected, inside)


def _batches(all_variants: Iterable[Variant]) -> Iterator[list[Variant]]:
    by_war: dict[str, list[Variant]] = defaultdict(list)
    for variant in all_variants:
        if variant.alone:
            yield [variant]
        else:
            by_war[variant.war].append(variant)
    for found in by_war.values():
        for start in range(0, len(found), BATCH):
            yield found[start : start + BATCH]


def _article(batch: Sequence[Variant]) -> tuple[str, list[Span]]:
    spans, at = [], 0
    for variant in batch:
        spans.append((at, at + len(variant.text)))
        at += len(variant.text) + 2
    return "\n\n".join(variant.text for variant in batch), spans


def wrong_fields(expected: Expected, claims: Sequence[Claim]) -> tuple[str, ...]:
    """What is read otherwise by the claim that comes nearest; ``missed`` where there is none."""
    if expected.denied:
        told = [c for c in claims if c.stance == "asserts" and c.event.type == expected.event]
        return ("told though it was not said",) if told else ()
    readings = [_wrong(expected, claim) for claim in claims]
    return min(readings, key=len, default=("missed",))


def _wrong(expected: Expected, claim: Claim) -> tuple[str, ...]:
    event, source, initiator = claim.event, claim.source, claim.event.initiator
    party = initiator.side if initiator else None
    checks = {
        "narrator": (source.kind == NARRATOR) == expected.narrated,
        "source": expected.source is None or same_name(expected.source, source.name),
        "side": expected.side in (None, source.side),
        "stance": expected.stances is None or claim.stance in expected.stances,
        "quotation": expected.quotation in (None, claim.quotation),
        "event": expected.event in (None, event.type),
        "party": expected.initiator in (None, party),
        "place": expected.place is None or any(expected.place in p.mention for p in claim.places),
        "number": expected.number is None
        or any(q.low == q.high == expected.number for q in claim.quantities),
        "negation": not expected.negated
        or bool(event.role("negated"))
        or event.role("success") is False
        or claim.stance == "denies",
    }
    return tuple(field for field, right in checks.items() if not right)


def variants(path: Path) -> list[Variant]:
    """All sentences, each once, in the order of the data."""
    data = read_yaml(path)
    maker = Maker(data)
    found: dict[str, Variant] = {}
    for number, row in enumerate(rows(data)):
        for variant in _vary(maker, row, number):
            found.setdefault(variant.text, variant)
    return list(found.values())


def _vary(maker: Maker, row: Row, number: int) -> Iterator[Variant]:
    for at in range(len(row.words) if row.first else min(FEW, len(row.words))):
        yield maker.make(row, at, {}, PLAIN if at == 0 else WORD, number + at)
    for turn, change in enumerate(maker.data["transformations"]):
        at = (turn // FEW) % len(row.words)
        thinned = "war" in change and row.kind != "predicate" and (number + turn) % FEW
        if not thinned and _applies(row, change) and maker.fits(row, change, at):
            yield maker.make(row, at, change, change["name"], number + turn)


def _applies(row: Row, change: Data) -> bool:
    if row.kind == "predicate":
        return bool(change.get("told", False))
    if row.document and "source" in change:
        return False  # a text shows and lists; a person does not
    if "reported" in change or row.frame not in change.get("only", [row.frame]):
        return False
    if "order" in change and not row.spoken:
        return False
    has_clause = dict(row.shape).get("clause", False)
    return has_clause or not {"clause", "actor"} & change.keys()


def print_failures(path: Path, annotate: Annotate, only: str) -> None:
    """The classes of failures with their counts; with a word, the sentences of the open half."""
    classes: Counter[str] = Counter()
    sentences: dict[str, list[str]] = defaultdict(list)
    for variant, wrong in judge(variants(path), annotate):
        if not wrong:
            continue
        row = variant.row
        kind = f"{row.kind} {row.frame}, {variant.change}: {', '.join(wrong)}"
        classes[kind] += 1
        if not row.held:
            sentences[kind].append(f"    [{row.name}] {variant.text}")
    for kind, count in classes.most_common():
        if only in kind:
            print(f"{count:5} {kind}")
            if only:
                print(*sentences[kind], sep="\n")


def main(arguments: list[str] | None = None) -> int:
    """Measure, or show what is read otherwise."""
    from gate import FOLDER, claims_of

    parser = argparse.ArgumentParser(description="Vary every row of data/cues and predicate.")
    parser.add_argument("--show", nargs="?", const="", metavar="WORD", help="failures by class")
    options = parser.parse_args(arguments)
    path = FOLDER / "variation.yaml"
    if options.show is not None:
        print_failures(path, claims_of, options.show)
        return 0
    for scores in score_variation(path, claims_of):
        for name, score in scores.items():
            print(f"{name:32}{score.right:6} of {score.expected:5}{score.f1:7.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
