"""The source on the left of a cue, read from the words alone: for sentences whose tree went astray.

`Patch, a former aide to the mayor, said …`, `But protest organisers in Lviv say …`, `Others,
however, say …`: news copy puts a noun phrase, with appositions and relative clauses between commas,
right before its cue.
"""

from __future__ import annotations

from counterclaim.extraction.grammar.spans import is_day
from counterclaim.extraction.grammar.words import (
    DASHES,
    PAUSES,
    in_noun_phrase,
    is_mention,
    is_somebody,
    opens_noun_phrase,
)
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_RELATIVES = word_class("relative_words")
_INSERTED = 7  # words of a cue that is inserted, behind its verb
_NAME, _LONGEST = 4, 16  # words of a name, of a source
_ARTICLES = word_class("articles")
_FILLERS = cue_words("inserted_adverbs")


def phrase_on_the_left(parse: Parse, verb: Word) -> Span | None:
    """The noun phrase that ends right before a finite verb, with what stands between commas
    behind it."""
    words = parse.before(verb)
    while words and (
        (words[-1].is_adverb or words[-1].is_modal) or words[-1].lower in cue_words("have")
    ):
        words = words[:-1]
    if not words:
        return None
    parts = _parts(words)
    if words[-1].text in PAUSES:
        return _name_before_insertions(parts)
    last = _without_document(_after_opening(parts[-1]))
    return _span(last) if _is_noun_phrase(last) else None


def _without_document(words: list[Word]) -> list[Word]:
    """`the joint command in a statement denied …`: where it was said is no part of who said it."""
    last = [w.lower for w in words[-3:]]
    told = (
        len(last) == 3
        and last[0] in ("in", "on")
        and last[1] in word_class("indefinite", "of_them")
    )
    return words[:-3] if told and words[-1].lemma in cue_words("document_nouns") else words


def phrase_beside(parse: Parse, verb: Word, subject: Word) -> Span | None:
    """The name or pronoun between the last comma or dash and a finite verb, where the tree has its
    subject before that mark: `… as was true of his accounts – the mayor boasted`."""
    words = parse.before(verb)
    parts = _parts(words)
    if len(parts) < 2 or words[-1].text in PAUSES or subject.i >= parts[-1][0].i:
        return None
    last = parts[-1]
    named = is_mention(last[0]) or last[0].lower in _ARTICLES
    return _span(last) if named and len(last) <= 8 and _is_noun_phrase(last) else None


def phrase_behind_comma(before: list[Word]) -> Span | None:
    """The source between the last comma and a cue that has a clause before it: `…, residents
    said.`, `…, the head of the council, Ivan Lys, wrote on Telegram.`, `…, Ivan Lys, a judge who
    fled, told Reuters.`"""
    commas = [k for k, w in enumerate(before) if w.text in PAUSES and not _is_hyphen(before, k)]
    if not commas or not any(w.is_verb for w in before[: commas[-1]]):
        return None
    first, last = commas[-1] + 1, len(before)
    if first == last:
        return _named_and_described(before, commas)
    phrase = before[first:last]
    phrase = phrase[1:] if len(phrase) > 1 and phrase[0].lower == "as" else phrase
    return _span(phrase) if first > 2 and _is_source(phrase) else None


def _named_and_described(before: list[Word], commas: list[int]) -> Span | None:
    """A name and what its owner is, each between commas, in either order: from the first to the
    end of the last, without what a clause tells of them."""
    if len(commas) < 3 or not any(w.is_verb for w in before[: commas[-3]]):
        return None
    one, other = before[commas[-3] + 1 : commas[-2]], before[commas[-2] + 1 : commas[-1]]
    one = one[1:] if len(one) > 1 and one[0].lower == "as" else one
    if _is_name(other) and _is_source(one):
        return _span(before[commas[-3] + 1 : commas[-1]])
    if not _is_name(one):
        return None
    clause = next((k for k, w in enumerate(other) if w.lower in _RELATIVES), len(other))
    described = other[:clause]
    if not described:
        return _span(one)
    return (one[0].start, described[-1].end) if _describes(described) else None


def _is_source(phrase: list[Word]) -> bool:
    """Whether words before a cue are a noun phrase, as long as a source may be."""
    if not phrase or len(phrase) > _LONGEST or any(w.is_finite for w in phrase):
        return False
    closes = phrase[-1].is_noun or phrase[-1].is_pronoun or phrase[-1].text == ")"
    return opens_noun_phrase(phrase[0]) and closes


def _is_name(words: list[Word]) -> bool:
    """`Ivan Lys`, `General Ana Groll`: a name alone, of a few words."""
    return 0 < len(words) <= _NAME and all(
        w.is_proper or (is_somebody(w) and w.text[:1].isupper()) for w in words
    )


def _describes(words: list[Word]) -> bool:
    """`a former aide`, `spokesman for the army`: what somebody with a name is."""
    return _is_apposition(words) and _is_source(words)


