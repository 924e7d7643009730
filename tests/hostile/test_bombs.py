"""Files that are made to cost much are read or refused with a reason, whatever their form."""

from __future__ import annotations

import pytest
from bombs_made import bombs

from counterclaim.articles import Article
from counterclaim.articles.model import Facts
from counterclaim.articles.read import read_article_bytes

FEW = 40  # problems: a file with thousands of faults has one


@pytest.mark.parametrize(
    ("name", "data"), list(bombs(20_000)), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_bomb_is_read_or_refused(name, data, capfd):
    items = list(read_article_bytes(data, name, name, Facts()))
    assert items
    problems = [item for item in items if not isinstance(item, Article)]
    assert len(problems) < FEW
    assert all("\n" not in problem.message and problem.hint for problem in problems)
    assert capfd.readouterr().err == ""


def test_what_archives_hold_together_is_bounded():
    nested = dict(bombs(1_000_000 // 2))["nested.zip"]
    *_, last = read_article_bytes(nested, "a.zip", "a.zip", Facts())
    assert (last.code, last.message) == ("CC004", "unpacked is too large")
