"""What the axes find of two claims, weighed: every axis is asked, the gravest answer stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from counterclaim.comparison.axes import Axis, axes_of
from counterclaim.comparison.prepared.claim import Finding, Pair
from counterclaim.comparison.types import RELATIONS, Relation
from counterclaim.knowledge.predicates import family

REPRINT = Finding("same_origin", "origin", "one utterance in two articles: it counts once")
_ARGUED = ("contradicts", "tension", "mutual_blame")
_LIKE = ("occurrence", "outcome")
_GUESSED = ("article", "context")
_UNTOLD = ("article", "speaker")
_LOCAL = ("territory", "outcome", "direction", "access", "activity")  # they measure a place
_BY_TYPE = ("occurrence", "incident")  # axes that ask what happened, not who has or did it


def judge(pair: Pair, axes: Iterable[Axis]) -> Finding | None:
    """Ask some axes, weigh what they find, and give the gravest; None: no common axis.

    It reads nothing of the two claims but what `profile_of` gives, and how they meet.
    """
    weighed = [weigh(f, pair) for axis in axes if (f := axis.compare(pair)) is not None]
    return min(weighed, key=gravity, default=None)


def ask_all(pair: Pair) -> Finding | None:
    """Ask all the axes that may read something of two claims."""
    return judge(pair, axes_of(pair.a))


def gravity(finding: Finding | Relation) -> tuple[int, bool]:
    """Order findings: the gravest first, of two alike the strong one."""
    return RELATIONS.index(finding.relation), finding.strength != "strong"


def name(finding: Finding, a: str, b: str) -> Relation:
    """Give a finding as the relation of two claims."""
    found = (finding.relation, finding.axis, finding.reason, finding.strength)
    return Relation(a, b, *found, finding.doubt, finding.incident)


def weigh(finding: Finding, pair: Pair, *, unclear: bool = False) -> Finding:
    """Lower a finding by what is uncertain in the two claims. Of one happening opposed sides may
    agree though it is `unclear` whether they name the same parties; else both can hold.
    """
    if pair.one_voice and (finding.relation in _ARGUED or _own_number(finding, pair)):
        return _one_voice(finding, pair)
    alike = finding.relation in ("agrees", "concedes") and finding.axis in _BY_TYPE
    if alike and pair.across and not _parties_known(pair):
        reason = f"{finding.reason}, parties unclear"
        if unclear:
            return replace(finding, reason=reason, strength="weak", doubt="party")
        return replace(finding, relation="compatible", reason=reason)
    if finding.relation == "agrees" and pair.across:
        finding = replace(finding, relation="concedes", reason=f"both sides: {finding.reason}")
    if finding.axis in _LOCAL and finding.relation in _ARGUED and _adrift(pair):
        reason = f"{finding.reason} (whether of one place is not told)"
        return replace(
            finding, relation="compatible", reason=reason, strength="weak", doubt="place"
        )
    if finding.relation == "contradicts" and (why := _softened(finding, pair)):
        softened = f"{finding.reason} ({why})"
        # An allegation and its denial in one article are of one place, wherever that is.
        doubt = "place" if _guessed(pair) and not pair.one_article else ""
        return replace(finding, relation="tension", reason=softened, strength="weak", doubt=doubt)
    doubt = _doubt(pair) or _loose(finding, pair)
    weak = bool(doubt) or pair.ground.supposed
    return replace(finding, strength="weak", doubt=doubt) if weak else finding


def _parties_known(pair: Pair) -> bool:
    """Tell whether opposed sides tell of one party; of what two do together it does not matter,
    nor of what is counted.
    """
    a, b = pair.a, pair.b
    if any(s.kind in family("mutual") for s in (a, b)):
        return True
    known = pair.one(a.author, b.author) or pair.one(a.sufferer, b.sufferer)
    named = a.author or b.author
    return bool(known) or not (named and pair.axes.of("hostile", a.kind))


def _one_voice(finding: Finding, pair: Pair) -> Finding:
    """A source that says otherwise later has changed its word; in one text it has nuances."""
    if not pair.meeting.same_day:
        return replace(finding, relation="update", reason=f"one source, later: {finding.reason}")
    return replace(finding, relation="compatible", reason=f"one source: {finding.reason}")


def _softened(finding: Finding, pair: Pair) -> str | None:
    """Say why two claims only strain that would otherwise contradict."""
    if _hedged(pair):
        return "hedged"
    if pair.coarse:
        return "the area is wide"
    same_words = "same words" in finding.reason
    return "the place is supposed" if pair.ground.supposed and not same_words else None


def _hedged(pair: Pair) -> bool:
    return pair.a.claim.hedged or pair.b.claim.hedged


def _doubt(pair: Pair) -> str:
    """Name what of place, time or certainty of either claim is only supposed."""
    if pair.coarse or _guessed(pair):
        return "place"
    if pair.a.window is None or pair.b.window is None:
        return "time"
    return "hedged" if _hedged(pair) else ""


def _guessed(pair: Pair) -> bool:
    """Tell whether only the article, or an earlier mention, gives one of the claims its place."""
    how = {s.entry.whereabouts.how for s in (pair.a, pair.b)}
    return pair.ground.supposed and not how.isdisjoint(_GUESSED)


def _adrift(pair: Pair) -> bool:
    """Tell whether one of two articles does not say where its claim is, but for other claims."""
    how = {s.entry.whereabouts.how for s in (pair.a, pair.b)}
    return not pair.one_article and pair.ground.supposed and not how.isdisjoint(_UNTOLD)


def _own_number(finding: Finding, pair: Pair) -> bool:
    """Tell whether one source gives two numbers in one article: it counts two things."""
    return finding.relation == "differs_in_number" and pair.one_article


def _loose(finding: Finding, pair: Pair) -> str:
    """Tell whether that two tell of the like at one place is all there is to what they share: both
    sides shell a town all week. That it is fought over, or held, is one thing whoever says so.
    """
    if finding.axis == "agent" and finding.relation == "tension":
        return "" if _pinned(pair, stated=True) else "happening"
    if finding.relation not in ("agrees", "concedes") or finding.axis not in _LIKE:
        return ""
    kinds = {pair.a.kind, pair.b.kind}
    lasting = kinds <= {*family("combat"), *family("held")}
    lasting = lasting or (len(kinds) > 1 and kinds <= {*family("ground")})
    lasting = lasting and (pair.across or not pair.ground.supposed)
    return "" if lasting or (len(kinds) == 1 and _pinned(pair)) else "happening"


def _pinned(pair: Pair, *, stated: bool = False) -> bool:
    """Tell whether both are of few days at one place that both name; `stated`: they name days."""
    windows = [s.window for s in (pair.a, pair.b) if s.window and (s.window.stated or not stated)]
    limits = pair.thresholds
    most = limits.one_event_days - 1 if stated else limits.recent_days
    short = [w.last - w.first <= most for w in windows]
    return len(short) == 2 and all(short) and not pair.ground.supposed and pair.part is None
