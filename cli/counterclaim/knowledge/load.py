"""Reading of knowledge files: YAML in which only true, false and null are not text, and TSV."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from counterclaim.resources import data_path

# The base loader resolves nothing: Norway (NO) stays a text, and so does 2023-01-25. It is also
# three times as quick as the safe one; both read plain data only, never a tag.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_WORDS = {"true": True, "false": False, "null": None}


def read_yaml(path: Path) -> Any:
    """The content of one YAML file; every scalar but true, false and null is a string.

    >>> read_yaml(data_path("sides.yaml"))["sides"][0]["id"]
    'russia'
    """
    with path.open("rb") as stream:
        return _settle(yaml.load(stream, Loader=_LOADER))  # noqa: S506 builds plain data only


def read_folder(*parts: str) -> list[tuple[str, Any]]:
    """All YAML files of a folder of `data/` as (file name, content), sorted by name."""
    # Sorted: the order of a folder differs from machine to machine, and the first name wins.
    paths = sorted(data_path(*parts).glob("*.yaml"))
    return [(path.name, read_yaml(path)) for path in paths]


def read_tsv(path: Path) -> list[dict[str, str]]:
    """The rows of a table with tabs; # begins a comment line, the first line is the head."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    head = rows[0]
    return [dict(zip(head, row + [""] * (len(head) - len(row)), strict=False)) for row in rows[1:]]


def _settle(value: Any) -> Any:
    if isinstance(value, str):
        return _WORDS.get(value, value)
    if isinstance(value, list):
        return [_settle(item) for item in value]
    return {key: _settle(item) for key, item in value.items()}
