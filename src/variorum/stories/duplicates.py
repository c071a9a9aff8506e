"""Which of many articles have passages in common: MinHash proposes, the passages decide."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from variorum.model import NearDuplicate, Passage, Span
from variorum.text.minhash import proposed, signatures
from variorum.text.passages import Run, Word, shared_runs, words
from variorum.text.shingles import shingles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from variorum.model import Article
    from variorum.text.minhash import Signatures

SHORTEST = 9
"""Words a passage must have, as for reuse within one story: shorter runs are offices, names and places in a row."""
COPY = 0.25
"""Share of the shorter article from which two are near-duplicates, as for reuse within one story."""
RESEMBLANCE = 0.05
"""Estimated resemblance (Jaccard over shingles) from which passages are looked for: .03 finds 0 to 3 more of 309 pairs
among 9,366 news articles for twice the work, .08 misses 18."""
_DOUBT = 0.9
"""Share of `COPY` that the hashed runs must reach before words are compared: hashing parts words at apostrophes.
Of 2,742 pairs among 37,463 articles .92 loses 8, each with less than .26; .8 compares half as many pairs again."""
_WORDS_KEPT = 512
_RUNS_KEPT = 4096
"""Articles whose words (150 kB each) and hashed runs (7 kB each) are kept while pairs are compared."""


def near_duplicates(articles: Sequence[Article]) -> list[NearDuplicate]:
    """Return each pair of articles that share at least `COPY` of the shorter one's words in passages, in their order.

    What the body says counts, not the title and no furniture; whose words they are is for `relate` to say.
    """
    return list(near_duplicates_among(signed(articles), 0, articles.__getitem__))


def signed(articles: Sequence[Article]) -> Signatures:
    """Return one row of minima an article, to be kept beside it (1 kB)."""
    return signatures([_text(article) for article in articles])


def near_duplicates_among(minima: Signatures, first: int, article: Callable[[int], Article]) -> Iterator[NearDuplicate]:
    """Yield the pairs of near-duplicates of which one is article `first` or a later one: those before are known.

    `minima` are the rows of `signed`, `article` gives the article of a row.
    """

    @lru_cache(_RUNS_KEPT)
    def runs(n: int) -> NDArray[np.uint64]:
        return shingles([_text(article(n))], SHORTEST).hashes

    @lru_cache(_WORDS_KEPT)
    def own(n: int) -> list[Word]:
        return _words(article(n))

    for a, b in proposed(minima, RESEMBLANCE, first):
        if _likely(runs(a), runs(b)) and (pair := _compared(article(a), article(b), own(a), own(b))):
            yield pair


def _text(article: Article) -> str:
    return "\n".join(article.text[p.start : p.end] for p in article.parts if p.kind == "body") or article.text


def _words(article: Article) -> list[Word]:
    parts = [(p.start, p.end) for p in article.parts if p.kind == "body"] or [(0, len(article.text))]
    return [word for start, end in parts for word in words(article.text, start, end)]


def _likely(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> bool:
    """Tell from the hashed runs whether comparing the words can find enough in common."""
    short, long = sorted((a, b), key=len)
    if not len(short):
        return False
    known = np.sort(long)
    shared = known[np.minimum(np.searchsorted(known, short), len(known) - 1)] == short
    covered = np.convolve(shared, np.ones(SHORTEST)) > 0
    return bool(covered.sum() >= COPY * _DOUBT * len(covered))


def _compared(a: Article, b: Article, words_a: list[Word], words_b: list[Word]) -> NearDuplicate | None:
    runs = shared_runs([w.text for w in words_a], [w.text for w in words_b], SHORTEST)
    overlap = round(sum(run.length for run in runs) / max(min(len(words_a), len(words_b)), 1), 3)
    if overlap < COPY:
        return None
    return NearDuplicate((a.id, b.id), overlap, tuple(_passage(run, words_a, words_b) for run in sorted(runs)))


def _passage(run: Run, a: list[Word], b: list[Word]) -> Passage:
    last = run.length - 1
    return Passage(Span(a[run.a].start, a[run.a + last].end), Span(b[run.b].start, b[run.b + last].end))
