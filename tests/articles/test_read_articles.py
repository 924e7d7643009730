"""Files, folders and standard input to articles."""

import io

import pytest

from counterclaim.articles import Article, read_articles
from counterclaim.articles.dates import dateline_day
from counterclaim.articles.titles import find_title
from counterclaim.records import Problem
from counterclaim.records.days import iso_day


@pytest.fixture
def read(tmp_path):
    """Read one text (or bytes) as if it were a file."""

    def run(content, name="a.txt", **options):
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        (item,) = read_articles([str(file)], **options)
        return item

    return run


def test_an_article_of_more_than_a_million_characters_is_refused(read):
    long = "Shells fell on Orikhiv. " * 41_667
    assert isinstance(read(long[:1_000_000]), Article)
    problem = read(long)
    assert isinstance(problem, Problem)
    message = "has 1,000,008 characters; at most 1,000,000 are read from one article"
    assert (problem.code, problem.message, problem.hint) == ("CC004", message, "split it")


PLAIN = "Convoy halted at Orikhiv\n\nShells fell overnight, the governor said.\n"


def test_plain_text_with_its_title_on_the_first_line(read):
    assert read(PLAIN) == Article(
        text=PLAIN,
        title="Convoy halted at Orikhiv",
        outlet=None,
        author=None,
        url=None,
        published=None,
        published_from=None,
        language="en",
        file="a.txt",
    )


def test_front_matter(read):
    text = (
        "---\ntitle: 'Orikhiv: convoy halted'\ndate: 2023-03-14T22:30:00+02:00\nsource: The Post\n"
        "author: [Anna Berg, Li Wei]\nurl: https://example.org/a\nlanguage: en-GB\ntags: [war]\n"
        "---\nShells fell overnight.\n"
    )
    article = read(text, "a.md")
    assert article.text == "Shells fell overnight.\n"
    assert article.title == "Orikhiv: convoy halted"
    assert (article.published, article.published_from) == ("2023-03-14", "front_matter")
    assert (article.outlet, article.author) == ("The Post", "Anna Berg, Li Wei")
    assert (article.url, article.language) == ("https://example.org/a", "en-GB")


def test_options_win_over_front_matter(read):
    text = "---\ntitle: A\npublished: 14 March\noutlet: B\n---\nShells fell.\n"
    article = read(text, published="2023-03-15", outlet="C", title="D", author="E", url="u")
    assert (article.published, article.published_from) == ("2023-03-15", "option")
    assert (article.outlet, article.title, article.author, article.url) == ("C", "D", "E", "u")


def test_the_text_is_kept_as_decoded(read):
    text = "Title\r\n\r\n“Лиман” \u00a0💥 e\u0301\r\n\r\n"
    assert read("\ufeff" + text).text == text


def test_crlf_front_matter(read):
    article = read("---\r\ntitle: A\r\n---\r\nShells fell.\r\n")
    assert (article.title, article.text) == ("A", "Shells fell.\r\n")


def test_a_line_of_hyphens_is_not_front_matter(read):
    text = "---\nShells fell on Orikhiv\n---\nNobody slept.\n"
    assert read(text).text == text


def test_unknown_stays_unknown(read):
    article = read("---\ntitle: Convoy halted\ndate:\noutlet: null\n---\nShells fell.\n")
    assert (article.published, article.published_from, article.outlet) == (None, None, None)


@pytest.mark.parametrize(
    ("content", "code", "line", "words"),
    [
        (b"", "CC060", 0, "no words"),
        ("\n \n…\n", "CC060", 0, "no words"),
        ("---\ntitle: A\n---\n", "CC060", 0, "no words"),
        (b"Title\n\nit fell \x8f", "CC002", 3, "byte 0x8f at position 15"),
        ("Title\n\nbell " + "\x07" * 30, "CC003", 3, "U+0007"),
        (b"\x89PNG\r\n\x1a\n\x00", "CC064", 0, "is a picture"),
        (b"Title\n\nShells fell.\x00", "CC003", 3, "NUL"),
        ("---\ntitle: A\ntitle: B\n---\nShells fell.", "CC011", 3, "line 2"),
        ("---\ntitle: !!python/name:os.system\n---\nShells fell.", "CC012", 2, "tag"),
        ("---\ntitle: A\n\nShells fell.", "CC061", 1, "does not end"),
        ("---\n\n# mine\ntitle: A\nShells fell.", "CC061", 1, "does not end"),
    ],
)
def test_what_cannot_be_read(read, content, code, line, words):
    problem = read(content)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.line) == (code, line)
    assert words in problem.message
    assert problem.hint


