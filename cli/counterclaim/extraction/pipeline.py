"""From an article's text to its event records: every step, in order, in one function."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counterclaim.extraction.attribution import Attribution, find_attributions
from counterclaim.extraction.attribution.model import COLON
from counterclaim.extraction.attribution.sources import Voices, find_entities
from counterclaim.extraction.attribution.tellers import Tellers
from counterclaim.extraction.claims.background import cut_background, end_at_next_report
from counterclaim.extraction.claims.context import (
    antecedent_span,
    before_next_clause,
    outside,
    place_context,
    says_where,
    spans_of,
    speaking_context,
    voiced_spans,
)
from counterclaim.extraction.claims.doubts import doubted_event
from counterclaim.extraction.claims.means import meant_strike
from counterclaim.extraction.claims.narrator import find_narrator_claims
from counterclaim.extraction.claims.nobody import told_by_nobody
from counterclaim.extraction.claims.propositions import split_content
from counterclaim.extraction.claims.relevance import keep_claims, may_be_voice
from counterclaim.extraction.claims.scene import Scenes
from counterclaim.extraction.claims.silence import tells_of_silence
from counterclaim.extraction.claims.stance import Stance, read_stance, speaks_for_itself
from counterclaim.extraction.claims.subject import Subjects
from counterclaim.extraction.claims.when import time_of_event
from counterclaim.extraction.claims.where import places_told, without_asides
from counterclaim.extraction.entities.article_context import ArticleContext, article_context
from counterclaim.extraction.entities.model import Entities
from counterclaim.extraction.entities.parties import (
    find_parties,
    narrator,
    outside_names,
    speaks_for_army,
    tells_of_war,
)
from counterclaim.extraction.events.blame import blame, find_blamed
from counterclaim.extraction.events.coding import FORWARD, Coder
from counterclaim.extraction.grammar.reports import mend_reports
from counterclaim.extraction.notes import Note, reading_notes
from counterclaim.extraction.places import find_toponyms, from_context, places_in
from counterclaim.extraction.places.toponym import Toponym
from counterclaim.extraction.quantities import find_quantities, tree_quantities
from counterclaim.extraction.stored import as_stored
from counterclaim.extraction.times import Timex, event_time, find_times, said_time
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.knowledge.predicates import FALLBACK, family
from counterclaim.language.parser import parse_text
from counterclaim.language.reading_copy import reading_copy
from counterclaim.language.segments import Layout, lay_out
from counterclaim.language.span_index import SpanIndex
from counterclaim.language.tree import Parse
from counterclaim.records.model import (
    ArticleInfo,
    Claim,
    Event,
    Mention,
    Place,
    Quantity,
    Record,
    Source,
    Span,
    Time,
)

Draft = tuple[tuple[Span, ...], Attribution | None]


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """Everything that is found once for the whole article."""

    text: str
    layout: Layout
    parse: Parse
    published: str | None
    conflict: str | None
    actors: list[ActorMention]
    toponyms: list[Toponym]
    times: list[Timex]
    attributions: list[Attribution]
    article: ArticleContext
    entities: Entities
    placed: SpanIndex[Attribution]
    coder: Coder
    subjects: Subjects
    counted: tuple[Quantity, ...]


def extract(text: str, info: ArticleInfo) -> Record:
    """The event records of one article.

    `text` is the article as the ledger stores it; spans count its code points. `info.published`
    anchors relative times; without it they keep their words and stay unresolved.
    """
    return extract_with_notes(text, info)[0]


def extract_with_notes(text: str, info: ArticleInfo) -> tuple[Record, tuple[Note, ...]]:
    """The event records of one article, and what was not read in it as it stands."""
    copy = reading_copy(text)
    reading = read(copy.text, info.published)
    notes = reading_notes(reading.layout)
    stored = (replace(note, offset=copy.span((note.offset, note.offset))[0]) for note in notes)
    return as_stored(_record(reading, info), copy), tuple(stored)


def _record(reading: ArticleReading, info: ArticleInfo) -> Record:
    voices = Voices(reading.parse, reading.layout, reading.attributions, reading.entities)
    tellers = Tellers(reading.text, reading.article)
    tellers.take_over(reading.layout, reading.attributions, voices, reading.actors)
    drafts = [d for d in _drafts(reading, voices) if not tellers.is_lead(d[0][0])]
    placed = SpanIndex(enumerate(drafts), lambda numbered: numbered[1][0])
    names = [f"{info.id}#{number:02d}" for number in range(1, len(drafts) + 1)]
    scenes = Scenes(reading.parse, reading.layout, reading.toponyms)
    claims: list[Claim] = []
    for name, draft in zip(names, drafts, strict=True):
        answered = _answered(draft, placed)
        words_of = drafts[answered][1] if answered is not None else draft[1]
        claim = _claim(name, draft, reading, voices, tellers, words_of)
        responds_to = names[answered] if answered is not None else None
        claim = replace(claim, responds_to=responds_to)
        claim = replace(claim, event=doubted_event(claim, claims))
        claims.append(scenes.place(replace(claim, event=meant_strike(claim, claims))))
    return Record(info, tuple(claims))


def _answered(draft: Draft, placed: SpanIndex[tuple[int, Draft]]) -> int | None:
    """The position of the claim whose words this one takes up (`Hamas denied this`)."""
    content, attribution = draft
    if attribution is None or not attribution.answers:
        return None
    return min(
        (
            position
            for span in content
            for position, (_, other) in placed.touching(span)
            if other is not attribution and (other is None or not other.answers)
        ),
        default=None,
    )


def _drafts(reading: ArticleReading, voices: Voices) -> list[Draft]:
    """The contents of all claims with their attributions (None: the narrator's), in text order."""
    parse, typed = reading.parse, reading.coder.type_of
    reports = end_at_next_report(parse, reading.attributions)
    spoken, tails = cut_background(parse, keep_claims(parse, reports, voices))
    said = SpanIndex(spoken, lambda a: a.content)
    tails = [t for t in tails if not said.touching(t)]
    drafts: list[Draft] = [
        (content, attribution)
        for attribution in spoken
        for content in split_content(
            parse, attribution.content, typed, quoted=_is_quoted(reading.layout, attribution)
        )
        if attribution.rule != COLON or typed(content) not in family("speech")
    ]
    others = [a for a in reading.attributions if may_be_voice(parse, a.source)]
    covered = [span for a in others for span in voiced_spans(parse, a)]
    cut = SpanIndex(tails, lambda tail: [tail])
    taken = [s for span in covered for s in outside(span, cut.touching(span))]
    war = tells_of_war(reading.conflict, reading.actors)
    narrated = find_narrator_claims(parse, reading.layout, taken, tails, typed, war=war)
    for content in narrated:
        parts = told_by_nobody(parse, content, typed)
        drafts += [(content, None)] if parts is None else parts
    return _once(sorted(drafts, key=_in_text), voices)


def _once(drafts: list[Draft], voices: Voices) -> list[Draft]:
    """The drafts without what one voice is told to say of the same words again."""
    out: dict[tuple[tuple[Span, ...], str | None], Draft] = {}
    for content, a in drafts:
        out.setdefault((content, None if a is None else voices.source(a).name), (content, a))
    return list(out.values())


def _in_text(draft: Draft) -> tuple[int, int, int, int]:
    """By where the words begin, and of words with one beginning by where they end."""
    content, attribution = draft
    start, end = content[0]
    return start, content[-1][1], end, attribution.start if attribution is not None else -1


def _is_quoted(layout: Layout, attribution: Attribution) -> bool:
    """Whether a content stands between the marks of a quotation."""
    return attribution.speech or all(layout.is_quoted(*span) for span in attribution.content)


def read(text: str, published: str | None) -> ArticleReading:
    """Sentences, quotations, parse, actors, places, times and attributions of a reading copy."""
    layout = lay_out(text)
    parse = mend_reports(parse_text(text, layout.units()))
    toponyms = find_toponyms(text, parse)
    conflict, actors = find_parties(text, published, toponyms, parse)
    named = outside_names(toponyms, actors)
    attributions = find_attributions(parse, layout)
    article = article_context(text, published, conflict, named, actors)
    entities = find_entities(parse, layout, attributions, article)
    return ArticleReading(
        text=text,
        layout=layout,
        parse=parse,
        published=published,
        conflict=conflict,
        actors=actors,
        toponyms=named,
        article=article,
        entities=entities,
        times=find_times(text, published),
        attributions=attributions,
        placed=SpanIndex(attributions, spans_of),
        coder=Coder(parse, actors, entities),
        subjects=Subjects(parse, actors, toponyms),
        counted=tree_quantities(parse),
    )


def _claim(
    identifier: str,
    draft: Draft,
    reading: ArticleReading,
    voices: Voices,
    tellers: Tellers,
    words_of: Attribution | None,
) -> Claim:
    """One record. `words_of` is whose words they are: in `Moscow said its troops had left. Kyiv
    denied this`, "its" is Moscow's in both records."""
    content, attribution = draft

    def voice(of: Attribution | None) -> Source:
        if of is None:
            return tellers.teller(content) or narrator(content, reading.actors)
        return tellers.speaker(of, voices.source(of))

    source, said_by = voice(attribution), voice(words_of)
    side, army = said_by.side, speaks_for_army(said_by)
    deed, blamed = find_blamed(reading.parse, attribution, content)
    event = reading.coder.code(deed, source_side=side, army=army)
    stance = read_stance(reading.parse, content, attribution, speaks_for_itself(source, event))
    if stance.stance in FORWARD:  # what is still to come may be no more than an intent
        event = reading.coder.code(deed, source_side=side, stance=stance.stance, army=army)
    event = blame(event, blamed, reading.actors)
    if attribution is None and tells_of_silence(reading.parse, content):
        none_hurt = event.type in family("toll") and event.role("negated")
        event = Event(event.type if none_hurt else FALLBACK)
    return Claim(
        id=identifier,
        text=" … ".join(reading.text[a:b] for a, b in content),
        spans=content,
        quotation=voices.quotation(content, attribution),
        stance=stance.stance,
        hedged=stance.hedged,
        stance_cues=tuple(Mention(reading.text[a:b], (a, b)) for a, b in stance.cues),
        subject=reading.subjects.find(content, attribution, source),
        source=source,
        event=event,
        also=reading.coder.further(deed, event, source_side=side) if _is_told(stance) else (),
        places=_places(content, attribution, reading),
        time=_time(content, attribution, reading),
        quantities=find_quantities(
            reading.text, content, reading.times, reading.actors, reading.counted
        ),
    )


def _is_told(stance: Stance) -> bool:
    """Whether a claim tells what has happened, so that further events of its words have, too."""
    return stance.stance in ("asserts", "confirms")


def _places(
    content: tuple[Span, ...], attribution: Attribution | None, reading: ArticleReading
) -> tuple[Place, ...]:
    """The places of the event: in the content, else in the rest of its sentence or quotation;
    there only where the content does not name a place of its own that nobody knows."""
    antecedent = antecedent_span(reading.parse, content)
    found = places_told(reading.text, content, antecedent, reading.toponyms)
    if found or any(says_where(reading.parse, span) for span in content):
        return found
    context = place_context(reading.layout, content, attribution, reading.placed)
    near = tuple(before_next_clause(reading.text, content, context))
    return from_context(places_in(without_asides(reading.text, near), reading.toponyms))


def _time(
    content: tuple[Span, ...], attribution: Attribution | None, reading: ArticleReading
) -> Time:
    """When it happened, from the content; when it was said, from the words around it."""
    time = time_of_event(reading.parse, reading.times, content, attribution)
    if attribution is None:
        return time
    around = speaking_context(reading.layout, attribution, reading.placed)
    if attribution.rule == "relative object" and time.mention is None:
        time = event_time(reading.text, reading.times, (attribution.clause or (0, 0),))
    return replace(time, said=said_time(reading.times, around))
