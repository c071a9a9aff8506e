"""What an outlet left out of the copy that it printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Article, Claim, Reuse

COPIES = frozenset({"agency-copy", "update"})


def trimmed(reuse: Sequence[Reuse], articles: Sequence[Article], claims: Sequence[Claim]) -> tuple[Reuse, ...]:
    """Tell of two prints of one copy what the fuller has and the shorter lacks, in the order of the claims.

    The fuller is the one with more text in its body. What it has may be its own addition: only where an agency's own
    text is among the reports is it sure that something was cut.
    """
    lengths = {article.id: _length(article) for article in articles}
    return tuple(_trimmed(pair, lengths, claims) if pair.kind in COPIES else pair for pair in reuse)


def _length(article: Article) -> int:
    return sum(part.end - part.start for part in article.parts if part.kind == "body")


def _trimmed(pair: Reuse, lengths: Mapping[str, int], claims: Sequence[Claim]) -> Reuse:
    shorter, fuller = sorted(pair.articles, key=lengths.__getitem__)
    if lengths[shorter] == lengths[fuller]:
        return pair
    left_out = tuple(c.id for c in claims if fuller in c.articles and shorter not in c.articles)
    return replace(pair, shorter=shorter, left_out=left_out)
