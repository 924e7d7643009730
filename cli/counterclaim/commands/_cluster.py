"""Articles read on the machines of a cluster of dask. The work of one that is lost is done again by
another; what is written is written here, in order, as ever."""

from __future__ import annotations

from functools import partial
from threading import Lock
from typing import Any

import typer

from counterclaim.commands._workers import Answer, Reading
from counterclaim.extraction.pipeline import extract_with_notes
from counterclaim.knowledge.overlay import Overlay, in_use, using
from counterclaim.records import ArticleInfo
from counterclaim.version import __version__

_PATIENCE = 10  # seconds to wait for the scheduler
_ONE = Lock()  # a process reads one article at a time, whatever number of threads it is given


class Cluster:
    """Whoever reads at a scheduler; every worker must have this version of the program."""

    ahead = 500

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client  # noqa: PLC0415 an extra
        except ImportError:
            raise _refused('install what it needs: pip install "counterclaim[cluster]"') from None
        try:
            self._client: Any = Client(address, timeout=_PATIENCE, set_as_default=False)
            versions = self._client.run(_version)
        except (OSError, ValueError, ImportError) as error:
            raise _refused(f"no cluster answers there: {error}") from None
        others = sorted(f"{v} at {w}" for w, v in versions.items() if v != __version__)
        if others or not versions:
            self.close()
            raise _refused(
                f"its workers have counterclaim {', '.join(others)}"
                if others
                else "it has no workers"
            )

    def ask(self, text: str, info: ArticleInfo) -> Answer:
        """Have an article read by one of them; the function that is given waits for its records."""
        future = self._client.submit(_read, in_use(), text, info, pure=False)
        return partial(_wait, future)

    def close(self) -> None:
        """Take back what was asked for."""
        self._client.close()


def _refused(why: str) -> typer.BadParameter:
    return typer.BadParameter(why, param_hint="--scheduler")


def _version() -> str:
    return __version__


def _read(own: Overlay, text: str, info: ArticleInfo) -> Reading:
    with _ONE, using(own):
        return extract_with_notes(text, info)


def _wait(future: Any) -> Reading:
    reading: Reading = future.result()
    future.release()
    return reading
