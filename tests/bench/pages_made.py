"""Forty pages of news as sites make them, invented, with the text, title and day that are theirs.

Each template is a kind of site; each page has its day in another place, with other days beside it
that are not its own (of a correction, of other articles, of comments).
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_TOWNS = ("Orikhiv", "Stepnohirsk", "Zatoka", "Kivsharivka", "Tokmachka", "Inhulka", "Velyka Balka")
_PEOPLE = ("Oleh Synko", "Dr. Maria Holub", "Col. Petro Dron", "Iryna Bilyk", "Taras Kormil")
_PLACES = ("the market", "a school", "the river port", "two apartment blocks", "the water tower")
_SENTENCES = (
    "At least {n} people were killed when shells hit {place} in {town} on Sunday, {who} said.",
    "“They fired at people who had come to buy bread,” {who} wrote, adding that {n} were wounded.",
    "The army denied that it had fired at {town} and blamed sabotage for the explosion.",
    "Residents of {town} said that the power had been out since Saturday morning.",
    "Rescue workers were still searching the rubble of {place} late in the evening.",
    "A spokesman for the rebels claimed that his men had taken the heights above {town}.",
    "{who}, who heads the regional council, called on both sides to open a road for civilians.",
    "Neither claim could be verified independently, and phones in {town} did not answer.",
    "About {n} families have left {town} since the bridge was blown up in April.",
    "Doctors at the district hospital said they had treated {n} people for burns.",
    "The ministry said that air defences had shot down {n} drones over the coast.",
    "It was the third strike on {place} within a week, according to {who}.",
)
_MENU = (
    "Home",
    "World",
    "War",
    "Politics",
    "Sport",
    "Culture",
    "Opinion",
    "Video",
    "Live",
    "About us",
)
_OTHERS = (
    "Rebels seize airport, army says",
    "What we know about the breach of the dam",
    "Twelve killed in strike on coastal town",
    "Grain ships leave port after two weeks",
    "Minister resigns over missing shells",
)
_COMMENTS = (
    "This is what happens when nobody listens. My cousin lives there and has no water.",
    "Fake news!!! The army would never do this, wake up people.",
    "Thank you for reporting this. Stay safe everyone in the town tonight.",
    "How many more before somebody does something about it?",
)
_NOTE = "We use cookies to improve your experience. By continuing you accept our cookie policy."


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what is to be found in it. `day` is None where the page has none of its own."""

    name: str
    html: str
    title: str
    text: str
    day: str | None


@dataclass(frozen=True, slots=True)
class _Story:
    title: str
    paragraphs: tuple[str, ...]
    day: str
    author: str

    def body(self, mark: str = "<p>{}</p>") -> str:
        return "\n".join(mark.format(words) for words in self.paragraphs)


def _story(number: int, paragraphs: int) -> _Story:
    chance = random.Random(number)
    town = chance.choice(_TOWNS)

    def sentence(pattern: str) -> str:
        return pattern.format(
            n=chance.randint(2, 90),
            place=chance.choice(_PLACES),
            town=town,
            who=chance.choice(_PEOPLE),
        )

    texts = [
        " ".join(sentence(s) for s in chance.sample(_SENTENCES, chance.randint(1, 3)))
        for _ in range(paragraphs)
    ]
    title = f"Shells hit {chance.choice(_PLACES)} in {town}, {chance.randint(2, 90)} hurt"
    day = f"202{chance.randint(2, 5)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return _Story(title, tuple(texts), day, chance.choice(_PEOPLE))


def _nav() -> str:
    return "<nav><ul>" + "".join(f'<li><a href="/{m}">{m}</a></li>' for m in _MENU) + "</ul></nav>"


def _related(day: str = "2021-01-05") -> str:
    items = "".join(
        f'<li><a href="/news/{n}">{title}</a> <time datetime="{day}">5 January 2021</time></li>'
        for n, title in enumerate(_OTHERS)
    )
    return f'<aside class="related"><h3>More on this story</h3><ul>{items}</ul></aside>'


def _comments() -> str:
    items = "".join(
        f'<li class="comment"><b>user{n}</b> <time datetime="2022-12-2{n}">2{n} December 2022</time>'
        f"<p>{words}</p></li>"
        for n, words in enumerate(_COMMENTS)
    )
    return (
        f'<section id="comments"><h3>4 comments</h3><ol class="commentlist">{items}</ol></section>'
    )


def _foot() -> str:
    return (
        '<footer><p>© 2026 The Gazette. All rights reserved.</p><ul><li><a href="/terms">Terms</a></li>'
        f'</ul></footer><div class="cookie-banner" role="dialog"><p>{_NOTE}</p>'
        "<button>Accept all</button></div>"
    )


_SHARE = (
    '<div class="share"><span>Share this</span><a href="#">Facebook</a><a href="#">Twitter</a>'
    '<a href="#">WhatsApp</a><a href="#">Copy link</a></div>'
)


