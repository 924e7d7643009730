"""Nobody's voice: `It is not known whether rebels left`, `Few believe that the bridge was hit`.

What stands in a clause or question below a word of saying, thinking or showing is never the
article's own claim. Where nobody is found who says it, it is told as unattributed.
"""

from __future__ import annotations

from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.claims.judge import EventType
from counterclaim.extraction.claims.silence import tells_of_silence
from counterclaim.extraction.grammar.conditions import CONDITIONS, is_withheld
from counterclaim.extraction.grammar.mood import is_negated
from counterclaim.extraction.grammar.paths import compile_path, first
from counterclaim.extraction.grammar.spans import noun_phrase, trim_clause
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import NounCue, VerbCue, load_cues
from counterclaim.knowledge.predicates import family
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_OPENERS = frozenset({"that", "whether"})
_VOICE = compile_path(".subject?voice")
_UNSAID = (
    compile_path(">ccomp"),
    compile_path(">obj?event"),
    compile_path("?noun >nmod[about,of,on]?event"),
    compile_path("?noun >acl"),
)
_HANDED_OUT = frozenset({"obj"})  # what is made or released is a word only where its noun is one
_SPEAKER = compile_path(".subject?speaker")
_CLAUSES = ("ccomp", "acl", "advcl", "csubj")


Draft = tuple[tuple[Span, ...], Attribution | None]


def told_by_nobody(
    parse: Parse, content: tuple[Span, ...], event_type: EventType
) -> list[Draft] | None:
    """The claims in the narrator's words of which a part is nobody's: that part, unattributed, and
    what the narrator says in front of it; each where it tells of an event. What somebody did not
    say is no claim at all. None where all is the narrator's."""
    span = content[0]
    if tells_of_silence(parse, content):
        return None
    if (unsaid := _find_unsaid(parse, span)) is not None:
        own = trim_clause(parse, span[0], unsaid[0])
        return _eventful([((own,), None)] if own is not None else [], event_type)
    hidden = find_hidden_clause(parse, span)
    if hidden is None:
        return None
    own = trim_clause(parse, span[0], (hidden.clause or hidden.content[0])[1])
    claims: list[Draft] = [(hidden.content, hidden)]
    if own is not None:
        claims.append(((own,), None))
    return _eventful(claims, event_type) or None


def _eventful(claims: list[Draft], event_type: EventType) -> list[Draft]:
    return [claim for claim in claims if event_type(claim[0]) not in family("speech")]


def _find_unsaid(parse: Parse, span: Span) -> Span | None:
    """The clause or the event below a word of saying that is denied: `The army did not say that
    rebels had taken the town`, `did not mention the raid`. Silence tells nothing. A clause that
    tells when or why stands as a fact even so."""
    for word in parse.within(*span):
        if not _is_unsaid(parse, word):
            continue
        clause = _told_below(parse, word)
        if clause is None:
            continue
        opener = next((w for w in parse.within(*parse.span(clause.i)) if w.i > word.i), clause)
        asked = opener.is_wh and opener.lower not in _OPENERS
        if not asked:
            return parse.span(clause.i)
    return None


def _is_unsaid(parse: Parse, word: Word) -> bool:
    """Whether a word tells that something is not said: `did not say`, `gave no details`."""
    if word.is_noun:
        told = load_cues().noun(word.lemma) or word.lemma in cue_words("silence_nouns")
        there = word.rel == "nsubj" and word.lemma in cue_words("report_nouns")
        return bool(told) and (word.rel == "obj" or there) and CONDITIONS["no"](parse, word)
    if not word.is_verb or word.lemma in cue_words("silent_verbs"):
        return False
    entry = load_cues().verb(word.lemma)
    speaks = entry is not None and entry.speech and entry.frames != _HANDED_OUT
    return speaks and is_negated(parse, word)


def _told_below(parse: Parse, word: Word) -> Word | None:
    """The head of what a word tells: a clause, an event, or what a preposition of its own brings
    (`did not warn of the raid`)."""
    entry = load_cues().verb(word.lemma) if word.is_verb else None
    ways = [w for path in _UNSAID for w in path.words(parse, word)]
    brought = [
        w
        for w in parse.children(word.i, "obl")
        if entry and any(p.lower in entry.frames for p in parse.children(w.i, "case"))
    ]
    return next((w for w in (*ways, *brought) if w.i > word.i), None)


def find_hidden_clause(parse: Parse, span: Span) -> Attribution | None:
    """The clause inside the narrator's words that somebody says or thinks, nobody knows who."""
    for opener in parse.within(*span):
        verb = parse.words[opener.head]
        if opener.lower not in _OPENERS or not _opens(parse, opener, verb):
            continue
        above = parse.head(verb)
        entry = _entry(above) if above is not None and verb.rel in _CLAUSES else None
        if entry is None or above is None or not span[0] <= above.start < span[1]:
            continue
        if above.is_adjective and _is_impersonal(parse, above):
            continue  # `it is not clear whether …` is what the narrator says
        end = min(span[1], parse.span(verb.i)[1])
        content = trim_clause(parse, opener.start, end)
        if content is not None and above.i < opener.i:
            return _nobodys(parse, content, above, entry, opener)
    return None


def _is_impersonal(parse: Parse, word: Word) -> bool:
    return parse.child(word.i, "expl") is not None or first(parse, word, (_VOICE,)) is None


def _opens(parse: Parse, opener: Word, verb: Word) -> bool:
    """Whether a "that" or "whether" opens a whole clause; a relative is a part of its own."""
    parts = parse.children(verb.i, "obj", "obl", "xcomp", "ccomp")
    return opener.rel == "mark" or any(w.i > verb.i for w in parts if verb.i > opener.i)


def _nobodys(
    parse: Parse, content: Span, word: Word, entry: VerbCue | NounCue, opener: Word
) -> Attribution:
    """The clause as an attribution; a verb that is told as a fact may have a subject who speaks."""
    told = word.is_verb and not is_withheld(parse, word)
    source = first(parse, word, (_SPEAKER,)) if told else None
    return Attribution(
        content=(content,),
        cue=(word.start, word.end),
        source=None if source is None else noun_phrase(parse, source, word),
        lemma=word.lemma,
        rule="nobody",
        unit=word.sentence,
        cue_word=word.i,
        stance="doubts" if opener.lower == "whether" else entry.stance,
        hedged=entry.hedged,
        clause=(word.start, opener.start),
    )


def _entry(word: Word) -> VerbCue | NounCue | None:
    """What is known of a word of saying, thinking or showing that takes a clause."""
    cues = load_cues()
    if word.is_verb:
        verb = cues.verb(word.lemma)
        return verb if verb is not None and verb.frames & {"ccomp", "wh"} else None
    named = cues.noun(word.lemma) if word.is_noun else cues.adjective(word.lemma)
    return named if named is not None and "that" in named.frames else None
