"""How many captures are put into a collection: in their order, read side by side, with what is to be told of them."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING

from variorum.api.collection.adding import Adding
from variorum.api.collection.parsing import parse_all
from variorum.api.crew import crew
from variorum.api.progress import Progress, silent
from variorum.errors import CollectionError
from variorum.model import Capture, Problem
from variorum.model.collection import Added
from variorum.model.naming import ARTICLE
from variorum.store import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from variorum.api.collection.adding import Prepared, What
    from variorum.api.collection.memory import StoriesMemory
    from variorum.settings import Settings
    from variorum.store.database import Database

    Item = Capture | Problem

FEW = 64
"""So many inputs or fewer are read in this process: to start others takes a second, as long as to read these."""
_BATCH = 16
"""Inputs that a process reads at once: 4 cost a tenth more, 64 let the others wait at the end."""


@dataclass(slots=True)
class _Told:
    """What became of the inputs so far; an article that comes twice is told once, known only where nothing else."""

    articles: dict[int, What] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def hear(self, number: int, what: What) -> None:
        if self.articles.get(number, "known") == "known":
            self.articles[number] = what

    def added(self) -> Added:
        new, known, changed = (
            tuple(ARTICLE.name(number) for number, what in self.articles.items() if what == wanted)
            for wanted in ("new", "known", "changed")
        )
        return Added(new, known, changed, tuple(sorted(set(self.problems))))


@dataclass(frozen=True, slots=True)
class Filling:
    """Adds captures to a collection."""

    base: Database
    memory: StoriesMemory
    settings: Settings
    clock: Callable[[], str]

    def fill(
        self, items: Iterable[Item], *, annotate: bool, jobs: int, total: int = 0, progress: Progress | None = None
    ) -> Added:
        """Add every capture in order; what cannot be read is a problem. `total` is how many items there may be."""
        tell = progress or silent
        told = _Told()
        adding = Adding(self.base, self.memory, self.clock)
        try:
            for done, (item, one) in enumerate(self._read(iter(items), adding, jobs), 1):
                self._one(adding, item, one, told)
                tell("add", done, max(total, done))
                if done % words.BATCH == 0:
                    words.index(self.base)
                    self.memory.write(on_the_way=True)
        except BaseException:
            with suppress(CollectionError):  # what ended the run is to be told, not what it led to
                self._finished()
            raise
        self._finished()
        if annotate:
            parse_all(self.base, list(told.articles), jobs=jobs, tell=tell)
        return told.added()

    def _finished(self) -> None:
        self.memory.write()
        words.index(self.base)

    def _one(self, adding: Adding, item: Item, one: Prepared | None, told: _Told) -> None:
        if isinstance(item, Problem):
            told.problems.append(item)
        elif one is None:
            told.hear(adding.seen(item) or 0, "known")
        else:
            told.problems += one.problems
            if one.article is not None:
                what, number = adding.put(item, one)
                told.hear(number, what)

    def _read(self, items: Iterator[Item], adding: Adding, jobs: int) -> Iterator[tuple[Item, Prepared | None]]:
        """Yield each item with what was read of it: nothing of a problem, nor of bytes that were seen before."""
        first = list(islice(items, FEW + 1))
        given: deque[list[tuple[Item, bool]]] = deque()
        batches = self._batches(chain(first, items), adding, given)
        with crew("variorum.api.collection.adding:prepared_all", jobs if len(first) > FEW else 0) as workers:
            for prepared in workers.results(batches):
                left: Iterator[Prepared] = iter(prepared)
                for item, unknown in given.popleft():
                    yield item, next(left) if unknown else None

    def _batches(
        self, items: Iterator[Item], adding: Adding, given: deque[list[tuple[Item, bool]]]
    ) -> Iterator[tuple[Sequence[Capture], Settings]]:
        """Yield the captures to read, a batch at a time, and note in `given` the items that they are among."""
        while some := list(islice(items, _BATCH)):
            batch = [(item, isinstance(item, Capture) and adding.seen(item) is None) for item in some]
            given.append(batch)
            yield [item for item, unknown in batch if unknown and isinstance(item, Capture)], self.settings
