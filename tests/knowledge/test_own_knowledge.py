"""A folder of the user's own on top of the shipped knowledge: used, checked, left no trace of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from counterclaim.knowledge.overlay import Overlay, using
from counterclaim.knowledge.overlay_files import is_knowledge_folder, read_own
from counterclaim.knowledge.phrases import words
from counterclaim.knowledge.registry import load_registry
from counterclaim.knowledge.sides import load_sides
from counterclaim.presentation.problems import render_problem

_FILE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```\n<!-- /file -->", re.DOTALL)


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def example(root: Path, tmp_path: Path) -> Path:
    """The folder of the example in docs/knowledge.md."""
    page = (root / "docs" / "knowledge.md").read_text(encoding="utf-8")
    for name, text in _FILE.findall(page):
        path = tmp_path / "own" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "own"


def test_the_example_of_the_docs_gives_the_sides_that_the_docs_say(
    root: Path, cli, example: Path, tmp_path: Path
) -> None:
    page = (root / "docs" / "knowledge.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Z][\w ]+) \| (\w+) \| (\w+) \|$", page, re.MULTILINE)
    assert len(rows) == 5
    command = ("ingest", str(example / "article.txt"), "--published", "2024-07-02", "--dry-run")
    for column, options in ((1, ()), (2, ("--knowledge", str(example)))):
        done = cli(*command, "--format", "yaml", *options, cwd=tmp_path)
        found = re.findall(r"source:\n    name: (.+)\n(?:    .*\n)*?    side: (\w+)", done.stdout)
        assert found == [(row[0], row[column]) for row in rows]
    by_variable = cli(*command, "--format", "yaml", env={"COUNTERCLAIM_KNOWLEDGE": str(example)})
    assert by_variable.stdout == done.stdout


def test_compare_knows_the_sides_of_the_folder(cli, example: Path, tmp_path: Path) -> None:
    own = ("--knowledge", str(example), "--ledger", str(tmp_path / "case"))
    cli("ingest", str(example / "article.txt"), "--published", "2024-07-02", *own)
    done = cli("compare", "--side", "mountain_front", "--width", "100", *own)
    assert "Mountain Front" in done.stdout
    assert done.returncode == 0


def test_check_takes_a_folder_of_knowledge_either_way(cli, example: Path, tmp_path: Path) -> None:
    for arguments in ((str(example),), ("--knowledge", str(example))):
        done = cli("check", *arguments, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "3 files checked, no problems\n")


def test_nothing_is_written_when_the_folder_has_a_problem(cli, tmp_path: Path) -> None:
    own = write(tmp_path / "own", sides="sides:\n- {id: Varda, name: Varda}\n")
    (tmp_path / "report.txt").write_text("A report\n\nRussia said it captured Soledar.\n")
    done = cli("ingest", "report.txt", "--knowledge", str(own), "--ledger", "case", cwd=tmp_path)
    assert done.returncode == 2
    assert f"{own}/sides.yaml:2:8: CC025 `id` has the wrong form" in done.stderr
    assert not (tmp_path / "case").exists()


def test_an_own_name_goes_before_a_shipped_one_and_leaves_with_its_block() -> None:
    row = {"id": "azov-ship", "name": "Azov", "kind": "organisation", "type": "company"}
    with using(Overlay(entries=(({}, {**row, "side": "independent"}),))):
        found = load_registry().find("Azov")
        assert found is not None
        assert found.id == "azov-ship"
    found = load_registry().find("Azov")
    assert found is not None
    assert found.id == "azov-brigade"


def test_an_entry_with_a_shipped_id_changes_only_what_it_says() -> None:
    with using(
        Overlay(entries=(({"kind": "person"}, {"id": "fars", "name": "Fars", "side": "unknown"}),))
    ):
        fars = load_registry().entries["fars"]
        assert (fars.name, fars.kind, fars.country) == ("Fars", "organisation", "IR")
        assert load_registry().side(fars) == "unknown"
    assert load_registry().side(load_registry().entries["fars"]) == "iran"


def test_a_pair_of_sides_is_as_the_folder_says_and_words_are_added() -> None:
    own = Overlay(
        sides={"opposed": [{"pair": ["jnim", "isgs"], "since": "2019"}]},
        offices={"civilians": ["herder"], "fighters": {"armed": ["raiders"]}},
    )
    assert not load_sides().opposed("jnim", "isgs", "2019-06-01")
    with using(own):
        assert load_sides().opposed("isgs", "jnim", "2019-06-01")
        assert load_sides().opposed("russia", "ukraine", "2023-01-25")
        assert {"herder", "farmer"} <= words("civilians")
    assert "herder" not in words("civilians")


ENTRY = "entries:\n- {id: a-b, name: Foo, kind: organisation, type: agency, side: independent%s}\n"


@pytest.mark.parametrize(
    ("text", "line", "code", "message", "hint"),
    [
        (ENTRY % ", nmaes: [Fo]", 2, "CC022", "`nmaes` is not known", "did you mean `names`?"),
        (ENTRY % ", country: Mali", 2, "CC025", "`country` has the wrong form", "names hold no"),
        (ENTRY % ", since: 2023-02-30", 2, "CC026", "there is no 2023-02-30", "calendar"),
        (ENTRY % ", since: 2024, until: 2023", 2, "CC034", "ends on 2023", "exchange since"),
        (ENTRY % ", names: ['—…']", 2, "CC025", "no letter or digit", "write a word"),
        (ENTRY % ', names: ["\\e[31mred"]', 2, "CC025", "item 1 of `names`", "no control"),
        (ENTRY % ', names: ["abc\\u202Edef"]', 2, "CC025", "item 1 of `names`", "no control"),
        (ENTRY % ", affiliations: [{role: x}]", 2, "CC021", "`organisation` or `place`", "add it"),
        (
            ENTRY % ", affiliations: [{role: x, organisation: hezbolah}]",
            2,
            "CC080",
            "no organisation has the id hezbolah",
            "did you mean `hezbollah`?",
        ),
        (ENTRY % ", body: amry", 2, "CC080", "no body has the id amry", ""),
        (
            "entries:\n- {id: a-b, name: Foo, kind: organisation, type: agency, side: rusia}\n",
            2,
            "CC080",
            "no side has the id rusia",
            "did you mean `russia`?",
        ),
        (
            "entries:\n- {id: a-b, name: Foo, kind: organisation, type: agency, side: [russia]}\n",
            2,
            "CC023",
            "item 1 of `side` is a text, not a mapping",
            "schemas/actors.schema.json",
        ),
        (
            "entries:\n- {id: a-b, name: Foo, type: agency, kind: person, side: {a: b}}\n",
            2,
            "CC023",
            "`side` is a mapping, not a text or a list",
            "schemas/actors.schema.json",
        ),
        ("entries:\n- {id: a-b, name: Foo}\n", 2, "CC021", "`kind` is missing: a-b is new", "add"),
        (
            (ENTRY % "") + "- {id: a-b, name: Bar, kind: person, type: expert, side: unknown}\n",
            3,
            "CC032",
            "id a-b is given twice",
            "keep",
        ),
        (
            (ENTRY % "")
            + "- {id: a-c, name: the foo, kind: organisation, type: agency, side: unknown}\n",
            3,
            "CC081",
            "`the foo` is also a name of a-b",
            "`weak`",
        ),
        ("entries:\n- !!python/object:os.system {id: x}\n", 2, "CC012", "tag", "take it out"),
        ("entries: &a\n- *a\n", 1, "CC013", "anchor &a", ""),
        ("entries: []\n", 1, "CC023", "`entries` has 0 items", ""),
        ("- a\n", 1, "CC023", "the file is a list, not a mapping", ""),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_place(
    tmp_path: Path, text: str, line: int, code: str, message: str, hint: str
) -> None:
    own, problems = read_own(write(tmp_path, actors__mine=text))
    assert (own.entries, own.sides) == ((), {})
    first = problems[0]
    assert (first.line, first.code) == (line, code)
    assert message in first.message
    assert hint in first.hint
    assert "\x1b" not in render_problem(first, 80)
    assert "\u202e" not in render_problem(first, 80)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("opposed:\n- {pair: [russia, ukrane]}\n", "no side has the id ukrane"),
        ("opposed:\n- {pair: [russia, iran], since: 2024-13}\n", "there is no 2024-13"),
        ("patrons:\n- {of: RU, ties: [backed], side: rusia}\n", "no side has the id rusia"),
        (
            "conflicts:\n- {id: x, name: X, countries: {RU: russia}, parties: [russia, iran],"
            " state: ukraine}\n",
            "`state` is no party: ukraine",
        ),
        (
            "conflicts:\n- {id: x, name: X, countries: {Ru: russia}, parties: [russia, iran]}\n",
            "`Ru` cannot be a key in `countries`",
        ),
    ],
)
def test_what_is_wrong_with_sides(tmp_path: Path, text: str, message: str) -> None:
    assert [p.message for p in read_own(write(tmp_path, sides=text))[1]] == [message]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("cvilians: [herder]\n", "`cvilians` is not known"),
        (
            "bodies:\n- {body: x, name: '{adjective.__class__} X', type: agency, forms: [x]}\n",
            "`name` has the wrong form",
        ),
        ("bodies:\n- {body: x, name: '{adjective} X', type: agency, forms: ['!']}\n", "no letter"),
        ("relative: {friend: [pals]}\n", "`friend` cannot be a key in `relative`"),
    ],
)
def test_what_is_wrong_with_offices(tmp_path: Path, text: str, message: str) -> None:
    (problem,) = read_own(write(tmp_path, offices=text))[1]
    assert message in problem.message


def test_a_file_that_nothing_reads_and_an_empty_folder_are_errors(tmp_path: Path) -> None:
    assert [p.code for p in read_own(tmp_path)[1]] == ["CC082"]
    write(tmp_path, actors__mine=ENTRY % "")
    (tmp_path / "README.md").write_text("Who is who.\n")
    assert read_own(tmp_path)[1] == []
    write(tmp_path, side="sides: []\n")
    (tmp_path / "actors" / "more.yml").write_text(ENTRY % "")
    found = [(Path(p.file).name, p.code) for p in read_own(tmp_path)[1]]
    assert found == [("more.yml", "CC082"), ("side.yaml", "CC082")]


def test_a_ledger_is_no_folder_of_knowledge(tmp_path: Path) -> None:
    write(tmp_path, sides="sides: []\n")
    assert is_knowledge_folder(tmp_path)
    (tmp_path / "events").mkdir()
    assert not is_knowledge_folder(tmp_path)


def test_the_shipped_files_would_pass_as_a_folder_of_ones_own(root: Path, tmp_path: Path) -> None:
    for name in ("actors", "sources", "sides.yaml", "offices.yaml"):
        (tmp_path / name).symlink_to(root / "data" / name)
    assert read_own(tmp_path)[1] == []
