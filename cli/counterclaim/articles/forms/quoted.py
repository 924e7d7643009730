"""What a page or a message quotes: words of somebody else are between marks of quotation, and a
message without what it answers."""

from __future__ import annotations

import re
from typing import Any

from counterclaim.knowledge.inputs import input_data

_MARKED = re.compile(r"\s*[“\"„«‘']")
_MOST = 2000  # elements
_MOST_SHARE = 0.5
"""Of the words of a page: where more is in one quoted block, that is how the page is laid out."""


def mark_quoted(tree: Any) -> None:
    """Put the words of quoted blocks and passages of a page between marks, where they have none: a
    page shows by its layout whose words they are, and a text has no layout. Each paragraph of a
    block opens, the last one closes.

    >>> mark_quoted(tree)  # "<p>It said:</p><blockquote>We held.</blockquote>"
    >>> tree.text_content()
    'It said:“We held.”'
    """
    length = len(tree.text_content())
    for passage in tree.xpath("//q")[:_MOST]:
        _mark([passage])
    for block in tree.xpath("//blockquote[not(ancestor::blockquote)]")[:_MOST]:
        if len(block.text_content()) < _MOST_SHARE * length:
            paragraphs = [p for p in block.xpath(".//p") if p.text_content().strip()]
            _mark(paragraphs or [block])


def _mark(elements: list[Any]) -> None:
    if _MARKED.match(elements[0].text_content()):
        return
    for element in elements:
        element.text = "“" + (element.text or "").lstrip()
    last = elements[-1]
    if len(last):
        last[-1].tail = (last[-1].tail or "").rstrip() + "”"
    else:
        last.text = last.text.rstrip() + "”"


def drop_answered(tree: Any) -> None:
    """Take out of a message what programs of mail put below it: the message that it answers. One
    that is passed on stays."""
    names = input_data("pages")["answered"]
    named = " or ".join(f"contains(concat(@class, ' ', @id), '{name}')" for name in names)
    for element in tree.xpath(f"//blockquote[@type='cite'] | //*[{named}]")[:_MOST]:
        if element.getparent() is not None and "orwarded message" not in element.text_content():
            element.drop_tree()
