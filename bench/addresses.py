"""Measures what addresses tell of the day of publication, scheme by scheme, on articles whose date is known.

    python bench/addresses.py             the table
    python bench/addresses.py --misses 5  print so many addresses of each scheme that tell another date
    python bench/addresses.py --texts 6000  also clean so many articles of a set without their date: how often the text,
                                          and text and address, tell one
    python bench/addresses.py --pages     also compare with the date in the AEB pages' own metadata

`fired` are the dated articles of AllSides, WikiNews and BASIL whose address a scheme reads, `right` those where the day
it tells is theirs, give or take one, or the month. AllSides and WikiNews took the date of an address like
`/2031/05/14/` from the address itself, so two witnesses stand beside: `BASIL`, whose dates people wrote down, and
`weekday`, the share of the articles whose lead names a weekday where it is that of the day told or of the one before or
after: three in seven by chance, and `known` where metadata alone gave the day.

Last come the WikiNews articles without a date: of those whose address tells one, how many it puts within a week (or in
the month) of what the other reports of their event have.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import re
import statistics
import sys
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from variorum.clean import clean
from variorum.clean.address import readings, told_by
from variorum.model import Capture, Fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.model import Article

EVAL = Path(__file__).resolve().parents[2] / "shared" / "eval"
FILES = ("scale/allsides.jsonl.gz", "stories/wikinews.jsonl", "stories/basil.jsonl")
TEXTS = (*FILES, "attribution/train.jsonl")
DAY = timedelta(1)
WEEK = timedelta(7)
SEEN = 20
"""Dated articles from which on a scheme's own share is held: among five, one wrong date in a set is a fifth."""
LEAD = 1200
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY = re.compile("|".join(WEEKDAYS))
BESIDE = (0, 1, 6)
ISO = re.compile(r"(?:199|20[0-2])\d-\d\d-\d\d")


class Row(NamedTuple):
    """One article: its set, its address, its day where one is stated, its event, the first words of its text."""

    name: str
    url: str
    day: date | None
    event: str
    lead: str


def rows(folder: Path) -> Iterator[Row]:
    """Yield the articles of all sets that have an address."""
    for file in FILES:
        for found in _articles(folder / file):
            if found["url"]:
                lead = (found["text"] or "")[:LEAD]
                yield Row(file, found["url"], _given(found), found.get("event", ""), lead)


def _articles(path: Path) -> Iterator[dict[str, Any]]:
    whole = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return map(json.loads, whole.decode().splitlines())


def _given(found: dict[str, Any]) -> date | None:
    given = ISO.match(found.get("date") or found.get("pub_date") or "")
    return date.fromisoformat(given.group()) if given else None


@dataclass
class Tally:
    """What one scheme told."""

    right: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    weekday: list[bool] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def fired(self) -> int:
        """Return how many dated articles it read."""
        return sum(map(len, self.right.values()))

    def share(self) -> float:
        """Return the share of the dated articles where it is right."""
        return sum(map(sum, self.right.values())) / max(1, self.fired())


def is_right(told: str, day: date) -> bool:
    """Tell whether a day, give or take one, or a month was told rightly."""
    return any((day + n * DAY).isoformat().startswith(told) for n in (-1, 0, 1))


def is_beside(lead: str, day: date) -> bool | None:
    """Tell whether the first weekday that a lead names is that of a day or of one beside it; `None` without any."""
    named = WEEKDAY.search(lead)
    return (day.weekday() - WEEKDAYS.index(named.group())) % 7 in BESIDE if named else None


def tallies(some: Sequence[Row]) -> dict[str, Tally]:
    """Return what each scheme told where it is the first to read an address; `known` is what metadata alone gave."""
    found: dict[str, Tally] = defaultdict(Tally)
    for row in some:
        name, told = next(readings(row.url), ("known", ""))
        if row.day and told:
            right = is_right(told, row.day)
            found[name].right[row.name].append(right)
            if not right:
                found[name].misses.append(f"{row.day} {told} {row.url}")
        day = row.day if len(told) < len("2031-05-14") else date.fromisoformat(told)
        near = is_beside(row.lead, day) if day else None
        if near is not None:
            found[name if len(told) == len("2031-05-14") else "known"].weekday.append(near)
    return found


def beside_siblings(some: Sequence[Row]) -> tuple[int, int, list[bool]]:
    """Count the undated articles of events and those whose address tells a date; tell where it fits the event's."""
    events: dict[str, list[date]] = defaultdict(list)
    for row in some:
        if row.event and row.day:
            events[row.event].append(row.day)
    without = [row for row in some if row.event and not row.day]
    told = [(value, events[row.event]) for row in without if (value := told_by(row.url))]
    compared = [_fits(value, days) for value, days in told if days]
    return len(without), len(told), compared


