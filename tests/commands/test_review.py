"""`counterclaim review` and `fmt`: what a person says of claims, and files in order."""

import pytest

from counterclaim.commands import _review
from counterclaim.ledger import read_ledger
from counterclaim.ledger.made import is_untouched


@pytest.fixture
def ledger(convoy):
    return convoy


@pytest.fixture
def review(cli, ledger, monkeypatch):
    """Walk through the claims with these answers, as in a terminal."""
    monkeypatch.setattr(_review, "has_terminal", lambda: True)

    def run(*answers, options=(), env=None):
        arguments = ("review", "--ledger", str(ledger), "--reviewer", "jo", *options)
        return cli(*arguments, stdin="".join(f"{answer}\n" for answer in answers), env=env)

    return run


def record_file(ledger):
    (path,) = (ledger / "events").glob("*.yaml")
    return path


def record(ledger):
    ((found,), problems) = read_ledger(ledger)
    assert problems == []
    return found


def states(ledger):
    return [claim.review.status for claim in record(ledger).events]


def test_each_answer_is_written_into_its_claim(review, ledger, cli):
    done = review("a", "r")
    assert (done.returncode, "2 answers written" in done.stderr) == (0, True)
    assert states(ledger)[:2] == ["accepted", "rejected"]
    assert record(ledger).events[0].review.reviewer == "jo"
    assert len(record(ledger).events[0].review.date) == len("2023-01-25")
    assert cli("check", str(ledger)).returncode == 0
    assert is_untouched(record(ledger))


def test_only_what_is_not_reviewed_comes_again(review, ledger):
    review("a")
    assert "1 of 1" in review("q").stdout
    assert "1 of 2, accepted" in review("q", options=["--all"]).stdout


def test_a_note_stays_and_so_does_the_claim(review, ledger):
    review("n", "as in the broadcast", "", "q")
    first = record(ledger).events[0].review
    assert (first.status, first.note) == ("unreviewed", "as in the broadcast")
    review("a", "q")
    assert record(ledger).events[0].review.note == "as in the broadcast"


def test_undo_takes_the_last_answer_back(review, ledger):
    before = record_file(ledger).read_bytes()
    done = review("a", "u", "u", "q")
    assert "nothing to undo" in done.stderr
    assert record_file(ledger).read_bytes() == before


def test_a_claim_is_corrected_in_the_editor(review, ledger):
    done = review("c", "q", env={"EDITOR": "sed -i s/asserts/doubts/", "VISUAL": ""})
    first = record(ledger).events[0]
    assert (first.stance, first.review.status) == ("doubts", "corrected"), done.stderr


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("true", "nothing was changed"),
        ("false", "nothing is changed"),
        ("sed -i s/asserts/shouts/", "shouts"),
        ("sed -i s/^text:/words:/", "it is no record"),
        ("sed -i s/Shells/Bombs/", "CC030"),
        ("no-such-editor", "cannot be run"),
    ],
)
def test_what_is_no_correction_changes_nothing(review, ledger, editor, words):
    before = record_file(ledger).read_bytes()
    done = review("c", "q", env={"EDITOR": editor, "VISUAL": ""})
    assert words in done.stderr
    assert record_file(ledger).read_bytes() == before


def test_comments_stay_where_they_are(review, ledger):
    path = record_file(ledger)
    path.write_text(path.read_text().replace("  stance:", "  # ask the mayor\n  stance:", 1))
    review("a", "q")
    lines = path.read_text().splitlines()
    assert lines[lines.index("  # ask the mayor") + 1].startswith("  stance:")
    assert states(ledger)[0] == "accepted"


def test_without_a_terminal_it_says_so_in_one_line(cli, ledger):
    done = cli("review", "--ledger", str(ledger))
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_nothing_in_a_claim_steers_the_terminal(review, ledger):
    path = record_file(ledger)
    path.write_text(path.read_text().replace("stance: asserts", 'stance: "a\\e[31m"', 1))
    assert "\x1b" not in review("x\x1b[2J", "q").stdout


def test_only_what_is_reviewed_is_compared(review, ledger, cli):
    def compared(*options):
        done = cli("compare", "--ledger", str(ledger), "--format", "csv", "--all", *options)
        return {line.rpartition(",")[2] for line in done.stdout.splitlines()[1:]}

    first = record(ledger).events[0].id
    assert compared("--reviewed") == set()
    review("a", "r")
    assert compared("--reviewed") == {first}
    assert "accepted" in cli("compare", "--ledger", str(ledger), "--evidence").stdout
    left = cli("compare", "--ledger", str(ledger), "--reviewed", "--excluded", "--format", "json")
    assert "rejected in review" in left.stdout


# --- fmt ---


def test_files_come_in_order_with_their_comments(cli, ledger):
    path = record_file(ledger)
    tidy = path.read_text()
    lines = ["# who said it?", *tidy.splitlines()]
    at = next(n for n, line in enumerate(lines) if line.startswith("  quotation:"))
    lines[at] = "  quotation:    'indirect'   # or mixed"
    path.write_text("\n".join([*lines, "", "# end"]))
    assert cli("fmt", "--check", str(ledger)).returncode == 1
    assert cli("fmt", str(ledger)).returncode == 0
    once = path.read_text()
    kept = [line.replace("  # or mixed", "") for line in once.splitlines() if line[0] != "#"]
    assert kept == tidy.splitlines()
    assert once.splitlines()[0] == "# who said it?"
    assert once.endswith("# end\n")
    assert "  quotation: indirect  # or mixed\n" in once
    cli("fmt", str(ledger))
    assert path.read_text() == once


def test_a_file_with_problems_is_told_and_left(cli, ledger):
    path = record_file(ledger)
    path.write_text(path.read_text().replace("  stance:", "  mood: calm\n  stance:", 1))
    before = path.read_bytes()
    done = cli("fmt", str(ledger))
    assert (done.returncode, "mood" in done.stderr) == (1, True)
    assert path.read_bytes() == before
