"""Copies of an article, doctored as copies are: one origin, however many articles carry it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from comparison.small_world import article, claim, make_world, number
from counterclaim.comparison import compare_claims
from counterclaim.comparison.prepared.wordings import find_alike, share_of

REPORT = (
    ("Moscow", "capture", "Our units took the whole of the eastern quarter of Velyka on Monday"),
    ("Kyiv", "fighting", "Heavy fighting goes on in the streets around the glass factory"),
    ("analysts", "advance", "Russian forces have made small gains near the railway line"),
    ("locals", "shelling", "Shells have been falling on the market square since the early hours"),
    ("narrator", "humanitarian", "Most of the town has had neither water nor light for a week"),
)


def claims(lines=REPORT, **more):
    return [claim(who, kind, text, **more) for who, kind, text in lines]


def origins(*records):
    """How many origins the claims of some articles have, and how many claims there are."""
    found = compare_claims(records, make_world())
    entries = {e.claim.id: e for q in found.questions for p in q.positions for e in p.entries}
    return sum(e.copy_of is None for e in entries.values()), len(entries)


def reworded(text):
    """Change a word here and there, as an editor does."""
    words = text.split()
    words[1:2] = ["now"]
    return " ".join([*words, "it says"])


@pytest.mark.parametrize(
    "doctor",
    [
        lambda made: made,
        lambda made: made[:3],  # cut
        lambda made: list(reversed(made)),  # reordered
        lambda made: [replace(c, text=f"“{c.text}”") for c in made],  # other quotation marks
        lambda made: [replace(c, text=reworded(c.text)) for c in made],  # lightly rewritten
    ],
)
def test_a_doctored_copy_adds_no_origin(doctor):
    copy = article(*doctor(claims()), name="herald", published="2023-03-03", title="Other title")
    number_of, all_claims = origins(article(*claims(), title="Battle for a town"), copy)
    assert (number_of, all_claims) == (len(REPORT), len(REPORT) + len(copy.events))


def test_another_report_is_another_origin():
    other = [
        ("Moscow", "capture", "The eastern quarter is ours, the ministry told reporters"),
        ("Kyiv", "fighting", "Battles continue close to a factory, the staff reported at noon"),
        ("narrator", "humanitarian", "Residents queue for water at the few wells that are left"),
    ]
    assert origins(article(*claims()), article(*claims(other), name="herald")) == (8, 8)


def test_a_toll_that_has_risen_is_no_copy_of_the_old_one():
    def report(words, killed, **more):
        line = f"{words} soldiers of the brigade were killed at the bridge of Velyka"
        counted = number("killed", killed, killed, words)
        toll = claim("Kyiv", "casualties", line, numbers=(counted,))
        return article(*claims()[1:], toll, **more)

    first = report("nine", 9)
    assert origins(first, report("nine", 9, name="herald")) == (5, 10)
    assert origins(first, report("9", 9, name="herald")) == (5, 10)
    assert origins(first, report("13", 13, name="herald")) == (6, 10)


def test_the_same_words_weeks_later_are_said_again():
    again = article(*claims(), name="herald", published="2023-04-20")
    assert origins(article(*claims()), again) == (10, 10)


def test_a_quotation_cut_short_is_the_same_utterance():
    whole = "We shall hold the bridge and the road behind it until the last shell is gone"
    said = claim("Kyiv", "control", whole, by="Ukraine")
    cut = claim("Kyiv", "control", "hold the bridge and the road behind it", by="Ukraine")
    records = [
        article(replace(said, quotation="direct")),
        article(replace(cut, quotation="direct"), name="herald", published="2023-03-14"),
    ]
    assert origins(*records) == (1, 2)


def test_one_agency_in_two_translations():
    numbers = [number("killed", 12, 12)]
    ours = claim("Moscow", "casualties", "Twelve fighters died", on="Ukraine", numbers=numbers,
                 relay=("Front News Agency",))  # fmt: skip
    theirs = claim("Moscow", "casualties", "A dozen enemy soldiers were eliminated", on="Ukraine",
                   numbers=numbers, relay=("Front News Agency",))  # fmt: skip
    assert origins(article(ours), article(theirs, name="herald")) == (1, 2)
    assert origins(article(ours), article(replace(theirs, quantities=()), name="herald")) == (2, 2)


def test_corroboration_counts_origins():
    text = "The road to Velyka is closed and nothing moves on it any more"
    copies = [article(claim("narrator", "supply_line", text, state="cut"), name=f"paper{i}")
              for i in range(4)]  # fmt: skip
    found = compare_claims(copies, make_world())
    assert [(q.verdict, len(q.positions[0].entries)) for q in found.questions] == [("one voice", 4)]


def test_like_wordings_are_all_found():
    rng = random.Random(5)
    words = [f"w{i}" for i in range(9)]
    made = {tuple(rng.choices(words, k=rng.randrange(1, 9))) for _ in range(150)}
    expected = {
        (a, b) for a in made for b in made if a != b and share_of(frozenset(a), frozenset(b)) >= 0.7
    }
    assert {(a, b) for a, others in find_alike(made, 0.7).items() for b in others} == expected
    assert expected


def report(name, *said, **more):
    made = article(*said, name=name, published=more.pop("published", "2023-03-02"))
    return replace(made, article=replace(made.article, **more))


def article_origins(*records):
    return compare_claims(records, make_world()).origins


def test_articles_that_print_one_copy_are_of_one_origin():
    first, copy = report("gazette", *claims()), report("herald", *claims(REPORT[:3]))
    other = report("third", claim("Kyiv", "control", "The town is held, the staff told reporters"))
    assert article_origins(first, copy) == 1
    assert article_origins(first, copy, other) == 2


def test_one_sentence_in_common_is_a_common_origin_only_of_one_agency_within_days():
    common, more = claims(REPORT[:1]), claims(REPORT[1:4])
    first = report("gazette", *common, *more, wire="Example Agency")
    own = claim("locals", "shelling", "Nobody slept that night")
    other = claim("Kyiv", "control", "The bridge is ours")

    def again(**known):
        return report("herald", *common, own, other, **known)

    assert article_origins(first, again(wire="example agency")) == 1
    assert article_origins(first, again(wire="Other Agency")) == 2
    assert article_origins(first, again()) == 2
    late = again(wire="Example Agency", published="2023-03-09")
    assert article_origins(first, late) == 2
