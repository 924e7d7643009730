"""Whether it happens at a place, by how its name hangs in its sentence, and what a name so is."""

from __future__ import annotations

import pytest

from counterclaim.extraction.pipeline import extract
from counterclaim.extraction.places import find_toponyms, places_in
from counterclaim.extraction.places.standing import Standings
from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.place_context import load_place_context
from counterclaim.language.parser import parse_text
from counterclaim.language.segments import lay_out
from counterclaim.language.tree import Parse
from counterclaim.records.model import ArticleInfo
from counterclaim.resources import data_path

ROWS = read_yaml(data_path("gazetteer", "standing.yaml"))["places"]


def parsed(text: str) -> Parse:
    return parse_text(text, lay_out(text).units())


def places(text: str) -> str:
    """The places of what the last sentence tells."""
    found = find_toponyms(text, parsed(text))
    last = max(text.rfind(". "), text.rfind("\n"))
    return ", ".join(p.name for p in places_in(((last + 1, len(text)),), found))


@pytest.mark.parametrize("row", ROWS, ids=[row["example"] for row in ROWS])
def test_a_row_reads_its_example(row: dict[str, object]) -> None:
    parse = parsed(str(row["example"]))
    standings = Standings(parse, load_place_context())
    name = [w for w in parse.words if w.text[0].isupper()][-1]
    told = {only: standings.row(name.start, name.end, only) for only in ("towns", "countries")}
    found = told[str(row.get("only", "towns"))]
    assert found is not None
    assert (found.here, found.marks) == (row["here"], row.get("marks", False))
    assert found.ways == frozenset(row["as"])  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The coalition besieged Tripoli for months.", "Tripoli"),
        ("Rebels surrounded Damascus.", "Damascus"),
        ("Damascus was encircled by rebels.", "Damascus"),
        ("The army recaptured Mogadishu and Kismayo.", "Mogadishu, Kismayo"),
        ("Thousands fled Bangui.", "Bangui"),
        ("The attack angered Damascus.", ""),
        ("Colombian rebels stormed Suarez.", "Suárez"),
        ("The Sudanese militia seized Ed Daein.", "Ed Daein"),
        ("Police arrested Suarez in Colombia.", "Colombia"),
        ("Refugees in Chad, Libya and Uganda went hungry.", "Chad, Libya, Uganda"),
        ("Shells damaged Lebanon's infrastructure.", "Lebanon"),
        ("Lebanon's army said nothing.", ""),
        ("The men crossed into Rwanda.", "Rwanda"),
        ("Residents of Bambari were killed in their beds.", "Bambari"),
        ("Residents of Bambari died in their beds.", "Bambari"),
        ("Shelling killed civilians, including residents of Bambari.", "Bambari"),
        ("Residents of Bambari said nothing.", ""),
        ("Drones flew over Jammu, Samba and Poonch in India.", "Jammu, Samba, Poonch, India"),
        ("Missiles hit several cities including Kyiv.", "Kyiv"),
        ("Shells fell on Tiraspol.", "Tiraspol"),
        ("A blast killed two in Abu Matariq, Sudan.", "Abu Matariq, Sudan"),
        ("Jets that took off from Incirlik bombed Raqqa.", "Raqqa"),
        ("He met Abu Omar.", ""),
        ("Grain left the Black Sea port of Odesa.", "Odesa"),
        ("The governor of Sudan's Darfur spoke.", ""),
        ("It was the War of Independence.", ""),
        ("The group was named after the town of Hawija.", ""),
    ],
)
def test_the_tree_tells_whether_it_happens_there(text: str, names: str) -> None:
    assert places(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The enemy advanced towards Gao and Kidal in Mali. Those attempts failed.", "Gao, Kidal"),
        ("Rebels attacked Gao and Kidal. Nine people were killed.", ""),
    ],
)
def test_what_is_not_counted_goes_on_at_both_places(text: str, names: str) -> None:
    article = ArticleInfo(id="x", sha256="0" * 64, file="x.txt", published=None)
    places = extract(text, article).events[-1].places
    assert ", ".join(p.name for p in places) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell on Bentiu on Monday. Troops entered Bentiu. They hold the industrial"
         " district. By dusk they had taken the town.", "Bentiu"),
        ("A bomb went off in Kampala. Shots were fired in Mogadishu and Kismayo, in Somalia."
         " Somalia called it terror. Mines lay near Baidoa, in Somalia. Shells hit the capital.",
         "Mogadishu"),
        ("Rebels took Myawaddy in Myanmar.\n\nSome 300 people had crossed into Mae Sot.\n\nJets"
         " bombed the town.", "Myawaddy"),
        ("The army holds Kamanyola in Congo. The leader said in Goma that he would go on. In the"
         " city, prices rose.", ""),
        ("A missile hit a mill in Ganja, Azerbaijan's second-largest city.", "Ganja"),
        ("Fighting spread in Africa. Bodies lay in the area.", ""),
        ("Shells hit the Turkish Maternity Hospital. The hospital was evacuated.",
         "Turkish Maternity Hospital"),
        ("The Khashm el-Girba dam was hit. Nobody was near the dam.", "Khashm el-Girba dam"),
    ],
)  # fmt: skip
def test_a_description_goes_back_to_what_it_means(text: str, names: str) -> None:
    assert places(text) == names
