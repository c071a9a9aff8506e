"""A company by the first word of its name: "Northline" is "Northline Rail", whatever kind of name it was taken for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.lexicon import column
from variorum.relate.entities._places import known_place
from variorum.text.romanisation import plain

if TYPE_CHECKING:
    from variorum.relate.entities._clusters import Clusters
    from variorum.relate.entities._locals import Thing

TWO = 2


def join_short_bodies(clusters: Clusters) -> None:
    """Join a one-word name to the only company whose name begins with it; where there are several it stays apart.

    The company's full name is one, too, also where the engine took it for a person's in one report.
    """
    full = _companies(clusters)
    for names in full.values():
        for first, *others in [things for things in names.values() if things]:
            for other in others:
                clusters.join(first, other, f"“{other.name}” is a company in another report", within=True)
    for thing in clusters.things:
        companies = full.get(plain(thing.name), {}) if _may_be_short(thing) else {}
        if len(companies) == 1:
            company = next(iter(companies.values()))[0]
            clusters.join(company, thing, f"“{thing.name}” is short for {company.name} alone", within=True)


def _companies(clusters: Clusters) -> dict[str, dict[str, list[Thing]]]:
    """Return the things with a company's name, by the first word of the name and by the name."""
    found: dict[str, dict[str, list[Thing]]] = defaultdict(lambda: defaultdict(list))
    for thing in clusters.things:
        words = thing.name.split()
        if len(words) == TWO and words[1] in column("company_words", "word"):
            found[plain(words[0])][plain(thing.name)].append(thing)
    bodies = {first: names for first, names in found.items() if any(map(_is_body, names.values()))}
    return {first: dict(names) for first, names in bodies.items()}


def _is_body(things: list[Thing]) -> bool:
    return any(thing.type == "organization" for thing in things)


def _may_be_short(thing: Thing) -> bool:
    name = thing.name
    one_word = name != "" and " " not in name and name[0].isupper() and not name.isupper()
    return one_word and not known_place(name)
