"""The language engine over many articles of a collection: each passage once, in several processes, kept as it comes."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from variorum.api.crew import crew
from variorum.api.progress import Progress, silent
from variorum.store import articles as kept
from variorum.store import passages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.annotate.engine import Parsed
    from variorum.store.database import Database

BATCH = 8
"""Articles parsed at once, whatever the number of processes, so that results do not depend on it."""
_AT_WORK = 16
"""Batches that may be at work and not kept yet; more processes than that are not started."""


def parse_all(base: Database, numbers: Sequence[int], *, jobs: int, tell: Progress) -> None:
    """Parse the paragraphs of the articles that are not kept yet. Raises `EngineError` where the model is missing."""
    made_by = _parsed_by()
    wanted = _Wanted(base, numbers, made_by)
    with crew("variorum.api.collection.parsing:parsed", min(jobs, _AT_WORK - 1, -(-len(numbers) // BATCH))) as workers:
        for done, packed in enumerate(workers.results(wanted.batches()), 1):
            passages.keep(base, packed, made_by)
            tell("annotate", min(done * BATCH, len(numbers)), len(numbers))


def parsed(texts: Sequence[str]) -> dict[str, bytes]:
    """Parse paragraphs, each as bytes: the work of a process."""
    from variorum.annotate import packed  # noqa: PLC0415 - costs a second
    from variorum.annotate.engine import parse  # noqa: PLC0415 - the same

    return {text: packed(words, text) for text, words in parse(texts).items()} if texts else {}


def parses(base: Database, texts: Sequence[str], progress: Progress | None) -> dict[str, Parsed]:
    """Return what is kept of paragraphs, by their words; where this may be written all are parsed, and kept."""
    from variorum.annotate import packed  # noqa: PLC0415 - costs a second
    from variorum.annotate.engine import parse  # noqa: PLC0415 - the same

    tell = progress or silent
    known = _kept(base, texts)
    missing = [text for text in dict.fromkeys(texts) if text not in known]
    if missing and not base.readonly:
        new = parse(missing, lambda *step: tell("annotate", *step))
        passages.keep(base, {text: packed(words, text) for text, words in new.items()}, _parsed_by())
        known |= new
    return known


def _kept(base: Database, texts: Sequence[str]) -> dict[str, Parsed]:
    from variorum.annotate import unpacked  # noqa: PLC0415 - costs a second

    found: dict[str, Parsed] = {}
    for text, data in passages.passages(base, texts, _parsed_by()).items():
        with suppress(ValueError):  # what is damaged is parsed again
            found[text] = unpacked(data, text)
    return found


def _parsed_by() -> str:
    """Return what tells one engine's parse from another's."""
    from variorum.annotate import model_version  # noqa: PLC0415 - costs a second
    from variorum.annotate.packing import FORM  # noqa: PLC0415 - the same

    return f"{model_version()} {FORM}"


class _Wanted:
    """The paragraphs of articles that are neither kept nor at work yet."""

    def __init__(self, base: Database, numbers: Sequence[int], made_by: str) -> None:
        self._base = base
        self._numbers = numbers
        self._made_by = made_by
        self._given: deque[frozenset[str]] = deque(maxlen=_AT_WORK)

    def batches(self) -> Iterator[list[str]]:
        """Yield for each batch of articles the paragraphs to parse, perhaps none."""
        for first in range(0, len(self._numbers), BATCH):
            yield self._missing(self._numbers[first : first + BATCH])

    def _missing(self, numbers: Sequence[int]) -> list[str]:
        from variorum.annotate import paragraphs  # noqa: PLC0415 - costs a second

        articles = kept.articles(self._base, numbers).values()
        texts = dict.fromkeys(text for article in articles for text in paragraphs(article))
        known = passages.passages(self._base, list(texts), self._made_by)
        at_work = frozenset[str]().union(*self._given)
        found = [text for text in texts if text not in known and text not in at_work]
        self._given.append(frozenset(found))
        return found
