"""Verb cues and whose they are: the verbs of a text that may report, with their subjects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile

from counterclaim.extraction.attribution.carriers import Carried, find_carrier
from counterclaim.extraction.attribution.mistagged import as_verb
from counterclaim.extraction.attribution.subjects import (
    find_subject,
    name_on_the_left,
    quoted_one,
)
from counterclaim.extraction.attribution.word_order import phrase_beside, phrase_on_the_left
from counterclaim.extraction.grammar.clauses import is_relative_clause
from counterclaim.extraction.grammar.mood import is_negated
from counterclaim.extraction.grammar.voice import agent_of
from counterclaim.extraction.grammar.words import PAUSES
from counterclaim.knowledge.cue_words import cue_words, mood
from counterclaim.knowledge.cues import VerbCue, load_cues
from counterclaim.knowledge.frames import THAT
from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_ONLY = frozenset({"only", "merely"})
_UNSAID = frozenset({"of", "without", "from"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb in its clause. `phrase` is the source read from the words on the left, where the
    tree has no subject."""

    word: Word
    entry: VerbCue
    subject: Word | None
    passive: bool
    agent: Word | None
    negated: bool
    phrase: Span | None = None

    @property
    def lemma(self) -> str:
        return self.entry.lemma


def find_verb_cues(parse: Parse) -> list[Cue]:
    """The verbs of the text that may report speech, with their subjects."""
    out: list[Cue] = []
    for word in map(partial(as_verb, parse), parse.words):
        entry, carried = _entry(parse, word), _carried(parse, word)
        if entry is None:
            continue
        if carried is not None:
            out.append(_carry(word, entry, carried))
            continue
        subject, passive = find_subject(parse, word)
        if passive or not _is_reduced(parse, word):
            out.append(_make_cue(parse, out, word, entry, subject, passive))
    return out


def _carried(parse: Parse, word: Word) -> Carried | None:
    return find_carrier(parse, word) if word.is_base or word.is_present_participle else None


def _carry(word: Word, entry: VerbCue, carried: Carried) -> Cue:
    """The cue of a verb that another word makes a report: `was quick to say that …`."""
    if carried.stance is not None:
        entry = replace(entry, stance=carried.stance, stances=())
    return Cue(word, entry, carried.source, False, None, False)


def _entry(parse: Parse, word: Word) -> VerbCue | None:
    """The cue that a word is, or None where it is no verb that can report."""
    if not word.is_verb or word.rel in ("amod", "compound"):
        return None
    particle = particle_of(parse, word)
    entry = load_cues().verb(word.lemma, particle.lower if particle is not None else None)
    if entry is None or (entry.particle and particle is None):
        return None
    if not _is_told(parse, word) or _is_called(parse, word):
        return None
    if (
        entry.lemma in cue_words("quoting_verbs")
        and word.is_past_participle
        and not _as_follows(parse, word)
    ):
        return None
    if _asks_for_anonymity(parse, word, entry) or _withholds(parse, word, entry):
        return None
    if "addressee" in entry.frames and _is_addressed(parse, word):
        return None
    if entry.lemma in cue_words("acts_of_war") and entry.particle is None:
        told = {"quote", "ccomp"} if _says_that(parse, word) else {"quote"}
        return replace(entry, frames=entry.frames & told)
    return entry


def _says_that(parse: Parse, word: Word) -> bool:
    """Whether "that" right behind a verb opens what it says: `charged that rebels had fled`."""
    behind = parse.words[word.i + 1 : word.i + 2]
    return any(w.lower == THAT and w.rel == "mark" and w.head > w.i for w in behind)


def particle_of(parse: Parse, verb: Word) -> Word | None:
    """The particle of a verb; also one read as an adverb or a preposition, where the two together
    report (`hit back that …`, `shrugged off reports of …`)."""
    particle = parse.child(verb.i, "compound:prt")
    behind, after = [*parse.words[verb.i + 1 : verb.i + 3], None, None][:2]
    carries = after is not None and after.is_to  # `went on to say`
    if particle is not None or behind is None or carries or behind.sentence != verb.sentence:
        return particle
    cue = load_cues().verb(verb.lemma, behind.lower)
    return behind if cue is not None and cue.particle == behind.lower else None


