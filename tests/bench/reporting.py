"""Who is told to have said it, in a hundred ordinary ways to report (reporting.yaml).

    python tests/bench/reporting.py [--list worked|held]

A sentence is right when a claim with the expected source covers half of the expected words, and
wrong above all when the article itself claims them. `--list` shows what is not right.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from counterclaim.extraction.pipeline import extract
from counterclaim.knowledge.load import read_yaml
from counterclaim.records.model import ArticleInfo, Claim, Span

SET = Path(__file__).with_name("reporting.yaml")


def readings(part: str) -> Iterator[tuple[str, str, bool, str]]:
    """For each sentence of a part: its text, `right`, `narrator`, `other` or `nothing`, whether
    the stance is right, too, and what was read."""
    for text, source, stance, content in read_yaml(SET)[part]:
        record = extract(text, ArticleInfo("undated-reporting-00000000", "0" * 64, "reporting.txt"))
        words = _find(text, content)
        touching = [c for c in record.events if _shared(c, words) * 2 >= words[1] - words[0]]
        right = [c for c in touching if _is_of(c, _find(text, source))]
        narrated = any(c.source.kind == "narrator" for c in touching)
        verdict = "narrator" if narrated else "other" if touching else "nothing"
        shown = "; ".join(f"{c.source.name} {c.stance}: {c.text}" for c in record.events)
        if right and not narrated:
            verdict = "right"
        yield text, verdict, any(c.stance == stance for c in right), shown


def _find(text: str, words: str) -> Span:
    at = text.index(words)
    return at, at + len(words)


def _shared(claim: Claim, words: Span) -> int:
    return sum(max(0, min(b, words[1]) - max(a, words[0])) for a, b in claim.spans)


def _is_of(claim: Claim, source: Span) -> bool:
    mention = claim.source.mention
    return mention is not None and mention.span[0] < source[1] and source[0] < mention.span[1]


def main() -> None:
    """Print the counts of both parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", choices=("worked", "held"))
    chosen = parser.parse_args().list
    for part in ("worked", "held"):
        rows = list(readings(part))
        counts = {
            v: sum(r[1] == v for r in rows) for v in ("right", "other", "nothing", "narrator")
        }
        figures = ", ".join(f"{name} {count}" for name, count in counts.items())
        print(f"{part}: {figures}, right stance {sum(r[2] for r in rows)} of {len(rows)}")
        for text, verdict, stance, shown in rows if part == chosen else ():
            if verdict != "right" or not stance:
                print(f"- {verdict}, stance {'right' if stance else 'wrong'}: {text}\n    {shown}")


if __name__ == "__main__":
    main()
