"""Trials of usage: odd values of options and names, an odd environment, lines and knowledge."""

from __future__ import annotations

import json
import random

from fuzzing.invented import DAYS, GOOD, NUMBERS, SENTENCES, WORDS
from fuzzing.ledgers import damaged_ledger
from fuzzing.mutate import mutate_text, to_bytes
from fuzzing.trial import LEDGER, Trial

_OPTIONS = {
    "ingest": (
        "--published",
        "--outlet",
        "--ledger",
        "--width",
        "--knowledge",
        "--format",
        "--color",
    ),
    "compare": (
        *("--place", "--near", "--topic", "--side", "--source", "--since", "--until", "--ledger"),
        *("--knowledge", "--format", "--admiralty", "--width", "--color"),
    ),
    "show": ("--ledger", "--format", "--width", "--color"),
    "explain": ("--ledger", "--width"),
    "check": ("--knowledge", "--format", "--width"),
    "place": ("--format",),
}
_SPECIFIC = {
    "--width": NUMBERS,
    "--published": DAYS,
    "--since": DAYS,
    "--until": DAYS,
    "--near": ("25km", "0", "1e9", "9999km", "-5km", "25 miles", *NUMBERS),
    "--place": ("bakhmut", "Orikhiv", "Бахмут", "near Kyiv", "geonames:1"),
    "--side": ("ukraine", "russia,ukraine", "article", ","),
}
_ENVIRONMENT = {
    "COLUMNS": NUMBERS,
    "LINES": NUMBERS,
    "TERM": ("dumb", "", "xterm-256color", "\udcff", "a" * 5_000),
    "LANG": ("C", "POSIX", "tr_TR.UTF-8", "\udcff", "xx_XX"),
    "LC_ALL": ("C", "de_DE.ISO-8859-1", ""),
    "NO_COLOR": ("", "0", "1"),
    "FORCE_COLOR": ("0", ""),
    "NO_UNICODE": ("1", ""),
    "COUNTERCLAIM_LEDGER": WORDS,
    "COUNTERCLAIM_KNOWLEDGE": WORDS,
    "TZ": ("Asia/Kathmandu", "nowhere", ""),
    "HOME": ("", "/nowhere"),
    "PYTHONIOENCODING": ("ascii", "utf-16"),
    "PYTHONHASHSEED": ("0", "1"),
}
_LINES: tuple[str, ...] = (
    *("", "{", "[]", "5", "null", '"text"', "{}", '{"text": null}', '{"text": [1]}', "[" * 5_000),
    *(
        '{"id": 5, "text": "Kyiv said so."}',
        '{"text": ""}',
        '{"text": "\\ud800"}',
        "NaN",
        "\ufeff{}",
    ),
    *(
        '{"id": {"a": 1}, "text": "Kyiv said so.", "more": NaN}',
        '{"text": "a", "text": "b"}',
        "1" * 5_000,
    ),
)
_DCTS = (*DAYS, 5, -1, 1e300, None, True, [], {}, ["2023-01-25"], "\ud800", "", "9" * 5_000)
_SIDES = """\
sides:
- {id: lowland, name: Lowland}
- {id: hill_front, name: Hill Front}
conflicts:
- id: lowland
  name: War in the Lowland
  parties: [lowland, hill_front]
  since: 2024-05
opposed:
- {pair: [lowland, hill_front], since: 2024-05}
"""
_ACTORS = """\
defaults: {kind: organisation, type: armed_group, side: hill_front}
entries:
- {id: hill-front, name: Hill Front, force: true, names: [Hill Front fighters], weak: [HF]}
- {id: petar-iliev, name: Petar Iliev, kind: person}
"""


