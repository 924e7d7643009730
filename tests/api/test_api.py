"""What Python programs may rely on: read, open_ledger, compare."""

import re
from dataclasses import replace
from datetime import date

import pytest

import counterclaim

TEXT = """Convoy halted

Russia's Defence Ministry said its forces had captured Orikhiv on Monday.

Ukraine's General Staff denied that Russian forces had captured Orikhiv.
"""


@pytest.fixture(scope="module")
def record():
    return counterclaim.read(TEXT, "2023-03-15")


@pytest.fixture
def case(cli, tmp_path):
    (tmp_path / "convoy.txt").write_text(TEXT)
    ledger = tmp_path / "case"
    arguments = ("--published", "2023-03-15", "--ledger", str(ledger), "-q")
    assert cli("ingest", str(tmp_path / "convoy.txt"), *arguments).returncode == 0
    return ledger


def test_a_text_is_read_into_its_claims(record):
    assert {claim.source.side for claim in record.events} == {"russia", "ukraine"}
    for claim in record.events:
        assert " … ".join(record.text[a:b] for a, b in claim.spans) == claim.text
    assert record.article.title == "Convoy halted"
    assert counterclaim.read(TEXT, date(2023, 3, 15)) == record


def test_rows_are_flat_and_the_record_is_that_of_a_ledger(record, case):
    rows = record.to_dicts()
    assert [row["side"] for row in rows] == [claim.source.side for claim in record.events]
    assert not any(isinstance(value, dict | list) for row in rows for value in row.values())
    (kept,) = counterclaim.open_ledger(case)
    own = {key: value for key, value in record.to_dict()["events"][0].items() if key != "id"}
    assert own == {k: v for k, v in kept.to_dict()["events"][0].items() if k != "id"}


@pytest.mark.parametrize("text", ["", " \n", "Це не англійський текст про війну. " * 20])
def test_what_is_no_article_is_told(text):
    with pytest.raises(counterclaim.NotReadError) as told:
        counterclaim.read(text)
    assert told.value.problem.code.startswith("CC06")


def test_a_day_that_is_none_is_refused():
    with pytest.raises(ValueError, match="soon"):
        counterclaim.read(TEXT, "soon")


def test_a_ledger_is_opened_and_compared(case):
    ledger = counterclaim.open_ledger(str(case))
    assert (len(ledger), ledger.problems) == (1, [])
    found = counterclaim.compare(ledger, "orikhiv")
    assert found.questions[0].verdict == "disputed"
    assert found.place.name == "Orikhiv"
    assert [row["verdict"] for row in found.to_dicts()] == ["disputed"] * 2
    assert found.to_dict()["relations"][0]["relation"] == "contradicts"
    assert ledger.text(ledger.records[0].article.id) == TEXT


def test_records_that_are_in_no_ledger_are_compared(record, case):
    ledger = counterclaim.open_ledger(case)
    made = counterclaim.compare([record], place="Оріхів")
    assert [q.verdict for q in made.questions] == [
        q.verdict for q in counterclaim.compare(ledger, place="orikhiv").questions
    ]
    assert counterclaim.compare([record], sides=["ukraine"]).claims == 1


def test_a_place_that_nobody_knows_is_told(record):
    with pytest.raises(counterclaim.UnknownPlaceError) as told:
        counterclaim.compare([record], place="Orikhivsk Nowhere")
    assert isinstance(told.value.suggestions, list)


def test_no_ledger_is_told(tmp_path):
    with pytest.raises(FileNotFoundError):
        counterclaim.open_ledger(tmp_path)


def test_a_notebook_shows_words_and_nothing_else(record, case):
    claim = replace(record.events[0], text="<script>alert(1)</script>\x1b[31m")
    hostile = counterclaim.Record(record.article, (claim,))
    for shown in (hostile, counterclaim.compare([hostile]), counterclaim.open_ledger(case)):
        page = shown._repr_html_()
        assert not re.search("<script|\x1b", page)
        assert re.findall(r"<(\w+)", page)
        opened = re.findall(r"<(\w+)[ >]", page)
        assert sorted(opened) == sorted(re.findall(r"</(\w+)>", page))


def test_the_documents_run_as_they_stand(root, case, monkeypatch, capsys):
    page = (root / "docs" / "python.md").read_text("utf-8")
    monkeypatch.chdir(case.parent)
    names = {"text": TEXT}
    for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        if "pandas" not in block:
            exec(compile(block, "docs/python.md", "exec"), names)
    assert "disputed" in capsys.readouterr().out


def test_every_promised_name_is_documented(root):
    page = (root / "docs" / "python.md").read_text("utf-8")
    assert [name for name in counterclaim.__all__ if f"`{name}" not in page] == []
    for name in counterclaim.__all__:
        assert getattr(counterclaim, name) is not None
    with pytest.raises(AttributeError):
        counterclaim.nothing  # noqa: B018
