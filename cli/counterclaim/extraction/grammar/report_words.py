"""Words of reports that a parser takes for another part of speech: a verb of saying for a noun, a
noun of saying or a name for a verb, a heading for a subject."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import VerbCue, load_cues
from counterclaim.language.tree import Parse, Word

_VERDICTS = ("denies", "doubts", "confirms")


def changed(parse: Parse, change: Callable[[Word], Word]) -> Parse:
    """The tree with each word as `change` makes it."""
    words = [change(w) for w in parse.words]
    return parse if words == parse.words else Parse(parse.text, words, parse.sentences)


def saying(word: Word) -> VerbCue | None:
    """What is known of a verb that says something; pictures and deeds of war say nothing."""
    entry = load_cues().verb(word.lemma) if word.is_verb else None
    known = entry is not None and entry.speech and not entry.documents
    return entry if known and word.lemma not in cue_words("acts_of_war") else None


def without_labels(parse: Parse) -> Parse:
    """`New positions: footage shows …`: the subject stands behind the colon, no heading before it
    shows anything."""
    headings = {heading.i: w for w in parse.words if (heading := _heading_of(parse, w)) is not None}
    behind = {w.i: parse.words[heading].head for heading, w in headings.items()}

    def change(word: Word) -> Word:
        if word.i in behind:
            return replace(word, head=behind[word.i], dep="nsubj")
        return replace(word, dep="dislocated") if word.i in headings else word

    return changed(parse, change) if headings else parse


def _heading_of(parse: Parse, word: Word) -> Word | None:
    """The subject before a colon that a noun behind it is taken to explain."""
    above = parse.head(word) if word.rel == "appos" else None
    if above is None or above.rel != "nsubj" or not above.i < word.i < above.head:
        return None
    between = parse.words[above.i + 1 : word.i]
    return above if any(w.text == ":" for w in between) else None


def with_commons(parse: Parse) -> Parse:
    """`Polls show …`, `Records show …`: what bears witness is nobody's name, though it opens a
    sentence with a capital."""
    first = {s.start for s in parse.sentences}

    def change(word: Word) -> Word:
        stem = word.lower.removesuffix("s")
        opens = word.start in first and word.is_proper and word.text.istitle()
        if not opens or not {stem, word.lower} & cue_words("evidence_nouns", "informants"):
            return word
        behind = parse.words[word.i + 1 : word.i + 2]
        named = any(w.is_proper for w in behind)
        return word if named else word.as_plural(lemma=stem)

    return changed(parse, change)


def with_names(parse: Parse) -> Parse:
    """`said Rahel Desta, a nurse`: a name that no parser knows is no verb."""
    named = {w.i: w.head for w in parse.words if _is_named(parse, w)}

    def change(word: Word) -> Word:
        if word.i in named:
            return word.as_name(dep="nsubj")
        return replace(word, dep="flat") if word.head in named and word.rel == "obj" else word

    return changed(parse, change) if named else parse


def _is_named(parse: Parse, word: Word) -> bool:
    """Whether a verb with a capital stands between a verb of saying and a name."""
    if not word.is_verb or not word.text.istitle() or not 0 < word.i < len(parse.words) - 1:
        return False
    before, behind = parse.words[word.i - 1], parse.words[word.i + 1]
    said = before.is_past and not before.text.istitle() and saying(before) is not None
    return said and behind.is_proper and behind.sentence == word.sentence == before.sentence


def with_participles(parse: Parse) -> Parse:
    """`The army left, warning that …`: behind a comma and before "that" a noun of saying in -ing is
    what the sentence's subject does besides."""
    told = {w.i for w in parse.words if _goes_on_telling(parse, w)}

    def change(word: Word) -> Word:
        if word.i not in told:
            return word
        main = next((w for w in parse.before(word) if w.rel == "root" and w.is_verb), word)
        return word.as_participle(lemma=word.lower.removesuffix("ing"), dep="advcl", head=main.i)

    return changed(parse, change) if told else parse


def _goes_on_telling(parse: Parse, word: Word) -> bool:
    if not word.is_noun or not word.lower.endswith("ing") or not 0 < word.i < len(parse.words) - 1:
        return False
    before, behind = parse.words[word.i - 1], parse.words[word.i + 1]
    opens = before.text == "," and behind.lower == "that" and behind.sentence == word.sentence
    cue = load_cues().verb(word.lower.removesuffix("ing")) if opens else None
    return cue is not None and any(w.rel == "root" and w.is_verb for w in parse.before(word))


def with_verbs(parse: Parse) -> Parse:
    """`Local media reports shots heard near Lor`: a finite verb of saying in the middle of a noun
    phrase is its verb; what stands before it is its subject, what follows is told."""
    verbs = {top.i: verb for verb in parse.words if (top := _top_around(parse, verb)) is not None}
    tellers = {verb.i for verb in verbs.values()}

    def change(word: Word) -> Word:
        if word.i in tellers:
            return replace(word, dep="root", head=word.i)
        if word.i in verbs:
            told = "ccomp" if word.is_verb else "obj"
            return replace(word, dep=told, head=verbs[word.i].i)
        if word.head in tellers and word.i < word.head and word.is_noun:
            return replace(word, dep="nsubj")
        return word

    return changed(parse, change) if verbs else parse


def _top_around(parse: Parse, verb: Word) -> Word | None:
    """The root of the sentence in whose first noun phrase a verb of saying was hidden."""
    if verb.rel != "compound" or not verb.is_finite or saying(verb) is None:
        return None
    noun = parse.words[verb.head]
    top = parse.words[noun.head] if noun.rel == "nsubj" else noun
    told = any(w.is_noun and w.i < verb.i for w in parse.children(verb.i))
    return top if top.rel == "root" and noun.i > verb.i and told else None


def with_nouns(parse: Parse) -> Parse:
    """`dismissed rebel claims that …` dismisses claims; no clause without "that" is dismissed, and
    no present tense in -s stands behind "to" (`no truth to claims that …`)."""
    behind = {w.i for w in parse.words if _is_behind_to(parse, w)}
    nouns = {w.i for w in parse.words if _is_claimed(parse, w)} | behind

    def change(word: Word) -> Word:
        if word.i in nouns:
            return word.as_plural(dep="obl" if word.i in behind else "obj")
        if word.head in nouns and word.rel in ("nsubj", "ccomp"):
            return replace(word, dep="compound" if word.rel == "nsubj" else "acl")
        return word

    return changed(parse, change) if nouns else parse


def _is_behind_to(parse: Parse, word: Word) -> bool:
    before = parse.words[word.i - 1] if word.i else None
    told = word.is_verb and word.is_finite and word.is_singular
    return told and before is not None and before.is_to and word.lower.endswith("s")


def _is_claimed(parse: Parse, word: Word) -> bool:
    """Whether a present tense that a verdict governs is the plural of a noun of saying."""
    above = parse.head(word)
    if word.rel != "ccomp" or above is None or not above.i < word.i or not word.is_singular:
        return False
    verdict, noun = load_cues().verb(above.lemma), load_cues().noun(word.lemma)
    if verdict is None or noun is None or verdict.stance not in _VERDICTS:
        return False
    return above.is_past and word.is_verb and parse.child(word.i, "mark") is None
