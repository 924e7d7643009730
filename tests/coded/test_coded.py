"""Coded rows: what a file of ACLED, of UCDP GED or of casualties says, and what it does not."""

from __future__ import annotations

import pytest

from counterclaim.coded import NotCodedError, read_coded
from counterclaim.records import Actor

ACLED = (
    "event_id_cnty,event_date,time_precision,sub_event_type,actor1,inter1,actor2,inter2,"
    "country,admin1,location,latitude,longitude,geo_precision,source,fatalities\n"
)
PLACED = "Ukraine,Zaporizhia,Orikhiv,47.5675,35.7858"
FORCES = (
    "Military Forces of Russia (2000-),External/Other forces,"
    "Military Forces of Ukraine (2019-),State forces"
)
UCDP = (
    "id,type_of_violence,side_a,side_b,source_office,where_prec,where_coordinates,adm_1,country,"
    "latitude,longitude,date_start,date_end,best,high,low\n"
)


@pytest.fixture
def read(tmp_path):
    """Read a file of some content; gives its claims."""

    def claims(content, name="rows.csv"):
        path = tmp_path / name
        path.write_text(content, "utf-8")
        return [claim for record in read_coded(path).records for claim in record.events]

    return claims


def acled(kind, dead="0", when="1", where="1", day="2023-03-02"):
    return f"{ACLED}UKR1,{day},{when},{kind},{FORCES},{PLACED},{where},Evening Courier,{dead}\n"


def test_a_row_of_acled_is_an_event_and_its_dead(read):
    shelled, dead = read(acled("Shelling/artillery/missile attack", dead="3"))
    assert shelled.source.name == "ACLED"
    assert shelled.source.relay[0].name == "Evening Courier"
    assert shelled.event.type == "shelling"
    assert shelled.event.initiator == Actor("Military Forces of Russia", "russia")
    assert shelled.places[0].name == "Orikhiv"
    assert shelled.time.earliest == shelled.time.latest == "2023-03-02"
    assert dead.text == "3 killed in Orikhiv (Shelling/artillery/missile attack)"
    assert [(q.what, q.low, q.high) for q in dead.quantities] == [("killed", 3, 3)]
    assert dead.text[slice(*dead.also[0].words)] == "Shelling/artillery/missile attack"


def test_no_fatalities_reported_is_no_claim_that_nobody_died(read):
    (clash,) = read(acled("Armed clash", dead="0"))
    assert clash.event.type == "fighting"
    assert clash.event.initiator is None  # its actors stand in no order


@pytest.mark.parametrize(
    ("kind", "taker"),
    [
        ("Government regains territory", "ukraine"),
        ("Non-state actor overtakes territory", "russia"),
    ],
)
def test_who_took_a_place_is_told_by_what_kind_of_force_each_is(read, kind, taker):
    assert read(acled(kind))[0].event.initiator.side == taker


@pytest.mark.parametrize(
    ("where", "name", "precision", "relation"),
    [
        ("1", "Orikhiv", "settlement", None),
        ("2", "Orikhiv", "settlement", "near"),
        ("3", "Zaporizhzhia Oblast", "oblast", None),
    ],
)
def test_a_row_is_placed_no_nearer_than_it_is_known(read, where, name, precision, relation):
    place = read(acled("Armed clash", where=where))[0].places[0]
    assert (place.name, place.precision, place.relation) == (name, precision, relation)


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("1", "2023-03-02", "2023-03-02"),
        ("2", "2023-02-24", "2023-03-08"),
        ("3", "2023-03", "2023-03"),
    ],
)
def test_a_row_is_dated_no_nearer_than_it_is_known(read, when, first, last):
    time = read(acled("Armed clash", when=when))[0].time
    assert (time.earliest, time.latest) == (first, last)


def test_a_name_far_from_its_point_is_no_place_of_the_gazetteer(read):
    far = acled("Armed clash").replace("47.5675,35.7858", "50.1,30.2")
    assert read(far)[0].places[0].id is None


def test_a_row_of_ucdp_is_fighting_with_bounds_of_the_dead(read):
    row = "7,1,Government of Ukraine,Government of Russia,Courier,1,Orikhiv town,Zaporizhia,"
    row += "Ukraine,47.5675,35.7858,2023-03-01 00:00:00.000,2023-03-02 00:00:00.000,5,9,4\n"
    fighting, dead = read(UCDP + row)
    assert fighting.text.startswith("state-based fighting in Orikhiv town: Government of Ukraine")
    assert (fighting.time.earliest, fighting.time.latest) == ("2023-03-01", "2023-03-02")
    assert [(q.low, q.best, q.high, q.mention) for q in dead.quantities] == [(4, 5, 9, "4 to 9")]


@pytest.mark.parametrize(
    ("number", "what", "low", "high", "kind"),
    [
        ('"1,200"', "wounded", 1200, 1200, "wounded"),
        ("30-40", "deaths", 30, 40, "killed"),
        ("30+", "", 30, None, "casualties"),
        ("0", "killed", 0, 0, "killed"),
    ],
)
def test_a_table_of_casualties(read, number, what, low, high, kind):
    (claim,) = read(
        f"Date;Place;Number;Source;What\n3 March 2023;Orikhiv;{number};Red Crescent;{what}\n"
    )
    assert claim.source.name == "Red Crescent"
    assert claim.time.earliest == "2023-03-03"
    assert [(q.what, q.low, q.high) for q in claim.quantities] == [(kind, low, high)]


@pytest.mark.parametrize(
    "row", ["soon,Orikhiv,4,X", "2023-03-03,,4,X", "2023-03-03,Orikhiv,many,X"]
)
def test_what_cannot_be_read_is_left_out_and_counted(tmp_path, row):
    path = tmp_path / "tolls.csv"
    path.write_text(f"date,place,number,source\n{row}\n", "utf-8")
    coded = read_coded(path)
    assert not coded.records
    assert [number for _, number in coded.left_out] == [1]


@pytest.mark.parametrize("content", [b"", b"title,text\na,b\n", b"\xff\xfe\x00", b"PK\x03\x04\x00"])
def test_another_file_is_refused(tmp_path, content):
    path = tmp_path / "other.csv"
    path.write_bytes(content)
    with pytest.raises(NotCodedError):
        read_coded(path)
