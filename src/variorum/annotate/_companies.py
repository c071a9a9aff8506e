"""Which names of an article name companies, by what stands beside them: most names do not tell it themselves."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon import column, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.annotate._capitals import Run
    from variorum.annotate.names import Name
    from variorum.model import Annotated

REACH = 3
"""Words beside a name in which a sign is looked for: the longest sign has four, and is told by its last or first."""
_TICKER = re.compile(r"\s?\((?:NYSE|NASDAQ|Nasdaq|LSE|[A-Z]{2,5}(?:\.[A-Z]{1,2})?,)[^)]{0,24}\)")


def companies(annotated: Annotated, names: Sequence[Name], keys: Sequence[str]) -> frozenset[str]:
    """Return the keys of the things of which one name at least has a sign that it is a company's."""
    signs = (
        key for name, key in zip(names, keys, strict=True) if name.type == "organization" and is_told(annotated, name)
    )
    return frozenset(signs)


def is_told(annotated: Annotated, name: Name | Run) -> bool:
    """Tell whether words beside a name, or the end of its own, tell that it is a company's."""
    text, tokens = annotated.article.text, annotated.tokens
    last = tokens[name.last - 1]
    if last.lower.rstrip(".") in column("legal_forms", "form") and name.last - name.first > 1:
        return True
    if _TICKER.match(text, last.end):
        return True
    after = " ".join(t.lower for t in tokens[name.last : name.last + REACH + 1] if t.lower not in {"'s", "’s"})
    before = " ".join(t.lower for t in tokens[max(0, name.first - REACH - 1) : name.first] if t.lower != "the")
    return bool(_signs("after").match(after) or _signs("before").search(before))


@cache
def _signs(side: str) -> re.Pattern[str]:
    told = sorted((row["words"] for row in rows("company_signs") if row["side"] == side), key=lambda w: (-len(w), w))
    joined = "|".join(map(re.escape, told))
    return re.compile(rf"(?:{joined})\b" if side == "after" else rf"\b(?:{joined})\Z")
