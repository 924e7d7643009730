"""The parser loads only what parsing needs, and leaves no trace of how it does so."""

import subprocess
import sys

from counterclaim.language.parser import parse_text

SCRIPT = """
import gc, os, sys
from counterclaim.language.parser import parse_text
assert parse_text("Kyiv said it held.").child(1, "nsubj").text == "Kyiv"
assert gc.isenabled()
assert "OPENBLAS_NUM_THREADS" not in os.environ
assert not {"requests", "jinja2", "weasel", "spacy.cli"} & set(sys.modules)
import spacy
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
from spacy.cli import download
assert download.__module__ == "spacy.cli.download"
"""


def test_the_command_line_of_the_parsing_library_stays_out_until_it_is_asked_for(monkeypatch):
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    command = [sys.executable, "-c", SCRIPT]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr


def test_words_are_those_of_the_stored_tokeniser():
    parse = parse_text("The mayor couldn't reach Gen. Holub's office.")
    assert [word.text for word in parse.words][1:8] == [
        "mayor",
        "could",
        "n't",
        "reach",
        "Gen.",
        "Holub",
        "'s",
    ]


def test_a_text_without_words_gives_none():
    assert parse_text("  \n ").words == []
    assert parse_text("").words == []


def test_doubled_blanks_are_no_words_and_offsets_stay_true():
    text = "Shells  hit the “Azov” plant."
    words = parse_text(text).words
    assert [text[w.start : w.end] for w in words] == [w.text for w in words]
    assert [w.text for w in words][:4] == ["Shells", "hit", "the", "“"]
