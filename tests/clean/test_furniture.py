"""Paragraphs that a page printed twice."""

from __future__ import annotations

import pytest

from variorum.clean.blocks import blocks_of
from variorum.clean.furniture import labelled

LONG = "The harbour office of Torvel closed both piers on Monday after the ferry ran onto rocks in fog."
SHORT = "Nobody was hurt, a spokeswoman for the coast guard said on the radio later that evening."


@pytest.mark.parametrize("copy", [LONG, LONG.upper(), f"{'* ' * 40}{LONG}", LONG.replace(" ", "  ")])
def test_a_copy_is_known_by_its_letters(copy):
    """The second of two paragraphs with the same letters is the page's, whatever marks and gaps it has."""
    assert labelled(blocks_of(f"{LONG}\n\n{SHORT}\n\n{copy}\n")) == {2: "metadata"}


def test_paragraphs_that_only_begin_alike_stay():
    """What goes on in other words is no copy, and what stands there three times is a form."""
    assert labelled(blocks_of(f"{LONG}\n\n{SHORT}\n\n{LONG[:-1]} and rain.\n")) == {}
    assert labelled(blocks_of(f"{LONG}\n\n{LONG}\n\n{SHORT}\n\n{LONG}\n")) == {}
