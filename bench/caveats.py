"""Score caveats and narration on events with hand-made gold: `python bench/caveats.py ACCOUNTS [--misses]`.

ACCOUNTS is a folder of events, each with its reports and a `gold.json`. Printed: F1 of the caveats (same article,
overlapping words, same kind, matched one to one); of the gold's mentions of claims the share whose words are covered
to a half or more by some statement; and the token F1 of the smallest statement that covers each.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

from variorum.annotate import annotate
from variorum.extract.attribution import attributions
from variorum.extract.caveats import caveats
from variorum.extract.narration import narration
from variorum.model import Annotated, Article, Caveat, Part, Statement

WORD = re.compile(r"[^\W_]+")
ENOUGH = 0.5
Words = frozenset[int]


class Counts(NamedTuple):
    """What is added up over the events."""

    right: int = 0
    wanted: int = 0
    found: int = 0
    covered: int = 0
    mentions: int = 0
    overlap: float = 0.0

    def plus(self, other: Counts) -> Counts:
        """Add up."""
        *whole, overlap = (a + b for a, b in zip(self, other, strict=True))
        right, wanted, found, covered, mentions = map(int, whole)
        return Counts(right, wanted, found, covered, mentions, overlap)

    def scores(self) -> dict[str, float]:
        """Return F1 of the caveats, the share of mentions that are covered, and how closely."""
        return {
            "F1": 2 * self.right / (self.wanted + self.found) if self.wanted + self.found else 1.0,
            "mentions covered": self.covered / self.mentions if self.mentions else 0.0,
            "smallest's F1": self.overlap / self.covered if self.covered else 0.0,
        }

    def line(self) -> str:
        """Say it in one line."""
        f1, share, mean = self.scores().values()
        return (
            f"caveat_f1 {f1:.3f} ({self.right} of {self.wanted}, {self.found} given)  "
            f"mentions covered {share:.3f} ({self.covered} of {self.mentions})  smallest's F1 {mean:.3f}"
        )


def main(arguments: list[str]) -> None:
    """Score each event and all of them."""
    total = of_events(Path(arguments[0]), misses="--misses" in arguments)
    print(f"{'all':16} {total.line()}")


def of_events(folder: Path, *, misses: bool = False) -> Counts:
    """Score each event and print it; return what they sum up to."""
    total = Counts()
    for gold in sorted(folder.glob("*/gold.json")):
        counts, missed = score(gold)
        total = total.plus(counts)
        print(f"{gold.parent.name:16} {counts.line()}")
        if misses:
            print("\n".join(missed))
    return total


def score(path: Path) -> tuple[Counts, list[str]]:
    """Score one event."""
    gold = json.loads(path.read_text("utf-8"))
    keys = {item["file"]: key for key, item in (gold.get("articles") or gold["reports"]).items()}
    read = {keys[a.article.path]: a for a in annotate([article(f) for f in files(path.parent) if f.name in keys])}
    said = {key: attributions(a, ()) for key, a in read.items()}
    told = {key: [*said[key], *narration(a, said[key])] for key, a in read.items()}
    doubts = [(key, c) for key, a in read.items() for c in caveats(a, told[key])]
    one, missed = of_caveats(gold.get("caveats", []), doubts, read)
    two, uncovered = of_mentions(gold["claims"], told, read)
    return one.plus(two), missed + uncovered


def files(folder: Path) -> list[Path]:
    """Return the reports of an event; those of the first one lie apart."""
    own = sorted(folder.glob("[A-Z].json"))
    return own or sorted((folder.parents[2] / folder.name).glob("*.txt"))


def article(path: Path) -> Article:
    """Build the article as it is written: a title, and a paragraph a line."""
    raw = path.read_text("utf-8")
    record: dict[str, Any] = json.loads(raw) if path.suffix == ".json" else {"title": None, "text": raw}
    title, text = record["title"], str(record["text"])
    whole = f"{title}\n\n{text}" if title else text
    parts = tuple(
        Part(m.start(), m.end(), "headline" if title and m.start() == 0 else "body")
        for m in re.finditer(r"[^\s](?:[^\n]*[^\s])?", whole)
    )
    return Article(path.name, path.name, None, "", title, whole, parts, language="en")


def words(a: Annotated, start: int, end: int) -> Words:
    """Return which words of the text a stretch holds."""
    spans = [m.span() for m in WORD.finditer(a.article.text)]
    return frozenset(i for i, (s, e) in enumerate(spans) if s < end and e > start)


def place(item: dict[str, Any], read: dict[str, Annotated]) -> tuple[str, Words] | None:
    """Find the words of a gold item in its article."""
    key = item.get("article") or item["report"]
    if item.get("boilerplate") or key not in read:
        return None
    at = -1
    for _ in range(item.get("nth", 1)):
        at = read[key].article.text.find(item["is"], at + 1)
    return (key, words(read[key], at, at + len(item["is"]))) if at >= 0 else None


def of_caveats(
    gold: list[dict[str, Any]], doubts: list[tuple[str, Caveat]], read: dict[str, Annotated]
) -> tuple[Counts, list[str]]:
    """Match gold and found caveats one to one; optional ones count neither for nor against."""
    wanted = [(g, *p) for g in gold if (p := place(g, read))]
    spans = [words(read[key], c.start, c.end) for key, c in doubts]
    pairs = sorted(
        (
            (f1(cover, spans[j]), i, j)
            for i, (g, key, cover) in enumerate(wanted)
            for j, (where, c) in enumerate(doubts)
            if key == where and cover & spans[j] and c.kind == g["kind"]
        ),
        reverse=True,
    )
    match: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in match and j not in match.values():
            match[i] = j
    optional = {i for i, (g, _, _) in enumerate(wanted) if g.get("optional")}
    free = sum(i in match for i in optional)
    misses = [
        f"  missed {g['kind']}: {g['is']}" for i, (g, _, _) in enumerate(wanted) if i not in match and i not in optional
    ]
    misses += [f"  not in gold {c.kind}: {c.text}" for j, (_, c) in enumerate(doubts) if j not in match.values()]
    right = sum(i not in optional for i in match)
    return Counts(right, len(wanted) - len(optional), len(doubts) - free), misses


def of_mentions(
    claims: list[dict[str, Any]], told: dict[str, list[Statement]], read: dict[str, Annotated]
) -> tuple[Counts, list[str]]:
    """See how well the gold's mentions of claims are covered by statements."""
    covers = {
        key: [frozenset().union(*(words(read[key], p.start, p.end) for p in s.content)) for s in statements]
        for key, statements in told.items()
    }
    counts, misses = Counts(), []
    for mention in (m for c in claims for m in c["mentions"]):
        found = place(mention, read)
        if found is None:
            continue
        key, cover = found
        holding = [c for c in covers[key] if len(c & cover) >= ENOUGH * len(cover)]
        smallest = min(holding, key=len, default=None)
        counts = counts.plus(
            Counts(mentions=1, covered=bool(holding), overlap=f1(cover, smallest) if smallest else 0.0)
        )
        if smallest is None:
            misses.append(f"  uncovered: {key} {mention['is']}")
    return counts, misses


def f1(a: Words, b: Words) -> float:
    """Token F1 of two stretches."""
    return 2 * len(a & b) / (len(a) + len(b)) if a & b else 0.0


if __name__ == "__main__":
    main(sys.argv[1:])
