"""The comparison as an HTML page: what it tells, that nothing of others acts, that it is fixed."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from counterclaim.comparison import Asked, Comparison, Entry, Position, Question, Relation
from counterclaim.comparison.views.model import NO_VIEWS
from counterclaim.presentation.compare.as_html import to_html
from counterclaim.records import ArticleInfo, Claim, Event, Relay, Source, Time

NAMES = {"russia": "Russia", "ukraine": "Ukraine"}
ARTICLE = ArticleInfo(
    "gazette", "0" * 64, "gazette.txt", "Battle for Velyka", "The Gazette", published="2023-03-02"
)
MOSCOW = Source("Ivan Petrenko", "person", "russia", relay=(Relay("a state agency"),))
KYIV = Source("General Staff", "organisation", "ukraine")
VOID = {"meta"}


def entry(number, text, source, stance="asserts", article=ARTICLE, **more):
    claim = Claim(
        id=f"gazette#{number:02}",
        text=text,
        spans=((number * 100, number * 100 + len(text)),),
        quotation="direct",
        stance=stance,
        source=source,
        event=Event("fighting"),
        time=Time(said=more.pop("said", None)),
    )
    return Entry(claim, article, **more)


@pytest.fixture
def sample():
    russia = (entry(1, "our units are in the eastern quarter", MOSCOW, where="in Zarichne"),)
    ukraine = (entry(2, "the enemy was not let in", KYIV, "confirms", said="2023-03-01"),)
    short = "Who holds or gains ground?"
    held = Question(
        "territory", short, short, "tension", "gains ⇄ not let in",
        (Position("russia", "", russia), Position("ukraine", "", ukraine)),
    )  # fmt: skip
    attacked = Question(
        "combat", "Attacked?", "Attacked?", "one side only", "alone",
        (Position("ukraine", "", ukraine),),
    )  # fmt: skip
    return Comparison(
        Asked("geonames:1", "Velyka", "settlement", "Donetsk", "Ukraine"),
        ("Velikaya",),
        (held, attacked),
        (
            Relation("gazette#01", "gazette#02", "tension", "outcome", "in ⇄ not let in", "strong"),
            Relation("gazette#01", "gazette#02", "concedes", "occurrence", "both fight", "weak"),
        ),
        articles=1,
        claims=2,
        sources=2,
        said=("2023-03-01", "2023-03-02"),
    )


def write(*found, **more):
    shown = [(comparison, NO_VIEWS) for comparison in found if comparison.claims]
    return to_html(shown, lambda side: NAMES.get(side, side), **more)


class Outline(HTMLParser):
    """The elements and attributes of a page; fails where an element is not closed."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.attributes, self.words = [], [], [], []
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join("".join(self.words).split())


@pytest.mark.parametrize(
    "fragment",
    [
        "<title>Velyka: competing claims</title>",
        "<h1><bdi>Velyka</bdi></h1>",
        "<p><bdi>settlement, Donetsk, Ukraine · spelled Velikaya</bdi></p>",
        '<p class="soft">1 article · 2 claims by 2 sources · said 1–2 Mar 2023</p>',
        "<h2>Who holds or gains ground?</h2>",
        '<p><span class="verdict against">tension</span> <bdi>gains ⇄ not let in</bdi></p>',
        '<p><span class="verdict plain">one side only</span> <bdi>alone</bdi></p>',
        '<p class="soft">Says nothing: Russia</p>',
        "<h3>Russia</h3>",
        '<b class="who"><bdi>Petrenko, by 2 Mar</bdi></b>',
        '<b class="who"><bdi>General Staff, 1 Mar</bdi></b>',
        "<bdi>“our units are in the eastern quarter”</bdi>",
        '<span class="mark">✓</span> confirms <bdi>“the enemy was not let in”</bdi>',
        '<small class="where">(<bdi>in Zarichne</bdi>)</small>',
        '<small class="relay">↳ <bdi>via a state agency</bdi></small>',
        '<footer class="soft">✓ confirms · ↳ relayed · ⇄ at odds</footer>',
    ],
)
def test_the_page_tells(sample, fragment):
    assert fragment in write(sample)


def test_relations_lead_to_the_evidence_and_conflicts_stand_apart(sample):
    page = write(sample)
    pair = '<a href="#p1q1c1">1</a>–<a href="#p1q1c2">2</a>'
    assert pair in page
    told = Outline(page).text
    conflicts, others = told.index("Where the claims collide"), told.index("Other relations")
    assert conflicts < told.index("tension (outcome, strong): in ⇄ not let in 1–2") < others
    assert others < told.index("concedes (occurrence, weak): both fight 1–2")


def test_evidence_gives_article_outlet_day_and_offsets(sample):
    told = Outline(write(sample)).text
    assert (
        "1 Ivan Petrenko, asserts · in Zarichne · “Battle for Velyka” (The Gazette, 2 Mar 2023), "
        "characters 100–136 “our units are in the eastern quarter” gazette#01"
    ) in told


