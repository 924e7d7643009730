"""Record to YAML and back is the same record, byte for byte the second time."""

import string

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.records import (
    Actor,
    ArticleInfo,
    Claim,
    Event,
    FurtherEvent,
    Mention,
    Place,
    Quantity,
    Record,
    Relay,
    Review,
    Source,
    Subject,
    Time,
)
from counterclaim.records.convert import RecordShapeError, record_from_dict, record_to_dict
from counterclaim.records.yaml_io import _dump, dump_record, load_yaml

ID = "2023-03-14-convoy-halted-at-orikhiv-0a1b2c3d"
RECORD = Record(
    ArticleInfo(
        id=ID,
        sha256="0a1b2c3d" * 8,
        file="orikhiv.txt",
        title="Zaporizhzhia: convoy halted",
        published="2023-03-14",
        published_from="option",
    ),
    (
        Claim(
            id=f"{ID}#01",
            text="at least 30 vehicles had been stopped near Orikhiv",
            spans=((40, 90),),
            quotation="indirect",
            stance="asserts",
            source=Source(
                name="Olha Marchenko",
                kind="person",
                side="ukraine",
                mention=Mention("Olha Marchenko", (10, 24)),
                role="spokeswoman",
                cue=Mention("said", (30, 34)),
                relay=(Relay("Telegram", Mention("on Telegram", (91, 102))), Relay("Agency")),
            ),
            event=Event(
                "attack_repelled",
                initiator=Actor("Armed Forces of Ukraine", "ukraine"),
                roles=(("degree", "full"), ("cumulative", False), ("count", 0)),
            ),
            also=(
                FurtherEvent(
                    Event("casualties", None, Actor("rebels", "unknown"), (("harm", "killed"),)),
                    (52, 70),
                ),
            ),
            places=(
                Place("Orikhiv", "Orikhiv", (83, 90), "geonames:698625", lat=47.5, lon=0.0),
                Place("Andriivka", "Andriivka", (5, 14), basis="context", candidates=("cc:a",)),
            ),
            time=Time("in March", (25, 29), "2023-03", "2023-03", "month"),
            quantities=(
                Quantity(
                    "tanks",
                    "at least 30",
                    (40, 51),
                    low=30.0,
                    window="P1D",
                    cumulative=False,
                ),
            ),
        ),
    ),
)

EXPECTED = f"""\
schema: counterclaim/1
article:
  id: {ID}
  sha256: {"0a1b2c3d" * 8}
  file: orikhiv.txt
  title: 'Zaporizhzhia: convoy halted'
  published: '2023-03-14'
  published_from: option
  language: en
events:
- id: {ID}#01
  text: at least 30 vehicles had been stopped near Orikhiv
  spans: [[40, 90]]
  quotation: indirect
  stance: asserts
  source:
    name: Olha Marchenko
    mention: {{text: Olha Marchenko, span: [10, 24]}}
    kind: person
    role: spokeswoman
    side: ukraine
    cue: {{text: said, span: [30, 34]}}
    relay: [{{name: Telegram, mention: {{text: on Telegram, span: [91, 102]}}}}, {{name: Agency}}]
  event:
    type: attack_repelled
    initiator: {{name: Armed Forces of Ukraine, side: ukraine}}
    degree: full
    cumulative: false
    count: 0
  also:
  - {{type: casualties, target: {{name: rebels, side: unknown}}, harm: killed, words: [52, 70]}}
  places:
  - {{name: Orikhiv, mention: Orikhiv, span: [83, 90], id: 'geonames:698625', lat: 47.5, lon: 0.0}}
  - {{name: Andriivka, mention: Andriivka, span: [5, 14], basis: context, candidates: ['cc:a']}}
  time: {{mention: in March, span: [25, 29], earliest: 2023-03, latest: 2023-03, precision: month}}
  quantities:
  - {{what: tanks, window: P1D, low: 30, mention: at least 30, span: [40, 51], cumulative: false}}
"""


def read_back(text: str) -> Record:
    value, problems = load_yaml(text, "r.yaml")
    assert problems == []
    return record_from_dict(value)


def test_a_record_in_yaml():
    assert dump_record(RECORD) == EXPECTED


def test_other_readers_of_yaml_get_text_for_dates():
    plain = yaml.safe_load(dump_record(RECORD))
    assert plain["article"]["published"] == "2023-03-14"
    assert plain == record_to_dict(RECORD)


def test_both_dumpers_give_the_same_bytes():
    if not yaml.__with_libyaml__:
        pytest.skip("no libyaml here")
    plain = record_to_dict(RECORD)
    assert _dump(plain, yaml.CSafeDumper) == _dump(plain, yaml.SafeDumper)


def test_example_round_trip():
    assert read_back(dump_record(RECORD)) == RECORD
    assert dump_record(read_back(dump_record(RECORD))) == dump_record(RECORD)


def test_null_and_absent_are_the_same():
    plain = record_to_dict(RECORD)
    claim = plain["events"][0]
    claim.update(hedged=False, review={"status": "unreviewed"})
    claim["source"]["organisation"] = None
    claim["event"]["target"] = None
    claim["places"][0].update(country=None, relation=None)
    plain["article"].update(url=None, author=None)
    assert record_from_dict(plain) == RECORD