def _newspaper(s: _Story, when: str) -> str:
    figure = '<figure><img src="a.jpg"><figcaption>Smoke over the town. Petro Dron/AFP</figcaption></figure>'
    return (
        f"{_nav()}<main><article><header><h1>{s.title}</h1><p class='byline'>By {s.author}</p>{when}"
        f"</header>{_SHARE}{figure}{s.body()}</article>{_related()}</main>{_foot()}"
    )


def _divs(s: _Story, when: str) -> str:
    ad = '<div class="ad">Advertisement</div>'
    half = len(s.paragraphs) // 2
    first, second = s.paragraphs[:half], s.paragraphs[half:]
    text = (
        "".join(f"<div>{p}</div>" for p in first) + ad + "".join(f"<div>{p}</div>" for p in second)
    )
    return (
        f"<div id='menu'>{_nav()}</div><div class='story'><div class='headline'><h1>{s.title}</h1></div>"
        f"{when}<div class='story-body'>{text}</div></div>{_related()}{_foot()}"
    )


def _wordpress(s: _Story, when: str) -> str:
    tags = '<p class="tags">Tags: <a href="/t/war">war</a>, <a href="/t/east">east</a></p>'
    return (
        f"{_nav()}<div id='content'><article class='post type-post hentry'><h1 class='entry-title'>"
        f"{s.title}</h1><div class='entry-meta'>Posted by {s.author} {when}</div>"
        f"<div class='entry-content'>{s.body()}<div class='sharedaddy'>{_SHARE}</div></div>{tags}</article>"
        f"{_comments()}</div><div id='secondary' class='widget-area'><h2>Recent Posts</h2>{_related()}</div>"
        f"{_foot()}"
    )


def _blogger(s: _Story, when: str) -> str:
    text = "<br /><br />".join(s.paragraphs)
    archive = "<ul class='archive'><li>▼ 2023 (12)</li><li>► 2022 (40)</li></ul>"
    return (
        f"<div class='header'><h1 class='title'><a href='/'>Notes from the front</a></h1></div>"
        f"<div class='blog-posts'><div class='date-outer'>{when}<div class='post hentry'>"
        f"<h3 class='post-title entry-title'>{s.title}</h3><div class='post-body entry-content'>{text}</div>"
        f"<div class='post-footer'>Posted by {s.author} No comments: Email This BlogThis!</div></div></div>"
        f"</div><div class='sidebar'>{archive}</div>{_foot()}"
    )


def _telegram(s: _Story, when: str) -> str:
    text = "<br/><br/>".join(s.paragraphs)
    return (
        f"<div class='tgme_channel_info'><div class='tgme_channel_info_header_title'>Town Council</div></div>"
        f"<div class='tgme_widget_message_wrap'><div class='tgme_widget_message text_not_supported_wrap'>"
        f"<div class='tgme_widget_message_author'>Town Council</div>"
        f"<div class='tgme_widget_message_text js-message_text'><b>{s.title}</b><br/><br/>{text}</div>"
        f"<div class='tgme_widget_message_footer'><span class='tgme_widget_message_views'>12.4K</span> {when}"
        "</div></div></div>"
    )


def _amp(s: _Story, when: str) -> str:
    half = len(s.paragraphs) // 2
    ad = '<amp-ad width="300" type="doubleclick"><div>Advertisement</div></amp-ad>'
    image = (
        '<amp-img src="a.jpg" alt="Smoke"></amp-img><p class="caption">Smoke over the town. AFP</p>'
    )
    first = "".join(f"<p>{p}</p>" for p in s.paragraphs[:half])
    second = "".join(f"<p>{p}</p>" for p in s.paragraphs[half:])
    return (
        f"<amp-sidebar id='s'>{_nav()}</amp-sidebar><article class='amp-wp-article'><header><h1>{s.title}"
        f"</h1>{when}</header>{image}<div class='amp-wp-article-content'>{first}{ad}{second}</div></article>"
        f"<amp-consent><p>{_NOTE}</p></amp-consent>{_foot()}"
    )


def _live(s: _Story, when: str) -> str:
    entries = "".join(
        f"<div class='live-entry'><h2>Entry {n}: news from the front</h2><span class='hour'>{9 + n}:15</span>"
        f"<p>{words}</p>{_SHARE}</div>"
        for n, words in enumerate(s.paragraphs)
    )
    return f"{_nav()}<main><h1>{s.title}</h1>{when}<div class='live-blog'>{entries}</div></main>{_foot()}"


def _paywall(s: _Story, when: str) -> str:
    wall = (
        "<div class='paywall'><h2>Subscribe to continue reading</h2><p>Get unlimited access for 1 € a "
        "week. Already a subscriber? <a href='/login'>Sign in</a></p><button>Subscribe now</button></div>"
    )
    return (
        f"{_nav()}<article><h1>{s.title}</h1>{when}<div class='article-body'>{s.body()}</div>{wall}"
        f"</article>{_related()}{_foot()}"
    )


