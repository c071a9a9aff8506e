"""Feeds are asked politely, what is new is added once, and a watch goes on where another one ended."""

from __future__ import annotations

import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from arriving import FERRY, FERRY_AGAIN, VOTE
from variorum import Collection
from variorum.api.collection.watching import Watching
from variorum.ingest.manners import Manners
from variorum.settings import DEFAULT

INSIDE = replace(DEFAULT, allow_private_addresses=True, fetch_seconds=2.0)


class Site(BaseHTTPRequestHandler):
    """A news site whose answers a test sets: path to (status, headers, body)."""

    answers: ClassVar[dict[str, tuple[int, dict[str, str], str]]] = {}
    asked: ClassVar[list[tuple[str, str | None]]] = []

    def do_GET(self):
        """Answer by the path; 304 where the validator is the one that was given out."""
        validator = self.headers["If-None-Match"] or self.headers["If-Modified-Since"]
        Site.asked.append((self.path, validator))
        status, headers, body = Site.answers.get(self.path, (404, {}, ""))
        if validator and validator in {headers.get("ETag"), headers.get("Last-Modified")}:
            status, body = 304, ""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        raw = body.encode()
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def site():
    """Return the address of a site on this machine."""
    Site.answers.clear()
    Site.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


class Clock:
    """A time that stands still until somebody sleeps."""

    def __init__(self):
        self.now = 1_000_000.0
        self.slept = []

    def __call__(self):
        """Tell the time."""
        return self.now

    def sleep(self, seconds):
        """Let the time go by."""
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock():
    """Return a clock that no test waits for."""
    return Clock()


@pytest.fixture
def desk(tmp_path):
    """Return an empty collection that may visit this machine."""
    with Collection.open(tmp_path / "desk.variorum", settings=INSIDE) as collection:
        yield collection


def watching(desk, clock, *feeds):
    """Return a watch over feeds, without pauses between pages."""
    manners = Manners(0.0, clock, clock.sleep)
    return Watching(desk, desk._base, INSIDE, feeds, manners, 900.0, clock=clock, sleep=clock.sleep)


def once(desk, clock, *feeds):
    """Ask each feed once."""
    return list(watching(desk, clock, *feeds).once())


def page(title, text):
    """Return an answer with a report as a page."""
    paragraphs = "".join(f"<p>{sentence}.</p>" for sentence in text.split(". "))
    head = f"<title>{title}</title><meta property='article:published_time' content='2031-05-14T08:00:00Z'>"
    body = f"<html><head>{head}</head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    return 200, {"Content-Type": "text/html; charset=utf-8"}, body


def rss(site, *names, mark="Mon, 14 May 2031 10:00:00 GMT", **headers):
    """Return an answer with a feed of summaries that link to pages."""
    items = "".join(
        f"<item><title>{name}</title><link>{site}/{name}</link><description>In short.</description>"
        f"<pubDate>{mark}</pubDate></item>"
        for name in names
    )
    return 200, headers, f"<rss><channel><title>Kelun Herald</title>{items}</channel></rss>"


def pages(**texts):
    """Let the site have these pages."""
    Site.answers.update({f"/{name}": page(f"Report of {name}", text) for name, text in texts.items()})


def test_what_is_new_is_added_once(site, desk, clock):
    """A feed's pages are fetched and put into stories; asked again, nothing is fetched twice."""
    pages(one=FERRY, two=FERRY_AGAIN)
    Site.answers["/feed"] = rss(site, "two", "one")
    (heard,) = once(desk, clock, f"{site}/feed")
    assert heard.added.new == ("a1", "a2")
    assert [article.url for article in desk.story("st1").articles] == [f"{site}/one", f"{site}/two"]
    before = len(Site.asked)
    (again,) = once(desk, clock, f"{site}/feed")
    assert (again.added.new, again.added.known) == ((), ())
    assert [path for path, _ in Site.asked[before:] if path != "/robots.txt"] == ["/feed"]


