"""Count what rules hold that belongs in data: English words, names of predicates, numbers.

    python tests/bench/words_in_python.py [CHECKOUT] [--words]

By room of extraction and for the comparison. A word is English when the parser has seen it in
training and it is no value of a schema, no grammatical relation and no name of a list, of a key or
of a group of a pattern; a number counts unless it is 0, 1 or 2. At the end: in how many lists of
data words stand.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parents[2]
ASKING = set(
    "any_of beside cue_words end family followed form_of led listed mood pattern pattern_with "
    "pieces sense share start step value_of word_class words".split()
)
RELATIONS = set(
    "acl advcl advmod amod appos aux case cc ccomp compound conj cop csubj dep det expl flat iobj "
    "list mark nmod nsubj nummod obj obl parataxis poss punct root xcomp relcl pass".split()
)
NAMES = ("actors", "sources", "gate", "articles")  # what is called so, not words of the language
TABLES = (
    "en/nouns.yaml",
    "regions.yaml",
    "spellings.yaml",
    "sides.yaml",
    "characters.yaml",
    "predicates.yaml",
)
WORD = re.compile(r"(?<![\\%\w:<])[a-z]{2,}(?![\w>:])")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkout", type=Path, nargs="?", default=HERE)
    parser.add_argument("--words", action="store_true", help="print the words, too")
    args = parser.parse_args()
    root: Path = args.checkout
    english, predicates = _english(root), _predicates(root)
    total: Counter[str] = Counter()
    print(f"{'room':26}{'words':>7}{'predicates':>12}{'numbers':>9}")
    for room, files in _rooms(root):
        found = [_counted(path, english, predicates) for path in files]
        counts = [sum(len(part[i]) for part in found) for i in range(3)]
        print(f"{room:26}{counts[0]:7}{counts[1]:12}{counts[2]:9}")
        if args.words:
            print("   ", " ".join(sorted(word for part in found for word in part[0])))
        if room.startswith("extraction"):
            total.update(dict(zip(("words", "predicates", "numbers"), counts, strict=True)))
    print(f"{'extraction':26}{total['words']:7}{total['predicates']:12}{total['numbers']:9}")
    lists = _lists(root)
    often = _often(lists)
    nouns = yaml.safe_load((HERE / "data/lexicon/en/nouns.yaml").read_text("utf-8"))["nouns"]
    print(f"words in more than 3 of {len(lists)} lists of data: {len(often)}")
    print(f"  of the {len(nouns)} nouns of the lexicon: {len(often & set(nouns))}")


def _rooms(root: Path) -> Iterator[tuple[str, list[Path]]]:
    package = root / "cli" / "counterclaim"
    for folder in sorted(p for p in (package / "extraction").iterdir() if p.is_dir()):
        if files := sorted(folder.rglob("*.py")):
            yield f"extraction/{folder.name}", files
    yield "extraction", sorted((package / "extraction").glob("*.py"))
    yield "comparison", sorted((package / "comparison").rglob("*.py"))


def _english(root: Path) -> set[str]:
    seen = set(json.loads((root / "data/language/en/vocab/strings.json").read_text("utf-8")))
    values: set[str] = set()
    for path in sorted((root / "schemas").glob("*.json")):
        values |= set(_enumerated(json.loads(path.read_text("utf-8"))))
    return seen - values - RELATIONS


def _enumerated(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from (value for value in node.get("enum", ()) if isinstance(value, str))
        yield from node.get("properties", {})
        for value in node.values():
            yield from _enumerated(value)
    elif isinstance(node, list):
        for value in node:
            yield from _enumerated(value)


def _predicates(root: Path) -> set[str]:
    text = (root / "data/predicates/predicates.yaml").read_text("utf-8")
    return set(re.findall(r"^- id: (\w+)$", text, re.MULTILINE))


def _counted(
    path: Path, english: set[str], predicates: set[str]
) -> tuple[list[str], list[str], list[float]]:
    tree = ast.parse(path.read_text("utf-8"))
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        skipped |= {id(name) for name in _names(node)}
    words: list[str] = []
    named: list[str] = []
    numbers: list[float] = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in skipped:
            continue
        if isinstance(node.value, str):
            words += [word for word in WORD.findall(node.value) if word in english]
            named += [word for word in node.value.split() if word in predicates]
        elif type(node.value) in (int, float) and node.value not in (0, 1, 2):
            numbers.append(node.value)
    return words, named, numbers


def _names(node: ast.AST) -> list[ast.expr]:
    """What names a list, a key or a group of a pattern, and is no word of the language."""
    if isinstance(node, ast.Subscript):
        return [node.slice]
    if not isinstance(node, ast.Call):
        return []
    called = getattr(node.func, "id", getattr(node.func, "attr", ""))
    return [*node.args] if called in ASKING else []


def _lists(root: Path) -> dict[str, set[str]]:
    """Every list of words in data, by file and key."""
    data = root / "data"
    found: dict[str, set[str]] = {}
    for path in sorted(data.rglob("*.yaml")):
        if not {*path.parts} & {*NAMES} and not path.as_posix().endswith(TABLES):
            where = path.relative_to(data).as_posix()
            found |= dict(_listed(where, yaml.safe_load(path.read_text("utf-8"))))
    nouns = data / "lexicon/en/nouns.yaml"
    if nouns.exists():  # each noun once, with its classes
        found["lexicon/en/nouns.yaml"] = set(yaml.safe_load(nouns.read_text("utf-8"))["nouns"])
    return {where: words for where, words in found.items() if words}


def _listed(where: str, node: Any) -> Iterator[tuple[str, set[str]]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _listed(f"{where}/{key}", value)
        return
    words = node.split() if isinstance(node, str) else node if isinstance(node, list) else []
    if len(words) > 1:
        yield where, {w for w in words if isinstance(w, str) and WORD.fullmatch(w)}
    for number, value in enumerate(node if isinstance(node, list) else ()):
        if not isinstance(value, str):
            yield from _listed(f"{where}/{number}", value)


def _often(lists: dict[str, set[str]]) -> set[str]:
    counts = Counter(word for words in lists.values() for word in words)
    return {word for word, number in counts.items() if number > 3}


if __name__ == "__main__":
    main()
