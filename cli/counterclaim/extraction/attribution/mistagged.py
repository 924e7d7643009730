"""Verbs that a tagger takes for something else: `The council confirmed that …` for a participle,
`…, the agency reports.` for a noun, `Kyiv and its allies accuse …` for a preposition."""

from __future__ import annotations

from itertools import takewhile

from counterclaim.extraction.attribution.subjects import without_insertion
from counterclaim.extraction.grammar.spans import is_day
from counterclaim.extraction.grammar.voice import is_passive
from counterclaim.extraction.grammar.words import (
    in_name,
    in_noun_phrase,
    is_lone_name,
    is_somebody,
    opens_noun_phrase,
)
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.predicates import load_words
from counterclaim.language.lemmas import verb_in_third_person
from counterclaim.language.tree import Parse, Word

_VAGUE = cue_words("before_a_plural")
_HAVE = cue_words("have")


def as_verb(parse: Parse, word: Word) -> Word:
    """The word, or, where a verb that reports was taken for something else, the word as the verb of
    its sentence."""
    if word.is_past and is_inverted_past(word, parse.before(word), parse.behind(word)):
        return word.as_finite("past", dep="parataxis")
    if word.rel == "amod" and word.is_past_participle and _is_perfect(parse, word):
        return word.as_finite("past", dep="root", head=word.i)
    if word.lower in cue_words("only_verbs") and not word.is_verb and _of_several(parse, word):
        return word.as_finite("present", lemma=word.lower, dep="root", head=word.i)
    if word.is_noun:
        return _noun_as_verb(parse, word)
    if (
        not word.is_past_participle
        or parse.children(word.i, "aux")
        or word.i + 1 >= len(parse.words)
    ):
        return word
    governs = bool(parse.child(word.i, "nsubj") and parse.child(word.i, "ccomp", "obj"))
    if word.lower == "said" or (governs and not is_passive(parse, word)):
        return word.as_finite("past")
    before, after = parse.before(word), parse.behind(word)
    if not before or not after or after[0].lower == "by":
        return word
    if _is_past(parse, before, after) or _accuses(parse, word, before, after):
        return word.as_finite("past", dep="root", head=word.i)
    if _closes(word, before, after) or _is_main(parse, word, before):
        return word.as_finite("past", dep="parataxis")
    return word


def _noun_as_verb(parse: Parse, word: Word) -> Word:
    """A noun that is the verb of a note or closes its sentence as one, or the noun."""
    stem = verb_in_third_person(word.lower) if word.is_plural else word.lower
    entry = load_cues().verb(stem, None) if stem is not None else None
    tense = "present singular" if word.is_plural else "present"
    if entry is not None and entry.speech and word.i:
        if _heads_note(parse, word, entry.lemma):
            return word.as_finite(tense, lemma=stem, dep="conj", head=word.i)
        if word.is_plural and "obj" in entry.frames and _denies_apposed(parse, word):
            return word.as_finite(tense, lemma=stem)
        if _closes_note(parse, word):
            return word.as_finite(tense, lemma=stem, dep="parataxis")
    return _present(parse, word) if word.is_plural else word


def is_inverted_past(word: Word, before: list[Word], after: list[Word]) -> bool:
    """`The rebels left the town, cautioned Governor Ana Lys.`: behind a clause and its comma a past
    form of a verb of saying, and then nothing but somebody."""
    entry = load_cues().verb(word.lemma, None) if before else None
    if entry is None or "ccomp" not in entry.frames or not entry.speech:
        return False
    told = len(before) > 3 and before[-1].text == "," and any(w.is_past for w in before)
    named = [w for w in after if w.text not in (".", "”", '"')]
    speaks = bool(named) and (named[0].is_proper or is_somebody(named[-1]))
    return told and speaks and all(in_noun_phrase(w) or w.text == "," for w in named)


def _is_perfect(parse: Parse, word: Word) -> bool:
    """`Officials have downplayed claims of …`: behind "have" no adjective of the noun that follows,
    where the words before it name a speaker."""
    before = [w for w in without_insertion(parse.before(word)) if not w.is_adverb]
    return len(before) > 1 and before[-1].lower in _HAVE and before[-2].is_noun


