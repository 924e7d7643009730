"""Records to plain mappings in the order of the contract."""

from __future__ import annotations

from typing import Any

from counterclaim.records.model import (
    SCHEMA,
    Actor,
    ArticleInfo,
    Claim,
    Event,
    FurtherEvent,
    Mention,
    Place,
    Quantity,
    Record,
    Review,
    Source,
    Subject,
    Time,
)

Plain = dict[str, Any]


def record_to_dict(record: Record) -> Plain:
    """A record as mappings and lists, without what is null, false or empty.

    >>> record_to_dict(Record(ArticleInfo("undated-x-0", "0", "x.txt")))["article"]["published"]
    """
    return {
        "schema": SCHEMA,
        "article": article_to_dict(record.article),
        "events": [claim_to_dict(claim) for claim in record.events],
    }


def article_to_dict(info: ArticleInfo) -> Plain:
    """What is known of an article."""
    return {
        "id": info.id,
        "sha256": info.sha256,
        "file": info.file,
        "title": info.title,
        **_kept(outlet=info.outlet, author=info.author, url=info.url),
        "published": info.published,
        **_kept(published_from=info.published_from, language=info.language),
        **_kept(raw_sha256=info.raw_sha256, reader=info.reader, wire=info.wire),
        **_kept(replaces=info.replaces, made_by=info.made_by),
    }


def claim_to_dict(claim: Claim) -> Plain:
    """One event record."""
    return {
        "id": claim.id,
        "text": claim.text,
        "spans": [list(span) for span in claim.spans],
        "quotation": claim.quotation,
        "stance": claim.stance,
        **_kept(
            hedged=claim.hedged,
            stance_cues=[_mention_to_dict(cue) for cue in claim.stance_cues],
            responds_to=claim.responds_to,
            subject=_subject_to_dict(claim.subject),
        ),
        "source": _source_to_dict(claim.source),
        "event": _event_to_dict(claim.event),
        **_kept(
            also=[_further_to_dict(further) for further in claim.also],
            places=[_place_to_dict(place) for place in claim.places],
            time=_time_to_dict(claim.time),
            quantities=[_quantity_to_dict(quantity) for quantity in claim.quantities],
            review=_review_to_dict(claim.review),
        ),
    }


def _kept(**values: Any) -> Plain:
    """The values that say something; a 0 does."""
    return {key: value for key, value in values.items() if not _is_nothing(value)}


def _is_nothing(value: Any) -> bool:
    return value is None or value is False or (hasattr(value, "__len__") and not len(value))


def _mention_to_dict(mention: Mention | None) -> Plain | None:
    return {"text": mention.text, "span": list(mention.span)} if mention else None


def _subject_to_dict(subject: Subject | None) -> Plain | None:
    if subject is None:
        return None
    return {"name": subject.name, "text": subject.text, "span": list(subject.span)}


def _source_to_dict(source: Source) -> Plain:
    return {
        "name": source.name,
        **_kept(mention=_mention_to_dict(source.mention)),
        "kind": source.kind,
        **_kept(role=source.role, organisation=source.organisation),
        "side": source.side,
        **_kept(
            cue=_mention_to_dict(source.cue),
            relay=[
                {"name": relay.name, **_kept(mention=_mention_to_dict(relay.mention))}
                for relay in source.relay
            ],
        ),
    }


def _event_to_dict(event: Event) -> Plain:
    roles = {name: value for name, value in event.roles if value is not None and value != ""}
    return {
        "type": event.type,
        **_kept(initiator=_actor_to_dict(event.initiator), target=_actor_to_dict(event.target)),
        **roles,
    }


def _further_to_dict(further: FurtherEvent) -> Plain:
    return {**_event_to_dict(further.event), "words": list(further.words)}


def _actor_to_dict(actor: Actor | None) -> Plain | None:
    return {"name": actor.name, "side": actor.side} if actor else None


def _place_to_dict(place: Place) -> Plain:
    return {
        "name": place.name,
        "mention": place.mention,
        "span": list(place.span),
        **_kept(id=place.id, country=place.country, admin1=place.admin1),
        **_kept(lat=place.lat, lon=place.lon, precision=place.precision, relation=place.relation),
        **_kept(basis=place.basis if place.basis != "stated" else None),
        **_kept(candidates=list(place.candidates) or None),
    }


def _time_to_dict(time: Time) -> Plain:
    return _kept(
        mention=time.mention,
        span=list(time.span) if time.span else None,
        earliest=time.earliest,
        latest=time.latest,
        precision=time.precision,
        said=time.said,
    )


def _quantity_to_dict(quantity: Quantity) -> Plain:
    return {
        "what": quantity.what,
        **_kept(
            unit=quantity.unit,
            counted=quantity.counted,
            fate=quantity.fate,
            side=quantity.side,
            window=quantity.window,
            low=_number(quantity.low),
            best=_number(quantity.best),
            high=_number(quantity.high),
        ),
        "mention": quantity.mention,
        "span": list(quantity.span),
        **_kept(approximate=quantity.approximate),
        **({} if quantity.cumulative is None else {"cumulative": quantity.cumulative}),
    }


def _number(value: float | None) -> float | None:
    """70000 rather than 70000.0: people count soldiers in whole numbers."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _review_to_dict(review: Review) -> Plain:
    status = None if review == Review() else review.status
    return _kept(status=status, reviewer=review.reviewer, date=review.date, note=review.note)
