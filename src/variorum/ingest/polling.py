"""Feeds and sitemaps that are asked again and again: what is new in them, and when to ask next.

RSS, Atom (RFC 4287), sitemaps and news sitemaps (sitemaps.org). Requests are conditional (RFC 9110, 13.1), so that a
feed that has not changed costs its site a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from variorum.errors import InputError
from variorum.ingest._source import Item, Source, refused
from variorum.ingest.feeds import linked, listed, read_entry
from variorum.ingest.fetch import Answer, accepted, answered
from variorum.ingest.markup_tree import below, name, parsed, words
from variorum.model import Fields, Problem

if TYPE_CHECKING:
    from variorum.ingest.fetch import Robots
    from variorum.settings import Settings

_UNCHANGED = 304
_BUSY = frozenset([429, 503])
_INNER_MAPS = 3
"""Sitemaps of an index that are asked: the newest ones. A site's other ones are its archive."""
TEMPORARY = frozenset(["fetch-failed", "too-many-redirects"])
"""Codes of problems after which a page is worth asking for again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article that a feed names: `mark` changes when the feed says something else of it."""

    address: str
    mark: bytes
    fields: Fields
    source: Source
    element: Any = None
    full: bool = False

    def read(self, robots: Robots) -> Iterator[Item]:
        """Yield its article: the feed's own text where it has all, else the page, else what the feed says."""
        source = replace(self.source, path=self.address, robots=robots)
        if self.element is not None:
            fetch = self.fields.url is not None
            yield from read_entry(source, self.element, self.fields, full=self.full, fetch=fetch)
            return
        try:
            yield linked(source, self.fields, self.address)
        except InputError as error:
            yield refused(self.address, error.code, str(error))


@dataclass(frozen=True, slots=True)
class Poll:
    """What a feed has answered: its entries, the newest first, `None` where it has not changed since.

    `etag` and `modified` are to be given with the next question, `wait` is how many seconds the site asks to wait.
    """

    entries: tuple[Entry, ...] | None = None
    etag: str | None = None
    modified: str | None = None
    wait: float | None = None
    problem: Problem | None = None


def polled(
    url: str, settings: Settings, robots: Robots, *, etag: str | None = None, modified: str | None = None
) -> Poll:
    """Ask a feed what it has; whatever fails is the poll's problem."""
    known = {"If-None-Match": etag, "If-Modified-Since": modified}
    try:
        answer = answered(url, settings, robots, {key: value for key, value in known.items() if value})
        if answer.status == _UNCHANGED:
            return Poll(None, etag, modified)
        if answer.status in _BUSY:
            wait = _seconds(answer.headers.get("retry-after"))
            message = f"{url} answers {answer.status}: it asks to come again later"
            return Poll(None, etag, modified, wait, Problem(url, "busy", message, fatal=True))
        entries = tuple(_entries(_source(url, accepted(answer), settings), robots, depth=0))
    except InputError as error:
        return Poll(None, etag, modified, None, Problem(url, error.code, str(error), fatal=True))
    return Poll(entries, answer.headers.get("etag"), answer.headers.get("last-modified"))


def _source(url: str, answer: Answer, settings: Settings) -> Source:
    return Source(url, answer.data, settings, answer.url, answer.encoding, answer.media)


def _entries(source: Source, robots: Robots, depth: int) -> Iterator[Entry]:
    root = parsed(source.data, source.path)
    if name(root) == "sitemapindex" and depth == 0:
        for inner in _newest(root, "sitemap")[:_INNER_MAPS]:
            answer = accepted(answered(inner["loc"], source.settings, robots))
            yield from _entries(_source(inner["loc"], answer, source.settings), robots, depth=1)
    elif name(root) == "urlset":
        yield from (_of_map(one, source) for one in _newest(root, "url"))
    else:
        found = [_of_feed(element, fields, full, source) for element, fields, full in listed(root)]
        if not found:
            message = f"{source.path} is neither a feed nor a sitemap with entries: check the address"
            raise InputError(message, code="no-articles")
        yield from found


def _of_feed(element: object, fields: Fields, full: bool, source: Source) -> Entry:
    address = fields.url or f"{source.path}#{_digest(fields.title, fields.text).hex()}"
    said = (fields.date, fields.modified, fields.title)
    return Entry(address, _digest(*said, *(() if any(said[:2]) else (fields.text,))), fields, source, element, full)


def _of_map(one: Mapping[str, str], source: Source) -> Entry:
    fields = Fields(title=one.get("title"), date=one.get("publication_date"), url=one["loc"])
    return Entry(one["loc"], _digest(one.get("lastmod"), one.get("publication_date"), one.get("title")), fields, source)


def _newest(root: Any, kind: str) -> list[dict[str, str]]:  # noqa: ANN401 - lxml's elements have no type
    """Return what a sitemap says of each of its addresses, the newest first, those without a date last."""
    wanted = ("loc", "lastmod", "publication_date", "title")
    found = [{key: said for key in wanted if (said := words(one, key))} for one in below(root, kind)]
    named = [one for one in found if one.get("loc", "").startswith(("http://", "https://"))]
    return sorted(named, key=lambda one: one.get("lastmod") or one.get("publication_date") or "", reverse=True)


def _digest(*said: str | None) -> bytes:
    return sha256("\n".join(part or "" for part in said).encode("utf-8", "surrogatepass")).digest()[:16]


def _seconds(said: str | None) -> float | None:
    """Return the seconds that Retry-After (RFC 9110, 10.2.3) asks for."""
    if not said:
        return None
    if said.strip().isdigit():
        return float(said)
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return None
    return max(0.0, (until.astimezone(UTC) - datetime.now(UTC)).total_seconds())
