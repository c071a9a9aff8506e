"""Word documents (Office Open XML) and the text layer of PDF files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.errors import InputError
from variorum.ingest._source import Item, Source, quieten
from variorum.ingest.markup_tree import below, name, parsed, words
from variorum.ingest.zip_members import limit_of, member
from variorum.model import Fields

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

_PAGES = 400
"""A longer PDF is a book or a report; a newsroom's page is one or two."""


def document(source: Source) -> Iterator[Item]:
    """Yield the text of a Word document as one article, with the title and author of its properties."""
    with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
        limit = min(limit_of(source), source.settings.max_input_bytes)
        body = parsed(member(source, archive, archive.getinfo("word/document.xml"), limit), source.path)
        known = {entry.filename: entry for entry in archive.infolist()}
        core = known.get("docProps/core.xml")
        about = parsed(member(source, archive, core, limit), source.path) if core else None
    text = "\n\n".join(line for p in below(body, "p") if (line := _line(p)))
    if not text:
        message = f"{source.path} is a Word document without text: save its text and give that"
        raise InputError(message, code="no-text")
    author = words(about, "creator") if about is not None else None
    yield source.capture("application/json", Fields(text=text, authors=(author,) if author else ()))


def _line(paragraph: _Element) -> str:
    pieces = (
        _PIECES.get(name(element), element.text) if name(element) in _KEPT else "" for element in paragraph.iter()
    )
    return " ".join("".join(piece or "" for piece in pieces).split())


_PIECES = {"tab": " ", "br": " ", "cr": " "}
_KEPT = frozenset(["t", "tab", "br", "cr"])


def pages(source: Source) -> Iterator[Item]:
    """Yield the text layer of a PDF as one article; a scan without one is refused."""
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - costs 150 ms, and only PDF needs it
    except ImportError as error:
        message = f"{source.path} is a PDF and the part that reads it is missing: run `pip install pypdf`"
        raise InputError(message, code="missing-part") from error
    quieten("pypdf")
    try:
        reader = PdfReader(io.BytesIO(source.data))
        sheets = [page.extract_text() or "" for page in reader.pages[:_PAGES]]
    except Exception as error:
        message = f"{source.path} is a PDF that cannot be read ({type(error).__name__}): print it to a new PDF"
        raise InputError(message, code="unreadable") from error
    text = "\n\n".join(sheet.strip() for sheet in sheets if sheet.strip())
    if not text:
        message = f"{source.path} has no text layer (a scan): run OCR on it first"
        raise InputError(message, code="no-text")
    yield source.capture("application/json", Fields(text=text))
