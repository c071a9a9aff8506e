"""Measures how long 200 reports of one event take to relate, after annotation, on one core.

    python bench/relate_speed.py                  our ferry, 200 reports; fails above 20 seconds of processor
    python bench/relate_speed.py --articles 50    so many of them
    python bench/relate_speed.py --profile        where the time goes

The reports are those of our own example, each told again with some paragraphs left out,
some of the others' put in, figures changed, and people and
ships under other names in every fourth: as alike and as different as the reports of one event are.
"""

from __future__ import annotations

import argparse
import cProfile
import hashlib
import pstats
import random
import re
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Article

ROOT = Path(__file__).resolve().parent.parent
EVENT = ROOT / "src" / "variorum" / "examples" / "ferry"
MOST = 20.0
"""Seconds of processor that 200 reports may take."""
KEPT = 0.7
FROM_OTHERS = 12
"""Paragraphs taken from the other reports: so that one has about 25 statements, as reports of 500 words have."""
CHANGED = 0.2
OTHER_NAMES = {"Orsina": "Marella", "Sallis": "Corran", "Tesil": "Ombra"}
_NUMBER = re.compile(r"\b\d{1,3}\b")


def varied(articles: Sequence[Article], count: int) -> list[Article]:
    """Return `count` reports made from the given ones; the same every time."""
    pool = [a.text[p.start : p.end] for a in articles for p in a.parts if p.kind == "body"]
    return [_told_again(articles[n % len(articles)], n, pool) for n in range(count)]


def _told_again(article: Article, number: int, pool: Sequence[str]) -> Article:
    from variorum.model import Part  # noqa: PLC0415 - --help must not load the package

    chance = random.Random(number)  # noqa: S311 - no secret
    paragraphs = [article.text[p.start : p.end] for p in article.parts if p.kind == "body"]
    kept = [text for text in paragraphs if chance.random() < KEPT] or paragraphs[:1]
    kept = [_changed(text, number, chance) for text in dict.fromkeys([*kept, *chance.sample(list(pool), FROM_OTHERS)])]
    text, parts = "", []
    for paragraph in kept:
        parts.append(Part(len(text), len(text) + len(paragraph), "body"))
        text += paragraph + "\n\n"
    publisher = article.publisher and replace(article.publisher, name=f"{article.publisher.name} {number}")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return replace(
        article,
        id=f"a{number + 1}",
        path=f"{number}.txt",
        sha256=digest,
        title=None,
        text=text,
        parts=tuple(parts),
        publisher=publisher,
        agency=None,
        furniture=(),
    )


def _changed(text: str, number: int, chance: random.Random) -> str:
    for name, other in OTHER_NAMES.items() if number % 4 == 0 else ():
        text = text.replace(name, other)
    return _NUMBER.sub(lambda m: str(int(m[0]) + 1) if chance.random() < CHANGED else m[0], text)


def main() -> int:
    """Print the seconds; 1 where they are too many."""
    options = _options()
    from variorum.annotate import annotate, vectors  # noqa: PLC0415 - the same
    from variorum.api.progress import silent  # noqa: PLC0415 - the same
    from variorum.api.reading import read, readings_of  # noqa: PLC0415 - the same
    from variorum.relate import relate  # noqa: PLC0415 - the same

    articles, _ = read([EVENT])
    annotated, readings = readings_of(annotate(varied(articles, options.articles)), silent)
    texts = sorted({t for r in readings for s in r.statements if s.act == "speech" for t in s.asserted})
    known = dict(zip(texts, vectors.vectors(texts), strict=True)) if vectors.available() else {}
    print(f"{len(annotated)} reports, {sum(len(r.statements) for r in readings)} statements")
    profile = cProfile.Profile()
    begun = time.process_time()
    if options.profile:
        profile.enable()
    relations = relate(annotated, readings, known)
    profile.disable()
    seconds = time.process_time() - begun
    print(f"{seconds:.1f} s of processor, {len(relations.claims)} claims, {len(relations.entities)} entities")
    if options.profile:
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
    return int(seconds > MOST)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--profile", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
