"""Article text out of web pages: F1 on the AEB pages by their own 4-gram measure, and time beside trafilatura's own.

    python bench/pages.py ../shared/eval/html/aeb [--floor 0.957]

Measure: the article-extraction-benchmark's (Scrapinghub 2020). Each page's true and found runs of four words are
counted as multisets; precision and recall are means over pages, F1 their harmonic mean.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path

from variorum.clean import clean
from variorum.errors import InputError
from variorum.model import Capture

WORD = re.compile(r"\w+")
RUN = 4


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


def scored(true: str, found: str) -> tuple[float, float]:
    """Return precision and recall of one page."""
    want, have = runs(true), runs(found)
    both = sum((want & have).values())
    return both / max(1, sum(have.values())), both / max(1, sum(want.values()))


def ours(data: bytes) -> tuple[str, str]:
    """Return the text that clean finds, all of it and without its furniture; the title given by metadata left out."""
    try:
        article, _ = clean(Capture("page.html", data, hashlib.sha256(data).hexdigest(), "text/html"), name="a1")
    except InputError:
        return "", ""
    parts = [p for p in article.parts if p.kind != "headline"]
    first = next((p.end for p in article.parts if p.kind == "headline"), 0)
    return article.text[first:], "\n".join(article.text[p.start : p.end] for p in parts)


def theirs(data: bytes) -> str:
    """Return what trafilatura alone gives."""
    from trafilatura import extract  # noqa: PLC0415 - its import is no part of the measure

    return extract(data, include_comments=False) or ""


def f1(pairs: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Return F1, precision and recall over the pages."""
    p, r = (sum(column) / len(pairs) for column in zip(*pairs, strict=True))
    return (2 * p * r / (p + r) if p + r else 0.0), p, r


def read(folder: Path) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the true text of each page, and its bytes."""
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    pages = {name: gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()) for name in sorted(truth)}
    return {name: truth[name]["articleBody"] for name in pages}, pages


def of_pages(folder: Path) -> dict[str, float]:
    """Return the F1 of the text without furniture over all pages, and as `time` how near they are to a limit.

    It is 1 where cleaning takes at most twice the processor seconds that trafilatura alone takes.
    """
    truth, pages = read(folder)
    theirs(b"<html><body><p>warm</p></body></html>")
    begun = time.process_time()
    found = {name: ours(data)[1] for name, data in pages.items()}
    middle = time.process_time()
    for data in pages.values():
        theirs(data)
    end = time.process_time()
    near = min(1.0, 2 * (end - middle) / (middle - begun))
    return {"F1": f1([scored(truth[name], text) for name, text in found.items()])[0], "time": near}


def main() -> int:
    """Measure, print, and fail below the floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--floor", type=float, default=0.957)
    parser.add_argument("--worst", type=int, default=0, help="list so many pages with the lowest F1")
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"skipped: there is no folder {options.folder}")
        return 0
    truth, pages = read(options.folder)
    marks: dict[str, list[tuple[float, float]]] = {"trafilatura": [], "all text": [], "without furniture": []}
    spent = {"ours": 0.0, "trafilatura": 0.0}
    theirs(b"<html><body><p>warm</p></body></html>")
    for name, data in pages.items():
        want = truth[name]
        start = time.process_time()
        whole, parts = ours(data)
        middle = time.process_time()
        other = theirs(data)
        spent["ours"] += middle - start
        spent["trafilatura"] += time.process_time() - middle
        for label, text in (("trafilatura", other), ("all text", whole), ("without furniture", parts)):
            marks[label].append(scored(want, text))
    for label, pairs in marks.items():
        print(f"{label:18} F1 {f1(pairs)[0]:.4f}  precision {f1(pairs)[1]:.4f}  recall {f1(pairs)[2]:.4f}")
    print("  ".join(f"{label} {1000 * total / len(pages):.0f} ms/page" for label, total in spent.items()))
    ranked = sorted(
        zip(pages, marks["without furniture"], marks["trafilatura"], strict=True), key=lambda m: sum(m[1]) - sum(m[2])
    )
    for name, mine, others in ranked[: options.worst]:
        print(name, "ours", mine, "theirs", others)
    return int(f1(marks["without furniture"])[0] < options.floor)


if __name__ == "__main__":
    sys.exit(main())
