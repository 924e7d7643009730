"""Which quotation mark of a paragraph opens, which closes, and which is an apostrophe.

Double marks are paired first, by their shape and by what stands on either side of them; then
single ones, each inside the double pair it lies in, so that pairs never cross. Every mark is
looked at a bounded number of times: odd marks cost their own paragraph and linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from operator import itemgetter

_MARK = re.compile(r"‘‘|’’|''|``|,,(?=\w)|[“”„‟«»‹›\"＂″‘’‚‛'`´]")
_QUOTES = "“”„‟«»‹›\"＂″‘’‚‛'`´"
_ORNAMENT = re.compile(rf"[{_QUOTES}]{{9,}}")
"""More marks in a row than quotations can open or close in one place are a line drawn with them."""
_SINGLE = frozenset("‘’‚‛'`´")
_OPENING = frozenset(["“", "„", "‟", "«", "‹", "``", "‘‘", ",,"])
_CLOSING = frozenset(["”", "»", "›", "’’", "″"])
_ANGLED = frozenset("«»‹›")
_PARTNERS = {
    "“": ("”",),
    "„": ("“", "”", "‟"),
    "‟": ("”",),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
    '"': ('"',),
    "＂": ("＂",),
    "``": ("''", "’’"),
    "‘‘": ("’’", "''"),
    "''": ("''",),
    "’’": ("’’",),
    ",,": ("''", "“", "‘‘", "’’"),
    "”": ("”",),
}
_BRACKETS_OPEN = "([{<"
_DASHES = "-–—―/"
_DEEPEST = 4
_SHORT = 4
_LONG_PHRASE = 60


@dataclass(slots=True)
class Pair:
    """Two marks and what they hold (offsets in code points, half open).

    `start`..`end` takes in the marks, `inside`..`outside` are the words. `closed` is False when the
    closing mark is missing, `opened` is False when the words began in an earlier paragraph.
    """

    start: int
    inside: int
    outside: int
    end: int
    single: bool = False
    closed: bool = True
    opened: bool = True
    inner: list[Pair] = field(default_factory=list)


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    glyph: str
    lean: str  # "open", "close" or "either": what the characters beside it say


def pair_marks(text: str, start: int, end: int, elisions: frozenset[str]) -> list[Pair]:
    """The outermost pairs of a paragraph, in order and never overlapping; nested ones in `inner`.

    >>> [(p.inside, p.outside) for p in pair_marks("“Go,” he said.", 0, 14, frozenset())]
    [(1, 4)]
    """
    marks = _read(text, start, end)
    if not marks:
        return []
    pairs = _pair_double(text, start, end, [m for m in marks if m.glyph not in _SINGLE])
    singles = [m for m in marks if m.glyph in _SINGLE and not _apostrophe(text, m, elisions)]
    starts = sorted(p.start for p in pairs)
    for pair in pairs:
        _close_with_single(text, pair, singles, starts)
    pairs += _pair_single(text, start, end, singles, pairs)
    return nest_pairs(pairs)


def _read(text: str, start: int, end: int) -> list[_Mark]:
    marks = []
    ornaments = [m.span() for m in _ORNAMENT.finditer(text, start, end)]
    for m in _MARK.finditer(text, start, end):
        if ornaments and _is_ornament(m.start(), ornaments):
            continue
        if text[m.start() - 1 : m.start()] == "=" and m.start() > start:
            continue  # markup left in the text: width="80"
        if m.group() == "″" and text[m.start() - 1 : m.start()].isdigit():
            continue  # inches
        lean = _lean(_beside(text, m.start(), start, -1), _beside(text, m.end() - 1, end, 1))
        marks.append(_Mark(m.start(), m.end(), m.group(), lean))
    return marks


def _is_ornament(at: int, ornaments: list[tuple[int, int]]) -> bool:
    last = bisect_right(ornaments, at, key=itemgetter(0)) - 1
    return last >= 0 and at < ornaments[last][1]


def _beside(text: str, at: int, limit: int, step: int) -> str:
    """The nearest character on one side that is no quotation mark itself; a blank at the edge."""
    for _ in range(3):
        at += step
        if at < limit if step < 0 else at >= limit:
            return " "
        if text[at] not in _QUOTES:
            return text[at]
    return " "


def _lean(left: str, right: str) -> str:
    if left.isspace():
        if right.isspace():
            return "either"
        return "close" if right in ",;:!?)]}" else "open"
    if left in _BRACKETS_OPEN or left in _DASHES:
        if right.isspace() or right in ",;:!?.)":
            return "close"
        return "either" if left in "–—―" else "open"
    if right.isspace() or right in ",;:!?.…)]}>" or right in _DASHES:
        return "close"
    return "open" if left == ":" else "either"


# Double marks


def _pair_double(text: str, start: int, end: int, marks: list[_Mark]) -> list[Pair]:
    pairs: list[Pair] = []
    stack: list[_Mark] = []
    for i, mark in enumerate(marks):
        if _opens(text, mark, stack) and not (
            stack and _blank_misplaced(text, marks, i, stack[-1])
        ):
            if stack and _restarts(text, marks, i, stack[-1]):
                pairs.append(_broken_off(text, stack[0], mark.start))
                stack.clear()
            if len(stack) < _DEEPEST:
                stack.append(mark)
            continue
        at = _partner(stack, mark)
        if at is not None:
            opener = stack[at]
            pairs.append(Pair(opener.start, opener.end, mark.start, mark.end))
            del stack[at:]
        elif i == 0:
            pairs.append(Pair(start, start, mark.start, mark.end, opened=False))
    if stack:
        pairs.append(Pair(stack[0].start, stack[0].end, end, end, closed=False))
    return pairs


def _opens(text: str, mark: _Mark, stack: list[_Mark]) -> bool:
    glyph, lean = mark.glyph, mark.lean
    if not stack:
        if glyph in _OPENING:
            return True
        return lean == "open" or (lean == "either" and glyph not in _CLOSING)
    if glyph in _OPENING:
        same = stack[-1].glyph in (glyph, "„")
        closes = lean == "close" or (lean == "either" and same)
        return not (closes and _partner(stack, mark) is not None)
    if glyph in _CLOSING or lean != "open":
        return glyph == "»" and lean == "open" and stack[-1].glyph != "«"
    return not _misplaced_close(text, mark)


def _misplaced_close(text: str, mark: _Mark) -> bool:
    """`"We held, "he said`: the blank went to the wrong side of the mark."""
    before = text[max(0, mark.start - 2) : mark.start].rstrip()[-1:]
    return before in (",", ".", "?", "!") and text[mark.end : mark.end + 1].islower()


def _blank_misplaced(text: str, marks: list[_Mark], i: int, top: _Mark) -> bool:
    """`He said "we hold. "The mayor left. "We wait."`: copy that puts the blank in front of each
    straight mark. The one behind a stop closes when yet another opening one follows.
    """
    mark = marks[i]
    if mark.glyph != '"' or top.glyph != '"' or i + 1 == len(marks):
        return False
    before = text[max(top.end, mark.start - 2) : mark.start].rstrip()[-1:]
    return before in (".", ",", "?", "!") and marks[i + 1].lean == "open"


def _restarts(text: str, marks: list[_Mark], i: int, top: _Mark) -> bool:
    """Whether an opening mark inside an open quotation shows that the closing one is missing.

    Two closing marks in a row further on, another shape of mark, or a place inside a clause speak
    for a quotation in the quotation.
    """
    if marks[i].glyph != top.glyph:
        return False
    following = marks[i + 1 : i + 3]
    if len(following) == 2 and all(m.lean == "close" or m.glyph in _CLOSING for m in following):
        return False
    before = text[max(top.end, marks[i].start - 3) : marks[i].start].rstrip()[-1:]
    return before in (".", ",", "?", "!", "…", ";", "")


def _broken_off(text: str, opener: _Mark, at: int) -> Pair:
    while at > opener.end and text[at - 1].isspace():
        at -= 1
    return Pair(opener.start, opener.end, at, at, closed=False)


def _close_with_single(text: str, pair: Pair, singles: list[_Mark], starts: list[int]) -> None:
    """`“We held.’ He left`: a single mark typed for the double one that is missing."""
    at = bisect_right(singles, pair.inside, key=lambda m: m.start)
    if pair.closed or at == len(singles):
        return
    mark = singles[at]
    if bisect_right(starts, mark.start) > bisect_right(starts, pair.start):
        return  # another pair lies in between
    if mark.end <= pair.outside and mark.lean == "close" and text[mark.start - 1] in ",.!?":
        pair.outside, pair.end, pair.closed = mark.start, mark.end, True


def _partner(stack: list[_Mark], mark: _Mark) -> int | None:
    """The open mark that this one closes: of its own shape if there is one, else the nearest."""
    loose = None
    for at in range(len(stack) - 1, -1, -1):
        glyph = stack[at].glyph
        if mark.glyph in _PARTNERS.get(glyph, ()):
            return at
        if loose is None and (glyph in _ANGLED) == (mark.glyph in _ANGLED):
            loose = at
    return loose


# Single marks


def _apostrophe(text: str, mark: _Mark, elisions: frozenset[str]) -> bool:
    """`Ukraine’s`, `’90s`, `’em`: no quotation mark at all."""
    left = text[mark.start - 1 : mark.start] if mark.start else ""
    right = text[mark.end : mark.end + 1]
    if left.isalnum() and right.isalnum():
        return True
    if mark.lean != "open":
        return left.isdigit() and right.isdigit()
    word = re.match(r"\w+", text[mark.end : mark.end + 12])
    return word is not None and (word[0].lower() in elisions or _decade(word[0]))


def _decade(word: str) -> bool:
    return len(word) in (2, 3) and word[:2].isdigit() and word[2:] in ("", "s")


def _pair_single(
    text: str, start: int, end: int, marks: list[_Mark], double: list[Pair]
) -> list[Pair]:
    """Pairs of single marks; both marks of a pair lie in the same double pair, or in none."""
    out: list[Pair] = []
    for group in _by_room(marks, double):
        i = 0
        while i < len(group):
            mark = group[i]
            closer = _closer(text, group, i, end) if _may_open(text, mark) else None
            if closer is not None:
                close = group[closer]
                out.append(Pair(mark.start, mark.end, close.start, close.end, single=True))
                i = closer
            elif mark.start == start and _may_open(text, mark):
                out.append(Pair(mark.start, mark.end, end, end, single=True, closed=False))
            i += 1
    return out


def _by_room(marks: list[_Mark], double: list[Pair]) -> list[list[_Mark]]:
    """The marks grouped by the innermost double pair they lie in."""
    edges = sorted({p.start for p in double} | {p.end for p in double})
    if not edges:
        return [marks]
    room = [-1] * (len(edges) + 1)
    for number, pair in sorted(enumerate(double), key=lambda x: x[1].start - x[1].end):
        first, last = bisect_right(edges, pair.start), bisect_right(edges, pair.end - 1)
        room[first : last + 1] = [number] * (last + 1 - first)
    groups: dict[int, list[_Mark]] = {}
    for mark in marks:
        groups.setdefault(room[bisect_right(edges, mark.start)], []).append(mark)
    return list(groups.values())


def _may_open(text: str, mark: _Mark) -> bool:
    right = text[mark.end : mark.end + 1]
    return mark.lean == "open" and not right.isspace() and right != ""


def _closer(text: str, group: list[_Mark], i: int, end: int) -> int | None:
    """The mark that closes the single mark `i`, before the next one that opens.

    A mark behind a word in -s may be a possessive (`the soldiers’ camp`): it closes only a short
    phrase, or a quotation for which no clearer mark is left.
    """
    weak = None
    for at in range(i + 1, len(group)):
        mark = group[at]
        if mark.lean == "open":
            break
        left, right = text[mark.start - 1], text[mark.end : mark.end + 1] if mark.end < end else ""
        if mark.lean != "close" or left.isspace():
            continue
        possessive = left in "sSzxn" and right == " "
        if not possessive:
            return at if weak is None or _outweighs(text, group[i], group[weak], mark) else weak
        weak = at if weak is None else weak
    return weak


def _outweighs(text: str, opener: _Mark, weak: _Mark, clear: _Mark) -> bool:
    """Whether the clear closing mark wins over a possible possessive in front of it: always when
    the words between are many, and where a sentence opens and a stop stands before the mark.
    """
    between = text[opener.end : min(weak.start, opener.end + _LONG_PHRASE)]
    if weak.start - opener.end >= _LONG_PHRASE or len(between.split()) > _SHORT:
        return True
    before = text[max(0, opener.start - 2) : opener.start].rstrip(" ")[-1:]
    return before in ("", *".?!:,…\n\r") and text[clear.start - 1] in ",.?!…"


def nest_pairs(pairs: list[Pair]) -> list[Pair]:
    """The outermost pairs in order, each with all that lie within it in `inner`."""
    outer: list[Pair] = []
    for pair in sorted(pairs, key=lambda p: (p.start, -p.end)):
        if outer and pair.start < outer[-1].end:
            outer[-1].inner.append(pair)
        else:
            outer.append(pair)
    return outer
