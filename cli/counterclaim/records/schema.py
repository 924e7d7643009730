"""The schema check: every way in which a value is not a record, with its path."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from counterclaim.records.positions import Path
from counterclaim.resources import schema_path

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

_KINDS = {
    "array": "a list",
    "object": "a mapping",
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at a path of a record. `at_key`: it is the key that is meant."""

    path: Path
    code: str
    message: str
    hint: str = ""
    at_key: bool = False


def find_schema_errors(
    value: Any, schema: str = "records", *, partial: bool = False
) -> Iterator[Finding]:
    """Compare a value with `schemas/<schema>.schema.json`; `partial`: it need not be complete.

    >>> [finding.message for finding in find_schema_errors({"schema": "counterclaim/1"})]
    ['`article` is missing', '`events` is missing']
    """
    seen: set[Finding] = set()
    for error in _validator(schema, partial=partial).iter_errors(value):
        for finding in _findings(error):
            if finding not in seen:
                seen.add(finding)
                yield finding


@cache
def _validator(schema: str, *, partial: bool) -> Draft202012Validator:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 only checks pay for it

    rules = json.loads(schema_path(f"{schema}.schema.json").read_text(encoding="utf-8"))
    if partial:
        del rules["required"]
    return Draft202012Validator(rules)


def _findings(error: Any) -> Iterator[Finding]:
    """One error of jsonschema in our words."""
    path: Path = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        message = f"`{error.instance}` cannot be a key{_within(path)}"
        yield Finding((*path, error.instance), "CC022", message, at_key=True)
    elif error.validator in {"oneOf", "anyOf"}:
        yield from _branches(error, path)
    elif error.validator == "required":
        yield from _missing(error, path)
    elif error.validator == "additionalProperties" and error.validator_value is False:
        yield from _unknown(error, path)
    elif error.validator in {"enum", "const"}:
        yield _not_allowed(error, path)
    else:
        code, message, hint = _said(error, _name(path))
        yield Finding(path, code, message, hint)


def _branches(error: Any, path: Path) -> Iterator[Finding]:
    """A value that fits none of several rules: what is wrong by the rule for values of its type."""
    branches: dict[Any, list[Any]] = {}
    for inner in error.context:
        branches.setdefault(inner.schema_path[0], []).append(inner)
    if all(inner.validator == "required" for inner in error.context):
        keys = " or ".join(f"`{key}`" for inner in error.context for key in inner.validator_value)
        yield Finding(path, "CC021", f"{keys} is missing{_within(path)}", at_key=True)
        return
    typed = [b for b in branches.values() if not any(_is_of_other_type(e) for e in b)]
    if typed:
        yield from (finding for inner in typed[0] for finding in _findings(inner))
        return
    types = [_list(e.validator_value) for e in error.context if _is_of_other_type(e)]
    kinds = " or ".join(_KINDS[kind] for branch in types for kind in branch)
    yield Finding(path, "CC023", f"{_name(path)} is {_kind(error.instance)}, not {kinds}")


def _is_of_other_type(error: Any) -> bool:
    return error.validator == "type" and not error.relative_path


def _said(error: Any, name: str) -> tuple[str, str, str]:
    """Code, message and hint for a rule about one value."""
    value, rule = error.instance, error.validator_value
    match error.validator:
        case "type":
            kinds = " or ".join(_KINDS[kind] for kind in _list(rule))
            return "CC023", f"{name} is {_kind(value)}, not {kinds}", _quote_hint(rule, value)
        case "pattern":
            return "CC025", f"{name} has the wrong form: {_short(value)}", ""
        case "minimum":
            return "CC024", f"{name} is less than {rule}: {_short(value)}", f"at least {rule}"
        case "maximum":
            return "CC024", f"{name} is more than {rule}: {_short(value)}", f"at most {rule}"
        case "minLength":
            short = "empty" if rule == 1 else f"shorter than {rule} characters"
            return "CC024", f"{name} is {short}", "write null, or leave the key out"
        case "minItems" | "maxItems":
            return "CC023", f"{name} has {len(value)} items, not {rule}", ""
    return "CC020", f"{name}: {error.message}", ""


def _missing(error: Any, path: Path) -> Iterator[Finding]:
    """The keys that are missing, but for those that stand there misspelled: `_unknown` tells."""
    unknown = set(error.instance) - set(error.schema.get("properties", error.instance))
    for key in error.validator_value:
        if key not in error.instance and not get_close_matches(key, sorted(unknown), n=1):
            yield Finding(path, "CC021", f"`{key}` is missing{_within(path)}", at_key=True)


def _unknown(error: Any, path: Path) -> Iterator[Finding]:
    known = sorted(error.schema["properties"])
    for key in sorted(set(error.instance) - set(known)):
        near = get_close_matches(key, known, n=1)
        hint = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(known)}"
        message = f"`{key}` is not known{_within(path)}"
        yield Finding((*path, key), "CC022", message, hint, at_key=True)


def _not_allowed(error: Any, path: Path) -> Finding:
    rule = [error.validator_value] if error.validator == "const" else error.validator_value
    allowed = [str(word) for word in rule if word is not None]
    near = get_close_matches(str(error.instance), allowed, n=1)
    hint = f"did you mean `{near[0]}`?" if near else f"use one of {', '.join(allowed)}"
    message = f"{_name(path)} cannot be {_short(error.instance)}"
    return Finding(path, "CC024", message, hint)


def _quote_hint(rule: Any, value: Any) -> str:
    """Advice on quotation marks: without them a number is a number, and `yes` is a text."""
    if "string" in _list(rule) and isinstance(value, (int, float)):
        return f"put it between quotation marks: '{json.dumps(value)}'"
    words = ("true", "false", "yes", "no", "on", "off")
    return "write true or false" if rule == "boolean" and str(value).lower() in words else ""


def _list(rule: Any) -> list[str]:
    return [rule] if isinstance(rule, str) else list(rule)


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return json.dumps(value)
    names = {str: "a text", int: "a number", float: "a number", list: "a list", dict: "a mapping"}
    return names[type(value)]


def _name(path: Path) -> str:
    """How people name a place in a record: `stance`, item 2 of `spans`."""
    if not path:
        return "the file"
    if isinstance(path[-1], str):
        return f"`{path[-1]}`"
    keys = [step for step in path if isinstance(step, str)]
    return f"item {path[-1] + 1} of `{keys[-1]}`" if keys else "an item"


def _within(path: Path) -> str:
    return f" in {_name(path)}" if path else ""


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:59]}…"
