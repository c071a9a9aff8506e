"""What to read first."""

from build import article
from variorum.compose.first import read_first
from variorum.model import Claim


def claim(name, *articles):
    """Return a claim of one outlet an article."""
    return Claim(name, "x", (), articles, len(articles), 1, (), "single")


REPORTS = [article("One.", name=f"a{n}") for n in (1, 2, 3)]


def test_the_fewest_reports_that_hold_what_several_carry():
    """A claim of one outlet asks for no report; those of several are all held."""
    claims = [claim("c1", "a1", "a3"), claim("c2", "a2", "a3"), claim("c3", "a1", "a2"), claim("c4", "a2")]
    assert read_first(REPORTS, claims) == ("a1", "a2")


def test_nothing_shared_is_nothing_to_read_first():
    """Where no claim is of several outlets there is nothing to choose."""
    assert read_first(REPORTS, [claim("c1", "a1"), claim("c2", "a2")]) == ()
