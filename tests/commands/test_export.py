"""`counterclaim export` and `import`: which claims, where to, and what comes back."""

import csv
import io
import json

import pytest
import yaml


@pytest.fixture
def export(cli, convoy):
    return lambda *options: cli("export", "--ledger", str(convoy), *options)


def rows(done):
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_claims_are_printed_and_narrowed(export):
    assert len(rows(export("--to", "csv"))) == 2
    (row,) = rows(export("--to", "csv", "--place", "orikhiv"))
    assert row["place"] == "Orikhiv"
    assert rows(export("--to", "csv", "--table", "relations")) == []
    assert rows(export("--to", "csv", "--reviewed")) == []


def test_a_file_gets_one_table_and_a_folder_all(export, tmp_path):
    done = export("--to", "jsonl", "-o", str(tmp_path / "claims.jsonl"))
    assert (done.stdout, done.stderr) == ("", "wrote 1 file\n")
    assert len((tmp_path / "claims.jsonl").read_text().splitlines()) == 2
    assert export("--to", "jsonl", "-o", f"{tmp_path}/all/").stderr == "wrote 4 files\n"
    again = export("--to", "jsonl", "-o", f"{tmp_path}/all/")
    assert again.stderr == "wrote 0 files, 4 unchanged\n"


def test_a_vault_is_a_folder(export, tmp_path):
    assert export("--to", "obsidian").returncode == 2
    assert export("--to", "obsidian", "-o", str(tmp_path / "vault")).returncode == 0
    assert {path.name for path in (tmp_path / "vault").iterdir()} == {
        "articles",
        "claims",
        "places",
        "sources",
    }


def test_a_link_in_a_folder_leads_nowhere_else(export, tmp_path):
    (tmp_path / "all").mkdir()
    (tmp_path / "all" / "claims.csv").symlink_to(tmp_path / "elsewhere.csv")
    assert export("--to", "csv", "-o", str(tmp_path / "all")).returncode == 2
    assert not (tmp_path / "elsewhere.csv").exists()


def test_a_text_that_is_gone_is_told_and_costs_only_itself(export, convoy):
    (text,) = (convoy / "articles").iterdir()
    text.unlink()
    done = export("--to", "doccano")
    assert (done.returncode, done.stdout) == (2, "")
    assert "CC001" in done.stderr


def test_a_text_that_is_another_one_is_told(export, convoy):
    (text,) = (convoy / "articles").iterdir()
    text.write_text("Something else.")
    done = export("--to", "labelstudio")
    assert (done.returncode, "CC036" in done.stderr) == (1, True)
    assert json.loads(done.stdout) == []


@pytest.mark.parametrize(
    "options",
    [("--to", "cvs"), ("--to", "csv", "--table", "relation"), ("--to", "csv", "--side", "mars")],
)
def test_wrong_usage_names_what_is_right(export, options):
    done = export(*options)
    assert done.returncode == 2
    assert "is not one of" in done.stderr


def test_no_ledger_is_told(cli, tmp_path):
    done = cli("export", "--to", "csv", "--ledger", str(tmp_path / "none"))
    assert (done.returncode, "CC042" in done.stderr) == (2, True)


@pytest.fixture
def returned(cli, convoy, tmp_path):
    """Tasks as Label Studio gives them back, changed by a function of the regions."""
    tasks = json.loads(cli("export", "--to", "labelstudio", "--ledger", str(convoy)).stdout)

    def come_back(change=lambda results: results, *options, updated="2024-05-06T10:00:00Z"):
        for task in tasks:
            results = change([dict(item) for item in task["predictions"][0]["result"]])
            answer = {"completed_by": {"email": "me"}, "updated_at": updated}
            task["annotations"] = [{**answer, "result": results, "was_cancelled": False}]
        file = tmp_path / "export.json"
        file.write_text(json.dumps(tasks))
        return cli("import", "--from", "labelstudio", str(file), "--ledger", str(convoy), *options)

    return come_back


def claims(convoy):
    (file,) = (convoy / "events").iterdir()
    return yaml.safe_load(file.read_text())["events"]


def test_what_was_left_as_it_is_counts_as_accepted(returned, convoy, cli):
    assert returned().stderr == "2 accepted\n"
    review = claims(convoy)[0]["review"]
    assert (review["status"], review["reviewer"], str(review["date"])) == (
        "accepted",
        "me",
        "2024-05-06",
    )
    assert returned().stderr == "2 unchanged\n"
    assert cli("check", str(convoy)).returncode == 0


def test_words_stance_and_side_are_corrected(returned, convoy, cli):
    before = claims(convoy)[1]

    def change(results):
        for item in results:
            value = item["value"] = dict(item["value"]) if "value" in item else None
            if value and item["id"] == f"{before['id']}/claim/1":
                value["end"] -= len(" near Lyman")
                value["text"] = value["text"].removesuffix(" near Lyman")
                if item["from_name"] == "stance":
                    value["choices"] = ["doubts"]
                if item["from_name"] == "side":
                    value["choices"] = ["russia"]
        return [item for item in results if item.get("value") or item["type"] == "relation"]

    assert returned(change).stderr == "1 accepted, 1 corrected\n"
    after = claims(convoy)[1]
    assert after["text"] == before["text"].removesuffix(" near Lyman")
    assert (after["stance"], after["source"]["side"]) == ("doubts", "russia")
    assert after["review"]["status"] == "corrected"
    assert cli("check", str(convoy)).returncode == 0


def test_a_claim_whose_words_are_marked_no_more_is_rejected(returned, convoy):
    assert returned(lambda _: []).stderr == "2 rejected\n"
    assert {claim["review"]["status"] for claim in claims(convoy)} == {"rejected"}


def test_a_dry_run_says_what_would_change(returned, convoy):
    before = claims(convoy)
    assert returned(lambda _: [], "--dry-run").stderr == "would be written: 2 rejected\n"
    assert claims(convoy) == before


def test_words_that_do_not_fit_change_nothing(returned, convoy):
    before = claims(convoy)

    def change(results):
        results[0]["value"] = {**results[0]["value"], "text": "something else"}
        return results

    done = returned(change)
    assert (done.returncode, "do not fit" in done.stderr) == (1, True)
    assert claims(convoy) == before


@pytest.mark.parametrize("start", [1.5, float("inf"), float("nan"), True, "1", None, 10**400])
def test_offsets_that_are_none_change_nothing(returned, convoy, start):
    before = claims(convoy)

    def change(results):
        results[0]["value"] = {**results[0]["value"], "start": start}
        return results

    done = returned(change)
    assert (done.returncode, "do not fit" in done.stderr) == (1, True)
    assert claims(convoy) == before


@pytest.mark.parametrize("day", ["yesterday", 17, "2024-02-31", ""])
def test_a_day_that_is_none_is_not_written(cli, returned, convoy, day):
    assert returned(updated=day).stderr == "2 accepted\n"
    assert {claim["review"].get("date") for claim in claims(convoy)} == {None}
    assert cli("check", str(convoy)).returncode == 0


@pytest.mark.parametrize("text", ["{}", "[1]", "no json", '[{"data": {}}]', "[" * 9999])
def test_what_is_no_export_is_told(cli, convoy, tmp_path, text):
    (tmp_path / "odd.json").write_text(text)
    done = cli(
        "import", "--from", "labelstudio", str(tmp_path / "odd.json"), "--ledger", str(convoy)
    )
    assert done.returncode == 2
    assert "no export of Label Studio" in done.stderr
