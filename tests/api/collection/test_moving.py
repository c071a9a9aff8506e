"""Stories that a person merges or splits."""

from __future__ import annotations

import pytest

from desk import REPORTS, desk, lines, record
from variorum import Collection
from variorum.errors import UsageError


def test_merging_and_taking_back(opened, tmp_path):
    """Merged stories are one, and take what fits either; undo parts them again."""
    made = opened.decide("merge", "st1", "st3")
    assert (made.id, made.undone) == ("d1", False)
    assert [one.id for one in opened.story("st1").articles] == ["a1", "a2", "a5"]
    with pytest.raises(UsageError, match="st3"):
        opened.story("st3")
    later = record("post", "Silver Gull in port", "2031-05-21", REPORTS[4][3] + " Tugs left.")
    assert opened.add([lines(tmp_path / "later.jsonl", [later])]).new == ("a6",)
    assert "a6" in [one.id for one in opened.story("st1").articles]
    assert [one.decision.verb for one in opened.decisions()] == ["merge"]
    opened.decide("undo", "d1")
    assert [one.id for one in opened.story("st3").articles] == ["a5"]
    assert opened.decisions() == ()


def test_splitting_and_taking_back(opened):
    """Split articles are a story of their own; undo puts them back."""
    made = opened.decide("split", "st2", "a4")
    assert made.decision.stories == ("st2", "st4")
    assert [one.id for one in opened.story("st4").articles] == ["a4"]
    opened.decide("undo", made.id)
    assert [one.id for one in opened.story("st2").articles] == ["a3", "a4"]


def test_decisions_hold_for_whoever_opens_the_file_next(tmp_path):
    """A merge is remembered by another program, which goes on from it."""
    with desk(tmp_path) as first:
        first.decide("merge", "st1", "st3")
    with Collection.open(tmp_path / "desk.variorum") as second:
        later = record("post", "Silver Gull in port", "2031-05-21", REPORTS[4][3] + " Tugs left.")
        second.add([lines(tmp_path / "later.jsonl", [later])])
        assert "a6" in [one.id for one in second.story("st1").articles]


def test_a_decision_is_listed_as_it_was_made(opened):
    """The stories stand in the order in which they were named, the articles by story."""
    made = opened.decide("merge", "st3", "st2", "st1")
    assert made.decision.stories == ("st3", "st2", "st1")
    assert made.decision.articles == ("a3", "a4", "a1", "a2")
    other = opened.decide("split", "st3", "a4", "a1")
    assert (other.decision.stories, other.decision.articles) == (("st3", "st4"), ("a1", "a4"))
    assert opened.decisions() == (made, other)


def test_what_was_moved_since_stays_where_it_is(opened):
    """Taking a merge back leaves alone what a later decision has put elsewhere."""
    merged = opened.decide("merge", "st1", "st3", "st2")
    opened.decide("split", "st1", "a5", "a3")
    opened.decide("undo", merged.id)
    assert {story.id: [one.id for one in story.articles] for story in opened.stories()} == {
        "st1": ["a1", "a2"],
        "st2": ["a4"],
        "st4": ["a3", "a5"],
    }
