"""What `ingest` does with each article: read, extract, write, say so."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from counterclaim.articles import Article
from counterclaim.articles.files import as_text
from counterclaim.articles.forms import Columns
from counterclaim.articles.read import Reader, find_articles
from counterclaim.commands._described import describe
from counterclaim.commands._pace import Pace
from counterclaim.commands._printed import is_row, print_record
from counterclaim.commands._reporting import (
    folder,
    is_output_error,
    refuse_odd_words,
    say_failure,
    say_problems,
)
from counterclaim.commands._shards import Part, Share
from counterclaim.commands._workers import Alone, Answer, Readers, Workers
from counterclaim.extraction.notes import Note
from counterclaim.ledger import (
    Correction,
    Written,
    adopt,
    find_ledger,
    foresee_article,
    same_text,
    tidy,
    write_article,
)
from counterclaim.presentation.console import COLOR_CHOICES, clean_line, make_consoles
from counterclaim.records import ArticleInfo, Problem, Record
from counterclaim.records.positions import SourceText, file_problem

if TYPE_CHECKING:
    from rich.console import Console


_NO_DATE = (
    "no publication date, so relative times stay unresolved; "
    "add --published 2023-01-25 or a published: line"
)
_NO_COLUMN = "no publication date: name the column of their days with --date-column NAME"
_MOST_TABLES = 20  # files: of more nobody reads the tables, and each has its line
_NAMED = 5  # files that are left out; the others are counted
_KEEP = "; claims with a review: block are never replaced"
UNREAD, UNWRITTEN, FAILED = LOST = ("not read", "not written", "failed")
STATES = ("new", "updated", "unchanged", "superseded", "read", *LOST)


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """The options of `ingest` as given."""

    paths: list[str]
    published: str | None
    outlet: str | None
    ledger: str | None
    dry_run: bool
    output: str
    quiet: bool
    verbose: bool
    color: str
    width: int | None
    title: str | None = None
    url: str | None = None
    columns: Columns | None = None
    jobs: int = 1
    source_name: str = "stdin"
    strict: bool = False
    scheduler: str | None = None
    shard: str | None = None
    parts: str = "parts"


def ingest_articles(options: IngestOptions) -> int:
    """Ingest every article; a bad one costs only itself. Returns the exit code."""
    if options.color not in COLOR_CHOICES:
        raise typer.BadParameter(f"choose from {', '.join(COLOR_CHOICES)}", param_hint="--color")
    refuse_odd_words(published=options.published, outlet=options.outlet)
    refuse_odd_words(title=options.title, url=options.url, source_name=options.source_name)
    share = Share.read(options.shard) if options.shard else None
    out, err = make_consoles(options.color, options.width)
    ledger = find_ledger(folder(options.ledger, "--ledger"))
    run = Run(options, ledger, out, err, readers=_readers(options))
    found = list(_find(options, run))
    if share and options.dry_run:
        return run.finish(share.own(found))
    if share:
        return _finish_part(run, share, found)
    if not options.dry_run:
        run.tidy()
    return run.finish(found)


def _finish_part(run: Run, share: Share, found: Sequence[tuple[str, Reader]]) -> int:
    """Read a share into its part. Returns the exit code."""
    where = folder(run.options.parts, "--parts") or Path()
    try:
        return run.finish(share.own(found), Part(where, share, found))
    except OSError as error:
        if is_output_error(error):
            raise
        why = f"cannot be written: {error.strerror or error}"
        return max(2, say_problems([file_problem("CC001", str(error.filename or where), why)]))


def _readers(options: IngestOptions) -> Readers:
    if options.scheduler:
        from counterclaim.commands._cluster import Cluster  # noqa: PLC0415 an extra

        return Cluster(options.scheduler)
    return Workers(options.jobs) if options.jobs > 1 else Alone()


def _find(options: IngestOptions, run: Run) -> Iterator[tuple[str, Reader]]:
    return find_articles(
        options.paths,
        stdin_name=options.source_name,
        published=options.published,
        outlet=options.outlet,
        title=options.title,
        url=options.url,
        columns=options.columns,
        left_out=run.say_left_out,
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """An article whose records were asked for, as the ledger knew it then. `at`: the number of its
    file, and its own within that."""

    at: tuple[int, int]
    article: Article
    about: ArticleInfo
    known: ArticleInfo
    answer: Answer


Step = Problem | _Asked | Exception | None
"""One thing that comes of a file; None: nothing more."""


@dataclass(slots=True)
class Run:
    """One call of `ingest`: what has come of its articles so far."""

    options: IngestOptions
    ledger: Path
    out: Console
    err: Console
    states: Counter[str] = field(default_factory=Counter)
    undated: int = 0
    undated_rows: int = 0
    codes: set[int] = field(default_factory=set)
    paths: dict[tuple[str, str], str] = field(default_factory=dict)
    readers: Readers = field(default_factory=Alone)
    pace: Pace = field(default_factory=lambda: Pace(0, quiet=True))
    part: Part | None = None

    def tidy(self) -> None:
        """Clean up after runs that were killed. What cannot be cleaned is said for each article."""
        with suppress(OSError):
            tidy(self.ledger)

    def say_left_out(self, path: Path, others: list[Path]) -> None:
        """Name what of a folder is of no form that is read."""
        if not self.options.quiet:
            named = ", ".join(str(file.relative_to(path)) for file in others[:_NAMED])
            more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
            _say(self.err, f"note: left out of {path}, of no form that is read: {named}{more}")

    def finish(self, found: Sequence[tuple[str, Reader]], part: Part | None = None) -> int:
        """Take all articles, into a part of a shard or into the ledger; say what came of them.
        Returns the exit code."""
        self.part = part
        with part.begun() if part else nullcontext():
            done = self.take_all(found, len(found))
            if part and done:
                part.complete()
        return self.tell(done=done)

    def tell(self, *, done: bool) -> int:
        """Say what came of all articles. Returns the exit code."""
        if not self.options.quiet:
            _say_all(self, self.err)
        return max(self.codes, default=0) if done else 130

    def take_all(self, found: Iterable[tuple[str, Reader]], files: int) -> bool:
        """Read, extract, print and write the articles of all files, in their order. False: somebody
        interrupted; what was finished is kept."""
        self.pace = Pace(files, quiet=self.options.quiet)
        waiting: deque[tuple[str, Step]] = deque()
        try:
            for at, (name, read) in enumerate(found):
                for step in self._steps(at, name, read):
                    waiting.append((name, step))
                    while len(waiting) > self.readers.ahead:
                        self._finish(*waiting.popleft())
            while waiting:
                self._finish(*waiting.popleft())
        except KeyboardInterrupt:
            self._say_interrupted()
            return False
        finally:
            self.pace.clear()
            self.readers.close()
        return True

    def _say_interrupted(self) -> None:
        self.pace.clear()
        came = f"{self.pace.done} of {self.pace.files}"
        kept = (
            ""
            if self.options.dry_run or self.part
            else "; what is finished is kept, run again to go on"
        )
        _say(self.err, f"interrupted: {came}{kept}")

    def _steps(self, at: int, name: str, read: Reader) -> Iterator[Step]:
        """What comes of a file, its records asked for but not yet there. A fault of ours costs only
        the rest of it."""
        try:
            for number, item in enumerate(read()):
                if isinstance(item, Article):
                    yield self._ask((at, number), item, name)
                elif item is not None:
                    yield item
        except Exception as error:
            yield error
        yield None

    def _ask(self, at: tuple[int, int], article: Article, name: str) -> _Asked:
        about = self._tell_apart(describe(article), name)
        there = [] if self.part else same_text(self.ledger, about.sha256)
        known = adopt(about, there, article.stated)
        return _Asked(at, article, about, known, self.readers.ask(article.text, known))

    def _finish(self, name: str, step: Step) -> None:
        if step is None:
            self.pace.done += 1
        else:
            self.pace.clear()
            self.states[self._take(step, name)] += 1
        self.pace.show()

    def _take(self, step: Problem | _Asked | Exception, name: str) -> str:
        if isinstance(step, Problem):
            return self._refuse(step)
        try:
            if isinstance(step, Exception):
                raise step
            return self._ingest(step, name)
        except Exception as error:
            if is_output_error(error):
                raise
            self.codes.add(say_failure(error, name))
            return FAILED

    def _refuse(self, problem: Problem) -> str:
        say_problems([problem])
        self.codes.add(2)
        return UNREAD

    def _ingest(self, asked: _Asked, name: str) -> str:
        article, about = asked.article, asked.about
        if say_problems(article.warnings) and self.options.strict:
            self.codes.add(1)
        notes: list[Note] = []

        def read(info: ArticleInfo) -> Record:
            again = self.readers.ask(article.text, info) if info != asked.known else asked.answer
            record, notes[:] = again()
            return record

        if self.options.dry_run or self.part:
            record = read(asked.known)
            self._say_notes(article, name, notes)
            self._tell(record, "read")
            if self.part:
                self.part.add(asked.at, name, article, record)
            else:
                self._say_foreseen(asked, record, read)
            return "read"
        try:
            record, written = write_article(self.ledger, about, article.text, read, article.stated)
        except OSError as error:
            return self._unwritten(error)
        self._say_notes(article, name, notes)
        self._tell(record, written.outcome)
        self._say_written(record, written)
        self.codes.add(say_problems(written.problems))
        return written.outcome

    def _say_foreseen(
        self, asked: _Asked, record: Record, read: Callable[[ArticleInfo], Record]
    ) -> None:
        """Say what writing the records would do to the ledger, where that can be read."""
        if self.options.quiet:
            return
        again = lambda info: record if info == record.article else read(info)  # noqa: E731
        article = asked.article
        with suppress(OSError):
            would = foresee_article(self.ledger, asked.about, article.text, again, article.stated)
            kept = "".join(f"; {file.name} would be kept as .orig" for file in would.aside)
            where = self.ledger / "events" / f"{record.article.id}.yaml"
            _say(self.err, f"would be {would.outcome}: {where}{kept}")

    def _say_notes(self, article: Article, name: str, notes: Sequence[Note]) -> None:
        """Say what of an article was not read as it stands, and where in its file that is."""
        source = SourceText(name, article.text)
        for note in notes:
            mark = source.mark(note.offset)
            place = f"{name}:{mark.line + article.lines_before}:{mark.column}"
            _say(self.err, f"{place}: note: {note.message}")

    def _tell_apart(self, about: ArticleInfo, path: str) -> ArticleInfo:
        """Name two files that have one name and one text by their folders too: the same file with
        other facts would be a correction, but these are two printings."""
        parts = (*map(as_text, Path(path).parts[:-1]), about.file)
        names = ("/".join(parts[-number:]) for number in range(1, len(parts) + 1))
        free = (n for n in names if self.paths.setdefault((about.sha256, n), path) == path)
        return replace(about, file=next(free, about.file))

    def _unwritten(self, error: OSError) -> str:
        where = str(error.filename or self.ledger)
        reason = error.strerror or str(error)
        say_problems([file_problem("CC001", where, f"cannot be written: {reason}")])
        self.codes.add(2)
        return UNWRITTEN

    def _tell(self, record: Record, state: str) -> str:
        self.undated += record.article.published is None
        self.undated_rows += record.article.published is None and is_row(record)
        self.pace.claims += len(record.events)
        told = self.states.total() - sum(self.states[lost] for lost in LOST)
        if (
            self.options.output != "table"
            or self.pace.files <= _MOST_TABLES
            or self.options.verbose
        ):
            self._print(record, first=not told)
        return state

    def _print(self, record: Record, *, first: bool) -> None:
        options = self.options
        how = {"verbose": options.verbose, "quiet": options.quiet}
        print_record(record, options.output, self.out, first=first, **how)

    def _say_written(self, record: Record, written: Written) -> None:
        where = self.ledger / "events" / f"{record.article.id}.yaml"
        number = len(record.events)
        if written.outcome == "superseded":
            _say(self.err, f"superseded: {record.article.id} was corrected, it is in earlier/")
            return
        if written.correction:
            self._say_corrected(written.correction)
        if not self.options.quiet:
            line = f"{written.outcome}: {number} claim{'s' * (number != 1)} in {where}"
            _say(self.err, line)
        for aside in written.aside:
            _say(self.err, f"note: what was there, with what is not found again, is {aside}{_KEEP}")

    def _say_corrected(self, found: Correction) -> None:
        counts = f"{found.same} claims are the same, {found.new} new, {found.gone} gone"
        _say(self.err, f"note: a correction of {found.earlier}, kept in earlier/: {counts}")
        for lost in found.lost:
            _say(self.err, f"note: {lost} was reviewed, and its words are gone: see earlier/")


def _say_all(run: Run, err: Console) -> None:
    """Say what came of all articles together, where there are several, and what they lack."""
    states, undated, claims = run.states, run.undated, run.pace.claims
    if states.total() > 1:
        came = ", ".join(f"{states[state]} {state}" for state in STATES if states[state])
        _say(err, f"{states.total()} articles: {came}; {claims} claim{'s' * (claims != 1)}")
    if undated:
        which = "" if states.total() == 1 else f"{undated} of them with "
        _say(err, f"hint: {which}{_NO_COLUMN if run.undated_rows == undated else _NO_DATE}")


def _say(err: Console, line: str) -> None:
    err.print(clean_line(line), markup=False, highlight=False, soft_wrap=True)
