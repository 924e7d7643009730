"""What `ingest` prints: aligned facts, words beside or below."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from counterclaim.presentation.claims_table import claim_words, facts, print_claims, when
from counterclaim.records.model import (
    ArticleInfo,
    Claim,
    Event,
    Mention,
    Place,
    Record,
    Relay,
    Source,
    Subject,
    Time,
)

INFO = ArticleInfo(
    id="2023-05-04-orikhiv-0a1b2c3d",
    sha256="0a1b2c3d",
    file="a.txt",
    title="Orikhiv",
    published="2023-05-04",
    published_from="option",
)
ORIKHIV = Place(name="Orikhiv", mention="Orikhiv", span=(30, 37))


def test_a_place_from_context_is_marked():
    earlier = replace(ORIKHIV, basis="context")
    assert facts(claim(places=(earlier, earlier)), "2023")[4] == "(Orikhiv)"


def claim(words="Russian troops never entered Orikhiv", **changes):
    """Say what the mayor of an invented evening said."""
    plain = Claim(
        id="x#01",
        text=words,
        spans=((0, len(words)),),
        quotation="indirect",
        stance="denies",
        hedged=False,
        source=Source("Oleh Synko", "person", "ukraine"),
        event=Event("capture"),
        places=(ORIKHIV,),
        time=Time(earliest="2023-05-03", latest="2023-05-03"),
    )
    return replace(plain, **changes)


def printed(*claims, width, verbose=False):
    """Print claims to so many columns."""
    stream = io.StringIO()
    console = Console(file=stream, width=width, color_system=None, markup=False, highlight=False)
    print_claims(Record(INFO, claims), console, verbose=verbose)
    return stream.getvalue()


LONG = claim(
    "the brigade had beaten off eleven attacks on the outskirts since dawn and did not give up a "
    "single position, although the enemy threw everything it had at the brickworks",
    source=replace(
        claim().source,
        mention=Mention("the mayor", (0, 9)),
        relay=(Relay("Telegram", Mention("Telegram", (9, 17))),),
    ),
    places=(),
    time=Time(mention="since dawn", span=(60, 70)),
)


def test_at_80_columns_words_have_one_line_below_the_facts():
    assert printed(claim(), LONG, width=80).splitlines() == [
        "   Source      Side     Stance  Event    Place    When",
        "1  Oleh Synko  ukraine  denies  capture  Orikhiv  3 May",
        "   “Russian troops never entered Orikhiv”",
        "2  Oleh Synko  ukraine  denies  capture  ·        “since dawn”",
        "   via Telegram: “the brigade had beaten off eleven attacks on the outskirts si…",
    ]


def test_at_140_columns_words_stand_beside_the_facts_in_two_lines():
    lines = printed(claim(), LONG, width=140).splitlines()
    assert lines[2] == (
        "1  Oleh Synko  ukraine  denies  capture  Orikhiv  3 May         "
        "“Russian troops never entered Orikhiv”"
    )
    assert lines[3].endswith(
        "·        “since dawn”  via Telegram: “the brigade had beaten off "
        "eleven attacks on the outskirts"
    )
    assert lines[4] == " " * 64 + (
        "since dawn and did not give up a single position, although the enemy threw…"
    )
    assert len(lines) == 5


def test_on_a_narrow_terminal_facts_follow_one_another():
    assert printed(claim(), width=40).splitlines() == [
        "1  Oleh Synko · ukraine · denies ·",
        "   capture · Orikhiv · 3 May",
        "   “Russian troops never entered",
        "   Orikhiv”",
    ]


@pytest.mark.parametrize("width", [40, 80, 100, 120, 140, 200])
def test_no_line_is_longer_than_the_terminal(width):
    wide = claim(
        source=Source("General Staff of the Armed Forces of Ukraine", "organisation", "ukraine"),
        event=Event("infrastructure_damage"),
        places=(ORIKHIV, ORIKHIV, replace(ORIKHIV, name="東京都新宿区の長い名前の場所")),
    )
    lines = printed(wide, LONG, width=width).splitlines()
    assert max(map(len, lines)) <= width


def test_verbose_cuts_no_words():
    shown = " ".join(printed(LONG, width=80, verbose=True).split())
    assert "the mayor: via Telegram: “the brigade" in shown
    assert "at the brickworks”" in shown


def test_an_article_without_claims_says_so():
    assert printed(width=80) == "no claims found\n"


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        (Time(earliest="2023-05-01", latest="2023-05-03"), "1–3 May"),
        (Time(earliest="2023-04-30", latest="2023-05-03"), "30 Apr – 3 May"),
        (Time(earliest="2022-12-31", latest="2023-01-02"), "31 Dec 2022 – 2 Jan 2023"),
        (Time(earliest="2023-05-03T04:00", latest="2023-05-03T06:00"), "3 May"),
        (Time(earliest="2022", latest="2022"), "2022"),
        (Time(earliest="2022-06"), "since Jun 2022"),
        (Time(latest="2023-05-01"), "by 1 May"),
        (Time(mention="until recently", span=(0, 14), said="2023-05-02"), "“until recently”"),
        (Time(said="2023-05-02"), "said 2 May"),
        (Time(), ""),
    ],
)
def test_times_are_short_and_say_the_year_only_when_it_is_another(time, shown):
    assert when(claim(time=time), "2023") == shown


def test_whom_the_words_tell_of_stands_before_them_in_brackets():
    rest = claim("cutting the road", subject=Subject("Wagner Group", "its fighters", (0, 12)))
    assert claim_words(rest) == "[Wagner Group] “cutting the road”"


def test_orders_to_the_terminal_arrive_as_signs():
    odd = claim("he \x1b[31msaid\nso", source=Source("Oleh\x07", "person", "ukraine"))
    assert facts(odd)[0] == "Oleh␇"
    assert claim_words(odd) == "“he ␛[31msaid so”"


def test_a_long_name_is_the_same_short_one_throughout():
    name = "Institute for the Study of War"
    source = Source(name, "organisation", "independent", Mention("the Institute (ISW)", (0, 19)))
    lines = printed(claim(source=source), claim(source=replace(source, mention=None)), width=80)
    assert [line[3:6] for line in lines.splitlines()[1::2]] == ["ISW", "ISW"]
