"""The questions of grammar, asked of the constructions in which English puts its answers."""

from __future__ import annotations

import pytest

from counterclaim.extraction.grammar.arguments import patients, subject
from counterclaim.extraction.grammar.clauses import (
    antecedent,
    head_predicate,
    is_finite_clause,
    is_predicate,
    is_relative_clause,
)
from counterclaim.extraction.grammar.mood import is_future, modals, negations
from counterclaim.extraction.grammar.voice import agent_of, is_passive
from counterclaim.language.parser import parse_text
from counterclaim.language.tree import Parse, Word


def asked(text: str, word: str) -> tuple[Parse, Word]:
    """A sentence, and the last of its words that is spelled so."""
    parse = parse_text(text)
    return parse, next(w for w in reversed(parse.words) if w.text == word)


@pytest.mark.parametrize(
    ("text", "verb", "passive", "by"),
    [
        ("The rebels attacked the town.", "attacked", False, None),
        ("The rebels have attacked the town.", "attacked", False, None),
        ("The rebels are attacking the town.", "attacking", False, None),
        ("The town was attacked by the rebels.", "attacked", True, "rebels"),
        ("The town was not attacked.", "attacked", True, None),
        ("The town is being attacked by the rebels.", "attacked", True, "rebels"),
        ("The town has been attacked by the rebels.", "attacked", True, "rebels"),
        ("The town will be attacked by the rebels.", "attacked", True, "rebels"),
        ("The officer got killed by a mine.", "killed", True, "mine"),
        ("The mayor left the town attacked by the rebels.", "attacked", True, "rebels"),
        ("The mayor left the town that was attacked by the rebels.", "attacked", True, "rebels"),
        ("The rebels wanted to attack the town by night.", "attack", False, None),
        ("Was the town attacked by the rebels?", "attacked", True, "rebels"),
    ],
)
def test_voice_and_agent(text, verb, passive, by):
    parse, word = asked(text, verb)
    assert is_passive(parse, word) == passive
    doer = agent_of(parse, word) if passive else None
    assert (doer.text if doer else None) == by


@pytest.mark.parametrize(
    ("text", "verb", "doer"),
    [
        ("The rebels attacked the town.", "attacked", "rebels"),
        ("The rebels did not attack the town.", "attack", "rebels"),
        ("The rebels will attack the town.", "attack", "rebels"),
        ("Did the rebels attack the town?", "attack", "rebels"),
        ("The rebels came and attacked the town.", "attacked", "rebels"),
        ("The rebels, who attacked the town, have left.", "attacked", "rebels"),
        ("The rebels attacking the town have left.", "attacking", "rebels"),
        ("The rebels tried to attack the town.", "attack", "rebels"),
        ("The general ordered the soldiers to attack the town.", "attack", "soldiers"),
        ("The soldiers were ordered to attack the town.", "attack", "soldiers"),
        ("The general forced them to attack the town.", "attack", "them"),
        ("The town was attacked by the rebels.", "attacked", None),
        ("Attack the town!", "Attack", None),
    ],
)
def test_who_does_it(text, verb, doer):
    found = subject(*asked(text, verb))
    assert (found.text if found else None) == doer


@pytest.mark.parametrize(
    ("text", "word", "acted_on"),
    [
        ("The rebels attacked the town.", "attacked", "town"),
        ("The town was attacked by the rebels.", "attacked", "town"),
        ("The town is being attacked by the rebels.", "attacked", "town"),
        ("The mayor left the town attacked by the rebels.", "attacked", "town"),
        ("The town which the rebels attacked is empty.", "attacked", "town"),
        ("The rebels, who attacked the town, have left.", "attacked", "town"),
        ("The rebels tried to attack the town.", "attack", "town"),
        ("The rebels announced the capture of the town.", "capture", "town"),
    ],
)
def test_what_it_is_done_to(text, word, acted_on):
    assert [w.text for w in patients(*asked(text, word))] == [acted_on]


@pytest.mark.parametrize(
    ("text", "verb", "words"),
    [
        ("The town fell.", "fell", []),
        ("The town did not fall.", "fall", ["not"]),
        ("The town didn't fall.", "fall", ["n't"]),
        ("The town never fell.", "fell", ["never"]),
        ("The town has not been taken.", "taken", ["not"]),
        ("The town will not fall.", "fall", ["not"]),
        ("The mayor who did not leave said that it fell.", "fell", []),
    ],
)
def test_what_negates_a_verb(text, verb, words):
    assert [w.text for w in negations(*asked(text, verb))] == words


@pytest.mark.parametrize(
    ("text", "verb", "words", "future"),
    [
        ("The town fell.", "fell", [], False),
        ("The town has fallen.", "fallen", [], False),
        ("The town will fall.", "fall", ["will"], True),
        ("We'll hold the town.", "hold", [], True),
        ("The town will be taken.", "taken", ["will"], True),
        ("The town may have fallen.", "fallen", ["may"], False),
        ("The town could fall.", "fall", ["could"], False),
        ("The rebels must leave the town.", "leave", ["must"], False),
        ("Will the rebels leave the town?", "leave", ["Will"], True),
    ],
)
def test_what_only_will_or_may_be(text, verb, words, future):
    parse, word = asked(text, verb)
    assert [w.text for w in modals(parse, word)] == words
    assert is_future(parse, word) == future


@pytest.mark.parametrize(
    ("text", "word", "predicate", "finite", "relative"),
    [
        ("The rebels fled.", "fled", True, True, False),
        ("The rebels have fled.", "fled", True, True, False),
        ("The town is ours.", "ours", True, True, False),
        ("The rebels tried to flee.", "flee", True, False, False),
        ("The rebels left, burning the town.", "burning", True, False, False),
        ("The rebels who fled are back.", "fled", True, True, True),
        ("The army left the town that the rebels took.", "took", True, True, True),
        ("The rebels burned the town.", "town", False, False, False),
    ],
)
def test_what_is_a_clause(text, word, predicate, finite, relative):
    parse, verb = asked(text, word)
    assert is_predicate(parse, verb) == predicate
    assert is_finite_clause(parse, verb) == finite
    assert is_relative_clause(parse, verb) == relative


@pytest.mark.parametrize(
    ("text", "pronoun", "verb", "noun"),
    [
        ("The rebels who fled are back.", "who", "fled", "rebels"),
        ("The town, which fell in May, is empty.", "which", "fell", "town"),
        ("The army left the town that rebels burned.", "that", "burned", "town"),
        ("The rebels burned the town.", "rebels", "burned", "rebels"),
    ],
)
def test_whom_a_relative_clause_tells_of(text, pronoun, verb, noun):
    parse, word = asked(text, pronoun)
    assert antecedent(parse, word, asked(text, verb)[1]).text == noun


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The town held after the raid.", "held"),
        ("When the raid ended, the town held.", "held"),
        ("The town is ours.", "ours"),
        ("The town was taken and burned.", "taken"),
        ("the fall of the town", "fall"),
    ],
)
def test_the_predicate_that_leads_a_span(text, predicate):
    head = head_predicate(parse_text(text), ((0, len(text)),))
    assert head is not None
    assert head.text == predicate
