"""Attributions of a text as lines, for the tests: source | cue | content."""

from __future__ import annotations

from counterclaim.extraction.attribution import find_attributions
from counterclaim.language.parser import parse_text
from counterclaim.language.segments import lay_out


def attributions(text: str) -> list[str]:
    """The attributions of a text, each as `source | cue | content`, pieces joined by " … "."""
    layout = lay_out(text)
    found = find_attributions(parse_text(text, layout.units()), layout)
    return [
        " | ".join(
            (
                text[slice(*a.source)] if a.source else "",
                text[slice(*a.cue)] if a.cue else "",
                " … ".join(text[x:y] for x, y in a.content),
            )
        )
        for a in found
    ]
