"""What a person sees of a comparison: the table, the stacked page, the evidence."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import jsonschema
import pytest
from rich.console import Console

from counterclaim.comparison import Asked, Comparison, Entry, Position, Question, Relation
from counterclaim.comparison.types import Answer
from counterclaim.presentation.compare.as_json import to_json, to_object
from counterclaim.presentation.compare.flat import COLUMNS, to_csv, to_markdown
from counterclaim.presentation.compare.page import print_comparison
from counterclaim.presentation.compare.short_names import short_name
from counterclaim.presentation.compare.words import (
    Style,
    day_words,
    quote,
    reason_words,
    span_words,
)
from counterclaim.records import ArticleInfo, Claim, Event, Mention, Quantity, Relay, Source, Time
from counterclaim.resources import schema_path

NAMES = {"russia": "Russia", "ukraine": "Ukraine", "independent": "Independent"}
ARTICLE = ArticleInfo(
    "gazette", "0" * 64, "gazette.txt", "Battle for Velyka", "The Gazette", published="2023-03-02"
)


def entry(number, text, source, stance="asserts", *, said=None, where=None, **more):
    claim = Claim(
        id=f"gazette#{number:02}",
        text=text,
        spans=((number * 100, number * 100 + len(text)),),
        quotation="direct",
        stance=stance,
        source=source,
        event=Event(more.pop("kind", "fighting"), roles=tuple(more.pop("roles", {}).items())),
        time=Time(said=said),
        **more,
    )
    return Entry(claim, ARTICLE, where=where)


MOSCOW = Source("Ivan Petrenko", "person", "russia", relay=(Relay("a state agency"),))
KYIV = Source("General Staff", "organisation", "ukraine")
STYLE = Style({}, years=False)
NARRATOR = Source("narrator", "narrator", "independent")


def comparison(*questions, **more):
    known = {"articles": 1, "claims": 4, "sources": 3, "said": ("2023-03-01", "2023-03-02")}
    place = Asked("geonames:1", "Velyka", "settlement", "Donetsk", "Ukraine")
    questions = tuple(replace(q, number=at) for at, q in enumerate(questions, start=1))
    return replace(Comparison(place, ("Velikaya",), questions, (), **known), **more)


def question(verdict, reason, **sides):
    order = [side for side in ("russia", "ukraine", "independent", "narrator") if side in sides]
    positions = tuple(Position(side, "“…”", tuple(sides[side])) for side in order)
    short = "Who holds or gains ground?"
    return Question("territory", f"{short[:-1]} in Velyka?", short, verdict, reason, positions)


@pytest.fixture
def sample():
    return comparison(
        question(
            "tension",
            "gains inside ⇄ defences not breached",
            russia=[entry(1, "our units are in the eastern quarter", MOSCOW, where="in Zarichne")],
            ukraine=[entry(2, "enemy attacks", KYIV, "confirms", said="2023-03-01")],
            narrator=[entry(3, "they failed to breach the defences", NARRATOR)],
        ),
        question(
            "one side only",
            "nobody else speaks of it",
            russia=[entry(4, "to take the town", MOSCOW, "intends", hedged=True)],
        ),
    )


def draw(found, width, *, evidence=False, color=None):
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=bool(color),
        color_system=color,
        markup=False,
        highlight=False,
        _environ={},
    )
    print_comparison(console, found, lambda side: NAMES.get(side, side), evidence=evidence)
    return stream.getvalue()


def test_a_wide_terminal_sets_two_sides_face_to_face(sample):
    assert draw(sample, 110) == FACING


FACING = """\
Velyka  settlement, Donetsk, Ukraine · spelled Velikaya
1 article · 4 claims by 3 sources · said 1–2 Mar 2023

1 WHO HOLDS OR GAINS GROUND?                                                                           TENSION
  Gains inside ⇄ defences not breached.

  Russia                                                │ Ukraine
  Petrenko, by 2 Mar, via a state agency                │ General Staff, 1 Mar, CONFIRMS
    “our units are in the eastern quarter” (in          │   “enemy attacks”
    Zarichne)                                           │

  Article  “they failed to breach the defences”

2 WHO HOLDS OR GAINS GROUND?                                                                     ONE SIDE ONLY
  Nobody else speaks of it.

  Russia   Petrenko, by 2 Mar, via a state agency, intends, hedged
             “to take the town”

[1] The Gazette, 2 Mar 2023: Battle for Velyka

