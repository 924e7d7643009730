"""What a noun phrase is called: its head without articles and what follows."""

from __future__ import annotations

from counterclaim.knowledge.names import POSSESSIVE, Token
from counterclaim.knowledge.phrases import Part, head_end, words
from counterclaim.knowledge.registry import Registry
from counterclaim.knowledge.sides import load_sides

_COMMON = ("civilians", "anonymous", "officials", "neutral", "media", "bare_state", "bare_rebel",
           "common")  # fmt: skip


def noun_phrase(registry: Registry, part: Part) -> str:
    """The head noun phrase without articles and what follows; "Ukraine's" as "Ukrainian".

    >>> noun_phrase(load_registry(), part_of("Residents in Izium"))
    'residents'
    """
    end, first = head_end(part), 0
    while first < end - 1 and part.tokens[first].key in words("determiners"):
        first += 1
    term = load_sides().term_at(part.keys, first)
    rest = first + term[1] if term else 0
    if term and rest < end - 1 and part.tokens[rest].key == POSSESSIVE:
        adjective = registry.countries[term[0]].adjectives[0]
        return f"{adjective} {part.slice(rest + 1, _name_end(part, end))}"
    text = part.slice(first, _name_end(part, end))
    follows = part.tokens[first + 1 : end]
    plain = _common(part.tokens[first]) and not (follows and follows[0].capital)
    return text[:1].lower() + text[1:] if plain else text


def _name_end(part: Part, end: int) -> int:
    """Where a name goes on behind its noun: "the Centre for Border Studies"."""
    noun = part.tokens[end - 1]
    if not noun.capital or noun.key not in words("organisation_words", "tails"):
        return end
    last, i = end, end
    while i < len(part.tokens):
        i += part.tokens[i].key in {"of", "for", "on", "and"}
        i += part.keys[i : i + 1] == ("the",)
        if i >= len(part.tokens) or not part.tokens[i].capital or _is_tied(part, i):
            break
        i += 1
        last = i
    return last


def _is_tied(part: Part, i: int) -> bool:
    """Whether a hyphen ties a word to the next: "Pakistan-administered"."""
    return part.text[part.tokens[i].end : part.tokens[i].end + 1] in ("-", "‑")


def _common(token: Token) -> bool:
    """Whether a word that may only begin a sentence is a common noun or adjective."""
    return token.key in words(*_COMMON) and not token.text.isupper()
