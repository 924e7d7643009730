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

STRAIGHTEN = str.maketrans("“”„«»‟″‘’‚‛′–—―−\u00a0\u2009\u202f", '"' * 7 + "'" * 5 + "-" * 4 + "   ")
"""One character for one character, so that offsets in the straightened text are offsets in the text."""


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
    words: list[Word] = []
    plain = text.translate(STRAIGHTEN)
    docs = nlp.pipe([plain[s.start : s.end] for s in sentences])
    for index, (sentence, doc) in enumerate(zip(sentences, docs, strict=True)):
        words.extend(_words(doc, text, sentence.start, index, len(words)))
    return Parse(text, [w for w in words], sentences)


def _words(doc: Any, text: str, offset: int, sentence: int, first: int) -> list[Word]:
    """The tokens of one parsed sentence as `Word`s; white space tokens hang on as punctuation."""
    out = []
    for token in doc:
        start = offset + token.idx
        end = start + len(token.text)
        dep = "root" if token.dep_ == "ROOT" else token.dep_
        head = first + token.head.i
        out.append(
            Word(first + token.i, text[start:end], token.lemma_.lower(), token.tag_, dep, head, start, end, sentence)
        )
    return out
