"""From the mentions of each article to the entities of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.relate.entities._capitals import join_capitals
from variorum.relate.entities._clusters import Clusters
from variorum.relate.entities._decided import apply
from variorum.relate.entities._descriptions import join_descriptions
from variorum.relate.entities._locals import local_things
from variorum.relate.entities._names import join_bare_names, join_equal_names, join_like_names
from variorum.relate.entities._naming import entity
from variorum.relate.entities._short_bodies import join_short_bodies

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Annotated, Entity, Reading
    from variorum.relate.decisions import Identity


def entities(
    annotated: Sequence[Annotated], readings: Sequence[Reading], decisions: Sequence[Identity] = ()
) -> tuple[list[Entity], Mapping[tuple[str, str], str]]:
    """Return the entities of all articles, and which of them each article's own thing is.

    Listed is what has a name, and whoever is the source of a statement. Ids follow the first mention in the order of
    the articles. What could be two stays apart and says so in `why`; nothing is joined on likeness of descriptions
    but bodies and offices of a country, of which there is one. `decisions` are people's, and stand above all rules.
    """
    things = local_things(annotated, readings)
    clusters = Clusters(things)
    join_equal_names(clusters)
    join_like_names(clusters)
    join_short_bodies(clusters)
    join_bare_names(clusters)
    join_descriptions(clusters)
    join_capitals(clusters)
    apply(clusters, decisions)
    groups = [group for group in clusters.groups() if any(thing.names or thing.is_source for thing in group)]
    found = [entity(f"e{n}", group, clusters.why(group)) for n, group in enumerate(groups, 1)]
    ids = {(t.article, t.local): e.id for e, group in zip(found, groups, strict=True) for t in group}
    return found, ids
