"""Articles in XML: RSS 0.9 to 2.0, Atom (RFC 4287), NewsML-G2, NITF, and trafilatura's own XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.errors import InputError
from variorum.ingest._source import Item, Source, refused
from variorum.ingest.markup_tree import below, inner, name, parsed, words
from variorum.ingest.sniff import kind
from variorum.model import Capture, Fields, Problem
from variorum.text.markup import is_marked_up, plain

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

_FULL = ("encoded", "content", "body")
_SHORT = ("description", "summary", "subtitle")
_PAGES = frozenset(["text/html", "application/xhtml+xml"])
_PUBLISHED = ("pubDate", "published", "date", "issued")
_BLOCKS = re.compile(r"<(?:\w+:)?(hl1|hl2|headline|block|p)\b")


def entries(source: Source) -> Iterator[Item]:
    """Yield the entries of a feed as articles; one that carries only a summary says so."""
    found = list(listed(parsed(source.data, source.path)))
    if not found:
        yield refused(source.path, "no-articles", f"the feed {source.path} has no entries: fetch it again later")
    left = source.settings.max_feed_pages if source.url else 0
    for number, (entry, fields, full) in enumerate(found, 1):
        one = replace(source, path=f"{source.path}#{number}")
        left -= not full
        yield from read_entry(one, entry, fields, full=full, fetch=left >= 0 and source.url is not None)
    read = [fields for _, fields, _ in found if fields.text or fields.title]
    if read and not any(fields.date for fields in read):
        message = f"the feed {source.path} gives no dates: its articles have those of their own pages, or none"
        yield Problem(source.path, "no-dates", message)


def listed(root: _Element) -> Iterator[tuple[_Element, Fields, bool]]:
    """Yield the entries of a feed, what each says, and whether its text is the whole article's."""
    outlet = words(_channel(root), "title")
    for entry in below(root, "item", "entry"):
        yield entry, *_fields(entry, outlet)


def _channel(root: _Element) -> _Element:
    return next(below(root, "channel"), root)


def _fields(entry: _Element, outlet: str | None) -> tuple[Fields, bool]:
    """Return what an entry says, and whether its text is the whole article's."""
    full, short = _text(entry, _FULL), _text(entry, _SHORT)
    fields = Fields(
        title=_title(entry),
        text=full or short,
        url=_link(entry),
        date=words(entry, *_PUBLISHED, "updated", "modified"),
        authors=tuple(dict.fromkeys(who for element in below(entry, "creator", "author") if (who := _who(element)))),
        outlet=words(entry, "source") or outlet,
        modified=words(entry, "updated", "modified") if words(entry, *_PUBLISHED) else None,
    )
    return fields, bool(full)


def read_entry(source: Source, entry: _Element, fields: Fields, *, full: bool, fetch: bool) -> Iterator[Item]:
    """Yield the entry's article: its own text, else the page it links to, else its summary with a problem."""
    why = ""
    if fetch and not full and fields.url:
        try:
            yield linked(source, fields, fields.url)
        except InputError as error:
            why = f" ({error})"
        else:
            return
    if not (fields.text or fields.title):
        yield refused(source.path, "no-text", f"{source.path} has neither text nor title: give the page it links to")
        return
    if not full:
        where = fields.url or "if it has one"
        yield Problem(source.path, "summary-only", f"{source.path} carries only a summary{why}: give the page, {where}")
    data = inner(entry).encode("utf-8", "surrogatepass")
    yield replace(source, data=data, url=fields.url, encoding=None).capture("application/json", fields)


def linked(source: Source, fields: Fields, url: str) -> Capture:
    """Return the page that an entry links to; the page itself knows its outlet better than the feed's title."""
    from variorum.ingest.fetch import asked_for  # noqa: PLC0415 - the HTTP client costs 60 ms, and it reads feeds

    found = asked_for(url, source.settings, source.robots)
    if found.media not in _PAGES and kind(found.path, found.data) != "html":
        message = f"{url} is no page"
        raise InputError(message, code="no-page")
    said = replace(fields, text=None, outlet=None, url=None)
    return replace(found, path=source.path).capture("text/html", said)


def _title(entry: _Element) -> str | None:
    title = words(entry, "title")
    return " ".join(plain(title).split()) if title and is_marked_up(title) else title


