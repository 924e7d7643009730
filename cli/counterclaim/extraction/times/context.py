"""What an expression is resolved against: the publication date, what was named before, tense."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from counterclaim.extraction.times.calendar import interval_of, real_date
from counterclaim.extraction.times.forms import beside
from counterclaim.extraction.times.lexicon import lexicon
from counterclaim.extraction.times.model import Timex
from counterclaim.knowledge.limits import limits


def lowered(text: str) -> str:
    """Lower case without ever changing the length, so that offsets stay true."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.replace("\u2019", "'").replace("\u2018", "'")


@dataclass(slots=True)
class Context:
    """State while one text is read from left to right."""

    text: str
    low: str
    dct: date | None
    narrative: bool = False
    retold: int | None = None  # the one past year that the text tells of
    year: int | None = None
    month: int | None = None
    day: date | None = None
    quarter: tuple[int, int] | None = None
    in_quarter: bool = False
    last: Timex | None = None
    found: list[Timex] = field(default_factory=list)

    def led(self, name: str, start: int, reach: int = 24) -> re.Match[str] | None:
        """What stands right before `start`, if it is what the grammar calls `name`."""
        return beside(name).search(self.low, max(0, start - reach), start)

    def followed(self, name: str, end: int) -> re.Match[str] | None:
        """What stands right behind `end`, if it is what the grammar calls `name`."""
        return beside(name).match(self.low, end)

    @property
    def base(self) -> date | None:
        """The day that "this week" counts from: in a chronicle the date named before."""
        if self.narrative:
            return self.reference
        return self.dct

    @property
    def reference(self) -> date | None:
        """The latest date named before, as exactly as it was named."""
        if self.day:
            return self.day
        if self.year:
            return date(self.year, self.month or 1, 1)
        return None

    def name(self, timex: Timex) -> None:
        """Remember `timex` as the latest expression and, where it is one, the latest date."""
        self.last = timex
        self.found.append(timex)
        self._note_quarter(timex)
        if timex.type not in ("DATE", "TIME"):
            return
        if timex.type == "TIME" and timex.earliest is None:
            return  # the day of a bare clock time is a guess: nothing may lean on it
        value = timex.value
        if re.match(r"\d{4}-\d\d-\d\d", value):
            self.day = date.fromisoformat(value[:10])
            self.year, self.month = self.day.year, self.day.month
        elif re.match(r"\d{4}-\d\d$", value):
            self.year, self.month = int(value[:4]), int(value[5:])
            self.day = None
        elif re.match(r"\d{4}(-|$)", value):
            year = int(value[:4])
            if year != self.year or not re.match(r"\d{4}-W", value):
                earliest = interval_of(value)[0] or ""
                self.month = int(earliest[5:7]) if len(earliest) >= 7 else None
                self.year, self.day = year, None
                if value[5:6] == "W" and len(earliest) == 10:
                    self.day = date.fromisoformat(earliest)

    def _note_quarter(self, timex: Timex) -> None:
        """Figures "a year ago" compare with the quarter under report, until another period is."""
        if timex.value.endswith("_REF") or beside("compares").search(timex.text.lower()):
            return
        match = re.match(r"(\d{4})-Q(\d)$", timex.value)
        self.in_quarter = match is not None
        if match:
            self.quarter = int(match[1]), int(match[2])

    def tense(self, start: int, end: int) -> str | None:
        """Tells "past", "future", "open" (may be either) or None for the clause around start..end.

        The nearest sign before the expression in its clause decides, then the nearest behind it.
        """
        begin = max(0, start - limits().tense_before)
        before = self.low[begin:start]
        before = _behind_last("sentence_end", before)
        behind = self.low[end : end + limits().tense_behind]
        if beside("speaking").match(behind):
            return "past"
        after = beside("sentence_end").split(behind, maxsplit=1)[0]
        near = beside("clause_end").split(after, maxsplit=1)[0]
        return (
            _sign(_behind_last("clause_end", before), last=True)
            or _sign(near, last=False)
            or _sign(before, last=True)
            or _sign(after, last=False)
        )

    def month_year(self, month: int, start: int, end: int) -> int | None:
        """The year of a month (or of a day in it) named without a year."""
        if self.narrative:
            return self._chronicle_year(month)
        if self.dct is None or self.retold:
            return self.retold
        now = self.dct.year * 12 + self.dct.month
        options = [(y, y * 12 + month - now) for y in range(self.dct.year - 1, self.dct.year + 2)]
        tense = self.tense(start, end)
        if tense == "past":
            options = [o for o in options if o[1] <= 0]
        elif tense == "future":
            options = [o for o in options if o[1] >= 0]
        return min(options, key=lambda o: (abs(o[1]), o[1]))[0]

    def day_year(self, month: int, day: int, start: int, end: int) -> int | None:
        """The year of a day of a month named without a year."""
        if self.narrative:
            return self._chronicle_year(month)
        if self.dct is None or self.retold:
            return self.retold
        known = self._known_year(month, day, start, end)
        if known:
            return known
        years = range(self.dct.year - 1, self.dct.year + 2)
        days = [d for y in years if (d := real_date(y, month, day))]
        tense = self.tense(start, end)
        if tense == "past":
            days = [d for d in days if d <= self.dct] or days
        elif tense == "future":
            days = [d for d in days if d >= self.dct] or days
        now = self.dct
        return min(days, key=lambda d: abs((d - now).days)).year if days else None

    def _known_year(self, month: int, day: int, start: int, end: int) -> int | None:
        """The year of a day that is known by its name (data/times/known_days.yaml)."""
        for known in lexicon().known_days:
            if (known.day.month, known.day.day) != (month, day) or not known.words.search(self.low):
                continue
            if self.dct is None or known.day > self.dct:
                continue
            since = known.since and self.led("since_itself", start)
            recent = (self.dct - known.day.replace(year=self.dct.year)).days in range(
                limits().known_days
            )
            if known.behind.match(self.low, end) or (since and not recent):
                return known.day.year
        return None

    def _chronicle_year(self, month: int) -> int | None:
        """In a chronicle: the year named before, or the next one when winter has passed."""
        if self.year is None:
            return None
        if self.month is None:
            return self.year
        ahead = month - self.month
        return self.year + 1 if ahead <= -8 else self.year

    def weekday(self, weekday: int, start: int, end: int, step: int = 0) -> date | None:
        """The day of a weekday name: the latest one (today counts) unless the clause is about
        what is to come; a `step` back or ahead ("last", "next") overrules.
        """
        base = self.base
        if base is None:
            return None
        back = (base.isoweekday() - weekday) % 7
        ahead = (weekday - base.isoweekday()) % 7
        if step < 0:
            return base - timedelta(back or 7)
        if step > 0 or (self.narrative and back):
            return base + timedelta(ahead or 7)
        if self.low.startswith("'s", end):
            return base - timedelta(back)
        if self.tense(start, end) in ("future", "open"):
            return base + timedelta(ahead)
        return base - timedelta(back)


