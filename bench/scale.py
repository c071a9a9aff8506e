"""Measures what many articles cost in a collection: adding, stories, reuse, parsing; 37,000 real ones and copies.

    python bench/scale.py                       all, up to 37,000 articles
    python bench/scale.py stories --to 100000   further, over articles repeated with names, dates and figures changed
    python bench/scale.py add --jobs 2          a collection is filled, by two processes that read
    python bench/scale.py store --to 100000     articles that are read already are put into one
    python bench/scale.py reuse
    python bench/scale.py annotate              200 articles parsed by one process and by two
    python bench/scale.py killed --undisturbed  filling is killed twice and begun again (killed.py), and compared

Seconds of stories and reuse are of one processor, so that other work on the machine counts less; those of add and
annotate are of the clock, and of this process' processor. Reading the set is not counted. Memory is what the process
holds more at the end than before the first article.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import resource
import sys
import tempfile
import time
from collections import deque
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from killed import killed
from variorum import Collection
from variorum.api.collection.adding import Adding, Prepared
from variorum.api.collection.identity import words_of
from variorum.api.collection.memory import StoriesMemory
from variorum.ingest import unpacked
from variorum.model import Article, Capture, Part, Published
from variorum.store import words
from variorum.store.database import opened
from variorum.stories import Stories, dumped, features, loaded, near_duplicates
from variorum.text.minhash import signatures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SET = Path(__file__).resolve().parents[2] / "shared" / "eval" / "scale" / "allsides.jsonl.gz"
STEPS = (1_000, 10_000, 37_000, 100_000)
ANNOTATED = 200
WINDOW = 1_000
"""Articles before a step over which its cost is taken."""
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_FIGURE = re.compile(r"\b\d{2,}\b")
_PARAGRAPH = re.compile(r"[^\s](?:[^\n]*[^\s])?")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEARS = 12


def rows() -> list[dict[str, Any]]:
    """Return the set in order of publication, without the articles that have no text."""
    with gzip.open(SET, "rt", encoding="utf-8") as lines:
        found = [row for row in map(json.loads, lines) if row.get("text")]
    return sorted(found, key=lambda row: (not _DAY.match(row["date"] or ""), row["date"] or "", row["id"]))


def stream(some: list[dict[str, Any]], to: int) -> Iterator[Article]:
    """Yield so many articles: the set, then the set again with other names, dates and figures."""
    for n in range(to):
        turn, at = divmod(n, len(some))
        yield article(changed(some[at], turn) if turn else some[at])


def article(row: dict[str, Any]) -> Article:
    """Return the row as an article whose paragraphs are all body."""
    parts = tuple(Part(m.start(), m.end(), "body") for m in _PARAGRAPH.finditer(row["text"]))
    published = Published(row["date"], "metadata") if row["date"] else None
    return Article(row["id"], row["id"], row["url"], "", row["title"], row["text"], parts, published=published)


def changed(row: dict[str, Any], turn: int) -> dict[str, Any]:
    """Return the row as if other people had done other things so many years later."""

    def other(found: re.Match[str]) -> str:
        word = found.group()
        mark = hashlib.sha256(f"{word}{turn}".encode()).digest()
        if word[0].isdigit():
            return str(int.from_bytes(mark[:4], "big"))[: len(word)]
        return word[:2] + "".join("aeioulnrst"[b % 10] for b in mark[: len(word) - 2])

    text, title = (_FIGURE.sub(other, _NAME.sub(other, row[field] or "")) for field in ("text", "title"))
    iso = _DAY.match(row["date"] or "")
    date = iso and f"{int(iso[1]) + _YEARS * turn}-{iso[2]}-{min(iso[3], '28')}"
    return {**row, "id": f"{row['id']}-{turn}", "text": text, "title": title, "date": date}


def stories(to: int, _jobs: int) -> None:
    """Print what an article costs after 1,000, 10,000, … others."""
    some = rows()
    held, known, opened = _resident(), Stories(), 0
    spent: deque[tuple[float, float]] = deque(maxlen=WINDOW)
    print(f"{'after':>9}{'read':>12}{'assign':>12}{'both':>12}{'memory':>14}{'stories':>9}")
    for n, one in enumerate(stream(some, to), 1):
        start = time.process_time()
        read = features(one)
        middle = time.process_time()
        opened += known.assign(read).opened
        spent.append((middle - start, time.process_time() - middle))
        if n in STEPS or n == to:
            first, second = (sum(pair[k] for pair in spent) / len(spent) * 1000 for k in (0, 1))
            memory = (_resident() - held) / n
            rate = 1000 / (first + second)
            print(f"{n:>9,}{first:>9.2f} ms{second:>9.2f} ms{rate:>10.0f}/s{memory:>9.2f} kB/a.{opened:>9,}")
    _written(known)


def _written(known: Stories) -> None:
    start = time.process_time()
    raw = dumped(known)
    middle = time.process_time()
    again = loaded(raw)
    assert again is not None  # noqa: S101 - what was just written can be read
    print(f"written in {middle - start:.1f} s ({len(raw) >> 20} MiB), read in {time.process_time() - middle:.1f} s")


def reuse(_to: int, _jobs: int) -> None:
    """Print how fast near-duplicates are found among the whole set."""
    some = [article(row) for row in rows()]
    start = time.process_time()
    signatures([one.text for one in some])
    middle = time.process_time()
    found = near_duplicates(some)
    whole = time.process_time() - middle
    print(f"{len(some):,} articles: signatures alone {len(some) / (middle - start):,.0f}/s")
    print(f"{len(found):,} pairs of near-duplicates, passages and all: {len(some) / whole:,.0f} articles/s")


def add(to: int, jobs: int) -> None:
    """Print what it costs to fill a collection without parsing: per second, of this process, in memory, on disk."""
    some, held = rows(), _resident()
    print(f"{'after':>9}{'all':>11}{'last':>11}{'own time':>12}{'memory':>13}{'on disk':>16}")
    with tempfile.TemporaryDirectory() as folder, Collection.open(Path(folder) / "desk.variorum") as desk:
        begun = time.monotonic()
        last = (begun, time.process_time(), 0)

        def told(stage: str, done: int, total: int) -> None:
            nonlocal last
            if stage == "add" and done in {*STEPS, to} and total:
                now, own = time.monotonic(), time.process_time()
                rates = done / (now - begun), (done - last[2]) / (now - last[0])
                each = (own - last[1]) / (done - last[2]) * 1000
                memory, size = (_resident() - held) / done, desk.stats().size / done
                speed = f"{rates[0]:>9.0f}/s{rates[1]:>9.0f}/s{each:>9.2f} ms"
                print(f"{done:>9,}{speed}{memory:>8.2f} kB/a.{size:>8.0f} kB/1000", flush=True)
                last = (now, own, done)

        added = desk.add_items(_captures(some, to), jobs=jobs, progress=told)
        print(f"{len(added.new):,} new, {len(added.known)} known, {len(added.changed)} changed; ", end="")
        print(f"with index and memory {to / (time.monotonic() - begun):.0f}/s")
        desk.vacuum()
        print(f"after vacuum {desk.stats().size / desk.stats().articles:.0f} kB a thousand articles")


def store(to: int, _jobs: int) -> None:
    """Print what an article costs after it was read: its story, its place in the file, its words in the index."""
    some = rows()
    spent: deque[float] = deque(maxlen=WINDOW)
    print(f"{'after':>9}{'an article':>14}{'on disk':>16}")
    with tempfile.TemporaryDirectory() as folder:
        base = opened(Path(folder) / "desk.variorum", create=True, readonly=False)
        memory = StoriesMemory(base)
        adding = Adding(base, memory, lambda: "2031-01-01T00:00:00Z")
        for n, one in enumerate(stream(some, to), 1):
            digest = hashlib.sha256(str(n).encode()).hexdigest()
            capture = Capture(one.path, one.text.encode(), digest, "text/plain")
            article = replace(one, sha256=digest, url=f"https://a.example/{n}")
            start = time.process_time()
            adding.put(capture, Prepared(article, features(article), words_of(article), ()))
            if n % words.BATCH == 0:
                words.index(base)
            spent.append(time.process_time() - start)
            if n in STEPS or n == to:
                print(f"{n:>9,}{sum(spent) / len(spent) * 1000:>11.2f} ms{base.size() / n:>8.0f} kB/1000", flush=True)
        base.close()


def _captures(some: list[dict[str, Any]], to: int) -> Iterator[Capture]:
    """Yield the articles of `stream` as records of JSON Lines."""
    for n in range(to):
        turn, at = divmod(n, len(some))
        row = changed(some[at], turn) if turn else some[at]
        if turn:
            row = {**row, "url": f"{row['url']}/{turn}"}
        yield from (one for one in unpacked(f"{n}.json", json.dumps(row).encode()) if isinstance(one, Capture))


def annotate(_to: int, _jobs: int) -> None:
    """Print how fast articles are parsed by one process and by two, by the clock and by the processors."""
    some = rows()[:ANNOTATED]
    clock, works = [], []
    for jobs in (1, 2):
        with tempfile.TemporaryDirectory() as folder, Collection.open(Path(folder) / "desk.variorum") as desk:
            desk.add_items(_captures(some, len(some)))
            desk.vacuum()
            plain = desk.stats().size
            begun, own, others = time.monotonic(), time.process_time(), _of_children()
            desk.add_items(_captures(some, len(some)), annotate=True, jobs=jobs)
            clock.append(time.monotonic() - begun)
            own, others = time.process_time() - own, _of_children() - others
            works.append((own, others))
            desk.vacuum()
            more = (desk.stats().size - plain) / len(some) / 1000
            told = (
                f"{len(some) / clock[-1]:.1f} articles/s; {own:.0f} s of this process' time, {others:.0f} s of others'"
            )
            print(f"{jobs} at work: {told}", flush=True)
    (alone, _), (own, others) = works
    print(f"on disk an article takes {more:.1f} kB more than before it was parsed")
    print(f"by the clock two are {clock[0] / clock[1]:.2f} times as fast as one, loading the engine included")
    print(f"by the processors' time, on two that are free, {alone / (own + others / 2):.2f} times")


def _of_children() -> float:
    """Return the processor time of the processes that were started here and have ended, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _resident() -> float:
    """Return the memory that the process holds, in kB."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text("ascii").split()[1]) * resource.getpagesize() / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


PARTS: dict[str, Callable[[int, int], object]] = {
    "stories": stories,
    "reuse": reuse,
    "add": add,
    "store": store,
    "annotate": annotate,
    "killed": killed,
}


def main() -> int:
    """Run the parts that are named, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--to", type=int, default=37_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--undisturbed", action="store_true", help="of killed: compare with a run that is not")
    options = parser.parse_args()
    if not SET.exists():
        print(f"SKIPPED: {SET.name} is not here")
        return 0
    parts: dict[str, Callable[[int, int], object]] = {
        **PARTS,
        "killed": partial(killed, undisturbed=options.undisturbed),
    }
    bad = False
    for name in options.parts or parts:
        print(name)
        bad |= parts[name](options.to, options.jobs) is False
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
