"""The decisive words of a claim: verbatim, the clauses around the event, the rest elided."""

from __future__ import annotations

import re
from collections.abc import Sequence

LIMIT = 90
_ELISION = " … "
# "And" joins clauses only where a clause goes on after it: not "killed and wounded".
_CLAUSE = (
    "the|a|an|they|he|she|it|its|his|her|their|we|i|that|this|those|has|have|had|was|were|is|are"
    "|will|would|could|can|did|does|no"
)
_BREAK = re.compile(
    r"(?<=[,;:])\s+|\s+[–—]\s+"
    rf"|\s+(?=(?:and|but)\s+(?:{_CLAUSE})\b)"
    r"|(?<!\b(?:of|in|to|by|on))(?<!\b(?:from|with|over))\s+(?=(?:which|who|whom|whose|where)\b)"
    r"|\s+(?=(?:while|after|despite)\b)"
)
_JOINING = re.compile(r"^(?:and|but)\s+", re.IGNORECASE)
_DEPENDENT = re.compile(
    r"^(?:(?:that|which|who|whom|whose|where|after|despite|while|including|especially|\w+ing)\b"
    rf"|(?:and|but|or)\s+(?!(?:{_CLAUSE})\b))",
    re.IGNORECASE,
)
# What a cut may leave hanging: "and prevent …", "in the designated …".
_HANGING = re.compile(
    r"[\s,;:]+(?:(?:and|or|but)(?:\s+[^\s…]+){0,2}"
    r"|(?:(?:a|an|the|of|in|on|at|to|for|by|with|during|when|their|its|as|under|most|what)\s*)+)\s*…$"
)
_ELISIONS = re.compile(r"[\s,;:]*…(?:[\s,;:]*…)+")
_LEADING = re.compile(r"^(?:which|who|where)\s+(?=\w)", re.IGNORECASE)
_MARKS = "“”\"'‘’("
_SPACE = re.compile(r"\s+")
_EDGE = " \t\n,;:.–—-"


def shorten(
    text: str,
    stems: Sequence[str],
    keep: Sequence[str] = (),
    limit: int = LIMIT,
    figures: Sequence[str] = (),
) -> str:
    """Shorten a claim to its decisive words, about `limit` code points, never reworded.

    `stems` are beginnings of words that matter to the question, `keep` words that stay if they can
    (places). The first of `figures` always stays: a toll without its number says nothing.

    >>> shorten("The general, who came late, said little, but the town was taken on Monday, "
    ...         "after weeks in which nothing at all had moved on either side", ["taken"], limit=50)
    'the town was taken on Monday'
    """
    plain = _LEADING.sub("", _SPACE.sub(" ", text).strip())
    if len(plain) <= limit + limit // 8:  # a word or two too long are better than a cut
        return plain.strip(_EDGE) or plain
    short = _tidy(_shorten(plain, stems, (*keep, *figures), limit))
    figure = next((f for f in (_SPACE.sub(" ", f) for f in figures) if f and f in plain), None)
    if figure is None or figure in short:
        return short
    return _tidy(_around(plain, plain.index(figure), len(figure), stems, limit))


def _tidy(short: str) -> str:
    return _HANGING.sub(" …", _ELISIONS.sub(" …", short))


def _shorten(plain: str, stems: Sequence[str], keep: Sequence[str], limit: int) -> str:
    pieces = [piece for piece in _BREAK.split(plain) if piece.strip(_EDGE)]
    scores = [_score(piece, stems, keep) for piece in pieces]
    order = sorted(range(len(pieces)), key=lambda i: (-scores[i], i))
    chosen = _choose(order, pieces, scores, limit)
    if chosen[0] and _DEPENDENT.match(pieces[chosen[0]]):
        return _headed(plain, pieces, chosen, limit)
    joined = _JOINING.sub("", _join(plain, [pieces[i] for i in chosen]))
    return joined if len(joined) <= limit + 3 else _cut(joined, stems, limit)


