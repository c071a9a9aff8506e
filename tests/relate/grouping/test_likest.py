"""What is likest to each other in two reports."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.relate.grouping.likest import likest

SCORES = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.2, 0.4, 0.5, 0.7]),
)


def test_only_what_is_likest_both_ways_counts():
    """0 is likest to 2, and 2 to 0; 1 is likest to 2, which is not likest to it."""
    assert likest({(0, 2): 0.6, (1, 2): 0.5}, [{"a1"}, {"a1"}, {"a2"}], 0.3) == {(0, 2): 1.0}


def test_each_report_has_its_own_likest():
    """What one report says is held against each other report by itself."""
    found = likest({(0, 1): 0.6, (0, 2): 0.5}, [{"a1"}, {"a2"}, {"a3"}], 0.3)
    assert found == {(0, 1): 1.0, (0, 2): 1.0}


def test_two_of_one_report_are_never_likest():
    """Within a report nothing is held against anything."""
    assert likest({(0, 1): 0.9}, [{"a1"}, {"a1"}], 0.3) == {}


def test_below_the_least_score_nothing_counts():
    """Two that hardly share anything are not the same, though nothing else is liker."""
    assert likest({(0, 1): 0.29}, [{"a1"}, {"a2"}], 0.3) == {}


def test_a_wording_of_several_reports_counts_by_their_share():
    """A wording that two reports print counts for those in which nothing else is as like."""
    scores = {(0, 1): 0.5, (0, 2): 0.6}
    assert likest(scores, [{"a1"}, {"a2", "a3"}, {"a3"}], 0.3) == {(0, 1): 0.5, (0, 2): 1.0}


@given(SCORES)
def test_each_has_one_likest_at_most_in_a_report(scores):
    """No proposition is likest to two of one report, and every share lies above 0 and up to 1."""
    reports = [{f"a{n // 2}"} for n in range(6)]
    found = likest(scores, reports, 0.3)
    assert all(0 < share <= 1 for share in found.values())
    for n in range(6):
        others = [reports[j if i == n else i].copy().pop() for i, j in found if n in (i, j)]
        assert len(others) == len(set(others))
