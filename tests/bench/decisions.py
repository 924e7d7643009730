"""How many decisions the code of each room makes, and how often a grammar question is asked anew.

    python tests/bench/decisions.py [PACKAGE] [--json]

PACKAGE is the folder of the package, by default this one's. A decision is an `if` (also behind
`elif`, in an expression or a comprehension), an `and` or `or`, a `while` or an `except`; it is
counted per 100 bare lines, that is without blank lines, comments and docstrings. Tags are those of
the treebank that a room above `language` quotes or asks for. Nothing fails here.
"""

from __future__ import annotations

import argparse
import ast
import io
import json
import tokenize
from collections.abc import Iterator
from pathlib import Path

from counterclaim.language.tags import MEANINGS

PACKAGE = Path(__file__).parents[2] / "cli" / "counterclaim"
_BRANCHES = (ast.If, ast.IfExp, ast.While, ast.ExceptHandler)
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def decisions(tree: ast.AST) -> int:
    """The decisions in some code: 2 in `if a and b: …`."""
    count = 0
    for node in ast.walk(tree):
        count += isinstance(node, _BRANCHES)
        if isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            count += len(node.ifs)
    return count


def bare_lines(source: str) -> int:
    """The lines of some code that hold more than blanks, a comment or a docstring."""
    silent = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in (*silent, tokenize.ENDMARKER):
            lines.update(range(token.start[0], token.end[0] + 1))
    return len(lines - set(_docstring_lines(ast.parse(source))))


def _docstring_lines(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node) is not None and body:
            yield from range(body[0].lineno, (body[0].end_lineno or 0) + 1)


def quoted_tags(tree: ast.AST) -> int:
    """How often code asks a word for its tag or quotes one: 3 in `w.tag in ("VBD", "VBN")`."""
    return sum(
        (isinstance(node, ast.Attribute) and node.attr == "tag")
        or (isinstance(node, ast.Constant) and node.value in MEANINGS)
        for node in ast.walk(tree)
    )


def measure(package: Path) -> dict[str, dict[str, int]]:
    """By room ("extraction/events"): bare lines, decisions, tags."""
    rooms: dict[str, dict[str, int]] = {}
    for path in sorted(package.rglob("*.py")):
        source = path.read_text("utf-8")
        tree = ast.parse(source)
        inside = path.relative_to(package).parts[:-1]
        for room in {"/".join(inside[:depth]) or "." for depth in range(len(inside) + 1)}:
            row = rooms.setdefault(room, {"lines": 0, "decisions": 0, "tags": 0})
            row["lines"] += bare_lines(source)
            row["decisions"] += decisions(tree)
            row["tags"] += 0 if inside[:1] == ("language",) else quoted_tags(tree)
    return dict(sorted(rooms.items()))


def main() -> None:
    """Print a line for each room."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", nargs="?", type=Path, default=PACKAGE)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rooms = measure(arguments.package)
    if arguments.json:
        print(json.dumps(rooms))
        return
    print(f"{'room':28} {'bare lines':>10} {'decisions':>10} {'per 100':>8} {'tags':>5}")
    for room, row in rooms.items():
        share = 100 * row["decisions"] / max(row["lines"], 1)
        print(f"{room:28} {row['lines']:10} {row['decisions']:10} {share:8.1f} {row['tags']:5}")


if __name__ == "__main__":
    main()
