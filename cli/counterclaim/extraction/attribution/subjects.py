"""Whose cue a verb is: its subject, or the one it shares with another verb."""

from __future__ import annotations

from counterclaim.extraction.grammar.clauses import is_relative_clause
from counterclaim.extraction.grammar.spans import is_day
from counterclaim.extraction.grammar.words import CLOSING, is_lone_name
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.tree import Parse, Word


def find_subject(parse: Parse, verb: Word) -> tuple[Word | None, bool]:
    """The subject of a verb, its own or the one it shares, and whether the verb is passive."""
    mended = verb.rel == "root" and not verb.has_form_of(parse.words[verb.i])
    opening = _first_noun(parse, verb) if mended else None
    if opening is not None:
        return opening, False
    passive = bool(parse.children(verb.i, "aux:pass")) or (
        verb.rel == "acl"
        and verb.is_past_participle
        and verb.lemma in cue_words("passive_reports")
        and not _acts(parse, verb)
    )
    seen: Word | None = verb
    for _ in range(4):
        if seen is None:
            break
        there = parse.child(seen.i, "expl") is not None  # `denies there is hunger and accuses …`
        subjects = [] if there else _subjects(parse, verb, seen)
        own = [w for w in subjects if _may_speak(parse, w)]
        if own:
            return _nearest(parse, own, verb), passive
        governor = parse.head(seen)
        if is_relative_clause(parse, seen) or (subjects and governor is not None):
            return _owner(parse, governor, seen), passive
        if seen.rel == "acl":
            return _owner(parse, governor, seen), passive
        if seen.rel in ("conj", "advcl", "xcomp", "parataxis", "ccomp") and governor is not None:
            fresh = seen.rel in ("parataxis", "ccomp") and seen.is_finite and not there
            if fresh and not _goes_on(parse, seen):
                break
            seen = governor
            continue
        break
    return None, passive


def _goes_on(parse: Parse, verb: Word) -> bool:
    """Whether a note goes on with whom it began: `The coast guard says a pier burned; claims …`."""
    before = (w for w in reversed(parse.before(verb)) if not w.is_adverb)
    mark = next(before, None)
    return mark is not None and mark.text == ";"


def _subjects(parse: Parse, verb: Word, seen: Word) -> list[Word]:
    """The subjects of a verb on the way up from the cue. One further up must agree with the cue:
    in `It has verified 64 deaths since the raids began but believes …` the raids do not."""
    found = parse.children(seen.i, "nsubj")
    if not found:  # `officials have, in parallel, denied`
        found = [w for aux in parse.children(seen.i, "aux") for w in parse.children(aux.i, "nsubj")]
    return [w for w in found if seen is verb or not verb.is_singular or not w.is_plural]


def _may_speak(parse: Parse, subject: Word) -> bool:
    relative = subject.is_relative or subject.lower in word_class("who")
    return not relative and not _is_predicate(parse, subject)


def _is_predicate(parse: Parse, word: Word) -> bool:
    """`… the crossing remains shut said the governor`: an adjective behind a verb is no speaker."""
    before = parse.words[word.i - 1] if word.i else None
    return word.is_adjective and before is not None and (before.is_verb or before.is_adverb)


def _first_noun(parse: Parse, verb: Word) -> Word | None:
    """The head of the noun phrase that opens the verb's sentence."""
    before = without_insertion(parse.before(verb))
    own = parse.child(verb.i, "nsubj")
    comma = max((k for k, w in enumerate(before) if w.text in (",", ":")), default=-1)
    for w in [own] if own is not None else before[comma + 1 :]:
        if (w.is_noun or w.is_pronoun) and not (
            parse.words[w.i + 1].is_noun or parse.words[w.i + 1].is_hyphen
        ):
            return w
    return own if own is not None or not is_lone_name(before) else before[0]


def without_insertion(words: list[Word]) -> list[Word]:
    """The words before "in parallel" in `officials have, in parallel, …`."""
    commas = [k for k, w in enumerate(words) if w.text == ","]
    inserted = len(commas) > 1 and commas[-1] == len(words) - 1 and commas[-1] - commas[-2] <= 4
    return words[: commas[-2]] if inserted else words


def name_on_the_left(parse: Parse, verb: Word) -> Word | None:
    """`Speaking to the programme Ana Groll – the director – said …`: the head of the last name."""
    before = parse.before(verb)
    if any(w.is_finite for w in before):
        return None
    names = [
        w
        for w in before
        if w.is_proper
        and w.rel in ("appos", "nsubj", "root", "obl", "dep", "parataxis", "dislocated", "vocative")
    ]
    names = [w for w in names if parse.child(w.i, "case") is None]
    return names[0] if names else None


def _owner(parse: Parse, noun: Word | None, verb: Word) -> Word | None:
    """Whose words a participle or relative clause on a noun reports: the noun's, but for `a letter
    that says`, `on Friday saying` the subject of the verb above."""
    if noun is None or (verb.is_past_participle and not _acts(parse, verb)):
        return None
    pronoun = parse.child(verb.i, "nsubj")
    who = pronoun is not None and pronoun.lower == "who"
    if _acts(parse, verb) and (noun.is_verb or (who and _is_thing(noun))):
        noun = _before_pronoun(parse, verb) or noun
    above = parse.head(noun)
    if (
        is_day(noun)
        or noun.lemma in cue_words("time_nouns")
        or noun.lemma in cue_words("document_nouns")
    ) and noun.rel in ("obj", "obl", "nmod"):
        while above is not None and not above.is_verb:
            above = parse.head(above)
        if above is not None:
            subject, passive = find_subject(parse, above)
            if subject is not None and not passive:
                return subject
    return noun


def _acts(parse: Parse, verb: Word) -> bool:
    """Whether a relative pronoun does what the verb says: `Koval, who has said …`."""
    subject = parse.child(verb.i, "nsubj")
    return subject is not None and subject.dep == "nsubj" and subject.is_relative


def _before_pronoun(parse: Parse, verb: Word) -> Word | None:
    """The head of the name right before a relative pronoun, where its clause hangs on a verb."""
    pronoun = parse.child(verb.i, "nsubj")
    before = [] if pronoun is None else [w for w in parse.before(pronoun) if w.text != ","]
    word = before[-1] if before and before[-1].is_noun else None
    while word is not None and word.rel in ("flat", "compound"):
        word = parse.head(word)
    return word


def _is_thing(noun: Word) -> bool:
    """No thing is a "who": in `a setback for the rebels who said …` the noun beside it is meant."""
    return noun.is_common and noun.lemma not in cue_words("voices")


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
        and (previous.is_noun or previous.text in CLOSING)
    ):
        phrase = parse.before(verb)
        names = [
            w
            for w in phrase
            if w.is_proper
            and w.rel not in ("compound", "flat")
            and parse.child(w.i, "case") is None
        ]
        if names and not any(w.is_finite for w in phrase) and previous.text != ",":
            return names[0]
    return words[0]


def quoted_one(parse: Parse, subject: Word | None) -> Word | None:
    """`A source quoted by the agency Sana said`: the source speaks, the agency relays."""
    if subject is None:
        return None
    for w in reversed(parse.before(subject)[-6:]):
        if w.is_verb and w.lemma not in cue_words("quoting_verbs"):
            return subject
        if w.lemma in cue_words("quoting_verbs") and parse.words[w.i + 1].lower == "by" and w.i:
            noun = parse.words[w.i - 1]
            return noun if noun.is_noun else subject
    return subject
