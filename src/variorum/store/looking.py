"""What a file is, told from its first bytes, without opening it as a collection."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

MAGIC = b"SQLite format 3\0"
"""How an SQLite file begins (https://sqlite.org/fileformat2.html)."""


def is_collection(path: str | PathLike[str]) -> bool:
    """Tell whether the file may be a collection: it is one of SQLite's."""
    try:
        with Path(path).open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except (OSError, ValueError):
        return False
