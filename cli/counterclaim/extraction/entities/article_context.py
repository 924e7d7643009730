"""What an article as a whole tells of its sources: the day, the war, its places, its acronyms."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from operator import attrgetter, itemgetter

from counterclaim.extraction.entities.told import told_of
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.classify import Classified, classify_mention, is_organ
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.entries import Country
from counterclaim.knowledge.held import holder
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.knowledge.patterns import form_of, pattern, pattern_with
from counterclaim.knowledge.people import nation_of
from counterclaim.knowledge.phrases import part_of
from counterclaim.knowledge.phrases import words as listed
from counterclaim.knowledge.registry import Registry, load_registry
from counterclaim.knowledge.sides import INDEPENDENT, UNKNOWN, load_sides
from counterclaim.language.span_index import SpanIndex, inside
from counterclaim.language.tree import Parse, Sentence, Word
from counterclaim.records.model import Span

_NAME = form_of("part_of_name")
_NAMES = rf"{_NAME}(?:\s{_NAME}){{1,8}}"
_BEHIND = re.compile(rf"\b({_NAMES})\s?[(\[]([A-Z][A-Za-z]{{1,7}})[)\]]")
_SENTENCES_BACK = 2
_OWNER = re.compile(r"[A-Z][\w-]*['’]s? ")
_ARTICLES = word_class("no_name_words")
_COMMA = re.compile(r"\s*,")
_INSIDE = pattern("inside_before")
_ON_A_DAY = pattern("on_a_day")
_LONGEST_LEAD = 40  # code points of "inside neighbouring"
_BEFORE = re.compile(rf"\b([A-Z]{{2,7}})\s?[(\[](?:the\s)?({_NAMES})[)\]]")


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """The day and war that sources are seen from, and the names the article itself explains.

    `acronyms` gives the words of an acronym in brackets: `the Free Highland Front (FHF)`;
    `actors` are those it names;
    `entered` the countries (ISO 2) that something is said to happen in, with the offsets of "in"
    and of their end; `known` keeps who was asked for before, for most are named more than once.
    """

    published: str | None
    conflict: str | None
    toponyms: tuple[Toponym, ...]
    acronyms: dict[str, str]
    registry: Registry
    entered: tuple[tuple[int, int, str | None], ...] = ()
    actors: tuple[ActorMention, ...] = ()
    known: dict[str, Classified] = field(default_factory=dict)
    _placed: SpanIndex[Toponym] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        placed = SpanIndex(self.toponyms, lambda t: [(t.start, t.end)])
        object.__setattr__(self, "_placed", placed)

    def classify(self, mention: str) -> Classified:
        """Who a noun phrase means by its own words."""
        bare = mention.removeprefix("the ").removeprefix("The ")
        words = self.acronyms.get(bare, mention)
        if words not in self.known:
            found = classify_mention(self.registry, words, self.published, self.conflict)
            self.known[words] = found
        return self.known[words]

    def classify_here(self, parse: Parse, span: Span) -> Classified:
        """Who a mention in the text means: by its words, by what is said of it next to it, and, for
        an official of a place, by whose place that is."""
        mention = parse.text[slice(*span)]
        known = self._maker(mention) or self.classify(mention)
        nobodys = known.side == INDEPENDENT and known.entry is None
        if known.side != UNKNOWN and not nobodys:
            return self._of_neighbour(known, parse, span)
        told = list(told_of(parse, span))
        for words, (start, _) in told:
            joint = " " if parse.text[span[1] : start].isspace() else ", "
            known = self._with_words(known, mention + joint + words)
        for words, where in ((mention, span), *told):
            if known.side == UNKNOWN and self.holds_local_office(words):
                own = self._own_names(known, span)
                found = self._side_of_place(where, own) or self._side_around(parse, span, own)
                known = self.with_nation(replace(known, side=found))
            elif self.is_armed(words):
                known = self.with_nation(known)
        return known

    def _with_words(self, known: Classified, described: str) -> Classified:
        """Somebody of whom more words are known: the first that give a side count."""
        if known.side not in {UNKNOWN, INDEPENDENT}:
            return known
        more = self.classify(described)
        if known.kind == "unnamed" and more.name.startswith(f"{known.name} "):
            known = more
        if more.kind == known.kind and more.side != UNKNOWN:
            known = replace(known, side=more.side, organisation=more.organisation)
        return known

    def with_nation(self, known: Classified) -> Classified:
        """An official whose place two states claim, by how his given name is spelled: `Serhiy` is
        Ukraine's where Russia would have a `Sergei`."""
        if known.side != UNKNOWN or known.kind != "person" or known.entry is not None:
            return known
        war = load_sides().conflict(self.conflict)
        iso2 = nation_of(known.name.split()[0])
        side = war.countries.get(iso2 or "") if war is not None else None
        return replace(known, side=side) if side is not None else known

    def maker_words(self, mention: str) -> str:
        """The words for who made the document that a mention means: `the army` of `a statement from
        the army on Friday`; the mention itself where it means no document."""
        made, own = _made_by().match(mention), _own_count().fullmatch(mention)
        maker = mention[made.end() :] if made else own[1] if own else mention
        return _ON_A_DAY.split(maker, maxsplit=1)[0]

    def _maker(self, mention: str) -> Classified | None:
        """Whose document speaks: `a later report by the SABA news agency` is the agency, `a Reuters
        count` is Reuters. What comes "from" a name is of who is known: `images from Kupiansk`, of a
        town, are nobody's."""
        maker, made = self.maker_words(mention), _made_by().match(mention)
        if maker == mention:
            return None
        by = self.classify(maker)
        known = by.entry is not None and by.entry.type != "state"
        speaks = maker.split()[-1].lower() in listed("media", "bare_state") | cue_words("voices")
        bare = maker.removeprefix("the ").islower()
        named = made is not None and (made["by"] == "by" or bare or speaks)
        return by if by.kind == "organisation" and (known or named) else None

    def _of_neighbour(self, known: Classified, parse: Parse, span: Span) -> Classified:
        """Whose army `the army` is where the paragraph has gone to another country: `Across the
        border in Niger, the army said …`. Nobody's that is known where no war there is on record.
        """
        mention = parse.text[span[0] : span[1]]
        country = self._gone_to(parse, span)
        war = load_sides().conflict(self.conflict)
        if country is None or war is None or country in war.countries:
            return known
        if not self.only_by_war(mention):
            return known
        there = load_sides().war_inside(country, self.published)
        side = classify_mention(self.registry, mention, self.published, there).side
        return replace(known, side=side if there else UNKNOWN)

    def _gone_to(self, parse: Parse, span: Span) -> str | None:
        """The last country (ISO 2) that the paragraph of a mention said something happened in."""
        unit = self._paragraph_of(parse, parse.within(*span)[0].sentence)
        last = bisect_right(self.entered, span[0], key=itemgetter(1)) - 1
        if last < 0 or self.entered[last][0] < parse.sentences[unit].start:
            return None
        return self.entered[last][2]

    def _within(self, span: Span) -> list[Toponym]:
        """The toponyms inside a span, in text order."""
        return [t for t in self._placed.touching(span) if span[0] <= t.start and t.end <= span[1]]

    def only_by_war(self, mention: str) -> bool:
        """Whether only the war at hand gives a mention its side: "police", "the government"."""
        return classify_mention(self.registry, mention, self.published).side == UNKNOWN

    def is_abroad(self, parse: Parse, span: Span) -> bool:
        """Whether the sentence of a mention opens in a country that is no party to the war at hand:
        "In Cairo, police said". Who speaks there, hosts or guests, is not told."""
        war = load_sides().conflict(self.conflict)
        words = parse.sentence_words(parse.within(*span)[0].sentence)
        if war is None or words[0].lower not in word_class("held_in"):
            return False
        first = next(iter(self._within((words[0].end, span[0]))), None)
        if first is None or first.entry is None or first.end >= span[0]:
            return False
        opens = _COMMA.match(parse.text, first.end) is not None
        return (
            opens and first.entry.country is not None and first.entry.country not in war.countries
        )

    def state_before(self, parse: Parse, span: Span, back: int = 0) -> str | None:
        """The country that acts last before a mention in its sentence, or in one of those `back`:
        `Poland` for `its army` in `Poland sent up jets, its army said`."""
        unit = parse.within(*span)[0].sentence
        for sentence in reversed(parse.sentences[max(unit - back, 0) : unit + 1]):
            acting = [
                t.text
                for t in self._within((sentence.start, min(sentence.end, span[0])))
                if not (t.anaphor or t.event_place)
                if t.entry is not None and t.entry.kind == "country"
            ]
            if acting:
                return acting[-1]
        return None

    def is_place(self, word: Word) -> bool:
        """Whether a word is part of the name of a place."""
        return any(not t.anaphor for t in self._placed.at(word.start))

    def is_name(self, word: str) -> bool:
        """Whether one word is a name known here: a listed name or surname, an acronym explained."""
        known = self.registry.find(word) or self.registry.bearers(word)
        return bool(known) or word in self.acronyms

    def is_title(self, word: str) -> bool:
        """Whether a word stands before names: "Mr", "Gen.", "Mayor"."""
        key = word.rstrip(".").lower()
        return key in listed("honorifics", "ranks", "titles")

    @staticmethod
    def holds_local_office(mention: str) -> bool:
        """Whether somebody speaks for those who govern a place: "the governor", "town hall"."""
        keys = set(part_of(mention).keys)
        return bool(keys & listed("local_offices")) and not keys & listed("unaligned", "apart")

    def _own_names(self, known: Classified, span: Span) -> frozenset[int]:
        """Where what a mention calls somebody is also the name of a place: `Rima Khalil`."""
        person = known.kind == "person"
        return frozenset(t.start for t in self._within(span) if person and t.text in known.name)

    def _side_of_place(self, span: Span, own: frozenset[int]) -> str | None:
        """The side that governs the first place a mention names, where nobody else claims to; None
        where it names none."""
        return next(iter(self.governed(span, besides=own)), None)

    def _side_around(self, parse: Parse, span: Span, own: frozenset[int]) -> str:
        """The side that governs every place named in the sentence of a mention, else in the nearest
        one before it in its paragraph, or of the two before: `In Kursk a house burned down. The
        governor said …`; else the state at war at home, where nobody else governs."""
        here = parse.within(*span)[0].sentence
        first = self._paragraph_of(parse, here)
        for unit in range(here, max(min(here - _SENTENCES_BACK, first), 0) - 1, -1):
            sentence = parse.sentences[unit]
            where = (sentence.start, sentence.end)
            sides = set(self.governed(where, besides=own))
            if unit == here and not sides:
                sides = set(self.governed(where, countries=True, besides=own))
            if sides:
                told = unit == here or self._is_theirs(sides, parse.sentences[here])
                return sides.pop() if len(sides) == 1 and told else UNKNOWN
        return self.home_side(parse, span, own)

    def home_side(self, parse: Parse, span: Span, besides: frozenset[int] = frozenset()) -> str:
        """The state inside which the war is fought, where it governs all of it and the paragraph up
        to a mention tells of no other country."""
        war = load_sides().conflict(self.conflict)
        home = war.calm_state() if war is not None else None
        here = parse.within(*span)[0].sentence
        around = (parse.sentences[self._paragraph_of(parse, here)].start, parse.sentences[here].end)
        places = (t.entry for t in self._within(around) if t.entry and t.start not in besides)
        named = {place.country for place in places if place.country}
        abroad = [iso2 for iso2 in named if load_sides().of_country(iso2, self.conflict) != home]
        return home if home is not None and not abroad else UNKNOWN

    @staticmethod
    def _paragraph_of(parse: Parse, unit: int) -> int:
        """The first sentence of the paragraph of a sentence."""
        paragraph = parse.sentences[unit].paragraph
        return bisect_left(parse.sentences, paragraph, key=attrgetter("paragraph"))

    def _is_theirs(self, sides: set[str], sentence: Sentence) -> bool:
        """Whether who governs a place named before may speak of what a sentence says a party does:
        its enemy or itself, no third (`Rebels fired rockets, police said`)."""
        here = (sentence.start, sentence.end)
        acting = {a.side for a in inside(self.actors, [here]) if a.force and a.side}
        opposed = load_sides().opposed
        return not acting or any(a in sides or any(opposed(a, s) for s in sides) for a in acting)

    def governed(
        self, span: Span, *, countries: bool = False, besides: frozenset[int] = frozenset()
    ) -> list[str]:
        """The sides that govern the regions and towns named in a span, in text order; with
        `countries` also those in which something is said to have happened. `besides`: where what
        looks like a place is none."""
        sides, out = load_sides(), []
        for toponym in self._within(span):
            place = toponym.entry
            if place is None or toponym.start in besides:
                continue
            if place.kind != "country":
                held = holder(place.country, place.code, place.name, self.published)
                there = sides.of_place(place.country, place.code, self.conflict)
                out.append(there if held is None or self.conflict is None else held)
            elif countries and toponym.event_place:
                out.append(sides.of_country(place.country, self.conflict))
        return out

    @property
    def states(self) -> frozenset[str]:
        """The sides of the states that fight in the war at hand."""
        war = load_sides().conflict(self.conflict)
        return frozenset() if war is None else frozenset(war.countries.values())

    @property
    def parties(self) -> frozenset[str]:
        """The sides of the war at hand, those of groups that govern places among them."""
        war = load_sides().conflict(self.conflict)
        return frozenset() if war is None else frozenset(war.parties)

    def countries_of(self, side: str) -> list[Country]:
        """The countries whose organs speak for a side in the war at hand."""
        war = load_sides().conflict(self.conflict)
        known = self.registry.countries
        of = {} if war is None else war.countries
        return [known[iso2] for iso2, party in sorted(of.items()) if party == side]

    def is_organ(self, mention: str) -> bool:
        """Whether a mention means an organ of a state that it does not name: "the army"."""
        return is_organ(self.registry, mention)

    def is_owned(self, mention: str) -> bool:
        """Whether a name stands before an organ, as its owner: "Gaza's police", "Lod town hall"."""
        first = next((t for t in part_of(mention).tokens if t.key not in _ARTICLES), None)
        owner = _OWNER.search(mention)
        if owner is not None:
            return True
        known = listed("bare_state", "officials", "organisation_words", "titles", "common", "ranks")
        named = first is not None and first.capital and first.key not in known
        return named and not self.is_title(first.text if first is not None else "")

    @staticmethod
    def is_armed(mention: str) -> bool:
        """Whether a mention is of soldiers or who commands them: "the military", "army chief"."""
        return bool(set(part_of(mention).keys) & listed("armed_organs"))