def inserted_phrase(before: list[Word], behind: list[Word]) -> Span | None:
    """The source of a cue that stands between a subject and its verb: `The rebels, the mayor said
    on Sunday, had left the town.`"""
    commas = [k for k, w in enumerate(before) if w.text in PAUSES]
    if not commas or not 0 < commas[-1] < len(before) - 1:
        return None
    subject, phrase = before[: commas[-1]], before[commas[-1] + 1 :]
    phrase = phrase[1:] if len(phrase) > 1 and phrase[0].lower == "as" else phrase
    closing = next((k for k, w in enumerate(behind[:_INSERTED]) if w.text in PAUSES), None)
    if closing is None or any(w.is_verb for w in (*phrase, *behind[:closing])):
        return None
    told = next((w for w in behind[closing + 1 :] if not w.is_adverb), None)
    goes_on = told is not None and told.is_verb and not told.is_present_participle
    named = in_noun_phrase(subject[-1]) and not any(w.is_finite for w in subject)
    return _span(phrase) if goes_on and named and _is_noun_phrase(phrase) else None


def bare_phrase(before: list[Word]) -> Span | None:
    """The noun phrase with an article that ends a clause in copy without commas: `… rose to at
    least 40 a monitoring group said`."""
    k = len(before) - 1
    while k > 3 and (in_noun_phrase(before[k]) or before[k].is_present_participle):
        if before[k].lower in _ARTICLES and before[k - 1].lower != "of":
            break
        k -= 1
    if not 3 < k < len(before) - 1 or before[k].lower not in _ARTICLES:
        return None
    clause = before[:k]
    free = clause[-1].is_noun or clause[-1].is_number or clause[-1].is_adverb
    return _span(before[k:]) if free and any(w.is_finite for w in clause) else None


def _parts(words: list[Word]) -> list[list[Word]]:
    """The words between commas and spaced dashes."""
    parts: list[list[Word]] = [[]]
    for k, w in enumerate(words):
        dash = w.text in DASHES and k and not _is_hyphen(words, k)
        if w.text == "," or dash:
            parts.append([])
        else:
            parts[-1].append(w)
    return [p for p in parts if p]


def _is_hyphen(words: list[Word], k: int) -> bool:
    """Whether a mark joins two words: `Al-Balad`."""
    return words[k].text != "," and k > 0 and words[k - 1].end == words[k].start


def _name_before_insertions(parts: list[list[Word]]) -> Span | None:
    """`Roberta Lange, the party's head, who …, said`: from the name to the last apposition; clauses
    and fillers are passed over."""
    kept: list[list[Word]] = []
    for k in range(len(parts) - 1, -1, -1):
        part = parts[k]
        inserted = k > 0 and _is_inserted_clause(part)
        if inserted or {w.lower for w in part} <= _FILLERS:
            kept = [] if inserted else kept
            continue
        if k and part[0].is_conjunction and _is_noun_phrase(part[1:]):
            kept.insert(0, part)
            continue
        part = _after_opening(part) if k == 0 else part
        if not _is_noun_phrase(part):
            break
        kept.insert(0, part)
        if len(kept) > 1 and not _is_apposition(kept[1]):
            kept.pop(0)
            break
    return _span([w for part in kept for w in part]) if kept else None


def _is_inserted_clause(part: list[Word]) -> bool:
    """`who fled`, `from which it withdrew`, `quoting a source`."""
    first = 1 if part[0].is_preposition and len(part) > 1 else 0
    return part[first].lower in _RELATIVES or part[0].is_present_participle


def _is_apposition(part: list[Word]) -> bool:
    """`a former aide`, `42`, `head of the council`, `and some allies`: what can follow a name after
    a comma or a dash."""
    return part[0].lower in cue_words("opening_an_apposition") or (
        opens_noun_phrase(part[0]) or part[0].is_conjunction
    )


def _after_opening(part: list[Word]) -> list[Word]:
    """Without a conjunction that opens the sentence."""
    while (part and (part[0].is_conjunction or part[0].is_adverb)) or (
        part and part[0].lower in ("but", "so")
    ):
        part = part[1:]
    return part


def _is_noun_phrase(part: list[Word]) -> bool:
    if not part or len(part) > 14:
        return False
    if (
        len(part) == 1
        and part[0].text[:1].isupper()
        and (part[0].is_base or part[0].pos in ("INTJ", "X"))
    ):
        return True
    mistaken = part[0].is_base and len(part) > 1 and part[1].is_noun
    if not mistaken and not opens_noun_phrase(part[0]):
        return False
    if is_day(part[-1]) or part[-1].lemma in cue_words("time_nouns"):
        return False
    nouns = any(opens_noun_phrase(w) and (not w.is_adjective or is_somebody(w)) for w in part)
    finite = [w for w in part[:-1] if w.is_finite]
    return nouns and not finite and not part[-1].is_preposition


def _span(words: list[Word]) -> Span | None:
    return (words[0].start, words[-1].end) if words else None
