"""What one article says: statements, figures, times and caveats."""

from __future__ import annotations

from variorum.extract._stage import extract

__all__ = ["extract"]
