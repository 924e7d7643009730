"""The house rules that a machine can hold: sizes, floors, rooms, docstrings, what stays out."""

from __future__ import annotations

import ast
import re
import subprocess

import pytest

from counterclaim.language.tags import MEANINGS
from counterclaim.resources import data_path

PACKAGE = data_path().parent / "cli" / "counterclaim"
MODULES = sorted(PACKAGE.rglob("*.py"))
MAX_MODULE, MAX_FUNCTION = 400, 60
NAMED = {
    ".".join(("counterclaim", *p.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
        ".__init__"
    ): p
    for p in MODULES
}
"""The modules by the names that they are imported by."""

FLOORS = {
    "version": 0,
    "resources": 0,
    "memory": 0,
    "records": 1,
    "knowledge": 2,
    "language": 2,
    "extraction": 3,
    "articles": 4,
    "ledger": 4,
    "coded": 5,
    "comparison": 5,
    "presentation": 6,
    "commands": 7,
    "api": 8,
    "app": 8,
    "__init__": 9,
    "__main__": 9,
}
"""A module imports from its own package and from lower floors, never from beside or above."""

ROOMS = {
    "extraction": {
        "grammar": 0,
        "times": 1,
        "quantities": 2,
        "places": 3,
        "entities": 4,
        "attribution": 5,
        "events": 6,
        "claims": 7,
        "notes": 7,
        "stored": 7,
        "pipeline": 8,
        "annotate": 8,
    },
    "comparison": {
        "types": 0,
        "prepared": 1,
        "axes": 2,
        "pairs": 3,
        "selection": 3,
        "incidents": 4,
        "graph": 5,
        "gathering": 6,
        "verdicts": 7,
        "views": 8,
        "compare": 9,
    },
}
"""The rooms of a floor, from the ground up: one imports from lower ones, never from beside or
above. The floor's own `__init__` shows what others may use, and belongs to no room."""

# Spelled in pieces, so that this file does not contain them.
OUTSIDE = re.compile(
    "|".join(
        [
            r"(?<![\w.])/(?:home|Users|root|work|opt|tmp)/\w",
            "file" + "://",
            r"(?i:\b" + "chat" + r"gpt\b|\b" + "anth" + r"ropic\b|\b" + "copi" + r"lot\b)",
            r"(?i:pypi" + r"\.org|pythonhosted" + r"\.org)",
        ]
    )
)


def _name(path):
    return path.relative_to(PACKAGE).with_suffix("").as_posix()


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_modules_and_functions_are_small(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= MAX_MODULE
    for node in _functions(ast.parse(text)):
        length = (node.end_lineno or 0) - node.lineno + 1
        assert length <= MAX_FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_lower_floors_never_import_higher_ones(path):
    own = path.relative_to(PACKAGE).with_suffix("").parts[0]
    for imported in _imported(ast.parse(path.read_text("utf-8"))):
        if imported and imported != own:
            assert FLOORS[imported] < FLOORS[own], f"{own} imports {imported}"


@pytest.mark.parametrize("floor", sorted(ROOMS))
def test_lower_rooms_never_import_higher_ones(floor):
    rooms = ROOMS[floor]
    for module, path in sorted(NAMED.items()):
        own = _room(module, floor)
        for imported in _imported_modules(module, path):
            room = _room(imported, floor)
            if own and room and room != own:
                assert rooms[room] < rooms[own], f"{module} imports {imported}"


@pytest.mark.parametrize("floor", sorted(ROOMS))
def test_rooms_name_everything_of_their_floor(floor):
    folder = PACKAGE / floor
    assert {p.stem for p in folder.iterdir() if p.suffix == ".py" or _is_package(p)} - {
        "__init__"
    } == set(ROOMS[floor])


def test_no_modules_import_each_other_in_a_circle():
    assert not _circle({m: set(_imported_modules(m, path)) for m, path in NAMED.items()})


def test_the_rule_about_circles_can_fail():
    assert _circle({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == {"a", "b", "c"}
    assert not _circle({"a": {"b"}, "b": {"c"}, "c": set()})


def test_no_two_public_classes_of_a_floor_have_one_name():
    seen = {}
    for path in MODULES:
        floor = path.relative_to(PACKAGE).parts[0]
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                other = seen.setdefault((floor, node.name), path)
                assert other == path, f"{node.name}: {_name(other)} and {_name(path)}"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_what_is_public_is_documented(path):
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree), "the module says nothing about itself"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


def test_comparison_never_opens_files():
    for path in sorted((PACKAGE / "comparison").rglob("*.py")):
        calls = [n.func for n in ast.walk(ast.parse(path.read_text("utf-8"))) if _is_call(n)]
        names = {f.attr if isinstance(f, ast.Attribute) else getattr(f, "id", "") for f in calls}
        assert not names & {"open", "read_text", "read_bytes", "write_text", "write_bytes"}, path


def test_language_knows_no_actor():
    for path in sorted((PACKAGE / "language").rglob("*.py")):
        assert "knowledge" not in _imported(ast.parse(path.read_text("utf-8"))), path


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_language_reads_the_tags_of_the_treebank(path):
    """Above it words are asked: `word.is_finite`, never `word.tag == "VBD"`."""
    own = path.relative_to(PACKAGE).with_suffix("").parts[0]
    if FLOORS.get(own, 0) > FLOORS["language"]:
        assert not _treebank_tags(ast.parse(path.read_text("utf-8")))


def test_the_rule_about_tags_can_fail():
    assert _treebank_tags(ast.parse('word.tag[:2] == "X"')) == [".tag"]
    assert _treebank_tags(ast.parse('replace(word, tag=x), ("VBD", "said")')) == ["tag=", "VBD"]


def test_floors_name_every_package():
    packages = {p.parent.name for p in PACKAGE.glob("*/__init__.py")}
    modules = {p.stem for p in PACKAGE.glob("*.py")}
    assert packages | modules == set(FLOORS)


def test_the_project_speaks_of_itself_alone(root):
    """No path of one machine and no package index in any file that travels with the project."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, encoding="utf-8", check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    found = []
    for name in filter(None, listed.stdout.split("\0")):
        text = _text(root / name)
        found += [f"{name}: {match.group()}" for match in OUTSIDE.finditer(text)]
    assert not found


def test_the_rule_about_machine_paths_can_fail():
    assert OUTSIDE.search("see /home" + "/olena/notes.txt")
    assert not OUTSIDE.search("see docs/home/notes.txt, or ~/notes.txt")


def test_tests_mirror_the_packages(root):
    for folder in sorted(p for p in (root / "tests").iterdir() if p.is_dir()):
        if any(folder.glob("test_*.py")):
            assert folder.name in {*FLOORS, "bench", "conventions", "errors", "hostile"}, folder


def _functions(tree):
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def _is_call(node):
    return isinstance(node, ast.Call)


def _treebank_tags(tree):
    """The tags that a module quotes, and where it asks a word for its own or gives it one."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "tag":
            found.append(".tag")
        elif isinstance(node, ast.keyword) and node.arg == "tag":
            found.append("tag=")
        elif isinstance(node, ast.Constant) and node.value in MEANINGS:
            found.append(node.value)
    return found


def _imported(tree):
    """The rooms of the house that a module imports from, at its top or inside a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
            if node.module == "counterclaim":
                names = [f"counterclaim.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            top, _, rest = name.partition(".")
            room = rest.split(".")[0]
            if top == "counterclaim" and room in FLOORS:
                yield room


def _imported_modules(module, path):
    """The modules of the project that a module imports from, itself left out."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if name in NAMED else node.module for name in whole]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        yield from (name for name in names if name in NAMED and name != module)


def _circle(imports):
    """What goes round in a circle, or leads into one: what imports nothing that is left is taken
    away, until nothing can be."""
    left = dict(imports)
    while free := {module for module, imported in left.items() if not imported & left.keys()}:
        left = {module: imported for module, imported in left.items() if module not in free}
    return set(left)


def _room(module, floor):
    """The room of a module on a floor; None for the floor itself, and elsewhere."""
    parts = module.split(".")
    return parts[2] if parts[1:2] == [floor] and len(parts) > 2 else None


def _is_package(path):
    return (path / "__init__.py").exists()


def _text(path):
    """The text of a file; nothing for a binary one, or one that was deleted but not committed."""
    try:
        return path.read_text("utf-8")
    except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
        return ""
