"""What can speak: a person, a body, a document, people; never a thing, an event or a heading.

What cannot is no source, whatever an attribution found beside its cue: its words are nobody's.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from counterclaim.extraction.entities.antecedents import HE, SHE
from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.lexicon import any_of, noun_classes, word_class
from counterclaim.knowledge.phrases import words as listed
from counterclaim.knowledge.predicates import load_words
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_LISTS = ("officials", "civilians", "persons", "anonymous", "employed", "media", "tails",
          "bare_state", "bare_rebel", "private_bodies", "neutral", "branches", "titles", "ranks",
          "honorifics", "guests", "faceless", "local_offices", "speaking_bodies")  # fmt: skip
_CUES = ("voices", "document_sources", "document_nouns", "evidence_nouns", "report_nouns",
         "anaphoric_nouns", "channel_nouns", "issued_documents", "go_betweens", "counts",
         "informants")  # fmt: skip
_PEOPLE = frozenset({"armed", "armed_people", "people", "civilians", "natives", "office_before"})
_CLAIMS = cue_words("verbs_like_plurals")
_OTHERS = word_class("they") - word_class("of_us")
_ENDING = re.compile(rf"\w+\w{any_of('abstract_endings')}")
_MARKS = re.compile(r"[#|*\[]|.*\]\(")
_CITES = word_class("cites")
_LABEL = re.compile(r"\[[^\[\]\n]{1,40}\]\s+(?=\w)")


def may_speak(parse: Parse, span: Span, who: Classified) -> bool:
    """Whether who is meant by a mention at `span` can say anything.

    Example:
        `The tensions increased, blaming …` and `### A city that refused to fall` have no source;
        `the tribunal`, `a letter`, `Koval` may be one, and `it` only once it is known who that is.
    """
    if who.entry is not None:
        return not _in_markup(parse.text, span)
    head = parse.top(*span)
    label = who.kind == "organisation" and parse.text.startswith(":", span[1])
    if head is None or label or _in_markup(parse.text, span):
        return False
    if head.is_pronoun:
        unknown = who.name.lower() == parse.text[span[0] : span[1]].lower()
        return not unknown or head.lower in HE | SHE | _OTHERS | _voices()
    return head.is_proper or not is_mute(head)


def is_mute(noun: Word) -> bool:
    """Whether a common noun means a thing, an event or a quality, and nobody who says anything."""
    if {noun.lower, noun.lemma} & _voices():
        return False
    if not noun.is_noun:
        return noun.lower in word_class("mute_words")
    classes = noun_classes("events").get(noun.lemma, frozenset()) - _PEOPLE
    known = classes and not load_words().classes[noun.lemma] & _PEOPLE
    abstract = _ENDING.fullmatch(noun.lemma) is not None
    return bool(known) or abstract or noun.lemma in cue_words("events", "time_nouns", "mute_nouns")


@cache
def _voices() -> frozenset[str]:
    return listed(*_LISTS) | cue_words(*_CUES)


def unlabelled(text: str, span: Span) -> Span:
    """A mention without the label in front of it: `Residents` of `[Anadolu] Residents`."""
    label = _LABEL.match(text, *span)
    return span if label is None else (label.end(), span[1])


def without_verb(parse: Parse, span: Span) -> Span:
    """A body without the verb that a parser took for a noun of its phrase: `Pakistani military
    claims to have`, `reports RSF`; without what cites it: `according to a miner`; and without the
    event that stands before who speaks: `Saturday's attack regional leaders`."""
    words = parse.within(*span)
    while len(words) > 1 and (words[0].is_preposition or words[0].lower in _CITES):
        words = words[1:]
    if len(words) > 1 and words[1].is_proper and words[0].text.islower() and _is_saying(words[0]):
        words = words[1:]
    for body, verb in pairwise(words):
        spoken = body.lower in listed("bare_state", "media", "officials", "organisation_words")
        if spoken and _is_saying(verb) and verb.lower not in _voices() - _CLAIMS:
            return words[0].start, body.end
    for event, other in pairwise(words[:-1]):
        if event.is_common and is_mute(event) and other.is_adjective and not event.is_genitive:
            words = [w for w in words if w.i > event.i]
            break
    return words[0].start, span[1]


def _is_saying(word: Word) -> bool:
    return word.lower.endswith("s") and load_cues().verb(word.lemma) is not None


def _in_markup(text: str, span: Span) -> bool:
    """Whether a mention begins as a heading or a row of a table does: `### A city`."""
    return _MARKS.match(text, *span) is not None