@cache
def _made_by() -> re.Pattern[str]:
    documents = "|".join(sorted(cue_words("document_sources", "evidence_nouns", "informants")))
    return pattern_with("made_by", documents=documents)


@cache
def _own_count() -> re.Pattern[str]:
    counts = "|".join(sorted(cue_words("counts")))
    return pattern_with("own_count", counts=counts)


def article_context(
    text: str,
    published: str | None,
    conflict: str | None,
    toponyms: list[Toponym],
    actors: Sequence[ActorMention] = (),
) -> ArticleContext:
    """The article of an article; `published` is its day, `conflict` an id of data/sides.yaml."""
    behind = {m[2]: _expansion(m[1], m[2]) for m in _BEHIND.finditer(text)}
    before = {m[1]: m[2] for m in _BEFORE.finditer(text) if _initials(m[2]) == m[1]}
    entered = tuple(
        (inside.start(), t.end, t.entry.country)
        for t in toponyms
        if t.entry and t.entry.kind == "country"
        if (inside := _INSIDE.search(text, max(0, t.start - _LONGEST_LEAD), t.start))
    )
    acronyms = {**before, **behind}
    return ArticleContext(
        published,
        conflict,
        tuple(toponyms),
        acronyms,
        load_registry(),
        entered,
        tuple(actors),
    )


def _expansion(words: str, acronym: str) -> str:
    """The words an acronym in brackets stands for: those whose initials it spells, from the
    right."""
    parts = words.split()
    capitals = [i for i, part in enumerate(parts) if part[0].isupper()]
    if len(acronym) <= len(capitals):
        return " ".join(parts[capitals[-len(acronym)] :])
    return " ".join(parts[capitals[0] if capitals else 0 :])


def _initials(words: str) -> str:
    return "".join(part[0] for part in words.split() if part[0].isupper())
