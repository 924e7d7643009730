"""Pages from templates of `data/`: every value cleaned and escaped, one style sheet, no script."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from counterclaim.presentation.console import clean
from counterclaim.resources import data_path

if TYPE_CHECKING:
    from jinja2 import Environment


def render(template: str, **values: Any) -> str:
    r"""Write a page. Whatever the template prints is cleaned and escaped on its way out.

    >>> render("serve/missing.html.j2", what="Lyman", near=(), home="/")
    '<!DOCTYPE html>\n<html lang="en">...'
    """
    from markupsafe import Markup  # noqa: PLC0415 for pages alone

    looks = _looks()
    return (
        _environment()
        .get_template(template)
        .render(
            values,
            looks=Markup(looks),  # noqa: S704 our own file, which the hash below must be of
            allowed=f"sha256-{b64encode(sha256(looks.encode()).digest()).decode()}",
        )
    )


@cache
def _looks() -> str:
    return data_path("comparison", "report.css").read_text("utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 for pages

    return Environment(
        loader=FileSystemLoader(data_path()),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _finalize(value: Any) -> Any:
    """Clean each text as it is printed, also those that a later template forgets about."""
    if hasattr(value, "__html__"):  # what a macro of the template has printed: clean already
        return value
    return clean(value) if isinstance(value, str) else value
