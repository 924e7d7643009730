"""Articles in the forms people have them in: what a file is, its bytes tell."""

from __future__ import annotations

import email.message
import gzip
import io
import json
import zipfile

import pytest

from counterclaim.articles import Article, read_articles
from counterclaim.articles.forms import Columns, tell_form
from counterclaim.records import Problem

BODY = (
    "The mayor of Orikhiv, Oleh Synko, said on Sunday that two people had been killed when shells "
    "fell on the market. Russian troops never entered the town, he added."
)
PAGE = f"""<!DOCTYPE html>
<html><head><title>Orikhiv shelled | The Gazette</title>
<meta property="og:site_name" content="The Gazette">
<link rel="canonical" href="https://gazette.example/orikhiv">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Orikhiv shelled",
"datePublished": "2023-05-07T10:00:00+03:00", "author": {{"name": "Ann Orlova"}}}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/war">War</a></li></ul></nav>
<article><h1>Orikhiv shelled</h1><p>{BODY}</p>
<p>{BODY.replace("Orikhiv", "Stepnohirsk")}</p></article>
<footer>We use cookies. Subscribe to our newsletter.</footer></body></html>"""


@pytest.fixture
def read(tmp_path):
    """Read some bytes as a file of a name that says nothing of its form."""

    def run(content, name="file.txt", **options):
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(read_articles([str(file)], **options))

    return run


def mail(body: str, subtype: str = "plain") -> bytes:
    message = email.message.EmailMessage()
    message["From"], message["To"] = "press@gazette.example", "desk@herald.example"
    message["Subject"], message["Date"] = "Orikhiv shelled", "Sun, 07 May 2023 10:00:00 +0300"
    message.set_content(body, subtype=subtype)
    return message.as_bytes()


def docx() -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    paragraph = f"<w:p><w:r><w:t>{BODY}</w:t></w:r></w:p>"
    return zipped({"word/document.xml": f'<w:document xmlns:w="{word}">{paragraph}</w:document>'})


def zipped(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_a_page_gives_its_main_text_and_what_its_head_says(read):
    pytest.importorskip("trafilatura")
    (article,) = read(PAGE)
    assert isinstance(article, Article)
    assert article.text.startswith("Orikhiv shelled\n\nThe mayor of Orikhiv")
    assert "cookies" not in article.text
    assert "Home" not in article.text
    assert (article.title, article.outlet) == ("Orikhiv shelled", "The Gazette")
    assert (article.published, article.published_from) == ("2023-05-07", "html")
    assert (article.author, article.url) == ("Ann Orlova", "https://gazette.example/orikhiv")
    assert article.reader.startswith("html trafilatura ")
    assert len(article.raw_sha256) == 64


def test_mail_gives_its_own_words(read):
    (article,) = read(mail(f"{BODY}\n\nOn Sat, 6 May 2023, Desk wrote:\n> The town has fallen.\n"))
    assert "fallen" not in article.text
    assert (article.title, article.published) == ("Orikhiv shelled", "2023-05-07")


def test_a_mailbox_gives_each_message(read):
    box = b"".join(b"From a@b Sun May  7 10:00:00 2023\n" + mail(BODY) + b"\n" for _ in range(2))
    assert [article.file for article in read(box)] == ["file.txt message 1", "file.txt message 2"]


@pytest.mark.parametrize("name", ["rows.csv", "rows.txt"])
def test_rows_of_a_table_are_articles(read, name):
    rows = f'title,date,text\nOrikhiv,7 May 2023,"{BODY}"\nEmpty,8 May 2023,\n'
    (article,) = read(rows, name)
    assert article.text == BODY
    assert (article.title, article.published, article.published_from) == (
        "Orikhiv",
        "2023-05-07",
        "table",
    )


def test_columns_can_be_named(read):
    rows = f'day;report\n2023-05-07;"{BODY}"\n'
    (article,) = read(rows, "rows.csv", columns=Columns("report", "day"))
    assert (article.text, article.published) == (BODY, "2023-05-07")


def test_objects_of_json_are_articles(read):
    object_ = {"headline": "Orikhiv", "body": BODY, "published_at": "2023-05-07T08:00:00Z"}
    for content in (
        json.dumps(object_),
        json.dumps([object_]),
        json.dumps({"articles": [object_]}),
        json.dumps(object_) + "\n" + json.dumps({"note": "no text"}) + "\n",
    ):
        (article,) = read(content)
        assert (article.text, article.published) == (BODY, "2023-05-07")


def test_an_export_of_telegram_gives_its_messages(read):
    parts = ["Two people were killed ", {"type": "bold", "text": "in Orikhiv"}, "."]
    export = {
        "name": "Town Council",
        "type": "public_channel",
        "messages": [
            {"id": 1, "type": "service", "text": ""},
            {"id": 2, "date": "2023-05-07T10:00:00", "text": parts},
        ],
    }
    (article,) = read(json.dumps(export), "result.json")
    assert article.text == "Two people were killed in Orikhiv."
    assert (article.outlet, article.published) == ("Town Council", "2023-05-07")


def test_a_feed_gives_its_entries(read):
    pytest.importorskip("feedparser")
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>The Gazette</title><item>'
        "<title>Orikhiv shelled</title><link>https://gazette.example/1</link>"
        f"<pubDate>Sun, 07 May 2023 10:00:00 GMT</pubDate><description>{BODY}</description>"
        "</item></channel></rss>"
    )
    (article,) = read(feed)
    assert article.text == f"Orikhiv shelled\n\n{BODY}\n"
    assert (article.outlet, article.published, article.url) == (
        "The Gazette",
        "2023-05-07",
        "https://gazette.example/1",
    )


