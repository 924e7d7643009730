"""What a path may ask of a word (`?told`, `?voice`): one small test for each name."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.extraction.grammar.mood import negations
from counterclaim.extraction.grammar.words import is_somebody
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.predicates import compiled, cues_from, load_words
from counterclaim.language.tree import Parse, Word

Test = Callable[[Parse, Word], bool]

_BLANK = word_class("blank_subjects")


def _negated(parse: Parse, word: Word) -> bool:
    return bool(negations(parse, word))


def is_withheld(parse: Parse, word: Word) -> bool:
    """Whether a predication is not told as a fact: negated, under a modal, or an infinitive. A
    past that looks like an infinitive (`The general let slip that …`) is none."""
    helping = parse.children(word.i, "aux", "cop", "mark")
    led = word.rel == "root" and not helping and parse.child(word.i, "nsubj") is not None
    unreal = (word.is_base and not led) or any(w.is_modal or w.is_to for w in helping)
    return unreal or _negated(parse, word)


def _told(parse: Parse, word: Word) -> bool:
    """Whether a predication is told as a fact; "sceptical" in `remained sceptical` as its verb."""
    above = parse.head(word)
    if word.rel == "xcomp" and above is not None and not word.is_verb:
        return _told(parse, above)
    helping = parse.children(word.i, "aux", "cop")
    finite = any(w.is_finite for w in (word, *helping)) or word.is_past_participle or word.is_base
    return finite and not is_withheld(parse, word)


def is_event(parse: Parse, word: Word) -> bool:
    """Whether a noun names something that happens: "raid", "ceasefire", "shelling"."""
    named, sets = word.lower, load_words().sets
    if word.is_present_participle or (word.is_noun and word.lemma in sets["event_nouns"]):
        return True
    if word.lemma in sets["quantifiers"]:  # "a wave of attacks"
        of = (w for w in parse.children(word.i, "nmod") if w.i > word.i)
        return any(is_event(parse, w) for w in of)
    if _undergone(parse, word):
        return True
    told = any(compiled(c.pattern).fullmatch(named) for c in cues_from(named))
    return told and not (word.is_plural and is_somebody(word))  # "claims of the occupiers"


def _undergone(parse: Parse, word: Word) -> bool:
    """Whether a noun names what something was done to: "14 destroyed vehicles", "burned bodies";
    or how many were harmed: "300 enemy dead"."""
    done = (w for w in parse.children(word.i, "amod") if w.is_past_participle and w.i < word.i)
    if word.is_noun and any(w.lemma in word_class("undergone") for w in done):
        return True
    counted = parse.child(word.i, "nummod") is not None
    return counted and word.lower in word_class("the_harmed")


def _scene(parse: Parse, word: Word) -> bool:
    """Whether a noun names what happens, or is told to do or to suffer something."""
    return is_event(parse, word) or _pictured(parse, word)


def _pictured(parse: Parse, word: Word) -> bool:
    """Whether a noun is told to do or to suffer something behind it: "gunmen storming the school",
    "14 people killed in a raid"."""
    verb = parse.head(word) if word.rel in ("obj", "nsubj") else None
    beside = [] if verb is None else parse.children(verb.i, "xcomp", "advcl", "ccomp")
    doing = (w for w in (*parse.children(word.i, "acl"), *beside) if w.i > word.i)
    return word.is_noun and any(_is_depicted(parse, word, w) for w in doing)


def _is_depicted(parse: Parse, word: Word, doing: Word) -> bool:
    """Whether a participle behind a noun pictures it: not `shelled it while retreating`."""
    led = parse.child(doing.i, "mark", "case", "aux", "cop") is not None
    apart = any(w.text == "," for w in parse.words[word.i : doing.i])
    suffers = doing.is_past_participle and doing.lemma in word_class("undergone")
    return not led and not apart and (doing.is_present_participle or suffers)


def _superlative(parse: Parse, word: Word) -> bool:
    """Whether an adjective sets its noun above all others: "largest", "most significant"."""
    most = any(w.is_superlative for w in parse.children(word.i, "advmod"))
    return word.is_superlative or most


def _saying(parse: Parse, word: Word) -> bool:
    """Whether a verb reports itself: "said" in `In his view, the mayor said, …`."""
    cue = load_cues().verb(word.lemma)
    return cue is not None and cue.speech and "ccomp" in cue.frames and word.is_verb


CONDITIONS: dict[str, Test] = {
    "adjective": lambda parse, word: word.is_adjective,
    "proper": lambda parse, word: word.is_proper,
    "noun": lambda parse, word: word.is_noun,
    "verb": lambda parse, word: word.is_verb,
    "gerund": lambda parse, word: word.is_present_participle,
    "infinitive": lambda parse, word: word.is_base,
    "past": lambda parse, word: word.is_past,
    "negated": _negated,
    "superlative": _superlative,
    "told": _told,
    "neither": lambda parse, word: any(w.lower == "neither" for w in parse.children(word.i, "det")),
    "late": lambda parse, word: any(w.lower == "yet" for w in parse.children(word.i, "advmod")),
    "no": lambda parse, word: any(w.lower == "no" for w in parse.children(word.i, "det")),
    "claim": lambda parse, word: load_cues().noun(word.lemma) is not None,
    "event": is_event,
    "scene": _scene,
    "pictured": _pictured,
    "counted": lambda parse, word: parse.child(word.i, "nummod") is not None,
    "number": lambda parse, word: word.is_number or parse.child(word.i, "nummod") is not None,
    "speaker": lambda parse, word: is_somebody(word),
    "voice": lambda parse, word: word.lower not in _BLANK,
    "clause": lambda parse, word: (
        parse.child(word.i, "mark") is None and parse.child(word.i, "nsubj") is not None
    ),
    "saying": _saying,
    "behind": lambda parse, word: word.i > word.head,
}
