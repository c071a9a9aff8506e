"""Whether two propositions are the words of two speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.relate.propositions.taking import Proposition


def two_speak(a: Proposition, b: Proposition) -> bool:
    """Tell whether two are the words of two speakers, and not of one or of an article itself."""
    one, other = a.statement.source, b.statement.source
    if one is None or other is None:
        return False
    if one.entity and other.entity:
        return one.entity != other.entity
    return one.text.casefold() != other.text.casefold()
