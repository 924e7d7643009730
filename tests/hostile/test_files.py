"""Files, names and streams that are not what they seem: one clear line, and the others go on."""

import json
from pathlib import Path

import pytest

GOOD = "Mill shelled\n\nThe mill in Orikhiv was shelled, Kyiv said.\n"
LONG = "a" * 300
BAD_BYTE = "\udcff"
SMALL = 1_000_000_000
DAY = "2023-01-25"


def test_a_pipe_in_a_folder_is_skipped_and_said(run, here, fifo, records):
    (here / "in").mkdir()
    fifo("in/a.txt")
    (here / "in" / "b.txt").write_text(GOOD)
    said = run("ingest", "in", "-q", "--ledger", "out")
    assert said.code == 2
    assert said.lines[0].startswith("in/a.txt: CC001 ")
    assert len(records("out")) == 1


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/urandom", "/dev/full"])
@pytest.mark.parametrize(
    "command",
    [
        ["ingest", "-n", "-q"],
        ["annotate", "times"],
        ["check"],
        ["compare", "--ledger", "case", "--admiralty"],
    ],
    ids=lambda words: words[0],
)
def test_a_file_without_an_end_is_refused(run, device, ledger, command):
    ledger()
    said = run(*command, device)
    assert said.code == 2
    assert device in said.err + said.out
    assert said.memory < SMALL


def test_a_link_to_a_file_without_an_end_costs_only_itself(run, here, records):
    (here / "in").mkdir()
    (here / "in" / "a.txt").symlink_to("/dev/zero")
    (here / "in" / "b.txt").write_text(GOOD)
    said = run("ingest", "in", "-q", "--ledger", "out")
    assert said.code == 2
    assert said.lines[0].startswith("in/a.txt: CC00")
    assert len(records("out")) == 1


def test_a_link_to_itself_and_a_folder_named_like_an_article_cost_nothing_else(run, here, records):
    (here / "in" / "c.txt").mkdir(parents=True)
    (here / "in" / "a.txt").symlink_to("a.txt")
    (here / "in" / "b.txt").write_text(GOOD)
    said = run("ingest", "in", "-q", "--ledger", "out")
    assert said.code == 2
    assert said.lines[0].startswith("in/a.txt: CC001 ")
    assert len(records("out")) == 1


def test_a_name_that_is_too_long_costs_only_itself(run, here, records):
    (here / "b.txt").write_text(GOOD)
    said = run("ingest", LONG, "b.txt", "-q", "--ledger", "out")
    assert said.code == 2
    assert said.lines[0].startswith(f"{LONG}: CC001 ")
    assert len(records("out")) == 1


@pytest.mark.parametrize(
    "command",
    [
        ["ingest", "b.txt", "--ledger", LONG],
        ["ingest", "b.txt", "-n", "--knowledge", LONG],
        ["compare", "--ledger", LONG],
        ["show", "mill", "--ledger", LONG],
        ["explain", "mill#1", "--ledger", LONG],
        ["check", LONG],
    ],
    ids=lambda words: f"{words[0]} {words[-2].strip('-')}",
)
def test_a_folder_with_a_name_that_is_too_long_is_wrong_usage(run, here, command):
    (here / "b.txt").write_text(GOOD)
    said = run(*command)
    assert said.code == 2
    assert "aaa" in said.err + said.out


def test_a_folder_below_that_cannot_be_read_is_said(run_powerless, here, records):
    sub = here / "in" / "sub"
    sub.mkdir(parents=True)
    (here / "in" / "a.txt").write_text(GOOD)
    (sub / "b.txt").write_text(GOOD)
    sub.chmod(0)
    try:
        said = run_powerless("ingest", "in", "-q", "--ledger", "out")
        below = run_powerless("ingest", "in/sub/b.txt", "in/a.txt", "-q", "--ledger", "too")
    finally:
        sub.chmod(0o755)
    assert (said.code, below.code) == (2, 2)
    assert "in/sub: CC001 " in said.err
    assert "in/sub/b.txt: CC001 " in below.err
    assert len(records("out")) == len(records("too")) == 1


@pytest.mark.parametrize("name", [f"mill{BAD_BYTE}.txt", "\u202emill.txt", "mill\x1b[31m.txt"])
def test_an_odd_name_of_a_file_is_read(run, here, name):
    (here / name).write_text(GOOD)
    said = run("ingest", name, "--ledger", "out")
    assert said.code == 0
    assert run("check", "out").code == 0


