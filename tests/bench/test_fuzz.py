"""A few trials of each kind of hostile input, always the same; and that the judges can condemn."""

from __future__ import annotations

import random
from dataclasses import replace

import fuzz_forms
import pytest
from fuzz import MAKERS, make_trial
from fuzz_forms import complaint, try_form
from fuzzing.forms import whole_files
from fuzzing.judging import judge
from fuzzing.reports import Report
from fuzzing.running import Outcome, run_trial
from fuzzing.shrinking import shrink
from fuzzing.trial import Trial, lay_out, snapshot

import forked
from forked import Ran

TRIALS = 6
QUICK = [kind for kind in MAKERS if kind != "environment"]
FAULTLESS = Trial("text", ("compare", "--ledger", "ledger"))

pytestmark = pytest.mark.skipif(not forked.COPIES, reason="processes cannot be copied here")


@pytest.fixture(scope="module", autouse=True)
def _warm():
    forked.warm()


@pytest.mark.parametrize("kind", QUICK)
def test_hostile_input_does_no_harm(kind):
    report = Report(None)
    for name in (f"short:{number}" for number in range(TRIALS)):
        trial = replace(make_trial(name, kind), way="copy")
        report.add(trial, judge(trial, run_trial(trial, forked.PATIENCE)), name)
    assert not report.failures, report.table()


@pytest.mark.parametrize("form", whole_files())
def test_a_damaged_file_gives_articles_or_problems(form):
    assert complaint(whole_files()[form], form) is None
    assert list(try_form(form, range(TRIALS), "short")) == []


def test_what_is_read_wrongly_is_told(monkeypatch):
    monkeypatch.setattr(fuzz_forms, "read_article_bytes", lambda *_: iter([3]))
    assert complaint(b"", "a.txt") == "neither article nor problem"
    monkeypatch.setattr(fuzz_forms, "read_article_bytes", lambda *_: {}["x"])
    assert "KeyError" in complaint(b"", "a.txt")


def test_a_trial_is_always_the_same():
    for kind in MAKERS:
        assert make_trial("1:1", kind) == make_trial("1:1", kind)
    assert make_trial("1:1", "text") != make_trial("1:2", "text")


@pytest.mark.parametrize(
    ("what", "ran"),
    [
        ("never ends", Ran(None, b"", b"")),
        ("memory", Ran(0, b"", b"", memory=2_000_000_000)),
        ("slow", Ran(0, b"", b"", cpu=6.0)),
        ("exit code", Ran(130, b"", b"stopped\n")),
        ("traceback", Ran(1, b"", b"Traceback (most recent call last):\nKeyError: 5\n")),
        ("not a word", Ran(2, b"", b"")),
        ("not UTF-8", Ran(0, b"\xff", b"")),
        ("steers a terminal", Ran(0, b"a\x1b[31m", b"")),
        ("steers a terminal", Ran(0, "a\x9b31m".encode(), b"")),
        ("steers a terminal", Ran(2, b"", "a\u202eb".encode())),
    ],
)
def test_a_run_that_misbehaves_is_condemned(what, ran):
    assert [found.what for found in judge(FAULTLESS, _outcome(ran))] == [what]


def test_a_run_that_behaves_is_not():
    assert judge(FAULTLESS, _outcome(Ran(1, b"a table\n", "café: CC010\n".encode()))) == []


@pytest.mark.parametrize("name", ["a/b/here/beside/notes.txt", "a/b/here/ledger/events/x.yaml"])
def test_who_only_reads_may_change_nothing(name):
    changed = Outcome(Ran(0, b"", b""), {name: b"a"}, {name: b"b"}, "a/b/here/ledger")
    assert [found.what for found in judge(FAULTLESS, changed)] == ["outside the ledger"]


def test_who_writes_may_change_its_ledger_alone():
    trial = replace(FAULTLESS, arguments=("ingest", "in"))
    inside = {"a/b/here/ledger/articles/x.txt": b"x"}
    assert judge(trial, _outcome(Ran(0, b"", b""), inside)) == []
    beside = {"a/b/here/x.txt": b"x"}
    found = judge(trial, _outcome(Ran(0, b"", b""), beside))
    assert [complaint.what for complaint in found] == ["outside the ledger"]


def test_a_lost_neighbour_and_wrong_words_are_condemned():
    trial = Trial("text", ("ingest", "in"), keeps=("good.txt",))
    record = b"article: {file: bad.txt}\nevents:\n- {text: mill, spans: [[0, 3]], source: {}}\n"
    after = {"a/b/here/ledger/events/x.yaml": record, "a/b/here/ledger/articles/x.txt": b"mill"}
    found = [complaint.what for complaint in judge(trial, _outcome(Ran(0, b"", b""), after))]
    assert found == ["a good one is lost", "words are not in the span"]


def test_json_is_json():
    trial = replace(FAULTLESS, arguments=("compare", "--format", "json"))
    assert [c.what for c in judge(trial, _outcome(Ran(0, b"[NaN]", b"")))] == ["not JSON"]
    assert judge(trial, _outcome(Ran(0, b"[1]\n", b""))) == []


def test_a_failure_is_made_small_and_kept_once(tmp_path):
    rng = random.Random(1)
    files = {"in/a.txt": bytes(rng.choices(b"abc \n", k=400)) + b"X", "in/b.txt": b"b"}
    trial = Trial("text", ("ingest", "in", "--outlet", "Gazette"), files)
    small = shrink(trial, lambda t: b"X" in t.files.get("in/a.txt", b""), 60)
    assert (dict(small.files), small.arguments) == ({"in/a.txt": b"X"}, ("ingest", "in"))
    report = Report(tmp_path)
    condemned = judge(FAULTLESS, _outcome(Ran(None, b"", b"")))
    (new,) = report.add(small, condemned, "1:1")
    assert report.add(small, condemned, "1:2") == []
    report.keep(new, small)
    (folder,) = tmp_path.iterdir()
    assert (folder / "files" / "in" / "a.txt").read_bytes() == b"X"
    assert (folder / "command.txt").read_text() == "counterclaim ingest in\n"
    assert "     2  never ends: text: compare (1:1)" in report.table()


def test_a_change_beside_a_ledger_is_seen(tmp_path):
    lay_out(FAULTLESS, tmp_path)
    before = snapshot(tmp_path)
    (tmp_path / "beside" / "notes.yaml").unlink()
    assert snapshot(tmp_path) != before


def _outcome(ran, after=None):
    return Outcome(ran, {}, after or {}, "a/b/here/ledger")
