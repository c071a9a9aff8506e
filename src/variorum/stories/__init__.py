"""Which reports are of one event, as they arrive, and which of many have passages in common."""

from __future__ import annotations

from variorum.stories._features import Features, features
from variorum.stories._stream import Stories
from variorum.stories.duplicates import near_duplicates
from variorum.stories.state import dumped, loaded

__all__ = ["Features", "Stories", "dumped", "features", "loaded", "near_duplicates"]
