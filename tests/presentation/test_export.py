"""Every format of `counterclaim export`, as far as it can be told without the program it is for."""

import csv
import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
import yaml
from export_helpers import HOSTILE, TEXT, battle, exported, hostile

from counterclaim.comparison import Relation
from counterclaim.presentation.export.formats import FORMATS
from counterclaim.presentation.export.inert import inert
from counterclaim.presentation.export.model import MissingLibraryError, interval, iri
from counterclaim.presentation.export.obsidian import note_name
from counterclaim.presentation.export.tables import TABLES
from counterclaim.records import Event, Place, Source, Time
from counterclaim.records.utf16 import Utf16

LINK = re.compile(r"\[\[([^]|]*)\|[^]]*\]\]")
WORDS = [name for name in FORMATS if name != "parquet"]


def written(name, what=None):
    made = FORMATS[name].write(what or exported())
    return {file: make().decode() for file, make in made.items()}


def first(name, what=None):
    return next(iter(written(name, what).values()))


@pytest.mark.parametrize("name", WORDS)
def test_a_format_says_the_same_twice_and_nothing_steers(name):
    assert written(name) == written(name)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", "".join(written(name).values()))


@pytest.mark.parametrize("name", WORDS)
def test_a_ledger_without_claims_can_be_exported(name):
    record, text = battle()
    written(name, exported((type(record)(record.article), text)))


@pytest.mark.parametrize("name", ["geojson", "web-annotation", "schema-org", "stix", "csl-json"])
def test_json_is_json(name):
    json.loads(first(name))


@pytest.mark.parametrize("table", TABLES)
def test_rows_have_ids_of_their_own_and_nothing_is_a_formula(table):
    relations = [Relation("a#01", "a#02", "contradicts", "harm", "=1", "strong")]
    sheet = written("csv", exported(relations=relations))[f"{table}.csv"]
    rows = list(csv.DictReader(io.StringIO(sheet)))
    assert rows
    assert len({row["id"] for row in rows}) == len(rows)
    assert not [cell for row in rows for cell in row.values() if cell[:1] in "=+@" and cell]
    lines = written("jsonl", exported(relations=relations))[f"{table}.jsonl"].splitlines()
    assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in rows]


def test_days_have_one_precision_and_the_interval_stands_beside():
    army, front, odd = map(json.loads, first("jsonl").splitlines())
    days = ("date", "date_first", "date_last")
    assert [army[day] for day in days] == ["2024-05-03"] * 3
    assert [front[day] for day in days] == [None, "2024-01-01", "2024-05-31"]
    assert [odd[day] for day in days] == [None] * 3
    assert (army["url"], odd["url"]) == ("https://news.example/bridge?a=1", None)
    assert (army["lat"], army["lon"], army["place_id"]) == (13.6, 25.3, "geonames:379555")
    assert interval(None, "2024-02") == (None, "2024-02-29")


def test_a_claim_without_coordinates_is_on_the_map_without_a_point():
    features = json.loads(first("geojson"))["features"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [25.3, 13.6]}
    assert features[2]["geometry"] is None
    assert all(feature["id"] == feature["properties"]["id"] for feature in features)


def test_event_coders_get_what_is_told_to_have_happened():
    (row,) = csv.DictReader(io.StringIO(first("ucdp")))
    assert (row["best"], row["date_start"], row["where_prec"]) == ("45", "2024-05-03", "2")
    assert (row["side_a"], row["geom_wkt"]) == ("Army", "POINT (25.3 13.6)")
    for row in csv.DictReader(io.StringIO(first("acled"))):
        assert not row["notes"].startswith("Front")
        assert row["time_precision"] in ("", "1")


def test_annotations_find_their_words_by_position_and_by_quotation():
    record, text = battle()
    page = json.loads(first("web-annotation"))["first"]
    for item, claim in zip(page["items"], record.events, strict=False):
        quote, position = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"] == claim.text
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert page["items"][0]["id"] == iri(record.events[0].id)


