"""The package as it travels: built here, installed three ways, run far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from counterclaim import __version__

WAYS = ("wheel", "sdist", "editable")
WHERE = "import counterclaim.resources as r; print(r.data_path(), r.schema_path('x').parent)"


@pytest.fixture(scope="session")
def built(root, tmp_path_factory):
    """The folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, root, cwd=folder)
    return folder


@pytest.fixture(scope="session", params=WAYS)
def installed(request, root, built, tmp_path_factory):
    """(way, folder of the programs) of a fresh environment with the package in it."""
    home = tmp_path_factory.mktemp(request.param)
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    python = _programs(home) / "python"
    _lend_dependencies(python)
    what = {
        "wheel": [next(built.glob("*.whl"))],
        "sdist": [next(built.glob("*.tar.gz"))],
        "editable": ["--editable", root],
    }[request.param]
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index")
    _run(*pip, "--no-deps", "--no-build-isolation", *what, cwd=home)
    return request.param, _programs(home)


def test_every_install_answers_version(installed, tmp_path):
    _, programs = installed
    for name in ("counterclaim", "ingest", "compare"):
        answer = _run(programs / name, "--version", cwd=tmp_path)
        assert answer == f"counterclaim {__version__}\n"


def test_every_install_explains_errors_and_has_manual_pages(installed, tmp_path):
    way, programs = installed
    assert "What to do:" in _run(programs / "counterclaim", "explain", "CC011", cwd=tmp_path)
    pages = programs.parent / "share" / "man" / "man1"
    assert way == "editable" or (pages / "counterclaim-compare.1").is_file()


def test_every_install_finds_its_own_data_and_schemas(installed, root, tmp_path):
    way, programs = installed
    data, schemas = _run(programs / "python", "-c", WHERE, cwd=tmp_path).split()
    if way == "editable":
        assert (Path(data), Path(schemas)) == (root / "data", root / "schemas")
    else:
        home = programs.parent.resolve()
        assert Path(data).name == "_data"
        assert Path(schemas).name == "_schemas"
        assert home in Path(data).resolve().parents
        assert home in Path(schemas).resolve().parents


def test_every_install_knows_its_places(installed, tmp_path):
    _, programs = installed
    answer = _run(programs / "counterclaim", "place", "bakhmut", "--format", "jsonl", cwd=tmp_path)
    assert '"geonames:713174"' in answer


def test_the_wheel_carries_what_it_needs_and_nothing_else(built):
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    for needed in ("py.typed", "_data/language/en/config.cfg", "_data/SOURCES.md"):
        assert f"counterclaim/{needed}" in names
    assert any(n.startswith("counterclaim/_schemas/") for n in names)
    assert any(n.endswith("licenses/LICENSE") for n in names)
    assert {n.split("/")[0].split("-")[0] for n in names} == {"counterclaim"}
    assert not [n for n in names if "/gate/" in n or "__pycache__" in n]


def test_the_sdist_carries_the_tests_and_the_labels(built):
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    for needed in ("Makefile", "LICENSE", "tests/conftest.py", "data/gate/times.yaml"):
        assert needed in names
    assert not [n for n in names if n.startswith((".venv", "build/", "demo/", ".git/"))]


def _lend_dependencies(python):
    """Let the fresh environment see our libraries, but no package that is installed in place:
    a folder named in a .pth file does not have its own .pth files read."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    target = Path(_run(python, "-c", ask, cwd=python.parent).strip())
    ours = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (target / "dependencies.pth").write_text("\n".join(sorted(ours)) + "\n", "utf-8")


def _programs(home):
    return Path(home) / ("Scripts" if os.name == "nt" else "bin")


def _run(*command, cwd):
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COUNTERCLAIM"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**clean, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
