"""Present tenses of saying that a parser takes for plurals: `Kyiv denies that it shelled Lor`,
`The military denies having fired`, `The army posts that two men died`."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction.grammar.report_words import changed
from counterclaim.extraction.grammar.words import in_name, is_lone_name, is_of_people
from counterclaim.knowledge.cues import load_cues
from counterclaim.language.lemmas import verb_in_third_person
from counterclaim.language.tree import Parse, Word

_OF_NOUNS = ("amod", "compound", "nmod", "flat", "det")


def with_presents(parse: Parse) -> Parse:
    """The tree with each such word as the verb of its sentence: what stands before it is its
    subject, what follows is told."""
    told = {w.i: clause for w in parse.words if (clause := _told_behind(parse, w)) is not None}
    clauses = {clause.i: verb for verb, clause in told.items()}

    def change(word: Word) -> Word:
        if word.i in told:
            stem = verb_in_third_person(word.lower) or word.lemma
            return word.as_finite("present singular", lemma=stem, dep="root", head=word.i)
        if word.i + 1 in told:
            named = word if word.is_noun else word.as_name()
            return replace(named, dep="nsubj", head=word.i + 1)
        if word.i in clauses:
            dep = "xcomp" if _is_doing(parse, parse.words[clauses[word.i]], word) else "ccomp"
            return replace(word, dep=dep, head=clauses[word.i])
        if word.head in told and word.i < word.head:
            return replace(word, head=word.head - 1)
        return replace(word, dep="obl") if word.head in told and word.rel == "nmod" else word

    return changed(parse, change) if told else parse


def _told_behind(parse: Parse, word: Word) -> Word | None:
    """The head of the clause that a word tells which looks like a plural, or lacks a subject."""
    stem = verb_in_third_person(word.lower) if word.is_plural or word.is_finite else None
    entry = load_cues().verb(stem, None) if stem is not None else None
    if entry is None or not entry.frames & {"ccomp", "xcomp"} or not _is_led(parse, word):
        return None
    if word.rel == "root" and parse.child(word.i, "nsubj") is None:
        clauses = parse.children(word.i, "acl", "ccomp")
        denies = entry.stance_in("xcomp") == "denies"
        told = (c for c in clauses if _is_clause(parse, word, c) or _is_doing(parse, word, c))
        return next((c for c in told if denies or _is_clause(parse, word, c)), None)
    above = parse.words[word.head]
    if word.rel != "nsubj" or above.rel != "root" or above.i < word.i:
        return None
    return above if _is_doing(parse, word, above) or _is_that_clause(parse, word, above) else None


def _is_led(parse: Parse, word: Word) -> bool:
    """Whether a name or a noun phrase in the singular opens the sentence and runs up to a word."""
    before = parse.before(word)
    if not before or not all(in_name(w) for w in before):
        return False
    last = before[-1]
    held = last.is_adjective and any(w.is_genitive for w in before)
    hangs = last.head == word.i and last.rel in _OF_NOUNS
    named = last.is_noun or held or is_lone_name(before)
    return hangs and named and not last.is_plural and not is_of_people(last)


def _is_clause(parse: Parse, verb: Word, clause: Word) -> bool:
    """Whether a clause with a subject of its own begins behind a word, with "that" or not."""
    subject = parse.child(clause.i, "nsubj", "expl")
    if subject is None or subject.i < verb.i:
        return False
    opens = min(parse.subtree(subject.i), key=lambda w: w.i)
    return opens.i == verb.i + 1 or _opens_with_that(parse, verb, clause)


def _is_that_clause(parse: Parse, verb: Word, clause: Word) -> bool:
    """Whether "that" opens the clause that a word was taken for the subject of."""
    own = [w for w in parse.children(clause.i, "nsubj", "expl") if w.i > verb.i]
    return bool(own) and _opens_with_that(parse, verb, clause)


def _opens_with_that(parse: Parse, verb: Word, clause: Word) -> bool:
    """Whether nothing but where it is told stands before the "that" of a clause: `posts on X
    that`."""
    that = next((w for w in parse.children(clause.i) if w.lower == "that" and w.i > verb.i), None)
    between = [] if that is None else parse.words[verb.i + 1 : that.i]
    return that is not None and all(w.is_preposition or w.is_proper for w in between)


def _is_doing(parse: Parse, verb: Word, clause: Word) -> bool:
    """Whether nothing but a clause in -ing follows a word: `denies having fired`."""
    first, *behind = parse.behind(verb)
    helps = first.rel == "aux" and first.head == clause.i
    alone = not any(w.is_finite for w in behind)
    return alone and first.is_present_participle and (helps or first.i == clause.i)
