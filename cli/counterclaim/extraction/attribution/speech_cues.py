"""Voices beside quotations: the narrator's words that say whose a quotation is.

A voice is an attribution that has no words yet.
"""

from __future__ import annotations

from collections import defaultdict

from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.attribution.making import relative_pronoun
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.attribution.prepositions import preposition_sources
from counterclaim.extraction.grammar.spans import noun_phrase, phrase_after, trim, unit_bounds
from counterclaim.extraction.grammar.words import (
    DASHES,
    in_name,
    opens_adjunct,
    opens_new_phrase,
)
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import VerbCue, load_cues
from counterclaim.language.lemmas import verb_in_third_person
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_LONGEST_NAME = 14  # words of a name with its office


def find_voices(parse: Parse, layout: Layout, cues: list[Cue]) -> dict[int, Attribution]:
    """For each unit of the narrator's words that stands beside a quotation: its voice."""
    out: dict[int, Attribution] = {}
    beside: dict[int, list[Cue]] = defaultdict(list)
    for cue in cues:
        beside[cue.word.sentence].append(cue)
    for index, segment in enumerate(layout.segments):
        if segment.quotation is None and (_quoted(layout, index - 1) or _quoted(layout, index + 1)):
            voice = _voice(parse, layout, index, beside[index])
            if voice is not None:
                out[index] = voice
    return out


def announces(layout: Layout, index: int) -> bool:
    """Whether a unit ends with a colon."""
    segment = layout.segments[index]
    return layout.text[segment.start : segment.end].rstrip().endswith(":")


def _quoted(layout: Layout, index: int) -> bool:
    return 0 <= index < len(layout.segments) and layout.segments[index].quotation is not None


def _voice(parse: Parse, layout: Layout, index: int, cues: list[Cue]) -> Attribution | None:
    segment = layout.segments[index]
    inside = [c for c in cues if c.entry.frames & {"quote", "ccomp"}]
    after_quote = (
        _quoted(layout, index - 1) and layout.segments[index - 1].sentence == segment.sentence
    )
    order = inside if after_quote else inside[::-1]
    for cue in order:
        source = _voice_source(parse, cue, parse.sentence_words(index), after_quote)
        if source is not None:
            return _cue_voice(parse, cue.word, cue.entry, source)
    announced = _announcing_voice(parse, layout, index)
    if announced is not None:
        return announced
    if after_quote and order and _is_elided(order[0], parse.sentence_words(index)):
        return _cue_voice(parse, order[0].word, order[0].entry, None)
    mistaken = _mistaken_voice(parse, index) if after_quote else None
    return mistaken or _preposition_voice(parse, index) or _bare_voice(parse, layout, index)


def _mistaken_voice(parse: Parse, index: int) -> Attribution | None:
    """`“…,” Governor Ana Lys rants`: a name and a verb that was taken for a plural, behind a
    quotation."""
    words = [w for w in parse.sentence_words(index) if w.text != "."]
    if not 1 < len(words) <= _LONGEST_NAME or not all(in_name(w) for w in words):
        return None
    last = words[-1]
    entry = load_cues().verb(verb_in_third_person(last.lower) or "") if last.is_plural else None
    if entry is None or not entry.frames & {"quote", "ccomp"}:
        return None
    return _cue_voice(parse, last, entry, (words[0].start, words[-2].end))


def _cue_voice(parse: Parse, verb: Word, entry: VerbCue, source: Span | None) -> Attribution:
    return Attribution(
        content=(),
        cue=(verb.start, verb.end),
        source=source,
        lemma=entry.lemma,
        rule="",
        unit=verb.sentence,
        cue_word=verb.i,
        speech=True,
        stance=entry.stance,
        hedged=entry.hedged,
        clause=unit_bounds(parse, verb),
        pronoun=relative_pronoun(parse, verb, source),
    )


def _plain_voice(parse: Parse, cue: Span, source: Span, lemma: str, word: Word) -> Attribution:
    unit, clause = word.sentence, unit_bounds(parse, word)
    return Attribution((), cue, source, lemma, "", unit, word.i, speech=True, clause=clause)


