"""Who printed whose copy: passages that stand word for word in two articles, and whose words they are."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from variorum.model import Passage, Reuse, Span
from variorum.model.origins import COPY, origins
from variorum.text.passages import Indexed, Run, Word, indexed, runs_of_both, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from variorum.model import Article, Reading, ReuseKind

__all__ = ["origins", "reuse"]

SHORTEST = 9
"""Words a passage must have. Over 120 pairs of reports by different outlets on one event (BASIL, quotations left out)
runs of 5 to 8 words stood 139 times (offices, names and places in a row), runs of 9 or more 6 times."""


def reuse(articles: Sequence[Article], readings: Sequence[Reading]) -> list[Reuse]:
    """Return each pair of articles that share passages, in the order of the articles.

    Words inside quotation marks do not count: what one speaker said stands in many reports that share nothing else.
    """
    own = {article.id: _own_words(article, reading) for article, reading in zip(articles, readings, strict=True)}
    by_id = {article.id: article for article in articles}
    texts = indexed(([w.text for w in words] for words in own.values()), SHORTEST)
    index = dict(zip(own, texts, strict=True))
    found = (
        _pair((by_id[a], by_id[b]), own[a], own[b], runs_of_both(index[a], index[b]))
        for a, b in _candidates(index, [a.id for a in articles])
    )
    return [pair for pair in found if pair is not None]


def _own_words(article: Article, reading: Reading) -> list[Word]:
    quoted = [p for s in reading.statements if s.mode == "direct" for p in s.content]
    body = [w for part in article.parts if part.kind == "body" for w in words(article.text, part.start, part.end)]
    return [w for w in body if not any(p.start <= w.start < p.end for p in quoted)]


def _candidates(index: Mapping[str, Indexed], order: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of articles that have the hash of a run in common, in the order of the articles."""
    holders: dict[int, set[str]] = defaultdict(set)
    for name in order:
        for run in index[name].places:
            holders[run].add(name)
    rank = {name: n for n, name in enumerate(order)}
    groups = {frozenset(names) for names in holders.values() if len(names) > 1}
    ordered = (sorted(names, key=rank.__getitem__) for names in groups)
    pairs = {pair for names in ordered for pair in combinations(names, 2)}
    yield from sorted(pairs, key=lambda pair: (rank[pair[0]], rank[pair[1]]))


def _pair(
    articles: tuple[Article, Article], words_a: Sequence[Word], words_b: Sequence[Word], runs: Sequence[Run]
) -> Reuse | None:
    if not runs:
        return None
    a, b = articles
    shorter = min(len(words_a), len(words_b))
    overlap = round(sum(run.length for run in runs) / shorter, 3)
    return Reuse(
        articles=(a.id, b.id),
        kind=kind_of(a, b, overlap),
        origin=origin_of(a, b, overlap),
        overlap=overlap,
        passages=tuple(_passage(run, words_a, words_b) for run in sorted(runs)),
    )


def _passage(run: Run, a: Sequence[Word], b: Sequence[Word]) -> Passage:
    last = run.length - 1
    return Passage(Span(a[run.a].start, a[run.a + last].end), Span(b[run.b].start, b[run.b + last].end))


def kind_of(a: Article, b: Article, overlap: float) -> ReuseKind:
    """Return what two articles are that share `overlap` of the shorter one's words."""
    if overlap < COPY:
        return "shared-passages"
    if a.publisher and b.publisher and a.publisher.name == b.publisher.name:
        return "update"
    return "agency-copy" if a.agency or b.agency else "shared-passages"


def origin_of(a: Article, b: Article, overlap: float) -> str | None:
    """Return whose words two articles share: their one agency, else who printed them on an earlier day."""
    agencies = {article.agency.name for article in (a, b) if article.agency}
    if overlap >= COPY and len(agencies) == 1:
        return agencies.pop()
    first = _earlier(a, b)
    return first.publisher.name if first and first.publisher else None


def _earlier(a: Article, b: Article) -> Article | None:
    """Return the article of the earlier day; `None` where days are equal or unknown, or one lies in a month given."""
    if not (a.published and b.published):
        return None
    days = a.published.value[:10], b.published.value[:10]
    if days[0].startswith(days[1]) or days[1].startswith(days[0]):
        return None
    return a if days[0] < days[1] else b
