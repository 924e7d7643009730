"""Quotations: the words between quotation marks, and what kind of thing they are.

A mark that is never closed costs at most its paragraph; a quotation that opens anew at each
paragraph is one quotation in pieces; nested ones are kept inside the outer one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counterclaim.language.marks import Pair, nest_pairs, pair_marks
from counterclaim.language.paragraphs import split_paragraphs, trim
from counterclaim.language.phrasing import is_name_or_title, quotation_words, stands_alone
from counterclaim.records.model import Span

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
_BEFORE_A_SENTENCE = re.compile(r"(?:^|[.!?…][\"”’»')\]]*\s|[\r\n])\s*[(\[–—-]*\s*$")
_DASH = re.compile(r"[–—―-]\s+(?=[\w(\[«“\"])")
_NEXT_SENTENCE = re.compile(r"[.!?…]\s+[A-ZÀ-ÞЀ-Я]")
_PARAGRAPHS_AT_MOST = 200
_LONGEST_CREDIT = 12
_LONGEST_TAIL = 300


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks (offsets in code points, half open).

    `pieces` are the spans without the marks, one for each paragraph the quotation runs through;
    `start`, `end` take in the marks. `scare`: a name, a title or a so-called thing set off, not
    speech. `closed` is False when the closing mark is missing. `inner` holds the quotations nested
    in this one. `kind` is "dash" for speech that a dash opens instead of marks. `words` counts the
    words, `complete` says that they stand on their own, not in somebody else's sentence.
    """

    start: int
    end: int
    pieces: tuple[Span, ...]
    scare: bool = False
    closed: bool = True
    inner: tuple[Quotation, ...] = ()
    kind: str = "marks"
    words: int = 0
    complete: bool = False


def find_quotations(text: str) -> list[Quotation]:
    """The outermost quotations of a text, in order, never overlapping.

    >>> [q.words for q in find_quotations("“We held,” he said, “but the ‘Sich’ unit left.”")]
    [2, 5]
    """
    paragraphs = split_paragraphs(text)
    elisions = quotation_words().elisions
    pairs = [pair_marks(text, start, end, elisions) for start, end in paragraphs]
    _drop_false_openings(paragraphs, pairs)
    out: list[Quotation] = []
    running: list[Pair] = []
    for paragraph, found in zip(paragraphs, pairs, strict=True):
        if not found:
            out.extend(_flush(text, running) + _dash_speech(text, *paragraph))
            continue
        for pair in found:
            if not (running and _goes_on(text, pair, running[-1], paragraph)):
                out.extend(_flush(text, running))
                if not pair.opened:
                    continue
            running.append(pair)
            if pair.closed or len(running) >= _PARAGRAPHS_AT_MOST:
                out.extend(_flush(text, running))
    out.extend(_flush(text, running))
    return out


def _drop_false_openings(paragraphs: list[Span], pairs: list[list[Pair]]) -> None:
    """An unclosed single mark at a paragraph's start opens speech only when the next paragraph
    begins with a single mark too; else it was an apostrophe.
    """
    for i in range(len(pairs) - 1, -1, -1):
        first = pairs[i][0] if pairs[i] else None
        if first is None or not first.single or first.closed:
            continue
        below = pairs[i + 1][0] if i + 1 < len(pairs) and pairs[i + 1] else None
        if below is None or not below.single or below.start != paragraphs[i + 1][0]:
            pairs[i][:1] = nest_pairs(first.inner)


def _goes_on(text: str, pair: Pair, before: Pair, paragraph: Span) -> bool:
    """Whether a pair goes on with the unclosed one before it: it opens a paragraph, closes in one
    without having opened, or follows at once where the line breaks between paragraphs were lost.
    """
    if pair.single != before.single:
        return False
    if before.end <= paragraph[0]:
        return not pair.opened or pair.start == paragraph[0]
    ended = text[before.end - 1] in ".?!…"
    return ended and not text[before.end : pair.start].strip() and _cue_in(text, before) is None


def _flush(text: str, running: list[Pair]) -> list[Quotation]:
    """The pairs gathered so far as one quotation; empties the list."""
    if len(running) > 1 and not running[-1].opened and _is_credit(text, running[-1]):
        running.pop()
        running[-1].closed = True
    if running and not running[-1].closed and (cue := _cue_in(text, running[-1])) is not None:
        running[-1].outside = running[-1].end = cue
    pieces = [span for p in running if (span := trim(text, p.inside, p.outside))]
    pieces = [span for span in pieces if _WORD.search(text, *span)]
    out = []
    if pieces:
        inner = [q for p in running for i in p.inner for q in _flush(text, [i])]
        ends = running[0].start, running[-1].end
        out.append(_describe(text, ends, pieces, closed=running[-1].closed, inner=tuple(inner)))
    running.clear()
    return out


def _is_credit(text: str, pair: Pair) -> bool:
    """The line `Olena Sydorenko, mayor."` below a quotation set in a box of its own."""
    line = text[pair.inside : min(pair.outside, pair.inside + 120)]
    names = _WORD.findall(line)[:2]
    alone = text[pair.end : pair.end + 1] in ("", "\n", "\r")
    return alone and len(line.split()) <= _LONGEST_CREDIT and all(n[:1].isupper() for n in names)


def _cue_in(text: str, pair: Pair) -> int | None:
    """`“We held, said the mayor.`: where the cue begins in an unclosed pair's last sentence."""
    start = max(pair.inside, pair.outside - _LONGEST_TAIL)
    cues = list(quotation_words().cue_tail.finditer(text, start, pair.outside))
    if cues and not _NEXT_SENTENCE.search(text, cues[-1].end(), pair.outside):
        return cues[-1].start() + 1
    return None


def _describe(
    text: str,
    ends: Span,
    pieces: list[Span],
    *,
    closed: bool = True,
    inner: tuple[Quotation, ...] = (),
    kind: str = "marks",
) -> Quotation:
    fresh = _BEFORE_A_SENTENCE.search(text, max(0, ends[0] - 12), ends[0]) is not None
    scare = closed and len(pieces) == 1 and is_name_or_title(text, ends, pieces[0], fresh=fresh)
    return Quotation(
        *ends,
        pieces=tuple(pieces),
        scare=scare,
        closed=closed,
        inner=inner,
        kind=kind,
        words=sum(1 for a, b in pieces for _ in _WORD.finditer(text, a, b)),
        complete=not scare and stands_alone(text, ends, pieces),
    )


def _dash_speech(text: str, start: int, end: int) -> list[Quotation]:
    """`— We held, — said the mayor. — We will hold.`: speech that a dash opens, up to its cue.

    Without a cue behind a second dash the paragraph may be a list item or a signature.
    """
    opening = _DASH.match(text, start, end)
    if opening is None:
        return []
    cue = quotation_words().dash_cue.search(text, opening.end(), end)
    if cue is None:
        return []
    spans = [(start, (opening.end(), cue.start("cut")))]
    again = quotation_words().dash_again.search(text, cue.end(), end)
    if again is not None:
        spans.append((again.start("dash"), (again.end(), end)))
    found = [(at, piece) for at, (a, b) in spans if (piece := trim(text, a, b))]
    return [_describe(text, (at, piece[1]), [piece], kind="dash") for at, piece in found]
