"""The verbs: one a job or a stage, with the names and options of the commands. Only this module joins the stages."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Protocol

from variorum import __version__
from variorum.errors import InputError, UsageError
from variorum.model import FORMAT, MadeBy, Problem
from variorum.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from os import PathLike

    from variorum.model import Account, Annotated, Article, Capture, Mention, Reading


class Progress(Protocol):
    """Whoever wants to know how far a verb has come."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Hear that `done` of `total` steps of `stage` are done."""


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def compare(
    paths: Sequence[str | PathLike[str]],
    *,
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
) -> Account:
    """Take the reports at `paths` as reports of one event and return one sourced account.

    `paths` are files, folders, `-` (JSON Lines from `stdin`) and http(s) addresses; their order does not matter.
    What cannot be read is in `Account.problems`. Raises `UsageError` where nothing can be read, `EngineError`
    where the language model is missing.
    """
    from variorum.annotate import annotate  # noqa: PLC0415 - costs a second
    from variorum.compose import compose  # noqa: PLC0415
    from variorum.relate import relate  # noqa: PLC0415

    tell = progress or _silent
    articles, problems = read(paths, settings=settings, progress=progress, stdin=stdin)
    if not articles:
        raise UsageError(_nothing(problems))
    annotated = annotate(articles, lambda done, total: tell("annotate", done, total))
    annotated, readings = _readings(annotated, tell)
    relations = relate(annotated, readings, _vectors(readings))
    return compose(
        MadeBy(__version__, _model(), settings.digest),
        [one.article for one in annotated],
        relations,
        sorted({*problems, *relations.problems}),
    )


def read(
    paths: Sequence[str | PathLike[str]],
    *,
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
) -> tuple[list[Article], list[Problem]]:
    """Return the articles at `paths`, cleaned, and what could not be read or needs saying.

    Articles come sorted by path, then address, then content, and are named `a1`, `a2`, … in that order.
    """
    from variorum.ingest import captures  # noqa: PLC0415

    tell = progress or _silent
    found, problems = captures([str(path) for path in paths], settings=settings, stdin=stdin)
    articles: list[Article] = []
    for n, capture in enumerate(sorted(found, key=_order), 1):
        article, said = _cleaned(capture, f"a{len(articles) + 1}", settings)
        articles += [article] if article else []
        problems += said
        tell("read", n, len(found))
    return articles, sorted({*problems, *_duplicates(articles), *_lonely(articles)})


def extract(
    paths: Sequence[str | PathLike[str]],
    *,
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
) -> tuple[list[tuple[Article, Reading, tuple[Mention, ...]]], list[Problem]]:
    """Return for each article at `paths` what it alone says, with who is mentioned in it, and the problems."""
    from variorum.annotate import annotate  # noqa: PLC0415 - costs a second

    tell = progress or _silent
    articles, problems = read(paths, settings=settings, progress=progress, stdin=stdin)
    annotated = annotate(articles, lambda done, total: tell("annotate", done, total))
    annotated, readings = _readings(annotated, tell)
    rows = [(one.article, reading, one.mentions) for one, reading in zip(annotated, readings, strict=True)]
    return rows, problems


def _order(capture: Capture) -> tuple[str, str, str]:
    return capture.path, capture.url or "", capture.sha256


def _cleaned(capture: Capture, name: str, settings: Settings) -> tuple[Article | None, list[Problem]]:
    from variorum.clean import clean  # noqa: PLC0415

    try:
        return clean(capture, name=name, settings=settings)
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


def _lonely(articles: Sequence[Article]) -> list[Problem]:
    if len(articles) != 1:
        return []
    path = articles[0].path
    return [Problem(path, "one-article", f"{path}: only one report; give two or more to compare them")]


def _nothing(problems: Sequence[Problem]) -> str:
    lines = [problem.message for problem in problems] or ["no input given"]
    return "nothing to compare: " + "; ".join(lines)


def _readings(annotated: Sequence[Annotated], tell: Progress) -> tuple[list[Annotated], list[Reading]]:
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


def _vectors(readings: Sequence[Reading]) -> dict[str, Sequence[float]]:
    from variorum.annotate import vectors  # noqa: PLC0415

    if not vectors.available():
        return {}
    statements = [s for reading in readings for s in reading.statements]
    rows = vectors.vectors([s.text for s in statements])
    return {s.id: row for s, row in zip(statements, rows, strict=True)}


def _model() -> str:
    from variorum.annotate import model_version  # noqa: PLC0415

    return model_version()
