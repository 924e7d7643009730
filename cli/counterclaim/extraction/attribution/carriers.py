"""Verbs of saying that another word makes a report: `went on to say that …`, `was quick to deny`,
`lost no time in saying`. Without such a carrier an infinitive (`plans to say`) reports nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from counterclaim.extraction.grammar.paths import Path, compile_path, first
from counterclaim.knowledge.frames import Construction, load_frames
from counterclaim.language.tree import Parse, Word

_FORMS = {"infinitive": "is_base", "gerund": "is_present_participle"}


@dataclass(frozen=True, slots=True)
class Carried:
    """Who says it, and with what stance if not the verb's own."""

    source: Word
    stance: str | None


@cache
def _rows() -> tuple[tuple[Construction, tuple[Path, ...], tuple[Path, ...]], ...]:
    """The rows with their paths: what must be there, and where the source is."""
    frames = load_frames()

    def compiled(written: tuple[str, ...]) -> tuple[Path, ...]:
        return tuple(compile_path(path, frames.classes) for path in written)

    return tuple((row, compiled(row.when), compiled(row.source)) for row in frames.carriers)


def find_carrier(parse: Parse, verb: Word) -> Carried | None:
    """Who says what an infinitive or an -ing of a verb of saying holds, or None."""
    for row, when, paths in _rows():
        formed = row.form is not None and getattr(verb, _FORMS[row.form])
        if formed and all(p.words(parse, verb) for p in when):
            source = first(parse, verb, paths)
            if source is not None:
                return Carried(source, row.stance)
    return None
