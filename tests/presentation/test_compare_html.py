"""The comparison as an HTML page: what it tells, that nothing of others acts, that it is fixed."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from counterclaim.comparison import Asked, Comparison, Entry, Position, Question, Relation
from counterclaim.comparison.types import Answer
from counterclaim.comparison.views.model import NO_VIEWS
from counterclaim.presentation.addresses import web_address
from counterclaim.presentation.compare.as_html import to_html
from counterclaim.presentation.compare.flat import to_csv
from counterclaim.records import ArticleInfo, Claim, Event, Mention, Place, Relay, Source, Time
from presentation.many_claims import many

NAMES = {"russia": "Russia", "ukraine": "Ukraine"}
TEXT = (
    "State media reported heavy fighting. Ivan Petrenko said that his units “are in” the eastern "
    "quarter of Velyka. The General Staff denied on Wednesday that they were in the town."
)
ARTICLE = ArticleInfo(
    "gazette-1", "0" * 64, "gazette.txt", "Battle for Velyka", "The Gazette",
    url="https://gazette.example/battle?a=1&b=2", published="2023-03-02",
)  # fmt: skip
MOSCOW = Source("Ivan Petrenko", "person", "russia", Mention("Ivan Petrenko", (37, 50)),
                relay=(Relay("a state agency"),))  # fmt: skip
KYIV = Source("General Staff", "organisation", "ukraine")
HERE = Place("Velyka", "Velyka", (0, 6), "geonames:1", lat=48.6, lon=38.0, precision="settlement")
VOID = {"meta", "input", "br"}


def entry(number, text, source, stance="asserts", article=ARTICLE, **more):
    start = TEXT.find(text)
    claim = Claim(
        id=f"gazette-1#{number:02}",
        text=text,
        spans=((start, start + len(text)),) if start >= 0 else ((number, number + 4),),
        quotation=more.pop("quotation", "indirect"),
        stance=stance,
        source=source,
        event=Event("fighting"),
        places=(HERE,),
        time=Time(said=more.pop("said", None)),
    )
    return Entry(claim, article, **more)


@pytest.fixture
def sample():
    russia = (entry(1, "his units “are in” the eastern quarter of Velyka", MOSCOW),)
    ukraine = (entry(2, "they were in the town", KYIV, "denies", said="2023-03-01"),)
    short = "Who holds or gains ground?"
    held = Question(
        "territory", short, short, "disputed", "control: said ⇄ denied",
        (Position("russia", "", russia), Position("ukraine", "", ukraine)),
        lead=("gazette-1#01", "gazette-1#02"),
    )  # fmt: skip
    attacked = Question(
        "combat", "Attacked?", "Attacked?", "one side only", "alone",
        (Position("ukraine", "", ukraine),),
    )  # fmt: skip
    clash = ("gazette-1#01", "gazette-1#02", "contradicts", "territory", "in ⇄ denied", "strong")
    return Comparison(
        Asked("geonames:1", "Velyka", "settlement", "Donetsk", "Ukraine", 48.6, 38.0),
        ("Velikaya",),
        (held, attacked),
        (Relation(*clash), Relation(*clash[:2], "agrees", "occurrence", "both fight", "weak")),
        articles=1,
        claims=2,
        sources=2,
        said=("2023-03-01", "2023-03-02"),
        answers=(Answer("gazette-1#02", "gazette-1#01", stated=True),),
    )


def write(*found, texts=lambda _: TEXT, **more):
    shown = [(comparison, NO_VIEWS) for comparison in found if comparison.claims]
    return to_html(shown, lambda side: NAMES.get(side, side), texts=texts, **more)


class Outline(HTMLParser):
    """The elements and attributes of a page; fails where an element is not closed."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.attributes, self.words = [], [], [], []
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.words.append(data)

    @property
    def text(self):
        return " ".join("".join(self.words).split())

    def values(self, attribute):
        return [value for _, key, value in self.attributes if key == attribute]


@pytest.mark.parametrize(
    "fragment",
    [
        "<title>Velyka: competing claims</title>",
        "<h1><bdi>Velyka</bdi></h1>",
        "<bdi>settlement, Donetsk, Ukraine · spelled Velikaya</bdi>",
        "<bdi>1 article · 2 claims by 2 sources · said 1–2 Mar 2023</bdi>",
        '<a class="against" href="#p1q1">Who holds or gains ground? <b>disputed</b></a>',
        '<b class="badge against">disputed</b>',
        '<b class="badge plain">one side only</b> <bdi>Only Ukraine speaks of this',
        "Says nothing on this: Russia</p>",
        "<blockquote><bdi>his units “are in” the eastern quarter of Velyka</bdi></blockquote>",
        '<em class="stance no">denies</em>',
        "via a state agency",
        "<mark>they were in the town</mark>",
        "<b>Ivan Petrenko</b> said that <mark>his units",
        "characters 61–109 · counterclaim show 1#1",
        '<li id="a1">',
        '<a href="https://gazette.example/battle?a=1&amp;b=2" rel="noopener noreferrer nofollow">',
        "<dt>disputed</dt><dd>what two sides say cannot both be so</dd>",
    ],
)
def test_the_page_tells(sample, fragment):
    assert fragment in write(sample)


