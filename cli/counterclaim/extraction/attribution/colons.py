"""A speaker and a mark, without a verb: `Army: rebels have left the valley.`, and behind it, as
translated copy has it, `Rebels have left the valley – the General Staff.`

Lists and bulletins write so. What stands before a colon is a label as often
("Sudan: clashes in Khartoum", "Background: …"); it speaks only if it is plainly somebody.
"""

from __future__ import annotations

from counterclaim.extraction.attribution.model import COLON, Attribution
from counterclaim.extraction.grammar.spans import is_day, trim, trim_clause
from counterclaim.extraction.grammar.words import DASHES, in_noun_phrase
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.entries import role_words
from counterclaim.knowledge.people import is_given_name
from counterclaim.knowledge.registry import load_registry
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse, Word

_LONGEST = 10
_FEWEST = 3
"""Words: the longest name of a speaker, and the shortest of what is said."""


def attribute_colons(parse: Parse, layout: Layout) -> list[Attribution]:
    """The claims of those who are named with a colon, to the end of their paragraph. What they say
    in quotation marks is direct speech and is found there; turns of a transcript are read by
    `find_turns`.

    Example:
        `Mayor Ana Lys: Rebels have left the valley.` gives one: source `Mayor Ana Lys`, content
        `Rebels have left the valley`.
    """
    out: list[Attribution] = []
    told: Attribution | None = None
    for index, segment in enumerate(layout.segments):
        named, said = _label(parse, index)
        if named:
            told = _attribution(parse, index, named, said) if _speaks(parse, named) else None
            out += [told] if told is not None else []
        elif told is not None and segment.paragraph != layout.segments[told.unit].paragraph:
            told = None
        if told is None and (signed := _signed(parse, index)) is not None:
            out.append(signed)
        if told is None or named or segment.quotation is not None or segment.headline:
            continue
        content = trim_clause(parse, segment.start, segment.end)
        if content is not None and any(w.is_finite for w in parse.within(*content)):
            out.append(told.goes_on((content,), COLON, index))
    return out


def _signed(parse: Parse, index: int) -> Attribution | None:
    """What somebody is named for behind a dash at the end of a sentence."""
    words = [w for w in parse.sentence_words(index) if w.text != "."]
    at = max((k for k, w in enumerate(words) if _opens_signature(words, k)), default=0)
    said, named = words[:at], words[at + 1 :]
    while said and said[-1].text in (",", *DASHES):
        said.pop()
    plain = len(said) >= _FEWEST and len(named) < _LONGEST and not parse.sentences[index].headline
    if not plain or not any(w.is_finite for w in said) or not _signs(parse, named):
        return None
    source = trim(parse.text, named[0].start, named[-1].end)
    content = trim_clause(parse, said[0].start, said[-1].end)
    if source is None or content is None:
        return None
    clause = (words[at].start, named[-1].end)
    return Attribution((content,), source, source, "", COLON, index, named[-1].i, clause=clause)


def _opens_signature(words: list[Word], k: int) -> bool:
    """Whether a mark is a dash with a blank before it, or in the style of a headline, without an
    article, a colon with little behind it: `Gunmen kill 20 in camp: police`."""
    if words[k].text == ":":
        short = k > _FEWEST and len(words) - k <= _FEWEST + 2
        return short and not any(w.is_determiner or w.is_owner for w in words)
    return words[k].text in DASHES and k > 0 and words[k - 1].end < words[k].start


def _signs(parse: Parse, named: list[Word]) -> bool:
    """Whether a phrase is the name of a body or person that is known, `the General Staff`, or an
    office without an article (`police`), which puts nobody beside another noun."""
    if not named or not all(in_noun_phrase(w) for w in named) or named[-1].is_number:
        return False
    if _is_body(parse, named):
        return True
    first, last = named[0], named[-1]
    speaks = bool({last.lemma, last.lower} & (cue_words("voices") | role_words()))
    return speaks and (first.lower == "the" or not first.is_determiner)


def _is_body(parse: Parse, named: list[Word]) -> bool:
    """Whether a phrase is the name of a person or body that is known, and no state's."""
    known = load_registry().find(parse.text[named[0].start : named[-1].end])
    return known is not None and known.type != "state"


def _label(parse: Parse, index: int) -> tuple[list[Word], list[Word]]:
    """The words before an early colon of a sentence, and those behind it; none without one."""
    words = parse.sentence_words(index)
    at = next((k for k, w in enumerate(words[: _LONGEST + 1]) if w.text == ":"), 0)
    plain = at and not parse.sentences[index].headline
    return (words[:at], words[at + 1 :]) if plain else ([], [])


def _attribution(
    parse: Parse, index: int, named: list[Word], said: list[Word]
) -> Attribution | None:
    if len(said) < _FEWEST or not any(w.is_verb for w in said):
        return None
    source = trim(parse.text, named[0].start, named[-1].end)
    content = trim_clause(parse, said[0].start, parse.sentences[index].end)
    if source is None or content is None:
        return None
    clause = (named[0].start, said[0].start)
    return Attribution((content,), source, source, "", COLON, index, named[-1].i, clause=clause)


def _speaks(parse: Parse, named: list[Word]) -> bool:
    """Whether a phrase is somebody's: an office, a body, people; a given name with another."""
    if not named or not all(in_noun_phrase(w) or w.text == "," for w in named) or is_day(named[-1]):
        return False
    if any({w.lemma, w.lower} & (cue_words("voices") | role_words()) for w in named):
        return not named[-1].is_number
    if _is_body(parse, named):
        return True
    return 1 < len(named) < 5 and is_given_name(named[0].lower) and named[-1].text[:1].isupper()
