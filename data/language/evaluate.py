"""Measure the shipped English pipeline on treebanks it was not trained on.

    python data/language/evaluate.py CORPORA [--model FOLDER] [--varied]

CORPORA is the folder that `train.py` takes. Words and sentences are the treebank's; LAS counts
universal relations, without subtypes, as CoNLL 2018 does. `--varied` measures on the development
sets, once as they are and once changed in each way of `vary.py`.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from counterclaim.resources import data_path

sys.path.insert(0, str(Path(__file__).parent))
from train import read_sentences, straight
from vary import Rows, Spaces, ways

SEED = 20230125


def measure(nlp: Any, sentences: Iterable[tuple[Rows, Spaces]]) -> dict[str, float]:
    """Accuracy of the treebank's tags and of UPOS, UAS and LAS."""
    from spacy.tokens import Doc  # noqa: PLC0415 heavy

    words = tags = kinds = heads = labels = 0
    for rows, spaces in sentences:
        forms = [r[1] for r in straight(rows)]
        doc = nlp(Doc(nlp.vocab, forms, [spaces.get(i, True) for i in range(len(rows))]))
        for token, row in zip(doc, rows, strict=True):
            head = 0 if token.head.i == token.i else token.head.i + 1
            words += 1
            tags += token.tag_ == row[4]
            kinds += token.pos_ == row[3]
            heads += head == int(row[6])
            same = token.dep_.lower().split(":")[0] == row[7].split(":")[0]
            labels += head == int(row[6]) and same
    shares = {"tags": tags, "UPOS": kinds, "UAS": heads, "LAS": labels}
    return {"words": words} | {name: count / words for name, count in shares.items()}


def report(name: str, nlp: Any, sentences: Iterable[tuple[Rows, Spaces]]) -> str:
    """One line about a set."""
    start = time.process_time()
    got = measure(nlp, sentences)
    speed = got["words"] / (time.process_time() - start)
    return (
        f"{name}: {got['words']:.0f} words, tags {got['tags']:.1%}, UPOS {got['UPOS']:.1%}, "
        f"UAS {got['UAS']:.1%}, LAS {got['LAS']:.1%}, {speed:,.0f} words/s one by one"
    )


def report_varied(nlp: Any, corpora: Path) -> None:
    """One line a way to change a sentence, over the sentences that it changes."""
    gold = [
        (straight(rows), spaces)
        for path in ("ud-english-ewt/ewt_dev.conllu", "ud-english-gum-by/gumby_dev.conllu")
        for rows, spaces in read_sentences(corpora / path)
    ]
    print(report("dev, as it is", nlp, gold))
    for name, way in ways([rows for rows, _ in gold]).items():
        rng = random.Random(SEED)  # noqa: S311 a fixed order, no secret
        pairs = [(rows, way(rows, rng)) for rows, _ in gold]
        changed = [(now, {}) for was, now in pairs if now and _forms(was) != _forms(now)]
        before = [(was, {}) for was, now in pairs if now and _forms(was) != _forms(now)]
        plain = measure(nlp, before)["LAS"]
        print(f"{report(f'dev, {name}', nlp, changed)}; LAS {plain:.1%} before the change")


def _forms(rows: Rows) -> list[str]:
    return [row[1] for row in rows]


def main() -> None:
    """Print one line a treebank, and the size and speed of the pipeline."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--model", type=Path, default=data_path("language", "en"))
    parser.add_argument("--varied", action="store_true")
    options = parser.parse_args()
    corpora = options.corpora
    import spacy  # noqa: PLC0415 heavy

    start = time.perf_counter()
    nlp = spacy.load(options.model)
    loading = time.perf_counter() - start
    sets = (
        ("EWT test", "ud-english-ewt/ewt_test.conllu", ""),
        ("GUM (open genres) test", "ud-english-gum-by/gumby_test.conllu", ""),
        ("PUD, news half", "ud-english-pud/en_pud-ud-test.conllu", "n"),
    )
    for name, path, prefix in sets:
        print(report(name, nlp, read_sentences(corpora / path, prefix)))
    if options.varied:
        report_varied(nlp, corpora)
    size = sum(p.stat().st_size for p in options.model.rglob("*") if p.is_file())
    print(f"size {size / 1e6:.1f} MB, loaded in {loading:.2f} s")


if __name__ == "__main__":
    main()
