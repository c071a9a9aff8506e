"""Figures whose measure the words do not tell, compared within one claim."""

from types import SimpleNamespace

from told import figure
from variorum.model import FigureGroup
from variorum.relate.figures.unmeasured import with_unmeasured


def _claim(*figures):
    """Return what a claim needs to be: propositions with figures."""
    return [SimpleNamespace(figures=(one,), event=0) for one in figures]


def test_one_number_of_one_thing_in_one_claim():
    """Two reports give the limit of 120 passengers: they agree."""
    a, b = (figure("120 passengers", 120, 120, measure=None, counted="passenger", article=n) for n in ("a1", "a2"))
    (group,) = with_unmeasured([], [_claim(a, b)])
    assert (group.measure, group.verdict, group.members) == ("passenger", "agree", (a.id, b.id))


def test_a_share_in_two_forms():
    """About 40 percent of the water and nearly half of it can both hold."""
    share = figure("40 percent", 40, 40, approximate=True, unit="percent", measure=None, counted="water")
    half = figure("nearly half", None, 0.5, measure=None, counted="water", article="a2")
    (group,) = with_unmeasured([], [_claim(share, half)])
    assert group.verdict == "compatible"


def test_the_number_of_a_measured_figure_is_of_its_measure():
    """Three prisoners are the three who were captured, in one claim: they join that group."""
    men, three = figure("three men", 3, 3, measure="captured"), figure("three", 3, 3, measure=None, article="a2")
    known = FigureGroup("g1", "captured", (men.id,), "agree", 3, 3, "all say three men")
    (group,) = with_unmeasured([known], [_claim(men, three)])
    assert group.members == (men.id, three.id)


def test_values_that_differ_are_left():
    """Where the measure is not known, 40 pages and 60 pages may be of two papers."""
    a = figure("40 pages", 40, 40, measure=None, counted="page")
    b = figure("60 pages", 60, 60, measure=None, counted="page", article="a2")
    assert with_unmeasured([], [_claim(a, b)]) == []


def test_two_claims_are_two_things():
    """The same number of the same noun in two claims says nothing."""
    a, b = (figure("two roads", 2, 2, measure=None, counted="road", article=n) for n in ("a1", "a2"))
    assert with_unmeasured([], [_claim(a), _claim(b)]) == []


def test_a_telling_number_is_one_thing_in_two_claims():
    """A group of 17 people and the seventeen who walked are one number; 20 and 20 need not be."""
    group = figure("17-person group", 17, 17, measure=None, counted="person")
    bare = figure("Seventeen", 17, 17, measure=None, article="a2")
    (found,) = with_unmeasured([], [_claim(group), _claim(bare)])
    assert (found.verdict, found.members) == ("agree", (group.id, bare.id))
    twenty, other = (figure("20", 20, 20, measure=None, counted="person", article=n) for n in ("a1", "a2"))
    assert with_unmeasured([], [_claim(twenty), _claim(other)]) == []


def test_a_telling_number_of_two_things_is_two():
    """Seventeen goats are not seventeen people, and 17 percent of one thing not 17 percent of another."""
    people = figure("17 people", 17, 17, measure=None, counted="person")
    goats = figure("17 goats", 17, 17, measure=None, counted="goat", article="a2")
    assert with_unmeasured([], [_claim(people), _claim(goats)]) == []
    share, other = (figure("17 percent", 17, 17, unit="percent", measure=None, article=n) for n in ("a1", "a2"))
    assert with_unmeasured([], [_claim(share), _claim(other)]) == []


def test_a_telling_share_is_one():
    """A share of 53.5 percent in two reports of one event is one share."""
    share, other = (figure("53.5 percent", 53.5, 53.5, unit="percent", measure=None, article=n) for n in ("a1", "a2"))
    (found,) = with_unmeasured([], [_claim(share), _claim(other)])
    assert found.verdict == "agree"


def test_the_same_words_of_a_kind_are_one_thing_in_two_claims():
    """Two silver medals are two silver medals; two medals may be any."""
    a, b = (figure("two silver medals", 2, 2, measure=None, counted="medal", article=n) for n in ("a1", "a2"))
    assert [g.members for g in with_unmeasured([], [_claim(a), _claim(b)])] == [(a.id, b.id)]
    a, b = (figure("two medals", 2, 2, measure=None, counted="medal", article=n) for n in ("a1", "a2"))
    assert with_unmeasured([], [_claim(a), _claim(b)]) == []


def test_a_range_is_telling():
    """Both ends are the same in two reports, whatever round numbers they are."""
    a, b = (figure("$40 to $60", 40, 60, unit="USD", measure=None, article=n) for n in ("a1", "a2"))
    assert [g.verdict for g in with_unmeasured([], [_claim(a), _claim(b)])] == ["agree"]
