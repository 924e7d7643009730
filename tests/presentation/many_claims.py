"""Many invented claims about one town, with the articles they stand in: for sizes and looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from comparison.small_world import article, claim, make_world, number, place
from counterclaim.comparison import Asked, compare_claims

TOWN = Asked("Velyka", "Velyka", "settlement", "North Oblast", "Ukraine", 48.6, 38.0)
SPOTS = {"Velyka": (48.6, 38.0), "Mala": (48.7, 38.2), "Zarichne": (48.62, 38.05)}
SAID = (
    ("Moscow", "capture", "Russia", "its assault units had taken the eastern quarter of {at}"),
    ("Kyiv", "control", "Ukraine", "its brigades held every street of {at} that day"),
    ("Moscow", "attack repelled", "Russia", "{n} attacks on its positions near {at} had failed"),
    ("Kyiv", "casualties", "Russia", "at least {n} Russian soldiers had been killed around {at}"),
    ("Moscow", "casualties", "Ukraine", "up to {n} Ukrainian soldiers had been killed near {at}"),
    ("analysts", "advance", "Russia", "Russian troops had gained some ground on the way to {at}"),
    ("locals", "shelling", "Russia", "shelling of {at} had gone on for {n} hours without a pause"),
)
AROUND = (
    "In its report of the {day} evening, which was not confirmed by others, {who} said {words}."
)


def many(claims, title="The day at the front"):
    """A comparison of so many claims in articles of ten, and the texts of these by id."""
    texts, records = {}, []
    for start in range(0, claims, 10):
        printed = date(2023, 1, 2) + timedelta(days=start // 10)
        name = f"herald-{start:04}"
        text, made = "", []
        for at in range(start, min(start + 10, claims)):
            made.append(_one(at, len(text), printed))
            text += made[-1][1] + "\n\n"
        record = article(*(c for c, _ in made), name=name, published=printed.isoformat())
        info = replace(record.article, outlet=f"Herald {start % 7}", title=title,
                       url=f"https://herald.example/{name}?a=1&b=2")  # fmt: skip
        records.append(replace(record, article=info))
        texts[name] = text
    return compare_claims(records, make_world(), place=TOWN), texts.get


def _one(at, start, printed):
    who, kind, by, words = SAID[(at * 5 + at // 7) % len(SAID)]
    spot = ("Velyka", "Velyka", "Zarichne", "Mala")[at % 4] if at % 9 else "Velyka"
    spots = [place(spot), place("Velyka")] if spot == "Mala" else [place(spot)]
    spots = [replace(p, lat=SPOTS[p.name][0], lon=SPOTS[p.name][1]) for p in spots]
    told = f"{words.format(n=at % 90 + 10, at=spot)}, in sector {at}"
    sentence = AROUND.format(day=printed.strftime("%d"), who=who, words=told)
    first = start + sentence.index(told)
    counted = (
        [number("killed", at % 90 + 10, None, f"{at % 90 + 10}")] if kind == "casualties" else ()
    )
    made = claim(who, kind, told, by=by, on=by if counted else None, at=spots, numbers=counted,
                 said=printed.isoformat() if at % 3 else None, spans=((first, first + len(told)),),
                 stance="denies" if at % 17 == 5 else "asserts")  # fmt: skip
    return made, sentence
