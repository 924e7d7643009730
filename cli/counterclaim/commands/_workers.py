"""Processes that read articles side by side. Each is started anew, so that it works alike on every
system; what they give comes back in the order in which it was asked for."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from multiprocessing import active_children, get_context
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING, Protocol

from counterclaim.extraction.notes import Note
from counterclaim.extraction.pipeline import extract_with_notes
from counterclaim.records import ArticleInfo, Record

if TYPE_CHECKING:
    from counterclaim.knowledge.overlay import Overlay

Reading = tuple[Record, tuple[Note, ...]]
Answer = Callable[[], Reading]


class Readers(Protocol):
    """Whoever reads articles: this process, others of this machine or of many, or somebody who has
    read them before. `ahead`: how many may be asked for before the first answer is taken."""

    ahead: int

    def ask(self, text: str, info: ArticleInfo) -> Answer:
        """Have an article read; the function that is given waits for its records."""

    def close(self) -> None:
        """End whatever is still at it."""


_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


class Alone:
    """No further process: every article is read when its records are wanted."""

    ahead = 0
    """How many articles may be asked for before the first answer is taken."""

    def ask(self, text: str, info: ArticleInfo) -> Answer:
        """Give a function that gives the records of an article."""
        return partial(extract_with_notes, text, info)

    def close(self) -> None:
        """Nothing is left running."""


class Workers:
    """Some processes that read; one that dies costs nothing but the time to start others."""

    def __init__(self, number: int) -> None:
        self.ahead = 2 * number + 1
        self._number = number
        self._pool: ProcessPoolExecutor | None = None

    def ask(self, text: str, info: ArticleInfo) -> Answer:
        """Have an article read by one of them; the function that is given waits for its records."""
        future: Future[Reading] | None = None
        with suppress(BrokenProcessPool):
            future = self._running().submit(extract_with_notes, text, info)
        return partial(self._wait, future, text, info)

    def close(self) -> None:
        """End them, whatever they are at."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None
        for worker in active_children():
            worker.terminate()
            worker.join()

    def _running(self) -> ProcessPoolExecutor:
        if self._pool is None:
            from counterclaim.knowledge.overlay import in_use  # noqa: PLC0415 start-up stays quick

            for name in _ONE_THREAD:  # several processes with several threads each only wait
                os.environ.setdefault(name, "1")
            self._pool = ProcessPoolExecutor(
                self._number,
                mp_context=get_context("spawn"),
                initializer=_begin,
                initargs=(in_use(), os.getpid()),
            )
        return self._pool

    def _wait(self, future: Future[Reading] | None, text: str, info: ArticleInfo) -> Reading:
        with suppress(BrokenProcessPool):
            if future is not None:
                return future.result()
        self.close()
        try:
            return self._running().submit(extract_with_notes, text, info).result()
        except BrokenProcessPool as error:
            self.close()
            raise RuntimeError("the process that reads it was ended twice") from error


def _begin(own: Overlay, parent: int) -> None:
    """Make a new process ready: it knows what the first one does, leaves an interruption to it, and
    ends when it is gone."""
    from counterclaim.knowledge.overlay import using  # noqa: PLC0415
    from counterclaim.language.parser import parse_text  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(parent,), daemon=True).start()
    using(own).__enter__()
    parse_text("Shells fell.")


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        sleep(1)
    os._exit(1)
