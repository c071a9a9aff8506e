"""Names of places."""

from __future__ import annotations

from functools import cache

from variorum.lexicon.spellings import spellings
from variorum.relate.entities._likeness import DIFFERENT, Likeness
from variorum.relate.entities._words import key
from variorum.text.edits import edits
from variorum.text.romanisation import plain

LONG = 8
"""Letters of a place's name in which one may be a slip: shorter ones are too often two places."""


@cache
def _known() -> dict[str, str]:
    found: dict[str, str] = {}
    for table, keys, value in (
        ("countries", ("name", "aliases"), "code"),
        ("places", ("place", "aliases"), "place"),
    ):
        for name, meant in spellings(table, keys, value).items():
            found.setdefault(plain(name), meant)
    for capital in spellings("countries", ("capital",), "code"):
        found.setdefault(plain(capital), capital)
    return found


def known_place(name: str) -> str:
    """Return what the tables call the place that a name means, `""` if they do not hold it."""
    return _known().get(plain(name), "")


def same_place(a: str, b: str) -> Likeness:
    """Tell whether two names can be one place's."""
    one, other = _known().get(plain(a)), _known().get(plain(b))
    if one and one == other:
        return Likeness("known", f"“{a}” and “{b}” are names of one place")
    if one and other:
        return DIFFERENT
    keys = "".join(map(key, plain(a).split())), "".join(map(key, plain(b).split()))
    if keys[0] == keys[1]:
        return Likeness("spelling", f"“{a}” and “{b}” are romanisations of one name")
    if min(map(len, keys)) >= LONG and edits(*keys, 1) == 1:
        return Likeness("letters", f"“{a}” and “{b}” differ by one letter")
    return DIFFERENT
