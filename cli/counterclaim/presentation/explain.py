"""An explanation of two claims, as lines of text or as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

from counterclaim.comparison.explain import Explanation
from counterclaim.presentation.console import clean

_SIGNS = {True: "open", False: "shut", None: "not reached"}


def to_text(found: Explanation) -> str:
    """Write an explanation as text: the claims, the gates in order, the axes, the outcome."""
    lines = [f"a  {found.a}", f"b  {found.b}", "", "gates"]
    for gate in found.gates:
        reason = f": {gate.reason}" if gate.reason else ""
        lines.append(f"  {gate.name:12} {_SIGNS[gate.open]}{reason}")
    lines += ["", "axes"] if found.measures else []
    for item in found.measures:
        lines.append(f"  {item.axis}")
        lines += [f"    a  {item.a or '·'}", f"    b  {item.b or '·'}"]
        if item.relation:
            lines.append(f"    =  {item.relation} ({item.strength}): {item.reason}")
    relation = found.relation
    decided = "not compared"
    if relation:
        decided = f"{relation.relation} ({relation.strength}), {relation.axis}: {relation.reason}"
    return "".join(f"{clean(line)}\n" for line in [*lines, "", f"= {decided}"])


def to_json(found: Explanation) -> str:
    """Write an explanation as one JSON object."""
    return json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n"