More: --evidence (with IDs) · --timeline · --matrix · --excluded · --format json, csv, md, html · show ID
explain ID
"""  # noqa: E501


def test_a_narrow_terminal_sets_them_below_one_another(sample):
    assert draw(sample, 64) == STACKED


STACKED = """\
Velyka  settlement, Donetsk, Ukraine · spelled Velikaya
1 article · 4 claims by 3 sources · said 1–2 Mar 2023

1 WHO HOLDS OR GAINS GROUND?                             TENSION
  Gains inside ⇄ defences not breached.

  Russia   Petrenko, by 2 Mar, via a state agency
             “our units are in the eastern quarter” (in
             Zarichne)
  Ukraine  General Staff, 1 Mar, CONFIRMS
             “enemy attacks”
  Article  “they failed to breach the defences”

2 WHO HOLDS OR GAINS GROUND?                       ONE SIDE ONLY
  Nobody else speaks of it.

  Russia   Petrenko, by 2 Mar, via a state agency, intends,
           hedged
             “to take the town”

[1] The Gazette, 2 Mar 2023: Battle for Velyka

More: --evidence (with IDs) · --timeline · --matrix · --excluded
--format json, csv, md, html · show ID · explain ID
"""


def test_a_clash_is_told_in_plain_words_before_who_says_what():
    taken = replace(entry(1, "its units hold the mill", MOSCOW), copies=0)
    taken = replace(taken, claim=replace(taken.claim, quotation="indirect"))
    denied = entry(2, "its units hold the mill", KYIV, "denies", said="2023-03-01")
    row = question("disputed", "control: said ⇄ denied", russia=[taken], ukraine=[denied])
    row = replace(row, lead=("gazette#01", "gazette#02"))
    answer = Answer("gazette#02", "gazette#01", stated=True)
    page = draw(comparison(row, answers=(answer,)), 80)
    assert (
        "  Petrenko (Russia): its units hold the mill. General Staff (Ukraine) denies\n"
        "  that. [control: said ⇄ denied]\n"
    ) in page
    assert "General Staff, 1 Mar, DENIES Petrenko\n" in page
    assert page.index("Petrenko, by") < page.index("⇅") < page.index("General Staff, 1 Mar")
    assert "Russia  ⇄" in draw(comparison(row, answers=(answer,)), 100)


def test_numbers_that_differ_are_told_with_who_counts_them():
    def killed(number, source, low):
        figure = Quantity("killed", f"{low} men", (0, 1), low, low, low)
        return entry(number, f"{low} men died at the mill", source, quantities=(figure,))

    row = question(
        "numbers differ",
        "killed: 7 men ⇄ 90 men",
        russia=[killed(1, MOSCOW, 90)],
        ukraine=[killed(2, KYIV, 7)],
    )
    page = draw(comparison(replace(row, lead=("gazette#01", "gazette#02"))), 80)
    assert "  General Staff (Ukraine): 7 men. Petrenko (Russia): 90 men." in page


def test_words_stand_in_quotation_marks_only_if_the_article_has_them_so():
    said = entry(1, "the mill “burns", KYIV)
    half = replace(said.claim, id="gazette#02", text="the kiln “burns", quotation="mixed")
    told = replace(said, claim=half)
    mixed = replace(told.claim, id="gazette#03", text="the mill “burns” now")
    sides = [said, told, replace(told, claim=mixed)]
    page = draw(comparison(question("one side only", "", ukraine=sides)), 80)
    for words in ("  “the mill burns”\n", "  the kiln burns\n", "  the mill “burns” now\n"):
        assert words in page


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 124, 200])
def test_no_line_is_too_long_and_none_ends_in_spaces(sample, width):
    for line in draw(sample, width, evidence=True).splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


def test_the_titles_of_articles_are_cut_each_on_its_line():
    told = [entry(1, "the town lies in ruins", NARRATOR)]
    long = replace(ARTICLE, title="Battle " * 30, url="https://example.org/battle")
    told = [replace(e, article=replace(long, id=f"a{at}")) for at in (1, 2) for e in told]
    page = draw(comparison(question("one voice", "", narrator=told), articles=2), 80).splitlines()
    first = next(at for at, line in enumerate(page) if line.startswith("[1]"))
    assert [line[:3] for line in page[first : first + 3]] == ["[1]", "[2]", ""]
    assert {len(line) for line in page[first : first + 2]} == {80}


@pytest.mark.parametrize("width", [30, 60, 100])
def test_a_long_word_is_folded_and_never_cut(width):
    told = [entry(1, f"the map is at {'x' * 60} now", MOSCOW)]
    row = question("one side only", "nobody else speaks of it", russia=told, ukraine=[])
    page = draw(comparison(row), width)
    assert "".join(page.split()).count("x") >= 60


def test_no_sentence_is_wider_than_the_questions():
    taken, held = entry(1, "it is taken " * 9, MOSCOW), entry(2, "it is held " * 9, KYIV)
    row = question("disputed", "taken ⇄ held", russia=[taken], ukraine=[held])
    row = replace(row, lead=("gazette#01", "gazette#02"))
    head, *rest = draw(comparison(row), 200).splitlines()[3:6]
    assert max(map(len, rest)) <= len(head) == 120


def test_colour_changes_no_word(sample):
    plain, coloured = draw(sample, 110), draw(sample, 110, color="standard")
    assert "\x1b[1;35mTENSION" in coloured
    import re

    words = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert words.split() == plain.split()


def test_evidence_gives_ids_articles_and_offsets(sample):
    page = draw(sample, 80, evidence=True)
    assert "gazette#02" in page
    assert "General Staff, confirms · “Battle for Velyka” (The Gazette, 2 Mar 2023)," in page
    assert "200–213" in page
    assert "--evidence" not in page


def test_a_crowded_cell_says_how_many_more():
    many = [entry(i, f"claim number {i}", MOSCOW) for i in range(1, 6)]
    page = draw(comparison(question("one side only", "alone", russia=many)), 80)
    assert "claim number 3" in page
    assert "claim number 4" not in page
    assert "+2 more" in page


def test_a_reprint_is_shown_once():
    lead = replace(entry(1, "the road is closed", KYIV), copies=1)
    copy = replace(entry(2, "the road is closed", KYIV), copy_of="gazette#01")
    page = draw(comparison(question("one side only", "alone", ukraine=[lead, copy])), 80)
    assert page.count("the road is closed") == 1
    assert "(printed 2 times)" in page


def test_a_denial_of_negated_words_does_not_read_as_its_opposite():
    denied = entry(1, "the town was not taken", KYIV, "denies")
    page = draw(comparison(question("one side only", "alone", ukraine=[denied])), 80)
    assert "General Staff, by 2 Mar, a denial\n             “the town was not taken”" in page


def test_claims_of_two_years_show_the_year(sample):
    page = draw(replace(sample, said=("2022-11-01", "2023-03-02")), 80)
    assert "Petrenko, by 2 Mar 2023" in page


@pytest.fixture
def hostile():
    evil = "[red]=1+1[/red] \x1b[31m|<b>x</b> \u202eabc\u202c `rm`\nnext"
    source = Source(f"{evil} Staff", "organisation", "ukraine")
    row = question("one side only", evil, ukraine=[entry(1, evil, source, where=evil)])
    found = comparison(row, spellings=(evil,))
    return replace(found, place=replace(found.place, name=evil))


@pytest.mark.parametrize("width", [60, 120])
def test_hostile_words_stay_words(hostile, width):
    page = draw(hostile, width, evidence=True)
    assert "[red]" in page
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_hostile_words_in_files(hostile):
    rows = list(csv.reader(io.StringIO(to_csv(hostile))))
    assert len(rows) == 2
    assert "\x1b" not in to_csv(hostile)
    page = to_markdown(hostile, str)
    assert "\\<b\\>" in page
    assert "\\|" in page
    assert json.loads(to_json(hostile))["questions"]


def test_csv_has_one_line_for_each_claim(sample):
    rows = list(csv.DictReader(io.StringIO(to_csv(sample))))
    assert [row["id"] for row in rows] == ["gazette#01", "gazette#02", "gazette#03", "gazette#04"]
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["spans"] == "100-136"
    assert (rows[1]["said"], rows[0]["said"]) == ("2023-03-01", "")


@pytest.mark.parametrize(
    ("low", "best", "high", "shown"),
    [
        (40, None, None, "at least 40 killed"),
        (19, 19, None, "at least 19 killed"),
        (None, None, 9, "up to 9 killed"),
        (24, None, 99, "24-99 killed"),
        (5, 5, 5, "5 killed"),
        (None, None, None, "killed"),
    ],
)
def test_numbers_in_csv(low, best, high, shown):
    figure = Quantity("killed", "so many", (0, 1), low, best, high)
    found = comparison(
        question("one side only", "alone", ukraine=[entry(1, "dead", KYIV, quantities=(figure,))])
    )
    assert next(csv.DictReader(io.StringIO(to_csv(found))))["quantities"] == shown


def test_a_formula_is_no_formula():
    found = comparison(
        question("one side only", "alone", ukraine=[entry(1, "=HYPERLINK(1)", KYIV)])
    )
    assert next(csv.DictReader(io.StringIO(to_csv(found))))["text"] == "'=HYPERLINK(1)"


def test_markdown_is_a_table(sample):
    lines = to_markdown(sample, lambda side: NAMES.get(side, side)).splitlines()
    assert lines[0] == "## Velyka"
    assert lines[4] == "| Question | Russia | Ukraine | The article itself | Verdict |"
    assert all(line.count(" | ") == 4 for line in lines[4:])


def test_json_has_the_shape_of_its_schema(sample):
    schema = json.loads(schema_path("compare_output.schema.json").read_text("utf-8"))
    relation = Relation("gazette#01", "gazette#03", "tension", "outcome", "so ⇄ not so", "strong")
    jsonschema.validate(to_object(replace(sample, relations=(relation,))), schema)
    jsonschema.validate(to_object(Comparison(None, (), (), ())), schema)
    assert to_object(Comparison(None, (), (), ())) == {
        "place": None,
        "questions": [],
        "relations": [],
        "answers": [],
    }


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (Source("Ivan Petrenko", "person"), "Petrenko"),
        (Source("Ahmad al Masri", "person"), "al Masri"),
        (Source("Ludwig van der Berg", "person"), "van der Berg"),
        (Source("General Staff", "organisation"), "General Staff"),
        (
            Source(
                "Institute for the Study of Front Lines",
                "organisation",
                mention=Mention("the Institute for the Study of Front Lines (ISFL)", (0, 49)),
            ),
            "ISFL",
        ),
        (
            Source(
                "General Staff of the Armed Forces of Ukraine",
                "organisation",
                mention=Mention("The Ukrainian General Staff", (0, 27)),
            ),
            "Ukrainian General Staff",
        ),
        (
            Source(
                "Institute for the Study of Front Lines",
                "organisation",
                mention=Mention("It", (0, 2)),
            ),
            "Institute for the Study of Front Lines",
        ),
        (Source("residents", "unnamed", mention=Mention("the residents", (0, 13))), "residents"),
        (Source("residents", "unnamed", mention=Mention("Residents", (0, 9))), "residents"),
        (Source("Democratic Republic of the Congo", "organisation", "dr_congo"), "DR Congo"),
        (
            Source(
                "Armed Forces of the Democratic Republic of the Congo",
                "organisation",
                "dr_congo",
                mention=Mention("The Congolese army", (0, 18)),
            ),
            "Congolese army",
        ),
    ],
)
def test_short_names(source, expected):
    assert short_name(source) == expected


def test_quotation_marks_within():
    assert quote("troops are “on the rise”") == "“troops are ‘on the rise’”"
    assert quote('half a "quote') == "“half a quote”"


def test_days_as_people_write_them():
    assert day_words("2023-01-25", years=False) == "25 Jan"
    assert day_words("2023-01", years=True) == "Jan 2023"
    assert day_words("soon", years=True) == "soon"
    assert day_words(None, years=True) == ""
    assert span_words(("2023-01-24", "2023-01-25")) == "24–25 Jan 2023"
    assert span_words(("2022-12-30", "2023-01-02")) == "30 Dec 2022 – 2 Jan 2023"
    assert span_words(("2023-01", "2023-02-02")) == "Jan – 2 Feb 2023"
    assert span_words(None) == ""


def later(said, day, number=7, **more):
    """The same words in another article, of another day."""
    again = replace(said.claim, id=f"herald#{number:02}", **more)
    return Entry(again, replace(ARTICLE, id="herald", outlet="The Herald", published=day))


def test_what_a_source_says_again_in_the_same_words_only_adds_its_days():
    first = entry(1, "we hold the town", KYIV, "predicts")
    days = ["2023-02-09", "2023-03-02", "2023-02-02"]
    told = [first, *(later(first, day, at) for at, day in enumerate(days, start=2))]
    page = draw(comparison(question("one side only", "", ukraine=told)), 80)
    assert "predicts [1, 2]\n             “we hold the town” (also by 2 Feb, by 9 Feb)" in page
    assert "more" not in page.split("More:")[0]
    many = [first, *(later(first, f"2023-02-0{day}", day) for day in range(2, 7))]
    page = draw(comparison(question("one side only", "", ukraine=many)), 120)
    assert "(also on 5 other days)" in page


def test_other_words_stances_or_hedges_stay_lines_of_their_own():
    first = entry(1, "we hold the town", KYIV)
    told = [
        first,
        later(first, "2023-02-09", hedged=True),
        later(first, "2023-02-09", 8, text="no"),
    ]
    page = draw(comparison(question("one side only", "", ukraine=told)), 80)
    assert (page.count("we hold the town"), page.count("“no”"), "also" in page) == (2, 1, False)


def test_of_several_articles_each_claim_says_by_number_which_it_is_from():
    first = entry(1, "the town lies in ruins", NARRATOR)
    told = [first, later(first, "2023-02-09", text="a third of it stands")]
    both = comparison(question("one voice", "", narrator=told), articles=2)
    page = draw(both, 80)
    assert "“the town lies in ruins” [2]" in page
    assert "“a third of it stands” [1]" in page
    assert "[1] The Herald, 9 Feb 2023: Battle for Velyka\n[2] The Gazette, 2 Mar 2023" in page
    assert "ruins”\n" in draw(comparison(question("one voice", "", narrator=[first])), 80)


def test_the_reason_of_a_clash_says_whose_claims_it_is_taken_from():
    taken, held = entry(1, "it is taken", MOSCOW), entry(2, "it is held", KYIV, said="2023-03-01")
    other = entry(3, "fighting goes on", NARRATOR)
    row = question("disputed", "taken ⇄ held", russia=[taken], ukraine=[held], narrator=[other])
    row = replace(row, lead=("gazette#01", "gazette#02"))
    whose = "taken ⇄ held (Petrenko, by 2 Mar – General Staff, 1 Mar)"
    assert whose in to_markdown(comparison(row), str)
    assert "[taken ⇄ held]" in draw(comparison(row), 80)


def test_whose_words_stand_left_and_right_of_the_sign():
    def reason(words, first, second):
        row = question("tension", words, russia=[first], ukraine=[second, entry(3, "more", KYIV)])
        return reason_words(replace(row, lead=("gazette#01", "gazette#02")), STYLE)

    denial, told = entry(1, "it fell", MOSCOW, "denies"), entry(2, "it fell", KYIV)
    whose = "(General Staff, by 2 Mar – Ivan Petrenko, by 2 Mar)"
    assert reason("capture: said ⇄ denied", denial, told) == f"capture: said ⇄ denied {whose}"
    many = entry(1, "90 died", MOSCOW, quantities=(Quantity("killed", "90", (0, 2), 90, 90, 90),))
    few = entry(2, "7 died", KYIV, quantities=(Quantity("killed", "7", (0, 1), 7, 7, 7),))
    assert reason("7 ⇄ 90", many, few) == f"7 ⇄ 90 {whose}"
    assert reason("90 ⇄ 7", many, few).startswith("90 ⇄ 7 (Ivan Petrenko")
    same = entry(2, "it rose", MOSCOW)
    assert reason("90 ⇄ 95", many, same) == "90 ⇄ 95 (both Ivan Petrenko, by 2 Mar)"
    herald = Entry(same.claim, replace(ARTICLE, id="herald", outlet="The Herald"))
    petrenko = "Ivan Petrenko, by 2 Mar in The"
    assert reason("90 ⇄ 95", many, herald) == f"90 ⇄ 95 ({petrenko} Gazette – {petrenko} Herald)"


def test_articles_that_print_one_copy_are_told_by_their_origins(sample):
    assert "\n3 articles of 1 origin · 4 claims" in draw(replace(sample, articles=3, origins=1), 80)
    assert "\n3 articles · 4 claims" in draw(replace(sample, articles=3, origins=3), 80)


def test_of_somebody_without_a_name_it_is_told_whose_he_is():
    aide = Source("aide", "unnamed", "ukraine", organisation="General Staff")
    page = draw(
        comparison(question("one side only", "", ukraine=[entry(1, "all is well", aide)])), 80
    )
    assert "aide, General Staff, by 2 Mar\n" in page


def test_an_accusation_has_its_verb_and_so_has_its_denial():
    cue = Mention("accused", (90, 97))
    accuser = replace(MOSCOW, cue=cue)
    accused = entry(1, "Kyiv of shelling the mill", accuser)
    claim = replace(accused.claim, quotation="indirect", spans=((98, 123),))
    accused = replace(accused, claim=claim)
    denied = entry(2, "Kyiv of shelling the mill", KYIV, "denies")
    row = question("disputed", "shelling: said ⇄ denied", russia=[accused], ukraine=[denied])
    row = replace(row, lead=("gazette#01", "gazette#02"))
    answer = Answer("gazette#02", "gazette#01", stated=True)
    page = draw(comparison(row, answers=(answer,)), 80)
    assert (
        "  Petrenko (Russia) accused Kyiv of shelling the mill. General Staff (Ukraine)\n" in page
    )
    assert "[Petrenko accused] “Kyiv of shelling the mill”" in page
