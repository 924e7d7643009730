"""One ledger of the sample article, which no test of conventions changes."""

import pytest


@pytest.fixture(scope="session")
def sample(root):
    """The sample article."""
    return str(root / "data" / "articles" / "bakhmut.txt")


@pytest.fixture(scope="session")
def ledger(cli, sample, tmp_path_factory):
    """A ledger of it."""
    home = str(tmp_path_factory.mktemp("conventions") / "case")
    done = cli("ingest", sample, "--published", "2023-01-25", "--ledger", home, "-q")
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture
def ask(cli, ledger):
    """Run a command over it."""
    return lambda *arguments, **options: cli(*arguments, "--ledger", ledger, **options)
