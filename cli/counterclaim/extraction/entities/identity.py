"""Who a mention is by its own words and by whose it is: the country that acts beside it, the owner
that a possessive means, the body named before."""

from __future__ import annotations

import re
from dataclasses import replace

from counterclaim.extraction.entities.antecedents import Here, antecedent
from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.extraction.entities.descriptions import salient
from counterclaim.extraction.entities.entity import Entity
from counterclaim.extraction.entities.memory import Memory
from counterclaim.extraction.entities.whose import of_organ_held, organ_of
from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.patterns import pattern
from counterclaim.knowledge.people import kinds_called
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN, load_sides
from counterclaim.language.tree import Parse
from counterclaim.records.model import Span

_BODY = pattern("body_of_state")
_COUNTRYS = re.compile(r"[Tt]he country['’ʼ]s\s+")
_OF_STATES = frozenset({"military", "ministry", "state"})
_FIGHTERS = frozenset({"armed_group"})
_NO_SIDE = frozenset({INDEPENDENT, UNKNOWN})
_NEAR = 2
"""Sentences back in which "the group" looks for its leader, as any description does."""


class Identity:
    """Who the mentions of one article are, by their words and by whom it has named before."""

    def __init__(self, parse: Parse, article: ArticleContext, memory: Memory) -> None:
        self._parse, self._article, self._memory = parse, article, memory

    def of(self, mention: str, span: Span, sentence: int) -> Classified:
        """Somebody new, by their own words and by whose they are."""
        state = self.state_here(mention, span)
        if state is not None:
            body = _COUNTRYS.sub("", mention)
            owned = body if body != mention else mention.split(maxsplit=1)[1]
            return self._article.classify(f"{state}'s {owned}")
        who = self._article.classify_here(self._parse, span)
        elsewhere = self._is_elsewhere(who, mention, span, sentence)
        if elsewhere:
            who = replace(who, side=UNKNOWN)
        who = self._with_owner(who, mention.lower(), sentence)
        who = self._with_body(who, mention, sentence)
        who = self._with_leaders_group(who, mention, sentence)
        who = self._with_employer(who, mention, sentence)
        if self._article.is_organ(mention) and not elsewhere:
            return organ_of(self._article, self._parse, span, who)
        if who.kind == "person" and not elsewhere:
            return of_organ_held(self._article, self._parse, span, who)
        return who

    def state_here(self, mention: str, span: Span) -> str | None:
        """The country whose `its army` is meant: the one that acts in the same sentence, unless a
        body named after it is nearer; `the country's army` may be that of the last sentences."""
        if _COUNTRYS.match(mention):
            return self._article.state_before(self._parse, span, back=2)
        if not mention.lower().startswith(("its ", "their ")):
            return None
        return self._article.state_before(self._parse, span)

    def is_namesake(self, entity: Entity, mention: str, span: Span) -> bool:
        """Whether `the army` is another one than before: the paragraph tells of another country,
        or is back in the country of the war at hand."""
        if entity.who.kind == "person" or not self._article.only_by_war(mention):
            return False
        usual = self._article.classify(mention).side
        here = self._article.classify_here(self._parse, span).side
        gone, back = here != usual, entity.who.entry is None and usual != UNKNOWN
        return entity.who.side not in {here, UNKNOWN} and (gone or back)

    def _is_elsewhere(self, who: Classified, mention: str, span: Span, sentence: int) -> bool:
        """Whether `police`, whose side only the war at hand gives, may be another country's."""
        abroad = self._article.is_abroad(self._parse, span)
        if abroad and self._article.only_by_war(mention):
            return True
        return self._is_anothers(who, mention, sentence)

    def _is_anothers(self, who: Classified, mention: str, sentence: int) -> bool:
        """Whether `two officers`, whose side only the war at hand gives, may be those of another
        state's army of which the sentence tells (`Burundi's army has pulled back, … said`)."""
        if who.kind != "unnamed" or not self._article.only_by_war(mention):
            return False
        here = [e.who for e in self._memory.recent() if e.told.sentence == sentence]
        states = {c.side for c in here if c.entry and c.entry.type in _OF_STATES}
        return bool(states - {INDEPENDENT, UNKNOWN}) and who.side not in states

    def _with_owner(self, who: Classified, mention: str, sentence: int) -> Classified:
        """`Its media office` is of the side of the organisation that "its" points at."""
        pronoun = mention.split(maxsplit=1)[0]
        if pronoun not in word_class("possessives") or who.entry is not None:
            return who
        if self._article.only_by_war(mention):
            who = replace(who, side=UNKNOWN)
        if who.side != UNKNOWN or self._article.holds_local_office(mention):
            return who
        owner = antecedent(pronoun, Here(sentence, speaks=True), self._memory)
        if owner is None or sentence - owner.told.sentence > 1:
            return who
        known = owner.who
        return replace(who, side=known.side, organisation=known.organisation or known.name)

    def _with_body(self, who: Classified, mention: str, sentence: int) -> Classified:
        """`Agency spokesman Koval`, `a military spokesman of the movement`: whose body has been
        named is of its side, whatever bare words mean in the war at hand. Bodies of two sides that
        fit leave it open."""
        noun = _body_noun(mention)
        open_side = who.side == UNKNOWN or self._article.only_by_war(mention)
        if noun is None or not open_side or who.organisation:
            return who
        kinds = kinds_called(noun)
        bodies = [e for e in self._memory.recent() if e.is_body]
        fitting = [
            e
            for e in bodies
            if noun in e.said or (e.who.entry is not None and e.who.entry.type in kinds)
        ]
        body = salient(fitting, sentence)
        if body is not None and len({e.who.side for e in fitting}) == 1:
            return replace(who, side=body.who.side, organisation=body.who.name)
        return replace(who, side=UNKNOWN) if kinds == _FIGHTERS else who

    def _with_leaders_group(self, who: Classified, mention: str, sentence: int) -> Classified:
        """`The group` behind "Houthi leader Ali Saleh", where no body was named, is the group that
        he is of."""
        pointing = mention.lower().startswith("the ") and len(mention.split()) == 2
        kinds = kinds_called(mention.rsplit(maxsplit=1)[-1].lower())
        if not pointing or who.side != UNKNOWN or not kinds & _FIGHTERS:
            return who
        near = (e for e in self._memory.recent() if sentence - e.told.sentence <= _NEAR)
        led = [e for e in near if e.who.kind == "person" and e.who.side not in _NO_SIDE]
        leader = salient(led, sentence)
        if leader is None or load_sides().is_state(leader.who.side):
            return who
        name = load_sides().side_name(leader.who.side)
        return replace(who, name=name, kind="organisation", side=leader.who.side)

    def _with_employer(self, who: Classified, mention: str, sentence: int) -> Classified:
        """`A spokesman said` right behind what a body said: the body's spokesman."""
        if who.side != UNKNOWN or mention.lower() not in word_class("bare_spokesmen"):
            return who
        spoke = [e for e in self._memory.recent() if e.spoke and not e.silent]
        last = max(spoke, key=lambda e: e.told.offset, default=None)
        if last is None or not last.is_body or sentence - last.told.sentence > 1:
            return who
        return replace(who, side=last.who.side, organisation=last.who.name)


def _body_noun(mention: str) -> str | None:
    """The noun that names the body of a mention: `agency` of `Agency spokesman Koval`."""
    found = (m[1] or m[2].lower() for m in _BODY.finditer(mention))
    return next((noun for noun in found if kinds_called(noun)), None)
