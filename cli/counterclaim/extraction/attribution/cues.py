"""Verb cues and whose they are: the verbs of a text that may report, with their subjects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from counterclaim.extraction.attribution.spans import is_day
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import VerbCue, load_cues
from counterclaim.language.tree import Parse, Word

FINITE = ("VBD", "VBZ", "VBP", "MD")
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb in its clause."""

    word: Word
    entry: VerbCue
    subject: Word | None
    passive: bool
    agent: Word | None
    negated: bool

    @property
    def lemma(self) -> str:
        return self.entry.lemma


_DEMONYM_ENDINGS = ("an", "ian", "ish", "ese", "ic", "al", "ed", "li", "qi", "ni", "ous", "y")


def find_verb_cues(parse: Parse) -> list[Cue]:
    """The verbs of the text that may report speech, with their subjects."""
    cues = load_cues()
    out: list[Cue] = []
    for word in map(partial(_as_past, parse), parse.words):
        if not word.tag.startswith("VB") or word.rel in ("amod", "compound"):
            continue
        particle = parse.child(word.i, "compound:prt")
        entry = cues.verb(word.lemma, particle.lower if particle is not None else None)
        if entry is None or (entry.particle and particle is None):
            continue
        if entry.lemma in cue_words("acts_of_war") and entry.particle is None:
            entry = replace(entry, frames=entry.frames & {"quote"})
        if word.tag == "VB" and not _performed(parse, word) and not _is_present(parse, word):
            continue
        if entry.lemma in ("quote", "cite") and word.tag == "VBN" and not _as_follows(parse, word):
            continue
        subject, passive = _subject(parse, word)
        if _is_reduced(parse, word) and not passive:
            continue
        if subject is None and not passive and word.tag in ("VBD", "VBZ") and word.rel == "root":
            subject = _name_on_the_left(parse, word)
        subject = _quoted_one(parse, subject)
        if word.tag == "VBG":
            subject = _voice_before(parse, out, word) or subject
        agent = (
            next((w for w in parse.children(word.i, "obl") if case_of(parse, w) == "by"), None)
            if passive
            else None
        )
        negated = any(c.lower in NEGATIONS for c in parse.children(word.i))
        out.append(Cue(word, entry, subject, passive, agent, negated))
    return out


def _quoted_one(parse: Parse, subject: Word | None) -> Word | None:
    """`A source quoted by the agency Sana said`: the source speaks, the agency relays."""
    if subject is None:
        return None
    before = [w for w in parse.sentence_words(subject.sentence) if w.i < subject.i]
    for w in reversed(before[-6:]):
        if w.is_verb and w.lemma not in ("quote", "cite"):
            return subject
        if w.lemma in ("quote", "cite") and parse.words[w.i + 1].lower == "by" and w.i:
            noun = parse.words[w.i - 1]
            return noun if noun.tag.startswith("N") else subject
    return subject


def _is_reduced(parse: Parse, verb: Word) -> bool:
    """`a report released last year found …`: a participle that describes its noun."""
    return verb.tag == "VBN" and verb.rel == "acl" and not parse.children(verb.i, "aux")


def _voice_before(parse: Parse, cues: list[Cue], participle: Word) -> Word | None:
    """`She said …, adding that …`: a participle behind a comma shares the voice of the sentence, or
    of the quotation's half before it; without one it has the subject of the main clause (`The
    army withdrew its column, saying …`)."""
    before = parse.words[participle.i - 1] if participle.i else None
    if before is not None and before.tag == "RB" and before.i:
        before = parse.words[before.i - 1]
    if before is None or before.text not in (",", "-", "–", "—", '"', "”", "''"):
        return None
    voices = [
        c
        for c in cues
        if c.entry.speech
        and c.word.tag in FINITE
        and not c.word.dep.endswith(":relcl")
        and _is_near(parse, c.word.sentence, participle.sentence)
    ]
    if voices:
        return None if voices[-1].passive else voices[-1].subject
    root = next((w for w in parse.sentence_words(participle.sentence) if w.rel == "root"), None)
    if root is None or root.i > participle.i:
        return None
    return parse.child(root.i, "nsubj")


