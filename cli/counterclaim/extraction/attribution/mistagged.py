"""Verbs that a tagger takes for something else: `The council confirmed that …` for a participle,
`…, the agency reports.` for a noun, `Kyiv and its allies accuse …` for a preposition."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction.attribution.subjects import is_lone_name, without_insertion
from counterclaim.extraction.grammar.words import FINITE
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.predicates import load_words
from counterclaim.language.tree import Parse, Word

_NAMES = ("DT", "NN", "NNS", "NNP", "NNPS", "JJ", "POS", "HYPH", "CD", "CC")
_RELATIVES = ("WDT", "WP", "WP$", "WRB")
_HAVE = ("have", "has", "had", "'ve")
_OBJECTS = ("DT", "NNP", "NNPS", "PRP", "PRP$", "NN", "NNS", "JJ")


def as_verb(parse: Parse, word: Word) -> Word:
    """The word, or, where a verb that reports was taken for something else, the word as the verb of
    its sentence."""
    if word.rel == "amod" and word.tag == "VBN" and _is_perfect(parse, word):
        return replace(word, tag="VBD", dep="root", head=word.i)
    if word.lower in cue_words("only_verbs") and not word.is_verb and _of_several(parse, word):
        return replace(word, tag="VBP", lemma=word.lower, dep="root", head=word.i)
    if word.tag == "NNS":
        return _present(parse, word)
    if word.tag != "VBN" or parse.children(word.i, "aux") or word.i + 1 >= len(parse.words):
        return word
    governs = bool(parse.child(word.i, "nsubj") and parse.child(word.i, "ccomp", "obj"))
    if word.lower == "said" or (governs and not parse.children(word.i, "aux:pass", "nsubj:pass")):
        return replace(word, tag="VBD")
    before, after = parse.before(word), parse.behind(word)
    if not before or not after or after[0].lower == "by":
        return word
    if _is_past(parse, before, after) or _accuses(parse, word, before, after):
        return replace(word, tag="VBD", dep="root", head=word.i)
    if _closes(word, before, after) or _is_main(parse, word, before):
        return replace(word, tag="VBD", dep="parataxis")
    return word


def _is_perfect(parse: Parse, word: Word) -> bool:
    """`Officials have downplayed claims of …`: behind "have" no adjective of the noun that follows,
    where the words before it name a speaker."""
    before = [w for w in without_insertion(parse.before(word)) if w.tag != "RB"]
    return len(before) > 1 and before[-1].lower in _HAVE and before[-2].tag.startswith("NN")


def _is_main(parse: Parse, word: Word, before: list[Word]) -> bool:
    """`While the army claimed the hill, the rebels in a statement denied any losses`: a participle
    that governs an object (`residents denied access` aside) behind a clause, a comma and a name."""
    governed = parse.child(word.i, "obj")
    if word.rel != "acl" or governed is None or governed.i < word.i:
        return False
    comma = max((k for k, w in enumerate(before) if w.text == ","), default=0)
    phrase, goods = before[comma + 1 :], load_words().classes.get(governed.lemma, frozenset())
    named = bool(comma and phrase) and phrase[0].tag in ("DT", "NNP", "NNPS")
    clause = any(w.tag in FINITE for w in before[:comma])
    free = not any(w.tag in FINITE or w.tag in _RELATIVES for w in phrase)
    return named and clause and free and not goods & {"goods", "access"}


def _of_several(parse: Parse, word: Word) -> bool:
    """Whether a plural, or two joined by "and", open the sentence and stand before the word."""
    before = parse.before(word)
    several = any(w.tag == "CC" for w in before) or (bool(before) and before[-1].tag == "NNS")
    return several and all(w.tag in _NAMES or w.tag == "PRP$" for w in before)


def _is_past(parse: Parse, before: list[Word], after: list[Word]) -> bool:
    """`The council confirmed that …`: a noun phrase opens the sentence and runs up to the word, and
    no other verb is finite before a "that"."""
    if not (before[-1].tag.startswith(("NN", "PRP")) or is_lone_name(before)):
        return False
    verbs = [w for w in before if w.is_verb and w.lower != "according"]
    if any(parse.words[w.i - 1].text != "-" for w in verbs):
        return False
    for w in after:
        if w.lower == "that" or w.tag in ("WDT", "WP", "WRB"):
            break
        if w.tag in FINITE:
            return False
    return True


def _accuses(parse: Parse, word: Word, before: list[Word], after: list[Word]) -> bool:
    """`Ivan Lys, the head of the council, accused Moscow of …`: behind a name and its apposition
    the word has an object, and nothing else in the sentence is finite."""
    named = before[0].tag.startswith(("NN", "DT", "JJ")) and before[-1].text == ","
    verbs = [w for w in (*before, *after) if w.tag in FINITE]
    finite = any(parse.words[w.i - 1].text != "-" for w in verbs)  # `Russian-appointed`
    return (
        word.lemma in cue_words("accusing_verbs")
        and named
        and after[0].tag in _OBJECTS
        and not finite
    )


def _closes(word: Word, before: list[Word], after: list[Word]) -> bool:
    """`The troops have advanced, the institute assessed in its update.`: between the last comma
    and the word stands a name or a noun phrase with "the", before it a finite verb, and behind it
    nothing but a phrase."""
    entry = load_cues().verb(word.lemma, None)
    if entry is None or "ccomp" not in entry.frames or not entry.speech:
        return False
    return _noun_phrase_closes(before) and not any(w.is_verb or w.text in (",", ";") for w in after)


def _noun_phrase_closes(before: list[Word]) -> bool:
    comma = max((k for k, w in enumerate(before) if w.text == ","), default=0)
    phrase = before[comma + 1 :]
    return (
        bool(comma and phrase)
        and phrase[0].tag in ("DT", "NNP", "NNPS")
        and phrase[0].lower not in ("a", "an", "another", "some", "all", "both", "this", "that")
        and phrase[-1].tag in ("NN", "NNP", "NNPS")
        and all(w.tag in _NAMES or w.lower in ("of", "for") for w in phrase)
        and any(w.tag in FINITE for w in before[:comma])
        and not any(w.lemma == "say" for w in before[:comma])  # who says it is told already
    )


def _present(parse: Parse, word: Word) -> Word:
    """A plural that is a present tense, or the plural."""
    if _opens_clause(parse, word):
        return replace(word, tag="VBZ")
    if word.lower in cue_words("verbs_like_plurals") and _ends_sentence(parse, word):
        return replace(word, tag="VBZ", lemma=word.lower.removesuffix("s"), dep="parataxis")
    return word


def _opens_clause(parse: Parse, word: Word) -> bool:
    """`The ministry forecasts that …`: it heads the sentence, right behind a name and before
    "that"."""
    if word.rel != "root" or not 0 < word.i < len(parse.words) - 1:
        return False
    before, after = parse.words[word.i - 1], parse.words[word.i + 1]
    return after.lower == "that" and before.tag.startswith("NN") and before.rel != "case"


def _ends_sentence(parse: Parse, word: Word) -> bool:
    """`…, the Resistance Centre informs.`: behind a clause, a comma and a name; or between commas."""
    behind = parse.behind(word)
    ends = all(w.text in (".", '"', "”") for w in behind) or behind[0].text == ","
    return ends and _noun_phrase_closes(parse.before(word))
