"""Where the decisions on some reports lie."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.model.decision import DECISIONS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from os import PathLike

    from variorum.model import Article
    from variorum.store import Kept

NONE = "none"
"""What to give for the file where no decision is wanted."""


def decisions_for(articles: Sequence[Article], wanted: Kept | str | PathLike[str] | None) -> Kept:
    """Return the decisions of the file that is wanted, else of every file of decisions beside a report.

    Decisions that were loaded already are returned as they are.

    Where there are several files, the names of their decisions tell the folder. Raises `UsageError` for a file that
    cannot be read.
    """
    from variorum.store import Kept, load  # noqa: PLC0415 - start-up

    if isinstance(wanted, Kept):
        return wanted
    files = [] if wanted == NONE else [Path(wanted)] if wanted else _beside(articles)
    kept = [(file, load(file)) for file in files]
    named = [
        replace(d, id=d.id if len(kept) == 1 else f"{file.parent.as_posix()}:{d.id}")
        for file, one in kept
        for d in one.decisions
    ]
    return Kept(named, [problem for _file, one in kept for problem in one.problems])


def is_file(path: str) -> bool:
    """Tell a report's file from an address and from standard input."""
    return path.split("#", maxsplit=1)[0] != "-" and not path.startswith(("http://", "https://"))


def home(article: Article) -> Path:
    """Return the folder of a report: of one that is no file, the one where the command runs."""
    return Path(article.path.split("#")[0]).parent if is_file(article.path) else Path()


def _beside(articles: Iterable[Article]) -> list[Path]:
    folders = sorted({home(article) for article in articles})
    return [folder / DECISIONS_FILE for folder in folders if (folder / DECISIONS_FILE).is_file()]
