"""Problems in a terminal, character by character."""

from counterclaim.presentation.problems import problem_to_dict, render_problem
from counterclaim.records import Problem


def render(line="", column=1, marked=1, *, width=60, message="is wrong", hint="", file="a.yaml"):
    return render_problem(Problem(file, 7, column, "CC024", message, line, marked, hint), width)


def test_place_line_caret_help():
    assert render("  stance: assert", 11, 6, hint="use asserts") == (
        "a.yaml:7:11: CC024 is wrong\n      stance: assert\n              ~~~~~^\nhelp: use asserts"
    )


def test_a_file_as_a_whole():
    problem = Problem("a.txt", 0, 0, "CC060", "has no words", hint="give a text")
    assert render_problem(problem) == "a.txt: CC060 has no words\nhelp: give a text"


def test_a_caret_at_the_end_of_the_line():
    assert render("a: [1", 6).splitlines()[1:] == ["    a: [1", "         ^"]


def test_a_mark_never_leaves_the_line():
    assert render("a: b", 4, 500).splitlines()[1:] == ["    a: b", "       ^"]
    assert render("a: b", 900, 5).splitlines()[1:] == ["    a: b", "        ^"]


def test_wide_and_combining_signs_keep_the_caret_in_place():
    assert render("“東京” e\u0301 x", 9, 1).splitlines()[1:] == [
        "    “東京” e\u0301 x",
        "             ^",
    ]


def test_control_characters_are_made_visible():
    text = render("a: \x1b[31m\tb\u202e", 4, 1, message="bad \x1b[2J\nline", file="a\x07.yaml")
    assert text.splitlines() == [
        "a␇.yaml:7:4: CC024 bad ␛[2J␊line",
        "    a: ␛[31m b�",
        "       ^",
    ]


def test_long_lines_are_cut_around_the_column():
    line = "x" * 100 + "WORDS" + "y" * 100
    shown, caret = render(line, 101, 5).splitlines()[1:]
    assert shown == "    …" + "x" * 19 + "WORDS" + "y" * 30 + "…"
    assert caret == " " * 24 + "~~~~^"
    assert len(shown) == 60


def test_long_lines_are_cut_at_both_ends():
    line = "WORDS" + "y" * 100
    assert render(line, 1, 5).splitlines()[1:] == [
        "    WORDS" + "y" * 50 + "…",
        "    ~~~~^",
    ]
    line = "x" * 100 + "WORDS"
    assert render(line, 101, 5).splitlines()[1:] == [
        "    …" + "x" * 50 + "WORDS",
        " " * 55 + "~~~~^",
    ]


def test_for_programs():
    problem = Problem("a.yaml", 7, 3, "CC024", "is wrong", "x", 1, "use y")
    assert problem_to_dict(problem) == {
        "file": "a.yaml",
        "line": 7,
        "col": 3,
        "code": "CC024",
        "message": "is wrong",
        "help": "use y",
    }


def test_of_a_line_of_a_whole_file_only_the_surroundings_are_looked_at(monkeypatch):
    looked = []

    def count(text):
        looked.append(len(text))
        return len(text)

    monkeypatch.setattr("counterclaim.presentation.problems.count_cells", count)
    line = "a" * 500_000 + "bad" + "c" * 500_000
    shown, carets = render(line, 500_001, 3).splitlines()[1:]
    assert shown == "    …" + "a" * 19 + "bad" + "c" * 32 + "…"
    assert carets == " " * 24 + "~~^"
    assert sum(looked) < 1_000
