"""Whose report an article prints: agencies credited in datelines, bylines and at the end."""

from __future__ import annotations

import pytest

from counterclaim.articles import read_articles
from counterclaim.articles.credits import find_wire

BODY = "Shells fell on Orikhiv overnight, the mayor said.\n\nTwo people were killed."
AFP, AP = "Agence France-Presse", "Associated Press"


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        (f"ORIKHIV, May 7 (Reuters) - {BODY}", "Reuters"),
        (f"ORIKHIV — (AFP) {BODY}", AFP),
        (f"Convoy halted\nBy Ann Orlova with AFP\n{BODY}", AFP),
        (f"Convoy halted\nAnn Orlova, Associated Press\n{BODY}", AP),
        (f"Convoy halted\nReuters\n{BODY}", "Reuters"),
        (f"{BODY}\n\n— AP", AP),
        (f"{BODY}\n\n(AFP)", AFP),
        (f"{BODY} (AFP)", AFP),
        (f"{BODY}\n\nAFP/AP", f"{AFP}, {AP}"),
        (f"{BODY}\n\nThe Associated Press contributed to this report.", AP),
        (f"{BODY}\n\nAssociated Press writers Ann Orlova and Tim Small contributed.", AP),
        (f"{BODY}\n\nWith reporting by AFP, Reuters, and The Gazette", f"{AFP}, Reuters"),
        (f"{BODY}\n\nOur Standards: The Thomson Reuters Trust Principles.", "Reuters"),
        (f"{BODY}\n\n© 2023 AFP", AFP),
        (BODY, None),
        (f"{BODY}\n\nThe general told Reuters that he would hold.", None),
        (f"{BODY}\n\nReuters could not verify the report.", None),
        (f"{BODY}\n\nMossad\n", None),
        (f"ORIKHIV (Gazette) - {BODY}", None),
    ],
)
def test_credits(text, wire):
    assert find_wire(text) == wire


def test_a_credit_is_kept_with_the_article(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(f"{BODY}\n\n(AFP)\n", encoding="utf-8")
    (article,) = read_articles([str(file)])
    assert article.wire == AFP
