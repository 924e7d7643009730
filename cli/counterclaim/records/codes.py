"""Every error there is: its code, what it is called and what to do about it.

`docs/errors.md` explains each one; `tests/errors/` holds an input that causes it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of error. `help` is printed under every problem that has no better advice."""

    code: str
    title: str
    help: str


_TABLE = (
    # Files
    ("CC001", "cannot be read", "check the name and the permissions"),
    ("CC002", "not UTF-8", "save it as UTF-8 (for example: iconv -f WINDOWS-1252 -t UTF-8)"),
    ("CC003", "control characters or binary data", "take the character out, or give a text file"),
    ("CC004", "too large", "split it: at most 20 MB are read from one file"),
    ("CC005", "byte order mark", "save it as UTF-8 without a byte order mark"),
    # YAML
    ("CC010", "not YAML", "look at the marked place and at the line before it"),
    ("CC011", "key given twice", "keep one of the two"),
    ("CC012", "tag", "take it out: records hold only text, numbers, true, false and null"),
    ("CC013", "anchor or alias", "write the value out in full, or put it between quotation marks"),
    ("CC014", "nested too deeply", "records are never more than a few levels deep"),
    ("CC015", "more than one document", "put each document into a file of its own"),
    # Shape
    ("CC020", "not in the form of a record", "compare it with schemas/records.schema.json"),
    ("CC021", "key missing", "add it; write null where the article does not say"),
    ("CC022", "unknown key", "remove it, or correct its spelling"),
    ("CC023", "wrong type", "compare it with schemas/records.schema.json"),
    ("CC024", "value not allowed", "use one of the values listed"),
    ("CC025", "wrong format", "dates are 2023, 2023-01 or 2023-01-25; ids are lower case"),
    ("CC026", "no such day", "check it against a calendar"),
    # Record against itself and its article
    ("CC030", "words are not in the span", "correct the span, or copy the words from the article"),
    ("CC031", "span outside the article", "spans are [start, end): code points, start before end"),
    ("CC032", "id given twice", "number the events of one article #01, #02, …"),
    ("CC033", "id of another article", "event ids are the id of the article, # and a number"),
    ("CC034", "ends before it begins", "exchange earliest and latest"),
    ("CC035", "unknown place", "take an id that `counterclaim place NAME` prints, or null"),
    ("CC036", "article text has changed", "ingest the article again"),
    ("CC037", "low, best, high out of order", "low <= best <= high; null leaves an end open"),
    ("CC038", "narrator", "name and kind are both `narrator`, or neither is"),
    ("CC039", "unknown event type", "take one of the predicates in data/predicates/"),
    ("CC040", "article text missing", "ingest the article again, or restore articles/<id>.txt"),
    ("CC041", "file named for another article", "name the file after the article's id"),
    ("CC042", "no ledger", "ingest an article first, or name the folder with --ledger"),
    ("CC043", "responds to no record", "name the id of another record of the article, or null"),
    ("CC044", "text without records", "ingest it again, or remove it"),
    # Articles
    ("CC060", "nothing to read", "give a text with at least one word"),
    ("CC061", "front matter", "begin and end it with a line of three hyphens: ---"),
    ("CC062", "no ISO date", "write it as 2023-01-25"),
    ("CC063", "folder without articles", "articles are texts, pages, mail, tables, PDF, DOCX"),
    ("CC064", "form that is not read", "save its text as .txt or .html"),
    ("CC065", "no column of texts", "name it with --text-column"),
    ("CC066", "package missing", 'install it: pip install "counterclaim[all]"'),
    (
        "CC067",
        "not English",
        "translate it; if it is English after all, write language: en",
    ),
    # Lines for `annotate`
    ("CC070", "line is not JSON", "write one JSON object in each line"),
    ("CC071", "line without text", 'each line is {"id": "…", "text": "…", "dct": null}'),
    # Knowledge of your own
    ("CC080", "no such id", "correct the id, or define it in a file of the same folder"),
    ("CC081", "name claimed twice", "keep it in one of the two, or put it under `weak` in both"),
    ("CC082", "no file of knowledge", "there are actors/, sources/, sides.yaml and offices.yaml"),
    # Settings
    ("CC090", "settings", "`counterclaim config` lists all settings and where each is from"),
)

CODES: dict[str, Code] = {row[0]: Code(*row) for row in _TABLE}
