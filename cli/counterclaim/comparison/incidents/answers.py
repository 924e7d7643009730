"""Denials and doubts, and the claims they answer: an allegation and its denial always meet."""

from __future__ import annotations

from counterclaim.comparison.axes.occurrence import of_degree, of_one_harm
from counterclaim.comparison.axes.territory import thing
from counterclaim.comparison.incidents.admission import Incident, long_before
from counterclaim.comparison.incidents.bonds import (
    ELSEWHERE,
    OPEN,
    STATED,
    SUPPOSED,
    WIDE,
    WITHIN,
    place_bond,
    truce_and_arms,
)
from counterclaim.comparison.pairs.gates import meet
from counterclaim.comparison.pairs.judging import weigh
from counterclaim.comparison.prepared.claim import (
    Finding,
    Ground,
    Pair,
    PreparedClaim,
    one_party,
)
from counterclaim.comparison.prepared.denied import doubt_in
from counterclaim.comparison.prepared.words import (
    names_side,
    of_the_rest,
    read_predicated,
    says_little,
)
from counterclaim.comparison.types import NARRATOR_SIDE, World
from counterclaim.knowledge.predicates import FALLBACK, family

_AXIS = "occurrence"
_DEEDS = ("violence", "deadly", "damaging", "authored")
_THERE = (STATED, SUPPOSED, WITHIN, WIDE, OPEN)
_PLACED = ("ground", "strike", "violence", "damaging")  # of these everybody tells many
_ACCUSING = ("violence", "deadly", "counted", "damaging", "authored", "opinion")


def find_reply(
    a: PreparedClaim, b: PreparedClaim, world: World, found: Incident | str
) -> Finding | None:
    """Say how a denial or doubt and a claim that it may answer stand; None: neither answers.

    >>> find_reply(survivor_tells_of_killings, rsf_denies_any_violations, world, "").reason
    'casualties: said ⇄ denied'
    """
    if (a.negative, a.doubted) == (b.negative, b.doubted) or a.source == b.source:
        return None
    reply, told = (a, b) if a.negative or a.doubted else (b, a)
    if told.negative or told.doubted or not _of_other_sides(reply, told):
        return None
    if isinstance(found, Incident) and long_before(found):
        return None
    if reply.value(of_the_rest, world.rules):
        return None
    pair = found.pair if isinstance(found, Incident) else _bare(a, b, world)
    if not pair.meeting.answered and not _told_again(reply, told, found):
        return None
    named = told.kind.replace("_", " ")
    if _was_not_there(reply, told, pair):
        return Finding("tension", _AXIS, f"{named}: said ⇄ not there", "weak")
    if not _answers(reply, told, pair, found):
        aside = _is_aside(reply, told, found)
        said = f"{named}: said ⇄ {'doubted' if reply.doubted else 'denied'} beside it"
        return Finding("tension", _AXIS, said, "weak", "happening") if aside else None
    if reply.doubted:
        doubt = doubt_in(reply.claim)
        return Finding("tension", _AXIS, f"{named}: said ⇄ doubted", "weak", doubt)
    return weigh(Finding("contradicts", _AXIS, f"{named}: said ⇄ denied"), pair)


def _was_not_there(reply: PreparedClaim, told: PreparedClaim, pair: Pair) -> bool:
    """Tell whether who is named as the doer of a deed says that he has nobody where it was done."""
    absent = reply.negative and reply.kind in family("presence") and pair.one_article
    own = bool(reply.author) and told.author == reply.author == reply.speaker
    if not (absent and own and any(pair.axes.of(name, told.kind) for name in _PLACED)):
        return False
    return place_bond(pair.a, pair.b, pair.world) in _THERE


def _told_again(reply: PreparedClaim, told: PreparedClaim, found: Incident | str) -> bool:
    """Tell whether the enemy tells again of what a denial takes up in the words of another."""
    if not isinstance(found, Incident) or not found.sure or not found.pair.across:
        return False
    return found.pair.world.rules.incidents.kin(reply.kind, told.kind)


def _of_other_sides(reply: PreparedClaim, told: PreparedClaim) -> bool:
    return reply.speaker is None or reply.speaker != told.speaker


def _answers(reply: PreparedClaim, told: PreparedClaim, pair: Pair, found: Incident | str) -> bool:
    if pair.one_article and reply.doubted and pair.meeting.near:
        return _doubts(reply, told, pair)
    if reply.claim.stance == "denies" and pair.one_article and _blank(reply, pair):
        return _accused(reply, told, pair) or _said_before(reply, told, pair)
    if not isinstance(found, Incident) or not _of_one_thing(reply, told, pair):
        return False
    if _denies_deed(reply, told, found):
        return True
    author, sufferer = told.author, told.sufferer
    if pair.downed:
        author, sufferer = sufferer, author
    known = bool(pair.one(reply.author, author) or pair.one(reply.sufferer, sufferer))
    if reply.kind == told.kind and pair.axes.of("speech", reply.kind):
        return _repeats(reply, found, pair.thresholds.far_share)
    if reply.kind == told.kind or pair.downed:
        near = "near" in found.bonds and ELSEWHERE not in found.bonds
        here = pair.one_article or pair.across or found.placed or found.common.rare
        placed = any(pair.axes.of(name, told.kind) for name in _PLACED)
        return (known and (here or not placed)) or near or _like(found, pair.thresholds.far_share)
    named = told.kind == FALLBACK and names_side(told, reply.speaker)
    limits = pair.thresholds
    like = _repeats(reply, found, limits.far_share if named else limits.alone_share)
    return like and (reply.claim.stance in ("denies", "doubts") or known)


