"""Whether two spellings can be the same name, and why.

The rules go from the surest to the weakest and the first that holds decides; no score is added up, because no string
distance is safe alone: Jaro-Winkler puts two brothers of a ruling family nearer to each other than one of them to his
own name in another romanisation. Measured by `bench/names.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.relate.entities._bodies import same_body
from variorum.relate.entities._likeness import DIFFERENT, Likeness
from variorum.relate.entities._persons import same_person
from variorum.relate.entities._places import same_place
from variorum.text.romanisation import plain

if TYPE_CHECKING:
    from variorum.model import EntityType


def same_name(a: str, b: str, kind: EntityType) -> Likeness:
    """Tell whether two names of things of one kind can name the same, and by which rule; the order does not matter."""
    if plain(a) == plain(b) and plain(a):
        return Likeness("equal", f"“{a}” and “{b}” are the same letters" if a != b else f"the same name “{a}”")
    if not plain(a) or not plain(b):
        return DIFFERENT
    first, second = sorted((a, b), key=lambda name: (-len(name), name))
    if kind == "person":
        return same_person(first, second)
    if kind == "place":
        return same_place(first, second)
    return same_body(first, second)
