"""One form for the many romanised spellings of one name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from anyascii import anyascii

if TYPE_CHECKING:
    from collections.abc import Iterable

DOUBLED = re.compile(r"(.)\1+")
NO_LETTER = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """Return a text in small Latin letters and digits, its words parted by one space; any script is romanised.

    >>> plain("Łódź-Ferro, Ána")
    'lodz ferro ana'
    """
    return NO_LETTER.sub(" ", anyascii(text).lower().replace("'", "").replace("`", "")).strip()


def fold(word: str, classes: Iterable[tuple[str, str]]) -> str:
    """Return the key of one word: `classes` are applied in turn, then doubled letters become one.

    Two spellings with one key are spellings that romanisations of one name may well have; keys say nothing more.
    """
    folded = plain(word).replace(" ", "")
    for written, key in classes:
        folded = folded.replace(written, key)
    return DOUBLED.sub(r"\1", folded)
