"""Let a person correct a claim in the editor of their choice."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from counterclaim.knowledge.predicates import load_predicates
from counterclaim.ledger import read_article
from counterclaim.ledger.find import events_folder
from counterclaim.ledger.read import read_record
from counterclaim.presentation.problems import render_problem
from counterclaim.records import Claim
from counterclaim.records.check import check_text
from counterclaim.records.convert import claim_to_dict, record_to_dict
from counterclaim.records.decoding import decode, read_bytes
from counterclaim.records.problem import Problem
from counterclaim.records.reading import RecordShapeError, record_from_dict
from counterclaim.records.strict_yaml import parse
from counterclaim.records.yaml_io import dump_plain, dump_record

USUAL = "vi"


class NotEdited(Exception):  # noqa: N818 it is an answer, not a fault
    """Nothing was corrected; the message says why."""


def edit_claim(ledger: Path, claim: Claim) -> Claim:
    """The claim as a person has left it in $VISUAL or $EDITOR; its id stays.

    Raises `NotEdited` where nothing was changed, or what was written is no record of the article.
    """
    before = dump_plain(claim_to_dict(claim))
    text = _edited(before)
    if text == before:
        raise NotEdited("nothing was changed")
    plain, problems, _ = parse(text, "the corrected record")
    if problems or not isinstance(plain, dict):
        raise NotEdited("\n".join(map(render_problem, problems)) or "it is no record any more")
    article = claim.id.rpartition("#")[0]
    record, _ = read_record(events_folder(ledger) / f"{article}.yaml")
    if record is None:
        raise NotEdited("its file cannot be read any more")
    whole = record_to_dict(replace(record, events=(claim,)))
    try:
        (corrected,) = record_from_dict({**whole, "events": [{**plain, "id": claim.id}]}).events
    except RecordShapeError as error:
        raise NotEdited(f"it is no record: {error}") from error
    corrected = replace(corrected, responds_to=claim.responds_to)
    found = check_text(
        dump_record(replace(record, events=(corrected,))),
        "the corrected record",
        article_text=_article(ledger, article),
        event_types=frozenset(load_predicates()),
    )
    wrong = [problem for problem in found if problem.code != "CC043"]  # the others are not here
    if wrong:
        raise NotEdited("\n".join(map(render_problem, wrong)))
    return corrected


def _article(ledger: Path, article: str) -> str | None:
    try:
        return read_article(ledger, article)
    except (OSError, ValueError):
        return None


def _edited(text: str) -> str:
    """Some YAML as it comes back from the editor."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or USUAL
    with tempfile.TemporaryDirectory() as away:
        file = Path(away) / "record.yaml"
        file.write_text(text, encoding="utf-8")
        try:
            code = subprocess.call([*shlex.split(named), str(file)])  # noqa: S603 the user's own
        except (OSError, ValueError) as error:
            raise NotEdited(f"the editor {named} cannot be run: {error}") from error
        if code:
            raise NotEdited(f"the editor ended with {code}: nothing is changed")
        data = read_bytes(file, "the corrected record")
        found = data if isinstance(data, Problem) else decode(data, "the corrected record")
        if isinstance(found, Problem):
            raise NotEdited(render_problem(found))
        return found
