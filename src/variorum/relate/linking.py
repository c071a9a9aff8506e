"""Speakers known within an article become speakers known across all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.lexicon import column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Entity, Reading, Speaker

LONGEST, SHORTEST = 4, 2
"""Words of a full name."""


def full_names(known: Sequence[Entity]) -> dict[str, str]:
    """Return the ids of persons by each full name that is nobody else's."""
    found: dict[str, set[str]] = {}
    for entity in known:
        if entity.type == "person":
            for form in entity.forms:
                if form.text.istitle() and SHORTEST <= len(form.text.split()) <= LONGEST:
                    found.setdefault(form.text, set()).add(entity.id)
    return {name: min(ids) for name, ids in found.items() if len(ids) == 1}


def _at_the_end(text: str, people: Mapping[str, str]) -> str | None:
    """Return whose full name a description ends with: not where the name only tells whose it is ("a lawyer for X")."""
    words = text.split()
    for length in range(LONGEST, SHORTEST - 1, -1):
        before = words[:-length]
        if " ".join(words[-length:]) in people and before and before[-1].lower() not in column("name_links", "word"):
            return people[" ".join(words[-length:])]
    return None


def linked(reading: Reading, names: Mapping[tuple[str, str], str], people: Mapping[str, str] | None = None) -> Reading:
    """Return the reading with every speaker's entity as the account numbers it, `None` where it has no number.

    `people` are `full_names`: "the president, Anna Ferro" is Anna Ferro, whoever "the president" is elsewhere.
    """

    def known(speaker: Speaker | None) -> Speaker | None:
        if speaker is None:
            return None
        own = _at_the_end(speaker.text, people or {})
        return replace(speaker, entity=own or names.get((reading.article, speaker.entity or "")))

    def relays(via: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
        return tuple(speaker for one in via if (speaker := known(one)))

    return replace(
        reading,
        statements=tuple(replace(s, source=known(s.source), via=relays(s.via)) for s in reading.statements),
        caveats=tuple(replace(c, source=known(c.source)) for c in reading.caveats),
    )
