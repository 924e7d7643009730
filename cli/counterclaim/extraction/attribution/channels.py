"""Through whom words came: agencies, broadcasters, networks and go-betweens named beside the cue.

`told Reuters`, `on Telegram`, `through his press service`, `citing Interfax` name relays; somebody
who only hears the words (`told reporters`, `told the council`) is none.
"""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.grammar.spans import noun_phrase, trim
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.entries import Entry
from counterclaim.knowledge.registry import load_registry
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_RELAY_TYPES = frozenset({"news_agency", "outlet", "medium"})
_HEARS = cue_words("before_who_hears")
_CARRIES = cue_words("before_a_channel")
_CITES = cue_words("before_who_is_cited")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun phrase of the cue clause: its head, its words and the word before it."""

    head: Word
    span: Span
    marker: str


def find_channels(parse: Parse, attribution: Attribution) -> list[Span]:
    """The relays named in the cue clause of an attribution, in text order."""
    spans = list(attribution.relays)
    if attribution.clause is not None:
        start, end = attribution.clause
        for word in parse.within(start, end):
            if any(a <= word.start < b for a, b in attribution.content):
                continue
            span = _channel(parse, word, end)
            if span is not None:
                spans.append(span)
    return sorted(set(spans))


def relay_name(words: str) -> str:
    """The canonical name of a relay: ``relay_name("his Telegram channel") == "Telegram"``."""
    entry = _outlet(words)
    return entry.name if entry is not None else words


def is_relay(name: str) -> bool:
    """Whether a name is that of a listed outlet, agency or network: it passes on what others say.

    >>> is_relay("Ukrinform"), is_relay("Kyiv")
    (True, False)
    """
    entry = _outlet(name)
    return entry is not None and _relays(entry)


def _outlet(words: str) -> Entry | None:
    """The listed outlet, agency or network that some words name or hold."""
    registry = load_registry()
    entry = registry.find(words)
    if entry is not None:
        return entry
    parts = words.split()
    for first in range(len(parts)):
        for last in range(len(parts), first, -1):
            inner = registry.find(" ".join(parts[first:last]))
            if inner is not None and _relays(inner) and parts[first][0].isupper():
                return inner
    return None


def _relays(entry: Entry) -> bool:
    return entry.type in _RELAY_TYPES or entry.medium


def _channel(parse: Parse, word: Word, limit: int) -> Span | None:
    phrase = _phrase(parse, word, limit)
    if phrase is None or not _introduces(parse, phrase):
        return None
    start, end = phrase.span
    name = trim(parse.text, start, end)
    return name if name is None else _before_comma(parse, name)


def _phrase(parse: Parse, word: Word, limit: int) -> _Phrase | None:
    if not word.is_noun or word.rel in ("compound", "flat"):
        return None
    start, end = noun_phrase(parse, word)
    span = (start, max(word.end, min(end, limit)))
    first = parse.within(*span)[0]
    if not first.i:
        return None
    return _Phrase(word, span, parse.words[first.i - 1].lower)


def _introduces(parse: Parse, phrase: _Phrase) -> bool:
    """Whether the word before a phrase and its head make it a relay."""
    marker, noun = phrase.marker, phrase.head.lemma
    if marker in _CITES:
        return True
    if marker == "by" and _word_before(parse, phrase) in cue_words("carrying_verbs"):
        return True
    if marker in ("via", "through") and noun in cue_words("go_betweens"):
        return True
    if marker in _CARRIES - {"with"} and noun in cue_words("channel_nouns"):
        return True
    if marker not in _HEARS | _CARRIES:
        return False
    entry = load_registry().find(parse.text[phrase.span[0] : phrase.span[1]])
    if entry is not None:
        return _relays(entry)
    return _is_called_outlet(parse, phrase)


def _word_before(parse: Parse, phrase: _Phrase) -> str:
    first = parse.within(*phrase.span)[0]
    return parse.words[max(first.i - 2, 0)].lower


def _is_called_outlet(parse: Parse, phrase: _Phrase) -> bool:
    """`told Suspilne, a broadcaster`, `told the Okno newspaper`: a name that is said to be one."""
    head = phrase.head
    if head.is_proper and _said_after_comma(parse, head):
        return True
    described = any(
        w.i < head.i and (w.is_noun or w.is_adjective) for w in parse.within(*phrase.span)
    )
    return described and head.lemma in cue_words("channel_nouns")


def _said_after_comma(parse: Parse, head: Word) -> bool:
    """Whether the words up to the next mark call a name an outlet, whatever the parser makes of
    them."""
    last = head
    for word in parse.words[head.i + 2 : head.i + 9]:
        if word.rel == "punct" or word.sentence != head.sentence:
            break
        last = word
    comma = head.i + 1 < len(parse.words) and parse.words[head.i + 1].text == ","
    return comma and last is not head and last.lemma in cue_words("channel_nouns")


def _before_comma(parse: Parse, span: Span) -> Span:
    comma = parse.text.find(",", *span)
    return span if comma < 0 else (span[0], comma)
