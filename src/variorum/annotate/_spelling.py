"""Keys under which the usual romanisations of a word are one."""

from __future__ import annotations

from functools import cache

from variorum.lexicon import mapping
from variorum.text.romanisation import fold


@cache
def key(word: str) -> str:
    """Return the key of one word of a name."""
    return fold(word, mapping("romanisation", "written", "folded").items())
