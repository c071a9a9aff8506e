"""The verbs on a collection that is named by its file: each opens it, and does what its method does."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from variorum.api.collection import Collection
from variorum.settings import COLLECTION, DEFAULT, WATCH_MINUTES, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from os import PathLike

    from variorum.api.progress import Progress
    from variorum.model import Account
    from variorum.model.collection import Added, Heard, Hit, Reprint, Stats, StoryEntry


def add(  # noqa: PLR0913 - each is an option of the command
    paths: Sequence[str | PathLike[str]],
    *,
    collection: str | PathLike[str] = COLLECTION,
    annotate: bool = False,
    jobs: int | None = None,
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
) -> Added:
    """Add the articles at `paths` to a collection, which is made where there is none.

    `jobs` is how many processes read and annotate, by default one a processor. Raises `CollectionError`.
    """
    from variorum.api.sharing import processors  # noqa: PLC0415 - start-up

    with Collection.open(collection, settings=settings) as opened:
        number = processors() if jobs is None else jobs
        return opened.add(paths, annotate=annotate, jobs=number, progress=progress, stdin=stdin)


def _reading(collection: str | PathLike[str], settings: Settings = DEFAULT) -> Collection:
    """Open a collection to ask it something, one on a disk that may not be written to as well."""
    places = (os.fspath(collection), Path(collection).parent)
    readonly = os.path.exists(places[0]) and not all(os.access(place, os.W_OK) for place in places)  # noqa: PTH110 - never raises
    return Collection.open(collection, create=False, readonly=readonly, settings=settings)


def stories(  # noqa: PLR0913 - each is an option of the command
    *,
    collection: str | PathLike[str] = COLLECTION,
    outlet: str | None = None,
    place: str | None = None,
    since: str | None = None,
    until: str | None = None,
    words: str | None = None,
    quiet: bool | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[StoryEntry, ...]:
    """Return the stories of a collection, as `Collection.stories` does."""
    with _reading(collection) as opened:
        return opened.stories(
            outlet=outlet,
            place=place,
            since=since,
            until=until,
            words=words,
            quiet=quiet,
            limit=limit,
            offset=offset,
        )


def show(
    story: str,
    *,
    collection: str | PathLike[str] = COLLECTION,
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
) -> Account:
    """Return the account of one story of a collection, as `Collection.show` does."""
    with _reading(collection, settings) as opened:
        return opened.show(story, progress=progress)


def search(words: str, *, collection: str | PathLike[str] = COLLECTION, limit: int = 50) -> tuple[Hit, ...]:
    """Return the articles of a collection that have the words, as `Collection.search` does."""
    with _reading(collection) as opened:
        return opened.search(words, limit=limit)


def watch(
    feeds: Sequence[str | PathLike[str]],
    *,
    collection: str | PathLike[str] = COLLECTION,
    once: bool = False,
    every: float = WATCH_MINUTES,
    annotate: bool = False,
    settings: Settings = DEFAULT,
) -> Iterator[Heard]:
    """Ask feeds for new articles and add them to a collection, as `Collection.watch` does."""
    with Collection.open(collection, settings=settings) as opened:
        yield from opened.watch(feeds, once=once, every=every, annotate=annotate)


def reuse(*, collection: str | PathLike[str] = COLLECTION, progress: Progress | None = None) -> tuple[Reprint, ...]:
    """Return the pairs of articles of a collection that share much of their words, as `Collection.reuse` does."""
    with _reading(collection) as opened:
        return opened.reuse(progress=progress)


def stats(*, collection: str | PathLike[str] = COLLECTION) -> Stats:
    """Return how much a collection holds."""
    with _reading(collection) as opened:
        return opened.stats()


def vacuum(
    *,
    collection: str | PathLike[str] = COLLECTION,
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
) -> Stats:
    """Bring a collection up to date and make its file as small as it can be, as `Collection.vacuum` does."""
    with Collection.open(collection, create=False, settings=settings) as opened:
        return opened.vacuum(progress=progress)
