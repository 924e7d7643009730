"""Days of publication that cannot be true are not used, and this is said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from counterclaim.articles import read_articles
from counterclaim.articles.days import choose_day

BODY = "ORIKHIV, Ukraine, May 7, 2023 (Agency) — Shells fell overnight, the mayor said.\n"


@pytest.mark.parametrize(
    ("stated", "day", "by", "refused"),
    [
        ("2023-05-08", "2023-05-08", "front_matter", 0),
        ("2023-05-06", "2023-05-06", "front_matter", 0),
        ("2021-01-01", "2023-05-07", "dateline", 1),
        ("2024-01-01", "2023-05-07", "dateline", 1),
    ],
)
def test_a_day_that_the_dateline_contradicts(tmp_path, stated, day, by, refused):
    file = tmp_path / "a.md"
    file.write_text(f"---\ndate: {stated}\n---\n{BODY}", encoding="utf-8")
    (article,) = read_articles([str(file)])
    assert (article.published, article.published_from) == (day, by)
    assert [problem.code for problem in article.warnings] == ["CC062"] * refused


def test_a_day_after_today():
    tomorrow, later = (str(date.today() + timedelta(days=n)) for n in (1, 3))
    assert choose_day((tomorrow, "html"), file="a")[0] == (tomorrow, "html")
    (day, _), (problem,) = choose_day((later, "html"), (None, "dateline"), file="a")
    assert day is None
    assert "after today" in problem.message


def test_what_somebody_says_of_this_text_is_taken(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(BODY, encoding="utf-8")
    (article,) = read_articles([str(file)], published="2023-09-01")
    assert (article.published, article.published_from) == ("2023-09-01", "option")


def test_front_matter_as_toml(tmp_path):
    file = tmp_path / "a.md"
    file.write_text('+++\ntitle = "Convoy"\ndate = 2023-05-07T10:00:00Z\n+++\nShells fell.\n')
    (article,) = read_articles([str(file)])
    assert (article.title, article.published, article.text) == (
        "Convoy",
        "2023-05-07",
        "Shells fell.\n",
    )
    file.write_text("+++\ntitle = Convoy\n+++\nShells fell.\n")
    (problem,) = read_articles([str(file)])
    assert (problem.code, problem.line) == ("CC061", 1)
