"""Contents that are clauses to the right of the cue: `said (that) …`, `was quoted as saying …`."""

from __future__ import annotations

from counterclaim.extraction.attribution.boundaries import content_end, is_fronted, with_left_part
from counterclaim.extraction.attribution.cues import Cue
from counterclaim.extraction.attribution.making import make, source_left
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.grammar.clauses import is_relative_clause
from counterclaim.extraction.grammar.spans import is_day, noun_phrase, trim_clause
from counterclaim.extraction.grammar.words import (
    OPENING,
    is_that,
    opens_new_phrase,
    opens_noun_phrase,
)
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_REACH = 24
_HEARD = 8
_OPENERS = ("that", "whether", "how", "why")


def quoted_as_saying(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """`was quoted by Interfax as saying (that) …`: the subject is the source, the agent a relay."""
    if cue.lemma not in cue_words("quoting_verbs"):
        return None
    after = parse.behind(cue.word, unit[1])
    for k, w in enumerate(after[:-1]):
        if w.lower == "as" and after[k + 1].lower in cue_words("quoted_doing"):
            saying = after[k + 1]
            start = _behind_adjunct(parse, cue, saying.end, unit)
            content = trim_clause(parse, start, unit[1])
            subject = cue.subject
            if not cue.passive:
                subject = parse.child(cue.word.i, "obj") or subject
            agent = cue.subject if not cue.passive else cue.agent
            relays = (noun_phrase(parse, agent),) if agent is not None else ()
            if content and subject is not None:
                return make(
                    parse,
                    cue,
                    (content,),
                    noun_phrase(parse, subject, cue.word),
                    "quoted as saying",
                    unit,
                    relays=relays,
                )
    return None


def clause_right(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """`said (that) …`: a clause to the right of the cue."""
    if not cue.entry.frames & {"ccomp", "wh"} or _is_said_to(parse, cue, unit):
        return None
    start = _right_clause_start(parse, cue, unit)
    if start is None:
        return None
    start = _behind_adjunct(parse, cue, start, unit)
    if is_fronted(parse, cue) and "," in parse.text[cue.word.end : start]:
        return None  # `Responding to the raid, Kyiv said …`: the main clause is no content
    if _says_when(parse, cue, start):
        return None
    source, clause = source_left(parse, cue, start)
    if source is None and not _speaks_for_nobody(parse, cue):
        return None
    end = content_end(parse, cue, cues, start, unit)
    content = trim_clause(parse, start, end)
    if content is None or len(parse.text[content[0] : content[1]].split()) < 2:
        return None
    pieces = with_left_part(parse, cue, content, unit)
    return make(parse, cue, pieces, source, "clause", unit, clause=clause)


def _is_said_to(parse: Parse, cue: Cue, unit: Span) -> bool:
    """`is said to have left, although aides say it stayed`: what is said is the infinitive."""
    behind = parse.behind(cue.word, unit[1])[:1]
    return cue.passive and bool(behind) and behind[0].is_to


def _says_when(parse: Parse, cue: Cue, start: int) -> bool:
    """Whether what follows a cue is no content but says when: `responding after rebels left`."""
    first = next(iter(parse.within(start, parse.sentences[cue.word.sentence].end)), None)
    if first is None or first.lower not in word_class("afterwards", "other_times"):
        return False
    return parse.words[first.head].rel == "advcl" and not parse.children(cue.word.i, "ccomp")


def _speaks_for_nobody(parse: Parse, cue: Cue) -> bool:
    """Whether a cue reports without a source: `saying …`, `It was announced that …`, `is believed
    to …`; but not `was convinced that …`, `is considered …`."""
    if not cue.passive:
        behind = parse.words[cue.word.i + 1 : cue.word.i + 2]
        opened = cue.lemma == "say" or any(w.lower in _OPENERS for w in behind)
        return opened and (cue.word.is_base or cue.word.is_present_participle)
    subject = cue.subject or parse.child(cue.word.i, "expl")
    impersonal = subject is not None and subject.lower == "it" and cue.entry.speech
    return impersonal or cue.lemma in cue_words("passive_reports")


def _right_clause_start(parse: Parse, cue: Cue, unit: Span) -> int | None:
    """Where the clause after the cue begins: at "that" or a question word, at a clausal dependant,
    or at a subject whose verb follows it; only adjuncts and an addressee may stand between."""
    after = parse.behind(cue.word, unit[1])[:_REACH]
    starts: list[int] = []
    for k, w in enumerate(after):
        if _opens_clause(cue, w, k) and _only_adjuncts(parse, cue, after[:k]):
            starts.append(w.start)
            break
        if w.is_finite:
            break
    if "ccomp" not in cue.entry.frames:
        return min(starts, default=None)
    hearers = (w for w in parse.children(cue.word.i, "iobj", "obj") if _hears(cue, w))
    heard = {w.i for hearer in hearers for w in parse.subtree(hearer.i)}
    for c in parse.children(cue.word.i, "ccomp"):
        if _lacks_subject(parse, cue, c):
            continue  # `the breach that Russia claimed played a role`: not what is claimed
        first = _with_stray_subject(
            parse, cue, c, max(min(w.start for w in parse.subtree(c.i)), cue.word.end)
        )
        between = [w for w in after if w.start < first and w.i not in heard]
        if c.i > cue.word.i and _only_adjuncts(parse, cue, between):
            starts.append(first)
    subject = _following_subject(parse, cue, after)
    if subject is not None:
        starts.append(subject)
    if starts:
        return min(starts)
    return _late_that(parse, cue, after) or _bare_clause(cue, after) or _told(parse, cue, after)


def _lacks_subject(parse: Parse, cue: Cue, clause: Word) -> bool:
    """Whether a finite clause has no subject; right behind "say" notes leave it out (`Army says
    holds the hill`)."""
    own = parse.child(clause.i, "nsubj", "expl", "csubj") is not None
    in_note = cue.lemma == "say" and clause.i == cue.word.i + 1
    return clause.is_finite and not (own or in_note)


def _told(parse: Parse, cue: Cue, after: list[Word]) -> int | None:
    """`told Reuters it was leaving`, `told them the road was closed`: an addressee, then a clause
    with its subject, and nothing subordinate."""
    if "addressee" not in cue.entry.frames or cue.passive or not after:
        return None
    for k, w in enumerate(after[:16]):
        if _is_subordinate(w) or w.text in ",;:-–—" or w.is_to:
            return None
        if not w.is_finite or k < 2:
            continue
        subject = parse.child(w.i, "nsubj", "expl")
        if after[k - 1].is_pronoun:
            return after[k - 1].start
        if subject is not None and after[0].i < subject.i < w.i:
            start = min(x.start for x in parse.subtree(subject.i))
            return start if start > after[0].start else None
        return None
    return None


def _is_subordinate(w: Word) -> bool:
    return w.lower in cue_words("conjunctions", "question_words")


def _bare_clause(cue: Cue, after: list[Word]) -> int | None:
    """`say Moscow's claims obscure the losses`, `suggested its main role is over`: a clause whose
    tree went astray shows by its finite verb, with nothing subordinate before it. Verbs that take
    no object (`say`, `insist`) govern whatever follows them."""
    if cue.passive or not cue.entry.speech:
        return None
    if (
        not after
        or not (opens_noun_phrase(after[0]) or after[0].is_present_participle)
        or "addressee" in cue.entry.frames
    ):
        return None
    free = not cue.entry.frames & {"obj", "xcomp"}
    for k, w in enumerate(after):
        if _is_subordinate(w) or w.text in ";:" or (w.text in ",-–—" and not free):
            return None
        if w.is_finite and k:
            joined = next((x for x in reversed(after[:k]) if not (x.is_adverb or x.is_modal)), w)
            linked = joined.is_conjunction or joined.text in (",", "--")
            return after[0].start if free or not linked else None
    return None


def _behind_adjunct(parse: Parse, cue: Cue, start: int, unit: Span) -> int:
    """`said on Saturday they had left`, `told the agency that …`: a day or an addressee that was
    taken for the head of the content belongs to the cue."""
    words = parse.within(start, unit[1])
    hears = "addressee" in cue.entry.frames
    for k, w in enumerate(words[: 14 if hears else 8]):
        if w.is_finite or w.text in (",", ";"):
            break
        if k and is_that(w):
            if not hears and w.rel == "nsubj" and is_relative_clause(parse, parse.words[w.head]):
                break  # `said a skirmish that left ten men dead took place`
            return w.start
    lead = 2 if words and words[0].lower in word_class("before_a_day") else 1
    if len(words) > lead + 2 and words[0].start > cue.word.end and is_day(words[lead - 1]):
        tail = words[lead:]
        if tail[0].lower in cue_words("time_nouns"):
            tail = tail[1:]
        if opens_noun_phrase(tail[0]) or tail[0].is_preposition:
            return tail[0].start
    return _behind_addressee(cue, words) if hears and words else start


def _behind_addressee(cue: Cue, words: list[Word]) -> int:
    """`told Reuters the drones had hit …`, `told reporters it was over`: a name, or a plural
    without an article, right behind the cue hears when another noun phrase opens after it; and so
    does all before a mark of quotation (`told the daily Al-Noor “we held”`)."""
    heard = 0
    quoted = next((k for k, w in enumerate(words[:_HEARD]) if w.text in OPENING), 0)
    before = words[:quoted]
    clause = any(w.is_finite or w.lower in _OPENERS for w in before)
    if before and before[-1].is_noun and not clause:
        return words[quoted].start
    if words[0].i == cue.word.i + 1:
        named = (k for k, w in enumerate(words) if not w.is_proper)
        heard = next(named, 0) or int(words[0].is_plural)
    opens = heard and heard < len(words) and opens_new_phrase(words[heard])
    return words[heard if opens else 0].start


def _with_stray_subject(parse: Parse, cue: Cue, clause: Word, first: int) -> int:
    """`conceded Russia had gained`: the clause's subject is easily taken for an object of the
    cue."""
    if "addressee" in cue.entry.frames or parse.child(clause.i, "nsubj") is not None:
        return first
    for w in parse.children(cue.word.i, "iobj", "obj"):
        start, end = parse.span(w.i)
        if cue.word.i < w.i < clause.i and parse.text[end:first].strip() == "":
            return start
    return first


def _late_that(parse: Parse, cue: Cue, after: list[Word]) -> int | None:
    """`said after the raid that its troops …`: "that" behind a phrase is easily taken for a
    relative pronoun; a subject right behind it tells that it is not."""
    for k, w in enumerate(after[: 14 if "addressee" in cue.entry.frames else 9]):
        if (
            w.lower == "that"
            and k
            and k + 1 < len(after)
            and (opens_new_phrase(after[k + 1]) or after[k + 1].is_proper)
        ):
            return w.start if _only_adjuncts(parse, cue, after[:k]) else None
        if w.is_finite:
            return None
    return None


def _opens_clause(cue: Cue, w: Word, position: int) -> bool:
    if w.lower == "that":
        return (
            w.is_preposition
            or w.rel == "mark"
            or (position == 0 and (w.is_determiner or w.is_relative) and w.rel in ("nsubj", "obj"))
        )
    if w.lower in ("whether", "how", "why", "what", "where", "who") and "wh" in cue.entry.frames:
        return position == 0 or w.rel in ("mark", "advmod")
    return w.lower == "if" and w.rel == "mark" and position == 0


def _only_adjuncts(parse: Parse, cue: Cue, between: list[Word]) -> bool:
    """Whether nothing but adverbs, days, phrases with a preposition, an addressee or an inverted
    subject stands between a cue and its clause; a clause behind "and" is the next one."""
    if between and between[-1].is_conjunction:
        return False
    for w in between:
        if w.is_finite or w.text in (";", ":"):
            return False
        if not (w.is_noun or w.is_pronoun) or w.rel in (
            "compound",
            "flat",
            "nmod",
            "appos",
            "conj",
        ):
            continue
        if (
            is_day(w)
            or w.lemma in cue_words("time_nouns")
            or parse.child(w.i, "case") is not None
            or _in_phrase(parse, w)
        ):
            continue
        if w.head == cue.word.i and (w.rel == "nsubj" or "addressee" in cue.entry.frames):
            continue
        if "addressee" in cue.entry.frames and w.i - cue.word.i <= 5:
            continue
        return False
    return True


def _in_phrase(parse: Parse, w: Word) -> bool:
    head = parse.head(w)
    return head is not None and head.i > w.i and parse.child(head.i, "case") is not None


def _following_subject(parse: Parse, cue: Cue, after: list[Word]) -> int | None:
    """The start of a bare clause: the first subject (not the cue's own) with a finite verb
    behind."""
    for w in after:
        if w.text == ";":
            return None
        if w.rel not in ("nsubj", "expl", "csubj") or w.head == cue.word.i or w.is_relative:
            continue
        verb = parse.words[w.head]
        if verb.i < cue.word.i or is_relative_clause(parse, verb):
            continue
        if _is_subordinate_to(parse, cue.word, verb):
            return None
        start = max(min(x.start for x in parse.subtree(w.i)), cue.word.end)
        start = _take_fronted(parse, cue, start, after)
        return start if _only_adjuncts(parse, cue, [x for x in after if x.start < start]) else None
    return None


def _is_subordinate_to(parse: Parse, word: Word, verb: Word) -> bool:
    """Tell `while the militia claimed …, the army denied` from what the militia claimed."""
    marks = {w.lower for w in parse.children(word.i, "mark")}
    return bool(marks & word_class("opposing")) and any(
        above.i == verb.i for above in parse.ancestors(word)
    )


def _take_fronted(parse: Parse, cue: Cue, start: int, after: list[Word]) -> int:
    """An adverbial between the cue and the subject belongs to the content when a comma closes it
    (`said in the past days, the enemy …` is too rare to tell; the cue keeps it)."""
    between = [w for w in after if w.start < start]
    if between and between[0].lower in cue_words("conjunctions", "fronted_prepositions"):
        return between[0].start
    if (
        between
        and between[0].rel in ("advmod", "det", "amod", "nummod")
        and not is_day(between[0])
        and not any(w.text in (",",) for w in between[:1])
    ):
        head = parse.words[between[0].head]
        if head.i > cue.word.i and not _hears(cue, head):
            return between[0].start
    return start


def _hears(cue: Cue, word: Word) -> bool:
    """Whether a word is who is told what follows: `told local leaders the town had fallen`."""
    told = "addressee" in cue.entry.frames and cue.entry.stance_in("ccomp") == "asserts"
    return told and word.head == cue.word.i and word.rel in ("iobj", "obj")
