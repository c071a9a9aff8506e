"""Web archives: the pages in a WARC file (ISO 28500)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.errors import InputError
from variorum.ingest._source import Item, Source, quieten, refused

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]

_PAGES = frozenset(["text/html", "application/xhtml+xml"])


def records(source: Source) -> Iterator[Item]:
    """Return the pages that were answered with success, `path#n` for the page n."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]  # noqa: PLC0415 - only archives need it
        from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]  # noqa: PLC0415 - the same
    except ImportError as error:
        message = f"{source.path} is a web archive and the part that reads it is missing: run `pip install warcio`"
        raise InputError(message, code="missing-part") from error
    quieten("warcio")
    found: list[Item] = []
    try:
        with redirect_stderr(io.StringIO()):  # it prints its warnings there
            for record in filter(_is_page, ArchiveIterator(io.BytesIO(source.data))):
                found.append(_page(replace(source, path=f"{source.path}#{len(found) + 1}"), record))
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        message = f"{source.path} breaks off after {len(found)} pages ({error}): copy it again"
        found.append(refused(source.path, "truncated", message))
    if not found:
        found.append(refused(source.path, "no-articles", f"{source.path} holds no page that was answered"))
    return iter(found)


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type not in {"response", "resource"}:
        return False
    answered = record.http_headers is None or record.http_headers.get_statuscode() == "200"
    return answered and _media(record) in _PAGES


def _kind(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "")


def _media(record: ArcWarcRecord) -> str:
    return _kind(record).partition(";")[0].strip().lower()


def _page(source: Source, record: ArcWarcRecord) -> Item:
    data = record.content_stream().read(source.settings.max_input_bytes + 1)
    if len(data) > source.settings.max_input_bytes:
        return refused(source.path, "too-large", f"{source.path} is over the limit of one input: save its text")
    charset = _kind(record).partition("charset=")[2].split(";")[0].strip("\"' ") or None
    url = record.rec_headers.get_header("WARC-Target-URI")
    return replace(source, data=data, url=url, encoding=charset).capture("text/html")
