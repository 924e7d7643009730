"""How the time and memory of `ingest` grow with an article, and what odd texts cost.

    python tests/bench/growth.py [--only prose] [--text FILE]

Each text is read in a process of its own: processor seconds once everything is loaded, and the most
memory that the process had. Of invented prose, and of the words of FILE, 3, 32 and 323 thousand
characters; growth by the size is 1.0 where the time grows like the text. Nothing fails here.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

SIZES = (3_000, 32_000, 323_000)
TOWNS = "Kyiv Kharkiv Izium Kherson Sumy Poltava Odesa Lviv Soledar Lyman Nikopol Orikhiv".split()
NAMES = "Olena Koval, Ivan Bondar, Artem Lys, Petro Vovk, Maria Melnyk, Denis Holub".split(", ")
SENTENCES = (
    "Russian forces shelled {town} on {day} May, killing {n} people, the governor, {name}, said.",
    "“We held our lines near {town} and will not leave,” {name}, a spokesman, said on {day} June.",
    "The Ukrainian General Staff said that its troops had repelled {n} attacks near {town}.",
    "Moscow denied that its army had left {town}.",
    "At least {n} civilians were wounded in {town} after a drone hit a house, the mayor said.",
    "The defence ministry claimed its troops had captured {town}, {n} km from {other}.",
    "He added that {n} drones had been shot down overnight over {town}.",
    "Residents of {town} have been without water since {day} October.",
    "Analysts at the Institute for the Study of War wrote that fighting went on in {town}.",
)


def sentence(rng: random.Random) -> str:
    """One invented sentence of a report."""
    town, other = rng.sample(TOWNS, 2)
    words = {"town": town, "other": other, "name": rng.choice(NAMES), "n": rng.randrange(2, 90)}
    return rng.choice(SENTENCES).format(**words, day=rng.randrange(1, 29))


def prose(size: int) -> str:
    """So many code points of an invented report, in paragraphs."""
    rng, parts, written = random.Random(size), ["Fighting goes on in the east"], 0
    while written < size:
        parts.append(" ".join(sentence(rng) for _ in range(rng.randrange(1, 5))))
        written += len(parts[-1]) + 2
    return "\n\n".join(parts)


def series(count: int, form: str, joint: str = " ") -> str:
    """A text of so many sentences or pieces of one form, told apart by number and town."""
    rng = random.Random(count)
    days = (rng.randrange(1, 29) for _ in range(count))
    numbered = enumerate(days)
    return joint.join(form.format(i=i, day=d, town=rng.choice(TOWNS)) for i, d in numbered)


def again(words: str, count: int = 400_000) -> Callable[[], str]:
    """Some words again and again behind a sentence, in its line and in one of their own."""
    return lambda: f"Kyiv said it held {words * (count // 2)}\n{words * (count // 2)}"


ODD: dict[str, Callable[[], str]] = {
    **{
        f"again {words!r}": again(words) for words in ', |(|)|"a" |“‘|. |— |- |"|\'|\n|a'.split("|")
    },
    **{f"again {words!r}": again(words, 100_000) for words in "said |Kyiv, |and |12 ".split("|")},
    "ten megabytes in a line": lambda: "The army held Izium. " * 500_000,
    "nested quotations": lambda: "“‘" * 10_000 + "Go" + "’”" * 10_000,
    "brackets around a word": lambda: f"{'(' * 100_000} held {')' * 100_000}",
    "clauses without end": lambda: series(28_000, "drones hit {town} and left", ", "),
    "sentences in a line": lambda: " ".join(sentence(random.Random(i)) for i in range(2_300)),
    "short paragraphs": lambda: series(100_000, "It fell.", "\n\n"),
    "dates": lambda: series(20_000, "{day} May", ", "),
    "towns": lambda: series(20_000, "{town} fell."),
    "he said": lambda: series(20_000, "It fell, he said."),
    "numbers": lambda: series(50_000, "{i} died"),
    "quotations": lambda: series(1_000, "“We held {town} again and lost {i} men,” he said."),
    "headings": lambda: series(8_000, "Fighting in {town} goes on, day {i}", "\n\n"),
}


def measure_here(name: str, text: str) -> None:
    """Read one text and print what it took."""
    from counterclaim.articles import Article
    from counterclaim.articles.model import Facts
    from counterclaim.articles.read import read_article_text
    from counterclaim.commands._ingest import describe
    from counterclaim.extraction.pipeline import extract

    def read(words: str) -> str:
        article = read_article_text(words, name, name, Facts(published="2023-06-30"))
        if not isinstance(article, Article):
            return f"refused: {article.message}"
        return f"{len(extract(article.text, describe(article)).events)} claims"

    read("Kyiv said on Monday that two people had died in Izium.")
    start = time.process_time()
    found = read(text)
    spent = time.process_time() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{spent:.2f} {most:.0f} {found}")


def measure(name: str, text: str) -> float:
    """Print one line about a text, read in a process of its own; returns its seconds."""
    command = [sys.executable, __file__, "--read", name]
    done = subprocess.run(command, input=text.encode(), check=True, capture_output=True)
    spent, most, found = done.stdout.decode().split(maxsplit=2)
    print(f"{name:26} {len(text):9} {spent:>7} s {most:>5} MB   {found.strip()}", flush=True)
    return float(spent)


def growth(name: str, text_of: Callable[[int], str]) -> None:
    """Lines about one kind of text in three sizes, and how its time grows."""
    spent = {size: measure(f"{name} {size // 1000}k", text_of(size)) for size in SIZES}
    for small, large in ((SIZES[0], SIZES[1]), (SIZES[1], SIZES[2]), (SIZES[0], SIZES[2])):
        ratio = spent[large] / max(spent[small], 0.01) / (large / small)
        print(f"{'':26} {small // 1000}k to {large // 1000}k: growth by the size {ratio:.2f}")


def main() -> None:
    """Print a line for each text."""
    parser = argparse.ArgumentParser(description="Measure how ingest grows with an article.")
    parser.add_argument("--only", default="", help="only texts with these words in their name")
    parser.add_argument("--text", type=Path, help="a file of real words to be cut or repeated")
    parser.add_argument("--read", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.read:
        measure_here(asked.read, sys.stdin.buffer.read().decode())
        return
    if asked.only in "prose":
        growth("prose", prose)
    if asked.text:
        words = asked.text.read_text("utf-8")
        growth("text", lambda size: (words * (size // len(words) + 1))[:size])
    for name, text_of in ODD.items():
        if asked.only in name:
            measure(name, text_of())


if __name__ == "__main__":
    main()
