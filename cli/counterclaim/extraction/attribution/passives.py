"""Reports in the passive: `The raid was confirmed by the army`, `Rebels are accused of murder`."""

from __future__ import annotations

from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.attribution.making import make, source_left
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.grammar.conditions import is_event
from counterclaim.extraction.grammar.spans import noun_phrase, trim_clause
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import load_cues
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_CHARGES = ("of", "for", "over")


def told_by_agent(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """`The raid was announced by the rebels`: an event that somebody is told to confirm, deny or
    report is what he says of it."""
    subject = cue.subject
    if not cue.passive or cue.agent is None or subject is None or subject.i > cue.word.i:
        return None
    entry = cue.entry
    takes = entry.stance_in("obj") != "asserts" or entry.lemma in cue_words("event_objects")
    if not (entry.speech and "obj" in entry.frames and takes and _tells(parse, subject)):
        return None
    source, clause = source_left(parse, cue, cue.word.end)
    claimed = load_cues().noun(subject.lemma) is not None
    content = parse.span(subject.i) if claimed else noun_phrase(parse, subject, cue.word)
    return make(parse, cue, (content,), source, "object", unit, clause=clause, noun=True)


def _tells(parse: Parse, noun: Word) -> bool:
    """Whether a noun names what happened, or a claim with what it says: `Reports of a raid`."""
    if not noun.is_noun:
        return False
    if load_cues().noun(noun.lemma) is not None:
        return any(w.i > noun.i for w in parse.children(noun.i, "acl", "ccomp", "nmod"))
    return is_event(parse, noun) or noun.lemma in cue_words("events")


def charged(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """`Rebels have been accused of burning a mill`: a charge of which nobody is told who brings
    it."""
    if cue.lemma not in cue_words("accusing_verbs") or not cue.passive or cue.agent is not None:
        return None
    behind = parse.behind(cue.word, unit[1])
    marker = next((w for w in behind[:1] if w.lower in _CHARGES), None)
    if marker is None or cue.subject is None or cue.subject.i > cue.word.i:
        return None
    head = parse.words[marker.head]
    content = trim_clause(parse, marker.start, max(parse.span(head.i)[1], marker.end))
    if content is None:
        return None
    pieces = (noun_phrase(parse, cue.subject, cue.word), content)
    return make(parse, cue, pieces, None, "of phrase", unit)
