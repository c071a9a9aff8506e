"""A collection: many articles in one file, put into stories as they come, with the account of each story."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from variorum.api.collection.memory import StoriesMemory
from variorum.api.collection.named import article_named, story_named
from variorum.errors import UsageError
from variorum.settings import COLLECTION, DEFAULT, WATCH_MINUTES, Settings
from variorum.store import articles
from variorum.store.listing import Wanted, heads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from os import PathLike
    from types import TracebackType
    from typing import BinaryIO

    from variorum.api.collection.filling import Filling
    from variorum.api.comparing import Gathered
    from variorum.api.deciding import Judged
    from variorum.api.progress import Progress
    from variorum.model import Account, Article, Capture, Problem
    from variorum.model.collection import Added, Heard, Hit, Reprint, Stats, StoryEntry, Version
    from variorum.store.database import Database


class Collection:
    """An open collection; close it, or use it in a `with` statement. Several threads may use it at once.

    Articles are named `a1`, `a2`, … in the order in which they came, stories `st1`, `st2`, …. Every method raises
    `CollectionError` where the file cannot be read or written.
    """

    def __init__(self, base: Database, settings: Settings, clock: Callable[[], str]) -> None:
        self._base = base
        self._settings = settings
        self._clock = clock
        self._memory = StoriesMemory(base)

    @classmethod
    def open(
        cls,
        path: str | PathLike[str] = COLLECTION,
        *,
        create: bool = True,
        readonly: bool = False,
        settings: Settings = DEFAULT,
        clock: Callable[[], str] | None = None,
    ) -> Self:
        """Open the collection at `path`, and make it where there is none and `create`.

        One program at a time writes, any number read meanwhile. `clock` gives the time that is noted beside what is
        added (RFC 3339).
        """
        from variorum.store.database import opened  # noqa: PLC0415 - start-up

        return cls(opened(Path(path), create=create, readonly=readonly), settings, clock or _now)

    @property
    def path(self) -> Path:
        """The file."""
        return self._base.path

    def close(self) -> None:
        """Close the file; what was added is in it, whether this is called or not."""
        self._base.close()

    def __enter__(self) -> Self:
        """Use the collection."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def add(
        self,
        inputs: Sequence[str | PathLike[str]],
        *,
        annotate: bool = False,
        jobs: int = 1,
        progress: Progress | None = None,
        stdin: BinaryIO | None = None,
    ) -> Added:
        """Add every article at `inputs`: files, folders, addresses, `-` for JSON Lines from `stdin`.

        Each is put into a story the moment it comes, and stays there. What is there already is known again by its
        bytes, its address or its words; other words at the same address are a new version. With `annotate` the
        language engine reads each article now, in `jobs` processes, so that accounts are made faster.
        """
        from variorum.ingest import expected, stream  # noqa: PLC0415 - start-up

        names = [os.fspath(path) for path in inputs]
        items = stream(names, settings=self._settings, stdin=stdin)
        total = expected(names) if progress else 0
        return self._filling().fill(items, annotate=annotate, jobs=jobs, total=total, progress=progress)

    def add_files(
        self, files: Iterable[tuple[str, bytes]], *, annotate: bool = False, progress: Progress | None = None
    ) -> Added:
        """Add the articles in files that are not on the disk: the name and the bytes of each."""
        from variorum.ingest import unpacked  # noqa: PLC0415 - start-up

        items = (item for name, data in files for item in unpacked(name, data, settings=self._settings))
        return self.add_items(items, annotate=annotate, progress=progress)

    def add_items(
        self,
        items: Iterable[Capture | Problem],
        *,
        annotate: bool = False,
        jobs: int = 1,
        progress: Progress | None = None,
    ) -> Added:
        """Add captures as `variorum.ingest` gives them, one by one."""
        return self._filling().fill(items, annotate=annotate, jobs=jobs, progress=progress)

    def stories(  # noqa: PLR0913 - each filter is an option of the command
        self,
        *,
        outlet: str | None = None,
        place: str | None = None,
        since: str | None = None,
        until: str | None = None,
        words: str | None = None,
        quiet: bool | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[StoryEntry, ...]:
        """Return the stories, the one that grew last first; each has all its articles, whatever was asked for.

        A story is listed where one article of it is of the `outlet`, names the `place`, and was published between
        the days `since` and `until`, both included, and where one has all the `words`. `quiet` tells whether quiet
        ones alone are wanted, or those alone that are not. Raises `UsageError` for a day that is none.
        """
        from variorum.api.collection.listing import day, entries, quiet_limits, with_words  # noqa: PLC0415 - start-up

        limits = quiet_limits(self._base)
        days = day(since, 0), day(until, 1)
        wanted = Wanted(outlet, place, *days, with_words(self._base, words), quiet, limits)
        return entries(self._base, heads(self._base, wanted, limit, offset), limits)

    def story(self, story: str) -> StoryEntry:
        """Return one story. Raises `UsageError` where there is none of this name."""
        from variorum.api.collection.listing import entries, quiet_limits  # noqa: PLC0415 - start-up

        return entries(self._base, [story_named(self._base, story)], quiet_limits(self._base))[0]

    def show(self, story: str, *, progress: Progress | None = None) -> Account:
        """Return the account of a story, with the decisions on it applied.

        It is kept, and made anew when an article came or changed, when somebody decided, and by another version of
        Variorum. Its articles have the names that they have here. Raises `UsageError` where there is no such story,
        `EngineError` where the language model is missing.
        """
        from variorum.api.collection.accounts import account_of  # noqa: PLC0415 - start-up

        return account_of(self._base, story_named(self._base, story).id, self._settings, progress)

    def gathered(self, story: str, *, progress: Progress | None = None) -> Gathered:
        """Return the articles of a story taken apart, for `variorum.api.comparing.joined`. Raises as `show` does."""
        from variorum.api.collection.accounts import gathered_of  # noqa: PLC0415 - start-up

        return gathered_of(self._base, story_named(self._base, story).id, self._settings, progress)

    def search(self, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Return the articles that have all the words, the best first.

        "Several words" in quotation marks stand in this order, `begin*` is the beginning of a word; endings do not
        count. The best are those where the words are rare, often used, or in the title (BM25).
        """
        from variorum.api.collection.searching import hits  # noqa: PLC0415 - start-up

        return hits(self._base, words, limit)

    def article(self, article: str) -> Article:
        """Return the present version of an article. Raises `UsageError` where there is none of this name."""
        return articles.article(self._base, article_named(self._base, article))

    def capture(self, article: str, version: int | None = None) -> Capture:
        """Return the bytes of a version of an article as they were found, of the present one without `version`."""
        found = articles.capture(self._base, article_named(self._base, article), version)
        if found is None:
            msg = f"there is no version {version} of {article}"
            raise UsageError(msg)
        return found

    def versions(self, article: str) -> tuple[Version, ...]:
        """Return the versions of an article, the first one first, each with what it has changed."""
        from variorum.api.collection.versions import versions_of  # noqa: PLC0415 - start-up

        return versions_of(self._base, article_named(self._base, article))

    def decide(self, verb: str, *args: str) -> Judged:
        """Decide on stories or on the claims of one; it is kept in the collection, and `undo` takes it back.

        `merge` and stories: all are the first one from now on. `split`, a story and articles: these are a story of
        their own. Any verb of `variorum.decide`, a story, and what the verb needs. `undo` and a decision.
        Raises `UsageError` for what does not fit, and changes nothing then.
        """
        from variorum.api.collection.deciding import decided  # noqa: PLC0415 - start-up

        return decided(self, self._base, self._memory, verb, args)

    def decisions(self) -> tuple[Judged, ...]:
        """Return the decisions that are not taken back, in order."""
        from variorum.api.collection.deciding import listed  # noqa: PLC0415 - start-up

        return listed(self._base)

    def watch(
        self,
        feeds: Sequence[str | PathLike[str]],
        *,
        once: bool = False,
        every: float = WATCH_MINUTES,
        annotate: bool = False,
    ) -> Iterator[Heard]:
        """Ask feeds and sitemaps for new articles and add them; yield what came of each question.

        `feeds` are addresses, or files with one a line. Each is asked every so many minutes without end, or `once`.
        Sites are asked politely: by their robots.txt, with a pause between two pages, conditionally, later after a
        failure or where they ask for it. What is known is kept in the collection, so that the next watch goes on.
        Raises `UsageError` where no feed is named.
        """
        from variorum.api.collection.feeds import addresses  # noqa: PLC0415 - start-up
        from variorum.api.collection.watching import Watching  # noqa: PLC0415 - the same
        from variorum.ingest.manners import Manners  # noqa: PLC0415 - the HTTP client costs 60 ms

        watching = Watching(
            self, self._base, self._settings, addresses(feeds), Manners(), every * 60, annotate=annotate
        )
        return watching.once() if once else watching.on_and_on()

    def reuse(self, *, progress: Progress | None = None) -> tuple[Reprint, ...]:
        """Return the pairs of articles, of one story or of two, that share a quarter of the shorter one's words.

        Kinds and whose words they are as in an account. Found pairs are kept: only new articles cost.
        """
        from variorum.api.collection.reuse import reprints_of  # noqa: PLC0415 - start-up

        return reprints_of(self._base, progress)

    def stats(self) -> Stats:
        """Return how much the collection holds."""
        from variorum.store.counting import stats  # noqa: PLC0415 - start-up

        return stats(self._base)

    def vacuum(self, *, progress: Progress | None = None) -> Stats:
        """Read anew what an older Variorum has read, put the index in order, give unused room back to the disk."""
        from variorum.api.collection.rereading import read_anew  # noqa: PLC0415 - start-up
        from variorum.store import words  # noqa: PLC0415 - the same

        read_anew(self._base, None, self._settings, progress)
        words.index(self._base)
        self._base.vacuum()
        return self.stats()

    def _filling(self) -> Filling:
        from variorum.api.collection.filling import Filling  # noqa: PLC0415 - start-up

        return Filling(self._base, self._memory, self._settings, self._clock)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
