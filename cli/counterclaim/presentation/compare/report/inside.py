"""The same as data, inside the page: links that hold whole files, so that no server is asked."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from base64 import b64encode
from collections.abc import Iterator

from counterclaim.comparison import Comparison
from counterclaim.presentation.compare.as_json import to_json
from counterclaim.presentation.compare.flat import to_csv
from counterclaim.presentation.compare.report.parts import Attachment

PLAIN = 40_000  # bytes: larger files are packed
RELATIONS = 5  # of one claim to later ones, the gravest
_EPOCH = (1980, 1, 1, 0, 0, 0)
_TYPES = {"csv": "text/csv;charset=utf-8", "json": "application/json"}


def attach(comparison: Comparison) -> Iterator[Attachment]:
    """Give the claims as CSV and the comparison as JSON; both in a ZIP where they are large.

    >>> [file.name for file in attach(comparison)]
    ['orikhiv.csv', 'orikhiv.json']
    """
    stem = _stem(comparison)
    files = {
        "csv": to_csv(comparison).encode("utf-8", "replace"),
        "json": to_json(comparison, most=RELATIONS).encode("utf-8", "replace"),
    }
    if sum(map(len, files.values())) > PLAIN:
        packed = _pack({f"{stem}.{kind}": data for kind, data in files.items()})
        yield Attachment(
            f"{stem}.zip", _label("CSV and JSON", packed), _href("application/zip", packed)
        )
        return
    for kind, data in files.items():
        yield Attachment(f"{stem}.{kind}", _label(kind.upper(), data), _href(_TYPES[kind], data))


def _stem(comparison: Comparison) -> str:
    """Name the files after the place, in letters that every system takes."""
    name = comparison.place.name if comparison.place else "claims"
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "claims"


def _label(kind: str, data: bytes) -> str:
    return f"{kind}, {max(round(len(data) / 1000), 1)} kB"


def _href(media: str, data: bytes) -> str:
    return f"data:{media};base64,{b64encode(data).decode('ascii')}"


def _pack(files: dict[str, bytes]) -> bytes:
    """Pack files so that the same ones give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, data in files.items():
            packed.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED, 9)
    return made.getvalue()
