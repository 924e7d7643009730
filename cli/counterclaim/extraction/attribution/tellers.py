"""Who tells what nobody else says: a body in its bulletin, a speaker in his turn of a transcript, a
staff whose account a report takes over with "the enemy"; elsewhere the article itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.extraction.attribution.followed import find_followed
from counterclaim.extraction.attribution.issuer import find_issuers
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.attribution.sources import Voices
from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.knowledge.sides import UNKNOWN
from counterclaim.language.segments import Layout
from counterclaim.language.span_index import SpanIndex
from counterclaim.language.turns import Turn, find_turns
from counterclaim.records.model import Mention, Source, Span

_NOBODY = ("unattributed", "unnamed", UNKNOWN)
_FIRST = word_class("first_person")


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of an article in the voice of a source; `lead` names it and is no claim."""

    span: Span
    source: Source
    lead: Span


class Tellers:
    """The voices of an article's own words, by where they stand."""

    def __init__(self, text: str, article: ArticleContext) -> None:
        issued = [Told(span, source, lead) for source, lead, span in find_issuers(text, article)]
        self._text = text
        self._told = [*issued, *_turns(text, article)]
        self._leads = SpanIndex(self._told, lambda told: [told.lead])

    def take_over(
        self, layout: Layout, found: list[Attribution], voices: Voices, actors: list[ActorMention]
    ) -> None:
        """Let a side that a report only follows tell what the report says in that side's words."""
        named = (a for a in found if a.source is not None and not self._is_own(a.source))
        spoken = [(a, voices.source(a)) for a in named]
        followed = find_followed(layout, spoken, actors)
        self._told += (Told(span, who, (0, 0)) for span, who in followed)

    def is_lead(self, span: Span) -> bool:
        """Whether words only name who tells what follows."""
        return any(lead.lead[0] <= span[0] < lead.lead[1] for lead in self._leads.touching(span))

    def teller(self, content: tuple[Span, ...]) -> Source | None:
        """Who tells some words that nobody is said to say; None for the article itself."""
        at = content[0][0]
        told = [t.source for t in self._told if t.span[0] <= at < t.span[1]]
        return told[-1] if told else None

    def speaker(self, attribution: Attribution, source: Source) -> Source:
        """Whose words an attribution's are: those of "I" or "we" are of who tells what is around,
        and so is what goes by data that are nobody else's (`according to preliminary data`); others
        are of their `source`."""
        named = attribution.source
        teller = self.teller((named,)) if named is not None and self._is_own(named) else None
        return source if teller is None else replace(teller, cue=source.cue, relay=source.relay)

    def _is_own(self, named: Span) -> bool:
        """Whether words name nobody but who tells what is around."""
        words = self._text[slice(*named)]
        return words.lower() in _FIRST or _are_own_data(words)


def _are_own_data(words: str) -> bool:
    """Whether words are of data that name nobody: `preliminary data`, `our latest figures`."""
    return words.islower() and words.rsplit(maxsplit=1)[-1] in cue_words("own_data")


def _turns(text: str, article: ArticleContext) -> Iterator[Told]:
    """The turns of a transcript. Who asks is nobody that is known; who answers without a name is
    who was called by one before."""
    last: Source | None = None
    for turn in find_turns(text):
        if turn.asks or turn.answers:
            mention = Mention(text[slice(*turn.label)], turn.label)
            nobody = Source(*_NOBODY, mention)
            source = nobody if turn.asks or last is None else last
        else:
            source = last = _called(text, turn, article)
        yield Told((turn.start, turn.end), source, (turn.label[0], turn.start))


def _called(text: str, turn: Turn, article: ArticleContext) -> Source:
    """Who a label names: `SENIOR OFFICIAL` by an office, `COL. ROLT` by a name."""
    words = text[slice(*turn.label)].lower()
    office = words.split()[-1] in cue_words("voices", "go_betweens")
    named = words if office else words.title()
    who = article.classify(named)
    mention = Mention(text[slice(*turn.label)], turn.label)
    return Source(who.name, who.kind, who.side, mention, who.role, who.organisation)
