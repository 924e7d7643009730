"""Reporting cues: verbs, nouns and prepositions that introduce words, and hedges that hold back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from counterclaim.knowledge.load import read_yaml
from counterclaim.records.model import Span
from counterclaim.resources import data_path


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb that reports. `frames` say how its content follows (data/cues/verbs.yaml); `negated`
    is its stance under negation ("could not verify": doubts), None when it then reports nothing.
    """

    lemma: str
    stance: str = "asserts"
    frames: frozenset[str] = frozenset()
    speech: bool = True
    hedged: bool = False
    documents: bool = False
    negated: str | None = None
    particle: str | None = None
    stances: tuple[tuple[str, str], ...] = ()

    def stance_in(self, frame: str) -> str:
        """The stance in one frame: "call" demands with "for" and asserts otherwise."""
        return dict(self.stances).get(frame, self.stance)


@dataclass(frozen=True, slots=True)
class NounCue:
    """A noun that reports ("claim", "warning"); `document`: it can speak itself ("the report")."""

    lemma: str
    stance: str = "asserts"
    frames: frozenset[str] = frozenset()
    speech: bool = True
    hedged: bool = False
    document: bool = False


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge in a text (offsets in code points, half open) and how far it reaches: clause,
    phrase (the words next to it) or source (nobody says who reports it).
    """

    start: int
    end: int
    text: str
    scope: str


class Cues:
    """All cues of data/cues; see `load_cues`."""

    def __init__(self) -> None:
        self._verbs: dict[tuple[str, str | None], VerbCue] = {}
        for cue in _verb_cues(read_yaml(data_path("cues", "verbs.yaml"))):
            key = (cue.lemma, cue.particle)
            old = self._verbs.get(key)
            self._verbs[key] = _joined(old, cue) if old else cue
        self._nouns: dict[str, NounCue] = {}
        for noun in _noun_cues(read_yaml(data_path("cues", "nouns.yaml"))):
            self._nouns.setdefault(noun.lemma, noun)
        self._adjectives: dict[str, NounCue] = {}
        for adjective in _noun_cues(read_yaml(data_path("cues", "adjectives.yaml")), "adjectives"):
            self._adjectives.setdefault(adjective.lemma, adjective)
        rows = read_yaml(data_path("cues", "prepositions.yaml"))["prepositions"]
        self.prepositions: tuple[str, ...] = tuple(sorted(rows, key=lambda p: (-len(p), p)))
        self._hedges, self._not_hedges = _hedge_patterns(
            read_yaml(data_path("cues", "hedges.yaml"))
        )

    @property
    def verbs(self) -> tuple[VerbCue, ...]:
        """Every verb, sorted."""
        return tuple(self._verbs[key] for key in sorted(self._verbs, key=str))

    @property
    def nouns(self) -> tuple[NounCue, ...]:
        """Every noun, sorted."""
        return tuple(self._nouns[key] for key in sorted(self._nouns))

    @property
    def adjectives(self) -> tuple[NounCue, ...]:
        """Every adjective, sorted."""
        return tuple(self._adjectives[key] for key in sorted(self._adjectives))

    def verb(self, lemma: str, particle: str | None = None) -> VerbCue | None:
        """The cue of a verb: ``verb("deny").stance == "denies"``, ``verb("point", "out")``.

        A particle that makes no verb of its own is ignored ("tell off" is found as "tell").
        """
        for form in _spellings(lemma.lower()):
            if cue := self._verbs.get((form, particle)) or self._verbs.get((form, None)):
                return cue
        return None

    def noun(self, lemma: str) -> NounCue | None:
        """The cue of a noun: ``noun("denial").stance == "denies"``."""
        return self._nouns.get(lemma.lower())

    def adjective(self, lemma: str) -> NounCue | None:
        """The cue of an adjective after "be": ``adjective("sceptical").stance == "doubts"``."""
        return self._adjectives.get(lemma.lower())

    def hedges(self, text: str) -> list[Span]:
        """Where a text holds back, left to right: "may have", "reportedly", "reports of".

        >>> load_cues().hedges("In May they may have left.")
        [(12, 20)]
        """
        return [(hedge.start, hedge.end) for hedge in self.find_hedges(text)]

    def find_hedges(self, text: str) -> list[Hedge]:
        """The same with words and scope."""
        barred = [match.span() for match in self._not_hedges.finditer(text)]
        found = []
        for match in self._hedges.finditer(text):
            start, end = match.span()
            if not any(start < last and first < end for first, last in barred):
                scope = (match.lastgroup or "").split("_")[0]
                found.append(Hedge(start, end, match.group(), scope))
        return found


def _verb_cues(data: Any) -> list[VerbCue]:
    cues = []
    for group in data["groups"]:
        shared = VerbCue(
            "",
            group.get("stance", "asserts"),
            frozenset(group["frames"]),
            group.get("speech", True),
            group.get("hedged", False),
            group.get("documents", False),
            group.get("negated"),
        )
        for item in group["verbs"]:
            lemma, particle = (
                (item, None) if isinstance(item, str) else (item["lemma"], item["particle"])
            )
            cues.append(replace(shared, lemma=lemma, particle=particle))
    return cues


def _joined(old: VerbCue, new: VerbCue) -> VerbCue:
    """One verb in two classes: the first gives its nature, frames add up."""
    added = tuple(
        (f, new.stance) for f in sorted(new.frames - old.frames) if new.stance != old.stance
    )
    return replace(
        old,
        frames=old.frames | new.frames,
        documents=old.documents or new.documents,
        negated=old.negated or new.negated,
        stances=old.stances + added,
    )


def _noun_cues(data: Any, key: str = "nouns") -> list[NounCue]:
    return [
        NounCue(
            lemma,
            group.get("stance", "asserts"),
            frozenset(group["frames"]),
            group.get("speech", True),
            group.get("hedged", False),
            group.get("document", False),
        )
        for group in data["groups"]
        for lemma in group[key]
    ]


def _hedge_patterns(data: Any) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One alternation for all hedges, whose group names begin with the scope; one for bars."""
    branches = []
    for i, group in enumerate(data["hedges"]):
        flags = "" if group["case"] else "i"
        body = "|".join(pattern.replace(" ", r"\s+") for pattern in group["patterns"])
        branches.append(f"(?P<{group['scope']}_{i}>(?{flags}:{body}))")
    # In a group longer phrases stand first; later groups hold those that begin with a bare word.
    hedges = re.compile(r"(?<![\w-])(?:" + "|".join(reversed(branches)) + r")(?![\w-])")
    barred = "|".join(pattern.replace(" ", r"\s+") for pattern in data["not_hedges"])
    return hedges, re.compile(rf"\b(?:{barred})\b", re.IGNORECASE)


def _spellings(lemma: str) -> tuple[str, ...]:
    """A lemma and what a lemmatiser may have meant by it ("insiste", "conced", "continued")."""
    endings = (end for end in ("ing", "ed", "es", "s", "e") if lemma.endswith(end))
    bare = lemma.removesuffix(next(endings, ""))
    return (lemma, lemma + "e", bare, bare + "e")


@cache
def load_cues() -> Cues:
    """The cues, read once.

    >>> load_cues().verb("concede").stance
    'confirms'
    """
    return Cues()
