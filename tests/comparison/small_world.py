"""Invented claims in one line, and a small world: three towns, two enemies, one ally."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counterclaim.comparison import World
from counterclaim.knowledge.comparison import load_rules
from counterclaim.records import (
    Actor,
    ArticleInfo,
    Claim,
    Event,
    Place,
    Quantity,
    Record,
    Relay,
    Source,
    Time,
)

ENEMIES = [{"russia", "ukraine"}, {"belarus", "ukraine"}]
INSIDE = {
    "Zarichne": ["Velyka", "North Oblast", "Ukraine"],
    "Velyka": ["North Oblast", "Ukraine"],
    "Mala": ["North Oblast", "Ukraine"],
    "North Oblast": ["Ukraine"],
}
PRECISION = {"Zarichne": "district", "North Oblast": "oblast", "Ukraine": "country"}
SPEAKERS = {
    "Moscow": ("Russian Ministry of Defence", "organisation", "russia"),
    "Minsk": ("Belarusian General Staff", "organisation", "belarus"),
    "Kyiv": ("General Staff of the Armed Forces of Ukraine", "organisation", "ukraine"),
    "analysts": ("Institute for Front Studies", "organisation", "independent"),
    "locals": ("residents", "unnamed", "unknown"),
    "narrator": ("narrator", "narrator", "independent"),
}
ACTORS = {
    "Russia": Actor("Russian forces", "russia"),
    "Belarus": Actor("Belarusian forces", "belarus"),
    "Ukraine": Actor("Ukrainian forces", "ukraine"),
    "militants": Actor("militants"),
    "extremists": Actor("extremists"),
    "gunmen": Actor("gunmen"),
    "soldiers": Actor("soldiers"),
    "people": Actor("people"),
    "government": Actor("government forces"),
}


@dataclass(frozen=True)
class SmallWorld:
    """Who is whose enemy, and what lies where."""

    def opposed(self, a, b, on):
        return {a, b} in ENEMIES

    def allied(self, a, b, on):
        return {a, b} == {"russia", "belarus"}

    def is_state(self, side):
        return side in ("russia", "ukraine", "belarus")

    def epoch(self, on, among):
        return None

    def within(self, inner, outer):
        return outer in INSIDE.get(inner, [])

    def spells(self, words, place):
        return words.casefold()[:3] == place.casefold()[:3]


def make_world():
    return World(load_rules(), SmallWorld(), SmallWorld())


def place(name, relation=None, mention=None):
    kind = PRECISION.get(name, "settlement")
    return Place(
        name, mention or name, (0, 4), id=name, country="UA", precision=kind, relation=relation
    )


def number(what, low=None, high=None, mention="", **more):
    best = low if low == high else None
    return Quantity(what, mention, (0, 1), low, best, high, **more)


def claim(who, kind, text="It is said", /, *, by=None, on=None, at="Velyka", when=None, said=None,
          stance="asserts", hedged=False, numbers=(), relay=(), spans=None, **roles):  # fmt: skip
    """One claim: ``claim("Moscow", "capture", by="Russia", at="Velyka")``. Its id comes later."""
    name, source_kind, side = SPEAKERS[who]
    first, _, last = (when or "").partition("/")
    names = (at,) if isinstance(at, str | Place) else tuple(at or ())
    return Claim(
        id="",
        text=text,
        spans=spans or (),
        quotation="indirect",
        stance=stance,
        source=Source(name, source_kind, side, relay=tuple(map(Relay, relay))),
        event=Event(kind, ACTORS.get(by), ACTORS.get(on), tuple(sorted(roles.items()))),
        hedged=hedged,
        places=tuple(place(p) if isinstance(p, str) else p for p in names),
        time=Time(earliest=first or None, latest=last or first or None, said=said),
        quantities=tuple(numbers),
    )


def article(*claims, name="gazette", published="2023-03-02", title=None):
    """One article; claims get ids and, where they have none, spans in their order."""
    numbered = [
        replace(c, id=f"{name}#{i:02}", spans=c.spans or ((i * 100, i * 100 + len(c.text)),))
        for i, c in enumerate(claims, 1)
    ]
    info = ArticleInfo(name, "0" * 64, f"{name}.txt", title=title, published=published)
    return Record(info, tuple(numbered))
