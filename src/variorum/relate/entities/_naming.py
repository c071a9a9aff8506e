"""From joined things to an entity: its name, its forms and where it is meant."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from variorum.model import Entity, Form, reference
from variorum.relate.entities._locals import bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import EntityType
    from variorum.relate.entities._locals import Thing


def entity(number: str, things: Sequence[Thing], why: tuple[str, ...]) -> Entity:
    """Return joined things as one entity; its name is the fullest, of those the most frequent, then the first."""
    mentions = tuple(reference(m) for thing in things for m in thing.mentions)
    return Entity(number, _type(things), _name(things), _forms(things), mentions, why)


def _type(things: Sequence[Thing]) -> EntityType:
    votes = Counter(thing.type for thing in things if thing.names) or Counter(thing.type for thing in things)
    return votes.most_common(1)[0][0]


def _name(things: Sequence[Thing]) -> str:
    names = Counter(bare(m.text) for thing in things for m in thing.mentions if m.kind == "name")
    if names:
        return max(names, key=lambda name: (_rank(name), names[name]))
    described = [m.text for thing in things for m in thing.mentions if m.kind == "nominal"]
    return " ".join((described or [things[0].mentions[0].text])[0].split())


def _rank(name: str) -> int:
    """Return how full a name is: an acronym least, then by words; more than four words are no better than four."""
    return 0 if name.isupper() and " " not in name else min(len(name.split()), 4)


def _forms(things: Sequence[Thing]) -> tuple[Form, ...]:
    return tuple(
        Form(text, thing.article, count)
        for thing in things
        for text, count in Counter(" ".join(m.text.split()) for m in thing.mentions if m.kind != "pronoun").items()
    )
