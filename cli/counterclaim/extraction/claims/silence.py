"""Silence that the article tells of: `The army has not commented on the raid`, `There was no word
from officials`. It is the narrator's, and tells of nothing that has happened."""

from __future__ import annotations

from counterclaim.extraction.grammar.clauses import head_predicate
from counterclaim.extraction.grammar.conditions import CONDITIONS, is_event
from counterclaim.extraction.grammar.mood import is_negated
from counterclaim.extraction.grammar.paths import compile_path
from counterclaim.extraction.grammar.voice import is_passive
from counterclaim.knowledge.cue_words import cue_words, mood
from counterclaim.knowledge.cues import load_cues
from counterclaim.knowledge.lexicon import word_class
from counterclaim.language.tree import Parse, Word, asked_once
from counterclaim.records.model import Span

_CLOSE = ("nsubj", "obj", "xcomp")
_KEPT = compile_path(">obl[about,on,over] | >nmod[about,on,over]")
_TOPIC, _WHOSE = compile_path(">obl[about,on]"), compile_path(">nmod[of]")


@asked_once
def tells_of_silence(parse: Parse, content: tuple[Span, ...]) -> bool:
    """Whether a clause tells that somebody has not spoken, or that no word has come.

    Example:
        `Kyiv has yet to comment on the raid` does, `Kyiv has not lost the hill` does not.
    """
    head = head_predicate(parse, content)
    if head is None or _tells_anyway(parse, head):
        return False
    near = [head, *parse.children(head.i, *_CLOSE)]
    near += [w for verb in near[1:] if verb.rel == "xcomp" for w in parse.children(verb.i, "obj")]
    if any(_is_word(w) and CONDITIONS["no"](parse, w) for w in near) or _keeps_silent(parse, near):
        return True
    if (is_negated(parse, head) and _asks(parse, head)) or _nobody_speaks(parse, head):
        return True
    return _is_unsaid(parse, head, near) and any(
        _is_word(w) or w.lemma in cue_words("silent_verbs") for w in near
    )


def stays_open(parse: Parse, content: tuple[Span, ...]) -> bool:
    """Whether a clause tells that nobody can say whether something is so.

    Example:
        `Neither account could be verified`, `It was not clear if it had left` do, `Kyiv could not
        verify it` does not.
    """
    if mood("unknown").match(parse.text, content[0][0]) is not None:
        return True
    head = head_predicate(parse, content)
    if (
        head is None
        or head.lemma not in cue_words("verifying_verbs")
        or not is_passive(parse, head)
    ):
        return False
    told = [w for subject in parse.children(head.i, "nsubj") for w in parse.subtree(subject.i)]
    return is_negated(parse, head) or any(w.lower in word_class("nobody_at_all") for w in told)


def _keeps_silent(parse: Parse, near: list[Word]) -> bool:
    """`remained silent on its losses`; where only guns fall silent there is nothing they keep."""
    silent = any(w.lemma in cue_words("silent_adjectives") for w in near)
    return silent and any(_KEPT.words(parse, w) for w in near)


def _tells_anyway(parse: Parse, head: Word) -> bool:
    """`has not commented on the deaths of nine men`: who is silent on it, the men are dead."""
    topics = [w for w in _TOPIC.words(parse, head) if is_event(parse, w)]
    return any(parse.child(w.i, "det", "nmod:poss") and _WHOSE.words(parse, w) for w in topics)


def _nobody_speaks(parse: Parse, head: Word) -> bool:
    """`No one has claimed responsibility`, `The brigade has said nothing`."""
    cue = load_cues().verb(head.lemma) if head.is_verb else None
    if cue is None or not cue.speech or cue.documents:
        return False
    subject, told = parse.child(head.i, "nsubj"), parse.child(head.i, "obj")
    nobody = subject is not None and not is_passive(parse, head) and _is_nobody(parse, subject)
    return nobody or (told is not None and told.lower == "nothing" and _silent(parse, head))


def _is_nobody(parse: Parse, word: Word) -> bool:
    return word.lower in cue_words("nobody_speaks") or CONDITIONS["no"](parse, word)


def _silent(parse: Parse, head: Word) -> bool:
    """Whether who says "nothing" is told to have said so at all: not `could say nothing worse`."""
    return not any(w.is_modal for w in parse.children(head.i, "aux"))


def _asks(parse: Parse, verb: Word) -> bool:
    """`would not say how many`: the answer is left open."""
    behind = [w.lower for w in parse.words[verb.i + 1 : verb.i + 3]]
    cue = load_cues().verb(verb.lemma) if verb.is_verb else None
    opened = behind in (["how", "many"], ["how", "much"])
    return cue is not None and cue.speech and opened


def _is_word(word: Word) -> bool:
    return word.is_noun and word.lemma in cue_words("silence_nouns")


def _is_unsaid(parse: Parse, head: Word, near: list[Word]) -> bool:
    """`has not commented`, `have yet to see confirmation`."""
    late = any(
        w.lower == "yet" and parse.words[w.i + 1].is_to
        for word in near
        for w in parse.children(word.i, "advmod")
        if w.i + 1 < len(parse.words)
    )
    return late or is_negated(parse, head)
