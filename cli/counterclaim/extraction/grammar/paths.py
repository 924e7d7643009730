"""Paths over the tree: where the roles of a word stand, written as data instead of functions.

    >>> path = compile_path("^obj{giving} .subject")

from "denial" in `Kyiv issued a denial` goes up to a verb of giving whose object it is, and on to
that verb's subject. A path is read from left to right; each step takes every word it has come to
and gives those it leads to. Rows of data hold several paths, tried in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from counterclaim.extraction.grammar.arguments import counted_by, objects_of, subject
from counterclaim.extraction.grammar.conditions import CONDITIONS, Test
from counterclaim.extraction.grammar.voice import agent_of
from counterclaim.language.tree import Parse, Word

Step = Callable[[Parse, Word], list[Word]]
Classes = Mapping[str, frozenset[str]]

_TOKENS = re.compile(
    r"(?P<axis>[>^.])(?P<names>[a-z:]+(?:,[a-z:]+)*)?|(?P<test>\[[a-z,-]+\]|\{[\w,-]+\}|\?!?[a-z]+)"
)


@dataclass(frozen=True, slots=True)
class Path:
    """A compiled path; `written` is how the row spells it, `ways` are its alternatives."""

    written: str
    ways: tuple[tuple[Step, ...], ...]

    def words(self, parse: Parse, word: Word) -> list[Word]:
        """All the words that the first way with an answer leads to from `word`."""
        for way in self.ways:
            found = _follow(parse, word, way)
            if found:
                return found
        return []


def _follow(parse: Parse, word: Word, way: tuple[Step, ...]) -> list[Word]:
    found = way[0](parse, word)
    for step in way[1:]:
        found = [there for here in found for there in step(parse, here)]
    return found


def first(parse: Parse, word: Word, paths: Iterable[Path]) -> Word | None:
    """The first word that the first path with an answer leads to."""
    return next((there for path in paths for there in path.words(parse, word)), None)


def compile_path(written: str, classes: Classes | None = None) -> Path:
    """The path that a row spells; `classes` are its word classes by name.

    path = way (" | " way)*
    way = step (" " step)*
    """
    known = {} if classes is None else classes
    ways = [way.split() for way in written.split(" | ")]
    if not all(ways):
        raise ValueError("an empty path leads nowhere")
    return Path(written, tuple(tuple(_step(part, known) for part in way) for way in ways))


def _step(written: str, classes: Classes) -> Step:
    """Step = (down / up / question / here) test*"""
    opening = _TOKENS.match(written)
    if opening is None:
        raise ValueError(f"no step of a path: {written!r}")
    axis, names = (
        opening["axis"],
        tuple((opening["names"] or "").split(",") if opening["names"] else ()),
    )
    rest = written[opening.end() :] if axis else written
    tests = tuple(_test(part, classes) for part in _parts(rest, written))
    move = _MOVES[axis](names, written) if axis else _stay

    def step(parse: Parse, word: Word) -> list[Word]:
        found = move(parse, word)
        for test in tests:
            found = [w for w in found if test(parse, w)]
        return found

    return step


def _parts(rest: str, written: str) -> list[str]:
    parts = [m["test"] for m in _TOKENS.finditer(rest) if m["test"]]
    if "".join(parts) != rest:
        raise ValueError(f"no test of a path: {rest!r} in {written!r}")
    return parts


def _down(names: tuple[str, ...], written: str) -> Step:
    """Down = ">" relations? : the dependants of a word, all or of some relations."""
    return lambda parse, word: parse.children(word.i, *names)


def _up(names: tuple[str, ...], written: str) -> Step:
    """Up = "^" relations? : the governor, if the word hangs on it by one of the relations."""

    def move(parse: Parse, word: Word) -> list[Word]:
        above = parse.head(word)
        fits = not names or word.rel in names or word.dep in names
        return [above] if above is not None and fits else []

    return move


def _question(names: tuple[str, ...], written: str) -> Step:
    """Question = "." name : what the grammar answers: `.subject`."""
    if len(names) != 1 or names[0] not in QUESTIONS:
        raise ValueError(f"the grammar knows no such question: {written!r}")
    return QUESTIONS[names[0]]


def _stay(parse: Parse, word: Word) -> list[Word]:
    """Here = "" : the word itself, for tests that stand alone."""
    return [word]


_MOVES = {">": _down, "^": _up, ".": _question}


def _test(written: str, classes: Classes) -> Test:
    """Test = marks / class / condition"""
    kind, body = written[0], written[1:]
    if kind == "[":
        return _marks(body.removesuffix("]"))
    if kind == "{":
        return _class(body.removesuffix("}"), classes)
    return _condition(body)


def _marks(body: str) -> Test:
    """Marks = "[" word ("," word)* "]" : the preposition or conjunction that opens the phrase."""
    words = frozenset(body.split(","))

    def test(parse: Parse, word: Word) -> bool:
        return any(w.lower in words for w in parse.children(word.i, "case", "mark"))

    return test


def _class(body: str, classes: Classes) -> Test:
    """Class = "{" name ("," name)* "}" : the word belongs to a class, or is the name, by its lemma
    or as written: lemmas of plurals and participles are not always right."""
    known = frozenset[str]().union(*(classes.get(n, frozenset({n})) for n in body.split(",")))
    return lambda parse, word: word.lemma.lower() in known or word.lower in known


def _condition(body: str) -> Test:
    """Condition = "?" "!"? name"""
    name = body.removeprefix("!")
    if name not in CONDITIONS:
        raise ValueError(f"no condition of a path: {body!r}")
    test = CONDITIONS[name]
    return test if name == body else lambda parse, word: not test(parse, word)


def _subject(parse: Parse, word: Word) -> list[Word]:
    found = subject(parse, word)
    return [] if found is None else [found, *counted_by(parse, found)]


def _object(parse: Parse, word: Word) -> list[Word]:
    found = objects_of(parse, word)
    return [*found, *(noun for head in found for noun in counted_by(parse, head))]


def _agent(parse: Parse, word: Word) -> list[Word]:
    found = agent_of(parse, word)
    return [] if found is None else [found]


QUESTIONS: dict[str, Step] = {"subject": _subject, "agent": _agent, "object": _object}
