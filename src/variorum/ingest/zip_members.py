"""The files within a zip, each read only where what its entry claims is within a limit."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING

from variorum.errors import InputError, LimitError

if TYPE_CHECKING:
    from variorum.ingest._source import Source


def limit_of(source: Source) -> int:
    """Return how many bytes a packed input may unpack to, all its files together."""
    settings = source.settings
    return min(len(source.data) * settings.max_unpacked_ratio, settings.max_input_bytes * 8)


def check(source: Source, total: int, limit: int) -> None:
    """Raise `LimitError` where more than `limit` bytes were unpacked."""
    if total > limit:
        message = f"{source.path} unpacks to over {limit >> 20} MiB: unpack it yourself if you trust it"
        raise LimitError(message, code="too-large")


def member(source: Source, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    """Return the bytes of one file of a zip; raise `LimitError` beyond `limit`, `InputError` where it is broken."""
    check(source, entry.file_size, limit)  # no more than this is unpacked, whatever the file holds
    try:
        with archive.open(entry) as packed:
            data = packed.read(limit + 1)
    except (zipfile.BadZipFile, RuntimeError, OSError, zlib.error, EOFError, NotImplementedError) as error:
        message = f"{source.path}: {entry.filename} cannot be unpacked ({error}): unpack it yourself"
        raise InputError(message, code="truncated") from error
    check(source, len(data), limit)
    return data
