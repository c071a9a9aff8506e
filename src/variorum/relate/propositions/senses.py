"""Words that news uses for one thing."""

from __future__ import annotations

from functools import cache

from variorum.lexicon import rows
from variorum.text.spelling import one_spelling


def sense(word: str, part: str = "") -> str:
    """Return the word that stands for all that news uses for one thing, `word` itself where it is alone.

    `part` is the part of speech: to *charge* somebody is to prosecute, a *charge* is an accusation.
    """
    return _table().get((word, part)) or _table().get((word, "")) or word


@cache
def senses() -> dict[str, str]:
    """Return the words that news uses for one thing ("die", "be killed") as any part of speech, each with its sense."""
    return {word: found for (word, part), found in _table().items() if not part}


@cache
def telling(measure: str) -> frozenset[str]:
    """Return the words that tell a measure, as words count: "killed" is told by "die" and by "death"."""
    told = [row["word"] for row in rows("figure_measures") if row["measure"] in measure.split(" or ")]
    return frozenset(sense(one_spelling(word), part) for word in told for part in ("", "VERB", "NOUN"))


@cache
def _table() -> dict[tuple[str, str], str]:
    """Return the senses by word and part of speech, in one spelling; the first entry of a word wins."""
    table: dict[tuple[str, str], str] = {}
    for row in rows("senses"):
        for word in row["words"].split("|"):
            table.setdefault((one_spelling(word), row["part"]), one_spelling(row["sense"]))
    return table
