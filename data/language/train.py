"""Train the English pipeline that `ingest` reads with, from three Universal Dependencies treebanks.

    OPENBLAS_NUM_THREADS=1 python data/language/train.py CORPORA WORK [--start MODEL] [--steps N]

CORPORA holds `ud-english-ewt/`, `ud-english-gum-by/` and `ud-english-pud/` (of which the sentences
from Wikipedia are learnt, those from news are left for `evaluate.py`); WORK receives the converted
corpora and `model-best/`. `--start` begins with the weights of an earlier pipeline of the same
width. `make model` runs this and copies the result to `data/language/en/`.

Sentences are trained one by one because the pipeline is handed sentence boundaries by rule
(counterclaim.language.sentences), and in straightened typography because the pipeline reads
text through the same one-to-one character table (counterclaim.language.parser.STRAIGHTEN). A share
of them is trained a second time as headlines, capitals or copy without marks (vary.py).
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.vocab import Vocab
from thinc.api import Config, use_ops

from counterclaim.language.parser import STRAIGHTEN

sys.path.insert(0, str(Path(__file__).parent))
from grow import grow
from loop import train
from vary import as_read, varied

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


def straight(rows: Rows) -> Rows:
    """The rows with form and lemma in straightened typography."""
    return [[r[0], r[1].translate(STRAIGHTEN), r[2].translate(STRAIGHTEN), *r[3:]] for r in rows]


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
        pos=[r[3] for r in rows],
        morphs=["" if r[5] == "_" else r[5] for r in rows],
        deps=["ROOT" if r[7] == "root" else r[7] for r in rows],
        sent_starts=[i == 0 for i in range(len(rows))],
    )


def convert(parts: list[tuple[Path, str]], out: Path, *, training: bool) -> None:
    """Write the sentences of some treebanks (file, beginning of their ids) for spaCy; those for
    training shuffled, half of them with acronyms as the parser is shown them, and with varied
    copies."""
    vocab = spacy.blank("en").vocab
    sentences = [s for path, prefix in parts for s in read_sentences(path, prefix)]
    if training:
        rng = random.Random(20230125)  # noqa: S311 a fixed order, no secret
        copies = list(varied([(straight(rows), spaces) for rows, spaces in sentences], rng))
        sentences = [
            (as_read(rows) if rng.random() < 0.5 else rows, spaces) for rows, spaces in sentences
        ]
        sentences += copies
        rng.shuffle(sentences)
    docs = [to_doc(vocab, *s) for s in sentences]
    DocBin(docs=docs, store_user_data=False).to_disk(out)
    print(f"{out.name}: {len(docs)} sentences, {sum(map(len, docs))} words")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--start", type=Path, help="an earlier pipeline to begin with")
    parser.add_argument("--steps", type=int, help="as many as the configuration says unless given")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    ewt, gum = options.corpora / "ud-english-ewt", options.corpora / "ud-english-gum-by"
    pud = options.corpora / "ud-english-pud"
    learn, dev = options.work / "train.spacy", options.work / "dev.spacy"
    wikipedia = (pud / "en_pud-ud-test.conllu", "w")
    parts = [
        (ewt / "ewt_train.conllu", ""),
        (gum / "gumby_train.conllu", ""),
        (gum / "gumby_academic_court.conllu", ""),
        *[wikipedia] * 2,  # edited prose, nearest to news, and little of it
    ]
    convert(parts, learn, training=True)
    convert([(ewt / "ewt_dev.conllu", ""), (gum / "gumby_dev.conllu", "")], dev, training=False)
    paths = {"paths.train": str(learn), "paths.dev": str(dev)}
    rate = "training.optimizer.learn_rate.total_steps"
    steps = {"training.max_steps": options.steps, rate: options.steps} if options.steps else {}
    config = Config().from_disk(Path(__file__).with_name("config.cfg"), overrides=paths | steps)
    # NumPy's own multiplication of matrices takes two thirds of the time of the default.
    with use_ops("numpy", use_blis=False):
        nlp = init_nlp(config)
        if options.start:
            grow(nlp, spacy.load(options.start))
    train(nlp, config, options.work, processes=options.processes)


if __name__ == "__main__":
    main()
