"""Hostile, damaged and merely surprising YAML: what is written is read, or one problem says why."""

import codecs

import pytest
import yaml

from counterclaim.records import strict_yaml
from counterclaim.records.decoding import decode, read_bytes
from counterclaim.records.strict_yaml import DEEPEST, parse
from counterclaim.records.yaml_io import load_yaml


def only_problem(text: str):
    value, problems = load_yaml(text, "x.yaml")
    assert value is None
    assert len(problems) == 1
    return problems[0]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("on", "on"),
        ("True", "True"),
        ("22:30", "22:30"),
        ("2023-01-25", "2023-01-25"),
        ("2023-01", "2023-01"),
        ("0123", "0123"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("=", "="),
        ("<<", "<<"),
        (".inf", ".inf"),
        ("1e999", "1e999"),
        ("9" * 40, "9" * 40),
        ("'30'", "30"),
        ("'true'", "true"),
        ('"null"', "null"),
        ("30", 30),
        ("-4", -4),
        ("48.59419", 48.59419),
        ("1.5e3", 1500.0),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_what_is_written_is_what_is_read(written, read):
    assert load_yaml(f"value: {written}", "x.yaml") == ({"value": read}, [])


def test_keys_are_words_whatever_they_say():
    assert load_yaml("no: 1\n22:30: 2\n1: 3", "x.yaml") == ({"no": 1, "22:30": 2, "1": 3}, [])


def test_lists_and_mappings():
    text = "spans: [[1, 2], [3, 4]]\nplaces:\n- {name: Lyman, lat: 48.9}\n- name: Siversk\n"
    assert load_yaml(text, "x.yaml") == (
        {
            "spans": [[1, 2], [3, 4]],
            "places": [{"name": "Lyman", "lat": 48.9}, {"name": "Siversk"}],
        },
        [],
    )


def test_nothing_is_nothing():
    assert load_yaml("", "x.yaml") == (None, [])
    assert load_yaml("# only a remark\n", "x.yaml") == (None, [])


@pytest.mark.parametrize(
    ("text", "code", "place", "words"),
    [
        ("a: 1\nb: 2\na: 3", "CC011", "x.yaml:3:1", "`a` is given twice: here and in line 1"),
        ("a: !!python/object/apply:os.system [ls]", "CC012", "x.yaml:1:4", "os.system"),
        ("a: !!str 5", "CC012", "x.yaml:1:4", "tag !!str"),
        ("!x\na: 1", "CC012", "x.yaml:1:1", "tag !x"),
        ("a: &x 1\nb: *x", "CC013", "x.yaml:1:4", "anchor &x"),
        ("a: *x", "CC013", "x.yaml:1:4", "alias *x"),
        ("a: 1\n--- \nb: 2", "CC015", "x.yaml:2:1", "second document"),
        ("a: b: c", "CC010", "x.yaml:1:5", "mapping values are not allowed"),
        ("a:\n\tb: 1", "CC010", "x.yaml:2:1", "'\\t'"),
        ("? [a, b]\n: c", "CC010", "x.yaml:1:3", "a key must be a word"),
        ("title: 'unclosed\nnext: 1\n", "CC010", "x.yaml:1:8", "end of stream"),
        ("spans: [[1, 2]\n", "CC010", "x.yaml:1:8", "expected"),
        ("a: 1\nb: \x07", "CC003", "x.yaml:2:4", "U+0007"),
        ("a: \x1b[31m", "CC003", "x.yaml:1:4", "U+001B"),
        ("\ufeffa: 1", "CC005", "x.yaml:1:1", "byte order mark"),
    ],
)
def test_one_clear_problem(text, code, place, words):
    problem = only_problem(text)
    assert (problem.code, problem.place) == (code, place)
    assert words in problem.message
    assert problem.hint


@pytest.mark.parametrize("parser", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
@pytest.mark.parametrize("levels", [DEEPEST + 1, 500, 200_000])
def test_depth_is_bounded_before_anything_is_built(monkeypatch, parser, opening, levels):
    monkeypatch.setattr(strict_yaml, "_LOADER", getattr(yaml, parser, yaml.SafeLoader))
    problem = only_problem("# far from the beginning\n" * 5_000 + opening * levels)
    assert problem.code == "CC014"
    assert problem.line == 5_001
    assert problem.column < 1_100, "at once, or where the parser itself gives up"


@pytest.mark.parametrize("parser", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(
    "text", ["[" * DEEPEST + "]" * DEEPEST, "- " * DEEPEST + "x", f"[{'[], ' * 200}]"]
)
def test_what_is_not_too_deep_is_read(monkeypatch, parser, text):
    monkeypatch.setattr(strict_yaml, "_LOADER", getattr(yaml, parser, yaml.SafeLoader))
    value, problems = load_yaml(text, "x.yaml")
    assert value
    assert not problems


def test_a_list_for_a_key_is_refused_at_any_depth():
    problem = only_problem("? " * 200_000)
    assert problem.code == "CC010"
    assert (problem.line, problem.column) == (1, 3)


def test_laughter_does_not_explode():
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert only_problem("\n".join(lines)).code == "CC013"


def test_too_large():
    assert only_problem("a" * 20_000_001).code == "CC004"


def test_duplicates_do_not_hide_what_follows():
    value, problems, _ = parse("a: 1\na: 2\nb: 3\nb: 4", "x.yaml")
    assert [problem.line for problem in problems] == [2, 4]
    assert value == {"a": 2, "b": 4}


def test_where_everything_stands():
    text = "article:\n  title: Café “x” at Lyman\nspans: [[1, 22]]\n"
    _, _, marks = parse(text, "x.yaml")
    title = marks.value(("article", "title"))
    assert (title.line, title.column, title.width) == (2, 10, 17)
    assert marks.key(("article", "title")).column == 3
    assert marks.value(("spans", 0, 1)).column == 13
    assert marks.value(("spans", 0)).width == len("[1, 22]")
    assert marks.value(("spans", 0, 9)).column == 9, "the nearest thing around it"


@pytest.mark.parametrize(
    ("data", "code", "place", "words"),
    [
        (b"Title\n\nCaf\xe9 blast", "CC002", "a.txt:3:4", "byte 0xe9 at position 10"),
        ("Харків\n".encode() + b"\xff", "CC002", "a.txt:2:1", "byte 0xff at position 13"),
        (codecs.BOM_UTF16_LE + "x".encode("utf-16-le"), "CC002", "a.txt:0:0", "UTF-16"),
        (codecs.BOM_UTF32_LE + "x".encode("utf-32-le"), "CC002", "a.txt:0:0", "UTF-32"),
        (b"%PDF-1.7\n\x00\x01", "CC003", "a.txt:2:1", "NUL"),
    ],
)
def test_bytes_that_are_no_text(data, code, place, words):
    problem = decode(data, "a.txt")
    assert (problem.code, problem.place) == (code, place)
    assert words in problem.message


def test_text_is_decoded_as_it_is():
    assert decode("Лиман\r\n“x”💥".encode(), "a.txt") == "Лиман\r\n“x”💥"
    assert decode(codecs.BOM_UTF8 + b"x", "a.txt") == "\ufeffx"


def test_files_that_cannot_be_read(tmp_path):
    assert read_bytes(tmp_path / "none.txt", "none.txt").code == "CC001"
    assert read_bytes(tmp_path, "folder").code == "CC001"
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(30_000_000)
    assert read_bytes(big, "big.txt").message == "has 30.0 MB"
