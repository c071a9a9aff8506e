"""A `Capture`'s bytes → `Article`: its text, parts and furniture, who wrote and printed it, when, in which language."""

from __future__ import annotations

from variorum.clean._stage import clean
from variorum.clean.repeated import repeated

__all__ = ["clean", "repeated"]
