"""What stands where: the same as asking every thing."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language.span_index import SpanIndex, inside, touching

SPANS = st.tuples(st.integers(0, 3000), st.integers(1, 1500)).map(lambda s: (s[0], s[0] + s[1]))


@dataclass(frozen=True)
class Thing:
    start: int
    end: int


@given(st.lists(st.lists(SPANS, max_size=3), max_size=30), SPANS)
def test_the_index_finds_what_shares_a_code_point(things, asked):
    near = [t for t in things if any(a < asked[1] and asked[0] < b for a, b in t)]
    assert SpanIndex(things, lambda spans: spans).touching(asked) == near


@given(st.lists(SPANS, max_size=30), st.lists(SPANS, max_size=3))
def test_inside_gives_what_lies_within_one_of_the_spans(spans, asked):
    things = [Thing(*span) for span in sorted(spans)]
    within = [t for t in things if any(a <= t.start and t.end <= b for a, b in asked)]
    assert inside(things, asked) == within


@given(st.lists(st.integers(0, 500), unique=True, max_size=40), SPANS)
def test_touching_gives_what_overlaps_among_things_apart(edges, asked):
    things = [Thing(a, b) for a, b in zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False)]
    near = [t for t in things if t.start < asked[1] and asked[0] < t.end]
    assert list(touching(things, *asked)) == near
