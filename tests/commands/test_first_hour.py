"""The first hour: what people type who have just installed it, in the order in which they do. Each
does what they expect or says what to type."""

from __future__ import annotations

import pytest

TYPED = [
    ("", 2, "Usage: counterclaim"),
    ("-V", 0, "counterclaim "),
    ("help compare", 0, "Example: counterclaim compare"),
    ("ingest convoy.txt --ledger new --date 14.03.2023", 0, "new/events/"),
    ("ingest nosuch.txt", 2, "check the name"),
    ("ingest https://example.org/a", 2, "save the page"),
    ("compare orikhiv", 0, "Orikhiv"),
    ("compare orikhiv lyman", 0, "Lyman"),
    ("compare orikhiv,lyman", 0, "Lyman"),
    ("compare orikhvi", 0, "did you mean Orikhiv"),
    ("compare orikhiv 1", 0, "(question 1)"),
    ("compare 1", 2, "name its place before it"),
    ("compare orikhiv --csv", 0, "topic,question,verdict"),
    ("compare orikhiv -o orikhiv.html", 0, "written: orikhiv.html"),
    ("compare orikhiv --topic casulties", 2, "did you mean casualties?"),
    ("compare orikhiv --plase x", 2, "--place"),
    ("comapre orikhiv", 2, "Did you mean 'compare'?"),
    ("--ledger case compare orikhiv", 0, "Orikhiv"),
    ("explain orikhiv", 2, "name one by its number"),
    ("explain orikhiv 1", 0, "All of them: counterclaim compare Orikhiv 1 --all"),
    ("explain cc24", 0, "CC024 value not allowed"),
    ("list", 2, "places, articles, sources, sides or topics"),
    ("list place", 0, "Orikhiv"),
    ("list articles", 0, "Convoy halted"),
    ("find shells", 0, "Shells fell on Orikhiv"),
    ("search shells", 2, "type counterclaim find shells"),
    ("show convoy", 0, "[1]"),
    ("show convoy --entities", 0, "called"),
    ("export csv", 0, "id,article,"),
    ("export", 2, "Formats: csv"),
    ("export -o claims.geojson", 0, "wrote 1 file"),
    ("stats case", 0, "claims"),
    ("remove convoy", 2, "delete its two files"),
    ("config", 0, "ledger"),
]


@pytest.mark.parametrize(("typed", "code", "answer"), TYPED, ids=[row[0] for row in TYPED])
def test_what_is_typed_is_done_or_answered(cli, convoy, typed, code, answer):
    done = cli(*typed.split(), cwd=convoy.parent, env={"COUNTERCLAIM_LEDGER": "case"})
    assert done.returncode == code, done.stderr
    assert answer in done.stdout + done.stderr
