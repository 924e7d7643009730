"""Contents that are phrases: `claimed advances`, `vowed to …`, `accused the army of …`."""

from __future__ import annotations

from itertools import pairwise

from counterclaim.extraction.attribution.boundaries import content_end
from counterclaim.extraction.attribution.cues import Cue, particle_of
from counterclaim.extraction.attribution.making import PREPOSITIONS, make, source_left
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.attribution.nouns import is_people
from counterclaim.extraction.grammar.conditions import is_event
from counterclaim.extraction.grammar.report_words import saying
from counterclaim.extraction.grammar.spans import is_day, noun_phrase, trim
from counterclaim.extraction.grammar.words import OPENING, opens_noun_phrase
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_OBJECTS = ("obj", "iobj")


def infinitive(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """`claimed to have taken …`, `vowed to …`, `is said to have …`, `told people to leave`."""
    after = parse.behind(cue.word, unit[1])
    doing = _doing(parse, cue, cues, unit, after)
    if doing is not None:
        return doing
    frames = "xcomp" in cue.entry.frames or "addressee" in cue.entry.frames
    if not frames and not (cue.passive and cue.lemma in cue_words("passive_reports")):
        return None
    start = _infinitive_start(parse, cue, after)
    if start is None:
        return None
    content = trim(parse.text, start, content_end(parse, cue, cues, start, unit))
    source, clause = source_left(parse, cue, start)
    told = source is not None or (cue.passive and cue.lemma in cue_words("passive_reports"))
    if content is None or not told:
        return None  # `were ordered to leave`: what happened to them
    pieces: tuple[Span, ...] = (content,)
    if cue.passive and cue.subject is not None and cue.lemma != "tell":
        pieces = (noun_phrase(parse, cue.subject, cue.word), content)
    return make(parse, cue, pieces, source, "infinitive", unit, clause=clause)


def _infinitive_start(parse: Parse, cue: Cue, after: list[Word]) -> int | None:
    """Where the infinitive that the cue governs begins; others are passed over."""
    for w in after[:14]:
        if w.is_finite and parse.child(w.i, "case") is None:  # `through its media arm`
            return None
        verb = parse.words[w.head]
        if not w.is_to or verb.i <= w.i or not verb.is_verb:
            continue
        governor = parse.head(verb)
        elsewhere = (
            governor is not None
            and governor.i > cue.word.i
            and governor.rel not in _OBJECTS
            and (cue.agent is None or governor.i != cue.agent.i)  # `is said by aides to have left`
        )
        below = governor if governor is not None and verb.rel == "xcomp" else verb
        aside = elsewhere and below.rel in ("acl", "advcl")  # `while planning to hold the hill`
        if not aside and not _is_brought(parse, cue, w):
            return w.start
    return None


def _is_brought(parse: Parse, cue: Cue, marker: Word) -> bool:
    """Whether a preposition of the cue's brings the doing that an infinitive belongs to: `accused
    them of trying to leave`."""
    preposition, doing = parse.words[max(marker.i - 2, 0) : marker.i]
    return doing.is_present_participle and preposition.lower in cue.entry.frames


def _doing(
    parse: Parse, cue: Cue, cues: list[Cue], unit: Span, after: list[Word]
) -> Attribution | None:
    """`denied shelling civilian areas`, `reported hitting a depot`, `described living in tents`."""
    if not after or not after[0].is_present_participle or not _takes_doing(parse, cue, after[0]):
        return None
    start = after[0].start
    content = trim(parse.text, start, content_end(parse, cue, cues, start, unit))
    source, clause = source_left(parse, cue, start)
    if content is None or source is None:
        return None
    return make(parse, cue, (content,), source, "infinitive", unit, clause=clause)


def _takes_doing(parse: Parse, cue: Cue, doing: Word) -> bool:
    """Whether a verb's own -ing is what is said; not `reported continuing attacks`, `said hitting
    it was right`."""
    if cue.passive or cue.entry.stance_in("xcomp") == "denies":
        return not cue.passive
    tells = cue.entry.speech and not cue.entry.documents
    free = doing.rel not in ("amod", "compound", "nsubj", "csubj")
    named = cue.lemma in cue_words("event_objects", "recalling_verbs")
    return tells and free and (named or cue.entry.stance_in("obj") == "confirms")


def preposition_phrase(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """`described the raid as …`, `accused the army of shelling …`, `called on both sides to …`."""
    allowed = [p for p in PREPOSITIONS if p in cue.entry.frames]
    if not allowed or cue.subject is None or (cue.passive and cue.agent is None):
        return None
    after = parse.behind(cue.word, unit[1])
    if not after:
        return None
    marker = next(
        (w for w, x in pairwise(after[:21]) if w.lower in allowed and not is_day(x)), None
    )
    if cue.lemma in cue_words("naming_verbs") and (marker is None or marker is not after[0]):
        marker = _name_given(parse, cue, after) or marker
    if marker is None or _governs_clause(after[: after.index(marker)]):
        return None
    if _leads_elsewhere(parse, cue.word, marker):
        return None
    start = (
        after[0].start
        if marker.i > after[0].i
        else (after[1].start if len(after) > 1 else marker.end)
    )
    content = trim(parse.text, start, content_end(parse, cue, cues, start, unit))
    if content is None:
        return None
    source, clause = source_left(parse, cue, start)
    if source is None:
        return None
    frame = marker.lower if marker.lower in allowed else "as"
    pieces: tuple[Span, ...] = (content,)
    if cue.passive:  # `The raid was described by the mayor as a massacre`
        pieces = (noun_phrase(parse, cue.subject, cue.word), (marker.start, content[1]))
    return make(parse, cue, pieces, source, f"{frame} phrase", unit, clause=clause)


def _leads_elsewhere(parse: Parse, verb: Word, marker: Word) -> bool:
    """Whether a preposition leads to where words stand (`writing on Telegram, warned …`) or to
    another word of saying (`was quoted as saying`), not to what they are about."""
    governed = parse.head(marker)
    behind = parse.words[marker.i + 1 : marker.i + 2]
    says = bool(behind) and behind[0].is_present_participle and saying(behind[0]) is not None
    channel = governed is not None and governed.lemma in cue_words("channel_nouns")
    channel = channel and verb.is_present_participle
    return (channel and marker.lower == "on") or (marker.lower == "as" and says)


def _governs_clause(words: list[Word]) -> bool:
    """Whether a finite verb stands there outside a relative clause between commas: not in `accused
    the duke, who had fled, | of treason`."""
    relative = False
    for before, word in pairwise(words):
        relative = (before.text == "," and word.is_wh) or (relative and word.text != ",")
        if word.is_finite and not relative:
            return True
    return bool(words) and words[0].is_finite


def _name_given(parse: Parse, cue: Cue, after: list[Word]) -> Word | None:
    """Where `called the strike a war crime`, `called it “absurd”` give the name: at a quotation
    mark, at a predicate of the object, or at the second noun phrase behind a pronoun."""
    quoted = next((w for w in after[1:14] if w.text in OPENING), None)
    if quoted is not None:
        return quoted
    for c in parse.children(cue.word.i, "xcomp"):
        first = parse.subtree(c.i)[0]
        if (
            (c.is_adjective or c.is_noun or c.is_past_participle)
            and first.i > after[0].i
            and not first.is_to
        ):
            return first
    pronoun = (after[0].is_pronoun and not after[0].is_owner) or after[0].lower in ("this", "that")
    if pronoun and len(after) > 2 and opens_noun_phrase(after[1]):
        return after[1]
    return None


def noun_object(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """`claimed advances`, `confirmed Russian attacks on …`, `denied the report`, `disputes
    this`."""
    if "obj" not in cue.entry.frames or cue.passive or not _takes_events(parse, cue):
        return None
    source, _ = source_left(parse, cue, cue.word.end)
    if source is None:
        return None
    head = _relative_object(parse, cue)
    if head is not None:
        content = trim(parse.text, *_before_relative(parse, cue, head))
        rule, clause = "relative object", _claiming(parse, cue, unit)
    else:
        content = _object_words(parse, cue, cues, unit)
        rule, clause = "object", (unit[0], cue.word.end)
    if content is None:
        return None
    return make(parse, cue, (content,), source, rule, unit, clause=clause, noun=True)


def _object_words(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Span | None:
    """The cue's object: a noun phrase of two words or more, or a pronoun that takes up a claim."""
    head = next((w for w in parse.children(cue.word.i, "obj") if w.i > cue.word.i), None)
    taken = parse.words[
        cue.word.i
    ]  # `troops claimed advances` with the verb taken for an adjective
    if head is None and taken.rel == "amod" and taken.head > taken.i:
        head = parse.words[taken.head]
    if head is None and taken.is_noun:  # `The agency reports clashes`, taken for a plural
        end = content_end(parse, cue, cues, cue.word.end, unit)
        return trim(parse.text, cue.word.end, end)
    said = _last_of_verb(parse, cue, dated=head is None)
    if head is None and said is not cue.word:
        head = _noun_behind(parse, said)
    if head is None and cue.entry.documents:
        return _shown(parse, cue, cues, unit)
    if head is None or (cue.entry.particle and is_people(head)):
        return None  # `pushed back the troops`
    if _takes_up(cue, head):
        return head.start, head.end
    words = _without_apposition([w for w in parse.subtree(head.i) if w.i > said.i])
    bare = (
        len(words) == 1 and is_event(parse, head) and cue.lemma == "report"
    )  # `reported explosions | in the night`
    last = unit[1] if cue.entry.documents or bare else words[-1].end
    end = content_end(parse, cue, cues, words[0].start, (unit[0], last))
    content = trim(parse.text, words[0].start, end)
    named = head.is_noun or head.lower in cue_words("anaphoric_nouns")  # `rejected that claim`
    named = named or cue.entry.documents  # `Footage shows them entering the hall`
    if content is None or not named or len(parse.within(*content)) < 2:
        return None
    return content


def _last_of_verb(parse: Parse, cue: Cue, *, dated: bool) -> Word:
    """The verb, or its particle, or the last word of "on Monday" right behind them."""
    particle = particle_of(parse, cue.word) if cue.entry.particle else None
    beside = particle is not None and particle.i == cue.word.i + 1
    last = particle if particle is not None and beside else cue.word
    return _day_behind(parse, last) if dated else last


def _shown(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Span | None:
    """What pictures show, whatever the tree makes of it: `Photographs show the bridge in ruins`."""
    behind = parse.behind(cue.word, unit[1])
    if not behind or not opens_noun_phrase(behind[0]):
        return None
    start = behind[0].start
    return trim(parse.text, start, content_end(parse, cue, cues, start, unit))


def _day_behind(parse: Parse, verb: Word) -> Word:
    """The last word of "on Monday" right behind a verb, else the verb."""
    behind = parse.words[verb.i + 1 : verb.i + 3]
    dated = len(behind) == 2 and behind[0].lower == "on" and is_day(behind[1])
    return behind[1] if dated else verb


def _noun_behind(parse: Parse, word: Word) -> Word | None:
    """The head of the noun phrase right behind a word: "control" in `on Monday control of …`."""
    first = next(iter(parse.words[word.i + 1 : word.i + 2]), None)
    while first is not None and not first.is_noun:
        above = parse.head(first)
        first = above if above is not None and above.i > word.i else None
    return first


def _without_apposition(words: list[Word]) -> list[Word]:
    """`advances into Lyman, the centre of the battle`: the apposition is not claimed."""
    for k, w in enumerate(words[:-1]):
        if k and w.text == "," and (words[k + 1].is_wh or words[k + 1].is_determiner):
            return words[:k]
    return words


def _claiming(parse: Parse, cue: Cue, unit: Span) -> Span:
    """From a relative clause's cue to the end of its own phrases: `claimed in early January`."""
    behind = parse.behind(cue.word, unit[1])
    end = next((w.start for w in behind if w.is_finite or w.text in (",", ";")), unit[1])
    return cue.word.start, end


def _takes_up(cue: Cue, head: Word) -> bool:
    """`Officers dispute this`: a pronoun stands for the claim before it."""
    return head.lower in ("this", "it", "that") and cue.entry.stance_in("obj") != "asserts"


def _takes_events(parse: Parse, cue: Cue) -> bool:
    """Verbs whose noun object is a claim by itself: `denied`, `confirmed`, `expected`, `claimed`;
    and `show`, `reveal` of what bears witness (`Satellite images show burnt vehicles`)."""
    entry = cue.entry
    if entry.stance_in("obj") != "asserts":
        return entry.speech or _expects(parse, cue)
    if entry.documents:
        return cue.subject is not None and _is_evidence(cue.subject)
    return entry.speech and entry.lemma in cue_words("event_objects")


def _expects(parse: Parse, cue: Cue) -> bool:
    """Whether somebody thinks of what is to happen: `feared a raid`, not `expected more troops`."""
    awaited = parse.children(cue.word.i, "obj")
    return cue.entry.stance_in("obj") == "predicts" and any(is_event(parse, w) for w in awaited)


def _is_evidence(word: Word) -> bool:
    """Whether a word, which may open a sentence and be taken for a name, is what bears witness."""
    return bool({word.lemma, word.lower.removesuffix("s")} & cue_words("evidence_nouns"))


def _before_relative(parse: Parse, cue: Cue, head: Word) -> Span:
    """From the noun's first word to the relative pronoun before the cue's subject."""
    start = min(w.start for w in parse.subtree(head.i) if w.i <= head.i)
    pronoun = next(
        w for w in parse.within(head.end, cue.word.start) if w.lower in word_class("of_things")
    )
    return start, pronoun.start


def _relative_object(parse: Parse, cue: Cue) -> Word | None:
    """`the breach at Soledar, further north, that Russia claimed`: the noun that a relative clause
    with the cue hangs on; read from the words, because such clauses are often attached wrongly."""
    subject = cue.subject
    if (
        subject is None
        or subject.head != cue.word.i
        or subject.i > cue.word.i
        or not cue.word.is_finite
    ):
        return None
    first = parse.within(*noun_phrase(parse, subject, cue.word))[0]
    marker = parse.words[first.i - 1] if first.i else None
    if marker is None or marker.lower not in word_class("of_things"):
        return None
    if cue.word.rel == "ccomp" and marker.rel == "mark":
        return None  # `told a reporter that one of them recognised him`
    for w in reversed(parse.before(marker)):
        if w.is_finite:
            return None
        if w.is_common and parse.child(w.i, "case") is None and w.rel != "compound":
            return w
    return None


def quoting_fragment(parse: Parse, cue: Cue, cues: list[Cue], unit: Span) -> Attribution | None:
    """`said Lyman under “growing” pressure`: a content that lost its verb, or whose verb was taken
    for a noun; words in quotation marks or its length show that it is one."""
    if cue.lemma != "say" or cue.passive or cue.subject is None or cue.subject.i > cue.word.i:
        return None
    content = trim(parse.text, cue.word.end, content_end(parse, cue, cues, cue.word.end, unit))
    if content is None or len(parse.within(*content)) < 4:
        return None
    quoted = any(mark in parse.text[content[0] : content[1]] for mark in '“"«')
    if not quoted and not _is_long(cue, parse.within(*content)):
        return None
    source, clause = source_left(parse, cue, content[0])
    if source is None:
        return None
    return make(parse, cue, (content,), source, "fragment", unit, clause=clause)


def _is_long(cue: Cue, words: list[Word]) -> bool:
    """Whether words right behind "say" are too many for `said the same`, `said a word about it`."""
    return (
        len(words) > 5
        and words[0].i == cue.word.i + 1
        and opens_noun_phrase(words[0])
        and not is_day(words[0])
        and "same" not in {w.lower for w in words[:3]}
        and any(w.is_plural or w.is_verb for w in words[1:])
    )