def test_every_link_has_one_target(sample):
    attributes = Outline(write(sample, sample)).attributes
    targets = [value for key, value in attributes if key == "id"]
    links = {value.removeprefix("#") for key, value in attributes if key == "href"}
    assert len(targets) == len(set(targets))
    assert links <= set(targets)
    assert len(links) == 6


def test_evidence_can_be_unfolded(sample):
    assert "<details open>" not in write(sample)
    assert "<details>" not in write(sample, evidence=True)


def test_a_reprint_stands_in_the_evidence_alone(sample):
    copy = entry(3, "the enemy was not let in", KYIV, copy_of="gazette#02")
    question = sample.questions[1]
    (position,) = question.positions
    both = replace(position, entries=(*position.entries, copy))
    row = replace(question, positions=(both,))
    page = write(replace(sample, questions=(row,), relations=()))
    assert page.count('<span class="said">') == 1
    assert 'id="p1q1c2"' in page
    assert page.count(" · a reprint of 1</small>") == 1


def test_a_reprint_collides_through_its_first_printing(sample):
    copy = entry(4, "the enemy was not let in", KYIV, copy_of="gazette#02")
    (row, *_) = sample.questions
    sides = [replace(p, entries=(*p.entries, copy)) if p.side == "ukraine" else p
             for p in row.positions]  # fmt: skip
    clash = sample.relations[0]
    again = replace(clash, b="gazette#04") if clash.a != "gazette#02" else clash
    origin = Relation("gazette#02", "gazette#04", "same_origin", "origin", "one", "strong")
    made = replace(
        sample,
        questions=(replace(row, positions=tuple(sides)),),
        relations=(clash, again, origin),
    )
    page = write(made)
    assert page.count("</a>–<a") == 1
    assert "same origin" not in page


def test_what_is_said_again_in_the_same_words_is_told_once(sample):
    question = sample.questions[1]
    (position,) = question.positions
    first = position.entries[0]
    day = replace(first.article, id="herald", published="2023-02-01")
    later = Entry(replace(first.claim, id="herald#01", time=Time()), day)
    row = replace(question, positions=(replace(position, entries=(first, later)),))
    page = write(replace(sample, questions=(row,), relations=()))
    assert page.count('<span class="said">') == 1
    assert "also by 1 Feb" in page
    assert 'id="p1q1c2"' in page


def test_of_many_pairs_the_first_are_named(sample):
    row = sample.questions[0]
    many = tuple(entry(number, f"words {number}", KYIV) for number in range(1, 41))
    clash = sample.relations[0]
    pairs = tuple(replace(clash, a="gazette#01", b=e.claim.id) for e in many[1:])
    told = replace(row, positions=(replace(row.positions[0], entries=many),))
    page = write(replace(sample, questions=(told,), relations=pairs))
    assert ", and 19 more</span>" in page


def test_nothing_is_fetched_and_nothing_runs(sample):
    page = write(sample)
    assert not {"script", "link", "img", "iframe", "object"} & set(Outline(page).tags)
    assert "://" not in page
    assert "url(" not in page
    assert "@import" not in page


def test_hostile_words_are_inert(sample):
    evil = (
        "<script>alert(1)</script>\" onload='x' </title></style><img src=x> &amp; {{ 7 * 7 }} "
        "\x1b[31m\x00\u202eabc\u2066\ud800"
    )
    article = replace(ARTICLE, title=evil, outlet=evil, published=evil)
    source = Source(evil, "organisation", "ukraine", relay=(Relay(evil),))
    bad = replace(entry(1, evil, source, article=article, where=evil), copies=1)
    good = entry(2, "calm", KYIV)
    row = Question("t", evil, evil, evil, evil, (Position("ukraine", evil, (bad, good)),))
    found = replace(
        sample,
        place=Asked(evil, evil, evil, evil, evil),
        spellings=(evil,),
        questions=(row,),
        relations=(Relation("gazette#01", "gazette#02", "tension", evil, evil, evil),),
    )
    page = write(found)
    outline, plain = Outline(page), Outline(write(sample))
    assert set(outline.tags) <= set(plain.tags)
    assert {key for key, _ in outline.attributes} <= {key for key, _ in plain.attributes}
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&amp;amp; {{ 7 * 7 }} ␛[31m␀\ufffdabc\ufffd\ufffd" in page
    assert not set("\x1b\x00\u202e\u2066\ud800") & set(page)
    page.encode("utf-8")


def test_nothing_found_is_said():
    page = write(Comparison(None, (), (), ()))
    assert "<title>competing claims</title>" in page
    assert "<p>No such claim.</p>" in page


def test_the_order_of_relations_changes_nothing(sample):
    turned = replace(sample, relations=tuple(reversed(sample.relations)))
    assert write(turned) == write(sample) == write(sample)


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
