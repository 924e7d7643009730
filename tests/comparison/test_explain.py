"""Why two claims stand as they do."""

from __future__ import annotations

from comparison.small_world import article, claim, number
from counterclaim.comparison.views.pair_explanation import explain_pair
from counterclaim.presentation.explain import to_text

IDS = ("gazette#01", "gazette#02")


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
    assert to_text(found).endswith("\n= not compared: different places\n")


def test_both_claims_are_quoted_and_every_axis_stands_once(world):
    report = article(
        claim("Moscow", "shelling", "the mill was shelled", by="Ukraine", said="2023-03-01"),
        claim("Kyiv", "shelling", "shells fell on the mill", stance="denies", by="Ukraine"),
    )
    found = explain_pair([report], "gazette#01", "gazette#02", world)
    page = to_text(found)
    assert "   Russian Ministry of Defence, 1 Mar 2023, asserts: “the mill was shelled”\n" in page
    assert page.count("\n  occurrence\n") == 1
    assert max(map(len, to_text(found, 60).splitlines())) <= 60


def test_figures_are_numbers_as_people_write_them(world):
    def toll(who, least):
        counted = number("killed", least, least, f"{least} soldiers")
        return claim(who, "casualties", f"{least} soldiers died", on="Ukraine", numbers=[counted])

    found = explain_pair([article(toll("Moscow", 1200), toll("Kyiv", 1500))], *IDS, world)
    (measure,) = (m for m in found.measures if m.axis == "quantity")
    assert measure.a == "ukraine, killed 1,200 (1200 soldiers)"
    assert "differs in number (weak), quantity: 1200 soldiers ⇄ 1500 soldiers" in to_text(found)
