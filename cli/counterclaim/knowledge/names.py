"""Names made comparable: case, accents, apostrophes, spelling habits and transliteration."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path

Key = tuple[str, ...]

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|(?<=[^\W_])['’ʼ]s?\b(?![^\W_])"  # the possessive is a token of its own
    r"|[^\W_]+(?:['’ʼ`´](?!s\b)[^\W_]+)*"
)
_ENDING = re.compile(r"(?<=[a-z]{3})(?:yy|iy|yi|yj|ij|ii)$")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`´.")
POSSESSIVE = "'s"


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text, where it stands (code points, half open) and its folded form."""

    text: str
    start: int
    end: int
    key: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@cache
def _habits() -> tuple[dict[str, str], frozenset[str]]:
    """Words that fold to another word, and acronyms that are words in lower case (US, WHO)."""
    data = read_yaml(data_path("spellings.yaml"))
    same: dict[str, str] = {}
    for group in (*data["words"], *data["given_names"]):
        same.update(dict.fromkeys(group[1:], group[0]))
    return same, frozenset(data["acronyms"])


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Fold one word: "Zelenskyi", "ZELENSKIY" and "Zelensky" all give "zelensky".

    Acronyms that would read as common words in lower case ("US", "WHO") keep their capitals.
    """
    same, acronyms = _habits()
    bare = word.translate(_APOSTROPHES)
    if bare in acronyms:
        return same.get(bare, bare)
    if not bare or bare == "s":
        return POSSESSIVE if bare != word else bare
    if bare.isascii():
        plain = bare.lower()
    else:
        plain = unicodedata.normalize("NFKD", bare).casefold()
        plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("ł", "l")
    return same.get(plain) or _ENDING.sub("y", plain)


@lru_cache(maxsize=1024)  # the words of a source are asked for again and again, an article's twice
def tokenise(text: str) -> tuple[Token, ...]:
    """The words of `text` with offsets; a possessive ending is a token of its own.

    >>> [t.key for t in tokenise("Russia's Defense Ministry")]
    ['russia', "'s", 'defence', 'ministry']
    """
    return tuple(
        Token(m.group(), m.start(), m.end(), fold_word(m.group())) for m in _TOKEN.finditer(text)
    )


def fold(name: str) -> Key:
    """A whole name as a key for lookups, without a leading article.

    >>> fold("the General Staff") == fold("General staff")
    True
    """
    keys = tuple(map(fold_word, _TOKEN.findall(name)))
    return keys[1:] if len(keys) > 1 and keys[0] in {"the", "a", "an"} else keys


def longest(names: Iterable[Key]) -> dict[str, int]:
    """How many words the names with one first word have at most.

    >>> longest([("free", "highland", "front"), ("free", "press")])
    {'free': 3}
    """
    sizes: dict[str, int] = {}
    for name in filter(None, names):
        sizes[name[0]] = max(len(name), sizes.get(name[0], 0))
    return sizes
