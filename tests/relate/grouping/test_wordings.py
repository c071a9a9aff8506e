"""Propositions in the same words, taken as one."""

from dataclasses import replace

from asserted import found_in
from variorum.model import NotCompared
from variorum.relate.grouping.wordings import Wordings, compared, nested, of_one_statement

FLOOD = "The flood killed four people in the valley."
RISK = "The dam may break tonight."


def test_prints_of_one_sentence_are_one_wording():
    """Three articles, two with the same sentence: two wordings, the first with two members."""
    wordings = Wordings(found_in(FLOOD, FLOOD, RISK))
    assert wordings.members == [[0, 1], [2]]
    assert wordings.sizes == [2, 1]
    assert wordings.firsts == [0, 2]
    assert wordings.places([0]) == (0, 1)


def test_another_number_is_another_wording():
    """Four and five are not taken as one, however alike the sentences."""
    assert len(Wordings(found_in(FLOOD, FLOOD.replace("four", "five"))).members) == 2


def test_what_people_decided_on_stays_single():
    """A place that a decision speaks of keeps its own wording."""
    assert Wordings(found_in(FLOOD, FLOOD), single={1}).members == [[0], [1]]


def test_figures_held_apart_make_two_wordings():
    """The same words about two places, whose figures were declined, are no one wording."""
    found = found_in(FLOOD, FLOOD)
    figures = [p.figures[0].id for p in found]
    declined = [NotCompared(tuple(figures), "another place")]
    assert len(Wordings(found, figures=compared([], declined)).members) == 2


def test_a_statement_that_repeats_itself_stays_two():
    """What one statement asserts twice is never one of its own two."""
    found = found_in(FLOOD)
    assert len(Wordings([found[0], found[0]]).members) == 2


def test_shares_of_pairs():
    """A pair of wordings counts by how many of its pairs of places were named."""
    wordings = Wordings(found_in(FLOOD, FLOOD, RISK))
    assert wordings.share([(0, 2)]) == {(0, 1): 0.5}
    assert wordings.lifted([(1, 2), (0, 1)]) == {(0, 1)}


def test_pairs_of_one_statement_and_nested_pairs():
    """What one statement asserts is found by its statement, what stands within other words by its place."""
    found = found_in(FLOOD, RISK)
    twice = [found[0], replace(found[0], order=1), found[1]]
    assert list(of_one_statement(twice)) == [(0, 1)]
    assert list(nested(twice)) == [(0, 1)]
    assert list(nested(found)) == []
