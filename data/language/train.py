"""Train the English pipeline that `ingest` reads with, from two Universal Dependencies treebanks.

    python data/language/train.py CORPORA WORK [--steps N]

CORPORA holds `ud-english-ewt/` and `ud-english-gum-by/`; WORK receives the converted
corpora and `model-best/`. `make model` runs this and copies the result to `data/language/en/`.

Sentences are trained one by one because the pipeline is handed sentence boundaries by rule
(counterclaim.language.sentences), and in straightened typography because the pipeline reads
text through the same one-to-one character table (counterclaim.language.parser.STRAIGHTEN).
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from counterclaim.language.parser import STRAIGHTEN

Rows = list[list[str]]


def read_sentences(path: Path, prefix: str = "") -> Iterator[tuple[Rows, dict[int, bool]]]:
    """Yield (word rows, {word index: a space follows}) for each sentence of a CoNLL-U file whose id
    begins with `prefix`."""
    rows: Rows = []
    spaces: dict[int, bool] = {}
    joined_until = 0
    wanted = True
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if not line.strip():
            if rows and wanted:
                yield rows, spaces
            rows, spaces, joined_until = [], {}, 0
            continue
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            if key.strip() == "sent_id":
                wanted = value.strip().startswith(prefix)
            continue
        cells = line.split("\t")
        follows = "SpaceAfter=No" not in cells[9]
        if "-" in cells[0]:
            first, last = (int(n) for n in cells[0].split("-"))
            joined_until = last
            spaces.update({n - 1: False for n in range(first, last)})
            spaces[last - 1] = follows
        elif "." not in cells[0]:
            rows.append(cells)
            if int(cells[0]) > joined_until:
                spaces[int(cells[0]) - 1] = follows


def to_doc(vocab: Vocab, rows: Rows, spaces: dict[int, bool]) -> Doc:
    """One sentence as a gold Doc, typography straightened."""
    heads = [int(r[6]) - 1 if r[6] != "0" else i for i, r in enumerate(rows)]
    return Doc(
        vocab,
        words=[r[1].translate(STRAIGHTEN) for r in rows],
        spaces=[spaces.get(i, True) for i in range(len(rows))],
        tags=[r[4] for r in rows],
        lemmas=[r[2].translate(STRAIGHTEN) for r in rows],
        heads=heads,
        deps=["ROOT" if r[7] == "root" else r[7] for r in rows],
        sent_starts=[i == 0 for i in range(len(rows))],
    )


def convert(paths: list[Path], out: Path, *, shuffle: bool) -> None:
    vocab = spacy.blank("en").vocab
    docs = [to_doc(vocab, *s) for p in paths for s in read_sentences(p)]
    if shuffle:
        random.Random(20230125).shuffle(docs)  # noqa: S311 a fixed order, no secret
    DocBin(docs=docs, store_user_data=False).to_disk(out)
    print(f"{out.name}: {len(docs)} sentences, {sum(map(len, docs))} words")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--steps", type=int)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    ewt, gum = options.corpora / "ud-english-ewt", options.corpora / "ud-english-gum-by"
    train, dev = options.work / "train.spacy", options.work / "dev.spacy"
    convert([ewt / "ewt_train.conllu", gum / "gumby_train.conllu"], train, shuffle=True)
    convert([ewt / "ewt_dev.conllu", gum / "gumby_dev.conllu"], dev, shuffle=False)
    config = Path(__file__).with_name("config.cfg")
    steps = ["--training.max_steps", str(options.steps)] if options.steps else []
    command = [sys.executable, "-m", "spacy", "train", str(config), "--output", str(options.work)]
    command += ["--paths.train", str(train), "--paths.dev", str(dev), *steps]
    raise SystemExit(subprocess.run(command, check=False).returncode)


if __name__ == "__main__":
    main()
