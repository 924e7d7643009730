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
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from counterclaim.language.agreed import with_agreed_forms
from counterclaim.language.bare_names import with_names
from counterclaim.language.draft import is_tree
from counterclaim.language.finite import (
    Lost,
    is_verb_of,
    lost_verbs,
    without_helper,
)
from counterclaim.language.fronted_dates import with_fronted_date
from counterclaim.language.gerunds import with_gerunds
from counterclaim.language.hidden_verbs import with_hidden_verbs
from counterclaim.language.interrupted import Aside, find_aside, with_aside
from counterclaim.language.lemmas import is_bare_form, is_only_verb, is_past_form, verb_of
from counterclaim.language.main_verbs import with_main_verb
from counterclaim.language.present_verbs import with_present_verbs
from counterclaim.language.sentences import split_sentences
from counterclaim.language.tree import Parse, Sentence, Word
from counterclaim.records.model import Span
from counterclaim.resources import data_path

STRAIGHTEN = str.maketrans("“”„«»‟″‘’‚‛′–—―−", '"' * 7 + "'" * 5 + "-" * 4)
"""One character for one character, so that offsets in the straightened text are offsets in the
text."""

_ACRONYM = re.compile(r"[A-Z]{3,8}")
_KNOWN_ACRONYM = "NATO"
"""What the parser reads in the place of any acronym: one it never met ("ECOWAS") it may take for an
adverb or an exclamation."""

_BATCH = 30_000
"""Code points of the sentences that are parsed together, about 5000 words: more of them are no
faster, and the parser's tables take some ten kilobytes a word."""

_KNOWN_WORDS = 20_000
"""So many different words the pipeline keeps with what it has worked out of them, about 5 MB: those
of a language that most articles share. What it meets after them goes with the batch it came in, so
that its memory stays flat."""

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
    if sentences is None:
        sentences = [s for s in split_sentences(text) if not s.unread]
    plain = text.translate(STRAIGHTEN)
    stretches = [plain[s.start : s.end] for s in sentences]
    reads: dict[str, list[Word]] = {}
    for batch in _batches(stretches):  # the parser's own tables of a batch go when it is read
        reads.update(zip(batch, _read_batch(_pipeline(), batch), strict=True))
    words: list[Word] = []
    for index, (sentence, stretch) in enumerate(zip(sentences, stretches, strict=True)):
        words += _placed(reads[stretch], text, sentence.start, index, len(words))
    return Parse(text, words, sentences)


def _batches(stretches: list[str]) -> Iterator[list[str]]:
    """The sentences of a text, each once, so many at a time as one batch holds."""
    batch: list[str] = []
    size = 0
    for stretch in dict.fromkeys(stretches):
        if batch and size + len(stretch) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(stretch)
        size += len(stretch)
    if batch:
        yield batch


def _read_batch(nlp: Any, batch: list[str]) -> list[list[Word]]:
    """The words of some sentences that are parsed together, each as if it were a text."""
    forgets = len(nlp.vocab) > _KNOWN_WORDS
    with nlp.memory_zone() if forgets else nullcontext():
        return _read(nlp, batch)


def _read(nlp: Any, batch: list[str]) -> list[list[Word]]:
    tokenised = [_tokenise(nlp, plain) for plain in batch]
    docs = list(nlp.pipe([doc for doc, _ in tokenised]))
    reads = [
        _words(doc, spans, plain)
        for plain, doc, (_, spans) in zip(batch, docs, tokenised, strict=True)
    ]
    found: set[int] = set()
    for index, doc, lost in _with_helpers(nlp, docs, reads):
        spans, at = tokenised[index][1], lost.position
        helper = [] if lost.replaced else [(spans[at][0],) * 2]
        aided = _words(doc, [*spans[:at], *helper, *spans[at:]], batch[index])
        if index not in found and is_verb_of(aided, lost.shown):
            found.add(index)
            reads[index] = without_helper(reads[index], aided, lost)
    for index, parts, aside in _interrupted(nlp, docs, reads):
        spans, plain = tokenised[index][1], batch[index]
        said = _words(parts[0], [*spans[: aside.start], *spans[aside.end :]], plain)
        told = _words(parts[1], [*spans[aside.start + 1 : aside.end - 1], spans[-1]], plain)
        reads[index] = with_aside(reads[index], said, told, aside) or reads[index]
    return [_mended(read) for read in reads]


_MENDS: tuple[Callable[[Sequence[Word]], Sequence[Word]], ...] = (
    with_main_verb,
    with_fronted_date,
    with_present_verbs,
    with_hidden_verbs,
    with_gerunds,
    with_agreed_forms,
    with_names,
)


