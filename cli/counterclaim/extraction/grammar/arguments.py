"""Who does what to whom, as the tree of a sentence says it: voice, subject, object, preposition."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extraction.grammar.clauses import antecedent
from counterclaim.extraction.grammar.voice import case_of, is_misread_verb, is_passive
from counterclaim.extraction.grammar.words import is_somebody
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.predicates import load_words
from counterclaim.language.tree import Parse, Word, asked_once

_BEFORE_HEAD = ("det", "amod", "nummod", "compound", "nmod:poss", "advmod", "case", "flat")
_ON = word_class("onto")
_PARTICLES = word_class("particles")


@asked_once
def objects_of(parse: Parse, word: Word) -> Sequence[Word]:
    """The heads of what a word acts on, also behind a particle that was taken for a preposition
    ("handed over medicine") or the other way round ("lost up to 70 soldiers")."""
    found = patients(parse, word)
    return found or [w for w in parse.children(word.i, "obl") if _is_beside(parse, word, w)]


def _is_beside(parse: Parse, verb: Word, noun: Word) -> bool:
    case = parse.child(noun.i, "case")
    if case is None or case.i <= verb.i:
        return False
    between = parse.words[verb.i + 1 : case.i]
    particle = not case.is_preposition or bool(between) or case.lower in _PARTICLES
    return particle and all(w.head == verb.i and w.rel == "compound" for w in between)


def phrase(parse: Parse, head: Word) -> list[Word]:
    """A noun with its modifiers but without the clauses that hang on it."""
    return parse.subtree(head.i, without=("acl", "advcl", "appos", "parataxis", "punct"))


def counted_by(parse: Parse, head: Word) -> list[Word]:
    """What a word of number or share counts: "lorries" of "hundreds of lorries"."""
    if head.lemma not in load_words().sets["quantifiers"] | {"one"}:
        return []
    of = [w for w in parse.children(head.i, "nmod") if case_of(parse, w) == "of"]
    return [noun for w in of for noun in (w, *counted_by(parse, w))]


@asked_once
def subject(parse: Parse, verb: Word) -> Word | None:
    """The noun that does the verb: its own subject or the one it shares with its governor."""
    if is_passive(parse, verb):
        return None
    own = [w for w in parse.children(verb.i, "nsubj") if w.i < verb.i][-1:]
    own = own or parse.children(verb.i, "nsubj") or _read_as_part(parse, verb)
    if own:
        return antecedent(parse, own[0], verb)
    above = parse.head(verb)
    if above is None:
        return None
    if verb.rel == "acl":
        acts = verb.is_present_participle or parse.child(verb.i, "mark") is not None
        return above if acts or is_misread_verb(parse, verb) else None
    if is_kept_from(parse, verb) or _is_told_to(parse, verb):
        return parse.child(above.i, "obj", "nsubj:pass")
    # A finite clause ("after rebels attacked") has a subject of its own, read or misread.
    shares = verb.rel in ("conj", "xcomp") or (verb.rel == "advcl" and not verb.is_finite)
    shares = shares and (above.is_verb or above.is_adjective)
    return subject(parse, above) if shares else None


def _read_as_part(parse: Parse, verb: Word) -> list[Word]:
    """The subject of a finite verb that was taken for a part of its name: "The army flew in"."""
    before = (w for w in parse.children(verb.i, "compound") if w.is_noun and w.i < verb.i)
    return list(before)[-1:] if verb.is_finite else []


def _is_told_to(parse: Parse, verb: Word) -> bool:
    """Tell whether an infinitive is for the object of its governor to do: "ordered the troops to
    withdraw", "the troops were ordered to withdraw"; what "took steps to withdraw" acts on are no
    people."""
    above = parse.head(verb)
    if verb.rel != "xcomp" or not verb.is_base or above is None or not above.is_verb:
        return False
    told = parse.child(above.i, "obj", "nsubj:pass")
    return told is not None and is_somebody(told)


def is_kept_from(parse: Parse, verb: Word) -> bool:
    """Tell whether somebody was kept from doing it: "prevented the rebels from leaving"."""
    above = parse.head(verb)
    marks = {w.lower for w in parse.children(verb.i, "mark", "case")}
    kept = above is not None and above.lemma in load_words().sets["keeping"]
    return kept and verb.is_present_participle and "from" in marks


@asked_once
def patients(parse: Parse, word: Word) -> Sequence[Word]:
    """The heads of what `word` acts on: object, passive subject, or the noun it describes.

    In "the captured village" and "the village which rebels captured" that is the village; of a
    noun ("the capture of the village") it is what follows "of", "on" or "against".
    """
    named = _named_behind(parse, word)
    if named is not None:
        return [named]
    passive = is_passive(parse, word)
    found = parse.children(word.i, "obj", *(["nsubj"] if passive else []))
    if not found and word.is_verb and not passive:
        found = [w for w in parse.children(word.i, "xcomp") if w.is_noun]
    found = [antecedent(parse, w, word) for w in found]
    head = parse.head(word)
    if head is not None and not found:
        bare = word.rel in ("acl", "amod") and (word.is_past or word.is_adjective)
        related = word.dep == "acl:relcl" and parse.child(word.i, "nsubj") is not None
        if bare or related or word.rel == "compound":
            found = [head]
        elif word.rel == "conj" and head.is_verb and word.is_verb:
            found = parse.children(head.i, "nsubj:pass") if is_passive(parse, head) else []
    if not found and not word.is_verb:
        found = [w for w in parse.children(word.i, "nmod") if case_of(parse, w) in _ON]
    return found


def _named_behind(parse: Parse, verb: Word) -> Word | None:
    """The head of the name that somebody gives what is acted on: "fighters" for "struck" in
    "struck what it called senior Hamas fighters", "what the army said were Hamas fighters"."""
    behind = parse.words[verb.i + 1 : verb.i + 1 + limits().particle_reach]
    if not verb.is_verb or not behind or behind[0].lower != "what":
        return None
    for at, word in enumerate(behind[1:], start=1):
        calls = word.lemma in cue_words("naming_verbs") or word.lower == "as"
        if (calls or word.lemma == "be") and at + 1 < len(behind):
            head = behind[at + 1]
            while head.rel in _BEFORE_HEAD and head.head > head.i:
                head = parse.words[head.head]
            return head if head.is_noun else None
    return None
