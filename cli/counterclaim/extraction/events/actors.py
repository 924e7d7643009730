"""Who acts on whom in an event: by voice, preposition, possessive and relative clause.

Nothing is invented: where the words name no actor in a place that the grammar gives to the
acting or the affected party, that party stays None.
"""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction.entities.named_parties import NO_SIDE, NamedParties, Party
from counterclaim.extraction.events.nominations import Match
from counterclaim.extraction.grammar.arguments import objects_of, patients, subject
from counterclaim.extraction.grammar.clauses import antecedent
from counterclaim.extraction.grammar.conditions import is_event
from counterclaim.extraction.grammar.voice import case_of, is_passive
from counterclaim.knowledge.lexicon import listed, word_class
from counterclaim.knowledge.predicates import family, load_predicates, load_words
from counterclaim.knowledge.sides import UNKNOWN
from counterclaim.language.tree import Parse, Word
from counterclaim.records import Actor

_LOST_TO = listed("lost_to")
_AMONG = listed("among")
_AGAINST = listed("against")
_CAUSES = listed("causes")


def assign(
    parse: Parse, match: Match, parties: NamedParties, event_type: str
) -> tuple[Party | None, Party | None]:
    """The initiator and the target of the event a cue stands for, each None where not said.

    In "The depot was hit by Ukrainian artillery" that is (Ukraine, None); in "Russian attacks on
    Ukrainian positions" (Russia, Ukraine).
    """
    match = _borne(parse, match)
    if match.cue.agent == "none":
        return None, None  # who puts out a fire has not set it
    if match.cue.agent == "target":
        agent, patient = _befallen(parse, match, parties, event_type)
    else:
        agent, patient = _acting(parse, match, parties, event_type)
    if agent is not None and agent.media:
        agent = None  # `An AFP correspondent reported explosions`
    if match.cue.agent == "object":
        agent, patient = patient, None
    if load_predicates()[event_type].target is None:
        patient = None
    if event_type in family("toll") and agent is None:
        agent = _cause(parse, match.anchor, parties)
    if agent is not None and patient is not None and _same(agent, patient):
        patient = None
    return agent, patient


def _borne(parse: Parse, match: Match) -> Match:
    """A cue with the noun that it only tells the means of: "attacks" has the parties of "drone
    attacks by the rebels"."""
    above = parse.head(match.anchor)
    if match.anchor.rel == "compound" and above is not None and is_event(parse, above):
        return replace(match, anchor=above)
    return match


def _acting(
    parse: Parse, match: Match, parties: NamedParties, event_type: str
) -> tuple[Party | None, Party | None]:
    """Who does it to whom, where the grammatical agent is the one who acts."""
    word = match.anchor
    agent = _agent(parse, word, parties) or _inside(match, parse, parties)
    patient = _object(parse, word, parties, event_type)
    if event_type in family("own_forces"):  # "moved its troops": what is moved is the mover's own
        agent, patient = agent or patient, None
    cases = (*_AGAINST, "to") if event_type in family("given") else _AGAINST
    patient = patient or _against(parse, match, parties, cases)
    if agent is None and event_type in family("truce"):
        agent = _keeper(parse, word, parties)
    if patient is None and event_type in family("mutual"):
        patient = _other(parse, word, parties)
    return agent, patient


def _befallen(
    parse: Parse, match: Match, parties: NamedParties, event_type: str
) -> tuple[Party | None, Party | None]:
    """Who did it and whom it befell, where the grammatical agent is the one it befalls. A
    preposition that is a part of the cue names who had it: "held by the enemy until Monday"."""
    word = match.anchor
    own = {parse.words[i].lower for i in match.words}
    lost_to = tuple(case for case in _LOST_TO if case not in own)
    words = [word, *(parse.words[i] for i in match.words if i != word.i)]
    doers = (_by(parse, w, parties, lost_to) for w in words)
    sufferer = _object(parse, word, parties, event_type) or _against(parse, match, parties, _AMONG)
    if sufferer is None or sufferer.side == UNKNOWN:
        owner = _agent(parse, word, parties) or _inside(match, parse, parties)
        sufferer = owner or sufferer
    return next(filter(None, doers), None), sufferer


def to_actor(party: Party | None) -> Actor | None:
    """The record of an actor; a side that is not known is said to be unknown."""
    return None if party is None else Actor(party.name, party.side)


