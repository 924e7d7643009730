"""When a noun that the narrator uses names somebody: a person, a body, a group of people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.extraction.entities.entity import ELSEWHERE, OBJECT, SUBJECT
from counterclaim.extraction.entities.naming import name_words
from counterclaim.extraction.grammar.spans import is_day, noun_phrase, whole_name
from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.lexicon import any_of
from counterclaim.knowledge.people import gender_of, office_by_verb
from counterclaim.knowledge.phrases import words as listed
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_PEOPLE = ("civilians", "officials", "persons", "faceless")
_BODIES = ("organisation_words", "tails", "bare_state", "bare_rebel")
_RANKS = {"nsubj": SUBJECT, "obj": OBJECT, "iobj": OBJECT}
_SILENT = re.compile(
    rf"[^.;\n]{{0,80}}?\b{any_of('kept_silent')} (?:\w+ ){{0,3}}?{any_of('comments')}\b"
)
_GENITIVE = re.compile(r"['’]s?$")
_NOMINAL = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "conj", "root", "parataxis"})


@dataclass(frozen=True, slots=True)
class Introduced:
    """Somebody as one phrase names them: who that is, and the words that say so; `silent`: they are
    only said to have kept silent."""

    who: Classified
    mention: str
    start: int
    words: frozenset[str]
    silent: bool = False


class Narrator:
    """Whom the narrator of one article names."""

    def __init__(self, parse: Parse, layout: Layout, article: ArticleContext) -> None:
        self._parse, self._layout, self._article = parse, layout, article
        self._surnames: set[str] = set()

    def named(self, head: Word) -> Introduced | None:
        """Somebody whom a noun outside quotations and headlines names, it being no place.

        Example:
            `Olena Koval met residents in Izium.` names a person (the subject) and, as an object,
            some people; the town is nobody.
        """
        if not (head.is_noun and _stands_alone(head) and self._is_narrated(head)):
            return None
        if not (head.is_proper or head.lower in listed(*_PEOPLE, *_BODIES)):
            return None
        if is_day(head) or head.lemma in cue_words("time_nouns"):
            return None
        start, end = _own_phrase(self._parse, head)
        mention = _GENITIVE.sub("", self._parse.text[start:end])
        again = head.is_proper and mention in self._surnames
        if not (again or _may_name(head, mention, self._article)):
            return None
        who = self._article.classify(mention)
        if not (again or _is_somebody(head, who)):
            return None
        if who.kind == "person":
            self._surnames.update(who.name.split()[1:])
        said = " ".join((mention, who.name, who.role or "", _doing(self._parse, head)))
        silent = head.rel == "nsubj" and _SILENT.match(self._parse.text, end) is not None
        return Introduced(who, mention, start, name_words(said), silent)

    def is_quoted(self, word: Word) -> bool:
        """Whether a word stands in somebody's quotation."""
        return self._layout.is_quoted(word.start, word.start + 1)

    def _is_narrated(self, word: Word) -> bool:
        if self.is_quoted(word) or self._parse.sentences[word.sentence].headline:
            return False
        return not self._article.is_place(word) or self._acts_as_state(word)

    def _acts_as_state(self, word: Word) -> bool:
        """Whether a country or capital does something: `Kyiv awaits the arms that it asked for`."""
        entry = self._article.classify(word.text).entry if word.rel == "nsubj" else None
        return entry is not None and entry.type == "state"


def _stands_alone(word: Word) -> bool:
    """Whether a noun heads a phrase of its own: no title, no first half of a compound."""
    return word.rel in _NOMINAL and word.dep not in ("nmod:desc", "nmod:unmarked")


def gender_in(mention: str, who: Classified) -> str | None:
    """The gender a name or title tells; a body has none."""
    if who.kind == "organisation":
        return None
    return gender_of(who.name) or gender_of(mention)


def rank(parse: Parse, head: Word) -> int:
    """How prominently a noun stands: 0 for a subject, 1 for an object, 2 elsewhere."""
    if head.rel == "conj":
        governor = parse.head(head)
        return ELSEWHERE if governor is None else _RANKS.get(governor.rel, ELSEWHERE)
    return _RANKS.get(head.rel, ELSEWHERE)


def is_joined(parse: Parse, head: Word) -> bool:
    """Whether somebody is named beside others: `Koval and Vovk`."""
    return head.rel == "conj" or parse.child(head.i, "conj") is not None


def _own_phrase(parse: Parse, head: Word) -> Span:
    """The noun phrase of `head` alone: `Koval` of `Koval and Vovk`."""
    start, end = whole_name(parse, noun_phrase(parse, head))
    for other in parse.children(head.i, "conj"):
        end = min(end, parse.words[other.i - 1].end if other.i else end)
        for joint in parse.children(other.i, "cc", "punct"):
            end = min(end, joint.start) if joint.start > head.start else end
    return start, max(end, head.end)


def _may_name(head: Word, mention: str, article: ArticleContext) -> bool:
    """Whether it is worth asking who a phrase means: a name, or people and bodies."""
    if head.lower in listed(*_PEOPLE) and head.rel == "nsubj":
        return True
    if head.is_proper:
        return " " in mention or article.is_name(mention)
    return re.search(r"\w.*\s[A-Z]\w", mention) is not None


def _is_somebody(head: Word, who: Classified) -> bool:
    if who.kind == "person":
        return who.entry is not None or " " in who.name
    if who.kind == "unnamed":
        people = head.lower in listed(*_PEOPLE)
        return people and head.rel == "nsubj"
    return who.entry is not None or (head.is_proper and " " in who.name)


def _doing(parse: Parse, head: Word) -> str:
    """The office somebody's verb gives: `has governed the region`, `who heads the agency`."""
    verbs = [*parse.children(head.i, "acl:relcl", "acl"), *_verb_of(parse, head)]
    for verb in verbs:
        office = office_by_verb(verb.lemma)
        if office is not None:
            objects = parse.children(verb.i, "obj")
            return " ".join([office, *(w.text for o in objects for w in parse.subtree(o.i))])
    return ""


def _verb_of(parse: Parse, head: Word) -> Iterable[Word]:
    verb = parse.head(head)
    return [verb] if verb is not None and head.rel == "nsubj" else []
