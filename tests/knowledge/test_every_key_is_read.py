"""Data that no code reads is a defect: every key, every word list and every class has a reader.

A key is read where the code of cli/ or data/ asks for it by name: `row["since"]`, `row.since`,
`words("since")`. What only a docstring or a comment names is not read.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.predicates import load_predicates
from counterclaim.resources import data_path, schema_path

CODE = [data_path().parent / "cli", data_path()]
FILES = sorted(
    p for p in data_path().rglob("*.yaml") if not {"gate", "articles"} & {*p.parts[-3:-1]}
)
SCHEMAS = sorted(schema_path("records.schema.json").parent.glob("*.json"))
NOT_DATA = {"gate", "records", "compare_output"}  # of tests, and of what the program writes
# Their keys are no properties but values: what a number is filed under, the code of a country,
# what a language is called.
VALUES = {"fates.yaml", "outcomes.yaml", "regions.yaml", "languages.yaml"}
FOR_TESTS = {
    "example",
    "gives",
    "like",
    "slots",
}  # what a row must read, and what its words are called
PIECES = re.compile(r"%(?:\w+=)?(\w+)%")  # in a form a list is named so
# Read from data/cues/, and nobody asks yet.
WAITING = {"NounCue.document", "Hedge.scope"}


@cache
def trees() -> dict[Path, ast.Module]:
    paths = (path for folder in CODE for path in folder.rglob("*.py"))
    return {path: ast.parse(path.read_text("utf-8")) for path in paths}


def told(tree: ast.Module) -> set[int]:
    """The docstrings of a module: strings that stand alone."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


@cache
def asked() -> frozenset[str]:
    """Every name that code reads as an attribute or has as a string ("a b".split() has two)."""
    found: set[str] = set()
    for tree in trees().values():
        docstrings = told(tree)
        for node in ast.walk(tree):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split")
                ):
                    found.update(text.split())
                case ast.Attribute(attr=name, ctx=ast.Load()):
                    found.add(name)
                case ast.Constant(value=str(text)) if id(node) not in docstrings:
                    found.add(text)
    forms = (data_path("times", "grammar.yaml"), data_path("lexicon", "en", "patterns.yaml"))
    return frozenset(found.union(*(PIECES.findall(path.read_text("utf-8")) for path in forms)))


@cache
def attributes() -> frozenset[str]:
    nodes = (node for tree in trees().values() for node in ast.walk(tree))
    loads = (n for n in nodes if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Load))
    return frozenset(node.attr for node in loads)


def properties(node: Any) -> Iterator[str]:
    """The named properties of a schema, at any depth."""
    if isinstance(node, dict):
        named = node.get("properties", {})
        yield from named
        rest = (value for key, value in node.items() if key != "properties")
        for value in (*named.values(), *rest):
            yield from properties(value)
    elif isinstance(node, list):
        for value in node:
            yield from properties(value)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_every_property_of_a_schema_is_read(path):
    if path.name.split(".")[0] not in NOT_DATA:
        unread = set(properties(json.loads(path.read_text("utf-8")))) - asked() - FOR_TESTS
        assert not unread, "no code reads these keys: wire them or delete them"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(data_path()).as_posix())
def test_every_list_has_a_caller(path):
    data = read_yaml(path)
    if isinstance(data, dict) and path.name not in VALUES:
        names = set(data)
        if path.name == "thresholds.yaml":  # in groups, for the reader's sake
            names = {name for key, group in data.items() for name in group if key != "edges"}
        by_rows = {table for p in load_predicates().values() for _, table in p.words}
        assert not names - asked() - by_rows - FOR_TESTS, "no code and no row asks for these"


def test_every_file_is_read():
    folders = {path.parent.name for path in FILES if path.parent.name in asked()}
    unread = [
        p.name for p in FILES if not {p.name, p.stem} & asked() and p.parent.name not in folders
    ]
    assert not unread


def test_every_noun_class_confirms_a_cue():
    cues = [cue for predicate in load_predicates().values() for cue in predicate.cues]
    named = {name for c in cues for s in (c.object, c.subject, c.present, c.absent, c.no_object)
             for name in s}  # fmt: skip
    declared = read_yaml(data_path("lexicon", "en", "nouns.yaml"))["classes"]
    classes = {name for group in declared.values() for name in group if ":" not in name}
    assert not classes - named - asked(), "no cue and no rule asks for these classes"
    assert not {n for n in named if ":" not in n} - classes - {"name", "number"}, (
        "nobody lists these"
    )


def test_every_family_of_event_types_is_asked_for():
    families = read_yaml(data_path("predicates", "predicates.yaml"))["families"]
    assert not set(families) - asked()


def fields(tree: ast.Module) -> Iterator[str]:
    """The fields of a module's dataclasses, as "NounCue.lemma"."""
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    for made in (c for c in classes if any("dataclass" in ast.dump(d) for d in c.decorator_list)):
        lines = (line for line in made.body if isinstance(line, ast.AnnAssign))
        yield from (f"{made.name}.{ast.unparse(line.target)}" for line in lines)


def test_what_is_loaded_is_asked_for():
    """A loader that copies every key into a field would pass for its reader."""
    knowledge = (tree for path, tree in trees().items() if path.parent.name == "knowledge")
    loaded = {name for tree in knowledge for name in fields(tree)}
    assert {name for name in loaded if name.split(".")[1] not in attributes()} <= WAITING


def test_what_only_a_docstring_names_is_not_read():
    tree = ast.parse('def area(row):\n    """Reads `width`."""\n    return row["height"]\n')
    texts = {node.value for node in ast.walk(tree) if id(node) not in told(tree)
             and isinstance(node, ast.Constant)}  # fmt: skip
    assert texts == {"height"}
