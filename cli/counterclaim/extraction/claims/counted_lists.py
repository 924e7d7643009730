"""Lists of counts, each with a place or a meeting of its own: `lost 130 men in battles with A and
100 in battles with B`, `six people were killed in A, two in B and one in C`."""

from __future__ import annotations

from counterclaim.extraction.grammar.spans import trim_clause
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

Region = tuple[Span, ...]


def split_counts(parse: Parse, span: Span) -> list[Region]:
    """The items of a list of counts, the later ones with the words that they share with the first;
    the span alone where it holds no such list.

    Example:
        `Kyiv lost 130 men in battles with A and 100 men in battles with B` gives `Kyiv lost 130 men
        in battles with A` and `Kyiv lost … 100 men in battles with B`.
    """
    words = parse.within(*span)
    counts = [k for k in range(len(words)) if _is_count(words, k)]
    starts = [_start(words, k) for k in counts]
    items = [s for s, k in zip(starts[1:], counts[1:], strict=True) if _opens_item(words, s, k)]
    if not items or not _is_placed(words[counts[0] : items[0]]):
        return [(span,)]
    shared = _shared(parse, words, starts[0], counts[0])
    if shared is None:
        return [(span,)]
    ends = [*(_joint(words, s) for s in items[1:]), span[1]]
    first = trim_clause(parse, span[0], _joint(words, items[0]))
    rest = [trim_clause(parse, words[s].start, end) for s, end in zip(items, ends, strict=True)]
    if first is None or any(item is None for item in rest):
        return [(span,)]
    return [(first,), *((shared, item) for item in rest if item is not None)]


def _is_count(words: list[Word], k: int) -> bool:
    """Whether a number counts: no part of a date, a name or another number."""
    behind = words[k + 1] if k + 1 < len(words) else None
    return words[k].is_number and behind is not None and not (behind.is_proper or behind.is_number)


def _start(words: list[Word], k: int) -> int:
    """Where the phrase of a count begins: `up to 100`, `at least two`."""
    while k and words[k - 1].lower in word_class("approximations"):
        k -= 1
    return k


def _opens_item(words: list[Word], start: int, count: int) -> bool:
    """Whether a count behind a comma or "and" has a preposition of its own."""
    joined = start > 0 and (words[start - 1].text == "," or words[start - 1].is_conjunction)
    return joined and _is_placed(words[count : count + limits().item_words])


def _is_placed(words: list[Word]) -> bool:
    """Whether a count, with at most its noun between, is followed by where or against whom."""
    for word in words[1:]:
        if word.lower in word_class("where_prepositions", "attending"):
            return True
        if word.text == "," or word.is_conjunction:
            return False
    return False


def _shared(parse: Parse, words: list[Word], start: int, count: int) -> Span | None:
    """The words that all items share: those before the first count, or, where it counts the
    subject, what is counted and its verb."""
    if any(w.is_verb for w in words[:start]):
        return trim_clause(parse, words[0].start, words[start].start)
    for k in range(count + 1, len(words)):
        if words[k].is_preposition:
            told = words[count + 1 : k]
            return (told[0].start, told[-1].end) if any(w.is_verb for w in told) else None
    return None


def _joint(words: list[Word], item: int) -> int:
    """Where the words that join an item begin: ", and"."""
    before, further = words[item - 1], words[max(item - 2, 0)]
    return further.start if before.is_conjunction and further.text == "," else before.start
