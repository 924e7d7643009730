"""What `check` finds in a record file, and where."""

import hashlib
import json

import pytest

from counterclaim.records import model
from counterclaim.records.check import check_text
from counterclaim.records.codes import CODES
from counterclaim.resources import schema_path

ARTICLE = (
    "Convoy halted\n\nThe governor said shells fell on Orikhiv on Tuesday. At least 30 died.\n"
)
RECORD = """\
schema: counterclaim/1
article:
  id: 2023-03-14-convoy-halted-@SHORT
  sha256: @SHA
  file: a.txt
  title: Convoy halted
  published: '2023-03-14'
events:
- id: 2023-03-14-convoy-halted-@SHORT#01
  text: shells fell on Orikhiv
  spans: [[33, 55]]
  quotation: indirect
  stance: asserts
  source:
    name: Governor
    mention: {text: The governor, span: [15, 27]}
    kind: person
    side: ukraine
    cue: {text: said, span: [28, 32]}
  event:
    type: shelling
    degree: heavy
  places:
  - {name: Orikhiv, mention: Orikhiv, span: [48, 55], id: 'geonames:698625', lat: 47.5, lon: 35.8}
  time: {mention: on Tuesday, span: [56, 66], earliest: 2023-03-14, latest: 2023-03-14}
  quantities:
  - {what: dead, low: 30, mention: At least 30, span: [68, 79]}
"""


def record(*changes: str) -> str:
    sha = hashlib.sha256(ARTICLE.encode()).hexdigest()
    text = RECORD.replace("@SHORT", sha[:8]).replace("@SHA", sha)
    for change in changes:
        old, new = change.split(" => ")
        assert old in text, old
        text = text.replace(old, new.replace("\\n", "\n"))
    return text


def check(text: str, **options):
    options = {"known_place": "geonames:698625".__eq__, "article_text": ARTICLE} | options
    return check_text(text, "r.yaml", event_types=frozenset({"shelling", "attack"}), **options)


def test_a_good_record():
    assert check(record()) == []


def test_null_false_and_empty_are_as_good_as_absent():
    text = record(
        "  stance: asserts => "
        "  stance: asserts\\n  hedged: false\\n  review: {status: unreviewed, note: null}",
        "    side: ukraine => "
        "    side: ukraine\\n    role: null\\n    organisation:\\n    relay: []",
        "    degree: heavy => "
        "    degree: heavy\\n    initiator: null\\n    target: {name: x}\\n    cumulative: false",
    )
    assert check(text) == []


@pytest.mark.parametrize(
    ("change", "code", "line", "at", "message"),
    [
        ("  stance: asserts => ", "CC021", 9, "id:", "`stance` is missing in item 1 of `events`"),
        ("stance: a => stanse: a", "CC022", 13, "stanse", "`stanse` is not known"),
        ("stance: asserts => stance: assert", "CC024", 13, "assert", '`stance` cannot be "assert"'),
        ("quotation: indirect => quotation: null", "CC024", 12, "null", "cannot be null"),
        ("side: ukraine => side: Ukraine", "CC025", 18, "Ukraine", '"Ukraine"'),
        ("file: a.txt => file: 12", "CC023", 5, "12", "`file` is a number, not a text"),
        ("spans: [[33, 55]] => spans: []", "CC023", 11, "[]", "`spans` has 0 items"),
        (
            "spans: [[33, 55]] => spans: [[33]]",
            "CC023",
            11,
            "[33]",
            "item 1 of `spans` has 1 items",
        ),
        ("lat: 47.5 => lat: 147.5", "CC024", 24, "147.5", "`lat` is more than 90: 147.5"),
        ("degree: heavy => degree: [a]", "CC023", 22, "[a]", "`degree` is a list"),
        ("degree: heavy => Degree: heavy", "CC022", 22, "Degree", "`Degree` cannot be a key"),
        ("what: dead => what: ''", "CC024", 27, "''", "`what` is empty"),
        ("published: '2023-03-14' => published: 14 March", "CC025", 7, "14 M", "wrong form"),
        ("published: '2023-03-14' => published: 2023-02-30", "CC026", 7, "2023", "no 2023-02-30"),
        ("earliest: 2023-03-14 => earliest: 2023-00", "CC026", 25, "2023-00", "no 2023-00"),
        ("earliest: 2023-03-14 => earliest: 2023-04", "CC034", 25, "2023-04", "after latest"),
        ("spans: [[33, 55]] => spans: [[55, 33]]", "CC031", 11, "[55", "ends where it begins"),
        ("spans: [[33, 55]] => spans: [[33, 99]]", "CC031", 11, "[33", "after the article, at 86"),
        ("text: shells fell => text: missiles fell", "CC030", 10, "missiles", "“shells fell on"),
        ("span: [28, 32] => span: [27, 31]", "CC030", 19, "[27", "“ sai” there, not “said”"),
        ("span: [48, 55] => span: [48, 54]", "CC030", 24, "[48, 54]", "“Orikhi” there"),
        ("span: [68, 79] => span: [68, 78]", "CC030", 27, "[68", "“At least 3” there"),
        ("span: [56, 66] => span: [59, 66]", "CC030", 25, "[59", "“Tuesday” there"),
        (
            "stance: asserts => stance: asserts\\n  subject: {name: R, text: road, span: [56, 60]}",
            "CC030",
            14,
            "[56, 60]",
            "there, not “road”",
        ),
        ("geonames:698625 => geonames:1", "CC035", 24, "'geonames:1'", "geonames:1 (Orikhiv)"),
        ("type: shelling => type: sheling", "CC039", 21, "sheling", "sheling is not a predicate"),
        (
            "degree: heavy => degree: heavy\\n  also:\\n  - {type: atack, words: [33, 39]}",
            "CC039",
            24,
            "atack",
            "atack is not",
        ),
        (
            "degree: heavy => degree: heavy\\n  also:\\n  - {type: attack, words: [33, 99]}",
            "CC031",
            24,
            "[33, 99]",
            "after the article",
        ),
        ("kind: person => kind: narrator", "CC038", 17, "narrator", "has the kind narrator"),
        ("low: 30 => low: 30, high: 3", "CC037", 27, "{what", "gives 30, 3"),
        ("schema: counterclaim/1 => schema: c/2", "CC024", 1, "c/2", "`schema` cannot be"),
    ],
)
def test_one_mistake_one_problem_at_its_place(change, code, line, at, message):
    (problem,) = check(record(change))
    assert (problem.code, problem.line) == (code, line)
    assert problem.source_line[problem.column - 1 :].startswith(at)
    assert message in problem.message
    assert problem.hint


