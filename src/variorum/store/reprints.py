"""Signatures of articles, one kilobyte each, and the pairs of near-duplicates that were found with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.model import ReuseKind
    from variorum.store.database import Database


class Pair(NamedTuple):
    """Two articles by their numbers, the older first, and what they share."""

    a: int
    b: int
    kind: ReuseKind
    origin: str | None
    overlap: float


def unsigned(base: Database, many: int) -> list[int]:
    """Return the first so many articles that have no signature yet."""
    sql = "SELECT id FROM articles WHERE id NOT IN (SELECT article FROM signatures) ORDER BY id LIMIT ?"
    return [row[0] for row in base.rows(sql, many)]


def sign(base: Database, minima: Iterable[tuple[int, bytes]]) -> None:
    """Keep signatures; their articles are not yet compared."""
    base.many("INSERT OR REPLACE INTO signatures (article, minima, compared) VALUES (?, ?, 0)", minima)


def signatures(base: Database) -> list[tuple[int, bytes, bool]]:
    """Return all signatures, those that were compared with all before first, then by number."""
    rows = base.rows("SELECT article, minima, compared FROM signatures ORDER BY compared DESC, article")
    return [(number, minima, bool(compared)) for number, minima, compared in rows]


def keep_pairs(base: Database, pairs: Iterable[Pair], compared: Iterable[tuple[int, bytes]]) -> None:
    """Keep what was found, and note which signatures are compared with all that were there."""
    base.many("INSERT OR REPLACE INTO reprints VALUES (?, ?, ?, ?, ?)", pairs)
    base.many("UPDATE signatures SET compared = 1 WHERE article = ? AND minima = ?", compared)


def pairs(base: Database) -> list[Pair]:
    """Return the pairs that were found."""
    return [Pair(*row) for row in base.rows("SELECT a, b, kind, origin, overlap FROM reprints ORDER BY a, b")]


def unsign(base: Database, article: int) -> None:
    """Forget the signature of an article whose words changed, and its pairs."""
    base.run("DELETE FROM signatures WHERE article = ?", article)
    base.run("DELETE FROM reprints WHERE a = ?1 OR b = ?1", article)
