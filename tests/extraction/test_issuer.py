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


@pytest.mark.parametrize(
    ("published", "head", "expected"),
    [
        (
            "2009-02-12",
            "MINISTRY OF DEFENCE, SRI LANKA\n\nTroops near Puthukkudiyiruppu",
            "Sri Lankan Ministry of Defence",
        ),
        (
            "2020-04-12",
            "Press Information Bureau\nGovernment of India\nMinistry of Defence\n\n12-April-2020",
            "Press Information Bureau",
        ),
        ("2009-05-03", "No PR-123/2009-ISPR", "Inter-Services Public Relations"),
        (
            "2024-05-14",
            "The General Staff of the Armed Forces of Ukraine informs as of 06:00 on 14 May:",
            "General Staff of the Armed Forces of Ukraine",
        ),
        (
            "2024-08-05",
            "Kachin Independence Army statement No. 12/2024",
            "Kachin Independence Army",
        ),
        (
            "2024-05-14",
            "Russian Defence Ministry report on the progress of the operation (14 May 2024)",
            "Russian Ministry of Defence",
        ),
        ("2025-05-03", "Clinic bombed\n\nMSF statement, 3 May 2025", "Doctors Without Borders"),
        # a headline that only names a body, one about a report, a tag above a report about it
        ("2024-05-14", "Ukraine\n\nSudanese army advance in Bahri", "narrator"),
        ("2024-05-14", "UN report on Sudan", "narrator"),
    ],
)
def test_a_text_is_its_letterheads(published: str, head: str, expected: str) -> None:
    info = ArticleInfo("test", "0" * 64, "test.txt", published=published)
    text = (
        head + "\n\nTroops of the enemy left two posts near the old mill of the town on Friday.\n"
    )
    assert {c.source.name for c in extract(text, info).events} == {expected}


def test_a_letterhead_of_a_body_that_the_text_quotes_is_a_tag() -> None:
    info = ArticleInfo("test", "0" * 64, "test.txt", published="2024-05-14")
    text = (
        "Attacks near Lyptsi\n\nGeneral Staff of the Armed Forces of Ukraine\n\n"
        "Shells hit a school in Lyptsi, according to the General Staff of the Armed Forces of "
        "Ukraine. Two teachers were hurt.\n"
    )
    assert [c.source.side for c in extract(text, info).events] == ["ukraine", "independent"]
