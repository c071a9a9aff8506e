"""Words that news uses for one thing."""

from __future__ import annotations

from functools import cache

from variorum.lexicon import rows


@cache
def senses() -> dict[str, str]:
    """Return the words that news uses for one thing ("die", "be killed"), each with the word that stands for all."""
    return {word: row["sense"] for row in rows("senses") for word in row["words"].split("|")}
