"""A trained single pass, after Miranda, Znotins, Cohen & Barzdins 2018 (Multilingual clustering of streaming news).

An article is compared with each story nine times by words, the cosine with the story's sum (TF-IDF of title, body and
both, each of words, stems and names), and three times by date: its nearness to the story's latest, earliest and mean
day. A linear model weighs these, trained to rank an article's own story before the others; from a threshold on the
likeliest story takes the article. Other than there, stems stand for lemmas, capitals tell names, and the idf is that of
the whole set.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from story_likeness import Read, Remembered, tf_idf
from story_methods import FADE, Setting, hundredths
from variorum.lexicon import column
from variorum.stories._terms import INSIDE, TOKEN
from variorum.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

Rows = NDArray[np.float64]
READ = 6000
"""Code points of a body, as many as ours reads."""
RIVALS = 20
"""Stories that an article's own is ranked before in training: the likest ones."""


class Trained(NamedTuple):
    """The method with what it was trained to weigh; its setting is the score from which an article joins."""

    weights: Rows
    name: str = "trained weights, as Miranda 2018"
    settings: tuple[Setting, ...] = hundredths(10, 40, 1)
    at_once: bool = False

    def stories(self, some: Sequence[Read], setting: Setting) -> list[int]:
        """Return the story of each article, in order of arrival."""

        def chosen(_: Read, rows: Rows) -> int | None:
            scores = [float(score) for score in rows @ self.weights] if len(rows) else [-math.inf]
            best = max(range(len(scores)), key=lambda n: scores[n])
            return best if scores[best] >= float(setting[0]) else None

        return _passed(some, chosen)


def trained(sets: Sequence[Sequence[Read]]) -> Trained:
    """Return the method, trained on articles in order of arrival that are each put into their event's story."""
    differences = np.concatenate([row for some in sets for row in _lessons(some)])
    told = np.repeat([1, 0], len(differences))
    model = LogisticRegression(fit_intercept=False, max_iter=2000)
    model.fit(np.concatenate([differences, -differences]), told)
    weights = model.coef_[0]
    return Trained(weights / np.abs(weights).sum())


def _lessons(some: Sequence[Read]) -> list[Rows]:
    """Return by how much each article's own story is ahead of its rivals, in each of the comparisons."""
    opened: dict[str, int] = {}
    lessons = []

    def chosen(one: Read, rows: Rows) -> int | None:
        own = opened.get(one.event)
        if own is not None:
            rivals = [n for n in np.argsort(-rows.sum(axis=1))[: RIVALS + 1] if n != own]
            lessons.append(rows[own] - rows[rivals])
        opened.setdefault(one.event, len(opened))
        return own

    _passed(some, chosen)
    return lessons


class _Story:
    """What a story's articles are like, and their days."""

    def __init__(self, kernels: Rows) -> None:
        self.sums = np.zeros(kernels.shape[:2])
        self.squares = np.zeros(len(kernels))
        self.days: list[float] = []

    def take(self, kernels: Rows, at: int, day: float | None) -> None:
        """Take the article."""
        self.squares += 2 * self.sums[:, at] + kernels[:, at, at]
        self.sums += kernels[:, at]
        self.days += [day] if day is not None else []

    def compared(self, at: int, day: float | None) -> list[float]:
        """Return how like the article is to the story, in each of the comparisons."""
        return [*(self.sums[:, at] / np.sqrt(np.maximum(self.squares, 1e-9))), *self._near(day)]

    def _near(self, day: float | None) -> list[float]:
        if day is None or not self.days:
            return [0.0, 0.0, 0.0, 1.0]
        ends = (max(self.days), min(self.days), sum(self.days) / len(self.days))
        return [*(math.exp(-abs(day - end) / FADE) for end in ends), 0.0]


def _passed(some: Sequence[Read], chosen: Callable[[Read, Rows], int | None]) -> list[int]:
    """Return the story of each article, as `chosen` says from the comparisons with each story so far."""
    ranked = sorted(some, key=lambda one: one.article.id)
    places = {one.article.id: n for n, one in enumerate(ranked)}
    kernels = _kernels(ranked)
    stories: list[_Story] = []
    given = []
    for one in some:
        at = places[one.article.id]
        own = chosen(one, np.array([story.compared(at, one.day) for story in stories]))
        given.append(len(stories) if own is None else own)
        stories += [_Story(kernels)] if own is None else []
        stories[given[-1]].take(kernels, at, one.day)
    return given


@Remembered
def _kernels(some: Sequence[Read]) -> Rows:
    read = [list(_counted(one)) for one in some]
    return np.array([tf_idf(of_kind) for of_kind in zip(*read, strict=True)])


def _counted(one: Read) -> Iterator[Counter[str]]:
    """Return the words, the stems and the names of title, body and both."""
    title, body = one.article.title or "", one.article.text[:READ]
    named = set(INSIDE.findall(body))
    for form in (str.lower, lambda token: stem(token.lower()), lambda token: token if token in named else ""):
        parts = [Counter(filter(None, map(form, _tokens(text)))) for text in (title, body)]
        yield from (*parts, parts[0] + parts[1])


def _tokens(text: str) -> list[str]:
    return [token for token in TOKEN.findall(text) if token.lower() not in column("topic_stopwords", "word")]
