"""Forms as programs export them: documents, tables, objects, mail, with all their oddities."""

from __future__ import annotations

import email.message
import io
import json
import tarfile
import zipfile

import pytest

from counterclaim.articles import Article, read_articles

BODY = (
    "The mayor of Orikhiv, Oleh Synko, said on Sunday that two people had been killed when shells "
    "fell on the market. “We held,” he added."
)


@pytest.fixture
def read(tmp_path):
    """Read some bytes as a file."""

    def run(content, name="file.txt", **options):
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(read_articles([str(file)], **options))

    return run


def rtf(text: str) -> str:
    signs = (s if s < "\x80" else f"\\u{ord(s)}?" for s in text)
    return "".join(signs)


def test_rtf_gives_its_paragraphs(read):
    head = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial;}}"
    info = "{\\info{\\title Orikhiv shelled}{\\author Ann Orlova}{\\company Gazette}}"
    link = "{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt the dam}}"
    cyrillic = "{\\f1 " + "".join(f"\\'{b:02x}" for b in "Оріхів".encode("cp1251")) + "}"
    body = (
        f"\\pard {rtf(BODY)}\\par\nThe caf\\'e9 by {link} in {cyrillic} burnt\\emdash twice.\\par"
    )
    (article,) = read(f"{head}{info}{{\\header Page 1}}{body}}}")
    assert article.text == f"{BODY}\n\nThe café by the dam in Оріхів burnt—twice.\n"
    assert (article.title, article.author) == ("Orikhiv shelled", "Ann Orlova")
    assert article.reader.startswith("rtf counterclaim ")


def test_an_opendocument_text_gives_its_paragraphs(read):
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    body = f'<a xmlns:t="{text}"><t:h>Orikhiv shelled</t:h><t:p>{BODY}</t:p></a>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", body)
    (article,) = read(out.getvalue(), "a.odt")
    assert article.text == f"Orikhiv shelled\n\n{BODY}\n"


def test_a_tar_archive_gives_its_files(read):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name in ("b.txt", "a.txt", "c.png"):
            info = tarfile.TarInfo(name)
            info.size = len(BODY.encode())
            archive.addfile(info, io.BytesIO(BODY.encode()))
    found = read(out.getvalue(), "all.tar.gz")
    assert [article.file for article in found] == ["all.tar.gz a.txt", "all.tar.gz b.txt"]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Titel;Datum;Text", f'Orikhiv;07.05.2023;"{BODY}"'),
        ("sep=;\ntitle;date;text", f'Orikhiv;2023-05-07;"{BODY}"'),
        ("stories_id,title,publish_date,story_text", f'1,Orikhiv,2023-05-07,"{BODY}"'),
        ("Headline,Publication Date,Full Text", f'Orikhiv,"May 7, 2023","{BODY}"'),
    ],
)
def test_tables_as_programs_export_them(read, head, row):
    (article,) = read(f"{head}\n{row}\n", "rows.csv")
    assert (article.text, article.title, article.published) == (BODY, "Orikhiv", "2023-05-07")


def test_one_date_of_a_table_tells_the_order_of_all(read):
    rows = f'date,text\n05/07/2023,"{BODY}"\n05/23/2023,"{BODY}"\n'
    assert [a.published for a in read(rows, "a.csv")] == ["2023-05-07", "2023-05-23"]


def test_a_date_that_may_be_two_days_is_told(read):
    (article,) = read(f'date,text\n05/07/2023,"{BODY}"\n', "a.csv")
    assert article.published is None
    assert article.warnings[0].code == "CC062"


PARAGRAPHS = "<p>Shells fell on Orikhiv.</p><p>The mayor <b>said so</b> &ndash; twice.</p>"
WORDS = "Shells fell on Orikhiv.\n\nThe mayor said so – twice.\n"


@pytest.mark.parametrize(
    ("value", "text", "outlet", "author"),
    [
        ({"source": {"id": None, "name": "Gazette"}, "content": BODY}, BODY, "Gazette", None),
        ({"title": {"rendered": "A"}, "content": {"rendered": PARAGRAPHS}}, WORDS, None, None),
        (
            {
                "title": "Gazette",
                "items": [{"content_html": PARAGRAPHS, "authors": [{"name": "Ann"}]}],
            },
            WORDS,
            "Gazette",
            "Ann",
        ),
        (
            {
                "chats": {
                    "list": [
                        {"name": "Council", "messages": [{"text": ["Shells ", {"text": "fell."}]}]}
                    ]
                }
            },
            "Shells fell.",
            "Council",
            None,
        ),
        (
            {"full_text": BODY, "user": {"name": "Ann"}, "source": '<a href="x">Phone</a>'},
            BODY,
            None,
            "Ann",
        ),
        ({"name": "C", "messages": [{"text": BODY, "forwarded_from": "Army"}]}, BODY, "C", "Army"),
    ],
)
def test_objects_as_programs_export_them(read, value, text, outlet, author):
    (article,) = read(json.dumps(value))
    assert (article.text, article.outlet, article.author) == (text, outlet, author)


def test_objects_one_after_the_other_are_articles(read):
    value = json.dumps({"text": BODY}, indent=1)
    assert len(read(f"{value}\n{value}\n")) == 2


def mail(body: str) -> email.message.EmailMessage:
    message = email.message.EmailMessage()
    message["From"], message["Subject"] = "Ann Orlova <ann@gazette.example>", "Orikhiv"
    message["Date"] = "Sun, 07 May 2023 10:00:00 +0300"
    message.set_content(body)
    return message


def test_who_passes_a_message_on_is_not_its_author(read):
    passed = (
        "---------- Forwarded message ---------\nFrom: Press <p@x.example>\nDate: Sat, 6 May 2023\n"
    )
    (article,) = read(mail(f"For you.\n\n{passed}Subject: Statement\nTo: a@b\n\n{BODY}").as_bytes())
    assert article.text.strip() == BODY
    assert (article.author, article.published, article.title) == (
        "Press",
        "2023-05-06",
        "Statement",
    )


@pytest.mark.parametrize(
    "quoted",
    [
        "On Sat, 6 May 2023 at 10:00, Desk\n<desk@x.example> wrote:\n> The town fell.",
        "________________________________\nFrom: Desk\nSent: Saturday\nTo: Ann\nThe town fell.",
        "-----Original Message-----\nThe town fell.",
    ],
)
def test_what_mail_quotes_is_not_its_own(read, quoted):
    (article,) = read(mail(f"{BODY}\n\n{quoted}").as_bytes())
    assert article.text.strip() == BODY


def test_what_hangs_on_a_message_is_read_too(read):
    message = mail("The report is attached, with a picture.")
    message.add_attachment(BODY.encode(), maintype="text", subtype="plain", filename="report.txt")
    message.add_attachment(b"\xff\xd8\xff", maintype="image", subtype="jpeg", filename="a.jpg")
    message.add_attachment(mail(BODY))
    first, second, third = read(message.as_bytes())
    assert all(isinstance(item, Article) for item in (first, second, third))
    assert (second.text, second.file) == (BODY, "file.txt report.txt")
    assert third.title == "Orikhiv"
