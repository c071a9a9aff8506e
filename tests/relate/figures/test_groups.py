"""Figures side by side: agree, compatible, differ, superseded, or not compared."""

from dataclasses import replace

from build import article
from told import figure
from variorum.model import Publisher
from variorum.relate.figures.groups import figure_groups
from variorum.relate.figures.scopes import Scope

DAY = frozenset({"2031-03-04"})
HERE = Scope(frozenset({"country:AA"}), frozenset({"country:AA"}), days=DAY)
THERE = Scope(frozenset({"country:BB"}), frozenset({"country:BB"}), days=DAY)


def grouped(figures, scopes=None, published=("2031-03-05", "2031-03-05", "2031-03-05")):
    """Group figures of articles a1, a2, a3 on one event."""
    articles = [article("x", name=f"a{n}", published=day) for n, day in enumerate(published, 1)]
    articles = [replace(a, publisher=Publisher(a.id, "metadata")) for a in articles]
    return figure_groups(articles, figures, scopes or {f.id: HERE for f in figures}, set())


def test_equal_values_agree():
    """The same number for the same measure agrees."""
    found = grouped([figure("12 people", 12, 12), figure("12 passengers", 12, 12, article="a2")])
    assert [g.verdict for g in found.groups] == ["agree"]


def test_a_bound_is_compatible_with_a_value_above_it():
    """At least 12 and 15 can both hold."""
    found = grouped([figure("at least 12", 12, None), figure("15 people", 15, 15, article="a2")])
    assert [g.verdict for g in found.groups] == ["compatible"]


def test_parts_add_up():
    """Dead and injured of one statement are held against a figure of killed or injured."""
    parts = [
        figure("about 300", 300, 300, approximate=True, article="a2", statement="s9"),
        figure("another 2,700", 2700, 2700, article="a2", measure="injured", statement="s9"),
    ]
    (group,) = grouped([figure("more than 3,000", 3000, None, measure="killed or injured"), *parts]).groups
    assert group.verdict == "compatible"
    assert len(group.members) == 3


def test_values_that_cannot_all_hold_differ():
    """Two exact tolls of one day and place differ."""
    found = grouped([figure("12 people", 12, 12), figure("15 people", 15, 15, article="a2")])
    assert [g.verdict for g in found.groups] == ["differ"]


def test_a_toll_that_rose_is_superseded():
    """Later reports that only ever give more supersede the earlier ones."""
    figures = [figure("12 people", 12, 12), figure("15 people", 15, 15, article="a2")]
    found = grouped(figures, published=("2031-03-04", "2031-03-05", "2031-03-05"))
    assert [g.verdict for g in found.groups] == ["superseded"]


def test_another_place_is_not_compared():
    """Tolls of two places are two tolls; the reason is given."""
    a, b = figure("12 people", 12, 12), figure("15 people", 15, 15, article="a2")
    found = grouped([a, b], {a.id: HERE, b.id: THERE})
    assert found.groups == []
    assert [n.why for n in found.declined] == ["another place"]


def test_one_week_is_not_a_total():
    """A count limited to a week is set aside, and the words say why."""
    total = figure("more than 3,000", 3000, None, measure="killed or injured")
    week = figure("some 1,000", 1000, 1000, measure="killed or injured", period="P1W")
    found = grouped([total, week])
    assert found.groups == []
    assert "P1W" in found.declined[0].why


def test_order_of_figures_does_not_matter():
    """The same figures in another order give the same groups."""
    figures = [figure("12", 12, 12), figure("at least 12", 12, None, article="a2"), figure("15", 15, 15, article="a3")]
    forth, back = grouped(figures), grouped(figures[::-1])
    assert {frozenset(g.members) for g in forth.groups} == {frozenset(g.members) for g in back.groups}
