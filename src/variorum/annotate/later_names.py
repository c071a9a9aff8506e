"""Descriptions whose name comes later: 'a government minister said' … 'Housing Minister Aron Vale'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotate.things import Thing, fits
from variorum.lexicon import column

if TYPE_CHECKING:
    from variorum.annotate.discourse import Discourse

OPENING = 6
"""Sentences of an article in which a description may wait for its name: leads withhold it for one or two paragraphs."""
WAIT = 10
"""Sentences after which a name no longer belongs to the description."""


def join_later_names(discourse: Discourse) -> None:
    """Join each person who is only described to the one person named later in the same role.

    A description in an article's opening waits for the name of an office; one that began with 'the' waits for ever.
    """
    named = [thing for thing in discourse.alive() if thing.name and thing.type == "person" and thing.sightings]
    for thing in discourse.alive():
        if thing.name or thing.plural or thing.type != "person" or not thing.sightings:
            continue
        if _waits(discourse, thing):
            fitting = [person for person in named if _follows(thing, person)]
            if len(fitting) == 1:
                fitting[0].absorb(thing)


def _waits(discourse: Discourse, thing: Thing) -> bool:
    first = thing.sightings[0]
    office = any(role.kind in column("offices", "class") for role in thing.roles)
    known = discourse.annotated.tokens[first.token - 1].lower == "the" if first.token else False
    return (office and first.step <= OPENING) or (known and thing.roles[0].noun not in {"man", "woman", "person"})


def _follows(thing: Thing, person: Thing) -> bool:
    gap = person.sightings[0].step - thing.sightings[0].step
    agrees = not (thing.gender and person.gender and thing.gender != person.gender)
    same_noun = any(role.noun == thing.roles[0].noun for role in person.roles)
    return 0 <= gap <= WAIT and agrees and same_noun and fits(thing.roles[0], person)