def test_a_bad_option_is_told_once(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(PLAIN)
    (problem,) = read_articles([str(tmp_path)], published="yesterday")
    assert (problem.code, problem.file) == ("CC062", "--published")


def test_folders_are_read_in_order_and_one_bad_file_costs_only_itself(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.md", "a.txt", "sub/c.TXT", "a.meta.yaml", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).write_text(PLAIN)
    (tmp_path / "aa.txt").write_bytes(b"\xff")
    items = list(read_articles([str(tmp_path), str(tmp_path / "none.txt")]))
    assert [getattr(item, "code", item.file) for item in items] == [
        "a.txt", "CC002", "b.md", "c.TXT", "CC001",
    ]  # fmt: skip


def test_a_folder_without_articles(tmp_path):
    (problem,) = read_articles([str(tmp_path)])
    assert problem.code == "CC063"


def test_standard_input():
    (article,) = read_articles(["-"], stdin=io.BytesIO(PLAIN.encode()), stdin_name="wire.txt")
    assert (article.text, article.file) == (PLAIN, "wire.txt")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Convoy halted\n\nShells fell.", "Convoy halted"),
        ("\n\n# Convoy halted\nShells fell.", "Convoy halted"),
        ("Orikhiv convoy halted\n\nOrikhiv: convoy halted\n\nShells.", "Orikhiv: convoy halted"),
        ("Orikhiv: convoy halted\n\nOrikhiv convoy halted\n\nShells.", "Orikhiv: convoy halted"),
        ("Convoy halted\n\nConvoy not halted!\n\nShells fell.", "Convoy halted"),
        ("***\nConvoy halted\n\nShells fell.", "Convoy halted"),
        ("Shells fell on Orikhiv overnight, the governor said.", None),
        ("Shells fell " + "and fell " * 30 + "\n\nMore.", None),
        ("Shells fell on the town " + "again and " * 9 + "again.\n\nMore.", None),
    ],
)
def test_titles(text, title):
    assert find_title(text) == title


def test_a_stated_title_takes_the_punctuation_of_the_headline(read):
    text = "---\ntitle: Orikhiv convoy halted\n---\nOrikhiv: convoy halted\n\nShells fell.\n"
    assert read(text).title == "Orikhiv: convoy halted"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("ORIKHIV, March 14, 2023 (Agency) — Shells fell.", "2023-03-14"),
        ("KYIV, Jan. 25, 2023 (Outlet) —  Shells fell.", "2023-01-25"),
        ("Orikhiv, Ukraine, 3 June 2023 – Shells fell.", "2023-06-03"),
        ("SANA’A, Sept. 1st, 2019 -- Shells fell.", "2019-09-01"),
        ("(Orikhiv, July 4, 2023) – Shells fell.", "2023-07-04"),
        ("Orikhiv - May 03, 2023: Shells fell.", "2023-05-03"),
        ("3 May 2023, Orikhiv - Shells fell.", "2023-05-03"),
        ("Orikhiv, March 14 (Agency) — Shells fell.", None),
        ("Orikhiv, February 30, 2023 — Shells fell.", None),
        ("On the road to Orikhiv, March 14, 2023 was a day of shelling.", None),
        ("the village fell, March 14, 2023 — a year later", None),
        ("Orikhiv — Shells fell on March 14, 2023.", None),
    ],
)
def test_datelines(line, day):
    assert dateline_day(line) == day


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Yemen briefing, 6 May 2025", "2025-05-06"),
        ("Operational information as of 22:00 on 14 May 2024", "2024-05-14"),
        ("The General Staff informs as of 06:00 on 14 May 2024:", "2024-05-14"),
        ("Ministry report on the progress of the operation (14 May 2024)", "2024-05-14"),
        ("The raid of 6 May 2025", None),
        ("Report on the massacre of 6 May 2025", None),
    ],
)
def test_the_title_of_a_bulletin_has_its_day(read, title, day):
    assert read(f"{title}\n\nShells fell on the mill.\n").published == day


def test_a_full_dateline_dates_the_article(read):
    text = "Convoy halted\n\nORIKHIV, March 14, 2023 (Agency) — Shells fell on Monday.\n"
    article = read(text)
    assert (article.published, article.published_from) == ("2023-03-14", "dateline")
    assert article.outlet is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-01-25", "2023-01-25"),
        (" 2023-01-25 22:30 ", "2023-01-25"),
        ("2023-01-25T22:30:00Z", "2023-01-25"),
        ("2023-01-25 22:30:00 +0200", "2023-01-25"),
        ("2023-01-25T22:30Z", "2023-01-25"),
        ("2023-01-25T23:59:59.5-05:00", "2023-01-25"),
        ("2023-01-25 22:30 EET", "2023-01-25"),
        ("20230125", "2023-01-25"),
        ("20230125T2230Z", "2023-01-25"),
        ("20230125T223000+0200", "2023-01-25"),
        ("20230230", None),
        ("2023-01-25T25:10", None),
        ("2023-01-25T22:61Z", None),
        ("202301", None),
        ("2023", None),
        ("٢٠٢٣-٠١-٢٥", None),
        ("2023-01", None),
        ("2023-1-5", None),
        ("25.01.2023", None),
        ("2023-13-01", None),
        ("2023-01-25 or so", None),
    ],
)
def test_iso_days(text, day):
    assert iso_day(text) == day