def test_an_empty_text_of_what_need_not_be_there_says_nothing():
    plain = record_to_dict(RECORD)
    plain["article"] |= {"published": "", "title": "", "outlet": ""}
    plain["events"][0]["time"] = {"said": "", "earliest": ""}
    record = record_from_dict(plain)
    assert (record.article.published, record.article.title, record.article.outlet) == (None,) * 3
    assert record.events[0].time == Time()


def test_unknown_keys_are_left_out():
    plain = record_to_dict(RECORD)
    plain["events"][0]["colour"] = "red"
    assert record_from_dict(plain) == RECORD


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": 5}, r"events\[0\].id is not a text"),
        ({"spans": [[1]]}, r"events\[0\].spans\[0\] is not a span"),
        ({"spans": [[True, 2]]}, r"events\[0\].spans\[0\] is not a span"),
        ({"source": None}, r"events\[0\].source is missing"),
        ({"hedged": 1}, r"events\[0\].hedged is not true or false"),
        ({"places": ["Orikhiv"]}, r"events\[0\].places\[0\] is not a mapping"),
        ({"event": {"type": "attack", "weapons": ["mortar"]}}, "event.weapons is not"),
    ],
)
def test_what_is_no_record_is_named(change, message):
    plain = record_to_dict(RECORD)
    plain["events"][0].update(change)
    with pytest.raises(RecordShapeError, match=message):
        record_from_dict(plain)


def test_another_schema_is_refused():
    with pytest.raises(RecordShapeError, match="counterclaim/9"):
        record_from_dict({**record_to_dict(RECORD), "schema": "counterclaim/9"})


HARD = [
    *["NO", "22:30", "0123", "1e5", "~", "null", "true", "", "-", "2023-01-25", "=", "<<", "a: b"],
    *["#x", "“Rather\n\ntough”\n", " x ", "\tx", "a\r\nb", "x" * 140, "word " * 40, "'", '"'],
    *["\x85", "\ufeffx", "\x07", "\u2028", "- a", "? b", "!tag", "&a", "*a", "{x", "[y", "%z"],
    *[
        "@",
        "💥",
        "\n",
        "\n x",
        "x\n \ny",
        "a,b",
        "1_000",
        "0x1F",
        "0o17",
        ".inf",
        "1.5e3",
        "9" * 30,
    ],
]
texts = st.text(min_size=1, max_size=60) | st.sampled_from(HARD)
names = st.text(string.ascii_lowercase, min_size=1, max_size=8)
spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))
mentions = st.none() | st.builds(Mention, texts, spans)
maybe = st.none() | texts.filter(bool)
actors = st.none() | st.builds(Actor, texts, names)
numbers = st.none() | st.integers(0, 10**9) | st.floats(0, 1e12)
degrees = st.none() | st.floats(-180, 180)
sources = st.builds(
    Source, texts, names, names, mentions, maybe, maybe, mentions,
    st.lists(st.builds(Relay, texts, mentions), max_size=2).map(tuple),
)  # fmt: skip
roles = st.dictionaries(
    names.map("role_{}".format), texts.filter(bool) | st.booleans() | st.integers(0, 99), max_size=3
)
claims = st.builds(
    Claim,
    id=texts,
    text=texts,
    spans=st.lists(spans, min_size=1, max_size=3).map(tuple),
    quotation=names,
    stance=names,
    source=sources,
    event=st.builds(Event, names, actors, actors, roles.map(lambda r: tuple(r.items()))),
    hedged=st.booleans(),
    stance_cues=st.lists(st.builds(Mention, texts, spans), max_size=2).map(tuple),
    responds_to=maybe,
    subject=st.none() | st.builds(Subject, texts, texts, spans),
    places=st.lists(
        st.builds(Place, texts, texts, spans, maybe, maybe, maybe, degrees, degrees, maybe, maybe),
        max_size=2,
    ).map(tuple),
    time=st.builds(Time, maybe, st.none() | spans, maybe, maybe, maybe, maybe),
    quantities=st.lists(
        st.builds(Quantity, texts, texts, spans, numbers, numbers, numbers, maybe, st.booleans()),
        max_size=2,
    ).map(tuple),
    review=st.builds(Review, names, maybe, maybe, maybe),
)
records = st.builds(
    Record,
    st.builds(ArticleInfo, texts, texts, texts, maybe, maybe, maybe, maybe, maybe, maybe, names),
    st.lists(claims, max_size=2).map(tuple),
)


@settings(derandomize=True, deadline=None, max_examples=60, database=None)
@given(records)
def test_generated_round_trip(record):
    assert read_back(dump_record(record)) == record


def with_title(title):
    plain = record_to_dict(RECORD)
    plain["article"]["title"] = title
    return record_from_dict(plain)


@pytest.mark.parametrize("text", HARD)
def test_hard_texts_survive(text):
    assert read_back(dump_record(with_title(text))).article.title == (text or None)


@settings(derandomize=True, deadline=None, max_examples=60, database=None)
@given(texts)
def test_any_text_survives(text):
    assert read_back(dump_record(with_title(text))).article.title == (text or None)
