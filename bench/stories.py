"""Measures how articles in order of arrival are put into stories, beside plain methods, on two sets.

    python bench/stories.py                    the table
    python bench/stories.py --orders 9         over so many orders of arrival instead of five
    python bench/stories.py --errors wikinews  print our stories that hold more than one event, and the events split

An article arrives on its day; one without a date at a place that is drawn by chance, once for each order. No method
ever moves an article. `wikinews dev` are the events whose sha256 is even (the set's own scorer halves so): thresholds
were chosen on it without its largest page, a digest of a month's campaign that is no event (`less digest`), and on
basil. `wikinews other` was only ever reported. The plain methods take their threshold on the same two in this run.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from story_methods import PLAIN, Plain
from variorum.clean import clean
from variorum.ingest import captures
from variorum.settings import DEFAULT
from variorum.stories import Features, Stories, features

if TYPE_CHECKING:
    from variorum.model import Article

SETS = Path(__file__).resolve().parents[2] / "shared" / "eval" / "stories"
ORDERS = 5
TUNED = ("wikinews dev less digest", "basil")


class Report(NamedTuple):
    """One article with its event, its day and what our stories read of it."""

    article: Article
    event: str
    day: float | None
    read: Features


Method = Callable[[Sequence[Report]], list[int]]


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


def scorer() -> Any:  # noqa: ANN401 - the set's own script
    """Return the scorer that lies beside the sets, as a module."""
    spec = importlib.util.spec_from_file_location("score_stories", SETS / "score_stories.py")
    assert spec is not None and spec.loader is not None  # noqa: PT018, S101 - a file that exists has both
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bcubed(method: Method, orders: Sequence[Sequence[Report]], score: Callable[..., Any]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1, each the mean over the orders."""
    sums = [0.0, 0.0, 0.0]
    for some in orders:
        gold = {report.article.id: report.event for report in some}
        got = {report.article.id: str(story) for report, story in zip(some, method(some), strict=True)}
        b3 = score(gold, got)["b3"]
        sums = [known + b3[k] for known, k in zip(sums, ("p", "r", "f1"), strict=True)]
    precision, recall, f1 = (known / len(orders) for known in sums)
    return precision, recall, f1


def halves(whole: Sequence[Report], is_even: Callable[[str], bool]) -> dict[str, list[Report]]:
    """Return the parts of WikiNews by name."""
    dev = [report for report in whole if is_even(report.event)]
    digest = Counter(report.event for report in dev).most_common(1)[0][0]
    return {
        "wikinews dev less digest": [report for report in dev if report.event != digest],
        "wikinews dev": dev,
        "wikinews other": [report for report in whole if not is_even(report.event)],
        "wikinews all": list(whole),
    }


def tuned(plain: Plain, orders: dict[str, list[list[Report]]], score: Callable[..., Any]) -> float:
    """Return the threshold with the highest mean F1 on what ours was tuned on, in the first order of arrival."""

    def reached(threshold: float) -> float:
        method = partial(plain.stories, threshold=threshold)
        return sum(bcubed(method, orders[name][:1], score)[2] for name in TUNED)

    return max(plain.grid, key=reached)


def of_sets(folder: Path = SETS, orders: int = ORDERS) -> dict[str, float]:
    """Return our B-cubed F1 on each set and part: what a floor holds."""
    module = scorer()
    sets = {**halves(reports("wikinews", folder), module.is_even), "basil": reports("basil", folder)}
    return {name: bcubed(ours, arrivals(some, orders), module.score)[2] for name, some in sets.items()}


def errors(some: Sequence[Report]) -> None:
    """Print where our stories differ from the events."""
    given = ours(some)
    for name, keys, others in (("story", given, [r.event for r in some]), ("event", [r.event for r in some], given)):
        groups: dict[Any, list[int]] = defaultdict(list)
        for n, key in enumerate(keys):
            groups[key].append(n)
        for key, members in groups.items():
            if len({others[n] for n in members}) > 1:
                print(f"{name} {key}")
                for n in members:
                    print(f"    {others[n]!s:.40} | {some[n].article.title!s:.70}")


def table(orders: dict[str, list[list[Report]]], score: Callable[..., Any]) -> None:
    """Print the comparison."""
    methods: dict[str, Method] = {"ours": ours}
    for plain in PLAIN:
        threshold = tuned(plain, orders, score)
        methods[f"{plain.name} ({threshold:.2f})"] = partial(plain.stories, threshold=threshold)
    print(f"{'B-cubed F1 (precision, recall)':38}" + "".join(f"{name:>26}" for name in orders))
    for name, method in methods.items():
        cells = (bcubed(method, some, score) for some in orders.values())
        print(f"{name:38}" + "".join(f"{f'{f:.3f} ({p:.2f}, {r:.2f})':>26}" for p, r, f in cells), flush=True)


def main() -> int:
    """Print the table, or the errors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--orders", type=int, default=ORDERS)
    parser.add_argument("--errors", choices=["wikinews", "basil"])
    options = parser.parse_args()
    if not (SETS / "score_stories.py").exists():
        print(f"SKIPPED: {SETS.name} is not here")
        return 0
    if options.errors:
        errors(arrivals(reports(options.errors), 1)[0])
        return 0
    module = scorer()
    sets = {**halves(reports("wikinews"), module.is_even), "basil": reports("basil")}
    table({name: arrivals(some, options.orders) for name, some in sets.items()}, module.score)
    return 0


if __name__ == "__main__":
    sys.exit(main())
