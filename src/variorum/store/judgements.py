"""People's decisions in a collection: they only grow, and an undo takes one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from variorum.store.database import Database


class Judgement(NamedTuple):
    """One decision as it is kept: `told` is what it says, in a form that its verb knows."""

    id: int
    verb: str
    story: int | None
    told: str


def judge(base: Database, verb: str, story: int | None, told: str, undo: int | None = None) -> int:
    """Keep a decision, and return its number."""
    sql = "INSERT INTO decisions (verb, story, told, undo) VALUES (?, ?, ?, ?)"
    return base.run(sql, verb, story, told, undo)


def judgements(base: Database) -> list[Judgement]:
    """Return the decisions that are not taken back, in order."""
    rows = base.rows(
        "SELECT id, verb, story, told FROM decisions d WHERE undo IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undo = d.id) ORDER BY id"
    )
    return [Judgement(*row) for row in rows]


def next_judgement(base: Database) -> int:
    """Return the number that the next decision will have."""
    return base.number("SELECT max(id) FROM decisions") + 1


def moved(base: Database, article: int, story: int) -> None:
    """Put an article into another story."""
    base.run("UPDATE articles SET story = ? WHERE id = ?", story, article)
