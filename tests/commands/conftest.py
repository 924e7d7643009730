"""What several tests of commands begin with."""

import pytest

CONVOY = """Convoy halted

Shells fell on Orikhiv overnight, the governor said.

The army said it had repelled an attack near Lyman.
"""


@pytest.fixture
def convoy(cli, tmp_path):
    """A ledger of one report with two claims; the report lies beside it as `convoy.txt`."""
    (tmp_path / "convoy.txt").write_text(CONVOY)
    done = cli("ingest", str(tmp_path / "convoy.txt"), "--ledger", str(tmp_path / "case"), "-q")
    assert done.returncode == 0, done.stderr
    return tmp_path / "case"
