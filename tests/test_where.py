"""docs/where.md names what is there, and what it calls one file of data is one file of data."""

from __future__ import annotations

import json
import re

import pytest

# The program with another folder of data: what it reads in each sentence, and the question of one
# predicate.
READ = """\
import json, sys
from pathlib import Path
from counterclaim import resources
resources._root = lambda name: Path(sys.argv[1]) / name
from counterclaim.extraction.pipeline import extract
from counterclaim.knowledge.comparison import load_rules
from counterclaim.records.model import ArticleInfo
found = []
for text in sys.argv[2:]:
    claims = extract(text, ArticleInfo("a", "0" * 64, "a.txt")).events
    found.append([
        [c.source.name, c.text, c.event.type, [relay.name for relay in c.source.relay]]
        for c in claims
    ])
print(json.dumps([found, load_rules().topic_of("flooding")]))
"""

SENTENCES = [
    "Mayor Olena Koval postulated that rebels had shelled Lyman.",
    "Mayor Olena Koval said the dyke near Lyman had burst.",
    "Mayor Olena Koval said on Mastodon that rebels had shelled Lyman.",
]
VERB = ("cues/verbs.yaml", "verbs: [state, utter,", "verbs: [postulate, state, utter,")
RELAY = ("attribution/words.yaml", "channel_nouns: [agency,", "channel_nouns: [mastodon, agency,")
PREDICATE = (
    "predicates/predicates.yaml",
    "\npredicates:\n",
    """
predicates:
- id: flooding
  group: harm
  kind: event
  topic: strikes
  definition: A dyke or dam gives way at P.
  initiator: null
  target: null
  hurts: null
  roles: [place, time]
  families: []
  plover: null
  cameo: null
  acled: null
  cues:
  - dyke ~ burst
""",
)
RANKED = (
    "predicates/predicates.yaml",
    "accusation, intent, appeal",
    "flooding, accusation, intent, appeal",
)


def _table_rows(root):
    text = (root / "docs" / "where.md").read_text("utf-8")
    rows = [line.split("|")[1:-1] for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in rows if row[0].strip() != "I want …"]


def test_every_path_that_is_named_is_there(root):
    text = (root / "docs" / "where.md").read_text("utf-8")
    paths = re.findall(r"`((?:cli|data|docs|schemas|tests)/[\w./-]+)`", text)
    assert len(paths) > 80
    assert [path for path in paths if not (root / path).exists()] == []


def test_everything_has_a_place_and_a_test(root):
    rows = _table_rows(root)
    assert len(rows) > 40
    for wish, place, proof in rows:
        assert "`" in place, wish
        assert re.search(r"`tests/[\w/]*test_\w+\.py`", proof), wish


@pytest.mark.parametrize("top", ["articles", "language", "extraction", "comparison"])
def test_the_rooms_that_are_named_are_there(root, top):
    text = (root / "docs" / "where.md").read_text("utf-8")
    assert top in text.split("## ")[0]
    assert (root / "cli" / "counterclaim" / top).is_dir()


def test_one_file_of_data_adds_a_verb_a_predicate_or_a_relay(root, tmp_path, python):
    """As shipped nobody knows these words; with one file changed each sentence reads as told."""
    plain = _read(python, _knowledge(root, tmp_path / "plain"))
    verb = _read(python, _knowledge(root, tmp_path / "verb", VERB))
    predicate = _read(python, _knowledge(root, tmp_path / "predicate", PREDICATE, RANKED))
    relay = _read(python, _knowledge(root, tmp_path / "relay", RELAY))
    shelled = "rebels had shelled Lyman"
    assert plain[0][0][0][0] == "narrator"
    assert verb[0][0] == [["Olena Koval", shelled, "shelling", []]]
    assert plain[0][1][0][2] == "statement"
    assert predicate[0][1] == [["Olena Koval", "the dyke near Lyman had burst", "flooding", []]]
    assert (plain[1] == "strikes", predicate[1]) == (False, "strikes")
    assert plain[0][2][0][3] == []
    assert relay[0][2] == [["Olena Koval", shelled, "shelling", ["Mastodon"]]]


def _read(python, folder):
    done = python("-c", READ, str(folder), *SENTENCES, env={"PYTHONPATH": "cli"})
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _knowledge(root, folder, *changes):
    """A folder with the data as it is, but for one file in which words are changed."""
    (folder / "data").mkdir(parents=True)
    names = {name for name, _, _ in changes}
    assert len(names) <= 1, "one file is changed, or none"
    for path in (root / "data").iterdir():
        _link(path, folder / "data" / path.name, names)
    for name, old, new in changes:
        file = folder / "data" / name
        text = file.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} in {name}"
        file.write_text(text.replace(old, new), "utf-8")
    return folder


def _link(path, place, changed):
    """A link to a folder; the folder of the changed file is made anew, and the file copied."""
    if not any(name.startswith(f"{path.name}/") for name in changed):
        try:
            place.symlink_to(path)
        except OSError:
            pytest.skip("no symbolic links here")
        return
    place.mkdir()
    for file in path.iterdir():
        if f"{path.name}/{file.name}" in changed:
            (place / file.name).write_bytes(file.read_bytes())
        else:
            (place / file.name).symlink_to(file)
