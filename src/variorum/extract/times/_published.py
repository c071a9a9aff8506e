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
_MONTH = re.compile(r"\d{4}-\d\d")
_YEAR = re.compile(r"\d{4}(?!\d)")


def infer_published(annotated: Annotated, times: Sequence[Timex]) -> Published | None:
    """Return the latest day that the text tells as past: the article was published then or soon after.

    A month told as past that is later than every such day is returned as a month. A later year shows that the days are
    history; then, and where no day is told as past, the answer is `None`.
    """
    past = [t.value.split("/")[-1] for t in times if t.type in {"DATE", "TIME"} and _is_past(annotated, t)]
    days = [value[:10] for value in past if _DAY.match(value)]
    months = [value for value in past if _MONTH.fullmatch(value)]
    years = [int(value[:4]) for value in past if _YEAR.match(value)]
    day, month = max(days, default=None), max(months, default="")
    if day is None:
        return None
    value = month if month > day[:7] else day
    return None if max(years) > int(value[:4]) else Published(value, "inferred")


def _is_past(annotated: Annotated, timex: Timex) -> bool:
    tokens = annotated.tokens_within(timex.start, timex.end)
    return bool(tokens) and tense(annotated, tokens[0].i, tokens[-1].i + 1) == "past"
