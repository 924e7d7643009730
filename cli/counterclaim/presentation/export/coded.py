"""CSV in the shape of ACLED and of UCDP GED, for tools that know their columns.

These hold events that coders have agreed on; a claim is what one source says. So nothing is merged,
and what a claim does not say stays empty. What somebody denies, plans, expects or demands is no
event, and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from counterclaim.knowledge.precision import precision_codes
from counterclaim.knowledge.predicates import load_predicates
from counterclaim.presentation.export.model import Exported, Files, article_address, interval
from counterclaim.presentation.listing import to_csv
from counterclaim.records import Actor, ArticleInfo, Claim, Place, Quantity

Row = dict[str, Any]
_KILLED = "killed"
_HAPPENED = ("asserts", "confirms")
ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip
UCDP = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_new_id",
    "conflict_name", "dyad_new_id", "dyad_name", "side_a_new_id", "side_a", "side_b_new_id",
    "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description",
    "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id",
    "region", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip


def to_acled(exported: Exported) -> Files:
    """One row for each claim whose type of event ACLED has."""
    rows = (_acled(a, c) for a, c in _told(exported) if acled_codes(c))
    return {"acled.csv": lambda: _sheet(ACLED, rows)}


def to_ucdp(exported: Exported) -> Files:
    """One row for each claim that counts dead: UCDP has no other events."""
    dead = ((a, c) for a, c in _told(exported) if dead_of(c))
    rows = (_ucdp(number, a, c) for number, (a, c) in enumerate(dead, 1))
    return {"ucdp.csv": lambda: _sheet(UCDP, rows)}


def _told(exported: Exported) -> Iterator[tuple[ArticleInfo, Claim]]:
    """The claims that something has happened."""
    return ((a, c) for a, c in exported.claims() if c.stance in _HAPPENED)


def _sheet(heads: Sequence[str], rows: Iterable[Row]) -> bytes:
    return to_csv(heads, ([row.get(head) for head in heads] for row in rows)).encode("utf-8")


def acled_codes(claim: Claim) -> tuple[str, str] | None:
    """The event type and the sub-event type; several that are possible leave the second open.

    >>> acled_codes(shelling_of_a_town)
    ('Explosions/Remote violence', 'Shelling/artillery/missile attack')
    """
    known = load_predicates().get(claim.event.type)
    if known is None or not known.acled:
        return None
    kinds = [part.strip() for part in known.acled.split("|")]
    types = list(dict.fromkeys(kind.partition(" / ")[0] for kind in kinds if " / " in kind))
    sub = kinds[0].partition(" / ")[2] if len(kinds) == 1 else ""
    return (types[0] if len(types) == 1 else "", sub)


def dead_of(claim: Claim) -> Quantity | None:
    """The number of dead, where a claim gives just one: of several nobody knows which contain
    which."""
    dead = [q for q in claim.quantities if q.what == _KILLED]
    return dead[0] if len(dead) == 1 else None


def _acled(article: ArticleInfo, claim: Claim) -> Row:
    first, last = interval(claim.time.earliest, claim.time.latest)
    event_type, sub = acled_codes(claim) or ("", "")
    dead = dead_of(claim)
    return {
        "event_id_cnty": claim.id,
        "event_date": first if first == last else None,
        "year": _year(first, last),
        "time_precision": _time_precision(first, last),
        "event_type": event_type,
        "sub_event_type": sub,
        "actor1": _name(claim.event.initiator),
        "actor2": _name(claim.event.target),
        **_where(claim, "geo_precision"),
        "source": article.outlet or article_address(article),
        "notes": f"{claim.source.name} {claim.stance}: {claim.text}",
        "fatalities": dead.best if dead else None,
        "tags": f"side={claim.source.side}; stance={claim.stance}",
    }


def _where(claim: Claim, precision: str) -> Row:
    place = claim.places[0] if claim.places else None
    if place is None:
        return {}
    codes = precision_codes(place.precision or "", place.relation)
    return {
        "country": place.country,
        "admin1": place.admin1,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        precision: codes.acled if precision == "geo_precision" else codes.ucdp,
    }


def _time_precision(first: str | None, last: str | None) -> int | None:
    """1: the day is known, 2: the week, 3: the month; None: not even that."""
    if not first or not last:
        return None
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    return next((code for code, most in ((1, 1), (2, 7), (3, 31)) if days <= most), None)


def _ucdp(number: int, article: ArticleInfo, claim: Claim) -> Row:
    first, last = interval(claim.time.earliest, claim.time.latest)
    dead, place = dead_of(claim), _where(claim, "where_prec")
    return {
        **place,
        "id": number,
        "relid": claim.id,
        "year": _year(first, last),
        "side_a": _name(claim.event.initiator),
        "side_b": _name(claim.event.target),
        "number_of_sources": 1,
        "source_article": article_address(article),
        "source_office": article.outlet,
        "source_date": article.published,
        "source_headline": article.title,
        "source_original": claim.source.name,
        "where_coordinates": place.get("location"),
        "adm_1": place.get("admin1"),
        "geom_wkt": _point(claim.places[0]) if claim.places else None,
        "date_start": first,
        "date_end": last,
        **({"best": dead.best, "high": dead.high, "low": dead.low} if dead else {}),
    }


def _point(place: Place) -> str | None:
    return None if place.lat is None else f"POINT ({place.lon} {place.lat})"


def _year(first: str | None, last: str | None) -> str | None:
    return first[:4] if first and last and first[:4] == last[:4] else None


def _name(actor: Actor | None) -> str | None:
    return actor.name if actor else None
