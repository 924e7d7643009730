"""All formats of `counterclaim export`. Another one is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counterclaim.presentation.export.annotation import to_web_annotation
from counterclaim.presentation.export.coded import to_acled, to_ucdp
from counterclaim.presentation.export.csl import to_csl
from counterclaim.presentation.export.doccano import to_doccano
from counterclaim.presentation.export.flat import (
    to_csv_tables,
    to_jsonl_tables,
    to_parquet_tables,
)
from counterclaim.presentation.export.ftm import to_ftm
from counterclaim.presentation.export.geojson import to_geojson
from counterclaim.presentation.export.label_studio import to_label_studio
from counterclaim.presentation.export.markdown import to_markdown_page
from counterclaim.presentation.export.model import Exported, Files
from counterclaim.presentation.export.obsidian import to_obsidian
from counterclaim.presentation.export.prodigy import to_prodigy
from counterclaim.presentation.export.schema_org import to_schema_org
from counterclaim.presentation.export.stix import to_stix


@dataclass(frozen=True, slots=True)
class Format:
    """One format: what it is for, and what makes its files. Those of a `vault` belong into one
    folder; of the others the first is printed, or the one asked for. `texts`: it needs the texts
    of the articles."""

    says: str
    write: Callable[[Exported], Files]
    vault: bool = False
    texts: bool = False


FORMATS: dict[str, Format] = {
    "csv": Format("tables for spreadsheets, csvkit, pandas", to_csv_tables),
    "jsonl": Format("the same tables, for sqlite-utils, Datasette, DuckDB", to_jsonl_tables),
    "parquet": Format("the same tables, typed", to_parquet_tables),
    "geojson": Format("claims on a map", to_geojson),
    "acled": Format("claims in the columns of ACLED", to_acled),
    "ucdp": Format("claims that count dead, in the columns of UCDP GED", to_ucdp),
    "ftm": Format("FollowTheMoney, for Aleph", to_ftm),
    "web-annotation": Format("W3C Web Annotation, JSON-LD", to_web_annotation, texts=True),
    "schema-org": Format("schema.org Claim, JSON-LD", to_schema_org),
    "stix": Format("STIX 2.1: Note, Opinion, Location", to_stix),
    "labelstudio": Format("Label Studio, to correct what was read", to_label_studio, texts=True),
    "doccano": Format("doccano", to_doccano, texts=True),
    "prodigy": Format("Prodigy and spaCy", to_prodigy, texts=True),
    "obsidian": Format("a vault of notes with links", to_obsidian, vault=True),
    "csl-json": Format("the articles as references, for Zotero", to_csl),
    "markdown": Format("one page of claims", to_markdown_page),
}
"""The formats by the names that `--to` takes."""
