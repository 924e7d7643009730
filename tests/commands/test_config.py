"""`counterclaim config` and what settings do: which wins, and what they may not."""

import json

import pytest


@pytest.fixture
def project(convoy, tmp_path):
    """A folder with the ledger `case`, whose settings are written anew by each call."""

    def write(text):
        (tmp_path / "counterclaim.toml").write_text(text)
        return tmp_path

    write('ledger = "case"\n')
    return write


@pytest.fixture
def config(cli):
    def ask(cwd, *arguments, **env):
        done = cli("config", *arguments, "--format", "jsonl", cwd=cwd, env=env)
        assert done.returncode == 0, done.stderr
        rows = map(json.loads, done.stdout.splitlines())
        return {row["setting"]: (row["value"], row["from"]) for row in rows}

    return ask


def test_the_ledger_of_a_project_is_found_from_below(cli, project):
    below = project('ledger = "case"') / "notes"
    below.mkdir()
    done = cli("stats", "--format", "json", cwd=below)
    assert json.loads(done.stdout)["claims"] == 2


def test_an_option_wins_over_a_variable_and_that_over_files(cli, project, config):
    home = project('format = "csv"\nledger = "case"')
    (home / "counterclaim").mkdir()
    (home / "counterclaim" / "config.toml").write_text('format = "md"\ncolor = "never"')
    env = {"XDG_CONFIG_HOME": str(home)}
    assert config(home, **env)["format"] == ("csv", str(home / "counterclaim.toml"))
    assert config(home, **env)["color"][1] == str(home / "counterclaim" / "config.toml")
    found = config(home, **env, COUNTERCLAIM_FORMAT="json")
    assert found["format"] == ("json", "COUNTERCLAIM_FORMAT")
    arguments = ("compare", "--place", "orikhiv")
    assert cli(*arguments, cwd=home, env=env).stdout.startswith("topic,")
    variable = {**env, "COUNTERCLAIM_FORMAT": "json"}
    assert json.loads(cli(*arguments, cwd=home, env=variable).stdout)["place"]["name"] == "Orikhiv"
    given = cli(*arguments, "--format", "md", cwd=home, env=variable)
    assert given.stdout.startswith("## ")


def test_a_command_has_settings_of_its_own(cli, project, config):
    home = project('ledger = "case"\n[compare]\nformat = "csv"\n[stats]\nformat = "json"')
    assert config(home)["format"] == (None, "not set")
    assert config(home, "compare")["format"][0] == "csv"
    assert cli("stats", cwd=home).stdout.startswith("{")
    assert cli("compare", "--place", "orikhiv", cwd=home).stdout.startswith("topic,")


def test_a_relative_folder_of_the_user_does_not_count(project, config):
    home = project("")
    (home / "counterclaim").mkdir()
    (home / "counterclaim" / "config.toml").write_text('color = "never"')
    assert config(home, XDG_CONFIG_HOME=".", HOME="")["color"] == (None, "not set")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ledger = ", "not TOML"),
        ('colour = "never"', "did you mean `color`"),
        ("[comapre]", "did you mean `compare`"),
        ('width = "wide"', "`width` is a number"),
        ("quiet = 1", "`quiet` is true or false"),
        ('published = "2024-01-01"', "`published` is no setting"),
        ('[compare]\nplace = "orikhiv"', "`place` is no setting"),
        ('ledger = "../elsewhere"', "leads out"),
        ('ledger = "/etc"', "leads out"),
        ('[ingest]\nledger = "link"', "leads out"),
        ('knowledge = ""', "leads out"),
        ('ledger = "a\\u0000b"', "`ledger` holds a NUL"),
        ("a = " + "[" * 9999, "nested too deeply"),
    ],
)
def test_what_cannot_be_a_setting_is_pointed_at(cli, project, text, told):
    home = project(text)
    (home / "link").symlink_to(home.parent)
    done = cli("stats", cwd=home)
    assert done.returncode == 2
    assert done.stderr.startswith(f"{home / 'counterclaim.toml'}:")
    assert (told in done.stderr, "CC090" in done.stderr) == (True, True)


def test_a_value_that_does_not_fit_says_where_it_is_from(cli, project):
    home = project('ledger = "case"\n[list]\nformat = "html"')
    done = cli("list", "places", cwd=home)
    assert done.returncode == 2
    assert f"note: --format is set by {home / 'counterclaim.toml'}" in done.stderr
    typed = cli("list", "places", "--format", "html", cwd=home)
    assert "is set by" not in typed.stderr


def test_a_variable_names_itself_where_it_does_not_fit(cli, project):
    done = cli("stats", cwd=project('ledger = "case"'), env={"COUNTERCLAIM_FORMAT": "html"})
    assert (done.returncode, "set by COUNTERCLAIM_FORMAT" in done.stderr) == (2, True)
