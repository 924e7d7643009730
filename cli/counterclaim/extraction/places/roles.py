"""What part a named place plays in its clause: the place of the event, how the event lies to
it, or a government that speaks under the name of its capital.
"""

from __future__ import annotations

import re

from counterclaim.extraction.places.names import Name
from counterclaim.extraction.places.reading import Reading, Token
from counterclaim.extraction.places.standing import Standings
from counterclaim.knowledge.gazetteer import PlaceEntry
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.patterns import pattern
from counterclaim.knowledge.place_context import PlaceContext
from counterclaim.language.datelines import dateline_end

AWAY, ORIGIN = "away from", "from"
_FUNCTION = word_class("function_words")
_ADDRESSING = word_class("addressing")
_CAPITALS = word_class("capitals") | word_class("lesser_capitals")
_TOWARDS = word_class("before_governments")
_REACH = 5  # tokens of "has been heavily shelled again"
_COMPARED = word_class("there") | {"with", "to"}
_BEFORE = pattern("relation_before")
_SILENT = pattern("silent_behind")
_AFTER = pattern("relation_behind")


def relation_of(text: str, start: int, end: int) -> str | None:
    """How the event lies to the place at start..end: "near", "outskirts", "surroundings",
    "outside", "north of", "part", "road to"; None when it is simply there.

    >>> relation_of("Clashes went on north-west of Soledar.", 30, 37)
    'north-west of'
    """
    if before := _BEFORE.search(text[max(0, start - 60) : start]):
        if before["near"]:
            return "near"
        if before["side"]:
            return f"{before['side'].lower()} of"
        if before["away"] or before["origin"]:
            return AWAY if before["away"] else ORIGIN
        if before["way"]:
            return f"road {before['way'].lower()}"
        names = {"out": "outskirts", "ring": "surroundings", "outside": "outside", "part": "part"}
        return next(value for name, value in names.items() if before[name])
    if after := _AFTER.match(text, end):
        return "surroundings" if after["ring"] in ("surroundings", "environs") else "outskirts"
    return None


def side_of(reading: Reading, context: PlaceContext, name: Name) -> tuple[int, str | None]:
    """Where the mention begins, with a compass word before it, and that word in full form.
    "south of Kherson" is a relation and no part, so the word must stand right before.
    """
    if name.first == 0:
        return name.start, None
    tokens = reading.tokens
    if tokens[name.first].gap != " ":
        return name.start, None
    first = name.first - 1
    word = tokens[first].key.replace(" ", "-")
    if first and tokens[first].gap == "-" and tokens[first - 1].key in context.directions:
        first -= 1
        word = f"{tokens[first].key}-{word}"
    if word not in context.directions:
        return name.start, None
    side = word if word.endswith("ern") or word == "central" else f"{word}ern"
    return tokens[first].start, side


def is_event_place(
    reading: Reading,
    context: PlaceContext,
    name: Name,
    entry: PlaceEntry,
    standings: Standings | None = None,
) -> bool:
    """Whether an event told here may have happened there."""
    after = _words_around(reading, name)[1]
    if name.compound or after == "regional" or _in_dateline(reading.text, name):
        return False
    if entry.kind == "sea" and after in context.anaphors:
        return False  # "the Black Sea port of Odesa"
    told = standings.is_here(name.start, name.end, entry) if standings else None
    if told is not None and not _names_body(reading, context, name):
        return told
    return _is_here_by_words(reading, context, name, entry)


