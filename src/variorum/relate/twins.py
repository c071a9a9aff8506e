"""Reports that are the same bytes: one of them is read across, the others appear wherever it does and weigh nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from variorum.model import Article, Entity, FigureGroup, Form, NotCompared, Reading, Reference, Statement, Utterance
    from variorum.relate.propositions.taking import Proposition

P = TypeVar("P", "Form", "Reference")


def firsts(articles: Iterable[Article]) -> dict[str, str]:
    """Return for each article the first with the same bytes, read to the same text: itself, unless it is a copy."""
    first: dict[tuple[str, str], str] = {}
    return {article.id: first.setdefault((article.sha256, article.text), article.id) for article in articles}


class Twins:
    """The copies of each original, and what stands beside what: the same bytes are read in the same way."""

    def __init__(self, articles: Sequence[Article], readings: Sequence[Reading]) -> None:
        """Find the copies among articles and what is read in each of them."""
        self._readings = {reading.article: reading for reading in readings}
        self._place = {article.id: n for n, article in enumerate(articles)}
        self._copies: dict[str, list[str]] = {}
        for name, original in firsts(articles).items():
            self._copies.setdefault(original, []).extend([name] if name != original else [])
        self._statements = self._beside(lambda reading: [s.id for s in reading.statements])
        self._figures = self._beside(lambda reading: [f.id for f in reading.figures])

    def is_original(self, article: str) -> bool:
        """Tell whether an article is no copy of an earlier one."""
        return article in self._copies

    def events(self, event: Mapping[str, int]) -> dict[str, int]:
        """Return the event of each article: a copy's is that of its original."""
        return {name: number for article, number in event.items() for name in self._all(article)}

    def readings(self, read: Sequence[Reading]) -> list[Reading]:
        """Return the readings of all articles in their order: a copy's speakers are those of its original."""
        return sorted(
            (self._as(name, reading) for reading in read for name in self._all(reading.article)),
            key=lambda reading: self._place[reading.article],
        )

    def entities(self, known: Sequence[Entity]) -> list[Entity]:
        """Return the entities with where the copies mean them."""
        return [
            replace(
                entity,
                forms=self._everywhere(entity.forms),
                mentions=self._everywhere(entity.mentions),
            )
            for entity in known
        ]

    def propositions(self, group: Sequence[Proposition], said: Mapping[str, Statement]) -> list[Proposition]:
        """Return what says the same, with the copies' words beside those that they copy; `said` are all statements."""
        return [replace(p, statement=said[name]) for p in group for name in _with(self._statements, p.statement.id)]

    def utterances(self, said: Sequence[Utterance]) -> list[Utterance]:
        """Return the acts of speech with the wordings of the copies."""
        return [
            replace(
                one,
                wordings=tuple(
                    replace(wording, statement=name)
                    for wording in one.wordings
                    for name in _with(self._statements, wording.statement)
                ),
            )
            for one in said
        ]

    def groups(self, groups: Sequence[FigureGroup]) -> list[FigureGroup]:
        """Return the figure groups with the figures of the copies."""
        return [replace(group, members=self._all_figures(group.members)) for group in groups]

    def declined(self, declined: Sequence[NotCompared]) -> list[NotCompared]:
        """Return the comparisons not made with the figures of the copies."""
        return [replace(one, figures=self._all_figures(one.figures)) for one in declined]

    def _all(self, article: str) -> list[str]:
        return [article, *self._copies[article]]

    def _everywhere(self, placed: Iterable[P]) -> tuple[P, ...]:
        """Return what stands in the originals and in their copies, in the order of the articles."""
        both = (replace(one, article=name) for one in placed for name in self._all(one.article))
        return tuple(sorted(both, key=lambda one: self._place[one.article]))

    def _all_figures(self, figures: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for figure in figures for name in _with(self._figures, figure))

    def _beside(self, ids: Callable[[Reading], list[str]]) -> dict[str, list[str]]:
        """Return for each id of an original those that stand at the same place in its copies."""
        found: dict[str, list[str]] = {}
        for original, copies in self._copies.items():
            for copy in copies:
                for one, other in zip(ids(self._readings[original]), ids(self._readings[copy]), strict=True):
                    found.setdefault(one, []).append(other)
        return found

    def _as(self, name: str, original: Reading) -> Reading:
        if name == original.article:
            return original
        own = self._readings[name]
        said = zip(own.statements, original.statements, strict=True)
        doubted = zip(own.caveats, original.caveats, strict=True)
        return replace(
            own,
            statements=tuple(replace(s, source=o.source, via=o.via) for s, o in said),
            caveats=tuple(replace(c, source=o.source) for c, o in doubted),
        )


def _with(beside: Mapping[str, Sequence[str]], name: str) -> list[str]:
    return [name, *beside.get(name, ())]
