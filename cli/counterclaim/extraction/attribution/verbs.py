"""Verb cues: `officials said that …`, `…, he added`, `claimed advances`, `is said to have …`.

A cue verb nominates; the rule then asks of its clause: who is the source, and where does the
content stand (to the right as a clause, around it as in a parenthesis, as an object or an
infinitive)? The content of speech runs on to the end of the sentence unless another cue of the
same speaker takes over; subtrees of long news sentences are too noisy to say where it ends.
"""

from __future__ import annotations

from counterclaim.extraction.attribution.boundaries import opener_of
from counterclaim.extraction.attribution.clauses import clause_right, quoted_as_saying
from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.attribution.objects import (
    infinitive,
    noun_object,
    preposition_phrase,
    quoting_fragment,
)
from counterclaim.extraction.attribution.parentheses import appended, parenthesis
from counterclaim.extraction.attribution.passives import charged, told_by_agent
from counterclaim.extraction.grammar.spans import unit_bounds
from counterclaim.language.tree import Parse
from counterclaim.records.model import Span

_CONDITIONS = ("if", "unless")  # `If Moscow says so, …` reports nothing

_RULES = (
    quoted_as_saying,
    clause_right,
    infinitive,
    preposition_phrase,
    charged,
    told_by_agent,
    noun_object,
    quoting_fragment,
)


def attribute_verbs(
    parse: Parse, cues: list[Cue], used: set[Span | None], speech_units: set[int]
) -> list[Attribution]:
    """The attributions of all verb cues that are not in `used`. Parentheses come first, because the
    sentence around them is theirs; inside direct speech (`speech_units`) `I think` reports nothing.
    """
    free = [
        c
        for c in cues
        if (c.word.start, c.word.end) not in used
        and not _own_voice(c, speech_units)
        and opener_of(parse, c) not in _CONDITIONS
    ]
    beside: dict[int, list[Cue]] = {}
    for cue in cues:
        beside.setdefault(cue.word.sentence, []).append(cue)
    out: list[Attribution] = []
    claimed: dict[int, Attribution] = {}
    for cue in free:
        unit, others = unit_bounds(parse, cue.word), beside[cue.word.sentence]
        found = appended(parse, cue, unit) or parenthesis(parse, cue, others, unit)
        if found is not None:
            out.append(found)
            claimed[cue.word.i] = found
    closing = {a.unit: a.clause[0] for a in out if a.clause is not None and len(a.content) == 1}
    said: dict[int, list[int]] = {}
    for a in out:  # `…, where shops were burning, pictures showed` ends what others say before it
        said.setdefault(a.unit, []).append(a.start)
    for cue in free:
        if cue.word.i in claimed:
            continue
        start, end = unit_bounds(parse, cue.word)
        limit = closing.get(cue.word.sentence, end)
        limit = min((s for s in said.get(cue.word.sentence, ()) if s > cue.word.end), default=limit)
        unit = (start, limit if limit > cue.word.end else end)
        found = attribute_verb(parse, cue, beside[cue.word.sentence], unit)
        if found is not None:
            out.append(found)
    return out


def _own_voice(cue: Cue, speech_units: set[int]) -> bool:
    """First and second persons inside a quotation: the speaker's own turns of phrase."""
    if cue.word.sentence not in speech_units:
        return False
    return cue.subject is None or cue.subject.is_pronoun or not cue.entry.speech


def attribute_verb(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """The attribution that one verb cue makes, or None when its clause reports nothing."""
    for rule in _RULES:
        found = rule(parse, cue, cues, unit)
        if found is not None:
            return found
    return None