def odd_options(rng: random.Random) -> Trial:
    """A command over a good ledger with one, two or three odd options or names."""
    command = rng.choice(sorted(_OPTIONS))
    words = [command, *_names(rng, command)]
    chosen = rng.sample(_OPTIONS[command], min(rng.randint(0, 3), len(_OPTIONS[command])))
    for option in chosen:
        given = _SPECIFIC.get(option, WORDS) if rng.random() < 0.6 else WORDS
        words += [option, rng.choice(given)]
    if "--ledger" not in chosen and command in {"ingest", "compare", "show", "explain"}:
        words += ["--ledger", LEDGER]
    return Trial("options", tuple(words), _files(rng), stdin=b"Bakhmut\n\xff\n")


def odd_environment(rng: random.Random) -> Trial:
    """A command in an odd environment, mostly by a new process, as the environment is its."""
    names = rng.sample(sorted(_ENVIRONMENT), rng.randint(1, 3))
    given = {name: rng.choice(_ENVIRONMENT[name]) for name in names}
    words = rng.choice((("compare",), ("show", "bell"), ("place", "Bachmut"), ("check", LEDGER)))
    if words[0] in {"compare", "show"} and "COUNTERCLAIM_LEDGER" not in given:
        words = (*words, "--ledger", LEDGER)
    way = rng.choice(("copy", "anew", "full", "shut"))
    return Trial("environment", words, _files(rng), environment=given, way=way)


def odd_lines(rng: random.Random) -> Trial:
    """Lines for `annotate` of which the last one is good."""
    lines = [_line(rng) for _ in range(rng.randint(1, 4))]
    good = json.dumps({"id": "good-one", "text": SENTENCES[0], "dct": DAYS[0]})
    data = b"\n".join(
        [*(to_bytes(rng, line).replace(b"\n", b" ") for line in lines), good.encode()]
    )
    layer = rng.choice(("times", "places", "attributions"))
    from_stdin = rng.random() < 0.2
    return Trial(
        "lines",
        ("annotate", layer, "-" if from_stdin else "lines.jsonl"),
        {} if from_stdin else {"lines.jsonl": data},
        stdin=data if from_stdin else b"",
        prints=("good-one",),
    )


def own_knowledge(rng: random.Random) -> Trial:
    """A damaged folder of knowledge of one's own."""
    files = {"mine/sides.yaml": _SIDES, "mine/actors.yaml": _ACTORS}
    name = rng.choice([*files, "mine/offices.yaml", "mine/sources/x.yaml", "mine/odd.yaml"])
    files[name] = _nested(rng, files.get(name, _ACTORS))
    words = rng.choice(
        (
            ("check", "mine"),
            ("ingest", "good.txt", "-n", "--knowledge", "mine"),
            ("compare", "--ledger", LEDGER, "--knowledge", "mine"),
        )
    )
    made = {path: to_bytes(rng, text) for path, text in files.items()}
    return Trial("knowledge", words, {**_files(rng), **made})


def _nested(rng: random.Random, text: str) -> str:
    if rng.random() < 0.5:
        return mutate_text(rng, text)
    word = rng.choice(text.split())
    odd = rng.choice((*WORDS, *NUMBERS, *DAYS, "[]", "{}", "&a [*a]", '"\\U00110000"', "!!set {a}"))
    return text.replace(word, odd, 1)


def _line(rng: random.Random) -> str:
    if rng.random() < 0.4:
        return rng.choice(_LINES)
    text = mutate_text(rng, rng.choice(SENTENCES))
    return json.dumps({"id": "x", "text": text, "dct": rng.choice(_DCTS)})


def _names(rng: random.Random, command: str) -> list[str]:
    known = {"ingest": "good.txt", "show": "bell", "explain": "bell#1", "check": LEDGER}
    name = known.get(command, "Orikhiv")
    if rng.random() < 0.5:
        name = rng.choice((*WORDS, f"bell#{rng.choice(NUMBERS)}", *NUMBERS))
    return [] if command == "compare" else [name]


def _files(rng: random.Random) -> dict[str, bytes]:
    """The files of a good ledger and a good article."""
    del rng
    made = damaged_ledger(random.Random(0)).files
    good = {name: data for name, data in made.items() if "bell-tower" in name}
    return {**good, "good.txt": GOOD.encode()}
