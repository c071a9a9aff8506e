"""Which sentences tell of a time long before the report: what they count is of something else.

A report on one day's dead recalls those of other years. The time of a sentence without one of its own is that of the
sentence before it in its paragraph: temporal focus moves on from sentence to sentence (Webber 1988, Tense as Discourse
Anaphor).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from variorum.relate.propositions.days import stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Annotated, Article, Reading, Sentence

LONG = timedelta(days=60)
"""What is recalled lies years back, mostly; a count that still goes on (missing, infected) is a month old at most."""


def today(articles: Sequence[Article]) -> date | None:
    """Return the latest day on which a report was published, where any day is known."""
    days = (stretch(a.published.value) for a in articles if a.published)
    return max((day[1] for day in days if day), default=None)


def past(annotated: Annotated, reading: Reading, last: date | None) -> list[str | None]:
    """Return for each sentence the TIMEX3 value of the time long before `last` that it tells of, `None` for others."""
    found: list[str | None] = []
    for n, sentence in enumerate(annotated.sentences):
        values = _values(annotated, reading, sentence)
        if values:
            found.append(_long_ago(values, last))
        else:
            carried = n > 0 and annotated.sentences[n - 1].part == sentence.part
            found.append(found[-1] if carried else None)
    return found


def _values(annotated: Annotated, reading: Reading, sentence: Sentence) -> list[str]:
    """Return the values of a sentence's times that are on the calendar."""
    start, end = annotated.tokens[sentence.first].start, annotated.tokens[sentence.last - 1].end
    times = (t.value for t in reading.times if t.type in {"DATE", "TIME"} and start <= t.start and t.end <= end)
    return [value for value in times if stretch(value) or value.endswith("_REF")]


def _long_ago(values: Sequence[str], last: date | None) -> str | None:
    known = [(days[1], value) for value in values if (days := stretch(value))]
    if last is None or len(known) < len(values):
        return None
    newest, value = max(known)
    return value if newest < last - LONG else None
