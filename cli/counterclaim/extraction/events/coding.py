"""The one main event of a claim: what is said to happen or hold, who does it, to whom.

Cues nominate predicates, the words they govern confirm them, and the most specific of those
nearest to the head of the claim is meant: what stands in a subordinate clause ("after troops
advanced") is background to what the main clause says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from counterclaim.extraction.entities.model import Entities
from counterclaim.extraction.entities.named_parties import Named, NamedParties, Party
from counterclaim.extraction.events.actors import assign, to_actor
from counterclaim.extraction.events.further import find_further, told_links
from counterclaim.extraction.events.heads import HeadReading, head_predication
from counterclaim.extraction.events.nominations import CLAUSES, Content, Match, acting_in
from counterclaim.extraction.events.roles import find_roles
from counterclaim.extraction.events.tolls import is_borne_by, toll_told
from counterclaim.extraction.events.topics import without_event
from counterclaim.extraction.grammar.arguments import patients, phrase
from counterclaim.extraction.grammar.conditions import is_event
from counterclaim.extraction.grammar.mood import is_future
from counterclaim.extraction.grammar.voice import case_of
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.knowledge.predicates import FALLBACK, PLANNED, family, load_predicates, load_words
from counterclaim.language.tree import Parse, Word
from counterclaim.records import Event, FurtherEvent, Span

_IN = word_class("in_the_course_of")
FORWARD = ("intends", "predicts")


def code_event(
    parse: Parse,
    spans: tuple[Span, ...],
    *,
    actors: Sequence[ActorMention] = (),
    source_side: str | None = None,
    stance: str = "asserts",
) -> Event:
    """Code the main event of the claim at `spans` (code points, half open) of a parsed text.

    `actors` are the actors named in the text (`scan_actors`), `source_side` is the side of who
    claims it, which "the enemy" and "our troops" depend on. "Russian troops have advanced into
    Lyman" gives type "advance" with the initiator's side "russia"; words that no predicate
    covers give "statement".
    """
    return Coder(parse, actors).code(spans, source_side=source_side, stance=stance)


class Coder:
    """Codes the claims of one article, whose cues it looks for only once: a clause is often asked
    for its type before it is known whose claim it is."""

    def __init__(
        self, parse: Parse, actors: Sequence[ActorMention], entities: Entities | None = None
    ) -> None:
        self._parse, self._named = parse, Named(actors, entities)
        self._ranked: dict[tuple[Span, ...], tuple[Content, list[Match]]] = {}

    def type_of(self, spans: tuple[Span, ...]) -> str:
        """The type of event that the words at `spans` assert; an aim or a judgement that holds no
        event is none."""
        content, ranked = self._rank(spans)
        if not ranked:
            return FALLBACK
        kind, _ = _typed(content, ranked, "asserts")
        kinds = (m.cue.predicate for m in ranked[1:] if not m.cue.weak)
        holds = any(inner not in family("speech") for inner in kinds)
        return kind if holds or kind not in family("empty") else FALLBACK

    def code(
        self,
        spans: tuple[Span, ...],
        *,
        source_side: str | None = None,
        stance: str = "asserts",
        army: bool = False,
    ) -> Event:
        """The event of the claim at `spans`; see `code_event`. `army`: an army claims it."""
        content, ranked = self._rank(spans)
        parties = NamedParties(self._parse, self._named, source_side, content.members, army=army)
        if not ranked:
            return Event(without_event(content, parties, stance))
        return _code(content, ranked, parties, stance)

    def further(
        self, spans: tuple[Span, ...], main: Event, *, source_side: str | None = None
    ) -> tuple[FurtherEvent, ...]:
        """The events that the claim at `spans` tells beside its `main` one, in text order."""
        content, ranked = self._rank(spans)
        if not ranked or main.type == PLANNED or main.role("negated"):
            return ()
        parties = NamedParties(self._parse, self._named, source_side, content.members)
        return find_further(content, ranked, main, parties)

    def _rank(self, spans: tuple[Span, ...]) -> tuple[Content, list[Match]]:
        if spans not in self._ranked:
            content = Content(self._parse, spans)
            ranked = rank_events(content, NamedParties(self._parse, self._named))
            if ranked and _is_background(content, ranked[0]):
                ranked = [m for m in ranked if m.cost < limits().far]
                ranked = [m for m in ranked if not _is_background(content, m)]
            self._ranked[spans] = content, ranked
        return self._ranked[spans]


def _typed(content: Content, ranked: list[Match], stance: str) -> tuple[str, str | None]:
    """The type of the main event, and of the one that it wraps."""
    event_type = ranked[0].cue.predicate
    attempted = load_predicates()[event_type].attempted
    if attempted and _is_attempt(content.parse, ranked[0].anchor):
        event_type = attempted
    wrapped = _wrapped(event_type, ranked, content, stance)
    return (PLANNED if event_type == wrapped else event_type), wrapped


def _code(content: Content, ranked: list[Match], parties: NamedParties, stance: str) -> Event:
    parse, main = content.parse, ranked[0]
    event_type, wrapped = _typed(content, ranked, stance)
    same = [m for m in ranked[1:] if _is_same_event(parse, main, m)]
    initiator, target = _parties(parse, main, same, parties, event_type)
    roles: dict[str, Any] = find_roles(content, main, event_type, same)
    if event_type in family("accusing"):
        initiator, target = _accused(roles, initiator, target)
    cause = _cause(content, ranked) if event_type in family("toll") else None
    if cause is not None:
        roles["cause"] = cause.cue.predicate
        initiator = initiator or assign(parse, cause, parties, cause.cue.predicate)[0]
    if wrapped is not None:
        roles["wrapped"] = wrapped
    return Event(event_type, to_actor(initiator), to_actor(target), tuple(sorted(roles.items())))


def _parties(
    parse: Parse, main: Match, same: list[Match], parties: NamedParties, event_type: str
) -> tuple[Party | None, Party | None]:
    """Initiator and target; those of a bare attack count for its means, the dead for a strike."""
    initiator, target = assign(parse, main, parties, event_type)
    for base in same:
        other = assign(parse, base, parties, base.cue.predicate)
        initiator, target = initiator or other[0], target or other[1]
    return initiator, target


def _accused(
    roles: dict[str, Any], accuser: Party | None, accused: Party | None
) -> tuple[Party | None, None]:
    """The initiator of what somebody is accused of: the accused, or who takes it upon himself."""
    if roles.get("kind") == "responsibility":
        return accuser or accused, None
    if accuser is not None:
        roles["accuser"] = accuser.name
    return accused, None


def _is_same_event(parse: Parse, main: Match, other: Match) -> bool:
    """Tell whether another cue speaks of the main event: it names it loosely, or its toll."""
    if other.cue.predicate in family("toll"):
        return _is_violent(main) and (
            _does(parse, main, other) or _hangs_on(parse, other, main, ("advcl", "acl"))
        )
    loosely = main.cue.predicate in load_predicates()[other.cue.predicate].finer
    return loosely and _hangs_on(parse, main, other)


def _is_background(content: Content, match: Match) -> bool:
    """Tell whether a cue only tells when or why the main clause is so ("since the war began")."""
    parse, word = content.parse, match.anchor
    words = load_words().sets
    for above in parse.ancestors(word):
        if above.i not in content.members:
            return False
        opened = any(w.lower in words["circumstance"] for w in parse.children(word.i, "mark"))
        if word.rel == "advcl" and above.lemma not in words["light_verbs"] and opened:
            return True
        lent = above.lemma in words["light_verbs"] or is_event(parse, above)
        if word.rel in ("obl", "nmod") and case_of(parse, word) in words["background_cases"]:
            return not lent
        word = above
    return False


def rank_events(content: Content, parties: NamedParties) -> list[Match]:
    """The confirmed cues of a claim, the one that names its main event first."""
    acting = acting_in(content, parties)
    found = [m for m in content.matches(acting) if not _only_names_arms(content, m)]
    told = head_predication(content, acting)
    if told.match is None and told.at is None:
        return []
    scored = sorted((_score(content, m), m.words.start, i) for i, m in enumerate(found))
    ranked = [found[i] for _, _, i in scored]
    ranked = _led(content, ranked, told)
    better = _refinement(content, ranked) if ranked else None
    if better is not None:
        ranked = [better, *(m for m in ranked if m is not better)]
    toll = toll_told(content.parse, ranked) if ranked else None
    return ranked if toll is None else [toll, *(m for m in ranked if m is not toll)]


def _led(content: Content, ranked: list[Match], told: HeadReading) -> list[Match]:
    """The cues with what the head predication tells before all others; where it only hands on to a
    word, with the first cue of that word's phrase."""
    first = told.match
    if first is None and told.passed and told.at is not None:
        below = {w.i for w in phrase(content.parse, told.at)} if told.at.is_noun else {told.at.i}
        first = next((m for m in ranked if m.anchor.i in below and not m.cue.weak), None)
    if first is None:
        return ranked
    if told.failed:
        first = _in_vain(first)
    # What a word tells by its frame it tells alone, unless it only wraps what its cues tell.
    alone = first.cue.predicate not in family("wrapping")
    rest = (m for m in ranked if m is not first and not (alone and m.anchor.i == first.anchor.i))
    return [first, *rest]


