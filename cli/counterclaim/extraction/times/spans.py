"""Rules for lengths of time and repetitions: two weeks, the past 11 months, daily."""

from __future__ import annotations

import re

from counterclaim.extraction.times.calendar import duration_value, shift
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.counts import amount_of
from counterclaim.extraction.times.grammar import rule
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Meaning
from counterclaim.knowledge.lexicon import any_of, listed, word_class
from counterclaim.knowledge.limits import limits

_PAST = listed("past_spans")
_LENGTH_LEADS = re.compile(rf"(?:^|\b{any_of('length_leads')}|[,;(]) $")
_NEXT = listed("next_spans")


@rule(
    r"(?:(?:each|all) of )?(?:(?:%approx% )?the )?(?P<det>%span_pointers%)[ ]"
    r"(?P<n>%count%)(?P<join>[- ])(?:%span_adjectives% )?(?P<unit>%unit%)"
    r"(?![- ]old)"
)
def pointed_span(m: re.Match[str], c: Context) -> Meaning | None:
    """The last 24 hours; over the past 11 months; the next two weeks; the first nine months."""
    code, amount = lexicon().units[m["unit"]], amount_of(m["n"])
    value = duration_value(amount, code)
    if c.dct is None or c.narrative or m["det"] not in _PAST + _NEXT:
        return Meaning("DURATION", value)
    if amount is None:
        amount = lexicon().recent.get(code, 3) if re.search("few|several|some", m["n"]) else None
    if code == "TH" and amount:
        code, amount = "D", max(1, -(-amount // 24))
    if amount is None or code.startswith("T") or amount > limits().span_most:
        return Meaning("DURATION", value)
    return _beside(value, code, round(amount), m["det"] in _PAST, c)


def _beside(value: str, code: str, amount: int, back: bool, c: Context) -> Meaning:
    """The stretch of `amount` units that ends or begins on the day of publication."""
    if c.dct is None:
        return Meaning("DURATION", value)
    other = shift(c.dct, code, -amount if back else amount)
    low, high = (other, c.dct) if back else (c.dct, other)
    if code in ("D", "W", "F"):
        return Meaning("DURATION", value, low.isoformat(), high.isoformat(), "range")
    form = "%Y-%m" if code in ("M", "Q") or amount <= 3 else "%Y"
    return Meaning("DURATION", value, f"{low:{form}}", f"{high:{form}}", "range")


@rule(
    r"(?:the |these )?(?P<det>%vague_pointers%) (?P<unit>%vague_units%)"
    r"(?: (?:and|or) %joined_units%)?"
)
def vague_span(m: re.Match[str], c: Context) -> Meaning | None:
    """In recent months: three of the unit before the publication date; coming days."""
    code = lexicon().units[m["unit"]]
    back = m["det"] in word_class("spans_before")
    value = "PAST_REF" if back else "FUTURE_REF"
    if m["det"] in word_class("spans_beside"):
        return Meaning("DURATION", duration_value(None, code))
    if (
        c.dct is None
        or c.narrative
        or code not in lexicon().recent
        or m["det"] in word_class("spans_open")
    ):
        return Meaning("DATE", value)
    if not back and code not in ("D", "W"):  # no word says how many years are to come
        return Meaning("DATE", value, c.dct.isoformat(), None, "open")
    count = lexicon().recent[code]
    got = _beside(value, code, count, back, c)
    return Meaning("DATE", value, got.earliest, got.latest, got.precision)


@rule(
    r"(?:(?P<each>%rates%) )(?P<n>%count% |other )?(?P<unit>%unit%|weekend"
    r"|morning|evening|night)(?! %no_rate%)"
)
def every(m: re.Match[str], c: Context) -> Meaning | None:
    """Every day; twice a week; per month."""
    unit = m["unit"]
    if unit in word_class("short_units") or (m["each"] == "each" and re.match("quarter", unit)):
        return None
    if unit in lexicon().dayparts:
        return Meaning("SET", f"XXXX-XX-XXT{lexicon().dayparts[unit]}")
    if unit == "weekend":
        return Meaning("SET", "XXXX-WXX-WE")
    amount = 2 if m["n"] == "other " else amount_of(m["n"]) if m["n"] else 1
    return Meaning("SET", duration_value(amount, lexicon().units[unit]))


@rule(r"(?P<word>%rate_adverbs%)")
def adverb(m: re.Match[str], c: Context) -> Meaning | None:
    """daily; weekly; annual."""
    unit = {
        "h": "TH",
        "d": "D",
        "n": "D",
        "w": "W",
        "b": "F",
        "m": "M",
        "q": "Q",
        "a": "Y",
        "y": "Y",
    }
    return Meaning("SET", duration_value(1, unit[m["word"][0]]))


@rule(
    r"(?:(?P<approx>%approx%) )?(?P<n>%count%)(?P<join>[- –]| and a half )"
    r"(?:%length_adjectives% )?(?P<unit>%unit%)(?P<half> and a half)?(?P<long>[- ]"
    r"(?:long|old))?"
)
def length(m: re.Match[str], c: Context) -> Meaning | None:
    """More than nine months; 18-month; two and a half years; a minute and a half."""
    code, words = lexicon().units[m["unit"]], m["n"]
    if _not_a_length(m, c, code) or (m["long"] or "").endswith("old"):
        return None
    if (
        words in word_class("indefinite")
        and m["approx"] is None
        and not _LENGTH_LEADS.search(c.low, 0, m.start())
    ):
        return None
    amount = amount_of(words)
    if amount is not None and (m["half"] or m["join"] == " and a half "):
        amount += 0.5
    if amount is not None and amount < 1 and code in ("TH", "Y"):
        return Meaning("DURATION", "PT30M" if code == "TH" else "P6M")
    return Meaning("DURATION", duration_value(amount, code))


def _not_a_length(m: re.Match[str], c: Context, code: str) -> bool:
    """Whether it is "a second attack", "a quarter of", "some day", not a length."""
    unit, words = m["unit"], m["n"]
    before = c.low[max(0, m.start() - 12) : m.start()]
    if unit in ("second", "quarter") and (words in word_class("no_counts") or code == "Q"):
        return unit == "second" or not re.search(r"\d|two|three|four", words)
    if unit == "quarters" and not re.search(r"two|three|four|five|six|seven|eight|several", words):
        return True
    if unit == "quarters" and "three-quarters" in m[0]:
        return True
    if words == "some" and not unit.endswith("s"):
        return True
    if words in word_class("indefinite") and re.search(r"\b(?:such|what|quite|not) $", before):
        return True
    return words in word_class("indefinite") and bool(
        re.match(r"[- ](?:old|off|trip|care)", c.low[m.end() : m.end() + 6])
    )


@rule(r"(?P<unit>%bare_units%)(?P<long>[- ]long|-old)?")
def bare_units(m: re.Match[str], c: Context) -> Meaning | None:
    """For weeks; within hours; decades-long."""
    before = c.low[max(0, m.start() - 16) : m.start()]
    if not m["long"] and not re.search(
        r"\b(?:for|within|in|after|over|last|took|takes|take|of|spent|many|two or three|into)"
        r"(?: the)? $",
        before,
    ):
        return None
    if before.endswith("the ") or re.match(
        r" (?:of|ago|earlier|later|before|to come)\b", c.low[m.end() : m.end() + 9]
    ):
        return None
    return Meaning("DURATION", duration_value(None, lexicon().units[m["unit"]]))
