"""Where two versions of a text differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text.differences import differences

OLD = "Four people died.\n\nThe harbour was shut, the master said.\n\nIt rained."


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (OLD, []),
        (OLD.replace("Four", "Five"), [("Four", "Five")]),
        (OLD.replace(", the master said", ""), [(", the master said", "")]),
        (OLD + "\n\nTugs came.", [("", "Tugs came.")]),
        (OLD.replace("It rained.", ""), [("It rained.", "")]),
        (OLD.replace("Four people", "Six children"), [("Four people", "Six children")]),
    ],
)
def test_changes_are_told_by_words(new, told):
    """What was changed within a paragraph is told word by word, whole paragraphs as such."""
    assert [(OLD[a:b], new[c:d]) for (a, b), (c, d) in differences(OLD, new)] == told


@given(st.text(alphabet="ab \n.", max_size=60), st.text(alphabet="ab \n.", max_size=60))
def test_the_new_text_is_the_old_one_with_the_changes(old, new):
    """Put in the place of the old words, the new ones give the new text, spaces aside."""
    pieces, at = [], 0
    for (a, b), (c, d) in differences(old, new):
        assert 0 <= a <= b <= len(old)
        assert 0 <= c <= d <= len(new)
        pieces += [old[at:a], new[c:d]]
        at = b
    assert "".join("".join([*pieces, old[at:]]).split()) == "".join(new.split())
