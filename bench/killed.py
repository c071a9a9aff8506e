"""Kills `variorum add` twice while it fills a collection, begins it again each time, and tells what is lost or doubled.

    python bench/killed.py                      37,000 articles by two processes that read
    python bench/killed.py --undisturbed        and a run that nobody disturbs beside it, whose stories are compared
    python bench/killed.py --to 2000 --chance 5 fewer, killed at other places

The command and the processes that it started are killed with SIGKILL, at places that a chance draws which is the same
each time: a number of stored articles, and up to a tenth of a second more. Processor seconds are those of all of them.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from variorum import Collection
from variorum.errors import CollectionError
from variorum.ingest import stream
from variorum.model import Capture
from variorum.store.database import opened

SET = Path(__file__).resolve().parents[2] / "shared" / "eval" / "scale" / "allsides.jsonl.gz"
KILLS = 2
CHANCE = 20_311_122
_WITHIN = (0.05, 0.95)
"""Shares of the articles between which it is killed."""
_MOMENT = 0.1
_STAT_PARENT, _STAT_TIMES = 1, slice(11, 13)
"""Fields of /proc/PID/stat after the name: the parent, and the time in the program and in the system."""


@dataclass(slots=True)
class Spent:
    """Seconds by the clock, and of the processors."""

    clock: float = 0.0
    processors: float = 0.0


def killed(to: int, jobs: int, *, undisturbed: bool = False, chance: int = CHANCE) -> bool:
    """Fill a collection with the first `to` articles, kill it twice on the way, print; return whether all is well."""
    draw = random.Random(chance)  # noqa: S311 - the same places every time
    with tempfile.TemporaryDirectory() as folder:
        source = _head(to, Path(folder) / "articles.jsonl")
        file, spent = Path(folder) / "desk.variorum", Spent()
        call = _call(source, file, jobs)
        for place in sorted(int(to * draw.uniform(*_WITHIN)) for _ in range(KILLS)):
            _run(call, spent, file, place, draw.uniform(0, _MOMENT))
            print(f"killed after {_articles(file):,} articles; the file opens: {_opens(file)}", flush=True)
        _run(call, spent)
        print(f"all three runs: {spent.clock:.0f} s by the clock, {spent.processors:.0f} s of the processors")
        held = _whole(source, file)
        if undisturbed:
            other, alone = Path(folder) / "whole.variorum", Spent()
            _run(_call(source, other, jobs), alone)
            same = _told(file) == _told(other)
            print(
                f"undisturbed: {alone.clock:.0f} s by the clock, {alone.processors:.0f} s of the processors; ", end=""
            )
            print("the same articles in the same stories" if same else "OTHER ARTICLES OR STORIES")
            held &= same
    return held


def _head(to: int, target: Path) -> Path:
    with gzip.open(SET, "rb") as rows:
        target.write_bytes(b"".join(islice(rows, to)))
    return target


def _call(source: Path, file: Path, jobs: int) -> list[str]:
    return [sys.executable, "-m", "variorum", "add", str(source), "--to", str(file), "--jobs", str(jobs)]


def _run(call: list[str], spent: Spent, file: Path | None = None, place: int = 0, moment: float = 0.0) -> None:
    """Run the command, to its end or until so many articles are stored in a file; then it and its children die."""
    begun, before = time.monotonic(), _of_children()
    running = subprocess.Popen(call, stdout=subprocess.DEVNULL)
    while file is not None and running.poll() is None and _articles(file) < place:
        time.sleep(0.05)
    if file is not None:
        time.sleep(moment)
        family = _children(running.pid)
        spent.processors += sum(_seconds(child) for child in family)  # whoever dies without its parent is not counted
        for number in (running.pid, *family):
            os.kill(number, signal.SIGKILL)
    ended = running.wait()
    spent.clock += time.monotonic() - begun
    spent.processors += _of_children() - before
    if ended != (0 if file is None else -signal.SIGKILL):
        sys.exit(f"{' '.join(call)} ended with {ended}")


def _children(parent: int) -> list[int]:
    found = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    return [number for number in found if _stat(number)[_STAT_PARENT : _STAT_PARENT + 1] == [str(parent)]]


def _seconds(process: int) -> float:
    return sum(map(int, _stat(process)[_STAT_TIMES])) / os.sysconf("SC_CLK_TCK")


def _stat(process: int) -> list[str]:
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return []  # it has just ended


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _articles(file: Path) -> int:
    """Return how many articles are stored; none in a file that is not made yet."""
    try:
        return int(_ask(file, "SELECT coalesce(max(id), 0) FROM articles")[0][0])
    except CollectionError:
        return 0


def _ask(file: Path, question: str) -> list[tuple[Any, ...]]:
    base = opened(file, create=False, readonly=True)
    try:
        return base.rows(question)
    finally:
        base.close()


def _opens(file: Path) -> bool:
    with Collection.open(file) as desk:
        return desk.stats().articles == _articles(file)


def _whole(source: Path, file: Path) -> bool:
    """Print what is lost or doubled, and whether the file is sound; tell whether all is well."""
    given = {item.sha256 for item in stream([str(source)]) if isinstance(item, Capture)}
    seen = {bytes(row[0]).hex() for row in _ask(file, "SELECT sha256 FROM seen")}
    stored = [bytes(row[0]).hex() for row in _ask(file, "SELECT sha256 FROM captures")]
    words = [row[0] for row in _ask(file, "SELECT words FROM versions")]
    lost, doubled = len(given - seen), len(stored) - len(set(stored))
    sound = _ask(file, "PRAGMA integrity_check") == [("ok",)] and not _ask(file, "PRAGMA foreign_key_check")
    print(f"{len(given):,} records of different bytes: {_articles(file):,} articles, {len(words):,} versions")
    print(f"{lost} lost, {doubled} doubled; the file is {'sound' if sound else 'NOT SOUND'}", flush=True)
    return sound and not lost and not doubled


def _told(file: Path) -> list[list[tuple[str, str]]]:
    with Collection.open(file) as desk:
        return [[(one.path, one.joined_because) for one in story.articles] for story in desk.stories()]


def main() -> int:
    """Run it, and fail where anything is lost, doubled or another."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=int, default=37_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--chance", type=int, default=CHANCE)
    parser.add_argument("--undisturbed", action="store_true")
    options = parser.parse_args()
    if not SET.exists():
        print(f"SKIPPED: {SET.name} is not here")
        return 0
    return int(not killed(options.to, options.jobs, undisturbed=options.undisturbed, chance=options.chance))


if __name__ == "__main__":
    sys.exit(main())
