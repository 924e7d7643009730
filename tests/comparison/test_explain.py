"""Why two claims stand as they do."""

from __future__ import annotations

from comparison.small_world import article, claim
from counterclaim.comparison.explain import explain_pair
from counterclaim.presentation.explain import to_text


def test_the_gates_the_axes_and_the_rule(world):
    report = article(
        claim("Moscow", "capture", "the town is ours", by="Russia"),
        claim("Kyiv", "control", "we hold the town", by="Ukraine"),
    )
    found = explain_pair([report], "gazette#02", "gazette#01", world)
    assert all(gate.open for gate in found.gates)
    ground = next(m for m in found.measures if m.axis == "territory")
    assert (ground.a, ground.b) == (
        "taken by Russian forces (share 1 to 1)",
        "control by Ukrainian forces (share 0.75 to 1)",
    )
    assert found.relation.relation == ground.relation == "contradicts"
    assert "= contradicts (strong), territory: taken by Russian forces" in to_text(found)


def test_a_shut_gate_names_its_reason(world):
    report = article(
        claim("Moscow", "capture", "it is ours", by="Russia"),
        claim("Kyiv", "control", "we hold it", by="Ukraine", at="Mala"),
    )
    found = explain_pair([report], "gazette#01", "gazette#02", world)
    shut = [(gate.name, gate.reason) for gate in found.gates if gate.open is False]
    assert (shut, found.measures, found.relation) == ([("place", "different places")], (), None)
    assert "place        shut: different places" in to_text(found)
