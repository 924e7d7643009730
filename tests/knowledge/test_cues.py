"""Reporting verbs, nouns and phrases with the stance they carry; hedges in running text."""

from __future__ import annotations

import pytest

from counterclaim.knowledge.cues import load_cues
from counterclaim.records.model import STANCES

CUES = load_cues()


def hedged(text: str) -> list[str]:
    return [text[start:end] for start, end in CUES.hedges(text)]


@pytest.mark.parametrize(
    ("lemma", "stance"),
    [
        ("say", "asserts"),
        ("claim", "asserts"),
        ("confirm", "confirms"),
        ("concede", "confirms"),
        ("deny", "denies"),
        ("reject", "denies"),
        ("doubt", "doubts"),
        ("vow", "intends"),
        ("threaten", "intends"),
        ("predict", "predicts"),
        ("expect", "predicts"),
        ("demand", "demands"),
        ("urge", "demands"),
    ],
)
def test_verbs_carry_a_stance(lemma: str, stance: str) -> None:
    cue = CUES.verb(lemma)
    assert cue is not None
    assert cue.stance == stance


def test_one_verb_may_carry_another_stance_in_another_frame() -> None:
    call = CUES.verb("call")
    assert call is not None
    assert (call.stance_in("obj"), call.stance_in("for")) == ("asserts", "demands")


@pytest.mark.parametrize(
    ("lemma", "frame"),
    [
        ("say", "quote"),
        ("claim", "obj"),
        ("claim", "xcomp"),
        ("note", "obj"),
        ("accuse", "of"),
        ("warn", "of"),
        ("call", "for"),
        ("describe", "as"),
        ("condemn", "as"),
        ("tell", "addressee"),
        ("inform", "addressee"),
    ],
)
def test_verbs_take_frames(lemma: str, frame: str) -> None:
    cue = CUES.verb(lemma)
    assert cue is not None
    assert frame in cue.frames


def test_thoughts_documents_and_hedging_verbs_are_marked() -> None:
    believe, show, suggest, confirm = map(CUES.verb, ("believe", "show", "suggest", "confirm"))
    assert believe is not None
    assert not believe.speech
    assert show is not None
    assert show.documents
    assert suggest is not None
    assert suggest.hedged
    assert confirm is not None
    assert confirm.negated == "doubts"


def test_particles_make_verbs_of_their_own() -> None:
    rule_out, tell_off = CUES.verb("rule", "out"), CUES.verb("tell", "off")
    assert rule_out is not None
    assert rule_out.stance == "denies"
    assert tell_off is not None
    assert tell_off.lemma == "tell"
    assert CUES.verb("point") is not None
    assert CUES.verb("eat") is None


def test_lemmas_that_lost_or_gained_an_e_are_found() -> None:
    assert [cue.lemma for cue in map(CUES.verb, ("insiste", "derid", "continued")) if cue] == [
        "insist",
        "deride",
        "continue",
    ]


def test_nouns_adjectives_and_prepositions() -> None:
    denial, report, sceptical = (
        CUES.noun("denial"),
        CUES.noun("report"),
        CUES.adjective("sceptical"),
    )
    assert denial is not None
    assert denial.stance == "denies"
    assert report is not None
    assert report.document
    assert sceptical is not None
    assert sceptical.stance == "doubts"
    assert {"according to", "citing", "per", "in the words of"} <= set(CUES.prepositions)
    assert CUES.noun("bridge") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bridge may have been hit.", ["may have"]),
        ("It was reportedly empty.", ["reportedly"]),
        ("He is believed to be hiding there.", ["is believed to"]),
        ("There were reports of an explosion.", ["There were reports of"]),
        ("Unconfirmed reports of looting spread.", ["Unconfirmed reports of"]),
        ("The convoy appears to have turned back.", ["appears to"]),
        ("It is likely that the garrison left.", ["It is likely that"]),
        ("A suspected drone fell.", ["suspected"]),
    ],
)
def test_hedges_are_found_with_their_words(text: str, found: list[str]) -> None:
    assert hedged(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "In May the town fell.",
        "On May 5 they left.",
        "The military might of the fleet was shown.",
        "Shots could be heard.",
        "They could not reach the bridge.",
        "She appeared on television.",
    ],
)
def test_months_strength_and_ability_are_no_hedges(text: str) -> None:
    assert hedged(text) == []


def test_hedges_have_a_scope() -> None:
    text = "A suspected mine reportedly went off amid rumours."
    assert [(h.text, h.scope) for h in CUES.find_hedges(text)] == [
        ("suspected", "phrase"),
        ("reportedly", "clause"),
        ("rumours", "source"),
    ]


def test_there_are_many_cues_and_all_have_known_stances() -> None:
    assert len(CUES.verbs) >= 180
    used = {cue.stance for cue in (*CUES.verbs, *CUES.nouns)}
    used |= {stance for cue in CUES.verbs for _, stance in cue.stances}
    assert used <= set(STANCES)
