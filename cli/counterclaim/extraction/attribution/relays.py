"""Words that came through somebody: `…, quoted by news agencies`, `TASS quoted him as saying`.

Whoever passes words on is a relay of the attribution, not its source, and the phrase that names
the relay is none of the words.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.grammar.spans import noun_phrase, trim, trim_clause
from counterclaim.extraction.grammar.voice import agent_of, is_passive
from counterclaim.extraction.grammar.words import in_name
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.language.span_index import SpanIndex
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_PASSING = cue_words("carrying_verbs", "seeing_verbs")


def find_relays(parse: Parse, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions with their relays told from sources and contents.

    Example:
        `The road was cut, Koval said, quoted by Interfax` has the content `The road was cut` and
        the relay `Interfax`; `local media quoted Koval as saying that …` has the source `Koval`.
    """
    out = []
    voices = Counter(a.source for a in attributions)
    sources = SpanIndex(attributions, lambda a: [a.source] if a.source is not None else [])
    for attribution in attributions:
        told = _passed_on(parse, _quoted(parse, _cited(parse, attribution)))
        told = _without_carrier(parse, told)
        kept: Attribution | None = told
        if _is_only_relayed(parse, told):
            kept = None if voices[told.source] > 1 else _fronted(parse, told)
        if kept is not None and not _is_carrier(parse, kept, sources):
            out.append(kept)
    return out


def _quoted(parse: Parse, attribution: Attribution) -> Attribution:
    """`His press service quoted Koval as saying …`: Koval speaks, the service relays."""
    cue = None if attribution.cue is None else parse.top(*attribution.cue)
    verb = _quoting_verb(parse, cue) if cue is not None else None
    if verb is None or attribution.source is None:
        return attribution
    speaker, carrier = parse.child(verb.i, "obj"), parse.child(verb.i, "nsubj")
    if speaker is None or carrier is None:
        return attribution
    source = noun_phrase(parse, speaker)
    if not verb.end <= source[0] <= verb.end + 1:
        return attribution
    relay = noun_phrase(parse, carrier, verb)
    relays = (relay, *(r for r in attribution.relays if r != relay))
    return replace(attribution, source=source, relays=relays)


def _cited(parse: Parse, attribution: Attribution) -> Attribution:
    """`Interfax reported, citing Koval, that …`, `Koval was quoted by Interfax as saying …`."""
    cue = None if attribution.cue is None else parse.top(*attribution.cue)
    if cue is None or attribution.relays:
        return attribution
    verb = parse.head(cue) or cue
    if cue.is_present_participle and cue.lemma in cue_words("quoting_verbs"):
        reporter = parse.child(verb.i, "nsubj")
        relays = () if reporter is None else (noun_phrase(parse, reporter),)
        return replace(attribution, relays=relays)
    relay = _agent(parse, cue, verb)
    if relay is None:
        return attribution
    span = noun_phrase(parse, relay)
    start, end = attribution.content[0]
    if start <= span[0] and span[1] < end:
        kept = trim_clause(parse, span[1], end)
        content = (kept or (start, end), *attribution.content[1:])
        return replace(attribution, content=content, relays=(span,))
    return replace(attribution, relays=(span,))


def _is_only_relayed(parse: Parse, attribution: Attribution) -> bool:
    """Whether no words are left but who passes them on: `by Interfax` of `was quoted as saying by
    Interfax`, whose words stand in the quotation before."""
    words = [w for span in attribution.content for w in parse.within(*span)]
    relays = attribution.relays
    return bool(relays) and all(
        w.is_preposition or any(a <= w.start and w.end <= b for a, b in relays) for w in words
    )


def _fronted(parse: Parse, attribution: Attribution) -> Attribution | None:
    """`The army had left, Koval was quoted as saying by Interfax`: what stands before is told."""
    source = attribution.source
    if source is None:
        return None
    start = parse.sentences[attribution.unit].start
    content = trim(parse.text, start, source[0]) if start < source[0] else None
    return None if content is None else replace(attribution, content=(content,))


