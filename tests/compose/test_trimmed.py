"""What an outlet left out of the copy that it printed."""

import pytest

from build import article
from variorum.compose.trimmed import trimmed
from variorum.model import Claim, Reuse

FULL = article("The dam at Orrin broke.\n\nNobody was hurt.", name="a1")
CUT = article("The dam at Orrin broke.", name="a2")
CLAIMS = [Claim("c1", "x", (), ("a1", "a2"), 2, 1, (), "echoed"), Claim("c2", "x", (), ("a1",), 1, 1, (), "single")]


@pytest.mark.parametrize(
    ("kind", "shorter", "left_out"),
    [("agency-copy", "a2", ("c2",)), ("update", "a2", ("c2",)), ("shared-passages", None, ())],
)
def test_what_the_fuller_print_has_alone_is_left_out(kind, shorter, left_out):
    """Of two prints of one copy, the claims of the fuller that the shorter lacks; two rewrites are no print."""
    (pair,) = trimmed([Reuse(("a1", "a2"), kind, None, 0.9)], [FULL, CUT], CLAIMS)
    assert (pair.shorter, pair.left_out) == (shorter, left_out)


def test_prints_of_one_length_left_out_nothing():
    """Where neither is the fuller one nothing is said to be left out."""
    (pair,) = trimmed([Reuse(("a1", "a2"), "update", None, 1.0)], [FULL, article(FULL.text, name="a2")], CLAIMS)
    assert (pair.shorter, pair.left_out) == (None, ())
