"""Whose an organ is that bare words name: `the military`, `officials`, `the health ministry`.

In a war inside one country they are the state's. Where several states fight, the text must point
at one: a headline that names the body with its owner, the medium that cites it, the place it speaks
of, the dateline. Who attacked tells nothing: `Iran fired missiles, the military said` may be
either's. What points at two states leaves it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.extraction.grammar.spans import noun_phrase
from counterclaim.extraction.grammar.voice import case_of
from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.country_terms import country_terms
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.lexicon import any_of, word_class
from counterclaim.knowledge.mentions import ActorMention, scan_actors
from counterclaim.knowledge.names import fold
from counterclaim.knowledge.phrases import head, part_of
from counterclaim.knowledge.phrases import words as listed
from counterclaim.knowledge.registry import bare
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN, load_sides
from counterclaim.language.datelines import dateline_end
from counterclaim.language.tree import Parse, Sentence, Word
from counterclaim.records.model import Span

_HELD = re.compile(rf"\b([A-Z]\w+)[-‑ ]{any_of('held_by')}\b")
_TELLING_BACK = 2  # sentences in which a state that speaks is still the one that speaks
_OPENING = 3  # sentences behind a headline that take up what it names


def organ_of(article: ArticleContext, parse: Parse, span: Span, known: Classified) -> Classified:
    """Who a bare organ of state at `span` is, of which its words tell what `known` holds: with the
    side of its state, and with the name it has in full where it is a body or holds an office."""
    if parse.within(*span)[0].is_owner:
        return known  # "its defence ministry" is of whom "its" points at
    mention = article.maker_words(parse.text[slice(*span)])
    side = _pointed(article, parse, span, known, mention)
    owners = article.countries_of(side)
    plain = mention.partition(" ")[2] if mention.lower().startswith("the ") else mention
    named = known.entry is not None or " of " in plain
    if known.kind == "unnamed" or named or len(owners) != 1:
        return article.with_nation(replace(known, side=side))
    full = article.classify(f"{owners[0].adjectives[0]} {plain}")
    return full if full.side == side else replace(known, side=side)


def of_organ_held(
    article: ArticleContext, parse: Parse, span: Span, known: Classified
) -> Classified:
    """A person at `span` who holds an office of a state that no word names, with its side: `Ana
    Lim, the health minister`."""
    office = known.role or ""
    if known.side == UNKNOWN and known.entry is None and _is_rank(office):
        return replace(known, side=article.home_side(parse, span))
    if known.entry is not None or known.organisation or not office or not article.is_organ(office):
        return known
    start = parse.text.find(office, span[0], span[1] + len(office))
    at = (start, start + len(office)) if start >= 0 else span
    return replace(known, side=_pointed(article, parse, at, known, office))


def _is_rank(office: str) -> bool:
    """Whether an office is a rank alone, or one in a unit of an army: "Major General", "spokesman
    for the 1st Infantry Division"."""
    keys = set(part_of(office).keys)
    unit = keys & listed("units") and not keys & listed("outlaws", "bare_rebel", "apart", "past")
    return bool(keys) and (bool(unit) or keys <= listed("ranks"))


def _pointed(
    article: ArticleContext, parse: Parse, span: Span, known: Classified, words: str
) -> str:
    """The side that the text points at for an organ or an office at `span` of which its own words
    tell none, or only that of the state at home in a war in which other states take part."""
    if known.side == UNKNOWN:
        return side_of_organ(article, parse, span)
    torn = len(article.states) > 1 and known.entry is None
    if not torn or article.is_armed(words) or not article.only_by_war(words):
        return known.side
    sentence = parse.sentences[parse.within(*span)[0].sentence]
    here = {*article.governed((sentence.start, sentence.end))} & article.states
    return here.pop() if len(here) == 1 else known.side


def side_of_organ(article: ArticleContext, parse: Parse, span: Span) -> str:
    """The side of a bare organ of state at `span`; "unknown" where the text points at none or two.

    Example:
        Under the headline `Israel's military claims the skies`, `the military` is Israel's; of
        `Shells hit Kharkiv, police said` Ukraine's.
    """
    states = article.states
    if article.is_owned(parse.text[slice(*span)]):  # "Gaza's interior ministry" is of Gaza
        owners = {*article.governed(span, countries=True)} & (states | article.parties)
        return owners.pop() if len(owners) == 1 else UNKNOWN
    armed = article.is_armed(parse.text[slice(*span)])
    local = article.holds_local_office(parse.text[slice(*span)])
    told = () if local else (_named, _telling)  # who speaks before is no town's
    pointers = (_headlined, _citing, _placed, _filed, *told, _opened)
    for pointer in pointers:
        parties = states | article.parties if pointer in _OF_PLACES and not armed else states
        found = {side for side in pointer(article, parse, span) if side in parties}
        if found:
            return found.pop() if len(found) == 1 else UNKNOWN
    return _only(article, parse, span)


def _headlined(article: ArticleContext, parse: Parse, span: Span) -> Iterator[str]:
    """Whose body of the same noun the headline names: `Israel's military claims …`."""
    unit = parse.within(*span)[0].sentence
    first = next((i for i, s in enumerate(parse.sentences) if not s.headline), 0)
    if unit - first >= _OPENING:
        return
    noun = _noun(article, parse, span)
    for sentence in parse.sentences[:unit]:
        titled = parse.text[sentence.start : sentence.end] if sentence.headline else ""
        for actor in scan_actors(titled, article.published, article.conflict):
            if part_of(actor.text).keys[-1] == noun and actor.side is not None:
                yield actor.side


