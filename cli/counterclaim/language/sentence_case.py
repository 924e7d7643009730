"""Lines set in capitals, read as running text would have them: "REBELS TAKE LYMAN" and "Rebels Take
Lyman" as "Rebels take Lyman". Capitals on every word tell no name from a noun, and the parser met
few such lines.

What the article's other lines do with a word is done here too; a word that they lack is small if
it is listed in small letters, and a name or an acronym if it is not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from counterclaim.language.characters import Edit, character_data
from counterclaim.language.lemmas import verb_of
from counterclaim.language.phrasing import quotation_words, read_words
from counterclaim.records.model import Span
from counterclaim.resources import data_path

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_INSIDE = re.compile(r"(?<=[a-z,;] )[^\W\d_]+")
_VOWEL = re.compile(r"[AEIOUY]")
_FEWEST_WORDS = 4
_LONGEST_LINE = 400
_LONGEST_TITLE = 160
_LONGEST_WORD = 20
_LONGEST_ACRONYM = 3
_INFLECTED = ("VBZ", "VBD", "VBG")

Forms = Mapping[str, str]


def in_sentence_case(text: str) -> Iterator[Edit]:
    """The words of lines set in capitals, each with the letters of running text.

    >>> list(in_sentence_case("REBELS HOLD THE CITY"))[1:]
    [(7, 11, 'hold'), (12, 15, 'the'), (16, 20, 'city')]
    """
    lines = [line.span() for line in re.finditer(r"[^\n]+", text)]
    yield from sorted([*_set_in_capitals(text, lines), *_set_in_titles(text, lines)])


def _set_in_capitals(text: str, lines: list[Span]) -> Iterator[Edit]:
    capitals = [span for span in lines if _in_capitals(text[slice(*span)])]
    if not capitals:
        return
    set_apart = frozenset(capitals)
    forms = _forms(text[slice(*span)] for span in lines if span not in set_apart)
    for start, end in capitals:
        for number, word in enumerate(_WORD.finditer(text, start, end)):
            new = _as_running(word[0], text[word.end() : word.end() + 1], forms)
            month = new in _beside_numbers() and _beside_a_number(text, word)
            named = word[0].lower() not in forms and _opens_or_follows(text, word)
            if number == 0 or month or named:
                new = new[:1].upper() + new[1:]
            if new != word[0] and len(new) == len(word[0]):
                yield *word.span(), new


def _set_in_titles(text: str, lines: list[Span]) -> Iterator[Edit]:
    """Of lines With Capitals for Words, those words that the others have in small letters only."""
    titles = [span for span in lines if _in_title_case(text[slice(*span)])]
    if not titles:
        return
    set_apart = frozenset(titles)
    seen = _seen(text[slice(*span)] for span in lines if span not in set_apart)
    for start, end in titles:
        for word in list(_WORD.finditer(text, start, end))[1:]:
            low = word[0].lower()
            known = set(seen[low]) == {low} if low in seen else is_ordinary(low)
            named = low not in seen and _opens_or_follows(text, word)
            if word[0] == low.capitalize() and known and not named:
                yield *word.span(), low


def _in_title_case(line: str) -> bool:
    """Whether the words of a short line without a stop have capitals, the small ones left aside."""
    if line.isupper() or len(line) > _LONGEST_TITLE or line.rstrip()[-1:] in (*".!?:;,",):
        return False
    words = [w for w in _WORD.findall(line) if w.lower() not in quotation_words().small_in_titles]
    return len(words) >= _FEWEST_WORDS and all(w[0].isupper() for w in words)


def _in_capitals(line: str) -> bool:
    """Whether a line is words in capitals; a label before a colon and a short sign are left."""
    if not line.isupper() or len(line) > _LONGEST_LINE or line.rstrip().endswith(":"):
        return False
    return len(_WORD.findall(line)) >= _FEWEST_WORDS


def _forms(lines: Iterator[str]) -> dict[str, str]:
    """How running text has its words: small where it ever has them so, else as it most often has
    them inside a sentence."""
    return {
        low: low if low in counts else min(counts, key=lambda form: (-counts[form], form))
        for low, counts in _seen(lines).items()
    }


def _seen(lines: Iterator[str]) -> dict[str, Counter[str]]:
    """By each word in small letters, how often it stands inside a sentence in which letters."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        for word in _INSIDE.findall(line):
            seen[word.lower()][word] += 1
    return seen


def _as_running(word: str, behind: str, forms: Forms) -> str:
    """The letters of one word; `behind` is the character after it."""
    base, mark, tail = word.partition("’" if "’" in word else "'")
    if mark and tail == "T":
        return word.lower()
    if mark and tail.lower() in character_data()["behind_apostrophe"]:
        return _as_running(base, "", forms) + mark + tail.lower()
    if mark:
        return word.title()
    if word in _kept() or (len(word) == 1 and (behind == "." or word == "I")):
        return word
    return forms.get(word.lower()) or _by_itself(word)


def _by_itself(word: str) -> str:
    low = word.lower()
    if len(word) == 1 or is_ordinary(low):
        return low
    return word if len(word) <= _LONGEST_ACRONYM or not _VOWEL.search(word) else word.capitalize()


def is_ordinary(low: str) -> bool:
    """Whether a word, or what it is an inflected form of, is known in small letters."""
    known = _small_letters()
    return low in known or low.endswith("ly") or any(verb_of(low, t) in known for t in _INFLECTED)


@cache
def _small_letters() -> frozenset[str]:
    """What is written in small letters (`data/language/small_letters.txt`)."""
    return frozenset(data_path("language", "small_letters.txt").read_text("utf-8").split())


def _opens_or_follows(text: str, word: re.Match[str]) -> bool:
    """Whether a word makes a name with the one beside it: "Red Sea", "Southern Command"."""
    low, small = word[0].lower(), quotation_words().small_in_titles
    before = text[max(0, word.start() - _LONGEST_WORD) : word.start()]
    opener = before.removesuffix(" ").rpartition(" ")[2].lower() if before[-1:] == " " else ""
    openers = _name_openers()
    return low not in small and (low in openers or opener in openers)


@cache
def _name_openers() -> frozenset[str]:
    """Colours, directions and the like, as names of seas and bodies begin with them."""
    return frozenset(read_words("abbreviations.yaml")["name_openers"])


def _beside_a_number(text: str, word: re.Match[str]) -> bool:
    around = text[max(0, word.start() - 2) : word.start()], text[word.end() : word.end() + 2]
    return any(part.strip().isdigit() for part in around)


@cache
def _beside_numbers() -> frozenset[str]:
    """Names of months that are other words, too."""
    return frozenset(read_words("abbreviations.yaml")["months"])


@cache
def _kept() -> frozenset[str]:
    """Acronyms that would be words in small letters."""
    return frozenset(read_words("abbreviations.yaml")["acronyms"])
