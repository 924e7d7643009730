"""What the words of a claim deny: a deed, one of its speaker, that a thing is there, or nothing,
since somebody merely says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from counterclaim.knowledge.comparison import Rules
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.predicates import family
from counterclaim.records import Claim

_WORD = re.compile(r"\w+")
_NOUGHTS = family("tried")  # that no defences were breached, their role says
_CLOSE = 2  # words between a negation and what it denies, and one
_BE = ("is", "was", "are", "were", "be", "been")
_AFTER = ("that", "to", "and", "but", "as")  # ... or the end
NOBODY = ("unknown", "independent", "")


def is_silent(claim: Claim, roles: Mapping[str, Any], rules: Rules) -> bool:
    """Tell whether a claim says that somebody says nothing: that denies nothing, and is no nought.

    >>> is_silent(did_not_disclose_its_losses, {"negated": True}, rules)
    True
    """
    text = claim.text.casefold()
    if claim.stance == "doubts" and any(words in text for words in rules.vocabulary.silences):
        return True
    if claim.stance in ("denies", "doubts"):
        return False
    words = _WORD.findall(text)
    if any(phrase in text for phrase in rules.vocabulary.unsaid) or _keeps_back(words, rules):
        return True
    return roles.get("negated") is True and not rules.vocabulary.disclosing.isdisjoint(words)


def _keeps_back(words: Sequence[str], rules: Rules) -> bool:
    """Tell whether words say that something is not told: "did not officially disclose"."""
    told = rules.vocabulary
    verbs = (at for at, word in enumerate(words) if word in told.disclosing)
    return any(told.denies(word) for at in verbs for word in words[max(0, at - _CLOSE) : at])


def doubt_in(claim: Claim) -> str:
    """Name what a doubt rests on: "unverified" where a third party only says that it could not
    verify what it repeats, else nothing."""
    third = claim.source.kind == "narrator" or claim.source.side in NOBODY
    cues = (word for cue in claim.stance_cues for word in _WORD.findall(cue.text.casefold()))
    checked = claim.stance == "doubts" and third and not word_class("verifying").isdisjoint(cues)
    return "unverified" if checked else ""


def denied_own(claim: Claim, rules: Rules) -> str | None:
    """Name the denier as the doer of what he denies to be "behind" or "involved in"."""
    own = claim.stance == "denies" and claim.source.side not in NOBODY
    words = _WORD.findall(claim.text.casefold()) if own else ()
    return None if rules.vocabulary.owning.isdisjoint(words) else claim.source.side


def is_negative(claim: Claim, kind: str, rules: Rules) -> bool:
    """Tell whether a claim says of its event that it was not so.

    >>> is_negative(no_influx_of_refugees, "statement", rules)
    True
    """
    roles = dict(claim.event.roles)
    if claim.stance == "denies" or _failed(kind, roles) or _is_called_untrue(claim, rules):
        return True
    told = roles.get("negated")
    return told is True or (told is None and kind not in _NOUGHTS and _is_of_none(claim, rules))


def _is_called_untrue(claim: Claim, rules: Rules) -> bool:
    """Tell whether words call untrue what they repeat: "it was nonsense that", "the report is
    false"; "a false report" does not.
    """
    words = _WORD.findall(claim.text.casefold())
    told = rules.vocabulary
    for at, word in enumerate(words):
        if word in told.untrue and at and words[at - 1] in told.so_said:
            back = next((w for w in reversed(words[:at]) if w in _BE or w not in told.so_said), "")
            following = words[at + 1] if at + 1 < len(words) else "that"
            return back in _BE and following in _AFTER
    return False


def _is_of_none(claim: Claim, rules: Rules) -> bool:
    """Tell whether words say that a thing is not there: "no influx", "there was no road left"; "no
    fewer than nine" does not.
    """
    words = _WORD.findall(claim.text.casefold())
    first, second, *_ = [*(words[2:4] if words[:1] == ["there"] else words[:2]), "", ""]
    none, but = rules.vocabulary.none, rules.vocabulary.none_but
    return first in none and second not in but


def _failed(kind: str, roles: dict[str, Any]) -> bool:
    return kind in family("tried") and roles.get("success") is False