def _noun(article: ArticleContext, parse: Parse, span: Span) -> str:
    """The noun of an organ at `span`, be it named as the maker of a document."""
    return head(part_of(article.maker_words(parse.text[slice(*span)])))


def _citing(article: ArticleContext, parse: Parse, span: Span) -> Iterator[str]:
    """Whose media cite it: `Indian news outlet ANI, citing defence forces`."""
    sentence = parse.sentences[parse.within(*span)[0].sentence]
    for word in parse.within(sentence.start, span[0]):
        if word.lower in listed("media"):
            country = _country(parse.text[slice(*noun_phrase(parse, word))])
            yield load_sides().of_country(country, article.conflict)


def _placed(article: ArticleContext, parse: Parse, span: Span) -> Iterator[str]:
    """Who governs what the sentence says happened where. Of soldiers that tells nothing; officials
    in general may also be those of a state that acts there."""
    mention = parse.text[slice(*span)]
    if article.is_armed(mention):
        return
    unit = parse.within(*span)[0].sentence
    sentence = parse.sentences[unit]
    held = [m[1] for m in _HELD.finditer(parse.text, sentence.start, sentence.end)]
    if held:
        of_word = load_sides().of_word
        yield from (of_word(o, article.conflict) or article.classify(o).side for o in held)
        return
    around = article.governed((sentence.start, sentence.end), countries=True)
    governed = [side for side in around if side in article.states | article.parties]
    yield from governed
    local = article.holds_local_office(mention)
    for word in parse.sentence_words(unit) if local or governed else ():
        if (_is_struck if local else _acts)(parse, word):
            country = _country(word.text) if word.is_proper or word.is_adjective else None
            yield load_sides().of_country(country, article.conflict)


def _acts(parse: Parse, word: Word) -> bool:
    """Whether a word is a subject or stands beside one: `Iran fired`, `Iranian jets flew`."""
    above = parse.head(word)
    beside = above is not None and word.rel in ("amod", "compound", "nmod")
    return word.rel == "nsubj" or (beside and above is not None and above.rel == "nsubj")


def _is_struck(parse: Parse, word: Word) -> bool:
    """Whether something is done to what a word names: `missiles on Israel`, `hit Israel`."""
    return word.rel == "obj" or case_of(parse, word) in word_class("against")


def _filed(article: ArticleContext, parse: Parse, span: Span) -> Iterator[str]:
    """Whose country the dateline of the paragraph, or the last one before, is in."""
    yield from _by_dateline(article, parse, parse.sentences[parse.within(*span)[0].sentence])


def _by_dateline(article: ArticleContext, parse: Parse, sentence: Sentence) -> Iterator[str]:
    """Who governs where a paragraph was filed that a sentence opens."""
    start = parse.text.rfind("\n", 0, sentence.start) + 1
    end = dateline_end(parse.text, start, sentence.end)
    return iter(() if end is None else article.governed((start, end), countries=True))


def _opened(article: ArticleContext, parse: Parse, span: Span) -> Iterator[str]:
    """Whose country the article was written in, by the dateline that opens it: what a paper of
    Lahore calls `the Foreign Office` is Pakistan's."""
    first = next((s for s in parse.sentences if not s.headline), None)
    if first is not None:
        yield from _by_dateline(article, parse, first)


def _named(article: ArticleContext, parse: Parse, span: Span) -> Iterator[str]:
    """Whose body of the same noun the article names anywhere: of `the military` Israel's where it
    tells of `the Israeli military` and of no other state's."""
    noun = _noun(article, parse, span)
    if bare(fold(article.maker_words(parse.text[slice(*span)]))) not in article.registry.forms:
        return  # "the provincial government" is no body of the whole state
    for actor in article.actors:
        if actor.state and actor.side is not None and part_of(actor.text).keys[-1] == noun:
            yield actor.side


def _telling(article: ArticleContext, parse: Parse, span: Span) -> Iterator[str]:
    """Which state speaks in the sentence before, or last in this one: `Russia says … The defence
    ministry said …`."""
    unit = parse.within(*span)[0].sentence
    for back in range(_TELLING_BACK + 1):
        here = parse.sentences[max(unit - back, 0)]
        told = [
            actor.side
            for actor in article.actors
            if here.start <= actor.start < min(here.end, span[0])
            if actor.state and actor.side is not None and _says(parse, actor)
        ]
        if told:
            yield told[-1]
            return


def _says(parse: Parse, actor: ActorMention) -> bool:
    """Whether an actor is the subject of a verb of saying."""
    words = parse.within(actor.start, actor.end)
    verb = parse.head(words[-1]) if words and words[-1].rel == "nsubj" else None
    return verb is not None and load_cues().verb(verb.lemma) is not None


def _only(article: ArticleContext, parse: Parse, span: Span) -> str:
    """The one state that fights, unless the sentence is about land that it does not govern."""
    states = article.states
    if len(states) != 1:
        return UNKNOWN
    (only,) = states
    sentence = parse.sentences[parse.within(*span)[0].sentence]
    around = {*article.governed((sentence.start, sentence.end), countries=False)}
    armed = article.is_armed(parse.text[slice(*span)])
    return only if armed or around <= {only, INDEPENDENT} else UNKNOWN


def _country(phrase: str) -> str | None:
    named = country_terms(part_of(phrase).keys)
    return named[0][2] if named else None


_OF_PLACES = (_placed, _filed, _opened)