def _is_main(parse: Parse, word: Word, before: list[Word]) -> bool:
    """`While the army claimed the hill, the rebels in a statement denied any losses`: a participle
    that governs an object (`residents denied access` aside) behind a clause, a comma and a name."""
    governed = parse.child(word.i, "obj")
    if word.rel != "acl" or governed is None or governed.i < word.i:
        return False
    comma = max((k for k, w in enumerate(before) if w.text == ","), default=0)
    phrase, goods = before[comma + 1 :], load_words().classes.get(governed.lemma, frozenset())
    named = bool(comma and phrase) and (phrase[0].is_determiner or phrase[0].is_proper)
    clause = any(w.is_finite for w in before[:comma])
    free = not any(w.is_finite or w.is_wh for w in phrase)
    return named and clause and free and not goods & {"goods", "access"}


def _of_several(parse: Parse, word: Word) -> bool:
    """Whether a plural, or two joined by "and", open the sentence and stand before the word."""
    before = parse.before(word)
    several = any(w.is_conjunction for w in before) or (bool(before) and before[-1].is_plural)
    return several and all(in_name(w) or w.is_owner for w in before)


def _is_past(parse: Parse, before: list[Word], after: list[Word]) -> bool:
    """`The council confirmed that …`: a noun phrase opens the sentence and runs up to the word, and
    no other verb is finite before a "that"."""
    if not ((before[-1].is_noun or before[-1].is_pronoun) or is_lone_name(before)):
        return False
    verbs = [w for w in before if w.is_verb and w.lower not in word_class("cites")]
    if any(parse.words[w.i - 1].text != "-" for w in verbs):
        return False
    for w in after:
        if w.lower == "that" or w.is_wh:
            break
        if w.is_finite:
            return False
    return True


def _accuses(parse: Parse, word: Word, before: list[Word], after: list[Word]) -> bool:
    """`Ivan Lys, the head of the council, accused Moscow of …`: behind a name and its apposition
    the word has an object, and nothing else in the sentence is finite."""
    named = opens_noun_phrase(before[0]) and before[-1].text == ","
    verbs = [w for w in (*before, *after) if w.is_finite]
    finite = any(parse.words[w.i - 1].text != "-" for w in verbs)  # `Russian-appointed`
    return (
        word.lemma in cue_words("accusing_verbs")
        and named
        and opens_noun_phrase(after[0])
        and not finite
    )


def _closes(word: Word, before: list[Word], after: list[Word]) -> bool:
    """`The troops have advanced, the institute assessed in its update.`: between the last comma
    and the word stands a name or a noun phrase with "the", before it a finite verb, and behind it
    nothing but a phrase, or a day and a comma."""
    entry = load_cues().verb(word.lemma, None)
    if entry is None or "ccomp" not in entry.frames or not entry.speech:
        return False
    dated = [w for w in takewhile(lambda w: w.text != ",", after) if w.lower != "on"]
    day = bool(dated) and is_day(dated[0]) and all(w.is_noun for w in dated)
    alone = day or not any(w.is_verb or w.text in (",", ";") for w in after)
    return _noun_phrase_closes(before) and alone


def _noun_phrase_closes(before: list[Word]) -> bool:
    comma = max((k for k, w in enumerate(before) if w.text == ","), default=0)
    phrase = before[comma + 1 :]
    speaks = bool(phrase) and phrase[-1].lemma in cue_words("voices", "channel_nouns")
    return (
        bool(comma and phrase)
        and (phrase[0].is_determiner or phrase[0].is_proper or speaks)
        and (phrase[0].lower not in _VAGUE or speaks)
        and phrase[-1].is_noun
        and all(in_name(w) or w.lower in ("of", "for") for w in phrase)
        and any(w.is_finite or w.is_present_participle for w in before[:comma])
        and not any(w.lemma == "say" for w in before[:comma])  # who says it is told already
    )


