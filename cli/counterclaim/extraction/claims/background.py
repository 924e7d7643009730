"""What the article adds to somebody's words: `…, which Russia captured in May`, `…, as its troops
press on`. Behind reported speech such a clause is the narrator's, who knows it without the source.
"""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.grammar.spans import trim
from counterclaim.knowledge.cue_words import cue_words, mood
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.lexicon import listed, word_class
from counterclaim.knowledge.limits import limits
from counterclaim.language.span_index import SpanIndex
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_OPENERS = word_class("background_openers")
_NEAR = 6  # words from "as" to its subject
_BUT = listed("contrasts")


def cut_background(
    parse: Parse, attributions: list[Attribution]
) -> tuple[list[Attribution], list[Span]]:
    """The attributions without the narrator's clauses at their ends, and those clauses.

    Example:
        `The army said it had left Lyman, which it took in May.`: the army says that it had left;
        that it took the town in May is the narrator's.
    """
    kept: list[Attribution] = []
    tails: list[Span] = []
    for attribution in attributions:
        told = attribution.speech or _is_closed(attribution)
        tail = None if told else _tail(parse, attribution.content[-1])
        if tail is None:
            kept.append(attribution)
            continue
        start = attribution.content[-1][0]
        main = trim(parse.text, start, _joint_before(parse, tail[0]))
        if main is None:
            kept.append(attribution)
            continue
        tails.append(tail)
        cut = (start, main[1])  # where a content begins tells whose it is
        kept.append(replace(attribution, content=(*attribution.content[:-1], cut)))
    return kept, sorted(set(tails))


def _is_closed(a: Attribution) -> bool:
    """Whether who says it stands behind all of it: `…, which fell in May, the mayor said`."""
    behind = a.cue is not None and a.source is not None and min(a.cue, a.source)[0] >= a.end
    return behind and a.rule == "parenthesis"


def end_at_next_report(parse: Parse, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions, each ending before the next thing that its own speaker reports.

    Example:
        `denied backing the rebels, but acknowledged that it has troops there`: what is denied is
        the backing alone.
    """
    cued = [a for a in attributions if a.cue is not None]
    cues = SpanIndex(cued, lambda a: [a.cue or a.content[0]])
    return [_until_next(parse, a, cues.touching(a.content[-1])) for a in attributions]


def _until_next(parse: Parse, a: Attribution, within: list[Attribution]) -> Attribution:
    start, end = a.content[-1]
    verbs = [b.cue_word for b in within if b.source == a.source and b.source is not None]
    words = [parse.words[i] for i in verbs if i is not None and i != a.cue_word]
    words += [w for w in parse.within(start, end) if _is_next_report(parse, a, w)]
    joints = (_joint(parse, word, start) for word in words if start < word.start < end)
    cuts = [trim(parse.text, start, at) for at in joints if at is not None]
    cut = min((span for span in cuts if span is not None), default=None)
    if a.speech or cut is None:
        return a
    return replace(a, content=(*a.content[:-1], cut))


def _is_next_report(parse: Parse, a: Attribution, verb: Word) -> bool:
    """Whether a verb in a content is joined to its cue, or to an infinitive that it cannot go on
    with: `vowed to hold out and accused the rebels`."""
    if verb.rel != "conj" or not verb.is_past or parse.child(verb.i, "nsubj") is not None:
        return False
    entry, above = load_cues().verb(verb.lemma), parse.words[verb.head]
    joined = above.i == a.cue_word or (above.is_base and above.head == a.cue_word)
    return joined and entry is not None and entry.speech


def _joint(parse: Parse, verb: Word, start: int) -> int | None:
    """Where the conjunction before a verb begins; only its helpers and adverbs stand between."""
    for word in reversed(parse.within(start, verb.start)[-limits().joint_words :]):
        if word.is_conjunction:
            return word.start
    return None


def _tail(parse: Parse, span: Span) -> Span | None:
    """The clause behind a comma that a relative or "as" opens and that runs to the end, or that
    says what nobody knows (`…, but it was unclear whether …`)."""
    words = parse.within(*span)
    least = limits().clause_words
    for k in range(least, len(words) - least):
        opener = words[k]
        if opener.lower in _BUT and mood("unknown").match(parse.text, words[k + 1].start):
            return trim(parse.text, words[k + 1].start, span[1])
        if words[k - 1].text != "," or opener.lower not in _OPENERS:
            continue
        if _is_quoted(parse.before(opener)):
            return None
        rest = words[k + 1 :]
        if not any(w.is_verb for w in rest) or _goes_on(rest):
            return None
        subject = next((w for w in rest[:_NEAR] if w.rel == "nsubj"), None)
        if opener.lower == "as" and (subject is None or subject.is_pronoun):
            return None  # `…, as it has no shells`: the speaker's reason
        if opener.lower != "as" and _is_to_come(parse, rest):
            return None
        return trim(parse.text, opener.start, span[1])
    return None


def _is_to_come(parse: Parse, rest: list[Word]) -> bool:
    """Whether a clause tells what will be, or is thought to be: no background that anyone knows."""
    verb = next((w for w in rest if w.is_finite or w.is_modal), None)
    if verb is None:
        return False
    thought = [w for w in (verb, parse.words[verb.head]) if w.lemma in cue_words("passive_reports")]
    return verb.is_modal or bool(thought)


def _is_quoted(before: list[Word]) -> bool:
    """Whether a mark of quotation before a clause is still open: its speaker goes on."""
    marks = [w.text for w in before]
    straight = marks.count('"') % 2 == 1
    return straight or marks.count("“") > marks.count("”") or marks.count("«") > marks.count("»")


def _joint_before(parse: Parse, start: int) -> int:
    """Where the words begin that join a tail to the rest: ", but", "but"."""
    for word in reversed(parse.words_before(start)):
        if word.text != "," and word.lower not in _BUT:
            break
        start = word.start
    return start


def _goes_on(rest: list[Word]) -> bool:
    """Whether the main clause goes on behind the relative one: `…, which fell, is held again`."""
    seen = False
    for k, w in enumerate(rest):
        if seen and w.text == "," and k + 1 < len(rest):
            following = rest[k + 1]
            if (following.is_verb and not following.is_base) or following.lower in word_class(
                "joined_by"
            ):
                return True
        seen = seen or w.is_verb
    return False
