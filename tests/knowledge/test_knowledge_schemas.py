"""Every file of knowledge about sources, sides and cues obeys its schema, no key twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from counterclaim.knowledge.entries import load_countries, shipped_rows
from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.registry_tables import (
    group_rows,
    outlet_rows,
    people_rows,
    state_ids,
    state_rows,
    war_rows,
)
from counterclaim.knowledge.sides import load_sides
from counterclaim.resources import data_path, schema_path

FILES = [
    *((path, "actors") for path in sorted(data_path("actors").glob("*.yaml"))),
    *((path, "actors") for path in sorted(data_path("sources").glob("*.yaml"))),
    *((path, "cues") for path in sorted(data_path("cues").glob("*.yaml"))),
    (data_path("coded", "datasets.yaml"), "coded"),
    (data_path("sides.yaml"), "sides"),
    (data_path("offices.yaml"), "offices"),
    (data_path("attribution", "people.yaml"), "people"),
    (data_path("attribution", "words.yaml"), "cue-words"),
    (data_path("attribution", "frames.yaml"), "frames"),
    (data_path("predicates", "frames.yaml"), "event-frames"),
    (data_path("quantities", "harm.yaml"), "quantities-harm"),
    (data_path("spellings.yaml"), "spellings"),
    (data_path("extraction", "thresholds.yaml"), "extraction"),
    *((path, "inputs") for path in sorted(data_path("inputs").glob("*.yaml"))),
    (data_path("lexicon", "en", "words.yaml"), "lexicon"),
    (data_path("lexicon", "en", "nouns.yaml"), "lexicon"),
    (data_path("lexicon", "en", "patterns.yaml"), "patterns"),
]


def validator(name: str) -> Draft202012Validator:
    schema = json.loads(schema_path(f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize(("path", "schema"), FILES, ids=lambda value: getattr(value, "name", value))
def test_the_file_obeys_its_schema(path: Path, schema: str) -> None:
    problems = [error.message for error in validator(schema).iter_errors(read_yaml(path))]
    assert problems == []


def test_the_tables_give_rows_of_the_form_that_the_files_have() -> None:
    known = {row["id"]: row for row in shipped_rows()}
    groups, outlets = list(group_rows()), list(outlet_rows(state_ids(known)))
    people = list(people_rows(known))
    for rows in (groups, outlets, people, list(state_rows())):
        problems = [e.message for e in validator("actors").iter_errors({"entries": rows})]
        assert problems in ([], ["[] should be non-empty"])
    whole = {"tied_by": ["led"], "tied_with": ["pro"], "patrons": [], "blocs": {}, **war_rows()}
    assert [error.message for error in validator("sides").iter_errors(whole)] == []


@pytest.mark.parametrize(
    ("table", "head"),
    [
        (("actors", "groups.tsv"), "id name names weak type side country since until"),
        (("actors", "people.tsv"), "name names side country type role at since until"),
        (("sources", "world.tsv"), "id name names weak type side country owner"),
        (("held.tsv",), "country region place side since until"),
        (("wars.tsv",), "id name home since until rebels contested of fronts"),
    ],
)
def test_every_line_of_a_table_has_its_columns(table: tuple[str, ...], head: str) -> None:
    lines = data_path(*table).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert rows[0] == head.split()
    assert [row[0] for row in rows if len(row) != len(rows[0])] == []
    assert [row[0] for row in rows if any(cell != cell.strip() for cell in row)] == []


def test_a_misspelt_key_is_refused() -> None:
    wrong = {"entries": [{"id": "x-y", "name": "X", "nmaes": ["Y"]}]}
    assert [e.validator for e in validator("actors").iter_errors(wrong)] == ["additionalProperties"]


@pytest.mark.parametrize("path", sorted(data_path().rglob("*.yaml")), ids=lambda path: path.name)
def test_no_mapping_has_a_key_twice(path: Path) -> None:
    doubles = []

    def walk(node: Any) -> None:
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            doubles.extend(
                f"{key}: line {node.start_mark.line + 1}"
                for key in set(keys)
                if keys.count(key) > 1
            )
        for child in getattr(node, "value", []) if not isinstance(node, yaml.ScalarNode) else []:
            for part in child if isinstance(child, tuple) else (child,):
                walk(part)

    walk(yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
    assert doubles == []


def test_countries_are_whole_rows() -> None:
    countries = load_countries()
    assert len({country.iso2 for country in countries}) == len(countries)
    assert all(c.name and c.adjectives and c.side in load_sides().names for c in countries)


@pytest.mark.parametrize(("path", "schema"), FILES, ids=lambda value: getattr(value, "name", value))
def test_the_file_is_read_without_the_fast_reader(path: Path, schema: str) -> None:
    """PyYAML comes without its C library, too, and that reader refuses more ("raids?")."""
    del schema
    assert yaml.compose(path.read_text("utf-8"), yaml.SafeLoader) is not None
