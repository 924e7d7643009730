"""The people and bodies an article names, whether they speak or not: who a pronoun may mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.extraction.grammar.spans import is_day, noun_phrase, whole_name
from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.lexicon import any_of, word_class
from counterclaim.knowledge.names import fold_word
from counterclaim.knowledge.people import gender_of, office_by_verb
from counterclaim.knowledge.phrases import words as listed
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_PEOPLE = ("civilians", "officials", "persons", "faceless")
_BODIES = ("organisation_words", "tails", "bare_state", "bare_rebel")
SUBJECT, OBJECT, ELSEWHERE = 0, 1, 2
_RANKS = {"nsubj": SUBJECT, "obj": OBJECT, "iobj": OBJECT}
_SILENT = re.compile(
    rf"[^.;\n]{{0,80}}?\b{any_of('kept_silent')} (?:\w+ ){{0,3}}?{any_of('comments')}\b"
)
_GENITIVE = re.compile(r"['’]s?$")
_NOMINAL = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "conj", "root", "parataxis"})


@dataclass(slots=True)
class Referent:
    """Somebody the article has named: where last, how prominently, and what is known of them.

    `plural`: a body that is named by a plural, which "it" does not mean ("Russian troops").
    `rank` is 0 for a subject or somebody who speaks, 1 for an object, 2 for the rest; `silent`
    marks who is only said to have kept silent; `turn` counts who was named, and grows.
    """

    classified: Classified
    words: frozenset[str]
    offset: int
    sentence: int
    rank: int = SUBJECT
    gender: str | None = None
    spoke: bool = False
    many: bool = False
    joined: bool = False
    silent: bool = False
    turn: int = 0
    plural: bool = False


def find_referents(
    parse: Parse,
    article: ArticleContext,
    narrated: Callable[[Word], bool],
    sentence_of: Callable[[int], int],
) -> list[Referent]:
    """The people, bodies and groups of people that the narrator names, in text order.

    `narrated` tells the words of the narrator, outside quotations and place names; `sentence_of`
    counts the sentences of the article for the units of the parse.

    Example:
        `Olena Koval met residents in Izium.` names a person (the subject) and, as an object, some
        people; the town is nobody.
    """
    out: list[Referent] = []
    named: set[str] = set()
    for word in parse.words:
        if word.is_noun and _stands_alone(word) and narrated(word):
            referent = _referent(parse, word, article, named, sentence_of(word.sentence))
            if referent is not None:
                out.append(referent)
                if referent.classified.kind == "person":
                    named.update(referent.classified.name.split()[1:])
    return out


def _stands_alone(word: Word) -> bool:
    """Whether a noun heads a phrase of its own: no title, no first half of a compound."""
    return word.rel in _NOMINAL and word.dep not in ("nmod:desc", "nmod:unmarked")


def _referent(
    parse: Parse, head: Word, article: ArticleContext, named: set[str], sentence: int
) -> Referent | None:
    if not (head.is_proper or head.lower in listed(*_PEOPLE, *_BODIES)):
        return None
    if is_day(head) or head.lemma in cue_words("time_nouns"):
        return None
    start, end = _own_phrase(parse, head)
    mention = _GENITIVE.sub("", parse.text[start:end])
    again = head.is_proper and mention in named
    if not (again or _may_name(head, mention, article)):
        return None
    classified = article.classify(mention)
    if not (again or _is_somebody(head, classified)):
        return None
    extra = " ".join((mention, classified.name, classified.role or "", _doing(parse, head)))
    return Referent(
        classified,
        name_words(extra),
        start,
        sentence,
        _rank(parse, head),
        gender_in(mention, classified),
        many=head.is_plural and classified.kind == "unnamed",
        joined=head.rel == "conj" or parse.child(head.i, "conj") is not None,
        plural=head.is_plural and head.is_common,
        silent=head.rel == "nsubj" and _SILENT.match(parse.text, end) is not None,
    )


def gender_in(mention: str, classified: Classified) -> str | None:
    """The gender a name or title tells; a body has none."""
    if classified.kind == "organisation":
        return None
    return gender_of(classified.name) or gender_of(mention)


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


def _is_somebody(head: Word, classified: Classified) -> bool:
    entry = classified.entry
    if classified.kind == "person":
        return entry is not None or " " in classified.name
    if classified.kind == "unnamed":
        people = head.lower in listed(*_PEOPLE)
        return people and head.rel == "nsubj"
    return entry is not None or (head.is_proper and " " in classified.name)


def _rank(parse: Parse, head: Word) -> int:
    if head.rel == "conj":
        governor = parse.head(head)
        return ELSEWHERE if governor is None else _RANKS.get(governor.rel, ELSEWHERE)
    return _RANKS.get(head.rel, ELSEWHERE)


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


@lru_cache(maxsize=4096)  # most names of an article come again
def name_words(name: str) -> frozenset[str]:
    """The words of a name that count, in lower case and one spelling ("defense" as "defence"):
    titles and small words aside."""
    found = re.findall(r"\w+", name.lower().replace("’s", "").replace("'s", ""))
    return frozenset(map(fold_word, found)) - word_class("no_name_words")