def _is_near(parse: Parse, unit: int, here: int) -> bool:
    """Whether a unit is this one, or one of the two before it in the paragraph."""
    same = parse.sentences[unit].paragraph == parse.sentences[here].paragraph
    return unit == here or (same and 0 < here - unit <= 2)


def _as_past(parse: Parse, word: Word) -> Word:
    """The word, or, where a past tense was taken for a participle (`The council confirmed that …`),
    the word as the sentence's verb: a noun phrase opens the sentence and runs up to it, "by" does
    not follow, and no other verb is finite before a "that"."""
    if word.tag != "VBN" or parse.children(word.i, "aux") or word.i + 1 >= len(parse.words):
        return word
    if word.lower == "said":
        return replace(word, tag="VBD")
    words = parse.sentence_words(word.sentence)
    before = [w for w in words if w.i < word.i]
    after = [w for w in words if w.i > word.i]
    if (
        not before
        or not (before[-1].tag.startswith(("NN", "PRP")) or _is_lone_name(before))
        or not after
        or after[0].lower == "by"
    ):
        return word
    verbs = [w for w in before if w.is_verb and w.lower != "according"]
    if any(parse.words[w.i - 1].text != "-" for w in verbs):
        return word
    for w in after:
        if w.lower == "that" or w.tag in ("WDT", "WP", "WRB"):
            break
        if w.tag in FINITE:
            return word
    return replace(word, tag="VBD", dep="root", head=word.i)


def _is_lone_name(before: list[Word]) -> bool:
    """`Kyiv denied reports`: an unknown name that opens a sentence is easily taken for an
    adjective; real ones (`Russian reported losses`) show by their endings."""
    if len(before) != 1:
        return False
    word = before[0]
    return (
        word.tag == "JJ" and word.text[:1].isupper() and not word.lower.endswith(_DEMONYM_ENDINGS)
    )


def _as_follows(parse: Parse, verb: Word) -> bool:
    """`was quoted by Interfax as saying`; a bare `quoted by Interfax` only names the relay."""
    return any(w.lower == "as" for w in parse.words[verb.i + 1 : verb.i + 9])


def _performed(parse: Parse, verb: Word) -> bool:
    """Whether a bare infinitive reports: `did not say`, `could not confirm`, `can confirm`, but not
    `to say`, `will tell`."""
    helpers = {c.lower for c in parse.children(verb.i, "aux")}
    negated = any(c.lower in NEGATIONS for c in parse.children(verb.i))
    return bool(helpers & {"did", "does", "do", "can"}) or (negated and "to" not in helpers)


def _is_present(parse: Parse, verb: Word) -> bool:
    """`Those close to him say that …`: a present tense that was taken for an infinitive has a
    plural right before it, and no auxiliary."""
    before = parse.words[verb.i - 1] if verb.i else None
    return (
        before is not None
        and before.sentence == verb.sentence
        and before.tag in ("NNS", "NNPS", "PRP")
        and not parse.children(verb.i, "aux", "mark")
        and verb.rel in ("root", "conj", "parataxis", "ccomp")
    )


def case_of(parse: Parse, noun: Word) -> str:
    """The preposition of a noun phrase, or ""."""
    case = parse.child(noun.i, "case")
    return case.lower if case else ""


