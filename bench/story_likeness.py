"""How like articles are to each other, by what is compared, and how near they are in time: what methods build on.

What is compared: all words (TF-IDF), names and figures alone, our own terms, or sentence vectors of the title and the
lead (MiniLM). A single pass learns the idf on the way; with hindsight it is that of the whole set.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from variorum.annotate import vectors
from variorum.lexicon import column

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from variorum.model import Article
    from variorum.stories import Features

Likeness = NDArray[np.float64]
Matrix = NDArray[np.float32]
Found = TypeVar("Found")

WORD = re.compile(r"[^\W\d_]{2,}")
LEAD = 600
"""Characters of the body that are read with the title: what the model takes, 128 pieces of words."""
TERMS = 128
"""Of our own terms the weightiest, as the product compares them."""
UNDATED = 0.85
"""Nearness of two articles of which one has no date, as in the product."""


class Read(Protocol):
    """An article, its event, when it was published (days), and what our own stories read of it."""

    @property
    def article(self) -> Article:
        """The article."""

    @property
    def event(self) -> str:
        """Its event: only what is trained may look, and only at what it is trained on."""

    @property
    def day(self) -> float | None:
        """Its day."""

    @property
    def read(self) -> Features:
        """Its terms."""


class Remembered(Generic[Found]):
    """What is found in some articles, found once for the same ones in the same order."""

    def __init__(self, find: Callable[[Sequence[Read]], Found]) -> None:
        self.find = find
        self.known: dict[tuple[str, ...], Found] = {}

    def __call__(self, some: Sequence[Read]) -> Found:
        """Return what is found in them."""
        key = tuple(one.article.id for one in some)
        if key not in self.known:
            self.known[key] = self.find(some)
        return self.known[key]


@Remembered
def by_words(some: Sequence[Read]) -> Likeness:
    """Compare all words but function words; the idf is learnt on the way."""
    counts = _table([_words(one.article) for one in some])
    return _cosines(counts * _learnt(counts))


@Remembered
def by_names(some: Sequence[Read]) -> Likeness:
    """Compare names, places, figures and days alone; the idf is learnt on the way."""
    counts = _table([_names(one.read) for one in some])
    return _cosines(counts * _learnt(counts))


@Remembered
def by_all_words(some: Sequence[Read]) -> Likeness:
    """Compare all words but function words, with the idf of the whole set."""
    return tf_idf([_words(one.article) for one in some])


@Remembered
def by_terms(some: Sequence[Read]) -> Likeness:
    """Compare our own terms, weighed and cut as the product does, with the idf of the whole set."""
    counts = _matrix([dict(zip(one.read.terms.tolist(), one.read.weights.tolist(), strict=True)) for one in some])
    held = counts * _known(counts)
    held[held < np.sort(held, axis=1)[:, -min(TERMS, held.shape[1]), None]] = 0
    return _cosines(held)


@Remembered
def by_vectors(some: Sequence[Read]) -> Likeness:
    """Compare sentence vectors of title and lead."""
    held = np.array([vector(f"{one.article.title}. {one.article.text[:LEAD]}") for one in some])
    found: Likeness = np.clip(held @ held.T, 0.0, 1.0)
    return found


def in_time(some: Sequence[Read], fade: float) -> Likeness:
    """Return the nearness of each two articles: 1/e at `fade` days, `UNDATED` where a day is unknown."""
    days = np.array([math.nan if one.day is None else one.day for one in some])
    near = np.exp(-np.abs(days[:, None] - days) / fade)
    return np.where(np.isnan(near), UNDATED, near)


def tf_idf(counted: Sequence[Counter[str]]) -> Likeness:
    """Return the cosines of texts whose words are counted, with the idf of all of them."""
    counts = _table(counted)
    return _cosines(counts * _known(counts))


@cache
def vector(text: str) -> tuple[float, ...]:
    """Return the sentence vector of a text."""
    return tuple(float(x) for x in vectors.vectors([text])[0].whole)


def _table(counted: Sequence[Counter[str]]) -> Matrix:
    return _matrix([{word: 1 + math.log(count) for word, count in one.items()} for one in counted])


def _matrix(weights: Sequence[Mapping[Any, float]]) -> Matrix:
    """Return a row an article and a column a term."""
    places = {term: n for n, term in enumerate(dict.fromkeys(term for one in weights for term in one))}
    held = np.zeros((len(weights), len(places)), np.float32)
    for row, one in zip(held, weights, strict=True):
        row[[places[term] for term in one]] = list(one.values())
    return held


def _learnt(held: Matrix) -> Matrix:
    """Return the idf of each term when each article comes."""
    seen = np.maximum(np.cumsum(held > 0, axis=0, dtype=np.float32), 1)
    found: Matrix = np.log(np.arange(2, len(held) + 2, dtype=np.float32)[:, None] / seen)
    return found


def _known(held: Matrix) -> Matrix:
    """Return the idf of each term when all articles are there."""
    found: Matrix = np.log((len(held) + 1) / (held > 0).sum(axis=0, dtype=np.float32))
    return found


def _cosines(held: Matrix) -> Likeness:
    lengths = np.sqrt((held**2).sum(axis=1, keepdims=True))
    whole = held / np.where(lengths, lengths, 1.0)
    return np.asarray(whole @ whole.T, np.float64)


def _words(article: Article) -> Counter[str]:
    found = Counter(WORD.findall(f"{article.title} {article.text}".lower()))
    return Counter({word: n for word, n in found.items() if word not in column("topic_stopwords", "word")})


def _names(read: Features) -> Counter[str]:
    told = zip(read.words, read.kinds, read.weights, strict=True)
    return Counter({word: max(1, round(math.expm1(weight))) for word, kind, weight in told if kind})