def _is_told(parse: Parse, word: Word) -> bool:
    """Whether a form of a verb tells that something was said, by itself or by its carrier."""
    if word.is_base:
        told = _performed(parse, word) or _is_present(parse, word)
    else:
        told = not _is_unsaid(parse, word)
    return told or _carried(parse, word) is not None


def _is_unsaid(parse: Parse, word: Word) -> bool:
    """`the risk of saying that …`, `without saying that …`: nobody is told to have said it."""
    before = parse.words[word.i - 1] if word.i else None
    return word.is_present_participle and before is not None and before.lower in _UNSAID


def _is_addressed(parse: Parse, word: Word) -> bool:
    """`he said when asked about the raid`, `Asked why it fell, he said …`: who was asked, by nobody
    in particular, is in the main clause."""
    if not word.is_past or parse.children(word.i, "aux", "nsubj"):
        return False
    before = parse.words[word.i - 1] if word.i else None
    if (
        before is not None
        and before.sentence == word.sentence
        and before.lower in cue_words("asked_openers")
    ):
        return True
    return word.rel in ("advcl", "acl") and word.lower == "asked"


def _asks_for_anonymity(parse: Parse, word: Word, entry: VerbCue) -> bool:
    """`who spoke on condition of anonymity`, `asking not to be named`: about the source, no claim;
    `said on condition of anonymity that …` is one."""
    asks = "ccomp" not in entry.frames or entry.stance_in("xcomp") in ("demands", "denies")
    return asks and mood("anonymity").match(parse.text, word.end + 1) is not None


def _withholds(parse: Parse, word: Word, entry: VerbCue) -> bool:
    """`declined to comment`, `refused to say`: silence, of which a row says what it doubts."""
    kept = parse.child(word.i, "xcomp") if entry.stance_in("xcomp") == "denies" else None
    said = load_cues().verb(kept.lemma) if kept is not None and kept.is_base else None
    return said is not None and said.speech


def _is_called(parse: Parse, word: Word) -> bool:
    """`a leader better known as the Lion`: a name, and nothing that somebody knows."""
    behind = parse.words[word.i + 1 : word.i + 2]
    return word.lower in cue_words("called") and bool(behind) and behind[0].lower == "as"


def _make_cue(
    parse: Parse,
    before: list[Cue],
    word: Word,
    entry: VerbCue,
    subject: Word | None,
    passive: bool,
) -> Cue:
    if subject is None and not passive and word.is_finite and word.rel == "root":
        subject = name_on_the_left(parse, word)
    subject = quoted_one(parse, subject)
    agent = phrase = None
    if word.is_present_participle:
        shared, phrase = _voice_before(parse, before, word)
        subject = None if phrase else shared or subject
    elif subject is None and not passive and _is_joined(parse, word):
        beside = next((c for c in reversed(before) if _is_beside(c, word)), None)
        subject, phrase = (beside.subject, beside.phrase) if beside is not None else (None, None)
    if passive:
        agent = agent_of(parse, word)
    elif subject is None and phrase is None and entry.speech and _tells(parse, word):
        phrase = phrase_on_the_left(parse, word)
    elif subject is not None and word.is_finite and entry.speech and subject.i < word.i:
        phrase = phrase_beside(parse, word, subject)
    return Cue(word, entry, subject, passive, agent, _is_negated(parse, word), phrase)


def _tells(parse: Parse, verb: Word) -> bool:
    """Whether a verb tells a time by itself or with "has", or stands bare."""
    perfect = verb.is_past_participle and any(w.is_finite for w in parse.children(verb.i, "aux"))
    return verb.is_finite or verb.is_base or perfect


def _is_joined(parse: Parse, verb: Word) -> bool:
    """`He said it was too early but added …`: right behind a conjunction, or a semicolon in notes
    (`Army claims two hills; says …`)."""
    words = (w for w in reversed(parse.before(verb)) if not (w.is_adverb or w.is_adjective))
    before = next(words, None)
    return before is not None and (before.is_conjunction or before.text == ";")


def _is_beside(cue: Cue, word: Word) -> bool:
    known = cue.subject is not None or cue.phrase is not None
    told = cue.word.is_finite and cue.entry.speech and not cue.passive
    return known and told and cue.word.sentence == word.sentence


def _is_reduced(parse: Parse, verb: Word) -> bool:
    """`a report released last year found …`: a participle that describes its noun."""
    if not verb.is_past_participle or verb.rel == "conj" or parse.children(verb.i, "aux"):
        return False
    return verb.rel == "acl" or any(w.is_finite for w in parse.behind(verb))