def test_label_studio_counts_as_javascript_does():
    record, text = battle()
    task = json.loads(written("labelstudio")["tasks.json"])[0]
    shown = task["data"]["text"].encode("utf-16-le")
    regions = [r for r in task["predictions"][0]["result"] if r["type"] == "labels"]
    for region in regions:
        value = region["value"]
        assert shown[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == value["text"]
    assert regions[0]["value"]["text"] == record.events[0].text
    assert regions[0]["value"]["start"] == record.events[0].spans[0][0] + 1
    assert text == TEXT


def test_label_studio_is_told_every_name_that_the_tasks_use():
    config = ElementTree.fromstring(written("labelstudio")["config.xml"])
    known = {tag.get("value") for tag in config.iter() if tag.get("value")}
    names = {tag.get("name") for tag in config.iter() if tag.get("name")}
    for task in json.loads(written("labelstudio")["tasks.json"]):
        for result in task["predictions"][0]["result"]:
            used = result.get("labels") or next(
                v for k, v in result["value"].items() if k in ("labels", "choices")
            )
            assert set(used) <= known
            assert {result.get("from_name", "part"), result.get("to_name", "text")} <= names


def test_doccano_counts_code_points():
    line = json.loads(first("doccano").splitlines()[0])
    words = [line["text"][e["start_offset"] : e["end_offset"]] for e in line["entities"]]
    assert "The army" in words
    assert "45 fighters" in words
    ids = {entity["id"] for entity in line["entities"]}
    assert all({r["from_id"], r["to_id"]} <= ids for r in line["relations"])
    assert "answers" in {relation["type"] for relation in line["relations"]}


def test_a_vault_has_flat_properties_and_no_link_leads_nowhere():
    notes = written("obsidian")
    for name, note in notes.items():
        assert ".." not in name
        _, head, body = note.split("---\n", 2)
        facts = yaml.safe_load(head)
        assert not any(isinstance(value, dict) for value in facts.values())
        values = [
            v for value in facts.values() for v in (value if isinstance(value, list) else [value])
        ]
        links = [LINK.fullmatch(value) for value in values if isinstance(value, str)]
        found = [link[1] for link in links if link] + LINK.findall(body)
        assert {f"{link}.md" for link in found} <= set(notes)
        assert "<script>" not in body
    assert note_name("CON/../x") == "CON .. x"


def test_long_names_of_notes_stay_apart():
    ids = [f"2024-05-04-{'bridge-' * size}0a1b2c3d#{at:02d}" for size in (10, 40) for at in (1, 2)]
    names = [note_name(id_) for id_ in [*ids, "🔥" * 300, "🔥" * 301]]
    assert len(set(names)) == len(names)
    assert max(len(name.encode()) for name in names) <= 200
    assert names[0].endswith("0a1b2c3d 01")


def test_words_of_an_article_are_words_in_markdown():
    page = first("markdown", exported(hostile()))
    assert "<script>" not in page
    assert "](javascript" not in page.replace("\\](javascript", "")
    assert "[[" not in page
    assert inert(HOSTILE).startswith("\\=cmd")


def test_references_have_days_and_only_addresses_of_the_web():
    bridge, odd = json.loads(first("csl-json"))
    assert bridge["issued"] == {"date-parts": [[2024, 5, 4]]}
    assert "URL" not in odd
    assert "issued" not in odd


def test_a_denial_is_an_opinion_of_the_claim_that_it_answers():
    objects = json.loads(first("stix"))["objects"]
    notes = {o["content"]: o["id"] for o in objects if o["type"] == "note"}
    (opinion,) = (o for o in objects if o["type"] == "opinion")
    assert opinion["opinion"] == "strongly-disagree"
    assert opinion["object_refs"] == [notes[battle()[0].events[0].text]]


def test_a_library_that_is_missing_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingLibraryError, match="parquet"):
        FORMATS["parquet"].write(exported())["claims.parquet"]()


def test_offsets_go_out_and_come_back():
    units = Utf16(TEXT)
    assert all(units.back(units.out(at)) == at for at in range(len(TEXT) + 1))
    assert units.back(1) is None
    assert units.back(9999) is None


def odd(**changes):
    record, text = battle()
    return exported((replace(record, events=(replace(record.events[0], **changes),)), text))


ODD = {
    "half a character": odd(text="\ud800", source=Source("\ud800x\x00\u202e", "person")),
    "spans that the text has not": odd(spans=((0, 99999), (5, 3))),
    "no spans": odd(spans=()),
    "no days": odd(time=Time("x", (0, 1), "0000-13", "9999-99-99", "day", said="soon")),
    "half a point": odd(places=(Place("Velm", "Velm", (0, 4), lat=1.0),)),
    "names of folders": odd(source=Source("///", "person"), places=(Place("..", "..", (0, 1)),)),
    "long names": odd(source=Source("Ж" * 5000, "person")),
    "a type that nobody knows": odd(event=Event("no such type")),
}


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize("what", ODD.values(), ids=ODD)
def test_odd_records_that_people_have_edited_are_exported(name, what):
    for file, text in written(name, what).items():
        assert len(file.encode()) < 250
        assert ".." not in file.split("/")
        if file.endswith((".json", ".jsonld", ".geojson")) and name != "ftm":
            json.loads(text)
