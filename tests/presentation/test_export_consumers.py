"""What is exported, handed to the programs it is for. One that is not here is skipped."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from export_helpers import HOSTILE, battle, exported, hostile

from counterclaim.comparison import Relation
from counterclaim.presentation.export.formats import FORMATS
from counterclaim.presentation.export.tables import TABLES

pytestmark = pytest.mark.filterwarnings("ignore")
CLAIMS = 3


def consumer(name):
    return pytest.importorskip(
        name, reason=f"{name} is not here: pip install 'counterclaim[consumers]'"
    )


@pytest.fixture
def files(tmp_path):
    def write(name):
        a, b = (claim.id for claim in battle()[0].events)
        relations = [Relation(a, b, "contradicts", "harm", "denied", "strong")]
        for file, make in FORMATS[name].write(exported(relations=relations)).items():
            (tmp_path / file).write_bytes(make())
        return tmp_path

    return write


def run(module, *arguments, stdin=b""):
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.mark.parametrize("table", TABLES)
def test_sqlite_utils_loses_no_row_by_id(files, table):
    consumer("sqlite_utils")
    folder = files("jsonl")
    lines = (folder / f"{table}.jsonl").read_bytes()
    run("sqlite_utils", "insert", folder / "a.db", table, "-", "--nl", "--pk", "id", stdin=lines)
    found = run("sqlite_utils", "rows", folder / "a.db", table)
    assert len(json.loads(found)) == len(lines.splitlines())
    if table == "claims":
        run("sqlite_utils", "enable-fts", folder / "a.db", table, "text")


@pytest.mark.parametrize("table", TABLES)
def test_csvkit_finds_nothing_to_clean(files, table):
    consumer("csvkit")
    sheet = files("csv") / f"{table}.csv"
    run("csvkit.utilities.csvclean", "--length-mismatch", sheet)
    rows = csv.DictReader(io.StringIO(run("csvkit.utilities.csvcut", sheet)))
    assert len(list(rows)) == len(TABLES[table].rows(exported(relations=[battle_relation()])))


def battle_relation():
    return Relation("a", "b", "agrees", "harm", "", "weak")


def test_pandas_reads_days_numbers_and_truth(files):
    pandas = consumer("pandas")
    frame = pandas.read_csv(files("csv") / "claims.csv", parse_dates=["date", "date_first"])
    assert len(frame) == CLAIMS
    assert frame["date"].dt.year.tolist()[0] == 2024
    assert str(frame["lat"].dtype) == "float64"
    assert frame["hedged"].tolist() == [False] * CLAIMS


@pytest.mark.parametrize("name", ["csv", "jsonl", "parquet"])
def test_duckdb_joins_claims_and_relations(files, name):
    duckdb = consumer("duckdb")
    if name == "parquet":
        consumer("pyarrow")
    folder = files(name)
    claims, relations = (str(folder / f"{table}.{name}") for table in ("claims", "relations"))
    joined = duckdb.sql(
        f"SELECT c.side, r.relation FROM '{relations}' r JOIN '{claims}' c ON r.b = c.id"
    )
    assert joined.fetchall() == [("rsf", "contradicts")]
    kinds = dict(
        duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE '{claims}')").fetchall()
    )
    assert kinds["lat"] == "DOUBLE"
    assert kinds["date_first"] == "DATE"


def test_parquet_is_typed_where_nothing_is_said(files):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pip install 'counterclaim[parquet]'")
    table = parquet.read_table(files("parquet") / "quantities.parquet")
    assert str(table.schema.field("cumulative").type) == "bool"


def test_followthemoney_knows_every_entity_and_property(files):
    consumer("followthemoney")
    from followthemoney import model

    lines = (files("ftm") / "entities.ftm.json").read_text("utf-8").splitlines()
    for line in map(json.loads, lines):
        entity = model.get_proxy(line, cleaned=False)
        for name, values in line["properties"].items():
            kept = {" ".join(value.split()) for value in entity.get(name)}
            assert kept == {" ".join(value.split()) for value in values}, name
    assert {json.loads(line)["schema"] for line in lines} == {"Article", "Address", "Event"}


def test_stix2_parses_every_object_strictly(files):
    stix2 = consumer("stix2")
    bundle = stix2.parse((files("stix") / "bundle.json").read_text("utf-8"), allow_custom=False)
    kinds = {item["type"] for item in bundle.objects}
    assert kinds == {"location", "note", "opinion", "identity"}


def test_schema_org_has_every_term_that_is_used(files):
    rdflib = consumer("rdflib")
    graph = rdflib.Graph()
    graph.parse(files("schema-org") / "claims.jsonld", format="json-ld")
    terms = {str(p) for p in graph.predicates()} | {
        str(kind) for kind in graph.objects(predicate=rdflib.RDF.type)
    }
    own = {term for term in terms if term.startswith(str(rdflib.SDO))}
    assert terms - own == {str(rdflib.RDF.type)}
    assert not [term for term in sorted(own) if rdflib.URIRef(term) not in rdflib.SDO]


def citation_styles():
    from citeproc import STYLES_PATH

    return sorted(str(path) for path in Path(STYLES_PATH).rglob("*.csl"))


def test_a_citation_processor_makes_a_bibliography(files):
    consumer("citeproc")
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

    items = json.loads((files("csl-json") / "articles.json").read_text("utf-8"))
    source = CiteProcJSON(items)
    style = CitationStylesStyle(next(iter(citation_styles())), validate=False)
    made = CitationStylesBibliography(style, source, formatter.plain)
    made.register(Citation([CitationItem(items[0]["id"])]))
    assert "Bridge lost" in str(made.bibliography()[0])


def test_geojson_finds_every_feature_valid(files):
    geojson = consumer("geojson")
    found = geojson.loads((files("geojson") / "claims.geojson").read_text("utf-8"))
    assert found.is_valid, found.errors()
    assert len(found["features"]) == CLAIMS


def test_label_studio_accepts_tasks_and_predictions(files):
    consumer("label_studio_sdk")
    from label_studio_sdk.label_interface import LabelInterface

    folder = files("labelstudio")
    interface = LabelInterface((folder / "config.xml").read_text("utf-8"))
    for task in json.loads((folder / "tasks.json").read_text("utf-8")):
        assert interface.validate_task({"data": task["data"]})
        for prediction in task["predictions"]:
            assert interface.validate_prediction(prediction, return_errors=True) == []


@pytest.mark.parametrize(("name", "where"), [("acled", "geo_precision"), ("ucdp", "where_prec")])
def test_duckdb_reads_the_columns_of_event_coders(files, name, where):
    duckdb = consumer("duckdb")
    sheet = str(files(name) / f"{name}.csv")
    found = duckdb.sql(f"SELECT latitude, longitude, {where} FROM '{sheet}' WHERE latitude > 0")
    assert found.fetchall() == [(13.6, 25.3, 2)]


@pytest.mark.parametrize("name", ["markdown", "obsidian"])
def test_markdown_shows_words_and_no_html_nor_links(name):
    markdown_it = consumer("markdown_it")
    renderer = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(
        ["table", "strikethrough"]
    )
    for make in FORMATS[name].write(exported(hostile())).values():
        text = make().decode().split("---\n", 2)[-1]
        page = renderer.render(text)
        assert not re.search("<(script|img|a |code|h3)", page), page
        assert "&lt;script&gt;" in page or HOSTILE not in text


def test_spacy_finds_the_words_of_every_span(files):
    spacy = consumer("spacy")
    line = json.loads((files("prodigy") / "spans.jsonl").read_text("utf-8").splitlines()[0])
    document = spacy.blank("en")(line["text"])
    found = [document.char_span(s["start"], s["end"], label=s["label"]) for s in line["spans"]]
    assert None not in found
    assert "45 fighters" in {span.text for span in found}
