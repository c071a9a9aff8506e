"""From the readings of the articles to what ties them together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.model import Relations
from variorum.relate.claims import Evidence, claims, marks
from variorum.relate.decisions import decided, heeded, notes
from variorum.relate.doubts import about
from variorum.relate.entities import entities
from variorum.relate.events import events, several
from variorum.relate.figure_groups import Groups, figure_groups
from variorum.relate.grouping import grouped
from variorum.relate.linking import full_names, linked
from variorum.relate.propositions import propositions, word_keys
from variorum.relate.reuse import reuse
from variorum.relate.scopes import nested, scopes
from variorum.relate.utterances import utterances

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Annotated, Caveat, Claim, Decision, Entity, Reading
    from variorum.relate.scopes import Scope


def relate(
    annotated: Sequence[Annotated],
    readings: Sequence[Reading],
    vectors: Mapping[str, Sequence[float]],
    decisions: Sequence[Decision] = (),
) -> Relations:
    """Find who is who, who copied whom, what the articles assert together and what it rests on.

    `vectors` are unit vectors of the propositions by their words; without them words alone decide. People's
    `decisions` stand above what is found; those that do not fit are among the problems.
    """
    articles = [one.article for one in annotated]
    heed = heeded(decisions, annotated, readings)
    annotated, readings = heed.annotated, heed.readings
    known, names = entities(annotated, readings, heed.identities)
    by_id = {entity.id: entity for entity in known}
    people = full_names(known)
    read = [linked(reading, names, people) for reading in readings]
    keys = {one.article.id: word_keys(one, names) for one in annotated}
    copies = reuse(articles, read)
    said = utterances(articles, [s for r in read for s in r.statements], by_id)
    event = events(keys)
    said_of_events = several(articles, event)
    counted = _figure_groups(annotated, read, keys, (known, event))
    found = propositions(annotated, read, keys, event)
    judged, unread = decided(heed.ruled, found)
    grouping = grouped(found, vectors, said, (counted.groups, counted.declined), judged)
    evidence = Evidence(
        {a.id: a for a in articles},
        by_id,
        copies,
        counted.groups,
        _doubts(annotated, read),
        grouping.links,
        heed.lines(found, judged.touched, names),
        heed.apart(names),
    )
    asserted = claims(grouping.groups, grouping.opposed, evidence)
    statements = {s.id: s for r in read for s in r.statements}
    written, unwritten = notes(heed.ruled, asserted, statements)
    return Relations(
        readings=tuple(_tied(one, reading, asserted) for one, reading in zip(annotated, read, strict=True)),
        entities=tuple(known),
        reuse=tuple(copies),
        claims=tuple(asserted),
        utterances=tuple(said),
        figure_groups=tuple(counted.groups),
        not_compared=tuple(counted.declined),
        marks=marks(asserted, statements, _figures_of(read), evidence),
        problems=tuple(dict.fromkeys([*said_of_events, *heed.problems, *unread, *grouping.problems, *unwritten])),
        notes=tuple(written),
    )


def _figure_groups(
    annotated: Sequence[Annotated],
    readings: Sequence[Reading],
    keys: Mapping[str, Sequence[str]],
    given: tuple[Sequence[Entity], Mapping[str, int]],
) -> Groups:
    known, event = given
    places = frozenset(f"e:{e.id}" for e in known if e.type == "place")
    where: dict[str, Scope] = {}
    for one, reading in zip(annotated, readings, strict=True):
        found = scopes(one, reading, keys[one.article.id], places)
        where |= {name: replace(scope, event=event[one.article.id]) for name, scope in found.items()}
    figures = [f for r in readings for f in r.figures]
    return figure_groups([one.article for one in annotated], figures, where, nested(annotated, keys, places))


def _figures_of(readings: Sequence[Reading]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for reading in readings:
        for figure in reading.figures:
            found.setdefault(figure.statement or "", []).append(figure.id)
    return found


def _doubts(annotated: Sequence[Annotated], readings: Sequence[Reading]) -> dict[str, list[Caveat]]:
    """Return the caveats of each statement they speak of."""
    found: dict[str, list[Caveat]] = {}
    for one, reading in zip(annotated, readings, strict=True):
        same = {s.id: (s.id,) for s in reading.statements}
        for caveat in reading.caveats:
            for statement in about(caveat, one.article, reading, same):
                found.setdefault(statement, []).append(caveat)
    return found


def _tied(annotated: Annotated, reading: Reading, asserted: Sequence[Claim]) -> Reading:
    """Return the reading with the claims that each caveat speaks of."""
    claims_of: dict[str, list[str]] = {}
    for claim in asserted:
        for appearance in claim.appearances:
            claims_of.setdefault(appearance.statement, []).append(claim.id)
    tied = (replace(c, claims=about(c, annotated.article, reading, claims_of)) for c in reading.caveats)
    return replace(reading, caveats=tuple(tied))