def _passed_on(parse: Parse, attribution: Attribution) -> Attribution:
    """`according to an email seen by Interfax`, `a statement carried by Interfax said`: whoever has
    seen or carries the words passes them on, and the source is an email; who issues them does not.
    """
    source = attribution.source
    head = None if source is None else parse.top(*source)
    passing = [w for w in parse.children(head.i, "acl") if w.lower in _PASSING] if head else []
    if source is None or not passing:
        return attribution
    issued = passing[0].lower in cue_words("issuing_verbs")
    agent = None if issued else agent_of(parse, passing[0])
    relays = attribution.relays or (() if agent is None else (noun_phrase(parse, agent),))
    named = trim(parse.text, source[0], min(source[1], passing[0].start))
    return replace(attribution, source=named or source, relays=relays)


def _agent(parse: Parse, cue: Word, verb: Word) -> Word | None:
    """`Interfax` of `was quoted as saying by Interfax`."""
    quoting = next((v for v in (cue, verb) if v.lemma in cue_words("quoting_verbs")), None)
    if quoting is None or not is_passive(parse, quoting):
        return None
    return agent_of(parse, quoting, *parse.children(quoting.i, "advcl", "xcomp", "ccomp"))


def _quoting_verb(parse: Parse, cue: Word) -> Word | None:
    """The active `quoted` of `quoted X as saying`, from either of its two verbs."""
    for verb in (cue, parse.head(cue)):
        if verb is not None and verb.lemma in cue_words("quoting_verbs"):
            sayings = parse.children(verb.i, "advcl", "xcomp", "ccomp")
            active = not is_passive(parse, verb)
            if active and any(w.is_present_participle for w in sayings):
                return verb
    return None


def _without_carrier(parse: Parse, attribution: Attribution) -> Attribution:
    """The content without a closing `, quoted by Interfax`, which is a relay."""
    pieces, relays = [], list(attribution.relays)
    for span in attribution.content:
        verb = next((w for w in parse.within(*span) if _carries(parse, w, span)), None)
        if verb is None:
            pieces.append(span)
            continue
        agent = parse.words[verb.i + 2 : verb.i + 9]
        head = next((w for w in agent if w.is_noun and _ends_name(parse, w)), None)
        if head is None:
            pieces.append(span)
            continue
        relays.append((parse.words[verb.i + 2].start, head.end))
        kept = trim(parse.text, span[0], verb.start) if verb.start > span[0] else None
        pieces += [kept] if kept is not None else []
    if not pieces:
        return attribution
    return replace(attribution, content=tuple(pieces), relays=tuple(relays))


def _carries(parse: Parse, word: Word, span: Span) -> bool:
    """Whether a word begins `, quoted by …` at the edge of a content."""
    if word.lower not in cue_words("carrying_verbs") or word.i + 2 >= len(parse.words):
        return False
    apart = word.start == span[0] or parse.words[word.i - 1].text == ","
    return apart and parse.words[word.i + 1].lower == "by"


def _ends_name(parse: Parse, word: Word) -> bool:
    after = parse.words[word.i + 1] if word.i + 1 < len(parse.words) else None
    return after is None or after.sentence != word.sentence or not in_name(after)


def _is_carrier(parse: Parse, outer: Attribution, sources: SpanIndex[Attribution]) -> bool:
    """Whether an attribution only names how another one inside it came: `According to a statement
    carried by TASS, the ministry said …`."""
    if outer.rule != "preposition" or outer.source is None:
        return False
    words = parse.within(*outer.source)
    head = parse.top(*outer.source)
    if head is None or head.lemma not in cue_words("document_sources"):
        return False
    carried = any(w.lower in cue_words("carrying_verbs") for w in words)
    start, end = outer.content[0][0], outer.content[-1][1]
    return carried and any(
        a.source is not None and a is not outer and start <= a.source[0] and a.end <= end
        for a in sources.touching((start, end))
    )
