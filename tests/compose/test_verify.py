"""What to verify next."""

from variorum.compose.verify import MOST, verify_next
from variorum.model import Appearance, Caveat, Claim, Conflict, PrimarySource

ONE = (PrimarySource("e1", "Ina Bresk"),)


def claim(name, support, outlets=1, sources=(), conflicts=()):
    """Return a claim."""
    return Claim(name, "x", (Appearance("s1"),), ("a1",), outlets, outlets, sources, support, ("why",), conflicts)


def test_contested_comes_first_then_doubted_then_one_word():
    """The order is: contested, doubted in print, echoed, unattributed, single."""
    claims = [
        claim("c1", "single", 1, ONE),
        claim("c2", "unattributed", 3),
        claim("c3", "echoed", 3, ONE),
        claim("c4", "single", 1),
        claim("c5", "contested", 2, ONE, (Conflict("c1", "figure", "12 and 15"),)),
    ]
    doubt = Caveat("a1", 0, 3, "not", "could-not-verify", claims=("c4",))
    assert [v.claim for v in verify_next(claims, [doubt])] == ["c5", "c4", "c3", "c2", "c1"]


def test_more_outlets_come_before_fewer():
    """Within one kind, what more outlets rest on is more urgent."""
    claims = [claim("c1", "echoed", 2, ONE), claim("c2", "echoed", 5, ONE)]
    assert [v.claim for v in verify_next(claims, [])] == ["c2", "c1"]


def test_corroborated_needs_no_check():
    """A claim on two independent words that nobody doubts is not in the list."""
    assert verify_next([claim("c1", "corroborated", 2, ONE)], []) == ()


def test_the_list_is_short():
    """A desk gets at most a dozen."""
    assert len(verify_next([claim(f"c{n}", "single", 1, ONE) for n in range(40)], [])) == MOST


def test_a_claim_stands_once():
    """A claim with two reasons is listed once, for the more urgent one."""
    found = verify_next([claim("c1", "echoed", 2, ONE)], [Caveat("a1", 0, 3, "not", "denied", claims=("c1",))])
    assert [(v.claim, "doubted" in v.why) for v in found] == [("c1", True)]
