"""Who acts on whom in an event: by voice, preposition, possessive and relative clause.

Nothing is invented: where the words name no actor in a place that the grammar gives to the
acting or the affected party, that party stays None.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.extraction.cues import Match, antecedent, case_of, is_passive, patients
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.knowledge.names import fold
from counterclaim.knowledge.predicates import load_words
from counterclaim.knowledge.registry import load_registry
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN, load_sides
from counterclaim.language.tree import Parse, Word
from counterclaim.records import Actor

_MODIFIERS = ("amod", "compound", "nmod:poss", "flat", "det", "nummod")
_NO_SIDE = (None, UNKNOWN, INDEPENDENT)
_CIVIL = frozenset({"civilians", "people"})
_ARMED = frozenset({"armed", "armed_people", "aircraft"})
_FIRST = ("we", "us", "our", "ours")
_THIRD = ("its", "their")
_AGENT_CASES = ("by",)
_AGAINST = ("on", "against", "upon", "at", "with", "from", "over", "of", "among")
_CAUSES = ("in", "during", "by", "with", "after")


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as the words of one claim mean it; `side` is settled for the claim's source."""

    name: str
    side: str
    force: bool = False


class Cast:
    """The parties named in an article, by the words that name them, as one source means them."""

    def __init__(
        self,
        parse: Parse,
        mentions: Sequence[ActorMention],
        source_side: str | None = None,
        members: frozenset[int] | None = None,
    ) -> None:
        """Index `mentions`; `source_side` settles "the enemy", "our troops" and "we".

        `members` are the words of the claim: outside them only the head of a phrase and its
        modifiers are looked at, for what follows belongs to other claims.
        """
        self._parse = parse
        self._members = members
        self._mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._mentions]
        self._own = None if source_side in _NO_SIDE else source_side

    def at(self, word: Word) -> Party | None:
        """The party that a word names or is a part of the name of."""
        # A mention rarely overlaps another; the last that begins before the word's end is it.
        last = bisect_left(self._starts, word.end) - 1
        for mention in self._mentions[max(0, last - 1) : last + 1][::-1]:
            if mention.start < word.end and mention.end > word.start:
                return self._settle(mention)
        return self._pronoun(word)

    def of(self, head: Word | None, depth: int = 2) -> Party | None:
        """The party a noun phrase names: its head, else a modifier, else what follows "of".

        "Russian positions", "units of the army" and "dozens of rebels" all name one.
        """
        if head is None:
            return None
        found = self.at(head)
        if found is not None and found.side == UNKNOWN:
            # "its forces" names nobody by itself, but the speaker knows whose they are.
            owners = self._parse.children(head.i, "nmod:poss")
            found = next(filter(None, map(self._pronoun, owners)), found)
        if found is not None or depth == 0:
            return found
        kinds = load_words().classes.get(head.lemma, frozenset())
        for word in reversed(self._parse.children(head.i, *_MODIFIERS)):
            found = self.of(word, depth - 1)
            if found is None and (kinds & _ARMED or not kinds & _CIVIL):
                found = self._owner(word)
            if found is not None:
                return found
        for word in self._parse.children(head.i, "nmod") if self.hears(head) else ():
            if case_of(self._parse, word) in ("of", "among"):
                found = self.of(word, depth - 1)
                if found is not None:
                    return found
        return None

    def hears(self, word: Word) -> bool:
        """Tell whether a word belongs to the claim."""
        return self._members is None or word.i in self._members

    def adjective(self, word: Word) -> Party | None:
        """The party a bare adjective of country means: "Russian" in "Russian attacks"."""
        if not word.text[0].isupper():
            return None
        sides = load_sides()
        side = sides.of_word(word.text)
        if side is None:
            return None
        if side in _NO_SIDE:
            country = load_registry().countries.get(sides.terms[fold(word.text)])
            return Party(country.name, side) if country else None
        return Party(sides.side_name(side), side)

    def _owner(self, word: Word) -> Party | None:
        """The party that an adjective makes the owner of a place or thing: "Ukrainian positions".

        In a war inside one country its adjective tells no party: "a Syrian convoy".
        """
        found = self.adjective(word)
        if found is None or found.side in _NO_SIDE:
            return None
        states = {conflict.state for conflict in load_sides().conflicts.values()}
        return None if found.side in states else found

    def _settle(self, mention: ActorMention) -> Party:
        side = mention.side
        if mention.relative:
            side = self._opponent() if mention.relative == "enemy" else self._own
            if side not in _NO_SIDE and side is not None:
                return Party(load_sides().side_name(side), side, mention.force)
        return Party(mention.name, side or UNKNOWN, mention.force)

    def _pronoun(self, word: Word) -> Party | None:
        """The source's own side: "we", "our", and "its" of an army it speaks of ("its forces")."""
        if self._own is None or word.tag not in ("PRP", "PRP$"):
            return None
        owned = load_words().classes.get(self._parse.words[word.head].lemma, frozenset())
        hers = word.lower in _THIRD and word.tag == "PRP$" and owned & _ARMED
        if word.lower in _FIRST or hers:
            return Party(load_sides().side_name(self._own), self._own)
        return None

    def _opponent(self) -> str | None:
        """Whom the source means by "the enemy": the one opposed side, or the one named."""
        if self._own is None:
            return None
        sides = load_sides()
        wars = [c.parties for c in sides.conflicts.values() if self._own in c.parties]
        # Of each war the first party on the other side: its allies come after it in the data.
        chief = [next(filter(self._is_opposed, parties), None) for parties in wars]
        named = {m.side for m in self._mentions}
        found = set(chief) - {None}
        found = found & named if len(found) > 1 else found
        return next(iter(found)) if len(found) == 1 else None

    def _is_opposed(self, side: str) -> bool:
        return self._own is not None and load_sides().opposed(self._own, side)


