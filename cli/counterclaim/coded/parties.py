"""Who the actors of coded rows are: "M23: March 23 Movement", "Military Forces of Sudan"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from counterclaim.knowledge.registry import load_registry
from counterclaim.records import Actor

_BRACKETS = re.compile(r"\s*\([^()]*\)")


@lru_cache(maxsize=4096)
def actor_of(name: str, on: str | None) -> Actor:
    """Give an actor with its side, "unknown" where nobody of that name is known.

    >>> actor_of("Military Forces of Ukraine (2019-)", "2023-01-25")
    Actor(name='Military Forces of Ukraine', side='ukraine')
    """
    registry = load_registry()
    for form in _forms(name):
        if entry := registry.find(form, on):
            return Actor(form, registry.side(entry, on))
    return Actor(_BRACKETS.sub("", name))


def _forms(name: str) -> Iterator[str]:
    """What of a name may be known: all of it, without brackets, what stands before a colon and
    behind it."""
    bare = _BRACKETS.sub("", name)
    yield from dict.fromkeys((bare, name, *(part.strip() for part in bare.split(":"))))
