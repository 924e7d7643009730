"""Articles as people save them: whole pages, answers to messages, front matter by hand."""

from __future__ import annotations

import io
import zipfile

import pytest

from counterclaim.articles import read_articles

SAID = "Fighters of the Front seized two villages near Kidal on Sunday, a local official said."
DENIED = "The army denied that any village had fallen. “We control the road,” a colonel said."


@pytest.fixture
def read(tmp_path):
    """Read some bytes as a file; the one article in it."""

    def run(content, name="file.txt"):
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        (article,) = read_articles([str(file)])
        return article

    return run


def page(body: str, head: str = "") -> str:
    pytest.importorskip("trafilatura")
    return (
        f"<!DOCTYPE html><html><head><title>Column halted</title>{head}</head><body><article>"
        f"<h1>Column halted</h1><p>{SAID}</p><p>{DENIED}</p>{body}"
        f"<p>At least twelve people were killed in the fighting, the hospital of Kidal said.</p>"
        "</article></body></html>"
    )


def test_what_a_page_quotes_in_a_block_is_between_marks(read):
    block = "<blockquote><p>Our forces hold Kidal.</p><p>Nobody has fled.</p></blockquote>"
    text = read(page(f"<p>The ministry said in a statement:</p>{block}")).text
    assert "“Our forces hold Kidal.\n\n“Nobody has fled.”" in text


def test_a_post_shown_in_a_page_is_between_marks(read):
    post = (
        '<blockquote class="twitter-tweet"><p>Our forces <b>hold Kidal</b></p>&mdash; Front'
        ' (@front) <a href="#">March 14, 2023</a></blockquote>'
    )
    text = read(page(post)).text
    assert "“Our forces hold Kidal”" in text


@pytest.mark.parametrize("words", ["“Our forces hold Kidal.”", '"Our forces hold Kidal."'])
def test_a_block_that_has_marks_gets_no_others(read, words):
    text = read(page(f"<blockquote><p>{words}</p></blockquote>")).text
    assert f"\n{words}\n" in text


def test_a_page_that_is_one_block_is_not_quoted(read):
    whole = page("").replace("<article>", "<blockquote>").replace("</article>", "</blockquote>")
    assert "“Fighters" not in read(whole).text


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0042)https://gazette.example/2023/03/14/kidal -->",
        "<!--\n Page saved with SingleFile \n url: https://gazette.example/2023/03/14/kidal \n-->",
    ],
)
def test_a_saved_page_knows_its_address(read, comment):
    article = read(page("").replace("<html>", f"{comment}<html>"))
    assert article.url == "https://gazette.example/2023/03/14/kidal"
    assert article.published == "2023-03-14"


def saved_as_mail(charset: str = "") -> bytes:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gazette.example/kidal\r\n"
        "Subject: Column halted\r\nDate: Wed, 1 May 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        f"Content-Type: text/html{charset}\r\nContent-Transfer-Encoding: 8bit\r\n"
        "Content-Location: https://gazette.example/kidal\r\n\r\n"
    )
    return f"{head}{page('')}\r\n--b--\r\n".encode()


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", "; charset=us-ascii"])
def test_the_day_of_saving_is_not_that_of_the_page(read, charset):
    article = read(saved_as_mail(charset), "page.mhtml")
    assert "“We control the road,”" in article.text
    assert article.url == "https://gazette.example/kidal"
    assert (article.author, article.published) == (None, None)


HEADS = "From: Ann <a@b.example>\nTo: desk@b.example\nSubject: Re: Kidal\n"
HEADS += "Date: Tue, 14 Mar 2023 18:02:00 +0100\nContent-Type: text/html; charset=utf-8\n\n"
BEFORE = "The army shelled Kidal, residents said."


@pytest.mark.parametrize(
    "answered",
    [
        f"<div class=gmail_quote><div class=gmail_attr>On Mon, 13 Mar 2023 at 10:00, Ben wrote:<br>"
        f"</div><blockquote>{BEFORE}</blockquote></div>",
        "<div>On 13 Mar 2023, at 10:00, Ben wrote:</div>"
        f"<blockquote type=cite>{BEFORE}</blockquote>",
        f"<div class=moz-cite-prefix>On 13/03/2023, Ben wrote:</div>"
        f"<blockquote type=cite>{BEFORE}</blockquote>",
        "<div style='border-top:solid 1pt'><p><b>From:</b> Ben<br><b>Sent:</b> Monday, 13 March"
        f" 2023<br><b>To:</b> Ann<br><b>Subject:</b> Kidal</p></div><p>{BEFORE}</p>",
    ],
)
def test_what_a_message_in_html_answers_is_left_out(read, answered):
    pytest.importorskip("trafilatura")
    article = read(f"{HEADS}<html><body><div dir=ltr>{SAID}</div>{answered}</body></html>", "a.eml")
    assert article.text.strip().endswith(SAID)
    assert (article.author, article.published) == ("Ann", "2023-03-14")


def test_a_message_in_html_that_is_passed_on_is_the_article(read):
    pytest.importorskip("trafilatura")
    passed = (
        "<div class=gmail_quote>---------- Forwarded message ---------<br>From: Ben &lt;b@c&gt;<br>"
        f"Date: Mon, 13 Mar 2023 at 10:00<br>Subject: Kidal<br><br>{BEFORE}</div>"
    )
    article = read(f"{HEADS}<html><body><div>FYI</div>{passed}</body></html>", "a.eml")
    assert article.text == f"{BEFORE}\n"
    assert (article.author, article.published, article.title) == ("Ben", "2023-03-13", "Kidal")


