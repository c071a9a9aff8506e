"""What an older Variorum has read from captures, read anew: the captures are kept, so that nothing is lost by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.api.collection.adding import MADE_BY
from variorum.api.collection.identity import words_of
from variorum.api.progress import Progress, silent
from variorum.errors import InputError
from variorum.model.naming import ARTICLE
from variorum.store import articles as kept
from variorum.store import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Article, Capture
    from variorum.settings import Settings
    from variorum.store.database import Database


def read_anew(
    base: Database, numbers: Sequence[int] | None, settings: Settings, progress: Progress | None = None
) -> None:
    """Read from their captures again what another Variorum has read, of all articles without `numbers`."""
    from variorum.clean import clean  # noqa: PLC0415 - start-up

    if base.readonly:
        return
    tell, done = progress or silent, 0
    for version, number, capture in kept.made_otherwise(base, MADE_BY, numbers):
        try:
            article, _ = clean(capture, name=ARTICLE.name(number), settings=settings)
        except InputError:
            continue
        _put_again(base, version, article, capture)
        done += 1
        tell("read", done, 0)


def _put_again(base: Database, version: int, article: Article, capture: Capture) -> None:
    """Store an article that was read anew; the search index has the words of present versions alone."""
    with base.writing():
        present = kept.is_present(base, version)
        if present:
            words.forget(base, kept.article(base, ARTICLE.number(article.id)))
        kept.put_again(base, version, article, capture.data, words=words_of(article), made_by=MADE_BY)
        if present:
            words.learn(base, article)
