"""Whom a pronoun means: the candidates that agree with it, ranked by nearness and prominence.

Each sentence in between costs 1, an object 0.4, a place deeper in the sentence 1.2; somebody who
has spoken gains 0.5, a gender that is known to fit 0.6; who only kept silent pays 2. The cheapest
candidate is meant, unless two that are coordinated cost the same: then nothing decides, and the
mention is left open.
"""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.extraction.entities.referents import Referent
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits

HE = word_class("he")
SHE = word_class("she")
IT = word_class("it")
THEY = word_class("they")
FIRST = word_class("i")
RELATIVE = word_class("who")
PRONOUNS = HE | SHE | IT | THEY | FIRST | RELATIVE

_MEDIA = frozenset({"agency", "outlet", "medium"})
_READERS = frozenset({"think_tank", "monitor", "ngo", "international", "ministry"})


def antecedent(pronoun: str, behind: list[Referent], sentence: int) -> Referent | None:
    """The referent a pronoun in a sentence means, None when nothing decides.

    `behind` are the referents named before it, nearest last. `He` for an institute is what
    translated copy says: a body may be meant where no person is near.
    """
    if pronoun in RELATIVE:
        near = [f for f in behind if f.sentence == sentence]
        return near[-1] if near else None
    if pronoun in HE | SHE | FIRST:
        wanted = "f" if pronoun in SHE else "m" if pronoun in HE else None
        agreeing = [f for f in behind if _is_person(f) and f.gender in (None, wanted)]
        found = _cheapest(agreeing, sentence, wanted, limits().person_reach)
        body = _body_of(behind, sentence) if pronoun in HE | SHE else None
        if found is None or (body is not None and found.sentence < body.sentence - 1):
            return body or found
        return found
    if pronoun in IT:
        bodies = [f for f in behind if f.classified.kind == "organisation" and not f.plural]
        return _cheapest(bodies, sentence, None, limits().body_reach)
    several = [
        f for f in behind if f.many or (f.classified.kind == "organisation" and not _is_told(f))
    ]
    found = _cheapest(several, sentence, None, limits().body_reach)
    return found or _cheapest(filter(_is_nameless, behind), sentence, None, limits().body_reach)


def _is_told(referent: Referent) -> bool:
    """Whether media only hear what somebody else tells: `a resident told AFP`."""
    entry = referent.classified.entry
    media = entry is not None and entry.type in _MEDIA
    return media and referent.rank != 0 and not referent.spoke


def _is_nameless(referent: Referent) -> bool:
    """Whether one speaks whose name and sex are kept back: `they said`."""
    person = referent.classified.kind == "unnamed" and not referent.many
    return person and referent.spoke and referent.gender is None


def _is_person(referent: Referent) -> bool:
    return referent.classified.kind == "person" or (
        referent.classified.kind == "unnamed" and not referent.many
    )


def _body_of(behind: list[Referent], sentence: int) -> Referent | None:
    """The body a translated `he` may mean: the last referent of all, in this sentence or the one
    before, that has spoken or is of a kind that publishes."""
    last = behind[-1] if behind else None
    if last is None or last.classified.kind != "organisation" or sentence - last.sentence > 1:
        return None
    entry = last.classified.entry
    writes = entry is not None and entry.type in _READERS and last.rank == 0
    return last if last.spoke or writes else None


def _cheapest(
    referents: Iterable[Referent], sentence: int, gender: str | None, reach: float
) -> Referent | None:
    priced = sorted(
        ((price(f, sentence, gender), -f.offset, f) for f in referents), key=lambda p: p[:2]
    )
    if not priced or priced[0][0] > reach:
        return None
    best = priced[0][2]
    if len(priced) > 1 and priced[1][0] == priced[0][0]:
        rival = priced[1][2]
        if best.joined and rival.joined and best.sentence == rival.sentence:
            return None
    return best


def price(referent: Referent, sentence: int, gender: str | None = None) -> float:
    """How far a referent is from a mention in a sentence; the lowest price is meant."""
    cost = (
        sentence - referent.sentence + (0.0, limits().depth_of, limits().depth_deep)[referent.rank]
    )
    if referent.silent:
        cost += limits().silent
    elif referent.spoke:
        cost -= limits().spoke
    if gender is not None and referent.gender == gender:
        cost -= limits().fits
    return cost
