"""A capital that speaks is its country's government; a capital where something happens is a town."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.lexicon.spellings import spellings

if TYPE_CHECKING:
    from variorum.relate.entities._clusters import Clusters


def join_capitals(clusters: Clusters) -> None:
    """Join a capital to its country in the articles where all its mentions are sources of statements."""
    codes = spellings("countries", ("name", "aliases"), "code")
    capitals = spellings("countries", ("capital",), "code")
    countries = {codes[t.name]: t for t in reversed(clusters.things) if t.type == "place" and t.name in codes}
    for thing in clusters.things:
        country = countries.get(capitals.get(thing.name, "")) if thing.speaks_only else None
        if country is None or country.name == thing.name:
            continue
        clusters.split(thing)
        clusters.join(country, thing, f"“{thing.name}” speaks for the government of {country.name}", within=True)