def _behind_last(name: str, text: str) -> str:
    """What stands behind the last end of a sentence or clause."""
    return text[max((m.end() for m in beside(name).finditer(text)), default=0) :]


def _sign(clause: str, *, last: bool) -> str | None:
    """The last or the first sign of tense in a stretch of text."""
    words = lexicon()
    signs = [(m.end() - 1, "future") for m in words.future.finditer(clause)]
    signs += [(m.start(), "open") for m in words.possible.finditer(clause)]
    signs += [
        (m.start(), "past")
        for m in words.past.finditer(clause)
        if m[0] not in words.not_past
        and not words.future.fullmatch(m[0])
        and not beside("no_past").search(clause, 0, m.start())
    ]
    if not signs:
        return None
    return (max if last else min)(signs)[1]


def is_narrative(low: str, dct: date | None) -> bool:
    """Is this a chronicle (dates follow each other) and not news (dates lean on the day of
    publication)? Chronicles name many years, most of them long before the publication.
    """
    years = [int(m[1]) if m[1] else -1 for m in beside("any_year").finditer(low)]
    limit = dct.year - 1 if dct else 3000
    old = sum(y < limit for y in years)
    least = limits()
    few = old < least.old_least or old < least.old_share * len(years)
    if few or old * least.old_spread < len(low):
        return False
    return least.old_to_leaning * sum(1 for _ in beside("leaning").finditer(low)) <= old


def year_retold(low: str, dct: date | None) -> int | None:
    """The past year that a text tells of as a whole: the only one that it names, first of all in
    its opening, where few days lean on the publication ("on Monday"). Its other days are of that
    year: "On 3 May 2015 rebels came. On 9 May they left."
    """
    years = [(m.start(), int(m[1])) for m in beside("one_year").finditer(low)]
    if dct is None or not years or len({year for _, year in years}) > 1:
        return None
    at, year = years[0]
    if at > limits().opening_reach or year >= dct.year or beside("begun").search(low, 0, at):
        return None
    leaning = sum(
        1 for m in beside("leaning").finditer(low) if not beside("dated").match(low, m.end())
    )
    days = sum(1 for _ in beside("day_of_month").finditer(low))
    return year if limits().old_to_leaning * leaning <= days else None
