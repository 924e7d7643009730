"""Whether invented nonsense is compared as the rules promise, in great numbers.

    python tests/bench/pairs.py [--pairs 100000] [--articles 125]

Relates random pairs of claims both ways round: symmetric, total, never an exception. Compares a
random ledger, as it is and in another order: the same bytes of JSON. Exits 1 where it is not so.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from comparison.nonsense import any_pairs, any_records, shuffled
from comparison.small_world import make_world
from counterclaim.comparison import compare_claims
from counterclaim.comparison.incidents.relating import relate
from counterclaim.comparison.types import RELATIONS
from counterclaim.presentation.compare.as_json import to_json


def check_pairs(pairs: int) -> str | None:
    """Relate random pairs both ways round, and print a line; give what is wrong, if anything."""
    world, start = make_world(), time.process_time()
    seen: Counter[str] = Counter()
    for a, b in any_pairs(random.Random(7), pairs, world):
        found = relate(a, b, world)
        if found != relate(b, a, world):
            return f"not symmetric: {a} and {b}"
        if found is not None and (found.relation not in RELATIONS or found.a >= found.b):
            return f"no such relation: {found}"
        seen[found.relation if found else "not compared"] += 1
    spent = time.process_time() - start
    print(f"{'pairs':10} {spent:6.2f} s for {sum(seen.values())} pairs, both ways round")
    print(", ".join(f"{name} {number}" for name, number in sorted(seen.items())))
    return None


def check_order(articles: int) -> str | None:
    """Compare a random ledger in two orders, and print a line; give what is wrong, if anything."""
    world, rng = make_world(), random.Random(11)
    records = any_records(rng, articles)
    printed = to_json(compare_claims(records, world))
    if to_json(compare_claims(shuffled(records, rng), world)) != printed:
        return "another order of the input gives other bytes"
    claims = sum(len(record.events) for record in records)
    print(f"{'order':10} the same {len(printed)} bytes of JSON for {claims} claims in two orders")
    return None


def main() -> int:
    """Print the figures. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Compare invented nonsense in great numbers.")
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=125)
    asked = parser.parse_args()
    wrong = [w for w in (check_pairs(asked.pairs), check_order(asked.articles)) if w]
    print("\n".join(wrong), file=sys.stderr, end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
