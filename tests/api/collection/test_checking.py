"""Whether the words of a story's account stand in what was captured."""

from __future__ import annotations

from dataclasses import replace

from variorum.api.collection.checking import check_story
from variorum.model import Fields


def test_every_quoted_place_is_read_again(opened):
    """All of an account is found in the captures that it was made from."""
    found = check_story(opened, "st1")
    assert found.good == found.total > 0
    assert found.problems == ()


def test_what_reads_otherwise_is_told(opened, monkeypatch):
    """Words that moved count as not found; a capture that can no longer be read is a problem."""
    whole, capture = check_story(opened, "st1"), opened.capture

    def changed(article):
        found = capture(article)
        left = replace(found.fields, text=f"By now. {found.fields.text}") if article == "a1" else Fields()
        return replace(found, fields=left)

    monkeypatch.setattr(opened, "capture", changed)
    found = check_story(opened, "st1")
    assert found.total == whole.total
    assert found.good < whole.good
    assert [(problem.path, problem.code) for problem in found.problems] == [("a2", "changed")]
