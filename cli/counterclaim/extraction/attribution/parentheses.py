"""Contents around or before the cue: `…, the governor said`, `…, a claim Kyiv denied`."""

from __future__ import annotations

from itertools import pairwise, takewhile

from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.attribution.making import make
from counterclaim.extraction.attribution.mistagged import is_inverted_past
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.attribution.word_order import (
    bare_phrase,
    inserted_phrase,
    phrase_behind_comma,
)
from counterclaim.extraction.grammar.mood import modals
from counterclaim.extraction.grammar.spans import is_day, noun_phrase, phrase_after, trim_clause
from counterclaim.extraction.grammar.words import (
    PAUSES,
    in_noun_phrase,
    is_mention,
    is_somebody,
    opens_adjunct,
    opens_noun_phrase,
)
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_SECOND = cue_words("second_clause")
_BARE = cue_words("taking_up_a_clause")


def parenthesis(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """`…, the governor said on Monday`: the content stands before the cue clause."""
    if not cue.entry.frames & {"ccomp", "quote"} or cue.passive:
        return None
    if cue.lemma in cue_words("naming_verbs", "accusing_verbs"):
        return None
    if _has_object(parse, cue) and not _is_inverted(parse, cue):
        return None
    if any(w.i > cue.word.i and w.is_verb for w in parse.children(cue.word.i, "xcomp")):
        return None  # `In the east, the enemy continues to press, …`
    bounds = _cue_clause(parse, cue, unit)
    if bounds is None:
        return None
    start, end, source = bounds
    left = trim_clause(parse, unit[0], start)
    if left is None or not _set_off(parse, cue, start, end, unit):
        return None
    left = _behind_other(parse, cue, cues, left)
    right = _right_half(parse, cue, cues, end, unit)
    pieces = (left,) if right is None else (left, right)
    if _is_fronted(parse.within(*left)):
        return None
    if not _says_something(parse, cue, pieces):
        return None
    return make(parse, cue, pieces, source, "parenthesis", unit, clause=(start, end))


def _is_fronted(words: list[Word]) -> bool:
    """Whether words before a cue clause only tell when or how: `Speaking in Lor, he vowed`."""
    opens = words[0].is_preposition or words[0].is_present_participle
    short = len(words) <= limits().clause_words + 3
    return opens and short and not any(w.is_finite or w.rel == "nsubj" for w in words)


def _behind_other(parse: Parse, cue: Cue, cues: list[Cue], left: Span) -> Span:
    """`The general said they fled to Lor, where shops were burning, pictures showed`: what others
    say first is theirs, the clause behind the last comma is the second's."""
    told = (c for c in cues if c.word.is_finite and c.entry.speech and left[0] <= c.word.start)
    first = next((c for c in told if c.word.end < left[1] and c.subject is not None), None)
    if first is None or first.subject is None or not first.word.i < cue.word.i:
        return left
    opens = first.subject.i < first.word.i and first.word.rel == "root"
    openers = [
        w.start
        for before, w in pairwise(parse.within(first.word.end, left[1]))
        if before.text == "," and (w.is_wh or w.lower in _SECOND)
    ]
    return (openers[-1], left[1]) if opens and openers else left


def _cue_clause(parse: Parse, cue: Cue, unit: Span) -> tuple[int, int, Span] | None:
    """Start, end and source of a short cue clause (`the ministry said on Sunday`, `said Maria
    Petro, a nurse`) that has words before it and nothing but adjuncts behind."""
    before, behind = parse.before(cue.word), parse.behind(cue.word)
    inserted = inserted_phrase(before, behind) if cue.word.is_finite and cue.entry.speech else None
    if inserted is not None:
        start = _from_as(parse, inserted)
        return start, next(w.start for w in behind if w.text in PAUSES), inserted
    bare = bare_phrase(before) if _ends_in_said(cue, behind) else None
    if bare is not None:
        last = next((w for w in reversed(behind) if w.text[0].isalnum()), cue.word)
        return bare[0], last.end, bare
    source = _source_before(parse, cue)
    if source is not None:
        end = _adjuncts_end(cue, behind)
        return (_from_as(parse, source), end, source) if end is not None else None
    return _inverted_clause(parse, cue, unit)


def _from_as(parse: Parse, source: Span) -> int:
    """Where a cue clause begins that may open with "as": `The bridge, as the mayor noted, …`."""
    before = parse.words_before(source[0])[-2:]
    led = len(before) == 2 and before[0].text in PAUSES and before[1].lower == "as"
    return before[1].start if led else source[0]


def _ends_in_said(cue: Cue, behind: list[Word]) -> bool:
    """Whether a sentence ends with `said`, `said on Sunday`."""
    words = (w for w in behind if w.text not in (".", "”", '"'))
    return cue.word.lower == "said" and all(is_day(w) or w.lower == "on" for w in words)


def _source_before(parse: Parse, cue: Cue) -> Span | None:
    """The source right before its cue: the subject, or the phrase behind the last comma where the
    words know better than the tree (`The army is on firm ground, Ana Lys said`)."""
    before = parse.before(_first_of(parse, cue))
    by_words = phrase_behind_comma(before) if cue.entry.speech else None
    subject = cue.subject
    told = by_words is None or (subject is not None and by_words[0] < subject.end)
    if told and subject is not None and _is_beside(parse, cue, subject):
        named = noun_phrase(parse, subject, cue.word)
        return by_words if by_words and _is_half(parse, named, by_words) else named
    return by_words if _is_told(parse, cue) else None


def _is_half(parse: Parse, named: Span, whole: Span) -> bool:
    """Whether a tree has only the second of two that speak: `…, army and local officials said`."""
    before = parse.within(whole[0], named[0])
    return named[1] == whole[1] and len(before) > 1 and before[-1].is_conjunction


def _first_of(parse: Parse, cue: Cue) -> Word:
    """The first word of a predication: "has" of `the union has warned`."""
    helping = [w for w in parse.children(cue.word.i, "aux") if w.i < cue.word.i]
    return min((cue.word, *helping), key=lambda w: w.i)


def _is_told(parse: Parse, cue: Cue) -> bool:
    """Whether a cue tells a time by itself or with "has"."""
    return cue.word.is_finite or (cue.word.is_past_participle and _first_of(parse, cue).is_finite)


def _inverted_clause(parse: Parse, cue: Cue, unit: Span) -> tuple[int, int, Span] | None:
    """`…, said Maria Petro, a nurse, on Sunday`: the source is the noun phrase behind the cue."""
    before, behind = parse.before(cue.word), parse.behind(cue.word)
    if len(before) < 3:
        return None
    marked = before[-1].text in (*PAUSES, '"', "”", "?", "!")
    source = phrase_after(parse, cue.word, unit[1])
    if source is None or not (marked or _ends_in_name(cue, behind, before)):
        return None
    end = _adjuncts_end(cue, [w for w in behind if w.start >= source[1]])
    return before[-1].start if marked else cue.word.start, end or source[1], source


def _is_beside(parse: Parse, cue: Cue, subject: Word) -> bool:
    """Whether a subject stands before its cue with no lone comma between: `The dam burst, said`."""
    before = parse.before(cue.word)
    near = subject.sentence == cue.word.sentence and 0 < cue.word.i - subject.i <= 25
    cut_off = [w.i for w in before if w.text == ","] == [cue.word.i - 1]
    return near and subject.head == cue.word.i and not cut_off and not _is_inverted(parse, cue)


def _is_inverted(parse: Parse, cue: Cue) -> bool:
    """`…, said one official in the region.`: a comma before the cue, and behind it, up to the end,
    a noun phrase and no clause; in `The road is cut - reports the mayor` a parser takes that
    phrase for an object."""
    before = parse.before(cue.word)
    if not before or before[-1].text not in PAUSES or cue.word.is_present_participle:
        return False
    if is_inverted_past(cue.word, before, parse.behind(cue.word)):
        return True
    if cue.lemma != "say" and (before[-1].text == "," or not cue.entry.speech):
        return False
    main = [*takewhile(lambda w: not w.is_wh, parse.behind(cue.word))]
    return (
        any((w.is_noun or w.is_pronoun) and not is_day(w) for w in main)
        and opens_noun_phrase(main[0])
        and not is_day(main[0])
        and not any(w.is_verb for w in main)
        and _holds_clause(before)
    )


def _holds_clause(words: list[Word]) -> bool:
    """Whether a finite verb stands there outside a relative clause."""
    relative = False
    for w in words:
        if w.text == ",":
            relative = False
        relative = relative or w.is_relative
        if w.is_verb and (w.is_finite or w.is_past) and not relative:
            return True
    return False


def _ends_in_name(cue: Cue, behind: list[Word], before: list[Word]) -> bool:
    """`The road remains closed said Observatory chief Rami Saleh`: copy that lost its marks. Before
    the cue stands a whole clause, behind it nothing but a name."""
    if cue.word.lower != "said" or not behind:
        return False
    names = any(w.is_proper for w in behind)
    verbless = not any(w.is_verb for w in behind)
    clause = any(w.is_finite for w in before) and not is_mention(before[-1])
    return names and verbless and clause and not opens_adjunct(behind[0])


def _adjuncts_end(cue: Cue, rest: list[Word]) -> int | None:
    """Where the adjuncts behind a cue end; None when a clause follows that the cue governs."""
    end = cue.word.end
    for w in rest:
        if w.text in (".", "?", "!", ";", *PAUSES):
            return w.start
        subject = w.rel in ("nsubj", "expl") and not w.is_relative and not is_day(w)
        if w.is_finite or subject:
            return None
        end = max(end, w.end)
    return end


def _has_object(parse: Parse, cue: Cue) -> bool:
    """Whether the cue has an object of its own (`claimed advances`), so that the words before it
    are not its content."""
    if "addressee" in cue.entry.frames:
        return False
    objects = [w for w in parse.children(cue.word.i, "obj") if w.i > cue.word.i]
    taken = parse.words[cue.word.i]
    if taken.rel == "amod" and taken.head > taken.i:
        objects.append(parse.words[taken.head])
    takes_up = cue.entry.stance_in("obj") != "asserts"
    things = [w for w in objects if w.is_common or parse.child(w.i, "det") is not None]
    taken_up = takes_up and any(w.lower in ("it", "this") for w in objects)
    return taken_up or not all(is_day(w) for w in things)


def _set_off(parse: Parse, cue: Cue, start: int, end: int, unit: Span) -> bool:
    """Whether a cue clause stands apart: a finite verb, a comma or mark before it and a comma or
    the end behind it. Copy that lost its commas has it at the very end."""
    if not _is_told(parse, cue) or modals(parse, cue.word):
        return False
    before = [w for w in parse.within(unit[0], start) if w.end <= start][-1:]
    last = before[0] if before else None
    if last is None or last.lower in cue_words("conjunctions", "question_words", "links"):
        return False
    if last.text == ";":
        return False
    if (
        cue.word.rel == "acl"
        and not _is_by_somebody(cue, last)
        and ("obj" in cue.entry.frames or parse.text[cue.word.end : unit[1]].strip(' .”"’'))
    ):
        return False
    if start == cue.word.start:
        return True
    behind = parse.text[end : unit[1]].strip(' .”"’)]')
    comma = (
        last.text in (*PAUSES, "?", "!", '"', "”") or parse.text[start : start + 1] in ',-–—"”?!'
    )
    if comma:
        relative = any(w.start == end + 1 and w.is_relative for w in parse.behind(cue.word))
        return not behind or behind[0] in ",-–—;:" or relative
    bare = cue.word.is_finite and cue.word.is_past and not last.is_verb
    return not behind and cue.entry.speech and bare


def _is_by_somebody(cue: Cue, before: Word) -> bool:
    """`…, an army officer warned`: right behind a comma a noun for people speaks."""
    return before.text == "," and cue.subject is not None and is_somebody(cue.subject)


def _right_half(parse: Parse, cue: Cue, cues: list[Cue], end: int, unit: Span) -> Span | None:
    """`The road, officials said, was under fire`: the content behind the cue, if a comma leads
    there and no other cue takes over there; `…, he said, pointing at the map` is the narrator's."""
    right = trim_clause(parse, end, unit[1])
    if right is None or parse.text[end : right[0]].strip()[:1] not in PAUSES:
        return None
    if parse.within(*right)[0].is_present_participle and _holds_clause(
        parse.within(unit[0], cue.word.start)
    ):
        return None
    taken = [
        c
        for c in cues
        if c.word.is_present_participle and right[0] <= c.word.start <= right[0] + 12
    ]
    told = _holds_clause(parse.within(unit[0], cue.word.start))
    aside = len(parse.within(*right)) < 3 or parse.within(*right)[0].lower == "as"
    return None if taken or (told and aside) else right


def _says_something(parse: Parse, cue: Cue, pieces: tuple[Span, ...]) -> bool:
    """Whether the content is a clause; before "said" its verb may be mistaken for a noun."""
    words = [w for span in pieces for w in parse.within(*span)]
    verbs = [w for w in words if w.rel not in ("case", "fixed")]  # "According to" is none
    told = any(w.is_verb for w in verbs)
    return len(words) >= 3 and (cue.lemma == "say" or told)


def _takes_up_before(parse: Parse, last: int) -> Word | None:
    """The noun or pronoun that takes up a claim, with nothing but a name up to a cue."""
    for word in reversed(parse.words[max(last - 9, 2) : last]):
        if word.lemma in cue_words("anaphoric_nouns") or word.lower in _BARE:
            return word
        if not in_noun_phrase(word):
            return None
    return None


def _takes_up_clause(cue: Cue, behind: list[Word]) -> bool:
    """Whether ", which Kyiv denies" ends its sentence, and denies or doubts: then a whole clause is
    meant, and no thing (`the hill, which Kyiv claims, …`)."""
    ends = not behind or behind[0].text in (".", ";")
    return ends and cue.entry.stance_in("obj") in ("denies", "doubts")


def appended(parse: Parse, cue: Cue, unit: Span) -> Attribution | None:
    """`…, a claim the army denied`, `… – a report that Kyiv rejected`, `…, which Kyiv denies`: an
    apposition or a relative clause that takes up the words before it."""
    told = cue.word.is_finite or any(w.is_finite for w in parse.children(cue.word.i, "aux"))
    if not told or cue.passive or "obj" not in cue.entry.frames:
        return None
    last = min(
        w.i for w in (cue.word, *parse.children(cue.word.i, "aux", "advmod")) if w.i <= cue.word.i
    )
    noun = _takes_up_before(parse, last)
    if noun is None or noun.sentence != cue.word.sentence:
        return None
    first = noun if noun.lower in _BARE else parse.words[noun.i - 1]
    before = parse.words[first.i - 1]
    phrase = [w for w in parse.words[noun.i + 1 : last] if w.lower not in word_class("of_things")]
    named = first.lower in word_class("articles") | _BARE
    if not named or before.text not in (*PAUSES, ";") or not phrase:
        return None
    if first.lower == "which" and not _takes_up_clause(cue, parse.behind(cue.word)):
        return None
    return make(
        parse,
        cue,
        ((first.start, noun.end),),
        (phrase[0].start, phrase[-1].end),
        "relative object",
        unit,
        clause=(before.start, unit[1]),
        noun=True,
    )
