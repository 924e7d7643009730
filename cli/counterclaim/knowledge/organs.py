"""Organs that every state has, as bare words name them: the army, a ministry, officials."""

from __future__ import annotations

from counterclaim.knowledge.phrases import Part, contains, head_end, words
from counterclaim.knowledge.registry import Registry, bare


def may_be_a_states(registry: Registry, part: Part) -> bool:
    """Whether words mean what every state has: its army, a ministry, officials, a minister.

    >>> from counterclaim.knowledge.phrases import part_of
    >>> from counterclaim.knowledge.registry import load_registry
    >>> registry = load_registry()
    >>> [may_be_a_states(registry, part_of(w)) for w in ("a health ministry aide", "a miner")]
    [True, False]
    """
    offices = set(part.keys[: head_end(part)]) & words("state_offices")
    organ = bool(offices) or contains(part, "bare_state") or _holds_body(registry, part)
    return organ and not set(part.keys) & words("unaligned")


def _holds_body(registry: Registry, part: Part) -> bool:
    """Whether a body that every state may have is named: "a health ministry spokesman"."""
    end = head_end(part)
    pieces = (part.keys[i:j] for i in range(end) for j in range(i + 1, end + 1))
    bodies = (registry.forms.get(bare(piece)) for piece in pieces)
    return any(body and not (body.force or body.abroad) for body in bodies)
