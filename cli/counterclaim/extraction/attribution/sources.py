"""The source of each attribution as a record: canonical name, role, organisation, side, relay."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from operator import itemgetter

from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.attribution.channels import find_channels, relay_name
from counterclaim.extraction.attribution.makers import maker_of
from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.extraction.entities.model import Entities
from counterclaim.extraction.entities.speaks import may_speak, unlabelled, without_verb
from counterclaim.extraction.grammar.spans import overlap, whole_name
from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.sides import UNKNOWN
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse, asked_once
from counterclaim.records.model import NARRATOR, Mention, Relay, Source, Span

_AHEAD = 100
"""Attributions behind a lead in which its source may be named: two paragraphs have fewer."""

_Key = tuple[int, int, Span | None, Span | None, str]


def find_entities(
    parse: Parse, layout: Layout, attributions: list[Attribution], article: ArticleContext
) -> Entities:
    """Who and what an article speaks of, those who say something among them."""
    said = ((a.source, a.unit) for a in attributions)
    sources = [(speaker_of(parse, span), unit) for span, unit in said if span is not None]
    return Entities(parse, layout, article, sources)


@asked_once
def speaker_of(parse: Parse, source: Span) -> Span:
    """The words that name who speaks, of those found beside a cue."""
    made = maker_of(parse, unlabelled(parse.text, source))
    return whole_name(parse, without_verb(parse, made))


class Voices:
    """The sources of an article's attributions, resolved once, in text order."""

    def __init__(
        self,
        parse: Parse,
        layout: Layout,
        attributions: list[Attribution],
        entities: Entities,
    ) -> None:
        self._parse = parse
        self._layout = layout
        self._entities = entities
        self._sources: dict[_Key, Source] = {}
        order = sorted(attributions, key=lambda a: (a.source or a.cue or a.content[0], a.content))
        for attribution in order:
            self._sources[_key(attribution)] = self._resolve(attribution)
        self._order = sorted(self._sources, key=itemgetter(0, 1))
        self._name_leads(order)
        self._name_bodies(order)

    def source(self, attribution: Attribution) -> Source:
        """The source of an attribution, whose content may have been cut since."""
        known = self._sources.get(_key(attribution))
        return self._resolve(attribution) if known is None else known

    def quotation(self, content: tuple[Span, ...], attribution: Attribution | None) -> str:
        """direct: all words inside quotation marks; mixed: a part; indirect: none."""
        if attribution is None:
            return "indirect"
        inside = outside = 0
        for word in (w for span in content for w in self._parse.within(*span)):
            if not word.text[0].isalnum():
                continue
            if self._layout.is_quoted(word.start, word.end):
                inside += 1
            else:
                outside += 1
        if inside == 0:
            return "indirect"
        return "direct" if inside >= 9 * outside else "mixed"

    def _resolve(self, attribution: Attribution) -> Source:
        cue = self._mention(attribution.cue)
        if attribution.source is None:
            return Source("unattributed", "unnamed", UNKNOWN, cue=cue)
        span = speaker_of(self._parse, attribution.source)
        classified = self._entities.speaker(span, attribution.unit)
        if not may_speak(self._parse, span, classified):
            return Source("unattributed", "unnamed", UNKNOWN, cue=cue)
        mention = self._mention(span)
        words = mention.text if mention is not None else classified.name
        return Source(
            name=classified.name if classified.name != NARRATOR else words,
            kind=classified.kind,
            side=classified.side,
            mention=mention,
            role=classified.role,
            organisation=classified.organisation,
            cue=cue,
            relay=self._relays(attribution, classified),
        )

    def _name_leads(self, order: list[Attribution]) -> None:
        """`a Russian occupation official` in the lead is named in one of the next sentences (`Denis
        Pushilin, leader of the Russian occupation of …`): news copy names its lead source later."""
        opening = self._opening()
        for attribution in order:
            source = self._sources[_key(attribution)]
            if (
                self._parse.sentences[attribution.unit].paragraph != opening
                or source.kind != "unnamed"
                or source.mention is None
                or source.mention.text[:2].lower() not in ("a ", "an")
            ):
                continue
            named = self._named_later(attribution, source)
            if named is not None:
                self._sources[_key(attribution)] = _named_as(source, named)

    def _opening(self) -> int:
        """The paragraph that opens the article behind its headlines."""
        told = (s.paragraph for s in self._parse.sentences if not s.headline)
        return next(told, 0)

    def _name_bodies(self, order: list[Attribution]) -> None:
        """`The defence ministry`, before the article says whose it is: the one that it names."""
        for attribution in order:
            source = self._sources[_key(attribution)]
            mention = source.mention.text.lower() if source.mention is not None else ""
            if source.side != UNKNOWN or not re.fullmatch(r"the [a-z]+ ministry", mention):
                continue
            named = self._entities.only(mention.removeprefix("the "))
            if named is not None:
                self._sources[_key(attribution)] = _named_as(source, named)

    def _named_later(self, attribution: Attribution, source: Source) -> Source | None:
        lead = self._parse.sentences[attribution.unit].paragraph
        words = _content_words(source.mention.text if source.mention else "")
        first = bisect_right(self._order, attribution.unit, key=itemgetter(0))
        for key in self._order[first : first + _AHEAD]:
            unit, candidate = key[0], self._sources[key]
            if candidate.kind != "person" or candidate.mention is None:
                continue
            if self._parse.sentences[unit].paragraph - lead > 1 or candidate.side != source.side:
                continue
            if len(words & _content_words(candidate.mention.text)) >= 2:
                return candidate
        return None

    def _mention(self, span: Span | None) -> Mention | None:
        return None if span is None else Mention(self._parse.text[span[0] : span[1]], span)

    def _relays(self, attribution: Attribution, classified: Classified) -> tuple[Relay, ...]:
        out: list[Relay] = []
        for span in find_channels(self._parse, attribution):
            mention = self._mention(span)
            if mention is None or (
                attribution.source is not None and overlap(span, attribution.source)
            ):
                continue
            name = relay_name(mention.text)
            if name != classified.name and all(r.name != name for r in out):
                out.append(Relay(name, mention))
        return tuple(out)


def _named_as(source: Source, named: Source | Classified) -> Source:
    """A source of which the article tells elsewhere who it is."""
    return replace(
        source,
        name=named.name,
        kind=named.kind,
        side=named.side,
        organisation=named.organisation,
        role=named.role,
    )


def _key(attribution: Attribution) -> _Key:
    """What stays the same of an attribution when its content is cut."""
    return (
        attribution.unit,
        attribution.start,
        attribution.cue,
        attribution.source,
        attribution.rule,
    )


def _content_words(mention: str) -> set[str]:
    return {
        w
        for w in re.findall(r"[a-z]+", mention.lower())
        if len(w) > 2 and w not in ("the", "and", "for")
    }
