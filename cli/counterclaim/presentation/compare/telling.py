"""Claims and verdicts in plain words, for a terminal: who says so, how, in which article.

Words stand in quotation marks only where they do so in the article; what a source is only reported
to say is told without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.comparison import Entry, Position, Question
from counterclaim.comparison.types import NO_PARTY
from counterclaim.comparison.verdicts.rows import decisive_words
from counterclaim.presentation.compare.numbering import Numbered, printed_words, title_words
from counterclaim.presentation.compare.short_names import STEM
from counterclaim.presentation.compare.table import gather_lines
from counterclaim.presentation.compare.words import (
    NARRATOR,
    SideName,
    Style,
    bracketed_subject,
    days_again,
    is_negated,
    lead_entries,
    make_line,
    one_line,
    quote,
)
from counterclaim.records import Claim

_STRONG = ("confirms", "denies", "doubts")
_AGAINST = "against its own interest"
_CLASHES = ("disputed", "tension")
_NUMBERS = "numbers differ"
_ARTICLE, _ARTICLES = "the article", "an article"
_ACCUSED = re.compile(r"(?:the )?[A-Z][\w'’-]*(?: [\w'’-]+){0,5}? of (?:[a-z]+ly )?[a-z]+ing\b")
_MARKS = re.compile('[“”"]')
_NAMED = 3
_CODED = "coded"


@dataclass(frozen=True, slots=True)
class ClaimLines:
    """One claim (or several in the same words), cleaned, ready to be styled."""

    head: str
    """Who, when, through whom: "Petrenko, by 2 Mar, via a state agency"; "" for the article."""
    stance: str
    """ "DENIES Petrenko", "intends", "hedged"; "" for a plain assertion."""
    words: str
    notes: str
    """What else is to be known: "surroundings", "printed 2 times"."""
    articles: tuple[int, ...]
    leads: bool
    """Whether the verdict rests on it."""


def tell_position(
    position: Position, question: Question, style: Style, articles: Numbered, most: int | None
) -> list[ClaimLines]:
    """Tell the claims of one side, at most so many (None: all)."""
    groups = gather_lines(position)[:most]
    return [_tell(group, question, style, articles) for group in groups]


def _tell(
    group: Sequence[Entry], question: Question, style: Style, articles: Numbered
) -> ClaimLines:
    entry = group[0]
    line = make_line(entry, question.stems, style)
    narrated = entry.group == NARRATOR
    again = "" if narrated else days_again(group, style)
    against = _AGAINST if entry.interest == "against" else ""
    grade = style.grades.get(entry.claim.id, "")
    stance = _stance(entry, style)
    return ClaimLines(
        "" if narrated else ", ".join(filter(None, (line.head, line.relay))),
        "" if narrated else stance,
        bracketed_subject(entry.claim) + _full_words(entry, question, style),
        ", ".join(filter(None, (stance if narrated else "", line.where, again, against, grade))),
        tuple(sorted({articles[e.article.id][0] for e in group})),
        entry.claim.id in question.lead,
    )


def accusing(entry: Entry, style: Style) -> str:
    """Give the verb before an accusation that its words lack: "accuses " before "Rwanda of backing
    the rebels"; of a denial, who accuses, in the brackets of what is not its own.

    >>> accusing(kinshasa_says, style), accusing(kigali_denies, style)
    ('accuses ', '[DR Congo accuses] ')
    """
    answered = style.answered.get(entry.claim.id)
    verb = _accusing((answered or entry).claim)
    if not verb or answered is None:
        return f"{verb} " if verb else ""
    return f"[{_answered_name(answered, style)} {verb}] "


def _accusing(claim: Claim) -> str:
    cue, start = claim.source.cue, claim.spans[0][0] if claim.spans else 0
    close = cue is not None and 0 < start - cue.span[1] <= len(", ")
    return one_line(cue.text) if cue and close and _ACCUSED.match(claim.text) else ""


def said_words(entry: Entry, stems: Sequence[str]) -> str:
    """Give the decisive words of a claim, in quotation marks if the article has them so.

    >>> said_words(entry, ["attack"])
    'its forces had “cleared” the mill'
    """
    words = one_line(decisive_words(entry, stems))
    if entry.claim.quotation == "direct":
        return quote(words)
    cut = words.count("“") != words.count("”") or words.count('"') % 2
    return _MARKS.sub("", words) if cut else words


def _stance(entry: Entry, style: Style) -> str:
    claim = entry.claim
    stance = "" if claim.stance == "asserts" else claim.stance
    if stance == "denies" and is_negated(claim):  # "denies it was not so" would say the opposite
        stance = "a denial"
    elif stance in _STRONG:
        answered = style.answered.get(claim.id)
        whom = "" if answered is None else " " + _answered_name(answered, style)
        stance = f"{stance.upper()}{whom}"
    return ", ".join(filter(None, (stance, "hedged" if claim.hedged else "")))


def _answered_name(entry: Entry, style: Style) -> str:
    return _ARTICLE if entry.group == NARRATOR else style.name_of(entry.claim.source)


def tell_verdict(question: Question, style: Style, name: SideName) -> str:
    """Put a verdict into plain words, made from the two claims that it rests on.

    >>> tell_verdict(question, style, side_name)
    'Defence Ministry (Russia): its forces hold Lyman. General Staff (Ukraine) denies that.'
    """
    pair = lead_entries(question)
    if len(pair) == 2 and question.verdict in _CLASHES:
        return _clash(pair, question, style, name)
    if len(pair) == 2 and question.verdict == _NUMBERS:
        return " ".join(f"{_whose(e, style, name)}: {_figure(e, question)}." for e in pair)
    told = one_line(question.reason)
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def _clash(pair: Sequence[Entry], question: Question, style: Style, name: SideName) -> str:
    """Tell two claims that collide; of a denial of the other one, that it is one."""
    first, second = pair
    if first.claim.stance in _STRONG[1:] and second.claim.stance not in _STRONG[1:]:
        first, second = second, first
    words = _full_words(first, question, style)
    verb = accusing(first, style)
    told = f"{_whose(first, style, name)}{' ' if verb else ': '}{words}."
    whose = _whose(second, style, name)
    if style.answered.get(second.claim.id) is first:
        return f"{told} {whose} {second.claim.stance} that."
    stance = second.claim.stance
    verb = f" {stance}" if stance in _STRONG else ""
    return f"{told} {whose}{verb}: {_full_words(second, question, style)}."


def _full_words(entry: Entry, question: Question, style: Style) -> str:
    """Give the words of a claim, the verb of an accusation before them."""
    return accusing(entry, style) + said_words(entry, question.stems)


def _whose(entry: Entry, style: Style, name: SideName) -> str:
    """Name who makes a claim, with the side: "General Staff (Ukraine)"."""
    if entry.group == NARRATOR:
        outlet = one_line(entry.article.outlet or "")
        return outlet or (_ARTICLES if style.several else _ARTICLE).capitalize()
    who = style.name_of(entry.claim.source)
    if entry.coded:
        return f"{who} ({_CODED})"
    side = "" if entry.group in NO_PARTY else one_line(name(entry.group))
    known = not side or side.casefold()[:STEM] in who.casefold()
    return who if known else f"{who} ({side})"


def _figure(entry: Entry, question: Question) -> str:
    """Give the words of the number that a verdict names, or those of the claim."""
    figures = [one_line(q.mention) for q in entry.claim.quantities]
    named = [f for f in figures if f and f in question.reason]
    return named[0] if named else said_words(entry, question.stems)


def article_lines(articles: Numbered) -> Iterator[str]:
    """Name the articles under their numbers.

    >>> next(article_lines(number_articles(shown(comparison))))
    '[1] The Gazette, 2 Mar 2023: Battle for Velyka'
    """
    for number, article in articles.values():
        printed = ", ".join(filter(None, (one_line(article.outlet or ""), printed_words(article))))
        title = " ".join(filter(None, (title_words(article), one_line(article.url or ""))))
        yield f"[{number}] {': '.join(filter(None, (printed, title)))}"


def refs(told: ClaimLines) -> str:
    """Name the articles of a claim: ``"[1, 4]"``, of many the first: ``"[1, +5]"``."""
    first = [str(number) for number in told.articles[:_NAMED]]
    rest = len(told.articles) - len(first)
    return f"[{', '.join([*first, *([f'+{rest}'] if rest else [])])}]"