def _fits(told: str, days: list[date]) -> bool:
    middle = date.fromordinal(round(statistics.median(day.toordinal() for day in days)))
    return any((middle + n * DAY).isoformat().startswith(told) for n in range(-WEEK.days, WEEK.days + 1))


def undated(folder: Path, many: int) -> Iterator[tuple[str, date, Article, Article]]:
    """Yield set and day of dated articles, cleaned without their date: from the text alone, and with the address."""
    for file in TEXTS:
        dated = [found for found in _articles(folder / file) if _given(found) and found["text"]]
        some = random.Random(1).sample(dated, min(many, len(dated)))  # noqa: S311 - a sample, no secret
        for found in some:
            fields = Fields(title=found["title"], text=found["text"])
            with_url = replace(fields, url=found.get("url"))
            day = _given(found)
            if day:
                yield file, day, _cleaned(fields), _cleaned(with_url)


def _cleaned(fields: Fields) -> Article:
    data = (fields.text or "").encode()
    capture = Capture("a.json", data, hashlib.sha256(data).hexdigest(), "application/json", fields=fields)
    return clean(capture, name="a1")[0]


def texts(folder: Path, many: int) -> None:
    """Print of how many articles without their date text and address tell one, and how many of these are right."""
    print(f"{'right of told, without the date':32}{'articles':>10}{'text':>14}{'text and address':>20}")
    counted: dict[str, list[tuple[Article, Article, date]]] = defaultdict(list)
    for file, day, bare, full in undated(folder, many):
        counted[file].append((bare, full, day))
    for file, some in counted.items():
        alone = [is_right(told.value[:10], day) for bare, _, day in some if (told := bare.published)]
        both = [is_right(told.value[:10], day) for _, full, day in some if (told := full.published)]
        print(f"{file:32}{len(some):>10}{cell(alone):>14}{cell(both):>20}")


def pages(folder: Path) -> dict[int, list[bool]]:
    """Tell of each AEB page with a date of its own, by the length of what its address tells, whether that is right."""
    found: dict[int, list[bool]] = defaultdict(list)
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    for name in sorted(truth):
        told = told_by(truth[name].get("url") or "")
        data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()) if told else b""
        given = _stated(data) if told else None
        if told and given:
            found[len(told)].append(is_right(told, given))
    return found


def _stated(data: bytes) -> date | None:
    article, _ = clean(Capture("page.html", data, hashlib.sha256(data).hexdigest(), "text/html"), name="a1")
    given = article.published
    return date.fromisoformat(given.value[:10]) if given and given.basis in {"metadata", "stated"} else None


def of_sets(folder: Path = EVAL) -> dict[str, float]:
    """Return the share of days and of months told rightly, and the share of dated addresses that tell either."""
    some = [row for row in rows(folder) if row.day]
    told = [(value, row.day) for row in some if (value := told_by(row.url)) and row.day]
    days = [is_right(value, day) for value, day in told if len(value) == len("2031-05-14")]
    months = [is_right(value, day) for value, day in told if len(value) == len("2031-05")]
    return {
        "days": sum(days) / len(days),
        "months": sum(months) / len(months),
        "worst scheme": min(tally.share() for tally in tallies(some).values() if tally.fired() >= SEEN),
        "told": len(told) / len(some),
    }


def cell(some: Sequence[bool]) -> str:
    """Return how many of how many."""
    return f"{sum(some)} of {len(some)}" if some else "-"


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--texts", type=int, default=0)
    parser.add_argument("--pages", action="store_true")
    options = parser.parse_args()
    if not all((EVAL / file).exists() for file in FILES):
        print(f"SKIPPED: {EVAL.name} is not here")
        return 0
    some = list(rows(EVAL))
    print(f"{'scheme':32}{'right of fired':>18}{'BASIL':>14}{'weekday':>20}")
    for name, tally in tallies(some).items():
        every = [one for right in tally.right.values() for one in right]
        near = f"{cell(tally.weekday)} ({statistics.mean(tally.weekday):.2f})" if tally.weekday else "-"
        print(f"{name:32}{cell(every):>18}{cell(tally.right[FILES[-1]]):>14}{near:>24}")
        for miss in tally.misses[: options.misses]:
            print(f"    {miss}")
    without, told, fits = beside_siblings(some)
    print(
        f"WikiNews without a date: {without}; told by the address: {told}; as other reports of the event: {cell(fits)}"
    )
    print("  ".join(f"{name} {value:.4f}" for name, value in of_sets().items()))
    if options.pages:
        print("AEB pages: " + ", ".join(cell(right) for _, right in sorted(pages(EVAL / "html" / "aeb").items())))
    if options.texts:
        texts(EVAL, options.texts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
