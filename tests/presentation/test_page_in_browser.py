"""The page in a real browser: it asks for nothing, complains of nothing, fits a phone and paper."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from counterclaim.comparison.views.model import NO_VIEWS
from counterclaim.presentation.compare.as_html import to_html
from presentation.browser import browse, find_chromium
from presentation.many_claims import many

CHROMIUM = find_chromium()
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium here: apt-get install chromium"
)
HOSTILE = (
    "</p><script>document.title='taken'</script><img src='http://127.0.0.1:9/x' onerror=alert(1)> "
    "<style>body{display:none}</style><a href='javascript:alert(1)'>"
)
SCREENS = [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with browse(CHROMIUM, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The page on sixty claims whose articles are full of markup."""
    found, texts = many(60, title=HOSTILE)
    written = to_html(
        [(found, NO_VIEWS)], str.title, texts=lambda article: (texts(article) or "") + HOSTILE
    )
    file = tmp_path_factory.mktemp("page") / "velyka.html"
    file.write_text(written, "utf-8")
    return file.as_uri()


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_it_asks_for_nothing_complains_of_nothing_and_fits(browser, page, width, scheme):
    browser.open(page, width=width, scheme=scheme)
    assert browser.requests == [page]
    assert browser.complaints == []
    assert browser.ask("document.title") == "Velyka: competing claims"
    assert browser.ask("document.documentElement.scrollWidth <= innerWidth") is True
    assert len(browser.picture()) > 50_000


def test_light_and_dark_differ(browser, page):
    colours = []
    for scheme in ("light", "dark"):
        browser.open(page, scheme=scheme)
        colours.append(browser.ask("getComputedStyle(document.body).backgroundColor"))
    assert colours == ["rgb(255, 255, 255)", "rgb(20, 20, 23)"]


def test_sides_can_be_hidden_without_a_script(browser, page):
    browser.open(page)
    shown = "[...document.querySelectorAll('.bench.s1')].some(b => b.checkVisibility())"
    assert browser.ask(shown) is True
    browser.ask("document.querySelector('#f1').click()")
    assert browser.ask(shown) is False
    assert browser.ask(shown.replace("s1", "s2")) is True


def test_it_can_be_walked_with_the_keyboard(browser, page):
    browser.open(page)
    stops = []
    for _ in range(3):
        browser.press("Tab", 9)
        stops.append(browser.ask("document.activeElement.textContent.trim()"))
    assert stops[0] == "To the claims"
    assert stops[1].startswith("Who holds or gains ground?")
    unnamed = "[...document.querySelectorAll('a,summary,label')].filter(e => !e.textContent.trim())"
    assert browser.ask(f"{unnamed}.length") == 0


def test_headings_go_down_step_by_step(browser, page):
    browser.open(page)
    levels = "JSON.stringify([...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1]))"
    found = json.loads(browser.ask(levels))
    assert found[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(found))


def test_paper_leaves_out_what_is_folded(browser, page):
    browser.open(page, media="print")
    assert browser.ask("document.querySelector('.filter').checkVisibility()") is False
    assert browser.ask("document.querySelector('.fold').checkVisibility()") is False
    assert browser.ask("document.querySelector('.duel').checkVisibility()") is True


def test_the_policy_refuses_what_somebody_puts_in(browser, page, tmp_path):
    """Were a word of others to become markup after all, the browser would run none of it."""
    from urllib.request import urlopen

    with urlopen(page) as file:
        written = file.read().decode()
    spoilt = tmp_path / "spoilt.html"
    spoilt.write_text(written.replace("<main", f"{HOSTILE}<main", 1), "utf-8")
    browser.open(spoilt.as_uri())
    assert browser.ask("document.title") == "Velyka: competing claims"
    assert browser.ask("getComputedStyle(document.body).display") == "block"
    assert browser.refused == ["csp"]
    assert browser.complaints
