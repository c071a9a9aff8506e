"""One SQLite file: how it is opened, brought up to date, and what each of its errors means to a person."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from variorum.errors import CollectionError
from variorum.store.looking import MAGIC
from variorum.store.migrations import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

APPLICATION = 0x56415249
"""`PRAGMA application_id` of a collection: VARI."""
OLDEST = (3, 37, 0)
"""SQLite has STRICT tables from here on."""
PATIENCE = 30.0
"""Seconds to wait for whoever else writes: one article takes milliseconds, a snapshot of the stories seconds."""
_PAGE = 8192
"""Bytes a page: 4,096 make the file of 2,000 news articles a tenth larger, 16,384 no smaller."""
_HEAD = 100
"""Bytes of the header of an SQLite file (https://sqlite.org/fileformat2.html)."""

Row = tuple[Any, ...]

_TOLD = {
    "SQLITE_BUSY": ("locked", "another program is writing to it: wait for it to end, or end it"),
    "SQLITE_LOCKED": ("locked", "another program is writing to it: wait for it to end, or end it"),
    "SQLITE_READONLY": ("read-only", "it may not be written to: change its permissions, or copy it"),
    "SQLITE_CANTOPEN": ("read-only", "it cannot be opened: check the folder and its permissions"),
    "SQLITE_PERM": ("read-only", "it may not be opened: change its permissions"),
    "SQLITE_FULL": ("full", "the disk is full: make room and go on with the same command; what was stored is kept"),
    "SQLITE_IOERR": ("full", "the disk cannot be read or written: check it and its free room; what was stored is kept"),
    "SQLITE_NOTADB": ("not-a-collection", "it is no collection: name another file"),
    "SQLITE_CORRUPT": (
        "broken",
        "it is damaged or cut short: take your last copy, or add its articles to a new one",
    ),
}


class Database:
    """An open collection file. Rows go in and out; what they mean is for others."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, readonly: bool) -> None:
        self.path = path
        self.readonly = readonly
        self._connection = connection
        self._lock = RLock()

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Return all rows of a query."""
        with self._lock, explained(self.path):
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: object) -> Row | None:
        """Return the first row of a query."""
        with self._lock, explained(self.path):
            found: Row | None = self._connection.execute(sql, values).fetchone()
            return found

    def number(self, sql: str, *values: object) -> int:
        """Return the one number that a query gives; 0 where it gives none."""
        row = self.row(sql, *values)
        return int(row[0]) if row and row[0] is not None else 0

    def run(self, sql: str, *values: object) -> int:
        """Run one statement that writes, and return the id of the row that it put in."""
        with self._lock, explained(self.path):
            return self._connection.execute(sql, values).lastrowid or 0

    def many(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run one statement for each row of values."""
        with self._lock, explained(self.path):
            self._connection.executemany(sql, rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Do all that is inside, or nothing, while nobody else writes; inside another one it is part of it."""
        if self.readonly:
            raise error(self.path, "SQLITE_READONLY")
        with self._lock:
            if self._connection.in_transaction:
                yield
                return
            self.run("BEGIN IMMEDIATE")
            try:
                yield
                self.run("COMMIT")
            except BaseException:
                with explained(self.path):
                    self._connection.rollback()
                raise

    def vacuum(self) -> None:
        """Give unused room back to the disk, and put the words' index in order."""
        self.run("INSERT INTO words (words) VALUES ('optimize')")
        self.run("VACUUM")
        self.run("PRAGMA wal_checkpoint(TRUNCATE)")

    def size(self) -> int:
        """Return the bytes that the collection takes on disk."""
        beside = (self.path.with_name(self.path.name + end) for end in ("", "-wal"))
        return sum(file.stat().st_size for file in beside if file.exists())

    def close(self) -> None:
        """Close the file; it is whole whether this is called or not."""
        with self._lock:
            self._connection.close()


def opened(path: Path, *, create: bool, readonly: bool) -> Database:
    """Open a collection, make it where it is not there and `create`, and bring it up to date.

    Raises `CollectionError`.
    """
    if sqlite3.sqlite_version_info < OLDEST:
        msg = f"SQLite {sqlite3.sqlite_version} is too old: a Python with SQLite 3.37 or newer is needed"
        raise CollectionError(msg, code="too-old")
    _must_be_one(path, create=create and not readonly)
    with explained(path):
        base = Database(path, _connected(path, readonly=readonly), readonly=readonly)
        try:
            _prepare(base)
        except BaseException:
            base.close()
            raise
    return base


def sqlite() -> tuple[str, bool]:
    """Return the version of SQLite that Python has, and whether a collection can be kept with it."""
    with closing(sqlite3.connect(":memory:")) as base:
        fts5 = base.execute("SELECT 1 FROM pragma_compile_options WHERE compile_options = 'ENABLE_FTS5'").fetchone()
    return sqlite3.sqlite_version, sqlite3.sqlite_version_info >= OLDEST and fts5 is not None


def error(path: Path, name: str) -> CollectionError:
    """Return the error of a collection, by SQLite's name for it."""
    code, words = next(
        (told for known, told in _TOLD.items() if name.startswith(known)), ("broken", f"SQLite says {name}")
    )
    return CollectionError(f"{path}: {words}", code=code)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into an error that says what to do."""
    try:
        yield
    except sqlite3.Error as raised:
        name = getattr(raised, "sqlite_errorname", None) or str(raised)
        raise error(path, name) from raised


def _must_be_one(path: Path, *, create: bool) -> None:
    """Raise for what surely is no collection, before SQLite makes a file or trusts a header."""
    try:
        size, head = _begins(path) if path.exists() else (0, b"")
    except (OSError, ValueError) as raised:
        msg = f"{path}: it cannot be opened ({getattr(raised, 'strerror', None) or raised}): name another file"
        raise CollectionError(msg, code="not-a-collection") from raised
    if not size and not create:
        msg = f"there is no collection {path}: make one with `variorum add PATH --to {path}`, or name another"
        raise CollectionError(msg, code="not-found")
    if size and not head.startswith(MAGIC):
        raise error(path, "SQLITE_NOTADB")
    if size and _cut_short(path, head, size):
        raise error(path, "SQLITE_CORRUPT")


def _begins(path: Path) -> tuple[int, bytes]:
    with path.open("rb") as file:
        return path.stat().st_size, file.read(_HEAD)


def _cut_short(path: Path, head: bytes, size: int) -> bool:
    """Tell whether the file has fewer pages than its header says; what lies in the log beside it may be more."""
    if len(head) < _HEAD:
        return True
    log = path.with_name(path.name + "-wal")
    valid = head[24:28] == head[92:96]
    page = int.from_bytes(head[16:18], "big")
    page = 1 << 16 if page == 1 else page
    pages = int.from_bytes(head[28:32], "big")
    return valid and not (log.exists() and log.stat().st_size) and size < page * pages


def _connected(path: Path, *, readonly: bool) -> sqlite3.Connection:
    if not readonly:
        return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    address = f"file:{quote(os.fspath(path.absolute()))}"
    for mode in ("mode=ro", "immutable=1"):  # a file on a disk that nobody can write to has no log to share
        connection = sqlite3.connect(
            f"{address}?{mode}", uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError as raised:
            connection.close()
            if mode == "immutable=1" or raised.sqlite_errorname != "SQLITE_CANTOPEN":
                raise
            continue
        break
    return connection


def _prepare(base: Database) -> None:
    version = base.number("PRAGMA user_version")
    mark = base.number("PRAGMA application_id")
    empty = not base.number("SELECT count(*) FROM sqlite_schema")
    if mark != APPLICATION and not empty:
        raise error(base.path, "SQLITE_NOTADB")
    if version > len(MIGRATIONS):
        msg = f"{base.path}: a newer Variorum made it (version {version}, this one knows {len(MIGRATIONS)}): update it"
        raise CollectionError(msg, code="newer")
    for pragma in ("foreign_keys = ON", "synchronous = NORMAL", "cache_size = -16000"):
        base.run(f"PRAGMA {pragma}")
    if base.readonly:
        if version < len(MIGRATIONS):
            msg = f"{base.path}: an older Variorum made it: open it once for writing to bring it up to date"
            raise CollectionError(msg, code="read-only")
        return
    if empty:
        base.run(f"PRAGMA page_size = {_PAGE}")
    base.run("PRAGMA journal_mode = WAL")
    while version < len(MIGRATIONS):
        version = _migrated(base)


def _migrated(base: Database) -> int:
    """Do the next step, unless another program has done it meanwhile; return the version that there is now."""
    with base.writing():
        version = base.number("PRAGMA user_version")
        if version < len(MIGRATIONS):
            for statement in MIGRATIONS[version].split(";\n"):
                base.run(statement)
            version += 1
            base.run(f"PRAGMA application_id = {APPLICATION}")
            base.run(f"PRAGMA user_version = {version}")
    return version
