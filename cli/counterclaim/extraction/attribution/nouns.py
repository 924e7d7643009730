"""Reporting nouns: `reports of an offensive`, `the claim by Wagner that …`, `its denial that …`."""

from __future__ import annotations

from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.grammar.clauses import is_relative_clause
from counterclaim.extraction.grammar.conditions import CONDITIONS
from counterclaim.extraction.grammar.spans import noun_phrase, trim, trim_clause
from counterclaim.extraction.grammar.words import is_somebody, is_that, opens_noun_phrase
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import NounCue, load_cues
from counterclaim.knowledge.predicates import load_words
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_REACH = 12
_COMPLEMENTS = ("obj", "obl", "ccomp", "xcomp", "cop", "aux:pass", "advmod")
_AGENTS = ("by", "from")


def attribute_nouns(parse: Parse) -> list[Attribution]:
    """The attributions of reporting nouns that have a content and a source; `reports` and `claims`
    in the plural may speak for themselves."""
    cues = load_cues()
    out = []
    for word in parse.words:
        entry = cues.noun(word.lemma) if word.is_noun else None
        found = _attribute(parse, word, entry) if entry is not None else None
        if found is not None:
            out.append(found)
    return out


def _attribute(parse: Parse, noun: Word, entry: NounCue) -> Attribution | None:
    reports = noun.lemma in cue_words("report_nouns")
    content, rule = None, "noun with clause"
    if "that" in entry.frames:
        content = _that_clause(parse, noun)
    if content is None and reports:
        content, rule = _of_phrase(parse, noun), "noun with of"
    if content is None:
        return None
    source = _noun_source(parse, noun, content[0])
    if source is None and (not (reports and noun.is_plural) or CONDITIONS["no"](parse, noun)):
        return None  # `There were no reports of injuries` tells of no injuries
    return Attribution(
        content=(content,),
        cue=(noun.start, noun.end),
        source=source or (noun.start, noun.end),
        lemma=noun.lemma,
        rule=rule,
        unit=noun.sentence,
        cue_word=noun.i,
        stance=entry.stance,
        hedged=entry.hedged,
        noun=True,
        clause=(noun.start, content[0]),
    )


def _that_clause(parse: Parse, noun: Word) -> Span | None:
    """`the claim (by Wagner) that its fighters held the town`, read from the words; `a statement
    that sparked protest` and `the claim that Kyiv made` are relative clauses."""
    marker = _that(parse, noun)
    if marker is None:
        return None
    verb = parse.head(marker) or marker
    following = parse.words[marker.i + 1]
    if verb.i < marker.i:
        verb = following
    relative = marker.is_relative or is_relative_clause(parse, verb)
    if relative and not parse.children(verb.i, *_COMPLEMENTS):
        return None
    end = max(parse.span(verb.i)[1], following.end)
    return trim_clause(parse, marker.start, end)


def _that(parse: Parse, noun: Word) -> Word | None:
    """The "that" of a noun, behind its agent at most, with a subject right behind it."""
    behind = [w for w in parse.words[noun.i + 1 : noun.i + _REACH] if w.sentence == noun.sentence]
    for k, w in enumerate(behind[:-1]):
        if is_that(w):
            return w if (opens_noun_phrase(behind[k + 1]) or behind[k + 1].is_preposition) else None
        if w.is_finite or w.text in ",;:" or (k == 0 and w.lower not in (*_AGENTS, "made")):
            return None
    return None


def _of_phrase(parse: Parse, noun: Word) -> Span | None:
    """`reports of an offensive at Vuhledar`; whose "the claims of the rebels" are is no content."""
    for child in parse.children(noun.i, "nmod"):
        case = parse.child(child.i, "case")
        known = parse.child(child.i, "det")
        bare = parse.child(child.i, "acl", "amod") is None
        if bare and known is not None and known.lower == "the" and is_people(child):
            continue
        if child.i > noun.i and case is not None and case.lower == "of":
            span = trim(parse.text, case.end, parse.span(child.i)[1])
            if span is not None and len(parse.within(*span)) > 1:
                return span
    return None


def is_people(word: Word) -> bool:
    """Whether a noun means people, armed or not: "troops", "the residents"."""
    classes = load_words().classes
    named = classes.get(word.lower, frozenset()) | classes.get(word.lemma, frozenset())
    return is_somebody(word) or not named.isdisjoint(("armed", "people"))


def _noun_source(parse: Parse, noun: Word, content_start: int) -> Span | None:
    """`Kyiv's claim`, `claims by Wagner that …`, `a ministry report`: the owner or agent of a
    reporting noun."""
    owner = parse.child(noun.i, "nmod:poss")
    if owner is not None and owner.is_owner:
        return owner.start, owner.end
    if owner is not None:
        start, end = noun_phrase(parse, owner)
        mark = next((w for w in parse.within(start, end) if w.is_genitive), None)
        return start, mark.start if mark is not None else end
    for w in parse.within(noun.end, content_start):
        if w.lower in _AGENTS:
            agent = parse.head(w)
            if agent is not None and w.i < agent.i and agent.end <= content_start:
                start, end = noun_phrase(parse, agent)
                return start, min(name_end(parse, end), content_start - 1)
    for child in parse.children(noun.i, "nmod"):
        case = parse.child(child.i, "case")
        if case is not None and case.lower in _AGENTS and child.i > noun.i:
            return noun_phrase(parse, child)
    return _maker(parse, noun)


def name_end(parse: Parse, end: int) -> int:
    """Where a name ends that goes on with `for the Study of War`, behind an offset."""
    joint = False
    for w in parse.behind(parse.within(end - 1, end)[0]):
        if w.lower in ("of", "for") or (joint and w.lower == "the"):
            joint = True
        elif w.is_proper:
            joint, end = False, w.end
        else:
            break
    return end


def _maker(parse: Parse, noun: Word) -> Span | None:
    """`a New York Times report that …`, `rebel claims that …`: names before a document, and before
    a claim whoever may speak, are those who made it."""
    document = noun.lemma in cue_words("document_sources")
    if not document and noun.lemma not in cue_words("report_nouns"):
        return None
    first = noun.i
    while first and _makes(parse.words[first - 1], noun, alone=document):
        first -= 1
    return (parse.words[first].start, parse.words[noun.i - 1].end) if first < noun.i else None


def _makes(word: Word, noun: Word, *, alone: bool) -> bool:
    if word.sentence != noun.sentence:
        return False
    return word.is_proper or (not alone and word.is_noun and is_somebody(word))
