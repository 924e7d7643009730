"""How a claim is named in a table: who, when, a sign, and the decisive words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.comparison import Comparison, Entry, Question
from counterclaim.comparison.types import CODED_SIDE
from counterclaim.comparison.verdicts.rows import decisive_words
from counterclaim.comparison.views.answers import find_answered
from counterclaim.knowledge.cue_words import mood
from counterclaim.presentation.compare.short_names import short_name
from counterclaim.presentation.console import clean
from counterclaim.records import Claim, Source

SideName = Callable[[str], str]

NARRATOR = "narrator"
SILENT = "·"
CHANGE = "Δ"
SIGNS = {
    "✓": "confirms",
    "✗": "denies",
    "?": "hedged or doubted",
    "→": "intends, predicts, demands",
    "↳": "relayed",
    "⇄": "at odds",
    CHANGE: "has changed its word",
    "▼": "against its own interest",
    "▲": "serves its own side",
    SILENT: "says nothing",
}
_INTERESTS = {"against": "▼", "self_serving": "▲"}
_STANCES = {
    "confirms": "✓",
    "denies": "✗",
    "doubts": "?",
    "intends": "→",
    "predicts": "→",
    "demands": "→",
}
_QUOTED = re.compile('[“"]([^“”"]*)[”"]')
_STRAY = re.compile('[“”"]')
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAYS_NAMED = 3
_CLASHES = ("disputed", "tension", "numbers differ")


@dataclass(frozen=True, slots=True)
class Line:
    """One claim, ready to print: everything cleaned, nothing styled."""

    who: str  # "" for the article's own voice
    when: str
    mark: str  # "✓", "→ ?"; "" for a plain assertion
    verb: str  # "confirms", "intends"; "" for a plain assertion
    words: str  # in quotation marks
    relay: str  # "via Russian news agencies" or ""
    where: str  # "surroundings", or "" for the place itself; "printed 2 times"
    note: str = ""  # what it does to another claim: "⇄ Petrenko, 3 Mar"
    flag: str = ""  # "▼" or "▲", after the words: in whose interest it is; "B2", its grade

    @property
    def head(self) -> str:
        """Who and when: ``"Pushilin, by 25 Jan"``."""
        return ", ".join(part for part in (self.who, self.when) if part)


@dataclass(frozen=True, slots=True)
class Style:
    """What all claims of one comparison share: one short name a source, years or none, whether
    there are several articles to be told apart, and which claim another one (by id) answers.
    """

    names: dict[tuple[str, str], str]
    years: bool
    several: bool = False
    answered: dict[str, Entry] = field(default_factory=dict)
    grades: Mapping[str, str] = field(default_factory=dict)

    def name_of(self, source: Source) -> str:
        """Give the short name of a source; of somebody without a name, whose he is, too."""
        name = self.names.get((source.kind, source.name), source.name)
        nameless = source.name.islower() and source.organisation
        return one_line(f"{name}, {source.organisation}" if nameless else name)


def make_style(comparison: Comparison) -> Style:
    """Choose the short names of all sources, so that each has one throughout."""
    names: dict[tuple[str, str], str] = {}
    for question in comparison.questions:
        shown = (e for position in question.positions for e in position.entries)
        for entry in (*shown, *question.behind):
            source = entry.claim.source
            key = (source.kind, source.name)
            names[key] = min(names.get(key, source.name), short_name(source), key=_shortness)
    return Style(
        names,
        spans_years(comparison),
        comparison.articles > 1,
        find_answered(comparison),
        comparison.grades,
    )


def make_line(entry: Entry, stems: Sequence[str], style: Style) -> Line:
    """Put one claim into words.

    >>> make_line(entry, ["attack"], style)
    Line(who='General Staff', when='25 Jan', mark='✓', verb='confirms', words='“attacks”', ...)
    """
    claim = entry.claim
    alone = entry.group == NARRATOR and not style.several
    relay = ", ".join(one_line(r.name) for r in claim.source.relay)
    grade = style.grades.get(claim.id)
    return Line(
        who="" if alone else _who(entry, style),
        when="" if alone else _when(entry, years=style.years),
        mark=_mark(entry),
        verb=_verb(entry),
        words=bracketed_subject(entry.claim) + quote(decisive_words(entry, stems)),
        relay=f"{'coded from' if entry.coded else 'via'} {relay}" if relay else "",
        where=one_line(", ".join(filter(None, (entry.where, _copies(entry))))),
        note=_answer(entry, style),
        flag=" ".join(filter(None, (_INTERESTS.get(entry.interest or ""), grade))),
    )


def quote(words: str) -> str:
    """Put words in quotation marks; marks within become single ones, stray ones go.

    >>> quote('troops are “on the rise”')
    '“troops are ‘on the rise’”'
    """
    text = one_line(words)
    inner = _STRAY.sub("", _QUOTED.sub(r"‘\1’", text))
    return f"“{inner}”"


def quote_claim(claim: Claim) -> str:
    """Quote the words of a claim, whom they tell of before them where they lack it.

    >>> quote_claim(claim)
    '[Russian forces] “cutting the road to the port”'
    """
    words = quote(claim.text)
    return f"{bracketed_subject(claim)}{words}"


def bracketed_subject(claim: Claim) -> str:
    """Name whom the words of a claim tell of, where they lack it: `[Russian forces] `."""
    return f"[{one_line(claim.subject.name)}] " if claim.subject else ""


def one_line(words: str) -> str:
    """Clean words of others and put them on one line."""
    return " ".join(clean(words).split())


def day_words(prefix: str | None, *, years: bool) -> str:
    """Write an ISO prefix as people do: ``"25 Jan"``, with the year ``"25 Jan 2023"``.

    >>> day_words("2023-01", years=True)
    'Jan 2023'
    """
    if not prefix:
        return ""
    year, *rest = prefix[:10].split("-")
    if not rest or not rest[0].isdecimal() or not 1 <= int(rest[0]) <= 12:
        return clean(prefix)
    month = _MONTHS[int(rest[0]) - 1]
    day = f"{int(rest[1])} " if len(rest) > 1 and rest[1].isdecimal() else ""
    return f"{day}{month} {year}" if years else f"{day}{month}"


def span_words(said: tuple[str, str] | None) -> str:
    """Write a span of days: ``"24–25 Jan 2023"``.

    >>> span_words(("2023-01-24", "2023-02-02"))
    '24 Jan – 2 Feb 2023'
    """
    if said is None:
        return ""
    first, last = said
    if first == last:
        return day_words(first, years=True)
    if are_days(first, last) and first[:7] == last[:7]:
        return f"{int(first[8:10])}–{day_words(last, years=True)}"
    return f"{day_words(first, years=first[:4] != last[:4])} – {day_words(last, years=True)}"


def are_days(*prefixes: str) -> bool:
    """Tell whether ISO prefixes go as far as the day; what a person has typed may look otherwise.

    >>> are_days("2023-01-25", "2023-01-25T22:30"), are_days("2023-01")
    (True, False)
    """
    return all(_DAY.match(prefix) for prefix in prefixes)


def event_words(claim: Claim, *, years: bool) -> str:
    """Write the days on which an event lies, as people do: ``"24 Jan – 30 Jan"``.

    >>> event_words(claim, years=False)
    '25 Jan'
    """
    time = claim.time
    days = dict.fromkeys(day_words(day, years=years) for day in (time.earliest, time.latest))
    return " – ".join(filter(None, days))


def spans_years(comparison: Comparison) -> bool:
    """Tell whether the claims were made in more than one year."""
    said = comparison.said
    return said is not None and said[0][:4] != said[1][:4]


def side_heading(side: str, comparison: Comparison, name: SideName) -> str:
    """Head a column: the side's name, or the article itself."""
    if side == NARRATOR:
        return "The article itself" if comparison.articles == 1 else "The articles"
    return {"unknown": "Side not known", CODED_SIDE: "Coded rows"}.get(side) or one_line(name(side))


