"""Which countries and cities an article names most, by the names of the tables."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon import rows
from variorum.stories._terms import PLACE, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.stories._features import Features

MOST = 5
"""Places kept of an article: what a report of one event names more often is a list."""


def places(features: Features) -> tuple[str, ...]:
    """Return the places that the article names, the weightiest first, at most `MOST`."""
    known = _names()
    found = sorted(
        (-float(weight), name)
        for term, weight, kind in zip(features.terms, features.weights, features.kinds, strict=True)
        if kind == PLACE and (name := known.get(int(term)))
    )
    return tuple(name for _, name in found[:MOST])


@cache
def _names() -> Mapping[int, str]:
    """Return the name of each place by the number of its term."""
    towns = {number(f"@{row['place']}."): row["place"] for row in rows("places")}
    return towns | {number(f"@{row['code']}"): row["name"] for row in rows("countries")}