def test_advice():
    def hint(change):
        return check(record(change))[0].hint

    assert hint("stance: asserts => stance: assert") == "did you mean `asserts`?"
    assert hint("stance: asserts => stanse: asserts") == "did you mean `stance`?"
    assert hint("type: shelling => type: sheling") == "did you mean `shelling`?"
    assert hint("file: a.txt => file: 12") == "put it between quotation marks: '12'"
    assert hint("span: [28, 32] => span: [27, 31]") == "the words stand at [28, 32]"
    hedged = "stance: asserts => stance: asserts\\n  hedged: yes"
    assert hint(hedged) == "write true or false"


def test_ids():
    text = record()
    twice = text + text[text.index("- id:") :]
    (problem,) = check(twice)
    assert (problem.code, problem.line) == ("CC032", 28)
    (problem,) = check(record("#01 => x#01"))
    assert problem.code == "CC033"


def test_pieces_are_joined():
    good = record(
        "text: shells fell on => text: shells fell …", "[[33, 55]] => [[33, 44], [48, 55]]"
    )
    assert check(good) == []


def test_another_text():
    problems = check(record(), article_text=ARTICLE.replace("Convoy", "CONVOY"))
    assert [(p.code, p.line) for p in problems] == [("CC036", 4)]


def test_what_is_not_given_is_not_checked():
    text = record("span: [28, 32] => span: [27, 31]", "geonames:698625 => geonames:1")
    assert check(text, article_text=None, known_place=None) == []


def test_all_problems_are_told_sorted():
    problems = check(
        record(
            "stance: asserts => stance: assert",
            "file: a.txt => file: a.txt\\n  file: b.txt",
            "name: Governor => title: Governor",
            "span: [68, 79] => span: [68, 78]",
        )
    )
    assert [(p.code, p.line) for p in problems] == [
        ("CC011", 6),
        ("CC024", 14),
        ("CC021", 15),
        ("CC022", 16),
    ]


def test_no_record_at_all():
    (problem,) = check("just words")
    assert (problem.code, problem.message) == ("CC023", "the file is a text, not a mapping")
    (problem,) = check("")
    assert (problem.code, problem.message) == ("CC023", "the file is null, not a mapping")


def test_schema_and_model_agree():
    defs = json.loads(schema_path("records.schema.json").read_text())["$defs"]
    event = defs["event_record"]["properties"]
    assert tuple(event["stance"]["enum"]) == model.STANCES
    assert tuple(event["quotation"]["enum"]) == model.QUOTATIONS
    assert tuple(defs["source"]["properties"]["kind"]["enum"]) == model.SOURCE_KINDS
    assert tuple(defs["review"]["properties"]["status"]["enum"]) == model.REVIEW_STATES
    assert tuple(defs["place"]["properties"]["precision"]["enum"]) == (*model.PRECISIONS, None)
    assert tuple(defs["time"]["properties"]["precision"]["enum"]) == (*model.TIME_PRECISIONS, None)
    for name, record_type in [
        ("article", model.ArticleInfo),
        ("event_record", model.Claim),
        ("source", model.Source),
        ("relay", model.Relay),
        ("place", model.Place),
        ("time", model.Time),
        ("quantity", model.Quantity),
        ("review", model.Review),
        ("mention", model.Mention),
        ("actor", model.Actor),
    ]:
        assert set(defs[name]["properties"]) == set(record_type.__slots__), name


def test_the_schema_is_a_schema():
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(json.loads(schema_path("records.schema.json").read_text()))


def test_codes_are_in_order():
    assert list(CODES) == sorted(CODES)
