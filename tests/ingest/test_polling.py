"""What is new in a feed, and when to ask again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from variorum.ingest import polling
from variorum.ingest.fetch import Answer
from variorum.settings import DEFAULT

URL = "https://a.example/feed"


def _polled(monkeypatch, body="", status=200, **headers):
    """Return the poll of a site that answers so."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    answer = Answer(URL, status, body.encode(), "text/xml", None, told)
    monkeypatch.setattr(polling, "answered", lambda *_: answer)
    return polling.polled(URL, DEFAULT, lambda *_: None)


def _item(title, when="Mon, 14 May 2031 10:00:00 GMT", link="https://a.example/1", text="In short."):
    said = f"<title>{title}</title><link>{link}</link><pubDate>{when}</pubDate><description>{text}</description>"
    return f"<item>{said}</item>"


def _marks(monkeypatch, *items):
    return [one.mark for one in _polled(monkeypatch, f"<rss><channel>{''.join(items)}</channel></rss>").entries]


def test_a_mark_changes_with_what_the_feed_says(monkeypatch):
    """Another title or date is another mark; a summary that is made anew each time is none."""
    first, text, title, when = _marks(
        monkeypatch, _item("A"), _item("A", text="Now."), _item("B"), _item("A", "Tue, 15 May 2031 10:00:00 GMT")
    )
    assert first == text
    assert len({first, title, when}) == 3


def test_an_entry_without_an_address_has_one_of_its_own(monkeypatch):
    """By its words, so that it is the same the next time."""
    poll = _polled(monkeypatch, f"<rss><channel>{_item('A', link='')}{_item('B', link='')}</channel></rss>")
    assert len({one.address for one in poll.entries}) == 2
    assert all(one.address.startswith(URL) for one in poll.entries)


def test_a_sitemap_is_read_from_its_newest_on(monkeypatch):
    """Pages without a date come last; what is no address is passed over."""
    named = [("old", "2031-01-01"), ("new", "2031-05-01"), ("bare", "")]
    urls = "".join(f"<url><loc>https://a.example/{n}</loc><lastmod>{d}</lastmod></url>" for n, d in named)
    poll = _polled(monkeypatch, f"<urlset>{urls}<url><loc>nonsense</loc></url></urlset>")
    assert [one.address.rpartition("/")[2] for one in poll.entries] == ["new", "old", "bare"]


def test_an_unchanged_feed_has_no_entries(monkeypatch):
    """`None`, not none."""
    assert _polled(monkeypatch, status=304).entries is None


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_site_says_when(monkeypatch, status):
    """In seconds or as a date; what is neither says nothing."""
    assert _polled(monkeypatch, status=status, retry_after="120").wait == 120
    later = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    assert 3500 < _polled(monkeypatch, status=status, retry_after=later).wait <= 3600
    assert _polled(monkeypatch, status=status, retry_after="soon").wait is None


@pytest.mark.parametrize(("body", "status"), [("<html><p>Hello", 200), ("", 200), ("not xml", 200), ("", 404)])
def test_what_is_no_feed_is_a_problem(monkeypatch, body, status):
    """One line that names the address."""
    problem = _polled(monkeypatch, body, status).problem
    assert problem.fatal
    assert URL in problem.message