def _agent(parse: Parse, word: Word, parties: NamedParties) -> Party | None:
    """Who does what `word` says, be it a verb or a noun."""
    if word.rel == "amod" and word.lower.endswith("ing"):
        return parties.of(parse.head(word))
    if not word.is_verb:
        return _agent_of_noun(parse, word, parties)
    return _by(parse, word, parties) or parties.of(subject(parse, word) or _between(parse, word))


def _agent_of_noun(parse: Parse, noun: Word, parties: NamedParties) -> Party | None:
    words = load_words().sets
    found = _modifier(parse, noun, parties) or _by(parse, noun, parties)
    if found is None and noun.lemma in words["of_is_agent"]:
        of = [w for w in parse.children(noun.i, "nmod") if case_of(parse, w) == "of"]
        found = parties.of(next(iter(of), None))
    found = found or parties.of(_between(parse, noun))
    if found is not None:
        return found
    clause = _clause(parse, noun)
    if clause is None:
        return None
    return _by(parse, clause, parties) or parties.of(subject(parse, clause))


def _modifier(parse: Parse, noun: Word, parties: NamedParties) -> Party | None:
    """The party that an event noun has beside it: "Russian attacks", "the rebels' siege"."""
    for word in reversed(parse.children(noun.i, "nmod:poss", "amod", "compound")):
        found = parties.of(word, 1) or parties.adjective(word)
        if found is not None:
            return found
    return None


def _clause(parse: Parse, noun: Word) -> Word | None:
    """The verb that lends a noun its subject: "launched" for "attack" in "launched an attack".

    A relative clause does so too ("an attack the rebels launched"), and a copula is the noun's own.
    """
    light = load_words().sets["light_verbs"]
    above = parse.head(noun)
    if parse.child(noun.i, "cop"):
        return noun
    if above is not None and above.is_verb and noun.rel in ("obj", "nsubj", "obl", "xcomp"):
        held = noun.rel == "obj" or (noun.rel == "nsubj" and is_passive(parse, above))
        if above.lemma in light and held:
            return above
        if noun.rel == "obl" and case_of(parse, noun) in word_class("took_part_in"):
            return above
    for word in parse.children(noun.i, "acl"):
        if word.lemma in light:
            return word
    return None


def _by(
    parse: Parse, word: Word, parties: NamedParties, cases: tuple[str, ...] = ("by",)
) -> Party | None:
    """Whom a preposition names as the doer: "by rebels", "at the hands of rebels"."""
    acted_on = {w.i for w in objects_of(parse, word)}
    near = [w for w in parse.children(word.i, "obl", "nmod", "advcl") if w.i not in acted_on]
    objects = parse.children(word.i, "obj")
    # Parsers hang "by rebels" on the place before it: "the capture of Goma by rebels".
    holders = [w for w in (*near, *objects) if _is_place(w) or (w in objects and "from" in cases)]
    far = [w for holder in holders for w in parse.children(holder.i, "nmod")]
    hands = [w for noun in near for w in parse.children(noun.i, "nmod") if _is_hands(parse, w)]
    named = (w for w in (*near, *far) if case_of(parse, w) in cases)
    return next(filter(None, map(parties.of, (*named, *hands))), None)


def _is_place(word: Word) -> bool:
    return word.is_proper or "place" in load_words().classes.get(word.lemma, frozenset())


def _is_hands(parse: Parse, word: Word) -> bool:
    """Tell whether a noun follows "at the hands of"."""
    above = parse.head(word)
    of = above is not None and above.lemma == "hand" and case_of(parse, above) == "at"
    return of and case_of(parse, word) == "of"


def _object(parse: Parse, word: Word, parties: NamedParties, event_type: str) -> Party | None:
    """Whom the event befalls as the object of its word, or the party asked or accused."""
    for head in (*patients(parse, word), *parse.children(word.i, "iobj")):
        of_agent = case_of(parse, head) == "of" and word.lemma in load_words().sets["of_is_agent"]
        if head.i == word.head and word.rel in ("amod", "compound"):
            continue
        found = None if of_agent else parties.of(antecedent(parse, head, word))
        if found is not None:
            return found
        if event_type in family("repelling"):
            return _agent_of_noun(parse, head, parties)
    return None


