"""Which names of one article name the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotate import gazetteer
from variorum.annotate._body_chains import BODIES, full_bodies
from variorum.annotate._person_chains import Use, person_keys
from variorum.annotate.names import words
from variorum.lexicon.spellings import spellings
from variorum.text.romanisation import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.annotate.names import Name
    from variorum.model import Annotated, EntityType


def chains(annotated: Annotated, names: Sequence[Name]) -> list[str]:
    """Return for each name the key of the thing it names; names with one key name one thing."""
    texts = [_bare(words(annotated, name.first, name.last)) for name in names]
    uses = [
        Use(text, _title_gender(annotated, name))
        for text, name in zip(texts, names, strict=True)
        if name.type == "person"
    ]
    persons = iter(person_keys(uses))
    bodies = full_bodies(annotated, names, texts)
    return [
        next(persons) if name.type == "person" else _other(text, name.type, bodies)
        for text, name in zip(texts, names, strict=True)
    ]


def _bare(text: str) -> str:
    plain_text = text.removesuffix("'s").replace("\n", " ").strip()
    return gazetteer.undotted(plain_text)


def _title_gender(annotated: Annotated, name: Name) -> str:
    before = annotated.tokens[name.first - 1].lower.rstrip(".") if name.first else ""
    return gazetteer.titles().get(before, "")


def _other(text: str, kind: EntityType, bodies: dict[str, str]) -> str:
    name = bodies.get(text, text)
    if kind == "place":
        code = gazetteer.countries().get(name)
        return f"place {code}" if code else f"place {_place(name)}"
    if kind == "group" and gazetteer.peoples().get(name):
        return f"group {gazetteer.peoples()[name]}"
    return f"{'body' if kind in BODIES else kind} {plain(name.removeprefix('the ').removeprefix('The '))}"


def _place(name: str) -> str:
    return plain(spellings("places", ("place", "aliases"), "place").get(name, name))
