"""Train a pipeline in several processes: each learns from its share of a batch, then the gradients
of all are added up, so that all take the same step. With one process this is spaCy's own way of
training, but for batches of sentences of about the same length, which the parser reads faster.

The result depends on the number of processes, for they draw different dropout; else on nothing but
the configuration.
"""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Iterator
from multiprocessing import shared_memory
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import fix_random_seed, registry
from thinc.api import use_ops

POOL = 16
"""Sentences are sorted by length within this many batches."""


class SameWords(Example):
    """An example whose two sides have the same words: what is aligned once stays aligned."""

    known: dict[tuple[str, bool], Any]

    def get_aligned(self, field: str, as_string: bool = False) -> Any:
        key = (field, as_string)
        if key not in self.known:
            self.known[key] = super().get_aligned(field, as_string)
        return self.known[key]


class Batches:
    """Endless batches of examples of about `size` words, this process's of every round."""

    def __init__(self, docs: list[Doc], rank: int, processes: int, rng: random.Random) -> None:
        self.docs, self.rank, self.processes, self.rng = docs, rank, processes, rng
        self.known: list[dict[tuple[str, bool], Any]] = [{} for _ in docs]
        self.size = 0.0

    def __iter__(self) -> Iterator[list[Example]]:
        while True:
            order = list(range(len(self.docs)))
            self.rng.shuffle(order)
            for pool in self._cut(order, POOL * self.processes):
                pool.sort(key=lambda k: len(self.docs[k]) + 3 * self.rng.random())
                batches = list(self._cut(pool, 1))
                self.rng.shuffle(batches)
                whole = len(batches) // self.processes * self.processes
                for batch in batches[self.rank : whole : self.processes]:
                    yield [self._example(k) for k in batch]

    def _cut(self, numbers: list[int], times: int) -> Iterator[list[int]]:
        """Pieces of `times` times `size` words, the last one at least half of that."""
        piece: list[int] = []
        words, wanted = 0, times * self.size
        for k in numbers:
            piece.append(k)
            words += len(self.docs[k])
            if words >= wanted:
                yield piece
                piece, words = [], 0
        if times > 1 or words > wanted / 2:
            yield piece

    def _example(self, k: int) -> Example:
        doc = self.docs[k]
        example = SameWords(
            Doc(doc.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc]), doc
        )
        example.known = self.known[k]
        return example


class Gradients:
    """The gradients of all processes, side by side in memory that they share."""

    def __init__(self, nlp: Any, processes: int) -> None:
        nodes = {node.id: node for _, pipe in nlp.pipeline for node in pipe.model.walk()}
        self.params = [(n, name) for n in nodes.values() for name in n.param_names]
        self.size = sum(node.get_param(name).size for node, name in self.params)
        self.memory = shared_memory.SharedMemory(create=True, size=4 * self.size * processes)
        self.all = np.ndarray((processes, self.size), dtype="f", buffer=self.memory.buf)
        self.barrier = multiprocessing.get_context("fork").Barrier(processes)

    def exchange(self, rank: int) -> None:
        """Give every process the sum of all gradients."""
        for node, name, part in self._parts():
            has = node.has_grad(name)
            self.all[rank, part] = node.get_grad(name).ravel() if has else 0
        self.barrier.wait()
        for node, name, part in self._parts():
            node.set_grad(name, self.all[:, part].sum(axis=0).reshape(node.get_param(name).shape))
        self.barrier.wait()

    def _parts(self) -> Iterator[tuple[Any, str, slice]]:
        at = 0
        for node, name in self.params:
            size = node.get_param(name).size
            yield node, name, slice(at, at + size)
            at += size


def train(nlp: Any, config: Any, output: Path, *, processes: int) -> None:
    """Train an initialised pipeline on `paths.train` and write it to `output`/model-best, which is
    the last one, for the learning rate falls to zero."""
    gradients = Gradients(nlp, processes)
    context = multiprocessing.get_context("fork")
    try:
        workers = [
            context.Process(target=_work, args=(nlp, config, output, gradients, rank))
            for rank in range(1, processes)
        ]
        for worker in workers:
            worker.start()
        _work(nlp, config, output, gradients, 0)
        for worker in workers:
            worker.join()
    finally:
        gradients.memory.unlink()


def _work(nlp: Any, config: Any, output: Path, gradients: Gradients, rank: int) -> None:
    training = config["training"]
    made = registry.resolve(
        {"optimizer": training["optimizer"], "size": training["batcher"]["size"]}
    )
    optimizer, sizes = made["optimizer"], made["size"]
    fix_random_seed(training["seed"] + 1 + rank)
    rng = random.Random(training["seed"])  # noqa: S311 a fixed order, no secret
    processes = len(gradients.all)
    with use_ops("numpy", use_blis=False):
        batches = Batches(_read(nlp, config["paths"]["train"]), rank, processes, rng)
        batches.size = next(sizes)
        examples, begun = iter(batches), time.monotonic()
        for step in range(1, training["max_steps"] + 1):
            nlp.update(next(examples), drop=training["dropout"], sgd=False)
            gradients.exchange(rank)
            for _, pipe in nlp.pipeline:
                pipe.finish_update(optimizer)
            optimizer.step_schedules()
            batches.size = next(sizes)
            if rank == 0 and (
                step % training["eval_frequency"] == 0 or step == training["max_steps"]
            ):
                print(f"{step:6} {time.monotonic() - begun:6.0f} s", end=" ")
                _save(nlp, config, output / "model-best", optimizer)


def _save(nlp: Any, config: Any, folder: Path, optimizer: Any) -> None:
    """Write the averaged weights, and print what they reach on the development set."""
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(folder)
        gold = _read(nlp, config["paths"]["dev"])
        scores = nlp.evaluate([Example(Doc(d.vocab, [t.text for t in d]), d) for d in gold])
    names = ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las")
    print(*(f"{name} {scores[name]:.1%}" for name in names), flush=True)


def _read(nlp: Any, path: str) -> list[Doc]:
    return [doc for doc in DocBin().from_disk(path).get_docs(nlp.vocab) if len(doc)]
