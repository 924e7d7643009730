"""The head predication of a claim: what its main verb, noun or adjective tells, by its frame.

"The capture could provide a base" tells of no capture, "carried out an attack" of the attack: the
rows are in data/predicates/frames.yaml. Where no row fits, the cues decide (`nominations`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from counterclaim.extraction.events.nominations import Acting, Content, Match, kinds_of
from counterclaim.extraction.grammar.arguments import objects_of, subject
from counterclaim.extraction.grammar.paths import Path, compile_path
from counterclaim.extraction.grammar.voice import agent_of
from counterclaim.knowledge.event_frames import EventFrame, load_event_frames
from counterclaim.knowledge.predicates import Cue, load_words
from counterclaim.language.lemmas import verb_of_participle
from counterclaim.language.tree import Parse, Word

_MOST_STEPS = 6  # words that hand on to another: more than a sentence ever has


@dataclass(frozen=True, slots=True)
class HeadReading:
    """What the head predication tells. `match` is its event; without one `at` is the word that the
    cues must be asked of, and None there says that no event is told. `failed`: it was tried in
    vain."""

    match: Match | None
    at: Word | None
    passed: bool = False
    failed: bool = False


def head_predication(content: Content, acting: Acting) -> HeadReading:
    """What the head of a claim tells by its frame, looking through verbs that only lend time,
    trial or a carrier to another word."""
    word, failed, roles = content.top, False, dict[str, str]()
    for step in range(_MOST_STEPS):
        if word is None:
            break
        frame = _frame(content, word, acting)
        if frame is None:
            return HeadReading(None, word, step > 0, failed)
        failed = failed or frame.failed
        roles |= dict(frame.roles)
        if frame.gives is not None:
            return HeadReading(_match(frame, word, roles), word, step > 0, failed)
        if not frame.through:
            return HeadReading(None, None)
        word = _next(content, word, frame)
    return HeadReading(None, word, passed=True, failed=failed)


def _match(frame: EventFrame, word: Word, roles: dict[str, str]) -> Match:
    given = tuple(sorted(roles.items()))
    cue = Cue(str(frame.gives), "", (), agent=frame.agent, wraps=frame.wraps, roles=given)
    return Match(cue, word, range(word.i, word.i + 1), 0.0)


def _frame(content: Content, word: Word, acting: Acting) -> EventFrame | None:
    """The first row that fits a word: one of its phrase ("carry out") before one of it alone."""
    frames, parts, names = load_event_frames(), _parts(content, word), _names(content, word)
    named = [row for part in parts for name in names for row in frames.of(part, name)]
    any_word = frames.of_any(parts[0])
    rows = (*(r for r in any_word if r.first), *named, *(r for r in any_word if not r.first))
    return next((row for row in rows if _fits(content, word, row, acting)), None)


def _parts(content: Content, word: Word) -> tuple[str, ...]:
    """The parts of speech of a head; what an auxiliary helps or has the arguments of a verb is one,
    however it was read, and a participle may be an adjective as well ("is determined to") or have
    been read as one ("was disabled")."""
    parse, copula = content.parse, content.parse.child(word.i, "cop")
    helped = parse.child(word.i, "aux") is not None and copula is None
    governs = copula is None and parse.child(word.i, "nsubj") is not None
    if word.is_verb or helped or (governs and parse.child(word.i, "ccomp", "obj") is not None):
        both = word.is_past_participle or word.is_adjective
        acts = parse.child(word.i, "obj") is not None  # "have wounded ten" is no "wounded"
        return ("verbs", "adjectives") if both and not acts else ("verbs",)
    if word.is_adjective:
        return ("adjectives", "verbs") if _is_adjective_by_form(word) else ("adjectives",)
    return ("nouns", "verbs") if governs else ("nouns",)


def _names(content: Content, word: Word) -> list[str]:
    """A word with its particle, with the word behind it, alone, and as it is written."""
    lemma = word.lemma.lower()
    phrases = dict.fromkeys(f"{lemma} {particle}" for particle in _particles(content.parse, word))
    verb = verb_of_participle(word.lower) if _is_adjective_by_form(word) else None
    return [*phrases, lemma, word.lower, *([verb] if verb else [])]


def _is_adjective_by_form(word: Word) -> bool:
    """Tell whether a participle was read as an adjective: "was crippled"."""
    return word.is_adjective and word.lower.endswith("ed")


def _particles(parse: Parse, word: Word) -> Iterator[str]:
    """What may be the particle of a verb: "over" of "hand over", "handed its posts over to"."""
    yield from (w.lower for w in parse.children(word.i, "compound", "advmod") if w.i > word.i)
    behind = parse.words[word.i + 1 : word.i + 2]
    yield from (w.lower for w in behind if w.is_preposition or w.is_adverb)
    for noun in parse.children(word.i, "obl", "obj"):
        cases = parse.children(noun.i, "case")
        yield from (w.lower for w in cases[:-1])


def _fits(content: Content, word: Word, row: EventFrame, acting: Acting) -> bool:
    parse = content.parse
    if row.present and not row.present & content.classes:
        return False
    if row.absent & content.classes:
        return False
    for path in row.when:
        if not _path(path).words(parse, word):
            return False
    for path in row.unless:
        if _path(path).words(parse, word):
            return False
    if row.through and _next(content, word, row) is None:
        return False
    return _arguments_fit(content, word, row, acting)


def _arguments_fit(content: Content, word: Word, row: EventFrame, acting: Acting) -> bool:
    if row.object or row.no_object:
        found = kinds_of(content.parse, _acted_on(content.parse, word), acting)
        if row.no_object & found or (row.object and not row.object & found):
            return False
    if row.subject or row.no_subject:
        doer = subject(content.parse, word) or agent_of(content.parse, word)
        found = kinds_of(content.parse, [doer] if doer is not None else [], acting)
        if row.no_subject & found or (row.subject and not row.subject & found):
            return False
    return True


def _acted_on(parse: Parse, word: Word) -> list[Word]:
    found = objects_of(parse, word)
    if found or not _is_adjective_by_form(word):
        return list(found)
    return list(parse.children(word.i, "nsubj"))


def _next(content: Content, word: Word, row: EventFrame) -> Word | None:
    """The word inside the claim that a row hands on to."""
    found = (w for p in row.through for w in _path(p).words(content.parse, word))
    return next((w for w in found if w.i in content.members and w.i != word.i), None)


@cache
def _path(written: str) -> Path:
    return compile_path(written, _classes())


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Classes of words for paths: those of the rows, of words.yaml and of the nouns."""
    classes: dict[str, set[str]] = {}
    for noun, kinds in load_words().classes.items():
        for kind in kinds:
            classes.setdefault(kind, set()).add(noun)
    named = {kind: frozenset(nouns) for kind, nouns in classes.items()}
    return {**named, **load_words().sets, **load_event_frames().classes}
