"""Finding one's way in an account: by id, by claim, by article. Nothing is worked out here, only looked up."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from variorum.model.origins import origins
from variorum.render.labels import plural
from variorum.render.plain import line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.model import Account, Article, Claim, Entity, Figure, Mark, Note, Speaker, Statement


_ID = re.compile(r"(“[^”]*”)|\b([ac]\d+)\b")
"""What is quoted, which is left alone, or the id of an article or a claim."""
_ALL = {1: "the one claim", 2: "both claims"}


class Evidence(NamedTuple):
    """All that one article says of a claim, and its mark in the matrix (`None` where the account has no matrix)."""

    article: Article
    mark: Mark | None
    statements: tuple[Statement, ...]


class Origin(NamedTuple):
    """Articles that are one origin, the first printed first, and the agency whose copy they are, if it is known."""

    agency: str | None
    articles: tuple[str, ...]


class Lookup:
    """An account with its things by name."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.articles: dict[str, Article] = {article.id: article for article in account.articles}
        self.entities: dict[str, Entity] = {entity.id: entity for entity in account.entities}
        self.statements: dict[str, Statement] = {statement.id: statement for statement in account.statements}
        self.figures: dict[str, Figure] = {figure.id: figure for figure in account.figures}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in account.claims}

    @cached_property
    def marks(self) -> dict[str, dict[str, Mark]]:
        """The matrix: for each claim the mark of each article."""
        names = list(self.articles)
        return {row.claim: dict(zip(names, row.marks, strict=False)) for row in self.account.matrix()}

    @cached_property
    def claims_of(self) -> dict[str, list[str]]:
        """For each statement the claims that it makes."""
        made: dict[str, list[str]] = defaultdict(list)
        for claim in self.account.claims:
            for appearance in claim.appearances:
                made[appearance.statement].append(claim.id)
        return made

    @cached_property
    def notes_of(self) -> dict[str, list[Note]]:
        """For each claim what people have written on it."""
        written: dict[str, list[Note]] = defaultdict(list)
        for note in self.account.notes:
            written[note.claim].append(note)
        return written

    @cached_property
    def declined(self) -> dict[str, list[list[Figure]]]:
        """The figures that were not compared, by the reason."""
        by_reason: dict[str, list[list[Figure]]] = defaultdict(list)
        for declined in self.account.not_compared:
            figures = [self.figures[name] for name in declined.figures if name in self.figures]
            by_reason[self.told(declined.why)].append(figures)
        return by_reason

    @cached_property
    def _origin(self) -> dict[str, str]:
        """The article that stands for the origin of each article."""
        known = [r for r in self.account.reuse if set(r.articles) <= self.articles.keys()]
        return origins(self.account.articles, known)

    @cached_property
    def origins(self) -> list[Origin]:
        """The origins of several articles, those with most articles first."""
        members: dict[str, list[Article]] = defaultdict(list)
        for article in self.account.articles:
            members[self._origin[article.id]].append(article)
        several = sorted((found for found in members.values() if len(found) > 1), key=len, reverse=True)
        return [_origin(found) for found in several]

    def outlet(self, article_id: str) -> str:
        """Return who printed an article, else the name of its file."""
        article = self.articles.get(article_id)
        if article is None:
            return article_id
        return article.publisher.name if article.publisher else self._short[article_id]

    @cached_property
    def _short(self) -> dict[str, str]:
        """The file's name for each article, its whole path where two have the same name."""
        names = Counter(PurePath(article.path).name for article in self.account.articles)
        short = {a.id: PurePath(a.path).name for a in self.account.articles}
        return {a.id: short[a.id] if names[short[a.id]] == 1 else a.path for a in self.account.articles}

    def pieces(self, told: str) -> Iterator[tuple[str, str]]:
        """Yield the pieces of a remark: words and `""`, or an outlet's name (a claim's id) and the id to go to."""
        at = 0
        for match in _ID.finditer(told):
            name = match[2] or ""
            if name in self.articles or name in self.claims:
                yield told[at : match.start()], ""
                yield (self.outlet(name) if name in self.articles else name), name
                at = match.end()
        yield told[at:], ""

    def told(self, told: str) -> str:
        """Return a remark on one line, articles named by their outlets."""
        return line("".join(words for words, _ in self.pieces(told)))

    def first_of(self) -> str:
        """Return how much the reports to be read first hold: `2 of the 14 reports have between them all 9 claims`."""
        first = self.account.read_first
        shared = [c for c in self.account.claims if c.outlets > 1 and set(first) & set(c.articles)]
        hold = "has" if len(first) == 1 else "have between them"
        every = _ALL.get(len(shared), f"all {len(shared)} claims")
        return f"{len(first)} of the {plural(len(self.articles), 'report')} {hold} {every}"

    def outlets(self, article_ids: Iterable[str]) -> list[str]:
        """Return who printed the articles, each name once, in the order given."""
        return list(dict.fromkeys(self.outlet(name) for name in article_ids))

    def evidence(self, claim: Claim) -> list[Evidence]:
        """Return what each article that carries the claim says, in the order of the articles."""
        said: dict[str, list[Statement]] = defaultdict(list)
        for appearance in claim.appearances:
            statement = self.statements.get(appearance.statement)
            if statement is not None:
                said[statement.article].append(statement)
        marks = self.marks.get(claim.id, {})
        return [Evidence(a, marks.get(a.id), tuple(said[a.id])) for a in self.account.articles if a.id in said]

    def folded(self, claim: Claim) -> list[list[Evidence]]:
        """Return the evidence with what is of one origin together, its own first report first."""
        together: dict[str, list[Evidence]] = defaultdict(list)
        for found in self.evidence(claim):
            together[self._origin[found.article.id]].append(found)
        return list(together.values())

    def speakers(self, statement: Statement) -> list[str]:
        """Return who says it and who relays them, nearest first: as written, with the name where that differs."""
        return [self._speaker(s) for s in (statement.source, *statement.via) if s]

    def _speaker(self, speaker: Speaker) -> str:
        entity = self.entities.get(speaker.entity or "")
        words = line(speaker.text)
        name = line(entity.name) if entity else ""
        alike = words.casefold() in name.casefold() or name.casefold() in words.casefold()
        return words if alike else f"{words} ({name})"

    def place(self, article_id: str, start: int, end: int) -> str:
        """Return where words stand: outlet, file and code points."""
        article = self.articles.get(article_id)
        path = article.path if article else article_id
        return f"{line(self.outlet(article_id))}, {line(path)}, characters {start} to {end}"


def _origin(articles: list[Article]) -> Origin:
    """Return the origin of some articles; those without a date come last."""
    agencies = {article.agency.name for article in articles if article.agency}
    dated = sorted(articles, key=lambda article: article.published.value if article.published else "9999")
    return Origin(agencies.pop() if len(agencies) == 1 else None, tuple(article.id for article in dated))
