"""Feeds that are watched: asked when they are due, politely, and what is new in them is added."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.model import Capture, Problem
from variorum.model.collection import Added, Heard
from variorum.settings import WATCH_MINUTES, Settings
from variorum.store.feeds import FeedState, feed_state, leave_feed, take, taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from variorum.api.collection import Collection
    from variorum.ingest.fetch import Robots
    from variorum.ingest.polling import Entry, Poll
    from variorum.store.database import Database

_MOST = 6 * 3600.0
"""Seconds after which a feed is asked again however often it failed."""


@dataclass(frozen=True, slots=True)
class Watching:
    """Asks feeds again and again. `every` is in seconds, `clock` gives seconds since 1970."""

    collection: Collection
    base: Database
    settings: Settings
    feeds: Sequence[str]
    robots: Robots
    every: float = WATCH_MINUTES * 60
    annotate: bool = False
    clock: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep

    def once(self) -> Iterator[Heard]:
        """Ask each feed once, but those that failed and are not due again."""
        for feed in self.feeds:
            state = feed_state(self.base, feed)
            if not state.failures or state.due <= self.clock():
                yield self._ask(feed, state)

    def on_and_on(self) -> Iterator[Heard]:
        """Ask each feed whenever it is due, without end."""
        while True:
            due = [feed_state(self.base, feed).due for feed in self.feeds]
            wait = min(due) - self.clock()
            if wait > 0:
                self.sleep(wait)
            for feed in self.feeds:
                state = feed_state(self.base, feed)
                if state.due <= self.clock():
                    yield self._ask(feed, state)

    def _ask(self, feed: str, state: FeedState) -> Heard:
        from variorum.ingest.polling import polled  # noqa: PLC0415 - the HTTP client costs 60 ms

        poll = polled(feed, self.settings, self.robots, etag=state.etag, modified=state.modified)
        if poll.problem:
            return self._failed(feed, state, poll, poll.problem)
        new = [one for one in poll.entries or () if not taken(self.base, one.address, one.mark)]
        now = new[: self.settings.max_feed_pages]
        added = _together([self._take(one) for one in reversed(now)])
        validators = (poll.etag, poll.modified) if len(now) == len(new) else (None, None)
        wait = self.every
        leave_feed(self.base, feed, FeedState(*validators, self.clock() + wait, 0))
        return Heard(feed, added, wait, unchanged=poll.entries is None)

    def _failed(self, feed: str, state: FeedState, poll: Poll, problem: Problem) -> Heard:
        """Ask later: twice as late after each failure, and not before the site wants to be asked."""
        failures = state.failures + 1
        wait = max(min(self.every * 2 ** min(failures - 1, 20), _MOST), poll.wait or 0.0)
        leave_feed(self.base, feed, FeedState(state.etag, state.modified, self.clock() + wait, failures))
        return Heard(feed, Added(problems=(problem,)), wait)

    def _take(self, entry: Entry) -> Added:
        from variorum.ingest.polling import TEMPORARY  # noqa: PLC0415 - the same

        items = list(entry.read(self.robots))
        added = self.collection.add_items(items, annotate=self.annotate)
        failed = [item for item in items if isinstance(item, Problem) and item.code in TEMPORARY]
        if not failed or any(isinstance(item, Capture) for item in items):
            take(self.base, entry.address, entry.mark)
        return added


def _together(some: Sequence[Added]) -> Added:
    return Added(
        tuple(name for one in some for name in one.new),
        tuple(name for one in some for name in one.known),
        tuple(name for one in some for name in one.changed),
        tuple(problem for one in some for problem in one.problems),
    )
