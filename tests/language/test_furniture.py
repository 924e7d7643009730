"""Pages copied from a browser: what is no word of the article is no claim, breaks no sentence."""

from __future__ import annotations

import pytest

from counterclaim.articles.heads import head_day, head_facts
from counterclaim.articles.titles import find_title
from counterclaim.extraction.pipeline import extract
from counterclaim.language.furniture import find_furniture
from counterclaim.language.reading_copy import reading_copy
from counterclaim.records.model import ArticleInfo

TITLE = "Shells hit the market of Orikhiv"
FIRST = "At least two people were killed in Orikhiv on Sunday, the mayor, Oleh Synko, said."
SECOND = "The army denied that it had fired at the town, and blamed the rebels for the attack."
PAGE = f"""Skip to content
Menu
Home
World
War in Ukraine
Sign in

{TITLE}
By Ann Orlova in Kyiv
Published 7 May 2023, 10:15 BST
Updated 2 hours ago
4 min read
Share
WhatsApp

{FIRST}
Image caption,
Smoke rises over the market
Read more: Army says it has taken the dam
{SECOND}
Advertisement

Related topics
Ukraine
Rebels
More on this story
Governor: 12 killed in strike on Kharkiv
What we know about the dam
We use cookies. By continuing you accept our policy.
© 2023 The Gazette. All rights reserved.
"""


def test_of_a_page_the_article_is_read():
    assert [line for line in reading_copy(PAGE).text.split("\n") if line] == [TITLE, FIRST, SECOND]
    claims = extract(PAGE, ArticleInfo("a", "0" * 64, "a.txt", published="2023-05-07")).events
    assert {claim.source.name for claim in claims} == {"Oleh Synko", "army"}
    for claim in claims:
        assert all(PAGE[start:end] in claim.text for start, end in claim.spans)


def test_the_top_of_a_page_tells_title_author_and_day():
    assert find_title(PAGE) == TITLE
    assert head_facts(PAGE).author == "Ann Orlova"
    assert head_day(PAGE) == "2023-05-07"


def test_a_sentence_goes_on_behind_what_breaks_it():
    broken = "The mayor of Orikhiv said that two\nAdvertisement\npeople had been killed there."
    text = f"{TITLE}\n\n{broken}\n"
    (claim,) = extract(text, ArticleInfo("a", "0" * 64, "a.txt")).events[-1:]
    assert claim.text == "two … people had been killed there"
    assert [text[start:end] for start, end in claim.spans] == claim.text.split(" … ")


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Dam breached, army says",
        "**READ ALSO:** Dam breached, army says",
        "Photo: Petro Dron",
        "A burnt bus in Orikhiv. Photograph: Petro Dron/AFP",
        "Smoke over Orikhiv on May 7, 2023. [File: Petro Dron/Reuters]",
        "A woman carries water in Orikhiv (Photo by Petro Dron)",
        "Reporting by Ann Orlova; Editing by Tim Small",
        "Home | World | War | Sport",
        "[Dam breached](https://gazette.example/dam)\n- [Port hit](https://gazette.example/port)\n"
        "- [Army denies losses](https://gazette.example/army)",
        "Sign up for our newsletter and never miss a story.",
        "12 comments",
        "Last updated: 3 hours ago",
        "Tags: Orikhiv, war",
    ],
)
def test_what_is_no_word_of_the_article(line):
    text = f"{FIRST}\n{line}\n{SECOND}"
    assert "\n".join(text[a:b] for a, b in find_furniture(text)) == line


@pytest.mark.parametrize(
    "line",
    [
        "Live rounds were fired at the crowd, the mayor said.",
        "Analysis: what the fall of Orikhiv means",
        "More: the army claims that rebels shelled the dam.",
        "Two people were killed in Orikhiv - Reuters",
        "The army shelled Orikhiv, officials said (Reuters)",
        "Share of the blame lies with the army, he said.",
        "Photographs show the market in ruins, the mayor said.",
        "By Sunday the army had left Orikhiv.",
        "News of the attack spread quickly.",
        "Follow-up strikes hit the town, the mayor said.",
        "Rebels: we hold the dam",
        "May 7, 2023",
        "Orikhiv",
    ],
)
def test_what_looks_like_it_and_is_not(line):
    text = f"{FIRST}\n{line}\n{SECOND}"
    assert find_furniture(text) == ()


def test_a_list_below_a_heading_is_kept_where_it_is_the_article():
    digest = "Top stories\nArmy takes dam\nRebels hold Orikhiv\nTwo killed in Kharkiv\n"
    kept = [line for line in reading_copy(digest).text.split("\n") if line]
    assert kept == ["Army takes dam", "Rebels hold Orikhiv", "Two killed in Kharkiv"]


@pytest.mark.parametrize(
    ("text", "outlet", "author"),
    [
        (
            "Title: Convoy\nSource: The Gazette\nAuthor: Ann Orlova\n\nShells fell.",
            "The Gazette",
            "Ann Orlova",
        ),
        (
            "Convoy\n\n**Published:** 7 May 2023\n**Source:** The Gazette\n\nShells fell.",
            "The Gazette",
            None,
        ),
        ("Convoy\n\nSource: rebels hold the dam, a general said.", None, None),
    ],
)
def test_facts_in_lines_at_the_top(text, outlet, author):
    facts = head_facts(text)
    assert (facts.outlet, facts.author) == (outlet, author)


def test_the_dates_of_other_articles_are_not_its_own():
    text = f"{TITLE}\n\n{FIRST}\n{SECOND}\nMore on this story\nDam breached\nPublished 3 May 2023\n"
    assert head_day(text) is None
