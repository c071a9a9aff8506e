"""Titles of other stories amid a report."""

from __future__ import annotations

import pytest

from variorum.clean.blocks import blocks_of
from variorum.clean.teasers import capitals

SENTENCES = (
    "The harbour office of Torvel closed both piers on Monday.",
    "Nobody was hurt, a spokeswoman for the coast guard said.",
    "Divers will look at the hull tomorrow.",
    "The owner was not reached.",
    "Both piers open again on Friday.",
)


def _around(line):
    above, *below = SENTENCES
    return capitals(blocks_of("\n\n".join([above, line, *below])), {})


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("HARBOUR MASTER OF TORVEL STEPS DOWN", {1: "related"}),
        ("Torvel Harbour Master Steps Down After Storm", {1: "related"}),
        ("Torvel Ferry: 'Nobody Told Us,' Says Harbour Master", {1: "related"}),
        ("Torvel harbour master steps down after storm", {}),
        ("What Divers Found", {}),
        ("Torvel Harbour Master Steps Down After Storm.", {}),
        ("Monday, 9:10 a.m.: Divers Look Under Both Piers", {}),
    ],
)
def test_titles_amid_sentences(line, want):
    """Capitals, or title case throughout, and more words than a heading has; never a sentence, nor a running entry."""
    assert _around(line) == want


def test_a_report_with_many_such_lines_has_its_own():
    """Where every third line and more is a title, they are the report's headings."""
    lines = [line for one in SENTENCES for line in (one, "Torvel Harbour Master Steps Down After Storm")]
    assert capitals(blocks_of("\n\n".join([*lines, SENTENCES[0]])), {}) == {}


def test_a_title_needs_a_sentence_on_each_side():
    """Lines of a list or a poem stand beside lines of their kind."""
    assert _around("The Night the Water Rose\n\nTorvel Harbour Master Steps Down After Storm") == {}
