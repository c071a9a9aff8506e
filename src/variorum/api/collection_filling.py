"""How many captures are put into a collection: in their order, read side by side, with what is to be told of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.api.collection_adding import Adding, prepared
from variorum.api.collection_parsing import parse_all
from variorum.api.progress import Progress, silent
from variorum.model import Capture, Problem
from variorum.model.collection import Added
from variorum.store import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from variorum.api.collection_adding import What
    from variorum.api.collection_memory import StoriesMemory
    from variorum.settings import Settings
    from variorum.store.database import Database


@dataclass(slots=True)
class _Told:
    """What became of the inputs so far; the same article twice is told once, by what was first."""

    articles: dict[int, What] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def added(self) -> Added:
        by = {
            what: tuple(f"a{n}" for n, w in self.articles.items() if w == what) for what in ("new", "known", "changed")
        }
        return Added(by["new"], by["known"], by["changed"], tuple(sorted(set(self.problems))))


@dataclass(frozen=True, slots=True)
class Filling:
    """Adds captures to a collection."""

    base: Database
    memory: StoriesMemory
    settings: Settings
    clock: Callable[[], str]

    def fill(
        self, items: Iterable[Capture | Problem], *, annotate: bool, jobs: int, progress: Progress | None
    ) -> Added:
        """Add every capture in order; what cannot be read is a problem."""
        tell = progress or silent
        told = _Told()
        adding = Adding(self.base, self.memory, self.clock)
        for done, item in enumerate(items, 1):
            if isinstance(item, Problem):
                told.problems.append(item)
            else:
                self._one(adding, item, told)
            tell("add", done, 0)
        self.memory.write()
        words.index(self.base)
        if annotate:
            parse_all(self.base, list(told.articles), jobs=jobs, tell=tell)
        return told.added()

    def _one(self, adding: Adding, capture: Capture, told: _Told) -> None:
        known = adding.seen(capture)
        if known is not None:
            told.articles.setdefault(known, "known")
            return
        one = prepared(capture, self.settings)
        told.problems += one.problems
        if one.article is not None:
            what, number = adding.put(one)
            if told.articles.get(number, "known") == "known" and not (what == "known" and number in told.articles):
                told.articles[number] = what
