"""Who was killed or hurt: every row of data/quantities/harm.yaml reads its example; tolls."""

from __future__ import annotations

import pytest

from counterclaim.extraction.annotate import annotate_casualties, annotate_line
from counterclaim.extraction.quantities import find_quantities, tree_quantities
from counterclaim.extraction.quantities.harm import find_harm
from counterclaim.knowledge.load import read_yaml
from counterclaim.language.parser import parse_text
from counterclaim.resources import data_path

ROWS = read_yaml(data_path("quantities", "harm.yaml"))["frames"]


@pytest.mark.parametrize("example", [r["example"] for r in ROWS], ids=[r["id"] for r in ROWS])
def test_a_row_reads_its_example(example):
    text, harm, low = example
    assert [(h.harm, h.low) for h in find_harm(parse_text(text)) if h.told] == [(harm, int(low))]


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        # A number, a name, one of a kind; people beside each other are added up.
        ("Twelve soldiers died and nine were hurt when their convoy hit a mine.", 12, 9),
        ("Air strikes on Lashio killed a teacher, two pupils and a monk.", 4, None),
        ("A drone strike killed Commander Abu Hassan and his driver.", 2, None),
        ("A tribal activist, Irpa Rao, is killed by the rebels at Dori.", 1, None),
        ("Gunmen killed two brothers, identified as Ali Reza and Omar Reza.", 2, None),
        ("Raiders killed the mayor and his son.", 2, None),
        # A part is no addition to the whole.
        ("Four persons, including a 12-year-old girl, were killed and another injured.", 4, 1),
        ("Three children were among the nine people killed in the shelling.", 9, None),
        # The helper of the first verb holds for the second.
        ("Two were killed and five injured in a blast in Bannu.", 2, 5),
        ("The blast claimed the lives of four policemen; six others suffered burns.", 4, 6),
        # What is called the toll is the toll; a later "also" adds, a repetition does not.
        ("Two guards were killed in Dori. The death toll later rose to four.", 4, None),
        ("Two guards were killed in Dori. A driver was also killed.", 3, None),
        ("A man was shot dead at Dori. The victim was killed by masked men.", 1, None),
        # Nobody, an accusation, what is remembered: no toll.
        ("No one was killed in the strike, but a guard was slightly injured.", None, 1),
        ("He was arrested for killing three policemen in 2012.", None, None),
        ("The suspect was sought in three cases, among them the murder of a guide.", None, None),
        ("A blast destroyed two tanks.", None, None),
        # How many a family or a people are, and who is dying, is not told.
        ("They killed the whole family.", None, None),
        ("When troops found him, the colonel was dying.", None, None),
        # Headlines.
        ("10 killed, 25 injured in Peshawar blast", 10, 25),
        ("Three shot dead in Goma", 3, None),
        ("Blast in Quetta kills 8", 8, None),
    ],
)
def test_the_toll_of_an_incident(text, killed, wounded):
    assert annotate_casualties(text)["toll"] == {"killed": killed, "wounded": wounded}


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Jets struck six hangars near Aden.", [("hangar", 6, 6)]),
        ("There are up to 700 Burundian forces in Bukavu.", [("force", None, 700)]),
        ("An officer was killed in Rafah.", [("killed", 1, 1)]),
        ("One missile fell near the consulate.", [("missiles", 1, 1)]),
        ("The siege has lasted two years and three months.", []),
        ("One of them left.", []),
        ("The group holds 144 of the country's 330 townships.", [("township", 144, 144)]),
        ("Two of the city's nine bridges were hit.", [("bridges", 2, 2)]),
        ("Only one death was recorded.", [("killed", 1, 1)]),
    ],
)
def test_what_the_tree_counts(text, counted):
    further = tree_quantities(parse_text(text))
    found = find_quantities(text, further=further)
    assert [(q.what, q.low, q.high) for q in found] == counted


def test_a_line_of_a_labelled_set_keeps_its_keys():
    line = annotate_line("casualties", {"id": 7, "text": "At least two women were killed."})
    assert line["id"] == 7
    assert line["casualties"] == [
        {"harm": "killed", "low": 2, "high": None, "category": "women", "span": [0, 18]}
    ]
