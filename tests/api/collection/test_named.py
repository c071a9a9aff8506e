"""What a name that leads to nothing is told as."""

from __future__ import annotations

import pytest

from variorum.errors import UsageError


@pytest.mark.parametrize("name", ["st9", "9", "x", "st", "st-1", "st1.5", "st99999999999999999999"])
def test_a_story_that_is_not_there(opened, name):
    """It is told by name."""
    with pytest.raises(UsageError, match=name):
        opened.story(name)


@pytest.mark.parametrize("ask", ["article", "capture", "versions"])
@pytest.mark.parametrize("name", ["a9", "9", "st1", "a"])
def test_an_article_that_is_not_there(opened, ask, name):
    """Whatever is asked of it, it is told by name."""
    with pytest.raises(UsageError, match=name):
        getattr(opened, ask)(name)