def _against(
    parse: Parse, match: Match, parties: NamedParties, cases: tuple[str, ...] = _AGAINST
) -> Party | None:
    """Whom a preposition names as the other party: "attacks on", "took it from", "clashed with"."""
    word = match.anchor
    clause = None if word.is_verb else _clause(parse, word)
    carried = clause is not None and clause.i != word.i and word.rel != "obl"
    sources = [(word, cases), *([(clause, cases)] if clause is not None and carried else [])]
    if word.is_verb and "from" in cases:
        sources += [(w, ("from",)) for w in patients(parse, word)]
    for source, wanted in sources:
        of_agent = source.lemma in load_words().sets["of_is_agent"]
        for dependant in parse.children(source.i, "obl", "nmod"):
            case = case_of(parse, dependant)
            # In "held off the enemy" the preposition is a part of the cue.
            particle = any(w.i in match.words for w in parse.children(dependant.i, "case"))
            against = case in wanted and not (case == "of" and of_agent)
            if particle or (against and parties.hears(dependant)):
                found = parties.of(dependant)
                if found is not None:
                    return found
    return None


def _other(parse: Parse, word: Word, parties: NamedParties) -> Party | None:
    """The second of two who do something together: "the army and the rebels clashed"."""
    first = _between(parse, word) or subject(parse, word)
    joined = parse.children(first.i, "conj") if first is not None else []
    joined = joined or parse.children(word.i, "conj")
    return next(filter(None, map(parties.of, joined)), None)


def _keeper(parse: Parse, truce: Word, parties: NamedParties) -> Party | None:
    """Who declares, keeps or breaks a truce: "the rebels violated the ceasefire"."""
    verb = parse.head(truce)
    if verb is None or truce.rel not in ("obj", "nsubj"):
        return None
    if not {verb.lemma, verb.lower} & load_words().sets["truce_verbs"]:
        return None
    return _by(parse, verb, parties) or parties.of(subject(parse, verb))


def _between(parse: Parse, word: Word) -> Word | None:
    """The first of two parties: "the army" in "fighting between the army and the rebels"."""
    found = parse.children(word.i, "obl", "nmod")
    return next((w for w in found if case_of(parse, w) == "between"), None)


def _inside(match: Match, parse: Parse, parties: NamedParties) -> Party | None:
    """An actor named within the cue itself: "under rebel control", "Russian-held"."""
    for i in match.words:
        word = parse.words[i]
        found = parties.at(word) or parties.adjective(word)
        if found is not None and word.i != match.anchor.i:
            return found
    head = match.anchor
    if head.rel == "amod" or head.is_past_participle:
        for word in parse.children(head.i, "compound", "amod", "advmod", "obl"):
            found = parties.at(word) or parties.adjective(word)
            if case_of(parse, word):
                continue
            if found is not None:
                return found
    return None


def _cause(parse: Parse, word: Word, parties: NamedParties) -> Party | None:
    """Who inflicted casualties: "killed in an Israeli strike", "in clashes with the army"."""
    sources = [word]
    above = parse.head(word)
    if not word.is_verb and above is not None and above.is_verb:
        sources.append(above)
    for source in sources:
        for dependant in parse.children(source.i, "obl", "nmod"):
            if case_of(parse, dependant) in _CAUSES:
                found = _actor_of_event(parse, dependant, parties)
                if found is not None:
                    return found
    return None


def _actor_of_event(parse: Parse, noun: Word, parties: NamedParties) -> Party | None:
    """Who acts in an event named by a noun; a noun that is itself an actor is none."""
    if load_words().classes.get(noun.lemma, frozenset()) & {"place", "armed"}:
        return None
    found = _modifier(parse, noun, parties) or _by(parse, noun, parties)
    clause = next((w for w in parse.children(noun.i, "acl")), None)
    if found is None and clause is not None:
        found = parties.of(subject(parse, clause))
    if found is None:
        withs = [w for w in parse.children(noun.i, "nmod") if case_of(parse, w) == "with"]
        found = parties.of(next(iter(withs), None))
    return found


def _same(one: Party, other: Party) -> bool:
    """Tell whether both are one party, which cannot fight itself: then the grammar was misread."""
    return one.name == other.name or (one.side == other.side and one.side not in NO_SIDE)
