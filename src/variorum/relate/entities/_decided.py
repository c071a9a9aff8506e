"""What people have decided about who is who: last, and above every rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.relate.decisions import Identity
    from variorum.relate.entities._clusters import Clusters


def apply(clusters: Clusters, decisions: Sequence[Identity]) -> None:
    """Take out of their clusters what is decided to be somebody else, and make one what is decided to be one."""
    by_name = {(thing.article, thing.local): thing for thing in clusters.things}
    for decision in decisions:
        members = [by_name[name] for name in decision.members if name in by_name]
        if decision.apart:
            for thing in members:
                clusters.split(thing)
        for thing in members:
            clusters.join(members[0], thing, decision.why, within=True)
            clusters.note(thing, decision.why)