def _mended(read: list[Word]) -> list[Word]:
    """A sentence with what its tree tells better than the parser has read it; a mend that would
    hang two words below one another is left out."""
    for mend in _MENDS:
        mended = mend(read)
        read = list(mended) if is_tree(mended) else read
    return read


def _placed(read: list[Word], text: str, offset: int, sentence: int, first: int) -> list[Word]:
    """The words of a sentence where it stands in a text."""
    return [
        Word(
            first + w.i,
            text[offset + w.start : offset + w.end],
            w.lemma,
            w.tag,
            w.dep,
            first + w.head,
            offset + w.start,
            offset + w.end,
            sentence,
        )
        for w in read
    ]


def _with_helpers(
    nlp: Any, docs: list[Any], reads: list[list[Word]]
) -> Iterator[tuple[int, Any, Lost]]:
    """The sentences that seem to have lost their verb, parsed again, each with a helper before a
    word that may be it."""
    tries = [(index, lost) for index, read in enumerate(reads) for lost in lost_verbs(read)]
    aided = nlp.pipe([_aided(nlp, docs[index], lost) for index, lost in tries])
    for (index, lost), doc in zip(tries, aided, strict=True):
        yield index, doc, lost


def _interrupted(
    nlp: Any, docs: list[Any], reads: list[list[Word]]
) -> Iterator[tuple[int, tuple[Any, Any], Aside]]:
    """The sentences that who speaks interrupts, with what is said and who says it parsed apart."""
    found = [(i, aside) for i, read in enumerate(reads) if (aside := find_aside(read)) is not None]
    said = nlp.pipe([_without(nlp, docs[i], aside) for i, aside in found])
    told = nlp.pipe([_alone(nlp, docs[i], aside) for i, aside in found])
    for (index, aside), *parts in zip(found, said, told, strict=True):
        yield index, (parts[0], parts[1]), aside


def _without(nlp: Any, doc: Any, aside: Aside) -> Any:
    return _unparsed(nlp, [*doc[: aside.start], *doc[aside.end :]])


def _alone(nlp: Any, doc: Any, aside: Aside) -> Any:
    return _unparsed(nlp, [*doc[aside.start + 1 : aside.end - 1], doc[-1]])


def _unparsed(nlp: Any, tokens: list[Any]) -> Any:
    from spacy.tokens import Doc  # noqa: PLC0415 heavy, as above

    return Doc(nlp.vocab, [t.text for t in tokens], [bool(t.whitespace_) for t in tokens])


def _aided(nlp: Any, doc: Any, lost: Lost) -> Any:
    """The words of a sentence, unparsed, with a helper before one of them, or in its place."""
    from spacy.tokens import Doc  # noqa: PLC0415 heavy, as above

    texts, blanks = [t.text for t in doc], [bool(t.whitespace_) for t in doc]
    texts[lost.position : lost.position + lost.replaced] = [lost.helper]
    if not lost.replaced:
        blanks.insert(lost.position, True)
    return Doc(nlp.vocab, texts, blanks)


def _tokenise(nlp: Any, plain: str) -> tuple[Any, list[Span]]:
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


def _words(doc: Any, spans: list[Span], plain: str) -> list[Word]:
    """The tokens of one parsed sentence as `Word`s, read as one table: asking token after token
    takes four times as long."""
    from spacy.attrs import DEP, HEAD, LEMMA, TAG  # noqa: PLC0415 heavy, as above

    strings = doc.vocab.strings
    out: list[Word] = []
    table = doc.to_array([LEMMA, TAG, DEP, HEAD])
    heads = table[:, 3].astype("int64").tolist()  # relative, and backwards below zero
    for i, ((lemma, treebank, dep, _), head) in enumerate(zip(table.tolist(), heads, strict=True)):
        start, end = spans[i]
        word, base = plain[start:end], strings[lemma].lower()
        tag = _tag(word, strings[treebank], out[-1].lower if out else "")
        out.append(
            Word(
                i,
                word,
                word.lower()
                if base == _KNOWN_ACRONYM.lower()
                else verb_of(word.lower(), tag) or base,
                tag,
                "root" if strings[dep] == "ROOT" else strings[dep],
                i + head,
                start,
                end,
                0,
            )
        )
    return out


def _tag(word: str, tag: str, before: str) -> str:
    """The tag; that of a verb whose form tells another one is mended: "swore" is a past tense,
    "bring" no participle, "to accuse" an infinitive."""
    if tag in ("VB", "VBP", "VBZ") and is_past_form(word.lower()):
        return "VBD"
    if before == "to" and is_only_verb(word):
        return "VB"
    return "VBP" if tag == "VBG" and is_bare_form(word.lower()) else tag
