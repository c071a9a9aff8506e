"""What a collection tells, as text and as JSON."""

from __future__ import annotations

import json

import pytest

from variorum.model import Excerpt, Member, Span
from variorum.model.collection import Added, Hit, Reprint, Stats, StoryEntry
from variorum.render.collection import told_of

MEMBER = Member(
    "a1", "https://h.example/1", "1.txt", "The Herald", "2031-05-14T08:00", "first report of its story", "Ferry"
)
STORY = StoryEntry(
    "st1", "Ferry\x1b[31m", (MEMBER,), "2031-05-14", "2031-05-15", ("The Herald",), ("Norway",), ("st2",), True
)
HIT = Hit("a1", "st1", "Ferry", "The Herald", "2031-05-14", None, "1.txt", Excerpt(2, 7, "ferry"), (Span(2, 7),))
PAIR = Reprint(("a1", "a2"), ("st1", "st1"), ("The Herald", None), ("Ferry", None), "agency-copy", "VENA", 0.87)
STATS = Stats(1, 1, 1, 0, 1, 1, None, None, 0, 0, 0, 4096, 100)


def test_a_story_as_text():
    """Title, time, places, quiet, what may be the same, and each outlet with its reason; controls are made visible."""
    text = told_of(StoryEntry, [STORY], "text")
    assert text.startswith("1 story, 1 article\n")
    assert "2031-05-14 to 2031-05-15, Norway; quiet; perhaps one with st2" in text
    assert "(a1; 2031-05-14; first report of its" in text
    assert "\x1b" not in text


def test_a_story_as_json():
    """All fields, those of the contract first."""
    (row,) = json.loads(told_of(StoryEntry, [STORY], "json"))
    assert list(row) == ["story", "title", "articles", "first", "last", "outlets", "places", "proposed", "quiet"]


@pytest.mark.parametrize(
    ("kind", "one", "words"),
    [
        (Hit, HIT, "“ferry”"),
        (Reprint, PAIR, "87 %  agency copy, from VENA"),
        (Stats, STATS, "1 article in 1 story"),
        (Added, Added(("a1",), ("a2", "a3"), ("a4",)), "1 new, 1 changed, 2 known already"),
    ],
)
def test_everything_as_text_and_json(kind, one, words):
    """Each has both forms."""
    assert words in told_of(kind, [one], "text")
    assert json.loads(told_of(kind, [one], "json"))


@pytest.mark.parametrize("kind", [StoryEntry, Hit, Reprint])
def test_nothing_is_told_too(kind):
    """No story, hit or pair is a line and an empty list."""
    assert told_of(kind, [], "text").count("\n") == 1
    assert json.loads(told_of(kind, [], "json")) == []
