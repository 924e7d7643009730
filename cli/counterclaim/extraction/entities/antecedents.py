"""Whom a pronoun means: the candidates that agree with it, ranked by nearness and prominence.

Each sentence in between costs 1, an object 0.4, a place deeper in the sentence 1.2; somebody who
has spoken gains 0.5, a gender that is known to fit 0.6; who only kept silent pays 2. The cheapest
candidate is meant, unless two that are coordinated cost the same: then nothing decides, and the
mention is left open.
"""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.extraction.entities.entity import BODY, PERSON, SUBJECT, THING, Entity
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

_MEDIA = frozenset({"agency", "outlet", "medium"})
_READERS = frozenset({"think_tank", "monitor", "ngo", "international", "ministry"})


def speaker_meant(pronoun: str, behind: list[Entity], sentence: int) -> Entity | None:
    """Whom a pronoun means that says something, None when nothing decides.

    `behind` are those who were named before it, nearest last. `He` for an institute is what
    translated copy says: a body may be meant where no person is near.
    """
    if pronoun in RELATIVE:
        near = [e for e in behind if e.told.sentence == sentence]
        return near[-1] if near else None
    if pronoun in HE | SHE | FIRST:
        wanted = "f" if pronoun in SHE else "m" if pronoun in HE else None
        agreeing = [e for e in behind if e.is_person and e.gender in (None, wanted)]
        found = _cheapest(agreeing, sentence, wanted, limits().person_reach)
        body = _body_of(behind, sentence) if pronoun in HE | SHE else None
        if found is None or (body is not None and found.told.sentence < body.told.sentence - 1):
            return body or found
        return found
    if pronoun in IT:
        bodies = [e for e in behind if e.is_body and not e.plural]
        return _cheapest(bodies, sentence, None, limits().body_reach)
    several = [e for e in behind if e.many or (e.is_body and not _is_told(e))]
    found = _cheapest(several, sentence, None, limits().body_reach)
    return found or _cheapest(filter(_is_nameless, behind), sentence, None, limits().body_reach)


def _is_told(entity: Entity) -> bool:
    """Whether media only hear what somebody else tells: `a resident told AFP`."""
    entry = entity.who.entry
    media = entry is not None and entry.type in _MEDIA
    return media and entity.told.rank != 0 and not entity.spoke


def _is_nameless(entity: Entity) -> bool:
    """Whether one speaks whose name and sex are kept back: `they said`."""
    person = entity.who.kind == "unnamed" and not entity.many
    return person and entity.spoke and entity.gender is None


def _body_of(behind: list[Entity], sentence: int) -> Entity | None:
    """The body a translated `he` may mean: the last of all, in this sentence or the one before,
    that has spoken or is of a kind that publishes."""
    last = behind[-1] if behind else None
    if last is None or not last.is_body or sentence - last.told.sentence > 1:
        return None
    entry = last.who.entry
    writes = entry is not None and entry.type in _READERS and last.told.rank == 0
    return last if last.spoke or writes else None


def _cheapest(
    entities: Iterable[Entity], sentence: int, gender: str | None, reach: float
) -> Entity | None:
    priced = sorted(
        ((price(e, sentence, gender), -e.told.offset, e) for e in entities), key=lambda p: p[:2]
    )
    if not priced or priced[0][0] > reach:
        return None
    best = priced[0][2]
    if len(priced) > 1 and priced[1][0] == priced[0][0]:
        rival = priced[1][2]
        if best.joined and rival.joined and best.told.sentence == rival.told.sentence:
            return None
    return best


def price(entity: Entity, sentence: int, gender: str | None = None) -> float:
    """How far somebody is from a mention in a sentence; the lowest price is meant."""
    told, known = entity.told, limits()
    cost = sentence - told.sentence + (0.0, known.depth_of, known.depth_deep)[told.rank]
    if entity.silent:
        cost += known.silent
    elif entity.spoke:
        cost -= known.spoke
    if gender is not None and entity.gender == gender:
        cost -= known.fits
    return cost


def text_meant(parse: Parse, word: Word, memory: Memory) -> Entity | None:
    """Whom or what a personal pronoun of any text means, None when nothing decides."""
    named, known = word.lower, limits()
    if named in HE | SHE:
        gender = "m" if named in HE else "f"
        near = memory.lately(word.sentence, known.person_reach)
        people = [e for e in near if _is_man(e) and e.gender in (None, gender)]
        best = _nearest(parse, word, people, memory, gender)
        if best is not None:
            best.gender, best.kind = gender, PERSON
        return best
    if named in word_class("of_us") or word.is_expletive or word.is_relative:
        return None
    if named in THEY:
        near = memory.lately(word.sentence, known.several_reach)
        people = [e for e in near if e.many and e.kind == PERSON]
        bodies = [e for e in near if e.kind == BODY]
        return _nearest(parse, word, people or bodies, memory)
    if named in IT:
        near = memory.lately(word.sentence, known.body_reach)
        return _nearest(parse, word, [e for e in near if e.kind != PERSON and not e.many], memory)
    return None


def _is_man(entity: Entity) -> bool:
    """Whether something that is named may be a man or a woman."""
    return not entity.many and (entity.kind == PERSON or (entity.named and entity.kind == THING))


def _barred(parse: Parse, word: Word, memory: Memory) -> Entity | None:
    """Whom an object cannot mean: the subject of its own verb (`Koval saw her`)."""
    if word.rel not in ("obj", "iobj", "obl") or word.lower in word_class("reflexives"):
        return None
    subject = parse.child(word.head, "nsubj")
    return memory.meant.get(subject.i) if subject is not None else None


def _nearest(
    parse: Parse, word: Word, found: list[Entity], memory: Memory, gender: str | None = None
) -> Entity | None:
    known = limits()

    def price(entity: Entity) -> tuple[float, int]:
        cost = float(word.sentence - entity.seen.sentence)
        cost -= known.subject if entity.seen.rank == SUBJECT else 0.0
        cost -= known.same_gender if gender and entity.gender == gender else 0.0
        cost -= known.again * min(len(entity.mentions) - 1, known.again_most)
        cost -= known.named if entity.named else 0.0
        return cost, -entity.seen.offset

    barred = _barred(parse, word, memory)
    return min((e for e in found if e is not barred), key=price, default=None)
