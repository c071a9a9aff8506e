"""Addresses are fetched politely, within limits, and not from inside the machine unless asked."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from variorum.ingest import captures
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
}


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
            self.wfile.write(body)

    def _answer(self):
        if self.path == "/silent":
            threading.Event().wait(1.6)
        if self.path == "/shaky":
            Site.broken += 1
            return (500, {}, b"") if Site.broken % 2 else (200, HTML, PAGE)
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


def test_redirect_and_retry(site):
    """A redirect is followed, and a server's own error is asked once more."""
    assert captures([f"{site}/moved"], settings=INSIDE)[0][0].url == f"{site}/page"
    assert len(captures([f"{site}/shaky"], settings=INSIDE)[0]) == 1


@pytest.mark.parametrize(
    ("path", "code"),
    [("/closed/a", "robots"), ("/ring", "too-many-redirects"), ("/large", "too-large"), ("/gone", "fetch-failed"),
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
