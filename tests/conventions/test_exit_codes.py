"""X: what a script is told by the exit code."""

import pytest


def test_x0_done_and_nothing_found_are_0(ask):
    done = ask("compare", "--place", "nowhereville")
    assert (done.returncode, done.stdout) == (0, "")
    assert "nowhereville" in done.stderr


def test_x1_data_with_problems_are_1(cli, root, tmp_path):
    assert cli("check", str(root / "tests" / "errors" / "CC024")).returncode == 1
    (tmp_path / "a.txt").write_text("Shells fell\x07 on Orikhiv, the governor said.")
    for options, code in (((), 0), (("--strict",), 1)):
        assert cli("ingest", str(tmp_path / "a.txt"), "-n", *options).returncode == code


@pytest.mark.parametrize(
    "arguments", [("ingest", "no-such-file.txt"), ("compare", "--format", "pdf"), ("nothing",)]
)
def test_x2_wrong_usage_and_what_cannot_be_read_are_2(cli, arguments):
    assert cli(*arguments).returncode == 2


def test_x3_a_fault_of_ours_is_3_in_one_line(cli, monkeypatch):
    import counterclaim.commands._stats as stats

    def fail(*_):
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(stats, "find_ledger", fail)
    done = cli("stats")
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "--debug" in done.stderr
    assert "Traceback" in cli("stats", "--debug").stderr


def test_x130_an_interrupt_is_130(cli, monkeypatch):
    import counterclaim.commands._stats as stats

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(stats, "find_ledger", stop)
    assert (cli("stats").returncode, cli("stats").stderr) == (130, "")
