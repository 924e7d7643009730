"""The numbers of extraction: each once, each with its reason, each of the type it is read as."""

from __future__ import annotations

import dataclasses

from counterclaim.knowledge.limits import Limits, limits
from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path

FILE = data_path("extraction", "thresholds.yaml")


def test_each_number_has_one_name_and_the_type_it_is_declared_with():
    groups = read_yaml(FILE)
    groups.pop("edges")
    names = [name for group in groups.values() for name in group]
    assert sorted(names) == sorted({f.name for f in dataclasses.fields(Limits)} - {"edges"})
    for field in dataclasses.fields(Limits):
        if field.name != "edges":
            assert type(getattr(limits(), field.name)).__name__ == field.type, field.name


def test_each_number_has_its_reason_beside_it():
    lines = FILE.read_text("utf-8").split("\nedges:")[0].splitlines()
    bare = [line for line in lines if line.startswith("  ") and "# " not in line]
    assert bare == []


def test_what_stands_in_a_clause_is_farther_than_what_stands_beside():
    edges = limits().edges
    assert edges["amod"] < edges["obj"] < edges["obl"] < edges["advcl"]
