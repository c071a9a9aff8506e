"""The stories' memory of one collection: read when first needed, kept up with what others add, written now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.store import articles as kept
from variorum.store import listing
from variorum.store import memory as written

if TYPE_CHECKING:
    from variorum.store.database import Database
    from variorum.stories import Stories

TAIL = 500
"""Articles after which the memory is written anew: to learn them again takes a second, to write it up to two."""
_SOME = 200


class StoriesMemory:
    """The stories as the next article needs them. Ask within a transaction, so that nobody adds meanwhile."""

    def __init__(self, base: Database) -> None:
        self._base = base
        self._stories: Stories | None = None
        self._upto = self._written = self._turn = 0

    def now(self) -> Stories:
        """Return the stories after the last article that is stored, whoever added it."""
        if self._stories is None or written.turn(self._base) != self._turn:
            self._read()
        last = self._base.number("SELECT max(id) FROM articles")
        if last > self._upto:
            self._learn(last)
        assert self._stories is not None  # noqa: S101 - read above
        return self._stories

    def added(self, number: int) -> None:
        """Hear that an article was assigned and stored under the next number."""
        self._upto = number

    def lost(self) -> None:
        """Forget all: an article was assigned and could not be stored."""
        self._stories = None

    def write(self, *, on_the_way: bool = False) -> None:
        """Write the memory where it is worth it; `on_the_way` less often, since it grows and more is to come."""
        least = max(TAIL, self._upto // 10) if on_the_way else TAIL
        if self._stories is None or self._upto - self._written < least:
            return
        from variorum.stories import dumped  # noqa: PLC0415 - start-up

        with self._base.writing():
            if written.turn(self._base) == self._turn:
                written.remember(self._base, self._upto, self._turn, dumped(self._stories))
                self._written = self._upto

    def turned(self) -> None:
        """Write the memory after a decision moved articles, in the same transaction; others will read it anew."""
        self._turn += 1
        from variorum.stories import dumped  # noqa: PLC0415 - start-up

        written.remember(self._base, self._upto, self._turn, dumped(self.now_held()))
        self._written = self._upto

    def now_held(self) -> Stories:
        """Return the stories as they are held, without a look at the store."""
        assert self._stories is not None  # noqa: S101 - a decision asks for `now` first
        return self._stories

    def _read(self) -> None:
        from variorum.stories import Stories, loaded  # noqa: PLC0415 - start-up

        last = written.memory(self._base)
        known = loaded(last.packed) if last else None
        self._turn = last.turn if last else 0
        self._upto = self._written = last.upto if last and known else 0
        self._stories = known or Stories()

    def _learn(self, last: int) -> None:
        """Replay the articles after those that the memory has, with the stories that they were given."""
        from variorum.stories import features  # noqa: PLC0415 - start-up

        held = self.now_held()
        for first in range(self._upto + 1, last + 1, _SOME):
            numbers = range(first, min(first + _SOME, last + 1))
            stories = listing.stories_of(self._base, numbers)
            for number, article in kept.articles(self._base, numbers).items():
                held.learn(features(article), stories[number])
        self._upto = last
