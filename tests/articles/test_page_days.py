"""Where pages say when they were published, and other days on them that are not theirs."""

from __future__ import annotations

import pytest

pytest.importorskip("trafilatura")

from counterclaim.articles.model import Facts
from counterclaim.articles.read import read_article_bytes

BODY = "".join(
    f"<p>The mayor of Orikhiv, Oleh Synko, said that {n} people had been killed by shells.</p>"
    for n in (2, 3, 4)
)


@pytest.mark.parametrize(
    ("head", "body", "day", "where"),
    [
        ('<meta name="pubdate" content="7 May 2023">', "", "2023-05-07", "meta"),
        ("", "<time datetime='2023-05-07T10:00'>Sunday</time>", "2023-05-07", "time"),
        ("", "<time>May 7, 2023</time>", "2023-05-07", "time"),
        ("", "<i itemprop='datePublished' content='2023-05-07'></i>", "2023-05-07", "microdata"),
        ("", "<div class='post-date'>7 May 2023, 10:15</div>", "2023-05-07", "words"),
        ("", "<div class='byline'>By Ann Orlova, 7 May 2023</div>", "2023-05-07", "words"),
        (
            "<link rel='canonical' href='//x.example/2023/05/07/a'>",
            "",
            "2023-05-07",
            "address",
        ),
        ("", "<div class='updated'>Updated 7 May 2023</div>", None, None),
        ("", "<div class='date'>Updated on 7 May 2023</div>", None, None),
        ("", "<div class='dates'>From 7 May 2023 to 9 May 2023</div>", None, None),
        ("", "<div class='related'><time datetime='2023-05-07'></time></div>", None, None),
        ("", "<ul><li><time datetime='2023-05-07'></time></li></ul>", None, None),
        ('<meta property="article:modified_time" content="2023-05-07">', "", None, None),
        ('<meta name="date" content="05/07/2023">', "", None, None),
        (
            '<meta name="date" content="2099-01-01">',
            "<time datetime='2023-05-07'></time>",
            "2023-05-07",
            "time",
        ),
    ],
)
def test_days_of_pages(head, body, day, where):
    page = f"<!DOCTYPE html><html><head>{head}</head><body><h1>Orikhiv</h1>{body}{BODY}"
    (article,) = read_article_bytes(page.encode(), "a.html", "a.html", Facts())
    assert article.published == day
    assert (f"day from {where}" in article.reader) == bool(where)


def test_a_page_that_has_only_a_day_to_come_says_so():
    page = f'<!DOCTYPE html><meta name="date" content="2099-01-01"><h1>Orikhiv</h1>{BODY}'
    (article,) = read_article_bytes(page.encode(), "a.html", "a.html", Facts())
    assert article.published is None
    assert "after today" in article.warnings[0].message


@pytest.mark.parametrize("declared", ["", "<meta charset=windows-1251>", "<meta charset=utf-8>"])
def test_a_page_that_a_browser_saved_as_utf8_is_that(declared):
    page = f"<!DOCTYPE html>{declared}<h1>Оріхів</h1>{BODY}<p>The café burnt, he said there.</p>"
    (article,) = read_article_bytes(page.encode(), "a.html", "a.html", Facts())
    assert article.title == "Оріхів"
    assert "café" in article.text


def test_a_page_is_read_in_the_encoding_that_it_names():
    page = f"<!DOCTYPE html><meta charset=windows-1251><h1>Оріхів</h1>{BODY}"
    (article,) = read_article_bytes(page.encode("cp1251"), "a.html", "a.html", Facts())
    assert article.title == "Оріхів"
