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
    first, second = sorted((a, b), key=lambda name: (-len(name), name))
    if first == second and any(c.isalnum() for c in first):
        return Likeness("equal", f"the same name “{first}”")
    if not plain(first) or not plain(second):
        return DIFFERENT
    if plain(first) == plain(second):
        return Likeness("equal", f"“{first}” and “{second}” are the same letters")
    if kind == "person":
        return same_person(first, second)
    if kind == "place":
        return same_place(first, second)
    return same_body(first, second)
