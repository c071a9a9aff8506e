"""How far two words are apart in single letters."""

from __future__ import annotations

from rapidfuzz.distance import OSA, JaroWinkler


def edits(a: str, b: str, most: int = 3) -> int:
    """Return how many letters must be changed, added, dropped or swapped with the next; `most + 1` if more than `most`.

    Optimal string alignment (Damerau 1964): a swap of neighbours, the commonest slip of the keyboard, counts one.
    """
    return int(OSA.distance(a, b, score_cutoff=most))


def likeness(a: str, b: str) -> float:
    """Return how alike two words are from 0 to 1, their beginnings weighing more (Jaro 1989, Winkler 1990)."""
    return float(JaroWinkler.similarity(a, b))
