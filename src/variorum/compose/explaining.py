"""From an account to all that one of its claims rests on."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from variorum.errors import UsageError
from variorum.model.explanation import EXPLANATION_FORMAT, Against, Counted, Explained, Explanation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.model import Account, Appearance, Claim, Mark, Statement


def explanation(account: Account, name: str) -> Explanation:
    """Return what joined the passages of the claim `name`, and what its label is counted from.

    Raises `UsageError` where the account has no such claim.
    """
    claim = next((c for c in account.claims if c.id == name), None)
    if claim is None:
        held = f"it has c1 to c{len(account.claims)}" if account.claims else "it has none"
        msg = f"there is no claim {name} in this account: {held}"
        raise UsageError(msg)
    shown = tuple(_appearances(account, claim))
    return Explanation(
        EXPLANATION_FORMAT,
        claim,
        shown,
        tuple(pair for pair in account.reuse if set(pair.articles) <= set(claim.articles)),
        tuple(_figures(account, shown)),
        tuple(c for c in account.caveats if claim.id in c.claims),
        tuple(_against(account, claim)),
        tuple(note for note in account.notes if note.claim == claim.id),
    )


def _appearances(account: Account, claim: Claim) -> Iterator[Explained]:
    statements = {statement.id: statement for statement in account.statements}
    marks = next((row.marks for row in account.rows if row.claim == claim.id), ())
    mark_of: dict[str, Mark] = {a.id: mark for a, mark in zip(account.articles, marks, strict=False)}
    for appearance in claim.appearances:
        if appearance.statement in statements:
            statement = statements[appearance.statement]
            yield _explained(account, appearance, statement, mark_of.get(statement.article))


def _explained(account: Account, appearance: Appearance, statement: Statement, mark: Mark | None) -> Explained:
    article = next(a for a in account.articles if a.id == statement.article)
    return Explained(
        statement,
        article.path,
        article.publisher.name if article.publisher else PurePosixPath(article.path).name,
        article.agency.name if article.agency else None,
        appearance.words or statement.content,
        mark,
        appearance.because,
    )


def _figures(account: Account, shown: tuple[Explained, ...]) -> Iterator[Counted]:
    """Yield the figures that stand in the words of the claim."""
    group_of = {name: group for group in account.figure_groups for name in group.members}
    words = [(e.statement.article, piece) for e in shown for piece in e.words]
    for figure in account.figures:
        if any(a == figure.article and p.start <= figure.start < p.end for a, p in words):
            yield Counted(figure, group_of.get(figure.id))


def _against(account: Account, claim: Claim) -> Iterator[Against]:
    texts = {other.id: other.text for other in account.claims}
    yield from (Against(c.claim, texts.get(c.claim, ""), c.why) for c in claim.conflicts)
