"""Times: TIMEX3 spans, types and values of an article, as imprecise as its words.

The grammar stands in the tables `time_grammar`, `time_macros` and `time_words`; this package finds its phrases,
reckons them from the day of publication or from the day being told, and never from the day on which it runs.
The values are TimeML's (TIMEX3, TimeML 1.2.1, with ISO 8601 and X for what is not known), as TempEval-3 uses them
(UzZaman et al. 2013).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.extract.times._phrases import phrases
from variorum.extract.times._published import infer_published
from variorum.extract.times._reference import reference
from variorum.extract.times._resolve import resolve
from variorum.extract.times._years import inferred_reference
from variorum.model import Timex

if TYPE_CHECKING:
    from variorum.model import Annotated

__all__ = ["infer_published", "times"]


def times(annotated: Annotated) -> list[Timex]:
    """Return the times that an article speaks of, in reading order.

    Weekdays, months and words like "yesterday" are reckoned from `article.published`. Without it, the year comes from
    the dates that the text states in full (the value is marked `inferred`), else the value stays partial
    (`XXXX-01-12`). A decade is `199X`, a century `19` (the twentieth), a run of days `2031-05-09/2031-05-11`.
    """
    found = phrases(annotated)
    ref = reference(annotated.article.published) or inferred_reference(annotated, found)
    article = annotated.article
    return [
        Timex(article.id, p.start, p.end, article.text[p.start : p.end], r.type, r.value, r.inferred, p.rule)
        for r in resolve(annotated, found, ref)
        for p in (r.phrase,)
    ]
