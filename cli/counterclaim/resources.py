"""Where data, schemas and pages of documents lie: in the package, or at the top of a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root(name: str) -> Path:
    """The folder `name` ("data", "schemas", "docs"), installed from a wheel or used in place."""
    for candidate in (_PACKAGE / f"_{name}", _PACKAGE.parents[1] / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"counterclaim was installed without its {name}/ folder")


def data_path(*parts: str) -> Path:
    """A file below `data/`, for example ``data_path("gazetteer", "places.tsv")``."""
    return _root("data").joinpath(*parts)


def schema_path(name: str) -> Path:
    """A JSON Schema, for example ``schema_path("records.schema.json")``."""
    return _root("schemas") / name


def docs_path(name: str) -> Path:
    """A page of the documents that the program prints from: ``docs_path("errors.md")``."""
    return _root("docs") / name
