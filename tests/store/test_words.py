"""What a person types becomes a query, and the words are found again in the texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.store.words import phrases, places


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ferry rocks", ['"ferry"', '"rocks"']),
        ('"harbour master" Bronn', ['"harbour master"', '"Bronn"']),
        ("resc* boat", ['"resc"*', '"boat"']),
        ('an "open phrase', ['"an"', '"open phrase"']),
        ('- * "" AND', ['"AND"']),
        ("", []),
    ],
)
def test_words_and_phrases(typed, found):
    """Quotation marks keep words together, a star makes a beginning, signs alone are nothing."""
    assert phrases(typed) == found


def test_places_are_where_the_words_stand():
    """Endings aside, accents aside, any of the words."""
    text = "They rescued the Élan; a rescue, rescuing."
    assert [text[a:b] for a, b in places([text], "rescue elan")[0]] == ["rescued", "Élan", "rescue", "rescuing"]


def test_places_in_several_texts():
    """Each text has its own; one without the words has none."""
    assert places(["a ferry", "none here", "ferry ferry"], "ferry") == [[(2, 7)], [], [(0, 5), (6, 11)]]


@given(st.text(max_size=80), st.text(max_size=20))
def test_any_text_and_any_words(text, words):
    """Places lie within the text, whatever stands in it, also our own marks."""
    for start, end in places([text + "\ue0f0 ferry \ue0f1"], words)[0]:
        assert 0 <= start < end <= len(text) + 9
