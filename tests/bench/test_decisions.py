"""What counts as a decision, a bare line and a tag."""

from __future__ import annotations

import ast

import pytest
from decisions import bare_lines, decisions, measure, quoted_tags


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("x = 1", 0),
        ("if a and b:\n    pass", 2),
        ("if a:\n    pass\nelif b or c or d:\n    pass", 4),
        ("x = a if b else c", 1),
        ("[x for x in y if x if z]", 2),
        ("while a:\n    pass", 1),
        ("try:\n    pass\nexcept OSError:\n    pass", 1),
    ],
)
def test_a_decision_is_a_branch_or_a_joined_condition(code, count):
    assert decisions(ast.parse(code)) == count


def test_blank_lines_comments_and_docstrings_are_not_bare():
    assert bare_lines('"""Says.\n\nMore."""\n\n# why\nx = (1,\n     2)  # this\n') == 2


def test_tags_are_quoted_or_asked_for():
    assert quoted_tags(ast.parse('w.tag in ("VBD", "said")')) == 2


def test_rooms_add_up_to_the_package(tmp_path):
    (tmp_path / "extraction").mkdir()
    (tmp_path / "extraction" / "a.py").write_text('if x:\n    y = "VBD"\n')
    (tmp_path / "b.py").write_text("z = 1\n")
    assert measure(tmp_path) == {
        ".": {"lines": 3, "decisions": 1, "tags": 1},
        "extraction": {"lines": 2, "decisions": 1, "tags": 1},
    }
