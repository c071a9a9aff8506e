"""Decisions on who is who: mentions that are another one within their article, and things that are one over all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from variorum.relate.decisions._places import Ruling, stale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Annotated, Mention, Problem, Reading, Speaker
    from variorum.relate.decisions._places import Place

Local = tuple[str, str]
"""An article and its own number for a thing."""


class Identity(NamedTuple):
    """Things of several articles that a decision makes one; `apart` takes them out of all else first."""

    members: tuple[Local, ...]
    apart: bool
    why: str


def parted(
    annotated: Sequence[Annotated], readings: Sequence[Reading], ruled: Sequence[Ruling]
) -> tuple[list[Annotated], list[Reading]]:
    """Give the mentions of a spelling that is somebody else a number of their own, in the articles decided on.

    A thing with no other name keeps its number, and its descriptions and pronouns stay with it.
    """
    renamed: dict[str, dict[tuple[int, int], str]] = {}
    for one in annotated:
        renamed[one.article.id] = {}
        for ruling in (r for r in ruled if r.decision.verb == "split-entity"):
            renamed[one.article.id] |= _renamed(one, ruling)
    return (
        [replace(one, mentions=_mentions(one, renamed[one.article.id])) for one in annotated],
        [_reading(reading, renamed[reading.article]) for reading in readings],
    )


def _renamed(annotated: Annotated, ruling: Ruling) -> dict[tuple[int, int], str]:
    """Return the new number of each mention that changes it, by its place."""
    at = [m for p in ruling.places if (m := mention(annotated, p))]
    found: dict[tuple[int, int], str] = {}
    for local in {m.entity for m in at}:
        forms = {m.text for m in at if m.entity == local}
        named = [m for m in annotated.mentions if m.entity == local and m.kind == "name"]
        if any(m.text not in forms for m in named):
            number = f"{local}/{ruling.decision.id}"
            found |= {(m.start, m.end): number for m in annotated.mentions if m.entity == local and m.text in forms}
    return found


def _mentions(annotated: Annotated, renamed: Mapping[tuple[int, int], str]) -> tuple[Mention, ...]:
    return tuple(replace(m, entity=renamed.get((m.start, m.end), m.entity)) for m in annotated.mentions)


def _reading(reading: Reading, renamed: Mapping[tuple[int, int], str]) -> Reading:
    def known(speaker: Speaker) -> Speaker:
        inside = (n for (s, e), n in renamed.items() if speaker.start <= s and e <= speaker.end)
        own = (n for n in inside if n.startswith(f"{speaker.entity}/"))
        return replace(speaker, entity=next(own, speaker.entity))

    if not renamed:
        return reading
    return replace(
        reading,
        statements=tuple(
            replace(s, source=s.source and known(s.source), via=tuple(map(known, s.via))) for s in reading.statements
        ),
        caveats=tuple(replace(c, source=c.source and known(c.source)) for c in reading.caveats),
    )


def joined(annotated: Sequence[Annotated], ruled: Sequence[Ruling]) -> tuple[list[Identity], list[Problem]]:
    """Return what the decisions make one thing or take out of one, and those that name nobody any more."""
    by_id = {one.article.id: one for one in annotated}
    things: list[Identity] = []
    problems: list[Problem] = []
    for ruling in (r for r in ruled if r.decision.verb in {"merge-entity", "split-entity"}):
        found = [mention(by_id[place.article], place) for place in ruling.places]
        members = tuple(dict.fromkeys((m.article, m.entity) for m in found if m))
        if None in found:
            words = ruling.decision.anchors[found.index(None)].text
            problems.append(stale(ruling.decision, f"“{words}” is not read as anybody's name there"))
        else:
            things.append(Identity(members, ruling.decision.verb == "split-entity", ruling.why))
    return sorted(things, key=lambda thing: not thing.apart), problems


def mention(annotated: Annotated, place: Place) -> Mention | None:
    """Return the mention at a place: the one that fits it best, if any fits it at all."""
    found = (m for m in annotated.mentions if place.shared(m.start, m.end))
    return max(found, key=lambda m: place.fits(m.start, m.end), default=None)
