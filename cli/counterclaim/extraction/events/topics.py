"""What a claim is that names no event: a plan or an appeal by its mood ("We will be there"), else
what its words are about ("His captivity lasted a year")."""

from __future__ import annotations

from counterclaim.extraction.entities.named_parties import NamedParties
from counterclaim.extraction.events.heads import head_predication
from counterclaim.extraction.events.nominations import Content, acting_in
from counterclaim.extraction.grammar.arguments import subject
from counterclaim.extraction.grammar.mood import is_future
from counterclaim.extraction.grammar.words import is_somebody
from counterclaim.knowledge.predicates import FALLBACK, PLANNED, load_predicates, load_words


def without_event(content: Content, parties: NamedParties, stance: str) -> str:
    """What words that name no event are: by their mood, else by their topic, unless a frame says
    that they tell of nothing."""
    kind = _by_mood(content, stance)
    told = head_predication(content, acting_in(content, parties))
    if kind != FALLBACK or told.at is None:
        return kind
    return _topic_of(content) or FALLBACK


def _by_mood(content: Content, stance: str) -> str:
    """What words without an event of their own are by their mood: a plan, an appeal. What somebody
    "will" do is a plan, too, whoever tells of it."""
    top = content.top
    if top is not None and is_future(content.parse, top):
        doer = subject(content.parse, top)
        if doer is not None and is_somebody(doer):
            return PLANNED
    return next((p.id for p in load_predicates().values() if p.mood == stance), FALLBACK)


def _topic_of(content: Content) -> str | None:
    """The predicate whose topic the word nearest to the head of a claim belongs to."""
    topics = load_words().roles["topics"]
    named = ((w, topics.get(w.lemma.lower()) or topics.get(w.lower)) for w in content.words)
    found = [(content.costs[w.i], w.i, kind) for w, kind in named if kind and not w.is_proper]
    return min(found)[2] if found else None