def _in_vain(match: Match) -> Match:
    """What was tried in vain is another event, if one that failed has a name of its own."""
    failed = load_predicates()[match.cue.predicate].failed
    if failed is None:
        return match
    return replace(match, cue=replace(match.cue, predicate=failed, agent="target"), vain=True)


def _only_names_arms(content: Content, match: Match) -> bool:
    """Tell whether a weapon is named that nobody fires: "bought missiles" tells of no strike."""
    top, above = content.top, content.parse.head(match.anchor)
    if not match.cue.arms or above is None or (top is not None and match.anchor.i == top.i):
        return False
    held = match.anchor.rel in ("obj", "nmod") or match.anchor.dep == "nsubj:pass"
    return held and _is_mentioned(content.parse, match)


def _is_violent(match: Match) -> bool:
    return match.cue.predicate in family("deadly")


def _does(parse: Parse, match: Match, main: Match) -> bool:
    """Tell whether a cue names what does the main verb, or in what its subject did it."""
    word = match.anchor
    for above in [*islice(parse.ancestors(word), 4)]:
        if above.i == main.anchor.i:
            return word.rel == "nsubj" or (word.rel == "obl" and case_of(parse, word) in _IN)
        if word.rel in CLAUSES or word.rel == "conj":
            return False
        word = above
    return False


