"""Which attributions are claims of a war report: speech is, a wish or a private thought is not, and
words nested in somebody else's claim count once unless another voice claims them."""

from __future__ import annotations

from counterclaim.extraction.attribution import Attribution
from counterclaim.extraction.sources import Voices
from counterclaim.knowledge.cues import load_cues
from counterclaim.language.tree import Parse

_INNER_RULES = frozenset({"relative object", "noun with clause", "noun with of", "preposition"})


def keep_claims(parse: Parse, attributions: list[Attribution], voices: Voices) -> list[Attribution]:
    """The attributions that become event records, in text order."""
    spoken = [a for a in attributions if _is_claim(parse, a)]
    return [a for a in spoken if not _nested(a, spoken, voices)]


def _is_claim(parse: Parse, attribution: Attribution) -> bool:
    if parse.sentences[attribution.unit].headline:
        return False
    if attribution.speech:
        return attribution.source is not None or attribution.size > 30
    cue = load_cues().verb(attribution.lemma)
    return cue is None or cue.speech


def _nested(inner: Attribution, all_: list[Attribution], voices: Voices) -> bool:
    """Whether the words lie inside another claim and add no other voice of their own."""
    for outer in all_:
        if outer is inner or outer.size <= inner.size or not _inside(inner, outer):
            continue
        if outer.noun and inner.rule == "clause" and voices.source(inner).kind != "unnamed":
            continue
        if inner.rule not in _INNER_RULES or voices.source(inner).name == voices.source(outer).name:
            return True
        if voices.source(inner).kind == "unnamed":
            return True
    return False


def _inside(inner: Attribution, outer: Attribution) -> bool:
    return all(any(a <= s and e <= b for a, b in outer.content) for s, e in inner.content)
