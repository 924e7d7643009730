"""Runs ended before every file operation, and several at once: small articles, ready records."""

from __future__ import annotations

from functools import partial

import pytest
from killing.ends import end_everywhere, tally
from killing.ready import use_ready_records, write_texts
from killing.scenes import deviations, make_scenes
from killing.together import overlapping, rounds, wire

import forked

NAMES = ("bell.txt", "depot.txt")

pytestmark = pytest.mark.skipif(not forked.COPIES, reason="processes cannot be copied here")


@pytest.fixture(scope="module", autouse=True)
def _warm():
    forked.warm()


@pytest.mark.parametrize(
    "scene", range(4), ids=["empty ledger", "another day", "printing", "correction"]
)
def test_whoever_is_ended_leaves_nothing_that_the_next_run_does_not_mend(tmp_path, scene):
    write = partial(write_texts, names=NAMES)
    chosen = make_scenes(write, tmp_path, use_ready_records)[scene]
    # all operations: make kills
    number, seen, first = tally(end_everywhere(chosen, tmp_path / "ends", every=3))
    assert number > 5
    assert not seen, first


@pytest.mark.parametrize("count", [2, 4])
def test_those_who_write_at_once_leave_what_one_after_the_other_leaves(tmp_path, count):
    lay_out = partial(overlapping, write_texts, NAMES, count)
    _, seen, first = tally(rounds(lay_out, tmp_path, 2, use_ready_records))
    assert not seen, first


def test_two_printings_at_once_are_both_kept(tmp_path):
    lay_out = partial(wire, write_texts, NAMES[:1])
    _, seen, first = tally(rounds(lay_out, tmp_path, 4, use_ready_records))
    assert not seen, first


def test_deviations_are_told_by_their_kinds():
    wanted = {"events/a.yaml": b"a", "articles/a.txt": b"a"}
    found = {
        "events/.a.yaml.7.tmp": b"",
        "events/a.yaml": b"b",
        "events/a.yaml.orig": b"a",
        "articles/b.txt": b"b",
    }
    assert deviations(wanted, wanted) == []
    assert deviations(found, wanted) == [
        "a .tmp is left",
        "a record has other bytes",
        "a text is left without its record",
        "a text is missing",
        "an .orig is left",
    ]
