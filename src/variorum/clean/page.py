"""A web page: its article's text by trafilatura, and what its head and JSON-LD say of it.

Barbaresi, "Trafilatura" (ACL 2021): .958 F1 on the AEB pages, the best of the libraries that run in Python.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from variorum.clean import stamps
from variorum.clean.byline import is_outlet
from variorum.clean.linked_data import article_in
from variorum.lexicon import rows
from variorum.model import Capture, Fields, Problem
from variorum.text.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_LARGEST = 8 << 20
"""Of a larger page the beginning is read: the largest of 1,000 saved pages had 4 MiB, nearly all of it script."""
_FEW = 25
"""A page whose text has fewer words shows no article: the shortest report on the AEB pages has 37."""
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_SITE = re.compile(r"\s+(?:[|–—·•»-]|::)\s+([^|–—·•»]{2,60})\Z")
_BYLINES = (
    "//*[@rel='author' or @itemprop='author' or @itemprop='creator']",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]",
    "//*[contains(@class, 'author-name') or contains(@class, 'byline__name') or contains(@class, 'article-author')]",
)
_TIMES = (
    "//time[@datetime and (@pubdate or @itemprop='datePublished')]/@datetime",
    "(//article//time|//header//time)[1]/@datetime",
    "//*[@itemprop='datePublished']/@datetime",
)
_DATED = (
    "//*[contains(@class, 'date') or contains(@class, 'posted') or contains(@class, 'publish')"
    " or contains(@class, 'time')]"
    "[not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::li)]"
)
"""Elements whose class speaks of a date, lists of other stories left out."""
_NAME = 120


def page(capture: Capture) -> tuple[Fields, tuple[Problem, ...]]:
    """Return what a page says of its article, the body in `text`, and what a reader must know of it."""
    declared = _CHARSET.search(capture.data[:2048])
    label = capture.encoding or (declared[1].decode("ascii") if declared else None)
    decoded = decode(capture.data[:_LARGEST], label)
    problems = []
    if decoded.doubt:
        message = f"{capture.path}: {decoded.doubt}; check names with accents"
        problems.append(Problem(capture.path, "encoding", message))
    if len(capture.data) > _LARGEST:
        message = (
            f"{capture.path} has {len(capture.data) >> 20} MiB; its first {_LARGEST >> 20} are read: save it smaller"
        )
        problems.append(Problem(capture.path, "too-long", message))
    fields = _read(decoded.text.replace("\0", ""), capture)
    if len((fields.text or "").split()) < _FEW:
        message = f"{capture.path} shows no article (a start page, or one that only a script fills): save its text"
        problems.append(Problem(capture.path, "no-article", message))
    return fields, tuple(problems)


def _read(markup: str, capture: Capture) -> Fields:
    from trafilatura import bare_extraction, load_html  # noqa: PLC0415 - costs 350 ms, and only pages need it

    tree = load_html(_without_declaration(markup))
    if tree is None:
        return capture.fields
    said = _said(tree, capture.fields)
    document = bare_extraction(tree, url=said.url, include_comments=False, with_metadata=False)
    body = getattr(document, "text", None) or ""
    text = "\n\n".join(line.strip() for line in body.split("\n") if line.strip())
    return replace(said, text=text or said.text)


def _without_declaration(markup: str) -> str:
    """Drop an XML declaration: lxml refuses one in text that is decoded already."""
    return re.sub(r"\A\s*<\?xml[^>]*\?>", "", markup)


def _said(tree: HtmlElement, given: Fields) -> Fields:
    """Join what the capture, the JSON-LD, the meta elements and the page's own elements say, in this order."""
    linked = article_in(script.text or "" for script in tree.iterfind(".//script[@type='application/ld+json']"))
    meta = _meta(tree)
    outlet = given.outlet or linked.outlet or _outlet(meta.get("outlet", ()))
    title = given.title or linked.title or next(iter(meta.get("title", ())), None) or _heading(tree)
    return Fields(
        title=_bare_title(title, outlet) if title else None,
        text=linked.text,
        url=given.url or _canonical(tree) or linked.url or _address(meta.get("url", ())),
        date=given.date or linked.date or next(iter(meta.get("date", ())), None) or _time(tree),
        authors=given.authors or linked.authors or _authors(tree, meta),
        outlet=outlet,
        language=given.language or tree.get("lang") or next(iter(meta.get("language", ())), None) or linked.language,
        modified=given.modified or linked.modified or next(iter(meta.get("modified", ())), None),
    )


@cache
def _known() -> dict[str, tuple[str, int]]:
    return {row["key"]: (row["field"], rank) for rank, row in reversed(list(enumerate(rows("page_meta"))))}


def _meta(tree: HtmlElement) -> dict[str, tuple[str, ...]]:
    """Return the meta elements' values by field, the best name first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        known, value = _known().get((name or "").lower()), _plain(element.get("content") or "")
        if known and value:
            found.setdefault(known[0], []).append((known[1], value))
    return {
        field: tuple(dict.fromkeys(value for _, value in sorted(values, key=_rank))) for field, values in found.items()
    }


def _rank(entry: tuple[int, str]) -> int:
    return entry[0]


def _plain(words: str) -> str:
    return _SPACE.sub(" ", html.unescape(words)).strip()


def _outlet(names: tuple[str, ...]) -> str | None:
    return next((name for name in names if len(name) < _NAME and not name.startswith(("©", "http", "@"))), None)


def _address(values: tuple[str, ...]) -> str | None:
    return next((value for value in values if value.startswith(("http://", "https://"))), None)


def _canonical(tree: HtmlElement) -> str | None:
    links = (link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return _address(tuple(links))


def _heading(tree: HtmlElement) -> str | None:
    headings = [_plain(heading.text_content()) for heading in tree.iter("h1")]
    if len(set(filter(None, headings))) == 1:
        return next(filter(None, headings))
    title = next(tree.iter("title"), None)
    return _plain(title.text_content()) or None if title is not None else None


def _bare_title(title: str, outlet: str | None) -> str:
    """Take the site's name off the end of a title."""
    while match := _SITE.search(title):
        site = match[1].casefold()
        own = outlet is not None and (site in outlet.casefold() or outlet.casefold() in site)
        if not own and not is_outlet(match[1]):
            break
        title = title[: match.start()]
    return title


def _time(tree: HtmlElement) -> str | None:
    return next((str(value) for path in _TIMES for value in tree.xpath(path)), None) or _shown(tree)


def _shown(tree: HtmlElement) -> str | None:
    """Return the first line of a date that the page shows where a date belongs."""
    lines = (_plain(" ".join(element.itertext())) for element in tree.xpath(_DATED))
    return next((line for line in lines if stamps.in_line(line) is not None), None)


def _authors(tree: HtmlElement, meta: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    named = tuple(name for name in meta.get("authors", ()) if not name.startswith(("http", "@")) and len(name) < _NAME)
    return named[:1] or next(_signed(tree), ())


def _signed(tree: HtmlElement) -> Iterator[tuple[str, ...]]:
    """Yield the names in the elements that are marked as the author's, one path after the other."""
    for path in _BYLINES:
        names = (_plain(" ".join(element.itertext())) for element in tree.xpath(path))
        found = tuple(dict.fromkeys(name for name in names if 0 < len(name) < _NAME))
        if found:
            yield found
