"""`ingest` as a user calls it: options, streams, several articles."""

import json
from pathlib import Path

import pytest
import typer
import yaml

from counterclaim.commands._ingest import IngestOptions, ingest_articles

FIRST = "Orikhiv: mill shelled\n\nMayor Oleh Synko said the mill in Orikhiv was shelled on 3 May.\n"
SECOND = "No claims\n\nThe orchard had been planted long ago.\n"


@pytest.fixture
def ingest(tmp_path, monkeypatch, capsys):
    """Ingest texts into an empty ledger; give back the code, and what is printed where."""

    def run(*texts: str, **changes):
        paths = []
        for number, text in enumerate(texts, start=1):
            path = tmp_path / f"{number}.txt"
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
            paths.append(str(path))
        options = {
            "paths": changes.pop("paths", paths),
            "published": "2023-05-04",
            "outlet": None,
            "ledger": tmp_path / "ledger",
            "dry_run": False,
            "output": "table",
            "quiet": False,
            "verbose": False,
            "color": "never",
            "width": 80,
        } | changes
        code = ingest_articles(IngestOptions(**options))
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_what_is_found_is_printed_and_what_was_written_is_said(ingest, tmp_path):
    code, out, err = ingest(FIRST)
    assert code == 0
    assert out.startswith("Orikhiv: mill shelled · 4 May 2023\n")
    assert "“the mill in Orikhiv was shelled on 3 May”" in out
    (record,) = (tmp_path / "ledger" / "events").iterdir()
    assert err == f"new: 1 claim in {record}\n"
    assert (tmp_path / "ledger" / "articles" / f"{record.stem}.txt").read_text() == FIRST


def test_a_second_run_changes_nothing(ingest):
    ingest(FIRST)
    assert ingest(FIRST)[2].startswith("unchanged: 1 claim in ")


def test_a_date_that_was_given_stays_when_a_folder_is_read_again(ingest):
    ingest(FIRST)
    assert ingest(FIRST, published=None)[2].startswith("unchanged: 1 claim in ")


def test_several_articles_are_counted(ingest):
    _, _, err = ingest(FIRST, SECOND, "", published=None)
    assert "3 articles: 2 new, 1 not read; " in err
    assert "hint: 2 of them with no publication date, so" in err
    assert "articles" not in ingest(FIRST)[2].split("\n", 1)[1]


def test_a_change_by_hand_is_kept_aside_and_said(ingest, tmp_path):
    ingest(FIRST)
    (record,) = (tmp_path / "ledger" / "events").iterdir()
    record.write_text(record.read_text().replace("stance: asserts", "stance: denies"))
    _, _, err = ingest(FIRST, quiet=True)
    assert f"is {record}.orig; claims with a review: block are never replaced" in err
    assert "stance: denies" in record.with_name(f"{record.name}.orig").read_text()


def test_a_dry_run_writes_nothing(ingest, tmp_path):
    assert ingest(FIRST, dry_run=True)[2].startswith("would be new: ")
    assert not (tmp_path / "ledger").exists()


def test_a_bad_article_costs_only_itself(ingest, tmp_path):
    code, out, err = ingest("Tit\0le\n\nx", FIRST)
    assert code == 2
    assert err.splitlines()[0] == f"{tmp_path}/1.txt:1:4: CC003 has a NUL byte: is it a text?"
    assert "new: 1 claim in" in err
    assert out.startswith("Orikhiv: mill shelled")


def test_several_articles_as_yaml_are_documents_of_one_stream(ingest):
    _, out, _ = ingest(FIRST, SECOND, output="yaml", dry_run=True)
    titles = [record["article"]["title"] for record in yaml.safe_load_all(out)]
    assert titles == ["Orikhiv: mill shelled", "No claims"]


def test_one_article_as_json_is_one_object(ingest):
    _, out, _ = ingest(FIRST, output="json", dry_run=True)
    assert json.loads(out)["article"]["published"] == "2023-05-04"


def test_a_ledger_that_is_a_file_is_one_line(ingest, tmp_path):
    (tmp_path / "file").write_text("")
    code, _, err = ingest(FIRST, ledger=tmp_path / "file", quiet=True)
    assert code == 2
    assert err.splitlines()[0] == f"{tmp_path}/file: CC001 cannot be written: File exists"


def test_without_a_date_a_hint_says_how_to_give_one(ingest):
    _, _, err = ingest(SECOND, published=None)
    assert "add --published" in err.splitlines()[-1]


def test_a_wrong_colour_is_wrong_usage(ingest):
    with pytest.raises(typer.BadParameter, match="choose from auto, always, never"):
        ingest(FIRST, color="purple")


def test_an_encoding_that_is_not_certain_is_told(ingest, tmp_path):
    path: Path = tmp_path / "odd.txt"
    path.write_bytes(b"Shells hit the Caf\xe9 Orikhiv.")
    code, _, err = ingest(paths=[str(path)])
    assert code == 0
    assert "odd.txt:1:19: CC002 is not UTF-8 and is read as Windows-1252" in err
    path.write_bytes(b"Shells fell \xff\x8f")
    code, _, err = ingest(paths=[str(path)])
    assert code == 2
    assert "CC002 is not UTF-8: byte 0xff at position 12" in err


def test_digits_run_together_are_read_to_the_end(ingest):
    code, out, _ = ingest(f"Long\n\nThe army said {'7' * 400} shells hit Orikhiv.\n", dry_run=True)
    assert code == 0
    assert "hit Orikhiv" in out or "7…" in out
