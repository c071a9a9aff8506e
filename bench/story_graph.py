"""A method like the story clustering of Taranis AI, an open workbench of monitoring desks: communities of keywords.

After its published way: an article's names are its keywords; keywords of the same articles are joined in a graph, and
Louvain's communities of it (Blondel et al. 2008, arXiv:0803.0476) are topics; an article goes to the topic whose
keywords are likest by TF-IDF; within a topic it joins the first story whose first article has like opening sentences.
Articles with few keywords, which it passes over, are stories of their own. Other than there, names are those of our own
terms, the vectors are MiniLM's, and their threshold is chosen as ours was (there it is .5).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, count
from typing import TYPE_CHECKING, NamedTuple

import networkx as nx  # type: ignore[import-untyped]
import numpy as np

from story_likeness import Likeness, Read, Remembered, vector
from story_methods import Setting, hundredths
from variorum.stories._terms import NAME, PLACE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.stories import Features

Keywords = dict[str, float]
MOST, LEAST = 20, 5
"""Keywords of an article: the names told most; with fewer than these it is not clustered."""
CORRELATED = 0.05
"""Articles that have both keywords, by the sum of those that have each: from here on the two are joined."""
OPENING = 5
"""Sentences that are compared."""
_KINDS = (NAME, PLACE)
_END = re.compile(r"(?<=[.!?])\s+")


class Communities(NamedTuple):
    """The method, and the likeness of opening sentences to choose from."""

    name: str = "communities of keywords, as Taranis AI"
    settings: tuple[Setting, ...] = hundredths(30, 80, 5)
    at_once: bool = True

    def stories(self, some: Sequence[Read], setting: Setting) -> list[int]:
        """Return the story of each article."""
        topics, alike = _topics(some), _openings(some)
        leaders: list[int] = []
        given = []
        for n, topic in enumerate(topics):
            found = (s for s, m in enumerate(leaders) if topics[m] == topic and alike[m, n] >= float(setting[0]))
            story = next(found, len(leaders))
            leaders += [n] if story == len(leaders) else []
            given.append(story)
        return given


@Remembered
def _topics(some: Sequence[Read]) -> list[int]:
    """Return the topic of each article; one that has none is alone in its own."""
    held = [_keywords(one.read) for one in some]
    seen = Counter(word for one in held for word in one)
    rarity = {word: math.log((len(held) + 1) / n) for word, n in seen.items()}
    topics = [_weighed(topic, rarity) for topic in _communities(held, seen)]
    alone = count(-1, -1)
    return [_likest(_weighed(one, rarity), topics) if len(one) >= LEAST else next(alone) for one in held]


def _keywords(read: Features) -> Keywords:
    told = zip(read.words, read.kinds, read.weights, strict=True)
    counts = {word: math.expm1(weight) for word, kind, weight in told if kind in _KINDS}
    return dict(sorted(counts.items(), key=lambda pair: -pair[1])[:MOST])


def _communities(held: Sequence[Keywords], seen: Mapping[str, int]) -> list[Keywords]:
    """Return the topics: their keywords, each with how surely it comes with its neighbours, the mean over them."""
    both = Counter(pair for one in held if len(one) >= LEAST for pair in combinations(sorted(one), 2))
    graph = nx.Graph()
    for (a, b), n in both.items():
        if n / (seen[a] + seen[b]) >= CORRELATED:
            graph.add_edge(a, b, weight=n, sure=n / min(seen[a], seen[b]))
    parts = nx.community.louvain_communities(graph, seed=0)
    return [_topic(graph.subgraph(part)) for part in sorted(parts, key=min)]


def _topic(graph: nx.Graph) -> Keywords:
    return {a: sum(edge["sure"] for edge in joined.values()) / len(joined) for a, joined in graph.adjacency() if joined}


def _weighed(words: Keywords, rarity: Mapping[str, float]) -> Keywords:
    weights = {word: n * rarity[word] for word, n in words.items()}
    length = math.hypot(*weights.values()) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _likest(article: Keywords, topics: Sequence[Keywords]) -> int:
    likeness = [sum(weight * topic.get(word, 0.0) for word, weight in article.items()) for topic in topics]
    return max(range(len(topics)), key=lambda n: likeness[n])


@Remembered
def _openings(some: Sequence[Read]) -> Likeness:
    """Return for each first article and each second how like each sentence of the first one's opening is, the mean."""
    held = [np.array([vector(sentence) for sentence in _opening(one)]) for one in some]
    return np.array([[float((a @ b.T).max(axis=1).mean()) for b in held] for a in held])


def _opening(one: Read) -> list[str]:
    return _END.split(one.article.text.strip(), OPENING)[:OPENING]
