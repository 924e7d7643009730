"""Whom an event killed or hurt, where a clause of its own says so."""

from __future__ import annotations

from counterclaim.extraction.events.nominations import Match
from counterclaim.extraction.grammar.voice import is_passive
from counterclaim.knowledge.predicates import family
from counterclaim.language.tree import Parse


def toll_told(parse: Parse, ranked: list[Match]) -> Match | None:
    """The toll that the noun of the main event bears: of "an ambush that killed nine guards" the
    toll is what is claimed, and the ambush its cause. `ranked` has the main event first."""
    main = ranked[0]
    deadly = main.cue.predicate in family("deadly") and main.cue.predicate not in family("toll")
    if not deadly or main.vain or not main.anchor.is_noun:
        return None
    tolls = (m for m in ranked[1:] if m.cue.predicate in family("toll") and not m.cue.weak)
    return next((m for m in tolls if is_borne_by(parse, m, main)), None)


def is_borne_by(parse: Parse, toll: Match, main: Match) -> bool:
    """Whether a clause of the noun that names one event tells a toll: "a blast that killed six"."""
    verb = toll.anchor
    told = verb.is_present_participle or (verb.dep == "acl:relcl" and verb.is_past)
    own = verb.rel == "acl" and verb.head == main.anchor.i
    return verb.is_verb and told and own and not is_passive(parse, verb)
