"""Places in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model import Excerpt, Span, excerpt

SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda p: Span(min(p), max(p)))


@given(st.text(max_size=60), SPANS)
def test_an_excerpt_is_what_stands_there(text, span):
    """Words and places always belong together."""
    start, end = min(span.start, len(text)), min(span.end, len(text))
    assert excerpt(text, start, end).text == text[start:end]


@given(SPANS, SPANS)
def test_overlap_is_symmetric_and_follows_from_cover(a, b):
    """If one covers the other and is not empty, they overlap; overlap has no direction."""
    assert a.overlaps(b) == b.overlaps(a)
    assert not (a.covers(b) and len(b)) or a.overlaps(b)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_impossible_places_are_refused(start, end):
    """No place begins before the text or ends before it begins."""
    with pytest.raises(ValueError, match="no such place"):
        Span(start, end)


def test_words_of_another_length_are_refused():
    """Words that cannot stand at their place are refused."""
    with pytest.raises(ValueError, match="no such words"):
        Excerpt(0, 3, "four")
