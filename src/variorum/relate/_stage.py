"""From the readings of the articles to what ties them together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.model import Relations
from variorum.relate.claims import Evidence, claims, marks
from variorum.relate.decisions import decided, heeded, notes
from variorum.relate.entities import entities
from variorum.relate.events import events, several
from variorum.relate.figures.groups import Groups, figure_groups
from variorum.relate.figures.past import today
from variorum.relate.figures.scopes import nested, scopes
from variorum.relate.figures.unmeasured import with_unmeasured
from variorum.relate.grouping.groups import grouped
from variorum.relate.linking import full_names, linked
from variorum.relate.propositions.taking import asserting, propositions, word_keys
from variorum.relate.reuse import reuse
from variorum.relate.support.doubts import about, touches
from variorum.relate.twins import Twins
from variorum.relate.utterances import utterances

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Annotated, Article, Caveat, Claim, Decision, Entity, Reading, Vectors
    from variorum.relate.figures.scopes import Scope


def relate(
    annotated: Sequence[Annotated],
    readings: Sequence[Reading],
    vectors: Mapping[str, Vectors],
    decisions: Sequence[Decision] = (),
) -> Relations:
    """Find who is who, who copied whom, what the articles assert together and what it rests on.

    `vectors` are those of the propositions by their words; without them words alone decide. People's
    `decisions` stand above what is found; those that do not fit are among the problems.
    """
    articles = [one.article for one in annotated]
    twins = Twins(articles, readings)
    heed = heeded(decisions, *_originals(annotated, readings, twins))
    known, names = entities(heed.annotated, heed.readings, heed.identities)
    people = full_names(known)
    read = [linked(reading, names, people) for reading in heed.readings]
    keys = {one.article.id: word_keys(one, names) for one in heed.annotated}
    said = utterances(articles, [s for r in read for s in r.statements], {entity.id: entity for entity in known})
    event = events(keys)
    counted = _figure_groups(heed.annotated, read, keys, (known, event))
    found = propositions(heed.annotated, read, keys, event)
    judged, unread = decided(heed.ruled, found)
    grouping = grouped(found, vectors, said, (counted.groups, counted.declined), judged)
    read, known = twins.readings(read), twins.entities(known)
    evidence = Evidence(
        {a.id: a for a in articles},
        {entity.id: entity for entity in known},
        reuse(articles, read),
        twins.groups(with_unmeasured(counted.groups, grouping.groups)),
        _doubts(articles, read),
        grouping.links,
        heed.lines(found, judged.touched, names),
        heed.apart(names),
        counted.earlier,
    )
    statements = {s.id: s for r in read for s in r.statements}
    groups = [twins.propositions(group, statements) for group in grouping.groups]
    asserted = claims(groups, grouping.opposed, evidence)
    written, unwritten = notes(heed.ruled, asserted, statements)
    others = several(articles, twins.events(event))
    return Relations(
        readings=tuple(_tied(article, reading, asserted) for article, reading in zip(articles, read, strict=True)),
        entities=tuple(known),
        reuse=tuple(evidence.reuse),
        claims=tuple(asserted),
        utterances=tuple(twins.utterances(said)),
        figure_groups=tuple(evidence.figure_groups),
        not_compared=tuple(twins.declined(counted.declined)),
        marks=marks(asserted, statements, _figures_of(read), evidence),
        problems=tuple(dict.fromkeys([*others, *heed.problems, *unread, *grouping.problems, *unwritten])),
        notes=tuple(written),
    )


def _originals(
    annotated: Sequence[Annotated], readings: Sequence[Reading], twins: Twins
) -> tuple[list[Annotated], list[Reading]]:
    """Leave out exact copies: what they say is said once."""
    return (
        [one for one in annotated if twins.is_original(one.article.id)],
        [one for one in readings if twins.is_original(one.article)],
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
    last = today([one.article for one in annotated])
    for one, reading in zip(annotated, readings, strict=True):
        found = scopes(one, reading, keys[one.article.id], places, last)
        where |= {name: replace(scope, event=event[one.article.id]) for name, scope in found.items()}
    figures = [f for r in readings for f in r.figures]
    return figure_groups([one.article for one in annotated], figures, where, nested(annotated, keys, places))


def _figures_of(readings: Sequence[Reading]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for reading in readings:
        for figure in reading.figures:
            found.setdefault(figure.statement or "", []).append(figure.id)
    return found


def _doubts(articles: Sequence[Article], readings: Sequence[Reading]) -> dict[str, list[Caveat]]:
    """Return the caveats of each statement they speak of."""
    found: dict[str, list[Caveat]] = {}
    for article, reading in zip(articles, readings, strict=True):
        same = {s.id: (s.id,) for s in asserting(article, reading)}
        for caveat in reading.caveats:
            for statement in about(caveat, article, reading, same):
                found.setdefault(statement, []).append(caveat)
    return found


def _tied(article: Article, reading: Reading, asserted: Sequence[Claim]) -> Reading:
    """Return the reading with the claims that each caveat speaks of."""
    said = {s.id: s for s in reading.statements}
    places = [(a, c.id) for c in asserted for a in c.appearances if a.statement in said]

    def claims_of(caveat: Caveat) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for appearance, claim in places:
            if touches(caveat, said[appearance.statement], appearance.words):
                found.setdefault(appearance.statement, []).append(claim)
        return found

    tied = (replace(c, claims=about(c, article, reading, claims_of(c))) for c in reading.caveats)
    return replace(reading, caveats=tuple(tied))
