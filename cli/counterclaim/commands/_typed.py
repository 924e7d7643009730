"""What people type who know other programs, written as this one has it.

Options before the command, `--csv` for `--format csv`, `list place` for `list places`. Nothing here
is the only way to say something, and nothing changes what an option means.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

FORMATS = ("json", "jsonl", "csv", "html", "md", "yaml", "geojson", "parquet")
_OWN = ("-h", "--help", "-V", "--version", "--install-completion", "--show-completion")
_FORMAT = {"export": "--to"}  # elsewhere --format
_ITS_OWN = {("merge", "--parquet")}  # an option of that name
_ALSO = {
    "ingest": {"--date": "--published"},
    "compare": {"--to": "--format"},
    "export": {"--format": "--to", "-f": "--to"},
    "reingest": {"-n": "--dry-run"},
}
_SAME = {"--no-color": ("--color", "never"), "--no-colour": ("--color", "never")}
OTHERWISE = {
    "add": "ingest", "read": "ingest", "parse": "ingest", "load": "ingest",
    "diff": "compare", "versus": "compare", "search": "find", "grep": "find", "query": "find",
    "cat": "show", "view": "show", "open": "show", "why": "explain", "validate": "check",
    "web": "serve", "browse": "serve", "server": "serve", "settings": "config", "count": "stats",
    "format": "fmt", "update": "reingest", "places": "list places", "articles": "list articles",
    "sources": "list sources", "sides": "list sides", "topics": "list topics",
    "outlets": "list articles",
}  # fmt: skip
"""Commands by the names that they have in other programs."""
REMOVE = ("remove", "rm", "delete", "del", "forget", "drop")
HOW_TO_REMOVE = (
    "to take an article out, delete its two files in the ledger: articles/ID.txt and events/ID.yaml"
)


def as_meant(arguments: Sequence[str], commands: Collection[str]) -> list[str]:
    """Write arguments as the program has them; what stands behind -- stays as it is.

    >>> as_meant(["--ledger", "case", "compare", "goma", "--csv"], ["compare"])
    ['compare', 'goma', '--format', 'csv', '--ledger', 'case']
    """
    end = arguments.index("--") if "--" in arguments else len(arguments)
    words, rest = _command_first(list(arguments[:end]), commands), list(arguments[end:])
    command = words[0] if words and words[0] in commands else ""
    written = [part for word in words for part in _written(word, command)]
    return [*_in_plural(written), *rest]


def _command_first(words: list[str], commands: Collection[str]) -> list[str]:
    """Put options that stand before the command behind what it is given."""
    if not words or not words[0].startswith("-") or words[0].partition("=")[0] in _OWN:
        return words
    at = next((at for at, word in enumerate(words) if word in commands), 0)
    return [*words[at:], *words[:at]]


def _written(word: str, command: str) -> tuple[str, ...]:
    name, sign, value = word.partition("=")
    if word in _SAME:
        return _SAME[word]
    if (command, name) in _ITS_OWN:
        return (word,)
    if word.removeprefix("--") in FORMATS and word.startswith("--"):
        return _FORMAT.get(command, "--format"), word.removeprefix("--")
    return (_ALSO.get(command, {}).get(name, name) + sign + value,)


def _in_plural(words: list[str]) -> list[str]:
    """`list place` is `list places`."""
    kinds = ("place", "article", "source", "side", "topic")
    if words[:1] != ["list"]:
        return words
    at = next((at for at, word in enumerate(words) if at and not word.startswith("-")), 0)
    return [f"{word}s" if at == i and word in kinds else word for i, word in enumerate(words)]
