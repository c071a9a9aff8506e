"""Plain ways to put articles into stories in one pass, to measure ours beside: what is compared, and how time counts.

Each compares an article with the mean of a story's articles (average linkage) and joins the likeliest from a threshold
on. What is compared: all words (TF-IDF, the idf learnt on the way), names and figures alone, or sentence vectors of the
title and the lead (MiniLM).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from variorum.annotate import vectors
from variorum.lexicon import column

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from variorum.model import Article
    from variorum.stories import Features

    Likeness = NDArray[np.float64]

WORD = re.compile(r"[^\W\d_]{2,}")
FADE = 10.0
_LEAD = 600
"""Characters of the body that are read with the title: what the model takes, 128 pieces of words."""


class Read(Protocol):
    """An article, when it was published (days), and what our own stories read of it."""

    @property
    def article(self) -> Article:
        """The article."""

    @property
    def day(self) -> float | None:
        """Its day."""

    @property
    def read(self) -> Features:
        """Its terms."""


class Plain(NamedTuple):
    """One method: its name, what it compares, in how many days nearness falls to 1/e, and the thresholds to try."""

    name: str
    alike: Callable[[Sequence[Read]], Likeness]
    fade: float | None
    grid: tuple[float, ...]

    def stories(self, some: Sequence[Read], threshold: float) -> list[int]:
        """Return the story of each article, in order of arrival."""
        return single_pass(self.alike(some), [one.day for one in some], threshold, self.fade)


def by_words(some: Sequence[Read]) -> Likeness:
    """Compare all words but function words."""
    return _tf_idf([_words(one.article) for one in some])


def by_names(some: Sequence[Read]) -> Likeness:
    """Compare names, places, figures and days alone."""
    return _tf_idf([_names(one.read) for one in some])


def by_vectors(some: Sequence[Read]) -> Likeness:
    """Compare sentence vectors of title and lead."""
    held = np.array([_vector(f"{one.article.title}. {one.article.text[:_LEAD]}") for one in some])
    found: Likeness = np.clip(held @ held.T, 0.0, 1.0)
    return found


def single_pass(alike: Likeness, days: Sequence[float | None], threshold: float, fade: float | None) -> list[int]:
    """Return the story of each article; no article is ever moved."""
    members: list[list[int]] = []
    given = []
    for n, day in enumerate(days):
        scores = [float(alike[n, some].mean()) * _near([days[m] for m in some], day, fade) for some in members]
        best = max(range(len(scores)), key=lambda s: (scores[s], -s), default=-1)
        if best < 0 or scores[best] < threshold:
            best = len(members)
            members.append([])
        members[best].append(n)
        given.append(best)
    return given


def _near(members: Sequence[float | None], day: float | None, fade: float | None) -> float:
    known = [other for other in members if other is not None]
    if fade is None or day is None or not known:
        return 1.0
    return math.exp(-min(abs(day - other) for other in known) / fade)


def _tf_idf(counted: Sequence[Counter[str]]) -> Likeness:
    seen: Counter[str] = Counter()
    places = {word: n for n, word in enumerate(dict.fromkeys(word for one in counted for word in one))}
    held = np.zeros((len(counted), len(places)), np.float32)
    for n, one in enumerate(counted):
        seen.update(one.keys())
        for word, count in one.items():
            held[n, places[word]] = (1 + math.log(count)) * math.log((n + 2) / seen[word])
    lengths = np.sqrt((held**2).sum(axis=1, keepdims=True))
    held /= np.where(lengths, lengths, 1.0)
    return np.asarray(held @ held.T, np.float64)


def _words(article: Article) -> Counter[str]:
    found = Counter(WORD.findall(f"{article.title} {article.text}".lower()))
    return Counter({word: n for word, n in found.items() if word not in column("topic_stopwords", "word")})


def _names(read: Features) -> Counter[str]:
    told = zip(read.words, read.kinds, read.weights, strict=True)
    return Counter({word: max(1, round(math.expm1(weight))) for word, kind, weight in told if kind})


@cache
def _vector(text: str) -> tuple[float, ...]:
    return tuple(float(x) for x in vectors.vectors([text])[0].whole)


_RARE = tuple(n / 100 for n in range(6, 31, 2))
_DENSE = tuple(n / 100 for n in range(30, 81, 5))
PLAIN = (
    Plain("TF-IDF", by_words, None, _RARE),
    Plain("TF-IDF, time decay", by_words, FADE, _RARE),
    Plain("names and figures, time decay", by_names, FADE, _RARE),
    Plain("MiniLM", by_vectors, None, _DENSE),
    Plain("MiniLM, time decay", by_vectors, FADE, _DENSE),
)