@pytest.mark.parametrize(("name", "value"), [("ETag", '"v1"'), ("Last-Modified", "Mon, 14 May 2031 10:00:00 GMT")])
def test_requests_are_conditional(site, desk, clock, name, value):
    """What the feed gave to be asked with comes back, by another program, too; an unchanged feed says so."""
    pages(one=FERRY)
    Site.answers["/feed"] = rss(site, "one", **{name: value})
    once(desk, clock, f"{site}/feed")
    with Collection.open(desk.path, settings=INSIDE) as other:
        (heard,) = once(other, clock, f"{site}/feed")
    assert heard.unchanged
    assert ("/feed", value) in Site.asked


def test_a_feed_that_changes_its_ids(site, desk, clock):
    """New addresses for the same words are the same articles; nothing is doubled."""
    pages(one=FERRY, other=FERRY)
    Site.answers["/other"] = Site.answers["/one"]
    Site.answers["/feed"] = rss(site, "one")
    once(desk, clock, f"{site}/feed")
    Site.answers["/feed"] = rss(site, "other")
    (heard,) = once(desk, clock, f"{site}/feed")
    assert (heard.added.new, heard.added.known) == ((), ("a1",))
    assert desk.stats().articles == 1


def test_an_article_that_the_feed_says_changed(site, desk, clock):
    """It is fetched again, and its new words are a version."""
    pages(one=FERRY)
    Site.answers["/feed"] = rss(site, "one")
    once(desk, clock, f"{site}/feed")
    pages(one=FERRY.replace("212", "209"))
    Site.answers["/feed"] = rss(site, "one", mark="Mon, 14 May 2031 12:00:00 GMT")
    (heard,) = once(desk, clock, f"{site}/feed")
    assert heard.added.changed == ("a1",)
    assert len(desk.versions("a1")) == 2


def test_full_text_needs_no_page(site, desk, clock):
    """Where the feed has all of it, nothing else is asked for."""
    entry = (
        f"<entry><title>Ferry</title><id>urn:1</id><updated>2031-05-14T10:00:00Z</updated><content>{FERRY}</content>"
    )
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Herald</title>{entry}</entry></feed>"
    Site.answers["/atom"] = (200, {}, feed)
    (heard,) = once(desk, clock, f"{site}/atom")
    assert heard.added.new == ("a1",)
    assert desk.article("a1").title == "Ferry"
    assert {path for path, _ in Site.asked} == {"/robots.txt", "/atom"}


def test_sitemaps(site, desk, clock):
    """A news sitemap is read, and an index by its newest sitemaps."""
    pages(one=FERRY, two=VOTE)
    news = "<n:news><n:publication_date>2031-05-14</n:publication_date><n:title>Ferry</n:title></n:news>"
    urls = f"<url><loc>{site}/one</loc>{news}</url><url><loc>{site}/two</loc><lastmod>2031-05-15</lastmod></url>"
    names = (
        "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'"
    )
    Site.answers["/map.xml"] = (200, {}, f"<urlset {names}>{urls}</urlset>")
    Site.answers["/index.xml"] = (
        200, {}, f"<sitemapindex {names}><sitemap><loc>{site}/map.xml</loc></sitemap></sitemapindex>",
    )  # fmt: skip
    (heard,) = once(desk, clock, f"{site}/index.xml")
    assert len(heard.added.new) == 2
    assert {article.published[:10] for story in desk.stories() for article in story.articles} == {"2031-05-14"}


def test_what_fails_is_asked_later_and_later(site, desk, clock):
    """Twice as late after each failure, six hours at most; once it answers, as often as before."""
    feed = f"{site}/feed"
    Site.answers["/feed"] = (500, {}, "")
    found = watching(desk, clock, feed).on_and_on()
    waits = [next(found).wait for _ in range(7)]
    assert waits == [900, 1800, 3600, 7200, 14400, 21600, 21600]
    pages(one=FERRY)
    Site.answers["/feed"] = rss(site, "one")
    heard = next(found)
    assert (heard.added.new, heard.wait) == (("a1",), 900)
    assert max(clock.slept) == pytest.approx(21600)


