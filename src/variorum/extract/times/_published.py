"""When an article without a date was published, as far as its words tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.extract.times._tense import tense
from variorum.model import Published

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Annotated, Timex

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\d{4}(?!\d)")
LEAD = 600
"""Code points in which news tells its newest day. Of 330 reports of news whose date was taken away the latest day told
as past anywhere gave 81 a date, 22 of them one of the three days before publication; a day of the lead without a year,
with none later, gave 5, each at most two days old."""


def infer_published(annotated: Annotated, times: Sequence[Timex]) -> Published | None:
    """Return the day that the lead tells as past without a year: the article was published then or soon after.

    News writes "on January 12" of its own days, and the year of others. Where nothing tells which year it was, where
    the text tells a later day or year as past, and where the lead tells no such day, the answer is `None`.
    """
    past = [t for t in times if t.type in {"DATE", "TIME"} and _is_past(annotated, t)]
    told = {t.value.split("/")[-1][:10] for t in past}
    lead = {t.value.split("/")[-1][:10] for t in past if t.inferred and t.start < LEAD}
    day = max(filter(_DAY.match, lead), default=None)
    if day is None or any(value > day for value in told if _YEAR.match(value)):
        return None
    return Published(day, "inferred")


def _is_past(annotated: Annotated, timex: Timex) -> bool:
    tokens = annotated.tokens_within(timex.start, timex.end)
    return bool(tokens) and tense(annotated, tokens[0].i, tokens[-1].i + 1) == "past"
