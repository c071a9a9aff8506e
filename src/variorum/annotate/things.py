"""What coreference knows, while it reads, of each thing that an article speaks of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from variorum.lexicon import column, mapping

if TYPE_CHECKING:
    from variorum.annotate.noun_phrases import Role
    from variorum.model import EntityType


class Sighting(NamedTuple):
    """One place where the thing was met: the token, its step (see `Discourse.step`), and its relation there."""

    token: int
    step: int
    relation: str


GENERAL = frozenset({"man", "woman", "person", "captive", "soldier", "troops", "group", "agency", "army", "force"})
"""Classes of nouns that may take up somebody unnamed by another noun: 'a soldier … the man', not 'a source … the
official'."""


@dataclass(slots=True, eq=False)
class Thing:
    """A person, body, place or group under discussion. `gender` is `m`, `f` or `""`, `merged` what it became."""

    type: EntityType
    plural: bool = False
    gender: str = ""
    name: str = ""
    country: str = ""
    roles: list[Role] = field(default_factory=list)
    sightings: list[Sighting] = field(default_factory=list)
    number: str = ""
    age: str = ""
    merged: Thing | None = None
    serial: int = 0

    def real(self) -> Thing:
        """Return the thing that this one turned out to be."""
        thing = self
        while thing.merged is not None:
            thing = thing.merged
        return thing

    def absorb(self, other: Thing) -> None:
        """Take over all that was known of `other`: they are one."""
        if other is self:
            return
        other.merged = self
        self.gender = self.gender or other.gender
        self.name = self.name or other.name
        self.country = self.country or other.country
        self.age = self.age or other.age
        self.roles.extend(role for role in other.roles if role not in self.roles)
        self.sightings = sorted({*self.sightings, *other.sightings})

    def learn(self, role: Role, gender: str) -> None:
        """Add what a description says."""
        if role not in self.roles:
            self.roles.append(role)
        self.gender = self.gender or gender
        self.country = self.country or role.country


def fits(role: Role, thing: Thing) -> bool:
    """Tell whether a description can take up a thing: noun, modifiers and country agree with what is known of it."""
    if role.country and thing.country and role.country != thing.country:
        return False
    return any(_fits(role, known, thing) for known in thing.roles)


def _fits(role: Role, known: Role, thing: Thing) -> bool:
    strict = column("strict_modifiers", "word")
    if role.modifiers & strict != known.modifiers & strict:
        return False
    if role.country and role.country != (known.country or thing.country) and known.country:
        return False
    same_noun = role.noun == known.noun
    if not same_noun and not (covers(role, known) and (thing.name or role.kind in GENERAL)):
        return False
    return role.modifiers <= known.modifiers or (same_noun and role.modifiers <= _all_modifiers(thing))


def covers(role: Role, known: Role) -> bool:
    """Tell whether a noun of the one class may take up a noun of the other."""
    wide = mapping("nominal_covers", "class", "covers").get(role.kind, "")
    if wide == "*":
        return known.kind != "child" and mapping("nominals", "noun", "kind").get(known.noun) != "body"
    if role.kind in {"agency", "ministry", "army", "politician"} and role.kind == known.kind:
        return True
    if role.kind == "politician" and role.noun != "politician":
        return False  # "the senator", "the speaker" is no president
    return bool(known.kind) and known.kind in wide.split("|")


def _all_modifiers(thing: Thing) -> frozenset[str]:
    return frozenset(word for role in thing.roles for word in role.modifiers)
