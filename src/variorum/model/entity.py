"""One thing under all its spellings."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model.annotated import EntityType, Mention


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling in one article, and how often it stands there."""

    text: str
    article: str
    count: int


@dataclass(frozen=True, slots=True)
class Reference:
    """One place where the entity is meant, by name, description or pronoun."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, place or group under all its spellings; `why` tells what joined them."""

    id: str
    type: EntityType
    name: str
    forms: tuple[Form, ...]
    mentions: tuple[Reference, ...]
    why: tuple[str, ...] = ()


def reference(mention: Mention) -> Reference:
    """Return where a mention stands, without what the article alone knows of it."""
    return Reference(mention.article, mention.start, mention.end, mention.text)
