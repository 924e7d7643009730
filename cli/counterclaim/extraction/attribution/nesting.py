"""Attributions that point at other attributions: anaphoric contents and reports of reports."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from counterclaim.extraction.attribution.model import ANAPHOR, OF_ARTICLE, Attribution
from counterclaim.extraction.grammar.spans import trim, trim_clause
from counterclaim.extraction.grammar.words import CITING
from counterclaim.knowledge.cue_words import cue_words, mood
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.frames import load_frames
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.patterns import form_of, pattern, pattern_with
from counterclaim.language.span_index import SpanIndex
from counterclaim.language.tree import Parse
from counterclaim.records.model import Span

_ANAPHOR = re.compile(form_of("pointer_to_claim"), re.IGNORECASE)
_VERDICT = pattern("verdict_on_claim")

_FARTHEST = 250  # code points from what was claimed to who takes it up

_TELLING = ("clause", "parenthesis", "infinitive")
_CONTRAST = word_class("opposing")
_CITATION = "preposition"
"""The rule of `according to`: whom a medium cites speaks, and the medium passes it on."""


def resolve_anaphora(parse: Parse, attributions: list[Attribution]) -> list[Attribution]:
    """`Hamas denied this`, `a claim Hamas denied`, `The BBC cannot verify the claim`: the content
    is what was claimed just before, and the attribution takes over its words. Where nobody claims
    anything near, what the article tells in the clause or sentence right before is denied.

    An anaphoric content with nothing to point at is dropped: it says nothing by itself.
    """
    text = parse.text
    out: list[Attribution] = []
    said = [a for a in attributions if _taken_up(text, a) is None]
    told = SpanIndex(said, lambda b: [(b.content[-1][1] - 1, b.content[-1][1])])
    voiced = SpanIndex(said, lambda b: [*b.content, *([b.cue] if b.cue else [])])
    for a in attributions:
        stance = _taken_up(text, a)
        if stance is None:
            out.append(a)
            continue
        target = _before(a, told)
        if target is None and a.rule == "relative object" and stance != "asserts":
            out += _apposed(text, a, stance)
            continue
        near = target is not None and a.unit - target.unit <= 1
        narrated = None if near else _narrated_before(parse, a, voiced)
        content = narrated or (target.content if target is not None else None)
        if content is not None and stance != "asserts":
            rule = f"{a.rule}, {ANAPHOR if narrated is None else OF_ARTICLE}"
            out.append(
                replace(a, stance=stance, content=content, answers=content, rule=rule, speech=False)
            )
    return out


def _narrated_before(
    parse: Parse, a: Attribution, voiced: SpanIndex[Attribution]
) -> tuple[Span, ...] | None:
    """The article's own clause before a cue in its sentence (`Rebels took the mill, and they denied
    it`), else the sentence before it in the paragraph."""
    here = parse.sentences[a.unit]
    at = min(x[0] for x in (a.cue, a.source, a.content[0]) if x is not None)
    spans = [trim_clause(parse, here.start, at)]
    if a.unit and parse.sentences[a.unit - 1].paragraph == here.paragraph:
        before = parse.sentences[a.unit - 1]
        spans += [] if before.headline else [trim_clause(parse, before.start, before.end)]
    for span in spans:
        words = [] if span is None else parse.within(*span)
        while words and (words[-1].is_conjunction or words[-1].pos == "PUNCT"):
            words.pop()
        if any(w.is_finite for w in words):
            told = words[0].start, words[-1].end
            return None if voiced.touching(told) else (told,)
    return None


def _apposed(text: str, a: Attribution, stance: str) -> list[Attribution]:
    """`Rebels burned the mill, a claim they deny`: what the apposition calls a claim is nobody's
    that is known, and somebody answers it."""
    noun = a.content[0]
    at = a.clause[0] if a.clause is not None else noun[0]
    start = max(text.rfind(mark, 0, at) for mark in ("\n", ". ", "! ", "? ")) + 1
    span = trim(text, start, at)
    if span is None or text[at : at + 1] not in (",", "-", "–", "—"):
        return []
    claim = Attribution((span,), noun, None, "claim", "apposed claim", a.unit)
    rule = f"{a.rule}, {ANAPHOR}"
    return [claim, replace(a, content=(span,), answers=(span,), rule=rule, stance=stance)]


def link_reports(parse: Parse, attributions: list[Attribution]) -> list[Attribution]:
    """`The ministry denied a claim by Wagner that …`: both speak of the same words, and the denial
    answers the claim. `denied reports that …` answers nobody in particular and stands alone."""
    numbered = list(enumerate(attributions))
    nouns = SpanIndex(
        [(k, a) for k, a in numbered if a.noun and a.rule.startswith(("noun", "frame noun"))],
        lambda noun: [noun[1].cue] if noun[1].cue is not None else [],
    )
    out: dict[int, Attribution] = dict(numbered)
    for k, outer in numbered:
        held = nouns.touching(outer.content[0])
        at, inner = next(((n, a) for n, a in held if _opens_with(parse, outer, a)), (k, None))
        if inner is None or out.get(at) is not inner:
            continue
        content = tuple(_before_verdict(parse, s, outer) for s in inner.content)
        out[k] = replace(outer, content=content, answers=content)
        if inner.source == inner.cue:
            del out[at]
        else:
            out[at] = replace(inner, content=content)
    return list(out.values())


def _opens_with(parse: Parse, outer: Attribution, inner: Attribution) -> bool:
    """Whether the outer content is the inner noun with its content and nothing before it."""
    if outer.stance not in ("denies", "doubts", "confirms") or inner.cue is None or outer is inner:
        return False
    start, end = outer.content[0]
    if not (outer.rule == "object" and start <= inner.cue[0] and inner.content[0][0] < end):
        return False
    before = parse.within(start, inner.cue[0])
    return not any(w.is_verb and w.end <= inner.cue[0] for w in before)


def _before_verdict(parse: Parse, span: Span, outer: Attribution) -> Span:
    """`dismissed the claim that it had lost the town as propaganda`: the verdict is not claimed."""
    words = parse.within(*span)
    for w in reversed(words[3:]):
        if w.is_finite:
            break
        if w.lower == "as" and outer.lemma in cue_words("verdict_verbs"):
            return span[0], parse.words[w.i - 1].end
    return span


def _taken_up(text: str, a: Attribution) -> str | None:
    """What an attribution does with a claim that its words only point at: its own stance (`denied
    this`, `rejected the report as false`), or that of its verdict (`said that was not true`); None
    where it says something itself."""
    words = text[slice(*a.content[0])] if len(a.content) == 1 else ""
    if _ANAPHOR.fullmatch(words) or (a.stance != "asserts" and _VERDICT.fullmatch(words)):
        return a.stance
    judged = _judged().fullmatch(words)
    if judged is None:
        return None
    return "confirms" if bool(judged["true"]) != bool(judged["not"]) else "denies"


@cache
def _judged() -> re.Pattern[str]:
    so, false = mood("so").pattern, mood("not_so").pattern
    untrue = "|".join(sorted(load_frames().classes["untruth"]))
    return pattern_with("judged_claim", so=so, not_so=false, untruth=untrue)


def _before(a: Attribution, told: SpanIndex[Attribution]) -> Attribution | None:
    """The nearest attribution that ends before this one's cue, by somebody else, at most a sentence
    or so away; `told` has them by where they end."""
    at = min(x[0] for x in (a.cue, a.source, a.content[0]) if x is not None)
    earlier = told.touching((at - _FARTHEST, at))
    return max(earlier, key=lambda b: (b.content[-1][1], -b.size), default=None)


def merge_citations(attributions: list[Attribution]) -> list[Attribution]:
    """`The agency reported that …, citing the ministry`: the ministry claims it, the agency
    relays."""
    out: dict[int, Attribution] = dict(enumerate(attributions))
    units: dict[int, list[int]] = defaultdict(list)
    for k, a in out.items():
        units[a.unit].append(k)
    for at, cited in enumerate(attributions):
        if cited.rule != "preposition" or cited.lemma not in CITING:
            continue
        beside = [k for k in units[cited.unit] if k != at and k in out]
        reporters = [k for k in beside if _reports(out[k])]
        if len(reporters) == 1:
            reporter = out[reporters[0]]
            del out[at]
            out[reporters[0]] = replace(
                reporter,
                source=cited.source,
                cue=cited.cue,
                relays=(*((reporter.source,) if reporter.source else ()), *reporter.relays),
                content=tuple(_before_cue(s, cited) for s in reporter.content),
            )
    return list(out.values())


def _reports(a: Attribution) -> bool:
    return bool(a.source) and a.cue_word is not None and not a.speech


def _before_cue(span: Span, cited: Attribution) -> Span:
    at = cited.cue[0] if cited.cue else span[1]
    return (span[0], min(span[1], at)) if span[0] < at else span


def merge_reports(parse: Parse, attributions: list[Attribution]) -> list[Attribution]:
    """`According to an official, the troops claimed advances`: the outer content holds nothing but
    an inner report. One attribution stays, with the inner content; the outer source speaks."""
    dropped: set[Attribution] = set()
    changed: dict[Attribution, Attribution] = {}
    told = SpanIndex(attributions, lambda a: a.content)
    for outer in attributions:
        for inner in told.touching(outer.content[0]) if outer.rule == "preposition" else ():
            if inner is not outer and inner.source and _is_whole_report(parse, outer, inner):
                dropped.add(outer)
                changed[inner] = replace(
                    inner,
                    source=outer.source,
                    cue=outer.cue,
                    lemma=outer.lemma,
                    clause=_union(outer, inner),
                )
    return [changed.get(a, a) for a in attributions if a not in dropped]


def hand_over(parse: Parse, attributions: list[Attribution]) -> list[Attribution]:
    """`According to the mayor two villages burned, while the army said three had`: what another
    source says in its own clause, or last of all in a relative one (`the toll at the school, which
    the army said was a base`), is no part of what the first one says."""
    joints = SpanIndex(
        [
            (stop, word, a.content[-1])
            for a in attributions
            if a.source is not None and a.clause is not None
            for stop, word in _joint_before(parse, a.source[0])
        ],
        lambda joint: [(joint[0], joint[0] + 1)],
    )
    return [_until(parse.text, a, joints) for a in attributions]


def _until(
    text: str, attribution: Attribution, joints: SpanIndex[tuple[int, str, Span]]
) -> Attribution:
    start, end = attribution.content[0][0], attribution.content[-1][1]
    for stop, word, said in joints.touching((start + 1, end)):
        contrasts = word in _CONTRAST and attribution.rule == "preposition"
        related = word == "which" and said[1] >= end and "," not in text[slice(*said)]
        if contrasts or related:
            pieces = tuple((a, min(b, stop)) for a, b in attribution.content if a < stop)
            return replace(attribution, content=pieces)
    return attribution


def _joint_before(parse: Parse, start: int) -> Iterator[tuple[int, str]]:
    """Where ", while" or ", which" begins right before a source, and the word; nothing else."""
    before = parse.words_before(start)[-2:]
    joined = len(before) == 2 and before[0].text in (",", ";")
    if joined and before[1].lower in (*_CONTRAST, "which"):
        yield before[0].start, before[1].lower


def without_retold(parse: Parse, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions, in text order, without those that another source only tells of: `“The
    enemy says it left,” he said`, `He said the enemy had claimed that …`, `He said they fled,
    claiming that …`. The words are his who tells it; media only pass them on (`The press reports
    the mayor says …`)."""
    attributions = _passed_on(parse, attributions)
    out: list[Attribution] = []
    around: list[Attribution] = []
    for a in attributions:
        around = [o for o in around if o.end > a.start]
        if not any(_retells(parse, o, a) for o in around):
            out.append(a)
        around.append(a)
    return out


def _passed_on(parse: Parse, attributions: list[Attribution]) -> list[Attribution]:
    """Those who speak in what media report, with these as their relay in place of the report."""
    told = SpanIndex(attributions, lambda a: a.content)
    relayed: dict[Attribution, Attribution] = {}
    for outer in attributions:
        if outer.source is None or outer.speech:
            continue
        media = _is_media(parse, outer.source)
        if not media and not _documents(outer):
            continue
        for inner in told.touching(outer.content[0]):
            told_so = inner.source is not None and (media or _tells(inner))
            if inner is not outer and told_so and _retells(parse, outer, inner):
                relays = (outer.source, *inner.relays) if media else inner.relays
                relayed[outer] = replace(inner, relays=relays)
    spoken = {a for a in attributions if any(a.cue == r.cue for r in relayed.values())}
    return [relayed.get(a, a) for a in attributions if a in relayed or a not in spoken]


def _documents(a: Attribution) -> bool:
    """Whether pictures or papers show it, which say nothing of their own: `…, footage showed`."""
    told = load_cues().verb(a.lemma)
    return told is not None and told.documents


def _tells(a: Attribution) -> bool:
    """Whether somebody says a whole clause, as papers may tell of him; not `ordered the raid`."""
    told = load_cues().verb(a.lemma)
    return told is not None and told.speech and a.rule in _TELLING


def _is_media(parse: Parse, source: Span) -> bool:
    head = parse.top(*source)
    return head is not None and head.lemma in cue_words("channel_nouns")


def _retells(parse: Parse, outer: Attribution, inner: Attribution) -> bool:
    if inner.cue is None or inner.answers or not _holds(outer, (inner.cue, *inner.content)):
        return False
    if outer.speech:
        return True
    told = load_cues().verb(outer.lemma)
    reports = told is not None and told.speech and not outer.noun
    if not (reports or outer.rule == _CITATION):
        return False
    participle = inner.cue_word is not None and parse.words[inner.cue_word].is_present_participle
    opens = _opens(parse, outer.start, inner.source, inner.cue, inner.cue_word)
    return participle or opens or _closes(parse, outer, inner)


def _opens(parse: Parse, start: int, source: Span | None, cue: Span, verb: int | None) -> bool:
    """Whether a content begins with a source, and its first verb is the cue."""
    first = min(cue[0], source[0] if source is not None else cue[0])
    before = parse.within(start, cue[0])
    other = any(w.is_finite and w.head != verb for w in before)
    return len(parse.within(start, first)) <= 1 and not other


def _closes(parse: Parse, outer: Attribution, inner: Attribution) -> bool:
    """Whether nothing is told but what another one says, and that he does: `The mill burned, Duda
    said`, according to somebody else."""
    told = (*inner.content, *(span for span in (inner.source, inner.cue) if span is not None))
    words = (w for span in outer.content for w in parse.within(*span) if w.text[0].isalnum())
    return all(any(a <= w.start < b for a, b in told) for w in words)


def _holds(outer: Attribution, spans: tuple[Span, ...]) -> bool:
    return all(any(a <= s and e <= b for a, b in outer.content) for s, e in spans)


def _union(outer: Attribution, inner: Attribution) -> Span | None:
    spans = [s for s in (outer.clause, inner.clause) if s is not None]
    return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None


def _is_whole_report(parse: Parse, outer: Attribution, inner: Attribution) -> bool:
    """Whether the outer content begins with the inner source and its own main verb is the inner
    cue, a force or crowd that does not speak for itself."""
    if (
        outer.rule != "preposition"
        or inner.rule != "object"
        or len(outer.content) != 1
        or inner.source is None
    ):
        return False
    start, end = outer.content[0]
    return inner.source[0] - start <= 4 and all(start <= a and b <= end for a, b in inner.content)
