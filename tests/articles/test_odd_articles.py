"""Dirt in a text, facts that are no facts, folders with more than articles in them."""

import pytest

from counterclaim.articles import Article, read_articles
from counterclaim.articles.controls import replace_controls
from counterclaim.articles.front_matter import split_front_matter


@pytest.mark.parametrize(
    ("text", "stored", "told"),
    [
        ("We held.\x07 He said.", "We held.\ufffd He said.", "U+0007 is replaced"),
        ("\x93We held,\x94 he said.", "“We held,” he said.", "U+0093 is replaced, and 1 more"),
        ("It\x92s over \x96 for now\x81", "It’s over – for now\ufffd", "U+0092 is replaced, and 2"),
    ],
)
def test_a_few_controls_are_replaced_one_for_one(text, stored, told):
    replaced, warning = replace_controls(text, "a.txt")
    assert replaced == stored
    assert len(replaced) == len(text)
    assert (warning.code, warning.line) == ("CC003", 1)
    assert told in warning.message


def test_lines_and_pages_are_no_dirt():
    text = "Title\n\nFirst page.\x0cSecond\tpage.\r\nThird.\x85"
    assert replace_controls(text, "a.txt") == (text, None)


def test_many_controls_are_no_text():
    problem = replace_controls("Title\n" + "\x01\x02 word " * 20, "a.txt")
    assert (problem.code, problem.line, problem.column) == ("CC003", 2, 1)


@pytest.mark.parametrize(
    ("front", "facts", "warned"),
    [
        ("2nd: x\ntitle: Convoy", {"title": "Convoy"}, []),
        ("<<: x\ntitle: Convoy", {"title": "Convoy"}, []),
        ("title: true\noutlet: The Herald", {"outlet": "The Herald"}, [("CC061", 2, 8)]),
        ("published: {day: 1}", {}, [("CC061", 2, 12)]),
        ("language: [en, uk]\ntitle: Convoy", {"title": "Convoy"}, [("CC025", 2, 11)]),
        ("language: uk", {"language": "uk"}, []),
        ("date: 04/03/2023\ntitle: Convoy", {"title": "Convoy"}, [("CC062", 2, 7)]),
        ("date: 2023-02-30", {}, [("CC062", 2, 7)]),
        (
            "published: 1799-12-31\ndate: 2023-03-14",
            {"published": "2023-03-14"},
            [("CC062", 2, 12)],
        ),
        ("date: 2023-03-14T22:30:00+02:00", {"published": "2023-03-14"}, []),
        ('title: "Convoy\\e[31m \\u202ehalted"', {"title": "Convoy [31m halted"}, []),
    ],
)
def test_front_matter_gives_what_it_can(front, facts, warned):
    found, body, warnings = split_front_matter(f"---\n{front}\n---\nShells fell.", "a.md")
    assert {name: getattr(found, name) for name in found.stated()} == facts
    assert body == "Shells fell."
    assert [(w.code, w.line, w.column) for w in warnings] == warned


@pytest.mark.parametrize(
    "front", ["Shells fell on Orikhiv.", "- Shells fell.", "*Shells* fell.", "“We held,” he said."]
)
def test_prose_between_two_lines_is_prose(front):
    text = f"---\n{front}\n---\nMore."
    assert split_front_matter(text, "a.md")[1] == text


@pytest.mark.parametrize(
    "front", ['"title: Convoy"', "{title: Convoy, title: B}", "!!map title: A"]
)
def test_front_matter_that_is_none_is_a_problem(front):
    problem = split_front_matter(f"---\n{front}\n---\nShells fell.", "a.md")
    assert problem.line == 2


def test_a_ledger_below_a_folder_is_left_out(tmp_path):
    (tmp_path / "report.txt").write_text("Convoy halted\n\nShells fell.")
    for name in ("data/articles/x.txt", "data/events/x.yaml", "events/notes.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Shells fell.")
    found = [item.file for item in read_articles([str(tmp_path)]) if isinstance(item, Article)]
    assert found == ["notes.txt", "report.txt"]
