"""Sentences by machine for the gate: one row, one thing changed, and what must be read in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gate_english import Clause, Verbs, capital, fill, possessive
from gate_rows import Data, Row

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
    alone: bool = False


class Maker:
    """Sentences and what must be read in them."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.verbs = Verbs(data["irregular"], data["doubling"])
        self.wars = {war["id"]: war for war in data["wars"]}

    def fits(self, row: Row, change: Data, at: int) -> bool:
        """Whether the change makes sense: no passive without an object, no tense in a wish."""
        clause = self.data["clauses"][row.clause]
        if "clause" in change and row.stances[at] not in (
            "asserts",
            "confirms",
            "denies",
            "doubts",
        ):
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
        alone = "title" in change or change.get("actor") == "next"
        told = str(self.data["clauses"][row.clause]) if dict(row.shape).get("clause") else ""
        if "{place}" in told + dict(row.shape).get("words", ""):
            expected = replace(expected, place=place.upper() if _capitals(change) else place)
        if "{n}" in told:
            expected = replace(expected, number=number)
        return Variant(row, name, war["id"], text, expected, alone)

    def _clause(
        self, row: Row, at: int, change: Data, war: Data, place: str, number: int
    ) -> Clause:
        clause = self.data["clauses"][row.clause]
        verb = (
            row.words[at] if row.kind == "predicate" else clause["verbs"][at % len(clause["verbs"])]
        )
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
        live = "quote" in (row.frame, change.get("reported"))
        ahead = "future" if live or row.kind == "predicate" else "conditional"
        usual = {"demands": "must" if live else "bare", "intends": ahead, "predicts": ahead}
        found: str = change.get("clause", usual.get(row.stances[at] or "", "past"))
        return ahead if found == "future" else found

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
        if (
            has_clause
            and tense != "future"
            and stance in ("asserts", "confirms", "denies", "doubts")
        ):
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
