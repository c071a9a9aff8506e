"""What joined a passage to the others of its claim."""

from __future__ import annotations

import time

import pytest

from told import entity, figure, said
from variorum.model import Anchor, Decision
from variorum.relate.grouping.joining import Joining, worded
from variorum.relate.propositions.taking import Proposition

TELLER = Anchor("a.txt", "0" * 12, 0, 1, "x")
MADE = Decision("d4", "same", (TELLER, TELLER))
PEOPLE = {"e1": entity("Ida Roe")}


def proposition(order, *words, figures=(), statement=None):
    """Return a proposition of the words in a statement of its own."""
    one = said(" ".join(words) or "x", article=f"a{order}", name=statement or f"s{order}")
    none = frozenset()
    return Proposition(
        one, one.content, one.text, order, frozenset(words), none, "", none, none, none, tuple(figures), False
    )


@pytest.mark.parametrize(
    ("joining", "told"),
    [
        (Joining({(0, 1): 0.714}), "alike 0.71 to s1: both have Ida Roe, sink, tug"),
        (Joining({(0, 1): 0.3}, figures={(0, 1)}), "same figure as s1: sunk “9” and “nine boats”"),
        (Joining({(0, 1): 1.0}, {(0, 1)}, {(0, 1)}), "same utterance as s1"),
        (Joining({}, {(0, 1)}, {(0, 1)}, {(0, 1): MADE}), "decision d4: the same as s1"),
    ],
)
def test_the_first_rule_that_holds_is_told(joining, told):
    """A decision tells more than one utterance, that more than a figure, that more than words."""
    a = proposition(0, "tug", "sink", "e:e1", "rain", figures=[figure("9", 9, 9, measure="sunk")])
    b = proposition(1, "tug", "sink", "e:e1", "storm", figures=[figure("nine boats", 9, 9, measure="sunk")])
    assert worded(joining.links([[a, b]])[0], PEOPLE) == told


def test_words_that_share_nothing_were_joined_by_meaning():
    """Where no word is shared, it is said so; a country is named, not coded."""
    a, b = proposition(0, "ship", "country:FR"), proposition(1, "vessel", "country:FR")
    assert worded(Joining({(0, 1): 0.6}).links([[a, b]])[0], {}).endswith("both have France")
    c = proposition(1, "vessel")
    assert worded(Joining({(0, 1): 0.6}).links([[a, c]])[0], {}).endswith("by meaning alone")


def test_the_strongest_tie_is_given():
    """Of several ties the strongest is told, of equal ones that to the first passage; both ends have theirs."""
    a, b, c = (proposition(n, "tug") for n in range(3))
    links = Joining({(0, 1): 0.5, (0, 2): 0.7, (1, 2): 0.5}).links([[a, b, c]])
    assert {n: link.other.order for n, link in links.items()} == {0: 2, 1: 0, 2: 0}


def test_what_stands_alone_has_no_tie():
    """A passage alone, or beside its own statement's other clauses only, was joined with nothing."""
    one, other = proposition(0, "tug", statement="s9"), proposition(1, "pier", statement="s9")
    assert Joining({(0, 1): 0.9}).links([[one, other], [proposition(2)]]) == {}


def test_many_passages_take_little_time():
    """A claim that 400 reports carry is told in well under a second."""
    group = [proposition(n, "tug") for n in range(400)]
    begun = time.process_time()
    assert len(Joining({(0, n): 0.5 for n in range(1, 400)}).links([group])) == 400
    assert time.process_time() - begun < 1
