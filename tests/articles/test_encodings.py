"""Articles in other encodings than UTF-8: told by where their signs stand, and said so."""

from __future__ import annotations

import codecs

import pytest

from counterclaim.articles import read_articles
from counterclaim.articles.encodings import Decoded, decode_article
from counterclaim.records import Problem

ENGLISH = "“We held,” the mayor of Orikhiv said – the café stands, it’s whole."


@pytest.mark.parametrize(
    ("text", "encoding", "read_as"),
    [
        (ENGLISH, "cp1252", "windows-1252"),
        (ENGLISH, "mac-roman", "mac-roman"),
        (ENGLISH.replace("café", "café (Оріхів)").replace("é", "e"), "cp1251", "windows-1251"),
        ("The governor of Łódź, Józef Żak, said so.", "cp1250", "windows-1250"),
        ("Erdoğan’s party lost Diyarbakır.", "cp1254", "windows-1254"),
        ("They held Краматорск, he said.", "koi8-r", "koi8-r"),
        ("They held Краматорск, he said.", "cp866", "cp866"),
        ("A naïve façade, 5 km of it: 12½ %.", "latin-1", "windows-1252"),
    ],
)
def test_one_byte_a_sign(text, encoding, read_as):
    found = decode_article(text.encode(encoding), "a.txt")
    assert isinstance(found, Decoded)
    assert (found.text, found.encoding) == (text, read_as)
    assert found.note.code == "CC002"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_two_or_four_bytes_a_sign(encoding):
    found = decode_article((ENGLISH * 3).encode(encoding), "a.txt")
    assert (found.text, found.note) == (ENGLISH * 3, None)


def test_marked_and_big():
    found = decode_article(codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"), "a.txt")
    assert found.text == ENGLISH


def test_a_byte_that_was_damaged_costs_one_sign():
    data = ENGLISH.encode().replace(b"whole", b"wh\xffle")
    found = decode_article(data, "a.txt")
    assert found.text == ENGLISH.replace("whole", "wh\ufffdle")
    assert "byte 0xff at position" in found.note.message


@pytest.mark.parametrize("wrong", ["cp1252", "cp1251"])
def test_what_was_read_wrongly_once_is_read_again(wrong):
    text = "The mayor said – it’s held – so."
    found = decode_article(text.encode().decode(wrong, "replace").encode(), "a.txt")
    assert found.text == text
    assert "is read again" in found.note.message


@pytest.mark.parametrize("text", ["Âge and Ãrea are words.", "“Œuvre” – 5 €", "Ранок у Києві. Ð."])
def test_rare_signs_are_no_misread_ones(text):
    assert decode_article(text.encode(), "a.txt") == Decoded(text)


def test_what_is_no_text_in_any_encoding():
    found = decode_article(bytes(range(128, 256)) * 3, "a.txt")
    assert isinstance(found, Problem)
    assert found.code == "CC002"


def test_the_reader_and_the_hash_of_the_file_are_kept(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(ENGLISH.encode("cp1252"))
    (article,) = read_articles([str(file)])
    assert (article.text, article.reader) == (ENGLISH, "text, windows-1252")
    assert len(article.raw_sha256) == 64
    file.write_text(ENGLISH, encoding="utf-8")
    (plain,) = read_articles([str(file)])
    assert (plain.reader, plain.raw_sha256) == (None, None)
    file.write_text(f"---\ntitle: Orikhiv\n---\n{ENGLISH}", encoding="utf-8")
    (headed,) = read_articles([str(file)])
    assert headed.raw_sha256


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Обстріл тривав усю ніч, загинули двоє.", "its letters are Cyrillic"),
        ("Die Armee ist nicht mehr in der Stadt, und das Dorf ist verloren.", "German"),
        ("Les soldats ont été tués dans une attaque, selon le gouverneur.", "French"),
        (
            "Los soldados que han muerto en una emboscada, según el alcalde, y los heridos.",
            "Spanish",
        ),
    ],
)
def test_a_short_text_of_another_language_is_named(tmp_path, text, words):
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    (problem,) = read_articles([str(file)])
    assert problem.code == "CC067"
    assert words in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "Marinka, Mar’inka, Krasnohorivka, Heorhiivka",
        "President de la Cruz of San Pedro de los Pinos y Valle del Sol",
        "Van den Berg und Partner GmbH said shells hit it.",
    ],
)
def test_names_tell_no_language(tmp_path, text):
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    (article,) = read_articles([str(file)])
    assert article.text == text
