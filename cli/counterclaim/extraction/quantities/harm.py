"""Who was killed or hurt, and how many: rows of data/quantities/harm.yaml at work on the tree.

    >>> find_harm(parse_text("Gunmen killed two herders and hurt a guide."))

gives two killed and one wounded. People without a number count where their word tells how many they
are: "a guide", "Ali Reza", "the mayor and his son" (two); "civilians" are nobody knows how many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from counterclaim.extraction.grammar.mood import is_near_miss, negations
from counterclaim.extraction.grammar.paths import Path, compile_path
from counterclaim.extraction.quantities.counting import read_interval
from counterclaim.extraction.quantities.lexicon import lexicon, lowered
from counterclaim.extraction.times.lexicon import lexicon as times
from counterclaim.knowledge.harm import HarmFrame, load_harm
from counterclaim.language.tree import Parse, Word, asked_once
from counterclaim.records.model import Span

_OUTSIDE = (
    "acl",
    "advcl",
    "appos",
    "aux",
    "cc",
    "case",
    "conj",
    "cop",
    "nsubj",
    "obj",
    "obl",
    "parataxis",
    "punct",
)

_BODIES = {"killed", "wounded"}  # "three deaths", counted as things are

Count = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Harm:
    """People to whom one harm is said to have come. `low` and `high` are how many, as far as the
    words tell; `told` is false where it is only feared, denied or an accusation."""

    harm: str
    low: float | None
    high: float | None
    category: str | None
    span: Span
    word: int
    sentence: int
    told: bool


@asked_once
def find_harm(parse: Parse) -> Sequence[Harm]:
    """All harm that a text tells of, in text order."""
    found: dict[tuple[str, int], Harm] = {}
    for word in parse.words:
        reads = (list(_read(parse, word, frame)) for frame in load_harm().of(word.lemma))
        for harm in next((read for read in reads if read), []):
            found.setdefault((harm.harm, harm.span[1]), harm)
    return sorted(_one_each(parse, found.values()), key=lambda harm: harm.span)


def _one_each(parse: Parse, found: Iterable[Harm]) -> Iterator[Harm]:
    """Of two harms to the same people that of the word next to them: "one dead and four hurt"."""
    by_span: dict[Span, list[Harm]] = defaultdict(list)
    for harm in found:
        by_span[harm.span].append(harm)
    for span, harms in by_span.items():
        beside = [h for h in harms if 0 < parse.words[h.word].start - span[1] <= 1]
        yield from beside[:1] or harms


@cache
def _paths(written: tuple[str, ...]) -> tuple[Path, ...]:
    return tuple(compile_path(path, load_harm().classes) for path in written)


def _read(parse: Parse, word: Word, frame: HarmFrame) -> Iterator[Harm]:
    if not all(path.words(parse, word) for path in _paths(frame.when)):
        return
    told = is_told(parse, word)
    victims = next((v for p in _paths(frame.victim) if (v := p.words(parse, word))), [])
    for head in _people(parse, [v for v in victims if v in victims[:1] or _is_added(parse, v)]):
        low, high = count(parse, head)
        words = phrase_of(parse, head)
        span = (words[0].start, words[-1].end)
        nobody = words[0].lower in load_harm().lists["nobody"]
        yield Harm(
            frame.harm, low, high, _category(head), span, word.i, word.sentence, told and not nobody
        )


def _is_added(parse: Parse, victim: Word) -> bool:
    """Whether "and" stands before a victim, whom the parser made a second subject beside the first:
    "a woman and two boys were killed". One that nothing joins is an apposition."""
    first = phrase_of(parse, victim)[0]
    return first.i > 0 and parse.words[first.i - 1].lower == "and"


def _people(parse: Parse, victims: list[Word]) -> Iterator[Word]:
    """The victims one by one: of "the mayor, a doctor, and his son" two. Where the first is counted
    ("two men, Omar and Ali"), names only say who they are."""
    things = lexicon().thing_keys - _BODIES
    for victim in victims:
        clause = victim.is_verb and parse.child(victim.i, "det", "nummod") is None
        other = lexicon().nouns.get(victim.lower) in things or victim.lower in times().weekdays
        if clause or victim.is_relative or other:
            continue
        yield victim
        listed = list(joined(parse, victim))
        if any(parse.child(w.i, "cc") is not None for w in listed):
            low = count(parse, victim)[0]
            names = (low is None and not victim.is_proper) or (low or 1) > 1
            yield from (
                w for w in listed if not w.is_verb and not (names and _only_named(parse, w))
            )
        for beside in parse.children(victim.i, "appos"):
            yield from (w for w in parse.children(beside.i, "conj") if _belongs(parse, w))


def joined(parse: Parse, word: Word) -> Iterator[Word]:
    """All that is joined to a word, however the parser strung it."""
    for w in parse.children(word.i, "conj"):
        yield w
        yield from joined(parse, w)


def _only_named(parse: Parse, word: Word) -> bool:
    return parse.child(word.i, "nummod", "det") is None


def _belongs(parse: Parse, word: Word) -> bool:
    owner = parse.child(word.i, "nmod:poss")
    return owner is not None and owner.is_owner


def phrase_of(parse: Parse, head: Word) -> list[Word]:
    """A noun with its modifiers, without those beside it and the clauses that hang on it."""
    return parse.subtree(head.i, without=_OUTSIDE)


def is_told(parse: Parse, word: Word) -> bool:
    """Whether a deed is told as news of this day: not denied, and nobody only stands accused."""
    lists = load_harm().lists
    verb = _verb_of(parse, word)
    helpers = parse.children(verb.i, "aux", "mark", "case")
    if verb.is_present_participle and any(w.rel == "aux" for w in helpers):
        return False  # "is dying"
    unreal = any(w.is_modal or w.is_to for w in helpers)
    if unreal or negations(parse, verb) or is_near_miss(parse, verb):
        return False
    if verb.is_present_participle and any(w.lower in lists["withholding_marks"] for w in helpers):
        return False
    return not any(v.lemma in lists["withholding_verbs"] for v in _above(parse, verb))


def _above(parse: Parse, verb: Word) -> Iterator[Word]:
    """The verbs that a verb hangs on, nearest first."""
    above = parse.head(verb)
    while above is not None:
        if above.is_verb:
            yield above
        above = parse.head(above)


def _verb_of(parse: Parse, word: Word) -> Word:
    """The verb that a word hangs on, itself if it is one or hangs on none."""
    above: Word | None = word
    while above is not None and not above.is_verb:
        above = parse.head(above)
    return above or word


def count(parse: Parse, head: Word) -> Count:
    """How many the people of a noun phrase are: (2, 2) of "two guards", (1, 1) of "a guard" and of
    a name, (2, None) of "more than one", (None, None) of "guards"."""
    words = [w for w in phrase_of(parse, head) if w.i <= head.i]
    floor = parse.sentences[head.sentence].start
    got = read_interval(lowered(parse.text), words[0].start, head.end, floor)
    if got is not None:
        return got.low, got.high
    if head.lower in load_harm().lists["many"]:
        return (None, None)
    one = words[0].lower in load_harm().lists["one"] or head.is_proper
    return (1, 1) if one or (head.is_singular and not head.is_plural) else (None, None)


def _category(head: Word) -> str | None:
    key = lexicon().nouns.get(head.lower)
    return key if key in lexicon().people_keys else None
