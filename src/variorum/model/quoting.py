"""Every place that an account quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.model.span import Excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.model.account import Account
    from variorum.model.article import Article
    from variorum.model.reading import Caveat, Statement

Quoted = tuple[str, Excerpt]
"""An article's id and the words quoted from it."""


def quoted(account: Account) -> Iterator[Quoted]:
    """Yield every place that the account quotes: furniture, agencies, statements, figures, times, caveats, names."""
    for article in account.articles:
        yield from ((article.id, excerpt) for excerpt in _of_article(article))
    for entity in account.entities:
        yield from ((m.article, Excerpt(m.start, m.end, m.text)) for m in entity.mentions)
    for statement in account.statements:
        yield from ((statement.article, excerpt) for excerpt in _of_statement(statement))
    said_in = {statement.id: statement.article for statement in account.statements}
    appearances = (appearance for claim in account.claims for appearance in claim.appearances)
    yield from ((said_in[a.statement], words) for a in appearances if a.statement in said_in for words in a.words)
    for figure in account.figures:
        yield figure.article, Excerpt(figure.start, figure.end, figure.text)
    for when in account.times:
        yield when.article, Excerpt(when.start, when.end, when.text)
    for caveat in account.caveats:
        yield from ((caveat.article, excerpt) for excerpt in _of_caveat(caveat))


def _of_article(article: Article) -> Iterator[Excerpt]:
    yield from (Excerpt(f.start, f.end, f.text) for f in article.furniture)
    agency = article.agency
    if agency and agency.start is not None and agency.end is not None and agency.text is not None:
        yield Excerpt(agency.start, agency.end, agency.text)


def _of_statement(statement: Statement) -> Iterator[Excerpt]:
    speakers = ([statement.source] if statement.source else []) + list(statement.via)
    yield from (speaker.excerpt for speaker in speakers)
    yield from statement.content
    if statement.cue:
        yield statement.cue


def _of_caveat(caveat: Caveat) -> Iterator[Excerpt]:
    yield Excerpt(caveat.start, caveat.end, caveat.text)
    if caveat.source:
        yield caveat.source.excerpt
