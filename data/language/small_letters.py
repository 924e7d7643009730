"""The words that running text has in small letters: those of the treebanks of the parser, and the
words of data/cues and of data/lexicon that no actor is named by.

python data/language/small_letters.py FILE.conllu ... > data/language/small_letters.txt
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import yaml

DATA = Path(__file__).parents[1]
_OURS = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w’'-])")
_NAMES = re.compile(r"\b[A-Z]\w+")
_PLAIN = re.compile(r"#.*|\b\w+:(?=\s)", re.MULTILINE)


def main(paths: list[str]) -> None:
    """Print, sorted, every word that is small, and not oftener with a capital inside a sentence."""
    small: Counter[str] = Counter(_own_words())
    capital: Counter[str] = Counter()
    for path in paths:
        for line in Path(path).read_text("utf-8").splitlines():
            columns = line.split("\t")
            if len(columns) < 5 or not columns[1].isalpha():
                continue
            word = columns[1]
            if word.islower():
                small[word] += columns[3] not in ("PROPN", "X")
            elif columns[0] != "1":
                capital[word.lower()] += 1
    print("\n".join(sorted(w for w, n in small.items() if n > capital[w] and len(w) > 1)))


def _own_words() -> set[str]:
    """What is listed as a verb, noun or adjective, unless an actor's or a side's name has it."""
    listed = sorted((DATA / "cues").glob("*.yaml"))
    named = [*sorted((DATA / "actors").rglob("*.*")), DATA / "sides.yaml"]
    words = {w for p in listed for w in _OURS.findall(_PLAIN.sub("", p.read_text("utf-8")))}
    nouns = yaml.safe_load((DATA / "lexicon/en/nouns.yaml").read_text("utf-8"))["nouns"]
    words.update(w for w in nouns if _OURS.fullmatch(w))
    return words - {w.lower() for p in named for w in _NAMES.findall(p.read_text("utf-8"))}


if __name__ == "__main__":
    main(sys.argv[1:])
