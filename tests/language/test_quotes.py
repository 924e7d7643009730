"""Quotations: the text, then the quotations it must give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.language.quotes import find_quotations


def quoted(text):
    """The words of each quotation; the pieces of one are joined by a bar."""
    return ["|".join(text[a:b] for a, b in q.pieces) for q in find_quotations(text)]


def scare(text):
    return [text[q.start : q.end] for q in find_quotations(text) if q.scare]


MARKS = {
    "curly": "“We held,” he said.",
    "straight": '"We held," he said.',
    "single curly": "‘We held,’ he said.",
    "single straight": "'We held,' he said.",
    "two apostrophes": "''We held,'' he said.",
    "backticks": "``We held,'' he said.",
    "doubled curly": "‘‘We held,’’ he said.",
    "low and high": "„We held,“ he said.",
    "two commas": ",,We held,'' he said.",
    "guillemets": "«We held,» he said.",
    "guillemets with blanks": "« We held, » he said.",
    "guillemets turned round": "»We held,« he said.",
    "closing marks on both sides": "”We held,” he said.",
    "opening marks on both sides": "“We held,“ he said.",
    "curly, then straight": '“We held," he said.',
    "straight, then curly": '"We held,” he said.',
    "apostrophes, then straight": "''We held,\" he said.",
    "closed by a single mark": "“We held,’ he said.",
    "blanks inside": "“ We held, ” he said.",
    "blank on the wrong side": '"We held, "he said.',
    "no blank behind": '"We held,"he said.',
    "no blank in front": 'He said:"We held," and left.',
}


@pytest.mark.parametrize("text", MARKS.values(), ids=MARKS)
def test_kinds_of_marks(text):
    assert quoted(text) == ["We held,"]


APOSTROPHES = {
    "The soldiers' camp and the mayor's office were empty.": [],
    "The soldiers’ camp and the mayor’s office were empty.": [],
    "In the ’90s and '80s the rock 'n' roll boys’ club met.": [],
    "'Tis over, said the boys' mother.": [],
    "He is 6'2\" and she 5'11\".": [],
    "The soldiers' camp was 'hit hard', the mayor's office said.": ["hit hard"],
    "'We held the soldiers' camp,' he said. 'They left.'": [
        "We held the soldiers' camp,",
        "They left.",
    ],
    "‘The gunners’ wives left.’ The rest of the boys’ class stayed.": ["The gunners’ wives left."],
    "The ‘heroes’ of the boys’ town, she said.": ["heroes"],
    "He said: 'It's ours', and he'd left.": ["It's ours"],
    "‘We don’t know who’s there,’ he said.": ["We don’t know who’s there,"],
}


@pytest.mark.parametrize(("text", "expected"), APOSTROPHES.items(), ids=APOSTROPHES)
def test_apostrophes_neither_open_nor_close(text, expected):
    assert quoted(text) == expected


NESTED = {
    "“He told me ‘go’ and left,” she said.": ["go"],
    "‘He told me “go” and left,’ she said.": ["go"],
    '"He told me "go" and left," she said.': ["go"],
    "\"'Go,' he told me,\" she said.": ["Go,"],
    "“He said, ‘Go.’” She wept.": ["Go."],
    "«He said “go”,» she wrote.": ["go"],
}


@pytest.mark.parametrize(("text", "inner"), NESTED.items(), ids=NESTED)
def test_the_outer_quotation_is_reported_and_holds_the_inner_one(text, inner):
    (outer,) = find_quotations(text)
    assert outer.start == 0
    assert ["|".join(text[a:b] for a, b in q.pieces) for q in outer.inner] == inner
    assert all(outer.start < q.start < q.end < outer.end for q in outer.inner)


def test_an_interrupted_quotation_is_two():
    text = "“We held,” he said, “but the town burned.” Nobody wept."
    assert quoted(text) == ["We held,", "but the town burned."]


def test_brackets_and_dots_stay_inside():
    text = "He said “(…) we [the army] hold (…)” and “... no more.”"
    assert quoted(text) == ["(…) we [the army] hold (…)", "... no more."]


def test_a_quotation_of_several_paragraphs_is_one():
    text = "“We held.\n\n“They left.\n\n“It burned,” he said. “Nobody wept.”"
    first, _ = find_quotations(text)
    assert [text[a:b] for a, b in first.pieces] == ["We held.", "They left.", "It burned,"]
    assert first.closed
    assert quoted(text)[1] == "Nobody wept."


def test_several_paragraphs_in_single_marks():
    assert quoted("'We held.\n\n'They left,' he said.") == ["We held.|They left,"]
    assert quoted("‘We held.\n\n‘They left,’ he said.") == ["We held.|They left,"]


def test_a_second_paragraph_may_come_without_an_opening_mark():
    assert quoted("“We held.\n\nThey left us there,” he said.") == ["We held.|They left us there,"]


def test_several_paragraphs_that_lost_their_line_breaks():
    text = "He said: “We held. “They left. “It burned.” Nobody wept."
    assert quoted(text) == ["We held.|They left.|It burned."]


def test_straight_marks_that_all_have_their_blank_in_front():
    text = 'He said, "We held. "The mayor left. "We wait for bread. "It rained. "Go," he said.'
    assert quoted(text) == ["We held.", "We wait for bread.", "Go,"]


def test_a_credit_below_a_quotation_in_a_box_is_not_spoken():
    text = '"We held the bridge.\nOlena Bondar, mayor of Balta."\n\nIt rained.'
    (quotation,) = find_quotations(text)
    assert quoted(text) == ["We held the bridge."]
    assert quotation.closed


OPEN = {
    "She said: “We hold the town.\n\nIt rained.": ["We hold the town."],
    "“We hold the town, he said. “They left,” she said.": ["We hold the town,", "They left,"],
    "“We hold the town, said the mayor.\n\nIt rained.": ["We hold the town,"],
    "He said “yes.\n\nThe ”other“ day it rained.": ["yes.", "other"],
}


@pytest.mark.parametrize(("text", "expected"), OPEN.items(), ids=OPEN)
def test_a_missing_mark_costs_at_most_its_paragraph(text, expected):
    assert quoted(text) == expected
    assert not find_quotations(text)[0].closed


@pytest.mark.parametrize(
    "text",
    ['width="80" height="90"', "“”", '"', "It is ” lost.", 'She left."', "''''", "‘ ’", "« »"],
)
def test_marks_without_words_are_no_quotations(text):
    assert find_quotations(text) == []


def test_speech_that_a_dash_opens():
    text = "— We held, — said the mayor. — They left.\n— A list item\n- It burned, - he added."
    found = find_quotations(text)
    assert quoted(text) == ["We held,", "They left.", "It burned,"]
    assert {q.kind for q in found} == {"dash"}
    assert [text[q.start] for q in found] == ["—", "—", "-"]


NAMES = [
    "the so-called ‘republic’ fell",
    "the self-proclaimed “people’s council”",
    'Yevgen "Zhenya" Petrenko left',
    "He led Operation “Iron Wall” himself",
    "He led an operation dubbed “Iron Wall” there",
    "the 'Centre' troop grouping took it",
    'a "Sich" battalion left',
    "They sang the song “Red Guelder Rose,” and left",
    "We read “The Art of Siege” at school",
    "She spoke on “The Evening Show.”",
    "fighters known as “ghosts” came",
]


@pytest.mark.parametrize("text", NAMES)
def test_names_titles_and_so_called_things(text):
    assert len(scare(text)) == 1


SPOKEN = [
    "It is “on the rise”, he said.",
    "They drove “deep” into the lines.",
    'A "severe nuclear accident" could occur.',
    "“Fire,” he said. “Run.”",
    "He said “Yes” to that.",
    "The operation was dubbed “a mistake” by all.",
    "Mayor Says “Crime Wave” Hits Balta Market",
    "The “special military operation” goes on.",
    "He asked “Why Balta?” and left.",
]


@pytest.mark.parametrize("text", SPOKEN)
def test_words_that_may_be_spoken_are_no_names(text):
    assert find_quotations(text)
    assert scare(text) == []


def test_what_is_known_of_a_quotation():
    text = "He left. “We held the bridge,” she said, and called it “a miracle”."
    speech, fragment = find_quotations(text)
    assert (speech.words, speech.complete) == (4, True)
    assert (fragment.words, fragment.complete) == (2, False)


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("‘We held on there’, he said.", True),
        ("‘We held’, he said.", False),
        ("He said “we held.”", False),
        ("She said “We held” and left.", False),
        ("She said, “12 men died.”", True),
        ("In Balta she said “Twelve men died.”", False),
        ("“He said, ‘Go.’” She wept.", True),
    ],
)
def test_complete_words_open_with_a_capital_behind_a_mark_and_end_like_a_clause(text, complete):
    assert find_quotations(text)[0].complete is complete


COPY = st.text(alphabet="Abs ,.\"'“”‘’„«»`—-(\n", max_size=150)


@settings(derandomize=True, deadline=None, max_examples=600)
@given(COPY)
def test_whatever_the_marks_the_spans_are_sound(text):
    found = find_quotations(text)
    assert found == find_quotations(text)
    at = 0
    for q in found:
        assert at <= q.start < q.end <= len(text)
        at = q.end
        inside = q.start
        for a, b in q.pieces:
            assert inside <= a < b <= q.end
            assert text[a:b] == text[a:b].strip()
            inside = b
        assert q.words > 0
        assert all(q.start <= i.start < i.end <= q.end for i in q.inner)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(COPY.filter(lambda t: "\n" not in t))
def test_odd_marks_leave_the_paragraph_after_next_alone(text):
    tail = "\n\nIt rained.\n\n“We held,” he said."
    assert quoted(text + tail)[-1] == "We held,"


def test_a_flood_of_marks_is_read_in_one_pass():
    for flood in ('"' * 30000, "‘s’ " * 10000, "“a " * 10000, "“\n" * 10000, "'a\n" * 10000):
        assert all(q.end <= len(flood) for q in find_quotations(flood))
