"""Which attributions are claims of a war report: speech is, a wish or a private thought is not, and
words nested in somebody else's claim count once unless another voice claims them."""

from __future__ import annotations

from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.attribution.sources import Voices
from counterclaim.extraction.claims.reports_within import set_reports_apart
from counterclaim.extraction.entities.speaks import is_mute
from counterclaim.extraction.grammar.spans import is_day
from counterclaim.extraction.grammar.words import is_pointer
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits
from counterclaim.language.span_index import SpanIndex
from counterclaim.language.tree import Parse
from counterclaim.records.model import Span

_POINTERS = word_class("pointers")
_NOBODY = word_class("nobody_at_all")
_FIRST_PERSON = word_class("first_person")
_CLAUSES = frozenset(
    {"clause", "parenthesis", "frame adjective-that", "frame noun-that", "frame noun-is-that"}
)
"""Rules by which a thought is told with its clause ("feared that the road was cut"): a claim, too.
A wish or a plan with its infinitive is none."""
_BY_WORD = ("frame noun-", "frame adjective-")
_INNER_RULES = frozenset(
    {"relative object", "noun with clause", "noun with of", "frame noun-that", "preposition"}
)


def keep_claims(parse: Parse, attributions: list[Attribution], voices: Voices) -> list[Attribution]:
    """The attributions that become event records, in text order."""
    claims = [a for a in attributions if _is_claim(parse, a) and not _is_deed(parse, a)]
    claims = [a for a in claims if not _is_thought_of_speaker(a, claims)]
    spoken = sorted(set_reports_apart(parse, claims), key=lambda a: a.start)
    reach = SpanIndex(spoken, lambda a: [(a.start, a.end)])
    return [a for a in spoken if not _nested(parse, a, reach.at(a.start), voices)]


def _is_deed(parse: Parse, attribution: Attribution) -> bool:
    """Whether a thing that says nothing does something: `The city refused to fall`."""
    if attribution.source is None or attribution.rule != "infinitive":
        return False
    head = parse.top(*attribution.source)
    return head is not None and head.is_noun and not head.is_proper and is_mute(head)


def _is_claim(parse: Parse, attribution: Attribution) -> bool:
    if parse.sentences[attribution.unit].headline or not _is_voice(parse, attribution):
        return False
    if _only_names(parse, attribution) or _only_points(parse, attribution):
        return False
    if attribution.speech:
        return attribution.source is not None or attribution.size > limits().speech_size
    known = load_cues()
    cue = known.verb(attribution.lemma) or known.adjective(attribution.lemma)
    if attribution.rule.startswith("frame ") and not attribution.rule.startswith(_BY_WORD):
        return (
            True  # the construction tells, whatever its verb would alone: `held them responsible`
        )
    return cue is None or cue.speech or _is_told_thought(parse, attribution)


def _is_told_thought(parse: Parse, attribution: Attribution) -> bool:
    """Whether somebody is told to think a whole clause ("I think" is a turn of phrase) or to expect
    what may happen."""
    words = [] if attribution.source is None else parse.within(*attribution.source)
    own = len(words) == 1 and words[0].lower in word_class("in_the_talk")
    awaited = attribution.rule == "object" and attribution.stance == "predicts"
    held = _is_held_of_somebody(attribution)
    return (awaited or held or attribution.rule in _CLAUSES) and not own


def _is_held_of_somebody(attribution: Attribution) -> bool:
    """Whether somebody is thought to have done something: `Three men are believed to have died`."""
    parted = attribution.rule == "infinitive" and len(attribution.content) > 1
    return parted and attribution.stance == "asserts"


def _is_thought_of_speaker(a: Attribution, claims: list[Attribution]) -> bool:
    """Whether nobody in particular is said to think so, in words that somebody says: `Analysts say
    they hold the town, where rebels are thought to mass`."""
    if a.source is not None or a.speech or not _is_held_of_somebody(a):
        return False
    cue = load_cues().verb(a.lemma)
    thought = cue is not None and not cue.speech
    return thought and any(o is not a and o.start <= a.start and a.end <= o.end for o in claims)


def may_be_voice(parse: Parse, source: Span | None) -> bool:
    """Whether words that should speak are neither something that happened (`Saturday's blast`) nor
    nobody (`No group has claimed the raid`)."""
    if source is None:
        return True
    nobody = parse.within(*source)[0].lower in ("no", *cue_words("nobody_speaks"))
    return not (nobody or _is_event(parse, source))


def _is_event(parse: Parse, source: Span) -> bool:
    head = parse.top(*source)
    return head is not None and head.lemma in cue_words("events") and not head.is_proper


def _is_voice(parse: Parse, attribution: Attribution) -> bool:
    """Whether the source can speak: no day, number, demonstrative or relative pronoun alone."""
    if attribution.source is None:
        return True
    words = parse.within(*attribution.source)
    last = words[-1]
    if last.is_number and last.rel == "nmod" and len(words) > 2:
        last = parse.words[last.head]  # a father of three is no number
    named = last.text[:1].isupper() and last.lower not in _POINTERS and not is_day(last)
    if _is_event(parse, attribution.source) or words[0].lower in _NOBODY:
        return False
    if len(words) == 1 and not named and is_pointer(last):
        return False
    if len(words) == 1 and is_day(last):
        return False
    return named or (
        last.lemma not in cue_words("time_nouns") and not (last.is_number or last.is_adverb)
    )


def _nested(parse: Parse, inner: Attribution, all_: list[Attribution], voices: Voices) -> bool:
    """Whether the words lie inside another claim and add no other voice of their own."""
    for outer in all_:
        if outer is inner or outer.size <= inner.size or not _inside(inner, outer):
            continue
        if _is_small_report(parse, inner, outer) and voices.source(inner).mention is not None:
            continue
        own = voices.source(inner).kind != "unnamed"
        if own and inner.rule == "clause" and (outer.noun or inner.pronoun is not None):
            continue
        if inner.rule not in _INNER_RULES or voices.source(inner).name == voices.source(outer).name:
            return True
        if voices.source(inner).kind == "unnamed":
            return True
    return False


def _is_small_report(parse: Parse, inner: Attribution, outer: Attribution) -> bool:
    """Whether what is reported in a report leaves it words enough: `the raid, amid reports of an
    incursion`. What somebody is asked to do, or the report that he checks, is a part of what is
    told."""
    cue = None if inner.cue_word is None else parse.words[inner.cue_word]
    if inner.rule == "infinitive" or (inner.noun and cue is not None and cue.rel == "obj"):
        return False
    return inner.size <= limits().nested_share * outer.size


def _only_names(parse: Parse, attribution: Attribution) -> bool:
    """Whether a noun of report only names somebody: `reports of several people` tell nothing."""
    words = [w for span in attribution.content for w in parse.within(*span)]
    top = parse.top(*attribution.content[0])
    people = top is not None and top.lemma in cue_words("voices")
    return attribution.rule == "noun with of" and people and not any(w.is_verb for w in words)


def _only_points(parse: Parse, attribution: Attribution) -> bool:
    """Whether the words only point at what was told before: `that out` of `ruled that out`."""
    words = [w for span in attribution.content for w in parse.within(*span)]
    empty = (w.lower in _POINTERS or w.is_adverb or w.is_preposition for w in words)
    return attribution.rule == "clause" and all(empty)


def _inside(inner: Attribution, outer: Attribution) -> bool:
    return all(any(a <= s and e <= b for a, b in outer.content) for s, e in inner.content)
