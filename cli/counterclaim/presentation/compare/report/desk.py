"""What all parts of a page share: numbers of articles, colours of sides, the articles' texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from counterclaim.comparison import Comparison, Entry
from counterclaim.comparison.types import CODED_SIDE, NARRATOR_SIDE
from counterclaim.comparison.verdicts.rows import side_order
from counterclaim.language.sentences import split_sentences
from counterclaim.presentation.compare.numbering import Numbered, number_articles, shown
from counterclaim.presentation.compare.words import SideName, Style, make_style
from counterclaim.presentation.links import ALONE, Links
from counterclaim.records.model import Span

Texts = Callable[[str], str | None]
"""The text of an article by its id; None where it cannot be read."""
PARTIES = 6  # so many sides have a colour of their own
NEUTRAL = {"independent": 7, "unknown": 8, CODED_SIDE: 8, NARRATOR_SIDE: 9}


def no_texts(_article: str) -> str | None:
    """Know no article's text."""
    return None


def all_entries(comparison: Comparison) -> Iterator[Entry]:
    """Give every claim of a comparison, each once, in the order of the page."""
    seen: set[str] = set()
    for entry in shown(comparison):
        if entry.claim.id not in seen:
            seen.add(entry.claim.id)
            yield entry


@dataclass(slots=True)
class Desk:
    """The whole page's: articles numbered by day, a colour for each side."""

    name: SideName
    texts: Texts
    articles: Numbered
    colours: dict[str, int]
    links: Links = ALONE
    _known: dict[str, tuple[str, list[Span]]] = field(default_factory=dict)

    def sentences(self, article: str) -> tuple[str, list[Span]]:
        """Give the text of an article and where its sentences lie; nothing where it has none."""
        if article not in self._known:
            text = self.texts(article) or ""
            self._known[article] = text, [(s.start, s.end) for s in split_sentences(text)]
        return self._known[article]


@dataclass(slots=True)
class Chapter:
    """One section's: the comparison and its style; where each claim was told first (`told`), under
    whose name (`names`), and who is introduced already.
    """

    desk: Desk
    comparison: Comparison
    anchor: str
    style: Style
    told: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    introduced: set[str] = field(default_factory=set)


def make_desk(
    found: Sequence[Comparison], name: SideName, texts: Texts, links: Links = ALONE
) -> Desk:
    """Number the articles of some comparisons by day, and give the sides their colours.

    >>> make_desk([comparison], side_name, no_texts).colours["russia"]
    1
    """
    articles = number_articles(e for c in found for e in shown(c))
    sides = sorted({e.group for c in found for e in all_entries(c)} - set(NEUTRAL), key=side_order)
    colours = {side: min(at, PARTIES) for at, side in enumerate(sides, start=1)}
    return Desk(name, texts, articles, {**colours, **NEUTRAL}, links)


def make_place(desk: Desk, comparison: Comparison, anchor: str) -> Chapter:
    """Begin a section."""
    return Chapter(desk, comparison, anchor, make_style(comparison))