def _cause(content: Content, ranked: list[Match]) -> Match | None:
    """What a toll is said to come from: "killed when a shell hit the bus" gives "shell"; the
    victims ("killed six gunmen") are no cause, nor is what was done besides."""
    main = ranked[0]
    causes = (m for m in ranked[1:] if _is_violent(m) and _is_below(content, m, main))
    return next((m for m in causes if not _is_victim(content.parse, m, main)), None)


def _is_victim(parse: Parse, match: Match, main: Match) -> bool:
    """Tell whether a cue names the dead, not what killed them: "six in an attack" names both."""
    inside = match.anchor.rel == "nmod" and case_of(parse, match.anchor) in _IN
    return not inside and _is_patient(parse, match.anchor, main.anchor)


def _is_below(content: Content, match: Match, main: Match) -> bool:
    """Tell whether a cue stands in the clause of the main event, or in one that tells when or how
    that came."""
    own = content.parse.subtree(main.anchor.i, without=("parataxis", "conj"))
    if match.anchor.i in {w.i for w in own} or is_borne_by(content.parse, main, match):
        return True
    links = told_links(content, match, main)
    return any(w.rel not in ("conj", "parataxis") or _opens_late(content, w) for w in links)


def _opens_late(content: Content, verb: Word) -> bool:
    """Tell whether "after" or "when" opens a clause that was read as joined."""
    before = [w for w in content.parse.subtree(verb.i) if w.i < verb.i]
    return any(w.lower in load_words().sets["circumstance"] for w in before)


def _refinement(content: Content, ranked: list[Match]) -> Match | None:
    """The means of a bare attack: "attacked with grenades" and "warplanes attacked" say more."""
    main = ranked[0]
    over = next((m for m in ranked if main.cue.predicate in m.cue.over), None)
    if over is not None:
        return over
    finer = load_predicates()[main.cue.predicate].finer
    loose = [m for m in ranked if m.cue.predicate == main.cue.predicate and m.cost < limits().far]
    means = [m for m in ranked[1:] if m.cue.predicate in finer and m.anchor not in content.behind]
    if main.cue.wraps:  # "agreed to a truce" is of the truce, "agreed to free them" of no freeing
        means = [m for m in means if not m.anchor.is_verb]
    return next((m for m in means if any(_details(content.parse, m, o) for o in loose)), None)