def _as_follows(parse: Parse, verb: Word) -> bool:
    """`was quoted by Interfax as saying`; a bare `quoted by Interfax` only names the relay."""
    return any(w.lower == "as" for w in parse.words[verb.i + 1 : verb.i + 9])


def _performed(parse: Parse, verb: Word) -> bool:
    """Whether a bare infinitive reports: `did not say`, `could not confirm`, `can confirm`, `would
    only say`, but not `to say`, `will tell`."""
    helpers = {c.lower for c in parse.children(verb.i, "aux")}
    only = any(c.lower in _ONLY for c in parse.children(verb.i, "advmod"))
    if _able(parse, verb) is not None or (only and "to" not in helpers):
        return True
    negated = _is_negated(parse, verb)
    return bool(helpers & {"did", "does", "do", "can"}) or (negated and "to" not in helpers)


def _is_negated(parse: Parse, verb: Word) -> bool:
    """`did not confirm`, `was unable to verify`, `has not been able to verify`."""
    able = _able(parse, verb)
    if able is not None and able.lower == "unable":
        return True
    return is_negated(parse, able or verb)


def _able(parse: Parse, verb: Word) -> Word | None:
    """The "able" or "unable" that governs an infinitive."""
    governor = parse.head(verb)
    is_able = (
        governor is not None and governor.lower in word_class("abilities") and verb.rel == "xcomp"
    )
    return governor if is_able else None


def _is_present(parse: Parse, verb: Word) -> bool:
    """`Those close to him say that …`: a present tense that was taken for an infinitive has a
    plural right before it, and no auxiliary."""
    before = parse.words[verb.i - 1] if verb.i else None
    if before is None or before.sentence != verb.sentence or parse.children(verb.i, "aux", "mark"):
        return False
    subject = parse.child(verb.i, "nsubj")
    told = subject is not None and subject.is_plural and subject.i < verb.i
    beside = told or before.is_plural or before.is_pronoun or before.text in PAUSES
    return beside and verb.rel in ("root", "conj", "parataxis", "ccomp")


def _voice_before(
    parse: Parse, cues: list[Cue], participle: Word
) -> tuple[Word | None, Span | None]:
    """`She said …, adding that …`: a participle behind a comma shares the voice of the sentence, or
    of the quotation's half before it; without one it has the subject of the main clause (`The
    army withdrew its column, saying …`). It is the voice's subject, or its words."""
    before = parse.words[participle.i - 1] if participle.i else None
    if before is not None and before.is_adverb and before.i:
        before = parse.words[before.i - 1]
    if before is None or before.text not in (*PAUSES, '"', "”", "''"):
        return None, None
    told = any(w.rel == "root" and w.is_verb for w in parse.before(participle))
    here = participle.sentence
    near = takewhile(lambda c: _is_near(parse, c.word.sentence, here), reversed(cues))
    voices = [
        c
        for c in near
        if c.entry.speech
        and c.word.is_finite
        and not is_relative_clause(parse, c.word)
        and (not told or c.word.sentence == here)
    ]
    clause = _clause_before(parse, participle)
    if voices and (clause is None or clause.i < voices[0].word.i):
        return (None, None) if voices[0].passive else (voices[0].subject, voices[0].phrase)
    root = clause or next((w for w in parse.before(participle) if w.rel == "root"), None)
    if root is None:
        return None, None
    bare = root.is_noun and parse.child(root.i, "case") is None
    return parse.child(root.i, "nsubj") or (root if bare else None), None


def _clause_before(parse: Parse, participle: Word) -> Word | None:
    """The verb of the main clause that a participle hangs on, when it has its own subject: in
    `Residents complained, and the union has sued the city, saying …` the union says it."""
    governor = parse.head(participle)
    if governor is None or governor.i > participle.i or parse.child(governor.i, "nsubj") is None:
        return None
    main = governor if governor.rel != "conj" else parse.head(governor)
    return governor if main is not None and main.rel == "root" else None


def _is_near(parse: Parse, unit: int, here: int) -> bool:
    """Whether a unit is this one, or one of the two before it in the paragraph."""
    same = parse.sentences[unit].paragraph == parse.sentences[here].paragraph
    return unit == here or (same and 0 < here - unit <= 2)
