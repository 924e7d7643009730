"""The table of figures on other people's sets."""

from __future__ import annotations

from run_bench import Row, _flat, as_markdown, main


def test_without_the_folder_there_is_nothing_to_do(tmp_path, capsys):
    assert main(["--bench", str(tmp_path / "nowhere"), "--out", str(tmp_path / "out.md")]) == 0
    said = capsys.readouterr().out
    assert said.splitlines() == [
        f"bench: there is no folder {tmp_path / 'nowhere'}; name one: make bench BENCH=folder"
    ]
    assert not (tmp_path / "out.md").exists()


def test_an_empty_folder_gives_an_empty_table(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["--bench", str(tmp_path), "--out", "build/bench.md"]) == 0
    written = (tmp_path / "build" / "bench.md").read_text("utf-8")
    assert written == capsys.readouterr().out == as_markdown([])


def test_rows_become_a_markdown_table():
    table = as_markdown([Row("news", "F1", "strict 81.0, value 74.2", "13.0 kchar/s")])
    assert table.splitlines()[-1] == "| news | F1 | strict 81.0, value 74.2 | 13.0 kchar/s |"


def test_a_report_becomes_one_line():
    report = {"recognition": {"p": 0.5, "f1": 0.624}, "resolution": {"acc@161km": 0.68}, "docs": 3}
    assert _flat(report) == "recognition 0.624, resolution 0.680"
