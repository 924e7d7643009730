"""What one record rests on, as lines of text or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from counterclaim.comparison.selection import BY_CONTEXT
from counterclaim.comparison.views.record_support import RecordSupport, Support
from counterclaim.knowledge.predicates import Predicate
from counterclaim.presentation.compare.words import one_line, quote, quote_claim
from counterclaim.presentation.console import fold
from counterclaim.presentation.underlining import Underline, underline
from counterclaim.records import Actor, Claim, Event, Place, Quantity
from counterclaim.records.characters import dump_json
from counterclaim.records.convert import claim_to_dict

Fact = tuple[str, str]
_INTERESTS = {"against": "against its own interest", "self_serving": "serves its own side"}
_STRESSED = ("stance", "hedge", "stance or hedge")
_GUTTER, _LABEL = 6, 11


def support_to_text(basis: RecordSupport, text: str | None, width: int) -> str:
    """Write what a record rests on: its words underlined in the article, then each part of it.

    `text` is the article as stored (None: it cannot be read), `width` the columns to print in.
    """
    claim, info = basis.claim, basis.article
    article = " · ".join(filter(None, (info.title, info.file)))
    lines = [one_line(claim.id), one_line(article)]
    if text is None:
        lines += ["", "the text of the article cannot be read: the words are those of the record"]
        lines += [f"  {'/'.join(f.parts):12} {_words(f)}" for f in basis.footings]
    else:
        firm = [f for f in basis.footings if stands(f, text)]
        marks = [Underline(f.span, ", ".join(f.parts)) for f in firm]
        lines += ["", *underline(text, marks, width - _GUTTER)]
        lines += _astray(basis, text)
    facts = [(name, one_line(words)) for name, words in _facts(basis)]
    lines += ["", *(f for name, words in facts for f in fold(f"{name:10} {words}", width, _LABEL))]
    return "".join(f"{line}\n" for line in lines)


def support_to_json(basis: RecordSupport, text: str | None) -> str:
    """Write what a record rests on as one JSON object; `stands`: the article has the words there,
    null when its text cannot be read.
    """
    claim = basis.claim
    codes = [
        {"name": p.name, "acled_geo_precision": c.acled, "ucdp_where_prec": c.ucdp}
        for p, c in basis.places
    ]
    made: dict[str, Any] = {
        "record": claim_to_dict(claim),
        "words": [
            {
                "parts": list(f.parts),
                "text": f.words or (text[slice(*f.span)] if text else None),
                "span": list(f.span),
                "stands": None if text is None else stands(f, text),
            }
            for f in basis.footings
        ],
        "plain_assertion": _is_plain(claim),
        "event_type": basis.means and _meaning(basis.means),
        "places": codes,
        "interest": basis.interest,
        "answers": basis.answers and basis.answers.id,
        "answered_by": [other.id for other in basis.answered_by],
    }
    return dump_json(made, indent=2) + "\n"


def stands(footing: Support, text: str) -> bool:
    """Tell whether an article has the words where the record says."""
    found = text[slice(*footing.span)]
    return bool(found) and footing.words in ("", found)


def _words(footing: Support) -> str:
    where = f"characters {footing.span[0]}-{footing.span[1]}"
    return f"{quote(footing.words)} ({where})" if footing.words else where


def _astray(basis: RecordSupport, text: str) -> Iterator[str]:
    for footing in basis.footings:
        if not stands(footing, text):
            yield f"not where the record says: {'/'.join(footing.parts)} {_words(footing)}"


def _facts(basis: RecordSupport) -> Iterator[Fact]:
    claim = basis.claim
    source = claim.source
    about = (source.name, source.kind, f"side: {source.side}", source.role, source.organisation)
    yield "source", " · ".join(dict.fromkeys(filter(None, about)))
    yield from (("relay", relay.name) for relay in source.relay)
    yield "stance", _stance(basis)
    yield "quotation", claim.quotation
    yield from _event(claim, basis.means)
    for place, codes in basis.places:
        yield "place", _place(place, codes.acled, codes.ucdp)
    yield from _time(claim)
    yield from (("quantity", _quantity(quantity)) for quantity in claim.quantities)
    if basis.interest:
        yield "interest", _INTERESTS[basis.interest]
    if basis.answers:
        yield "answers", _other(basis.answers)
    yield from (("answered", _other(other)) for other in basis.answered_by)


def _is_plain(claim: Claim) -> bool:
    return claim.stance == "asserts" and not claim.hedged


def _stance(basis: RecordSupport) -> str:
    claim = basis.claim
    name = f"{claim.stance}, hedged" if claim.hedged else claim.stance
    given = [quote(cue.text) for cue in claim.stance_cues]
    if given:
        return f"{name}: {', '.join(given)}"
    return f"{name}: a plain assertion" if _is_plain(claim) else f"{name}: no words are noted"


def _meaning(means: Predicate) -> dict[str, str | None]:
    codes = {"plover": means.plover, "cameo": means.cameo, "acled": means.acled}
    return {"definition": means.definition, **codes}


def _event(claim: Claim, means: Predicate | None) -> Iterator[Fact]:
    event = claim.event
    yield "event", event.type.replace("_", " ")
    if means:
        codes = {"PLOVER": means.plover, "CAMEO": means.cameo, "ACLED": means.acled}
        yield "meaning", means.definition
        yield from ((scheme, code) for scheme, code in codes.items() if code)
    for name, actor in (("initiator", event.initiator), ("target", event.target)):
        if actor:
            yield name, _actor(actor)
    for name, value in event.roles:
        yield name.replace("_", " "), _plain(value)
    for further in claim.also:
        yield "also", _further(further.event)


def _further(event: Event) -> str:
    """A further event in a line: `casualties · by: Army · harm: killed`."""
    actors = [
        f"{word}: {actor.name}"
        for word, actor in (("by", event.initiator), ("to", event.target))
        if actor
    ]
    roles = [f"{name.replace('_', ' ')}: {_plain(value)}" for name, value in event.roles]
    return " · ".join([event.type.replace("_", " "), *actors, *roles])


def _actor(actor: Actor) -> str:
    return f"{actor.name} · side: {actor.side}"


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).replace("_", " ")


def _place(place: Place, acled: int | None, ucdp: int | None) -> str:
    coded = [
        f"{name} {code}"
        for name, code in (("ACLED geo_precision", acled), ("UCDP where_prec", ucdp))
        if code is not None
    ]
    spelled = f"{place.name} ({quote(place.mention)})"
    basis = BY_CONTEXT if place.basis == "context" else None
    known = place.id or "not known"
    if place.candidates:
        known = f"one of {', '.join(place.candidates)}"
    return " · ".join(
        filter(None, (spelled, basis, place.relation, place.precision, known, *coded))
    )


def _time(claim: Claim) -> Iterator[Fact]:
    time = claim.time
    if time.mention or time.earliest or time.latest:
        ends = "not resolved"
        if time.earliest or time.latest:
            ends = f"{time.earliest or '…'} to {time.latest or '…'}"
        said = quote(time.mention) if time.mention else ""
        yield "time", " · ".join(filter(None, (said, ends, time.precision)))
    if time.said:
        yield "said", time.said


def _quantity(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    ends = _number(low) if low == high else f"{_number(low)} to {_number(high)}"
    scope = {
        "unit": quantity.unit,
        "of": quantity.counted,
        "fate": quantity.fate and _plain(quantity.fate),
        "side": quantity.side,
        "window": quantity.window,
        "cumulative": None if quantity.cumulative is None else _plain(quantity.cumulative),
    }
    stated = [f"{name}: {value}" for name, value in scope.items() if value is not None]
    about = "approximate" if quantity.approximate else ""
    parts = (quote(quantity.mention), f"{quantity.what}: {ends}", about, *stated)
    return " · ".join(filter(None, parts))


def _number(value: float | None) -> str:
    return "…" if value is None else f"{value:,.15g}"


def _other(claim: Claim) -> str:
    stance = "" if claim.stance == "asserts" else f" {claim.stance}"
    return f"{claim.id} {claim.source.name}{stance}: {quote_claim(claim)}"