def _is_here_by_words(
    reading: Reading, context: PlaceContext, name: Name, entry: PlaceEntry
) -> bool:
    """Whether the words around a name leave it the place of an event."""
    before, after = _words_around(reading, name)
    if _office_of(reading, context, name) or _home_of(reading, context, name):
        return False
    if after in context.treaties or _names_body(reading, context, name):
        return False
    if _in_passing(reading, context, name, entry) or (
        entry.kind == "region" and after in _CAPITALS  # "the North Kivu provincial capital Goma"
    ):
        return False
    if reading.tokens[name.last - 1].possessive and _holds(reading, context, name, entry, after):
        return False
    if entry.kind == "continent" and before != "across":
        return False
    if reading.tokens[name.last - 1].possessive and (
        after in context.actor_nouns or _actor_follows(reading, context, name)
    ):
        return entry.kind not in ("country", "continent") and not _is_seat(name, entry)
    if entry.kind == "country":
        return _in_country(reading, context, name, before, after)
    speaks = entry.kind == "seat" and not name.located and after not in _FUNCTION | {""}
    if speaks or (_is_seat(name, entry) and _acts(reading, context, name, after)):
        return False
    return not (after in context.offices or after in word_class("local_nouns"))


def _acts(reading: Reading, context: PlaceContext, name: Name, after: str) -> bool:
    """Whether a capital is a government: "Kyiv was angry", "the Damascus government", "Kyiv's
    hopes", "that helps Kyiv"; it is a town behind a preposition of place, behind a verb of hitting
    or before what befell it."""
    if _is_government(reading, name) or _keeps_silent(reading, name):
        return True
    if reading.tokens[name.last - 1].possessive:
        return not _has_parts(reading, context, name)
    if name.located or _is_hit(reading, name):
        return False
    if after in context.speech_verbs or after in context.governments:
        return True
    return name.first > 0 and not _may_be_town(reading, context, name)


def _keeps_silent(reading: Reading, name: Name) -> bool:
    """Whether a capital says nothing: "Kyiv has not commented", "Delhi did not address it"."""
    return _SILENT.match(reading.text, name.end) is not None


def _is_seat(name: Name, entry: PlaceEntry) -> bool:
    """Whether a name is a capital's, or a town's and its country's capital's ("New Delhi")."""
    also = (m.entry for m in name.matches if m.entry.country == entry.country)
    return entry.kind in ("capital", "seat") or any(e.kind == "capital" for e in also)


def _has_parts(reading: Reading, context: PlaceContext, name: Name) -> bool:
    """Whether a possessive capital is a town with streets and quarters: "Kyiv's outskirts"."""
    following = [token.key for token in reading.tokens[name.last : name.last + 3]]
    towns = context.anaphors.keys() | context.kinds.keys() | context.directions
    return any(word in towns or word in word_class("town_parts") for word in following)


def _may_be_town(reading: Reading, context: PlaceContext, name: Name) -> bool:
    """Whether the word before a capital without a preposition leaves it a town: a verb of hitting,
    "and" or a comma in a list, an adjective behind a preposition ("in besieged Khartoum")."""
    tokens, k = reading.tokens, name.first - 1
    if tokens[name.first].gap != " " or tokens[k].capital or tokens[k].key == "and":
        return True
    befallen = word_class("hitting_verbs") | context.before_places | context.anaphors.keys()
    if tokens[k].key in befallen | context.directions:
        return True
    before = tokens[k - 1] if k and tokens[k].gap == " " else None
    if tokens[k].key == "for":
        return before is not None and before.key in word_class("fought_for")
    return before is not None and before.key in context.locatives | {"the"}


def _is_government(reading: Reading, name: Name) -> bool:
    """Whether a capital is spoken to, blamed, given something, or one of two sides: "told Kyiv",
    "aid to Kyiv", "pressure on Kyiv", "talks between Kyiv and Minsk"."""
    tokens, k = reading.tokens, name.first - 1
    while k >= 0 and tokens[k].key == "the":
        k -= 1
    if k > 1 and tokens[k].key == "and" and tokens[k - 2].key == "between":
        k -= 2
    if k < 0:
        return False
    if tokens[k].key in _ADDRESSING:
        return True
    return k > 0 and tokens[k].key in _TOWARDS and tokens[k - 1].key in word_class("to_governments")