def legend(texts: Iterable[str]) -> list[str]:
    """Explain the signs that are in use, in a fixed order.

    >>> legend(["✓", "·"])
    ['✓ confirms', '· says nothing']
    """
    shown = " ".join(texts).split()
    return [f"{sign} {meaning}" for sign, meaning in SIGNS.items() if sign in shown]


def days_again(group: Sequence[Entry], style: Style) -> str:
    """Name the days on which the first claim of some is said again by the others.

    >>> days_again([on_15_feb, on_1_feb, on_8_feb], style)
    'also by 1 Feb, by 8 Feb'
    """
    ordered = sorted(group[1:], key=lambda e: e.claim.time.said or e.article.published or "")
    first = _when(group[0], years=style.years)
    days = dict.fromkeys(_when(entry, years=style.years) or "not dated" for entry in ordered)
    others = [day for day in days if day != first]
    if len(others) > _DAYS_NAMED:
        return f"also on {len(others)} other days"
    return f"also {', '.join(others)}" if others else ""


def reason_words(question: Question, style: Style) -> str:
    """Give the reason of a verdict and, where more than two claims stand there, whose two it is.

    >>> reason_words(question, style)
    'capture: said ⇄ denied (Vasyl, 3 Mar – Ministry of Defence, 2 Mar)'
    """
    pair = lead_entries(question)
    heads = [make_line(e, (), style).head for e in pair]
    outlets = [one_line(e.article.outlet or "") for e in pair]
    if len(set(heads)) == 1 and len(set(outlets)) > 1:
        heads = [f"{head} in {o}" if o else head for head, o in zip(heads, outlets, strict=True)]
    first, *others = dict.fromkeys(head or "the article" for head in heads) or [""]
    whose = f"{first} – {others[0]}" if others else f"both {first}"
    several = len(_told(question)) > 2 or bool(question.behind)
    shown = several and len(heads) == 2 and question.verdict in _CLASHES
    return one_line(question.reason) + (f" ({whose})" if shown else "")


