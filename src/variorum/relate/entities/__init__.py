"""Who is who over all articles: one person, body or place under many spellings, titles, roles and short forms."""

from __future__ import annotations

from variorum.relate.entities._stage import entities
from variorum.relate.entities.same_name import same_name

__all__ = ["entities", "same_name"]
