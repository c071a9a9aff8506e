"""The day of publication is what is given, else what the page says, else what the address tells, else nothing."""

from __future__ import annotations

import hashlib

import pytest

from variorum.clean import clean
from variorum.model import Capture, Fields, Published

BODY = "A ferry sank off Lindmoor, the harbour office said.\n\nDivers were looking for two men, it said."
MONTH, DAY = "https://herald.example/2031/05/ferry", "https://herald.example/2031/05/14/ferry"


def _published(text=BODY, **fields):
    data = text.encode()
    held = Fields(title="Ferry sinks", text=text, **fields)
    article, _ = clean(
        Capture("a.json", data, hashlib.sha256(data).hexdigest(), "application/json", fields=held), name="a1"
    )
    return article.published


@pytest.mark.parametrize(
    ("fields", "want"),
    [
        ({}, None),
        ({"url": "https://herald.example/ferry-4711"}, None),
        ({"url": MONTH}, Published("2031-05", "url")),
        ({"url": DAY}, Published("2031-05-14", "url")),
        ({"url": MONTH, "date": "2031-05-13"}, Published("2031-05-13", "metadata")),
        ({"url": MONTH, "date": "2031-06-13"}, Published("2031-06-13", "metadata")),
        ({"date": "2031-05"}, Published("2031-05", "metadata")),
        ({"date": "2031-13"}, None),
        ({"url": DAY, "date": "2031-05"}, Published("2031-05-14", "url")),
        ({"url": DAY, "date": "2031-05-15T01:00:00Z"}, Published("2031-05-14", "metadata")),
        ({"url": MONTH, "date": "2031-05-15T01:00:00Z"}, Published("2031-05-15", "metadata")),
    ],
)
def test_order_of_evidence(fields, want):
    """A given date stands before the address; the address alone tells a day or a month."""
    assert _published(**fields) == want


def test_page_before_address():
    """A line of a date in the head tells more than the address."""
    assert _published(f"14 May 2031\n\n{BODY}", url=MONTH) == Published("2031-05-14", "stated")


@pytest.mark.parametrize(("url", "day"), [(DAY.replace("14", "04"), "2031-05-04"), (MONTH, "2031-05-04")])
def test_address_decides_day_and_month(url, day):
    """Of two days that digits may be, the one that the address tells, or that lies in the month it tells, is meant."""
    assert _published(url=url, date="05/04/2031").value == day
    assert _published(url=url, date="04/05/2031").value == day
    assert _published(date="04/05/2031") is None


def test_month_that_decides_nothing():
    """A month of the address that neither reading has, or both have, decides nothing."""
    assert _published(url="https://herald.example/2031/07/ferry", date="05/04/2031").basis == "url"


@pytest.mark.parametrize(
    ("opening", "url", "want"),
    [
        ("LINDMOOR, May 14 (AP) — ", MONTH, Published("2031-05-14", "stated")),
        ("LINDMOOR, May 14, 2031 (AP) — ", MONTH, Published("2031-05-14", "stated")),
        ("LINDMOOR, April 30 (AP) — ", MONTH, Published("2031-05", "url")),
        ("LINDMOOR, May 13 (AP) — ", DAY, Published("2031-05-14", "url")),
        ("LINDMOOR, May 14 (AP) — ", None, None),
        ("", MONTH, Published("2031-05", "url")),
    ],
)
def test_dateline_in_the_month_of_the_address(opening, url, want):
    """A dateline without a year tells the day where the address has its month, and never without it."""
    assert _published(opening + BODY, url=url) == want
