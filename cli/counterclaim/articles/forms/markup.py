"""The words of small pieces of HTML: of an entry of a feed, a cell, a message."""

from __future__ import annotations

import html
import re

# What is not closed goes on to the end: a text full of openings costs no more than its length.
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[a-zA-Z][^<>]{0,2000}>", re.S)
_UNSEEN = re.compile(r"(?is)<(script|style)\b.*?(?:</\1\s*>|\Z)")
_BLOCK = re.compile(
    r"(?i)<(?:br|hr|/p|/div|/li|/tr|/blockquote|/h\d|/article|/section)\b[^>]{0,200}>"
)
_TELLING = re.compile(
    r"(?i)</?(?:p|div|br|span|a|b|i|em|strong|h\d|li|ul|blockquote)\b[^<>]{0,500}>"
)


def has_markup(text: str) -> bool:
    """Whether a text that need not be HTML is: it has tags of text."""
    return _TELLING.search(text) is not None


def words_of(markup: str) -> str:
    r"""The words of a small piece of HTML, a line for each block; a text without tags as it stands.

    >>> words_of("<p>Shells <b>fell</b>.</p><p>Nobody died.</p>")
    'Shells fell.\n\nNobody died.\n'
    """
    if has_markup(markup):
        markup = _BLOCK.sub("\n", " ".join(_UNSEEN.sub(" ", markup).split()))
    plain = html.unescape(_TAG.sub("", markup))
    return "\n\n".join(line.strip() for line in plain.split("\n") if line.strip()) + "\n"