def _heads_note(parse: Parse, word: Word, stem: str) -> bool:
    """`Local media report shelling of Lor`, `The agency reports clashes erupting in Lor`: behind
    somebody who may speak, with a noun of its own behind it, and with no verb that a plural of
    reports could have for its subject (`Media reports suggest …`); right behind a semicolon too
    (`…; vows to advance`)."""
    before, after = parse.before(word), parse.behind(word)
    if not after:
        return False
    opener = next((w for w in reversed(before) if not (w.is_adverb or w.is_adjective)), None)
    if opener is not None and opener.text == ";":
        told = word.is_plural or stem in cue_words("event_objects")
        return told and (after[0].is_to or opens_noun_phrase(after[0]))
    named = bool(before) and all(in_name(w) or w.lower == "of" for w in before)
    if not named or stem not in cue_words("event_objects") or not _may_report(word, before[-1]):
        return False
    disagrees = word.is_plural and after[0].is_singular and after[0].is_finite
    if after[0].is_to:
        return not any(w.is_finite for w in takewhile(lambda w: w.text != ";", after))
    opens = opens_noun_phrase(after[0]) or after[0].is_present_participle
    return disagrees or (opens and _has_no_other_verb(after))


def _denies_apposed(parse: Parse, word: Word) -> bool:
    """`…, a claim the group denies.`: an apposition that takes up a claim ends in what somebody
    does with it."""
    behind, before = parse.behind(word), parse.before(word)
    if behind and behind[0].text not in (".", ",", ";"):
        return False
    comma = max((k for k, w in enumerate(before) if w.text in (",", "-", "–", "—")), default=-1)
    opens = before[comma + 1 : comma + 3]
    if comma < 1 or len(opens) < 2:
        return False
    named = opens[0].is_determiner and opens[1].lemma in cue_words("anaphoric_nouns")
    return named or opens[0].lower in cue_words("taking_up_a_clause")


def _closes_note(parse: Parse, word: Word) -> bool:
    """`Jets struck the port, local media report.`: of several, at the very end."""
    before = parse.before(word)
    ends = all(w.text in (".", '"', "”") for w in parse.behind(word))
    told = ends and bool(before) and word.lower in cue_words("event_objects")
    return told and _may_report(word, before[-1]) and _noun_phrase_closes(before)


def _may_report(word: Word, last: Word) -> bool:
    """Whether the noun before a word is somebody who may do it: one for "reports", several or the
    media for "report"."""
    speaks = last.is_proper or last.lemma in cue_words("voices", "channel_nouns")
    return speaks and (word.is_plural or last.is_plural or last.lower == "media")


def _has_no_other_verb(after: list[Word]) -> bool:
    """Whether the first finite verb, if there is one, has a noun before it that can be its own."""
    at = next((k for k, w in enumerate(after) if w.is_finite), None)
    return at is None or any(w.is_noun or w.is_pronoun for w in after[:at])


def _present(parse: Parse, word: Word) -> Word:
    """A plural that is a present tense, or the plural."""
    if _opens_clause(parse, word):
        return word.as_finite("present singular")
    if word.lower in cue_words("verbs_like_plurals") and _ends_sentence(parse, word):
        return word.as_finite(
            "present singular", lemma=word.lower.removesuffix("s"), dep="parataxis"
        )
    return word


def _opens_clause(parse: Parse, word: Word) -> bool:
    """`The ministry forecasts that …`: it heads the sentence, right behind a name and before
    "that"."""
    if word.rel != "root" or not 0 < word.i < len(parse.words) - 1:
        return False
    before, after = parse.words[word.i - 1], parse.words[word.i + 1]
    return after.lower == "that" and before.is_noun and before.rel != "case"


def _ends_sentence(parse: Parse, word: Word) -> bool:
    """`…, the Resistance Centre informs.`: behind a clause, a comma and a name, before a comma or
    where it is said (`posts on Telegram`)."""
    behind = parse.behind(word)
    if len(behind) > 1 and behind[0].lower == "on" and _is_channel(behind[1]):
        behind = behind[2:]
    ends = all(w.text in (".", '"', "”") for w in behind) or (
        behind[0].text == "," and word.lower not in cue_words("plurals_as_often")
    )
    return ends and _noun_phrase_closes(parse.before(word))


def _is_channel(word: Word) -> bool:
    """Whether a word names where something is said: "Telegram", "X" (with its full stop)."""
    return word.is_proper and word.lower.rstrip(".") in cue_words("channel_nouns")
