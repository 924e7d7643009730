"""Attribution: who is said to say what (PARC 3.0: source, cue, content).

`find_attributions` runs the rules one after another over a parsed article and settles what
overlaps: one attribution for each content and voice, outer and nested ones kept apart.
"""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction.attribution.announced import attribute_announced
from counterclaim.extraction.attribution.bare_claims import attribute_bare_claims
from counterclaim.extraction.attribution.colons import attribute_colons
from counterclaim.extraction.attribution.continuation import (
    continue_reports,
    continue_speech,
    share_sources,
)
from counterclaim.extraction.attribution.cues import find_verb_cues
from counterclaim.extraction.attribution.direct import attribute_speech
from counterclaim.extraction.attribution.frames import attribute_frames
from counterclaim.extraction.attribution.joint import tell_apart
from counterclaim.extraction.attribution.judged import judge_claims
from counterclaim.extraction.attribution.model import Attribution
from counterclaim.extraction.attribution.nesting import (
    hand_over,
    link_reports,
    merge_citations,
    merge_reports,
    resolve_anaphora,
    without_retold,
)
from counterclaim.extraction.attribution.nouns import attribute_nouns
from counterclaim.extraction.attribution.prepositions import attribute_prepositions
from counterclaim.extraction.attribution.relays import find_relays
from counterclaim.extraction.attribution.taken_up import attribute_taken_up
from counterclaim.extraction.attribution.tallies import attribute_tallies
from counterclaim.extraction.attribution.verbs import attribute_verbs
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse

__all__ = ["Attribution", "find_attributions"]


def find_attributions(parse: Parse, layout: Layout) -> list[Attribution]:
    """All attributions of an article, in text order.

    Example:
        `Kyiv denied that its troops had left Soledar.` gives one: source `Kyiv`, cue `denied`,
        content `its troops had left Soledar`, stance denies.
    """
    cues = find_verb_cues(parse)
    speech = attribute_speech(parse, layout, cues)
    used = {a.cue for a in speech}
    found = list(speech)
    speech_units = {i for i, segment in enumerate(layout.segments) if segment.quotation is not None}
    bare, taken = attribute_bare_claims(parse, cues)
    framed = [
        *bare,
        *(a for a in attribute_frames(parse, cues, speech_units) if a.cue not in taken),
    ]
    found.extend(framed)
    used |= {a.cue for a in framed} | taken
    found.extend(attribute_verbs(parse, cues, used, speech_units))
    found = continue_speech(layout, found)
    found.extend(attribute_colons(parse, layout))
    found.extend(attribute_prepositions(parse))
    found.extend(a for a in attribute_nouns(parse) if a.cue not in used)
    found.extend(attribute_tallies(parse))
    found = share_sources(layout, found)
    found.extend(attribute_announced(parse, layout, cues, found))
    found.extend(continue_reports(parse, layout, cues, found))
    found.extend(attribute_taken_up(parse, layout, cues, found))
    found = [_named(parse.text, a) for a in found]
    told = find_relays(parse, hand_over(parse, merge_citations(found)))
    joined = judge_claims(parse, link_reports(parse, merge_reports(parse, told)))
    settled = without_retold(parse, resolve_anaphora(parse, settle(joined)))
    return tell_apart(parse, settled)


def _named(text: str, attribution: Attribution) -> Attribution:
    """An attribution without a source that has no letter or figure: signs name nobody."""
    source = attribution.source
    if source is None or any(c.isalnum() for c in text[slice(*source)]):
        return attribution
    return replace(attribution, source=None, pronoun=None)


def settle(found: list[Attribution]) -> list[Attribution]:
    """One attribution for each content: of two with nearly the same words the one with a verb or
    preposition cue stays, above all that of a row; attributions inside another's content stay as
    nested ones."""
    kept: dict[int, list[Attribution]] = {}
    for a in sorted(found, key=_rank):
        units = range(a.unit - 2, a.unit + 3)  # the same words never lie further apart
        if not any(_same_words(a, k) for u in units for k in kept.get(u, ())):
            kept.setdefault(a.unit, []).append(a)
    return sorted((a for k in kept.values() for a in k), key=lambda a: (a.start, -a.size, a.rule))


def _rank(a: Attribution) -> tuple[bool, bool, int, int, str]:
    return a.noun, not a.rule.startswith("frame"), a.start, -a.size, a.rule


def _is_inside(inner: Attribution, outer: Attribution) -> bool:
    """Whether a clause of report stands in what another one tells, however little is left around
    it: `Media reports the army says …`."""
    if inner.cue is None or inner.source is None or inner.rule != "clause":
        return False
    told = (inner.source, inner.cue)
    return outer.rule == "clause" and all(
        any(a <= s and e <= b for a, b in outer.content) for s, e in told
    )


def _same_words(a: Attribution, b: Attribution) -> bool:
    if a.answers or b.answers or _is_inside(a, b) or _is_inside(b, a):
        return False
    shared = sum(max(0, min(e, f) - max(s, t)) for s, e in a.content for t, f in b.content)
    return shared > 0.425 * (a.size + b.size) and shared > 0.9 * min(a.size, b.size)
