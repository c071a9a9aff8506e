"""`compare` and `demo`: from reports to an account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, BinaryIO

from variorum import __version__
from variorum.api.decisions import NONE, decisions_for
from variorum.api.progress import Progress, silent
from variorum.api.reading import cleaned, readings_of
from variorum.errors import UsageError
from variorum.model import MadeBy, Problem, Relations
from variorum.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from variorum.annotate.engine import Parsed
    from variorum.model import Account, Annotated, Article, Reading, Vectors
    from variorum.store import Kept

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
    decisions_for((), decisions)  # a file that cannot be read is told before any work is done
    return joined(gathered(paths, settings=settings, progress=progress, stdin=stdin), decisions=decisions)


@dataclass(frozen=True, slots=True)
class Gathered:
    """Reports of one event, each read and taken apart alone: all that `joined` makes an account of."""

    annotated: tuple[Annotated, ...]
    readings: tuple[Reading, ...]
    vectors: Mapping[str, Vectors]
    problems: tuple[Problem, ...]
    settings: Settings


def gathered(
    paths: Sequence[str | PathLike[str]],
    *,
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
) -> Gathered:
    """Do what `compare` does with each report alone. Raises as `compare` does."""
    articles, problems = cleaned(paths, settings, progress, stdin, in_order=False)
    if not articles:
        raise UsageError(_nothing(problems))
    return taken_apart(articles, problems, settings=settings, progress=progress)


def taken_apart(
    articles: Sequence[Article],
    problems: Sequence[Problem] = (),
    *,
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
    known: Mapping[str, Parsed] | None = None,
) -> Gathered:
    """Do what `compare` does with each report once it is read; `known` are paragraphs that were parsed before."""
    from variorum.annotate import annotate, vectors  # noqa: PLC0415 - costs a second

    tell = progress or silent
    vectors.warm()
    annotated = annotate(articles, lambda done, total: tell("annotate", done, total), known)
    annotated, readings = readings_of(annotated, tell)
    said = (*problems, *_lonely(articles))
    return Gathered(tuple(annotated), tuple(readings), _vectors(readings), said, settings)


def joined(
    found: Gathered, *, decisions: Kept | str | PathLike[str] | None = None, until: str | None = None
) -> Account:
    """Return the account of what was gathered, with people's decisions applied.

    With a day (`2031-03-04`) in `until`, of the reports up to it and those without a date alone.
    """
    from variorum.compose import compose  # noqa: PLC0415
    from variorum.relate import relate  # noqa: PLC0415

    kept = [pair for pair in zip(found.annotated, found.readings, strict=True) if _by(pair[0].article, until)]
    articles = [one.article for one, _ in kept]
    judged = decisions_for(articles, decisions)
    annotated, readings = [one for one, _ in kept], [reading for _, reading in kept]
    relations = relate(annotated, readings, found.vectors, judged.decisions) if kept else Relations(())
    return compose(
        MadeBy(__version__, _model(), found.settings.digest),
        articles,
        relations,
        sorted({*found.problems, *judged.problems, *relations.problems}),
        judged.decisions,
    )


def _by(article: Article, day: str | None) -> bool:
    return day is None or article.published is None or article.published.value[:10] <= day


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


def _vectors(readings: Sequence[Reading]) -> dict[str, Vectors]:
    """Return the vectors of each different proposition, by its words."""
    from variorum.annotate import vectors  # noqa: PLC0415 - start-up

    if not vectors.available():
        return {}
    statements = (s for reading in readings for s in reading.statements if s.act == "speech")
    texts = sorted({text for s in statements for text in s.asserted})
    return dict(zip(texts, vectors.vectors(texts), strict=True))


def _model() -> str:
    from variorum.annotate import model_version  # noqa: PLC0415

    return model_version()
