"""The names in an article: the engine's, put right by tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Annotated, EntityType

KINDS: dict[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "PRODUCT": "other",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}


class Name(NamedTuple):
    """A name: a run of tokens, last excluded, and the type of thing it names."""

    first: int
    last: int
    type: EntityType


def names(annotated: Annotated, begins: Sequence[bool]) -> list[Name]:
    """Return the names in reading order; `begins` tells for each token whether the engine begins a name there."""
    found: list[Name] = []
    for token in annotated.tokens:
        kind = KINDS.get(token.entity)
        if kind is None:
            continue
        if begins[token.i] or not found or found[-1].last != token.i:
            found.append(Name(token.i, token.i + 1, kind))
        else:
            found[-1] = found[-1]._replace(last=token.i + 1)
    return found
