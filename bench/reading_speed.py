"""How long it takes to read web pages: 1,000 of 60 KB, in as many processes as there are processors; and records.

    python bench/reading_speed.py [--pages 1000] [--seconds 60]
    python bench/reading_speed.py --records 1000    articles of the set of scale, evenly out of it, in this process

The pages are made on the spot: a report of twenty paragraphs amid what surrounds reports, in the shares that saved news
pages have (script and style 55 %, menus and teasers 30 %, the report 15 %).
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

import variorum
from variorum.clean import clean
from variorum.ingest import unpacked
from variorum.model import Capture

SET = Path(__file__).resolve().parents[2] / "shared" / "eval" / "scale" / "allsides.jsonl.gz"
SIZE = 60_000
PLACES = ("Torvel", "Oskaly", "Lindmoor", "Varenna", "Port Selby", "Tesil")
WHAT = ("the ferry", "the bridge", "the grain store", "the night train", "the water tower", "the ice road")
SAID = ("the harbour office said", "the mayor told reporters", "a police spokeswoman said", "residents said")
VERB = ("was closed", "was damaged", "had been repaired", "was searched", "stood empty", "was evacuated")


def sentence(chance: random.Random) -> str:
    """Return one sentence of a report."""
    count = chance.randrange(3, 900)
    return (
        f"{chance.choice(WHAT).capitalize()} at {chance.choice(PLACES)} {chance.choice(VERB)} after {count} people "
        f"left {chance.choice(PLACES)} on Monday, {chance.choice(SAID)}."
    )


def page(number: int) -> bytes:
    """Return a page of 60 KB, another one for each number."""
    chance = random.Random(number)  # noqa: S311 - the same pages every time
    title = f"Report {number}: {chance.choice(WHAT)} {chance.choice(VERB)} at {chance.choice(PLACES)}"
    linked = {"@type": "NewsArticle", "headline": title, "datePublished": "2031-01-13T10:00:00Z"}
    report = "".join(f"<p>{' '.join(sentence(chance) for _ in range(4))}</p>\n" for _ in range(20))
    teasers = "".join(
        f'<li class="teaser"><a href="/{n}/{chance.random()}"><h3>{sentence(chance)}</h3></a><time>3 May</time></li>\n'
        for n in range(85)
    )
    head = f'<title>{title}</title><script type="application/ld+json">{json.dumps(linked)}</script>'
    body = f"<nav><ul>{teasers}</ul></nav><article><h1>{title}</h1><p>By Lena Marsh</p>{report}</article>"
    bare = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}<script>@</script></body></html>"
    script = "".join(f"window.q.push({{id:{n},k:'{chance.random()}'}});\n" for n in range(SIZE // 40))
    return bare.replace("@", script[: max(0, SIZE - len(bare))], 1).encode()


def of_pages(number: int) -> float:
    """Return what 1,000 pages would take on two processors that have nothing else to do, reckoned from `number` pages.

    Processor seconds of all processes are counted, so that what else runs on the machine changes little.
    """
    with tempfile.TemporaryDirectory() as folder:
        written(Path(folder), number)
        before = _spent()
        articles, _ = variorum.read([folder])
        took = _spent() - before
    return took / 2 * 1000 / len(articles)


def of_records(number: int) -> tuple[float, float]:
    """Return the processor seconds that so many records take: from lines to captures, and from these to articles."""
    with gzip.open(SET, "rb") as file:
        lines = file.readlines()
    begun = time.process_time()
    found = [one for line in lines[:: max(1, len(lines) // number)][:number] for one in unpacked("a.json", line)]
    opened = time.process_time() - begun
    captures = [one for one in found if isinstance(one, Capture)]
    clean(captures[0], name="a1")  # loads the tables
    begun = time.process_time()
    for capture in captures:
        clean(capture, name="a1")
    return opened, time.process_time() - begun


def _spent() -> float:
    spent = (resource.getrusage(who) for who in WHO)
    return sum(used.ru_utime + used.ru_stime for used in spent)


WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def written(folder: Path, number: int) -> int:
    """Write so many pages, and return their size together."""
    return sum(Path(folder, f"{n:05}.html").write_bytes(page(n)) for n in range(number))


def _records(number: int) -> int:
    if not SET.exists():
        print(f"SKIPPED: {SET.name} is not here")
        return 0
    opened, cleaned = (1000 * seconds / number for seconds in of_records(number))
    print(f"{number} records: {opened:.2f} ms of a processor each to open, {cleaned:.2f} ms to clean")
    return 0


def main() -> int:
    """Measure, print, and fail above the limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--records", type=int)
    options = parser.parse_args()
    if options.records:
        return _records(options.records)
    with tempfile.TemporaryDirectory() as folder:
        size = written(Path(folder), options.pages) / options.pages
        start = time.perf_counter()
        articles, problems = variorum.read([folder])
        took = time.perf_counter() - start
    print(f"{len(articles)} pages of {size / 1000:.0f} KB on {os.cpu_count()} processors: {took:.1f} s, at most "
          f"{options.seconds:.0f}; {len(problems)} problems")  # fmt: skip
    return int(took > options.seconds or len(articles) != options.pages)


if __name__ == "__main__":
    sys.exit(main())
