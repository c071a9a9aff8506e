"""`compare` and `demo`: from reports to an account."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from variorum import __version__
from variorum.api.decisions import NONE, decisions_for
from variorum.api.progress import Progress, silent
from variorum.api.reading import cleaned, readings_of
from variorum.errors import UsageError
from variorum.model import MadeBy, Problem
from variorum.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from variorum.model import Account, Article, Reading

EXAMPLE = "ferry"


def compare(
    paths: Sequence[str | PathLike[str]],
    *,
    decisions: str | PathLike[str] | None = None,
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
) -> Account:
    """Take the reports at `paths` as reports of one event and return one sourced account.

    `paths` are files, folders, `-` (JSON Lines from `stdin`) and http(s) addresses; their order does not matter.
    What people have decided is applied: `decisions` is their file, `"none"` for none of them; without it every
    `decisions.variorum.txt` beside a report is read. What cannot be read, and every decision that no longer fits, is
    in `Account.problems`. Raises `UsageError` where nothing can be read, `EngineError`
    where the language model is missing.
    """
    from variorum.annotate import annotate, vectors  # noqa: PLC0415 - costs a second
    from variorum.compose import compose  # noqa: PLC0415
    from variorum.relate import relate  # noqa: PLC0415

    tell = progress or silent
    articles, problems = cleaned(paths, settings, progress, stdin, in_order=False)
    problems += _lonely(articles)
    if not articles:
        raise UsageError(_nothing(problems))
    vectors.warm()
    judged = decisions_for(articles, decisions)
    annotated = annotate(articles, lambda done, total: tell("annotate", done, total))
    annotated, readings = readings_of(annotated, tell)
    relations = relate(annotated, readings, _vectors(readings), judged.decisions)
    return compose(
        MadeBy(__version__, _model(), settings.digest),
        [one.article for one in annotated],
        relations,
        sorted({*problems, *judged.problems, *relations.problems}),
        judged.decisions,
    )


def demo(*, settings: Settings = DEFAULT, progress: Progress | None = None) -> Account:
    """Compare the example reports that come with the package: five invented reports of a ferry that capsized."""
    from importlib.resources import as_file, files  # noqa: PLC0415 - start-up

    with as_file(files("variorum") / "examples" / EXAMPLE) as folder:
        return compare([folder], decisions=NONE, settings=settings, progress=progress)


def _lonely(articles: Sequence[Article]) -> list[Problem]:
    if len(articles) != 1:
        return []
    path = articles[0].path
    return [Problem(path, "one-article", f"{path}: only one report; give two or more to compare them")]


def _nothing(problems: Sequence[Problem]) -> str:
    lines = [problem.message for problem in problems] or ["no input given"]
    return "nothing to compare: " + "; ".join(lines)


def _vectors(readings: Sequence[Reading]) -> dict[str, Sequence[float]]:
    """Return a unit vector for each different proposition, by its words."""
    from variorum.annotate import vectors  # noqa: PLC0415 - start-up

    if not vectors.available():
        return {}
    statements = (s for reading in readings for s in reading.statements if s.act == "speech")
    texts = sorted({text for s in statements for text in s.asserted})
    return dict(zip(texts, vectors.vectors(texts), strict=True))


def _model() -> str:
    from variorum.annotate import model_version  # noqa: PLC0415

    return model_version()
