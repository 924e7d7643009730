"""The toll of the incident that a short text is about: killed and wounded, once each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.extraction.quantities import find_quantities
from counterclaim.extraction.quantities.harm import Harm
from counterclaim.extraction.quantities.lexicon import lowered
from counterclaim.extraction.quantities.outcomes import toll
from counterclaim.knowledge.harm import load_harm
from counterclaim.knowledge.lexicon import any_of
from counterclaim.language.tree import Parse
from counterclaim.records.model import Quantity


def incident_toll(parse: Parse, harms: Sequence[Harm]) -> dict[str, int | None]:
    """How many were killed and wounded; None where the text tells of none or not of how many.

    What is called the toll is the toll. Else the first sentence that tells of a harm gives its
    number; later ones repeat it in other words or tell of other days, unless they say that they
    add to it ("a driver was also killed").
    """
    counted = find_quantities(parse.text)
    told = {kind: _toll(parse, [h for h in harms if h.harm == kind]) for kind in _KINDS}
    low = lowered(parse.text)
    news = [q for q in counted if not _NAMED.search(low, max(0, q.span[0] - 20), q.span[0])]
    for kind in (k for k in _KINDS if told[k] is None and not any(h.harm == k for h in harms)):
        told[kind] = next((int(q.low or q.high or 0) for q in news if q.what == kind), None)
    return told | _stated(parse.text, counted)


_KINDS = ("killed", "wounded")
# "wanted for the killing of ten": a deed of another day that is only named
_NAMED = re.compile(rf"\b{any_of('deeds_named')} of $")


def _stated(text: str, counted: Sequence[Quantity]) -> dict[str, int | None]:
    """The last number that the text itself calls a toll: "the death toll has risen to 20"."""
    low = lowered(text)
    return {
        q.what: int(q.low)
        for q in counted
        if q.low and q.what in _KINDS and toll(low, q.span[0]) == q.what
    }


def _toll(parse: Parse, harms: Sequence[Harm]) -> int | None:
    counted = [h for h in harms if h.told and h.low]
    if not counted:
        return None
    first = counted[0].sentence
    own = (h for h in counted if h.sentence == first or _adds(parse, h))
    return int(sum(h.low or 0 for h in own))


def _adds(parse: Parse, harm: Harm) -> bool:
    """Whether a harm is told as one more: "also" beside its verb, "another" before its people."""
    adding = load_harm().lists["adding"]
    beside = parse.children(harm.word, "advmod")
    within = parse.within(*harm.span)
    return any(w.lower in adding for w in (*beside, *within))
