"""Trees mended word by word."""

from __future__ import annotations

from counterclaim.language.draft import Draft, is_tree
from counterclaim.language.parser import parse_text
from counterclaim.language.tree import Word


def draft_of(*rows: tuple[str, str, int, str]) -> Draft:
    """A draft of (word, tag, head, relation) rows."""
    return Draft(
        [
            Word(i, text, text.lower(), tag, relation, head, 0, len(text), 0)
            for i, (text, tag, head, relation) in enumerate(rows)
        ]
    )


def test_a_word_is_hung_elsewhere_and_read_as_another_form_with_its_base() -> None:
    draft = draft_of(("Monks", "NNS", 0, "root"), ("left", "VBN", 0, "acl"))
    monks, left = draft.words
    draft.hang(left, None, "root", tag="VBD")
    draft.hang(monks, left, "nsubj")
    assert [(w.head, w.dep, w.tag, w.lemma) for w in draft] == [
        (1, "nsubj", "NNS", "monks"),
        (1, "root", "VBD", "leave"),
    ]


def test_a_noun_that_was_read_as_a_verb_is_its_own_base() -> None:
    draft = draft_of(("shelling", "VBG", 1, "aux"), ("lasted", "VBD", 1, "root"))
    draft.label(draft.words[0], "nsubj", tag="NN")
    assert (draft.words[0].lemma, draft.words[0].tag) == ("shelling", "NN")


def test_what_is_not_given_stays() -> None:
    draft = draft_of(("the", "DT", 1, "det"), ("hill", "NN", 1, "root"))
    draft.hang(draft.words[0], draft.words[1])
    assert draft.words == draft_of(("the", "DT", 1, "det"), ("hill", "NN", 1, "root")).words


def test_words_are_found_from_one_another() -> None:
    draft = draft_of(("Monks", "NNS", 1, "nsubj:pass"), ("left", "VBD", 1, "root"))
    monks, left = draft.words
    assert (draft.head(monks), draft.root(), draft.child(left, "nsubj")) == (left, left, monks)
    assert (draft.next(monks), draft.previous(monks), draft.next(left)) == (left, None, None)
    assert draft.heads("nsubj") == draft.heads("nsubj:pass") == {1}


def test_words_that_hang_below_one_another_are_no_tree() -> None:
    assert is_tree(draft_of(("the", "DT", 1, "det"), ("hill", "NN", 1, "root")).words)
    assert not is_tree(draft_of(("the", "DT", 1, "det"), ("hill", "NN", 0, "conj")).words)


def test_no_mend_makes_a_ring_of_words() -> None:
    text = "Another regiment, night-marched a steep mountain track, covering ten miles daily."
    assert is_tree(parse_text(text).words)
