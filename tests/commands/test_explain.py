"""`counterclaim explain`: two names in, gates and axes out."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from counterclaim.app import build_app

ROW = """schema: counterclaim/1
article: {id: road-1, sha256: "%s", file: road.txt, published: 2023-03-02}
events:
- {id: "road-1#01", text: the road is cut, spans: [[0, 15]], quotation: indirect, stance: asserts,
   source: {name: residents, kind: unnamed, side: unknown}, event: {type: supply_line, state: cut}}
- {id: "road-1#02", text: the road is open, spans: [[20, 36]], quotation: indirect, stance: asserts,
   source: {name: officials, kind: unnamed, side: unknown}, event: {type: supply_line, state: open}}
"""


@pytest.fixture
def run(tmp_path):
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "road-1.yaml").write_text(ROW % ("0" * 64), "utf-8")

    def invoke(*names):
        return CliRunner().invoke(build_app(), ["explain", *names, "--ledger", str(tmp_path)])

    return invoke


def test_two_states_of_one_road(run):
    found = json.loads(run("road-1#1", "road-1#2", "--format", "json").stdout)
    assert found["relation"]["axis"] == "access"
    assert [gate["open"] for gate in found["gates"]] == [True] * 5


def test_a_name_that_means_nothing_is_wrong_usage(run):
    answer = run("road-1#1", "road-1#9")
    assert answer.exit_code == 2
    assert run("road-1#1", "road-1#2", "--format", "xml").exit_code == 2
