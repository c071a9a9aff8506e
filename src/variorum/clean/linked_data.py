"""What a page's JSON-LD says of its article (schema.org NewsArticle and its kin)."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING

from variorum.model import Fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review|AnalysisNewsArticle)\Z")
_BREAK = re.compile(r"[\x00-\x1f]+")
_TAG = re.compile(r"<[^<>]{1,200}>")
_DEEPEST = 6


def article_in(scripts: Iterable[str]) -> Fields:
    """Return what the first article among the scripts' objects says of itself; broken scripts are passed over."""
    objects = [entry for script in scripts for entry in _objects(_parsed(script), 0)]
    article = next((entry for entry in objects if _is_article(entry)), None)
    return _fields(article) if article is not None else Fields()


def _parsed(script: str) -> object:
    words = script.strip().removeprefix("<!--").removesuffix("-->").strip().removesuffix(";")
    for attempt in (words, _BREAK.sub(" ", words)):
        try:
            return json.loads(attempt)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _objects(entry, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _objects(value.get(key), depth + 1)


def _is_article(entry: dict[str, object]) -> bool:
    kinds = entry.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in named)


def _fields(entry: dict[str, object]) -> Fields:
    url = _words(entry.get("url")) or _words(entry.get("mainEntityOfPage"))
    return Fields(
        title=_words(entry.get("headline")) or _words(entry.get("name")),
        text=_body(entry.get("articleBody")),
        url=url if url and url.startswith("http") else None,
        date=_words(entry.get("datePublished")) or _words(entry.get("dateCreated")),
        authors=_people(entry.get("author")) or _people(entry.get("creator")),
        outlet=_words(entry.get("publisher")) or _words(entry.get("sourceOrganization")),
        language=_words(entry.get("inLanguage")),
        modified=_words(entry.get("dateModified")),
    )


def _words(value: object) -> str | None:
    if isinstance(value, str):
        return " ".join(_TAG.sub("", html.unescape(value)).split()) or None
    if isinstance(value, dict):
        return next((w for key in ("name", "@value", "alternateName", "@id") if (w := _words(value.get(key)))), None)
    if isinstance(value, list):
        return next((w for entry in value if (w := _words(entry))), None)
    return None


def _people(value: object) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    names = (_words(entry) for entry in listed)
    return tuple(name for name in names if name and not name.startswith(("http", "@", "#")))


def _body(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    lines = (line.strip() for line in _TAG.sub("\n", html.unescape(value)).splitlines())
    return "\n\n".join(line for line in lines if line) or None
