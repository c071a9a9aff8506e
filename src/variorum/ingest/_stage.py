"""From names to captures."""

from __future__ import annotations

import gzip
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from variorum.ingest._readers import read
from variorum.ingest._source import Item, Source, refused
from variorum.ingest.records import lines_of
from variorum.ingest.robots import SiteRules
from variorum.ingest.sniff import KNOWN
from variorum.model import Capture, Problem
from variorum.model.decision import ENDING as OWN
from variorum.settings import DEFAULT, Settings

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_LINES = re.compile(r"\.(?:jsonl|ndjson)(\.gz)?\Z", re.IGNORECASE)


_SLOW = frozenset([".pdf", ".docx"])
_BATCH = 256
"""Names looked at together: so many opened files are held at once at most."""
Mapped = Callable[[Callable[[str], list[Item]], Sequence[str]], Iterable[list[Item]]]


def captures(
    sources: Sequence[str], *, settings: Settings = DEFAULT, stdin: BinaryIO | None = None
) -> tuple[list[Capture], list[Problem]]:
    """Read every article that `sources` name: files, folders, `-` for JSON Lines from `stdin`, http(s) addresses.

    Nothing is raised for an input: what cannot be read is a fatal `Problem`, and all else is read. A capture's path
    is the name as given, a folder's joined with the file's, with `#n` for the record n of a file of many.
    """
    found = list(stream(sources, settings=settings, stdin=stdin))
    return [i for i in found if isinstance(i, Capture)], [i for i in found if isinstance(i, Problem)]


def stream(
    sources: Sequence[str],
    *,
    settings: Settings = DEFAULT,
    stdin: BinaryIO | None = None,
    mapped: Mapped = map,
) -> Iterator[Capture | Problem]:
    """Yield what `captures` returns one by one as it is read, so that many articles are never held at once.

    `mapped` does one work on many names and gives the results in order, as `map` does: whoever has several processes
    lends them here, and the files that take long to open (PDF, DOCX) are opened in them, some hundred at a time.
    """
    robots, names = SiteRules(), _names(sources)
    while some := list(islice(names, _BATCH)):
        slow = [name for name in some if isinstance(name, str) and _is_slow(name)]
        opened = iter(mapped(partial(_opened, settings=settings), slow))
        for name in some:
            if isinstance(name, Problem):
                yield name
            elif _is_slow(name):
                yield from next(opened)
            else:
                yield from _open(name, settings, stdin, robots)


def _is_slow(name: str) -> bool:
    return not _ADDRESS.match(name) and PurePath(name).suffix.lower() in _SLOW


def _opened(name: str, settings: Settings) -> list[Item]:
    return list(_file(name, settings))


def _names(sources: Sequence[str]) -> Iterator[str | Problem]:
    """Yield the names of single inputs, folders searched; a folder with nothing to read is a problem."""
    for source in sources:
        is_folder = source != "-" and not _ADDRESS.match(source) and os.path.isdir(source)  # noqa: PTH112 - a name too long to be one is no folder, and Path would raise
        if is_folder:
            yield from _folder(source)
        elif not source.endswith(OWN):
            yield source


def unpacked(name: str, data: bytes, *, settings: Settings = DEFAULT) -> Iterator[Capture | Problem]:
    """Yield every article in the bytes of a file that is called `name`, as `stream` does for one on the disk."""
    path = _shown(name)
    if len(data) > settings.max_input_bytes:
        yield _too_large(path, len(data), settings)
    else:
        yield from read(Source(path, data, settings))


def _open(name: str, settings: Settings, stdin: BinaryIO | None, robots: SiteRules) -> Iterator[Item]:
    if name == "-":
        yield from _standard_input(stdin, settings)
    elif _ADDRESS.match(name):
        from variorum.ingest.fetch import fetched  # noqa: PLC0415 - the HTTP client costs 60 ms, and files need none

        yield from fetched(name, settings, robots)
    else:
        yield from _file(name, settings)


def _standard_input(stdin: BinaryIO | None, settings: Settings) -> Iterator[Item]:
    if stdin is None:
        yield refused("-", "no-input", "nothing is piped in: give JSON Lines on standard input, or name a file")
        return
    yield from lines_of(stdin, "-", settings)


def _folder(name: str) -> Iterator[str | Problem]:
    found = 0
    for folder, below, files in os.walk(name):
        below[:] = sorted(entry for entry in below if not entry.startswith("."))
        for file in sorted(files):
            if Path(file).suffix.lower() in KNOWN and not file.startswith(".") and not file.endswith(OWN):
                found += 1
                yield Path(folder, file).as_posix()
    if not found:
        kinds = "text, HTML, JSON, CSV, PDF, DOCX, e-mail, WARC or feeds"
        yield refused(
            _shown(name),
            "nothing-to-read",
            f"the folder {_shown(name)} holds no file that can be read: it needs {kinds}",
        )


def _file(name: str, settings: Settings) -> Iterator[Item]:
    path = _shown(name)
    try:
        status = os.stat(name)  # noqa: PTH116 - a name with a NUL must come out as ValueError here
        if not stat.S_ISREG(status.st_mode):
            yield refused(path, "not-a-file", f"{path} is a device, pipe or socket: give a file, or `-` for a pipe")
        elif packed := _LINES.search(name):
            with _stream(name, packed=bool(packed.group(1))) as stream:
                yield from lines_of(stream, path, settings)
        elif status.st_size > settings.max_input_bytes:
            yield _too_large(path, status.st_size, settings)
        else:
            yield from read(Source(path, Path(name).read_bytes(), settings))
    except (OSError, ValueError, EOFError) as error:
        yield _unopened(path, error)


def _too_large(path: str, size: int, settings: Settings) -> Problem:
    limit = settings.max_input_bytes >> 20
    return refused(path, "too-large", f"{path} has {size >> 20} MiB, over {limit}: split it")


def _shown(name: str) -> str:
    """Return a name as it can be printed and stored: bytes that are no text, and NULs, stand as U+FFFD."""
    return os.fsencode(Path(name).as_posix()).decode("utf-8", "replace").replace("\0", "\ufffd")


def _stream(name: str, *, packed: bool) -> BinaryIO:
    return cast("BinaryIO", gzip.open(name)) if packed else Path(name).open("rb")


def _unopened(path: str, error: Exception) -> Problem:
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return refused(path, "not-found", f"there is no file or folder {path}: check the name")
    if isinstance(error, PermissionError):
        return refused(path, "not-allowed", f"{path} may not be read: change its permissions")
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return refused(path, "unreadable", f"{path} cannot be read ({why}): check the name and the file")
