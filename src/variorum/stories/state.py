"""The stream's memory as bytes, to go on from another day."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import numpy as np

from variorum.stories._stream import Stories

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

METHOD = "variorum-stories/4"
"""What the numbers mean. Another method's memory is of no use: replay the articles with `Stories.learn`."""
_ROWS = ("terms", "weights", "story", "sizes", "grown", "first", "last", "begun", "ended")


def dumped(stories: Stories) -> bytes:
    """Return all that the stories hold, about 0.5 kB a story; what was never touched takes no room."""
    profiles, index, seen = stories.profiles, stories.index, stories.seen
    used = int(np.flatnonzero(profiles.story).max(initial=0)) + 1
    places = np.flatnonzero(index.stories.any(axis=1))
    terms = np.flatnonzero(seen.counts)
    kept = {name: getattr(profiles, name)[:used] for name in _ROWS} | {
        "method": np.array(METHOD),
        "numbers": np.array([len(profiles.story), profiles.hand, stories.opened, seen.articles]),
        "places": places,
        "stories": index.stories[places],
        "next": index.next[places],
        "seen": terms,
        "counts": seen.counts[terms],
    }
    raw = io.BytesIO()
    np.savez_compressed(raw, allow_pickle=False, **kept)
    return raw.getvalue()


def loaded(raw: bytes) -> Stories | None:
    """Return the stories that `dumped` wrote; `None` where the bytes are broken or of another method."""
    try:
        with np.load(io.BytesIO(raw), allow_pickle=False) as kept:
            return _stories(kept) if str(kept["method"]) == METHOD else None
    except (ValueError, KeyError, OSError, EOFError, IndexError, zipfile.BadZipFile):
        return None


def _stories(kept: Mapping[str, NDArray[np.uint32]]) -> Stories:
    capacity, hand, opened, articles = (int(n) for n in kept["numbers"])
    stories = Stories(capacity)
    for name in _ROWS:
        rows = kept[name]
        getattr(stories.profiles, name)[: len(rows)] = rows
    stories.profiles.hand, stories.opened, stories.seen.articles = hand, opened, articles
    stories.index.stories[kept["places"]] = kept["stories"]
    stories.index.next[kept["places"]] = kept["next"]
    stories.seen.counts[kept["seen"]] = kept["counts"]
    return stories
