"""What invented reports assert, by the real engine."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build import parsed
from variorum.extract import extract
from variorum.relate.propositions.taking import propositions, word_keys

if TYPE_CHECKING:
    from variorum.relate.propositions.taking import Proposition


def found_in(*texts: str) -> list[Proposition]:
    """Return the propositions of reports, whose mentions are left out."""
    annotated = [parsed(text) for text in texts]
    annotated = [
        replace(one, article=replace(one.article, id=f"a{n}"), mentions=()) for n, one in enumerate(annotated, 1)
    ]
    readings, statements, figures = [], 0, 0
    for one in annotated:
        readings.append(extract(one).renumbered(statements, figures))
        statements += len(readings[-1].statements)
        figures += len(readings[-1].figures)
    return propositions(annotated, readings, {one.article.id: word_keys(one, {}) for one in annotated})
