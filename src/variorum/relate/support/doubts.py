"""Which claims a caveat speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Article, Caveat, Excerpt, Reading, Statement


def about(
    caveat: Caveat, article: Article, reading: Reading, claims_of: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """Return the claims that a caveat speaks of.

    They are the claims of the words inside the caveat, else of its sentence's other clauses, else of the nearest
    statement before it in the same paragraph or the one before. Of the words inside a denial those of the one who
    denies come first: "denied on Sunday that it had X, hours after Y" denies X.
    """
    inside = [s for s in reading.statements if _overlaps(s, caveat.start, caveat.end)]
    inside = [s for s in inside if _speaks(s, caveat)] or inside
    own = inside or _same_paragraph(caveat, article, reading)
    nearest = own or [s for s in reading.statements if s.end <= caveat.start][-1:]
    return tuple(dict.fromkeys(claim for s in nearest for claim in claims_of.get(s.id, ())))


def touches(caveat: Caveat, statement: Statement, pieces: Sequence[Excerpt]) -> bool:
    """Tell whether a caveat on a statement speaks of these pieces of it: it does where it stands in none of them alone.

    Of "We did not cross the line, and whoever says so wants a war" the denial is of the crossing alone.
    """
    clauses = [p for p in statement.propositions if p.start < caveat.end and caveat.start < p.end]
    return not clauses or any(p.start < caveat.end and caveat.start < p.end for p in pieces)


def _speaks(statement: Statement, caveat: Caveat) -> bool:
    own, speaker = statement.source, caveat.source
    return own is not None and speaker is not None and (own.start, own.end) == (speaker.start, speaker.end)


def _overlaps(statement: Statement, start: int, end: int) -> bool:
    return any(piece.start < end and start < piece.end for piece in statement.content)


def _same_paragraph(caveat: Caveat, article: Article, reading: Reading) -> list[Statement]:
    part = next((p for p in article.parts if p.start <= caveat.start < p.end), None)
    if part is None:
        return []
    before = [s for s in reading.statements if part.start <= s.start and s.end <= caveat.start]
    return before[-1:]
