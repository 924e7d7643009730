"""Where time may be read: the clause that tells of the event, not the nearest date."""

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.records.model import ArticleInfo

INFO = ArticleInfo(id="a", sha256="0" * 64, file="a.txt", published="2023-01-25")


def times(text):
    """Earliest day of the event, and day of speaking, of the claim that ends last."""
    time = max(extract(text, INFO).events, key=lambda claim: claim.spans[-1]).time
    return time.earliest, time.said


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The city, which had been besieged since May, was shelled on Saturday.", "2023-01-21"),
        ("The convoy attacked on Sunday was carrying wounded soldiers.", None),
        ("A missile strike that hit a school on Monday killed five people.", "2023-01-23"),
        ("Five people were killed after a missile hit the school on Monday.", "2023-01-23"),
        ("The army said it had retaken the village before it burned on Monday.", None),
        ("The army said rebels would hold Goma because it resisted after its fall in May.", None),
        ("In Monday's clashes, rebels shelled Kaya and the army bombed their camps.", "2023-01-23"),
        ("Shells hit a school in Goma, the heaviest fire since a truce in October.", None),
        ("The future of the truce is open after rebels shelled Kaya on Monday.", "2023-01-23"),
    ],
)
def test_the_time_of_an_event_is_what_its_clause_says(text, day):
    assert times(text)[0] == day


def test_the_day_of_speaking_stands_in_the_clause_of_the_cue():
    text = "The governor, who visited the front on Sunday, said troops shelled the city."
    assert times(text)[1] is None
    text = "The governor said on Sunday that troops had shelled the city."
    assert times(text)[1] == "2023-01-22"


def test_before_dawn_is_no_clause():
    text = "Gunmen entered the town before dawn on Sunday."
    (claim,) = extract(text, ArticleInfo("a", "0" * 64, "a.txt", published="2025-05-08")).events
    assert claim.time.earliest == "2025-05-04"
