"""The gate's variation: what reports and what happens, changed by machine in one thing at a time.

    python tests/bench/gate_variation.py                  the shares read alike
    python tests/bench/gate_variation.py --show           the failures by class, most costly first
    python tests/bench/gate_variation.py --show passive   the sentences of the classes with that word

A row of data/cues, a predicate or a relay gives a base sentence; data/gate/variation.yaml tells how
it is changed and what must be read in it. Half of the rows are held: they are counted, never shown.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gate_english import Clause, Verbs, capital, fill, possessive
from gate_scores import Score, Scores, same_name

from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.load import read_yaml
from counterclaim.records.model import NARRATOR, Claim, Span
from counterclaim.resources import data_path

BATCH = 25
"""Sentences of one text: each is a paragraph, and all tell of one war."""
FEW = 3
"""Every word of a class is tried in its first frame, and so many in the others; a reporting row is
tried in every third war."""
PLAIN, WORD = "as it stands", "another word"
MARKS = {"curly": "“”", "straight": '""', "low": "„“", "angle": "«»"}
FORWARD = ("predicts", "intends")
LAST = "{Clause}, {source} {cue}"
ORDERS = {
    ("ccomp", "last"): LAST,
    ("ccomp", "middle"): "{Subject}, {source} {cue}, {predicate}",
    ("ccomp", "inverted"): "{Clause}, {cue} {source}",
    ("ccomp", "mixed"): "{source} {cue} that {subject} “{predicate}”",
    ("ccomp", "colon"): "{source}: {clause}",
    ("quote", "first"): "{source} {cue}: “{Clause}”",
    ("quote", "inverted"): "“{Clause},” {cue} {source}",
}
Annotate = Callable[[str], Iterable[Claim]]
Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: words of one class in one frame. `told`: a clause that nobody reports."""

    kind: str
    name: str
    words: tuple[str, ...]
    frame: str
    shape: tuple[tuple[str, Any], ...]
    stances: tuple[str | None, ...]
    denied: tuple[str | None, ...] = ()
    clause: int = 0
    document: bool = False
    first: bool = True
    after: str = ""

    @property
    def held(self) -> bool:
        """Whether its failures are counted, but never shown."""
        key = f"{self.kind} {self.name} {self.frame}".encode()
        return hashlib.sha256(key).digest()[0] % 2 == 1


@dataclass(frozen=True, slots=True)
class Expected:
    """What must be read. ``None`` is not asked for. `denied`: nobody may be told to assert it."""

    source: str | None = None
    side: str | None = None
    narrated: bool = False
    stances: tuple[str, ...] | None = None
    quotation: str | None = None
    event: str | None = None
    initiator: str | None = None
    place: str | None = None
    number: int | None = None
    negated: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Variant:
    """A sentence, what was changed in it, and what must be read in it."""

    row: Row
    change: str
    war: str
    text: str
    expected: Expected


def score_variation(path: Path, annotate: Annotate) -> tuple[Scores, Scores]:
    """The shares read alike: of both halves, and by what was changed."""
    totals: Scores = {"development": Score(), "held": Score()}
    changes: Scores = {}
    for variant, wrong in judge(variants(path), annotate):
        totals["held" if variant.row.held else "development"].add(not wrong, 1, 1)
        name = variant.change.replace(" ", "_")
        changes.setdefault(name, Score()).add(not wrong, 1, 1)
    return totals, changes


def judge(all_variants: Iterable[Variant], annotate: Annotate) -> Iterator[tuple[Variant, tuple[str, ...]]]:
    """Every variant with the fields that are read otherwise."""
    by_war: dict[str, list[Variant]] = defaultdict(list)
    for variant in all_variants:
        by_war[variant.war].append(variant)
    for batch in (b[i : i + BATCH] for b in by_war.values() for i in range(0, len(b), BATCH)):
        text, spans = _article(batch)
        claims = sorted(annotate(text), key=lambda c: c.spans[0])
        for variant, (start, end) in zip(batch, spans, strict=True):
            inside = [c for c in claims if start <= c.spans[0][0] < end]
            yield variant, wrong_fields(variant.expected, inside)


def _article(batch: Sequence[Variant]) -> tuple[str, list[Span]]:
    spans, at = [], 0
    for variant in batch:
        spans.append((at, at + len(variant.text)))
        at += len(variant.text) + 2
    return "\n\n".join(variant.text for variant in batch), spans


