"""Which articles of a collection share passages: found once, told with their stories and outlets."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from variorum.api.progress import Progress, silent
from variorum.model.collection import Reprint
from variorum.store import articles as kept
from variorum.store import listing, reprints

if TYPE_CHECKING:
    from variorum.model import Article
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
            articles=(f"a{pair.a}", f"a{pair.b}"),
            stories=(f"st{stories[pair.a]}", f"st{stories[pair.b]}"),
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
    from variorum.relate.reuse import kind_of, origin_of  # noqa: PLC0415 - start-up
    from variorum.stories import near_duplicates_among  # noqa: PLC0415 - the same

    signatures = reprints.signatures(base)
    first = sum(compared for *_, compared in signatures)
    if first == len(signatures):
        return
    numbers = [number for number, *_ in signatures]
    minima = np.frombuffer(b"".join(row for _, row, _ in signatures), np.uint32).reshape(len(numbers), -1)

    @lru_cache(_HELD)
    def article(n: int) -> Article:
        return kept.articles(base, [numbers[n]])[numbers[n]]

    at = {f"a{number}": n for n, number in enumerate(numbers)}
    pairs = []
    for found in near_duplicates_among(minima, first, article):
        a, b = sorted(found.articles, key=lambda name: int(name[1:]))
        one, other = article(at[a]), article(at[b])
        kind, origin = kind_of(one, other, found.overlap), origin_of(one, other, found.overlap)
        pairs.append(reprints.Pair(int(a[1:]), int(b[1:]), kind, origin, found.overlap))
    with base.writing():
        reprints.keep_pairs(base, pairs, ((number, row) for number, row, done in signatures if not done))
