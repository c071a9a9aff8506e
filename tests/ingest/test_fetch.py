"""Addresses are fetched politely, within limits, and not from inside the machine unless asked."""

from __future__ import annotations

import contextlib
import gzip
import threading
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from variorum.ingest import captures
from variorum.ingest._readers import read
from variorum.ingest._source import Source
from variorum.model import Capture, Problem
from variorum.settings import DEFAULT

PAGE = b"<html><head><title>T</title></head><body><p>The ferry was late.</p></body></html>"
INSIDE = replace(DEFAULT, allow_private_addresses=True, fetch_seconds=1.0, max_input_bytes=100_000)


HTML = {"Content-Type": "text/html; charset=utf-8"}
ANSWERS = {
    "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /closed\n"),
    "/moved": (302, {"Location": "/page"}, b""),
    "/ring": (302, {"Location": "/ring2"}, b""),
    "/ring2": (302, {"Location": "/ring"}, b""),
    "/large": (200, HTML, b"<html>" + b"x" * 200_000),
    "/gone": (404, {}, b""),
    "/packed": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE.replace(b"late", b"late " * 9000))),
    "/bomb": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b"<p>" + b"0" * 30_000_000)),
    "/dates": (200, {}, b"<rss><item><title>Late</title><description>So.</description></item></rss>"),
}  # fmt: skip
FEED = """<rss><channel><title>Torvel News</title>
<item><title>Ferry late</title><link>{0}/page</link><description>Late.</description>
 <pubDate>Mon, 13 Jan 2031 10:00:00 GMT</pubDate></item>
<item><title>Closed</title><link>{0}/closed/a</link><description>It is closed.</description></item>
<item><title>A feed again</title><link>{0}/feed</link><description>Round it goes.</description></item>
<item><title>Whole</title><link>{0}/whole</link><content>The whole text.</content></item>
<item><title>Second page</title><link>{0}/page2</link><description>Late again.</description></item>
</channel></rss>"""


class Site(BaseHTTPRequestHandler):
    """A small news site with what goes wrong on such sites."""

    seen: ClassVar[list[tuple[str, str]]] = []
    broken = 0

    def do_GET(self):
        """Answer by the path."""
        Site.seen.append((self.path, self.headers["User-Agent"]))
        status, headers, body = self._answer()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(OSError):  # who asked may be gone
            self._drip(body) if self.path == "/drip" else self.wfile.write(body)

    def _drip(self, body):
        for byte in body:
            self.wfile.write(bytes([byte]))
            threading.Event().wait(0.1)

    def _answer(self):
        if self.path == "/silent":
            threading.Event().wait(1.6)
        if self.path == "/shaky":
            Site.broken += 1
            return (500, {}, b"") if Site.broken % 2 else (200, HTML, PAGE)
        if self.path == "/feed":
            address = "http://{}:{}".format(*self.server.server_address)
            return 200, {"Content-Type": "application/rss+xml"}, FEED.format(address).encode()
        return ANSWERS.get(self.path, (200, HTML, PAGE))

    def log_message(self, *args):
        """Stay quiet."""


@pytest.fixture(scope="module")
def site():
    """Run the site while the tests of this module run."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_page(site):
    """A page is a capture with its address, its encoding and an honest user agent."""
    found, problems = captures([f"{site}/page"], settings=INSIDE)
    assert not problems
    assert [(c.path, c.url, c.media, c.encoding, c.data) for c in found] == [
        (f"{site}/page", f"{site}/page", "text/html", "utf-8", PAGE)
    ]
    assert Site.seen[-1][1].startswith("variorum/")


def test_packed_answer(site):
    """An answer that the server packed is unpacked whole."""
    assert captures([f"{site}/packed"], settings=INSIDE)[0][0].data.count(b"late") == 9000


def test_redirect_and_retry(site):
    """A redirect is followed, and a server's own error is asked once more."""
    assert captures([f"{site}/moved"], settings=INSIDE)[0][0].url == f"{site}/page"
    assert len(captures([f"{site}/shaky"], settings=INSIDE)[0]) == 1


@pytest.mark.parametrize(
    ("path", "code"),
    [("/closed/a", "robots"), ("/ring", "too-many-redirects"), ("/large", "too-large"), ("/bomb", "too-large"),
     ("/gone", "fetch-failed"),
     ("/silent", "fetch-failed")],
)  # fmt: skip
def test_refusals(site, path, code):
    """Closed, circling, large, missing and silent addresses each are one clear problem."""
    found, problems = captures([f"{site}{path}"], settings=INSIDE)
    assert not found
    assert [(p.code, p.fatal) for p in problems] == [(code, True)]


