"""Plain ways to put articles into stories in one pass, to measure ours beside: what is compared, and how time counts.

Each compares an article with the mean of a story's articles (average linkage) and joins the likeliest from a threshold
on.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from story_likeness import Likeness, Read, by_names, by_vectors, by_words

FADE = 10.0
Setting = tuple[float | str, ...]


class Method(Protocol):
    """A way to put articles into stories that we measure ours beside, with the settings that it may choose from."""

    @property
    def name(self) -> str:
        """What the table calls it."""

    @property
    def settings(self) -> Sequence[Setting]:
        """What may be chosen on the sets that ours was tuned on."""

    @property
    def at_once(self) -> bool:
        """Whether all articles are seen before any is put into a story, so that the order of arrival says nothing."""

    def stories(self, some: Sequence[Read], setting: Setting) -> list[int]:
        """Return the story of each article."""


class Plain(NamedTuple):
    """One method: its name, what it compares, in how many days nearness falls to 1/e, and the thresholds to try."""

    name: str
    alike: Callable[[Sequence[Read]], Likeness]
    fade: float | None
    settings: tuple[Setting, ...]
    at_once: bool = False

    def stories(self, some: Sequence[Read], setting: Setting) -> list[int]:
        """Return the story of each article, in order of arrival."""
        return single_pass(self.alike(some), [one.day for one in some], float(setting[0]), self.fade)


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


def hundredths(first: int, last: int, step: int) -> tuple[Setting, ...]:
    """Return thresholds to try."""
    return tuple((n / 100,) for n in range(first, last + 1, step))


_RARE = hundredths(6, 30, 2)
_DENSE = hundredths(30, 80, 5)
PLAIN = (
    Plain("TF-IDF", by_words, None, _RARE),
    Plain("TF-IDF, time decay", by_words, FADE, _RARE),
    Plain("names and figures, time decay", by_names, FADE, _RARE),
    Plain("MiniLM", by_vectors, None, _DENSE),
    Plain("MiniLM, time decay", by_vectors, FADE, _DENSE),
)