def test_documents_and_archives(read):
    (article,) = read(docx())
    assert article.text == BODY + "\n"
    (packed,) = read(gzip.compress(BODY.encode()), "report.txt.gz")
    assert packed.text == BODY
    archive = {"a.txt": BODY, "b/rows.csv": f'text,date\n"{BODY}",2023-05-07\n', "c.bin": b"\0"}
    first, second = read(zipped(archive))
    assert (first.file, second.file) == ("file.txt a.txt", "file.txt b/rows.csv row 2")


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"\xff\xd8\xff\xe0 JFIF", "CC064", "is a picture"),
        (b"{\\rtf1 {\\info }}", "CC060", "is RTF without a text"),
        (b"{\\rtf1 " + b"{" * 2000 + b"Shells fell.", "CC064", "nested too deeply"),
        (b"1\n00:00:01,000 --> 00:00:04,000\nShells fell.", "CC064", "is subtitles"),
        (b"\\documentclass{article}\nShells fell.", "CC064", "is LaTeX"),
        (b"schema: counterclaim/1\narticle: {id: a}\n", "CC064", "records of a ledger"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "CC064", "old office"),
        (zipped({"xl/workbook.xml": "<a/>"}), "CC064", "is a spreadsheet"),
        (zipped({"photo.jpg": b"\xff"}), "CC063", "no files that are read"),
        (b"PK\x03\x04 broken", "CC064", "broken zip"),
        (gzip.compress(b"Shells fell.", mtime=0)[:-6], "CC064", "broken gzip"),
        ('<?xml version="1.0"?><kml><Placemark/></kml>', "CC064", "XML of an unknown kind"),
        ('{"text": "Shells fell', "CC064", "broken JSON"),
        ('{"note": "no text"}', "CC065", "note"),
    ],
)
def test_what_is_not_read_is_said_in_a_line(read, content, code, words):
    (item,) = read(content)
    assert isinstance(item, Problem)
    assert item.code == code
    assert words in item.message
    assert "\n" not in item.message


def test_a_bomb_is_not_unpacked(read):
    bomb = gzip.compress(gzip.compress(b"\0" * 300_000_000, mtime=0), mtime=0)
    (problem,) = read(bomb, "a.gz")
    assert problem.code == "CC004"


@pytest.mark.parametrize(
    "text",
    [
        "[Reuters] Shells fell on Orikhiv.",
        "From the front: shells fell.\n\nDate: unknown, said the mayor.",
        "Kyiv, Lyman, and Orikhiv were shelled, the mayor said.\nNobody was hurt.",
        "<b>Orikhiv</b> was shelled.",
        "{sic} Shells fell.",
        "Update: shells fell.\nThe mayor said so.\n",
    ],
)
def test_prose_is_prose(text):
    assert tell_form(text.encode(), "a.txt") == "text"


def test_an_address_says_how_to_save_the_page():
    (problem,) = read_articles(["https://gazette.example/orikhiv"])
    assert problem.code == "CC001"
    assert "curl" in problem.hint


@pytest.mark.parametrize(
    ("text", "name", "published", "by"),
    [
        (
            "Orikhiv\n\n**Published:** 3 Feb 2023, 10:15\n\nShells fell.",
            "a.txt",
            "2023-02-03",
            "dateline",
        ),
        (
            "\n\n---\ndate: February 3, 2023\n---\nShells fell.",
            "a.md",
            "2023-02-03",
            "front_matter",
        ),
        (
            "---\ndate: [2023-02-05, 2023-02-03]\n---\nShells fell.",
            "a.md",
            "2023-02-03",
            "front_matter",
        ),
        ("Orikhiv\n\nShells fell.", "2023-02-03-orikhiv.txt", "2023-02-03", "file_name"),
        ("Orikhiv\n\nOn 3 Feb 2023 shells fell.", "a.txt", None, None),
    ],
)
def test_dates_as_people_have_them(read, text, name, published, by):
    (article,) = read(text, name)
    assert (article.published, article.published_from) == (published, by)
