"""Several who speak with one voice: `the army and the United Nations` are of no one side."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.extraction.grammar.words import is_somebody
from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.sides import UNKNOWN
from counterclaim.language.tree import Parse
from counterclaim.records.model import Span


def as_joint(parse: Parse, span: Span, who: Classified, article: ArticleContext) -> Classified:
    """Who a mention means, as several where it names several: by the names of all, of the side
    that they share, of an unknown one where they share none.

    Example:
        `a military source and residents` keeps its name and has no side; `the army and the United
        Nations` is neither the army nor the United Nations.
    """
    parts = joint_parts(parse, span)
    if len(parts) < 2 or article.registry.find(parse.text[slice(*span)]) is not None:
        return who
    several = [article.classify_here(parse, part) for part in parts]
    if any(one.kind == "person" for one in several):
        return who
    sides = {one.side for one in several}
    names = [one.name for one in several]
    name = f"{', '.join(names[:-1])} and {names[-1]}" if who.name in names else who.name
    side = sides.pop() if len(sides) == 1 else UNKNOWN
    return replace(who, name=name, side=side, organisation=None, entry=None)


def joint_parts(parse: Parse, span: Span) -> list[Span]:
    """The phrases that "and" joins at the head of a mention; the mention alone where none does."""
    head = parse.top(*span)
    if head is None or not (head.is_noun or head.text[:1].isupper()):
        return [span]
    others = [w for w in parse.children(head.i, "conj") if w.is_noun and w.end <= span[1]]
    if not others or not any(parse.children(w.i, "cc") for w in others):
        return _by_words(parse, span)
    firsts = sorted(
        min(w.start for w in parse.subtree(other.i, without=("cc", "punct"))) for other in others
    )
    inside = parse.within(*span)
    out, start = [], span[0]
    for first in [*firsts, span[1] + 1]:
        words = [w for w in inside if start <= w.start < first]
        while words and (words[-1].is_conjunction or words[-1].text == ","):
            words.pop()
        out += [(words[0].start, words[-1].end)] if words else []
        start = first
    return out


def _by_words(parse: Parse, span: Span) -> list[Span]:
    """The halves of `Kinshasa and Western diplomats`, whose tree went astray: behind one "and" and
    before it stands somebody."""
    words = parse.within(*span)
    joints = [k for k, w in enumerate(words) if w.is_conjunction]
    halves = [words[: joints[0]], words[joints[0] + 1 :]] if len(joints) == 1 else []
    if not halves or not all(half and is_somebody(half[-1]) for half in halves):
        return [span]
    return [(half[0].start, half[-1].end) for half in halves]
