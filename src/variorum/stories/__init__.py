"""Which reports are of one event, as they arrive, and which of many have passages in common."""

from __future__ import annotations

from variorum.stories._features import Features, features
from variorum.stories._stream import ASLEEP, FADE, Stories
from variorum.stories.duplicates import near_duplicates, near_duplicates_among, signed
from variorum.stories.places import places
from variorum.stories.state import dumped, loaded
from variorum.stories.when import interval

__all__ = [
    "ASLEEP",
    "FADE",
    "Features",
    "Stories",
    "dumped",
    "features",
    "interval",
    "loaded",
    "near_duplicates",
    "near_duplicates_among",
    "places",
    "signed",
]