def _subject(parse: Parse, verb: Word) -> tuple[Word | None, bool]:
    """The subject of a verb, its own or the one it shares, and whether the verb is passive."""
    if verb.rel == "root" and parse.words[verb.i].tag != verb.tag:
        opening = _first_noun(parse, verb)
        if opening is not None:
            return opening, False
    passive = bool(parse.children(verb.i, "aux:pass")) or (
        verb.rel == "acl" and verb.tag == "VBN" and verb.lemma in cue_words("passive_reports")
    )
    seen: Word | None = verb
    for _ in range(4):
        if seen is None:
            break
        own = [
            w
            for w in parse.children(seen.i, "nsubj")
            if w.tag != "WDT"
            and w.lower not in ("who", "which", "that")
            and not _is_predicate(parse, w)
        ]
        if own:
            return _nearest(parse, own, verb), passive
        relative = parse.child(seen.i, "nsubj")
        governor = parse.head(seen)
        if seen.dep.endswith(":relcl") or (relative is not None and governor is not None):
            return _owner(parse, governor, seen), passive
        if seen.rel == "acl":
            return _owner(parse, governor, seen), passive
        if seen.rel in ("conj", "advcl", "xcomp", "parataxis", "ccomp") and governor is not None:
            if seen.rel in ("parataxis", "ccomp") and seen.tag in FINITE:
                break
            seen = governor
            continue
        break
    return None, passive


def _is_predicate(parse: Parse, word: Word) -> bool:
    """`… the crossing remains shut said the governor`: an adjective behind a verb is no speaker."""
    before = parse.words[word.i - 1] if word.i else None
    return word.tag == "JJ" and before is not None and (before.is_verb or before.tag == "RB")


def _first_noun(parse: Parse, verb: Word) -> Word | None:
    """The head of the noun phrase that opens the verb's sentence."""
    before = [w for w in parse.sentence_words(verb.sentence) if w.i < verb.i]
    own = parse.child(verb.i, "nsubj")
    comma = max((k for k, w in enumerate(before) if w.text == ","), default=-1)
    for w in [own] if own is not None else before[comma + 1 :]:
        if w.tag.startswith(("NN", "PRP")) and not parse.words[w.i + 1].tag.startswith(
            ("NN", "HYPH")
        ):
            return w
    return own if own is not None or not _is_lone_name(before) else before[0]


def _name_on_the_left(parse: Parse, verb: Word) -> Word | None:
    """`Speaking to the programme Ana Groll – the director – said …`: the head of the last name."""
    before = [w for w in parse.sentence_words(verb.sentence) if w.i < verb.i]
    if any(w.tag in FINITE for w in before):
        return None
    names = [
        w
        for w in before
        if w.tag == "NNP"
        and w.rel in ("appos", "nsubj", "root", "obl", "dep", "parataxis", "dislocated", "vocative")
    ]
    names = [w for w in names if parse.child(w.i, "case") is None]
    return names[0] if names else None


def _owner(parse: Parse, noun: Word | None, verb: Word) -> Word | None:
    """Whose words a participle or relative clause on a noun reports: the noun's, but for `a letter
    that says`, `on Friday saying` the subject of the verb above."""
    if noun is None or verb.tag == "VBN":
        return None
    above = parse.head(noun)
    if (
        is_day(noun)
        or noun.lemma in cue_words("time_nouns")
        or noun.lemma in cue_words("document_nouns")
    ) and noun.rel in ("obj", "obl", "nmod"):
        while above is not None and not above.is_verb:
            above = parse.head(above)
        if above is not None:
            subject, passive = _subject(parse, above)
            if subject is not None and not passive:
                return subject
    return noun


def _nearest(parse: Parse, words: list[Word], verb: Word) -> Word:
    """The subject of a cue: the one on its left if there is one. A subject on the right is inverted
    (`said the governor`) unless a noun phrase runs up to the verb, as an apposition does."""
    left = [w for w in words if w.i < verb.i]
    if left:
        return left[-1]
    previous = parse.words[verb.i - 1] if verb.i else None
    if (
        previous is not None
        and previous.sentence == verb.sentence
        and previous.tag in ("-", ":", "-RRB-", ",", "NNP", "NN", "NNS")
    ):
        phrase = [w for w in parse.sentence_words(verb.sentence) if w.i < verb.i]
        names = [
            w
            for w in phrase
            if w.tag in ("NNP", "NNPS")
            and w.rel not in ("compound", "flat")
            and parse.child(w.i, "case") is None
        ]
        if names and not any(w.tag in FINITE for w in phrase) and previous.text != ",":
            return names[0]
    return words[0]