def _denies_deed(reply: PreparedClaim, told: PreparedClaim, found: Incident) -> bool:
    """Tell whether who is named as the doer denies a deed of the kind: "being behind it"."""
    pair = found.pair
    deeds = all(any(pair.axes.of(n, k) for k in s.kinds for n in _DEEDS) for s in (reply, told))
    if reply.claim.stance != "denies" or not deeds or ELSEWHERE in found.bonds:
        return False
    accused = (
        pair.one(told.author, reply.speaker) and pair.one(reply.author, told.author) is not False
    )
    return bool(accused) and (pair.one_article or found.common.rare)


def _is_aside(reply: PreparedClaim, told: PreparedClaim, found: Incident | str) -> bool:
    """Tell whether another side denies something of the kind close to what is told."""
    if not isinstance(found, Incident) or "near" not in found.bonds:
        return False
    rules = found.pair.world.rules
    if rules.axes.of("speech", reply.kind) and reply.value(read_predicated, rules):
        return False  # it says what it denies
    kin = found.pair.world.rules.incidents.kin(reply.kind, told.kind)
    if told.kind in family("truce"):
        return False
    if (not kin or told.kind == FALLBACK) and not _takes_up(reply, told, found.pair):
        return False
    if "days_apart" in found.bonds or truce_and_arms(reply, told):
        return False
    return not one_party(reply, told) and _of_one_thing(reply, told, found.pair)


def _takes_up(reply: PreparedClaim, told: PreparedClaim, pair: Pair) -> bool:
    """Tell whether a denial or doubt stands right behind what somebody has said, whatever it is."""
    gap = reply.claim.spans[0][0] - max(end for _, end in told.claim.spans)
    said = told.entry.group != NARRATOR_SIDE and reply.claim.stance in ("denies", "doubts")
    others = pair.one(told.author, reply.speaker) is False
    return said and not others and pair.one_article and 0 <= gap < pair.thresholds.bare_distance


def _of_one_thing(reply: PreparedClaim, told: PreparedClaim, pair: Pair) -> bool:
    """A denial of one harm, or about a part, says nothing of another harm, or of the whole; numbers
    are compared as numbers.
    """
    part = pair.part is not None and (pair.part == "a") == (reply is pair.a)
    if of_degree(reply, told, pair):
        return False
    return pair.same_actors and not part and of_one_harm(pair) and thing(reply) == thing(told)


def _like(found: Incident, share: float) -> bool:
    common = found.common
    return common.weight >= found.pair.thresholds.kin_weight and common.share >= share


def _repeats(reply: PreparedClaim, found: Incident, share: float) -> bool:
    """Tell whether a reply takes up the words of a claim; one that says something of a thing, what
    it says, too: "the factory was civilian" and "the factory burned" are of one factory only.
    """
    said = reply.value(read_predicated, found.pair.world.rules)
    spoken = found.pair.axes.of("speech", reply.kind)
    return _like(found, share) and not (spoken and said and said.isdisjoint(found.common.words))


def _blank(reply: PreparedClaim, pair: Pair) -> bool:
    """Tell whether a denial names no event of its own: "any violations", "his account"."""
    return pair.axes.of("speech", reply.kind) and says_little(reply, pair.world.rules)


def _accused(reply: PreparedClaim, told: PreparedClaim, pair: Pair) -> bool:
    """A bare denial answers whoever tells of a deed of the denier's, or of nobody named."""
    deed = any(pair.axes.of(name, kind) for kind in told.kinds for name in _ACCUSING)
    by = pair.one(told.author, reply.speaker)
    harmed = pair.one(told.sufferer, reply.speaker)
    return bool(reply.speaker) and deed and by is not False and not harmed


def _said_before(reply: PreparedClaim, told: PreparedClaim, pair: Pair) -> bool:
    """Tell whether a side rejects what another has told right before: "called it a lie"."""
    gap = reply.claim.spans[0][0] - max(end for _, end in told.claim.spans)
    named = not pair.world.rules.vocabulary.tellings.isdisjoint(reply.words)
    own = named or pair.one(told.author, reply.speaker) is not False
    near = own and 0 <= gap < pair.thresholds.bare_distance
    return near and not pair.axes.of("speech", told.kind)


def _doubts(reply: PreparedClaim, told: PreparedClaim, pair: Pair) -> bool:
    """A doubt is cast on what of its kind stands near it; a bare one on the deed told before it."""
    if reply.kind == told.kind != FALLBACK:
        return True
    distance = pair.thresholds.bare_distance
    gap = reply.claim.spans[0][0] - max(end for _, end in told.claim.spans)
    bare = says_little(reply, pair.world.rules) and not pair.axes.of("speech", told.kind)
    return bare and -distance < gap < distance


def _bare(a: PreparedClaim, b: PreparedClaim, world: World) -> Pair:
    return Pair(a, b, world, Ground(None), meet(a, b, world, overlap=True))
