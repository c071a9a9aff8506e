"""`read` and `extract`: the stages that look at one article alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from variorum.api.progress import Progress, silent
from variorum.api.sharing import shared_out
from variorum.errors import InputError
from variorum.model import Capture, Problem
from variorum.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from os import PathLike

    from variorum.model import Annotated, Article, Mention, Reading

Made = TypeVar("Made")
_FEW_SLOW = 2
"""A PDF of four pages takes 0.1 s to open, as long as two processes take to start."""


def read(
    paths: Sequence[str | PathLike[str]],
    *,
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
) -> tuple[list[Article], list[Problem]]:
    """Return the articles at `paths`, cleaned, in the order given, and what could not be read or needs saying.

    Articles are named `a1`, `a2`, … in that order; those of a folder come sorted by their paths.
    """
    return cleaned(paths, settings, progress, stdin, in_order=True)


def cleaned(
    paths: Sequence[str | PathLike[str]],
    settings: Settings,
    progress: Progress | None,
    stdin: BinaryIO | None,
    *,
    in_order: bool,
) -> tuple[list[Article], list[Problem]]:
    """Read and clean; `in_order` keeps the order given, else articles come by path, then address, then content."""
    from variorum.clean import repeated  # noqa: PLC0415
    from variorum.ingest import stream  # noqa: PLC0415

    tell = progress or silent
    opened = partial(_opened, tell=tell)
    items = list(stream([str(path) for path in paths], settings=settings, stdin=stdin, mapped=opened))
    given = {_order(item): item for item in items if isinstance(item, Capture)}  # a name given twice is one input
    problems = [item for item in items if isinstance(item, Problem)]
    found = list(given.values())
    articles: list[Article] = []
    ordered = found if in_order else sorted(found, key=_order)
    for n, (article, said) in enumerate(shared_out(partial(clean_one, settings=settings), ordered), 1):
        articles += [replace(article, id=f"a{len(articles) + 1}")] if article else []
        problems += said
        tell("read", n, len(found))
    articles = list(repeated(articles))
    return articles, sorted({*problems, *_duplicates(articles)})


def extract(
    paths: Sequence[str | PathLike[str]],
    *,
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
) -> tuple[list[tuple[Article, Reading, tuple[Mention, ...]]], list[Problem]]:
    """Return for each article at `paths` what it alone says, with who is mentioned in it, and the problems."""
    from variorum.annotate import annotate  # noqa: PLC0415 - costs a second

    tell = progress or silent
    articles, problems = read(paths, settings=settings, progress=progress, stdin=stdin)
    annotated = annotate(articles, lambda done, total: tell("annotate", done, total))
    annotated, readings = readings_of(annotated, tell)
    rows = [(one.article, reading, one.mentions) for one, reading in zip(annotated, readings, strict=True)]
    return rows, problems


def _opened(work: Callable[[str], Made], names: Sequence[str], tell: Progress) -> Iterator[Made]:
    """Open files that take long (PDF, DOCX) in several processes, from the third on, and tell how far that has come."""
    for n, made in enumerate(shared_out(work, names, few=_FEW_SLOW, at_once=1), 1):
        tell("open", n, len(names))
        yield made


def _order(capture: Capture) -> tuple[str, str, str]:
    return capture.path, capture.url or "", capture.sha256


def clean_one(capture: Capture, settings: Settings) -> tuple[Article | None, list[Problem]]:
    """Return the article that a capture is, without a name yet; `None` where it cannot be read, with the reason."""
    from variorum.clean import clean  # noqa: PLC0415

    try:
        return clean(capture, name="", settings=settings)
    except InputError as error:
        return None, [Problem(capture.path, error.code, str(error), fatal=True)]


def _duplicates(articles: Iterable[Article]) -> list[Problem]:
    """Say which articles are the same bytes: each still has its place in the account, none adds a source."""
    articles = list(articles)
    copies = Counter(article.sha256 for article in articles)
    first = {article.sha256: article for article in reversed(articles)}
    return [
        Problem(a.path, "duplicate", f"{a.path}: the same bytes as {first[a.sha256].path}; counted as one origin")
        for a in articles
        if copies[a.sha256] > 1 and first[a.sha256] is not a
    ]


def readings_of(annotated: Sequence[Annotated], tell: Progress) -> tuple[list[Annotated], list[Reading]]:
    """Extract from each article; numbers go on from one article to the next, dates that can be inferred are set."""
    from variorum.extract import extract as stage  # noqa: PLC0415

    dated, readings = [], []
    statements = figures = 0
    for n, one in enumerate(annotated, 1):
        reading = stage(one).renumbered(statements, figures)
        statements += len(reading.statements)
        figures += len(reading.figures)
        readings.append(reading)
        dated.append(_dated(one, reading))
        tell("extract", n, len(annotated))
    return dated, readings


def _dated(annotated: Annotated, reading: Reading) -> Annotated:
    from variorum.extract.times import infer_published  # noqa: PLC0415

    if annotated.article.published is not None:
        return annotated
    inferred = infer_published(annotated, reading.times)
    return replace(annotated, article=replace(annotated.article, published=inferred))