def test_a_failing_feed_is_left_alone_by_a_single_round(site, desk, clock):
    """A round that a timer starts does not ask a feed that is to be left alone, and holds up no other."""
    pages(one=FERRY)
    Site.answers["/feed"] = rss(site, "one")
    bad, good = f"{site}/gone", f"{site}/feed"
    first = once(desk, clock, bad, good)
    assert [bool(heard.added.problems) for heard in first] == [True, False]
    clock.now += 60
    assert [heard.feed for heard in once(desk, clock, bad, good)] == [good]
    clock.now += 900
    assert [heard.feed for heard in once(desk, clock, bad, good)] == [bad, good]


def test_a_busy_site_says_when(site, desk, clock):
    """Retry-After is kept to."""
    Site.answers["/feed"] = (429, {"Retry-After": "40000"}, "")
    (heard,) = once(desk, clock, f"{site}/feed")
    assert heard.wait == 40000
    assert heard.added.problems[0].code == "busy"


def test_a_page_that_fails_for_now_is_asked_for_again(site, desk, clock):
    """Its entry is not taken before its page was had; what the feed says of it is stored meanwhile."""
    Site.answers["/map.xml"] = (200, {}, f"<urlset><url><loc>{site}/one</loc></url></urlset>")
    (heard,) = once(desk, clock, f"{site}/map.xml")
    assert (heard.added.new, len(heard.added.problems)) == ((), 1)
    pages(one=FERRY)
    (heard,) = once(desk, clock, f"{site}/map.xml")
    assert heard.added.new == ("a1",)


def test_what_robots_txt_closes_is_not_asked_for(site, desk, clock):
    """A closed feed is a problem; robots.txt is asked once an hour."""
    Site.answers["/robots.txt"] = (200, {}, "User-agent: *\nDisallow: /closed\n")
    pages(one=FERRY, two=VOTE)
    Site.answers["/feed"] = rss(site, "one", "two")
    Site.answers["/closed"] = rss(site, "one")
    heard = once(desk, clock, f"{site}/closed", f"{site}/feed")
    assert [one.added.problems[0].code if one.added.problems else "" for one in heard] == ["robots", ""]
    asked = [path for path, _ in Site.asked]
    assert "/closed" not in asked
    assert asked.count("/robots.txt") == 1


def test_pauses_between_two_pages(site, desk, clock):
    """As long as the site asks for in Crawl-delay, and a second where it asks for nothing."""
    pages(one=FERRY, two=VOTE)
    Site.answers["/feed"] = rss(site, "one", "two")
    Site.answers["/robots.txt"] = (200, {}, "User-agent: *\nCrawl-delay: 7\n")
    manners = Manners(1.0, clock, clock.sleep)
    feed = f"{site}/feed"
    list(Watching(desk, desk._base, INSIDE, (feed,), manners, clock=clock, sleep=clock.sleep).once())
    assert clock.slept == [7.0, 7.0]


def test_what_is_no_feed_is_told(site, desk, clock):
    """A page in the place of a feed is a problem that says what to do."""
    pages(one=FERRY)
    (heard,) = once(desk, clock, f"{site}/one")
    assert heard.added.problems[0].code == "no-articles"


def test_many_new_entries_come_bit_by_bit(site, tmp_path, clock):
    """Of a long feed so many pages as the settings allow are fetched at once, the rest the next times."""
    few = replace(INSIDE, max_feed_pages=2)
    pages(one=FERRY, two=VOTE, three=FERRY_AGAIN)
    Site.answers["/feed"] = rss(site, "one", "two", "three", ETag='"v1"')
    with Collection.open(tmp_path / "few.variorum", settings=few) as desk:
        found = Watching(desk, desk._base, few, (f"{site}/feed",), Manners(0.0, clock, clock.sleep), clock=clock)
        assert [len(heard.added.new) for _ in range(3) for heard in found.once()] == [2, 1, 0]
