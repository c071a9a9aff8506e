"""Gzip and zip, unpacked within limits of size and of ratio."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from variorum.errors import InputError, LimitError
from variorum.ingest._readers import read
from variorum.ingest._source import Item, Source, refused
from variorum.ingest.sniff import KNOWN, suffix
from variorum.ingest.zip_members import check, limit_of, member

MAX_DEPTH = 3
"""Packings within packings: a gzipped WARC in a WACZ is two."""
MAX_MEMBERS = 20_000
_CHUNK = 1 << 16
_PACKED = re.compile(r"\.gz\Z", re.IGNORECASE)


def gzipped(source: Source) -> Iterator[Item]:
    """Yield what the articles in a gzip file are; the name inside is the name without `.gz`."""
    data = b"".join(_inflated(_deeper(source)))
    for item in read(replace(source, path=_PACKED.sub("", source.path), data=data, depth=source.depth + 1)):
        yield replace(item, path=_renamed(item.path, source.path))


def _renamed(path: str, packed: str) -> str:
    """Put the name as given back in the place of the name inside."""
    return packed + path.removeprefix(_PACKED.sub("", packed))


def _deeper(source: Source) -> Source:
    if source.depth >= MAX_DEPTH:
        message = f"{source.path} is packed more than {MAX_DEPTH} times over: unpack it yourself"
        raise LimitError(message, code="too-large")
    return source


def _inflated(source: Source) -> Iterator[bytes]:
    limit, total, data = limit_of(source), 0, source.data
    while data[:2] == b"\x1f\x8b":  # a gzip file may hold several members, and a WARC always does
        engine = zlib.decompressobj(wbits=31)
        while data and not engine.eof:
            piece = engine.decompress(data, _CHUNK)
            total += len(piece)
            check(source, total, limit)
            yield piece
            data = engine.unconsumed_tail or (b"" if not engine.eof else data)
        if not engine.eof:
            message = f"{source.path} breaks off: copy it again"
            raise InputError(message, code="truncated")
        data = engine.unused_data


def zipped(source: Source) -> Iterator[Item]:
    """Yield the articles in a zip: a DOCX is one article, any other zip (WACZ too) is its files of known kinds."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(_deeper(source).data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        message = f"{source.path} is a broken zip ({error}): copy it again"
        raise InputError(message, code="truncated") from error
    names = [entry for entry in archive.infolist() if not entry.is_dir()][:MAX_MEMBERS]
    if any(entry.filename == "word/document.xml" for entry in names):
        from variorum.ingest.office import document  # noqa: PLC0415 - needs an XML parser, and most inputs are not DOCX

        yield from document(source)
        return
    wanted = [entry for entry in names if suffix(entry.filename) in KNOWN and not _is_index(entry.filename)]
    if not wanted:
        yield refused(source.path, "nothing-to-read", f"{source.path} holds no file that can be read: unpack it")
    left = limit_of(source)
    for entry in sorted(wanted, key=lambda e: e.filename):
        inside = f"{source.path}/{entry.filename}"
        try:
            data = member(source, archive, entry, left)
        except LimitError:
            raise
        except InputError as error:
            yield refused(inside, error.code, str(error))
            continue
        left -= len(data)
        yield from read(replace(source, path=inside, data=data, depth=source.depth + 1))


def _is_index(name: str) -> bool:
    """Tell the files about the archive in a WACZ from the archive itself."""
    return name.startswith(("pages/", "indexes/", "__MACOSX/")) or name in {"datapackage.json", "fuzzy.json"}
