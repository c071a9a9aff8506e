"""Which claims a caveat speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Article, Caveat, Reading, Statement


def about(
    caveat: Caveat, article: Article, reading: Reading, claims_of: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """Return the claims that a caveat speaks of.

    They are the claims of the words inside the caveat, else of its sentence's other clauses, else of the nearest
    statement before it in the same paragraph or the one before.
    """
    inside = [s for s in reading.statements if _overlaps(s, caveat.start, caveat.end)]
    own = inside or _same_paragraph(caveat, article, reading)
    nearest = own or [s for s in reading.statements if s.end <= caveat.start][-1:]
    return tuple(dict.fromkeys(claim for s in nearest for claim in claims_of.get(s.id, ())))


def _overlaps(statement: Statement, start: int, end: int) -> bool:
    return any(piece.start < end and start < piece.end for piece in statement.content)


def _same_paragraph(caveat: Caveat, article: Article, reading: Reading) -> list[Statement]:
    part = next((p for p in article.parts if p.start <= caveat.start < p.end), None)
    if part is None:
        return []
    before = [s for s in reading.statements if part.start <= s.start and s.end <= caveat.start]
    return before[-1:]
