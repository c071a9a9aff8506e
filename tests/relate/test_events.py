"""Reports of several events."""

from build import article
from variorum.relate.events import events, several

FERRY = [f"ferry{n}" for n in range(50)] + ["e:e1", "e:e2", "country:NO"] * 3
OTHER = [f"court{n}" for n in range(50)] + ["e:e8", "e:e9", "country:BR"] * 3
MIXED = [f"ferry{n}" for n in range(25)] + [f"island{n}" for n in range(25)] + ["e:e1", "e:e3"] * 3


def test_reports_that_share_names_and_words_are_of_one_event():
    """One event keeps one number."""
    assert set(events({"a1": FERRY, "a2": MIXED}).values()) == {0}


def test_reports_that_share_nothing_are_of_two():
    """Neither names nor words in common: two events."""
    assert events({"a1": FERRY, "a2": OTHER}) == {"a1": 0, "a2": 1}


def test_a_third_report_may_join_two():
    """Two that share little are of one event where a third shares with both."""
    far = [f"island{n}" for n in range(25)] + [f"harbour{n}" for n in range(25)] + ["e:e3", "e:e4"] * 3
    assert set(events({"a1": FERRY, "a2": MIXED, "a3": far}).values()) == {0}


def test_a_bare_headline_is_left_where_it_was_put():
    """Too few words tell nothing."""
    assert set(events({"a1": FERRY, "a2": ["storm", "e:e9"]}).values()) == {0}


def test_the_smaller_event_is_named():
    """The problem names the reports that do not belong, not those that do."""
    articles = [article("x", name=name) for name in ("a1", "a2", "a3")]
    (problem,) = several(articles, events({"a1": FERRY, "a2": OTHER, "a3": MIXED}))
    assert problem.code == "several-events"
    assert problem.message.startswith("a2.txt")
