"""Figures side by side: agree, compatible, differ, superseded, or not compared."""

from dataclasses import replace

import pytest

from build import article
from told import figure
from variorum.model import Publisher
from variorum.relate.figures.comparable import Counted
from variorum.relate.figures.groups import figure_groups
from variorum.relate.figures.scopes import Scope
from variorum.relate.figures.verdicts import verdict_of

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


@pytest.mark.parametrize("first", ["2031-03", "2031"])
def test_a_month_is_neither_before_nor_after_its_days(first):
    """Of a report whose month alone is known nobody can say that a later one goes beyond it."""
    figures = [figure("12 people", 12, 12), figure("15 people", 15, 15, article="a2")]
    found = grouped(figures, published=(first, "2031-03-05", "2031-03-05"))
    assert [g.verdict for g in found.groups] == ["differ"]


def test_a_number_given_as_earlier_is_superseded():
    """What a report calls an earlier toll, and another still prints, gives way to what stands."""
    six, eight, again = figure("six", 6, 6), figure("eight", 8, 8), figure("six people", 6, 6, article="a2")
    first = replace(HERE, first=True)
    scopes = {six.id: replace(first, earlier=True), eight.id: first, again.id: first}
    (group,) = grouped([six, eight, again], scopes).groups
    assert group.verdict == "superseded"
    assert "earlier figure in a1" in group.why


def test_two_sides_of_the_last_day_differ():
    """A later day whose own figures exclude each other supersedes nothing."""
    first = replace(HERE, first=True)
    figures = [
        figure("six", 6, 6),
        figure("eight", 8, 8, article="a2"),
        figure("dozens", 24, None, article="a3"),
    ]
    found = grouped(figures, {f.id: first for f in figures}, published=("2031-03-04", "2031-03-05", "2031-03-05"))
    assert [g.verdict for g in found.groups] == ["differ"]


def test_a_count_from_a_time_on_is_another_count():
    """The dead of a day are not held against the dead since a war began; the words are in the reason."""
    a, b = figure("eight", 8, 8), figure("more than 30", 30, None, article="a2")
    found = grouped([a, b], {a.id: HERE, b.id: replace(HERE, since="since the war began")})
    assert found.groups == []
    assert "since the war began" in found.declined[0].why


def test_two_figures_of_one_report_are_two_things():
    """17 in two countries and 10 in one stand in one report in its own voice: the 17 is no rival of another's 10."""
    both, ten = figure("17", 17, 17), figure("ten", 10, 10)
    other = figure("10 people", 10, 10, article="a2")
    first = replace(HERE, first=True)
    found = grouped([both, ten, other], {both.id: first, ten.id: HERE, other.id: first})
    assert [g.verdict for g in found.groups] == ["agree"]
    assert len(found.groups[0].members) == 2


def test_a_number_said_again_counts_the_same_people():
    """15 militants who are 15 people in the same report may be held against 20 people elsewhere."""
    people, again = figure("15 people", 15, 15), figure("15 militants", 15, 15, counted="militant")
    other = figure("20 people", 20, 20, article="a2")
    first = replace(HERE, first=True)
    (group,) = grouped([people, again, other], {f.id: first for f in (people, again, other)}).groups
    assert (group.verdict, len(group.members)) == ("differ", 3)


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


def test_an_outlet_that_gives_no_later_figure_takes_none_back():
    """The later report of an outlet is silent on the earlier figure: the figures of two outlets differ."""
    a, b = figure("61 others", 61, 61), figure("41 others", 41, 41, article="a2")
    told = (("Brell Post", "2031-05-01"), ("Osk News", "2031-05-01"), ("Brell Post", "2031-05-03"))
    articles = [
        replace(article("x", name=f"a{n}", published=day), publisher=Publisher(outlet, "metadata"))
        for n, (outlet, day) in enumerate(told, 1)
    ]
    assert verdict_of([Counted(f, HERE) for f in (a, b)], articles)[0] == "differ"
