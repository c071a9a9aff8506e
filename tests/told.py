"""Statements, figures and entities for tests, with places that do not matter."""

from __future__ import annotations

from itertools import count

from variorum.model import Entity, Excerpt, Figure, Form, Speaker, Statement

_numbers = count(1)


def said(text, *, article="a1", source=None, entity=None, via=(), name=None):
    """Return a statement that stands at the beginning of its article."""
    speaker = Speaker(source, 500, 500 + len(source), entity) if source else None
    return Statement(
        id=name or f"s{next(_numbers)}",
        article=article,
        mode="direct" if source else "narration",
        act="speech",
        source=speaker,
        via=tuple(Speaker(v, 600, 600 + len(v), None) for v in via),
        cue=None,
        content=(Excerpt(0, len(text), text),),
    )


def figure(text, low, high, *, article="a1", measure="killed", **fields):
    """Return a figure."""
    name = fields.pop("name", f"f{next(_numbers)}")
    return Figure(name, article, 0, len(text), text, low, high, measure=measure, **fields)


def entity(name, *forms, kind="person", entity_id="e1"):
    """Return an entity under its forms in article a1."""
    return Entity(entity_id, kind, name, tuple(Form(f, "a1", 1) for f in (name, *forms)), ())
