"""A small ledger for tests of exports: two sides about one battle, an odd text, a hostile one."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.ledger import article_id, text_sha256
from counterclaim.presentation.export.model import Exported
from counterclaim.records import (
    Actor,
    ArticleInfo,
    Claim,
    Event,
    Mention,
    Place,
    Quantity,
    Record,
    Source,
    Time,
)

HOSTILE = '=cmd|calc "[[x]] <script>alert(1)</script>\n- `a` $b$ ![i](javascript:alert(1))'
TEXT = (
    "💩 Bridge lost\r\n\r\n"
    "The army said it had killed 45 fighters near Velm on 3 May 2024. "
    "The front denied that 45 fighters had been killed near Velm."
)
VELM = Place(
    "Velm", "Velm", (0, 0), "geonames:379555", "SD", "North", 13.6, 25.3, "settlement", "near"
)


def span_of(text, words):
    start = text.index(words)
    return (start, start + len(words))


def mention(text, words):
    return Mention(words, span_of(text, words))


def battle(text=TEXT):
    sha256 = text_sha256(text)
    info = ArticleInfo(
        article_id("Bridge lost", "2024-05-04", sha256),
        sha256,
        "a.txt",
        "Bridge lost",
        outlet="Example Wire",
        url="https://news.example/bridge?a=1",
        published="2024-05-04",
    )
    first = span_of(text, "it had killed 45 fighters near Velm on 3 May 2024")
    second = span_of(text, "45 fighters had been killed near Velm")
    army = Claim(
        id=f"{info.id}#01",
        text=text[slice(*first)],
        spans=(first,),
        quotation="indirect",
        stance="asserts",
        source=Source(
            "Army",
            "organisation",
            "sudan_army",
            mention(text, "The army"),
            cue=mention(text, "said"),
        ),
        event=Event("casualties", Actor("Army", "sudan_army"), Actor("fighters")),
        places=(replace(VELM, span=span_of(text, "Velm")),),
        time=Time("3 May 2024", span_of(text, "3 May 2024"), "2024-05-03", "2024-05-03", "day"),
        quantities=(Quantity("killed", "45 fighters", span_of(text, "45 fighters"), 45, 45, 45),),
    )
    front = replace(
        army,
        id=f"{info.id}#02",
        text=text[slice(*second)],
        spans=(second,),
        stance="denies",
        responds_to=army.id,
        source=Source("Front", "organisation", "rsf", mention(text, "The front")),
        places=(replace(VELM, span=(text.rindex("Velm"), text.rindex("Velm") + 4)),),
        time=Time(earliest="2024", latest="2024-05"),
        quantities=(),
    )
    return Record(info, (army, front)), text


def hostile():
    text = f"{HOSTILE}\n\nIt fell."
    sha256 = text_sha256(text)
    info = ArticleInfo(
        article_id("x", None, sha256), sha256, "=a.txt", HOSTILE, url="javascript:alert(1)"
    )
    claim = Claim(
        id=f"{info.id}#01",
        text=HOSTILE,
        spans=((0, len(HOSTILE)),),
        quotation="direct",
        stance="asserts",
        source=Source(HOSTILE, "person", "unknown"),
        event=Event("other"),
        places=(Place("../../etc", HOSTILE, (0, 3)),),
    )
    return Record(info, (claim,)), text


def exported(*made, relations=()):
    made = made or (battle(), hostile())
    texts = {record.article.id: text for record, text in made}
    return Exported([record for record, _ in made], texts.get, lambda: list(relations))