def _details(parse: Parse, match: Match, main: Match) -> bool:
    """Tell whether a cue says how a loosely named event was done: "attacked it, shelling a camp",
    "the attacks were carried out with grenades". What is destroyed is no means: "an air-defence
    system"."""
    word, verb = match.anchor, parse.head(main.anchor)
    if main.cue.predicate in family("consuming") and _is_patient(parse, word, main.anchor):
        return False
    if word.rel == "advcl" and word.is_present_participle and word.head == main.anchor.i:
        return True
    light = verb is not None and verb.lemma in load_words().sets["light_verbs"]
    if light and verb is not None and main.anchor.rel == "nsubj" and word.head == verb.i:
        return word.rel == "obl"
    return _hangs_on(parse, match, main)


def _is_patient(parse: Parse, word: Word, verb: Word) -> bool:
    """Tell whether a word belongs to what a verb acts on."""
    return any(word.i in {w.i for w in phrase(parse, head)} for head in patients(parse, verb))


def _hangs_on(parse: Parse, match: Match, main: Match, over: tuple[str, ...] = ()) -> bool:
    """Tell whether a cue stands in the phrase of another, with no clause but `over` between."""
    chain = [match.anchor, *islice(parse.ancestors(match.anchor), 3)]
    for word in chain:
        if word.i == main.anchor.i:
            return True
        if (word.rel in CLAUSES or word.rel == "conj") and word.rel not in over:
            return False
    return False


def _score(content: Content, match: Match) -> float:
    """How far a cue is from being the main event: less is nearer."""
    predicate = load_predicates()[match.cue.predicate]
    score = match.cost + limits().specificity * predicate.rank
    if match.cue.weak or _is_mentioned(content.parse, match):
        score += limits().weak
    wraps = match.cue.wraps or (predicate.kind == "attitude" and not match.cue.weak)
    if wraps and match.cost <= 1.0:
        score -= limits().wrapping
    return score


def _is_mentioned(parse: Parse, match: Match) -> bool:
    """Tell whether a cue only says of what kind a thing is ("combat vehicles"), or names a weapon
    that nobody fires ("bought missiles")."""
    word = match.anchor
    above = parse.head(word)
    if above is None or above.i in match.words:
        return False
    if word.rel in ("compound", "amod") and above.is_common:
        return not is_event(parse, above)
    return match.cue.arms and not _is_used(parse, word, above)


def _is_used(parse: Parse, weapon: Word, above: Word) -> bool:
    """Tell whether a weapon is fired, or what it is named beside happens by it; of "a series of
    missiles" the series."""
    while weapon.rel == "nmod" and above.lemma in load_words().sets["quantifiers"]:
        weapon, higher = above, parse.head(above)
        if higher is None:
            return True
        above = higher
    if weapon.rel == "obj" or weapon.dep == "nsubj:pass":
        return above.lemma in load_words().sets["firing"]
    if weapon.rel == "nmod":
        return is_event(parse, above)
    return True


def _is_attempt(parse: Parse, word: Word) -> bool:
    """Tell whether a capture was only tried: the attempt is an attack."""
    above = parse.head(word)
    tried = above is not None and above.lemma in load_words().sets["attempts"]
    return tried and word.rel in ("xcomp", "acl", "advcl", "ccomp")


def _wrapped(event_type: str, ranked: list[Match], content: Content, stance: str) -> str | None:
    """The event inside an intent, accusation or appeal; of a threat, the event itself."""
    predicates = load_predicates()
    if predicates[event_type].kind == "attitude" or ranked[0].cue.wraps:
        inner = (m.cue.predicate for m in ranked[1:])
        passed = {event_type, *ranked[0].cue.over}
        return next(
            (p for p in inner if predicates[p].kind != "attitude" and p not in passed), None
        )
    top, hostile = content.top, event_type in family("hostile")
    if stance not in FORWARD or not hostile or top is None or not ranked[0].anchor.is_verb:
        return None
    return event_type if is_future(content.parse, top) else None