def test_a_verdict_is_told_in_the_words_of_the_two_claims_it_rests_on(sample):
    assert (
        "Petrenko (Russia): his units “are in” the eastern quarter of Velyka. "
        "General Staff (Ukraine) denies that."
    ) in Outline(write(sample)).text


def test_only_words_that_are_quoted_stand_in_quotation_marks(sample):
    row = sample.questions[1]
    said = entry(3, "we are here", KYIV, quotation="direct")
    told = replace(row, positions=(Position("ukraine", "", (said,)),))
    page = write(replace(sample, questions=(told,), relations=(), answers=()))
    assert "<bdi>“we are here”</bdi>" in page
    assert "“they were in the town”" not in write(sample)


def test_a_claim_under_two_questions_is_told_once(sample):
    page = write(sample)
    assert page.count("<mark>they were in the town</mark>") == 1
    assert page.count('<a href="#p1q1c2">told above</a>') == 1


def test_relations_lead_to_the_claims_collisions_first(sample):
    page = write(sample)
    pair = '<a href="#p1q1c1"><bdi>Petrenko, by 2 Mar</bdi></a> – <a href="#p1q1c2">'
    assert pair in page
    told = Outline(page).text
    assert told.index("contradicts (territory): in ⇄ denied") < told.index("agrees, weakly")


def test_every_link_has_one_target(sample):
    outline = Outline(write(sample, sample))
    targets = outline.values("id")
    links = {href.removeprefix("#") for href in outline.values("href") if href.startswith("#")}
    assert len(targets) == len(set(targets))
    assert links <= set(targets)


def test_claims_can_be_unfolded(sample):
    assert "<details open>" not in write(sample)
    assert "<details open>" in write(sample, evidence=True)


def test_without_the_articles_the_page_has_their_claims(sample):
    page = write(sample, texts=lambda _: None)
    assert "they were in the town" in page
    assert "<mark>" not in page
    assert "<mark>" not in write(sample, texts=lambda _: "Cut.")


def test_a_reprint_adds_its_article_to_the_claim(sample):
    later = replace(ARTICLE, id="herald-2", published="2023-03-05")
    copy = entry(3, "they were in the town", KYIV, copy_of="gazette-1#02", article=later)
    row = sample.questions[1]
    (position,) = row.positions
    told = replace(row, positions=(replace(position, entries=(*position.entries, copy)),))
    page = write(replace(sample, questions=(told,), relations=(), answers=()))
    assert page.count("<blockquote>") == 1
    assert 'aria-label="article 1">[1]</a><a class="ref" href="#a2"' in page


def test_what_is_said_again_in_the_same_words_is_told_once(sample):
    row = sample.questions[1]
    (position,) = row.positions
    first = position.entries[0]
    day = replace(first.article, id="herald-1", published="2023-02-01")
    later = Entry(replace(first.claim, id="herald-1#01", time=Time()), day)
    told = replace(row, positions=(replace(position, entries=(first, later)),))
    page = write(replace(sample, questions=(told,), relations=(), answers=()))
    assert page.count("<blockquote>") == 1
    assert "also by 1 Feb" in page


def test_of_many_claims_the_first_of_each_side_stand_open():
    found, texts = many(60)
    page = write(found, texts=texts)
    assert re.search(r"<summary>\d+ more claims</summary>", page)
    assert '<svg class="course"' in page
    assert 'class="clash"' in page
    assert '<th scope="col">Collides with</th>' in page


def test_the_map_has_water_but_no_borders_and_nothing_where_no_place_is_known(sample):
    page = write(sample)
    assert 'aria-label="Map of the places that claims about Velyka name: 1"' in page
    assert re.search(r'<path class="river" d="M[^"]+"', page)
    assert "Velyka: 1 denied or doubted" in page
    bare = [replace(e.claim, places=()) for p in sample.questions[0].positions for e in p.entries]
    positions = tuple(Position(c.source.side, "", (Entry(c, ARTICLE),)) for c in bare)
    row = replace(sample.questions[0], positions=positions)
    assert '<svg class="map"' not in write(replace(sample, questions=(row,)))


def test_what_of_an_article_is_not_shown_is_counted(sample):
    assert "2 claims here" in write(sample)
    assert "2 of its 7 claims are here" in write(sample, totals={"gazette-1": 7})


def test_the_same_as_data_stands_inside(sample):
    files = {
        name: base64.b64decode(data)
        for data, name in re.findall(r'base64,([^"]+)" download="([^"]+)"', write(sample))
    }
    assert sorted(files) == ["velyka.csv", "velyka.json"]
    assert files["velyka.csv"].decode() == to_csv(sample)