def _is_hit(reading: Reading, name: Name) -> bool:
    """Whether the words behind tell what befell the place: "was shelled", "came under fire"."""
    words = [token.key for token in reading.tokens[name.last : name.last + _REACH]]
    if words[1:2] == ["under"]:
        return True
    rest = [word for word in words[1:] if word not in word_class("between_passive")]
    return bool(rest) and words[0] in word_class("befall_be") and rest[0] in word_class("is_hit")


def _in_dateline(text: str, name: Name) -> bool:
    """Whether it says where the report was filed: "KYIV, Ukraine (Reuters) - ..."."""
    line = text.rfind("\n", 0, name.start) + 1
    if name.start == line and name.text.isupper() and re.match(r": [A-Z“\"]", text[name.end :]):
        return True
    end = dateline_end(text, line, len(text))
    return end is not None and name.end <= end


def _home_of(reading: Reading, context: PlaceContext, name: Name) -> bool:
    """Whether X is only where somebody is from ("a captain from X", "an X native"), lives ("based
    in X") or what they speak of ("spoke about X")."""
    tokens, k = reading.tokens, _phrase_start(reading, context, name)
    if _words_around(reading, name)[1] in context.natives:
        return not _has_kind(reading, context, name.last)
    link = tokens[k - 1].key if k > 1 else ""
    if link == "from":
        inserted = tokens[k - 1].gap == ", " and _ends_at_comma(reading, name)
        return (
            inserted
            or tokens[k - 2].key in context.natives
            or (k > 3 and tokens[k - 3].text == "of" and tokens[k - 4].key in context.natives)
            or _came(tokens[max(0, k - 9) : k - 1], context)
        )
    return link == "about" or (link == "in" and tokens[k - 2].key in context.homes)


def _phrase_start(reading: Reading, context: PlaceContext, name: Name) -> int:
    """The token that a name begins with, or the "the" of "the southern city of X"."""
    tokens, k = reading.tokens, name.first
    if k < 3 or tokens[k - 1].text != "of" or tokens[k - 2].key not in context.anaphors:
        return k
    first = k - 2
    while first > 0 and k - first < _REACH + 1 and tokens[first].gap == " ":
        if tokens[first].key == "the":
            return first
        first -= 1
    return k


def _ends_at_comma(reading: Reading, name: Name) -> bool:
    after = reading.tokens[name.last : name.last + 1]
    return bool(after) and after[0].gap.startswith(",")


def _in_passing(reading: Reading, context: PlaceContext, name: Name, entry: PlaceEntry) -> bool:
    """Whether a place is only compared with ("unlike in X"), or what something else may lead to ("a
    stepping stone to X"), or names a time ("since the invasion of X") or a ship."""
    tokens, k = reading.tokens, name.first
    if _is_ship(reading, name, entry, _words_around(reading, name)[1]):
        return True
    before = [t.key for t in tokens[max(0, k - 2) : k]]
    if len(before) == 2 and before[1] == "to" and before[0] in context.steps:
        return True
    if len(before) == 2 and before[0] in word_class("comparing") and before[1] in _COMPARED:
        return True
    since = [t.key for t in tokens[max(0, k - 6) : k]]
    begun = {w for w in since if w in word_class("since")}
    return bool(begun) and bool({*since} & word_class("befalling")) and since[-1] == "of"


def _is_ship(reading: Reading, name: Name, entry: PlaceEntry, after: str) -> bool:
    """Whether an article before the bare name of a town makes it that of a ship: "the Kursk"."""
    tokens, k = reading.tokens, name.first
    if not entry.is_settlement or k == 0 or tokens[k - 1].text not in ("the", "The"):
        return False
    return tokens[k].gap == " " and after in word_class("finite_be")


def _has_kind(reading: Reading, context: PlaceContext, behind: int) -> bool:
    """Whether a noun of a kind of place follows over an adjective: "refugee camp"."""
    word = reading.tokens[behind : behind + 2]
    return (
        len(word) == 2 and word[0].key in context.kind_adjectives and word[1].key in context.kinds
    )


