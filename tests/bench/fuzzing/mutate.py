"""Damage to a text or to bytes, one kind a function."""

from __future__ import annotations

import random
from collections.abc import Callable

from fuzzing.invented import DAYS, NUMBERS, SENTENCES, SIGNS

LONGEST = 60_000
"""Characters at most: what grows by repetition ends here."""

Change = Callable[[random.Random, str], str]


def mutate_text(rng: random.Random, text: str) -> str:
    """Damage a text once, or up to six times."""
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        text = rng.choice(CHANGES)(rng, text)[:LONGEST]
    return text


def to_bytes(rng: random.Random, text: str) -> bytes:
    """A text as bytes: mostly UTF-8, sometimes another form or damaged."""
    kind = rng.random()
    if kind < 0.85:
        return text.encode("utf-8", "replace")
    if kind < 0.90:
        return text.encode("utf-8", "surrogatepass")
    if kind < 0.93:
        return text.encode(rng.choice(("utf-16", "utf-8-sig", "utf-32-le")), "replace")
    return _flip(rng, text.encode("utf-8", "replace"))


def _flip(rng: random.Random, data: bytes) -> bytes:
    damaged = bytearray(data or b"x")
    for _ in range(rng.randint(1, 5)):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged[: rng.randint(1, len(damaged))] if rng.random() < 0.2 else damaged)


def _piece(rng: random.Random, text: str) -> tuple[int, int]:
    start = rng.randint(0, len(text))
    return start, min(len(text), start + rng.choice((1, 1, 5, 30, 200)))


def _insert(rng: random.Random, text: str, words: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + words + text[at:]


def _sign(rng: random.Random, text: str) -> str:
    return _insert(rng, text, rng.choice(SIGNS) * rng.choice((1, 1, 1, 3, 50)))


def _signs(rng: random.Random, text: str) -> str:
    return "".join(rng.choice(SIGNS) if rng.random() < 0.05 else sign for sign in text)


def _drop(rng: random.Random, text: str) -> str:
    start, end = _piece(rng, text)
    return text[:start] + text[end:]


def _double(rng: random.Random, text: str) -> str:
    start, end = _piece(rng, text)
    times = rng.choice((1, 2, 10, 10, 10, 500))
    return text[:end] + text[start:end] * times + text[end:]


def _swap(rng: random.Random, text: str) -> str:
    words = text.split(" ")
    a, b = rng.randrange(len(words)), rng.randrange(len(words))
    words[a], words[b] = words[b], words[a]
    return " ".join(words)


def _number(rng: random.Random, text: str) -> str:
    return _insert(rng, text, f" {rng.choice(NUMBERS)} ")


def _day(rng: random.Random, text: str) -> str:
    form = rng.choice(("{}", "on {}", "since {}", "from {} to {}", "late {}", "the {}th of May {}"))
    return _insert(rng, text, f" {form.format(rng.choice(DAYS), rng.choice(DAYS))} ")


def _sentence(rng: random.Random, text: str) -> str:
    return _insert(rng, text, rng.choice(SENTENCES))


def _half_sentence(rng: random.Random, text: str) -> str:
    sentence = rng.choice(SENTENCES)
    return _insert(rng, text, sentence[rng.randrange(len(sentence)) :])


def _unquoted(rng: random.Random, text: str) -> str:
    return text.translate({ord(sign): None for sign in rng.sample("“”‘’.,", 2)})


def _requoted(rng: random.Random, text: str) -> str:
    return text.replace(rng.choice("“”’ "), rng.choice("“”‘’\"'«»"))


def _joined(rng: random.Random, text: str) -> str:
    return text.replace(
        rng.choice((" ", "\n", ". ", ", ")), rng.choice(("", "\n", "\r", "\t", "-"))
    )


def _cased(rng: random.Random, text: str) -> str:
    return rng.choice((str.upper, str.lower, str.swapcase, str.title))(text)


def _cut(rng: random.Random, text: str) -> str:
    return text[: rng.randint(0, len(text))]


CHANGES: tuple[Change, ...] = (
    *(_sign, _sign, _signs, _drop, _double, _swap, _number, _day, _sentence, _half_sentence),
    *(_unquoted, _requoted, _joined, _cased, _cut),
)