def assign(
    parse: Parse, match: Match, cast: Cast, event_type: str
) -> tuple[Party | None, Party | None]:
    """The initiator and the target of the event a cue stands for, each None where not said.

    In "The depot was hit by Ukrainian artillery" that is (Ukraine, None); in "Russian attacks on
    Ukrainian positions" (Russia, Ukraine).
    """
    word = match.anchor
    agent = _agent(parse, word, cast) or _inside(match, parse, cast)
    patient = _patient(parse, match, cast, event_type)
    if match.cue.agent == "target":
        known = patient if patient is not None and patient.side != UNKNOWN else agent
        agent, patient = None, known or patient
    elif match.cue.agent == "object":
        agent, patient = patient, None
    if event_type == "casualties" and agent is None:
        agent = _cause(parse, word, cast)
    if agent is not None and patient is not None and _same(agent, patient):
        patient = None
    return agent, patient


def to_actor(party: Party | None) -> Actor | None:
    """The record of an actor; a side that is not known is said to be unknown."""
    return None if party is None else Actor(party.name, party.side)


def _agent(parse: Parse, word: Word, cast: Cast) -> Party | None:
    """Who does what `word` says, be it a verb or a noun."""
    if word.rel == "amod" and word.lower.endswith("ing"):
        return cast.of(parse.head(word))
    if not word.is_verb:
        return _agent_of_noun(parse, word, cast)
    return _by(parse, word, cast) or cast.of(_subject(parse, word))


def _agent_of_noun(parse: Parse, noun: Word, cast: Cast) -> Party | None:
    words = load_words().sets
    found = _modifier(parse, noun, cast) or _by(parse, noun, cast)
    if found is None and noun.lemma in words["of_is_agent"]:
        of = [w for w in parse.children(noun.i, "nmod") if case_of(parse, w) == "of"]
        found = cast.of(next(iter(of), None))
    if found is not None:
        return found
    clause = _clause(parse, noun)
    if clause is None:
        return None
    return _by(parse, clause, cast) or cast.of(_subject(parse, clause))


def _modifier(parse: Parse, noun: Word, cast: Cast) -> Party | None:
    """The party that an event noun has beside it: "Russian attacks", "the rebels' siege"."""
    for word in reversed(parse.children(noun.i, "nmod:poss", "amod", "compound")):
        found = cast.of(word, 1) or cast.adjective(word)
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
        passive = noun.dep == "nsubj:pass"
        if above.lemma in light and (noun.rel == "obj" or passive):
            return above
        if noun.rel == "obl" and case_of(parse, noun) in ("in", "on"):
            return above
    for word in parse.children(noun.i, "acl"):
        if word.lemma in light:
            return word
    return None


