"""Places taken up again: "the city", "this besieged town", "there".

The nearest sentence before it that names a fitting place decides, if it names one only; the
place of an event goes before the place that an official is of, and that before a place which only
says where somebody spoke, came from or how far away it was. Between two, nothing is chosen: a
wrong place is worse than none. A name that no gazetteer knows counts as a place here, too: "the
town" behind it is not some other town.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache

from counterclaim.extraction.places.attributes import NOTHING, Attribute, read_attribute
from counterclaim.extraction.places.named_before import (
    ASIDE,
    EVENT,
    NOT_MEANT,
    OFFICE,
    Fitting,
    NamedBefore,
    finest,
    size_fits,
)
from counterclaim.extraction.places.regions import region_of, turns_from
from counterclaim.extraction.places.roles import relation_of
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.knowledge.gazetteer import PlaceEntry, load_gazetteer
from counterclaim.knowledge.lexicon import any_of, word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.patterns import pattern, pattern_with
from counterclaim.knowledge.place_context import PlaceContext, load_place_context
from counterclaim.language.datelines import dateline_end
from counterclaim.records.model import Span

# "the secretary of state", "said that the town": what stands between begins another phrase.
_NO_ADJECTIVE = rf"{any_of('no_adjectives')}"
_SHORTENED = rf"(?<![A-Z])(?<!\b[DMS][rst])(?<!\b{any_of('shortened')})"
_SENTENCE_END = re.compile(rf"{_SHORTENED}[.!?…][\"”’)]*\s+|[.!?…][\"”’)]*[^\S\n]*\n\s*")
_NAMES = r"(?:[A-Z][\w’'-]*\s+){1,3}"
_WITHIN = re.compile(rf"\b{any_of('within')}\s+$")
_LONGEST_LEAD = 40  # code points of "throughout" and the blanks behind it
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_LISTED = pattern("place_list")
_OWNS_CAPITAL = re.compile(rf"[’']s? {any_of('capitals')}\b")
_LESSER = re.compile(rf"\b{any_of('lesser_capitals')}\b")
_THERE = "there"


def find_anaphors(
    text: str, named: list[Toponym], unknown: list[Span], context: PlaceContext
) -> list[Toponym]:
    """What "the city" and "there" mean, where the text decides it.

    `named` are the places of the text, `unknown` the names that stand like places and are not
    known. "Izium fell, and the town burned" gives Izium for "the town"; "Izium and Lyman fell, and
    the town burned" gives nothing.
    """
    reader = _Reader(text, context, named)
    before = [NamedBefore(t.start, t.end, reader.rank(t), t.key, t) for t in named]
    before += [NamedBefore(a, b, EVENT, text[a:b], None) for a, b in unknown]
    before = sorted((n for n in before if n.rank), key=lambda n: n.start)
    found = []
    for match in anaphor_pattern().finditer(text):
        noun = match["noun"] or _THERE
        if match["noun"] and re.match(r"\s+[A-Z]", text[match.end() : match.end() + 2]):
            continue
        told = NOTHING
        if match["names"]:
            told = (
                read_attribute(text, match.start("names"), match.start("noun"), named, context)
                or told
            )
            if told is NOTHING:
                continue
        meant = reader.meant(match, before, told)
        if meant is not None:
            found.append(_again(text, match, meant))
        elif match["noun"] is None:
            continue
        key = meant.key if meant else match.group()
        again = NamedBefore(*match.span(), EVENT, key, meant, "" if meant else noun)
        before.insert(bisect_left(before, again.start, key=lambda n: n.start), again)
    return found


@cache
def anaphor_pattern() -> re.Pattern[str]:
    """Match a description of a place taken up again: an article, at most two words and the names
    of an attribute, a noun of places: "the city", "the eastern Ukrainian city" (`noun`, `names`);
    and "there", where it does not only open a sentence ("there were")."""
    context = load_place_context()
    low = rf"(?!{_NO_ADJECTIVE}\b)[a-z]+(?:-[a-z]+)*\s+"
    return pattern_with(
        "description_of_place",
        low=low,
        names=_NAMES,
        nouns="|".join(sorted(context.anaphors)),
        nothing="|".join(sorted(context.not_there)),
    )


def is_facility(noun: str) -> bool:
    """Whether a noun means something that lies in or by a place: "hospital", but not "town"."""
    context = load_place_context()
    return bool(context.anaphors.get(noun, frozenset()) & context.facilities)


def _again(text: str, match: re.Match[str], meant: Toponym) -> Toponym:
    """The place that is taken up again, at the words that do it."""
    return replace(
        meant,
        start=match.start(),
        end=match.end(),
        text=match.group(),
        anaphor=True,
        event_place=_located(text, *match.span(), meant),
        core=match.span(),
        relation=relation_of(text, match.start(), match.end()),
    )


def _located(text: str, start: int, end: int, toponym: Toponym) -> bool:
    """A country taken up again is the place of an event only after a preposition of place; none is
    where its capital is told of ("the region's capital")."""
    if _OWNS_CAPITAL.match(text, end):
        return False
    if toponym.entry is None or toponym.entry.kind != "country":
        return True
    return _WITHIN.search(text, max(0, start - _LONGEST_LEAD), start) is not None


class _Reader:
    """Decides in one text, whose sentences and paragraphs it knows."""

    def __init__(self, text: str, context: PlaceContext, named: list[Toponym]) -> None:
        self.text = text
        self.countries = Counter(t.entry.country for t in named if t.entry and t.entry.country)
        self.context = context
        self.paragraphs = [m.end() for m in _PARAGRAPH_END.finditer(text)]
        if not self.paragraphs:
            self.paragraphs = [m.end() for m in re.finditer(r"\n", text)]
        ends = {m.end() for m in _SENTENCE_END.finditer(text)}
        self.sentences = sorted(ends | set(self.paragraphs))
        self._datelines: dict[int, int | None] = {}
        self._fitting: dict[str, Fitting] = defaultdict(Fitting)

    def rank(self, toponym: Toponym) -> int:
        """How much a text is about a place where it names it."""
        line = bisect_left(self.paragraphs, toponym.start + 1)
        dateline = self._dateline(line)
        if dateline is not None and toponym.end <= dateline:
            return NOT_MEANT
        if self.text[toponym.end : toponym.end + 1] == "-":
            return NOT_MEANT  # "UK-based"
        kind = toponym.entry.kind if toponym.entry is not None else ""
        if not toponym.event_place and kind in ("capital", "seat"):
            return NOT_MEANT
        if toponym.relation not in (None, "part", "outskirts", "surroundings"):
            return ASIDE
        if toponym.event_place:
            return ASIDE if self._only_said(toponym.start) else EVENT
        return OFFICE if kind == "country" or self._official(toponym) else ASIDE

    def _dateline(self, line: int) -> int | None:
        """Where the dateline of a paragraph ends; None where it has none."""
        if line not in self._datelines:
            start = self.paragraphs[line - 1] if line else 0
            self._datelines[line] = dateline_end(self.text, start, len(self.text))
        return self._datelines[line]

    def _official(self, toponym: Toponym) -> bool:
        """Whether an official or a body of the place is named with it."""
        before, behind = limits().office_before, limits().office_behind
        around = self.text[max(0, toponym.start - before) : toponym.start]
        rest = self.text[toponym.end : toponym.end + behind]
        words = re.findall(r"\w+", f"{around} {rest}".lower())
        known = (self.context.offices, self.context.office_before, self.context.actor_nouns)
        return any(w in listed for w in words for listed in (*known, self.context.regional))

    def _only_said(self, start: int) -> bool:
        """Whether it is told of somebody that they speak, live or come from there."""
        words = re.findall(r"[a-z]+|[.,;:]", self.text[max(0, start - 60) : start])[-5:]
        return (
            bool(words)
            and words[-1] in word_class("whence")
            and any(word in self.context.whereabouts for word in words[:-1])
        )

    def meant(
        self, match: re.Match[str], before: list[NamedBefore], told: Attribute
    ) -> Toponym | None:
        """The place that a description takes up, None where the text leaves it open: of those named
        before, else the country that the text is about, or the place that it is about."""
        at, noun = match.start(), match["noun"] or _THERE
        if told.area and noun in word_class("capitals"):
            noun = "city"  # "the North Darfur capital"
        found = self._taken_up(at, noun, before, told)
        if told is not NOTHING or noun == _THERE:
            return found
        of_country = self.of_main_country(match)
        if found and noun in word_class("capitals") and self._is_far(at, found):
            return of_country or (found if self.rank(found) == EVENT else None)
        return found or of_country or self._of_main_place(match, before)

    def _is_of(self, noun: str, kind: str) -> bool:
        return kind in self.context.anaphors.get(noun, frozenset())

    def _is_far(self, at: int, toponym: Toponym) -> bool:
        """Whether a place was named more than a sentence before an offset."""
        return self._sentence(at) - self._sentence(toponym.start) > 1

    def _of_main_place(self, match: re.Match[str], before: list[NamedBefore]) -> Toponym | None:
        """The settlement that a text tells most events of, by far, for "the town" that nothing near
        tells; "this town" is near."""
        at, noun = match.start(), match["noun"]
        if match.group()[:4].lower() != "the " or not self._is_of(noun, "settlement"):
            return None
        so_far = self._so_far(at, noun, before)
        (first, most), (_, next_most) = [*so_far.counts.most_common(2), ("", 0), ("", 0)][:2]
        if most < limits().main_place_least or most < limits().main_place * next_most:
            return None
        known = (n for n in reversed(so_far.last) if n.key == first and n.rank == EVENT)
        chosen = next(known, None)
        if chosen is None or self._moved(at, before, chosen):
            return None
        return self._as_meant(chosen, noun)

    def _taken_up(
        self, at: int, noun: str, before: list[NamedBefore], told: Attribute
    ) -> Toponym | None:
        """The place named before that `noun` at the offset `at` takes up."""
        so_far = self._so_far(at, noun, before)
        fitting = [n for n in so_far.last if told.fits(n.toponym.entry if n.toponym else None)]
        here, same = self._sentence(at), self._paragraph(at)
        if noun == _THERE:
            fitting = [n for n in fitting if here - self._sentence(n.start) <= 1]
            fitting = [n for n in fitting if self._paragraph(n.start) == same]
            fitting = finest(fitting)
        fitting = self._told_of(fitting, same) or fitting
        if not fitting:
            return None
        paragraph = self._paragraph(fitting[-1].start)
        scope = [n for n in fitting if self._paragraph(n.start) == paragraph]
        if paragraph == same:
            last = self._sentence(fitting[-1].start)
            near = [n for n in scope if self._sentence(n.start) == last]
        else:
            near = scope
        chosen = self._only(near, scope, noun)
        if chosen is None and paragraph == same and noun != _THERE:
            chosen = self._last(near)
        if chosen is None:
            return None
        if self._sentence(chosen.start) < here and self._moved(at, before, chosen):
            return None
        right_before = here - self._sentence(chosen.start) <= 1
        if paragraph != same and not right_before and so_far.outnumber(chosen):
            return None
        return self._as_meant(chosen, noun)

    def _told_of(self, fitting: list[NamedBefore], paragraph: int) -> list[NamedBefore]:
        """The places of events near, where the last place is only one that somebody fled to."""
        last = fitting[-1] if fitting else None
        if last is None or last.rank != ASIDE or (last.toponym and last.toponym.relation):
            return []
        near = limits().event_paragraphs
        if self._paragraph(last.start) == paragraph:
            return []  # "he said in Goma. In the city, …"
        return [
            n for n in fitting if n.rank == EVENT and paragraph - self._paragraph(n.start) <= near
        ]

    def _moved(self, at: int, before: list[NamedBefore], chosen: NamedBefore) -> bool:
        """Whether the sentence of an offset names another place before it, which turns from the one
        chosen: "an official of Khartoum state said the city …" is not about El Geneina."""
        meant = chosen.toponym
        for named in reversed(before[: bisect_left(before, at, key=lambda n: n.start)]):
            if self._sentence(named.start) < self._sentence(at):
                return False
            if meant is not None and named.toponym and turns_from(meant.entry, named.toponym):
                return True
        return False

    def of_main_country(self, match: re.Match[str]) -> Toponym | None:
        """The country that most of the text is about, or its capital, for "the country" and "the
        capital" that nothing near tells."""
        noun = match["noun"] or _THERE
        kinds = self.context.anaphors.get(noun, frozenset())
        if not kinds & {"country", "capital"} or _LESSER.search(match.group()):
            return None
        country = self.main_country()
        if country is None:
            return None
        entry = country
        if "capital" in kinds:
            entry = load_gazetteer().capital(country.country or "") or country
        return Toponym(*match.span(), match.group(), entry, core=match.span())

    def main_country(self) -> PlaceEntry | None:
        """The country of most places and peoples that a text names, if it is named far oftener than
        any other."""
        (first, most), (_, next_most) = ([*self.countries.most_common(2), ("", 0), ("", 0)])[:2]
        found = load_gazetteer().country(first) if first else ()
        clear = most >= limits().main_country_least and most >= limits().main_country * next_most
        return found[0].entry if found and clear else None

    def _so_far(self, at: int, noun: str, before: list[NamedBefore]) -> Fitting:
        """The places before an offset that a noun may mean; the text is read from left to right."""
        found = self._fitting[noun]
        until = bisect_left(before, at, key=lambda n: n.start)
        for named in before[found.seen : until]:
            if self._fits(named, noun):
                found.add(named)
        found.seen = until
        return found

    def _only(
        self, near: list[NamedBefore], scope: list[NamedBefore], noun: str
    ) -> NamedBefore | None:
        """The one place of the highest rank: of those that only tell where somebody was, the only
        one far and wide."""
        rank = max(n.rank for n in near)
        best = {n.key: n for n in (scope if rank == ASIDE else near) if n.rank >= rank}
        if len(best) > 1:
            called = {n.key: n for n in near if n.rank >= rank and self._called(n, noun)}
            best = called or best
        return next(iter(best.values())) if len(best) == 1 else None

    def _last(self, near: list[NamedBefore]) -> NamedBefore | None:
        """The place named last, where it is told of by itself: not in a list, not in passing."""
        last = near[-1]
        others = [n for n in near if n.key != last.key]
        between = self.text[others[-1].end : last.start] if others else ""
        alone = last.rank == EVENT and not _LISTED.fullmatch(between)
        return last if alone else None

    def _called(self, named: NamedBefore, noun: str) -> bool:
        """Whether the text itself says "the town of X", or "X, a town"."""
        reach = limits().called_reach
        left = self.text[max(0, named.start - reach) : named.start]
        right = self.text[named.end : named.end + reach]
        return bool(
            pattern_with("called_before", noun=noun).search(left)
            or pattern_with("called_behind", noun=noun).match(right)
        )

    def _as_meant(self, chosen: NamedBefore, noun: str) -> Toponym | None:
        """The toponym to take up: of an official's town, the region, where a region is meant."""
        toponym = chosen.toponym
        if toponym is None or toponym.entry is None or noun == _THERE:
            return toponym
        entry = toponym.entry
        if "region" in self.context.anaphors[noun] and entry.is_settlement:
            region = region_of(entry)
            return None if region is None else replace(toponym, entry=region)
        return toponym

    def _fits(self, named: NamedBefore, noun: str) -> bool:
        kinds = self.context.anaphors.get(noun, frozenset())
        entry = named.toponym.entry if named.toponym is not None else None
        if named.noun:
            return noun == _THERE or bool(kinds & self.context.anaphors.get(named.noun, kinds))
        if entry is None:
            known = named.toponym.name if named.toponym is not None else ""
            called = known.rpartition(" ")[2].lower()
            if called in self.context.anaphors:
                return noun == _THERE or bool(kinds & self.context.anaphors[called])
            return noun == _THERE or "settlement" in kinds
        if noun in word_class("capitals"):
            return entry.kind == "capital"
        settled = entry.precision == "settlement" or entry.is_settlement
        if noun == _THERE:
            return named.rank != OFFICE and entry.kind != "country"
        if self._called(named, noun):
            return True
        if settled and "region" in kinds and named.rank == OFFICE:
            return region_of(entry) is not None
        if not size_fits(entry, noun):
            return False
        if settled and named.rank == OFFICE and self._governed(named):
            return False
        kind = "settlement" if settled else entry.kind
        return kind in kinds or (entry.precision in kinds and not entry.is_settlement)

    def _governed(self, named: NamedBefore) -> bool:
        """Whether an official of the whole region is named after a city: "the Kherson governor"."""
        reach = limits().office_before
        around = self.text[max(0, named.start - reach) : named.end + reach].lower()
        return any(re.search(rf"\b{word}\b", around) for word in self.context.regional)

    def _sentence(self, at: int) -> int:
        return bisect_left(self.sentences, at + 1)

    def _paragraph(self, at: int) -> int:
        return bisect_left(self.paragraphs, at + 1)
