"""Articles that are damaged, or made to do harm: each costs itself alone."""

import json

import pytest

GOOD = "Mill shelled\n\nThe mill in Orikhiv was shelled, Kyiv said.\n"
MANY = {
    "nested quotes": "“‘" * 3_000 + "Kyiv held Orikhiv" + "’”" * 3_000,
    "short quotes": "“a” " * 60_000,
    "brackets": "(" * 4_000 + "Kyiv said" + ")" * 4_000,
    "one line": "Kyiv said that it held the mill near Orikhiv. " * 1_000,
    "one sentence": "Kyiv said it held the mill and " * 1_500,
    "places": "Orikhiv, " * 4_000,
    "full stops": ". " * 50_000,
}
SMALL = 1_000_000_000


@pytest.mark.parametrize(
    "front",
    [
        '"title: Mill shelled"',  # a text, not keys with values
        "title: !!python/object:os.system {}",
        "title: &a [*a]",
        "title: one\ntitle: two",
        "title: " + "[" * 200 + "]" * 200,
        "k: [",
    ],
)
def test_front_matter_that_cannot_be_read_costs_only_its_article(run, here, records, front):
    (here / "in").mkdir()
    (here / "in" / "a.md").write_text(f"---\n{front}\n---\nKyiv said it held Orikhiv.\n")
    (here / "in" / "b.txt").write_text(GOOD)
    said = run("ingest", "in", "-q", "--ledger", "out")
    assert said.code == 2
    assert said.lines[0].startswith("in/a.md:"), said.err
    assert ": CC0" in said.lines[0]
    (record,) = records("out")
    assert "file: b.txt" in record.read_text()


@pytest.mark.parametrize("front", [r'title: "\U00110000"', r'title: "\ud800"'])
def test_a_character_that_does_not_exist_costs_the_line_and_not_the_article(
    run, here, records, front
):
    (here / "a.md").write_text(f"---\n{front}\n---\nKyiv said it held Orikhiv.\n")
    said = run("ingest", "a.md", "-q", "--ledger", "out")
    assert said.code == 0
    assert said.lines[0].startswith("a.md:2:"), said.err
    assert len(list(records("out"))) == 1


def test_front_matter_is_told_with_its_line_and_column(run, here):
    (here / "a.md").write_text('---\ntitle: "\\U00110000"\n---\nKyiv said it held Orikhiv.\n')
    assert run("ingest", "a.md", "-n", "-q").err.startswith("a.md:2:")


@pytest.mark.parametrize("first", ["k0: x", "2nd: x", "a.b: x", "'k 0': x"])
def test_front_matter_may_begin_with_any_key(run, here, first):
    front = f"---\n{first}\ntitle: Night at the mill\npublished: 2023-01-25\n---\n"
    (here / "a.md").write_text(front + GOOD)
    article = json.loads(run("ingest", "a.md", "-n", "--format", "json").out)["article"]
    assert article["title"] == "Night at the mill"
    assert article["published"] == "2023-01-25"


@pytest.mark.parametrize("language", ["[en, uk]", "../../etc", "'\u202een'", "12", "E" * 300])
def test_a_language_that_check_refuses_is_never_written(run, here, records, language):
    (here / "a.md").write_text(f"---\nlanguage: {language}\n---\n{GOOD}")
    said = run("ingest", "a.md", "-q", "--ledger", "out")
    if records("out"):
        assert run("check", "out").code == 0, run("check", "out").out
    else:
        assert said.code == 2
        assert "a.md:" in said.err


@pytest.mark.parametrize(
    "words",
    [
        "Residents the\u200b. said that three people were killed in Kyiv.",
        "Syrian rescue workers the Civil Defence said. said that 14 were hurt.",
        ". said that three people were killed in Kyiv.",
        "“Three people were killed in Kyiv,” … said.",
        "‘. said that 3 were hurt in Kyiv.",
        "Three people were killed in Kyiv, according to ….",
    ],
)
def test_a_source_always_has_a_name(run, here, words):
    (here / "a.txt").write_text(f"Mill fire\n\n{words}\n")
    run("ingest", "a.txt", "-q", "--published", "2023-01-25", "--ledger", "out")
    said = run("check", "out")
    assert said.code == 0, said.out


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1799-12-31", "2101-01-01"])
def test_a_day_that_no_report_can_have_is_refused(run, here, records, day):
    (here / "a.txt").write_text(GOOD)
    said = run("ingest", "a.txt", "--published", day, "-q", "--ledger", "out")
    assert said.code == 2
    assert " CC062 " in said.lines[0]
    assert records("out") == []


@pytest.mark.parametrize(
    "day", ["0001-01-01", "1799-12-31", "2101-01-01", "31 March", "2023-02-31"]
)
def test_a_day_in_front_matter_that_is_none_costs_no_article(run, here, records, day):
    (here / "b.md").write_text(f"---\npublished: {day}\n---\n{GOOD}")
    said = run("ingest", "b.md", "-q", "--ledger", "out")
    assert said.code == 0
    assert said.lines[0].startswith("b.md:2:12: CC062 ")
    (record,) = records("out")
    assert "published: null" in record.read_text()
    assert run("check", "out").code == 0


@pytest.mark.parametrize("day", ["1800-01-01", "2100-12-31"])
def test_what_is_written_about_far_days_is_whole(run, here, day):
    words = (
        "Talks\n\nThe truce will end in the next two months, Kyiv said. Kyiv has held the mill "
        "for more than two years, the mayor said. It was taken a century ago.\n"
    )
    (here / "a.txt").write_text(words)
    assert run("ingest", "a.txt", "-q", "--published", day, "--ledger", "out").code == 0
    said = run("check", "out")
    assert said.code == 0, said.out


@pytest.mark.parametrize("sign", ["\x9b", "\x85", "\u202e", "\u2066"])
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "yaml"])
def test_signs_that_steer_a_terminal_never_reach_it(run, here, form, sign):
    words = f"Russian forces {sign}31m captured Orikhiv, Kyiv said."
    (here / "a.txt").write_text(f"Orikhiv\n\n{words}\n")
    said = run("ingest", "a.txt", "-n", "--format", form)  # `run` looks for such signs itself
    assert said.code == 0 or " CC003 " in said.err


def test_json_means_what_the_article_has(run, here):
    (here / "a.txt").write_text("Orikhiv\n\nRussian forces \u202ecaptured Orikhiv, Kyiv said.\n")
    printed = run("ingest", "a.txt", "-n", "--format", "json").out
    assert "\\u202e" in printed
    assert "\u202e" in json.loads(printed)["events"][0]["text"]


@pytest.mark.parametrize("kind", MANY)
def test_no_form_of_text_stops_the_program(run, here, kind):
    (here / "a.txt").write_text(f"Title\n\n{MANY[kind]}\n")
    said = run("ingest", "a.txt", "-n", "-q")
    assert said.code == 0
    assert said.memory < SMALL
