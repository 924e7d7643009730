"""The ledgers that `make bench-scale` builds are ledgers, and its page has what it measured."""

from scale import MARKS, build, table, write

from counterclaim.ledger import read_ledger


def test_what_is_built_is_a_ledger_of_so_many_claims(tmp_path, cli):
    build(tmp_path / "case", 100)
    records, problems = read_ledger(tmp_path / "case")
    assert problems == []
    assert sum(len(record.events) for record in records) == 100
    assert cli("check", "--quiet", str(tmp_path / "case")).returncode == 0
    assert (tmp_path / "case" / "complete").read_text()


def test_figures_stand_in_the_page_between_its_marks(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"Before.\n{MARKS[0]}\nold\n{MARKS[1]}\nAfter.\n")
    found = {1000: {"stats": "0.10 s"}, 10_000: {"stats": "0.12 s", "find": "0.20 s"}}
    write(page, found)
    assert page.read_text() == f"Before.\n{MARKS[0]}\n{table(found)}\n{MARKS[1]}\nAfter.\n"
    assert "| `stats` | 0.10 s | 0.12 s |" in page.read_text()
    assert "| over so many claims | 1 000 | 10 000 |" in page.read_text()
