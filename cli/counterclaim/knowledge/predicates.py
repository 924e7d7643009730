"""The predicates: what can be claimed of a place at war, and the words that nominate each.

Read from data/predicates/: the predicates with their meaning, their codes in other schemes and
their cues (predicates.yaml), and the words that confirm a cue or fill a role (words.yaml).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from counterclaim.knowledge.lexicon import noun_classes
from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path

FALLBACK = "statement"
"""The type of a claim that no predicate covers: somebody says something."""
PLANNED = "intent"
"""The type of a claim that holds only what is to come."""

_JOINTS = {
    " ~ ": r"\s+(?:[^\s,;:.]+\s+){0,3}",
    " ?": r"[\s-]?",
    " ": r"[\s-]+",
    "*": r"\w*",
    "(": "(?:",
}
_KEY = 4
_NESTED = r"(?:[^()]|\([^()]*\))*"  # what stands in a group, with groups of its own


@dataclass(frozen=True, slots=True)
class Cue:
    """One group of cues of one predicate, and what must hold for them to count.

    `pattern` is a regular expression source for the start of a word in lower-case text;
    `starts` are the first letters (two to four) that make a look worth while.
    """

    predicate: str
    pattern: str
    starts: tuple[str, ...]
    object: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    no_object: frozenset[str] = frozenset()
    pos: str | None = None
    head: bool = False
    weak: bool = False
    arms: bool = False
    wraps: bool = False
    agent: str | None = None
    over: frozenset[str] = frozenset()
    roles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Predicate:
    """One predicate. `rank` is its place in the order of specificity, 0 the most specific; `words`
    are roles with the table that gives their value, `set` the roles that every claim of it has.
    """

    id: str
    group: str
    kind: str
    topic: str
    definition: str
    initiator: str | None
    target: str | None
    hurts: str | None
    roles: tuple[str, ...]
    families: tuple[str, ...]
    finer: tuple[str, ...]
    attempted: str | None
    failed: str | None
    mood: str | None
    words: tuple[tuple[str, str], ...]
    set: tuple[tuple[str, str], ...]
    plover: str | None
    cameo: str | None
    acled: str | None
    rank: int
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Noun classes by word (the lexicon), role values by word and plain sets (words.yaml)."""

    classes: dict[str, frozenset[str]]
    roles: dict[str, dict[str, str]]
    sets: dict[str, frozenset[str]]


@cache
def load_predicates() -> dict[str, Predicate]:
    """All predicates by id, in the order of the file; read once.

    >>> load_predicates()["attack_repelled"].initiator
    'defender'
    """
    data = _file()
    ranks = {name: rank for rank, name in enumerate(data["specificity"])}
    return {item["id"]: _predicate(item, ranks[item["id"]]) for item in data["predicates"]}


@cache
def family(name: str) -> frozenset[str]:
    """The event types of one family: what rules ask for in place of names of predicates.

    >>> "shelling" in family("strike")
    True
    """
    if name not in _file()["families"]:
        raise KeyError(f"no family of predicates is called {name}")
    named = {**_file()["also"], **{p.id: p.families for p in load_predicates().values()}}
    return frozenset(kind for kind, families in named.items() if name in families)


@cache
def _file() -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(data_path("predicates", "predicates.yaml"))
    return data


@cache
def load_words() -> Words:
    """The word classes and role words; read once.

    >>> sorted(load_words().classes["village"])
    ['object:civilian', 'place']
    """
    data = read_yaml(data_path("predicates", "words.yaml"))
    tables = {key: value for key, value in data.items() if isinstance(value, dict)}
    sets = {key: frozenset(value.split()) for key, value in data.items() if key not in tables}
    roles = {key: _by_word(table) for key, table in tables.items()}
    return Words(noun_classes("events"), roles, sets)


@cache
def _cues_by_start() -> dict[str, tuple[Cue, ...]]:
    """The prefilter: the first letters of a word to the cues that may begin there."""
    index: dict[str, list[Cue]] = {}
    for predicate in load_predicates().values():
        for cue in predicate.cues:
            for start in cue.starts:
                index.setdefault(start, []).append(cue)
    return {start: tuple(cues) for start, cues in index.items()}


@lru_cache(maxsize=65536)
def cues_from(word: str) -> tuple[Cue, ...]:
    """The cues that may begin with a word (lower case), by its first letters."""
    starts = (word[:size] for size in range(2, min(len(word), _KEY) + 1))
    return tuple(cue for start in starts for cue in _cues_by_start().get(start, ()))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """One alternation for all cues of a group, compiled when first needed."""
    return re.compile(pattern)


def _predicate(item: dict[str, Any], rank: int) -> Predicate:
    texts: dict[str, Any] = {
        key: item.get(key) for key in Predicate.__dataclass_fields__ if key not in _BUILT
    }
    plain = [cue for cue in item["cues"] if isinstance(cue, str)]
    groups = [{"any": ", ".join(plain)}] if plain else []
    groups += [cue for cue in item["cues"] if not isinstance(cue, str)]
    return Predicate(
        **texts,
        roles=tuple(item["roles"]),
        families=tuple(item["families"]),
        finer=tuple(item.get("finer", ())),
        words=tuple(item.get("words", {}).items()),
        set=tuple(item.get("set", {}).items()),
        rank=rank,
        cues=tuple(_cue(item["id"], group) for group in groups),
    )


_BUILT = frozenset({"roles", "families", "finer", "words", "set", "rank", "cues"})


def _cue(predicate: str, group: dict[str, Any]) -> Cue:
    cues = group["any"].split(", ")
    # Longest first: at one word the fuller cue says more ("counter attack" before "counter").
    cues.sort(key=lambda cue: (-len(cue), cue))
    return Cue(
        predicate=predicate,
        pattern=f"(?:{'|'.join(map(_regex, cues))})(?!\\w)",
        starts=tuple(sorted({start for cue in cues for start in _starts(cue)})),
        object=frozenset(group.get("object", ())),
        subject=frozenset(group.get("subject", ())),
        present=frozenset(group.get("with", ())),
        absent=frozenset(group.get("without", ())),
        no_object=frozenset(group.get("no_object", ())),
        pos=group.get("pos"),
        head=group.get("head", False),
        weak=group.get("weak", False),
        arms=group.get("arms", False),
        wraps=group.get("wraps", False),
        agent=group.get("agent"),
        over=frozenset(group.get("over", ())),
        roles=tuple(sorted(group.get("set", {}).items())),
    )


def _regex(cue: str) -> str:
    """The regular expression for a cue in the notation of predicates.yaml."""
    return re.sub(r" ~ | \?| |\*|\(", lambda joint: _JOINTS[joint[0]], cue)


def _starts(cue: str) -> set[str]:
    """First letters of all that a cue can match; a group at its head is opened."""
    group = re.match(rf"\({_NESTED}\)(?!\?)", cue)
    heads = re.findall(r"(?:^|\|)((?:[^()|]|\([^()]*\))+)", group[0][1:-1]) if group else [cue]
    return {_literal(head)[:_KEY] for head in heads}


def _literal(cue: str) -> str:
    letters = re.match(r"[a-z][a-z0-9-]*", cue)
    if letters is None:
        raise ValueError(f"a cue must begin with letters: {cue!r}")
    found = letters[0]
    return found[:-1] if cue[len(found) : len(found) + 1] == "?" else found


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: value for value, words in table.items() for word in words.split()}
