"""The table of relations: how two claims stand to each other."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.comparison import Relation
from counterclaim.presentation.export.model import Exported
from counterclaim.presentation.export.table_model import Column, text


def relations(exported: Exported) -> Iterator[tuple[Relation]]:
    """Every relation between two of the claims."""
    return ((relation,) for relation in exported.relate())


RELATION_COLUMNS: tuple[Column, ...] = (
    text("id", "The two claims and the axis", lambda r: f"{r.a} {r.b} {r.axis}"),
    text("a", "The id of the one claim", lambda r: r.a),
    text("b", "The id of the other", lambda r: r.b),
    text("relation", "contradicts, agrees, update …", lambda r: r.relation),
    text("axis", "What they are compared by", lambda r: r.axis),
    text("reason", "Why", lambda r: r.reason),
    text("strength", "How sure that is", lambda r: r.strength),
    text("doubt", "What may set them apart after all", lambda r: r.doubt),
    text("incident", "What binds them to one happening", lambda r: "; ".join(r.incident)),
)