def lead_entries(question: Question) -> list[Entry]:
    """Give the two claims that a verdict rests on, as they stand left and right in its reason."""
    told = _told(question)
    pair = [told[id_] for id_ in question.lead if id_ in told]
    return sorted(pair, key=_stands_right(question))


def _told(question: Question) -> dict[str, Entry]:
    told = {e.claim.id: e for p in question.positions for e in p.entries if e.copy_of is None}
    return told | {entry.claim.id: entry for entry in question.behind}


def _stands_right(question: Question) -> Callable[[Entry], bool]:
    """Tell of an entry whether the words to the right of "⇄" are its own, where that can be told:
    it denies or doubts what is said, or it gives the number that stands there.
    """
    left, _, right = question.reason.partition(" ⇄ ")

    def test(entry: Entry) -> bool:
        claim = entry.claim
        if left.endswith(": said"):
            return claim.stance in ("denies", "doubts") or bool(claim.event.role("negated"))
        figures = [quantity.mention for quantity in claim.quantities]
        return left not in figures and any(right.startswith(f) for f in figures if f)

    return test


def signs_used(question: Question, lines: Iterable[Line]) -> list[str]:
    """List the signs a row shows, as words for `legend`."""
    return [question.reason] + [
        part
        for line in lines
        for part in (line.mark, "↳" if line.relay else "", line.flag, line.note[:1])
        if part
    ]


def _who(entry: Entry, style: Style) -> str:
    """Name the source; of an article's own voice, who published it, as far as that is known."""
    if entry.group == NARRATOR:
        return one_line(entry.article.outlet or "")
    return style.name_of(entry.claim.source)


def _answer(entry: Entry, style: Style) -> str:
    """Name the claim that a denial is against, or that a confirmation is of."""
    other = style.answered.get(entry.claim.id)
    if other is None:
        return ""
    whose = make_line(other, (), replace(style, answered={})).head or "the article"
    return f"as {whose}" if entry.claim.stance == "confirms" else f"⇄ {whose}"


def _shortness(name: str) -> tuple[int, str]:
    return len(name), name


def _copies(entry: Entry) -> str:
    return f"printed {entry.copies + 1} times" if entry.copies else ""


def _mark(entry: Entry) -> str:
    sign = _STANCES.get(entry.claim.stance, "")
    hedge = "?" if entry.claim.hedged and sign != "?" else ""
    return " ".join(part for part in (sign, hedge) if part)


def _verb(entry: Entry) -> str:
    """Name the stance; after "denies", words with a "not" would say the opposite."""
    claim = entry.claim
    if claim.stance not in _STANCES or (claim.stance == "denies" and is_negated(claim)):
        return ""
    return claim.stance


def is_negated(claim: Claim) -> bool:
    """Tell whether the words of a claim say that something is not so."""
    return bool(claim.event.role("negated") or mood("negation").search(claim.text))


def _when(entry: Entry, *, years: bool) -> str:
    said = entry.claim.time.said
    if entry.coded:
        return event_words(entry.claim, years=years)
    if said:
        return day_words(said, years=years)
    printed = day_words(entry.article.published, years=years)
    return f"by {printed}" if printed else ""
