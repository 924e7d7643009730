"""The decisive words of a claim: verbatim, the clauses around the event, the rest elided."""

from __future__ import annotations

import re
from collections.abc import Sequence

LIMIT = 90
_ELISION = " … "
_BREAK = re.compile(
    r"(?<=[,;:])\s+|\s+[–—]\s+|\s+(?=(?:and|but|while|which|who|whom|whose|where|after|despite)\b)"
)
_JOINING = re.compile(r"^(?:and|but)\s+", re.IGNORECASE)
_RELATIVE = re.compile(r"^(?:that|which|who|whom|whose|where)\b", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_EDGE = " \t\n,;:.–—-"


def shorten(text: str, stems: Sequence[str], keep: Sequence[str] = (), limit: int = LIMIT) -> str:
    """Shorten a claim to its decisive words, about `limit` code points, never reworded.

    `stems` are beginnings of words that matter to the question, `keep` words that must stay if
    they can (numbers, places).

    >>> shorten("The general, who came late, said little, but the town was taken on Monday, "
    ...         "after weeks in which nothing at all had moved on either side", ["taken"], limit=50)
    'the town was taken on Monday'
    """
    plain = _SPACE.sub(" ", text).strip()
    if len(plain) <= limit:
        return plain.strip(_EDGE) or plain
    pieces = [piece for piece in _BREAK.split(plain) if piece.strip(_EDGE)]
    scores = [_score(piece, stems, keep) for piece in pieces]
    order = sorted(range(len(pieces)), key=lambda i: (-scores[i], i))
    chosen = _choose(order, pieces, scores, limit)
    if _RELATIVE.match(pieces[chosen[0]]) and len(pieces[0]) <= limit // 2:
        # "which was taken" is nothing without what was taken.
        return _trim(_join(plain, [pieces[i] for i in sorted({0, *chosen})]), limit)
    joined = _JOINING.sub("", _join(plain, [pieces[i] for i in chosen]))
    return joined if len(joined) <= limit + 3 else _cut(joined, stems, limit)


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


def _trim(text: str, limit: int) -> str:
    """Cut the end off, between two words."""
    if len(text) <= limit + 3:
        return text
    return text[: text.rindex(" ", 0, limit)].rstrip(_EDGE + "…") + " …"


def _cut(text: str, stems: Sequence[str], limit: int) -> str:
    """Cut one long clause to the words around the first one that matters."""
    words = list(re.finditer(r"\S+", text))
    matter = (
        m.start() for m in words if m.group().strip("“”\"'‘’(").casefold().startswith(tuple(stems))
    )
    anchor = next(matter, 0) if stems else 0
    first = max(0, min(anchor - limit // 3, len(text) - limit))
    first = first if first > limit // 4 else 0  # better from the start than without two words
    start = next((m.start() for m in words if m.start() >= first), 0)
    end = max((m.end() for m in words if m.end() <= start + limit), default=start + limit)
    head = "… " if start else ""
    tail = " …" if end < len(text.rstrip(_EDGE)) else ""
    return head + text[start:end].strip(_EDGE) + tail
