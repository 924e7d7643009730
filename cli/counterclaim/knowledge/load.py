"""Reading of knowledge files: YAML in which only true, false and null are not text, and TSV."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from counterclaim.resources import data_path

# The base loader resolves nothing: Norway (NO) stays a text, and so does 2023-01-25. It composes
# nodes in C; making plain data of them here is twice as quick as its constructor, and reads no tag.
_BASE: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_WORDS = {"true": True, "false": False, "null": None}


class _Loader(_BASE):  # type: ignore[misc]
    def resolve(self, *_: Any) -> str:
        """Every node has the same tag, since nobody asks for it."""
        return "tag:yaml.org,2002:str"


def read_yaml(path: Path) -> Any:
    """The content of one YAML file; every scalar but bare true, false and null is a string.

    >>> read_yaml(data_path("sides.yaml"))["sides"][0]["id"]
    'russia'
    """
    loader = _Loader(path.read_bytes())
    try:
        return _content(loader.get_single_node())
    finally:
        loader.dispose()


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


def _content(node: Any) -> Any:
    """A node as plain data; an empty file is nothing."""
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.style else _WORDS.get(node.value, node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_content(item) for item in node.value]
    return node and {key.value: _content(value) for key, value in node.value}
