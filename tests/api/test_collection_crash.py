"""A program that is killed loses at most the article in hand; the next one goes on, and nothing is lost or doubled."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time

from desk import lines, many
from variorum import Collection

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
