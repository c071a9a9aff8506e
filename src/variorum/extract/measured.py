"""Clauses of time that a length of time is measured from: "weeks after the vote", "shortly before it sank"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.model import Annotated, Token

OPENERS = frozenset({"after", "before"})


def measured(annotated: Annotated, verb: Token) -> bool:
    """Tell whether the clause of a verb is one: without it "the vote came weeks" would be left.

    Behind a comma both go together: "they took the mill, a day after it had closed".
    """
    mark = next((t for t in annotated.dependents(verb.i, "mark", "prep") if t.lower in OPENERS), None)
    if mark is None or not mark.i:
        return False
    before = annotated.tokens[mark.i - 1]
    unit = before.pos == "NOUN" and _units().get(before.lower) in {"unit", "units"}
    length = unit or (before.tag == "RB" and before.dep == "advmod" and before.head >= mark.i)
    left = min((i for i in annotated.children[before.i] if i < before.i), default=before.i)
    return length and annotated.tokens[left - 1].text != ","


@cache
def _units() -> Mapping[str, str]:
    """Return the units of time, "week" and "weeks"; other words of times belong to other classes."""
    return {row["word"]: row["class"] for row in rows("time_words") if row["class"] in {"unit", "units"}}
