"""The names of what a collection holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.errors import UsageError
from variorum.model.naming import ARTICLE, DECISION, STORY

KINDS = st.sampled_from([ARTICLE, STORY, DECISION])
NUMBERS = st.integers(0, 10**17)


@given(KINDS, NUMBERS)
def test_a_name_leads_back_to_its_number(kind, number):
    """Any number, and the bare number is understood, too."""
    assert kind.number(kind.name(number)) == kind.number(str(number)) == number


@pytest.mark.parametrize("name", ["", "st", "x1", "st-1", "st1.5", "st 1", "st²", "stst1", "a1", "st" + "9" * 19])
def test_what_is_no_name_is_told(name):
    """Of another kind, no number, or a larger one than can be: the message has the words that were given."""
    with pytest.raises(UsageError) as caught:
        STORY.number(name)
    assert repr(name) in str(caught.value)
    assert "st1, st2" in str(caught.value)