def test_large_data_is_packed_always_in_the_same_way():
    found, texts = many(200)
    first, second = (write(found, texts=texts) for _ in range(2))
    assert first == second
    (data,) = re.findall(r'href="data:application/zip;base64,([^"]+)" download="velyka.zip"', first)
    packed = zipfile.ZipFile(io.BytesIO(base64.b64decode(data)))
    assert packed.namelist() == ["velyka.csv", "velyka.json"]


def test_five_hundred_claims_are_no_large_page():
    found, texts = many(500)
    page = write(found, texts=texts)
    assert page.count("<blockquote>") >= 500
    assert len(page.encode()) < 600_000


def test_nothing_is_fetched_and_nothing_runs(sample):
    page = write(sample)
    outline = Outline(page)
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(outline.tags)
    assert {tag for tag, key, value in outline.attributes if "://" in (value or "")} == {"a"}
    assert not {"style", "src", "srcset"} & {key for _, key, _ in outline.attributes}
    looks = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    assert "url(" not in looks
    assert "@import" not in looks
    allowed = base64.b64encode(sha256(looks.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'" in page


EVIL = (
    "<script>alert(1)</script>\" onload='x' </title></style><img src=x> &amp; {{ 7 * 7 }} "
    "\x1b[31m\x00\u202eabc\u2066\ud800"
)


def test_hostile_words_are_inert(sample):
    article = replace(ARTICLE, title=EVIL, outlet=EVIL, published=EVIL, url=EVIL)
    source = Source(EVIL, "organisation", "ukraine", role=EVIL, relay=(Relay(EVIL),))
    bad = replace(entry(1, EVIL, source, article=article, where=EVIL), copies=1)
    bad = replace(bad, claim=replace(bad.claim, places=(replace(HERE, name=EVIL),)))
    good = entry(2, "calm", KYIV, article=article)
    row = Question("t", EVIL, EVIL, EVIL, EVIL, (Position("ukraine", EVIL, (bad, good)),))
    found = replace(
        sample,
        place=Asked(EVIL, EVIL, EVIL, EVIL, EVIL, 48.6, 38.0),
        spellings=(EVIL,),
        questions=(row,),
        relations=(Relation("gazette-1#01", "gazette-1#02", "tension", EVIL, EVIL, EVIL),),
        answers=(),
    )
    page = write(found, texts=lambda _: EVIL * 9)
    outline, plain = Outline(page), Outline(write(sample))
    assert set(outline.tags) <= set(plain.tags)
    known = {(tag, key) for tag, key, _ in plain.attributes}
    assert {(tag, key) for tag, key, _ in outline.attributes} <= known
    assert not [href for href in outline.values("href") if "://" in href]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&amp;amp; {{ 7 * 7 }} ␛[31m␀\ufffdabc\ufffd\ufffd" in page
    assert not set("\x1b\x00\u202e\u2066\ud800") & set(page)
    page.encode("utf-8")


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("http://example.org/Київ", "http://example.org/Київ"),
        ('http://example.org/"x"<b>', ""),
        ("https://example.org@evil.example/", ""),
        ("javascript:alert(1)", ""),
        ("  javascript:alert(1)", ""),
        ("JAVASCRIPT://example.org/%0aalert(1)", ""),
        ("data:text/html,<script>", ""),
        ("//example.org/a", ""),
        ("https://user:word@example.org/", ""),
        ("https://", ""),
        ("https://[::1", ""),
        ("https://example.org:port/", ""),
        ("https://example.org/" + "a" * 3000, ""),
        (None, ""),
    ],
)  # fmt: skip
def test_a_link_leads_to_the_web_or_nowhere(url, safe):
    assert (web_address(replace(ARTICLE, url=url)) or "") == safe


def test_nothing_found_is_said():
    page = write(Comparison(None, (), (), ()))
    assert "<title>competing claims</title>" in page
    assert "<p>No such claim.</p>" in page


def test_the_order_of_relations_changes_nothing(sample):
    turned = replace(sample, relations=tuple(reversed(sample.relations)))
    assert _pages_alike(write(turned), write(sample))
    assert write(sample) == write(sample)


def _pages_alike(one, other):
    data = re.compile(r'base64,[^"]+"')
    return data.sub("", one) == data.sub("", other)


def test_only_this_format_loads_jinja(cli_modules):
    table, page = cli_modules("table"), cli_modules("html")
    assert "jinja2" not in table
    assert "jinja2" in page


@pytest.fixture
def cli_modules(python, tmp_path):
    """The modules that are loaded after `compare` has printed in one format."""
    (tmp_path / "data" / "events").mkdir(parents=True)

    def run(output):
        arguments = ["counterclaim", "compare", "--place", "bakhmut", "--format", output]
        code = (
            f"import sys; sys.argv = {arguments!r}\n"
            "from counterclaim.app import main\n"
            "try: main()\n"
            "except SystemExit: pass\n"
            "print('loaded:', *sorted(sys.modules), file=sys.stderr)"
        )
        return set(python("-c", code, cwd=tmp_path).stderr.splitlines()[-1].split())

    return run
