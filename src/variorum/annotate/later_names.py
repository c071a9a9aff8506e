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
"""Sentences after which the name no longer belongs to the description."""


def join_later_names(discourse: Discourse) -> None:
    """Join each person described in an article's opening to the one person named later in the same role."""
    named = [thing for thing in discourse.alive() if thing.name and thing.type == "person" and thing.sightings]
    for thing in discourse.alive():
        if thing.name or thing.plural or thing.type != "person" or not thing.sightings or not _is_office(thing):
            continue
        first = thing.sightings[0].sentence
        if first <= OPENING:
            fitting = [person for person in named if _follows(thing, person)]
            if len(fitting) == 1:
                fitting[0].absorb(thing)


def _is_office(thing: Thing) -> bool:
    return any(role.kind in column("offices", "class") for role in thing.roles)


def _follows(thing: Thing, person: Thing) -> bool:
    gap = person.sightings[0].sentence - thing.sightings[0].sentence
    agrees = not (thing.gender and person.gender and thing.gender != person.gender)
    return 0 <= gap <= WAIT and agrees and fits(thing.roles[0], person)
