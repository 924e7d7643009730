"""Rules for lengths of time and repetitions: two weeks, the past 11 months, daily."""

from __future__ import annotations

import re

from counterclaim.extraction.times.calendar import duration_value, shift
from counterclaim.extraction.times.context import Context
from counterclaim.extraction.times.counts import amount_of
from counterclaim.extraction.times.forms import beside, pieces, pointer, sense
from counterclaim.extraction.times.grammar import rule
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Meaning
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits

_SHORT = ("TS", "TM")


@rule
def pointed_span(m: re.Match[str], c: Context) -> Meaning | None:
    """The last 24 hours; over the past 11 months; the next two weeks; the first nine months."""
    code, amount = lexicon().units[m["unit"]], amount_of(m["amount"])
    value, points = duration_value(amount, code), pointer(m["det"])
    if c.dct is None or c.narrative or points is None:
        return Meaning("DURATION", value)
    if amount is None:
        amount = lexicon().recent.get(code, 3) if beside("few").search(m["amount"]) else None
    if code == "TH" and amount:
        code, amount = "D", max(1, -(-amount // 24))
    if amount is None or code.startswith("T") or amount > limits().span_most:
        return Meaning("DURATION", value)
    return _beside(value, code, round(amount), points.step < 0, c)


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


@rule
def vague_span(m: re.Match[str], c: Context) -> Meaning | None:
    """In recent months: three of the unit before the publication date; coming days."""
    code = lexicon().units[m["unit"]]
    span = sense("vague_spans", m["det"])
    value = span["value"]
    if value is None:
        return Meaning("DURATION", duration_value(None, code))
    if c.dct is None or c.narrative or code not in lexicon().recent or not span["counted"]:
        return Meaning("DATE", value)
    back = value == "PAST_REF"
    if not back and code not in ("D", "W"):  # no word says how many years are to come
        return Meaning("DATE", value, c.dct.isoformat(), None, "open")
    count = lexicon().recent[code]
    got = _beside(value, code, count, back, c)
    return Meaning("DATE", value, got.earliest, got.latest, got.precision)


@rule
def every(m: re.Match[str], c: Context) -> Meaning | None:
    """Every day; twice a week; per month."""
    code = lexicon().units.get(m["unit"])
    if code in _SHORT and not m["unit"].endswith("s"):
        return None
    if m["unit"] in lexicon().dayparts:
        return Meaning("SET", f"XXXX-XX-XXT{lexicon().dayparts[m['unit']]}")
    if code is None:
        return Meaning("SET", "XXXX-WXX-WE")
    return Meaning("SET", duration_value(amount_of(m["amount"]) if m["amount"] else 1, code))


@rule
def adverb(m: re.Match[str], c: Context) -> Meaning | None:
    """daily; weekly; annual."""
    return Meaning("SET", duration_value(1, sense("rate_adverbs", m["unit"])))


@rule
def length(m: re.Match[str], c: Context) -> Meaning | None:
    """More than nine months; 18-month; two and a half years; a minute and a half."""
    code, words = lexicon().units[m["unit"]], m["amount"]
    if m["old"] or _not_a_length(m, c, code):
        return None
    single = words in word_class("indefinite") and m["approx"] is None
    if single and not c.led("length_leads", m.start()):
        return None
    amount = amount_of(words)
    if amount is not None and (m["half"] or m["tail"]):
        amount += 0.5
    if amount is not None and amount < 1 and code in ("TH", "Y"):
        return Meaning("DURATION", "PT30M" if code == "TH" else "P6M")
    return Meaning("DURATION", duration_value(amount, code))


def _not_a_length(m: re.Match[str], c: Context, code: str) -> bool:
    """Whether it is "a second attack", "a quarter of", "some day", not a length."""
    words, plural = m["amount"], m["unit"].endswith("s")
    if code == "Q":
        return _no_quarters(m, plural)
    if not plural and words in pieces("vague_pronouns" if code != "TS" else "no_counts"):
        return True
    beside_it = c.led("no_length", m.start()) or c.followed("no_unit", m.end())
    return words in word_class("indefinite") and bool(beside_it)


def _no_quarters(m: re.Match[str], plural: bool) -> bool:
    """Whether they are shares, not three months: "a quarter of", "three-quarters"."""
    if not plural:
        return not beside("quarter_counted").search(m["amount"])
    counted = beside("quarters_counted").search(m["amount"])
    return not counted or bool(beside("share_of_four").search(m[0]))


@rule
def units_alone(m: re.Match[str], c: Context) -> Meaning | None:
    """For weeks; within hours; decades-long."""
    if not m["long"] and not c.led("bare_leads", m.start()):
        return None
    if c.led("the", m.start()) or c.followed("bare_follows", m.end()):
        return None
    return Meaning("DURATION", duration_value(None, lexicon().units[m["unit"]]))
