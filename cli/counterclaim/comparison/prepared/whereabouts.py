"""Where a claim's event lies, so far as the claim, its speaker or its article says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from counterclaim.comparison.types import Containment, Whereabouts, World
from counterclaim.knowledge.comparison import Axes
from counterclaim.records import Claim, Place, Record

_BRACKETS = re.compile(r"\([^()]*\)")
_NAMED = re.compile(r"\b(\w+) (?=[^\W\d_])((?:[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*)*)(?: (\w+))?")


def place_key(place: Place) -> str:
    """Give the identity of a place: its id or, outside the gazetteer, its folded name."""
    return place.id or place.name.casefold()


def inside(inner: Place, outer: Place, places: Containment) -> bool:
    """Tell whether one place lies in another, different one."""
    if not inner.id or not outer.id or inner.id == outer.id:
        return False
    return places.within(inner.id, outer.id)


def narrowest(found: Sequence[Place], places: Containment) -> tuple[Place, ...]:
    """Leave out places that merely contain another: of "Bakhmut in eastern Ukraine", Bakhmut."""
    return tuple(p for p in found if not any(inside(other, p, places) for other in found))


def find_whereabouts(record: Record, world: World) -> dict[str, Whereabouts]:
    """Find the whereabouts of every claim of one article, by claim id.

    A claim without a place may, for comparing only, be about the last place its own speaker
    spoke of, the place last spoken of by anybody, or one the article is about; unless its words
    name a place that the gazetteer does not have.
    """
    in_order = sorted(record.events, key=lambda claim: (claim.spans[:1], claim.id))
    axes = world.rules.axes
    named = {p.mention: p for claim in reversed(in_order) for p in claim.places if p.id}
    own = {
        claim.id: narrowest(_own(claim, axes), world.places) or _named(claim, axes, named)
        for claim in in_order
    }
    main = _main(record, own.values(), world.rules.thresholds.main_places)
    only = _only(own.values(), world.places)
    found: dict[str, Whereabouts] = {}
    near: tuple[Place, ...] = ()
    spoken: dict[str, tuple[Place, ...]] = {}
    for claim in in_order:
        last = spoken.get(claim.source.name, ())
        # A movement has two ends: the one that is not named may be the place spoken of before.
        moves = world.rules.axes.of("moving", claim.event.type)
        context = (*main, *near, *last) if moves or not own[claim.id] else ()
        around = tuple({place_key(p): p for p in (*own[claim.id], *context)}.values())
        own_basis = "context" if is_from_context(claim) else "stated"
        how = own_basis if own[claim.id] else "speaker" if last else "only" if only else "article"
        found[claim.id] = Whereabouts(own[claim.id] or last or only or near or main, how, around)
        if own[claim.id]:
            near = spoken[claim.source.name] = own[claim.id]
    return found


def _named(claim: Claim, axes: Axes, known: Mapping[str, Place]) -> tuple[Place, ...]:
    """Find the places that only the words of a claim name: as the article means them elsewhere."""
    found = unknown_places(claim, axes)
    return tuple(replace(known[p.name], relation=None) if p.name in known else p for p in found)


def is_from_context(claim: Claim) -> bool:
    """Tell whether nothing in the words of a claim names the places that its record has."""
    return bool(claim.places) and all(p.basis == "context" for p in claim.places)


def _own(claim: Claim, axes: Axes) -> tuple[Place, ...]:
    """Leave out places that only say where another one is: "Berestok, south of Kostiantynivka"; and
    borders of two states, which no place lies on alone."""
    brackets = " ".join(_BRACKETS.findall(claim.text))
    places = tuple(p for p in claim.places if p.id or not p.name.endswith(" border"))
    own = tuple(p for p in places if not (p.relation and p.mention in brackets))
    named = tuple(p for p in own if not _orients(p, axes))
    return named or own or places


def _orients(place: Place, axes: Axes) -> bool:
    words = (place.relation or "").casefold().split()
    return any(word in axes.outside or word in axes.orienting for word in words)


def unknown_places(claim: Claim, axes: Axes) -> tuple[Place, ...]:
    """Find the places that the words of a claim name and the gazetteer does not have. Of a claim
    about one of them the context tells nothing.

    >>> [p.name for p in unknown_places(claim, axes)]   # "an attack on Zubrykanda was repelled"
    ['Zubrykanda']
    """
    event = claim.event
    known = [claim.source.name, claim.time.mention or ""]
    known += [actor.name for actor in (event.initiator, event.target) if actor]
    return tuple(
        Place(name, name, (0, 0))
        for before, name, after in _NAMED.findall(claim.text)
        if before.casefold() in axes.locatives
        and (not after or after in axes.after_name)
        and not any(name in words for words in known)
    )


def _only(stated: Iterable[tuple[Place, ...]], places: Containment) -> tuple[Place, ...]:
    """Find the one place an article speaks of: all others lie in it, or hold it."""
    by_key = {place_key(place): place for found in stated for place in found}

    def is_only(one: Place) -> bool:
        others = (p for key, p in by_key.items() if key != place_key(one))
        return all(inside(p, one, places) or inside(one, p, places) for p in others)

    candidates = [by_key[key] for key in sorted(by_key) if is_only(by_key[key])]
    return narrowest(candidates, places)[:1]


def _main(record: Record, stated: Iterable[tuple[Place, ...]], most: int) -> tuple[Place, ...]:
    """Find the places an article is about: those of its title, else those most spoken of."""
    found = [place for places in stated for place in places]
    by_key = {place_key(place): place for place in reversed(found)}
    number = Counter(place_key(place) for place in found)
    title = (record.article.title or "").casefold()
    titled = [key for key, place in by_key.items() if _named_in(title, place)]
    often = sorted(by_key, key=lambda key: (-number[key], key))
    keys = titled or often[:most]
    return tuple(by_key[key] for key in sorted(keys))


def _named_in(title: str, place: Place) -> bool:
    return any(name and name.casefold() in title for name in (place.name, place.mention))
