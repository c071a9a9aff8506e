"""Which articles of a collection share passages: found once, told with their stories and outlets."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

import numpy as np

from variorum.api.progress import Progress, silent
from variorum.model.collection import Reprint
from variorum.model.naming import ARTICLE, STORY
from variorum.store import articles as kept
from variorum.store import listing, reprints

if TYPE_CHECKING:
    from collections.abc import Callable

    from variorum.model import Article, NearDuplicate
    from variorum.store.database import Database

_SIGNED_AT_ONCE = 256
_HELD = 4096
"""Articles held while pairs are compared, at 6 kB."""


def reprints_of(base: Database, progress: Progress | None) -> tuple[Reprint, ...]:
    """Return all pairs of near-duplicates; those of new articles are looked for first, where this may be written."""
    if not base.readonly:
        _sign(base, progress or silent)
        _compare(base)
    found = reprints.pairs(base)
    numbers = sorted({number for pair in found for number in (pair.a, pair.b)})
    stories = listing.stories_of(base, numbers)
    told = {one.id: one for some in listing.members(base, sorted(set(stories.values()))).values() for one in some}
    return tuple(
        Reprint(
            articles=(ARTICLE.name(pair.a), ARTICLE.name(pair.b)),
            stories=(STORY.name(stories[pair.a]), STORY.name(stories[pair.b])),
            outlets=(told[pair.a].outlet, told[pair.b].outlet),
            titles=(told[pair.a].title, told[pair.b].title),
            kind=pair.kind,
            origin=pair.origin,
            overlap=pair.overlap,
        )
        for pair in found
    )


def _sign(base: Database, tell: Progress) -> None:
    from variorum.stories import signed  # noqa: PLC0415 - start-up

    total = base.number("SELECT count(*) FROM articles")
    while numbers := reprints.unsigned(base, _SIGNED_AT_ONCE):
        minima = signed(list(kept.articles(base, numbers).values()))
        with base.writing():
            reprints.sign(base, zip(numbers, (row.tobytes() for row in minima), strict=True))
        tell("sign", numbers[-1], total)


def _compare(base: Database) -> None:
    """Look for near-duplicates of the articles that were not compared yet."""
    from variorum.stories import near_duplicates_among  # noqa: PLC0415 - start-up

    signatures = reprints.signatures(base)
    first = sum(compared for *_, compared in signatures)
    if first == len(signatures):
        return
    numbers = [number for number, *_ in signatures]
    minima = np.frombuffer(b"".join(row for _, row, _ in signatures), np.uint32).reshape(len(numbers), -1)
    article = lru_cache(_HELD)(partial(kept.article, base))
    found = near_duplicates_among(minima, first, lambda n: article(numbers[n]))
    pairs = [_pair(one, article) for one in found]
    with base.writing():
        reprints.keep_pairs(base, pairs, ((number, row) for number, row, done in signatures if not done))


def _pair(found: NearDuplicate, article: Callable[[int], Article]) -> reprints.Pair:
    from variorum.relate.reuse import kind_of, origin_of  # noqa: PLC0415 - start-up

    a, b = sorted(map(ARTICLE.number, found.articles))
    told = article(a), article(b), found.overlap
    return reprints.Pair(a, b, kind_of(*told), origin_of(*told), found.overlap)