def wrong_fields(expected: Expected, claims: Sequence[Claim]) -> tuple[str, ...]:
    """What is read otherwise by the claim that comes nearest; ``missed`` where there is none."""
    if expected.denied:
        told = [c for c in claims if c.stance == "asserts" and c.event.type == expected.event]
        return ("told though it was not said",) if told else ()
    readings = [_wrong(expected, claim) for claim in claims]
    return min(readings, key=len, default=("missed",))


def _wrong(expected: Expected, claim: Claim) -> tuple[str, ...]:
    event, source, initiator = claim.event, claim.source, claim.event.initiator
    party = initiator.side if initiator else None
    checks = {
        "narrator": (source.kind == NARRATOR) == expected.narrated,
        "source": expected.source is None or same_name(expected.source, source.name),
        "side": expected.side in (None, source.side),
        "stance": expected.stances is None or claim.stance in expected.stances,
        "quotation": expected.quotation in (None, claim.quotation),
        "event": expected.event in (None, event.type),
        "party": expected.initiator in (None, party),
        "place": expected.place is None or any(expected.place in p.mention for p in claim.places),
        "number": expected.number is None
        or any(q.low == q.high == expected.number for q in claim.quantities),
        "negation": not expected.negated
        or bool(event.role("negated"))
        or event.role("success") is False
        or claim.stance == "denies",
    }
    return tuple(field for field, right in checks.items() if not right)


def variants(path: Path) -> list[Variant]:
    """All sentences, each once, in the order of the data."""
    data = read_yaml(path)
    maker = _Maker(data)
    found: dict[str, Variant] = {}
    for number, row in enumerate(rows(data)):
        for variant in _vary(maker, row, number):
            found.setdefault(variant.text, variant)
    return list(found.values())


def _vary(maker: _Maker, row: Row, number: int) -> Iterator[Variant]:
    for at in range(len(row.words) if row.first else min(FEW, len(row.words))):
        yield maker.make(row, at, {}, PLAIN if at == 0 else WORD, number + at)
    for turn, change in enumerate(maker.data["transformations"]):
        at = turn % len(row.words)
        thinned = "war" in change and row.kind != "predicate" and (number + turn) % FEW
        if not thinned and _applies(row, change) and maker.fits(row, change, at):
            yield maker.make(row, at, change, change["name"], number + turn)


def _applies(row: Row, change: Data) -> bool:
    if row.kind == "predicate":
        return bool(change.get("told", False))
    if "reported" in change or change.get("only", [row.frame]) != [row.frame]:
        return False
    has_clause = dict(row.shape).get("clause", False)
    return has_clause or not {"clause", "actor"} & change.keys()


def rows(data: Data) -> Iterator[Row]:
    """Every row: reporting verbs, nouns, adjectives, prepositions and relays, then predicates."""
    reported = [i for i, c in enumerate(data["clauses"]) if c["event"] in data["reported"]]
    found = [*_verb_rows(data), *_noun_rows(data, "noun"), *_noun_rows(data, "adjective")]
    prepositions = read_yaml(data_path("cues", "prepositions.yaml"))["prepositions"]
    found += _fixed_rows("preposition", prepositions, data["preposition_frames"])
    found += _fixed_rows("relay", data["relays"], data["relay_frames"])
    for number, row in enumerate(found):
        yield replace(row, clause=reported[number % len(reported)])
    for number, clause in enumerate(data["clauses"]):
        name = f"{clause['event']} {clause['verbs'][0]}"
        words = tuple(clause["verbs"])
        stances = ("asserts",) * len(words)
        yield Row("predicate", name, words, "told", (("clause", True),), stances, clause=number)


def _verb_rows(data: Data) -> Iterator[Row]:
    for group in read_yaml(data_path("cues", "verbs.yaml"))["groups"]:
        items = [v if isinstance(v, str) else f"{v['lemma']} {v['particle']}" for v in group["verbs"]]
        cues = [load_cues().verb(*item.split()) for item in items]
        stance = group.get("stance", "asserts")
        frames = {f: shape for f, shape in data["verb_frames"].items() if f in group["frames"]}
        for number, (frame, shape) in enumerate(frames.items()):
            if stance not in shape.get("stances", [stance]) or group["id"] in shape.get("without", []):
                continue
            yield Row(
                "verb",
                group["id"],
                tuple(items),
                frame,
                tuple(shape.items()),
                tuple(cue.stance_in(frame) if cue else None for cue in cues),
                tuple(cue.negated if cue else None for cue in cues),
                document=group.get("documents", False),
                first=number == 0,
                after=data["objects"].get(group["id"], ""),
            )


