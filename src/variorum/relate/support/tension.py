"""Tension within a claim: what one report tells as certain and another as possible, wanted, due or conditional.

No contradiction, so it parts nothing: the two stand side by side, and the claim says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.relate.propositions.taking import Proposition

CERTAIN = frozenset({"done", "ahead"})
WORDS = {"done": "as done", "ahead": "as coming", "wanted": "as wanted", "due": "as due", "possible": "as possible"}
CONDITIONAL = "on a condition"


def tensions(group: Sequence[Proposition]) -> list[str]:
    """Return a line for each deed asserted in several articles that some tell as certain and others do not."""
    told: dict[str, dict[str, Proposition]] = {}
    for p in group:
        if mood := _mood(p):
            told.setdefault(p.details.root, {}).setdefault(mood, p)
    return [line for root, moods in told.items() if (line := _line(root, moods))]


def _mood(p: Proposition) -> str:
    return next((d.mood for d in p.details.deeds if d.word == p.details.root), "")


def _line(root: str, moods: dict[str, Proposition]) -> str | None:
    certain = next((mood for mood in moods if mood in CERTAIN), None)
    open_still = next((mood for mood in moods if mood not in CERTAIN), None)
    if certain is None or open_still is None or moods[certain].article == moods[open_still].article:
        return None
    first, second = ((moods[m], WORDS.get(m, CONDITIONAL)) for m in (certain, open_still))
    told = ", ".join(f"“{p.text}” ({how}) in {p.statement.id}" for p, how in (first, second))
    return f"tension, not contradiction, on “{root}”: {told}"
