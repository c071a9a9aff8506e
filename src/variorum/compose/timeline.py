"""When it happened: the days that the claims speak of, in order."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from variorum.model import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.model import Relations, Statement, Timex

DATED = re.compile(r"\d{4}(-(\d\d|[A-Z]{2}|W\d\d))?(-\d\d)?(T.*)?$")
"""A value whose year is known and that is one time: only such a time has a place in an order."""


class Spoken(NamedTuple):
    """A claim, the article and the words in which it speaks of a time."""

    claim: str
    article: str
    words: str
    value: str


def timeline(relations: Relations) -> tuple[Moment, ...]:
    """Return one moment a time value, earliest first; `text` are the words that say it, of the weightiest claim.

    When something was said, and when it was printed, stand with the statements and the articles, not here.
    """
    rank = {claim.id: n for n, claim in enumerate(relations.claims)}
    of_value: dict[str, list[Spoken]] = defaultdict(list)
    for spoken in _times(relations):
        of_value[spoken.value].append(spoken)
    return tuple(_moment(value, sorted(of_value[value], key=lambda s: rank[s.claim])) for value in sorted(of_value))


def _times(relations: Relations) -> Iterator[Spoken]:
    claims_of: dict[str, list[str]] = defaultdict(list)
    for claim in relations.claims:
        for appearance in claim.appearances:
            claims_of[appearance.statement].append(claim.id)
    for reading in relations.readings:
        dated = [t for t in reading.times if t.type in {"DATE", "TIME"} and DATED.match(t.value)]
        for statement in reading.statements:
            for when in dated:
                for words in _saying(statement, when):
                    yield from (Spoken(c, reading.article, words, when.value) for c in claims_of[statement.id])


def _saying(statement: Statement, when: Timex) -> list[str]:
    """Return the words of the statement in which the time stands: the shortest of its propositions, or none."""
    pieces = (*statement.propositions, *statement.content)
    holding = [piece.text for piece in pieces if piece.start <= when.start and when.end <= piece.end]
    return sorted(holding, key=len)[:1]


def _moment(value: str, spoken: Sequence[Spoken]) -> Moment:
    return Moment(
        value=value,
        text=spoken[0].words,
        claims=tuple(dict.fromkeys(s.claim for s in spoken)),
        articles=tuple(sorted({s.article for s in spoken}, key=lambda name: int(name[1:]))),
    )
