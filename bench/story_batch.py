"""Ways to cluster all articles at once, with hindsight: what a method may reach that need not decide on arrival.

Average linkage (agglomerative) joins the likest two groups until a threshold; HDBSCAN (Campello, Moulavi & Sander 2013)
finds groups of any density, and what it leaves as noise is a story of its own. Both take likeness times nearness in
time for their distance. A truncated SVD of 30, 60 or 100 dimensions before HDBSCAN was tried without time: .005 less
at best on what settings are chosen on, .01 to .05 less on the other half of WikiNews.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count, product
from typing import NamedTuple

import numpy as np
from sklearn.cluster import HDBSCAN, AgglomerativeClustering  # type: ignore[import-untyped]

from story_likeness import Likeness, Read, by_all_words, by_terms, by_vectors, in_time
from story_methods import Setting
from variorum.stories import FADE

_FADES = (10.0, 15.0, 30.0)
_RARE = tuple(n / 100 for n in range(6, 31))
_DENSE = tuple(n / 100 for n in range(30, 81, 2))


class Batch(NamedTuple):
    """One method: its name, what it compares, how it groups by distances, and the settings: fade, then its own."""

    name: str
    alike: Callable[[Sequence[Read]], Likeness]
    grouped: Callable[[Likeness, float | str], list[int]]
    settings: tuple[Setting, ...]
    at_once: bool = True

    def stories(self, some: Sequence[Read], setting: Setting) -> list[int]:
        """Return the story of each article."""
        fade, own = setting
        near = np.clip(self.alike(some) * in_time(some, float(fade)), 0.0, 1.0)
        return self.grouped(1.0 - near, own)


def average_linkage(distances: Likeness, threshold: float | str) -> list[int]:
    """Return the group of each article; groups are joined down to a mean likeness of `threshold`."""
    model = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1.0 - float(threshold)
    )
    return [int(label) for label in model.fit_predict(distances)]


def dense(distances: Likeness, selection: float | str) -> list[int]:
    """Return the group of each article by HDBSCAN, of two or more; each noise point is a group of its own."""
    model = HDBSCAN(
        min_cluster_size=2, min_samples=1, metric="precomputed", cluster_selection_method=selection, copy=True
    )
    alone = count(-1, -1)
    return [int(label) if label >= 0 else next(alone) for label in model.fit_predict(distances)]


OURS = Batch("average linkage, our terms, time decay", by_terms, average_linkage, tuple(product((FADE,), _RARE)))
BATCH = (
    Batch("HDBSCAN, TF-IDF, time decay", by_all_words, dense, tuple(product(_FADES, ("eom", "leaf")))),
    Batch("HDBSCAN, MiniLM, time decay", by_vectors, dense, tuple(product(_FADES, ("eom", "leaf")))),
    Batch("average linkage, TF-IDF, time decay", by_all_words, average_linkage, tuple(product(_FADES, _RARE))),
    Batch("average linkage, MiniLM, time decay", by_vectors, average_linkage, tuple(product(_FADES, _DENSE))),
    OURS,
)
