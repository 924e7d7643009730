"""English by machine for the gate: the forms of verbs, and small clauses in tense and voice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_VOWELS = "aeiou"


class Verbs:
    """The forms of verbs: those of a table, all others by rule."""

    def __init__(self, irregular: dict[str, list[str]], doubling: list[str]) -> None:
        self.irregular, self.doubling = irregular, frozenset(doubling)

    def forms(self, verb: str) -> tuple[str, str, str, str]:
        """Third person, past, participle and -ing.

        >>> Verbs({}, []).forms("deny")
        ('denies', 'denied', 'denied', 'denying')
        """
        if verb in self.irregular:
            third, past, participle, ing = self.irregular[verb]
            return third, past, participle, ing
        if verb.endswith("y") and verb[-2] not in _VOWELS:
            return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb[:-1]}ied", f"{verb}ing"
        third = f"{verb}es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else f"{verb}s"
        if verb.endswith("e"):
            ing = f"{verb}ing" if re.search(r"[eoy]e$", verb) else f"{verb[:-1]}ing"
            return third, f"{verb}d", f"{verb}d", ing
        stem = verb + verb[-1] if self._doubles(verb) else verb
        return third, f"{stem}ed", f"{stem}ed", f"{stem}ing"

    def _doubles(self, verb: str) -> bool:
        short = re.fullmatch(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]", verb)
        return verb in self.doubling or short is not None

    def finite(self, verb: str, tense: str, *, many: bool) -> str:
        """A verb with its particle: ``finite("take over", "perfect", many=False)``."""
        head, _, particle = verb.partition(" ")
        third, past, participle, ing = self.forms(head)
        have, be = ("have", "are") if many else ("has", "is")
        form = {
            "past": past,
            "present": head if many else third,
            "perfect": f"{have} {participle}",
            "progressive": f"{be} {ing}",
            "future": f"will {head}",
            "conditional": f"would {head}",
            "must": f"must {head}",
            "bare": head,
            "not": f"did not {head}",
        }[tense]
        return f"{form} {particle}".strip()


@dataclass(frozen=True, slots=True)
class Clause:
    """Subject, verb, object and the rest, filled in; ``many``: they take plural verbs."""

    subject: str
    subject_many: bool
    verb: str
    obj: str | None
    obj_many: bool
    rest: str

    def told(self, verbs: Verbs, tense: str) -> tuple[str, str]:
        """Subject and predicate of the clause in a tense, or in the passive."""
        if tense == "passive" and self.obj is not None:
            head, _, particle = self.verb.partition(" ")
            be = "were" if self.obj_many else "was"
            done = f"{be} {verbs.forms(head)[2]} {particle}".strip()
            return self.obj, " ".join(filter(None, (done, f"by {self.subject}", self.rest)))
        finite = verbs.finite(self.verb, tense, many=self.subject_many)
        return self.subject, " ".join(filter(None, (finite, self.obj, self.rest)))


def fill(
    row: dict[str, Any], verb: str, subject: str, *, many: bool, slots: dict[str, str]
) -> Clause:
    """The clause of a row of data/gate/variation.yaml."""
    obj = row.get("object")
    return Clause(
        subject=row["subject"].format(**slots) if "subject" in row else subject,
        subject_many=row.get("plural", False) if "subject" in row else many,
        verb=verb,
        obj=None if obj is None else obj.format(**slots),
        obj_many=row.get("many", False),
        rest=row.get("rest", "").format(**slots),
    )


def capital(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]


def possessive(words: str) -> str:
    """``possessive("officials") == "officials'"``."""
    return words + ("'" if words.endswith("s") else "'s")
