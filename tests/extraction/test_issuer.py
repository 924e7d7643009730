"""Whose document a text is by its first line, and who then tells what nobody else says."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records import ArticleInfo

BODY = "\n\nNear Lyman, units repelled two attacks. Kyiv denied that its troops had attacked.\n"


def voices(title: str) -> list[str]:
    info = ArticleInfo("test", "0" * 64, "test.txt", published="2024-05-15")
    sources = [claim.source for claim in extract(title + BODY, info).events]
    return [f"{s.name} | {s.side}" for s in sources]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Summary of the Ministry of Defence of the Russian Federation (as of 14 May 2024)",
            "Russian Ministry of Defence | russia",
        ),
        (
            "Briefing by the Russian Ministry of Defence on the progress of the operation",
            "Russian Ministry of Defence | russia",
        ),
        (
            "Evening report of the General Staff of the Armed Forces of Ukraine",
            "General Staff of the Armed Forces of Ukraine | ukraine",
        ),
        (
            "Press release of the Russian Ministry of Defence",
            "Russian Ministry of Defence | russia",
        ),
        ("Communiqué of the Russian Ministry of Defence", "Russian Ministry of Defence | russia"),
        # a headline about a report, and bodies that nothing is known of
        ("Report by the Russian Ministry of Defence says Lyman fell", "narrator | independent"),
        ("Statement by the Free Highland Front (FHF)", "narrator | independent"),
        ("Fighting near Lyman", "narrator | independent"),
    ],
)
def test_a_body_tells_what_its_own_document_says(title: str, expected: str) -> None:
    assert voices(title) == [expected, "Ukraine | ukraine"]


def test_what_goes_by_a_body_s_own_data_it_tells_itself() -> None:
    info = ArticleInfo("test", "0" * 64, "test.txt", published="2024-05-15")
    text = (
        "Briefing by the Russian Ministry of Defence\n\n"
        "According to preliminary data, nine guards were killed near Lyman.\n"
    )
    assert [c.source.side for c in extract(text, info).events] == ["russia"]


def test_a_body_without_its_country_is_the_one_named_below() -> None:
    info = ArticleInfo("test", "0" * 64, "test.txt", published="2020-10-08")
    text = (
        "Report of the Ministry of Defense as of 18:00, October 8\n\n"
        "Azerbaijan's Ministry of Defense gives this account of the day at the front.\n\n"
        "Units liberated the village of Chereken. According to updated data, nine tanks were "
        "destroyed.\n"
    )
    assert {c.source.side for c in extract(text, info).events} == {"azerbaijan"}
