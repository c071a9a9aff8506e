"""The stories as they are listed, by what is asked."""

from __future__ import annotations

import json

import pytest

from desk import lines, many, record
from variorum.errors import UsageError


def test_the_story_that_grew_last_comes_first(opened):
    """Stories are listed by their last arrival; `limit` and `offset` cut the list."""
    assert [story.id for story in opened.stories()] == ["st3", "st2", "st1"]
    assert [story.id for story in opened.stories(limit=1, offset=1)] == ["st2"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"outlet": "the herald"}, {"st1", "st3"}),
        ({"outlet": "Nobody"}, set()),
        ({"since": "2031-05-15"}, {"st2", "st3"}),
        ({"until": "2031-05-14"}, {"st1"}),
        ({"since": "2031-05-15", "until": "2031-05"}, {"st2", "st3"}),
        ({"since": "2031-05-16", "until": "2031-05-20"}, set()),
        ({"words": "governor"}, {"st2"}),
        ({"words": "ferry", "since": "2031-05-20"}, {"st3"}),
        ({"quiet": True}, set()),
        ({"quiet": False}, {"st1", "st2", "st3"}),
    ],
)
def test_stories_are_found_by_what_is_asked(opened, asked, found):
    """Each filter keeps the stories of which one article has it; the days are included."""
    assert {story.id for story in opened.stories(**asked)} == found


def test_a_day_that_is_none_is_wrong_usage(opened):
    """A word for a day is told, not taken for no filter."""
    with pytest.raises(UsageError, match="yesterday"):
        opened.stories(since="yesterday")


def test_json_of_stories_has_the_keys_of_the_contract(opened):
    """`story`, `title` and `articles` with six keys, as programs expect them."""
    from variorum.model.collection import StoryEntry
    from variorum.render.collection import told_of

    rows = json.loads(told_of(StoryEntry, opened.stories(), "json"))
    assert list(rows[0])[:3] == ["story", "title", "articles"]
    assert {"id", "url", "path", "outlet", "published", "joined_because"} <= set(rows[0]["articles"][0])
    assert json.loads(told_of(StoryEntry, [], "json")) == []


def test_quiet_is_told_by_the_collection_itself(opened, tmp_path):
    """A story is quiet when others are a month younger; one page with a date of the far future makes none quiet."""
    later = [
        record("post", f"Fair at Kelun {n}", "2031-07-01", f"The fair number {n} opened at Kelun.") for n in range(3)
    ]
    far = [record("times", "Bridge planned", "2099-01-01", "A bridge is planned over the Dool, the mayor said.")]
    opened.add([lines(tmp_path / "far.jsonl", far)])
    assert opened.stories(quiet=True) == ()
    opened.add([lines(tmp_path / "many.jsonl", [{**one, "date": "2031-05-20"} for one in many(90)])])
    assert {"st1", "st2", "st3"} & {story.id for story in opened.stories(quiet=True)} == set()
    opened.add([lines(tmp_path / "later.jsonl", [{**one, "date": "2031-07-01"} for one in many(200, seed=2)] + later)])
    assert {"st1", "st2", "st3"} <= {story.id for story in opened.stories(quiet=True)}
    assert all(story.quiet for story in opened.stories(quiet=True))
    assert not any(story.quiet for story in opened.stories(quiet=False))