def _noun_rows(data: Data, kind: str) -> Iterator[Row]:
    for group in read_yaml(data_path("cues", f"{kind}s.yaml"))["groups"]:
        words = tuple(group[f"{kind}s"])
        frames = {f: shape for f, shape in data[f"{kind}_frames"].items() if f in group["frames"]}
        for number, (frame, shape) in enumerate(frames.items()):
            stances = (shape.get("stance", group.get("stance", "asserts")),) * len(words)
            items = tuple(shape.items())
            yield Row(kind, group["id"], words, frame, items, stances, first=number == 0)


def _fixed_rows(kind: str, words: list[str], frames: Data) -> Iterator[Row]:
    for frame, shape in frames.items():
        stances = (shape["stance"],) * len(words)
        yield Row(kind, kind, tuple(words), frame, tuple(shape.items()), stances)


class _Maker:
    """Sentences and what must be read in them."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.verbs = Verbs(data["irregular"], data["doubling"])
        self.wars = {war["id"]: war for war in data["wars"]}

    def fits(self, row: Row, change: Data, at: int) -> bool:
        """Whether the change makes sense: no passive without an object, no tense in a wish."""
        clause = self.data["clauses"][row.clause]
        if "clause" in change and row.stances[at] not in ("asserts", "confirms", "denies", "doubts"):
            return False
        if change.get("clause") == "passive":
            return "object" in clause and clause.get("passive", True)
        return "actor" not in change or "subject" not in clause

    def make(self, row: Row, at: int, change: Data, name: str, turn: int) -> Variant:
        """One sentence: the word `at` of a row, one thing changed."""
        war = self.wars[change.get("war", "ukraine")]
        place, number = war["places"][turn % len(war["places"])], 4 + turn % 23
        clause = self._clause(row, at, change, war, place, number)
        if row.kind == "predicate" and "reported" not in change:
            text, source = self._told(clause, change), None
        else:
            source = self._source(row, change, war)
            text = self._reported(row, at, change, clause, war, place)
        expected = self._expected(row, at, change, war, source)
        if "{place}" in str(self.data["clauses"][row.clause]) or not dict(row.shape).get("clause"):
            expected = replace(expected, place=place.upper() if _capitals(change) else place)
        if dict(row.shape).get("clause") and "{n}" in str(self.data["clauses"][row.clause]):
            expected = replace(expected, number=number)
        return Variant(row, name, war["id"], text, expected)

    def _clause(self, row: Row, at: int, change: Data, war: Data, place: str, number: int) -> Clause:
        clause = self.data["clauses"][row.clause]
        verb = row.words[at] if row.kind == "predicate" else clause["verbs"][at % len(clause["verbs"])]
        one = change.get("actor") == "one"
        names = war["a"]["one" if one else "many"]
        subject = names[1 + at % (len(names) - 1) if change.get("actor") == "next" else 0]
        slots = {"place": place, "n": str(number), "b": war["b"]["many"][0], "own": war["a"]["own"]}
        return fill(clause, verb, subject, many=not one, slots=slots)

    def _source(self, row: Row, change: Data, war: Data) -> Data:
        if row.document and "source" not in change:
            return {"words": "the UN report", "name": None}
        found: Data = war["sources"][change.get("source", "person")]
        return found

    def _told(self, clause: Clause, change: Data) -> str:
        tense = change.get("clause", "present" if "title" in change else "past")
        subject, predicate = clause.told(self.verbs, tense)
        return _laid_out(f"{subject} {predicate}", change)

    def _tense(self, row: Row, at: int, change: Data) -> str:
        usual = {"demands": "bare", "intends": "conditional", "predicts": "conditional"}
        found: str = change.get("clause", usual.get(row.stances[at] or "", "past"))
        spoken = "quote" in (row.frame, change.get("reported")) or row.kind == "predicate"
        return "conditional" if found == "future" and not spoken else found

    def _reported(
        self, row: Row, at: int, change: Data, clause: Clause, war: Data, place: str
    ) -> str:
        source = self._source(row, change, war)
        subject, predicate = clause.told(self.verbs, self._tense(row, at, change))
        frame, word = row.frame, row.words[at]
        shape = dict(row.shape)
        if row.kind == "predicate":
            frame, word = change["reported"], "say"
            shape = self.data["verb_frames"][frame]
        many = source.get("many", False)
        cue_tense = change.get("cue", "present" if "title" in change else "past")
        is_verb = row.kind in ("verb", "predicate")
        slots = {
            "source": source["words"],
            "source's": source.get("possessive", possessive(source["words"])),
            "cue": self.verbs.finite(word, cue_tense, many=many) if is_verb else word,
            "be": _be(cue_tense, many=many),
            "clause": f"{subject} {predicate}",
            "subject": subject,
            "predicate": predicate,
            "place": place,
        }
        slots |= {capital(name): capital(words) for name, words in slots.items()}
        words = ORDERS.get((frame, change.get("order", "")), shape["words"]).format(**slots)
        if row.after:
            hearer = row.after.format(b=war["b"]["many"][0])
            words = words.replace(slots["cue"], f"{slots['cue']} {hearer}", 1)
        before = f"{source['before']} " if "before" in source else ""
        return before + _laid_out(words, change)

    def _expected(
        self, row: Row, at: int, change: Data, war: Data, source: Data | None
    ) -> Expected:
        clause = self.data["clauses"][row.clause]
        has_clause = bool(dict(row.shape).get("clause"))
        stance = row.stances[at]
        found = Expected(narrated=source is None, stances=None if stance is None else (stance,))
        if source is not None:
            found = replace(found, source=source["name"], side=source.get("side"))
        tense = change.get("clause")
        if tense == "future":
            found = replace(found, stances=FORWARD if stance == "asserts" else found.stances)
        if tense == "not":
            found = replace(found, negated=True, stances=None)
        if has_clause and tense != "future" and stance in ("asserts", "confirms", "denies", "doubts"):
            party = None if clause.get("by", "a") is None else war["a"]["side"]
            found = replace(found, event=clause["event"], initiator=party)
        if row.frame == "quote" or change.get("reported") == "quote":
            found = replace(found, quotation="direct")
        if change.get("order") == "mixed":
            found = replace(found, quotation="mixed")
        return self._denied(row, at, change, found)

    def _denied(self, row: Row, at: int, change: Data, found: Expected) -> Expected:
        """`did not confirm` doubts; `did not say` says nothing."""
        if change.get("cue") != "not":
            return found
        negated = row.denied[at] if row.denied else None
        if negated is not None:
            return replace(found, stances=(negated,))
        return replace(found, denied=True, event=found.event or "attack")


def _be(tense: str, *, many: bool) -> str:
    forms = {"present": ("is", "are"), "perfect": ("has been", "have been")}
    forms |= {"not": ("was not", "were not")}
    return forms.get(tense, ("was", "were"))[many]


def _capitals(change: Data) -> bool:
    return change.get("title") == "capitals"


def _laid_out(words: str, change: Data) -> str:
    """The sentence with its capital, its stop and its marks."""
    opening, closing = MARKS[change.get("marks", "curly")]
    text = capital(words) + ("" if "title" in change else ".")
    text = text.replace("”.", ".”").translate({ord("“"): opening, ord("”"): closing})
    return text.upper() if _capitals(change) else text


def print_failures(path: Path, annotate: Annotate, only: str) -> None:
    """The classes of failures with their counts; with a word, the sentences of the open half."""
    classes: Counter[str] = Counter()
    sentences: dict[str, list[str]] = defaultdict(list)
    for variant, wrong in judge(variants(path), annotate):
        if not wrong:
            continue
        row = variant.row
        kind = f"{row.kind} {row.frame}, {variant.change}: {', '.join(wrong)}"
        classes[kind] += 1
        if not row.held:
            sentences[kind].append(f"    [{row.name}] {variant.text}")
    for kind, count in classes.most_common():
        if only in kind:
            print(f"{count:5} {kind}")
            if only:
                print(*sentences[kind], sep="\n")


def main(arguments: list[str] | None = None) -> int:
    """Measure, or show what is read otherwise."""
    from gate import FOLDER, claims_of

    parser = argparse.ArgumentParser(description="Vary every row of data/cues and predicate.")
    parser.add_argument("--show", nargs="?", const="", metavar="WORD", help="failures by class")
    options = parser.parse_args(arguments)
    path = FOLDER / "variation.yaml"
    if options.show is not None:
        print_failures(path, claims_of, options.show)
        return 0
    for scores in score_variation(path, claims_of):
        for name, score in scores.items():
            print(f"{name:32}{score.right:6} of {score.expected:5}{score.f1:7.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
