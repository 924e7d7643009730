"""Measure the shipped English pipeline on treebanks it was not trained on.

    python data/language/evaluate.py CORPORA

CORPORA is the folder that `train.py` takes, with `ud-english-pud/` beside. Words and sentences are
the treebank's; LAS counts universal relations, without subtypes, as CoNLL 2018 does.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any

from counterclaim.language.parser import STRAIGHTEN
from counterclaim.resources import data_path

sys.path.insert(0, str(Path(__file__).parent))
from train import read_sentences


def measure(nlp: Any, path: Path, prefix: str = "") -> dict[str, float]:
    """Tag accuracy, UAS and LAS over the sentences of a file whose id starts with `prefix`."""
    from spacy.tokens import Doc  # noqa: PLC0415 heavy

    words = tags = heads = labels = 0
    for rows, spaces in read_sentences(path, prefix):
        forms = [r[1].translate(STRAIGHTEN) for r in rows]
        doc = nlp(Doc(nlp.vocab, forms, [spaces.get(i, True) for i in range(len(rows))]))
        for token, row in zip(doc, rows, strict=True):
            head = 0 if token.head.i == token.i else token.head.i + 1
            words += 1
            tags += token.tag_ == row[4]
            heads += head == int(row[6])
            same = token.dep_.lower().split(":")[0] == row[7].split(":")[0]
            labels += head == int(row[6]) and same
    return {"words": words, "tags": tags / words, "UAS": heads / words, "LAS": labels / words}


def main() -> None:
    """Print one line a treebank, and the size and speed of the pipeline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    corpora = parser.parse_args().corpora
    import spacy  # noqa: PLC0415 heavy

    start = time.perf_counter()
    nlp = spacy.load(data_path("language", "en"))
    loading = time.perf_counter() - start
    sets = (
        ("EWT test", corpora / "ud-english-ewt" / "ewt_test.conllu", ""),
        ("GUM (open genres) test", corpora / "ud-english-gum-by" / "gumby_test.conllu", ""),
        ("PUD, news half", corpora / "ud-english-pud" / "en_pud-ud-test.conllu", "n"),
    )
    for name, path, prefix in sets:
        start = time.perf_counter()
        got = measure(nlp, path, prefix)
        speed = got["words"] / (time.perf_counter() - start)
        print(
            f"{name}: {got['words']:.0f} words, tags {got['tags']:.1%}, "
            f"UAS {got['UAS']:.1%}, LAS {got['LAS']:.1%}, {speed:,.0f} words/s one by one"
        )
    size = sum(p.stat().st_size for p in data_path("language", "en").rglob("*") if p.is_file())
    print(f"size {size / 1e6:.1f} MB, loaded in {loading:.2f} s")


if __name__ == "__main__":
    main()
