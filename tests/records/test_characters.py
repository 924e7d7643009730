"""What steers a terminal is shown as a sign, or written as its number."""

import io
import json
import re

import pytest
from rich.text import Text

from counterclaim.presentation import console
from counterclaim.records.characters import dump_json, number, steers
from counterclaim.records.yaml_io import dump_plain, load_yaml

STEERING = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x061C, 0x200E]
STEERING += [0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029, 0xFEFF]


@pytest.mark.parametrize("code", STEERING, ids=hex)
def test_machine_forms_mean_the_character_and_do_not_hold_it(code):
    value = {"text": f"Orikhiv{chr(code)}, “held”", "mention": {"text": f"{chr(code)}x: {{"}}
    assert steers(value["text"])
    as_json, as_yaml = dump_json(value, indent=2), dump_plain(value)
    assert json.loads(as_json) == value
    assert load_yaml(as_yaml, "x.yaml") == (value, [])
    assert chr(code) not in as_json + as_yaml
    assert "“held”" in as_json
    assert "“held”" in as_yaml


def test_other_text_stays_as_it_is():
    text = "Оріхів: “held” \t\n\U0001f4a5 กรุงเทพ بيروت"
    assert not steers(text)
    assert number(text) == text


def test_half_characters_are_written_as_numbers():
    assert dump_json("caf\udce9") == '"caf\\udce9"'


def test_nothing_that_is_printed_steers(monkeypatch):
    """Also where the code that prints has forgotten to clean what it was given."""
    out = io.StringIO()
    monkeypatch.setattr("sys.stdout", out)
    screen = console.make_consoles("always", 60)[0]
    screen.print(Text("asserts\x1b]0;owned\x07\x9b31m\u202e", style="bold"))
    words = re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue())
    assert words == "asserts␛]0;owned\ufffd31m\ufffd\n"  # the bell is what rich itself drops
