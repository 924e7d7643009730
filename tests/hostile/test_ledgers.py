"""Ledgers from somewhere else: nothing outside them is touched, no file stops the others."""

import json

import pytest

HUGE = "9" * 5_000


@pytest.fixture
def outside(here):
    """Files beside the ledger, and a way to see that they are as they were."""
    folder = here / "outside"
    folder.mkdir()
    (folder / "notes.txt").write_text("keep\n")
    (folder / "notes.yaml").write_text("keep: true\n")
    return lambda: {path.name: path.read_text() for path in folder.iterdir()}


@pytest.mark.parametrize("lead", ["../../outside/notes", "{here}/outside/notes", "..", "a/b"])
def test_an_id_never_leads_out_of_its_ledger(run, here, known, ledger, outside, lead):
    name = known_id(ledger())
    before, lead = outside(), lead.format(here=here)
    (here / "case" / "events" / f"{name}.yaml").unlink()
    hostile = ledger(name=f"x{name}", id=lead, number=f"{lead}#01") / "events" / f"x{name}.yaml"
    said = hostile.read_text()
    run("ingest", "known.txt", "-q", "--ledger", "case")
    run("ingest", "known.txt", "-q", "--published", "2023-01-25", "--ledger", "case")
    assert outside() == before
    assert hostile.read_text() == said
    checked = run("check", "case")
    assert checked.code == 1
    assert f"case/events/x{name}.yaml:3:7: CC041 " in checked.out


def test_a_record_under_the_name_of_another_article_costs_that_one_nothing(
    run, here, known, ledger, records
):
    (here / "other.txt").write_text("Mill shelled\n\nThe mill was shelled, Kyiv said.\n")
    run("ingest", "other.txt", "-q", "--ledger", "case")
    (other,) = records("case")
    text = here / "case" / "articles" / f"{other.stem}.txt"
    before = other.read_text(), text.read_text()
    copied = known_id(ledger())
    ledger(id=other.stem, number=f"{other.stem}#01")
    run("ingest", "known.txt", "-q", "--published", "2023-01-25", "--ledger", "case")
    assert (other.read_text(), text.read_text()) == before
    assert f"{copied}.yaml" in [path.name for path in records("case")]
    assert " CC041 " in run("check", "case").out


@pytest.mark.parametrize("title", [r'"\U00110000"', r'"\ud800"', "!!binary x", "&a [*a]"])
@pytest.mark.parametrize("command", [["compare"], ["show", "mill"], ["explain", "mill#1"]])
def test_a_damaged_record_costs_nothing_else(run, here, ledger, command, title):
    (here / "other.txt").write_text("Mill shelled\n\nThe mill in Orikhiv was shelled, Kyiv said.\n")
    run("ingest", "other.txt", "-q", "--ledger", "case")
    ledger(title=title)
    said = run(*command, "--ledger", "case")
    assert said.code in {0, 1}
    assert "shelled" in said.out


def test_a_damaged_record_is_told_with_its_line_and_column(run, ledger):
    name = known_id(ledger(title=r'"\U00110000"'))
    said = run("check", "case")
    assert said.code == 1
    assert said.out.startswith(f"case/events/{name}.yaml:6:")
    assert said.out.splitlines()[0].count(" CC010 ") == 1


@pytest.mark.parametrize("stance", [r'"asserts\e[31m\e]0;x\a"', r'"asserts\x9b31m"', r'"\u202e"'])
@pytest.mark.parametrize(
    "command",
    [
        ["compare", "--evidence"],
        ["compare", "--timeline"],
        ["compare", "--excluded"],
        ["compare", "--matrix"],
        ["compare", "--format", "json"],
        ["compare", "--format", "md"],
        ["compare", "--format", "csv"],
        ["compare", "--format", "html"],
        ["show", "orikhiv"],
        ["show", "orikhiv#1"],
        ["show", "orikhiv#1", "--format", "yaml"],
        ["show", "orikhiv", "--format", "json"],
        ["explain", "orikhiv#1"],
    ],
    ids=" ".join,
)
def test_orders_to_a_terminal_in_a_record_never_reach_it(run, ledger, command, stance):
    ledger(stance=stance)
    run(*command, "--ledger", "case")  # `run` looks for them in what is printed


def test_orders_to_a_terminal_in_the_name_of_a_ledger_never_reach_it(run, known):
    said = run("ingest", "known.txt", "--ledger", "a\x1b[31m")
    assert said.code == 0


@pytest.mark.parametrize("command", [["show"], ["explain"]])
def test_a_number_of_any_length_is_one_line(run, ledger, command):
    ledger()
    said = run(*command, f"orikhiv#{HUGE}", "--ledger", "case")
    assert said.code == 2
    assert len(said.lines) <= 4


@pytest.mark.parametrize("command", [["show", "orikhiv"], ["show", "orikhiv#1"], ["compare"]])
def test_a_number_of_any_length_in_a_ledger_stops_nothing(run, ledger, command):
    ledger(number=f"{known_id(ledger())}#{HUGE}")
    for words in ([*command, "--ledger", "case"], ["check", "case"]):
        said = run(*words)
        assert said.out or said.err


@pytest.mark.parametrize("columns", ["9" * 30, HUGE, "99999999", "-1", "0", "٣"])
def test_any_number_of_columns_will_do(run, ledger, columns):
    ledger()
    said = run("compare", "--ledger", "case", env={"COLUMNS": columns})
    assert said.code == 0
    assert "captured" in said.out


@pytest.mark.parametrize("width", ["100000000", "9" * 20, HUGE, "-5", "0"])
def test_any_width_is_used_or_refused(run, ledger, width):
    ledger()
    said = run("compare", "--ledger", "case", "--width", width)
    assert said.code in {0, 2}
    assert said.out or said.err


@pytest.mark.parametrize("command", [["check", "case"], ["compare", "--ledger", "case"]])
def test_a_pipe_among_the_records_is_skipped_and_said(run, ledger, fifo, command):
    ledger()
    fifo("case/events/zz.yaml")
    said = run(*command)
    assert said.code == 2
    assert "case/events/zz.yaml: CC001 " in said.out + said.err


@pytest.mark.parametrize("command", [["check", "case"], ["compare", "--ledger", "case"]])
def test_a_ledger_that_cannot_be_read_is_not_an_empty_one(run_powerless, ledger, command):
    events = ledger() / "events"
    events.chmod(0)
    try:
        said = run_powerless(*command)
    finally:
        events.chmod(0o755)
    assert said.code == 2
    assert "CC001 " in said.out + said.err
    assert "no problems" not in said.out + said.err


def test_json_of_a_whole_ledger_is_json(run, ledger):
    ledger(stance=r'"asserts\x9b"')
    assert json.loads(run("show", "orikhiv", "--ledger", "case", "--format", "json").out)


def known_id(folder):
    """The id of the one article of a ledger."""
    (text,) = (folder / "articles").glob("*orikhiv-under-fire*.txt")
    return text.stem
