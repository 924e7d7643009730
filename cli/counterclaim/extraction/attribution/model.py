"""What the attribution rules find: source, cue and content (PARC 3.0), as spans of the text."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.records.model import Span

COLON = "colon"
"""The rule of who speaks behind a name and a colon."""

ANAPHOR, OF_ARTICLE = "anaphor", "anaphor of the article"
"""What rules end in that take up a claim (`Hamas denied this`), or what the article tells."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution.

    `content` has several spans when the words come in pieces; `rule` names the rule that found
    it; `lemma` is the cue's dictionary form ("say", "according to"; "" for speech that goes on
    without a cue). `source` is the mention next to the cue (a pronoun stays a pronoun) and may be
    absent ("is said to"). `relays` are channels named with the cue ("told AFP", "on Telegram").
    `clause` is the cue clause: where the day of speaking stands. `answers` is the content of the
    attribution that this one takes up (`Hamas denied this`); `pronoun` is the relative pronoun
    beside the cue (`the mayor, who said …`), where `source` is what it stands for.
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    lemma: str
    rule: str
    unit: int
    cue_word: int | None = None
    speech: bool = False
    noun: bool = False
    stance: str = "asserts"
    hedged: bool = False
    clause: Span | None = None
    relays: tuple[Span, ...] = ()
    answers: tuple[Span, ...] = ()
    pronoun: Span | None = None

    @property
    def start(self) -> int:
        return self.content[0][0]

    @property
    def end(self) -> int:
        return self.content[-1][1]

    @property
    def size(self) -> int:
        return sum(b - a for a, b in self.content)

    def goes_on(
        self, content: tuple[Span, ...], rule: str, unit: int, *, speech: bool = False
    ) -> Attribution:
        """More words of the same source, which have no cue of their own."""
        source, clause = self.source, self.clause
        return Attribution(content, None, source, "", rule, unit, speech=speech, clause=clause)
