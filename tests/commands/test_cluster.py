"""Articles read on a cluster of dask over loopback: nothing is lost or doubled, whoever dies."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time

import pytest

pytest.importorskip("distributed", reason="pip install 'counterclaim[cluster]'")

TEXT = "Orikhiv {n}\n\nMayor Oleh Synko said {n} people had been killed in Orikhiv on 3 May.\n"
PATIENCE = 60.0  # seconds until a machine at full work has started two processes


def start(*words) -> subprocess.Popen[bytes]:
    env = {**os.environ, "PYTHONWARNINGS": "ignore"}
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        [sys.executable, "-m", *words], env=env, stdout=quiet, stderr=quiet, stdin=quiet
    )


@pytest.fixture
def cluster():
    """The address of a scheduler, and its two workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    scheduler = start(
        *("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port)),
        "--no-dashboard",
    )
    worker = ("distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny")
    workers = [start(*worker, "--no-dashboard") for _ in range(2)]
    wait_for(address, 2)
    yield address, workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def wait_for(address: str, number: int) -> None:
    from distributed import Client

    with Client(address, timeout=PATIENCE, set_as_default=False) as client:
        client.wait_for_workers(number, timeout=PATIENCE)


@pytest.mark.filterwarnings("ignore")
def test_a_worker_that_dies_in_the_middle_costs_nothing(cluster, program, cli, tmp_path):
    address, workers = cluster
    (tmp_path / "in").mkdir()
    for n in range(2, 62):
        (tmp_path / "in" / f"{n:02}.txt").write_text(TEXT.format(n=n))
    given = ("in", "-q", "--published", "2023-05-04")
    assert cli("ingest", *given, "--ledger", "one", cwd=tmp_path).returncode == 0
    words = ("ingest", *given, "--ledger", "many", "--scheduler", address)
    run = subprocess.Popen(
        [sys.executable, "-m", "counterclaim", *words], cwd=tmp_path, stderr=subprocess.PIPE
    )
    events = tmp_path / "many" / "events"
    until = time.monotonic() + PATIENCE
    while not (events.is_dir() and any(events.iterdir())) and time.monotonic() < until:
        time.sleep(0.01)
    workers[0].kill()
    _, err = run.communicate(timeout=3 * PATIENCE)
    assert (run.returncode, err) == (0, b"")
    one, many = (
        {f.name: f.read_bytes() for f in sorted((tmp_path / name).rglob("*.*"))}
        for name in ("one", "many")
    )
    assert many == one


def test_nobody_at_the_address(cli, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT.format(n=2))
    done = cli("ingest", "a.txt", "--scheduler", "nonsense://x", cwd=tmp_path)
    assert done.returncode == 2
    assert "no cluster answers there" in " ".join(done.stderr.split())
