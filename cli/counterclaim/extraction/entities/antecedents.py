"""Whom a pronoun means: the candidates that agree with it, ranked by nearness and prominence.

Each sentence in between costs 1, an object 0.4, a place deeper in the sentence 1.2; somebody who
has spoken gains 0.5, a gender that is known to fit 0.6, each time it was named before a little; who
only kept silent pays 2. Of who says nothing, what the text tells of most counts for more. The
cheapest candidate is meant, unless two that are coordinated cost the same: then nothing decides,
and the mention is left open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.extraction.entities.entity import BODY, PERSON, PLACE, THING, Entity, Seat
from counterclaim.extraction.entities.memory import Memory
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits
from counterclaim.language.tree import Parse, Word

HE = word_class("he")
SHE = word_class("she")
IT = word_class("it")
THEY = word_class("they")
FIRST = word_class("i")
RELATIVE = word_class("who")
PRONOUNS = HE | SHE | IT | THEY | FIRST | RELATIVE

COUNTRY = "country"
_MEDIA = frozenset({"news_agency", "outlet", "medium"})
_READERS = frozenset({"think_tank", "monitor", "ngo", "international", "ministry"})


@dataclass(frozen=True, slots=True)
class Here:
    """Where a pronoun stands: its sentence, counted among the narrator's, or, where it is `quoted`,
    its unit of the parse; `speaks`: it is of who says something; `commands`: of whose forces it
    tells ("its troops")."""

    sentence: int
    quoted: bool = False
    speaks: bool = False
    commands: bool = False

    def seat(self, entity: Entity) -> Seat:
        """Where an entity was named last as far as this pronoun goes: the narrator's "he" is nobody
        of whom only a quotation speaks."""
        return entity.seen if self.quoted else entity.told

    def near(self, memory: Memory, reach: float) -> list[Entity]:
        """Whom and what the last sentences have named; only somebody says something, and only
        somebody or a country has forces."""
        found = memory.lately(self.sentence, reach, quoted=self.quoted)
        if self.commands:
            return [e for e in found if e.is_somebody or e.place == COUNTRY]
        return [e for e in found if e.is_somebody] if self.speaks else found


def antecedent(
    pronoun: str,
    here: Here,
    memory: Memory,
    barred: Entity | None = None,
    own: Entity | None = None,
) -> Entity | None:
    """Whom a pronoun means, None when nothing decides; nobody that is `barred`."""
    known = limits()
    if own is not None and _owns(pronoun, own):
        return own
    if pronoun in RELATIVE:
        near = [e for e in here.near(memory, 0) if here.seat(e).sentence == here.sentence]
        return near[-1] if near else None
    if pronoun in HE | SHE | FIRST:
        near = here.near(memory, known.person_reach)
        return _one(pronoun, here, [e for e in near if e is not barred])
    near = [e for e in here.near(memory, known.body_reach) if e is not barred]
    if pronoun in IT:
        return _cheapest([e for e in near if _may_be_it(e, here)], here, None, known.body_reach)
    if pronoun not in THEY:
        return None
    for fitting in _several(near, here):
        found = _cheapest(fitting, here, None, known.several_reach)
        if found is not None:
            return found
    return None


def _owns(pronoun: str, entity: Entity) -> bool:
    """Whether a body or a country that does something is whose "its" or "their" tells."""
    if pronoun in IT:
        return not entity.many and (entity.is_body or entity.kind in (BODY, PLACE))
    return pronoun in THEY and (entity.many or entity.is_body or entity.kind == BODY)


def barred_from(parse: Parse, word: Word, memory: Memory) -> Entity | None:
    """Whom an object cannot mean: the subject of its own verb (`Koval saw her`)."""
    if word.rel not in ("obj", "iobj", "obl") or word.lower in word_class("reflexives"):
        return None
    subject = parse.child(word.head, "nsubj")
    return memory.meant(subject.i) if subject is not None else None


def own_subject(parse: Parse, word: Word, memory: Memory) -> Entity | None:
    """Who does what the clause of a possessive tells: `The army` of `The army lost its tanks`."""
    for above in parse.ancestors(word) if word.is_owner else ():
        subject = parse.child(above.i, "nsubj")
        if subject is not None:
            return memory.meant(subject.i) if subject.i < word.i else None
    return None


def _one(pronoun: str, here: Here, near: list[Entity]) -> Entity | None:
    """A person, by gender. `He` for an institute that speaks is what translated copy says: a body
    may be meant where no person is near."""
    wanted = "f" if pronoun in SHE else "m" if pronoun in HE else None
    agreeing = [e for e in near if _may_be_he(e, here) and e.gender in (None, wanted)]
    found = _cheapest(agreeing, here, wanted, limits().person_reach)
    body = None
    if here.commands:
        body = _acting(near, here)
    elif here.speaks and pronoun in HE | SHE:
        body = _body_of(near, here)
    if found is None or body is None:
        return found or body
    return body if here.seat(found).sentence < here.seat(body).sentence - 1 else found


def _may_be_he(entity: Entity, here: Here) -> bool:
    if here.speaks:
        who = entity.who.kind
        return who == "person" or (who == "unnamed" and not entity.many)
    unknown = entity.named and entity.kind == THING and not entity.is_somebody
    return not entity.many and (entity.kind == PERSON or unknown)


def _may_be_it(entity: Entity, here: Here) -> bool:
    if here.speaks:
        return entity.is_body and not entity.plural
    return entity.kind != PERSON and not (entity.many or (entity.plural and not here.commands))


def _several(near: list[Entity], here: Here) -> Iterable[list[Entity]]:
    """Those whom "they" may mean, the likelier first: of who speaks several people or a body, then
    somebody whose name and sex are kept back; else people, then bodies."""
    if here.commands:
        yield [e for e in near if e.is_body or e.place == COUNTRY]
    elif here.speaks:
        yield [e for e in near if e.many or (e.is_body and not _is_told(e))]
        yield [e for e in near if _is_nameless(e)]
    else:
        yield [e for e in near if e.many and e.kind == PERSON]
        yield [e for e in near if e.kind == BODY]


def _is_told(entity: Entity) -> bool:
    """Whether media only hear what somebody else tells: `a resident told AFP`."""
    entry = entity.who.entry
    media = entry is not None and entry.type in _MEDIA
    return media and entity.told.rank != 0 and not entity.spoke


def _is_nameless(entity: Entity) -> bool:
    """Whether one speaks whose name and sex are kept back: `they said`."""
    person = entity.who.kind == "unnamed" and not entity.many
    return person and entity.spoke and entity.gender is None


def _body_of(near: list[Entity], here: Here) -> Entity | None:
    """The body a translated `he` may mean: the last of all, in this sentence or the one before,
    that has spoken or is of a kind that publishes."""
    last = max(near, key=lambda e: e.turn, default=None)
    if last is None or not last.is_body or here.sentence - here.seat(last).sentence > 1:
        return None
    entry = last.who.entry
    writes = entry is not None and entry.type in _READERS and last.told.rank == 0
    return last if last.spoke or writes else None


def _acting(near: list[Entity], here: Here) -> Entity | None:
    """The body or country that did something last, whose leader "his troops" leaves unnamed."""
    bodies = (e for e in reversed(near) if e.is_body or e.place == COUNTRY)
    seats = ((e, here.seat(e)) for e in bodies)
    return next((e for e, at in seats if at.rank == 0 and here.sentence - at.sentence <= 1), None)


def _cheapest(
    entities: list[Entity], here: Here, gender: str | None, reach: float
) -> Entity | None:
    priced = sorted(
        ((price(e, here, gender), -here.seat(e).offset, e) for e in entities), key=lambda p: p[:2]
    )
    if not priced or priced[0][0] > reach:
        return None
    best = priced[0][2]
    if len(priced) > 1 and priced[1][0] == priced[0][0]:
        rival = priced[1][2]
        if best.joined and rival.joined and here.seat(best).sentence == here.seat(rival).sentence:
            return None
    return best


def price(entity: Entity, here: Here, gender: str | None = None) -> float:
    """How far somebody is from a mention; the lowest price is meant."""
    seat, known = here.seat(entity), limits()
    deep = known.depth_deep if here.speaks else known.depth_of
    cost = here.sentence - seat.sentence + (0.0, known.depth_of, deep)[seat.rank]
    if entity.silent:
        cost += known.silent
    elif entity.spoke:
        cost -= known.spoke
    if gender is not None and entity.gender == gender:
        cost -= known.fits if here.speaks else known.same_gender
    cost -= known.named if entity.named and not here.speaks else 0.0
    again = known.again_said if here.speaks else known.again
    cost -= again * min(max(len(entity.mentions) - 1, 0), known.again_most)
    return cost
