"""The dependency parser: one small spaCy pipeline, trained by this project, loaded when needed.

The pipeline reads straightened text (curly quotes and dashes become their plain counterparts, one
character for one, so that offsets stay true) and is told the sentence boundaries, which rules find
better than it would. Odd blanks and characters never come here: `reading_copy` has none.
"""

from __future__ import annotations

import gc
import os
import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from counterclaim.language.finite import Lost, is_verb_of, lost_verbs, without_helper
from counterclaim.language.sentences import split_sentences
from counterclaim.language.tree import Parse, Sentence, Word
from counterclaim.resources import data_path

STRAIGHTEN = str.maketrans("“”„«»‟″‘’‚‛′–—―−", '"' * 7 + "'" * 5 + "-" * 4)
"""One character for one character, so that offsets in the straightened text are offsets in the
text."""

_ACRONYM = re.compile(r"[A-Z]{3,8}")
_KNOWN_ACRONYM = "NATO"
"""What the parser reads in the place of any acronym: one it never met ("ECOWAS") it may take for an
adverb or an exclamation."""

_THREADS = "OPENBLAS_NUM_THREADS"
_TOKENIZER = "counterclaim.StoredTokenizer.v1"


@cache
def _pipeline() -> Any:
    """The trained pipeline (about 0.6 s to import and load, so only on the first parse)."""
    with _quick_start():
        spacy = _import_spacy()
        from spacy.tokenizer import Tokenizer  # noqa: PLC0415 heavy: only `ingest` and `annotate` pay for it
        from thinc.api import use_ops  # noqa: PLC0415

        # The model brings all rules of its tokeniser; those of English need not be built first.
        spacy.registry.tokenizers(_TOKENIZER, lambda: lambda nlp: Tokenizer(nlp.vocab))
        # NumPy multiplies matrices of an article's size in a third of the time of the default.
        with use_ops("numpy", use_blis=False):
            return spacy.load(
                data_path("language", "en"),
                config={"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}},
            )


@contextmanager
def _quick_start() -> Iterator[None]:
    """No search for garbage among half a million objects that are here to stay, no warnings of
    other packages, and one thread for NumPy: more only wait for each other over matrices so small.
    """
    threads, collecting = os.environ.get(_THREADS), gc.isenabled()
    os.environ.setdefault(_THREADS, "1")  # read when NumPy is first imported
    gc.disable()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        if threads is None:
            del os.environ[_THREADS]
        if collecting:
            gc.freeze()
            gc.enable()


def _import_spacy() -> Any:
    """The library without its command line, on which a third of its import goes (an HTTP client, a
    template engine, a project manager) for the one helper ``spacy.info``. Whoever asks for
    ``spacy.cli`` later gets the real one.
    """
    names = ("spacy.cli", "spacy.cli.info")
    if "spacy" not in sys.modules and not set(names) & set(sys.modules):
        stand_ins = {name: ModuleType(name) for name in names}
        for module in stand_ins.values():
            module.info = _info  # type: ignore[attr-defined]
        sys.modules.update(stand_ins)
        with suppress(ImportError):  # a release that wants more of it gets all of it below
            import_module("spacy")
        for name in names:
            del sys.modules[name]
    return import_module("spacy")


def _info(*args: Any, **options: Any) -> Any:
    from spacy.cli.info import info  # noqa: PLC0415 what the stand-in stands for

    return info(*args, **options)


def parse_text(text: str, sentences: list[Sentence] | None = None) -> Parse:
    """Parse `text`. ``parse_text("Kyiv said it held.").child(1, "nsubj").text == "Kyiv"``."""
    sentences = split_sentences(text) if sentences is None else sentences
    nlp = _pipeline()
    plain = text.translate(STRAIGHTEN)
    tokenised = [_tokenise(nlp, plain[s.start : s.end]) for s in sentences]
    docs = list(nlp.pipe([doc for doc, _ in tokenised]))
    reads: list[list[Word]] = []
    first = 0
    for index, (sentence, doc) in enumerate(zip(sentences, docs, strict=True)):
        reads.append(_words(doc, tokenised[index][1], text, sentence.start, index, first))
        first += len(reads[-1])
    found: set[int] = set()
    for index, doc, lost in _with_helpers(nlp, docs, reads):
        spans, at = tokenised[index][1], lost.position
        longer = [*spans[:at], (spans[at][0],) * 2, *spans[at:]]
        start = reads[index][0].i
        aided = _words(doc, longer, text, sentences[index].start, index, start)
        if index not in found and is_verb_of(aided, at + 1):
            found.add(index)
            reads[index] = without_helper(aided, lost)
    return Parse(text, [word for read in reads for word in read], sentences)


def _with_helpers(
    nlp: Any, docs: list[Any], reads: list[list[Word]]
) -> Iterator[tuple[int, Any, Lost]]:
    """The sentences that seem to have lost their verb, parsed again, each with a helper before a
    word that may be it."""
    tries = [(index, lost) for index, read in enumerate(reads) for lost in lost_verbs(read)]
    aided = nlp.pipe([_aided(nlp, docs[index], lost) for index, lost in tries])
    for (index, lost), doc in zip(tries, aided, strict=True):
        yield index, doc, lost


def _aided(nlp: Any, doc: Any, lost: Lost) -> Any:
    """The words of a sentence, unparsed, with a helper before one of them."""
    from spacy.tokens import Doc  # noqa: PLC0415 heavy, as above

    texts, blanks = [t.text for t in doc], [bool(t.whitespace_) for t in doc]
    texts.insert(lost.position, lost.helper)
    blanks.insert(lost.position, True)
    return Doc(nlp.vocab, texts, blanks)


def _tokenise(nlp: Any, plain: str) -> tuple[Any, list[tuple[int, int]]]:
    """The words of a sentence as an unparsed document, and their offsets. Blanks that the tokeniser
    keeps as words (double spaces, line breaks) are left out: the treebanks have none."""
    from spacy.attrs import IDX, IS_SPACE, LENGTH  # noqa: PLC0415 heavy, as above
    from spacy.tokens import Doc  # noqa: PLC0415

    rows = nlp.tokenizer(plain).to_array([IDX, LENGTH, IS_SPACE]).tolist()
    spans = [(start, start + length) for start, length, blank in rows if not blank]
    texts = [plain[start:end] for start, end in spans]
    if not plain.isupper():
        texts = [_KNOWN_ACRONYM if _ACRONYM.fullmatch(text) else text for text in texts]
    return Doc(nlp.vocab, texts, [plain[end : end + 1].isspace() for _, end in spans]), spans


def _words(
    doc: Any, spans: list[tuple[int, int]], text: str, offset: int, sentence: int, first: int
) -> list[Word]:
    """The tokens of one parsed sentence as `Word`s, read as one table: asking token after token
    takes four times as long."""
    from spacy.attrs import DEP, HEAD, LEMMA, TAG  # noqa: PLC0415 heavy, as above

    strings = doc.vocab.strings
    out = []
    table = doc.to_array([LEMMA, TAG, DEP, HEAD])
    heads = table[:, 3].astype("int64").tolist()  # relative, and backwards below zero
    for i, ((lemma, tag, dep, _), head) in enumerate(zip(table.tolist(), heads, strict=True)):
        start, end = offset + spans[i][0], offset + spans[i][1]
        word, base = text[start:end], strings[lemma].lower()
        out.append(
            Word(
                first + i,
                word,
                word.lower() if base == _KNOWN_ACRONYM.lower() else base,
                strings[tag],
                "root" if strings[dep] == "ROOT" else strings[dep],
                first + i + head,
                start,
                end,
                sentence,
            )
        )
    return out
