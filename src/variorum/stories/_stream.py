"""Stories in order of arrival: each article joins a story or opens one the moment it comes, and stays.

Single-pass clustering (Allan, Papka & Lavrenko 1998, on-line new event detection) with average linkage, an idf learnt
on the way, and a decay with time. Terms of the title and the lead, names, places and figures weigh in one vector.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from variorum.model import Assignment, Ties
from variorum.stories._index import Index, Seen
from variorum.stories._profiles import CAPACITY, Profiles, Vector
from variorum.stories._terms import DAY, FIGURE, NAME, PLACE, WORD

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from variorum.stories._features import Features
    from variorum.stories.when import Interval

THRESHOLD = 0.12
"""Score from which an article joins. Development half of WikiNews without its digest of a month, and BASIL, mean of
B-cubed F1 over seven orders of arrival: .928 at .10, .933 at .11 and .12, .930 at .13, .923 at .15."""
FADE = 15.0
"""Days in which nearness falls to 1/e: 10 to 30 differ by .001; without it .02 less on WikiNews, .08 on BASIL."""
RUN = 7.0
"""Days that a story runs without a loss; a report that comes later after its first one is as far off as it is later.
Else a subject of months (a trial, talks between two states) would go on as one story, each report near the last: of
7,000 articles over a year and a half 16 stories last longer than a fortnight without it, 8 with it, and none a month.
From 3 days to 21 nothing changes in WikiNews and BASIL."""
UNDATED = 0.8
"""Nearness where the article or the story has no date. B-cubed F1 of WikiNews dev less its digest, other and all: .879,
.935, .850 with .85; .885, .937, .851 with .8; .886, .919, .850 with .7."""
QUIET = 0.15
"""Nearness that time alone never takes away: months later a report must be as like as .8 to wake a story, which new
words on an anniversary are not and a copy or a continued case is. .1 to .3 differ by .001."""
ASLEEP = 20_000
"""Arrivals after which a story that did not grow counts as quiet for an article without a date: the order of arrival
is then the only clock. A large agency's week."""
_INDEXED = 32
"""Terms by which a story is found: 24 cost .001 of B-cubed F1, 48 and 96 gain less than that."""
_TRIED = 16
"""Stories compared in full, the likeliest first, so that the work for an article is bounded."""


class Stories:
    """The stories so far, as far as the next article needs them.

    The same articles in the same order give the same stories. What it holds has a fixed size (see `_index`,
    `_profiles`), and the work for an article does not depend on how many came before.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        self.seen = Seen()
        self.index = Index()
        self.profiles = Profiles(capacity)
        self.opened = 0

    def assign(self, features: Features) -> Assignment:
        """Put the article into the story it fits best, or into a new one, and say why."""
        vector = self._vector(features)
        rows, scores = self._scored(vector, features.when)
        taking = scores >= THRESHOLD
        row = int(rows[0]) if taking.any() else self._open(self.opened + 1)
        best = float(scores[0]) if len(scores) else 0.0
        told = Assignment(
            article=features.article,
            story=int(self.profiles.story[row]),
            opened=not taking.any(),
            score=round(best, 4),
            ties=self._ties(row, vector, features) if taking.any() else Ties(),
            rivals=self._rivals(rows[taking]),
        )
        self._put(row, vector, features)
        return told

    def learn(self, features: Features, story: int, *, again: bool = False) -> None:
        """Take an article whose story is known already: replayed from a store, or decided by a person.

        After `learn` with the stories that `assign` gave, everything is as after `assign`. An article that was learnt
        before and is put elsewhere (`again`) does not count twice.
        """
        rows = np.flatnonzero(self.profiles.story == story)
        vector = self._vector(features)
        if len(rows) > 1:
            rows = rows[np.argsort(-self.profiles.likeness(rows, vector), kind="stable")]
        self._put(int(rows[0]) if len(rows) else self._open(story), vector, features, again=again)

    def merge(self, kept: int, gone: int) -> None:
        """Let what would join the story `gone` join `kept` from now on."""
        self.profiles.story[self.profiles.story == gone] = kept

    def forget(self, story: int) -> None:
        """Let nothing join the story any more; to split one, forget it and `learn` its articles anew."""
        self.profiles.story[self.profiles.story == story] = 0

    def _vector(self, features: Features) -> Vector:
        weights = features.weights * self.seen.rarity(features.terms)
        cut = Vector(features.terms, weights).cut()
        length = float(np.sqrt((cut.weights**2).sum()))
        return Vector(cut.terms, cut.weights / length) if length else cut

    def _scored(self, vector: Vector, when: Interval | None) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """Return the rows worth trying and their scores, the best first; of equals the older story."""
        found, weights = self.index.with_terms(vector.terms[:_INDEXED], vector.weights[:_INDEXED])
        rows = found.astype(np.intp)
        kept = self.profiles.story[rows] > 0
        rows = rows[kept]
        near = self._nearness(rows, when)
        first = np.argsort(-weights[kept] * near, kind="stable")[:_TRIED]
        rows, near = rows[first], near[first]
        scores = self.profiles.likeness(rows, vector) * near
        order = np.lexsort((self.profiles.story[rows], -scores))
        return rows[order], scores[order]

    def _nearness(self, rows: NDArray[np.intp], when: Interval | None) -> NDArray[np.float64]:
        apart = np.maximum(self.profiles.apart(rows, when), self.profiles.span(rows, when) - RUN)
        asleep = self.seen.articles - self.profiles.grown[rows].astype(np.int64) > ASLEEP
        unknown = np.where(asleep, QUIET, UNDATED)
        return np.where(np.isnan(apart), unknown, np.maximum(QUIET, np.exp(-np.nan_to_num(apart) / FADE)))

    def _open(self, story: int) -> int:
        self.opened = max(self.opened, story)
        return self.profiles.lend(story, self.seen.articles)

    def _put(self, row: int, vector: Vector, features: Features, *, again: bool = False) -> None:
        self.profiles.grow(row, vector, features.when, self.seen.articles)
        self.index.add(row, vector.terms[:_INDEXED])
        if not again:
            self.seen.add(features.terms)

    def _rivals(self, rows: NDArray[np.intp]) -> tuple[int, ...]:
        stories = dict.fromkeys(int(story) for story in self.profiles.story[rows])
        return tuple(stories)[1:]

    def _ties(self, row: int, vector: Vector, features: Features) -> Ties:
        shared = np.isin(vector.terms, self.profiles.terms[row][self.profiles.weights[row] > 0])
        at = {term: n for n, term in enumerate(features.terms.tolist())}
        kinds: dict[int, list[str]] = {kind: [] for kind in (WORD, PLACE, FIGURE, NAME, DAY)}
        for term in vector.terms[shared].tolist():
            n = at[term]
            kinds[features.kinds[n]].append(features.words[n])
        apart = float(self.profiles.apart(np.array([row]), features.when)[0])
        return Ties(
            names=tuple(kinds[NAME]),
            places=tuple(kinds[PLACE]),
            figures=tuple(kinds[FIGURE]),
            days=tuple(kinds[DAY]),
            words=len(kinds[WORD]),
            apart=None if np.isnan(apart) else round(apart, 3),
        )
