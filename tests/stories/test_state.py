"""The stream's memory as bytes."""

import pytest

from arriving import FERRY, FERRY_AGAIN, FERRY_LATER, VOTE, VOTE_AGAIN, report
from variorum.stories import Stories, dumped, features, loaded

REPORTS = [report(str(n), text) for n, text in enumerate((FERRY, VOTE, FERRY_LATER, FERRY_AGAIN, VOTE_AGAIN))]


@pytest.mark.parametrize("cut", range(len(REPORTS) + 1))
def test_goes_on_where_it_stopped(cut):
    """A stream written and read after any article decides the rest as if never stopped."""
    through, first = Stories(), Stories()
    told = [through.assign(features(one)) for one in REPORTS]
    for one in REPORTS[:cut]:
        first.assign(features(one))
    again = loaded(dumped(first))
    assert again is not None
    assert [again.assign(features(one)) for one in REPORTS[cut:]] == told[cut:]


def test_the_same_stories_are_the_same_bytes():
    """Writing has no clock in it."""
    made = []
    for _ in range(2):
        stories = Stories()
        for one in REPORTS:
            stories.assign(features(one))
        made.append(dumped(stories))
    assert made[0] == made[1]


@pytest.mark.parametrize("raw", [b"", b"PK", b"not a memory"])
def test_broken_bytes_are_no_memory(raw):
    """What cannot be read is `None`, for the caller to replay."""
    assert loaded(raw) is None


def test_a_truncated_memory_is_none():
    """A file cut short is no memory."""
    assert loaded(dumped(Stories())[:-40]) is None