def _tables(s: _Story, when: str) -> str:
    text = "<br><br>".join(s.paragraphs)
    menu = "".join(f"<a href='/{m}'>{m}</a><br>" for m in _MENU)
    return (
        f"<table width='100%'><tr><td width='150'>{menu}</td><td><font size='5'><b>{s.title}</b></font><br>"
        f"{when}<br><font face='Arial'>{text}</font></td><td>{_related()}</td></tr></table>{_foot()}"
    )


def _agency(s: _Story, when: str) -> str:
    pieces = []
    for n, words in enumerate(s.paragraphs):
        pieces.append(f"<p>{words}</p>")
        if n == 1:
            pieces.append(
                "<p><strong>Read more: <a href='/a'>Rebels seize airport, army says</a></strong></p>"
            )
        if n == 2:
            pieces.append(f"<blockquote class='pullquote'>{words.split('.')[0]}.</blockquote>")
    video = "<div class='video'><p>Video: Watch the moment of the strike</p></div>"
    return (
        f"{_nav()}<div class='page'><div class='article__header'><h1>{s.title}</h1>{when}</div>"
        f"<div class='article__content'>{''.join(pieces)}{video}</div>{_SHARE}{_related()}{_comments()}</div>"
        f"{_foot()}"
    )


_TEMPLATES: tuple[tuple[str, Callable[[_Story, str], str], int], ...] = (
    ("newspaper", _newspaper, 7),
    ("divs", _divs, 6),
    ("wordpress", _wordpress, 5),
    ("blogger", _blogger, 5),
    ("telegram", _telegram, 3),
    ("amp", _amp, 6),
    ("live", _live, 8),
    ("paywall", _paywall, 2),
    ("tables", _tables, 5),
    ("agency", _agency, 6),
)


def _written(day: str) -> str:
    months = "January February March April May June July August September October November December"
    year, month, number = day.split("-")
    return f"{int(number)} {months.split()[int(month) - 1]} {year}"


def _json_ld(story: _Story, **more: str) -> str:
    thing = {
        "@type": "NewsArticle",
        "headline": story.title,
        "dateModified": "2026-03-01T08:00:00Z",
    }
    return f'<script type="application/ld+json">{json.dumps({**thing, **more})}</script>'


def _whens(s: _Story) -> tuple[tuple[str, str, str, bool], ...]:
    """Where a page has its day: the name, what stands in its head and in its body, and whether that
    is a day at all."""
    words, stamp = _written(s.day), f"{s.day}T09:15:00+02:00"
    modified = '<meta property="article:modified_time" content="2026-03-01T08:00:00Z">'
    graph = {
        "@graph": [
            {"@type": "WebSite", "name": "Gazette"},
            {"@type": "Report", "datePublished": stamp},
        ]
    }
    address = (
        f'<link rel="canonical" href="https://gazette.example/{s.day.replace("-", "/")}/shells">'
    )
    return (
        ("json-ld", _json_ld(s, datePublished=stamp), f"<p class='date'>{words}</p>", True),
        ("graph", f'<script type="application/ld+json">{json.dumps(graph)}</script>', "", True),
        ("og", f'<meta property="article:published_time" content="{stamp}">{modified}', "", True),
        ("meta", f'<meta name="date" content="{s.day}">', f"<span>{words}</span>", True),
        (
            "microdata",
            "",
            f"<time itemprop='datePublished' datetime='{stamp}'>{words}</time>",
            True,
        ),
        ("time", modified, f"<time datetime='{stamp}'>{words}</time>", True),
        ("words", "", f"<p class='published'>Published: {words}, 09:15 GMT</p>", True),
        ("byline", "", f"<span class='timestamp'>{words}</span>", True),
        ("address", address, "", True),
        ("modified only", modified, "<p>Updated 2 hours ago</p>", False),
        ("future", '<meta name="date" content="2099-01-01">', "", False),
        ("none", "", "", False),
    )


def pages() -> Iterator[Page]:
    """The pages: four of each template, with their days in all the places in turn."""
    for number in range(40):
        name, template, paragraphs = _TEMPLATES[number % len(_TEMPLATES)]
        story = _story(number, paragraphs)
        where, head, when, dated = _whens(story)[number % 11 if number < 33 else number % 12]
        html = (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{story.title} - The Gazette'
            f'</title><meta property="og:title" content="{story.title}">{head}</head>'
            f"<body>{template(story, when)}</body></html>"
        )
        text = "\n".join((story.title, *story.paragraphs))
        day = story.day if dated else None
        yield Page(f"{number:02} {name}, {where}", html, story.title, text, day)