def test_front_matter_by_hand_costs_no_article(read):
    lines = 'title: Kidal: column halted\nauthor: Ann "Pen" Orlova\ndate: 2023-03-14\nstate: [a'
    article = read(f"---\n{lines}\n---\n{SAID}\n", "a.md")
    assert (article.title, article.author) == ("Kidal: column halted", 'Ann "Pen" Orlova')
    assert article.published == "2023-03-14"
    (warning,) = article.warnings
    assert warning.code == "CC010"
    assert warning.line == 2
    assert "its lines are read one by one" in warning.message


def test_front_matter_of_clippers(read):
    lines = 'source: "https://gazette.example/kidal"\nauthor:\n  - "[[Ann Orlova]]"\nbyline: Ben\n'
    article = read(f"---\n{lines}published: 2023-03-14\n---\n{SAID}\n", "a.md")
    assert (article.outlet, article.url) == (None, "https://gazette.example/kidal")
    assert article.author == "Ann Orlova"


def test_front_matter_with_authors_that_are_objects(read):
    lines = "title: Column halted\nauthors:\n  - name: Ann Orlova\n  - name: Ben Keita\n"
    assert read(f"---\n{lines}---\n{SAID}\n", "a.md").author == "Ann Orlova, Ben Keita"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Published 14 Mar 2023, 6:02 PM GMT | Updated 15 Mar 2023", None),
        ("First published on Tue 14 Mar 2023 18.02 GMT", None),
        ("By Ann Orlova | March 14, 2023", "Ann Orlova"),
        ("By Ann Orlova, Bamako, 14 March 2023", None),
        ("March 14, 2023 Tuesday", None),
        ("Issued on: 14/03/2023 - 18:02", None),
        ("Date of publication: 14.03.2023", None),
    ],
)
def test_lines_with_the_day_of_publication(read, line, author):
    article = read(f"Column halted near Kidal\n\n{line}\n\n{SAID}\n")
    assert (article.published, article.author) == ("2023-03-14", author)


@pytest.mark.parametrize(
    "line", ["Last updated: 14 March 2023", "Updated 14 March 2023", "Issued on: 03/04/2023"]
)
def test_lines_without_one(read, line):
    assert read(f"Column halted near Kidal\n\n{line}\n\n{SAID}\n").published is None


def docx(title: str, author: str) -> bytes:
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in ("Column halted", SAID))
    core = f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {word}>{body}</w:document>")
        archive.writestr(
            "docProps/core.xml", f'<a xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</a>'
        )
    return out.getvalue()


@pytest.mark.parametrize(
    ("title", "author", "wanted"),
    [
        ("Document1", "user", ("Column halted", None)),
        ("Microsoft Word - kidal final.doc", "Microsoft Office User", ("Column halted", None)),
        ("kidal_v2.docx", "HP", ("Column halted", None)),
        ("Two villages lost", "Ann Orlova", ("Two villages lost", "Ann Orlova")),
    ],
)
def test_what_programs_call_a_document_is_no_title(read, title, author, wanted):
    article = read(docx(title, author), "a.docx")
    assert (article.title, article.author) == wanted


def test_signs_of_markup_in_titles_are_signs(read):
    value = '{"title": {"rendered": "Front&#8217;s column halted"}, "content": "' + SAID + '"}'
    assert read(value, "a.json").title == "Front’s column halted"


def test_what_of_an_archive_is_not_read_is_named(read):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in (("a.txt", SAID), ("photo.jpg", "x"), ("__MACOSX/a.txt", "x")):
            archive.writestr(name, content)
    (warning,) = read(out.getvalue(), "a.zip").warnings
    assert (warning.code, warning.message) == (
        "CC063",
        "has files of no form that is read: photo.jpg",
    )


@pytest.mark.parametrize(
    "wrapped",
    [
        '{"hits": {"hits": [{"_id": 1, "_source": {"body": "%s", "date": "2023-03-14"}}]}}',
        '{"data": {"children": [{"kind": "t3", "data":'
        ' {"selftext": "%s", "created_utc": 1678816920.0}}]}}',
        '{"orderedItems": [{"type": "Create", "object":'
        ' {"content": "%s", "published": "2023-03-14"}}]}',
        'window.YTD.tweets.part0 = [{"tweet": {"full_text": "%s",'
        ' "created_at": "Tue Mar 14 18:02:00 +0000 2023"}}]',
    ],
)
def test_an_article_wrapped_in_an_object_is_taken_out(read, wrapped):
    article = read(wrapped % SAID, "a.json")
    assert article.text.strip() == SAID
    assert article.published == "2023-03-14"


def test_a_message_that_was_saved_as_text_has_the_day_it_was_sent(read):
    article = read(f"From: Ann\nSent: 14 March 2023 10:00\nTo: Ben\nSubject: Kidal\n\n{SAID}\n")
    assert (article.author, article.published) == ("Ann", "2023-03-14")


def test_half_a_character_costs_no_article(read):
    article = read('{"title": "Kidal \\udfff", "body": "\\ud800 ' + SAID + '"}', "a.json")
    assert (article.title, article.text) == ("Kidal", f"\ufffd {SAID}")
    assert "U+D800 is replaced" in article.warnings[0].message


def test_an_entry_of_a_feed_may_have_no_words_but_its_title():
    from counterclaim.articles.forms.pages import _entry

    pytest.importorskip("feedparser")
    assert (
        _entry({"title": "Kidal shelled", "summary": None}, 1, None).text.strip() == "Kidal shelled"
    )
