"""How a capture becomes an article of a collection: read, known again or new, put into its story, stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from variorum import __version__
from variorum.api.collection.identity import address_of, stored_as, words_of
from variorum.api.reading import clean_one
from variorum.model.naming import ARTICLE
from variorum.store import articles as kept
from variorum.store import listing, reprints, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from variorum.api.collection.memory import StoriesMemory
    from variorum.model import Article, Capture, Problem
    from variorum.settings import Settings
    from variorum.store.database import Database
    from variorum.stories import Features

MADE_BY = f"variorum {__version__}"
What = Literal["new", "known", "changed"]


class Prepared(NamedTuple):
    """A capture as it was read, before anything is asked of the collection; without an article it could not be."""

    article: Article | None
    features: Features | None
    words: bytes
    problems: tuple[Problem, ...]


class Done(NamedTuple):
    """What became of a capture: which article it is now."""

    what: What
    number: int


def prepared_all(given: tuple[Sequence[Capture], Settings]) -> list[Prepared]:
    """Read captures: all that needs no look at the collection; the work of a process."""
    return [prepared(capture, given[1]) for capture in given[0]]


def prepared(capture: Capture, settings: Settings) -> Prepared:
    """Read one capture."""
    from variorum.stories import features  # noqa: PLC0415 - start-up

    article, problems = clean_one(capture, settings)
    if article is None:
        return Prepared(None, None, b"", tuple(problems))
    return Prepared(article, features(article), words_of(article), tuple(problems))


@dataclass(frozen=True, slots=True)
class Adding:
    """Puts articles into a collection, each in a transaction of its own, so that it is there whole or not at all."""

    base: Database
    memory: StoriesMemory
    clock: Callable[[], str]

    def seen(self, capture: Capture) -> int | None:
        """Return the article that the bytes of a capture are, where they were seen before."""
        return kept.seen(self.base, capture.sha256)

    def put(self, capture: Capture, one: Prepared) -> Done:
        """Store what was read of a capture; it must have an article."""
        assert one.article is not None  # noqa: S101 - the caller's promise
        try:
            with self.base.writing():
                return self._put(capture, one, one.article)
        except BaseException:
            self.memory.lost()
            raise

    def _put(self, capture: Capture, one: Prepared, article: Article) -> Done:
        known = self.seen(capture)
        if known is not None:
            return Done("known", known)
        stored = stored_as(self.base, article, address_of(article.url), one.words)
        done = self._new(capture, one, article) if stored is None else self._again(capture, one, article, stored)
        kept.see(self.base, capture.sha256, done.number)
        return done

    def _new(self, capture: Capture, one: Prepared, article: Article) -> Done:
        from variorum.stories import places  # noqa: PLC0415 - start-up

        assert one.features is not None  # noqa: S101 - an article has them
        told = self.memory.now().assign(one.features)
        first, last = one.features.when or (None, None)
        place = kept.Place(
            address_of(article.url),
            first,
            last,
            places(one.features),
            told.story,
            told.score,
            told.why,
            told.rivals,
        )
        listing.make(self.base, told.story)
        number = kept.put(self.base, article, place)
        listing.grow(self.base, told.story, number, first, last)
        self._version(capture, one, replace(article, id=ARTICLE.name(number)))
        self.memory.added(number)
        return Done("new", number)

    def _again(self, capture: Capture, one: Prepared, article: Article, number: int) -> Done:
        """Store another version of an article, unless its words are those of the last."""
        old = kept.article(self.base, number)
        if words_of(old) == one.words:
            return Done("known", number)
        new = replace(article, id=old.id)
        words.forget(self.base, old)
        self._version(capture, one, new)
        words.learn(self.base, new)
        reprints.unsign(self.base, number)
        return Done("changed", number)

    def _version(self, capture: Capture, one: Prepared, article: Article) -> None:
        kept.put_version(self.base, article, capture, words=one.words, made_by=MADE_BY, added=self.clock())
