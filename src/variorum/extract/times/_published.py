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


def infer_published(annotated: Annotated, times: Sequence[Timex]) -> Published | None:
    """Return the latest day that the text tells as past, as when it was published at the earliest; `None` if none.

    A year later than that day, also told as past, shows that the day is history: then nothing is known.
    """
    past = [t for t in times if t.type in {"DATE", "TIME"} and _is_past(annotated, t)]
    days = [t.value.split("/")[-1][:10] for t in past if _DAY.match(t.value)]
    years = [int(t.value[:4]) for t in past if _YEAR.match(t.value)]
    latest = max(days, default=None)
    if latest is None or max(years) > int(latest[:4]):
        return None
    return Published(latest, "inferred")


def _is_past(annotated: Annotated, timex: Timex) -> bool:
    tokens = annotated.tokens_within(timex.start, timex.end)
    return bool(tokens) and tense(annotated, tokens[0].i, tokens[-1].i + 1) == "past"
