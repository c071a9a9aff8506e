"""What a collection's file can be and is not: each ends in one clear error, and nothing is lost."""

from __future__ import annotations

import sqlite3

import pytest

from command import run as command
from desk import desk, lines, many
from variorum import Collection
from variorum.errors import CollectionError
from variorum.store import database
from variorum.store.migrations import MIGRATIONS


def _fails(path, **options):
    with pytest.raises(CollectionError) as caught:
        Collection.open(path, **options)
    message = str(caught.value)
    assert path.name in message
    assert ": " in message
    assert "\n" not in message
    return caught.value.code


@pytest.fixture
def file(tmp_path):
    """Return the file of a collection with five reports."""
    desk(tmp_path).close()
    return tmp_path / "desk.variorum"


def test_a_collection_that_is_not_there(tmp_path):
    """Only adding makes one."""
    path = tmp_path / "none.variorum"
    assert _fails(path, create=False) == _fails(path, readonly=True) == "not-found"
    assert not path.exists()


def test_an_empty_file_is_made_one(tmp_path):
    """A file without bytes is what a program leaves that is killed at once."""
    path = tmp_path / "desk.variorum"
    path.touch()
    with Collection.open(path) as collection:
        assert collection.stats().articles == 0


@pytest.mark.parametrize("raw", [b"x", b"SQLite format 3", b"Not an SQLite file. " * 500, bytes(8192)])
def test_another_file_is_no_collection(tmp_path, raw):
    """It is told, and left as it is."""
    path = tmp_path / "notes.txt"
    path.write_bytes(raw)
    assert _fails(path) in {"not-a-collection", "broken"}
    assert path.read_bytes() == raw


def test_another_database_is_no_collection(tmp_path):
    """Somebody's own SQLite file is left as it is."""
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE captures (id)")
    other.close()
    raw = path.read_bytes()
    assert _fails(path) == "not-a-collection"
    assert path.read_bytes() == raw


def test_a_folder_is_no_collection(tmp_path):
    """The name of a folder is told to be none."""
    assert _fails(tmp_path) == "not-a-collection"


@pytest.mark.parametrize("share", [0.01, 0.3, 0.7, 0.99])
def test_a_file_cut_short(file, share):
    """It is told when it is opened, not when something is missed."""
    raw = file.read_bytes()
    file.write_bytes(raw[: int(len(raw) * share)])
    assert _fails(file) == "broken"


def _read(file):
    with Collection.open(file) as collection:
        collection.stories()
        collection.article("a1")


def test_damaged_pages(file):
    """What SQLite finds broken on the way is told in the same words."""
    raw = bytearray(file.read_bytes())
    for at in range(8192, len(raw), 8192):
        raw[at : at + 64] = b"\xff" * 64
    file.write_bytes(raw)
    with pytest.raises(CollectionError) as caught:
        _read(file)
    assert caught.value.code == "broken"


def test_a_newer_version(file):
    """What a later Variorum made is not touched."""
    base = sqlite3.connect(file)
    base.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    base.close()
    assert _fails(file) == "newer"


def test_a_locked_collection(file, monkeypatch, tmp_path):
    """Whoever waits too long for another writer is told; readers are not held up."""
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    with Collection.open(file) as collection:
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert len(collection.stories()) == 3
        with pytest.raises(CollectionError) as caught:
            collection.add([lines(tmp_path / "more.jsonl", many(1))])
        assert caught.value.code == "locked"
        other.execute("ROLLBACK")
        other.close()
        assert len(collection.add([tmp_path / "more.jsonl"]).new) == 1


def test_a_file_that_may_not_be_written(file):
    """A collection opened for reading says so, and cannot be changed."""
    with Collection.open(file, readonly=True) as collection:
        with pytest.raises(CollectionError) as caught:
            collection.decide("merge", "st1", "st2")
        assert caught.value.code == "read-only"
        assert len(collection.stories()) == 3


def test_a_full_disk(file, tmp_path):
    """What fits is stored, the rest is told; with room again the same call goes on, and nothing is lost or doubled."""
    source = lines(tmp_path / "many.jsonl", many(300))
    with Collection.open(file) as collection:
        pages = collection._base.number("PRAGMA page_count")
        collection._base.rows(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(CollectionError) as caught:
            collection.add([source])
        assert caught.value.code == "full"
        kept = collection.stats().articles
        assert 5 < kept < 305
        collection._base.rows("PRAGMA max_page_count = 1000000")
        added = collection.add([source])
        assert (len(added.new), len(added.known)) == (305 - kept, kept - 5)
        assert collection._base.rows("PRAGMA integrity_check") == [("ok",)]
    with Collection.open(tmp_path / "whole.variorum") as whole:
        whole.add([tmp_path / "reports.jsonl", source])
        with Collection.open(file) as collection:
            told = [
                [[(m.id, m.joined_because) for m in s.articles] for s in one.stories()] for one in (whole, collection)
            ]
    assert told[0] == told[1]


def test_a_step_is_done_whole_or_not_at_all(tmp_path, monkeypatch):
    """A migration that breaks off leaves the collection as it was before it."""
    desk(tmp_path).close()
    file = tmp_path / "desk.variorum"
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, "CREATE TABLE more (x);\nCREATE TABLE more (x)"))
    with pytest.raises(CollectionError):
        Collection.open(file)
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, "CREATE TABLE more (x)"))
    with Collection.open(file) as collection:
        assert collection._base.number("PRAGMA user_version") == len(MIGRATIONS) + 1
        assert len(collection.stories()) == 3


def test_an_old_collection_is_not_read_before_it_is_brought_up_to_date(file, monkeypatch):
    """A reader cannot do the steps that are missing, and says so."""
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, "CREATE TABLE more (x)"))
    assert _fails(file, readonly=True) == "read-only"


def test_sqlite_itself_may_be_too_old(tmp_path, monkeypatch):
    """It is told before a file is made."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(CollectionError, match="too old"):
        Collection.open(tmp_path / "desk.variorum")
    assert not (tmp_path / "desk.variorum").exists()


@pytest.mark.parametrize("name", ["stories", "stats", "reuse", "vacuum"])
def test_the_command_tells_it_in_one_line(tmp_path, name):
    """A collection that cannot be opened ends with 2, one line, and nothing on standard output."""
    (tmp_path / "notes.txt").write_text("no collection, and long enough to be told from an empty one", "utf-8")
    for wrong in ("missing.variorum", "notes.txt"):
        done = command(name, "--to", tmp_path / wrong)
        assert (done.status, done.out, len(done.told)) == (2, "", 1)
        assert wrong in done.told[0]


def test_doctor_tells_of_sqlite():
    """What collections need is among what is looked for."""
    assert any(line.split()[:2] == ["ok", "sqlite"] for line in command("doctor").out.splitlines())
