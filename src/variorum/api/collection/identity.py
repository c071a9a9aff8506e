"""Which article of a collection a new one is: by its address, by its words, or by its name and likeness."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

from variorum.lexicon import column
from variorum.store import articles as kept
from variorum.text.shingles import shingles

if TYPE_CHECKING:
    from variorum.model import Article
    from variorum.store.database import Database

EDITED = 0.3
"""Share of the shorter text's runs of five words that stand in the other, from which two texts under one name are
versions of one: half of a text moved or rewritten leaves more than that."""
_WIDTH = 5
_RECORD = re.compile(r"#\d+\Z")


def address_of(url: str | None) -> str | None:
    """Return what is the same in all addresses of one page: no scheme, no `www.`, no fragment, no tracking."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    host = parts.netloc.lower().rpartition("@")[2].removeprefix("www.").removeprefix("amp.")
    kept = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(pair[0].lower()))
    return host + (parts.path.rstrip("/") or "/") + (f"?{urlencode(kept)}" if kept else "")


def words_of(article: Article) -> bytes:
    """Return a digest of the title and the report's own words: spaces, furniture and the form of the file aside."""
    pieces = [article.title or "", *(article.text[p.start : p.end] for p in article.parts if p.kind != "headline")]
    words = " ".join(" ".join(pieces if article.parts else [article.title or "", article.text]).split())
    return sha256(words.encode("utf-8", "surrogatepass")).digest()[:16]


def stored_as(base: Database, article: Article, address: str | None, words: bytes) -> int | None:
    """Return the number of the stored article that this one is, the same or another version; `None` for a new one.

    The address decides. Without an equal one, equal words of one outlet on one day do, whatever id or address a feed
    gives them. A file of the same name counts where neither has an address and the texts are alike.
    """
    known = kept.twins(base, "address", address) if address else []
    known = known or [twin for twin in kept.twins(base, "words", words) if _same_issue(twin, article)]
    known = known or [twin for twin in kept.twins(base, "path", article.path) if _edited(base, twin, article)]
    return known[0].id if known else None


def _tracks(name: str) -> bool:
    known = column("tracking_params", "name")
    return name in known or any(name.startswith(begin) for begin in known if begin.endswith("_"))


def _same_issue(twin: kept.Twin, article: Article) -> bool:
    outlet = article.publisher.name if article.publisher else None
    if twin.outlet != outlet or (outlet is None and twin.url and article.url):
        return False
    days = {value[:10] for value in (twin.published, article.published and article.published.value) if value}
    return len(days) < 2  # noqa: PLR2004 - two days are two issues


def _edited(base: Database, twin: kept.Twin, article: Article) -> bool:
    if twin.url or article.url:
        return False
    old = kept.article(base, twin.id)
    if old.title and old.title == article.title and not _RECORD.search(article.path):
        return True
    a, b = (set(shingles([one.text], _WIDTH).hashes.tolist()) for one in (old, article))
    return len(a & b) >= EDITED * max(min(len(a), len(b)), 1)
