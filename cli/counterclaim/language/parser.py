"""The dependency parser: one small spaCy pipeline, trained by this project, loaded when needed.

The pipeline reads a straightened copy of the text (curly quotes, dashes and odd spaces become
their plain counterparts, one character for one, so that offsets stay true) and is told the
sentence boundaries, which rules find better than it would.
"""

from __future__ import annotations

import warnings
from functools import cache
from typing import Any

from counterclaim.language.sentences import split_sentences
from counterclaim.language.tree import Parse, Sentence, Word
from counterclaim.resources import data_path

STRAIGHTEN = str.maketrans(
    "“”„«»‟″‘’‚‛′–—―−\u00a0\u2009\u202f", '"' * 7 + "'" * 5 + "-" * 4 + "   "
)
"""One character for one character, so that offsets in the straightened text are offsets in the
text."""


@cache
def _pipeline() -> Any:
    """The trained pipeline (about 1 s to import and load, so only on the first parse)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy  # noqa: PLC0415 heavy: only `ingest` and `annotate` pay for it

        return spacy.load(data_path("language", "en"))


def parse_text(text: str, sentences: list[Sentence] | None = None) -> Parse:
    """Parse `text`. ``parse_text("Kyiv said it held.").child(1, "nsubj").text == "Kyiv"``."""
    sentences = split_sentences(text) if sentences is None else sentences
    nlp = _pipeline()
    plain = text.translate(STRAIGHTEN)
    tokenised = [_tokenise(nlp, plain[s.start : s.end]) for s in sentences]
    words: list[Word] = []
    docs = nlp.pipe([doc for doc, _ in tokenised])
    for index, (sentence, doc) in enumerate(zip(sentences, docs, strict=True)):
        words.extend(_words(doc, tokenised[index][1], text, sentence.start, index, len(words)))
    return Parse(text, words, sentences)


def _tokenise(nlp: Any, plain: str) -> tuple[Any, list[int]]:
    """The words of a sentence as an unparsed document, and their offsets. Blanks that the tokeniser
    keeps as words (double spaces, line breaks) are left out: the treebanks have none."""
    from spacy.tokens import Doc  # noqa: PLC0415 heavy: only `ingest` and `annotate` pay for it

    tokens = [t for t in nlp.tokenizer(plain) if not t.is_space]
    spaces = [plain[t.idx + len(t.text) : t.idx + len(t.text) + 1].isspace() for t in tokens]
    return Doc(nlp.vocab, [t.text for t in tokens], spaces), [t.idx for t in tokens]


def _words(
    doc: Any, offsets: list[int], text: str, offset: int, sentence: int, first: int
) -> list[Word]:
    """The tokens of one parsed sentence as `Word`s."""
    out = []
    for token, at in zip(doc, offsets, strict=True):
        start, end = offset + at, offset + at + len(token.text)
        dep = "root" if token.dep_ == "ROOT" else token.dep_
        out.append(
            Word(
                first + token.i,
                text[start:end],
                token.lemma_.lower(),
                token.tag_,
                dep,
                first + token.head.i,
                start,
                end,
                sentence,
            )
        )
    return out
