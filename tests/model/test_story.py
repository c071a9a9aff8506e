"""The reason for an assignment in one line."""

import pytest

from variorum.model import Assignment, Ties


def test_names_all_that_is_shared():
    """Each kind is counted and its weightiest named; words are only counted."""
    ties = Ties(names=("Bronn", "Kelun", "Tide", "Sallis"), figures=("212",), words=9, apart=0.125)
    assert str(ties) == "4 shared names (Bronn, Kelun, Tide, …), 1 shared figure (212), 9 shared words, 3 hours apart"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (None, "time apart unknown"),
        (0.0, "within the story's time"),
        (1 / 24, "1 hour apart"),
        (1.5, "36 hours apart"),
        (3.2, "3 days apart"),
    ],
)
def test_tells_the_time_apart(days, told):
    """Hours up to two days, then days; an unknown time is said to be unknown."""
    assert str(Ties(apart=days)) == told


def test_an_opened_story_has_its_own_reason():
    """The first report joined nothing."""
    assert Assignment("a1", 1, opened=True, score=0.0, ties=Ties()).why == "first report of its story"
    assert Assignment("a2", 1, opened=False, score=0.4, ties=Ties(words=2)).why.startswith("2 shared words")
