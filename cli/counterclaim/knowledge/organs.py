"""Organs that every state has, as bare words name them: the army, a ministry, officials."""

from __future__ import annotations

from itertools import pairwise

from counterclaim.knowledge.names import POSSESSIVE
from counterclaim.knowledge.phrases import Part, contains, head, head_end, part_of, words
from counterclaim.knowledge.registry import Registry, bare


def may_be_a_states(registry: Registry, part: Part) -> bool:
    """Whether words mean what every state has: its army, a ministry, officials, a minister.

    >>> from counterclaim.knowledge.phrases import part_of
    >>> from counterclaim.knowledge.registry import load_registry
    >>> registry = load_registry()
    >>> [may_be_a_states(registry, part_of(w)) for w in ("a health ministry aide", "a miner")]
    [True, False]
    """
    office = set(part.keys[: head_end(part)]) & words("state_offices")
    # "the human rights minister" is a minister; "a rights official" is nobody's
    if (set(part.keys) & words("unaligned") and not office) or _names_army(part):
        return False
    if _is_a_groups(part):
        return False
    named = contains(part, "offices_of_state") or contains(part, "bare_state")
    return bool(office) or named or _holds_body(registry, part) or serves_state(part)


def _is_a_groups(part: Part) -> bool:
    """Whether a group is said to own somebody: "the movement's information secretary"."""
    pairs = pairwise(part.keys[: head_end(part)])
    return any(b == POSSESSIVE and a in words("groups_of_fighters") for a, b in pairs)


def _names_army(part: Part) -> bool:
    """Whether words are the name of an army that nobody knows: "the Free Mountain Army", not "the
    National Army"."""
    known = words("organisation_words", "common", "titles", "bare_state", "determiners")
    pairs = pairwise(part.tokens)
    return any(
        b.key in words("armies") and b.capital and a.capital and a.key not in known
        for a, b in pairs
    )


def serves_state(part: Part) -> bool:
    """Whether words name an organ by what only states do: "the civil protection office", "the
    prison authority", "Security Secretary Lim"; of a place, too ("the provincial prosecutor's
    office")."""
    end = head_end(part)
    if part.keys[end : end + 1] in (("of",), ("for",)) and head(part) in words("officials"):
        employer = part_of(part.slice(end + 1, len(part.tokens)))
        return bool(employer.tokens) and serves_state(employer)
    noun = part.keys[end - 1] if part.keys[end - 1] != POSSESSIVE else ""
    before = part_of(part.slice(0, end - 1))
    behind = part_of(part.slice(end + 1, len(part.tokens)))
    of = part.keys[end : end + 1] in (("of",), ("for",)) and contains(behind, "state_work")
    return noun in words("state_bodies") and (of or contains(before, "state_work"))


def _holds_body(registry: Registry, part: Part) -> bool:
    """Whether a body that every state may have is named: "a health ministry spokesman"."""
    end = head_end(part)
    pieces = (part.keys[i:j] for i in range(end) for j in range(i + 1, end + 1))
    bodies = (registry.forms.get(bare(piece)) for piece in pieces)
    return any(body and not (body.force or body.abroad) for body in bodies)