@pytest.mark.parametrize(
    "command",
    [
        ["place", BAD_BYTE],
        ["compare", "--ledger", "case", "--place", BAD_BYTE],
        ["compare", "--ledger", "case", "--source", BAD_BYTE],
        ["compare", "--ledger", "case", "--side", BAD_BYTE],
        ["compare", "--ledger", "case", "--since", BAD_BYTE],
        ["compare", "--ledger", BAD_BYTE],
        ["show", BAD_BYTE, "--ledger", "case"],
        ["explain", f"{BAD_BYTE}#1", "--ledger", "case"],
        ["check", BAD_BYTE],
        ["ingest", BAD_BYTE, "--ledger", "out"],
        ["ingest", "known.txt", "--outlet", BAD_BYTE, "--ledger", "out"],
        ["ingest", "known.txt", "--published", BAD_BYTE, "--ledger", "out"],
        ["annotate", "times", BAD_BYTE],
    ],
    ids=lambda words: f"{words[0]} {words[-2]}",
)
def test_words_that_are_not_utf8_are_no_bug_of_ours(run, known, ledger, command):
    ledger()
    said = run(*command)
    assert said.code in {0, 2}
    assert said.out or said.err
    assert " internal error" not in said.err


def test_an_outlet_that_is_not_utf8_is_never_written(run, known, records):
    said = run("ingest", "known.txt", "-q", "--outlet", BAD_BYTE, "--ledger", "out")
    assert said.code == 2 or run("check", "out").code == 0


def test_a_bad_byte_among_many_names_costs_only_its_line(run):
    said = run("place", "-", stdin=b"Bakhmut\n\xff\nOrikhiv\n")
    assert said.code in {0, 1, 2}
    assert "Bakhmut" in said.out
    assert "Orikhiv" in said.out


def test_no_name_is_not_the_folder_one_is_in(run, here, known, records):
    assert run("ingest", "", "-q").code == 2
    assert run("ingest", "known.txt", "-q", "--ledger", "").code == 2
    assert [path.name for path in here.iterdir()] == ["known.txt"]


@pytest.mark.parametrize("command", [["compare"], ["show", "orikhiv"], ["explain", "orikhiv#1"]])
def test_a_ledger_without_a_name_is_wrong_usage(run, ledger, command):
    ledger("data")
    said = run(*command, "--ledger", "")
    assert said.code == 2
    assert said.err


@pytest.mark.parametrize(
    "command",
    [
        ["compare", "--ledger", "case", "--format", "json"],
        ["compare", "--ledger", "case"],
        ["check", "case"],
        ["check", "case", "--format", "json"],
        ["show", "orikhiv", "--ledger", "case"],
        ["place", "Orikhiv"],
    ],
    ids=" ".join,
)
def test_a_full_disk_behind_standard_output_is_said(run_anew, here, ledger, command):
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no full disk here")
    ledger()
    said = run_anew(*command, stdout=full)
    if command[0] == "check" and "json" not in command:
        assert said.code in {0, 2}  # it has nothing to say there
        return
    assert said.code == 2
    assert "cannot write standard output" in said.err
    assert len(said.lines) == 1 or command[0] == "check"


@pytest.mark.parametrize("dct", ['"2023-99-99"', "5", "[]", "true", '"0000-00-00"', '"\\ud800"'])
@pytest.mark.parametrize("layer", ["times", "places", "attributions"])
def test_a_bad_line_costs_only_itself(run, here, layer, dct):
    bad = f'{{"id": "a", "text": "Kyiv said yesterday", "dct": {dct}}}'
    good = json.dumps({"id": "b", "text": "Kyiv held Orikhiv yesterday, it said.", "dct": DAY})
    (here / "lines.jsonl").write_text(f"{bad}\n{good}\n")
    said = run("annotate", layer, "lines.jsonl")
    assert said.code == 1
    assert said.lines[0].startswith("lines.jsonl:1:")
    assert ": CC0" in said.lines[0]
    assert [json.loads(line)["id"] for line in said.out.splitlines()][-1] == "b"


@pytest.mark.parametrize("layer", ["attributions", "times", "places"])
def test_a_line_is_read_without_a_date_in_words(run, here, layer):
    line = {"id": "a", "text": "Kyiv held Orikhiv yesterday, it said.", "date": "December 9"}
    (here / "lines.jsonl").write_text(json.dumps(line))
    said = run("annotate", layer, "lines.jsonl")
    assert (said.code, json.loads(said.out)["id"]) == (0, "a")


@pytest.mark.parametrize(
    "bad",
    ['{"id": "a"', "[]", "5", '{"text": 5}', "\ufeff", "[" * 5_000, '{"text": "\\ud800"}', "\x9b"],
)
def test_a_line_of_another_kind_costs_only_itself(run, here, bad):
    (here / "lines.jsonl").write_text(f'{bad}\n{{"id": "b", "text": "Kyiv said so.", "dct": null}}')
    said = run("annotate", "attributions", "lines.jsonl")
    assert said.code in {0, 1}
    assert json.loads(said.out.splitlines()[-1])["id"] == "b"
