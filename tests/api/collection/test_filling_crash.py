"""A program that is killed loses at most the article in hand; the next one goes on, and nothing is lost or doubled."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from arriving import VOTE_AGAIN
from desk import REPORTS, desk, lines, many, record
from variorum import Collection
from variorum.errors import CollectionError
from variorum.store.database import Database

NUMBER = 2000


def _killed_at(call, file, number):
    """Run the command until so many articles are stored, and kill it; return how many there are then."""
    running = subprocess.Popen(call, stdout=subprocess.DEVNULL)
    while running.poll() is None and _stored(file) < number:
        time.sleep(0.01)
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert running.returncode == -signal.SIGKILL, "it ended before it was killed"
    return _stored(file)


def _stored(file):
    if not file.exists() or not file.stat().st_size:
        return 0
    base = sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=10)
    try:
        return base.execute("SELECT count(*) FROM articles").fetchone()[0]
    except sqlite3.OperationalError:  # it is not made yet
        return 0
    finally:
        base.close()


def test_killed_twice_and_resumed(tmp_path):
    """2,000 articles, two kills: all there once, in the stories that an undisturbed run gives them."""
    source = lines(tmp_path / "many.jsonl", many(NUMBER))
    file = tmp_path / "desk.variorum"
    call = [sys.executable, "-m", "variorum", "add", str(source), "--to", str(file), "--jobs", "2"]
    first = _killed_at(call, file, 300)
    with Collection.open(file) as collection:
        assert collection.stats().articles == first
    second = _killed_at(call, file, 1100)
    assert second > first
    assert subprocess.run(call, check=False, capture_output=True).returncode == 0
    with Collection.open(file) as collection, Collection.open(tmp_path / "whole.variorum") as whole:
        whole.add([source])
        assert collection.stats().articles == whole.stats().articles == NUMBER
        assert collection.stats().versions == NUMBER
        assert _told(collection) == _told(whole)
        assert len(collection.search("herald* OR the", limit=5)) <= 5
        assert collection._base.rows("PRAGMA integrity_check") == [("ok",)]
        assert collection._base.rows("PRAGMA foreign_key_check") == []


def _told(collection):
    return [[(one.path, one.joined_because) for one in story.articles] for story in collection.stories()]


class Failing:
    """A database of which one statement fails, as on a full disk."""

    def __init__(self, monkeypatch):
        self._patch = monkeypatch
        self._run = Database.run
        self._left = 0

    def twice(self, at, call, check):
        """Do something of which statement `at` fails, check what is left, and do it again; or once, if it has fewer."""
        self._left = at
        self._patch.setattr(Database, "run", lambda base, sql, *values: self._statement(base, sql, values))
        try:
            call()
        except CollectionError:
            self._patch.setattr(Database, "run", self._run)
            check()
            call()
        self._patch.setattr(Database, "run", self._run)

    def _statement(self, base, sql, values):
        self._left -= not sql.startswith(("BEGIN", "PRAGMA"))
        if self._left == 0:
            self._left = -1
            message = "the disk is full"
            raise CollectionError(message, code="full")
        return self._run(base, sql, *values)


@pytest.mark.parametrize("at", range(1, 16))
def test_broken_off_at_any_statement(tmp_path, monkeypatch, at):
    """Whatever statement fails, of an add or of a decision: nothing of it is there, and the same call does it whole."""
    failing = Failing(monkeypatch)
    later = lines(tmp_path / "later.jsonl", [record("courier", "Safe", "2031-05-14", REPORTS[1][3] + " It rained.")])
    last = lines(tmp_path / "last.jsonl", [record("courier", "Vote", "2031-05-15", VOTE_AGAIN + " So.")])
    with desk(tmp_path) as collection:

        def whole():
            assert len(_told(collection)) == 3

        failing.twice(at, lambda: collection.add([later]), whole)
        failing.twice(at, lambda: collection.decide("merge", "st1", "st3"), whole)
        assert [one.id for one in collection.story("st1").articles] == ["a1", "a2", "a5", "a6"]
        assert collection._base.rows("PRAGMA foreign_key_check") == []
        assert collection.add([last]).new == ("a7",)
        assert "a7" in [one.id for one in collection.story("st2").articles]
