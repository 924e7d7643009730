"""Records to YAML and back: readable, stable bytes; strict reading."""

from __future__ import annotations

from typing import Any

import yaml

from counterclaim.records.characters import number, steers
from counterclaim.records.convert import record_to_dict
from counterclaim.records.model import Record
from counterclaim.records.problem import Problem
from counterclaim.records.strict_yaml import DECIMAL, parse

WIDTH = 100
_FLOW_KEYS = frozenset(
    {"spans", "span", "mention", "cue", "relay", "initiator", "target", "also", "places", "time"}
    | {"quantities", "review"}
)
_BLOCK_LISTS = frozenset({"also", "places", "quantities"})
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Flow(dict[str, Any]):
    """A mapping to be written in one line: ``{text: Bakhmout, span: [12, 20]}``."""


class _FlowList(list[Any]):
    """A list to be written in one line: ``[[12, 20]]``."""


def dump_record(record: Record) -> str:
    """The YAML of a record file: block style, with spans, places and actors in one line.

    What other readers of YAML would take for something else (dates, `NO`) is quoted.

    >>> from counterclaim.records import ArticleInfo
    >>> info = ArticleInfo("2023-01-25-x-0", "0", "x.txt", published="2023-01-25")
    >>> print(dump_record(Record(info)).splitlines()[-3])
      published: '2023-01-25'
    """
    return _dump(record_to_dict(record), _DUMPER)


def dump_plain(value: dict[str, Any]) -> str:
    """The YAML of a mapping such as `claim_to_dict` gives, in the style of the record files."""
    return _dump(value, _DUMPER)


def load_yaml(text: str, file: str) -> tuple[Any | None, list[Problem]]:
    r"""Read YAML strictly: its value, or None and the problems.

    >>> load_yaml("title: a\ntitle: b", "a.md")[1][0].message
    '`title` is given twice: here and in line 1'
    """
    value, problems, _ = parse(text, file)
    return (None if problems else value), problems


def _dump(value: dict[str, Any], dumper: Any) -> str:
    dumped: str = yaml.dump(
        _styled(value),
        Dumper=_record_dumper(dumper),
        allow_unicode=True,
        sort_keys=False,
        width=WIDTH,
    )
    return number(dumped)


def _styled(value: Any, key: str = "") -> Any:
    """Mark what is to be written in one line."""
    if isinstance(value, dict):
        styled = {name: _styled(item, name) for name, item in value.items()}
        return _Flow(styled) if key in _FLOW_KEYS else styled
    if isinstance(value, list):
        items = [_styled(item, key) for item in value]
        one_line = key in _FLOW_KEYS and key not in _BLOCK_LISTS
        return _FlowList(items) if one_line else items
    return value


_DUMPERS: dict[Any, Any] = {}


def _record_dumper(base: Any) -> Any:
    """A dumper that knows our styles, made once for each base."""
    if base not in _DUMPERS:
        dumper = type("RecordDumper", (base,), {"ignore_aliases": lambda _, __: True})
        dumper.add_representer(_Flow, _represent_flow)  # type: ignore[attr-defined]
        dumper.add_representer(_FlowList, _represent_flow_list)  # type: ignore[attr-defined]
        dumper.add_representer(str, _represent_text)  # type: ignore[attr-defined]
        _DUMPERS[base] = dumper
    return _DUMPERS[base]


def _represent_flow(dumper: Any, value: _Flow) -> Any:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=True)


def _represent_flow_list(dumper: Any, value: _FlowList) -> Any:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)


def _represent_text(dumper: Any, value: str) -> Any:
    """Text. What our reader would take for a number is quoted; paragraphs stand as they are. What
    would steer a terminal stands between double quotes, where it can be written as its number."""
    style = "|" if "\n" in value else "'" if DECIMAL.match(value) or value == "~" else None
    style = '"' if steers(value) else style
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)