def _announcing_voice(parse: Parse, layout: Layout, index: int) -> Attribution | None:
    """`The ministry issued this statement: “…”`: whatever the verb, its subject is quoted."""
    if not (announces(layout, index) and _quoted(layout, index + 1)):
        return None
    root = next((w for w in parse.sentence_words(index) if w.rel == "root"), None)
    subject = parse.child(root.i, "nsubj") if root is not None else None
    if root is None or subject is None or not root.is_verb or subject.i > root.i:
        return None
    source = noun_phrase(parse, subject, root)
    return _plain_voice(parse, (root.start, root.end), source, root.lemma, root)


def _is_elided(cue: Cue, words: list[Word]) -> bool:
    """`“…” – assessed in the daily update`: translated copy leaves the speaker out who spoke
    before."""
    first = next((w for w in words if w.text[:1].isalnum()), None)
    behind = [w for w in words if w.i > cue.word.i and w.text[:1].isalnum()]
    adjunct = not behind or opens_adjunct(behind[0]) or behind[0].is_proper
    return first is not None and first.i == cue.word.i and cue.subject is None and adjunct


def _preposition_voice(parse: Parse, index: int) -> Attribution | None:
    """`According to the mayor, “…”`: the narrator's part is nothing but the cue and the source."""
    for words, source in preposition_sources(parse, index):
        start, end = unit_bounds(parse, words[0])
        rest = parse.text[start : words[0].start] + parse.text[source[1] : end]
        if not any(c.isalnum() for c in rest):
            lemma = " ".join(w.lower for w in words)
            return _plain_voice(parse, (words[0].start, words[-1].end), source, lemma, words[0])
    return None


def _voice_source(parse: Parse, cue: Cue, words: list[Word], after_quote: bool) -> Span | None:
    position = next((k for k, w in enumerate(words) if w.i == cue.word.i), 0)
    inverted = position == 0 or (position == 1 and (words[0].is_adverb or words[0].text == ","))
    if inverted and (cue.word.is_finite or cue.word.is_past):
        follower = words[position + 1] if position + 1 < len(words) else None
        if follower is not None and not opens_adjunct(follower):
            found = phrase_after(parse, cue.word)
            if found is not None:
                return found
    if inverted and cue.subject is None:
        document = next(
            (
                w
                for w in words[position + 1 :]
                if w.lemma in cue_words("document_nouns") and w.is_noun
            ),
            None,
        )
        if document is not None:
            return noun_phrase(parse, document)
    if cue.phrase is not None and not cue.passive:
        return cue.phrase
    near = cue.subject is not None and (cue.subject.sentence == cue.word.sentence or after_quote)
    if cue.subject is not None and near and not cue.passive:
        return noun_phrase(parse, cue.subject, cue.word)
    before = [w for w in words[:position] if w.is_noun or opens_new_phrase(w)]
    if before and not cue.passive and before[-1].i >= cue.word.i - 3:
        return noun_phrase(parse, before[-1], cue.word)
    return None


def _bare_voice(parse: Parse, layout: Layout, index: int) -> Attribution | None:
    """`Chairwoman Ada Brook: “…”` and `“…” – Ada Brook`: a name and a colon or a dash, no verb."""
    words = parse.sentence_words(index)
    if not 0 < len(words) <= _LONGEST_NAME or any(w.is_verb for w in words):
        return None
    segment = layout.segments[index]
    colon = announces(layout, index) and _quoted(layout, index + 1)
    dash = words[0].text[:1] in DASHES and _quoted(layout, index - 1)
    span = trim(layout.text, segment.start + dash, segment.end - colon)
    if span is None or not (colon or dash):
        return None
    last = next((w for w in reversed(words) if w.text != ":"), words[-1])
    entry = load_cues().verb(last.lemma)
    if entry is not None and colon and len(words) > 2:
        source = trim(layout.text, segment.start, last.start)
        if source is not None:
            return _cue_voice(parse, last, entry, source)
    return _plain_voice(parse, span, span, "", words[0])
