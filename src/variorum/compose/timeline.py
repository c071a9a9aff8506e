"""When it happened: the days that the claims speak of, in order."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.model import Moment

if TYPE_CHECKING:
    from variorum.model import Claim, Relations, Timex

DATED = re.compile(r"\d{4}")
"""A value whose year is known: only such a time has a place in an order."""


def timeline(relations: Relations) -> tuple[Moment, ...]:
    """Return one moment a time value, earliest first; `text` is the wording of the first claim of that time.

    When something was said, and when it was printed, stand with the statements and the articles, not here.
    """
    claims = {claim.id: claim for claim in relations.claims}
    of_value: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim_id, article, when in _times(relations):
        of_value[when.value][claim_id].add(article)
    return tuple(_moment(value, of_value[value], claims) for value in sorted(of_value))


def _times(relations: Relations) -> list[tuple[str, str, Timex]]:
    claim_of: dict[str, list[Claim]] = defaultdict(list)
    for claim in relations.claims:
        for appearance in claim.appearances:
            claim_of[appearance.statement].append(claim)
    return [
        (claim.id, reading.article, when)
        for reading in relations.readings
        for statement in reading.statements
        for when in reading.times
        if when.type in {"DATE", "TIME"} and DATED.match(when.value)
        if any(piece.start <= when.start and when.end <= piece.end for piece in statement.content)
        for claim in claim_of[statement.id]
    ]


def _moment(value: str, articles: dict[str, set[str]], claims: dict[str, Claim]) -> Moment:
    order = [name for name in claims if name in articles]
    return Moment(
        value=value,
        text=claims[order[0]].text,
        claims=tuple(order),
        articles=tuple(sorted(set().union(*articles.values()), key=lambda name: int(name[1:]))),
    )
