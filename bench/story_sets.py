"""The sets that stories are measured on: articles with the event of each, in orders of arrival, and their scorer.

An article arrives on its day; one without a date at a place that is drawn by chance, once for each order.
`wikinews dev` are the events whose sha256 is even (the set's own scorer halves so), `wikinews other` the rest.
"""

from __future__ import annotations

import importlib.util
import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from variorum.clean import clean
from variorum.ingest import captures
from variorum.settings import DEFAULT
from variorum.stories import Features, Stories, features

if TYPE_CHECKING:
    from variorum.model import Article

SETS = Path(__file__).resolve().parents[2] / "shared" / "eval" / "stories"


class OfEvent(Protocol):
    """What is told to be of one event."""

    @property
    def event(self) -> str:
        """The event."""


One = TypeVar("One", bound=OfEvent)


class Report(NamedTuple):
    """One article with its event, its day and what our stories read of it."""

    article: Article
    event: str
    day: float | None
    read: Features


def reports(name: str, folder: Path = SETS) -> list[Report]:
    """Return the articles of a set as `variorum` reads them."""
    path = folder / f"{name}.jsonl"
    rows = [json.loads(row) for row in path.read_text("utf-8").splitlines()]
    found, _ = captures([str(path)], settings=DEFAULT, stdin=None)
    made = [(clean(capture, name=row["id"])[0], row["event"]) for capture, row in zip(found, rows, strict=True)]
    return [_report(article, event) for article, event in made]


def _report(article: Article, event: str) -> Report:
    read = features(article)
    return Report(article, event, read.when[0] if read.when else None, read)


def arrivals(some: Sequence[Report], orders: int) -> list[list[Report]]:
    """Return the reports in so many orders of arrival."""
    days = [report.day for report in some if report.day is not None]
    made = []
    for seed in range(orders):
        chance = random.Random(seed)  # noqa: S311 - an order, no secret
        places = [r.day + chance.random() if r.day is not None else chance.uniform(min(days), max(days)) for r in some]
        made.append([report for _, report in sorted(zip(places, some, strict=True), key=lambda pair: pair[0])])
    return made


def ours(some: Sequence[Report]) -> list[int]:
    """Return the story of each report."""
    stories = Stories()
    return [stories.assign(report.read).story for report in some]


def scorer(folder: Path = SETS) -> Any:  # noqa: ANN401 - the set's own script
    """Return the scorer that lies beside the sets, as a module."""
    spec = importlib.util.spec_from_file_location("score_stories", folder / "score_stories.py")
    assert spec is not None and spec.loader is not None  # noqa: PT018, S101 - a file that exists has both
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bcubed(
    stories: Callable[[Sequence[Report]], list[int]],
    orders: Sequence[Sequence[Report]],
    score: Callable[..., Any],
) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1, each the mean over the orders."""
    sums = [0.0, 0.0, 0.0]
    for some in orders:
        gold = {report.article.id: report.event for report in some}
        got = {report.article.id: str(story) for report, story in zip(some, stories(some), strict=True)}
        b3 = score(gold, got)["b3"]
        sums = [known + b3[k] for known, k in zip(sums, ("p", "r", "f1"), strict=True)]
    precision, recall, f1 = (known / len(orders) for known in sums)
    return precision, recall, f1


def digest(dev: Sequence[OfEvent]) -> str:
    """Return the largest page of WikiNews dev: a digest of a month's campaign, whose articles are of many events."""
    return Counter(one.event for one in dev).most_common(1)[0][0]


def halves(whole: Sequence[One], is_even: Callable[[str], bool]) -> dict[str, list[One]]:
    """Return the parts of WikiNews by name."""
    dev = [one for one in whole if is_even(one.event)]
    page = digest(dev)
    return {
        "wikinews dev less digest": [one for one in dev if one.event != page],
        "wikinews dev": dev,
        "wikinews other": [one for one in whole if not is_even(one.event)],
        "wikinews all": list(whole),
    }


def every(folder: Path = SETS) -> dict[str, list[Report]]:
    """Return all sets and parts by name."""
    return {**halves(reports("wikinews", folder), scorer(folder).is_even), "basil": reports("basil", folder)}
