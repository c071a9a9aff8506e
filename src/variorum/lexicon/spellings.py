"""Tables whose cells hold several entries, parted by `|`, looked up by any of the entries."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from variorum.lexicon._tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def spellings(table: str, keys: tuple[str, ...], value: str) -> Mapping[str, str]:
    """Return each entry in the columns `keys` of a table with its row's `value`; the first row with an entry wins.

    Raises as `rows` does.
    """
    found: dict[str, str] = {}
    for row in rows(table):
        for key in keys:
            for entry in filter(None, row[key].split("|")):
                found.setdefault(entry, row[value])
    return found