def _text(entry: _Element, names: tuple[str, ...]) -> str | None:
    for child in entry:
        if name(child) in names and (markup := inner(child)).strip():
            return plain(markup) or None
    return None


def _link(entry: _Element) -> str | None:
    links = [child for child in entry if name(child) == "link"]
    chosen = next((link for link in links if link.get("rel") in {None, "alternate"}), None)
    address = (chosen.get("href") or chosen.text or "").strip() if chosen is not None else ""
    address = address or (words(entry, "guid", "id") or "")
    return address if address.startswith(("http://", "https://")) else None


def _who(element: _Element) -> str | None:
    found = words(element, "name") or " ".join("".join(element.itertext()).split())
    mailed = re.fullmatch(r"\S+@\S+ \((.+)\)", found)
    return (mailed[1] if mailed else found) or None


_ITEMS = ("newsItem", "NewsItem", "nitf", "doc")


def items(source: Source) -> Iterator[Item]:
    """Yield the news items of NewsML-G2, NITF, NewsML 1 or trafilatura's XML."""
    root = parsed(source.data, source.path)
    found = (
        [root]
        if name(root) in {"newsItem", "nitf", "doc"}
        else list(below(root, "newsItem", "NewsItem", "nitf", "doc"))
    )
    if not found:
        yield refused(source.path, "no-articles", f"{source.path} holds no news item: give NewsML-G2, NITF or a feed")
    for number, item in enumerate(found, 1):
        path = source.path if len(found) == 1 else f"{source.path}#{number}"
        fields = _item(item)
        if fields.text or fields.title:
            yield replace(source, path=path, url=source.url or fields.url).capture("application/json", fields)
        else:
            yield refused(path, "no-text", f"{path} carries no text: it may only describe a picture")


def _item(item: _Element) -> Fields:
    if name(item) == "doc":
        return _saved(item)
    return Fields(
        title=words(item, "headline", "hl1", "HeadLine", "title"),
        text=_body(item),
        date=_when(item),
        authors=tuple(
            dict.fromkeys(who for element in below(item, "by", "byline", "ByLine") if (who := _line(element)))
        ),
        outlet=_provider(item),
        modified=_revised(item),
        language=next((found.get("tag") for found in below(item, "language") if found.get("tag")), None),
    )


def _line(element: _Element) -> str | None:
    return " ".join("".join(element.itertext()).split()) or None


def _body(item: _Element) -> str | None:
    for holder in below(item, "body.content", "body", "inlineXML", "inlineData", "DataContent"):
        paragraphs = [text for element in below(holder, "p", "hl2") if (text := _line(element))]
        text = "\n\n".join(paragraphs) or plain(inner(holder))
        if text:
            return text
    return None


_DATES = ("firstCreated", "contentCreated", "versionCreated", "FirstCreated", "ThisRevisionCreated", "published")


def _when(item: _Element) -> str | None:
    stated = words(
        item, "firstCreated", "contentCreated", "versionCreated", "FirstCreated", "ThisRevisionCreated", "published"
    )
    dates = (found.get("norm") for found in below(item, "date.release", "date.issue", "story.date"))
    return stated or next((date for date in dates if date), None)


def _revised(item: _Element) -> str | None:
    """Return when this version was made, where the first one's time is told apart from it."""
    first = words(item, "firstCreated", "FirstCreated")
    return words(item, "contentModified", *(("versionCreated", "ThisRevisionCreated") if first else ()))


def _provider(item: _Element) -> str | None:
    for found in below(item, "provider", "infoSource", "doc.copyright"):
        given = words(found, "name") or found.get("literal") or found.get("holder")
        if given:
            return given
    return words(item, "creditline", "copyrightHolder")


_SAVED = ("title", "source", "url", "date", "author", "sitename", "hostname", "language")


def _saved(item: _Element) -> Fields:
    text = "\n\n".join(
        line for part in below(item, "main") for p in below(part, "p", "head", "item", "quote") if (line := _line(p))
    )
    given = {
        key: item.get(key) or None
        for key in ("title", "source", "url", "date", "author", "sitename", "hostname", "language")
    }
    return Fields(
        title=given["title"],
        text=text or None,
        url=given["url"] or given["source"],
        date=given["date"],
        authors=tuple(who.strip() for who in (given["author"] or "").split(";") if who.strip()),
        outlet=given["sitename"] or given["hostname"],
        language=given["language"],
    )
