"""The events that a claim tells beside its main one: what a toll came of, whom a strike killed,
what it destroyed, who fled. Only what the words tell as a fact counts: no aim, denial or guess.
"""

from __future__ import annotations

from counterclaim.extraction.entities.named_parties import NamedParties
from counterclaim.extraction.events.actors import assign, to_actor
from counterclaim.extraction.events.nominations import Content, Match
from counterclaim.extraction.events.roles import find_roles, is_negated
from counterclaim.extraction.grammar.arguments import objects_of
from counterclaim.extraction.grammar.conditions import is_withheld
from counterclaim.extraction.grammar.voice import case_of
from counterclaim.knowledge.predicates import family, load_predicates, load_words
from counterclaim.language.tree import Parse, Word
from counterclaim.records import Event, FurtherEvent
from counterclaim.records.model import MOST_FURTHER

_NOMINAL = ("nsubj", "obj", "obl", "compound", "amod")
_JOINED = ("conj", "parataxis", "list")


def find_further(
    content: Content, ranked: list[Match], main: Event, parties: NamedParties
) -> tuple[FurtherEvent, ...]:
    """The events told beside `main`, one of each type, in text order.

    "Two people were killed when rockets hit the market" is a toll; the rockets are told beside it.
    """
    known, found = {main.type, *_named_loosely(main.type)}, []
    for match in ranked[1:]:
        kind = match.cue.predicate
        if kind in known or match.cue.weak or not _is_told(content, match, ranked[0]):
            continue
        known |= {kind, *_named_loosely(kind)}
        found.append(_further(content, match, parties))
    return tuple(sorted(found[:MOST_FURTHER], key=lambda further: further.words))


def _named_loosely(kind: str) -> set[str]:
    """The predicates that name an event of this kind less exactly: an attack, of shelling."""
    return {p.id for p in load_predicates().values() if kind in p.finer}


def _further(content: Content, match: Match, parties: NamedParties) -> FurtherEvent:
    parse, kind = content.parse, match.cue.predicate
    initiator, target = assign(parse, match, parties, kind)
    roles = tuple(sorted(find_roles(content, match, kind).items()))
    first, last = parse.words[match.words[0]], parse.words[match.words[-1]]
    event = Event(kind, to_actor(initiator), to_actor(target), roles)
    return FurtherEvent(event, (first.start, last.end))


def _is_told(content: Content, match: Match, main: Match) -> bool:
    """Whether an event is told as a fact."""
    told = match.cue.predicate in family("beside") and match.anchor.i != main.anchor.i
    return told and bool(told_links(content, match, main)) and not is_negated(content, match)


def told_links(content: Content, match: Match, main: Match) -> list[Word]:
    """The words from an event up to the main one, where each lends it no more than time, cause or
    result; none where one of them takes its being a fact away."""
    parse, chain = content.parse, [match.anchor]
    for above in parse.ancestors(match.anchor):
        if chain[-1].i not in content.members or not _leads_on(parse, chain[-1]):
            break
        chain.append(above)
    return chain[:-1] if chain[-1].i in _heads(content, main) else []


def _heads(content: Content, main: Match) -> set[int]:
    """The word of the main event and the verbs that carry it, and the head of the claim."""
    found = {main.anchor.i}
    if content.top is not None:
        found.add(content.top.i)
    return found


def _leads_on(parse: Parse, word: Word) -> bool:
    """Whether what stands above a word leaves it told as it is."""
    sets = load_words().sets
    if word.is_verb and is_withheld(parse, word):
        return False
    if word.rel in _JOINED:
        return True
    above = parse.head(word)
    acted_on = above is not None and word in objects_of(parse, above)
    if not acted_on and (word.rel == "obl" or (word.rel == "nmod" and case_of(parse, word))):
        return case_of(parse, word) in sets["told_with"]
    if acted_on or word.rel in _NOMINAL:
        return above is None or not above.is_verb or not is_withheld(parse, above)
    if word.rel == "advcl":
        marks = {w.lower for w in parse.children(word.i, "mark", "case", "advmod")}
        return bool(marks & sets["told_with"]) or (word.is_present_participle and not marks)
    return word.rel == "acl" and not word.is_base