def _headed(plain: str, pieces: list[str], chosen: list[int], limit: int) -> str:
    """Put before a clause what it hangs on: "which was taken" is nothing without what was taken."""
    before = chosen[0] - 1 if len(pieces[chosen[0] - 1]) <= limit // 2 else 0
    if len(pieces[before]) <= limit // 2:
        return _trim(_join(plain, [pieces[i] for i in sorted({before, *chosen})]), limit)
    head = _trim(pieces[chosen[0] - 1], 2 * limit // 5).removesuffix(" …")
    rest = _JOINING.sub("", _join(plain, [pieces[i] for i in chosen]))
    return head + _ELISION + _trim(rest, limit)


def _score(piece: str, stems: Sequence[str], keep: Sequence[str]) -> int:
    words = re.findall(r"\w+", piece.casefold())
    hits = sum(any(word.startswith(stem) for stem in stems) for word in words)
    kept = sum(1 for item in keep if item and item in piece)
    return 2 * min(hits, 2) + kept


def _choose(order: list[int], pieces: list[str], scores: list[int], limit: int) -> list[int]:
    chosen = order[:1]
    length = len(pieces[order[0]])
    for index in order[1:]:
        near = index - 1 in chosen or index + 1 in chosen
        longer = length + len(pieces[index]) + (1 if near else len(_ELISION))
        if longer <= limit and (scores[index] > 0 or near):
            chosen.append(index)
            length = longer
    return sorted(chosen)


def _join(plain: str, pieces: list[str]) -> str:
    """Put pieces together again; what stands between two of them is kept if it is only a break."""
    out, end = "", 0
    for piece in pieces:
        start = plain.index(piece, end)
        gap = plain[end:start]
        if out:
            out += gap if len(gap) <= 3 else _ELISION
        out = out.rstrip(_EDGE) + _ELISION if out.endswith(_ELISION) else out
        out += piece
        end = start + len(piece)
    return out.strip(_EDGE)


def _around(text: str, at: int, length: int, stems: Sequence[str], limit: int) -> str:
    """Cut to the words around a figure at `at` and the word that matters nearest to it."""
    words = list(re.finditer(r"\S+", text))
    hits = [m for m in words if m.group().casefold().strip(_MARKS).startswith(tuple(stems))]
    near = (
        min(hits, key=lambda m: (abs(m.start() - at), m.start()), default=None) if stems else None
    )
    first, last = at, at + length
    if near is not None:
        first, last = min(first, near.start()), max(last, near.end())
    if last - first <= limit or at < limit // 3:
        last = last if last - first <= limit else at + length
        return _window(text, first, last, limit)
    room = limit // 2
    halves = sorted(
        [(at, at + length), (near.start(), near.end())] if near else [(at, at + length)]
    )
    return _ELISION.join(_window(text, *half, room).strip(" …") for half in halves)


def _window(text: str, first: int, last: int, limit: int) -> str:
    """Widen a span to whole words, from the start of the text if that fits, up to `limit`."""
    start = 0 if last <= limit else first
    ends = [m.end() for m in re.finditer(r"\S+", text) if m.end() <= start + limit]
    end = max(last, ends[-1] if ends else last)
    if start and end == len(text):  # room is left at the front
        starts = (m.start() for m in re.finditer(r"\S+", text))
        start = next(s for s in starts if s >= min(first, end - limit))
    head = "… " if start else ""
    tail = " …" if end < len(text.rstrip(_EDGE)) else ""
    return head + text[start:end].strip(_EDGE) + tail


def _trim(text: str, limit: int) -> str:
    """Cut the end off, between two words."""
    if len(text) <= limit + 3:
        return text
    return text[: text.rindex(" ", 0, limit)].rstrip(_EDGE + "…") + " …"


def _cut(text: str, stems: Sequence[str], limit: int) -> str:
    """Cut one long clause to the words around the first one that matters."""
    words = list(re.finditer(r"\S+", text))
    matter = (
        m.start() for m in words if m.group().strip(_MARKS).casefold().startswith(tuple(stems))
    )
    anchor = next(matter, 0) if stems else 0
    first = max(0, min(anchor - limit // 3, len(text) - limit))
    first = first if first > limit // 4 else 0  # better from the start than without two words
    start = next((m.start() for m in words if m.start() >= first), 0)
    end = max((m.end() for m in words if m.end() <= start + limit), default=start + limit)
    head = "… " if start else ""
    tail = " …" if end < len(text.rstrip(_EDGE)) else ""
    return head + text[start:end].strip(_EDGE) + tail
