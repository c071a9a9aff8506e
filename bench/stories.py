"""Measures how articles in order of arrival are put into stories, beside other methods, on two sets.

    python bench/stories.py                    the table
    python bench/stories.py --orders 9         over so many orders of arrival instead of five
    python bench/stories.py --errors wikinews  print our stories that hold more than one event, and the events split
    python bench/stories.py --through-add      what `variorum add` makes of the sets, each in the order of its file

Thresholds of ours were chosen on `wikinews dev` without its largest page, a digest of a month's campaign that is no
event (`less digest`), and on basil; the others choose theirs on the same two in this run, and what is trained is
trained there. `wikinews other` was only ever reported. Methods that go by order of arrival move no article; those in
batch see all of them first.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from story_sets import SETS, Report, arrivals, bcubed, every, ours, reports, scorer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ORDERS = 5


def of_sets(folder: Path = SETS, orders: int = ORDERS) -> dict[str, float]:
    """Return our B-cubed F1 on each set and part: what a floor holds."""
    score = scorer(folder).score
    return {name: bcubed(ours, arrivals(some, orders), score)[2] for name, some in every(folder).items()}


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


def main() -> int:
    """Print the table, the errors, or what a collection makes of the sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--orders", type=int, default=ORDERS)
    parser.add_argument("--errors", choices=["wikinews", "basil"])
    parser.add_argument("--through-add", action="store_true")
    options = parser.parse_args()
    if not (SETS / "score_stories.py").exists():
        print(f"SKIPPED: {SETS.name} is not here")
    elif options.errors:
        errors(arrivals(reports(options.errors), 1)[0])
    elif options.through_add:
        from story_add import through_add  # noqa: PLC0415 - the gate, which asks for the floors alone, needs neither

        through_add()
    else:
        from story_table import table  # noqa: PLC0415 - the same

        table(options.orders)
    return 0


if __name__ == "__main__":
    sys.exit(main())