def _subject(parse: Parse, verb: Word) -> Word | None:
    """The noun that does the verb: its own subject or the one it shares with its governor."""
    if is_passive(parse, verb):
        return None
    own = [w for w in parse.children(verb.i, "nsubj") if w.i < verb.i][-1:]
    own = own or parse.children(verb.i, "nsubj")
    if own:
        return antecedent(parse, own[0], verb)
    above = parse.head(verb)
    if above is None:
        return None
    if verb.rel == "acl":
        return above if verb.tag == "VBG" or parse.child(verb.i, "mark") else None
    shares = verb.rel in ("conj", "xcomp", "advcl") and (above.is_verb or above.tag == "JJ")
    return _subject(parse, above) if shares else None


def _by(parse: Parse, word: Word, cast: Cast) -> Party | None:
    for dependant in parse.children(word.i, "obl", "nmod", "advcl"):
        if case_of(parse, dependant) in _AGENT_CASES:
            found = cast.of(dependant)
            if found is not None:
                return found
    return None


def _patient(parse: Parse, match: Match, cast: Cast, event_type: str) -> Party | None:
    """Whom the event befalls."""
    word = match.anchor
    for head in patients(parse, word):
        of_agent = case_of(parse, head) == "of" and word.lemma in load_words().sets["of_is_agent"]
        if head.i == word.head and word.rel in ("amod", "compound"):
            continue
        found = None if of_agent else cast.of(antecedent(parse, head, word))
        if found is not None:
            return found
        if event_type == "attack_repelled":
            return _agent_of_noun(parse, head, cast)
    sources = [word]
    clause = None if word.is_verb else _clause(parse, word)
    if clause is not None and clause.i != word.i and word.rel != "obl":
        sources.append(clause)
    for source in sources:
        for dependant in parse.children(source.i, "obl", "nmod"):
            case = case_of(parse, dependant)
            of_agent = case == "of" and source.lemma in load_words().sets["of_is_agent"]
            # In "held off the enemy" the preposition is a part of the cue.
            particle = any(w.i in match.words for w in parse.children(dependant.i, "case"))
            against = case in _AGAINST and not of_agent and cast.hears(dependant)
            if particle or against:
                found = cast.of(dependant)
                if found is not None:
                    return found
    return None


def _inside(match: Match, parse: Parse, cast: Cast) -> Party | None:
    """An actor named within the cue itself: "under rebel control", "Russian-held"."""
    for i in match.words:
        word = parse.words[i]
        found = cast.at(word) or cast.adjective(word)
        if found is not None and word.i != match.anchor.i:
            return found
    head = match.anchor
    if head.rel == "amod" or head.tag == "VBN":
        for word in parse.children(head.i, "compound", "amod", "advmod", "obl"):
            found = cast.at(word) or cast.adjective(word)
            if case_of(parse, word):
                continue
            if found is not None:
                return found
    return None


def _cause(parse: Parse, word: Word, cast: Cast) -> Party | None:
    """Who inflicted casualties: "killed in an Israeli strike", "in clashes with the army"."""
    sources = [word]
    above = parse.head(word)
    if not word.is_verb and above is not None and above.is_verb:
        sources.append(above)
    for source in sources:
        for dependant in parse.children(source.i, "obl", "nmod"):
            if case_of(parse, dependant) in _CAUSES:
                found = _actor_of_event(parse, dependant, cast)
                if found is not None:
                    return found
    return None


def _actor_of_event(parse: Parse, noun: Word, cast: Cast) -> Party | None:
    """Who acts in an event named by a noun; a noun that is itself an actor is none."""
    if load_words().classes.get(noun.lemma, frozenset()) & {"place"}:
        return None
    found = _modifier(parse, noun, cast) or _by(parse, noun, cast)
    clause = next((w for w in parse.children(noun.i, "acl")), None)
    if found is None and clause is not None:
        found = cast.of(_subject(parse, clause))
    if found is None:
        withs = [w for w in parse.children(noun.i, "nmod") if case_of(parse, w) == "with"]
        found = cast.of(next(iter(withs), None))
    return found


def _same(one: Party, other: Party) -> bool:
    """Tell whether both are one party, which cannot fight itself: then the grammar was misread."""
    return one.name == other.name or (one.side == other.side and one.side not in _NO_SIDE)
