"""Words that news uses for one thing."""

from __future__ import annotations

from functools import cache

from variorum.lexicon import rows


@cache
def senses() -> dict[str, str]:
    """Return the words that news uses for one thing ("die", "be killed"), each with the word that stands for all."""
    return {word: row["sense"] for row in rows("senses") for word in row["words"].split("|")}


@cache
def telling(measure: str) -> frozenset[str]:
    """Return the words that tell a measure, as words count: "killed" is told by "die" and by "death"."""
    told = (row["word"] for row in rows("figure_measures") if row["measure"] in measure.split(" or "))
    return frozenset(senses().get(word, word) for word in told)
