"""Facts of a war that are no deed of arms: `The truce is over.`, `The king has left.`"""

from __future__ import annotations

from counterclaim.extraction.grammar.clauses import head_predicate, is_finite_clause
from counterclaim.extraction.grammar.words import is_somebody
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_GIVING = frozenset({"obj"})


def tells_plainly(parse: Parse, region: tuple[Span, ...]) -> bool:
    """Whether a clause tells by itself that something is so, in a whole sentence.

    Example:
        `The king has left the capital.` does; `which lies on the coast`, `We are watching this.`
        and `Our cookies help you.` do not.
    """
    head = head_predicate(parse, region)
    subject = parse.child(head.i, "nsubj") if head is not None else None
    if head is None or subject is None or subject.is_relative or not is_finite_clause(parse, head):
        return False
    if not parse.text[: parse.sentences[head.sentence].end].endswith("."):
        return False
    words = [w for span in region for w in parse.within(*span)]
    if _says(parse, head) or _is_of_page(words, subject):
        return False
    return any(_is_of_war(w) or (is_somebody(w) and w.lower != "it") for w in words)


def _says(parse: Parse, verb: Word) -> bool:
    """Whether a verb says something, as `issued a report` does and `issued blankets` does not."""
    cue = load_cues().verb(verb.lemma)
    if cue is None or not cue.speech or cue.frames != _GIVING:
        return cue is not None and cue.speech
    given = parse.child(verb.i, "obj")
    papers = cue_words("document_nouns", "document_sources")
    return given is None or given.lemma in papers or load_cues().noun(given.lemma) is not None


def _is_of_war(word: Word) -> bool:
    return word.lemma in cue_words("events", "war_nouns")


def _is_of_page(words: list[Word], subject: Word) -> bool:
    """Whether those who write speak of themselves, or a page speaks of itself."""
    own = any(w.lower in word_class("in_the_talk") for w in words)
    return own or subject.lemma in cue_words("page_nouns")