@pytest.mark.parametrize("url", ["http://127.0.0.1/a", "http://localhost/a", "http://[::1]/a", "http://10.0.0.1/a",
                                 "http://169.254.169.254/latest"])  # fmt: skip
def test_private_addresses_are_refused(url):
    """An address inside the machine or a private net is refused unless it is asked for."""
    assert [p.code for p in captures([url])[1]] == ["private-address"]


@pytest.mark.parametrize("url", ["http://", "http://[", "http://a b/", "http://x:99999/"])
def test_no_address(url):
    """What is no address is a problem."""
    found, problems = captures([url])
    assert not found
    assert problems


def test_feed_of_summaries(site):
    """In place of a summary the linked page is read, with what the feed says of it; where it cannot be, it says so."""
    found, problems = captures([f"{site}/feed"], settings=INSIDE)
    assert [(c.path.rpartition("#")[2], c.media, c.fields.title) for c in found] == [
        ("1", "text/html", "Ferry late"),
        ("2", "application/json", "Closed"),
        ("3", "application/json", "A feed again"),
        ("4", "application/json", "Whole"),
        ("5", "text/html", "Second page"),
    ]
    assert (found[0].data, found[0].url) == (PAGE, f"{site}/page")
    assert found[0].fields.date == "Mon, 13 Jan 2031 10:00:00 GMT"
    assert [(p.path.rpartition("#")[2], p.code, p.fatal) for p in problems] == [
        ("2", "summary-only", False),
        ("3", "summary-only", False),
    ]
    assert "robots.txt" in problems[0].message


def test_robots_once_a_site(site):
    """However many pages of a site one run reads, its robots.txt is asked for once; the next run asks anew."""
    for times in (1, 2):
        asked = len(Site.seen)
        captures([f"{site}/feed", f"{site}/page", f"{site}/closed/a", f"{site}/moved"], settings=INSIDE)
        assert [path for path, _ in Site.seen[asked:]].count("/robots.txt") == 1, times


def test_robots_of_a_silent_site(monkeypatch):
    """A site that does not answer is asked for its rules once, and each of its addresses is a problem."""
    asked = []

    def refuse(url, *_):
        asked.append(url)
        raise OSError

    monkeypatch.setattr("variorum.ingest.fetch._asked", refuse)
    found, problems = captures([f"http://news.example/{n}" for n in range(3)], settings=INSIDE)
    assert not found
    assert [p.code for p in problems] == ["fetch-failed"] * 3
    assert asked == ["http://news.example/robots.txt"] * 2


def test_feed_of_too_many_pages(site):
    """No more pages are fetched than the setting allows; the other entries keep their summaries."""
    found, _ = captures([f"{site}/feed"], settings=replace(INSIDE, max_feed_pages=1))
    assert [c.media for c in found] == ["text/html", *["application/json"] * 4]


def test_feed_from_a_file_fetches_nothing(site, tmp_path):
    """A feed that lies in a file is no leave to ask the net."""
    (tmp_path / "feed.rss").write_text(FEED.format(site))
    asked = len(Site.seen)
    found, problems = captures([str(tmp_path / "feed.rss")], settings=INSIDE)
    assert len(found) == 5
    assert [p.code for p in problems] == ["summary-only"] * 4
    assert len(Site.seen) == asked


def test_feed_never_leads_inside(site):
    """A link of a public feed into the machine itself is refused, and nothing is asked there."""
    asked = len(Site.seen)
    items = list(read(Source("feed", FEED.format(site).encode(), url="https://news.example/feed")))
    assert [item.media for item in items if isinstance(item, Capture)] == ["application/json"] * 5
    assert sum("private" in item.message for item in items if isinstance(item, Problem)) == 4
    assert len(Site.seen) == asked


def test_feed_without_dates(site):
    """A feed without dates is read, its articles have none, and that is told once."""
    found, problems = captures([f"{site}/dates"], settings=INSIDE)
    assert [(c.fields.title, c.fields.date) for c in found] == [("Late", None)]
    assert [(p.code, p.fatal) for p in problems] == [("summary-only", False), ("no-dates", False)]


@pytest.mark.parametrize("path", ["/silent", "/drip"])
def test_slowness_is_bounded(site, path):
    """A server that never answers, or byte by byte, costs no more than the tries at the limit."""
    began = time.monotonic()
    found, problems = captures([f"{site}{path}"], settings=replace(INSIDE, fetch_seconds=0.3))
    assert time.monotonic() - began < 3
    assert not found
    assert [p.code for p in problems] == ["fetch-failed"]
