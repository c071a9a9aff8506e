"""What is known of the feeds that are watched: what to ask them with, when, and which entries were taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from variorum.store.database import Database


class FeedState(NamedTuple):
    """How a feed was left: its validators, when to ask it next (seconds since 1970), how often it failed in a row."""

    etag: str | None = None
    modified: str | None = None
    due: float = 0.0
    failures: int = 0


def feed_state(base: Database, url: str) -> FeedState:
    """Return how a feed was left; one that was never asked is due."""
    row = base.row("SELECT etag, modified, due, failures FROM feeds WHERE url = ?", url)
    return FeedState(*row) if row else FeedState()


def leave_feed(base: Database, url: str, state: FeedState) -> None:
    """Note how a feed is left."""
    base.run("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?, ?, ?)", url, *state)


def taken(base: Database, address: str, mark: bytes) -> bool:
    """Tell whether an entry was taken that said the same."""
    return base.row("SELECT 1 FROM entries WHERE address = ? AND mark = ?", address, mark) is not None


def take(base: Database, address: str, mark: bytes) -> None:
    """Note that an entry was taken."""
    base.run("INSERT OR REPLACE INTO entries VALUES (?, ?)", address, mark)
