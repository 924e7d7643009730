"""The pages of `pages_made.py` are read at least as well as docs/quality.md says."""

from __future__ import annotations

import pytest

pytest.importorskip("trafilatura")

import pages
import pages_made


def test_main_text_title_and_day():
    text, titles, days = pages.measure(pages.ours)
    assert text >= 0.97
    assert titles >= 0.95
    assert days >= 0.95


def test_the_pages_are_the_same_each_time():
    first, again = list(pages_made.pages()), list(pages_made.pages())
    assert first == again
    assert len({page.name for page in first}) == 40


def test_figures_can_fall():
    assert pages.f1("Shells fell", "Shells fell on Orikhiv") < 0.7
    assert pages.measure(lambda page: ("", None, None))[0] == 0
