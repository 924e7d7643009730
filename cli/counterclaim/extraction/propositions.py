"""One claim, one proposition: speech cut into its sentences, clauses joined by "and" set apart."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.extraction.attribution.spans import trim, trim_clause
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_SHORT = 4

EventType = Callable[[tuple[Span, ...]], str]


def split_content(
    parse: Parse, content: tuple[Span, ...], event_type: EventType
) -> list[tuple[Span, ...]]:
    """The propositions of a content. A quotation of three sentences gives three; `that A and that
    B` gives two; verbs that share a subject are split only where they speak of different events
    (`blocked the road and took control of the heights`).
    """
    if len(content) > 1 and not _separate(parse, content):
        return [content]
    out: list[tuple[Span, ...]] = []
    for span in content:
        for start, end in _sentences(parse, span):
            out.extend(_coordinated(parse, (start, end), event_type))
    return out or [content]


def _separate(parse: Parse, content: tuple[Span, ...]) -> bool:
    """Whether the pieces are sentences of their own rather than halves of one."""
    return all(
        parse.text[b : b + 1] in (".", "!", "?", "…") or parse.text[b - 1] in ".!?…"
        for _, b in content[:-1]
    )


def _sentences(parse: Parse, span: Span) -> list[Span]:
    """The sentences of a span that touches several parser units."""
    out: list[Span] = []
    for unit in parse.sentences:
        start, end = max(unit.start, span[0]), min(unit.end, span[1])
        if start >= end:
            continue
        piece = trim(parse.text, start, end)
        if piece is None:
            continue
        if out and len(parse.within(*piece)) < _SHORT:
            out[-1] = (out[-1][0], piece[1])
        else:
            out.append(piece)
    return out


def _coordinated(parse: Parse, span: Span, event_type: EventType) -> list[tuple[Span, ...]]:
    head = parse.top(*span)
    if head is None:
        return [(span,)]
    cut = _cut_point(parse, head, span)
    if cut is None:
        return _with_participle(parse, head, span, event_type)
    own_subject, at = cut
    left, right = trim_clause(parse, span[0], at), trim_clause(parse, at, span[1])
    least = _SHORT - own_subject
    if (
        left is None
        or right is None
        or min(len(parse.within(*left)), len(parse.within(*right))) < least
    ):
        return [(span,)]
    kinds = event_type((left,)), event_type((right,))
    if "statement" in kinds and not own_subject:
        return [(span,)]
    if not own_subject and (kinds[0] == kinds[1] or kinds[0] == "intent"):
        return [(span,)]
    return [(left,), *_coordinated(parse, right, event_type)]


def _cut_point(parse: Parse, head: Word, span: Span) -> tuple[bool, int] | None:
    """Where a second clause begins: (has its own subject, offset)."""
    second = _second_that(parse, span)
    if second is not None:
        return True, second
    candidates = [w for w in parse.children(head.i, "conj") if span[0] <= w.start < span[1]]
    for below in parse.children(head.i, "xcomp", "ccomp", "advcl"):
        candidates += [w for w in parse.children(below.i, "conj") if span[0] <= w.start < span[1]]
    for word in sorted(candidates, key=lambda w: w.i):
        if not (word.is_verb or parse.child(word.i, "cop", "nsubj")):
            continue
        if _is_plan(parse, head) and _is_plan(parse, word):
            continue
        own = parse.child(word.i, "nsubj", "expl") is not None
        start = min(w.start for w in parse.subtree(word.i, without=("conj",)))
        conjunction = parse.child(word.i, "cc")
        return own, min(start, conjunction.start if conjunction is not None else start)
    return None


def _with_participle(
    parse: Parse, head: Word, span: Span, event_type: EventType
) -> list[tuple[Span, ...]]:
    """`took the hill, cutting the road to the port`: a participle behind a comma that tells of
    another event; a toll stays with what caused it."""
    for word in parse.children(head.i, "advcl", "conj", "acl", "xcomp"):
        before = parse.words[word.i - 1] if word.i else None
        if word.tag != "VBG" or before is None or before.text != "," or word.end > span[1]:
            continue
        left = trim_clause(parse, span[0], before.start)
        right = trim_clause(parse, word.start, span[1])
        if left is None or right is None or len(parse.within(*left)) < _SHORT:
            continue
        kinds = event_type((left,)), event_type((right,))
        told = not {"statement", "casualties", "intent"} & set(kinds)
        if told and kinds[0] != kinds[1] and len(parse.within(*right)) >= _SHORT:
            return [(left,), (right,)]
    return [(span,)]


def _second_that(parse: Parse, span: Span) -> int | None:
    """`the enemy had advanced and that its own lines had moved`: the conjunction before a second
    "that"; a first one inside the span has clauses of its own."""
    words = parse.within(*span)
    for k, w in enumerate(words[1:-2], start=1):
        if w.lower == "that":
            return None
        if w.tag == "CC" and words[k + 1].lower == "that" and words[k + 1].tag == "IN":
            return w.start
    return None


def _is_plan(parse: Parse, verb: Word) -> bool:
    """`will be sent … and … will destroy`: two halves of one plan or forecast stay together."""
    return any(
        c.lower in ("will", "'ll", "’ll", "would", "shall") for c in parse.children(verb.i, "aux")
    )
