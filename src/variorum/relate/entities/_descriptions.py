"""Joining what is only described: a country has one president and one spy agency, but many officials."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon import column, rows

if TYPE_CHECKING:
    from variorum.relate.entities._clusters import Clusters
    from variorum.relate.entities._locals import Thing
    from variorum.relate.entities._profile import Role

UNIQUE_BODIES = frozenset({"agency", "ministry", "army", "government", "parliament"})
UNIQUE_OFFICES = frozenset({"president", "head of government", "monarch", "minister"})
WITHOUT_FIELD = frozenset({"army", "government", "parliament", "president", "head of government", "monarch"})


def join_descriptions(clusters: Clusters) -> None:
    """Join each described body or office of a country to the one named thing, else to others so described."""
    named: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for thing in clusters.things:
        for country, kind in {(r.country, r.kind) for r in thing.profile.roles} if _can_have_role(thing) else ():
            named[country, kind].append(thing)
    described: dict[Role, Thing] = {}
    for thing in clusters.things:
        if _join_known(clusters, thing):
            continue
        role = _unique_role(thing)
        if role is None:
            continue
        fitting = [t for t in named[role.country, role.kind] if t.type == thing.type and _fits(role, t)]
        if _join_one(clusters, thing, fitting):
            continue
        first = described.setdefault(role, thing)
        if first is not thing:
            clusters.join(first, thing, f"“{_words(thing)}” is described alike in another report")


def _join_known(clusters: Clusters, thing: Thing) -> bool:
    """Join a body whose name a report has in small letters: "the state department" is the State Department."""
    if thing.names or thing.type != "organization":
        return False
    words = _words(thing).split()
    known = next(
        (name for n in range(len(words)) if (name := _in_small_letters().get(" ".join(words[n:]))) is not None), ""
    )
    alike = (t for t in clusters.things if known and any(name.endswith(known) for name in t.names))
    other = next((t for t in alike if _of_one_country(t, thing)), None)
    return other is not None and clusters.join(other, thing, f"“{_words(thing)}” is {known} in small letters")


def _of_one_country(a: Thing, b: Thing) -> bool:
    return not (a.profile.countries and b.profile.countries) or bool(a.profile.countries & b.profile.countries)


@cache
def _in_small_letters() -> dict[str, str]:
    """Return the names of several words of the table of bodies, by their small letters."""
    names = (name for row in rows("acronyms") for name in (row["acronym"], *row["names"].split("|")))
    return {name.lower(): name for name in names if " " in name}


def _can_have_role(thing: Thing) -> bool:
    return bool(thing.names) and thing.type in {"person", "organization"}


def _unique_role(thing: Thing) -> Role | None:
    """Return the role of a thing without name that one thing alone can have; indefinite words leave it open."""
    if thing.names or thing.type not in {"person", "organization"}:
        return None
    kinds = UNIQUE_OFFICES if thing.type == "person" else UNIQUE_BODIES
    for role in thing.profile.roles:
        if role.country and role.kind in kinds and (role.fields or role.kind in WITHOUT_FIELD) and not role.strict:
            words = _words(thing).split()
            if words[0].lower() not in column("indefinite_words", "word"):
                return role
    return None


def _fits(role: Role, thing: Thing) -> bool:
    return any(
        known.country == role.country
        and known.kind == role.kind
        and role.fields <= known.fields
        and known.strict == role.strict
        for known in thing.profile.roles
    )


def _join_one(clusters: Clusters, thing: Thing, fitting: list[Thing]) -> bool:
    """Join to the one named thing that fits; if there are several it stays apart and says so."""
    different: list[Thing] = []
    for other in fitting:
        if not any(clusters.are_joined(other, one) for one in different):
            different.append(other)
    if len(different) == 1:
        return clusters.join(different[0], thing, f"“{_words(thing)}” fits {different[0].name} alone")
    if different:
        clusters.note(thing, f"“{_words(thing)}” could be {' or '.join(t.name for t in different)}: kept apart")
    return False


def _words(thing: Thing) -> str:
    return " ".join(next((m.text for m in thing.mentions if m.kind == "nominal"), thing.mentions[0].text).split())
