"""The predicates as data: complete, consistent, and found again through the prefilter."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import jsonschema
import pytest

from counterclaim.knowledge.load import read_yaml
from counterclaim.knowledge.predicates import (
    FALLBACK,
    compiled,
    cues_from,
    family,
    load_predicates,
    load_words,
)
from counterclaim.resources import data_path, schema_path

DOCS = Path(__file__).parents[2] / "docs" / "predicates.md"


def nominated(text: str) -> set[str]:
    """The predicates whose cues match at some word of `text`, conditions aside."""
    found = set()
    for word in re.finditer(r"\w+", text):
        for cue in cues_from(word[0]):
            if compiled(cue.pattern).match(text, word.start()):
                found.add(cue.predicate)
    return found


def test_the_file_keeps_to_its_schema() -> None:
    schema = json.loads(schema_path("predicates.schema.json").read_text("utf-8"))
    jsonschema.validate(read_yaml(data_path("predicates", "predicates.yaml")), schema)


def test_fifty_five_predicates_and_the_statement_that_none_of_them_covers() -> None:
    assert len(load_predicates()) == 56
    assert load_predicates()[FALLBACK].cues == ()


def test_the_order_of_specificity_names_each_predicate_once() -> None:
    ranks = sorted(p.rank for p in load_predicates().values())
    assert ranks == list(range(56))
    assert load_predicates()["breach"].rank < load_predicates()["fighting"].rank


def test_every_party_has_a_role_name() -> None:
    for predicate in load_predicates().values():
        parties = {predicate.initiator, predicate.target} - {None}
        assert parties <= set(predicate.roles), predicate.id
        assert predicate.hurts is None or getattr(predicate, predicate.hurts), predicate.id


def test_conditions_name_only_classes_that_have_words() -> None:
    known = {name for names in load_words().classes.values() for name in names}
    known |= {"name", "number"}
    for predicate in load_predicates().values():
        for cue in predicate.cues:
            asked = cue.object | cue.subject | cue.present | cue.absent | cue.no_object
            assert asked <= known, (predicate.id, asked - known)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("took full control of the ridge", "capture"),
        ("held by the enemy", "control"),
        ("counter-offensives", "offensive"),
        ("air strikes", "air_strike"),
        ("airstrikes", "air_strike"),
        ("a ceasefire", "ceasefire"),
        ("cease-fire", "ceasefire"),
        ("shot two drones down", "air_defence"),
        ("human shields", "atrocity"),
        ("the death toll", "casualties"),
    ],
)
def test_a_cue_is_found_in_its_spellings(text: str, predicate: str) -> None:
    assert predicate in nominated(text)


def test_a_cue_ends_where_the_word_ends() -> None:
    assert nominated("the grader, the shellac and the raider") == set()


def test_every_family_has_members_and_every_member_names_a_family() -> None:
    data = read_yaml(data_path("predicates", "predicates.yaml"))
    named = {name for p in load_predicates().values() for name in p.families}
    assert named == set(data["families"])
    assert {name for names in data["also"].values() for name in names} <= named
    assert "other" in family("speech")
    with pytest.raises(KeyError, match="no family of predicates is called wolves"):
        family("wolves")


def test_what_a_row_names_is_there() -> None:
    for predicate in load_predicates().values():
        assert {*predicate.finer, *filter(None, [predicate.attempted])} <= set(load_predicates())
        assert {table for _, table in predicate.words} <= set(load_words().roles), predicate.id


def test_rules_name_no_predicate() -> None:
    """What a rule asks of an event type is a family, so a new predicate touches one data file."""
    words_alike = {"control", "population", "casualties"}  # a noun, and two things that are counted
    found = []
    for room in ("extraction", "comparison"):
        for path in sorted((data_path().parent / "cli" / "counterclaim" / room).rglob("*.py")):
            tree = ast.parse(path.read_text("utf-8"))
            told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            texts = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in told)
            names = {n.value for n in texts if isinstance(n.value, str)} & set(load_predicates())
            found += [f"{path.stem}: {name}" for name in names - words_alike]
    assert found == []


def test_a_word_table_gives_the_value_of_a_word() -> None:
    assert load_words().roles["degree"]["marginal"] == "marginal"
    assert load_words().roles["extent"]["districts"[:-1]] == "part"
    assert "civilians" in load_words().classes["resident"]


def test_the_page_names_every_predicate() -> None:
    page = DOCS.read_text("utf-8")
    missing = [name for name in load_predicates() if f"`{name}`" not in page]
    assert missing == []
