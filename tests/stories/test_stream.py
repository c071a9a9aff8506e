"""Each article joins a story or opens one as it comes, and the reason is told."""

import sys
from datetime import date, timedelta
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arriving import FERRY, FERRY_AGAIN, FERRY_LATER, VOTE, VOTE_AGAIN, report
from variorum.stories import Stories, features

TEXTS = (FERRY, FERRY_AGAIN, FERRY_LATER, VOTE, VOTE_AGAIN, "", "x")
ARRIVALS = st.lists(
    st.tuples(
        st.sampled_from(TEXTS), st.sampled_from([None, "2031-05-14", "2031-05-15T08:30", "2031-06", "2033-01-01"])
    ),
    max_size=12,
)


def _assigned(*reports, stories=None):
    stories = stories or Stories()
    return [stories.assign(features(one)) for one in reports]


def test_two_reports_of_one_event_share_a_story():
    """The same names, figures and words on the same day are one event, another event is another story."""
    told = _assigned(report("a", FERRY), report("b", VOTE), report("c", FERRY_AGAIN), report("d", VOTE_AGAIN))
    assert [(t.article, t.story, t.opened) for t in told] == [
        ("a", 1, True),
        ("b", 2, True),
        ("c", 1, False),
        ("d", 2, False),
    ]


def test_an_assignment_tells_its_reason():
    """What joined is told by name: shared names and figures, and the time apart."""
    told = _assigned(report("a", FERRY, "2031-05-14T09:00"), report("b", FERRY_AGAIN, "2031-05-14T12:00"))[1]
    assert {"Sallis", "Bronn", "Kelun", "Tide"} <= set(told.ties.names)
    assert set(told.ties.figures) == {"212", "14"}
    assert told.why.endswith("3 hours apart")


def test_the_first_report_has_no_ties():
    """An opened story says so, and shares nothing."""
    told = _assigned(report("a", FERRY))[0]
    assert told.why == "first report of its story"
    assert not told.ties.names


def test_the_same_kind_of_event_a_week_later_is_another():
    """Two ferries in distress are two stories: other ship, other place, other figures."""
    told = _assigned(report("a", FERRY), report("b", FERRY_AGAIN), report("c", FERRY_LATER, "2031-05-21"))
    assert [t.story for t in told] == [1, 1, 2]


def _talks(monkeypatch, run):
    """Return the stories of a report every five days for six weeks on one subject, each with news of its own."""
    monkeypatch.setattr(sys.modules[Stories.__module__], "RUN", run)
    syllables = ("bar", "don", "fel", "gim", "hol", "jun", "kes", "lum", "mor", "nid")
    days = [date(2031, 5, 1) + timedelta(5 * n) for n in range(10)]
    texts = [
        "Envoys of Brask and Velm spoke in Torvel on the Marrow canal. "
        + " ".join(f"{a}{b}{syllables[n]}" for a in syllables[:4] for b in syllables[:2])
        for n in range(len(days))
    ]
    told = _assigned(
        *(report(str(n), text, day.isoformat()) for n, (text, day) in enumerate(zip(texts, days, strict=True)))
    )
    return [one.story for one in told]


def test_a_subject_of_months_is_no_story(monkeypatch):
    """Reports of one subject that follow each other closely do not hang together for ever, each by the last."""
    assert len(set(_talks(monkeypatch, run=1000.0))) == 1
    stories = _talks(monkeypatch, run=7.0)
    assert stories[0] == stories[1] != stories[-1]


def test_a_quiet_story_sleeps():
    """What joins on the day does not join two years later."""
    assert _assigned(report("a", FERRY), report("b", FERRY_AGAIN, "2031-05-15"))[1].story == 1
    assert _assigned(report("a", FERRY), report("b", FERRY_AGAIN, "2033-05-15"))[1].story == 2


def test_a_quiet_story_wakes_for_its_own_words():
    """A reprint is of the old event, however late it comes."""
    told = _assigned(report("a", FERRY), report("b", VOTE), report("c", FERRY, "2033-05-15"))[2]
    assert (told.story, told.opened) == (1, False)


def test_an_article_without_a_date_may_join():
    """An unknown time is neither near nor far, and the reason says so."""
    told = _assigned(report("a", FERRY), report("b", FERRY_AGAIN, None))[1]
    assert told.story == 1
    assert told.ties.apart is None
    assert told.why.endswith("time apart unknown")


def test_empty_articles_stay_alone():
    """Nothing to compare is no likeness."""
    assert [t.story for t in _assigned(report("a", ""), report("b", ""), report("c", "x"))] == [1, 2, 3]


def test_a_merged_story_takes_for_the_kept_one():
    """After a person merges two stories, what fits either joins the kept one."""
    stories = Stories()
    _assigned(report("a", FERRY), report("b", VOTE), stories=stories)
    stories.merge(1, 2)
    assert [t.story for t in _assigned(report("c", VOTE_AGAIN), report("d", FERRY_AGAIN), stories=stories)] == [1, 1]


def test_a_forgotten_story_takes_nothing():
    """After a person takes a story away, its next report opens another."""
    stories = Stories()
    _assigned(report("a", FERRY), stories=stories)
    stories.forget(1)
    told = _assigned(report("b", FERRY_AGAIN), stories=stories)[0]
    assert (told.story, told.opened) == (2, True)


def test_memory_is_bounded():
    """With room for few stories the quietest gives way, and numbers go on."""
    stories = Stories(capacity=8)
    others = [report(f"o{n}", " ".join(f"Zell{n}{mark} marn{n}{mark}" for mark in "abcdefgh")) for n in range(20)]
    assert [t.story for t in _assigned(*others, stories=stories)] == list(range(1, 21))


@settings(deadline=None, max_examples=25)
@given(ARRIVALS)
def test_the_same_arrivals_give_the_same_stories(arrivals):
    """The stream knows no chance; stories are numbered as they open, and nobody leaves one."""
    reports = [report(f"a{n}", text, day) for n, (text, day) in enumerate(arrivals)]
    told = _assigned(*reports)
    assert told == _assigned(*reports)
    opened = [t.story for t in told if t.opened]
    assert opened == list(range(1, len(opened) + 1))
    assert all(t.story <= max(opened) for t in told)


@settings(deadline=None, max_examples=25)
@given(ARRIVALS, st.integers(0, 12))
def test_replaying_is_as_assigning(arrivals, cut):
    """A stream that learns what was assigned before decides the rest alike."""
    reports = [report(f"a{n}", text, day) for n, (text, day) in enumerate(arrivals)]
    told = _assigned(*reports)
    stories = Stories()
    for one, known in zip(reports[:cut], told[:cut], strict=True):
        stories.learn(features(one), known.story)
    assert _assigned(*reports[cut:], stories=stories) == told[cut:]


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (2, 0, 4, 1, 3)])
def test_the_first_reports_of_all_find_each_other(order):
    """With nothing learnt yet, what reports share is not taken for common: the ferry's five are one story."""
    from variorum import read

    articles, _ = read([str(files("variorum") / "examples" / "ferry")])
    stories = Stories()
    assert {stories.assign(features(articles[n])).story for n in order} == {1}