def _came(before: list[Token], context: PlaceContext) -> bool:
    """Whether somebody arrives from there ("aid reached the town from X"), who did not leave it
    ("was pulled out from X")."""
    marks = [i for i, t in enumerate(before) if any(mark in t.gap for mark in ".;:!?\n")]
    words = {t.key for t in before[marks[-1] if marks else 0 :]}
    return bool(words & context.arrivals) and not words & context.removals


def _names_body(reading: Reading, context: PlaceContext, name: Name) -> bool:
    """Whether a capitalised word behind makes it the name of something ("the Moscow Exchange")."""
    if name.last >= reading.group[name.first][1]:
        return False
    after = reading.tokens[name.last]
    known = context.allowed_after | context.never | context.directions
    return after.gap == " " and after.key not in known


def _holds(
    reading: Reading, context: PlaceContext, name: Name, entry: PlaceEntry, after: str
) -> bool:
    """Whether a possessive country only says where the region behind it lies ("Russia's Tver
    region"), or a place whose officials they are ("Kharkiv's prosecutors")."""
    if entry.kind == "country":
        tokens, k = reading.tokens, name.last
        while (
            k < len(tokens) and tokens[k].key in context.directions and tokens[k].gap in (" ", "-")
        ):
            k += 1
        held = word_class("capitals") | word_class("borders")
        return (k < len(tokens) and (tokens[k].capital or tokens[k].key in held)) or after in held
    return after in word_class("local_bodies")


def _words_around(reading: Reading, name: Name) -> tuple[str, str]:
    tokens = reading.tokens
    before = tokens[name.first - 1].key if name.first else ""
    nearby = name.last < len(tokens) and not re.search(r"[,.;:!?\n]", tokens[name.last].gap)
    after = tokens[name.last].key if nearby else ""
    return before, after


def _actor_follows(reading: Reading, context: PlaceContext, name: Name) -> bool:
    following: list[Token] = reading.tokens[name.last : name.last + 3]
    for token in following:
        if any(mark in token.gap for mark in ".,;:!?\n"):
            return False
        if token.key in context.actor_nouns:
            return True
    return False


def _office_of(reading: Reading, context: PlaceContext, name: Name) -> bool:
    """Whether X only says who speaks: "the governor of X", "the head of the X administration"."""
    tokens, k = reading.tokens, name.first - 1
    skip = word_class("before_offices") | context.directions
    while k > 0 and (tokens[k].key in skip or tokens[k].possessive):
        k -= 1  # "the governor of Sudan's Darfur"
    return k > 0 and tokens[k].key == "of" and tokens[k - 1].key in context.office_before


def _in_country(
    reading: Reading, context: PlaceContext, name: Name, before: str, after: str
) -> bool:
    """A whole country is the place only where a preposition says so: "in", "inside", "across"."""
    tokens, k = reading.tokens, name.first - 1
    while k >= 0 and tokens[k].key == "the":
        k -= 1
    word = tokens[k].key if k >= 0 else before
    attributive = name.text.isupper() and after and after not in context.speech_verbs
    if attributive and after not in _FUNCTION:
        return False
    if word in word_class("there"):
        return True
    return k >= 0 and _befalls(tokens, k, name)


def _befalls(tokens: list[Token], k: int, name: Name) -> bool:
    """Whether the word at `k` or the one before it says that something befalls the country: "struck
    X", "strikes on X", "the invasion of X", "withdrew from X"."""
    if tokens[k + 1].gap != " " or tokens[name.last - 1].possessive:
        return False
    if tokens[k].key in word_class("hitting_verbs"):
        return True
    before = tokens[k - 1].key if k and tokens[k].gap == " " else ""
    return before in {
        "on": word_class("hits"),
        "against": word_class("hits"),
        "at": word_class("hits"),
        "of": word_class("befalling") | word_class("parts"),
        "from": word_class("leaving"),
    }.get(tokens[k].key, frozenset())
