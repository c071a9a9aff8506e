"""Which reader reads which kind of bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from variorum.errors import InputError
from variorum.ingest import records
from variorum.ingest._source import Item, Reader, Source, refused
from variorum.ingest.sniff import Kind, kind


def read(source: Source) -> Iterator[Item]:
    """Yield the articles in some bytes; whatever is wrong with them comes out as a problem, never as an error."""
    try:
        yield from _READERS[_kind(source)](source)
    except InputError as error:
        yield refused(source.path, error.code, str(error))
    except Exception as error:  # noqa: BLE001 - the law: no input, however broken, raises anything but our errors
        yield refused(source.path, "unreadable", f"{source.path} cannot be read ({_said(error)}): save it again")


def _kind(source: Source) -> Kind:
    """Return what the bytes are; what its server calls HTML and begins as no other kind is a page."""
    found = kind(source.path, source.data)
    return "html" if found == "text" and source.media in _PAGES else found


_PAGES = frozenset(["text/html", "application/xhtml+xml"])


def _said(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


def _as_is(media: str) -> Reader:
    def one(source: Source) -> Iterator[Item]:
        yield source.capture(media)

    return one


def _nothing(code: str, message: str) -> Reader:
    def none(source: Source) -> Iterator[Item]:
        yield refused(source.path, code, message.format(source.path))

    return none


def _lazily(module: str, name: str) -> Reader:
    """Return a reader that is imported when it is first needed: most inputs need none of these."""

    def late(source: Source) -> Iterator[Item]:
        reader: Callable[[Source], Iterator[Item]] = getattr(import_module(f"variorum.ingest.{module}"), name)
        return reader(source)

    return late


_READERS: Mapping[Kind, Reader] = {
    "text": _as_is("text/plain"),
    "markdown": _as_is("text/markdown"),
    "html": _as_is("text/html"),
    "json": records.json_records,
    "jsonl": records.json_lines,
    "csv": records.table_rows,
    "gzip": _lazily("packed", "gzipped"),
    "zip": _lazily("packed", "zipped"),
    "docx": _lazily("office", "document"),
    "pdf": _lazily("office", "pages"),
    "mail": _lazily("mail", "message"),
    "feed": _lazily("feeds", "entries"),
    "newsml": _lazily("feeds", "items"),
    "warc": _lazily("archives", "records"),
    "empty": _nothing("empty", "{} is empty: give a file that holds an article"),
    "binary": _nothing("binary", "{} holds no text (an image, sound or program): give text, HTML, JSON or PDF"),
}
