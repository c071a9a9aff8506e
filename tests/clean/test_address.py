"""Addresses tell a day or a month in the schemes of the table, and numbers and topics are no dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.clean.address import told_by
from variorum.lexicon import rows

SCHEMES = [row for row in rows("address_dates") if row["tells"] != "id"]


@pytest.mark.parametrize("row", SCHEMES, ids=lambda row: row["example"])
def test_each_scheme_reads_its_example(row):
    """The example of each scheme tells what stands beside it."""
    assert told_by(row["example"]) == row["told"]


@pytest.mark.parametrize("row", [row for row in SCHEMES if row["sites"]], ids=lambda row: row["name"])
def test_a_sites_own_scheme_is_read_there_alone(row):
    """What one outlet means by its digits says nothing of another outlet's."""
    host = row["example"].split("/")[2]
    assert told_by(row["example"].replace(host, "herald.example")) is None
    assert told_by(row["example"].replace(host, f"not{row['sites'].split('|')[0]}")) is None


@pytest.mark.parametrize("row", SCHEMES, ids=lambda row: row["example"])
def test_what_a_scheme_reached_is_enough(row):
    """A scheme that was measured is right in 98 of 100 addresses or more, and was seen a few times."""
    if row["fired"]:
        assert int(row["right"]) / int(row["fired"]) >= 0.98


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("2031/5/4/ferry", "2031-05-04"),
        ("world/2031/may/04/ferry", "2031-05-04"),
        ("2031/may/4.html", "2031-05-04"),
        ("english/2031-05/14/content_3261256.htm", "2031-05-14"),
        ("News/2031/May-14/194000-ferry.ashx", "2031-05-14"),
        ("ferry_2031_05_14.html", "2031-05-14"),
        ("2031-05-14/ferry/5323438?section=sport", "2031-05-14"),
        ("idUKTRE50O0SZ20310514?page=1", "2031-05-14"),
        ("2031/May/ferry-late", "2031-05"),
        ("2031/05/20315141845.html", "2031-05"),
        ("wp-content/uploads/2031/05/ferry.pdf", "2031-05"),
    ],
)
def test_forms(path, told):
    """The same schemes with other separators, names of months, and numbers of one digit."""
    assert told_by(f"https://herald.example/{path}") == told


@pytest.mark.parametrize(
    "path",
    """?d=2031/05/14|?date=2031-05-14|?n=20310514|7849962.stm|20311345|olympics-2031|election-2031/ferry
us-budget-may-2031|ferry-5-may-2031|story/20310514/ferry-late|id/20310514|news/2031051412|news/203105141200000
2031/ferry|news/2031/2031-ferry|2031-5|/|1899/05/14/ferry|2088/05/14/ferry|0514/ferry|ferry-late-310514
20310514123|articles/ferry-late-11936537200|e9a310514b.html|2031-05-boats-late""".replace("\n", "|").split("|"),
)
def test_no_date(path):
    """Topics, ids, lone years, and digits that no calendar has tell nothing."""
    assert told_by(f"https://herald.example/{path}") is None


@pytest.mark.parametrize("slug", ["5-boats-that-sank", "14-may-be-late", "9-11-bill-4711", "05-boats"])
def test_a_number_that_opens_the_slug_is_no_day(slug):
    """In "/2031/05/5-boats-that-sank" the five are boats; the month is told."""
    assert told_by(f"https://herald.example/2031/05/{slug}") == "2031-05"


def test_numbers_of_a_site_are_no_date():
    """An eight-digit number that the BBC gives its articles is no day, where it happens to look like one."""
    assert told_by("https://www.bbc.com/news/world-europe-20310514") is None
    assert told_by("https://www.bbc.com/future/article/20310514-why-ferries-sink") == "2031-05-14"
    assert told_by("https://herald.example/news/world-europe-20310514") == "2031-05-14"


def test_older_numbers_of_an_agency():
    """The numbers that Reuters gave before it counted days are no days."""
    assert told_by("https://www.reuters.com/article/idUSTRE55F545") is None


def test_a_run_that_can_be_split_in_two_ways():
    """A time written without zeros that two days could be tells its month alone."""
    assert told_by("https://herald.example/2031/11/203111144216394916.html") == "2031-11"


@pytest.mark.parametrize("url", ["https://2031.05.14.example/a", "https://[2031/05/14", "", "2031-05-14"])
def test_hosts_and_broken_addresses(url):
    """A host tells no date, and what is no address raises nothing."""
    assert told_by(url) is None


@given(st.text(alphabet="0123456789/-_?=&.ayjunemsvid:", max_size=60))
def test_nothing_raises(path):
    """Any address gives a day, a month or nothing."""
    told = told_by(f"https://a.example/{path}")
    assert told is None or len(told) in {len("2031-05"), len("2031-05-14")}
