"""Rows of data/attribution/frames.yaml at work: `was adamant that …`, `issued a denial that …`.

A word triggers its rows; the first row whose paths lead somewhere says whose the words are and
what is said. How far what is said reaches is decided as for verbs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from counterclaim.extraction.attribution.boundaries import content_end
from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.attribution.nouns import name_end
from counterclaim.extraction.grammar.conditions import CONDITIONS, is_withheld
from counterclaim.extraction.grammar.paths import Path, compile_path, first
from counterclaim.extraction.grammar.spans import noun_phrase, trim, trim_clause, unit_bounds
from counterclaim.extraction.grammar.words import PAUSES
from counterclaim.knowledge.cues import NounCue, VerbCue, load_cues
from counterclaim.knowledge.frames import COLON, MAIN, THAT, Construction, load_frames
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_OPENING = 5  # code points that may stand before what opens a sentence: "But "
_REACH = 14  # words from a trigger to its "that": an agent or an addressee may stand between


@dataclass(frozen=True, slots=True)
class _Roles:
    when: tuple[Path, ...]
    source: tuple[Path, ...]
    content: tuple[Path | str, ...]


@cache
def _roles(frame: Construction) -> _Roles:
    def compiled(written: tuple[str, ...]) -> tuple[Path, ...]:
        return tuple(compile_path(path, load_frames().classes) for path in written)

    content = tuple(c if c in (THAT, COLON, MAIN) else compiled((c,))[0] for c in frame.content)
    return _Roles(compiled(frame.when), compiled(frame.source), content)


def attribute_frames(parse: Parse, cues: list[Cue], speech_units: set[int]) -> list[Attribution]:
    """The attributions of all rows: one at most for each trigger. Inside direct speech
    (`speech_units`) `I am sure` reports nothing."""
    found = (_attribute_word(parse, word, cues) for word in parse.words)
    return [
        a for a in found if a is not None and not (a.unit in speech_units and _is_own(parse, a))
    ]


def _is_own(parse: Parse, found: Attribution) -> bool:
    words = [] if found.source is None else parse.within(*found.source)
    return len(words) == 1 and words[0].is_pronoun


def _attribute_word(parse: Parse, word: Word, cues: list[Cue]) -> Attribution | None:
    for frame in _triggered(word):
        found = _attribute(parse, word, frame, cues)
        if found is not None:
            return found
    return None


def _triggered(word: Word) -> list[Construction]:
    """The rows of a word; of a participle, and of an adjective that a lemmatiser has made a verb
    of, also those of its adjective: `was convinced that …`, `is concerned that …`."""
    rows = load_frames().of(_part(word), word.lemma)
    verbal = word.is_past_participle or (word.is_adjective and word.lemma != word.lower)
    return rows + load_frames().of("adjective", word.lower) if verbal else rows


def _part(word: Word) -> str:
    if word.is_noun:
        return "noun"
    return "verb" if word.is_verb else "adjective"


def _attribute(
    parse: Parse, word: Word, frame: Construction, cues: list[Cue]
) -> Attribution | None:
    roles = _roles(frame)
    if _is_untold(parse, word, frame):
        return None
    if not all(path.words(parse, word) for path in roles.when):
        return None
    source = first(parse, word, roles.source)
    if source is None:
        return None
    spoken = (
        s for p in roles.content if (s := _content(parse, word, p, source, cues, frame.reach))
    )
    pieces = next(spoken, ())
    if not pieces:
        return None
    entry, content = _entry(word, frame), pieces[-1]
    before = content[1] <= word.start
    return Attribution(
        content=pieces,
        cue=(word.start, word.end),
        source=_owner(parse, source, word, content),
        lemma=word.lemma,
        rule=f"frame {frame.id}",
        unit=word.sentence,
        cue_word=word.i,
        noun=frame.part == "noun",
        stance=frame.stance or entry.stance,
        hedged=entry.hedged,
        clause=(content[1], word.end) if before else (unit_bounds(parse, word)[0], content[0]),
        pronoun=_possessive(parse, word, source),
    )


def _is_untold(parse: Parse, word: Word, frame: Construction) -> bool:
    """Whether a trigger is no plain fact, or a thing that nobody gives: `gave no details of`."""
    if frame.part == "noun":
        return CONDITIONS["no"](parse, word)
    return not frame.withheld and is_withheld(parse, word)


def _entry(word: Word, frame: Construction) -> VerbCue | NounCue:
    """What is known of the trigger besides the row: its stance, whether it holds back."""
    cues = load_cues()
    if frame.part == "verb":
        return cues.verb(word.lemma) or VerbCue(word.lemma)
    adjective = cues.adjective(word.lower) or cues.adjective(word.lemma)
    named = cues.noun(word.lemma) if frame.part == "noun" else adjective
    return named or NounCue(word.lemma)


def _possessive(parse: Parse, word: Word, source: Word) -> Span | None:
    """`renewed its denial that …`: the pronoun beside the trigger that stands for the source."""
    owner = parse.child(word.i, "nmod:poss")
    beside = owner is not None and owner.is_owner and owner.i != source.i
    return (owner.start, owner.end) if owner is not None and beside else None


def _owner(parse: Parse, source: Word, word: Word, content: Span) -> Span:
    """The words of the source: a possessive alone, a noun with its phrase, up to the content."""
    if source.is_owner:
        return source.start, source.end
    start, end = noun_phrase(parse, source, word)
    if source.rel == "compound":  # `with the abbot warning that …`, taken for a noun
        start = min(w.start for w in (*parse.children(word.i, "det", "amod"), source))
    phrase = [w for w in parse.within(start, end) if not content[0] <= w.start < content[1]]
    aside = next((k for k, w in enumerate(phrase) if w.i > source.i and w.text in PAUSES), None)
    phrase = phrase[:aside] if source.i < word.i else phrase
    mark = next((w for w in phrase if w.is_genitive and w.i > source.i), None)
    if mark is not None:
        return start, mark.start
    if not phrase:
        return source.start, source.end
    while phrase[-1].i > source.i and _dangles(phrase[-1]):
        phrase.pop()
    return start, min(name_end(parse, phrase[-1].end), max(content[0] - 1, phrase[-1].end))


def _dangles(word: Word) -> bool:
    return word.is_preposition or word.is_determiner or word.text == ","


def _content(
    parse: Parse, word: Word, path: Path | str, source: Word, cues: list[Cue], reach: str
) -> tuple[Span, ...]:
    """What is said: the clause behind "that" or a colon, the phrase that a path leads to, or the
    rest of the sentence in one piece or two."""
    if path == MAIN:
        return _beside(parse, word)
    found = _told(parse, word, path, source, cues, reach)
    return () if found is None else (found,)


def _told(
    parse: Parse, word: Word, path: Path | str, source: Word, cues: list[Cue], reach: str
) -> Span | None:
    if isinstance(path, str):
        start = _behind_that(parse, word) if path == THAT else _behind_colon(parse, word)
        return None if start is None else _clause(parse, word, start, source, cues)
    head = next((w for w in path.words(parse, word) if w.i != source.i), None)
    if head is None:
        return None
    phrase = _phrase(parse, word, head)
    if head.rel in ("ccomp", "advcl") or reach == "clause":
        return _clause(parse, word, phrase[0].start, source, cues)
    return trim(parse.text, phrase[0].start, phrase[-1].end)


def _phrase(parse: Parse, word: Word, head: Word) -> list[Word]:
    """The words below a head, without the preposition that opens them."""
    phrase = [w for w in parse.subtree(head.i) if w.i > word.i or head.i < word.i]
    while len(phrase) > 1 and phrase[0].is_preposition and phrase[0].lower not in (THAT, "to"):
        phrase = phrase[1:]
    if len(phrase) > 1 and phrase[0].lower == "to" and phrase[0].rel == "case":
        phrase = phrase[1:]
    return phrase


def _beside(parse: Parse, word: Word) -> tuple[Span, ...]:
    """The rest of the sentence: behind a trigger and its comma, before it, or on both
    sides of one between commas or dashes."""
    unit = unit_bounds(parse, word)
    phrase = [w for w in parse.subtree(word.i) if w.pos != "PUNCT"]
    behind = parse.behind(word, unit[1])
    if phrase[0].start - unit[0] <= _OPENING:
        comma = next((w for w in behind if w.text == ","), None)
        return _pieces(parse, [] if comma is None else [(comma.end, unit[1])])
    before = parse.words[phrase[0].i - 1]
    if before.text not in PAUSES:
        return ()
    left = (unit[0], before.start)
    if not parse.text[word.end : unit[1]].strip(" ."):
        return _pieces(parse, [left])
    if behind and behind[0].text in PAUSES and any(w.pos != "PUNCT" for w in behind):
        return _pieces(parse, [left, (behind[0].end, unit[1])])
    return ()


def _pieces(parse: Parse, spans: list[Span]) -> tuple[Span, ...]:
    found = (trim_clause(parse, *span) for span in spans)
    return tuple(span for span in found if span is not None)


def _behind_colon(parse: Parse, word: Word) -> int | None:
    """Behind the colon of a trigger, where a clause follows and no other stands before it."""
    behind = parse.behind(word)
    at = next((k for k, w in enumerate(behind) if w.text == ":" or w.is_finite), None)
    opens = at is not None and behind[at].text == ":"
    return behind[at].end if at is not None and opens and _tells(behind[at:]) else None


def _tells(words: list[Word]) -> bool:
    return any(w.is_finite for w in words)


def _behind_that(parse: Parse, word: Word) -> int | None:
    """The start of the "that" which opens the clause of a trigger: no finite verb and no comma
    before it, a subject behind it."""
    behind = parse.behind(word)[:_REACH]
    for k, w in enumerate(behind[:-1]):
        if w.lower == THAT and (w.rel == "mark" or not w.is_determiner):
            opens = not behind[k + 1].is_verb and not _is_of_noun(word, behind[:k])
            return w.start if opens else None
        if k + 1 < len(behind) and _is_that(parse, word, w, behind[k + 1]):
            continue
        if w.is_finite or w.is_conjunction or w.text in ",;:":
            return None
    return None


def _is_that(parse: Parse, word: Word, verb: Word, behind: Word) -> bool:
    """`The line from the palace is that …`, `What worries the palace is that …`."""
    cleft = parse.words[word.head].lower == "what"
    return (word.is_noun or cleft) and verb.lemma == "be" and behind.lower == THAT


def _is_of_noun(word: Word, between: list[Word]) -> bool:
    """`is aware of reports that …`: the clause is that of the noun."""
    noun = load_cues().noun(between[-1].lemma) if between else None
    return _part(word) == "adjective" and noun is not None and THAT in noun.frames


def _clause(parse: Parse, word: Word, start: int, source: Word, cues: list[Cue]) -> Span | None:
    """The clause from `start` on: to the end of its own words where its trigger is a noun that
    does something itself (`His claim that … angered them`), else as far as a verb's would reach."""
    unit = unit_bounds(parse, word)
    if word.rel in ("nsubj", "root") and word.is_noun:
        verb = parse.head(parse.within(start, unit[1])[0])
        end = parse.span(verb.i)[1] if verb is not None and verb.start > start else unit[1]
        return trim_clause(parse, start, end)
    cue = Cue(word, VerbCue(word.lemma), source, False, None, False)
    return trim_clause(parse, start, content_end(parse, cue, cues, start, unit))
