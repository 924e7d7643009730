"""The options of `compare`, checked: wrong ones end with exit code 2 and say what is right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import typer

from counterclaim.articles.dates import may_be_two_days
from counterclaim.comparison.prepared.windows import first_day, last_day
from counterclaim.comparison.types import CODED_SIDE
from counterclaim.knowledge.comparison import load_rules
from counterclaim.knowledge.sides import load_sides
from counterclaim.presentation.console import COLOR_CHOICES

FORMATS = ("table", "json", "jsonl", "csv", "md", "html")
MACHINE_FORMATS = ("json", "jsonl", "csv")
_ARTICLE_ALIASES = {"article": "narrator", "articles": "narrator"}
_COLUMNS = ("narrator", CODED_SIDE)  # what no side of a war speaks in
NAMED = 20  # choices that an error names; of the sides there are hundreds
_COMMA = re.compile(r",(?=\S)")  # "Sake, Nord-Kivu" is one place
_NUMBER = re.compile(r"[0-9]{1,2}")
_DISTANCE = re.compile(r"(\d{1,4}(?:\.\d{1,3})?)\s*(?:km)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """The options of `compare` as given."""

    place: str | None = None
    places: tuple[str, ...] = ()
    near: str | None = None
    topic: str | None = None
    sides: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    ledger: str | None = None
    output: str = "table"
    file: str | None = None
    every: bool = False
    evidence: bool = False
    admiralty: str | None = None
    timeline: bool = False
    matrix: bool = False
    coded: tuple[str, ...] = ()
    excluded: bool = False
    reviewed: bool = False
    color: str = "auto"
    width: int | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """The places that are asked for, each once; `goma,sake` are two.

        >>> CompareOptions(places=("goma,sake", "2")).named
        ('goma', 'sake')
        """
        first = () if self.place is None else (self.place,)
        given = [part for word in (*first, *self.places) for part in _COMMA.split(word)]
        return tuple(dict.fromkeys(word for word in given if not _NUMBER.fullmatch(word)))

    @property
    def number(self) -> int | None:
        """The number of the question that is asked for, behind its place: `bakhmut 2`."""
        found = [int(word) for word in self.places if _NUMBER.fullmatch(word)]
        return found[0] if found else None

    @property
    def filtered(self) -> bool:
        """Tell whether only some claims are asked for, wherever they lie."""
        return bool(self.topic or self.sides or self.sources or self.since or self.until)


def check_options(options: CompareOptions) -> frozenset[str]:
    """Check the options; gives the sides asked for.

    >>> check_options(CompareOptions(sides=("Ukraine,article",)))
    frozenset({'ukraine', 'narrator'})
    """
    one_of("--format", options.output, FORMATS)
    one_of("--color", options.color, COLOR_CHOICES)
    if options.topic is not None:
        one_of("--topic", options.topic, [topic.id for topic in load_rules().topics])
    check_days(options.since, options.until)
    _check_views(options)
    if len(options.named) > 1 and options.output in MACHINE_FORMATS:
        words = "a file for programs holds one place: ask for one"
        raise typer.BadParameter(words, param_hint=f"--format {options.output}")
    if options.number is not None and len(options.named) != 1:
        raise typer.BadParameter(
            f"{options.number} is the number of a question: name its place before it, as in "
            f"bakhmut {options.number}",
            param_hint="PLACE",
        )
    if options.near is not None and not options.named:
        raise typer.BadParameter("tell the place with --place", param_hint="--near")
    return read_sides(options.sides)


def take_form(options: CompareOptions) -> CompareOptions:
    """Take the form from the name of the file to be written, where no form is given.

    >>> take_form(CompareOptions(file="bakhmut.html")).output
    'html'
    """
    if options.file in (None, "-") or options.output != FORMATS[0]:
        return options
    ending = str(options.file).rpartition(".")[2].casefold()
    form = {"htm": "html", "markdown": "md", "txt": "table"}.get(ending, ending)
    if form not in FORMATS:
        words = f"{options.file!r} does not tell the form: name it .html, .md, .json, .jsonl, .csv"
        words += " or .txt, or add --format html"
        raise typer.BadParameter(words, param_hint="--output")
    return replace(options, output=form)


def read_distance(given: str) -> float:
    """Read a distance in km.

    >>> read_distance("25km"), read_distance("7.5")
    (25.0, 7.5)
    """
    match = _DISTANCE.fullmatch(given.strip())
    if match is None:
        raise typer.BadParameter(f"{given!r} is no distance: write 25km or 25", param_hint="--near")
    return float(match[1])


def check_days(since: str | None, until: str | None) -> None:
    """End the program with 2 where a day is none, or the last one lies before the first."""
    for option, value in {"--since": since, "--until": until}.items():
        if value is not None and not _is_date(value):
            why = "may be two days" if may_be_two_days(value) else "is no date"
            raise typer.BadParameter(
                f"{value!r} {why}: write 2023-01-25, 2023-01 or 2023", param_hint=option
            )
    first, last = first_day(since), last_day(until)
    if first is not None and last is not None and first > last:
        raise typer.BadParameter(f"{since} lies after --until {until}", param_hint="--since")


def _check_views(options: CompareOptions) -> None:
    views = {
        "--timeline": options.timeline,
        "--matrix": options.matrix,
        "--excluded": options.excluded,
    }
    chosen = [option for option, asked in views.items() if asked]
    if options.output in ("csv", "jsonl") and len(chosen) > 1:
        raise typer.BadParameter(
            f"a sheet holds one table: choose one of {', '.join(chosen)}",
            param_hint=f"--format {options.output}",
        )


def read_sides(given: Sequence[str]) -> frozenset[str]:
    """Read sides by their ids or names, several with commas between them.

    >>> sorted(read_sides(["Ukraine,article"]))
    ['narrator', 'ukraine']
    """
    words = [_folded(word) for item in given for word in item.split(",")]
    known = load_sides().names
    by_name = {_folded(name): side for side, name in known.items()}
    sides = [_ARTICLE_ALIASES.get(word) or by_name.get(word, word) for word in words if word]
    for side in sides:
        one_of("--side", side, [*known, *_COLUMNS], "`counterclaim list sides` names yours")
    return frozenset(sides)


def _folded(word: str) -> str:
    return word.strip().casefold().replace(" ", "_")


def one_of(option: str, value: str, choices: Sequence[str], more: str = "") -> None:
    """End the program with 2 where a value is none of those that an option takes."""
    if value in choices:
        return
    from difflib import get_close_matches  # noqa: PLC0415 only for a name that is not there

    near = get_close_matches(value, choices, n=1)
    hint = f" (did you mean {', '.join(near)}?)" if near else ""
    rest = f" and {len(choices) - NAMED} more" if len(choices) > NAMED else ""
    rest += f"; {more}" if more else ""
    words = f"{value!r} is not one of {', '.join(choices[:NAMED])}{rest}{hint}"
    raise typer.BadParameter(words, param_hint=option)


def _is_date(value: str) -> bool:
    day = first_day(value)
    return day is not None and len(value) in (4, 7, 10)
