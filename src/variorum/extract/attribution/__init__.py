"""Who says what, on whose word: every attribution of one article."""

from __future__ import annotations

from variorum.extract.attribution._stage import attributions

__all__ = ["attributions"]
